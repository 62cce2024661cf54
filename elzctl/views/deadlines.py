"""Every deadline of the plan, in the order of time: those of live actions and of their steps, done or not."""

from __future__ import annotations

from datetime import date

from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.views.status import Standing, step_standing


class Deadline(NamedTuple):
    """A date of a step, or of the action as a whole.  ``standing`` is ``None`` when it is done."""

    action: Action
    step: Step | None
    when: VagueDate
    standing: Standing | None

    @property
    def month(self) -> date:
        """The first day of the month in which its last day lies: until then nothing is late."""
        return self.when.last.replace(day=1)


class Deadlines(NamedTuple):
    """All of them, the earliest first; and how many open steps of live actions have no date to end on."""

    rows: tuple[Deadline, ...]
    undated: int


def deadlines(plan: Plan, today: date) -> Deadlines:
    """The deadlines of a plan; a step that was done without one stands on the day when it was done."""
    live = [action for action in plan.actions if not action.is_stub]
    warn_before = plan.settings.warn_before
    found = []
    for action in live:
        if action.due is not None:
            whole = Step("", due=action.due)
            found.append(Deadline(action, None, action.due, step_standing(whole, today, warn_before)))
        for step in action.steps:
            when = step.due or step.done
            if when is not None:
                found.append(Deadline(action, step, when, step_standing(step, today, warn_before)))
    undated = sum(step.due is None and step.done is None for action in live for step in action.steps)
    # The order of the plan stays among those of one day.
    return Deadlines(tuple(sorted(found, key=lambda row: (row.when.last, row.when.first))), undated)
