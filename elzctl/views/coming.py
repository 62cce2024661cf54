"""What comes next: meetings that were called or that minutes name, events, and what is still to do by a day.

Whoever shows what comes next asks here, so that no page says that there is nothing while another names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from elzctl.clock import Clock
from elzctl.dates import VagueDate
from elzctl.followup.points import PointRow, WantedPoints, points
from elzctl.meeting import Meeting, Occasion
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import MeetingState
from elzctl.views import registers
from elzctl.views.deadlines import Deadline, deadlines
from elzctl.views.published import has_minutes, is_open
from elzctl.views.registers import EVERYTHING, EventRow, Timing
from elzctl.views.status import Standing


class Ahead(NamedTuple):
    """A meeting to come: one that was called; or *occasion*, which the minutes of *meeting* name as the next of its series."""

    meeting: Meeting
    occasion: Occasion | None = None

    @property
    def is_cancelled(self) -> bool:
        """True for a meeting that was called, and does not take place."""
        return self.occasion is None and self.meeting.state is MeetingState.CANCELLED

    @property
    def place(self) -> tuple[date, Clock]:
        """Where it stands among others: its first day and its hour."""
        one = self.occasion or self.meeting
        return one.date.first if one.date is not None else self.meeting.day, one.start or Clock(0)


class Due(NamedTuple):
    """What is still to do by a day that is not over: a step or a whole action (*deadline*), or else a *point* of minutes."""

    when: VagueDate
    deadline: Deadline | None
    point: PointRow | None


def meetings(plan: Plan, today: date) -> tuple[Ahead, ...]:
    """The meetings of open series that are not over, the next one first."""
    planned = (one for one in plan.meetings if one.state is MeetingState.PLANNED and is_open(plan, one))
    called = (Ahead(one) for one in planned if not is_over(one, today))
    named = (found for name in plan.meetings_of if (found := named_next(plan, name, today)) is not None)
    return tuple(sorted((*called, *named), key=lambda one: one.place))


def announced(plan: Plan, today: date) -> tuple[Ahead, ...]:
    """The same with those that were cancelled or brought forward, until each day is over on which somebody may still come."""
    gone = (Ahead(one) for one in plan.meetings if is_open(plan, one))
    told = (one for one in gone if is_off(one, today) and next(off_days(one, today), None) is not None)
    return tuple(sorted((*meetings(plan, today), *told), key=lambda one: one.place))


def closed(plan: Plan, today: date) -> tuple[Meeting, ...]:
    """The meetings of other series that are not over and take place, of which no more than the day is public, the next one first."""
    held = (one for one in plan.meetings if not is_open(plan, one) and one.state is not MeetingState.CANCELLED)
    return tuple(sorted((one for one in held if not is_over(one, today)), key=lambda one: one.day))


def is_off(one: Ahead, today: date) -> bool:
    """True for a meeting to which nobody can go any more: it was cancelled, or it is over."""
    return one.occasion is None and (one.is_cancelled or is_over(one.meeting, today))


def off_days(one: Ahead, today: date) -> Iterator[date]:
    """The days that are not over, on which somebody may still come and on which it is not."""
    if one.occasion is None:
        if one.is_cancelled and not is_over(one.meeting, today):
            yield one.place[0]
        yield from (was.date.first for was in moved_from(one.meeting, today) if was.date is not None)


def moved_from(meeting: Meeting, today: date) -> tuple[Occasion, ...]:
    """When and where a meeting was planned before, as far as these days are not over: somebody may still come then.

    An hour or a place without a day was that of the day on which it is.
    """
    ended = is_over(meeting, today)
    return tuple(one for one in meeting.was if (not ended if one.date is None else one.date.last >= today))


def is_over(meeting: Meeting, today: date) -> bool:
    """True after its day; of a date that is longer than a day, after the last one."""
    return today > (meeting.date.last if meeting.date is not None else meeting.day)


def named_next(plan: Plan, series: str, today: date) -> Ahead | None:
    """What the last public minutes of a series name as its next meeting, while it has no file of its own and is not over."""
    found = plan.meetings_of.get(series, ())
    last = next((one for one in reversed(found) if has_minutes(plan, one) and one.day <= today), None)
    following = last.next if last is not None else None
    if last is None or following is None or following.date is None or following.date.last < today:
        return None
    when = following.date
    later = (one for one in found if (one.day, one.id) > (last.day, last.id))
    return None if any(_takes_its_place(one, when) for one in later) else Ahead(last, following)


def events(plan: Plan, today: date) -> tuple[EventRow, ...]:
    """The events that are not over yet, the next one first."""
    return tuple(row for row in registers.events(plan, EVERYTHING, today).rows if row.timing is Timing.UPCOMING)


def due(plan: Plan, today: date) -> tuple[Due, ...]:
    """What is still to do by a day that is not over, the earliest first; of one day, the steps before the points."""
    return tuple(sorted((*_steps(plan, today), *_points(plan, today)), key=lambda one: (one.when.last, one.when.first)))


def overdue(plan: Plan, today: date) -> tuple[Due, ...]:
    """What should have been done by now: each step, action or point of which the day is over, what was due last first."""
    steps = (row for row in deadlines(plan, today).rows if row.standing is Standing.LATE)
    found = [Due(row.when, row, None) for row in steps]
    late = points(plan, today, WantedPoints(late=True)) if plan.meetings else ()
    found += [Due(row.due, None, row) for row in late if row.due is not None]
    # Those of one day stay in the order of the plan.
    return tuple(sorted(found, key=lambda one: (one.when.last, one.when.first), reverse=True))


def _takes_its_place(meeting: Meeting, when: VagueDate) -> bool:
    """True when a later file of the series is that meeting; one that was cancelled before that day was another."""
    if meeting.state is not MeetingState.CANCELLED or meeting.day >= when.first:
        return True
    return any(one.date is not None and one.date.last >= when.first for one in meeting.was)


def _steps(plan: Plan, today: date) -> Iterator[Due]:
    for row in deadlines(plan, today).rows:
        if row.standing is not None and row.when.last >= today:
            yield Due(row.when, row, None)


def _points(plan: Plan, today: date) -> Iterator[Due]:
    for row in points(plan, today, WantedPoints()) if plan.meetings else ():
        if row.due is not None and row.due.last >= today:
            yield Due(row.due, None, row)
