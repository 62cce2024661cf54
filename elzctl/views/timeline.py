"""When actions run: one row a live action, from the dates that stand in the plan and from no others.

A row reaches from the first day of the earliest date to the last day of the latest one.  A deadline is marked on its last
day, because only after that day is it late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.terms import Number

MOST_QUARTERS = 16

DAY = timedelta(1)


class Mark(NamedTuple):
    """The deadline of a step, or the day when it was done."""

    step: Step
    day: date
    done: bool


class Row(NamedTuple):
    """A live action, its earliest and latest date, and the strategic and operational goal that it stands under.

    *begins* is true when a date says when something begins, *ends* when one says by when: of an action with a deadline
    alone, ``start`` is that deadline.
    """

    action: Action
    start: VagueDate
    end: VagueDate
    begins: bool
    ends: bool
    marks: tuple[Mark, ...]
    above: tuple[StrategicGoal | Goal, ...]

    @property
    def soft(self) -> bool:
        """True when the day of the beginning or of the end is not known."""
        return self.start.is_vague or self.end.is_vague

    @property
    def sure(self) -> tuple[date, date] | None:
        """The first and last day on which it surely runs, whatever a vague date turns out to be; ``None`` without one."""
        first, last = self.start.last, self.end.first
        return (first, last) if first <= last else None


class Timeline(NamedTuple):
    """Rows in plan order, and the live actions that have no date.

    The window is from *first* up to *last*, in whole quarters or years: what the rows span, within one year before and
    one year after the plan's year.  *ticks* are the first days of its quarters, or of years when it is long.
    """

    rows: tuple[Row, ...]
    undated: tuple[Action, ...]
    first: date
    last: date
    ticks: tuple[date, ...]

    @property
    def has_quarters(self) -> bool:
        """False when the ticks are years."""
        return (self.last - self.first).days < 100 * len(self.ticks)

    def share(self, day: date) -> float:
        """Where a day begins between the ends of the window: 0 to 1, less before it and more after it."""
        return (day - self.first).days / (self.last - self.first).days

    def span(self, first: date, last: date) -> tuple[float, float]:
        """Where the first of two days begins, and where the last one ends."""
        return self.share(first), self.share(last) + DAY.days / (self.last - self.first).days


def timeline(plan: Plan, wanted: Collection[str] | None = None) -> Timeline | None:
    """The timeline of the live actions, or of those whose id is *wanted*; ``None`` when none of them has a date."""
    live = [action for action in plan.actions if not action.is_stub and (wanted is None or action.id in wanted)]
    goals = _goals(plan)
    rows = tuple(row for action in live if (row := _row(action, goals)) is not None)
    if not rows:
        return None
    dated = {row.action.id for row in rows}
    first, last = _window(rows, plan.years)
    undated = tuple(action for action in live if action.id not in dated)
    return Timeline(rows, undated, first, last, tuple(_ticks(first, last)))


def _goals(plan: Plan) -> dict[Number, tuple[StrategicGoal | Goal, ...]]:
    """What stands above the actions with a number under it."""
    pairs = ((goal, strategic) for strategic in plan.strategic_goals for goal in strategic.goals)
    return {goal.number: (strategic, goal) for goal, strategic in pairs if goal.number is not None}


def _row(action: Action, goals: dict[Number, tuple[StrategicGoal | Goal, ...]]) -> Row | None:
    begins, ends = _dates(action)
    found = [*begins, *ends]
    if not found:
        return None
    # Of two that begin (or end) on the same day, the one that is known to the day counts.
    start = min(found, key=lambda when: (when.first, when.is_vague))
    end = max(found, key=lambda when: (when.last, not when.is_vague))
    marks = tuple(mark for step in action.steps if (mark := _mark(step)) is not None)
    above = goals.get(action.number.parent, ()) if action.number is not None else ()
    return Row(action, start, end, bool(begins), bool(ends), marks, above)


def _dates(action: Action) -> tuple[list[VagueDate], list[VagueDate]]:
    """The dates that say when something begins, and those that say when it ends."""
    begins = (action.start, *(step.start for step in action.steps))
    ends = (action.due, *(when for step in action.steps for when in (step.due, step.done)))
    return [when for when in begins if when is not None], [when for when in ends if when is not None]


def _mark(step: Step) -> Mark | None:
    when = step.done or step.due
    return None if when is None else Mark(step, when.last, step.done is not None)


def _window(rows: tuple[Row, ...], years: tuple[date, date] | None) -> tuple[date, date]:
    first, last = min(row.start.first for row in rows), max(row.end.last for row in rows)
    if years is not None:
        first = min(max(first, date(years[0].year - 1, 1, 1)), years[0])
        last = max(min(last, date(years[1].year + 1, 12, 31)), years[1])
    start, end = _quarter(first), _quarter(last, 1)
    if len(list(_quarters(start, end))) > MOST_QUARTERS:
        return date(start.year, 1, 1), date(end.year + (end > date(end.year, 1, 1)), 1, 1)
    return start, end


def _ticks(first: date, last: date) -> Iterator[date]:
    quarters = list(_quarters(first, last))
    years = [day for day in quarters if day.month == 1]
    yield from quarters if len(quarters) <= MOST_QUARTERS else years[:: 1 + len(years) // MOST_QUARTERS]


def _quarters(first: date, last: date) -> Iterator[date]:
    while first < last:
        yield first
        first = _quarter(first, 1)


def _quarter(day: date, later: int = 0) -> date:
    """The first day of the quarter of *day*, or of the one after it."""
    month = (day.month - 1) // 3 * 3 + 1 + 3 * later
    return date(day.year + (month > 12), (month - 1) % 12 + 1, 1)
