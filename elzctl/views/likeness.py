"""Which of two lists belong together: the same words first, then those that have most of their words in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

ALIKE = 0.5
"""The share of their words that two steps, points or the like must have in common to be two versions of one."""
MOST_PAIRS = 40_000
"""So many are likened at most; beyond that, only the same words belong together."""

T = TypeVar("T")


def paired(
    old: Sequence[T], new: Sequence[T], words_of: Callable[[T], str], alike: float
) -> list[tuple[T | None, T | None]]:
    """What is two versions of one, in the order of *new*, and then what is gone."""
    before, after = ([_words(words_of(one)) for one in side] for side in (old, new))
    partners = _same(before, after)
    taken = set(partners.values())
    left = [place for place in range(len(old)) if place not in taken]
    right = [place for place in range(len(new)) if place not in partners]
    if len(left) * len(right) <= MOST_PAIRS:
        bags = [set(one) for one in before], [set(one) for one in after]
        scores = ((likeness(bags[0][one], bags[1][other]), one, other) for one in left for other in right)
        near = (score for score in scores if score[0] >= alike)
        for _, one, other in sorted(near, key=lambda score: (-score[0], abs(score[1] - score[2]))):
            if other not in partners and one not in taken:
                partners[other] = one
                taken.add(one)
    pairs: list[tuple[T | None, T | None]] = [
        (old[partners[place]] if place in partners else None, one) for place, one in enumerate(new)
    ]
    return [*pairs, *((one, None) for place, one in enumerate(old) if place not in taken)]


def likeness(one: set[str], other: set[str]) -> float:
    """The share of their words that two texts have in common, from 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def bag(plain: str) -> set[str]:
    """The words of a text, by which it is likened to others."""
    return set(_words(plain))


def _same(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> dict[int, int]:
    """The places in *new* of what stands in *old* with the same words, each with the place there."""
    free: dict[tuple[str, ...], list[int]] = {}
    for place, one in reversed(list(enumerate(old))):
        free.setdefault(tuple(one), []).append(place)
    return {place: free[tuple(one)].pop() for place, one in enumerate(new) if free.get(tuple(one))}


def _words(plain: str) -> list[str]:
    return re.findall(r"\w+", plain.casefold())
