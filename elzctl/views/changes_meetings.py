"""What is different in two versions of a meeting: its data, the running text of its agenda, and all that was noted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from elzctl.meeting import Agreement, Event, Item, Meeting, Passage, Point, Resolution, Signal
from elzctl.views.changes_fiche import accepted, approval
from elzctl.views.changes_parts import (
    Compare,
    Field,
    Listed,
    Part,
    Renamed,
    Running,
    Text,
    actor,
    actors,
    compared,
    lines,
    listed,
    name,
    record,
    references,
    running,
    tags,
    text,
    thing,
    value,
)
from elzctl.views.likeness import ALIKE, paired
from elzctl.views.stretches import same_words

AGENDA, RENUMBERED = "agenda", "renumbered"
POINTS, DECISIONS, SIGNALS, AGREEMENTS, EVENTS = "points", "decisions", "signals", "agreements", "events"

OCCASION: tuple[tuple[str, Compare], ...] = (
    *(("date", value), ("start", value), ("end", value), ("location", text), ("speaker", actor)),
)
ATTACHMENT: tuple[tuple[str, Compare], ...] = (("file", text), ("title", text))
APPROVAL: tuple[tuple[str, Compare], ...] = (("meeting", thing), ("on", value))

MEETING: tuple[tuple[str, Compare], ...] = (
    *(("title", text), ("series", name), ("state", value), ("reason", text)),
    *(("date", value), ("start", value), ("end", value), ("location", text), ("speaker", actor)),
    ("was", listed(OCCASION, lambda one: _day(one.date))),
    *(("present", actors), ("excused", actors)),
    ("attachments", listed(ATTACHMENT, lambda one: str(one.file))),
    ("next", record(OCCASION)),
    *(("last", value), ("no_action_points", text)),
    ("approved", approval(APPROVAL, "text")),
    ("accepted", accepted),
)

CONTRIBUTION: tuple[tuple[str, Compare], ...] = (("who", actors), ("text", text))
TURN: tuple[tuple[str, Compare], ...] = (("kind", value), ("on", value), ("due", value), ("text", text))
STAGE: tuple[tuple[str, Compare], ...] = (
    ("stage", value),
    ("on", value),
    ("who", actors),
    ("text", text),
    ("references", references),
)

POINT: tuple[tuple[str, Compare], ...] = (
    *(("text", text), ("owners", actors), ("due", value), ("ticked", value), ("done", value), ("tags", tags)),
    ("references", references),
    ("contributions", listed(CONTRIBUTION, lambda one: f"{' '.join(ref.id for ref in one.who)} {one.text}")),
    ("turns", listed(TURN, lambda one: f"{one.kind.value} {_day(one.on)} {one.text}")),
    *(("notes", lines), ("internal", value)),
)
SIGNAL: tuple[tuple[str, Compare], ...] = (
    *(("text", text), ("tags", tags), ("who", actors), ("references", references)),
    ("steps", listed(STAGE, lambda one: f"{one.stage.value} {_day(one.on)} {one.text}")),
    ("internal", value),
)
AGREEMENT: tuple[tuple[str, Compare], ...] = (
    *(("text", text), ("who", actors), ("tags", tags), ("references", references), ("internal", value)),
)
DECISION: tuple[tuple[str, Compare], ...] = (("text", text), ("references", references), ("internal", value))
EVENT: tuple[tuple[str, Compare], ...] = (
    *(("text", text), ("when", value), ("start", value), ("end", value), ("who", actors), ("tags", tags)),
    *(("references", references), ("internal", value)),
)
NOTED: tuple[tuple[str, type[Any], tuple[tuple[str, Compare], ...]], ...] = (
    (POINTS, Point, POINT),
    (DECISIONS, Resolution, DECISION),
    (SIGNALS, Signal, SIGNAL),
    (AGREEMENTS, Agreement, AGREEMENT),
    (EVENTS, Event, EVENT),
)


def meeting_parts(old: Meeting | None, new: Meeting | None, renamed: Renamed) -> tuple[Part, ...]:
    """The parts in which two versions of a meeting differ; either may be ``None``.

    What is noted is known by its words, because its number changes when something is noted before it.
    """
    found = list(compared(MEETING, old, new, renamed))
    if old is None or new is None or old.minutes != new.minutes:
        before, after = _noted(old), _noted(new)
        for key, kind, keys in NOTED:
            pick = [tuple(one for one in noted if type(one) is kind) for noted in (before, after)]
            found += listed(keys, lambda one: str(one.text), noted=True)(key, pick[0], pick[1], renamed)
        found += _agenda(old.minutes.items if old else (), new.minutes.items if new else (), renamed)
        found += _renumbered(before, after)
    return tuple(found)


def _agenda(old: tuple[Item, ...], new: tuple[Item, ...], renamed: Renamed) -> Iterator[Part]:
    """The items of the agenda that went and came, and the text under each; how they are numbered does not count."""
    for one, other in paired(old, new, lambda item: item.title, ALIKE):
        item = other or one
        assert item is not None
        place = next(at for at, found in enumerate(new if other else old, 1) if found is item)
        hidden = any(found.internal for found in (one, other) if found)
        if one is None or other is None:
            yield from (Listed(AGENDA, one, other, place, (), hidden),) * bool(item.title)
        elif not same_words(one.title, other.title):
            yield Listed(AGENDA, one, other, place, (Field("title", one.title, other.title),), hidden)
        public = next((found.title for found in (other, one) if found and not found.internal), "")
        for part in running("text", _running(one), _running(other), renamed):
            yield part._replace(title=item.title if part.internal else public) if isinstance(part, Text) else part


def _running(item: Item | None) -> Running | None:
    """The running text of an item without what was noted in it."""
    if item is None:
        return None
    texts: tuple[list[str], list[str]] = [], []
    for piece in item.pieces:
        if isinstance(piece, Passage):
            texts[piece.internal or item.internal].append(piece.prose.text.replace("\r\n", "\n"))
    return Running("\n\n".join(texts[False]), "\n\n".join(texts[True]))


def _noted(meeting: Meeting | None) -> list[Any]:
    return list(meeting.minutes.noted()) if meeting is not None else []


def _renumbered(old: list[Any], new: list[Any]) -> Iterator[Part]:
    """What has another number than before, because something came or went before it: ``[[…/B2]]`` names another one now."""
    numbers = [{one.text: one.id.rpartition("/")[2] for one in reversed(noted)} for noted in (old, new)]
    pairs = [(number, numbers[1][words]) for words, number in numbers[0].items() if words in numbers[1]]
    changed = sorted((one, other) for one, other in pairs if one != other)
    if changed:
        yield Field(RENUMBERED, tuple(one for one, _ in changed), tuple(other for _, other in changed))


def _day(found: Any) -> str:
    """A date as words to be likened."""
    return "" if found is None else found.first.isoformat()
