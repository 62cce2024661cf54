"""Squares of a PDF as large as a check box; some are drawn as four lines by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

Edges: TypeAlias = "tuple[float, float, float, float]"
"""Left, right, bottom and top, in points."""
LEAST, MOST = 6.5, 16.0
"""Points of a side of such a square; what is smaller is the sign of a list."""
ALIKE = 1.5
_THIN = 1.5
_MOST_LINES = 400


def may_be_square(edges: Edges) -> bool:
    """True for edges as far apart across as upwards."""
    width, height = edges[1] - edges[0], edges[3] - edges[2]
    return min(width, height) >= LEAST and max(width, height) <= MOST and abs(width - height) <= ALIKE


def lined_squares(edges: Sequence[Edges]) -> list[Edges]:
    """The squares that four of these lines make; those next to each other are cells of a table, or of a field for one letter each."""
    lying = [one for one in edges if one[3] - one[2] <= _THIN and LEAST <= one[1] - one[0] <= MOST + ALIKE]
    upright = [one for one in edges if one[1] - one[0] <= _THIN and LEAST <= one[3] - one[2] <= MOST + ALIKE]
    if max(len(lying), len(upright)) > _MOST_LINES:
        return []
    found = list(_squares(lying, upright))
    return [one for one in found if not any(one is not other and _touch(one, other) for other in found)]


def _squares(lying: Sequence[Edges], upright: Sequence[Edges]) -> Iterator[Edges]:
    for low in lying:
        for high in lying:
            made = (min(low[0], high[0]), max(low[1], high[1]), low[2], high[3])
            alike = abs(low[0] - high[0]) <= ALIKE and abs(low[1] - high[1]) <= ALIKE
            if alike and may_be_square(made) and all(_has_side(upright, made, side) for side in made[:2]):
                yield made


def _has_side(upright: Sequence[Edges], square: Edges, side: float) -> bool:
    """True when a line stands at that side of a square, from its bottom to its top."""
    return any(
        abs((one[0] + one[1]) / 2 - side) <= ALIKE
        and abs(one[2] - square[2]) <= ALIKE
        and abs(one[3] - square[3]) <= ALIKE
        for one in upright
    )


def _touch(one: Edges, other: Edges) -> bool:
    """True for two squares that have a side in common, but for the same one drawn twice."""
    across = one[0] - ALIKE <= other[1] and other[0] <= one[1] + ALIKE
    upwards = one[2] - ALIKE <= other[3] and other[2] <= one[3] + ALIKE
    same = all(abs(here - there) <= ALIKE for here, there in zip(one, other, strict=True))
    return across and upwards and not same
