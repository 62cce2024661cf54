"""Tables whose cells are drawn on a page of a PDF: the lines that meet make a grid, and a cell is what lines stand around."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from elzctl.intake.readers.pdf_runs import Rule, Run
from elzctl.record import NamedTuple

_MEET = 3.0
_SAME = 4.0
"""Lines nearer to each other are one: the borders of two cells are often drawn beside each other."""
_MOST = 10_000
_MOST_SLOTS = 5_000


class Box(NamedTuple):
    """A cell: its row and column, which count from 1, its edges, and what stands in it."""

    row: int
    column: int
    left: float
    right: float
    bottom: float
    top: float
    runs: tuple[Run, ...]


class Grid(NamedTuple):
    """A drawn table: its upright lines from left to right, how many rows it has, and the cells that hold something, in order."""

    edges: tuple[float, ...]
    bottom: float
    top: float
    rows: int
    cells: tuple[Box, ...]

    @property
    def is_parted(self) -> bool:
        """True when things stand beside each other in one of its rows."""
        return any(one.row == other.row for one, other in pairwise(self.cells))

    @property
    def area(self) -> float:
        return (self.edges[-1] - self.edges[0]) * (self.top - self.bottom)

    def is_inside(self, other: Grid) -> bool:
        """True for a table that stands in a cell of another one."""
        return (
            other.edges[0] < self.edges[0] + _MEET
            and self.edges[-1] < other.edges[-1] + _MEET
            and other.bottom < self.bottom + _MEET
            and self.top < other.top + _MEET
        )

    @property
    def runs(self) -> set[Run]:
        """All that stands in it."""
        return {run for cell in self.cells for run in cell.runs}


def grids_of(rules: Sequence[Rule], runs: Sequence[Run]) -> list[Grid]:
    """What is drawn as a table on a page: cells with lines around them, more than one beside each other."""
    lying, upright = joined_lines(rules, lies=True), joined_lines(rules, lies=False)
    if len(lying) * len(upright) > _MOST:
        return []
    made = (_grid(across, down, runs) for across, down in _groups(lying, upright))
    found: list[Grid] = []
    for grid in sorted((one for one in made if one is not None), key=lambda one: -one.area):
        if not any(grid.is_inside(other) for other in found):
            found.append(grid)
    return found


def joined_lines(rules: Iterable[Rule], *, lies: bool) -> list[Rule]:
    """The lines of one direction, those that are drawn in pieces as one."""
    found: list[Rule] = []
    lines = sorted((rule for rule in rules if rule.lies is lies), key=lambda rule: _at(rule, lies=lies))
    near: list[Rule] = []
    for rule in lines:
        if near and _at(rule, lies=lies) - _at(near[0], lies=lies) > _MEET:
            found += _joined(near, lies=lies)
            near = []
        near.append(rule)
    return found + _joined(near, lies=lies)


def _at(rule: Rule, *, lies: bool) -> float:
    return (rule.bottom + rule.top) / 2 if lies else (rule.left + rule.right) / 2


def _joined(near: Sequence[Rule], *, lies: bool) -> list[Rule]:
    """Lines at one height that touch, as one each."""
    found: list[Rule] = []
    for rule in sorted(near, key=lambda rule: rule.left if lies else rule.bottom):
        last = found[-1] if found else None
        if last is not None and (rule.left <= last.right + _MEET if lies else rule.bottom <= last.top + _MEET):
            found[-1] = Rule(
                min(last.left, rule.left),
                max(last.right, rule.right),
                min(last.bottom, rule.bottom),
                max(last.top, rule.top),
            )
        else:
            found.append(rule)
    return found


def _groups(lying: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The lines that meet, apart from those of other tables."""
    links: dict[int, list[int]] = defaultdict(list)
    for one, across in enumerate(lying):
        for two, down in enumerate(upright, start=len(lying)):
            if _meet(across, down):
                links[one].append(two)
                links[two].append(one)
    seen: set[int] = set()
    for start in list(links):
        if start in seen:
            continue
        group, open_ends = {start}, [start]
        while open_ends:
            for other in links[open_ends.pop()]:
                if other not in group:
                    group.add(other)
                    open_ends.append(other)
        seen |= group
        lines = sorted(group)
        yield (
            [lying[at] for at in lines if at < len(lying)],
            [upright[at - len(lying)] for at in lines if at >= len(lying)],
        )


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.left - _MEET <= down.right
        and down.left <= across.right + _MEET
        and down.bottom - _MEET <= across.top
        and across.bottom <= down.top + _MEET
    )


def _grid(across: Sequence[Rule], down: Sequence[Rule], runs: Sequence[Run]) -> Grid | None:
    """The table that lines make; ``None`` when they are only a frame, or a row."""
    edges = _places(
        [*(_at(rule, lies=False) for rule in down), *(end for rule in across for end in (rule.left, rule.right))]
    )
    heights = _places(
        [*(_at(rule, lies=True) for rule in across), *(end for rule in down for end in (rule.bottom, rule.top))]
    )
    if len(edges) < 3 or len(heights) < 2 or (len(edges) - 1) * (len(heights) - 1) > _MOST_SLOTS:
        return None
    heights.reverse()
    held = [
        run
        for run in runs
        if edges[0] - 1 <= run.left and _inner(run) <= edges[-1] and heights[-1] <= run.middle <= heights[0]
    ]
    cells = _cells(edges, heights, across, down, held)
    return Grid(tuple(edges), heights[-1], heights[0], len(heights) - 1, cells) if cells else None


def _places(found: Iterable[float]) -> list[float]:
    """Places in order, those that are nearly the same as one."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > _SAME:
            places.append(place)
    return places


def _inner(run: Run) -> float:
    """A place where a run certainly is."""
    return run.left + min(2.0, (run.right - run.left) / 2)


def _cells(
    edges: Sequence[float], heights: Sequence[float], across: Sequence[Rule], down: Sequence[Rule], runs: Sequence[Run]
) -> tuple[Box, ...]:
    """The cells that hold something: slots of the grid, together where no line is drawn between them."""
    wide, high = len(edges) - 1, len(heights) - 1
    root = _roots(edges, heights, across, down)
    groups: dict[int, list[int]] = defaultdict(list)
    for slot in range(wide * high):
        groups[root[slot]].append(slot)
    held: dict[int, list[Run]] = defaultdict(list)
    rising = heights[::-1]
    for run in runs:
        row = high - 1 - _between(run.middle, rising)
        held[root[row * wide + _between(_inner(run), edges)]].append(run)
    return tuple(sorted(_box(groups[group], edges, heights, held[group]) for group in held))


def _roots(edges: Sequence[float], heights: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]) -> list[int]:
    """For each slot the first one of its cell; slots count on from row to row."""
    wide, high = len(edges) - 1, len(heights) - 1
    parents = list(range(wide * high))

    def root(slot: int) -> int:
        while parents[slot] != slot:
            parents[slot] = slot = parents[parents[slot]]
        return slot

    sides = [_near(down, edge, lies=False) for edge in edges]
    floors = [_near(across, height, lies=True) for height in heights]
    for row, (top, bottom) in enumerate(pairwise(heights)):
        for column, (left, right) in enumerate(pairwise(edges)):
            slot = row * wide + column
            if column + 1 < wide and not _is_drawn(sides[column + 1], bottom, top):
                parents[root(slot + 1)] = root(slot)
            if row + 1 < high and not _is_drawn(floors[row + 1], left, right):
                parents[root(slot + wide)] = root(slot)
    return [root(slot) for slot in range(wide * high)]


def _box(slots: Sequence[int], edges: Sequence[float], heights: Sequence[float], runs: Sequence[Run]) -> Box:
    wide = len(edges) - 1
    rows, columns = [slot // wide for slot in slots], [slot % wide for slot in slots]
    left, right = edges[min(columns)], edges[max(columns) + 1]
    return Box(min(rows) + 1, min(columns) + 1, left, right, heights[max(rows) + 1], heights[min(rows)], tuple(runs))


def _between(place: float, edges: Sequence[float]) -> int:
    """Between which two edges a place is; those on the outside reach on."""
    return max(0, min(len(edges) - 2, bisect_right(edges, place) - 1))


def _near(lines: Sequence[Rule], place: float, *, lies: bool) -> list[tuple[float, float]]:
    """From where to where lines are drawn at a place."""
    return [
        (rule.left, rule.right) if lies else (rule.bottom, rule.top)
        for rule in lines
        if abs(_at(rule, lies=lies) - place) <= _SAME
    ]


def _is_drawn(lines: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    """True when lines are drawn along most of the side of a slot."""
    return sum(max(0.0, min(end, last) - max(start, first)) for first, last in lines) > 0.5 * (end - start)
