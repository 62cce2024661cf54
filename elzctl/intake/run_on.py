"""Surnames of two words or more that are ordinary words, or those of a house: a first name alone is not all of the name."""

from __future__ import annotations

import re
from collections.abc import Callable

from elzctl.intake.first_names import AMBIGUOUS
from elzctl.intake.namesakes import is_first_name
from elzctl.intake.telling import HOUSE, QUARTERS
from elzctl.intake.towns import is_place

_FIRST = re.compile(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?")
_REST = re.compile(r"(?: [A-Z][a-z]+){2,3}(?![\w’'-])(?! [A-Z])")


def surname_end(plain: str, first: int, last: int, shows: Callable[[str], bool]) -> int:
    """Where a name ends whose first name stands there alone: behind all words in capitals that follow it; *last* for another one.

    In doubt these are its surname, and private.  They are none where one of them is a word for houses, or the last one is
    a place or *shows* an organisation.  *plain* is the text in plain letters.
    """
    name = plain[first:last]
    rest = _REST.match(plain, last) if _FIRST.fullmatch(name) and name.lower() not in AMBIGUOUS else None
    if rest is None:
        return last
    *_, end = words = rest[0].split()
    is_house = any(map(HOUSE.fullmatch, words)) or end in QUARTERS or is_place(end) or shows(end)
    return last if is_house else rest.end()


def is_run_on(plain: str, shows: Callable[[str], bool]) -> bool:
    """True for such a name and nothing else, that begins with a common first name."""
    first = _FIRST.match(plain)
    if first is None or not is_first_name(first[0]):
        return False
    return surname_end(plain, 0, first.end(), shows) == len(plain) > first.end()
