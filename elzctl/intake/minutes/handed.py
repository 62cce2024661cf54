"""What is handed to somebody by an arrow: ``Folders bestellen -> Logo, 1/10``, ``Logo -> folders bestellen``."""

from __future__ import annotations

import re

from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Point
from elzctl.intake.minutes.infinitives import ends_in_verb, is_bare_task
from elzctl.intake.minutes.marked import owned
from elzctl.intake.minutes.marks import ARROW
from elzctl.intake.minutes.parts import cut
from elzctl.intake.minutes.points import read_point
from elzctl.intake.minutes.reading import Reading
from elzctl.intake.paper import Block
from elzctl.wording import say

_LONGEST = 160
_MOST_OF_NAME, _MOST_OF_TASK = 5, 14  # words
_BEFORE = say("An arrow stands between who does it and what is to be done")
_BEHIND = say("The name stands behind what is to be done: it may also be for whom")
_ALLOTTED = re.compile(
    r"(?P<what>[^.:;?!()]{5,120}?)\s*(?::\s+(?P<who>[^.:;?!()]{2,60})|\((?P<inside>[^.:;?!()]{2,60})\))\W*\Z"
)
_HANDED = say("An arrow behind it points to who does it")


def handed(words: Block, behind: Block, context: Context) -> Point | None:
    """What stands before an arrow with who does it, and by when, or the reverse; ``None`` when what is *behind* is more than that.

    Between two that something only goes from and to, there is no verb, and no day.
    """
    arrow = ARROW.match(behind.text)
    before = words.text.strip()
    if arrow is None or not before or len(before) > _LONGEST or before.endswith(("?", ":")):
        return None
    reading = Reading(Block("", behind.lines), context)
    if not reading.bits(re.sub(r"\s*[()]\s*", "; ", behind.text[arrow.end() :]).strip(" .;")):
        return _given(words, cut(behind, arrow.end()), context)
    point = reading.point()
    is_task = point.due is not None or ends_in_verb(before)
    is_known = bool(point.owners or point.people) and context.directory.made.isdisjoint(point.owners)
    return point._replace(words=words, reason=_HANDED, lines=behind.lines) if is_task and is_known else None


def allotted(block: Block, context: Context) -> Point | None:
    """``Folders bestellen: Logo``, ``Folders bestellen (Logo)``: a task, and behind it who is known."""
    match = _ALLOTTED.match(block.text)
    people = context.directory
    name = (match["who"] or match["inside"]).strip(" .") if match is not None else ""
    known = people.actor(name) is not None or people.person(name) is not None or people.all_known(name) is not None
    if match is None or not known or not is_bare_task(match["what"]):
        return None
    who, point = people.who(name, sure=False), read_point(cut(block, 0, match.end("what")), context, sure=True)
    if who is None or who.rest or point.owners or point.people:
        return None
    return owned(point, who, name, _BEHIND)._replace(reason=_BEHIND, lines=block.lines)


def _given(words: Block, task: Block, context: Context) -> Point | None:
    """``Logo -> folders bestellen``: who is known stands before the arrow."""
    name, people = words.text.strip(" ."), context.directory
    known = people.actor(name) is not None or people.person(name) is not None or people.all_known(name) is not None
    who = people.who(name, sure=False) if known and len(name.split()) <= _MOST_OF_NAME else None
    point = read_point(task, context, sure=True) if who is not None and not who.rest else None
    if point is None or point.owners or point.people or len(task.text.split()) > _MOST_OF_TASK:
        return None
    if not is_bare_task(point.words.text):
        return None
    return owned(point, who, words.text, _BEFORE)._replace(reason=_BEFORE, lines=task.lines)
