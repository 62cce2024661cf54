"""Tables that were typed in a plain text, with tabs, bars or blanks between their cells, as the tables that they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake.minutes.words import column_of
from elzctl.intake.paper import Block, Cell, Line

_FIRST_TABLE = 100_000  # tables of readers count from 1
_RULE = re.compile(r"[\s|:+=-]*\Z")
_PIECE = re.compile(r"\S+(?:[ ]\S+)*")
_NEAR = 2  # characters that a cell may begin before its heading


def typed_tables(blocks: Iterable[Block], lines: Sequence[Line]) -> list[Block]:
    """The same blocks, with cells where lines under known headings of columns are parted as those are."""
    found: list[Block] = []
    blocks = [one for block in blocks for one in _parted(block, lines)]
    place = number = 0
    while place < len(blocks):
        heads = _cells(blocks[place], lines)
        if not _are_heads(heads):
            found.append(blocks[place])
            place += 1
            continue
        rows, begun = [blocks[place]], place
        place += 1
        while place < len(blocks) and (more := _rows(blocks[place], lines, len(heads))):
            rows += more
            place += 1
        number += 1
        found += _table(rows, lines, _FIRST_TABLE + number) if place > begun + 1 else rows
    return found


def _are_heads(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and sum(bool(column_of(one)) for one in cells) > 1


def _parted(block: Block, lines: Sequence[Line]) -> Iterator[Block]:
    """A block for each line of a paragraph that begins with headings of columns."""
    if len(block.lines) < 2 or not lines or not _are_heads(_cells(block._replace(lines=block.lines[:1]), lines)):
        yield block
        return
    yield from _by_line(block, lines)


def _by_line(block: Block, lines: Sequence[Line]) -> list[Block]:
    return [
        block._replace(text=" ".join(lines[line].text.split()), lines=(line,), spans=())
        if len(block.lines) > 1
        else block
        for line in block.lines
    ]


def _cells(block: Block, lines: Sequence[Line]) -> list[str]:
    """The cells of a block that is one line with tabs, bars or more than one blank in it; ``[]`` for any other."""
    if not lines or len(block.lines) != 1 or block.cell is not None or block.level:
        return []
    text = lines[block.lines[0]].text.strip("\r\n")
    if "\t" in text.strip():
        return [cell.strip() for cell in re.split(r"\t+", text.strip())]
    if text.strip().startswith("|") or text.count("|") > 1:
        return [cell.strip() for cell in text.strip().strip("|").split("|")]
    pieces = _PIECE.findall(text)
    return pieces if len(pieces) > 1 else []


def _is_aligned(block: Block, lines: Sequence[Line]) -> bool:
    """True for a line whose cells only blanks part."""
    return not {"\t", "|"}.intersection(lines[block.lines[0]].text.strip())


def _rows(block: Block, lines: Sequence[Line], width: int) -> list[Block]:
    """The lines of a block that go on with a table of that many columns; ``[]`` when one of them does not."""
    rows = _by_line(block, lines)
    fits = (1 < len(_cells(one, lines)) <= width or _is_indented(one, lines) for one in rows)
    return rows if all(fits) else []


def _is_indented(block: Block, lines: Sequence[Line]) -> bool:
    """True for a line that goes on in a column: it begins with many blanks."""
    return len(block.lines) == 1 and block.cell is None and lines[block.lines[0]].text.startswith(" " * 4)


def _table(rows: Sequence[Block], lines: Sequence[Line], number: int) -> Iterator[Block]:
    rules = tuple(line for block in rows if _is_rule(block, lines) for line in block.lines)
    told = [block for block in rows if not _is_rule(block, lines)]
    by_place = _is_aligned(told[0], lines)
    starts = [piece.start() for piece in _PIECE.finditer(lines[told[0].lines[0]].text)] if by_place else []
    row = 0
    for block in told:
        cells = list(_placed(lines[block.lines[0]].text, starts)) if by_place else list(enumerate(_cells(block, lines)))
        row += not (by_place and cells and cells[0][0] > 0 and len(cells) < len(starts) and row > 1)
        own = (*block.lines, *rules) if row == 1 else block.lines
        for column, text in cells:
            yield Block(" ".join(text.split()), own, cell=Cell(number, row, column + 1))


def _placed(text: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The cells of a line under the headings that begin at *starts*, each with its column."""
    pieces = list(_PIECE.finditer(text))
    if len(pieces) == len(starts):  # a long cell may push those behind it
        yield from enumerate(piece[0] for piece in pieces)
        return
    for piece in pieces:
        yield max(0, bisect_right(starts, piece.start() + _NEAR) - 1), piece[0]


def _is_rule(block: Block, lines: Sequence[Line]) -> bool:
    """True for the line between the headings and the rows: ``|---|---|``."""
    return _RULE.match("".join(_cells(block, lines)) or lines[block.lines[0]].text) is not None
