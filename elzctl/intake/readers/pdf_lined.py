"""Tables of a PDF of which only the rows are drawn: lines of one length below each other, and white that runs down between columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from elzctl.intake.readers.pdf_grid import Box, Grid, joined_lines
from elzctl.intake.readers.pdf_parts import printed_rows
from elzctl.intake.readers.pdf_runs import Rule, Run
from elzctl.record import NamedTuple

_SAME = 4.0
_FEWEST = 3
"""Lines of a table; the rest of one on a further page may have fewer."""
_WHITE = 0.5
"""How wide white is at least, in heights of letters."""
_APART = 0.6
_LARGER = 1.08
_MOST_ROWS = 2
"""Rows of text that go over all columns of a table; more are text between two tables."""
_MOST_LINES, _MOST_GROUPS = 400, 40


class _Row(NamedTuple):
    """What stands between two lines."""

    top: float
    bottom: float
    runs: tuple[Run, ...]

    @property
    def said(self) -> list[str]:
        return [run.text for run in sorted(self.runs)]


def lined_grids(
    rules: Sequence[Rule], runs: Sequence[Run], drawn: Sequence[Grid], known: Sequence[float]
) -> list[Grid]:
    """The tables with drawn rows outside those that are *drawn* whole; *known* are the edges of one that may go on.

    Tables of a row or two that are drawn, as that of a shaded head is, may be a part of one.
    """
    whole = [grid for grid in drawn if grid.rows >= _FEWEST]
    lines = [line for line in joined_lines(rules, lies=True) if not any(_is_in(line, grid) for grid in whole)]
    groups: list[list[Rule]] = []
    for line in sorted(lines, key=lambda one: -one.top)[:_MOST_LINES]:
        for group in groups:
            if abs(group[0].left - line.left) < _SAME and abs(group[0].right - line.right) < _SAME:
                group.append(line)
                break
        else:
            groups.append([line])
    if len(groups) > _MOST_GROUPS:
        return []
    columns = [known, *(grid.edges for grid in drawn if grid not in whole)]
    found = []
    for group in groups:
        made = (_table(rows, group[0], columns) for rows in _tables(group, runs, drawn, whole))
        found += [
            grid
            for grid in made
            if grid is not None
            and (grid.is_parted or tuple(known) == grid.edges)
            and not any(grid.is_inside(other) for other in whole)
        ]
    return found


def _is_in(line: Rule, grid: Grid) -> bool:
    return (
        grid.bottom - _SAME < line.top < grid.top + _SAME
        and line.left > grid.edges[0] - _SAME
        and line.right < grid.edges[-1] + _SAME
    )


def _tables(
    lines: Sequence[Rule], runs: Sequence[Run], drawn: Sequence[Grid], whole: Sequence[Grid]
) -> Iterator[list[_Row]]:
    """The rows of each table that lines are drawn for: what stands between two tables has lines on both sides too.

    Between them another one may stand that is drawn *whole*.
    """
    left, right = lines[0].left, lines[0].right
    heights = [(line.top + line.bottom) / 2 for line in lines]
    heights = [heights[0], *(low for high, low in pairwise(heights) if high - low > _SAME)]
    held = [run for run in runs if left - 1 <= run.left < right and heights[-1] < run.middle < heights[0]]
    rows = [_Row(high, low, tuple(run for run in held if low < run.middle <= high)) for high, low in pairwise(heights)]
    several = [run for row in rows if _is_parted(row.runs) for run in row.runs]
    size = median(run.size for run in several) if several else 0.0
    table: list[_Row] = []
    for place, row in enumerate(rows):
        after = rows[place + 1] if place + 1 < len(rows) else None
        begins_again = bool(table) and after is not None and after.said == table[0].said
        # Between the lines of two tables that are drawn whole there is no row.
        is_outside = _is_drawn(rows[place - 1 : place], drawn) and _is_drawn(rows[place + 1 : place + 2], drawn)
        is_outside = is_outside and not _is_drawn([row], drawn)
        is_large = any(run.size > _LARGER * size for run in row.runs)
        holds = any(row.bottom < grid.bottom and grid.top < row.top for grid in whole)
        if not holds and (
            _is_parted(row.runs)
            or not (begins_again or is_outside or is_large or len(printed_rows(row.runs, 0)) > _MOST_ROWS)
        ):
            table.append(row)
            continue
        yield table
        table = []
    yield table


def _is_drawn(rows: Sequence[_Row], drawn: Sequence[Grid]) -> bool:
    return any(grid.bottom - _SAME < row.bottom and row.top < grid.top + _SAME for row in rows for grid in drawn)


def _is_parted(runs: Sequence[Run]) -> bool:
    """True when things stand beside each other."""
    return any(
        two.left > one.right + _APART * one.size for row in printed_rows(runs, 0) for one, two in pairwise(row.runs)
    )


def _table(rows: Sequence[_Row], line: Rule, columns: Sequence[Sequence[float]]) -> Grid | None:
    """The table that has these rows; *columns* are edges that it may have."""
    runs = [run for row in rows for run in row.runs]
    fits = [
        list(edges)
        for edges in columns
        if len(edges) > 2 and abs(edges[0] - line.left) < _SAME and abs(edges[-1] - line.right) < _SAME
        if not _cross([run for row in rows if _is_parted(row.runs) for run in row.runs], edges)
    ]
    if not runs or len(rows) < (1 if fits else _FEWEST - 1):
        return None
    edges = fits[0] if fits else _edges(rows, line.left, line.right)
    if len(edges) < 3:
        return None
    cells: list[Box] = []
    for number, row in enumerate(rows, start=1):
        held: dict[int, list[Run]] = defaultdict(list)
        for run in row.runs:
            held[max(1, sum(edge <= run.left + 1 for edge in edges[:-1]))].append(run)
        for at, column in sorted(held.items()):
            cells.append(Box(number, at, edges[at - 1], edges[at], row.bottom, row.top, tuple(column)))
    return Grid(tuple(edges), rows[-1].bottom, rows[0].top, len(rows), tuple(cells))


def _cross(runs: Sequence[Run], edges: Sequence[float]) -> bool:
    return any(run.left < edge - 1 and run.right > edge + 1 for run in runs for edge in edges[1:-1])


def _edges(rows: Sequence[_Row], left: float, right: float) -> list[float]:
    """Where the columns begin, and where the last one ends; what is alone in its row may go over all of them."""
    several = [row.runs for row in rows if _is_parted(row.runs)]
    runs = sorted((run for row in several for run in row), key=_left)
    if len(several) < 2:
        return []
    least = _WHITE * median(run.top - run.bottom for run in runs)
    starts, end = [runs[0].left], runs[0].right
    for run in runs[1:]:
        if run.left - end > least:
            starts.append(run.left)
        end = max(end, run.right)
    padding = max(0.0, starts[0] - left)
    return [left, *(start - min(padding, least) for start in starts[1:]), right]


def _left(run: Run) -> float:
    return run.left
