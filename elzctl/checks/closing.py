"""The rules that every meeting ends with: errors in approved minutes, warnings in those that are to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING

from elzctl.finding import Finding, Severity
from elzctl.followup import closing
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import MeetingState, Turning

if TYPE_CHECKING:
    from elzctl.followup.closing import Obstacle
    from elzctl.meeting import Meeting, Point

_HOW_BAD = {MeetingState.REVIEW: Severity.WARNING, MeetingState.APPROVED: Severity.ERROR}


def no_action_point(plan: Plan) -> Iterator[Finding]:
    """Minutes are closed without an action point, and without the reason why there is none.

    Every meeting yields one or more actions, carried by the group. When it does not, the minutes say why.

    Wrong::

        state: approved     and no line that begins with “- [ ]”

    Right::

        state: approved
        no_action_points: Dit was een kennismaking.
    """
    return _found(plan, closing.no_action_point)


def untreated_point(plan: Plan) -> Iterator[Finding]:
    """An action point was open when a meeting of its series began, and nothing was noted about it.

    The follow-up opens every meeting: a point was done, or dropped, or moved on, or there is a word of progress. The
    line stands under the point itself, in the minutes where it was noted.

    Wrong::

        - [ ] De affiches verspreiden @caw     in the minutes of May, and October is approved

    Right::

        - [ ] De affiches verspreiden @caw
          - stand op:2025-10-09: in vier van de vijf gemeenten
    """
    for series in plan.meetings_of.values():
        for meeting, untreated in _untreated(series):
            yield from _findings(meeting, (closing.untreated(meeting, point) for point in untreated))


def no_next_meeting(plan: Plan) -> Iterator[Finding]:
    """Minutes are closed, and it is not said when the next meeting is.

    Date, place and who presents are settled at the end of a meeting: the invitation is made of them.

    Wrong::

        state: approved

    Right::

        state: approved
        next: {date: 2025-10-09, start: 13u30, location: WZC Ter Stelten}
    """
    return _found(plan, partial(closing.no_next_meeting, plan))


def empty_agenda_item(plan: Plan) -> Iterator[Finding]:
    """Minutes are closed, and under an item of the agenda stands nothing.

    The items about follow-up and approval fill themselves in the document.

    Wrong::

        ## 4. Varia

    Right::

        ## 4. Varia

        Er waren geen punten.
    """
    return _found(plan, closing.empty_items)


def _found(plan: Plan, rule: Callable[[Meeting], Iterator[Obstacle]]) -> Iterator[Finding]:
    for meeting in plan.meetings:
        if meeting.state in _HOW_BAD:
            yield from _findings(meeting, rule(meeting))


def _findings(meeting: Meeting, obstacles: Iterable[Obstacle]) -> Iterator[Finding]:
    for one in obstacles:
        assert meeting.state is not None
        yield Finding(one.code, _HOW_BAD[meeting.state], one.message, one.span, one.hint, one.related)


class _Life(NamedTuple):
    """A point with the day of its meeting, the first day on which it was closed, and the days of the lines under it."""

    point: Point
    noted: date
    closed: date
    days: tuple[date, ...]


def _untreated(series: Iterable[Meeting]) -> Iterator[tuple[Meeting, list[Point]]]:
    """The same as :func:`elzctl.followup.closing.untreated_points` of every closed meeting, in one pass.

    To ask it of each meeting anew would look at every point as often as there are meetings after it.
    """
    still: list[_Life] = []
    before: Meeting | None = None
    for meeting in series:
        if meeting.state is MeetingState.CANCELLED and not meeting.points:
            continue
        day = meeting.day
        if before is not None:
            still = [life for life in still if life.closed > day]
            if meeting.state in _HOW_BAD:
                since = before.day
                yield meeting, [life.point for life in still if not _is_treated(life, max(since, life.noted), day)]
        still += map(_life, repeat(day), meeting.points)
        before = meeting


def _life(noted: date, point: Point) -> _Life:
    ends = [turn.on.first if turn.on is not None else date.min for turn in point.turns if turn.kind is Turning.DROPPED]
    if point.ticked:
        ends.append(point.done.first if point.done is not None else date.min)
    days = tuple(turn.on.first for turn in point.turns if turn.on is not None)
    return _Life(point, noted, min(ends, default=date.max), days)


def _is_treated(life: _Life, since: date, day: date) -> bool:
    return any(since < one <= day for one in life.days)
