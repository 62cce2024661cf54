"""The plan at a glance: every goal and every action with its state, who leads it, and by when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from elzctl.dates import VagueDate
from elzctl.model import Action, Goal, StrategicGoal
from elzctl.render.plan_cells import Row, head, number_width, state, words
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Emphasis, Jump, Table, Text
from elzctl.render.words import STATUSES
from elzctl.terms import Status
from elzctl.wording import say, say_count

_NUMBER, _TITLE, _REST = 8, 70, (23, 38, 23)


def glance(text: PlanText) -> tuple[Block, ...]:
    """A sentence with the counts, and a table for each strategic goal."""
    plan = text.plan
    if not plan.actions:
        return ()
    tables = (_table(_title(strategic, text), _rows(strategic, text), text) for strategic in plan.strategic_goals)
    known = {goal.number for goal in plan.goals}
    strays = [one for one in plan.actions if one.number is None or one.number.parent not in known]
    last = (
        (_table(text.say(say("Actions without a goal")), (_action(action, text) for action in strays), text),)
        if strays
        else ()
    )
    return (text.paragraph(_summary(text)), *tables, *last)


def tally(actions: Iterable[Action], text: PlanText) -> str:
    """How many actions there are of each status: ``3 running, 1 done``."""
    found = Counter(action.status for action in actions if action.status is not None)
    named = ((found[status], text.say(STATUSES[status]).lower()) for status in Status)
    return ", ".join(f"{count} {name}" for count, name in named if count)


def _summary(text: PlanText) -> str:
    actions = text.plan.actions
    count = text.say(say_count("{count} action", "{count} actions", len(actions)))
    return f"{count}: {tally(actions, text)}."


def _title(strategic: StrategicGoal, text: PlanText) -> str:
    return f"{strategic.number or ''} {text.title_text(strategic.title)}".strip()


def _table(caption: str, rows: Iterable[Row], text: PlanText) -> Table:
    labels = (say("No."), say("Goal or action"), say("State"), say("Lead"), say("Deadline"))
    number = max(_NUMBER, number_width(text.plan))
    widths = (number, _TITLE + _NUMBER - number, *_REST)
    return Table(caption, head(text, *labels), tuple(rows), widths, dense=True)


def _rows(strategic: StrategicGoal, text: PlanText) -> Iterator[Row]:
    """Each operational goal over the whole width, with its actions under it."""
    if not strategic.goals:
        yield ((Emphasis((Text(text.say(say("no actions yet"))),)),),)
    for goal in strategic.goals:
        actions = text.plan.by_goal.get(goal.number, ()) if goal.number is not None else ()
        yield _goal(goal, actions, text)
        yield from (_action(action, text) for action in actions)


def _goal(goal: Goal, actions: Iterable[Action], text: PlanText) -> Row:
    name = f"{goal.number or ''} {text.title_text(goal.title)}".strip()
    found = tally(actions, text) or text.say(say("no actions yet"))
    return ((Jump(goal.id, (Text(name),)), Text(" – "), Emphasis((Text(found),))),)


def _action(action: Action, text: PlanText) -> Row:
    title = (Jump(action.id, (Text(text.title_text(action.title)),)),)
    number = words(str(action.number or ""))
    lead = text.actors(action.lead) or ("" if action.is_stub else text.say(say("No lead yet")))
    return (number, title, state(action, text), words(lead), words(deadline_of(action, text)))


def deadline_of(action: Action, text: PlanText) -> str:
    """When the action as a whole should be finished; else the last of its steps."""
    found = due_of(action)
    return text.when(found) if found is not None else ""


def due_of(action: Action) -> VagueDate | None:
    """The same as a date."""
    if action.is_stub or action.due is not None:
        return None if action.is_stub else action.due
    return max((step.due for step in action.steps if step.due is not None), key=lambda due: due.last, default=None)
