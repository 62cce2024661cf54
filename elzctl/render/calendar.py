"""An invitation as an iCalendar file (RFC 5545): one event that calendars take over, move and take out again.

It is a public edition: no participants, no organiser, nothing of ``::: intern``.  The same meeting gives the same
bytes: nothing is taken from the clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from elzctl import dates
from elzctl.clock import Clock
from elzctl.followup.points import previous
from elzctl.meeting import Meeting, Occasion
from elzctl.model import Plan
from elzctl.render import ics
from elzctl.render.markdown import clean
from elzctl.render.marks import in_plain_words
from elzctl.render.meeting_words import hours_in_words
from elzctl.render.redacted import redacted
from elzctl.terms import MeetingState
from elzctl.traces import without_trackers
from elzctl.wording import Language, say


def invitation_ics(
    plan: Plan, meeting: Meeting, language: Language, today: date = date.max, address: str = ""
) -> bytes:
    """The event of *meeting*; of a cancelled one, what takes it out of calendars.

    Each ``was`` of the meeting and its cancelling make one new version: calendars that know an older one replace it.
    Without an hour, or with a date that is longer than a day, it takes whole days.  What is to come *today* did not happen.
    *address* is that of the page of the meeting, when there is one.
    """
    method = ("METHOD:CANCEL",) if meeting.state is MeetingState.CANCELLED else ()
    lines = event(plan, meeting, language, today, address)
    return ics.calendar(language, *method, *lines, has_hours=not is_all_day(meeting))


def event(plan: Plan, meeting: Meeting, language: Language, today: date = date.max, address: str = "") -> Iterator[str]:
    """The lines of the event alone; it leads to *address*."""
    cancelled = meeting.state is MeetingState.CANCELLED
    yield "BEGIN:VEVENT"
    yield ics.text("UID", ics.uid(plan, meeting.id))
    yield f"DTSTAMP:{ics.day(called_on(plan, meeting, today))}T000000Z"
    yield f"SEQUENCE:{len(meeting.was) + cancelled}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield from _hours(meeting)
    yield ics.text("SUMMARY", title(plan, meeting, language))
    if meeting.location.strip():
        yield ics.text("LOCATION", public(meeting.location, plan))
    yield ics.text("DESCRIPTION", "\n".join(_description(plan, meeting, language)))
    if address:
        yield f"URL:{address}"
    yield "END:VEVENT"


def title(plan: Plan, meeting: Meeting, language: Language) -> str:
    """The title on one line; it says that a meeting was cancelled, for calendars that look at nothing else."""
    series = plan.series.get(meeting.series.id) if meeting.series is not None else None
    words = public(meeting.title or (series.name if series is not None else ""), plan) or meeting.id
    return language(say("Cancelled: {title}", title=words)) if meeting.state is MeetingState.CANCELLED else words


def called_on(plan: Plan, meeting: Meeting, today: date = date.max) -> date:
    """When the meeting was called, as far as the minutes tell: at the meeting before it, the last one that was held.

    Else it is the day of its file name, or when that is to come too the beginning of the plan: never a day after *today*.
    """
    before = previous(plan, meeting)
    while before is not None and before.day > today:
        before = previous(plan, before)
    day = before.day if before is not None else date.fromisoformat(meeting.id[:10])
    return day if day <= today else ics.beginning(plan, today)


def day_in_words(meeting: Meeting, language: Language) -> str:
    """The day of the meeting, or all the days of a date that is longer."""
    first, last = _days(meeting)
    return dates.in_words_range(first, last, language.code)


def is_all_day(meeting: Meeting) -> bool:
    """True without an hour, or with a date that is longer than a day."""
    return meeting.start is None or (meeting.date is not None and meeting.date.is_vague)


def public(text: str, plan: Plan) -> str:
    """A text on one line as everybody may read it: names for marks, and no mailbox, telephone number or tracker."""
    line = " ".join(clean(in_plain_words(text, plan)).split())
    line = re.sub(r"https?://\S+", lambda match: without_trackers(match[0])[0], line)
    return redacted(line, plan)[0]


def _days(meeting: Meeting) -> tuple[date, date]:
    return (meeting.date.first, meeting.date.last) if meeting.date is not None else (meeting.day, meeting.day)


def _hours(meeting: Meeting) -> Iterator[str]:
    """From when to when; an end that is missing or not after the start is left out rather than invented."""
    first, last = _days(meeting)
    if meeting.start is None or is_all_day(meeting):
        yield from ics.whole_days(first, last)
        return
    yield f"DTSTART;TZID={ics.ZONE}:{ics.day(first)}T{_clock(meeting.start)}"
    if meeting.end is not None and meeting.end > meeting.start:
        yield f"DTEND;TZID={ics.ZONE}:{ics.day(first)}T{_clock(meeting.end)}"


def _description(plan: Plan, meeting: Meeting, language: Language) -> Iterator[str]:
    """What became of the meeting, who presents its work, and the agenda."""
    if meeting.state is MeetingState.CANCELLED and meeting.reason.strip():
        yield language(say("Cancelled: {reason}", reason=public(meeting.reason, plan)))
    before = dict.fromkeys(filter(None, (_occasion(one, plan, language) for one in meeting.was)))
    if before:
        yield language(say("Planned before: {when}", when="; ".join(before)))
    if meeting.speaker is not None:
        name = public(plan.actor_name(meeting.speaker.id), plan)
        yield language(say("{name} presents its work", name=name))
    agenda = tuple(_agenda(plan, meeting))
    if agenda:
        yield f"{language(say('Agenda'))}:"
        yield from agenda


def _occasion(one: Occasion, plan: Plan, language: Language) -> str:
    """When and where it was planned; of what stayed nothing is said."""
    day = dates.in_words_range(one.date.first, one.date.last, language.code) if one.date is not None else ""
    return ", ".join(filter(None, (day, hours_in_words(one.start, one.end, language), public(one.location, plan))))


def _agenda(plan: Plan, meeting: Meeting) -> Iterator[str]:
    """The items that are public, with the numbers that they have in the minutes."""
    for item in meeting.minutes.items:
        if item.title and not item.internal:
            words = public(item.title, plan)
            yield f"{item.number}. {words}" if item.number is not None else f"- {words}"


def _clock(clock: Clock) -> str:
    return f"{clock.hour:02}{clock.minute:02}00"
