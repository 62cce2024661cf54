"""A number before a day that counts meetings, and is no day itself: *Bijeenkomst 4 – donderdag 11 juni 2026*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl import dates

_COUNTS = re.compile(
    r"(?i)\b(?:nr\.?|nummer|no\.?|deel|fase|\w*(?:bijeenkomst|overleg|vergadering|zitting|sessie|meeting|session|groep|cluster|raad|punt|item|verslag|editie|ronde))\s*#?\s*\Z"
)
_DAY_BEHIND = re.compile(
    r"(?i)\d{1,2}\s*[-–—]\s*(?:maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)d?(?:ag|ay)\b"
)
_APART = re.compile(r"\d{1,2}\s+[-–—]\s+(?=\d)")
_NEAR = 24  # characters


def is_counted(text: str, start: int) -> bool:
    """True when the range of days that begins at *start* is a number, a dash and one day."""
    is_number = (
        _APART.match(text, start) is not None and _COUNTS.search(text[max(0, start - _NEAR) : start]) is not None
    )
    return is_number or _DAY_BEHIND.match(text, start) is not None


def counted_apart(text: str) -> Iterator[tuple[int, int, dates.VagueDate]]:
    """The dates with a year; of a number, a dash and a day only the day."""
    for start, end, value in dates.find(text):
        if value.is_vague and is_counted(text, start):
            apart = text.index(next(sign for sign in text[start:end] if sign in "-–—"), start) + 1
            yield from ((apart + first, apart + last, one) for first, last, one in dates.find(text[apart:end]))
        else:
            yield start, end, value
