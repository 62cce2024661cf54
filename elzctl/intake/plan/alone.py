"""Whether a part of somebody's name that stands alone is that, or a word, a municipality, or of a house."""

from __future__ import annotations

import re

from elzctl.intake import namesakes, persons
from elzctl.intake.no_first_name import is_town, is_word

_CAPITAL_BEFORE = re.compile(r"(?<![.!?] )(?<![\w.])[A-Z][\w-]*\s\Z")
_CAPITAL_NEXT = re.compile(r"\s[A-Z]")
_NEVER = frozenset("may said can hope joy frans grace gift faith comfort beauty blessing patience".split())
"""Words of English, and a language: not even inside a sentence does one of them show that somebody is meant."""


def is_part(part: str) -> bool:
    """True for a word that may stand for somebody who has it as a name: not for one of English."""
    return part.lower() not in _NEVER


def is_no_name(text: str, match: re.Match[str]) -> bool:
    """True where such a part is no name of somebody."""
    first, last = match.span()
    return _is_of_house(text, match) or is_town(text, first, last) or is_word(text, first, last)


def _is_of_house(text: str, match: re.Match[str]) -> bool:
    """True for a word of houses that stands behind an article, or beside another name: it is nobody's surname there."""
    if not persons.shows_organisation(match[0]):
        return False
    is_beside = _CAPITAL_BEFORE.search(text, max(0, match.start() - 40), match.start()) or _CAPITAL_NEXT.match(
        text, match.end()
    )
    return is_beside is not None or namesakes.behind_article(text, match.start())
