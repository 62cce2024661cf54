"""Headings with labels under them that are goals all the same: who does it and when stands under others, below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import HEADING_WORDS, TOP, Head, names_goal
from elzctl.intake.plan.labels import found
from elzctl.intake.plan.words import Label, plain

FACTS = frozenset(
    (
        Label.LEAD,
        Label.LEAD_ASKED,
        Label.PARTNERS,
        Label.WITH_WHOM,
        Label.TIMING,
        Label.START,
        Label.DUE,
        Label.STEPS,
        Label.STATUS,
    )
)
"""Labels that an action has, and a goal does not: who does it, when, and how it stands."""
_OF_ACTIONS = re.compile(
    r"(?:(?:onze|geplande|concrete|planned|our|alle|de) )?(?:acties?|actieplan|actielijst|actiepunten|planning|jaarplan|werkplan|actions?|action plan|work plan)(?: (?:voor|in|for) )?(?: ?20\d\d)*"
)
_OVERVIEW = re.compile(
    r"(?:(?:bijlage|annex|appendix)(?: \w{1,2})? )?(?:(?:algemeen|schematisch|beknopt|kort|het) )?(?:overzicht(?:stabel)?|samenvatting|lijst|tabel|overview|summary|list)"
    r"(?: (?:van|met|of|in|per))?(?: (?:al|alle|de|onze|het|all|our|the))*(?: (?:acties?|actiefiches|fiches|actieplan|plan|actions?|tabel|table|jaar|doelstelling|doel))?(?: (?:voor|in|for))?(?: ?20\d\d)*"
)


def are_goals(acting: Mapping[str, Sequence[Head]], heads: Sequence[Head], blocks: Sequence[Block]) -> frozenset[str]:
    """The kinds of headings of *acting* that head goals: no such fact stands under most of them, but it does under others below them.

    Those whose word may name a goal are too when a list of actions stands under most of them, or the titles of actions do
    that have no number (``TOP``).  *heads* are all headings, in order.
    """
    topped = frozenset(name for name in acting if TOP in acting and names_goal(name))
    telling = {name for name, group in acting.items() if _most(map(tells_facts, _under(group, heads, blocks)))}
    lowest = max((acting[name][0].at for name in telling), default=-1)
    return topped | frozenset(
        name
        for name, group in acting.items()
        if name not in telling
        and (
            group[0].at < lowest or (name in HEADING_WORDS and _most(map(_lists_actions, _under(group, heads, blocks))))
        )
    )


def tells_facts(blocks: Sequence[Block]) -> bool:
    """True when a label among these blocks asks for a fact that a goal has not."""
    return bool(facts_of(blocks))


def facts_of(blocks: Sequence[Block]) -> frozenset[Label]:
    """Such labels among these blocks."""
    labels = (one.label for block in blocks if (one := found(block)) is not None)
    return frozenset(label for label in labels if label in FACTS)


def under(blocks: Sequence[Block], at: int, ends: AbstractSet[int]) -> Sequence[Block]:
    """What stands below that block, up to the next of these places."""
    return blocks[at + 1 : next((place for place in range(at + 1, len(blocks)) if place in ends), len(blocks))]


def says_actions(text: str) -> bool:
    """True for a heading that says no more than that the actions stand below it."""
    words = plain(text)
    return _OF_ACTIONS.fullmatch(words) is not None or _OVERVIEW.fullmatch(words) is not None


def _under(group: Sequence[Head], heads: Sequence[Head], blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """What stands under each of these headings, before the next one of any kind."""
    places = [one.at for one in heads]
    ends = dict(zip(places, [*places, len(blocks)][1:], strict=True))
    yield from (blocks[one.at + 1 : ends.get(one.at, one.at)] for one in group)


def _most(found: Iterable[bool]) -> bool:
    told = tuple(found)
    return sum(told) * 2 > len(told)


def _lists_actions(blocks: Sequence[Block]) -> bool:
    """True when a list stands right below a line that says no more than that actions follow."""
    return any(says_actions(block.text) and not block.depth and after.depth for block, after in pairwise(blocks))
