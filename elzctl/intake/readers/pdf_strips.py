"""The columns that upright strips of white make of a stretch of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from elzctl.intake.readers.markers import is_number, is_sign
from elzctl.intake.readers.pdf_parts import beside
from elzctl.intake.readers.pdf_runs import Run

_NEAR = 3.0


def parts_cells(runs: Sequence[Run], middle: float) -> bool:
    """True when things stand on both sides on one line, and the left ones are more than signs of a list."""
    left = [run for run in runs if run.right <= middle and not is_sign(run.text)]
    return any(beside(one, other) for one in left for other in runs if other.left >= middle)


def parted(runs: Sequence[Run], strips: Sequence[float]) -> list[list[Run]]:
    """The runs by column, without columns that are only signs of lists: those belong to the next one."""
    bounds = [float("-inf"), *strips, float("inf")]
    columns = [[run for run in runs if low < (run.left + run.right) / 2 <= high] for low, high in pairwise(bounds)]
    found: list[list[Run]] = []
    signs: list[Run] = []
    for column in columns:
        if signs and column and not _leads(signs, column):
            found.append(signs)
            signs = []
        if column and all(is_sign(run.text) for run in column):
            signs += column
        elif column:
            found.append([*signs, *column])
            signs = []
    if signs:
        found.append(signs)
    # The number of a heading stands before it, and is no cell.
    is_heading = len(found) == 2 and all(is_number(run.text) for run in found[0])
    return [[*found[0], *found[1]]] if is_heading else found


def _leads(signs: Sequence[Run], column: Sequence[Run]) -> bool:
    """True for signs of a list that stand before the text of a column, near it."""
    right = max(run.right for run in signs)
    return min(run.left for run in column) - right < _NEAR * signs[0].size
