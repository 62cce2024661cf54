"""What was planned in a year, and what became of it: done, dropped, or carried over; each step is one of these.

A step is planned in every year from the first of its dates on, until it is done or dropped.  One without a date follows
its action, and else the year of the plan.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.terms import Status
from elzctl.views.year import Year


class Outcome(Enum):
    """What became of what was planned.  All but the first two are carried over.

    *due* is due in the year and not late on the day, *missed* was due on the last day of a year that is over, *later* goes on after it, *held* belongs to an action that is
    on hold or waiting.
    """

    DONE = "done"
    DROPPED = "dropped"
    LATE = "late"
    DUE = "due"
    MISSED = "missed"
    LATER = "later"
    NO_DATE = "no-date"
    HELD = "held"

    @property
    def is_carried(self) -> bool:
        """True for what goes on to the next year."""
        return self not in (Outcome.DONE, Outcome.DROPPED)


class StepRow(NamedTuple):
    """A step that was planned, of its action, and what became of it."""

    action: Action
    step: Step
    outcome: Outcome


HELD = (Status.ON_HOLD, Status.WAITING)
"""Stubs that are meant to be taken up again."""


def planned_steps(plan: Plan, action: Action, year: Year) -> tuple[StepRow, ...]:
    """The steps of an action that were planned in the year, in order."""
    rows = ((step, _outcome(plan, action, step, year)) for step in action.steps)
    return tuple(StepRow(action, step, outcome) for step, outcome in rows if outcome is not None)


def own_outcome(action: Action, year: Year) -> Outcome | None:
    """What became of the deadline of a live action itself; ``None`` without one, or when it comes after the year."""
    if action.is_stub or action.due is None or action.due.first > year.last:
        return None
    return _carried(action.due, year)


def is_in(plan: Plan, action: Action, year: Year) -> bool:
    """True for an action that the plan had in the year: it is of that year or an earlier one, or has such a date itself."""
    found = [
        action.start,
        action.due,
        ended(plan, action),
        *(when for step in action.steps for when in (step.start, step.due, step.done)),
    ]
    days = [when.first for when in found if when is not None]
    return min((*days, plan.years[0] if plan.years is not None else date.min)) <= year.last


def ended(plan: Plan, action: Action) -> VagueDate | None:
    """Since when an action is no longer worked on: its own date, or that of the decision."""
    decision = action.decision
    if not action.is_stub or action.since is not None or decision is None:
        return action.since if action.is_stub else None
    if decision.on is not None:
        return decision.on
    meeting = plan.meetings_by_id.get(decision.meeting.partition("/")[0])
    return meeting.date if meeting is not None else None


def _outcome(plan: Plan, action: Action, step: Step, year: Year) -> Outcome | None:
    """What became of a step; ``None`` when it was not planned in the year."""
    if step.done is not None and step.done.first <= year.day:
        return Outcome.DONE if year.holds(step.done) else None
    if _begin(plan, action, step) > year.last:
        return None
    if action.is_stub and action.status in HELD:
        return Outcome.HELD
    if action.is_stub and step.done is None:
        end = ended(plan, action)
        # Without a date it is the plan that says so first: nothing else is known.
        day = end.first if end is not None else plan.years[0] if plan.years is not None else date.min
        if day <= year.day:
            return Outcome.DROPPED if year.has(day) else None
    return _carried(step.due, year)


def _begin(plan: Plan, action: Action, step: Step) -> date:
    """The day from which a step is planned."""
    own = [when.first for when in (step.start, step.due) if when is not None]
    if own:
        return min(own)
    if action.start is not None:
        return action.start.first
    found = [action.due.first] if action.due is not None else []
    found += [plan.years[0]] if plan.years is not None else []
    return min(found, default=date.min)


def _carried(due: VagueDate | None, year: Year) -> Outcome:
    if due is None:
        return Outcome.NO_DATE
    if dates.late(due, year.day):
        return Outcome.LATE
    if due.last > year.last:
        return Outcome.LATER
    return Outcome.MISSED if year.is_over else Outcome.DUE
