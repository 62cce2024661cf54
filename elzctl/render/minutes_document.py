"""From a meeting to its minutes: when and where, what was still to do, the agenda with what was noted, and lists of it."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.followup.approval import is_changed
from elzctl.followup.closing import APPROVAL, FOLLOW_UP, is_empty
from elzctl.followup.points import row_of
from elzctl.meeting import Item, Meeting, Occasion
from elzctl.render.forge import source
from elzctl.render.meeting_words import MEETING_STATES, day_in_words
from elzctl.render.minutes_items import item_blocks
from elzctl.render.minutes_tables import caption, decisions_table, followed_up, points_table
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Bullets, Document, Fact, Facts, Heading, Inline, Note, Paragraph, Part, Text
from elzctl.render.tree import Item as Bullet
from elzctl.render.words import page_words
from elzctl.terms import MeetingState
from elzctl.wording import Message, say


def minutes_document(meeting: Meeting, text: PlanText) -> Document:
    """The minutes of a meeting, with what became of their points up to the day of the document."""
    blocks = (
        *warnings(meeting, text),
        Facts(tuple(_facts(meeting, text))),
        *_items(meeting, text),
        *_decisions(meeting, text),
        *_points(meeting, text),
        *attachments(meeting, text),
        *_next(meeting, text),
    )
    title, when = say("Minutes: {title}", title=title_of(meeting, text)), when_of(meeting, text)
    address = source(text.plan, meeting.path)
    return short_document(title, when, blocks, text)._replace(sources=(("", address),) if address else ())


def short_document(title: Message, subtitle: str, blocks: tuple[Block, ...], text: PlanText) -> Document:
    """A document of a few pages: no cover, no table of contents.  The title of an internal one says that it is."""
    house = text.plan.settings.organisation
    organisation = text.actors((house,)) if house is not None else ""
    words = page_words(text.say)
    is_said = text.internal and text.says_internal
    name = text.say(say("INTERNAL – {title}", title=title)) if is_said else text.say(title)
    return Document(name, subtitle, organisation, text.say.code, "", words, (), (Part("meeting", blocks),), "meeting")


def title_of(meeting: Meeting, text: PlanText) -> str:
    """The title as bare characters; that of the series when there is none."""
    series = text.plan.series.get(meeting.series.id) if meeting.series is not None else None
    return text.title_text(meeting.title or (series.name if series is not None else "") or meeting.id)


def when_of(meeting: Meeting, text: PlanText) -> str:
    """Day and hours on one line."""
    if meeting.date is not None and meeting.date.is_vague:
        day = text.when(meeting.date)
    else:
        day = day_in_words(meeting.day, text.say)
    return ", ".join(filter(None, (day, text.hours(meeting.start, meeting.end))))


def occasion_when(one: Occasion, text: PlanText) -> str:
    """Day and hours of a meeting that has no file of its own, on one line; what is not known is left out."""
    date = one.date
    day = "" if date is None else text.when(date) if date.is_vague else day_in_words(date.first, text.say)
    return ", ".join(filter(None, (day, text.hours(one.start, one.end))))


def warnings(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    """What a reader has to know first: an internal edition, a meeting that does not take place, files that are missing."""
    yield from internal(text)
    if meeting.state is MeetingState.CANCELLED:
        yield _warning(text, say("This meeting was cancelled."), meeting.reason)
    yield from unread_files(text)


def internal(text: PlanText) -> Iterator[Block]:
    """That this is an internal edition."""
    if text.internal:
        yield _warning(text, say("Internal edition: do not publish or pass on."))


def unread_files(text: PlanText) -> Iterator[Block]:
    """The files of meetings of which nothing could be read: what stands in them is missing."""
    unread = sorted(name for name in text.plan.unread if name[:4].isdigit() or "/" in name)
    if unread:
        yield _warning(text, say("These files have errors and could not be read."), ", ".join(unread))


def fact(label: Message, words: str | tuple[Inline, ...], text: PlanText) -> Iterator[Fact]:
    """A fact, when there are words for it."""
    if words:
        yield Fact(text.say(label), text.line(words) if isinstance(words, str) else words)


def place(one: Meeting | Occasion, text: PlanText) -> Iterator[Fact]:
    """Where, and who presents its work."""
    yield from fact(say("Where"), one.location, text)
    yield from fact(say("Presents its work"), text.actors((one.speaker,)) if one.speaker is not None else "", text)


def attachments(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    """The names of the files that go with the meeting."""
    items = tuple(Bullet((Paragraph(text.attachment(one.file, one.title)),)) for one in meeting.attachments)
    if items:
        yield section(say("Attachments"), text)
        yield Bullets(items)


def section(title: Message, text: PlanText) -> Heading:
    """The heading of a part that is not an item of the agenda."""
    return Heading(1, "", (Text(text.say(title)),))


def before(meeting: Meeting, text: PlanText) -> Iterator[Fact]:
    """When the meeting was planned before it moved."""
    for one in meeting.was:
        hours = text.hours(one.start, one.end)
        day = text.when(one.date) if one.date is not None else ""
        yield from fact(say("Planned before"), ", ".join(filter(None, (day, hours, one.location))), text)


def is_shown(item: Item, text: PlanText) -> bool:
    """True for an item with a heading that this edition shows."""
    return bool(item.title) and (text.internal or not item.internal)


def heading(item: Item, text: PlanText) -> Heading:
    """The heading of an item of the agenda, with its number."""
    label = f"{item.number}." if item.number is not None else ""
    internal = (Text(f" ({text.say(say('internal'))})"),) if item.internal else ()
    return Heading(1, "", (*text.item(item.title), *internal), label)


# The parts


def _warning(text: PlanText, what: Message, more: str = "") -> Note:
    words = (Text(f"{text.say(what)} "), *text.line(more)) if more else (Text(text.say(what)),)
    return Note("alert", (Paragraph(words),))


def _facts(meeting: Meeting, text: PlanText) -> Iterator[Fact]:
    yield from place(meeting, text)
    yield from before(meeting, text)
    yield from fact(say("State"), _state(meeting, text), text)
    yield from fact(say("Present"), _organisations(meeting, "present", text), text)
    yield from fact(say("Excused"), _organisations(meeting, "excused", text), text)


def _organisations(meeting: Meeting, key: str, text: PlanText) -> str:
    """The names of those that the plan knows: what it does not know might be the name of a person."""
    refs = meeting.present if key == "present" else meeting.excused
    return text.actors(ref for ref in refs if text.internal or ref.id in text.plan.actors)


def _state(meeting: Meeting, text: PlanText) -> str:
    """How far the minutes are; when they were approved, where and when."""
    if meeting.state is None:
        return ""
    if meeting.state is not MeetingState.APPROVED or meeting.approved is None:
        return text.say(MEETING_STATES[meeting.state])
    words = text.say(say("approved"))
    approval = meeting.approved
    where = text.plan.meetings_by_id.get(approval.meeting.id) if approval.meeting is not None else None
    if approval.on is not None:
        words = text.say(say("{what} on {date}", what=words, date=text.when(approval.on)))
    if where is not None and where.title:
        words = text.say(say("{what} in {meeting}", what=words, meeting=title_of(where, text)))
    if is_changed(meeting):
        words = text.say(say("{what}; the text was changed since", what=words))
    return words


def _items(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    table = followed_up(meeting, text)
    items = meeting.minutes.items
    where = next((item for item in items if FOLLOW_UP.search(item.title) and is_shown(item, text)), None)
    if table and where is None:
        yield section(say("Follow-up of the action points"), text)
        yield from table
    for item in items:
        if is_shown(item, text):
            yield heading(item, text)
        if item is where:
            yield from table
        if APPROVAL.search(item.title) and is_empty(item):
            yield from _approved_here(meeting, text)
        yield from item_blocks(item, meeting, text)


def _approved_here(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    """The minutes that were approved in this meeting, under an item that says nothing itself."""
    for one in text.plan.meetings:
        approval = one.approved
        if approval is not None and approval.meeting is not None and approval.meeting.id == meeting.id:
            yield text.paragraph(text.say(say("The minutes of {date} were approved.", date=text.day(one))))


# The lists at the end


def _decisions(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    table = decisions_table(((meeting, one) for one in meeting.resolutions), text, far=False)
    if table:
        yield section(say("Decisions"), text)
        yield from table


def _points(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    warn_before = text.plan.settings.warn_before
    rows = (row_of(meeting, point, text.today, warn_before) for point in meeting.points)
    table = points_table(rows, caption(say("How they stand on {date}"), text.today, text), text, far=False)
    if table or meeting.no_action_points.strip():
        yield section(say("Action points of this meeting"), text)
        yield from table or (Paragraph(text.line(meeting.no_action_points)),)


def _next(meeting: Meeting, text: PlanText) -> Iterator[Block]:
    facts = tuple(_occasion(meeting.next, text)) if meeting.next is not None else ()
    if facts or meeting.last:
        yield section(say("Next meeting"), text)
        yield Facts(facts) if facts else text.paragraph(text.say(say("This was the last meeting of its series.")))


def _occasion(one: Occasion, text: PlanText) -> Iterator[Fact]:
    yield from fact(say("When"), occasion_when(one, text), text)
    yield from place(one, text)
