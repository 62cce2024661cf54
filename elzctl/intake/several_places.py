"""Houses of one kind in several places, which are one name in a list: *dienstencentra Molenveld en Ginderbeek*."""

from __future__ import annotations

import re
from collections.abc import Callable

from elzctl.intake.persons import shows_organisation
from elzctl.intake.singular import singular
from elzctl.intake.towns import is_place

_PLACE = r"[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+)?"
OF_PLACES = re.compile(
    r"(?<!\w)(?:(?i:\w*(?:centra|gemeenten|steden|besturen|kringen|zones|bibliotheken|bibs|parochies|wijken|deelgemeenten|vestigingen|campussen|afdelingen|huizen|scholen|winkels|loketten))"
    r"|(?:OCMW|LDC|WZC|CGG|CLB|CAW|WGC|LAC|DVC)['’]s)"
    rf"\s+(?:(?:van|in|te|uit)\s+)?(?P<places>{_PLACE}(?:,\s+{_PLACE})*\s+en\s+{_PLACE})(?![\w’'-])(?=\s*(?:[,;.)(]|\Z|\s(?:en|of)\s))"
)
"""A word for more than one house, and the places where these are."""


def are_places(match: re.Match[str]) -> bool:
    """False where one of them is the name of an organisation itself: *thuiszorgdiensten Ferm en Okra*."""
    return not any(map(shows_organisation, re.split(r",\s+|\s+en\s+", match["places"])))


_NAMES = rf"(?P<names>{_PLACE}(?:\s*,\s+{_PLACE})*\s*,?\s+(?:en|and|&)\s+{_PLACE})(?![\w’'-])(?=\s*(?:[,;.)(]|\Z|\s(?:en|and|of|met)\s))"
_ARTICLE = r"(?i:(?:de|het|onze|the)\s+)?"
# A word for more than one house that are each of their own; *campussen* and *wijken* are of one.
_MANY = (
    r"(?P<many>(?:[A-ZÀ-Þ]{2,5}|Logo)(?:['’]?s)|(?i:huizen van het kind|municipalities|(?:(?:lokale|sociale|regionale|openbare|algemene)\s+)?"
    r"\w*(?:centra|centrums|gemeenten|gemeentes|steden|besturen|kringen|diensten|raden|bonden|netwerken|verenigingen|bibliotheken|huizen|musea|mutualiteiten|scholen|clubs|praktijken|apotheken|politiezones|zorgzones|lijnszones)))"
)
_HOUSES = re.compile(
    rf"(?<![\w-])(?:{_ARTICLE}{_MANY}\s+(?P<of>(?:van|in|te|uit|of)\s+)?|(?P<one>OCMW|(?i:gemeente|stad|lokaal bestuur))\s+(?:van\s+)?){_NAMES}"
)
_JOINTS = re.compile(r"\s*,?\s+(?:en|and|&)\s+|\s*,\s+")
_OWN_ARTICLE = re.compile(r"(?:Ter|Ten|De|Het|Sint|Huize)\s")
_PAIR = 2


def each_house(text: str, is_one: Callable[[str], bool] = lambda _: False) -> str:
    """The text with a name for each house: *LDC Gooik, LDC Lennik* for *LDC's van Gooik en Lennik*.  What *is_one* knows stays whole."""

    def apart(match: re.Match[str]) -> str:
        names = _JOINTS.split(match["names"])
        if is_one(match[0]) or not _are_of_each(match, names):
            return match[0]
        kind = match["one"] or _one(match["many"])
        return ", ".join(f"{kind} {name}" for name in names)

    return _HOUSES.sub(apart, text)


def _are_of_each(match: re.Match[str], names: list[str]) -> bool:
    """True for names behind a word for more: where no word such as *van* stands, a longer list may go on with others."""
    if match["one"]:
        return all(map(is_place, names))
    if any(shows_organisation(_OWN_ARTICLE.sub("", name)) for name in names):
        return False
    return bool(match["of"]) or len(names) == _PAIR or all(map(is_place, names))


def _one(many: str) -> str:
    """*LDC* for *LDC's*, *lokaal bestuur* for *lokale besturen*."""
    if many.lower() == "huizen van het kind":
        return "Huis van het Kind"
    if many.lower() == "municipalities":
        return "municipality"
    if re.fullmatch(r"(?:[A-ZÀ-Þ]{2,5}|Logo)['’]?s", many):
        return re.sub(r"['’]?s\Z", "", many)
    *before, last = many.split()
    one = singular(last)
    is_neuter = one.endswith(("centrum", "bestuur", "huis", "netwerk", "museum"))
    return " ".join([*(singular(word) if is_neuter else word for word in before), one])
