"""What became of action points and signals: the lines under them, their days and their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from elzctl.checks.marks import is_told, mark
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.terms import Stage, Turning
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.dates import VagueDate
    from elzctl.meeting import Meeting, Point, Signal, SignalStep, Turn

    Line = TypeVar("Line", Turn, SignalStep)

_CLOSING = (Stage.ACTION, Stage.REFERRED, Stage.NO_MANDATE)
_ORDER = {Stage.GROUPED: 1, Stage.DISCUSSED: 2, **dict.fromkeys(_CLOSING, 3)}


def turn_without_reason(plan: Plan) -> Iterator[Finding]:
    """An action point was moved on or dropped, and it is not said why; or a line of progress says nothing.

    Who asks a year later why nothing came of it, finds the answer only here.

    Wrong::

        - vervallen op:2025-12-11

    Right::

        - vervallen op:2025-12-11: opgenomen in [[digitalisering]]
    """
    for turn in _turns(plan):
        if not turn.text.strip():
            message = _NO_WORDS[turn.kind]
            hint = say(
                "Add a colon and a few words: “{line}”.", line=f"{mark(plan, turn.kind.value)} {mark(plan, 'on')}:…: …"
            )
            yield Finding("turn-without-reason", Severity.WARNING, message, turn.span, hint)


_NO_WORDS = {
    Turning.PROGRESS: say("This line says nothing about the action point"),
    Turning.MOVED: say("It is not said why this action point was moved on"),
    Turning.DROPPED: say("It is not said why this action point was dropped"),
}


def turn_without_day(plan: Plan) -> Iterator[Finding]:
    """A line about what became of an action point or a signal has no day.

    Follow-up tells how each point stood on the day of a meeting. A line without a day counts from the beginning.

    Wrong::

        - stand: drie van de vijf zijn binnen

    Right::

        - stand op:2025-10-09: drie van de vijf zijn binnen
    """
    lines: list[Turn | SignalStep] = list(_turns(plan))
    lines += [step for _, signal in _signals(plan) for step in signal.steps]
    for line in lines:
        if line.on is not None or is_told(line.text, "on"):
            continue
        message = say("It is not said on which day this was so")
        hint = say("Add “{word}:…” with the day, such as that of the meeting.", word=mark(plan, "on"))
        yield Finding("turn-without-day", Severity.WARNING, message, line.span, hint)


def moved_without_date(plan: Plan) -> Iterator[Finding]:
    """An action point was moved on, and it is not said to when.

    Its old date still holds, so that it is late.

    Wrong::

        - verschoven op:2025-10-09: er is nog geen lesgever

    Right::

        - verschoven op:2025-10-09 tegen:2025-12-11: er is nog geen lesgever
    """
    for turn in _turns(plan):
        if turn.kind is Turning.MOVED and turn.due is None and not is_told(turn.text, "due"):
            message = say("It is not said to when this action point was moved on")
            hint = say("Add “{word}:…” with the new date.", word=mark(plan, "due"))
            yield Finding("moved-without-date", Severity.WARNING, message, turn.span, hint)


def turn_out_of_order(plan: Plan) -> Iterator[Finding]:
    """The lines under an action point do not follow each other in time.

    They are the life of the point, from the meeting in which it was noted to the day it was done or dropped. The last
    date to which it was moved is the one that holds.

    Wrong::

        - stand op:2025-12-11: klaar op één na
        - stand op:2025-10-09: de helft is klaar

    Right::

        - stand op:2025-10-09: de helft is klaar
        - stand op:2025-12-11: klaar op één na
    """
    for meeting, point in plan.points:
        if point.turns:
            for turn, message in _disorder(meeting, point):
                hint = say("Correct the date, or put the lines in order.")
                yield Finding("turn-out-of-order", Severity.WARNING, message, turn.span, hint)


def _disorder(meeting: Meeting, point: Point) -> Iterator[tuple[Turn, Message]]:
    """The lines that cannot stand where they stand, and why; a word about a closed point is in order."""
    yield from _not_in_time(meeting, point.turns)
    is_dropped = False
    for turn in point.turns:
        if turn.kind is Turning.DROPPED:
            is_dropped = True
            if point.ticked:
                yield turn, say("This action point is ticked, and dropped as well")
        elif turn.kind is Turning.MOVED and is_dropped:
            yield turn, say("This action point was dropped before it was moved on")
        elif turn.kind is Turning.MOVED and point.done and turn.on and turn.on.first > point.done.last:
            yield turn, say("This action point was done on {date}, before it was moved on", date=point.done.text)


def step_out_of_order(plan: Plan) -> Iterator[Finding]:
    """The lines under a signal do not follow each other.

    A signal is noted, grouped, discussed, and then becomes an action, is referred, or is left when the zone has no
    mandate; each on a day that is not before the one above.

    Wrong::

        - besproken op:2025-10-09
        - gegroepeerd op:2025-06-10: toeleiding

    Right::

        - gegroepeerd op:2025-06-10: toeleiding
        - besproken op:2025-10-09
    """
    for meeting, signal in _signals(plan):
        hint = say("Correct the date, or put the lines in order: grouped, discussed, and what came of it.")
        for step, message in _not_in_time(meeting, signal.steps):
            yield Finding("step-out-of-order", Severity.WARNING, message, step.span, hint)
        reached = 0
        for step in signal.steps:
            if _ORDER.get(step.stage, reached) < reached:
                message = say("The signal was further already")
                yield Finding("step-out-of-order", Severity.WARNING, message, step.span, hint)
            reached = max(reached, _ORDER.get(step.stage, 0))


def _not_in_time(meeting: Meeting, lines: Sequence[Line]) -> Iterator[tuple[Line, Message]]:
    """The lines with a day before that of the meeting, or before that of a line above."""
    last: VagueDate | None = None
    for line in lines:
        if line.on is None:
            continue
        if line.on.last < meeting.day:
            yield line, say("{date} is before the meeting in which it was noted", date=line.on.text)
        elif last is not None and line.on.last < last.first:
            yield line, say("{date} is before the line above ({other})", date=line.on.text, other=last.text)
        else:
            last = line.on


def _turns(plan: Plan) -> Iterator[Turn]:
    """Every line about what became of an action point."""
    for _, point in plan.points:
        yield from point.turns


def _signals(plan: Plan) -> Iterator[tuple[Meeting, Signal]]:
    """The signals that something became of, with their meetings."""
    from elzctl.meeting import Signal

    for noted in plan.noted.values():
        if type(noted) is Signal and noted.steps:
            yield plan.meetings_by_id[noted.id.rpartition("/")[0]], noted
