"""The fixed words of meetings: states, stages, how a point stands; days of the week and hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from elzctl import dates
from elzctl.clock import Clock
from elzctl.followup.points import PointRow, PointStanding, PointState
from elzctl.terms import MeetingState, Stage, Turning
from elzctl.wording import Language, Message, say

MEETING_STATES: Mapping[MeetingState, Message] = {
    MeetingState.PLANNED: say("planned"),
    MeetingState.DRAFT: say("draft minutes"),
    MeetingState.REVIEW: say("minutes to be read and approved"),
    MeetingState.APPROVED: say("approved"),
    MeetingState.CANCELLED: say("cancelled"),
}
UNSETTLED: Mapping[MeetingState, Message] = {
    MeetingState.DRAFT: MEETING_STATES[MeetingState.DRAFT],
    MeetingState.REVIEW: say("not approved yet"),
}
"""What is said of a decision, a point or a signal in minutes that can still change."""
POINT_STANDINGS: Mapping[PointStanding, Message] = {
    PointStanding.LATE: say("late"),
    PointStanding.DUE_SOON: say("due soon"),
    PointStanding.ON_TRACK: say("on track"),
    PointStanding.NO_DATE: say("no date"),
}
POINT_STATES: Mapping[PointState, Message] = {
    PointState.OPEN: say("open"),
    PointState.MOVED: say("put off"),
    PointState.DONE: say("done"),
    PointState.DROPPED: say("dropped"),
}
STAGE_WORDS: Mapping[Stage, Message] = {
    Stage.NOTED: say("noted"),
    Stage.GROUPED: say("grouped"),
    Stage.DISCUSSED: say("discussed"),
    Stage.ACTION: say("became an action"),
    Stage.REFERRED: say("referred"),
    Stage.NO_MANDATE: say("no mandate"),
}
BECAME_POINT = say("became an action point")
"""What a signal became that led to a point of minutes and not to an action of the plan."""
TURNING_WORDS: Mapping[Turning, Message] = {
    Turning.PROGRESS: say("Progress"),
    Turning.MOVED: say("Put off"),
    Turning.DROPPED: say("Dropped"),
}
_WEEKDAYS = (
    *(say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday")),
    *(say("Saturday"), say("Sunday")),
)


def day_in_words(day: date, language: Language) -> str:
    """``dinsdag 13 mei 2025`` or ``Tuesday 13 May 2025``."""
    return f"{language(_WEEKDAYS[day.weekday()])} {dates.in_words(day, language.code)}"


def hours_in_words(start: Clock | None, end: Clock | None, language: Language) -> str:
    """``13u30 – 16u`` or ``13:30 – 16:00``; either may be missing."""
    if start is not None and end is not None:
        return f"{_clock(start, language)} – {_clock(end, language)}"
    if start is not None:
        return language(say("from {date}", date=_clock(start, language)))
    return language(say("until {time}", time=_clock(end, language))) if end is not None else ""


def standing_in_words(row: PointRow, language: Language) -> str:
    """How a point stands, in a few words: ``open, te laat``, ``gedaan op 2 oktober 2025``."""
    state = language(POINT_STATES[row.state])
    if row.is_open:
        return f"{state}, {language(POINT_STANDINGS[row.standing])}"
    if row.closed is None:
        return state
    return language(say("{what} on {date}", what=state, date=dates.in_words(row.closed, language.code)))


def _clock(clock: Clock, language: Language) -> str:
    if language.code != "nl":
        return str(clock)
    return f"{clock.hour}u{clock.minute:02}" if clock.minute else f"{clock.hour}u"
