"""What became of the plan in one year: everything in the annual report, counted once.

How actions and points stand is asked of :mod:`elzctl.views.status` and :mod:`elzctl.followup`, on the last day of the year
or on the day of the report when the year is not over.  Statuses of actions are those of the files, whenever it is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from elzctl.body import Reference
from elzctl.fiche import Update
from elzctl.followup.points import PointRow, PointState
from elzctl.meeting import Meeting, Resolution
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.terms import Status
from elzctl.views.measured import IndicatorRow, measured
from elzctl.views.met import PointYear, SeriesYear, decisions_in, points_in, series_in
from elzctl.views.planned import HELD, Outcome, StepRow, ended, is_in, own_outcome, planned_steps
from elzctl.views.status import Row, Standing, status
from elzctl.views.year import Year, as_of

T = TypeVar("T")


class Kind(Enum):
    """How an action stood on the day of the report; each is one of these, and stands in a :class:`Tally` under its name.

    *before* was done before the year, *done* in it, *undated* is done and nothing says since when.  *later* is an action
    that was done, stopped or held up only after the day.  *held* are on hold or waiting; *gone* are all other stubs.
    """

    BEFORE = "before"
    DONE = "done"
    UNDATED = "undated"
    LIVE = "live"
    LATE = "late"
    HELD = "held"
    GONE = "gone"
    LATER = "later"


class Tally(NamedTuple):
    """How many actions there are of each :class:`Kind`."""

    before: int
    done: int
    undated: int
    live: int
    late: int
    held: int
    gone: int
    later: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self)


class ActionYear(NamedTuple):
    """An action in the year: how it stands on the day, and what became of all that belongs to it.

    *own* is what became of its own deadline; *points* and *decisions* are those that name it.
    """

    row: Row
    kind: Kind
    own: Outcome | None
    steps: tuple[StepRow, ...]
    indicators: tuple[IndicatorRow, ...]
    updates: tuple[Update, ...]
    points: tuple[PointRow, ...]
    decisions: tuple[tuple[Meeting, Resolution], ...]

    @property
    def action(self) -> Action:
        """The action itself."""
        return self.row.action


class GoalYear(NamedTuple):
    """A goal and its actions; *goal* is ``None`` for the actions that stand under none."""

    goal: Goal | None
    actions: tuple[ActionYear, ...]


class Wins(NamedTuple):
    """What was brought to an end in the year: steps, results of which the target was reached, action points."""

    steps: tuple[StepRow, ...]
    results: tuple[IndicatorRow, ...]
    points: tuple[PointRow, ...]


class Report(NamedTuple):
    """The year.  *goals* holds every action once, under its operational goal, and last those under none.

    *changed* are the actions that got the status which is counted here only after the day of the report.
    """

    year: Year
    goals: tuple[GoalYear, ...]
    series: tuple[SeriesYear, ...]
    points: PointYear
    decisions: tuple[tuple[Meeting, Resolution], ...]
    updates: tuple[tuple[Action, Update], ...]
    changed: tuple[Action, ...]

    @property
    def actions(self) -> tuple[ActionYear, ...]:
        """Every action, by goal."""
        return tuple(one for goal in self.goals for one in goal.actions)

    @property
    def steps(self) -> tuple[StepRow, ...]:
        """Every step that was planned."""
        return tuple(step for one in self.actions for step in one.steps)

    @property
    def indicators(self) -> tuple[IndicatorRow, ...]:
        """Every indicator."""
        return tuple(row for one in self.actions for row in one.indicators)

    @property
    def targets(self) -> tuple[IndicatorRow, ...]:
        """The indicators with a target, of actions that are live or done: those that ought to have a value."""
        rows = (row for row in self.indicators if not row.action.is_stub or row.action.status is Status.DONE)
        return tuple(row for row in rows if row.indicator.target is not None)

    @property
    def wins(self) -> Wins:
        """What there is to be glad about, however small."""
        results = tuple(row for row in self.indicators if row.is_reached_output)
        return Wins(self.steps_with(Outcome.DONE), results, self.points.of(PointState.DONE))

    def steps_with(self, *outcomes: Outcome) -> tuple[StepRow, ...]:
        """The steps of which that became."""
        return tuple(step for step in self.steps if step.outcome in outcomes)


def report(plan: Plan, year: Year, *, internal: bool = False) -> Report:
    """The report of a year; what stands in ``::: intern`` counts only when *internal* is asked for."""
    plan = as_of(plan, year.day)
    points = points_in(plan, year, internal=internal)
    series = tuple(series_in(plan, year))
    decisions = tuple(decisions_in(plan, series, internal=internal))
    noted = _Noted(
        _by_action((row, row.point.references) for row in points.rows),
        _by_action((pair, pair[1].references) for pair in decisions),
    )
    rows = (row for row in status(plan, year.day) if is_in(plan, row.action, year))
    actions = [_action(plan, row, year, noted) for row in rows]
    updates = [(one.action, update) for one in actions for update in one.updates]
    changed = (one.action for one in actions if _is_after(plan, one.action, year))
    return Report(
        year,
        tuple(_goals(plan, actions)),
        series,
        points,
        decisions,
        tuple(sorted(updates, key=lambda pair: _day(pair[1]))),
        tuple(changed),
    )


def tally(actions: Iterable[ActionYear]) -> Tally:
    """How many of these actions there are of each kind."""
    kinds = [one.kind for one in actions]
    return Tally(*(kinds.count(kind) for kind in Kind))


def is_known(plan: Plan, year: Year) -> bool:
    """True when the plan says anything of the year: it has an action, a meeting or an update of then."""
    return (
        any(is_in(plan, action, year) for action in plan.actions)
        or any(year.holds(meeting.date) for meeting in plan.meetings)
        or any(year.holds(update.on) for action in plan.actions for update in action.updates)
    )


def under(found: Report, strategic: StrategicGoal) -> tuple[GoalYear, ...]:
    """The operational goals of a strategic one, with their actions."""
    return tuple(one for one in found.goals if any(one.goal is goal for goal in strategic.goals))


def _kind(plan: Plan, row: Row, year: Year) -> Kind:
    if not row.action.is_stub:
        return Kind.LATE if row.standing is Standing.LATE else Kind.LIVE
    end = ended(plan, row.action)
    if end is not None and (end.first > year.day or end.last > year.last):
        return Kind.LATER
    if row.action.status is not Status.DONE:
        return Kind.HELD if row.action.status in HELD else Kind.GONE
    return Kind.UNDATED if end is None else Kind.BEFORE if end.last < year.first else Kind.DONE


class _Noted(NamedTuple):
    """Points and decisions by the id of each action that they name."""

    points: Mapping[str, list[PointRow]]
    decisions: Mapping[str, list[tuple[Meeting, Resolution]]]


def _by_action(pairs: Iterable[tuple[T, Iterable[Reference]]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for one, references in pairs:
        for name in dict.fromkeys(reference.id for reference in references):
            found.setdefault(name, []).append(one)
    return found


def _action(plan: Plan, row: Row, year: Year, noted: _Noted) -> ActionYear:
    action = row.action
    return ActionYear(
        row,
        _kind(plan, row, year),
        own_outcome(action, year),
        planned_steps(plan, action, year),
        measured(plan, action, year),
        tuple(sorted((one for one in action.updates if year.holds(one.on)), key=_day)),
        tuple(noted.points.get(action.id, ())),
        tuple(noted.decisions.get(action.id, ())),
    )


def _day(update: Update) -> date:
    return update.on.first if update.on is not None else date.max


def _goals(plan: Plan, actions: Iterable[ActionYear]) -> Iterator[GoalYear]:
    for goal in plan.goals:
        yield GoalYear(goal, tuple(one for one in actions if one.row.goal is goal))
    strays = tuple(one for one in actions if one.row.goal is None)
    if strays:
        yield GoalYear(None, strays)


def _is_after(plan: Plan, action: Action, year: Year) -> bool:
    end = ended(plan, action)
    return end is not None and (end.first > year.day or end.last > year.last)
