"""Groups before a colon in a list of people, *Cluster gezondheid: Voornaam (huisartsenkring), …*: those in them were there, and not the group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.who import Actors

_KIND = re.compile(
    r"(?i)(?:de |het )?(?:(?:thema|werk|doel)?groep|cluster|sector|geleding|pijler|domein|kamer|tak|kring van|afvaardiging|vertegenwoordigers?|groups?)\b"
)


def is_group(head: str, inside: Sequence[Person | There], actors: Actors) -> bool:
    """True for a name that is no house: some of those *inside* have one of their own, or are houses."""
    if actors.find(head) is not None or any(len(word) > 1 and word.isupper() for word in head.split()):
        return False
    houses = [one for one in inside if isinstance(one, There)]
    if any(isinstance(one, Person) and one.organisation for one in inside):
        return True
    are_sure = all(actors.find(one.name) is not None or persons.shows_organisation(one.name) for one in houses)
    return bool(houses) and (_KIND.match(head) is not None or (len(houses) == len(inside) and are_sure))


def noted(head: str, inside: Sequence[Person | There]) -> Iterator[Person | There]:
    """Those of a group, who have its name as a note: the people, or else the first house."""
    people = [one for one in inside if isinstance(one, Person)]
    for one in inside:
        is_noted = one in people or (not people and one is inside[0])
        yield one._replace(note=", ".join(filter(None, (head, one.note)))) if is_noted else one


def of_house(one: Person | There, house: str) -> Iterator[Person | There]:
    """Somebody with that house, when the list tells no other."""
    yield one._replace(organisation=one.organisation or house) if isinstance(one, Person) else one
