"""A plan as of the day of a site: what lies after that day is to come, whatever its file says already.

So no page tells that a meeting took place while another one invites to it: who makes a site of an earlier day has minutes of
later meetings in the folder, and in older minutes what became of their points since.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from elzctl.meeting import Minutes, Point, Signal
from elzctl.terms import MeetingState
from elzctl.value import replace

if TYPE_CHECKING:
    from elzctl.dates import VagueDate
    from elzctl.meeting import Meeting, Noted, Piece
    from elzctl.model import Plan

_AS_IT_IS = (MeetingState.PLANNED, MeetingState.CANCELLED)


def as_of(plan: Plan, today: date) -> Plan:
    """The same plan, in which each meeting after *today* is planned, and minutes say no more than what was known then.

    It is *plan* itself when nothing in it is of a later day.
    """
    meetings = tuple(_as_of(one, today) for one in plan.meetings)
    if all(new is old for new, old in zip(meetings, plan.meetings, strict=True)):
        return plan
    return replace(plan, meetings=meetings)


def is_told_early(meeting: Meeting, today: date) -> bool:
    """True for a meeting after *today* of which the file speaks as if it had been."""
    return meeting.day > today and meeting.state not in _AS_IT_IS


def _as_of(meeting: Meeting, today: date) -> Meeting:
    if meeting.day > today:
        return replace(meeting, state=MeetingState.PLANNED) if is_told_early(meeting, today) else meeting
    if _was_approved_later(meeting, today):
        meeting = replace(meeting, state=MeetingState.REVIEW, approved=None)
    if any(_so_far(one, today) is not one for one in meeting.minutes.noted()):
        minutes = meeting.minutes
        items = (
            replace(item, pieces=tuple(_piece_so_far(piece, today) for piece in item.pieces)) for item in minutes.items
        )
        meeting = replace(meeting, minutes=Minutes(tuple(items), minutes.references, minutes.prose))
    return meeting


def _was_approved_later(meeting: Meeting, today: date) -> bool:
    """True for minutes that a later meeting approved, of which the id begins with its day."""
    approved = meeting.approved
    if meeting.state is not MeetingState.APPROVED or approved is None:
        return False
    is_ahead = approved.meeting is not None and approved.meeting.id[:10] > today.isoformat()
    return is_ahead or _is_later(approved.on, today)


def _piece_so_far(piece: Piece, today: date) -> Piece:
    return _so_far(piece, today) if isinstance(piece, (Point, Signal)) else piece


def _so_far(noted: Noted, today: date) -> Noted:
    """A point or a signal without what became of it later; itself when there is nothing of that."""
    if isinstance(noted, Point):
        turns = tuple(one for one in noted.turns if not _is_later(one.on, today))
        if len(turns) < len(noted.turns) or _is_later(noted.done, today):
            is_done = noted.ticked and not _is_later(noted.done, today)
            return replace(noted, turns=turns, ticked=is_done, done=noted.done if is_done else None)
    elif isinstance(noted, Signal):
        steps = tuple(one for one in noted.steps if not _is_later(one.on, today))
        if len(steps) < len(noted.steps):
            return replace(noted, steps=steps)
    return noted


def _is_later(when: VagueDate | None, today: date) -> bool:
    return when is not None and when.first > today
