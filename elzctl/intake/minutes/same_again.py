"""Words that say that the next meeting is where this one is, or at its hours: *zelfde uur en plaats*."""

from __future__ import annotations

import re

_WHERE = r"(?:plaats|locatie|zaal|plek|lokaal|adres|ruimte|place|venue|location|room)"
_WHEN = r"(?:uur|uren|tijdstip|tijd|beginuur|startuur|timing|hours?|time)"
_AGAIN = r"(?:(?:opnieuw|weer|terug|telkens|ook|op|om|in|at) )*(?:de |het |the )?(?:de|het)?(?:zelfde|same) "
_SAME = re.compile(
    rf"(?i)\b{_AGAIN}(?P<one>{_WHERE}|{_WHEN})\b(?:\s*(?:en|and|&|\+|/|als)\s*(?:{_AGAIN})?(?P<other>{_WHERE}|{_WHEN})\b)?"
)
_JOINS = re.compile(r"(?i)\b(?:en|and)\b|[\s,;.()&+/–-]")


def same(text: str) -> dict[str, str]:
    """What is the same, ``location`` or ``start``, with the words for it."""
    found: dict[str, str] = {}
    for match in _SAME.finditer(text):
        for word in filter(None, (match["one"], match["other"])):
            key = "location" if re.fullmatch(_WHERE, word, re.IGNORECASE) else "start"
            found.setdefault(key, match[0].strip())
    return found


def without_same(text: str) -> str:
    """The text without such words."""
    return _SAME.sub("", text)


def is_same(text: str) -> bool:
    """True for such words, and nothing else."""
    return bool(same(text)) and not _JOINS.sub("", without_same(text))
