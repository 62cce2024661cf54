"""An invitation as an iCalendar file (RFC 5545): one event that calendars take over, move and take out again.

Written by hand: a library would bring nine megabytes and three packages for the thirty lines of one event, and would
let control characters through.  The tests read every file back with that library.

It is a public edition: no participants, no organiser, nothing of ``::: intern``.  The same meeting gives the same
bytes: nothing is taken from the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from elzctl import dates
from elzctl.clock import Clock
from elzctl.followup.points import previous
from elzctl.meeting import Meeting, Occasion
from elzctl.model import Plan
from elzctl.render.markdown import clean
from elzctl.render.marks import in_plain_words
from elzctl.render.meeting_words import hours_in_words
from elzctl.render.redacted import redacted
from elzctl.terms import MeetingState
from elzctl.traces import without_trackers
from elzctl.wording import Language, say

ZONE = "Europe/Brussels"
WIDEST = 75
"""Octets of a line; the rest goes on in the next one, behind a blank."""

# The summer time of the European Union as it is since 1996: from the last Sunday of March to the last one of October.
_SUMMER_TIME = (
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


def invitation_ics(plan: Plan, meeting: Meeting, language: Language) -> bytes:
    """The event of *meeting*; of a cancelled one, what takes it out of calendars.

    Each ``was`` of the meeting and its cancelling make one new version: calendars that know an older one replace it.
    Without an hour, or with a date that is longer than a day, it takes whole days.
    """
    cancelled = meeting.state is MeetingState.CANCELLED
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//elzctl//elzctl//{language.code.upper()}",
        *(("METHOD:CANCEL",) if cancelled else ()),
        *(() if _is_all_day(meeting) else _SUMMER_TIME),
        "BEGIN:VEVENT",
        _text("UID", _uid(plan, meeting)),
        f"DTSTAMP:{_day(called_on(plan, meeting))}T000000Z",
        f"SEQUENCE:{len(meeting.was) + cancelled}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        *_hours(meeting),
        _text("SUMMARY", title(plan, meeting, language)),
        *((_text("LOCATION", _public(meeting.location, plan)),) if meeting.location.strip() else ()),
        _text("DESCRIPTION", "\n".join(_description(plan, meeting, language))),
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(map(_folded, lines))


def title(plan: Plan, meeting: Meeting, language: Language) -> str:
    """The title on one line; it says that a meeting was cancelled, for calendars that look at nothing else."""
    series = plan.series.get(meeting.series.id) if meeting.series is not None else None
    words = _public(meeting.title or (series.name if series is not None else ""), plan) or meeting.id
    return language(say("Cancelled: {title}", title=words)) if meeting.state is MeetingState.CANCELLED else words


def called_on(plan: Plan, meeting: Meeting) -> date:
    """When the meeting was called, as far as the minutes tell: at the meeting before it; else the day of its file name."""
    before = previous(plan, meeting)
    return before.day if before is not None else date.fromisoformat(meeting.id[:10])


def day_in_words(meeting: Meeting, language: Language) -> str:
    """The day of the meeting, or all the days of a date that is longer."""
    first, last = _days(meeting)
    return dates.in_words_range(first, last, language.code)


def _uid(plan: Plan, meeting: Meeting) -> str:
    """The name that the event keeps: the id of a meeting does not change when it moves."""
    house = plan.settings.organisation
    name = re.sub(r"[^a-z0-9-]", "", house.id) if house is not None else ""
    return f"{meeting.id}@{name}.elzctl" if name else f"{meeting.id}@elzctl"


def _days(meeting: Meeting) -> tuple[date, date]:
    return (meeting.date.first, meeting.date.last) if meeting.date is not None else (meeting.day, meeting.day)


def _is_all_day(meeting: Meeting) -> bool:
    return meeting.start is None or (meeting.date is not None and meeting.date.is_vague)


def _hours(meeting: Meeting) -> Iterator[str]:
    """From when to when; an end that is missing or not after the start is left out rather than invented."""
    first, last = _days(meeting)
    if meeting.start is None or _is_all_day(meeting):
        yield f"DTSTART;VALUE=DATE:{_day(first)}"
        if first != last:
            yield f"DTEND;VALUE=DATE:{_day(last + timedelta(1))}"
        # Nobody's day is full because the hour is not known yet.
        yield "TRANSP:TRANSPARENT"
        return
    yield f"DTSTART;TZID={ZONE}:{_day(first)}T{_clock(meeting.start)}"
    if meeting.end is not None and meeting.end > meeting.start:
        yield f"DTEND;TZID={ZONE}:{_day(first)}T{_clock(meeting.end)}"


def _description(plan: Plan, meeting: Meeting, language: Language) -> Iterator[str]:
    """What became of the meeting, who presents its work, and the agenda."""
    if meeting.state is MeetingState.CANCELLED and meeting.reason.strip():
        yield language(say("Cancelled: {reason}", reason=_public(meeting.reason, plan)))
    before = dict.fromkeys(filter(None, (_occasion(one, plan, language) for one in meeting.was)))
    if before:
        yield language(say("Planned before: {when}", when="; ".join(before)))
    if meeting.speaker is not None:
        name = _public(plan.actor_name(meeting.speaker.id), plan)
        yield language(say("{name} presents its work", name=name))
    agenda = tuple(_agenda(plan, meeting))
    if agenda:
        yield f"{language(say('Agenda'))}:"
        yield from agenda


def _occasion(one: Occasion, plan: Plan, language: Language) -> str:
    """When and where it was planned; of what stayed nothing is said."""
    day = dates.in_words_range(one.date.first, one.date.last, language.code) if one.date is not None else ""
    return ", ".join(filter(None, (day, hours_in_words(one.start, one.end, language), _public(one.location, plan))))


def _agenda(plan: Plan, meeting: Meeting) -> Iterator[str]:
    """The items that are public, with the numbers that they have in the minutes."""
    for item in meeting.minutes.items:
        if item.title and not item.internal:
            words = _public(item.title, plan)
            yield f"{item.number}. {words}" if item.number is not None else f"- {words}"


def _public(text: str, plan: Plan) -> str:
    """A text on one line as everybody may read it: names for marks, and no mailbox, telephone number or tracker."""
    line = " ".join(clean(in_plain_words(text, plan)).split())
    line = re.sub(r"https?://\S+", lambda match: without_trackers(match[0])[0], line)
    return redacted(line, plan)[0]


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _clock(clock: Clock) -> str:
    return f"{clock.hour:02}{clock.minute:02}00"


def _text(name: str, text: str) -> str:
    """A property that holds a text."""
    return f"{name}:{text.translate(_ESCAPES)}"


def _folded(line: str) -> bytes:
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
