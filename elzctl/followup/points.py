"""Action points as of a day: how each stands, and what was still open when a meeting began.

A point lives in the minutes where it was noted and nowhere else; everything here is worked out from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

from elzctl.dates import VagueDate
from elzctl.fiche import ids
from elzctl.followup.deadline import how_due
from elzctl.meeting import Meeting, Point, Turn
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import ActorKind, MeetingState, Turning


class PointState(Enum):
    """What became of a point; each point is in one of these: open and moved are still to do."""

    OPEN = "open"
    MOVED = "moved"
    DONE = "done"
    DROPPED = "dropped"


class PointStanding(Enum):
    """How a point that is still to do stands on a day; what is done or dropped is closed."""

    LATE = "late"
    DUE_SOON = "due-soon"
    ON_TRACK = "on-track"
    NO_DATE = "no-date"
    CLOSED = "closed"


class PointRow(NamedTuple):
    """A point as of a day.

    *due* is the deadline that holds then, *turn* the last word on it, *closed* the day it was done or dropped (``None``
    when it is open, or when no day was written), *age* the days since it was noted.
    """

    meeting: Meeting
    point: Point
    state: PointState
    standing: PointStanding
    due: VagueDate | None
    turn: Turn | None
    closed: date | None
    age: int

    @property
    def is_open(self) -> bool:
        """True while it is still to do."""
        return self.state in (PointState.OPEN, PointState.MOVED)

    @property
    def lacks_owner(self) -> bool:
        """True for a point that is still to do and that nobody took upon itself."""
        return self.is_open and not self.point.owners

    @property
    def times_moved(self) -> int:
        """How often it was moved on, later ones too."""
        return sum(turn.kind is Turning.MOVED for turn in self.point.turns)


class WantedPoints(NamedTuple):
    """Which points are asked for; what is empty asks nothing.

    *owners* are actors of which one must own it, *series* and *meeting* ids, *actions* ids of which one must be named.
    """

    owners: frozenset[str] = frozenset()
    series: str = ""
    meeting: str = ""
    actions: frozenset[str] = frozenset()
    due_before: date | None = None
    late: bool = False
    closed: bool = False


class PointList(NamedTuple):
    """All points that are like what is asked for, and those of them that are listed: without the closed ones, perhaps."""

    every: tuple[PointRow, ...]
    listed: tuple[PointRow, ...]


class PointCounts(NamedTuple):
    """How many points there are: ``written = open + moved + done + dropped``; and of those still to do, how they stand."""

    written: int
    states: dict[PointState, int]
    standing: dict[PointStanding, int]
    without_owner: int
    without_contribution: int

    @property
    def to_do(self) -> int:
        """How many are still to do."""
        return self.states[PointState.OPEN] + self.states[PointState.MOVED]


# Kinds of actors that are nothing but their members.
MADE_OF_MEMBERS = (None, ActorKind.GROUP, ActorKind.CLUSTER, ActorKind.NETWORK, ActorKind.SECTOR)
EVERY_POINT = WantedPoints(closed=True)


def points(plan: Plan, today: date, wanted: WantedPoints = EVERY_POINT) -> tuple[PointRow, ...]:
    """The points that were noted up to *today*, in the order of meetings; closed ones only when they are asked for."""
    return tuple(row for row in _rows(plan.meetings, today, plan.settings.warn_before) if _is_wanted(row, wanted))


def row_of(meeting: Meeting, point: Point, today: date, warn_before: int) -> PointRow:
    """How one point stands on a day."""
    turns = [turn for turn in point.turns if turn.on is None or turn.on.first <= today]
    moved = [turn for turn in turns if turn.kind is Turning.MOVED]
    dropped = next((turn for turn in turns if turn.kind is Turning.DROPPED), None)
    due = next((turn.due for turn in reversed(moved) if turn.due is not None), point.due)
    done = point.ticked and (point.done is None or point.done.first <= today)
    if done:
        state, closed = PointState.DONE, point.done.first if point.done is not None else None
    elif dropped is not None:
        state, closed = PointState.DROPPED, dropped.on.first if dropped.on is not None else None
    else:
        state, closed = PointState.MOVED if moved else PointState.OPEN, None
    is_open = state in (PointState.OPEN, PointState.MOVED)
    standing = PointStanding(how_due(due, today, warn_before)) if is_open else PointStanding.CLOSED
    return PointRow(
        meeting, point, state, standing, due, turns[-1] if turns else None, closed, (today - meeting.day).days
    )


def counts(rows: Iterable[PointRow], plan: Plan) -> PointCounts:
    """How many points there are among *rows*, which hold the closed ones too, and how they stand."""
    rows, having_members = tuple(rows), groups(plan)
    states, standing = dict.fromkeys(PointState, 0), dict.fromkeys(PointStanding, 0)
    for row in rows:
        states[row.state] += 1
        standing[row.standing] += 1
    alone = sum(lacks_contribution(row, having_members) for row in rows)
    return PointCounts(len(rows), states, standing, sum(row.lacks_owner for row in rows), alone)


def groups(plan: Plan) -> frozenset[str]:
    """The actors that are made of their members, and have some; a zone or an organisation speaks for itself."""
    above = {ref.id for actor in plan.actors.values() for ref in actor.member_of}
    return frozenset(name for name in above if name not in plan.actors or plan.actors[name].kind in MADE_OF_MEMBERS)


def lacks_contribution(row: PointRow, having_members: frozenset[str]) -> bool:
    """True for a point of one of the :func:`groups` that is still to do, and nobody said what it can do for it."""
    return row.is_open and not row.point.contributions and not having_members.isdisjoint(ids(row.point.owners))


def previous(plan: Plan, meeting: Meeting) -> Meeting | None:
    """The meeting of the same series before this one; cancelled ones do not count."""
    earlier = [one for one in _held(plan, meeting) if (one.day, one.id) < (meeting.day, meeting.id)]
    return earlier[-1] if earlier else None


def following(plan: Plan, meeting: Meeting) -> Meeting | None:
    """The meeting of the same series after this one; cancelled ones do not count."""
    return next((one for one in _held(plan, meeting) if (one.day, one.id) > (meeting.day, meeting.id)), None)


def follow_up(plan: Plan, meeting: Meeting) -> tuple[PointRow, ...]:
    """What was still to do when the meeting began, as it stood at its end: the points of the earlier ones of its series.

    What was closed since the meeting before it is there too, as done or dropped.
    """
    before = previous(plan, meeting)
    earlier = [one for one in _held(plan, meeting) if (one.day, one.id) < (meeting.day, meeting.id)]
    if before is None:
        return ()
    rows = _rows(earlier, meeting.day, plan.settings.warn_before)
    return tuple(row for row in rows if row.is_open or _closed_after(row, before))


def is_treated(plan: Plan, meeting: Meeting, row: PointRow) -> bool:
    """True when a point of :func:`follow_up` was closed, or when something was written about it since the meeting before."""
    before = previous(plan, meeting)
    if not row.is_open or before is None:
        return True
    since = max(before.day, row.meeting.day)
    return any(turn.on is not None and since < turn.on.first <= meeting.day for turn in row.point.turns)


def _held(plan: Plan, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings of the same series, without the cancelled ones; not those in which points were noted all the same."""
    series = plan.meetings_of.get(meeting.series.id, ()) if meeting.series is not None else ()
    return tuple(one for one in series if one.state is not MeetingState.CANCELLED or one.points)


def _rows(meetings: Iterable[Meeting], today: date, warn_before: int) -> Iterator[PointRow]:
    for meeting in meetings:
        if meeting.day <= today:
            yield from (row_of(meeting, point, today, warn_before) for point in meeting.points)


def _closed_after(row: PointRow, before: Meeting) -> bool:
    """True when it was closed after the meeting before; without a day it shows once, in the meeting after its own."""
    return row.meeting is before if row.closed is None else row.closed > before.day or row.meeting is before


def _is_wanted(row: PointRow, wanted: WantedPoints) -> bool:
    meeting = row.meeting
    return (
        (wanted.closed or row.is_open)
        and (not wanted.owners or not wanted.owners.isdisjoint(ids(row.point.owners)))
        and (not wanted.series or (meeting.series is not None and meeting.series.id == wanted.series))
        and (not wanted.meeting or meeting.id == wanted.meeting)
        and (not wanted.actions or any(ref.id in wanted.actions for ref in row.point.references))
        and (wanted.due_before is None or (row.due is not None and row.due.last < wanted.due_before))
        and (not wanted.late or row.standing is PointStanding.LATE)
    )
