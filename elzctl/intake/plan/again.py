"""Actions that are counted anew under each goal: *A.* and *B.* under 1.1, and *A.* again under 1.2."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, Level
from elzctl.intake.plan.labels import found

AGAIN = "again"
"""The kind of such headings."""


def counted_again(heads: Sequence[Head], blocks: Sequence[Block]) -> list[Head]:
    """The heads; those of a kind of single letters or numbers that begins again under others, each above a form, are actions."""
    kinds: dict[str, list[Head]] = defaultdict(list)
    for one in heads:
        if len(one.numbers) == 1 and one.family.startswith("#") and one.level is None:
            kinds[one.family].append(one)
    dotted = [one.at for one in heads if len(one.numbers) > 1]
    acting = {
        name for name, group in kinds.items() if dotted and _begins_again(group, dotted) and _have_forms(group, blocks)
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


def _have_forms(group: Sequence[Head], blocks: Sequence[Block]) -> bool:
    """True when a label of a form stands right behind nearly all of them."""
    labelled = sum(found(blocks[one.at + 1]) is not None for one in group if one.at + 1 < len(blocks))
    return labelled * 5 >= len(group) * 4
