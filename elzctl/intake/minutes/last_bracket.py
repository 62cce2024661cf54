"""One organisation behind several names on a line, ``X, Y (CAW)``: it is noted for the last alone, which is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake import persons
from elzctl.intake.minutes.by_function import function
from elzctl.intake.minutes.draft import Person
from elzctl.intake.minutes.listed_people import AND, COMMA, looks_like_person
from elzctl.intake.minutes.people import Listed
from elzctl.intake.minutes.words import THERE, label_kind
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
from elzctl.wording import Message, say_count

_ENDS = re.compile(
    r"(?P<names>[^()\[\]:]+?)\s*(?:[(\[](?P<inside>[^()\[\]]+)[)\]]|\s[-–]\s(?P<behind>[^()\[\],]+))\s*[.;]?\Z"
)
_PARTS = re.compile(r"\s*;\s*")


def of_last(blocks: Iterable[Block], listed: Iterable[Listed], actors: Actors) -> Message | None:
    """What to tell of such lines among those that name who was there; ``None`` when there are none."""
    people = [one for one in listed if isinstance(one, Person)]
    lines = {line for one in people for line in one.lines}
    alone = {persons.key(one.name) for one in people if not one.organisation}
    some = (block for block in blocks if lines.intersection(block.lines) and block.cell is None)
    found = list(dict.fromkeys(house for block in some for house in _houses(block.text, alone, actors)))
    if not found:
        return None
    return say_count(
        "{houses} stands behind the last of several names: it is noted for that one alone; whether the others are of it too, the document does not say",
        "{houses} stand behind the last of several names: each is noted for that one alone; whether the others are of it too, the document does not say",
        len(found),
        houses=", ".join(found),
    )


def _houses(text: str, alone: set[str], actors: Actors) -> Iterator[str]:
    """The organisations that stand so in a line: every name before the last is of somebody without one."""
    label, colon, rest = text.partition(":")
    for part in _PARTS.split(rest.strip() if colon and label_kind(label) in THERE else text):
        match = _ENDS.fullmatch(part)
        house = (match["inside"] or match["behind"]).strip() if match is not None else ""
        if (
            match is None
            or function(house) is not None
            or not (actors.find(house) is not None or persons.shows_organisation(house))
        ):
            continue
        names = [name for bit in COMMA.split(match["names"]) for name in AND.split(bit) if name]
        if len(names) > 1 and all(looks_like_person(name, actors) for name in names):
            yield from [house] if all(persons.key(name) in alone for name in names[:-1]) else []
