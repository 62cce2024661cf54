"""Blocks of a document as the Markdown of our files.

It reads the same as the document did: the same words, lists as deep, the same emphasis; and nothing in it becomes more
than words (:mod:`elzctl.intake.inert`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from elzctl.intake.inert import inert
from elzctl.intake.paper import Block

DEEPEST = 9
"""Lists inside each other; what is deeper stands at this depth."""

LONGEST = 200
"""Characters in one cell of a table; one with longer texts reads better as paragraphs."""

MOST_COLUMNS = 12

_NUMBER = re.compile(r"(\d{1,9})([.)])\Z")
_BULLET = re.compile(r"(?:[^\w\s]{0,2}|o)\Z")
_DEEPEST_HEADING = 6


def inline(text: str) -> str:
    """One line of Markdown that reads as *text*: for behind a mark such as ``- [ ]`` or ``##``, or a line of its own.

    Not for values of the data at the top of a file: nothing is escaped there.
    """
    return inert(text)


def markdown(blocks: Iterable[Block], top: int = 3) -> str:
    """The blocks as Markdown, without an end of line behind the last one; ``""`` when there are no words.

    The highest heading among them (by :attr:`Block.level`) gets *top* marks; headings of two marks are sections of a fiche
    and items of an agenda, which is why none is made here of itself.
    """
    there = [block for block in blocks if block.text.strip() or block.check is not None]
    shift = top - min((block.level for block in there if block.level), default=1)
    return "\n\n".join(part for part in _parts(there, shift) if part)


def _parts(blocks: Sequence[Block], shift: int) -> Iterator[str]:
    """Paragraphs, headings, whole lists and whole tables."""
    for number, group in groupby(blocks, lambda block: block.cell.table if block.cell else 0):
        run = list(group)
        rows = _rows(run) if number else None
        if rows is not None:
            yield "\n".join(_table(rows))
            continue
        for listed, some in groupby(run, lambda block: block.depth > 0 and not block.level):
            if listed:
                yield "\n".join(_list(tuple(some)))
            else:
                yield from (_paragraph(block, shift) for block in some)


def _paragraph(block: Block, shift: int) -> str:
    words = _words(block)
    if block.note:
        return f"[{inert(block.marker)}] {words}" if block.marker else f"({words})"
    marked = f"{inert(block.marker)} {words}" if block.marker else words
    return f"{'#' * min(max(block.level + shift, 1), _DEEPEST_HEADING)} {marked}" if block.level else marked


def _words(block: Block) -> str:
    words = inert(block.text, block.spans)
    return words if block.check is None else f"{'☒' if block.check else '☐'} {words}".rstrip()


def _list(items: Sequence[Block]) -> Iterator[str]:
    """The lines of a list; an item without a mark goes on with the one above it.

    One that is less deep than all before it is of another list: those are of something that does not stand here.
    """
    sign = "-"
    widths: list[int] = []
    depths: list[int] = []
    before: list[tuple[int, str]] = []
    for item in items:
        if not item.marker and item.check is None and widths:
            yield ""
            yield " " * sum(widths[: sum(depth <= item.depth for depth in depths) or 1]) + _words(item)
            continue
        depth = min(sum(depth < item.depth for depth in depths) + 1, DEEPEST)
        if widths and depth == 1 and item.depth < depths[0]:
            sign = "*" if sign == "-" else "-"
            yield ""
        del widths[depth - 1 :], depths[depth - 1 :], before[depth:]
        depths.append(item.depth)
        last = before[depth - 1] if len(before) == depth else None
        number = _number(item.marker, last, nested=depth > 1)
        del before[depth - 1 :]
        before.append(number or (0, ""))
        mark = f"{number[0]}{number[1]}" if number else sign if depth == 1 else "-"
        lead = "" if number or _BULLET.match(item.marker) else f"{inert(item.marker)} "
        yield f"{' ' * sum(widths)}{mark} {lead}{_words(item)}"
        widths.append(len(mark) + 1)


def _number(marker: str, last: tuple[int, str] | None, *, nested: bool) -> tuple[int, str] | None:
    """The number that an item keeps as one of a numbered list; ``None`` when Markdown would count otherwise."""
    match = _NUMBER.match(marker)
    if match is None:
        return None
    number = (int(match[1]), match[2])
    if last is None or not last[1]:
        return number if number[0] == 1 or not nested else None
    return number if number == (last[0] + 1, last[1]) else None


def _rows(blocks: Sequence[Block]) -> list[list[str]] | None:
    """The cells of a table that Markdown can hold: one short line each; otherwise ``None``."""
    cells: dict[tuple[int, int], Block] = {}
    for block in blocks:
        assert block.cell is not None
        place = block.cell[1:]
        if place in cells or block.depth or block.level or block.note or len(block.text) > LONGEST:
            return None
        cells[place] = block
    width = max(column for _, column in cells)
    rows = sorted({row for row, _ in cells})
    if len(rows) < 2 or not 2 <= width <= MOST_COLUMNS:
        return None
    return [[_cell(cells.get((row, column))) for column in range(1, width + 1)] for row in rows]


def _cell(block: Block | None) -> str:
    words = "" if block is None else _words(block)
    # Behind a backslash a table would take one more for its own.
    return re.sub(
        r"(?<!\\)\|", r"\\|", re.sub(r"(?<=\\)\|", "&#124;", words.removeprefix("\\" * words.startswith("\\|")))
    )


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for number, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"|{' --- |' * len(row)}"
