"""What somebody hands to another one, who goes on with it by a day: ``X bezorgt het aan Y, die het tegen 20 november rondstuurt``."""

from __future__ import annotations

import re

from elzctl.intake import when
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Point
from elzctl.intake.minutes.inferred import IN_SENTENCE, SUBJECT
from elzctl.intake.minutes.points import read_point
from elzctl.intake.paper import Block
from elzctl.wording import say

_WHO = re.compile(
    r"\b(?:aan|naar|to) (?:de |het )?(?P<who>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}), (?:die|wie|who) (?=[^.;?]*\Z)"
)
_GIVEN_ON = say("It is handed on: the day is that of whom it goes to")


def passed_on(block: Block, context: Context) -> Point | None:
    """The point of the one whom it goes to, when every day of the sentence stands behind that; ``None`` for another sentence."""
    text = block.text.strip(" .!")
    found = _WHO.search(text)
    if found is None or context.day is None:
        return None
    days = list(when.find(text, context.day))
    directory = context.directory
    is_known = directory.actor(found["who"]) is not None or directory.person(found["who"]) is not None
    who = directory.who(found["who"], sure=False) if is_known else None
    if who is None or not days or any(day.first < found.end() for day in days) or days[-1].value.last < context.day:
        return None
    point = read_point(block._replace(text=text), context, sure=False)
    if point.due is None:
        return None
    return point._replace(
        owners=who.ids,
        people=who.people,
        owner_words=found["who"],
        owner_reason=SUBJECT,
        due_reason=point.due_reason or IN_SENTENCE,
        reason=_GIVEN_ON,
        lines=block.lines,
    )
