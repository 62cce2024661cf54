"""Tables that were typed in a plain text, with tabs or bars between their cells, as the tables that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake.minutes.words import column_of
from elzctl.intake.paper import Block, Cell, Line

_FIRST_TABLE = 100_000  # tables of readers count from 1
_RULE = re.compile(r"[\s|:+=-]*\Z")


def typed_tables(blocks: list[Block], lines: Sequence[Line]) -> list[Block]:
    """The same blocks, with cells where lines under known headings of columns are parted as those are."""
    found: list[Block] = []
    place = number = 0
    while place < len(blocks):
        heads = _cells(blocks[place], lines)
        if sum(bool(column_of(one)) for one in heads) < 2 or len(heads) < 2:
            found.append(blocks[place])
            place += 1
            continue
        rows = [blocks[place]]
        while place + len(rows) < len(blocks) and _goes_on(blocks[place + len(rows)], lines, len(heads)):
            rows.append(blocks[place + len(rows)])
        number += 1
        found += _table(rows, lines, _FIRST_TABLE + number) if len(rows) > 1 else rows
        place += len(rows)
    return found


def _cells(block: Block, lines: Sequence[Line]) -> list[str]:
    """The cells of a block that is one line with tabs or bars in it; ``[]`` for any other."""
    if not lines or len(block.lines) != 1 or block.cell is not None or block.level:
        return []
    text = lines[block.lines[0]].text.strip(" \r\n")
    if "\t" in text:
        return [cell.strip() for cell in re.split(r"\t+", text)]
    if text.startswith("|") or text.count("|") > 1:
        return [cell.strip() for cell in text.strip("|").split("|")]
    return []


def _goes_on(block: Block, lines: Sequence[Line], width: int) -> bool:
    return 1 < len(_cells(block, lines)) <= width


def _table(rows: Sequence[Block], lines: Sequence[Line], number: int) -> Iterator[Block]:
    rules = tuple(line for block in rows if _is_rule(block, lines) for line in block.lines)
    told = [block for block in rows if not _is_rule(block, lines)]
    for row, block in enumerate(told, 1):
        own = (*block.lines, *rules) if row == 1 else block.lines
        for column, text in enumerate(_cells(block, lines), 1):
            yield Block(" ".join(text.split()), own, cell=Cell(number, row, column))


def _is_rule(block: Block, lines: Sequence[Line]) -> bool:
    """True for the line between the headings and the rows: ``|---|---|``."""
    return _RULE.match("".join(_cells(block, lines))) is not None
