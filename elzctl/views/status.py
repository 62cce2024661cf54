"""Who owes what by when, and how it stands: one row an action, in the order of the plan.

What is open counts, not what was promised: a step with ``done`` is closed.  The deadline of a live action is the
earliest last day among the dates of its open steps and its own; when two end on the same day, the step is named.
It is late only after the last day of a vague date.

*Waiting* is the standing of actions with that status alone: a live action that depends on a condition has work of its
own, and keeps its dates.  Waiting actions are counted among the stubs, as everywhere else in elzctl.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum

from elzctl.dates import VagueDate
from elzctl.fiche import Step, ids
from elzctl.followup.deadline import how_due
from elzctl.model import Action, Goal, Plan
from elzctl.record import NamedTuple
from elzctl.terms import Number, Status


class Standing(Enum):
    """How an action stands on a day.  The first four are live; the last two are the stubs."""

    LATE = "late"
    DUE_SOON = "due-soon"
    ON_TRACK = "on-track"
    NO_DATE = "no-date"
    WAITING = "waiting"
    STUB = "stub"


class By(Enum):
    """What rows can be put together by."""

    LEAD = "lead"
    GOAL = "goal"
    MONTH = "month"


class Next(NamedTuple):
    """What comes next: a step, or ``""`` for the action as a whole, and when it should be finished.

    Of a waiting action it is what is awaited.
    """

    what: str
    due: VagueDate | None


class Row(NamedTuple):
    """An action, how it stands, what comes next, and the operational goal above it."""

    action: Action
    standing: Standing
    next: Next | None
    goal: Goal | None

    @property
    def is_changed(self) -> bool:
        """True when the action is no longer the one that was approved."""
        if self.action.approved is None or self.goal is None or self.goal.number is None:
            return False
        from elzctl.followup.sign_off import is_changed

        return is_changed(self.action, {self.goal.number: self.goal.id})

    @property
    def lacks_lead(self) -> bool:
        """True for a live action that nobody answers for; a stub needs nobody."""
        return not self.action.lead and not self.action.is_stub


class Wanted(NamedTuple):
    """Which rows are asked for; what is empty asks nothing.

    An actor sees its own actions and those of the groups that it belongs to, and of the groups that those belong to.
    *goal* is the id or number of a strategic or operational goal; *due_before* is a day.
    """

    lead: str = ""
    partner: str = ""
    goal: str = ""
    status: str = ""
    target_group: str = ""
    theme: str = ""
    due_before: date | None = None
    late: bool = False
    no_lead: bool = False


EVERYTHING = Wanted()


class Counts(NamedTuple):
    """How many: ``total = live + stubs``, and *standing* adds up to the same. Each action counts once."""

    total: int
    live: int
    stubs: int
    standing: Mapping[Standing, int]
    no_lead: int


class Group(NamedTuple):
    """Rows that belong together.  *key* is an actor, a goal or a month (2025-03); ``""`` for rows that have none."""

    key: str
    rows: tuple[Row, ...]


def status(plan: Plan, today: date, wanted: Wanted = EVERYTHING) -> tuple[Row, ...]:
    """The rows that are asked for, in the order of the plan."""
    goals = _goals(plan)
    tests = tuple(_tests(plan, wanted))
    rows = (_row(action, goals, today, plan.settings.warn_before) for action in plan.actions)
    return tuple(row for row in rows if all(test(row) for test in tests))


def row_of(plan: Plan, action: Action, today: date) -> Row:
    """The row of one action."""
    return _row(action, _goals(plan), today, plan.settings.warn_before)


def step_standing(step: Step, today: date, warn_before: int) -> Standing | None:
    """How an open step stands; ``None`` when it is done."""
    return None if step.done is not None else Standing(how_due(step.due, today, warn_before))


def counts(rows: Iterable[Row]) -> Counts:
    """How many actions there are in *rows*, and how they stand."""
    rows = tuple(rows)
    standing = dict.fromkeys(Standing, 0)
    for row in rows:
        standing[row.standing] += 1
    stubs = standing[Standing.WAITING] + standing[Standing.STUB]
    return Counts(len(rows), len(rows) - stubs, stubs, standing, sum(row.lacks_lead for row in rows))


def grouped(rows: Iterable[Row], by: By, plan: Plan) -> tuple[Group, ...]:
    """The rows put together, the group without a key last.  An action with two leads stands under both.

    Leads come in the order of ``actors.yaml``, goals in that of the plan, months in that of time.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        for key in _KEYS[by](row):
            found.setdefault(key, []).append(row)
    order = {By.LEAD: plan.actors, By.GOAL: [goal.id for goal in plan.goals], By.MONTH: sorted(found)}[by]
    places = {key: place for place, key in enumerate(order)}
    keys = sorted(found, key=lambda key: (not key, places.get(key, len(places)), key))
    return tuple(Group(key, tuple(found[key])) for key in keys)


def actors(plan: Plan) -> tuple[str, ...]:
    """The actors that can be asked for: the known ones, and those that a fiche names anyway."""
    return tuple(dict.fromkeys((*plan.actors, *_named(plan, "lead"), *_named(plan, "partners"))))


def target_groups(plan: Plan) -> tuple[str, ...]:
    """The target groups that can be asked for."""
    return tuple(dict.fromkeys((*plan.settings.target_groups, *_named(plan, "target_groups"))))


def themes(plan: Plan) -> tuple[str, ...]:
    """The themes that can be asked for."""
    return tuple(dict.fromkeys((*plan.settings.themes, *_named(plan, "themes"))))


def goal_names(plan: Plan) -> tuple[str, ...]:
    """Every id and number of a goal, and the numbers that actions stand under."""
    numbers = [goal.number for goal in plan.all_goals if goal.number is not None]
    numbers += [above for action in plan.actions if action.number for above in _above(action.number)]
    return tuple(dict.fromkeys((*(goal.id for goal in plan.all_goals), *map(str, numbers))))


def circle(plan: Plan, actor: str) -> frozenset[str]:
    """An actor, the groups that it belongs to, and the groups that those belong to."""
    found = {actor}
    todo = [actor]
    while todo:
        known = plan.actors.get(todo.pop())
        new = {group.id for group in known.member_of} - found if known is not None else set()
        found |= new
        todo += new
    return frozenset(found)


def _named(plan: Plan, key: str) -> Iterator[str]:
    return (ref.id for action in plan.actions for ref in getattr(action, key))


def _goals(plan: Plan) -> dict[Number, Goal]:
    return {goal.number: goal for goal in plan.goals if goal.number is not None}


def _row(action: Action, goals: Mapping[Number, Goal], today: date, warn_before: int) -> Row:
    coming = _next(action)
    if action.status is Status.WAITING:
        standing = Standing.WAITING
    elif action.is_stub:
        standing = Standing.STUB
    else:
        standing = Standing(how_due(coming and coming.due, today, warn_before))
    return Row(action, standing, coming, goals.get(action.number.parent) if action.number else None)


def _next(action: Action) -> Next | None:
    if action.status is Status.WAITING and action.condition is not None:
        return Next(action.condition.what, action.condition.by)
    if action.is_stub:
        return None
    todo = [step for step in action.steps if step.done is None]
    dated = [(step.due, step.what) for step in todo if step.due is not None]
    if action.due is not None:
        dated.append((action.due, ""))
    if dated:
        due, what = min(dated, key=lambda one: (one[0].last, one[0].first))
        return Next(what, due)
    return Next(todo[0].what, None) if todo else None


def _tests(plan: Plan, wanted: Wanted) -> Iterator[Callable[[Row], bool]]:
    """What a row must be, one question at a time."""
    for key, names in _asked(plan, wanted):
        yield _names_one(key, names)
    if wanted.goal:
        number = _goal_number(plan, wanted.goal)
        yield lambda row: row.action.number is not None and number in _above(row.action.number)
    if wanted.status:
        yield lambda row: row.action.status is not None and row.action.status.value == wanted.status
    before = wanted.due_before
    if before is not None:
        yield lambda row: row.next is not None and row.next.due is not None and row.next.due.last < before
    if wanted.late:
        yield lambda row: row.standing is Standing.LATE
    if wanted.no_lead:
        yield lambda row: row.lacks_lead


def _asked(plan: Plan, wanted: Wanted) -> Iterator[tuple[str, frozenset[str]]]:
    """Keys of an action, and the names of which each must hold one."""
    if wanted.lead:
        yield "lead", circle(plan, wanted.lead)
    if wanted.partner:
        yield "partners", circle(plan, wanted.partner)
    if wanted.target_group:
        yield "target_groups", frozenset({wanted.target_group})
    if wanted.theme:
        yield "themes", frozenset({wanted.theme})


def _names_one(key: str, names: frozenset[str]) -> Callable[[Row], bool]:
    return lambda row: not names.isdisjoint(ids(getattr(row.action, key)))


def _goal_number(plan: Plan, name: str) -> Number | None:
    """The number of a goal by its id or number."""
    goal = next((goal for goal in plan.all_goals if name in (goal.id, str(goal.number))), None)
    if goal is not None:
        return goal.number
    return next((above for a in plan.actions if a.number for above in _above(a.number) if str(above) == name), None)


def _above(number: Number) -> tuple[Number, ...]:
    """The numbers of the operational and the strategic goal above an action."""
    return number.parent, number.parent.parent


def _leads(row: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids(row.action.lead))) or ("",)


def _goal(row: Row) -> tuple[str, ...]:
    return (row.goal.id if row.goal is not None else "",)


def _month(row: Row) -> tuple[str, ...]:
    """The month of the last day: until then nothing is late."""
    return (f"{row.next.due.last:%Y-%m}" if row.next is not None and row.next.due is not None else "",)


_KEYS: Mapping[By, Callable[[Row], tuple[str, ...]]] = {By.LEAD: _leads, By.GOAL: _goal, By.MONTH: _month}
