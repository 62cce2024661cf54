"""Actions with a single number or letter: counted anew under each goal (*A.*, *B.* under 1.1, *A.* again under 1.2), or on (*1.*, *2.* under Doel 1, *3.* under Doel 2)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, Level, named_by_word
from elzctl.intake.plan.labels import NO_FORM, found

AGAIN = "#again"
"""The kind of such headings."""
FEWEST = 2
MOST_BETWEEN = 2
"""Texts between the title of an action and its form."""


def counted_again(heads: Sequence[Head], blocks: Sequence[Block]) -> list[Head]:
    """The heads; those of a kind of single letters or numbers that begins again under others, each above a form, are actions."""
    kinds: dict[str, list[Head]] = defaultdict(list)
    for one in heads:
        if len(one.numbers) == 1 and one.family.startswith("#") and one.level is None:
            kinds[one.family].append(one)
    dotted = [one.at for one in heads if len(one.numbers) > 1]
    goals = sorted(named_by_word(heads, of_goals=True).values())
    acting = {
        name
        for name, group in kinds.items()
        if ((dotted and _begins_again(group, dotted)) or _counts_on(group, goals)) and _have_forms(group, blocks)
    }
    return [
        one._replace(family=AGAIN, level=Level.ACTION, numbers=())
        if one.family in acting and one in kinds[one.family]
        else one
        for one in heads
    ]


def _begins_again(group: Sequence[Head], dotted: Sequence[int]) -> bool:
    """True when it counts from 1 under several headings with points, and goes on by ones."""
    starts = [one.at for one in group if one.numbers == (1,)]
    above = {max((at for at in dotted if at < start), default=-1) for start in starts}
    last = 0
    for one in group:
        if one.numbers[0] not in (1, last + 1):
            return False
        last = one.numbers[0]
    return len(starts) > 1 and len(above) == len(starts) and -1 not in above


def _counts_on(group: Sequence[Head], goals: Sequence[int]) -> bool:
    """True when it stands under goals that a word names, and goes on by ones, or begins again under the next goal."""
    if not goals or group[0].at < goals[0] or len(group) < len(goals) or len(group) < FEWEST:
        return False
    return group[0].numbers == (1,) and all(
        other.numbers[0] == one.numbers[0] + 1
        or (other.numbers == (1,) and bisect_right(goals, one.at) < bisect_right(goals, other.at))
        for one, other in pairwise(group)
    )


def _have_forms(group: Sequence[Head], blocks: Sequence[Block]) -> bool:
    """True when a label of a form stands behind nearly all of them, before the next one: sentences may stand between."""
    ends = [*(one.at for one in group), len(blocks)][1:]
    labelled = sum(_has_form(blocks[one.at + 1 : end]) for one, end in zip(group, ends, strict=True))
    return labelled * 5 >= len(group) * 4


def _has_form(below: Sequence[Block]) -> bool:
    """True when a label stands first, or a fact behind a text of one or two blocks, no list and no heading."""
    for at, block in enumerate(below[: MOST_BETWEEN + 1]):
        one = found(block)
        if one is not None:
            return not at or one.label not in NO_FORM
        if block.level or block.depth or block.cell is not None:
            return False
    return False
