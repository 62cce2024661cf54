"""A calendar year, and the day up to which it is looked at.

What happened on a vague date counts on its first day, as everywhere in :mod:`elzctl.followup`.
"""

from __future__ import annotations

from datetime import date, timedelta

from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.value import replace

_LONGEST = 365
"""So many days may lie between the first and the last day of a year."""


class Year(NamedTuple):
    """The year from *first* to *last*, looked at on *day*: its last day, or an earlier one when it is not over."""

    number: int
    first: date
    last: date
    day: date

    @property
    def is_over(self) -> bool:
        """True when nothing more can happen in it."""
        return self.day == self.last

    @property
    def eve(self) -> date:
        """The last day of the year before; of the year 1 its first day, before which Python knows none."""
        return self.first - timedelta(self.first > date.min)

    def holds(self, when: VagueDate | None) -> bool:
        """True for what happened in the year, up to its day."""
        return when is not None and self.has(when.first)

    def has(self, day: date) -> bool:
        """True for a day of the year, up to the day on which it is looked at."""
        return self.first <= day <= self.day


def year(number: int, today: date) -> Year:
    """The year with that number as it is seen *today*; afterwards it is always seen on its last day."""
    last = date(number, 12, 31)
    return Year(number, date(number, 1, 1), last, min(today, last))


def results_year(plan: Plan, today: date) -> Year:
    """The year of which results count *today*: that of the calendar, and once the plan is over the last one of the plan.

    So on 1 January nothing is forgotten of a plan that just ended.  The year of a plan that reaches over New Year and is
    no longer than a year, as a school year, is one.  A plan that does not say its year is never over.
    """
    if plan.years is None:
        return year(today.year, today)
    first, last = plan.years
    seen = min(today, last)
    if first.year < last.year and (last - first).days <= _LONGEST and first <= seen:
        return Year(first.year, first, last, seen)
    return year(seen.year, today)


def as_of(plan: Plan, day: date) -> Plan:
    """The plan without the steps that were finished later being done; what else has no date is as it is now."""
    if not any(_is_later(step, day) for action in plan.actions for step in action.steps):
        return plan
    return replace(plan, actions=tuple(_action_as_of(action, day) for action in plan.actions))


def _action_as_of(action: Action, day: date) -> Action:
    return replace(
        action, steps=tuple(replace(step, done=None) if _is_later(step, day) else step for step in action.steps)
    )


def _is_later(step: Step, day: date) -> bool:
    return step.done is not None and step.done.first > day
