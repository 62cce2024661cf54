"""Pages of a PDF without tags whose tables are drawn: each cell is read by its lines, all else by how it stands.

Lines of a page stand in for a drawn table, as wide as it is, while the rest of the page is brought in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from elzctl.intake.paper import Cell
from elzctl.intake.readers.pdf_grid import Box, Grid, grids_of
from elzctl.intake.readers.pdf_layout import Layout
from elzctl.intake.readers.pdf_lined import lined_grids
from elzctl.intake.readers.pdf_parts import Part, printed_rows
from elzctl.intake.readers.pdf_runs import Rule, Run
from elzctl.record import NamedTuple

_STANDS_IN = -10
_STEP, _HEIGHT = 13.0, 10.0
_SAME = 6.0
_HEAD_ROWS = 3
_PADDING = 12.0
_FORM = 2
_OPEN = re.compile(r"(?:[-\u2010\u00ad,;/&(+]|\b(?:en|of|and|or|van|de|het|een|voor|met|in|op|bij|te|the))\s*\Z")


# A row with its code begins an action; what goes on on the next page has none.
_CODED = re.compile(r"[A-Z]{0,4}[ .-]?\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s*")


class _Open(NamedTuple):
    """A table at the end of a page, which may go on: its number, edges, last row, the texts of its first rows and of the last."""

    number: int
    edges: tuple[float, ...]
    row: int
    heads: tuple[dict[int, str], ...]
    last: dict[int, str]
    page: int


class Drawn:
    """Reads the pages of one document; ``repeated`` are the heads of tables that stand on more pages, with these."""

    def __init__(self) -> None:
        self._layout = Layout()
        self._open: _Open | None = None
        self.repeated: set[tuple[int, Run]] = set()

    def parts(self, runs: Sequence[Run], rules: Sequence[Rule], page: int) -> Iterator[Part]:
        """The rows of a page in reading order, each as a part of its own."""
        grids = self._grids(runs, rules, page)
        if not grids:
            self._open = None
            yield from self._layout.parts(runs, rules, page)
            return
        loose, standing = _without(grids, runs)
        done: set[int] = set()
        is_first = True
        for part in self._layout.parts([*loose, *standing], _rules_outside(grids, rules), page):
            own = tuple(run for run in part.rows[0].runs if run.mark > _STANDS_IN)
            if own:
                self._open, is_first = None, False
                yield part._replace(rows=(part.rows[0]._replace(runs=own),))
            for run in part.rows[0].runs:
                place = _STANDS_IN - run.mark
                if place >= 0 and place not in done:
                    done.add(place)
                    self._layout.cut()
                    yield from self._table(grids[place], page, is_first=is_first)
                    is_first = False

    def _grids(self, runs: Sequence[Run], rules: Sequence[Rule], page: int) -> list[Grid]:
        """The drawn tables of a page, from top to bottom; a row by itself is one when a table may go on in it."""
        known = self._open.edges if self._open is not None and self._open.page + 1 == page else ()
        drawn = grids_of(rules, runs)
        lined = lined_grids(rules, runs, drawn, known)
        usable = [grid for grid in drawn if (grid.is_parted and grid.rows > 1) or _alike(grid.edges, known)]
        found: list[Grid] = []
        held: set[Run] = set()
        for grid in sorted([*lined, *usable], key=lambda one: -sum(len(cell.runs) for cell in one.cells)):
            own = grid.runs
            if held.isdisjoint(own):
                found.append(grid)
                held |= own
        return sorted(found, key=lambda grid: -grid.top)

    def _table(self, grid: Grid, page: int, *, is_first: bool) -> Iterator[Part]:
        """The cells of a table, or of the rest of one that the page before began."""
        rows = _rows(grid)
        last = self._open
        if last is None or not is_first or page != last.page + 1 or not _goes_on(last, grid, rows):
            table = _Open(self._layout.table(), grid.edges, 0, tuple(map(_texts, rows[:_HEAD_ROWS])), {}, page)
            columns = {edge: place for place, edge in enumerate(grid.edges, start=1)}
        else:
            table = last
            columns = {edge: _nearest(edge, table.edges) for edge in grid.edges}
            rows = self._without_heads(rows, table, page)
        for count, row in enumerate(rows):
            texts = {columns[_edge(cell, grid)]: text for cell, text in zip(row, _texts(row).values(), strict=True)}
            is_rest = count == 0 and table is last and _is_rest(texts, table.last)
            table = table._replace(row=table.row if is_rest else table.row + 1)
            table = table._replace(last={**table.last, **texts} if is_rest else texts, page=page)
            for cell in row:
                yield from _cell(cell, Cell(table.number, table.row, columns[_edge(cell, grid)]), page)
        self._open = table._replace(page=page)

    def _without_heads(self, rows: list[list[Box]], table: _Open, page: int) -> list[list[Box]]:
        """The rows without the head that each page repeats."""
        count = 0
        while count < len(rows) - 1 and count < len(table.heads) and _texts(rows[count]) == table.heads[count]:
            self.repeated |= {(page, run) for cell in rows[count] for run in cell.runs}
            count += 1
        return rows[count:]


def _without(grids: Sequence[Grid], runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """What stands in no drawn table, and lines that stand in for each table."""
    held = set().union(*(grid.runs for grid in grids))
    loose = [run for run in runs if run not in held]
    left = min((run.left for run in loose), default=float("-inf"))
    right = max((run.right for run in loose), default=float("inf"))
    standing = []
    for place, grid in enumerate(grids):
        # A table may be wider than the text around it, and reach over the edge of the page.
        start = grid.edges[0] if grid.edges[-1] < left else max(grid.edges[0], left)
        end = grid.edges[-1] if start > right else min(grid.edges[-1], right)
        top = grid.top
        while top > grid.bottom + _HEIGHT or top == grid.top:
            low = max(top - _HEIGHT, grid.bottom)
            standing.append(Run("x", start, max(end, start + 1), low, top, _HEIGHT, False, False, _STANDS_IN - place))
            top -= _STEP
    return loose, standing


def _rules_outside(grids: Sequence[Grid], rules: Sequence[Rule]) -> list[Rule]:
    return [
        rule
        for rule in rules
        if not any(
            grid.bottom - _SAME < rule.bottom
            and rule.top < grid.top + _SAME
            and grid.edges[0] - _SAME < rule.left
            and rule.right < grid.edges[-1] + _SAME
            for grid in grids
        )
    ]


def _rows(grid: Grid) -> list[list[Box]]:
    """The cells of each row that holds something, from left to right."""
    found: list[list[Box]] = []
    for cell in grid.cells:
        if found and found[-1][0].row == cell.row:
            found[-1].append(cell)
        else:
            found.append([cell])
    return found


def _texts(row: Sequence[Box]) -> dict[int, str]:
    """What the cells of a row say, by their columns."""
    return {cell.column: " ".join(one.text for one in printed_rows(cell.runs, 0)) for cell in row}


def _edge(cell: Box, grid: Grid) -> float:
    return grid.edges[cell.column - 1]


def _nearest(edge: float, edges: Sequence[float]) -> int:
    return 1 + min(range(len(edges)), key=lambda place: abs(edges[place] - edge))


def _goes_on(last: _Open, grid: Grid, rows: Sequence[Sequence[Box]]) -> bool:
    """True for a table at the top of a page that is the rest of the one before it."""
    if not _alike(last.edges, grid.edges):
        return False
    first = _texts(rows[0])
    # A form that begins as the one before it is another form.
    is_titled = len(grid.edges) - 1 == _FORM and list(first) == list(last.heads[0]) == [1]
    begins_again = len(grid.edges) - 1 == _FORM and first.get(1) == last.heads[0].get(1) and first != last.heads[0]
    return not is_titled and not begins_again


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """True for the edges of one table, some of which a page may not have."""
    few, many = sorted((one, other), key=len)
    ends = bool(few) and abs(few[0] - many[0]) <= _SAME and abs(few[-1] - many[-1]) <= _SAME
    return ends and all(any(abs(edge - there) <= _SAME for there in many) for edge in few)


def _is_rest(row: Mapping[int, str], last: Mapping[int, str]) -> bool:
    """True for the rest of a row that the end of the page cut."""
    open_cells = sum(column in last and _is_open(last[column], text) for column, text in row.items())
    if 1 in row:
        return 1 in last and _is_open(last[1], row[1]) and open_cells * 2 >= len(row)
    is_coded = _CODED.fullmatch(last.get(1, "")) is not None
    is_open = len(row) == 1 or open_cells * 2 >= len(row) or (is_coded and open_cells > 0)
    return 1 in last and set(row) <= set(last) and is_open


def _is_open(before: str, after: str) -> bool:
    return after[:1].islower() or _OPEN.search(before) is not None


def _cell(cell: Box, place: Cell, page: int) -> Iterator[Part]:
    padding = min(min(run.left for run in cell.runs) - cell.left, _PADDING)
    for row in printed_rows(cell.runs, page):
        yield Part((row,), cell=place, limit=cell.right - max(0.0, padding))
