"""From a meeting to its invitation: when and where, the agenda, and what is still to do by then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from elzctl.followup.closing import APPROVAL, FOLLOW_UP
from elzctl.followup.points import previous
from elzctl.meeting import Item as Agenda
from elzctl.meeting import Meeting, Passage
from elzctl.render.minutes_document import (
    attachments,
    before,
    is_shown,
    place,
    section,
    short_document,
    title_of,
    warnings,
    when_of,
)
from elzctl.render.minutes_items import item_blocks
from elzctl.render.minutes_tables import followed_up
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Bullets, Document, Facts, Item, Numbered, Paragraph
from elzctl.terms import MeetingState
from elzctl.value import replace
from elzctl.wording import say


def invitation_document(meeting: Meeting, text: PlanText) -> Document:
    """The invitation: of a meeting that was held, only what stood on its agenda."""
    blocks = (
        *warnings(meeting, text),
        Facts((*place(meeting, text), *before(meeting, text))),
        *agenda(meeting, text),
        *_to_do(meeting, text),
        *attachments(meeting, text),
    )
    cancelled = meeting.state is MeetingState.CANCELLED
    # Who reads no further than the first line has to know it.
    title = (say("Cancelled: {title}") if cancelled else say("Invitation: {title}"))._replace(
        args=(("title", title_of(meeting, text)),)
    )
    return short_document(title, when_of(meeting, text), blocks, text)


def agenda(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    """The items with the numbers that they have in the minutes, and before the meeting what is said about them."""
    ahead = _is_ahead(meeting, text)
    items: list[Item] = []
    numbers: list[int | None] = []
    intro: list[Block] = []
    for item in meeting.minutes.items:
        below = tuple(item_blocks(_announced(item, text), meeting, text)) if ahead else ()
        if is_shown(item, text):
            numbers.append(item.number)
            items.append(Item((Paragraph(text.item(item.title)), *below)))
        elif items:
            items[-1] = items[-1]._replace(blocks=(*items[-1].blocks, *below))
        else:
            intro += below
    if not items:
        items = [Item((Paragraph(text.line(title)),)) for title in _standing(meeting, text)]
        numbers = list(range(1, len(items) + 1))
    yield from intro
    if items:
        yield section(say("Agenda"), text)
        yield from _listed(items, numbers)


def _is_ahead(meeting: Meeting, text: PlanText) -> bool:
    """True while what stands under the items tells what they are about; later it may be what was said about them.

    Where points or decisions were noted, or who was there, minutes were taken: then all of it may be notes, whatever the day.
    """
    if meeting.state is MeetingState.CANCELLED:
        return True
    is_planned = meeting.state in (MeetingState.PLANNED, None)
    is_noted = bool(meeting.present) or next(meeting.minutes.noted(), None) is not None
    return is_planned and (text.internal or (text.today < meeting.day and not is_noted))


def _announced(item: Agenda, text: PlanText) -> Agenda:
    """An item as readers get it before the meeting: points and decisions are for the minutes."""
    passages = tuple(piece for piece in item.pieces if isinstance(piece, Passage))
    return item if text.internal else replace(item, pieces=passages)


def _listed(items: list[Item], numbers: list[int | None]) -> Iterator[Block]:
    """A numbered list for each run of numbers without a gap; what has no number, or an odd one, says it in its words."""
    for _, run in groupby(zip(items, numbers, range(len(items)), strict=True), _step):
        found = list(run)
        start = found[0][1]
        made = tuple(item for item, *_ in found)
        yield Bullets(made) if start is None else Numbered(made, start)


def _step(place: tuple[Item, int | None, int]) -> int | None:
    """The same for all items of a run."""
    _, number, at = place
    return None if number is None else number - at


def _standing(meeting: Meeting, text: PlanText) -> Iterator[str]:
    """What is always on the agenda of the series, for a meeting that has none of its own yet."""
    series = text.plan.series.get(meeting.series.id) if meeting.series is not None else None
    if series is None:
        return
    if not any(FOLLOW_UP.search(title) for title in series.agenda):
        yield text.say(say("Follow-up of the action points"))
    last = previous(text.plan, meeting)
    if last is not None and not any(APPROVAL.search(title) for title in series.agenda):
        yield text.say(say("Approval of the minutes of {date}", date=text.day(last)))
    yield from series.agenda


def _to_do(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    table = followed_up(meeting, text) if meeting.state is not MeetingState.CANCELLED else ()
    if table:
        yield section(say("Action points to follow up"), text)
        yield from table
