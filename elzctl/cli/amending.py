"""A change to one action point: looked up, made, written and told; what ``done`` and its kin have in common."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Argument, Option
from elzctl.cli.session import Stop, today_of
from elzctl.cli.which import day_so_far, point_of
from elzctl.record import NamedTuple
from elzctl.terms import Turning
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.amend_points import Amended, Pen
    from elzctl.cli.session import Session
    from elzctl.dates import VagueDate
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting, Point

Which = Annotated[
    str,
    Argument(metavar="MEETING/N", help="The point: the id or file of the meeting where it was noted, and its number."),
]
On = Annotated[str, Option("--on", metavar="DATE", help="When it happened; today when not given.")]
Today = Annotated[str, Option("--today", metavar="DAY", help="Act as on this day, such as 2025-12-31.")]


class Chosen(NamedTuple):
    """The point that was named, and the day on which something happened to it."""

    loaded: Loaded
    meeting: Meeting
    point: Point
    today: date
    on: VagueDate


def chosen(session: Session, typed: str, on: str, today: str) -> Chosen:
    """What the words of a command name.  Raises Stop."""
    day = today_of(today)
    loaded = session.load()
    meeting, point = point_of(loaded, typed)
    return Chosen(loaded, meeting, point, day, day_so_far("--on", on, day))


def line_of(option: str, typed: str) -> str:
    """A text that can stand on a line of minutes.  Raises Stop."""
    from elzctl.amend_points import one_line
    from elzctl.scaffold.allowed import Refused

    try:
        return one_line(typed)
    except Refused as refused:
        raise Stop(say("{option}: {message}", option=option, message=refused.message)) from None


def need_open(one: Chosen) -> None:
    """Raises Stop when the point is closed."""
    closed = how_closed(one.point)
    if closed is not None:
        hint = say("Change that in {place} first, if it is not right.", place=_place(one.point))
        raise Stop(say("{point} is no longer open: {closed}", point=one.point.id, closed=closed), hint)


def say_closed(session: Session, one: Chosen, on: str, text: str) -> None:
    """Says that the point was closed before, just so.  Raises Stop when another day or other words would be lost."""
    closed = how_closed(one.point)
    known = {turn.text for turn in one.point.turns}
    days = {one.point.done, *(turn.on for turn in one.point.turns if turn.kind is Turning.DROPPED)}
    if closed is None or (on and one.on not in days) or (text and text not in known):
        need_open(one)
    session.say(say("{point} is closed already: {how}. Nothing was changed.", point=one.point.id, how=closed or ""))


def how_closed(point: Point) -> Message | None:
    """How a point was closed, whatever the day; ``None`` when it was not."""
    if point.ticked:
        return say("done ({date})", date=point.done.text) if point.done is not None else say("done")
    dropped = next((turn for turn in point.turns if turn.kind is Turning.DROPPED), None)
    if dropped is None:
        return None
    return say("dropped ({date})", date=dropped.on.text) if dropped.on is not None else say("dropped")


def write(session: Session, one: Chosen, make: Callable[[Pen], Amended]) -> None:
    """Makes a change, and prints the file.  Raises Stop, WriteFault."""
    from elzctl.amend import amend
    from elzctl.amend_points import Pen
    from elzctl.render.terminal import printable
    from elzctl.scaffold.allowed import Refused

    _need_order(one)
    source = one.loaded.sources[one.meeting.path]
    try:
        made = make(Pen(source, one.meeting, one.point, one.loaded.plan.settings.language))
        amend(session.root(), source, made.patches, made.meeting)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    session.print(printable(one.meeting.path))


def words(one: Chosen) -> str:
    """The point in a few words, for a terminal."""
    from elzctl.render.columns import cut, one_line

    return cut(one_line(one.point.text), 60)


def _need_order(one: Chosen) -> None:
    """Raises Stop when the day lies before the meeting, or before what was noted last."""
    if one.on.last < one.meeting.day:
        message = say(
            "{point} was noted on {day}, after {date}", point=one.point.id, day=str(one.meeting.day), date=one.on.text
        )
        raise Stop(message, say("Give a later day with --on."))
    last = next((turn for turn in reversed(one.point.turns) if turn.on is not None), None)
    if last is not None and last.on is not None and one.on.last < last.on.first:
        message = say("{date} is before what was noted last ({other})", date=one.on.text, other=last.on.text)
        raise Stop(
            message,
            say("Give a later day with --on, or put the line in its place in {place}.", place=_place(one.point)),
        )


def _place(point: Point) -> str:
    return f"{point.span.path}:{point.span.line}"
