"""Where something of the plan was spoken of: the meetings whose minutes name it, and what was noted about it there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.source import Span
from elzctl.terms import MeetingState

if TYPE_CHECKING:
    from elzctl.meeting import Meeting, Noted, Piece
    from elzctl.model import Plan

_NOT_HELD = (MeetingState.PLANNED, MeetingState.CANCELLED)


class Discussed(NamedTuple):
    """A meeting that names something.

    *noted* are its points, decisions, signals, agreements and events that name it, in the order of the minutes; empty
    when only running text or a heading does.
    """

    meeting: Meeting
    noted: tuple[Noted, ...]


def discussed(plan: Plan, name: str, *, internal: bool = False) -> tuple[Discussed, ...]:
    """The meetings that name the action, goal or chapter with the id *name* by ``[[id]]``, the newest first.

    What stands in ``::: intern`` counts only when *internal* is asked for; a meeting that is still planned, or was
    cancelled, never.
    """
    return tuple(
        Discussed(meeting, tuple(noted for noted in found if noted is not None))
        for meeting in reversed(plan.named_in.get(name, ()))
        if meeting.state not in _NOT_HELD and (found := tuple(_named(meeting, name, internal=internal)))
    )


def _named(meeting: Meeting, name: str, *, internal: bool) -> Iterator[Noted | None]:
    """What names it; ``None`` for running text and headings."""
    from elzctl.meeting import Passage

    places = [reference.span.start for reference in meeting.minutes.references if reference.id == name]
    for item in meeting.minutes.items:
        if (internal or not item.internal) and _holds(item.span, places):
            yield None
        for piece in item.pieces:
            if (internal or not piece.internal) and any(_holds(span, places) for span in _spans(piece)):
                yield None if isinstance(piece, Passage) else piece


def _spans(piece: Piece) -> tuple[Span, ...]:
    """Where a piece stands, with the lines under it."""
    from elzctl.meeting import Passage, Point, Signal

    if isinstance(piece, Passage):
        return (piece.prose.span,)
    if isinstance(piece, Point):
        return (piece.span._replace(end=max(piece.span.end, piece.at["below"].end if piece.at else 0)),)
    return (piece.span, *(step.span for step in piece.steps)) if isinstance(piece, Signal) else (piece.span,)


def _holds(span: Span, places: list[int]) -> bool:
    return any(span.start <= place < span.end for place in places)
