"""Somebody with *van* and a name with an article behind it: ``Voornaam van De Boom``, which may be a house or a surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.minutes.housed import houses_in
from elzctl.intake.minutes.people import Listed
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

NAMED_SO = say("It is the name of a house elsewhere in the document")
UNSURE = say("What stands behind “van” may be an organisation, or a surname: nobody was noted for an organisation")
_VAN = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+)\s(?:van|uit|bij)\s(?P<house>(?:De|Het|Ter|Ten|['’]t)\s[A-ZÀ-Þ].*)")
_OF_KIND = re.compile(r"(?P<who>[A-ZÀ-Þ][\w’'-]+)\s(?:van|uit)\s(?:de|het)\s(?P<kind>[a-zà-ÿ-]{4,})")
# What shows something else than a person, and is none that sends somebody.
_NO_HOUSE = frozenset(
    "buren buurt straat vrienden bewoners wijk groep overkant familie ouders kinderen klas kant".split()
)


class Told(NamedTuple):
    """The list with those houses, the lines that made them known, and the names of which nobody can tell."""

    listed: list[Listed]
    said: tuple[int, ...]
    unclear: tuple[Person, ...]


def houses_behind(listed: Sequence[Listed], blocks: Iterable[Block]) -> Told:
    """The *listed*, of whom those with a house behind *van* that the document names so are there for it."""
    houses = frozenset(houses_in(block.text for block in blocks))
    found: list[Listed] = []
    said: list[int] = []
    unclear: list[Person] = []
    for one in listed:
        match = _VAN.fullmatch(one.name) if isinstance(one, Person) and not one.organisation else None
        kind = _OF_KIND.fullmatch(one.name) if isinstance(one, There) else None
        if isinstance(one, Person) and match is not None and match["house"] in houses:
            found += _both(one, match["who"], match["house"])
            said += one.lines
        elif isinstance(one, There) and kind is not None and _is_house(kind["kind"]) and persons.is_person(kind["who"]):
            found += _both(Person(kind["who"], one.presence, lines=one.lines), kind["who"], kind["kind"])
        else:
            unclear += [one] if isinstance(one, Person) and match is not None else []
            found.append(one)
    return Told(found, tuple(said), tuple(unclear))


def _both(one: Person, name: str, house: str) -> Iterator[Listed]:
    yield one._replace(name=name, organisation=house)
    yield There(house, one.presence, one.lines)


def _is_house(word: str) -> bool:
    """True for a word for a kind of house: *ziekenfonds*, *gemeente*."""
    return word not in _NO_HOUSE and persons.shows_organisation(word.capitalize())


def unclear_of(told: Told) -> list[tuple[str, tuple[int, ...], Message]]:
    """What to tell of the names that may have a house in them."""
    return [(one.name, one.lines, UNSURE) for one in told.unclear]
