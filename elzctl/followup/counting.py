"""Indicators that are counted: how many meetings of a series have approved minutes in a stretch of time."""

from __future__ import annotations

from datetime import date

from elzctl.fiche import Indicator
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import MeetingState


class Counted(NamedTuple):
    """The meetings that count, and those of the same stretch that do not yet: their minutes are not approved."""

    meetings: tuple[Meeting, ...]
    pending: tuple[Meeting, ...]

    @property
    def value(self) -> int:
        """How many count."""
        return len(self.meetings)


def counted(plan: Plan, indicator: Indicator, between: tuple[date, date] | None = None) -> Counted | None:
    """What an indicator with ``count: <series>`` comes to; ``None`` for another, or an unknown series.

    The meetings from the one to the other day of *between* count, or those of the plan's year.  A plan without a year
    counts all meetings of the series.
    """
    if not indicator.count or (indicator.count not in plan.series and indicator.count not in plan.meetings_of):
        return None
    first, last = between or plan.years or (date.min, date.max)
    held = [one for one in plan.meetings_of.get(indicator.count, ()) if first <= one.day <= last]
    approved = tuple(one for one in held if one.state is MeetingState.APPROVED)
    waiting = (MeetingState.DRAFT, MeetingState.REVIEW)
    return Counted(approved, tuple(one for one in held if one.state in waiting))
