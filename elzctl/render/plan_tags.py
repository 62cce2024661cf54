"""What a reader can choose actions by: goal, lead, partners and target groups, each by its id."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.model import Action
from elzctl.render.markdown import clean
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Tag


def tags(action: Action, text: PlanText) -> tuple[Tag, ...]:
    """The tags of an action; what the plan does not know has no name to be chosen by."""
    plan = text.plan
    groups = plan.settings.target_groups
    return (
        *_goals(action, text),
        *(Tag("lead", ref.id, clean(plan.actor_name(ref.id))) for ref in action.lead if ref.id in plan.actors),
        *(Tag("partner", ref.id, clean(plan.actor_name(ref.id))) for ref in action.partners if ref.id in plan.actors),
        *(Tag("group", ref.id, clean(groups[ref.id])) for ref in action.target_groups if ref.id in groups),
    )


def _goals(action: Action, text: PlanText) -> Iterator[Tag]:
    """The strategic goal and the operational goal that it stands under."""
    above = action.number.parent if action.number is not None else None
    for strategic in text.plan.strategic_goals if above is not None else ():
        for goal in strategic.goals:
            if goal.number == above:
                for one in (strategic, goal):
                    yield Tag("goal", one.id, f"{one.number or ''} {text.title_text(one.title)}".strip())
