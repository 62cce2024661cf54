"""Meetings as such: their series, their day and hours, and who was there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from elzctl.checks.names import Names
from elzctl.clock import Clock
from elzctl.fiche import Ref, Spans
from elzctl.finding import Finding, Severity
from elzctl.followup.closing import is_empty
from elzctl.load import SERIES
from elzctl.model import Plan
from elzctl.terms import MeetingState
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.meeting import Meeting

# Until when in the morning an event that began in the evening may go on.
_NIGHT, _EVENING = 6, 17
# What is said of an occasion.
_WHEN = ("date", "start", "end", "location", "speaker")


def unknown_series(plan: Plan) -> Iterator[Finding]:
    """A meeting, or an indicator that counts meetings, names a series that is not in ``meetings/series.yaml``.

    The series says who meets and what is always on the agenda; the follow-up of action points goes from one meeting
    of a series to the next. A meeting of an unknown series is followed by none, and an indicator counts nothing.

    Wrong::

        series: clusteroverleg

    Right::

        series: clusteroverleg-welzijn
    """
    if SERIES in plan.unread or not (plan.series or plan.meetings):
        return  # the file is broken, and that has been said; or the meetings are kept elsewhere
    unknown = [ref for ref in _series_refs(plan) if ref.id not in plan.series]
    names = Names((series.id, (series.name,)) for series in plan.series.values() if unknown)
    for ref in unknown:
        message = say("“{name}” is not one of the series of meetings", name=ref.id[:80])
        meant = names.meant(ref.id, ref.span)
        hint = meant.hint or say("Add it to meetings/series.yaml, or choose a name from there.")
        yield Finding("unknown-series", Severity.ERROR, message, ref.span, hint, fix=meant.fix)


def _series_refs(plan: Plan) -> Iterator[Ref]:
    for action in plan.actions:
        for indicator in action.indicators:
            if indicator.count:
                yield Ref(indicator.count, indicator.at["count"])
    for meeting in plan.meetings:
        if meeting.series is not None:
            yield meeting.series


def meeting_date(plan: Plan) -> Iterator[Finding]:
    """The name of a meeting's file and what stands in it do not agree.

    The name is the day for which the meeting was first planned, and the series. It never changes: references and
    calendars know the meeting by it. When a meeting moves, ``date`` gets the new day and ``was`` keeps the old one.

    Wrong::

        date: 2025-05-20     in meetings/2025-05-13-clusteroverleg-welzijn.md

    Right::

        date: 2025-05-20
        was: [{date: 2025-05-13}]
    """
    for meeting in plan.meetings:
        when = meeting.date
        if when is not None and when.is_vague:
            message = say("“{date}” is not one day", date=when.text)
            hint = say("Write the day of the meeting, such as 2025-05-13.")
            yield Finding("meeting-date", Severity.ERROR, message, meeting.place("date"), hint)
        elif when is not None and meeting.id[:10] != when.first.isoformat() and not _was_planned(meeting):
            day = meeting.id[:10]
            message = say("The date is {date}, and the name of the file says {day}", date=when.text, day=day)
            line = f"was: [{{date: {day}}}]"
            hint = say("When it moved, add “{line}”; else correct the date or the name.", line=line)
            yield Finding("meeting-date", Severity.ERROR, message, meeting.place("date"), hint)
        name, series = meeting.id[11:], meeting.series
        if series is not None and series.id in plan.series and name != series.id and not _goes_on(name, series.id):
            message = say(
                "The name of the file ends in “{name}”, and the series is “{series}”", name=name, series=series.id
            )
            hint = say("Name the file {day}-{series}.md, or correct the series.", day=meeting.id[:10], series=series.id)
            yield Finding("meeting-date", Severity.WARNING, message, series.span, hint)


def _was_planned(meeting: Meeting) -> bool:
    """True when the day of the file name is one of those for which the meeting was planned before."""
    day = date.fromisoformat(meeting.id[:10])
    return any(one.date is not None and one.date.first <= day <= one.date.last for one in meeting.was)


def _goes_on(name: str, series: str) -> bool:
    """True for ``stuurgroep-2``: another meeting of the series on that day."""
    return name.startswith(f"{series}-")


def was_as_now(plan: Plan) -> Iterator[Finding]:
    """A meeting was planned before for the very same moment and place, so that nothing moved.

    Under ``was`` stands what was planned before it moved: the day, the hours or the place, as far as they were others;
    each entry sends a new version to calendars. ``date``, ``start`` and the rest of the meeting say what holds now.

    Wrong::

        start: 14u
        was: [{start: 14u}]

    Right::

        start: 14u
        was: [{start: 13u30}]
    """
    for meeting in plan.meetings:
        later: dict[str, object] = {key: getattr(meeting, key) for key in _WHEN}
        for one in reversed(meeting.was):
            was = {key: found for key in _WHEN if (found := getattr(one, key))}
            if all(later[key] == found for key, found in was.items()):
                message = say("What was planned before is the same as what came for it")
                hint = say("Write the old day, hours or place there, or take it out.")
                span = min(one.at.values()) if one.at else meeting.place("was")
                yield Finding("was-as-now", Severity.WARNING, message, span, hint)
            later |= was


def meeting_twice(plan: Plan) -> Iterator[Finding]:
    """Two meetings of one series are on the same day.

    Often one is a copy of the other. What is noted in both then counts twice, and is followed twice.

    Wrong::

        meetings/2025-05-13-stuurgroep.md and meetings/2025-05-13-stuurgroep-kopie.md

    Right::

        meetings/2025-05-13-stuurgroep.md
    """
    seen: dict[tuple[str, date], Meeting] = {}
    for meeting in plan.meetings:
        if meeting.series is not None and meeting.state is not MeetingState.CANCELLED:
            first = seen.setdefault((meeting.series.id, meeting.day), meeting)
            if first is not meeting:
                message = say("There is another meeting of this series on that day")
                related = ((say("the other one"), first.place("date")),)
                hint = say("Delete the copy, correct a date, or give one of them “state: cancelled”.")
                yield Finding("meeting-twice", Severity.WARNING, message, meeting.place("date"), hint, related)


def ends_before_start(plan: Plan) -> Iterator[Finding]:
    """A meeting or an event ends before it begins.

    Wrong::

        start: 16u
        end: 13u30

    Right::

        start: 13u30
        end: 16u
    """
    for start, end, at in _hours(plan):
        if start is not None and end is not None and end <= start:
            message = say("It ends at {end}, and begins at {start}", end=str(end), start=str(start))
            related = ((say("the beginning"), at["start"]),) if "start" in at else ()
            yield Finding(
                "ends-before-start", Severity.ERROR, message, at["end"], say("Change one of the two."), related
            )


def _hours(plan: Plan) -> Iterator[tuple[Clock | None, Clock | None, Spans]]:
    """When each meeting and event begins and ends, with the places."""
    from elzctl.meeting import Event

    for one in plan.series.values():
        yield one.start, one.end, one.at
    for meeting in plan.meetings:
        yield meeting.start, meeting.end, meeting.at
        for other in (*meeting.was, meeting.next):
            if other is not None:
                yield other.start, other.end, other.at
    for noted in plan.noted.values():
        if type(noted) is Event and noted.end is not None and not _is_night(noted):
            yield noted.start, noted.end, {"end": noted.span}


def _is_night(event: object) -> bool:
    """True for what goes on after midnight."""
    start, end = getattr(event, "start", None), getattr(event, "end", None)
    return start is not None and end is not None and start.hour >= _EVENING and end.hour < _NIGHT


def next_before_meeting(plan: Plan) -> Iterator[Finding]:
    """The next meeting is not after this one.

    ``elzctl new-meeting`` takes the next date from there, so that it would plan a meeting in the past.

    Wrong::

        date: 2025-05-13
        next: {date: 2025-01-09}

    Right::

        date: 2025-05-13
        next: {date: 2025-10-09}
    """
    for meeting in plan.meetings:
        when = None if meeting.next is None else meeting.next.date
        if meeting.next is not None and when is not None and when.last <= meeting.day:
            message = say("The next meeting ({date}) is not after this one", date=when.text)
            hint = say("Correct the year, the month or the day.")
            yield Finding("next-before-meeting", Severity.ERROR, message, meeting.next.at["date"], hint)


def present_and_excused(plan: Plan) -> Iterator[Finding]:
    """An organisation is noted as present and as excused.

    Wrong::

        present: [caw, cm]
        excused: [cm]

    Right::

        present: [caw, cm]
    """
    for meeting in plan.meetings:
        present = {ref.id: ref for ref in meeting.present} if meeting.excused else {}
        for ref in meeting.excused:
            if ref.id in present:
                message = say("“{name}” is both present and excused", name=ref.id[:80])
                related = ((say("present"), present[ref.id].span),)
                hint = say("Take it out of one of the two lists.")
                yield Finding("present-and-excused", Severity.WARNING, message, ref.span, hint, related)


def cancelled_without_reason(plan: Plan) -> Iterator[Finding]:
    """A meeting was cancelled, and it is not said why.

    Wrong::

        state: cancelled

    Right::

        state: cancelled
        reason: Te weinig inschrijvingen.
    """
    for meeting in plan.meetings:
        if meeting.state is MeetingState.CANCELLED and not meeting.reason.strip():
            message = say("It is not said why this meeting was cancelled")
            hint = say("Add “reason: …”.")
            yield Finding("cancelled-without-reason", Severity.WARNING, message, meeting.place("state"), hint)


def notes_while_planned(plan: Plan, today: date | None = None) -> Iterator[Finding]:
    """Something was noted in a meeting that is still said to be planned.

    Of a planned meeting everybody sees the invitation, and nothing of what stands under the items of its agenda. Whoever
    takes minutes sets ``state: draft`` first; then the rules for minutes apply, and nothing is public either, until
    ``elzctl submit`` makes it ``review``. Text without points or decisions may tell before the meeting what an item is
    about, so that it is mentioned from the day itself on.

    Wrong::

        state: planned     and below it “BESLUIT: De groep wisselt van locatie.”

    Right::

        state: draft
    """
    for meeting in plan.meetings if today is not None else ():
        if meeting.state is MeetingState.PLANNED and today is not None and _was_noted(meeting, today):
            message = say("This meeting is planned, and something was noted in it")
            hint = say("Set “state: draft”; until then only its agenda is shown.")
            yield Finding("notes-while-planned", Severity.WARNING, message, meeting.place("state"), hint)


def _was_noted(meeting: Meeting, today: date) -> bool:
    """True with points, decisions and the like; from the day of the meeting on with any text under an item."""
    if next(meeting.minutes.noted(), None) is not None:
        return True
    return meeting.day <= today and not all(map(is_empty, meeting.minutes.items))
