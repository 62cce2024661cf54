"""Action points as they were noted: who, by when, and done when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.checks.marks import is_told, mark
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.source import Span
from elzctl.terms import Turning
from elzctl.wording import say

if TYPE_CHECKING:
    from datetime import date

    from elzctl.meeting import Meeting, Point


def open_points(plan: Plan) -> Iterator[tuple[Meeting, Point]]:
    """The points that are neither ticked nor dropped, whatever the day."""
    for meeting, point in plan.points:
        if not point.ticked and not (point.turns and any(turn.kind is Turning.DROPPED for turn in point.turns)):
            yield meeting, point


def point_without_owner(plan: Plan) -> Iterator[Finding]:
    """An action point has no owner.

    What everybody should do, nobody does. A group may own a point too; its members then say what they contribute.

    Wrong::

        - [ ] De affiches verspreiden tegen:2025-10-09

    Right::

        - [ ] De affiches verspreiden @welzijnspartners tegen:2025-10-09
    """
    for _, point in open_points(plan):
        if not point.owners and point.text:
            message = say("Nobody owns this action point")
            hint = say("Add “@” with the id of an actor; that may be a group.")
            yield Finding("point-without-owner", Severity.WARNING, message, point.span, hint)


def point_without_date(plan: Plan) -> Iterator[Finding]:
    """An open action point has no date by which it should be done.

    It is never late, so that nobody is reminded of it. A date may be as vague as it is, between quotes.

    Wrong::

        - [ ] De affiches verspreiden @welzijnspartners

    Right::

        - [ ] De affiches verspreiden @welzijnspartners tegen:"eind maart 2026"
    """
    for _, point in open_points(plan):
        if (
            point.due is None
            and point.text
            and not (point.turns and any(turn.due is not None for turn in point.turns))
            and not is_told(point.text, "due")
        ):
            message = say("This action point has no date")
            hint = say("Add “{word}:…” with the day of the next meeting, for example.", word=mark(plan, "due"))
            yield Finding("point-without-date", Severity.INFO, message, point.span, hint)


def ticked_without_date(plan: Plan) -> Iterator[Finding]:
    """An action point is ticked, and it is not said when it was done.

    Without a day it counts as done from the beginning, and the minutes of earlier meetings would say so too.

    Wrong::

        - [x] De affiches verspreiden @welzijnspartners tegen:2025-10-09

    Right::

        - [x] De affiches verspreiden @welzijnspartners tegen:2025-10-09 op:2025-09-25
    """
    for _, point in plan.points:
        if point.ticked and point.done is None and point.text and not is_told(point.text, "on"):
            message = say("It is not said when this was done")
            hint = say("Add “{word}:…” with the day on which it was done.", word=mark(plan, "on"))
            yield Finding("ticked-without-date", Severity.WARNING, message, _box(point), hint)


def done_not_ticked(plan: Plan) -> Iterator[Finding]:
    """An action point says when it was done, and is not ticked.

    Only a tick closes a point. Behind ``op:`` (or ``on:``, ``done:``) goes the day on which it was done; the day by
    which it should be done goes behind ``tegen:`` (or ``due:``).

    Wrong::

        - [ ] De affiches verspreiden @welzijnspartners op:2025-09-25

    Right::

        - [x] De affiches verspreiden @welzijnspartners op:2025-09-25
    """
    for _, point in plan.points:
        if point.done is not None and not point.ticked:
            message = say("This was done on {date}, and is not ticked", date=point.done.text)
            hint = say(
                "Tick it: “[x]”. When it is the date by which it should be done, write “{word}:”.",
                word=mark(plan, "due"),
            )
            yield Finding("done-not-ticked", Severity.WARNING, message, point.at["done"], hint)


def done_before_noted(plan: Plan) -> Iterator[Finding]:
    """An action point was done before the meeting in which it was noted.

    One of the two days has a wrong year, month or day. What was done already is no action point.

    Wrong::

        - [x] De affiches verspreiden @caw op:2024-09-25     in the minutes of 2025-05-13

    Right::

        - [x] De affiches verspreiden @caw op:2025-09-25
    """
    for meeting, point in plan.points:
        if point.done is not None and point.done.last < meeting.day:
            message = say(
                "This was done on {date}, before it was noted on {day}", date=point.done.text, day=str(meeting.day)
            )
            yield Finding("done-before-noted", Severity.ERROR, message, point.at["done"], say("Correct the date."))


def done_in_future(plan: Plan, today: date | None = None) -> Iterator[Finding]:
    """An action point is ticked, and the day on which it was done is still to come.

    Until that day it counts as open. Behind ``op:`` goes the day on which it was done, and not the one on which it will be.

    Wrong::

        - [x] De affiches verspreiden @caw tegen:2025-10-09 op:2052-09-25

    Right::

        - [x] De affiches verspreiden @caw tegen:2025-10-09 op:2025-09-25
    """
    for _, point in plan.points if today is not None else ():
        if point.ticked and point.done is not None and today is not None and point.done.first > today:
            message = say("This is ticked as done on {date}, which is still to come", date=point.done.text)
            hint = say("Correct the date. When it is not done yet, take away the tick: “[ ]”.")
            yield Finding("done-in-future", Severity.WARNING, message, point.at["done"], hint)


def due_before_meeting(plan: Plan) -> Iterator[Finding]:
    """An action point should be done before the meeting in which it was noted, or was moved on to an earlier day.

    One that was done by then may stand in the minutes with the day by which it had to be.

    Wrong::

        - [ ] De affiches verspreiden @caw tegen:2024-10-09     in the minutes of 2025-05-13

    Right::

        - [ ] De affiches verspreiden @caw tegen:2025-10-09
    """
    for meeting, point in plan.points:
        was_done = point.ticked and (point.done is None or point.done.first <= meeting.day)
        if point.due is not None and point.due.last < meeting.day and not was_done:
            message = say(
                "This should be done by {date}, before it was noted on {day}",
                date=point.due.text,
                day=str(meeting.day),
            )
            yield Finding("due-before-meeting", Severity.WARNING, message, point.at["due"], say("Correct the date."))
        for turn in point.turns:
            if turn.due is not None and turn.on is not None and turn.due.last < turn.on.first:
                message = say("It was moved on {day} to {date}, which was over", day=turn.on.text, date=turn.due.text)
                yield Finding("due-before-meeting", Severity.WARNING, message, turn.span, say("Correct the date."))


def _box(point: Point) -> Span:
    """The box of a point with its brackets."""
    path, line, column, start, end = point.at["box"]
    return Span(path, line, column - 1, start - 1, end + 1)
