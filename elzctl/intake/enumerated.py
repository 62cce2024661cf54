"""Names between those of organisations: in *Familiehulp, Kwerul en OCMW Berg* all are of organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake import persons, surnames
from elzctl.intake.folded import folded
from elzctl.intake.houses import Houses

_SMALL = r"(?:(?:van|voor|tegen|op|in|de|het|der|den|aan|met|zonder|over|for|of|the|against)\s){0,3}"
_ITEM = rf"(?:(?:De|Het|Ter|Ten|Huis|Villa)\s)?[A-Z][\w’'-]*(?:\s{_SMALL}[A-Z0-9][\w’'-]*){{0,2}}"
_RUN = re.compile(rf"(?<![\w’'@-]){_ITEM}(?:,\s{_ITEM}){{1,12}}\s(?:en|and|&)\s{_ITEM}")
_JOINTS = re.compile(r",\s|\s(?:en|and|&)\s")
_FEWEST = 2  # that show what they are


def enumerated(texts: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """The names that stand in a list with two or more that show or are known to be of organisations, and with nobody's."""
    houses = Houses(known)
    for text in texts:
        for run in _RUN.finditer(folded(text)) if "," in text else ():
            items = _JOINTS.split(run[0])
            sure = [one for one in items if houses.has(one) or persons.shows_organisation(one)]
            rest = [one for one in items if one not in sure]
            if len(sure) >= _FEWEST and not any(map(_may_be, rest)):
                yield from rest


def _may_be(name: str) -> bool:
    """True for a name that shows to be of a person."""
    return persons.is_person(name) or any(map(surnames.has_form, name.split()))
