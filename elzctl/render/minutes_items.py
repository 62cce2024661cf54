"""What was noted in a meeting as blocks of a document: points, decisions, signals, agreements, events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from elzctl.body import Reference
from elzctl.fiche import Ref
from elzctl.followup.points import PointState, row_of
from elzctl.meeting import (
    Agreement,
    Contribution,
    Event,
    Item,
    Meeting,
    Noted,
    Passage,
    Piece,
    Point,
    Resolution,
    Signal,
    SignalStep,
    Turn,
)
from elzctl.render.markdown_blocks import internal_note
from elzctl.render.meeting_words import (
    STAGE_WORDS,
    TURNING_WORDS,
    day_in_words,
    standing_in_words,
)
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Bullets, Entry, Inline, Paragraph, Strong, Text
from elzctl.render.tree import Item as Bullet
from elzctl.wording import Message, say

Line: TypeAlias = tuple[Inline, ...]


def item_blocks(item: Item, meeting: Meeting, text: PlanText) -> Iterator[Block]:
    """Everything under an item of the agenda, in order; internal pieces stand together, or not at all."""
    hidden: list[Block] = []
    for piece in item.pieces:
        if piece.internal:
            hidden += _piece(piece, meeting, text) if text.internal else ()
            continue
        yield from _marked(hidden, text)
        hidden.clear()
        yield from _piece(piece, meeting, text)
    yield from _marked(hidden, text)


def named(refs: Iterable[Ref], text: PlanText) -> str:
    """The names of target groups and themes."""
    settings = text.plan.settings
    return text.named(refs, {**settings.themes, **settings.target_groups})


def actions(references: Iterable[Reference], words: str, text: PlanText) -> Line:
    """The references that do not stand in the *words* themselves, with a comma between."""
    apart = [one for one in references if f"[[{one.id}" not in words]
    return _separated([(text.reference(one.id, one.label),) for one in apart], ", ")


def contribution(one: Contribution, text: PlanText) -> Line:
    """Who can do what for a point."""
    names = text.actors(one.who)
    label = say("Contribution of {names}", names=names) if names else say("Contribution")
    return _told(text.say(label), text.noted(one.text))


def turn(one: Turn, text: PlanText) -> Line:
    """A word in the life of a point: how far it is, where it was moved to, why it was dropped."""
    label = text.say(TURNING_WORDS[one.kind])
    if one.on is not None:
        label = text.say(say("{what} on {date}", what=label, date=text.when(one.on)))
    if one.due is not None:
        label = text.say(say("{what} to {date}", what=label, date=text.when(one.due)))
    return _told(label, text.noted(one.text))


# The pieces


def _marked(blocks: list[Block], text: PlanText) -> tuple[Block, ...]:
    return (internal_note(text.say(say("Internal")), tuple(blocks)),) if blocks else ()


def _piece(piece: Piece, meeting: Meeting, text: PlanText) -> tuple[Block, ...]:
    if isinstance(piece, Passage):
        return text.passage(piece.prose.text, 1)
    return (_point(piece, meeting, text) if isinstance(piece, Point) else _ENTRIES[type(piece)](piece, text),)


def _point(point: Point, meeting: Meeting, text: PlanText) -> Entry:
    row = row_of(meeting, point, text.today, text.plan.settings.warn_before)
    state = "" if row.state in (PointState.OPEN, PointState.MOVED) else standing_in_words(row, text.say)
    details = _details(
        (say("Who"), _bare(text.actors(point.owners) or text.say(say("nobody yet")))),
        (say("Deadline"), _bare(text.when(point.due)) if point.due is not None else ()),
        (say("Action"), actions(point.references, point.text, text)),
        *_tags(point.tags, point.text, text),
        (say("State"), _bare(state)),
        text=text,
    )
    turns = [one for one in point.turns if one.on is None or one.on.first <= text.today]
    below = (
        *(contribution(one, text) for one in point.contributions),
        *(text.noted(one) for one in point.notes),
        *(turn(one, text) for one in turns),
    )
    done = row.state is PointState.DONE
    return _entry("point", point, (*details, *_bullets(below)), text, checked=done)


def _resolution(decision: Resolution, text: PlanText) -> Entry:
    return _entry("decision", decision, _more(decision, text), text)


def _signal(signal: Signal, text: PlanText) -> Entry:
    steps = [one for one in signal.steps if one.on is None or one.on.first <= text.today]
    return _entry("signal", signal, (*_more(signal, text), *_bullets(_step(one, text) for one in steps)), text)


def _agreement(agreement: Agreement, text: PlanText) -> Entry:
    return _entry("agreement", agreement, _more(agreement, text), text)


def _event(event: Event, text: PlanText) -> Entry:
    when = ""
    if event.when is not None:
        when = text.when(event.when) if event.when.is_vague else day_in_words(event.when.first, text.say)
    when = ", ".join(filter(None, (when, text.hours(event.start, event.end))))
    head: Line = (Strong((Text(when),)), Text(": ")) if when else ()
    return _entry("event", event, _more(event, text), text, head=head)


_ENTRIES: dict[type[Any], Callable[[Any, PlanText], Entry]] = {
    Resolution: _resolution,
    Signal: _signal,
    Agreement: _agreement,
    Event: _event,
}


def _entry(
    kind: str, noted: Noted, blocks: tuple[Block, ...], text: PlanText, *, checked: bool | None = None, head: Line = ()
) -> Entry:
    label = text.number(noted.id.rpartition("/")[2])
    return Entry(kind, noted.id, label[:1].upper() + label[1:], (*head, *text.noted(noted.text)), blocks, checked)


# What stands under them


def _more(noted: Noted, text: PlanText) -> tuple[Block, ...]:
    """Actors, actions, target groups and themes that were named at the end of a line, and so are no part of its words."""
    who = [ref for ref in getattr(noted, "who", ()) if f"@{ref.id}" not in noted.text]
    return _details(
        (say("Who"), _bare(text.actors(who))),
        (say("Action"), actions(noted.references, noted.text, text)),
        *_tags(getattr(noted, "tags", ()), noted.text, text),
        text=text,
    )


def _tags(tags: Iterable[Ref], words: str, text: PlanText) -> Iterator[tuple[Message, Line]]:
    apart = [tag for tag in tags if f"#{tag.id}" not in words]
    known = text.plan.settings.target_groups
    groups = [tag for tag in apart if tag.id in known]
    themes = [tag for tag in apart if tag.id not in known]
    yield _counted(groups, say("Target group"), say("Target groups"), text), _bare(named(groups, text))
    yield _counted(themes, say("Theme"), say("Themes"), text), _bare(named(themes, text))


def _counted(found: Sequence[Ref], one: Message, many: Message, text: PlanText) -> Message:
    """The label of a list; documents have one for every count, by which they are read again."""
    return one if len(found) == 1 and text.counts_labels else many


def _step(step: SignalStep, text: PlanText) -> Line:
    label = text.say(STAGE_WORDS[step.stage])
    label = label[:1].upper() + label[1:]
    if step.on is not None:
        label = text.say(say("{what} on {date}", what=label, date=text.when(step.on)))
    if names := text.actors(ref for ref in step.who if f"@{ref.id}" not in step.text):
        label = text.say(say("{what} to {date}", what=label, date=names))
    more = actions(step.references, step.text, text)
    words = text.noted(step.text)
    return _told(label, (*words, *((Text(" "),) if words and more else ()), *more))


def _details(*details: tuple[Message, Line], text: PlanText) -> tuple[Paragraph, ...]:
    """Labelled words on one line; what has no words is left out."""
    parts: list[Line] = [
        (Strong((Text(f"{text.say(label)}:"),)), Text(" "), *words) for label, words in details if words
    ]
    return (Paragraph(_separated(parts, " · ")),) if parts else ()


def _bullets(lines: Iterable[Line]) -> tuple[Bullets, ...]:
    items = tuple(Bullet((Paragraph(line),)) for line in lines if line)
    return (Bullets(items),) if items else ()


def _told(label: str, words: Line) -> Line:
    return (Text(f"{label}: "), *words) if words else (Text(label),)


def _bare(words: str) -> Line:
    return (Text(words),) if words else ()


def _separated(parts: Iterable[Line], mark: str) -> Line:
    found: list[Inline] = []
    for part in parts:
        if found:
            found.append(Text(mark))
        found += part
    return tuple(found)
