"""A list of tasks below a line that nobody knows, as *Puntjes:*: its own lines tell what is to be done, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.events import GATHERING
from elzctl.intake.minutes.infinitives import ends_in_verb
from elzctl.intake.minutes.opening import opens
from elzctl.intake.minutes.parts import Part
from elzctl.intake.minutes.points import read_point
from elzctl.intake.minutes.words import MARKED, label_kind
from elzctl.intake.paper import Block

_LONGEST, _LEAST, _MOST = 60, 2, 40


def above_tasks(parts: Sequence[Part], context: Context) -> frozenset[tuple[int, ...]]:
    """The lines of the document with such a line above a list."""
    return frozenset(
        part.lines
        for at, part in enumerate(parts)
        if isinstance(part, Block) and _may_open(part, context) and _are_tasks(parts, at + 1, context)
    )


def _may_open(block: Block, context: Context) -> bool:
    text = block.text.strip()
    is_line = text.endswith(":") and len(text) <= _LONGEST and not (block.depth or block.level or block.cell)
    return is_line and opens(text, context.day) is None and not label_kind(text)


def _are_tasks(parts: Sequence[Part], at: int, context: Context) -> bool:
    """True when every item names somebody who is known, and a day or a verb: most of them a verb, and none an event."""
    below = takewhile(lambda part: isinstance(part, Block) and part.depth > 0, parts[at : at + _MOST])
    items = [part for part in below if isinstance(part, Block)]
    if len(items) < _LEAST or any(MARKED.match(one.text) or GATHERING.search(one.text) for one in items):
        return False
    points = [read_point(one, context, sure=True) for one in items]
    verbs = [ends_in_verb(one.words.text) for one in points]
    known = context.directory.made
    are_named = all((one.owners and known.isdisjoint(one.owners)) or one.people for one in points)
    are_told = all(is_verb or one.due is not None for one, is_verb in zip(points, verbs, strict=True))
    return are_named and are_told and sum(verbs) * 2 >= len(verbs)
