"""Words that belong to the name beside them: the letters of a name that is known, and the service of a municipality."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl.intake.who import key
from elzctl.wording import say

BY_LETTERS = say(
    "It has the first letters of a name that stands elsewhere, and was taken for the same: look whether it is."
)
SERVICE = say("A service stands behind the name of a municipality, and was taken for one of it: look whether it is.")
PART = say("A part of an organisation stands behind its name, and was taken for one with it: look whether it is.")
OF_ALL = say("The words behind the comma may say whose they are, or be groups of their own: look which of the two.")
_LETTERS = re.compile(r"(?P<kind>[^\W\d_]{2,20}) (?P<letters>[A-Z]{2,6})")
_SMALL = frozenset("van voor de het een en of der den des in op te tot aan met bij".split())
_SERVICE = re.compile(
    r"(?<!\w)(?:(?:[Gg]emeente|[Ss]tad|[Ll]okaal bestuur|[Pp]rovincie)\s+|OCMW\s+)[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+)*, "
    r"[a-zà-ÿ-]{2,}(?:dienst|cel|team|afdeling)(?=\s*(?:[,;.)]|\Z)|\s+(?:en|and|&)\s)"
)
# A part of an organisation, with the place or the number that it has.
_PART = re.compile(
    r"(?<![\w,-])(?P<whole>[A-ZÀ-Þ][\w’'&.-]*(?: (?:van|voor|de|het|en|der|den|[A-ZÀ-Þ][\w’'&.-]*)){0,5}), "
    r"(?:(?:plaatselijke|lokale|regionale) )?(?:afdeling|kern|sectie|vestiging|locatie|campus|antenne|regio|gewest) "
    r"[A-ZÀ-Þ][\w’'-]*(?:[ -][A-ZÀ-Þ][\w’'-]*){0,3}(?=\s*(?:[,;.)]|\Z)|\s+(?:en|and|&)\s)"
)
_WHOSE = re.compile(
    r"(?i)\A[^,;:.]+?\s(?:van|bij|uit|in|of|from)\s(?:de\s|het\s)?[a-zà-ÿ][^,;:.]*(?:,\s|\s(?:en|and)\s)\S"
)


def same_by_letters(name: str, known: Iterable[str]) -> str:
    """The one known name that has the same first word and the letters behind it: *ELZ NOZ* and *ELZ Noord-Oost Zeeland*; "" for none."""
    match = _LETTERS.fullmatch(name.strip())
    if match is None:
        return ""
    kind = key(match["kind"]).split()
    found = {one for one in known if kind and _first_letters(one, kind[0]) == match["letters"].lower()}
    return found.pop() if len(found) == 1 else ""


def services(text: str) -> tuple[str, ...]:
    """The names with a service or part behind a comma, whole: *Gemeente Meerdorp, sportdienst*, *Natuurpunt, kern Meer*."""
    return (*(match[0] for match in _SERVICE.finditer(text)), *parts(text))


def parts(text: str) -> tuple[str, ...]:
    """The names with a part of the organisation behind a comma, whole: *Gezinsbond, afdeling Meer*."""
    return tuple(match[0] for match in _PART.finditer(text))


def may_be_whose(text: str) -> bool:
    """True for a list that may tell whose the first are: *medewerkers van scholen, clubs en bibliotheken*."""
    return _WHOSE.match(text.strip()) is not None


def _first_letters(name: str, kind: str) -> str:
    first, *words = key(name).split() or [""]
    parts = [part for word in words if word not in _SMALL for part in word.split("-") if part]
    return "".join(part[0] for part in parts) if first == kind and len(parts) > 1 else ""
