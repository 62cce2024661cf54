"""Headings with numbers that count on: which of the numbered paragraphs of a document are its items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elzctl.intake.minutes.parts import Numbered, Part, is_strong
from elzctl.intake.paper import Block


def chain_of(parts: Sequence[Part], numbers: Mapping[int, Numbered]) -> tuple[int, ...]:
    """The places of headings that count from 1, or from the first one on; the longest that have something under them."""
    best: tuple[int, ...] = ()
    best_score = (0, 0)
    for start, number in numbers.items():
        if number.number[0] > 2:
            continue
        chain = _from(start, parts, numbers)
        score = (sum(_has_own(at, parts, numbers) for at in chain), len(chain))
        if score > best_score and score[0] * 2 >= len(chain):
            best, best_score = chain, score
    return best


def _from(start: int, parts: Sequence[Part], numbers: Mapping[int, Numbered]) -> tuple[int, ...]:
    """The chain that begins there: each next number in the same make, before one that begins anew counts on."""
    chain = [start]
    look = _look(parts[start], numbers[start])
    while True:
        expected = numbers[chain[-1]].number[0] + 1
        behind = [
            at
            for at in sorted(numbers)
            if at > chain[-1] and numbers[at].number[0] == expected and _look(parts[at], numbers[at]) == look
        ]
        if not behind:
            return tuple(chain)
        loose = [at for at in behind if at - 1 == chain[-1] or not _counts_on(at, numbers)]
        chain.append((loose or behind)[0])


def _counts_on(at: int, numbers: Mapping[int, Numbered]) -> bool:
    """True for an item of a list: the one right before it has the number before."""
    return at - 1 in numbers and numbers[at - 1].number[0] == numbers[at].number[0] - 1


def _look(part: Part, number: Numbered) -> tuple[str, bool, bool]:
    assert isinstance(part, Block)
    return number.sign, is_strong(part), bool(part.depth > 1)


def _has_own(at: int, parts: Sequence[Part], numbers: Mapping[int, Numbered]) -> bool:
    """True when something stands under it that is no such heading itself."""
    return at + 1 < len(parts) and at + 1 not in numbers
