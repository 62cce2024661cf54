"""Actions without a number under goals that a word names: the bold line or item right above each form, under *Doel 1* or *Pijler A*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.below_goals import facts_of, tells_facts, under
from elzctl.intake.plan.codes import HEADING_WORDS, TOP, Head, Level, head, worded
from elzctl.intake.plan.forms_again import begun_again
from elzctl.intake.plan.labels import NO_FORM, begins_form, found
from elzctl.intake.plan.words import plain

FEWEST = 2
MOST_BETWEEN = 2
"""Sentences that may stand between the title of an action and its form."""
MOST_WORDS = 20
AHEAD = 6
_SHARE = 0.6


def with_tops(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which these titles have a style of their own; none where numbers or words head the forms."""
    heads = [one for at, block in enumerate(blocks) if (one := head(at, block)) is not None]
    goals = [one for one in heads if is_of_goals(one)]
    if not goals or any(_heads_form(one, blocks) for one in heads if _is_of_actions(one)):
        return tuple(blocks)
    places = {one.at for one in goals}
    tops = _tops(blocks, places, goals[0].at)
    if not _is_series(blocks, tops):
        tops = {at: "" for at in begun_again(blocks, places) if at > goals[0].at and worded(at, blocks[at]) is None}
    ends = places | set(tops)
    goals_act = sum(tells_facts(under(blocks, at, ends)) for at in places) * 2 > len(goals)
    if not tops or (goals_act and not _are_whole([under(blocks, at, ends) for at in tops])):
        return tuple(blocks)
    return tuple(block._replace(style=TOP) if at in tops else block for at, block in enumerate(blocks))


def is_of_goals(one: Head) -> bool:
    """True for a heading whose word may name goals, with a single number or letter: *Ambitie 2*, *Pijler B*."""
    return len(one.numbers) == 1 and one.level is not Level.ACTION and not one.listed and one.family in HEADING_WORDS


def _is_of_actions(one: Head) -> bool:
    return len(one.numbers) > 1 or (one.level is Level.ACTION and bool(one.numbers))


def _heads_form(one: Head, blocks: Sequence[Block]) -> bool:
    return not one.listed and begins_form(blocks[one.at + 1 : one.at + 1 + AHEAD])


def _tops(blocks: Sequence[Block], goals: set[int], first: int) -> dict[int, str]:
    """Where the titles stand, and the label of the form right below each."""
    tops: dict[int, str] = {}
    for at in range(first + 1, len(blocks)):
        if not _is_form(blocks, at):
            continue
        up = at - 1
        while up > first and at - 1 - up < MOST_BETWEEN and _is_sentence(blocks[up]):
            up -= 1
        one = found(blocks[at])
        if up > first and up not in goals and one is not None and _is_title(blocks[up]):
            tops[up] = plain(one.title)
    return tops


def _is_series(blocks: Sequence[Block], tops: dict[int, str]) -> bool:
    """True for several titles, each another one, above forms that begin in the same way."""
    if len(tops) < FEWEST or len({plain(blocks[at].text) for at in tops}) < len(tops):
        return False
    return Counter(tops.values()).most_common(1)[0][1] >= len(tops) * _SHARE


def _are_whole(forms: Sequence[Sequence[Block]]) -> bool:
    """True when most forms tell two facts or more, as who and when: below a goal that tells some too these are the actions."""
    return sum(len(facts_of(form)) >= FEWEST for form in forms) * 2 > len(forms)


def _is_form(blocks: Sequence[Block], at: int) -> bool:
    one = found(blocks[at]) if at < len(blocks) and blocks[at].cell is None else None
    return one is not None and one.label not in NO_FORM


def _is_sentence(block: Block) -> bool:
    return not block.depth and block.cell is None and block.text.rstrip()[-1:] in (".", "!") and found(block) is None


def _is_title(block: Block) -> bool:
    """True for a bold line or item, or a heading, that is no label and no sentence."""
    text = block.text.strip()
    short = 0 < len(text.split()) <= MOST_WORDS and text[-1] not in ":;,."
    bold = block.level > 0 or block.style == "strong" or is_strong(block, len(text) * _MOST_OF)
    return short and bold and block.cell is None and block.check is None and found(block) is None


_MOST_OF = 0.8


def is_strong(block: Block, least: float) -> bool:
    """True when so many of its characters or more stand in bold one behind the other."""
    return any(span.strong and span.end - span.start >= least for span in block.spans)
