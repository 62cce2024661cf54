"""When actions run: one row a live action, from the dates that stand in the plan and from no others.

A row reaches from the first day of the earliest date to the last day of the latest one.  A deadline is marked on its last
day, because only after that day is it late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.model import Action, Plan

MOST_QUARTERS = 16


class Mark(NamedTuple):
    """The deadline of a step, or the day when it was done."""

    step: Step
    day: date
    done: bool


class Row(NamedTuple):
    """A live action and its earliest and latest date."""

    action: Action
    start: VagueDate
    end: VagueDate
    soft: bool
    """True when the day of the beginning or of the end is not known."""
    marks: tuple[Mark, ...]


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

    def share(self, day: date) -> float:
        """Where a day begins between the ends of the window: 0 to 1, less before it and more after it."""
        return (day - self.first).days / (self.last - self.first).days


def timeline(plan: Plan) -> Timeline | None:
    """The timeline of the live actions; ``None`` when none of them has a date."""
    live = [action for action in plan.actions if not action.is_stub]
    rows = tuple(row for action in live if (row := _row(action)) is not None)
    if not rows:
        return None
    dated = {row.action.id for row in rows}
    first, last = _window(rows, plan.years)
    undated = tuple(action for action in live if action.id not in dated)
    return Timeline(rows, undated, first, last, tuple(_ticks(first, last)))


def _row(action: Action) -> Row | None:
    found = [when for when in _dates(action) if when is not None]
    if not found:
        return None
    # Of two that begin (or end) on the same day, the one that is known to the day counts.
    start = min(found, key=lambda when: (when.first, when.is_vague))
    end = max(found, key=lambda when: (when.last, not when.is_vague))
    marks = tuple(mark for step in action.steps if (mark := _mark(step)) is not None)
    return Row(action, start, end, start.is_vague or end.is_vague, marks)


def _dates(action: Action) -> Iterator[VagueDate | None]:
    yield action.start
    yield action.due
    for step in action.steps:
        yield from (step.start, step.due, step.done)


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
