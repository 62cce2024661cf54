"""From a meeting to its invitation as a letter: what somebody writes in a message, and can still change before it goes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from elzctl.followup.points import PointRow, PointStanding
from elzctl.meeting import Meeting
from elzctl.render.invitation_document import agenda
from elzctl.render.meeting_words import POINT_STANDINGS, standing_in_words
from elzctl.render.minutes_document import attachments, before, fact, title_of, warnings, when_of
from elzctl.render.minutes_items import actions, contribution, turn
from elzctl.render.minutes_tables import rows_to_follow
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Inline,
    Item,
    Paragraph,
    Part,
    Text,
)
from elzctl.render.words import page_words
from elzctl.terms import MeetingState
from elzctl.wording import Message, say


def invitation_letter(meeting: Meeting, text: PlanText) -> Document:
    """The same as the invitation says, in sentences and lists: a table is not read well in a message."""
    blocks = (
        _line(say("Hello,"), text),
        *warnings(meeting, text),
        _line(_opening(meeting), text),
        Facts(tuple(_facts(meeting, text))),
        *_speaker(meeting, text),
        *map(_announced, chain(agenda(meeting, text), _to_do(meeting, text), attachments(meeting, text))),
        *_ending(text),
    )
    title = text.say(say("Invitation: {title}", title=title_of(meeting, text)))
    parts = (Part("meeting", tuple(blocks)),)
    return Document(title, "", "", text.say.code, "", page_words(text.say), (), parts, "letter")


def _line(words: Message, text: PlanText) -> Paragraph:
    return Paragraph((Text(text.say(words)),))


def _opening(meeting: Meeting) -> Message:
    if meeting.state is MeetingState.CANCELLED:
        return say("So this will not take place:")
    return (
        say("This meeting was moved. It is now as follows:") if meeting.was else say("You are welcome at this meeting:")
    )


def _facts(meeting: Meeting, text: PlanText) -> Iterator[Fact]:
    yield from fact(say("What"), title_of(meeting, text), text)
    yield from fact(say("When"), when_of(meeting, text), text)
    yield from fact(say("Where"), meeting.location, text)
    yield from before(meeting, text)


def _speaker(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    if meeting.speaker is not None and meeting.state is not MeetingState.CANCELLED:
        yield _line(say("{name} presents its work.", name=text.actors((meeting.speaker,))), text)


def _announced(block: Block) -> Block:
    """A heading as the line before a list."""
    return Paragraph((*block.children, Text(":"))) if isinstance(block, Heading) else block


def _to_do(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    words, rows = rows_to_follow(meeting, text) if meeting.state is not MeetingState.CANCELLED else ("", ())
    if rows:
        yield Paragraph((Text(f"{words}:"),))
        yield Bullets(tuple(Item(tuple(map(Paragraph, _point(row, text)))) for row in rows))


def _point(row: PointRow, text: PlanText) -> Iterator[tuple[Inline, ...]]:
    """What is to be done; who does it by when, where it was noted; who helps, and what became of it."""
    point = row.point
    more = actions(point.references, point.text, text)
    yield (*text.noted(point.text), *((Text(" ("), *more, Text(")")) if more else ()))
    yield (Text(f"{_by_whom(row, text)} ({_noted(row, text)})"),)
    yield from (contribution(one, text) for one in point.contributions)
    yield from (turn(row.turn, text),) if row.turn is not None else ()


def _by_whom(row: PointRow, text: PlanText) -> str:
    words = text.actors(row.point.owners) or text.say(say("nobody yet"))
    if row.due is not None:
        words = text.say(say("{who}, by {date}", who=words, date=text.when(row.due)))
    if not row.is_open:
        return f"{words}, {standing_in_words(row, text.say)}"
    late = row.standing is PointStanding.LATE
    return f"{words}, {text.say(POINT_STANDINGS[row.standing])}" if late else words


def _noted(row: PointRow, text: PlanText) -> str:
    words = say("point {number} of {date}", number=row.point.id.rpartition("/")[2], date=text.day(row.meeting))
    internal = f", {text.say(say('internal'))}" if row.point.internal else ""
    return text.say(words) + internal


def _ending(text: PlanText) -> Iterator[Block]:
    """Who writes: the organisation, for the name of a person stands in no document."""
    house = text.plan.settings.organisation
    name = text.actors((house,)) if house is not None else ""
    yield _line(say("Kind regards,"), text)
    if name:
        yield Paragraph((Text(name),))
