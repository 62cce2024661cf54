"""A service of a house beside its name, *(straathoekwerk, OCMW Meer)*, *thuisbegeleiding Huis Alma*: the house was there, the service is told."""

from __future__ import annotations

import re
from collections.abc import Callable

from elzctl.intake import known_houses
from elzctl.record import NamedTuple

# With such a word a name begins of which everybody knows what kind of house it is.
_KIND = re.compile(
    r"(?:OCMW|CAW|CGG|CKG|CLB|WZC|LDC|DMW|PVT|WGC|AZ|PZ|UZ|CM|Huis|Stad|Gemeente|Stadsbestuur|Gemeentebestuur|(?i:lokaal bestuur|woonzorgcentrum|dienstencentrum|lokaal dienstencentrum"
    r"|wijkgezondheidscentrum|ziekenhuis|mutualiteit|welzijnshuis|sociaal huis|zorgbedrijf|zorgband))\s(?:van\s(?:de\s|het\s)?)?[A-ZÀ-Þ0-9’']"
)
# How words for a service begin or end, in small letters or not.
_SERVICE = re.compile(
    r"(?i)(?:(?:sociale |interne |externe )?(?:dienst|team|afdeling|cel|project|werking|onthaal)\b.*|(?:[\w-]+\s){0,2}[\w-]*(?:werk|werking|begeleiding|zorg|hulp|dienst|diensten|team|onthaal|beleid|opvang|bemiddeling|preventie|ondersteuning|verpleging|coördinatie))"
)
_BLANK = re.compile(r"\s+(?:(?:van|bij)\s+(?:(?:de|het)\s+)?)?(?=[A-ZÀ-Þ’'])")


class Served(NamedTuple):
    """What somebody works in, "" for nothing that is told, and the house."""

    service: str
    house: str


def apart(words: str, is_known: Callable[[str], bool]) -> Served:
    """A service with its house behind it as two; other words are a house as they stand."""
    for place in () if is_known(words) or known_houses.is_known(words) else _BLANK.finditer(words):
        service, house = words[: place.start()], words[place.end() :]
        if service[:1].islower() and is_service(service) and (_is_kind(house) or is_known(house)):
            return Served(service, house)
    return Served("", words)


def is_service(words: str) -> bool:
    """True for words of a service that many houses have."""
    return _SERVICE.fullmatch(words.strip()) is not None


def wins(house: str, there: str, is_known: Callable[[str], bool]) -> bool:
    """True for a *house* of a kind that everybody knows beside a service that stands *there* where the house should."""
    sure = _is_kind(house) or is_known(house)
    return sure and is_service(there) and not (is_known(there) or _is_kind(there) or known_houses.is_known(there))


def _is_kind(name: str) -> bool:
    return _KIND.match(name) is not None or known_houses.is_known(name)
