"""A table for a terminal in which nothing is cut: a text goes on in the next lines of its own column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from elzctl.record import NamedTuple
from elzctl.render.columns import padded, width
from elzctl.render.terminal import Paint

GAP = "  "
LEAST = 28  # columns for the text; with less, the cells come under each other


class Piece(NamedTuple):
    """A paragraph of a cell, on one line and with nothing that a terminal obeys, and its style."""

    text: str
    style: str = ""


Cell: TypeAlias = Sequence[Piece]
Row: TypeAlias = Sequence[Cell]


class Rows(NamedTuple):
    """Rows under a heading, which may be ``""``."""

    heading: str
    rows: Sequence[Row]


def wrapped_table(head: Sequence[str], groups: Sequence[Rows], main: int, paint: Paint, columns: int) -> Iterator[str]:
    """The rows; the column *main* gets the room that the others leave.

    In a narrow window there is no head: the cells of a row stand under each other, all but the first line a little to
    the right.
    """
    widths = _widths(head, [row for group in groups for row in group.rows], main, columns)
    if widths is not None:
        yield paint("strong", GAP.join(map(padded, head, widths)).rstrip())
    for place, group in enumerate(groups):
        if group.heading:
            yield from ("",) * (place > 0 or widths is not None)
            yield from (paint("strong", line) for line in wrapped(group.heading, columns))
        for row in group.rows:
            yield from _stacked(row, paint, columns) if widths is None else _beside(row, widths, paint)


def wrapped(text: str, columns: int) -> list[str]:
    """The words of *text* in lines of that many columns; a word that is longer is broken."""
    lines = [""]
    for word in text.split():
        if lines[-1] and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines += _broken(word, columns)
    return lines[1:] or lines


def filled(text: str, columns: int | None) -> list[str]:
    """*text* in the lines of a window; in a pipe (``None``) it stays on its line."""
    return [text] if columns is None else wrapped(text, columns)


def _broken(word: str, columns: int) -> Iterator[str]:
    columns = max(columns, 1)  # a letter goes on a line of its own, however little room there is
    while width(word) > columns:
        size = columns
        while width(word[:size]) > columns and size > 1:
            size -= 1
        yield word[:size]
        word = word[size:]
    yield word


def _widths(head: Sequence[str], rows: Sequence[Row], main: int, columns: int) -> tuple[int, ...] | None:
    """The widths of the columns; ``None`` when they do not fit beside each other."""
    full = [
        max(width(text) for text in (name, *(piece.text for row in rows for piece in row[place])))
        for place, name in enumerate(head)
    ]
    # Whole where the text keeps two fifths of the window; else every other column gets a quarter at most.
    for most, least in ((columns, columns * 2 // 5), (columns // 4, LEAST)):
        found = [min(one, most) for one in full]
        found[main] += columns - sum(found) - len(GAP) * (len(found) - 1)
        if found[main] >= least:
            return tuple(found)
    return None


def _beside(row: Row, widths: Sequence[int], paint: Paint) -> Iterator[str]:
    for pieces in zip_longest(*map(_lines, row, widths), fillvalue=Piece("")):
        last = max((place for place, piece in enumerate(pieces) if piece.text), default=0)
        line = [
            _painted(Piece(padded(text, room) if place < last else text, style), paint)
            for place, ((text, style), room) in enumerate(zip(pieces, widths, strict=True))
        ]
        yield GAP.join(line[: last + 1])


def _stacked(row: Row, paint: Paint, columns: int) -> Iterator[str]:
    lines = [piece for cell in row for piece in _lines(cell, columns - len(GAP))]
    for place, piece in enumerate(lines):
        yield (GAP if place else "") + _painted(piece, paint)


def _lines(cell: Cell, columns: int) -> list[Piece]:
    return [Piece(line, style) for text, style in cell if text for line in wrapped(text, columns)]


def _painted(piece: Piece, paint: Paint) -> str:
    return paint(piece.style, piece.text) if piece.style and piece.text else piece.text
