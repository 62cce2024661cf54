"""The form of iCalendar files (RFC 5545): lines, escapes, and the file around events.

Written by hand: a library would bring nine megabytes and three packages for it, and would let control characters through.
The tests read every file back with that library.  Nothing is taken from the clock: the same plan gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from elzctl.model import Plan
from elzctl.wording import Language

ZONE = "Europe/Brussels"
WIDEST = 75
"""Octets of a line; the rest goes on in the next one, behind a blank."""

# The summer time of the European Union as it is since 1996: from the last Sunday of March to the last one of October.
SUMMER_TIME = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_SHOWN_AGAIN = "PT12H"
"""How often a program may look for a newer version of what somebody subscribed to."""


def calendar(language: Language, *lines: str, has_hours: bool = True) -> bytes:
    """A file with *lines*, those of its events; *has_hours* when one of them is not for whole days."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//elzctl//elzctl//{language.code.upper()}")
    # What is said of the whole file comes before the first thing in it.
    own = next((place for place, line in enumerate(lines) if line.startswith("BEGIN:")), len(lines))
    zone = SUMMER_TIME if has_hours else ()
    return b"".join(map(folded, (*head, *lines[:own], *zone, *lines[own:], "END:VCALENDAR")))


def subscribed(name: str) -> tuple[str, ...]:
    """Lines for a file that programs look at again: what it is called, and how often."""
    return (
        text("NAME", name),
        text("X-WR-CALNAME", name),
        f"REFRESH-INTERVAL;VALUE=DURATION:{_SHOWN_AGAIN}",
        f"X-PUBLISHED-TTL:{_SHOWN_AGAIN}",
    )


def text(name: str, words: str) -> str:
    """A property that holds a text."""
    return f"{name}:{words.translate(_ESCAPES)}"


def day(one: date) -> str:
    """A day as it is written."""
    return one.isoformat().replace("-", "")


def beginning(plan: Plan, today: date) -> date:
    """The day of what no day is known of: the first of the plan, and when that is to come one before every plan."""
    years = plan.years
    return years[0] if years is not None and years[0] <= today else date(2000, 1, 1)


def whole_days(first: date, last: date) -> Iterator[str]:
    """From when to when, for what has no hour: nobody's day is full because of it."""
    yield f"DTSTART;VALUE=DATE:{day(first)}"
    if first != last:
        yield f"DTEND;VALUE=DATE:{day(last + timedelta(1))}"
    yield "TRANSP:TRANSPARENT"


def uid(plan: Plan, name: str) -> str:
    """The name that an event keeps, whatever changes in it; *name* is an id of the plan."""
    house = plan.settings.organisation
    own = re.sub(r"[^a-z0-9-]", "", house.id) if house is not None else ""
    return f"{name}@{own}.elzctl" if own else f"{name}@elzctl"


def folded(line: str) -> bytes:
    """A line as it is written: never a character in two halves, never more than :data:`WIDEST` octets."""
    return b"\r\n ".join(_pieces(line.encode())) + b"\r\n"


def _pieces(line: bytes) -> Iterable[bytes]:
    start, room = 0, WIDEST
    while len(line) - start > room:
        end = start + room
        while line[end] & 0xC0 == 0x80:  # the middle of a character
            end -= 1
        yield line[start:end]
        start, room = end, WIDEST - 1
    yield line[start:]
