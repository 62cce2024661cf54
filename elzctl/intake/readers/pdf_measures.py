"""What is measured of a PDF before its rows become blocks: how far columns reach, the sizes of letters, the step between rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from elzctl.intake.readers.markers import is_asking, is_labelled
from elzctl.intake.readers.pdf_parts import Part, Row

LARGER = 1.12
"""How many times larger than the text the letters of a heading are."""

COLUMN = 60
"""Text that begins so far from other text is another column."""

_LEVELS = 5
_FEWEST = 3
"""Of the steps between rows, for one that is no chance."""
_RAGGED, _MANY, _MOST_OF = 30.0, 8, 0.4


def column_of(part: Part, row: Row) -> tuple[int, int, int]:
    """What has one right edge: a column of a table, or text that begins at one place of a page."""
    if part.cell is not None:
        return -part.cell.table, part.cell.column, 0
    return row.page, part.zone, round(row.left / COLUMN)


def limits_of(parts: Iterable[Part]) -> dict[tuple[int, int, int], float]:
    """How far to the right the rows of each column reach."""
    found: dict[tuple[int, int, int], list[float]] = defaultdict(list)
    for part in parts:
        for row in part.rows:
            keys = [column_of(part, row)]
            if part.cell is None:
                keys += [(row.page, part.zone, keys[0][2] + step) for step in (-1, 1)]
            for key in keys:
                found[key].append(row.right)
    return {key: _edge(rights) for key, rights in found.items()}


def _edge(rights: list[float]) -> float:
    """Where rows end at the right: the farthest one does, but for a title over a column in which many end at one place."""
    rights.sort()
    few = len(rights) // 10
    edge = rights[-1 - few]
    near = sum(edge - _RAGGED < right <= edge for right in rights)
    is_column = few and near >= _MANY and near > _MOST_OF * len(rights) and rights[-1] > edge + _RAGGED
    return edge if is_column else rights[-1]


def sizes_of(parts: Iterable[Part]) -> tuple[float, dict[float, int]]:
    """The usual size of letters, and the levels of the larger ones, but for one that sentences are written in."""
    seen: Counter[float] = Counter()
    rows: Counter[float] = Counter()
    ends: Counter[float] = Counter()
    runs_on: Counter[float] = Counter()
    for part in parts:
        for row in part.rows:
            seen[row.size] += len(row.text)
            rows[row.size] += 1
            ends[row.size] += row.text.rstrip().endswith((".", ",", ";"))
            runs_on[row.size] += row.text[:1].islower()
    usual = seen.most_common(1)[0][0] if seen else 10.0
    is_text = {
        size
        for size, count in rows.items()
        if count >= _MANY
        and (ends[size] > _MOST_OF * count or (4 * seen[size] > seen.total() and 5 * (ends + runs_on)[size] > count))
    }
    larger = sorted((size for size in seen if size > LARGER * usual and size not in is_text), reverse=True)
    return usual, {size: min(level, _LEVELS) for level, size in enumerate(larger, start=1)}


def pitch_of(parts: Sequence[Part]) -> float:
    """The usual distance between two rows of a paragraph: of rows that surely are of one, when there are some."""
    steps = _steps(parts, _runs_on)
    if steps.total() < _FEWEST:
        steps = _steps(parts)
    return max((step for step, times in steps.most_common(2) if times * 3 >= steps.most_common(1)[0][1]), default=14.0)


def tight_of(parts: Iterable[Part], size: float) -> float:
    """The least distance between two rows that is seen more than now and then, with letters of this *size*."""
    return min((step for step, times in _steps(parts).items() if times >= _FEWEST and step >= size), default=14.0)


def begins_lower(above: Row, below: Row, tight: float) -> bool:
    """True for a row with a label of a form that stands clearly lower than the next row of a paragraph would."""
    is_lower = above.top - below.top > max(1.4 * tight, 1.6 * above.size)
    return is_lower and (is_asking(below.text) or is_labelled(below.text))


def _runs_on(above: Row, below: Row) -> bool:
    """True for a row in the middle of a sentence."""
    return below.text[:1].islower() and not above.text.rstrip().endswith((".", "!", "?", ":", ";"))


def _steps(parts: Iterable[Part], counts: Callable[[Row, Row], bool] = lambda *_: True) -> Counter[float]:
    """How often there is each distance between a row and the next one, of those that count."""
    steps: Counter[float] = Counter()
    last: Row | None = None
    for part in parts:
        for row in part.rows:
            if last is not None and last.page == row.page and 4 < last.top - row.top < 40 and counts(last, row):
                steps[round(last.top - row.top)] += 1
            last = row
    return steps
