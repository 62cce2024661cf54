"""The meetings of a year: which were held, what was decided, and what became of the action points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from elzctl.followup.points import PointRow, PointState, points
from elzctl.meeting import Meeting, Resolution, Series
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import MeetingState
from elzctl.views.year import Year


class SeriesYear(NamedTuple):
    """The meetings of a series in the year (``""``: of none), each in one of the five.

    *unapproved* have minutes that are not approved yet, *silent* should have taken place but have no minutes, *coming*
    are still to come.
    """

    id: str
    series: Series | None
    approved: tuple[Meeting, ...]
    unapproved: tuple[Meeting, ...]
    silent: tuple[Meeting, ...]
    cancelled: tuple[Meeting, ...]
    coming: tuple[Meeting, ...]

    @property
    def all(self) -> tuple[Meeting, ...]:
        """Every meeting of the year, whatever became of it."""
        return (*self.approved, *self.unapproved, *self.silent, *self.cancelled, *self.coming)

    @property
    def held(self) -> tuple[Meeting, ...]:
        """The meetings that took place, in the order of their days."""
        return tuple(sorted((*self.approved, *self.unapproved), key=lambda one: (one.day, one.id)))

    @property
    def per_year(self) -> int | None:
        """How many were meant to be held."""
        return self.series.per_year if self.series is not None else None


class PointYear(NamedTuple):
    """Points that were open when the year began on *first*, and those that were noted in it, as they stand on its day.

    ``brought + noted = done + dropped + carried``; some of those that are carried over were put off.
    """

    rows: tuple[PointRow, ...]
    first: date

    @property
    def brought(self) -> int:
        """How many were noted before, and open when the year began."""
        return sum(row.meeting.day < self.first for row in self.rows)

    @property
    def noted(self) -> int:
        """How many were noted in the year."""
        return len(self.rows) - self.brought

    @property
    def carried(self) -> tuple[PointRow, ...]:
        """The points that are still to do."""
        return tuple(row for row in self.rows if row.is_open)

    def of(self, *states: PointState) -> tuple[PointRow, ...]:
        """The points in those states."""
        return tuple(row for row in self.rows if row.state in states)

    def by_series(self) -> dict[str, PointYear]:
        """Those of each series, and of the meetings of none (``""``)."""
        found: dict[str, list[PointRow]] = {}
        for row in self.rows:
            found.setdefault(row.meeting.series.id if row.meeting.series is not None else "", []).append(row)
        return {name: PointYear(tuple(rows), self.first) for name, rows in found.items()}


def points_in(plan: Plan, year: Year, *, internal: bool) -> PointYear:
    """Those noted in the year, and those of before that were still open on its eve."""
    before = {row.point.id for row in points(plan, year.eve) if row.is_open}
    rows = (row for row in points(plan, year.day) if internal or not row.point.internal)
    return PointYear(tuple(row for row in rows if year.has(row.meeting.day) or row.point.id in before), year.first)


def series_in(plan: Plan, year: Year) -> Iterator[SeriesYear]:
    """The series that have a meeting in the year, or should have; last the meetings of none."""
    for name in dict.fromkeys((*plan.series, *plan.meetings_of, "")):
        series = plan.series.get(name)
        meetings = plan.meetings_of.get(name, ()) if name else [one for one in plan.meetings if one.series is None]
        found: dict[str, list[Meeting]] = {key: [] for key in SeriesYear._fields[2:]}
        for meeting in meetings:
            if year.first <= meeting.day <= year.last:
                found[_life(meeting, year)].append(meeting)
        if any(found.values()) or (series is not None and series.per_year is not None):
            yield SeriesYear(name, series, *map(tuple, found.values()))


def decisions_in(plan: Plan, series: Iterable[SeriesYear], *, internal: bool) -> Iterator[tuple[Meeting, Resolution]]:
    """The decisions of the meetings that were held, in the order of their days."""
    held = {meeting.id for one in series for meeting in one.held}
    for meeting in plan.meetings:
        if meeting.id in held:
            yield from ((meeting, one) for one in meeting.resolutions if internal or not one.internal)


def _life(meeting: Meeting, year: Year) -> str:
    """Which part of a :class:`SeriesYear` a meeting belongs to."""
    if meeting.state is MeetingState.CANCELLED:
        return "cancelled"
    if meeting.day > year.day:
        return "coming"
    if meeting.state is MeetingState.PLANNED:
        return "silent"
    return "approved" if meeting.state is MeetingState.APPROVED else "unapproved"
