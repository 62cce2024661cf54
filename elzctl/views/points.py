"""The list of action points: those to do by how they stand, the late ones first; then those done and dropped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from elzctl.fiche import ids
from elzctl.followup.points import PointRow, PointStanding, PointState, follow_up, row_of
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.views.status import Wanted, status


class PointGroup(NamedTuple):
    """Points that stand alike.  *state* is what became of closed ones, and ``None`` for those to do."""

    standing: PointStanding
    state: PointState | None
    rows: tuple[PointRow, ...]


def grouped(rows: Iterable[PointRow]) -> tuple[PointGroup, ...]:
    """The points in groups that are not empty; the first deadline comes first, and what was closed last."""
    found: dict[tuple[PointStanding, PointState | None], list[PointRow]] = {
        (standing, None): [] for standing in PointStanding if standing is not PointStanding.CLOSED
    }
    found |= {(PointStanding.CLOSED, state): [] for state in (PointState.DONE, PointState.DROPPED)}
    for row in rows:
        found[row.standing, None if row.is_open else row.state].append(row)
    return tuple(
        PointGroup(standing, state, tuple(sorted(some, key=_deadline if state is None else _closing)))
        for (standing, state), some in found.items()
        if some
    )


def followed_up(plan: Plan, meeting: Meeting, today: date) -> tuple[PointRow, ...]:
    """The points of earlier meetings that were to do when one began, as they stood at its end; before it, as today."""
    rows = follow_up(plan, meeting)
    if today >= meeting.day:
        return rows
    noted = (row for row in rows if row.meeting.day <= today)
    now = (row_of(row.meeting, row.point, today, plan.settings.warn_before) for row in noted)
    return tuple(row for row in now if row.is_open)


def owners(plan: Plan) -> tuple[str, ...]:
    """The actors that own a point."""
    points = (point for meeting in plan.meetings for point in meeting.points)
    return tuple(dict.fromkeys(name for point in points for name in ids(point.owners)))


def series_names(plan: Plan) -> tuple[str, ...]:
    """The series that can be asked for: the known ones, and those that a meeting names anyway."""
    return tuple(dict.fromkeys((*plan.series, *plan.meetings_of)))


def under_goal(plan: Plan, goal: str, today: date) -> frozenset[str]:
    """What a point may name to belong to a goal: the goal, those below it, and their actions."""
    rows = status(plan, today, Wanted(goal=goal))
    number = next((one.number for one in plan.all_goals if goal in (one.id, str(one.number))), None)
    below = [one.id for one in plan.all_goals if one.number is not None and number in (one.number, one.number.parent)]
    return frozenset((goal, *below, *(row.action.id for row in rows)))


def _deadline(row: PointRow) -> tuple[date, date, date]:
    """Sort key; points without a date in the order of their meetings."""
    if row.due is None:
        return date.max, date.max, row.meeting.day
    return row.due.last, row.due.first, row.meeting.day


def _closing(row: PointRow) -> tuple[int, date]:
    """Sort key: the day on which it was closed, the last one first; those without a day come last."""
    return -(row.closed.toordinal() if row.closed is not None else 0), row.meeting.day
