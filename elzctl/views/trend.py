"""How many actions were open, late and done at the end of each month: the plan as it stood then, seen on that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import Status
from elzctl.views.status import Row, Standing, Wanted, goal_names, status


class Counts(NamedTuple):
    """Actions by how they stand: ``total = open + done + waiting + other``; those that are *late* are open too.

    *Other* are the stubs that are not done: on hold, moved, merged, stopped or not retained.
    """

    open: int
    late: int
    done: int
    waiting: int
    other: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.open + self.done + self.waiting + self.other


class Month(NamedTuple):
    """The counts as of a *day*: the last one of its month, or today.

    They are ``None`` while what is asked for was not there; *unread* counts files that could not be read then.
    """

    day: date
    counts: Counts | None
    unread: int = 0

    @property
    def name(self) -> str:
        """Year and month, such as 2025-03."""
        return f"{self.day:%Y-%m}"


def days(first: date, last: date) -> Iterator[date]:
    """The last day of each month from that of *first* on, and *last*."""
    month = first.replace(day=1)
    while month <= last:
        end = (month + timedelta(31)).replace(day=1) - timedelta(1) if month < date(9999, 12, 1) else date.max
        yield min(end, last)
        if end >= last:
            return
        month = end + timedelta(1)


def goal_id(plan: Plan, name: str) -> str:
    """The id of the goal with that id or number: its number may have been another one before."""
    return next((one.id for one in plan.all_goals if name in (one.id, str(one.number))), name)


def month(plan: Plan | None, day: date, goal: str = "") -> Month:
    """The counts of a plan on a day, ``None`` while there was none; only of the actions under a *goal*, when one is named."""
    if plan is None:
        return Month(day, None)
    if goal and goal not in goal_names(plan):
        return Month(day, None, len(plan.unread))
    return Month(day, _counts(status(plan, day, Wanted(goal=goal))), len(plan.unread))


def values(months: Iterable[Month], key: str) -> tuple[int | None, ...]:
    """One of the counts, month after month."""
    return tuple(None if one.counts is None else int(getattr(one.counts, key)) for one in months)


def _counts(rows: Iterable[Row]) -> Counts:
    found = dict.fromkeys(Counts._fields, 0)
    for row in rows:
        if row.standing is Standing.WAITING:
            found["waiting"] += 1
        elif row.standing is Standing.STUB:
            found["done" if row.action.status is Status.DONE else "other"] += 1
        else:
            found["open"] += 1
            found["late"] += row.standing is Standing.LATE
    return Counts(**found)
