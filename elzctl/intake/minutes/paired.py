"""Two words that "en" joins in one name: *Familie en Zorg*, which stands alone where others do."""

from __future__ import annotations

import re

from elzctl.intake import persons
from elzctl.intake.towns import is_place

_PAIR = re.compile(r"(?P<first>[A-ZÀ-Þ][a-zà-ÿ]{3,}) (?:en|and|&) (?P<second>[A-ZÀ-Þ]?[a-zà-ÿ]{3,})")


def is_pair(name: str) -> bool:
    """True for two words that are the name of one organisation; two places, and two people, are two."""
    match = _PAIR.fullmatch(name.strip(" .;,"))
    if match is None or any(map(is_place, match.groups())):
        return False
    return not any(map(persons.may_be_person, match.groups()))
