"""Which printed rows of a page stand as a table among others that are text: by the white that runs down between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from elzctl.intake.readers.pdf_parts import Row
from elzctl.record import NamedTuple

_STRIP = 1.2
"""How wide white is at least, in heights of letters."""
_AT = 1.5
_LARGER = 1.08
_FEWEST = 2
_FORM = 2
_GOES_ON = 1.6
"""A row so near to the one above it, in heights of letters, goes on with it."""


class Stretch(NamedTuple):
    """Rows that stand below each other, and whether they are a table."""

    rows: tuple[Row, ...]
    table: bool


class White(NamedTuple):
    """Where nothing stands, from left to right."""

    left: float
    right: float


def stretches(rows: Sequence[Row], edges: Sequence[float] = ()) -> list[Stretch]:
    """The rows in their order, those of tables apart; *edges* are those of the columns of a table that may go on here."""
    found: list[Stretch] = []
    loose: list[Row] = []
    looks = _looks(rows)
    at = 0
    while at < len(rows):
        end, table = _end(rows, at, looks)
        if not table and not _fits(rows[at], edges):
            loose += rows[at:end]
            at = end
            continue
        if loose:
            found.append(Stretch(tuple(loose), table=False))
            loose = []
        found.append(Stretch(tuple(rows[at:end]), table=True))
        at = end
    return [*found, Stretch(tuple(loose), table=False)] if loose else found


def heads(row: Row, looks: tuple[float, bool], columns: int) -> bool:
    """True for a row by itself in other letters than those of the first column: it is a heading, and no cell.

    In a table of more columns than a form has, bold letters are those of a row for what stands below it.
    """
    size, strong = looks
    bold = row.strong and not strong and columns <= _FORM
    return not white_in(row) and (row.size > _LARGER * size or bold)


def white_in(row: Row) -> list[White]:
    """Where a row has nothing between what stands beside each other."""
    found = []
    right = row.runs[0].right
    for run in row.runs[1:]:
        if run.left - right > _STRIP * (run.top - run.bottom):
            found.append(White(right, run.left))
        right = max(right, run.right)
    return found


def _looks(rows: Sequence[Row]) -> tuple[float, bool]:
    """The size of what stands first in rows with white in them, and whether it is bold."""
    seen = Counter((row.runs[0].size, row.runs[0].strong) for row in rows if white_in(row))
    return seen.most_common(1)[0][0] if seen else (0.0, True)


def _end(rows: Sequence[Row], at: int, looks: tuple[float, bool]) -> tuple[int, bool]:
    """Behind the last row of what begins here, and whether that is a table."""
    whites = white_in(rows[at])
    end = at + 1
    while whites and end < len(rows) and not heads(rows[end], looks, columns=len(whites) + 1):
        narrower = _narrowed(whites, rows[end])
        if not narrower:
            break
        whites = narrower
        end += 1
    while end - 1 > at and not _is_beside(rows[end - 1], whites) and not _goes_on(rows, end - 1):
        end -= 1
    # What stands on the left alone, far below, is text again.
    both = [row for row in rows[at:end] if _is_beside(row, whites)]
    if len(both) < _FEWEST:
        return at + 1, False
    # Numbers on the right are those of the pages in a list of contents.
    return end, not all(row.runs[-1].text.strip(" .").isdigit() for row in both)


def _fits(row: Row, edges: Sequence[float]) -> bool:
    """True for a row whose words begin where the columns of a table do."""
    starts = [row.left, *(white.right for white in white_in(row))]
    return len(starts) > 1 and all(any(abs(start - edge) < _AT for edge in edges) for start in starts)


def _narrowed(whites: Sequence[White], row: Row) -> list[White]:
    """What stays white with one row more; a piece of it that is wide enough."""
    least = _STRIP * (row.top - row.bottom)
    for run in row.runs:
        pieces = []
        for white in whites:
            if run.right <= white.left or run.left >= white.right:
                pieces.append(white)
                continue
            pieces += [White(white.left, run.left), White(run.right, white.right)]
        whites = [one for one in pieces if one.right - one.left > least]
    return list(whites)


def _is_beside(row: Row, whites: Sequence[White]) -> bool:
    """True when things stand on both sides of a white."""
    return any(row.left < one.left + 1 and row.right > one.right - 1 for one in whites)


def _goes_on(rows: Sequence[Row], at: int) -> bool:
    """True for a row close below the one above it, or one in a later column."""
    above, row = rows[at - 1], rows[at]
    return above.bottom - row.bottom < _GOES_ON * max(row.top - row.bottom, row.size) or row.left > above.left + _LARGER
