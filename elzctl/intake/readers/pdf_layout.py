"""A PDF without tags in the order in which a person reads it: columns, tables and forms by how things stand.

A page is cut where nothing stands: first into columns of running text, then into bands by white and by drawn lines, and a
band into cells by an upright strip of white.  Bands with the same strips are rows of one table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from elzctl.intake.paper import Cell
from elzctl.intake.readers.pdf_columns import columns_of
from elzctl.intake.readers.pdf_parts import Part, Row, beside, printed_rows
from elzctl.intake.readers.pdf_runs import Rule, Run
from elzctl.intake.readers.pdf_stretches import stretches
from elzctl.intake.readers.pdf_strips import parted, parts_cells
from elzctl.record import NamedTuple

_STRIP = 0.95
"""How wide an upright strip of white is at least, in heights of letters."""
_NARROW, _ALIGNED = 0.35, 4
"""The same where so many things begin right behind it."""
_AT = 1.5  # how near to its place in the table above a column begins
_BAND = 1.75
"""How far two rows are apart that do not belong together, in usual distances."""
_APART = 1.25
_PADDING = 12.0
_SAME = 6.0
_LEAST_RULES = 3
_FORM = 2
_DEEPEST = 8
_MOST = 1500


class _Table(NamedTuple):
    """A table that may go on in the next band: its number, the left edges of its columns, and its last row."""

    number: int
    edges: tuple[float, ...]
    row: int


class Layout:
    """Reads the pages of one document, and numbers its tables."""

    def __init__(self) -> None:
        self._tables = 0
        self._last: _Table | None = None
        self._edges: tuple[float, ...] = ()
        self._page = 0
        self._is_top = True
        self._rules: Sequence[Rule] = ()
        self._upright: Sequence[Rule] = ()
        self._pitch = 12.0
        self._zones = 0
        self._zone = 0

    def table(self) -> int:
        """The number of a new table."""
        self._tables += 1
        return self._tables

    def cut(self) -> None:
        """What was read until here does not go on below."""
        self._last, self._is_top = None, False

    def parts(self, runs: Sequence[Run], rules: Sequence[Rule], page: int) -> Iterator[Part]:
        """The rows of a page in reading order, each as a part of its own; paragraphs are made of them afterwards."""
        # A table at the end of a page goes on with the one that begins the next page, when its columns stand there too.
        self._page, self._is_top = page, True
        self._rules = [rule for rule in rules if rule.lies]
        self._upright = [rule for rule in rules if not rule.lies]
        rows = printed_rows(runs, page)
        if len(runs) > _MOST:
            yield from (Part((row,)) for row in rows)
            return
        steps = [one.top - two.top for one, two in pairwise(rows) if 2 < one.top - two.top < 40]
        self._pitch = median(steps) if steps else 12.0
        yield from self._region(runs, 0)

    def _region(self, runs: Sequence[Run], depth: int, *, whole: bool = False) -> Iterator[Part]:
        """The parts of a stretch of a page; *whole*: lines are drawn above and below it, as around a row of a table."""
        if len(runs) < 2 or depth > _DEEPEST:
            yield from self._alone(runs)
            return
        columns = columns_of(runs)
        if columns is not None and not self._is_drawn_table(runs):
            for side in columns:
                yield from self._zoned(side, depth)
            return
        bands = self._bands(runs)
        if len(bands) > 1:
            for band, is_row in bands:
                yield from self._region(band, depth + 1, whole=is_row)
            return
        known = self._last.edges if self._last is not None else self._edges if len(self._edges) > _FORM else ()
        apart = [] if whole else stretches(printed_rows(runs, self._page), known)
        if len(apart) > 1:
            for one in apart:
                yield from self._stretch([run for row in one.rows for run in row.runs], table=one.table)
            return
        yield from self._stretch(runs, table=True, whole=whole)

    def _stretch(self, runs: Sequence[Run], *, table: bool, whole: bool = False) -> Iterator[Part]:
        """Rows as the cells of a table, or as rows of text."""
        strips = self._strips(runs) if table else []
        columns = parted(runs, strips) if strips else []
        if len(columns) > 1:
            yield from self._cells(columns, whole=whole)
            return
        is_top = self._is_top
        yield from self._alone(runs)
        if not is_top:
            self._last = None

    def _alone(self, runs: Sequence[Run]) -> Iterator[Part]:
        """Rows with nothing beside them: of text, or at the top of a page of a cell that the page before cut."""
        column = self._column_of(runs)
        if column and self._last is not None:
            yield from self._cell(runs, self._last, column)
            return
        if self._is_top:
            self._last, self._is_top = None, False
        yield from (Part((row,), zone=self._zone) for row in printed_rows(runs, self._page))

    def _column_of(self, runs: Sequence[Run]) -> int:
        """The column in which a cell goes on that the end of the page before cut; 0 for none."""
        if self._last is None or not self._is_top or not _go_on([runs]):
            return 0
        left, right = min(run.left for run in runs), max(run.right for run in runs)
        edges = (*self._last.edges, float("inf"))
        fits = (at for at, (edge, after) in enumerate(pairwise(edges), 1) if edge - _SAME <= left and right < after)
        return next(fits, 0)

    def _zoned(self, runs: Sequence[Run], depth: int) -> Iterator[Part]:
        """A stretch that is as wide as no other one."""
        self._zones += 1
        zone, self._zone = self._zone, self._zones
        yield from self._region(runs, depth + 1) if runs else ()
        self._zone = zone

    def _bands(self, runs: Sequence[Run]) -> list[tuple[list[Run], bool]]:
        """The runs cut by wide white and by drawn lines, from top to bottom, and whether lines are drawn around each."""
        left, right = min(run.left for run in runs), max(run.right for run in runs)
        rows = printed_rows(runs, self._page)
        bands: list[list[Row]] = [[rows[0]]]
        for above, row in pairwise(rows):
            apart = above.top - row.top > _BAND * self._pitch and above.bottom - row.top > 0.4 * self._pitch
            if apart or self._is_ruled(row.top, above.bottom, left, right):
                bands.append([])
            bands[-1].append(row)
        found = []
        for band in bands:
            top, bottom = max(row.top for row in band), min(row.bottom for row in band)
            over = self._is_ruled(top, top + self._pitch, left, right)
            under = self._is_ruled(bottom - self._pitch, bottom, left, right)
            found.append(([run for row in band for run in row.runs], over and under))
        return found

    def _is_drawn_table(self, runs: Sequence[Run]) -> bool:
        """True when lines are drawn over the whole width between most rows: what stands there beside each other is a table."""
        left, right = min(run.left for run in runs), max(run.right for run in runs)
        rows = printed_rows(runs, self._page)
        ruled = sum(self._is_ruled(below.top, above.bottom, left, right) for above, below in pairwise(rows))
        return ruled >= _LEAST_RULES and ruled * 3 > len(rows)

    def _is_ruled(self, low: float, high: float, left: float, right: float) -> bool:
        """True when lines are drawn between two heights, over most of the width."""
        low, high = low - 3.5, high + 3.5
        over = [rule for rule in self._rules if low <= (rule.bottom + rule.top) / 2 <= high]
        drawn = sum(
            min(rule.right, right) - max(rule.left, left) for rule in over if rule.right > left and rule.left < right
        )
        return drawn > 0.5 * (right - left)

    def _strips(self, runs: Sequence[Run]) -> list[float]:
        """The middles of upright strips where nothing stands or a line is drawn, between things beside each other."""
        height = median(run.top - run.bottom for run in runs)
        low, high = min(run.bottom for run in runs), max(run.top for run in runs)
        drawn = [
            rule.left for rule in self._upright if min(rule.top, high) - max(rule.bottom, low) > 0.7 * (high - low)
        ]
        known = self._last.edges[1:] if self._last is not None else ()
        before = () if self._last is not None else self._edges
        spans = sorted((run.left, run.right) for run in runs)
        found, end = [], spans[0][1]
        for left, right in spans[1:]:
            line = next((place for place in drawn if end - 1 <= place <= left + 1), None)
            is_known = any(abs(left - edge) < _AT for edge in known) and left > end - _AT
            aligned = sum(abs(run.left - left) < _AT for run in runs)
            least = 1 if any(abs(left - edge) < _AT for edge in before) else _ALIGNED
            is_edge = left - end > (_NARROW * height if least == _ALIGNED else 0) and aligned >= least
            if left - end > _STRIP * height or line is not None or is_known or is_edge:
                found.append((end + left) / 2 if line is None else line)
            end = max(end, right)
        # In a cell that is higher than its words, what stands beside them may begin lower.
        return [middle for middle in found if middle in drawn or parts_cells(runs, middle)]

    def _cells(self, columns: Sequence[Sequence[Run]], *, whole: bool) -> Iterator[Part]:
        """The cells of a band, row by row; the text of a cell is read as a page is."""
        edges = tuple(min(run.left for run in column) for column in columns)
        table = self._last
        if table is None or not _alike(table.edges, edges):
            table = _Table(self.table(), edges, 0)
        for cells in self._table_rows(columns, whole=whole):
            is_rest = self._is_top and table is self._last and _go_on(cells)
            table = table if is_rest else table._replace(row=table.row + 1)
            self._is_top = False
            for cell in cells:
                if cell:
                    lefts = [abs(edge - min(run.left for run in cell)) for edge in table.edges]
                    yield from self._cell(cell, table, 1 + lefts.index(min(lefts)))
        self._last, self._edges = table, table.edges

    def _cell(self, runs: Sequence[Run], table: _Table, column: int) -> Iterator[Part]:
        """The rows of a cell in the last row of a table."""
        limit = limit_of(runs, self._upright)
        for row in printed_rows(runs, self._page):
            yield Part((row,), cell=Cell(table.number, table.row, column), limit=limit)

    def _table_rows(self, columns: Sequence[Sequence[Run]], *, whole: bool) -> Iterator[list[list[Run]]]:
        """The rows of a band: one begins behind white, or where something stands in the first column beside something else."""
        rows = printed_rows([run for column in columns for run in column], self._page)
        steps = [above.top - row.top for above, row in pairwise(rows)]
        white = [row for step, row in zip(steps, rows[1:], strict=True) if step > _APART * min(steps)]
        starts = [rows[0].top, *(row.top for row in white if any(beside(row.runs[0], run) for run in columns[0]))]
        if len(starts) == 1 and not whole:
            starts = [*self._labels(columns)]
        # What stands above the first label belongs to it too: labels may stand in the middle of their row.
        bounds = [float("inf"), *(start + 1 for start in starts[1:]), float("-inf")]
        for high, low in pairwise(bounds):
            yield [[run for run in column if low < run.top <= high] for column in columns]

    def _labels(self, columns: Sequence[Sequence[Run]]) -> Iterator[float]:
        """The tops of what begins a row in the first column: it stands beside something, and does not go on."""
        first = printed_rows(columns[0], self._page)
        others = [run for column in columns[1:] for run in column]
        yield first[0].top
        for above, row in pairwise(first):
            goes_on = above.top - row.top < 1.3 * self._pitch and not any(beside(above.runs[0], run) for run in others)
            if any(beside(row.runs[0], run) for run in others) and not goes_on:
                yield row.top


def cells_whole(parts: Sequence[Part]) -> list[Part]:
    """The parts, those of a cell that a page cut right behind its first ones."""
    found: list[Part] = []
    for part in parts:
        place = len(found)
        if part.cell is not None and found and found[-1].cell != part.cell:
            row = part.cell[:2]
            while place and (cell := found[place - 1].cell) is not None and cell[:2] == row and cell != part.cell:
                place -= 1
            place = place if place and found[place - 1].cell == part.cell else len(found)
        found.insert(place, part)
    return found


def _go_on(cells: Sequence[Sequence[Run]]) -> bool:
    """True for the rest of cells that the end of a page cut: none of them begins with a capital or a number."""
    return all(cell[0].text.lstrip()[:1].islower() for cell in cells if cell)


def limit_of(cell: Sequence[Run], upright: Sequence[Rule]) -> float:
    """The right edge of the text in a cell, when *upright* lines are drawn on both sides of it; otherwise 0."""
    left, right = min(run.left for run in cell), max(run.right for run in cell)
    middle = cell[0].middle
    beside = [rule for rule in upright if rule.bottom <= middle <= rule.top]
    before = max((rule.right for rule in beside if rule.right <= left + 1), default=None)
    after = min((rule.left for rule in beside if rule.left >= right - 1), default=None)
    return after - min(left - before, _PADDING) if before is not None and after is not None else 0


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """True for edges of the same table: each of the fewer stands where one of the others does."""
    few, many = sorted((one, other), key=len)
    return len(few) > 1 and all(any(abs(edge - there) <= _SAME for there in many) for edge in few)
