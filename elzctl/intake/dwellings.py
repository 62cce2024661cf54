"""Where somebody lives: the addresses of :mod:`homes`, and the village that stands right behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake.homes import homes
from elzctl.intake.persons import is_person, shows_organisation

# The village of somebody right behind the name: *X, mantelzorger uit Y*, *X, bewoner van Y*, *X woont in Y*.
_TOWN = re.compile(
    r"(?:\s\(\d{1,3}\))?(?:,?\s(?:(?:die|zelf|an?|een)\s)?(?:[a-z][a-z-]+\s){0,3}?(?:uit|from)|,?\s(?:(?:die|zelf|een)\s)?(?:[a-z][a-z-]+\s){0,2}?(?:woont|wonende?|woonachtig|verblijft|lives)\s(?:in|te)"
    r"|,?\s(?:een\s)?(?:[a-z][a-z-]+\s)?\w*(?:bewoners?|inwoners?|bewoonster|inwoonster|resident)\s(?:van|in|uit|of))\s(?P<home>[A-Z][a-z]+(?:[ -](?:[a-z]{2,3}-)*[A-Z][a-z]+)*)(?![\w’'-])"
)


def dwellings(plain: str, people: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where such addresses and villages stand in a text of plain letters, in which *people* are named there."""
    named = tuple(people)
    yield from homes(plain, named)
    for _, last in named:
        town = _TOWN.match(plain, last)
        if town is not None and not shows_organisation(town["home"]) and not is_person(town["home"]):
            yield town.span("home")
