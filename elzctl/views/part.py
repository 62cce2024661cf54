"""A part of the plan that stands on its own: some goals, some actions, or what some actors lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.fiche import ids
from elzctl.model import Action, Chapters, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.terms import Number
from elzctl.value import replace
from elzctl.views.members import groups_of


class Wanted(NamedTuple):
    """What is asked for: goals and actions by id or number, and leads by id; what is empty asks nothing.

    Names of one kind add up, those of different kinds must all apply.  A lead stands for its own actions and those of the
    groups that it is a part of; a zone and an organisation speak for themselves.
    """

    goals: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


ALL = Wanted()
LONGEST = 100
"""Characters of the name of a file; of more it has a part, and a sum of all of them."""


def part_of(plan: Plan, wanted: Wanted) -> Plan:
    """The plan with the actions that are asked for, the goals above them and no chapters; *plan* itself for all of it.

    Goals that are asked for stay when nothing is under them.
    """
    if wanted == ALL:
        return plan
    actions = tuple(_actions(plan, wanted))
    asked = {goal.id for goal in goals_of(plan, wanted)}
    above = {action.number.parent for action in actions if action.number is not None}
    strategic = tuple(_goals(plan.strategic_goals, asked if not (wanted.actions or wanted.leads) else set(), above))
    return replace(
        plan, settings=replace(plan.settings, chapters=Chapters()), strategic_goals=strategic, actions=actions
    )


def goals_of(plan: Plan, wanted: Wanted) -> tuple[StrategicGoal | Goal, ...]:
    """The goals that are asked for, in the order of the plan."""
    return tuple(goal for goal in plan.all_goals if goal.id in wanted.goals or str(goal.number) in wanted.goals)


def actions_of(plan: Plan, wanted: Wanted) -> tuple[Action, ...]:
    """The actions that are asked for by name, in the order of the plan."""
    return tuple(one for one in plan.actions if one.id in wanted.actions or str(one.number) in wanted.actions)


def file_of(plan: Plan, wanted: Wanted, *, internal: bool) -> str:
    """The name of the files of a part, without their endings: of ids, which do not change."""
    goals = [goal.id for goal in goals_of(plan, wanted)]
    actions = [action.id for action in actions_of(plan, wanted)]
    leads = [f"lead-{lead}" for lead in dict.fromkeys(wanted.leads)]
    name = "-".join(("plan", *("_".join(names) for names in (goals, actions, leads) if names)))
    if len(name) > LONGEST:
        from hashlib import sha256

        name = f"{name[:LONGEST]}-{sha256(name.encode()).hexdigest()[:8]}"
    return f"{name}-internal" if internal else name


def _actions(plan: Plan, wanted: Wanted) -> Iterator[Action]:
    named = {action.id for action in actions_of(plan, wanted)}
    numbers = {goal.number for goal in goals_of(plan, wanted)}
    leads = {name for lead in wanted.leads for name in (lead, *groups_of(plan, lead))}
    for action in plan.actions:
        if wanted.actions and action.id not in named:
            continue
        if wanted.goals and numbers.isdisjoint(_above(action.number)):
            continue
        if wanted.leads and leads.isdisjoint(ids(action.lead)):
            continue
        yield action


def _above(number: Number | None) -> tuple[Number, ...]:
    return () if number is None else (number.parent, number.parent.parent)


def _goals(all_: Iterable[StrategicGoal], asked: set[str], above: set[Number]) -> Iterator[StrategicGoal]:
    """The strategic goals with what is asked for below them, or everything when they are asked for themselves."""
    for strategic in all_:
        whole = strategic.id in asked
        goals = tuple(goal for goal in strategic.goals if whole or goal.id in asked or goal.number in above)
        if whole or goals:
            yield replace(strategic, goals=goals)
