"""Lists over the meetings of a series: its decisions, and its points with how each stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from elzctl import dates
from elzctl.followup.points import counts, row_of
from elzctl.meeting import Meeting
from elzctl.render.meeting_words import POINT_STATES
from elzctl.render.minutes_document import internal, short_document, unread_files
from elzctl.render.minutes_tables import caption, decisions_table, points_table
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Document
from elzctl.terms import MeetingState
from elzctl.wording import Message, say, say_count


def decisions_document(series: str, first: date, last: date, text: PlanText) -> Document:
    """The decisions of the meetings from *first* to *last*, in order."""
    meetings = _held(series, first, last, text)
    found = ((meeting, one) for meeting in meetings for one in meeting.resolutions)
    blocks = decisions_table(found, text, far=True) or (text.quiet(say("No decisions were noted.")),)
    return _list(say("Decisions: {series}", series=_name(series, text)), meetings, blocks, text)


def points_document(series: str, first: date, last: date, text: PlanText) -> Document:
    """The points that were noted from *first* to *last*, in order, as they stand on the day of the document."""
    meetings = _held(series, first, min(last, text.today), text)
    warn_before = text.plan.settings.warn_before
    every = (row_of(meeting, point, text.today, warn_before) for meeting in meetings for point in meeting.points)
    rows = [row for row in every if text.internal or not row.point.internal]
    found = counts(rows, text.plan)
    states = ", ".join(f"{number} {text.say(POINT_STATES[state])}" for state, number in found.states.items() if number)
    total = text.say(say_count("{count} action point", "{count} action points", found.written))
    blocks: tuple[Block, ...] = (text.quiet(say("No action points were noted.")),)
    if rows:
        title = caption(say("How they stand on {date}"), text.today, text)
        blocks = (text.paragraph(f"{total}: {states}"), *points_table(rows, title, text, far=True))
    return _list(say("Action points: {series}", series=_name(series, text)), meetings, blocks, text)


LISTS: dict[str, Callable[[str, date, date, PlanText], Document]] = {
    "decisions": decisions_document,
    "points": points_document,
}


def _held(series: str, first: date, last: date, text: PlanText) -> tuple[Meeting, ...]:
    meetings = text.plan.meetings_of.get(series, ())
    return tuple(one for one in meetings if first <= one.day <= last and one.state is not MeetingState.CANCELLED)


def _name(series: str, text: PlanText) -> str:
    found = text.plan.series.get(series)
    return text.title_text(found.name) if found is not None and found.name else series


def _list(title: Message, meetings: tuple[Meeting, ...], blocks: tuple[Block, ...], text: PlanText) -> Document:
    """A list with the stretch of time of its meetings under the title."""
    period = ""
    if meetings:
        period = dates.in_words_range(meetings[0].day, meetings[-1].day, text.say.code)
    return short_document(title, period, (*internal(text), *unread_files(text), *blocks), text)
