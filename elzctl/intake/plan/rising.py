"""Which of many numbered headings are headings of the plan: those that stand in the order of their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.intake.plan.codes import Head

SURE = 3.5
"""From here on it is a heading, also when its number is out of order."""
MOST_HEADS = 3000
"""So many headings can be weighed against each other; of more, each that is higher than the last one counts."""


def rising(group: Sequence[Head], scores: Sequence[float]) -> list[Head]:
    """The heaviest series of rising numbers, and what stands out of order but is surely a heading; *scores* are how much each looks so."""
    if len(group) > MOST_HEADS:
        return _simply(group)
    weights = [max(0.1, score) for score in scores]
    best: list[tuple[float, int]] = []
    for at, one in enumerate(group):
        before = [(best[k][0], k) for k in range(at) if group[k].numbers < one.numbers]
        most, last = max(before, default=(0.0, -1))
        best.append((most + weights[at], last))
    chosen: set[int] = set()
    at = max(range(len(group)), key=lambda k: best[k][0], default=-1)
    while at >= 0:
        chosen.add(at)
        at = best[at][1]
    return [one for k, one in enumerate(group) if k in chosen or (weights[k] >= SURE and not one.title[:1].islower())]


def _simply(group: Sequence[Head]) -> list[Head]:
    kept: list[Head] = []
    for one in group:
        if not kept or one.numbers > kept[-1].numbers:
            kept.append(one)
    return kept
