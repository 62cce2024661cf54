"""Why the organisations that were there, or sent word, are a guess: nothing in a name shows one, or the list is of the invited."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.minutes.inferred import INVITED, of_each, only_placed
from elzctl.intake.minutes.people import Listed
from elzctl.intake.minutes.quoted import Quoted
from elzctl.intake.who import Actors
from elzctl.wording import Message

_INVITED = re.compile(r"(?i)\W*(?:uitgenodigde?n?|genodigden?|wie (?:is|was) uitgenodigd|invited|invitees)\b")


def _is_letters(name: str) -> bool:
    """True for a few capitals that stand for nothing that is known everywhere: they may be initials."""
    return re.fullmatch(r"[A-Z]{2,3}", name) is not None and not persons.is_known_short(name)


def doubt(listed: Sequence[Listed], *, excused: bool, actors: Actors, quoted: Quoted) -> Message | None:
    """The reason for those who were there, or who are *excused*; ``None`` when the document shows that they are organisations."""
    about = ("excused",) if excused else ("present", "guests", "chair", "scribe")
    theirs = {one.organisation for one in listed if isinstance(one, Person)}
    there = [one for one in listed if isinstance(one, There) and one.presence in about]
    new = [one.name for one in there if one.name not in theirs and actors.find(one.name) in actors.new]
    placed = [name for name in new if not persons.shows_organisation(name) or _is_letters(name)]
    if placed:
        return only_placed(placed)
    for one in there:
        if (each := of_each(quoted.words(one.lines))) is not None:
            return each
    guests = (one for one in there if one.presence == "guests")
    return INVITED if any(_INVITED.match(quoted.words(one.lines)) for one in guests) else None
