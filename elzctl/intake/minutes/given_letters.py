"""The letters that a list gives beside a name for it, *Voornaam Achternaam (VA)*: they fit the name, and are of no house."""

from __future__ import annotations

import re
from collections.abc import Container

from elzctl.intake import persons
from elzctl.intake.folded import folded

_GIVEN = re.compile(r"\b[A-Z]{2,4}\b")
_PARTS = re.compile(r"[^\W\d_]+")
_KINDS = frozenset("AZ CM LM PZ UZ NZ HZ IZ".split())
"""Kinds of houses in two letters, as many as a name has parts; longer ones are known as abbreviations."""
_EXACT = 2  # letters that an abbreviation which is known everywhere may share with somebody


def given_letters(name: str, note: str, taken: Container[str]) -> tuple[str, ...]:
    """The letters in a *note* that can only stand for that *name*; *taken* are words of names of houses."""
    return tuple(one for one in _GIVEN.findall(note) if one not in taken and _is_own(one, name))


def first_letters(name: str) -> str:
    """The first letters of a name of two words or more; "" for one word."""
    words = [word for word in re.split(r"[\s-]+", re.sub(r"\A\w+\.\s+", "", name)) if word]
    return "".join(word[0].upper() for word in words) if len(words) > 1 else ""


def _is_own(letters: str, name: str) -> bool:
    if persons.is_known_short(letters) and (len(letters) > _EXACT or letters in _KINDS):
        return False
    return _fits(letters, [part.upper() for part in _PARTS.findall(folded(name))])


def _fits(letters: str, parts: list[str], begun: int = 0) -> bool:
    """True when the letters begin two of the parts at least, in their order, each with one or a few: *LDW*, *LW*, *LDEW*."""
    if not letters:
        return begun > 1
    return any(
        part.startswith(letters[:count]) and _fits(letters[count:], parts[at + 1 :], begun + 1)
        for at, part in enumerate(parts)
        for count in range(1, len(letters) + 1)
    )
