"""Two columns of running text on a page of a PDF without tags, or on a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby, pairwise

from elzctl.intake.readers.markers import is_sign
from elzctl.intake.readers.pdf_parts import Row, printed_rows
from elzctl.intake.readers.pdf_runs import Run
from elzctl.intake.readers.pdf_stretches import white_in
from elzctl.record import NamedTuple

_LEAST_ROWS = 5
_FEWEST_ROWS = 3
_FEWEST_FULL = 2
_FULL = 0.75
_ALIKE = 0.12
_SHARE = 0.4
_WHITE = 1.5
_LARGER = 1.08
_SHARES = (0.5, 0.45, 0.55, 0.4, 0.6)


class _Side(NamedTuple):
    """The rows of one of two columns, how wide they are, and how many of them fill it."""

    rows: list[Row]
    width: float
    full: int


def columns_of(runs: Sequence[Run]) -> list[list[Run]] | None:
    """The stretches of a page in reading order, where it or a part of it is in two columns; ``None`` without columns."""
    if len(runs) < 2 * _FEWEST_ROWS:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    rows = printed_rows(runs, 0)
    for share in _SHARES:
        middle = left + share * (right - left)
        found: list[list[Run]] = [[]]
        groups = [(crosses, [*group]) for crosses, group in groupby(rows, partial(_crosses, middle=middle))]
        for place, (crosses, group) in enumerate(groups, start=1):
            held = [run for row in group for run in row.runs]
            zone = None if crosses else _zone(held, (left, middle, right), is_last=place == len(groups))
            if zone is None:
                found[-1] += held
                continue
            above, *sides, below = zone
            found[-1] += above
            found += [*sides, below]
        if len(found) > 1:
            return [one for one in found if one]
    return None


def _crosses(row: Row, middle: float) -> bool:
    return any(run.left < middle < run.right for run in row.runs)


def _zone(runs: Sequence[Run], across: tuple[float, float, float], *, is_last: bool) -> list[list[Run]] | None:
    """What stands above two columns, the columns, and what stands below; ``None`` when they are no running text.

    *is_last*: nothing comes below that goes over both columns.
    """
    left, middle, right = across
    sides = _side([run for run in runs if run.right <= middle]), _side([run for run in runs if run.left >= middle])
    edges = (left, middle), (middle, right)
    if not all(_is_running_text(side, edge) for side, edge in zip(sides, edges, strict=True)) and not _are_alike(sides):
        return None
    # Columns begin at one height: what stands higher belongs to what is above them.
    start = min(side.rows[0].top for side in sides) + 1
    end = sides[1].rows[-1].bottom
    above = [row for side in sides for row in side.rows if row.bottom > start + row.size]
    below = [] if is_last else _after(sides[0].rows, end)
    columns = [[row for row in side.rows if row not in above and row not in below] for side in sides]
    return [[run for row in rows for run in row.runs] for rows in (above, *columns, below)]


def _side(runs: Sequence[Run]) -> _Side:
    rows = printed_rows(runs, 0) if runs else []
    width = max(row.right for row in rows) - min(row.left for row in rows) if rows else 0.0
    full = sum(row.right - row.left > _FULL * width and _is_whole(row) for row in rows)
    return _Side(rows, width, full)


def _is_running_text(side: _Side, edges: tuple[float, float]) -> bool:
    """True for a side that holds lines that fill it, and keeps away from the gutter."""
    count = len(side.rows)
    return count >= _LEAST_ROWS and side.full >= 0.5 * count and side.width > 0.7 * (edges[1] - edges[0] - 40)


def _are_alike(sides: tuple[_Side, _Side]) -> bool:
    """True for sides of one width that hold lines that fill them, beside short ones."""
    one, other = sides
    return (
        all(len(side.rows) >= _FEWEST_ROWS and side.full >= _FEWEST_FULL for side in sides)
        and abs(one.width - other.width) <= _ALIKE * max(one.width, other.width)
        and one.full + other.full >= _SHARE * (len(one.rows) + len(other.rows))
    )


def _after(rows: Sequence[Row], end: float) -> list[Row]:
    """What stands below both columns: a heading on the left, apart from the column above it."""
    apart = [
        place
        for place, (above, row) in enumerate(pairwise(rows), start=1)
        if row.top < end and (above.bottom - row.top > _WHITE * row.size or row.size > _LARGER * above.size)
    ]
    return [*rows[apart[-1] :]] if apart else []


def _is_whole(row: Row) -> bool:
    """True for a row of text: one with white behind more than the sign of an item is that of a table."""
    return all(is_sign(" ".join(run.text for run in row.runs if run.right <= white.left)) for white in white_in(row))
