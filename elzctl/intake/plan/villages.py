"""Villages and quarters that a document itself names as such: *Deelgemeenten Heikant en Dorpsend*, *8500 Heikant*, *uit Heikant*.

Some are first names or words too.  A word that stands in the full name of somebody is none here: in doubt a name is private.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl.intake import persons, surnames
from elzctl.intake.folded import folded
from elzctl.intake.namesakes import behind_article

_NAME = r"[A-Z][a-z]+(?:[ -](?:[a-z]{2,3}-)*[A-Z][a-z]+)*"
_MORE = rf"(?:{_NAME}(?:,\s+{_NAME})*,?\s+(?:en|and|&)\s+)?{_NAME}"
_MANY = re.compile(
    rf"(?<![\w-])(?i:(?:deel|fusie|rand)?gemeentes?n?|dorpen|dorpskernen|woonkernen|kernen|gehuchten|wijken|buurten|parochies|municipalities|villages)(?:\s*:|\s*\()?\s+(?P<names>{_MORE})(?![\w’'-])"
)
_ONE = re.compile(
    rf"(?<![\w-])(?i:(?:deelgemeente|dorp|gehucht|woonkern|wijk|village of)\s+|(?:(?:in)?woners? (?:van|uit|in)|uit|woont in|wonen in)\s+)(?P<names>{_NAME})(?![\w’'-])"
)
_POST = re.compile(rf"(?<![\d.,/-])(?!(?:19|20)\d\d\b)[1-9]\d{{3}}\s+(?P<names>{_NAME})(?![\w’'-])")
_KINDS = re.compile(
    r"(?:\w*gemeente[ns]?|\w*dorp(?:en)?|\w*kern(?:en)?|gehuchten|gehucht|wijk(?:en)?|buurt(?:en)?|parochies?)"
)
_JOINTS = re.compile(r",?\s+(?:en|and|&)\s+|,\s+")
_OF = frozenset("van uit te in of de het".split())


def villages(texts: Iterable[str]) -> frozenset[str]:
    """The names of such places, in plain letters."""
    plains = [folded(text) for text in texts]
    found: set[str] = set()
    for plain in plains:
        found |= {name for match in _MANY.finditer(plain) for name in _JOINTS.split(match["names"])}
        found |= {
            match["names"] for pattern in (_ONE, _POST) for match in pattern.finditer(plain) if not _is_somebody(match)
        }
    found = {name for name in found if not persons.shows_organisation(name)}
    return frozenset(name for name in found if not any(_is_part_of_name(name, plain) for plain in plains))


def without_village(name: persons.Name | None, plain: str, known: frozenset[str]) -> persons.Name | None:
    """The name in a text of plain letters without the place at its end; ``None`` when nothing is left that names somebody."""
    if name is None or not known:
        return name
    words = folded(name.words).split()
    count = next((count for count in (1, 2) if " ".join(words[-count:]) in known), 0)
    if not count:
        return name
    rest = words[:-count]
    is_of = bool(rest) and rest[-1] in _OF
    while rest and rest[-1] in _OF:
        rest.pop()
    if not rest or _KINDS.fullmatch(rest[-1].lower()):
        return None
    is_name = persons.is_person(rest[0]) or any(map(surnames.has_form, rest))
    if not is_name or (is_of and behind_article(plain, name.first)):
        return None if is_of or persons.shows_organisation(" ".join(rest)) else name
    kept = " ".join(name.words.split()[: len(rest)])
    return name._replace(last=name.first + len(kept), words=kept) if is_of else name


def is_of_village(name: str, known: frozenset[str]) -> bool:
    """True for an organisation with such a place behind its name."""
    words = folded(name).split()
    at = next((count for count in (1, 2) if len(words) > count and " ".join(words[-count:]) in known), 0)
    return bool(at) and not persons.is_person(words[0]) and persons.shows_organisation(" ".join(words[:-at]))


def _is_somebody(match: re.Match[str]) -> bool:
    return any(map(persons.is_person, match["names"].split()))


def _is_part_of_name(name: str, plain: str) -> bool:
    """True when a first name stands right before it, or a word with a capital right behind it that it may be the first name of."""
    if name not in plain:
        return False
    around = re.finditer(
        rf"(?:(?P<before>[A-Z][\w-]+)\s(?:(?:van|de|der|den|ter)\s)*)?(?<![\w-]){re.escape(name)}(?:\s(?:(?:van|de|der|den|ter|Van|De)\s)*(?P<after>[A-Z][a-z]+))?(?![\w-])",
        plain,
    )
    return any(_names_one(match["before"] or "", match["after"] or "", name) for match in around)


def _names_one(before: str, after: str, name: str) -> bool:
    behind = bool(after) and persons.is_person(name) and not persons.shows_organisation(after)
    return behind or (bool(before) and persons.is_person(before))
