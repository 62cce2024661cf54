"""Somebody named with an organisation, ``Voornaam (CAW)``, ``Voornaam van CAW``; and houses that a text names: *inloophuis De Boom*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake import persons, surnames
from elzctl.intake.folded import folded
from elzctl.intake.veiled import FUNCTION
from elzctl.record import NamedTuple

_BRACKETED = re.compile(r"(?P<out>[^()]+?)\s*\((?P<inside>[^()]+)\)")
_OF = re.compile(
    r"(?P<out>[A-ZÀ-Þ][\w’'-]+(?:\s(?:(?:van|de|den|der|el|Van|De|Den|El)\s){0,2}[A-ZÀ-Þ][\w’'.-]*)?)\s(?:van|uit|namens|bij|from|of)\s(?:de |het |the )?(?P<inside>[A-ZÀ-Þ].+)"
)
# A word for what has a name, before an article with a capital.
_HOUSE = re.compile(
    r"(?<![\w-])[a-z-]*(?:equipe|team|dienst|huis|centrum|vzw|werking|vereniging|organisatie|groep|school|kring|winkel|atelier|residentie|initiatief|punt|club|bond|voorziening|instelling|koepel|praktijk|hoeve|boerderij|bib)"
    r"\s(?P<name>(?:De|Het|Den|Ter|Ten|['’]t)\s(?P<last>[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?)"
)


class Housed(NamedTuple):
    """Two names of which one may be of somebody and the other of an organisation; *is_said*: words such as *van* join them."""

    who: str
    house: str
    is_said: bool


def housed(name: str) -> Iterator[Housed]:
    """The ways to read a name that has another one in brackets or behind *van*."""
    bracketed, of = _BRACKETED.fullmatch(name), _OF.fullmatch(name)
    if bracketed is not None:
        yield Housed(bracketed["out"], bracketed["inside"], is_said=False)
        yield Housed(bracketed["inside"], bracketed["out"], is_said=False)
    if of is not None:
        yield Housed(of["out"], of["inside"], is_said=True)


def may_be_somebody(one: Housed) -> bool:
    """True when the first of the two looks like a person; before *van* and an organisation one unknown word does."""
    return persons.may_be_person(one.who) or (one.is_said and not persons.shows_organisation(one.who))


def shows_house(words: str) -> bool:
    """True for a name with a capital that shows to be of an organisation, and is no function."""
    plain = words.strip()
    return plain[:1].isupper() and re.search(FUNCTION, plain) is None and persons.shows_organisation(plain)


def houses_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that stand behind a word for what they are the name of: *thuisequipe De Boom*; *praktijk De Smet* is of somebody."""
    found = (match for text in texts for match in _HOUSE.finditer(folded(text)))
    return tuple(dict.fromkeys(match["name"] for match in found if not surnames.behind_de(match["last"])))


def unwrapped(text: str) -> str:
    """A name without the signs around it; brackets that close in it stay."""
    plain = text.strip(" .,;:")
    whole = re.fullmatch(r"[(\[]([^()\[\]]*)[)\]]", plain)
    if whole is not None:
        return whole[1].strip(" .,;:")
    return plain if plain.count("(") == plain.count(")") else plain.strip(" .,;:()")
