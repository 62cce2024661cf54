"""Numbers and ids: each stands for one thing, and each number for a place in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.finding import Finding, Severity
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.source import Span
from elzctl.terms import Number
from elzctl.wording import Message, say

MOST_NAMED = 10
"""So many other places are named with a finding."""

MOST_GOALS = 30
"""So many goals are named in a hint."""


class _Place(NamedTuple):
    span: Span
    about: str = ""


def number_used_twice(plan: Plan) -> Iterator[Finding]:
    """Two actions, or two goals, have the same number.

    It happens when two people each take the next free number. A number is only a label: change one of the two.
    References are made with ids and keep working.

    Wrong::

        number: 3.3.6   in plan/actions/jonge-mantelzorgers.md
        number: 3.3.6   in plan/actions/kruispunten.md

    Right::

        number: 3.3.6   in plan/actions/jonge-mantelzorgers.md
        number: 3.3.7   in plan/actions/kruispunten.md
    """
    seen: dict[Number, list[Action | Goal | StrategicGoal]] = {}
    for owner in (*plan.all_goals, *plan.actions):
        if owner.number is not None:
            seen.setdefault(owner.number, []).append(owner)
    twice = {number: owners for number, owners in seen.items() if len(owners) > 1}
    highest: dict[Number, int] = {}
    for number in seen if twice else ():
        highest[number.parent] = max(highest.get(number.parent, 0), number.parts[-1])
    for number, owners in twice.items():
        places = [_Place(one.at["number"], "" if isinstance(one, Action) else one.id) for one in owners]
        free = Number((*number.parent.parts, highest[number.parent] + 1))
        message = say("The number {number} is used more than once", number=str(number))
        hint = say("Keep it in one place; {free} is free.", free=str(free))
        yield from _everywhere("number-used-twice", message, hint, places)


def id_used_twice(plan: Plan) -> Iterator[Finding]:
    """Two things have the same id, so that ``[[id]]`` could mean either.

    Goals, actions and chapters share one list of ids. The id of an action or chapter is the name of its file.

    Wrong::

        id: mantelzorg   in plan/goals.yaml, and plan/actions/mantelzorg.md

    Right::

        id: mantelzorg-zien   in plan/goals.yaml, and plan/actions/mantelzorg.md
    """
    files = [(action.id, action.path) for action in plan.actions] + [(one.id, one.path) for one in plan.chapters]
    goals = [goal for goal in plan.all_goals if goal.id]
    if len({*(name for name, _ in files), *(goal.id for goal in goals)}) == len(files) + len(goals):
        return
    seen: dict[str, list[_Place]] = {}
    for goal in goals:
        seen.setdefault(goal.id, []).append(_Place(goal.at["id"], goal.id))
    for name, path in files:
        seen.setdefault(name, []).append(_Place(Span(path)))
    for name, places in seen.items():
        if len(places) > 1:
            message = say("The id “{id}” is used more than once", id=name)
            hint = say("Give one of them another id; the file of an action or chapter gets another name.")
            yield from _everywhere("id-used-twice", message, hint, places)


def _everywhere(code: str, message: Message, hint: Message, places: list[_Place]) -> Iterator[Finding]:
    """One finding for each place, with the other places beside it."""
    for place in places:
        others = [other for other in places[: MOST_NAMED + 1] if other is not place]
        related = tuple((say("the same stands here"), other.span) for other in others[:MOST_NAMED])
        yield Finding(code, Severity.ERROR, message, place.span, hint, related, about=place.about)


def number_without_goal(plan: Plan) -> Iterator[Finding]:
    """A number does not fit under a goal of the plan.

    The number of an action begins with that of its operational goal, and the number of an operational goal with
    that of its strategic goal. An action without a goal would be in no document.

    Wrong::

        number: 3.9.1   while there is no goal 3.9

    Right::

        number: 3.3.9
    """
    yield from _misplaced_goals(plan)
    known = {goal.number for goal in plan.goals}
    if not known or None in known:
        return  # goals that cannot be read have been named already
    for action in plan.actions:
        if action.number is not None and action.number.parent not in known:
            message = say(
                "There is no goal {goal} for action {number}", goal=str(action.number.parent), number=str(action.number)
            )
            hint = _goals_there(action.number, (goal.number for goal in plan.goals))
            yield Finding("number-without-goal", Severity.ERROR, message, action.at["number"], hint)


def _misplaced_goals(plan: Plan) -> Iterator[Finding]:
    for strategic in plan.strategic_goals:
        above = strategic.number
        for goal in strategic.goals if above is not None else ():
            if goal.number is None or goal.number.parent == above:
                continue
            taken = [own.number.parts[-1] for own in strategic.goals if own.number and own.number.parent == above]
            message = say(
                "Goal {number} stands under strategic goal {above}", number=str(goal.number), above=str(above)
            )
            hint = say(
                "Give it a number such as {example}, or move it.", example=f"{above}.{max(taken, default=0) + 1}"
            )
            related = ((say("the strategic goal"), strategic.at["number"]),)
            place = goal.at["number"]
            yield Finding("number-without-goal", Severity.ERROR, message, place, hint, related, about=goal.id)


def _goals_there(number: Number, goals: Iterable[Number | None]) -> Message:
    numbers = list(dict.fromkeys(goal for goal in goals if goal is not None))
    near = [goal for goal in numbers if goal.parts[0] == number.parts[0]] or numbers
    named = [*map(str, near[:MOST_GOALS]), *(["…"] if len(near) > MOST_GOALS else [])]
    return say("These goals are there: {goals}.", goals=", ".join(named))
