"""Headings with numbers that count on: which of the numbered paragraphs of a document are its items."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from elzctl.intake.minutes.parts import Numbered, Part, is_strong
from elzctl.intake.paper import Block

_Look: TypeAlias = tuple[str, bool, bool]
"""How a number is made: its sign, whether it is bold, and whether it stands in a list inside another."""


def chain_of(parts: Sequence[Part], numbers: Mapping[int, Numbered]) -> tuple[int, ...]:
    """The places of headings that count from 1, or from the first one on; the longest that have something under them."""
    alike: dict[tuple[int, _Look], list[int]] = {}
    for at in sorted(numbers):
        alike.setdefault((numbers[at].number[0], _look(parts[at], numbers[at])), []).append(at)
    best: tuple[int, ...] = ()
    best_score = (0, 0)
    for start, number in numbers.items():
        if number.number[0] > 2:
            continue
        chain = _from(start, _look(parts[start], number), numbers, alike)
        score = (sum(_has_own(at, parts, numbers) for at in chain), len(chain))
        if score > best_score and score[0] * 2 >= len(chain):
            best, best_score = chain, score
    return best


def _from(
    start: int, look: _Look, numbers: Mapping[int, Numbered], alike: Mapping[tuple[int, _Look], Sequence[int]]
) -> tuple[int, ...]:
    """The chain that begins there: each next number in the same make, before one that begins anew counts on."""
    chain = [start]
    while True:
        places = alike.get((numbers[chain[-1]].number[0] + 1, look), ())
        behind = range(bisect_right(places, chain[-1]), len(places))
        if not behind:
            return tuple(chain)
        loose = (places[n] for n in behind if places[n] - 1 == chain[-1] or not _counts_on(places[n], numbers))
        chain.append(next(loose, places[behind[0]]))


def _counts_on(at: int, numbers: Mapping[int, Numbered]) -> bool:
    """True for an item of a list: the one right before it has the number before."""
    return at - 1 in numbers and numbers[at - 1].number[0] == numbers[at].number[0] - 1


def _look(part: Part, number: Numbered) -> _Look:
    assert isinstance(part, Block)
    return number.sign, is_strong(part), bool(part.depth > 1)


def _has_own(at: int, parts: Sequence[Part], numbers: Mapping[int, Numbered]) -> bool:
    """True when something stands under it that is no such heading itself."""
    return at + 1 < len(parts) and at + 1 not in numbers
