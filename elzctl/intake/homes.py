"""Where somebody lives: a street with a number beside the name of a person, or behind a word that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake.trades import NAME

_STREET = re.compile(
    r"(?<![\w-])(?:[A-Z][\w’'.-]{0,30}\s(?:(?:[A-Z][\w’'.-]{0,30}|van|de|den|der)\s){0,3})?[A-Z]?[\w’'-]{0,40}(?:straat|straatje|laan|lei|dreef|weg|steenweg|plein|hof|kaai|dijk|baan|markt|pad|singel|vest|wijk|lane|street|road|avenue)"
    r"\s(?P<number>\d{1,4}\s?[A-Za-z]?(?![\w%])(?:,?\s(?:bus|box|bte)\s\d{1,4})?(?:[,\s]+(?:te\s)?\d{4}\s[A-Z][\w-]+)?)(?!\s?(?:%|euro|deelnemers|personen|minuten|uur|u\b|keer))"
)
_LIVES = re.compile(
    r"(?i)\b(?:woont|wonen|woonde|woonden|woonachtig|verblijft|thuis|lives?|living|adres|uit|aan huis)\b"
)
# Whose house it is: *ten huize van X*, *bij X thuis*, *in de woning van X*.
_AT = re.compile(
    rf"\b(?i:ten\s+huize\s+van|thuis\s+bij|(?:in|aan)\s+(?:het\s+huis|het\s+appartement|de\s+woning|de\s+living|de\s+keuken|de\s+tuin)\s+van|at\s+the\s+(?:home|house)\s+of)\s+(?!(?:de|den|het|ons|onze|the)\s)(?P<name>{NAME})"
    rf"|\b(?i:bij|at)\s+(?!(?:de|den|het|ons|onze|the)\s)(?P<host>{NAME})\s+(?i:thuis|at\s+home)\b"
)
# An address right behind that name, whatever its street is called.
_BEHIND = re.compile(
    r"(?:\s(?:thuis|at home))?,?\s\(?(?P<home>[A-Z][\w’'.-]*(?:\s[\w’'.-]+){0,3}?\s\d{1,4}\s?[A-Za-z]?(?![\w%:]))(?!\s?(?:uur|u\b|h\b))"
)
_ENDS = re.compile(r"[.!?](?=\s+[A-Z]|\s*\Z)|\n")
_HOME = re.compile(r"(?i)\b(?:thuis|huize|huis|woning|appartement|living|keuken|tuin|home|house)\b")
_NEAR = 40  # characters
_FAR = 200


def homes(plain: str, people: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where such addresses stand in a text of plain letters, in which *people* are named there."""
    if not any(map(str.isdigit, plain)):
        return
    named = tuple(people)
    for _, last in hosts(plain):
        at_host = _BEHIND.match(plain, last)
        if at_host is not None:
            yield at_host.span("home")
    for street in _STREET.finditer(plain):
        first, last = _sentence(plain, *street.span())
        inside = [one for one in named if first <= one[0] < last]
        is_near = any(
            street.start() - _NEAR < one[1] <= street.start() or 0 <= one[0] - street.end() < _NEAR for one in inside
        )
        if inside and (is_near or _LIVES.search(plain, first, last)):
            yield street.span()


def hosts(plain: str) -> Iterator[tuple[int, int]]:
    """Where in a text of plain letters those are named who have others at home."""
    if _HOME.search(plain) is not None:
        for match in _AT.finditer(plain):
            yield match.span("name" if match["name"] else "host")


def _sentence(plain: str, first: int, last: int) -> tuple[int, int]:
    """The sentence around a stretch."""
    begins = [one.end() for one in _ENDS.finditer(plain, max(0, first - _FAR), first)]
    ends = _ENDS.search(plain, last, last + _FAR)
    return begins[-1] if begins else max(0, first - _FAR), ends.start() if ends else min(len(plain), last + _FAR)
