"""What a document that holds a part of the plan is called on its cover."""

from __future__ import annotations

from elzctl.fiche import ids
from elzctl.model import Goal, Plan, StrategicGoal
from elzctl.render.markdown import clean
from elzctl.render.plan_text import PlanText
from elzctl.views.part import Wanted, actions_of, goals_of
from elzctl.wording import Message, say, say_count

MOST = 6
"""Actions that are named in a title; of more it says how many."""


def title_of(plan: Plan, wanted: Wanted, text: PlanText) -> str:
    """Which part it is: ``operational goal 3.3``, ``actions 1.1.1, 2.3.1``, ``actions led by CAW``; *plan* is the whole."""
    parts = [_goal(goal, text) for goal in goals_of(plan, wanted)]
    names = [str(action.number or f"“{text.title_text(action.title)}”") for action in actions_of(plan, wanted)]
    listed = ", ".join(names)
    if names:
        one, many = say("action {names}", names=listed), say("actions {names}", names=listed)
        count = say_count("{count} action", "{count} actions", len(names))
        parts.append(text.say(one if len(names) == 1 else many if len(names) <= MOST else count))
    if wanted.leads:
        leads = ", ".join(clean(plan.actor_name(lead)) for lead in wanted.leads)
        parts.append(text.say(say("actions led by {names}", names=leads)))
    return ", ".join(parts)


def subtitle_of(plan: Plan, wanted: Wanted, text: PlanText) -> str:
    """The title of the one goal or action that is asked for, or that groups of a lead count too; nothing for more."""
    named: list[str] = [one.title for one in (*goals_of(plan, wanted), *actions_of(plan, wanted))]
    if len(named) == 1:
        return text.title_text(named[0])
    is_own = all(set(wanted.leads) & set(ids(action.lead)) for action in text.plan.actions)
    if named or is_own or not wanted.leads:
        return ""
    return text.say(say("With what is led by groups that it is a part of"))


def _goal(goal: StrategicGoal | Goal, text: PlanText) -> str:
    if goal.number is None:
        return f"“{text.title_text(goal.title)}”"
    kind: Message = say("strategic goal {number}", number=str(goal.number))
    if isinstance(goal, Goal):
        kind = say("operational goal {number}", number=str(goal.number))
    return text.say(kind)
