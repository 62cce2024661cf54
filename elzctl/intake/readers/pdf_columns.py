"""Two columns of running text on a page of a PDF without tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elzctl.intake.readers.pdf_parts import printed_rows
from elzctl.intake.readers.pdf_runs import Run

_LEAST_ROWS = 5


def columns_of(runs: Sequence[Run]) -> tuple[list[Run], list[Run], list[Run], list[Run]] | None:
    """What stands above two columns of running text, the columns, and what stands below; ``None`` without columns."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    if len(runs) < 4 * _LEAST_ROWS:
        return None
    for middle in _gutters(runs, left, right):
        crossing = [run for run in runs if run.left < middle < run.right]
        sides = [run for run in runs if run.right <= middle], [run for run in runs if run.left >= middle]
        if not all(
            _is_running_text(side, edge) for side, edge in zip(sides, ((left, middle), (middle, right)), strict=True)
        ):
            continue
        low = min(max(run.top for run in side) for side in sides)
        high = max(min(run.bottom for run in side) for side in sides)
        above = [run for run in crossing if run.bottom >= low - 1]
        below = [run for run in crossing if run.top <= high + 1 and run not in above]
        if len(above) + len(below) == len(crossing):
            return _with_ends(above, *sides, below)
    return None


def _with_ends(
    above: list[Run], left: list[Run], right: list[Run], below: list[Run]
) -> tuple[list[Run], list[Run], list[Run], list[Run]]:
    """Columns begin at one height: what stands higher belongs to what is above them."""
    line = min((run.bottom for run in above), default=float("inf"))
    tops = [max((run.top for run in side if run.top < line), default=line) for side in (left, right)]
    start = min(tops) + 1
    head = [run for run in (*left, *right) if run.bottom > start]
    return [*above, *head], [one for one in left if one not in head], [one for one in right if one not in head], below


def _gutters(runs: Sequence[Run], left: float, right: float) -> Iterator[float]:
    """Places in the middle where few runs cross."""
    for share in (0.5, 0.45, 0.55, 0.4, 0.6):
        middle = left + share * (right - left)
        crossing = sum(run.left < middle < run.right for run in runs)
        if crossing <= 0.12 * len(runs):
            yield middle


def _is_running_text(side: Sequence[Run], edges: tuple[float, float]) -> bool:
    """True for a side that holds lines that fill it, and keeps away from the gutter."""
    rows = printed_rows(side, 0) if side else []
    if len(rows) < _LEAST_ROWS:
        return False
    width = max(row.right for row in rows) - min(row.left for row in rows)
    full = sum(row.right - row.left > 0.75 * width for row in rows)
    return full >= 0.5 * len(rows) and width > 0.7 * (edges[1] - edges[0] - 40)
