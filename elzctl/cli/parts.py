"""The part of a plan that is asked for by names, which people may have typed wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.cli.session import FINDINGS, Stop, one_of
from elzctl.views.part import ALL, Wanted, part_of
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.model import Plan


def part_of_plan(part: Wanted, plan: Plan) -> Wanted:
    """The part of the plan that is asked for.  Raises Stop for a name that is not there, and when nothing is in it."""
    if part == ALL:
        return part
    from elzctl.views.status import actors

    goals = [name for goal in plan.all_goals for name in (goal.id, str(goal.number or "")) if name]
    actions = [name for action in plan.actions for name in (action.id, str(action.number or "")) if name]
    known = (("--goal", part.goals, goals), ("--action", part.actions, actions), ("--lead", part.leads, actors(plan)))
    for option, names, there in known:
        for name in names:
            if name not in there:
                refuse_unread(name, plan)
            one_of(option, name, there, say("See “elzctl status” for what there is."))
    found = part_of(plan, part)
    if not found.actions and not found.strategic_goals:
        raise Stop(say("No action of the plan is in this part"), say("See “elzctl status” for what there is."))
    return part


def refuse_unread(name: str, plan: Plan) -> None:
    """Raises Stop for the name of a file that could not be read."""
    if name in plan.unread:
        hint = say("See “elzctl validate”.")
        raise Stop(say("The file of “{name}” could not be read", name=name), hint, FINDINGS)
