"""Times of day as people write them: ``13:30``, ``13u30``, ``16u``, ``1:30 pm``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.record import NamedTuple

# The hour, its sign, and minutes; or an English hour.  A bare number is no time.  Compiled when there is one to read.
_TIME = (
    r"(?P<hour>2[0-3]|[01]?[0-9])"
    r"(?:[:.uUhH](?P<minute>[0-5][0-9])(?:\s?(?P<half>[aApP])\.?[mM]\b\.?|\s?(?:[uU]{2}[rR]|[uUhH])\b)?"
    r"|\s?(?:[uU]{2}[rR]|[uUhH])(?!\w)|\s?(?P<half2>[aApP])\.?[mM]\b\.?)(?!\w|[:.,][0-9])"
)
_BETWEEN = r"\s*(?:-|–|—|[tT][oO][tT]|[tT]/[mM]|[tT][oO]|[uU][nN][tT][iI][lL]|[tT][iI][lL][lL])\s*"
# How a word begins that a time goes on with: “tot”, “until”, “uur”, “h”, “pm”.
_JOINTS = tuple("-–—tuhap")


class Clock(NamedTuple):
    """A time of day, equal to another one when it is the same minute."""

    hour: int
    minute: int = 0

    def __str__(self) -> str:
        """The time as ``13:30``."""
        return f"{self.hour:02}:{self.minute:02}"


class Hours(NamedTuple):
    """A time, or a stretch of it, in a text: where it begins and ends."""

    start: Clock
    end: Clock | None
    first: int
    last: int


def read(text: str) -> Clock | None:
    """The time that a text names, or ``None``."""
    text = " ".join(text.split())
    match = None if (plain := _plain(text)) else re.compile(_TIME).fullmatch(text)
    return plain if match is None else _clock(match)


def leading(text: str) -> Hours | None:
    """The time that a text begins with, and the one that it runs to."""
    word, _, rest = text.partition(" ")
    first, dash, second = word.rstrip(",:;").partition("-")
    start, end = _plain(first), _plain(second)
    if start is not None and (end is not None or not dash) and not rest.lower().startswith(_JOINTS):
        return Hours(start, end, 0, len(first) + len(dash) + len(second))
    found = next(find(text[:40]), None) if text[:1].isdigit() else None
    return found if found is not None and found.first == 0 else None


def find(text: str) -> Iterator[Hours]:
    """The times in a text, each with the one that it runs to: ``van 19u30 tot 21u30``; also ``13-17u``."""
    time, place, end = re.compile(_TIME), 0, -1
    while match := time.search(text, place):
        if _goes_on(text, match.start()):
            place = match.start() + 1
            continue
        place, start = match.end(), _clock(match)
        if match.start() < end or start is None:
            continue
        joint = re.compile(_BETWEEN).match(text, match.end())
        # A “-” may not stand before a time, but it may between two.
        other = time.match(text, joint.end()) if joint else None
        until = None if other is None else _clock(other)
        end = other.end() if other is not None and until is not None else match.end()
        yield Hours(start, until, match.start(), end)


def _plain(text: str) -> Clock | None:
    """A time as nearly everybody writes it: ``13:30``, ``13u30``, ``16u``; no expression is needed to know these."""
    for sign in ":u":
        hour, mark, minute = text.partition(sign)
        digits = hour + minute
        if mark and digits.isascii() and digits.isdigit() and 1 <= len(hour) <= 2 and int(hour) <= 23:
            if len(minute) == 2 and minute < "60":
                return Clock(int(hour), int(minute))
            if sign == "u" and not minute:
                return Clock(int(hour))
    return None


def _goes_on(text: str, place: int) -> bool:
    """True when what begins there belongs to the word or number before it."""
    before = text[place - 1 : place]
    return before.isalnum() or before in tuple("_.,:/-")


def _clock(match: re.Match[str]) -> Clock | None:
    hour, half = int(match["hour"]), match["half"] or match["half2"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return Clock(hour, int(match["minute"] or 0))
