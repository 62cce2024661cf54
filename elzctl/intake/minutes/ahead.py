"""Where a document tells of the next meeting: a line, a label at the top, a section of its own, or a sentence."""

from __future__ import annotations

from datetime import date

from elzctl.intake import when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.head import Head
from elzctl.intake.minutes.labels import is_next
from elzctl.intake.minutes.layout import Section
from elzctl.intake.minutes.loosely_next import loosely_next
from elzctl.intake.minutes.next import announced, from_value, understood, unsure
from elzctl.intake.minutes.parts import bare, cut, flat
from elzctl.intake.minutes.same_again import is_same, same
from elzctl.intake.minutes.state import State
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

_LABEL = "Volgende vergadering:"
_PLACE, _HOURS = say("The place of this meeting"), say("The hours of this meeting")


def next_of(state: State, day: date) -> dict[str, Fact]:
    """What is known of the next meeting, by key; *zelfde uur en plaats* are those of this one."""
    facts = _next_of(state, day)
    again: dict[str, Fact] = {}
    for key in ("location", "start"):
        there = facts.get(key)
        if there is not None and (not there.value or is_same(there.value)):
            again |= dict.fromkeys(same(there.value or there.words), there)
    if not again:
        return facts
    known = {key: fact for key, fact in facts.items() if fact.value and not is_same(fact.value)}
    return known | _of_this(state, again, known)


def _is_known(state: State, text: str) -> bool:
    """True unless the place or the hours are to be those of this meeting, and nobody knows these."""
    return all(key in state.head.facts for key in same(text))


def _of_this(state: State, again: dict[str, Fact], known: dict[str, Fact]) -> dict[str, Fact]:
    """The place and hours of this meeting, where the next one has the same."""
    found: dict[str, Fact] = {}
    for key, reason in (("location", _PLACE), ("start", _HOURS), ("end", _HOURS)):
        said, here = again.get("start" if key == "end" else key), state.head.facts.get(key)
        if said is not None and here is not None and key not in known and (key != "end" or "start" in found):
            found[key] = said._replace(value=here.value, certainty=Certainty.GUESSED, reason=reason)
    return found


def _next_of(state: State, day: date) -> dict[str, Fact]:
    facts = {} if state.own else _labelled_next(state, day)
    for label, block in state.head.next:
        own = {} if facts else from_value([block], day, label)
        if own and understood(block.text, own, day) and _is_known(state, block.text):
            own["date"] = own["date"]._replace(words=f"{label}: {block.text}")
        else:
            state.above.append(block._replace(text=f"{label}: {block.text}", spans=()))
        facts = facts or own
    if facts:
        return facts
    for section in state.layout.sections:
        if section.about == "next":
            facts = _headed(state, section, day)
            if facts:
                return facts
    if state.own:
        return {}
    inside = (block for section in state.layout.sections for block in _with_title(section))
    return announced([*flat(state.head.above), *inside], day)[0] or _loosely(state, day)


def _loosely(state: State, day: date) -> dict[str, Fact]:
    """What a line in loose words tells, which goes: nothing else stands in it."""
    for parts in (state.head.above, *(section.parts for section in state.layout.sections)):
        for part in parts:
            facts = loosely_next(part, day) if isinstance(part, Block) and not part.level else {}
            if facts and isinstance(part, Block):
                _drop(state, part)
                return facts | {"date": facts["date"]._replace(words=part.text)}
    return {}


def _drop(state: State, block: Block) -> None:
    """Takes a line out of the text: its values stand in the data."""
    if block in state.head.above:
        state.head.above.remove(block)
    sections = (
        one._replace(parts=tuple(part for part in one.parts if part is not block)) for one in state.layout.sections
    )
    state.layout = state.layout._replace(sections=tuple(sections))


def _with_title(section: Section) -> tuple[Block, ...]:
    """Everything under a heading, and the heading when it tells a day itself."""
    title = section.title
    is_told = title is not None and when.first(title.text) is not None
    return (title, *section.blocks) if title is not None and is_told else section.blocks


def _labelled_next(state: State, day: date) -> dict[str, Fact]:
    """``Volgende vergadering: …`` on a line of its own, which goes when all of it was understood."""
    for section in state.layout.sections:
        for part in section.parts:
            head, colon, _ = part.text.partition(":") if isinstance(part, Block) else ("", "", "")
            if not isinstance(part, Block) or not colon or not is_next(head):
                continue
            value = cut(part, len(head) + 1)
            facts = from_value([value], day, head)
            if facts and understood(value.text, facts, day) and _is_known(state, value.text):
                _drop(state, part)
            if facts:
                return facts | {"date": facts["date"]._replace(words=part.text)}
    return {}


def _headed(state: State, section: Section, day: date) -> dict[str, Fact]:
    """The next meeting under a heading of its own; the section goes when all of it was understood."""
    if unsure((block._replace(text=f"{_LABEL} {block.text}") for block in section.blocks), day):
        return {}
    head = Head(state.actors, day, own=state.own, ahead=True)
    head.titles.append(Block("", ()))
    head.read([bare(block) if section.rows else block for block in section.blocks] if section.rows else section.parts)
    facts: dict[str, Fact] = {
        key: head.facts[key] for key in ("date", "start", "end", "location", "speaker") if key in head.facts
    }
    if (
        "date" in facts
        and all(_is_known(state, block.text) for block in section.blocks)
        and not head.left
        and len(head.titles) == 1
        and not section.own | state.own | bool(section.number)
    ):
        state.headings += [section.title] if section.title is not None else []
    said = announced([block._replace(text=f"{_LABEL} {block.text}") for block in section.blocks], day)[0]
    is_same_day = "date" in facts and "date" in said and said["date"].value == facts["date"].value
    return {**said, **facts} if is_same_day else facts if "date" in facts else said


def not_sure(state: State, day: date) -> Message | None:
    """What to tell when the document gives the next meeting one day or another."""
    labelled = (block._replace(text=f"{_LABEL} {block.text}") for _, block in state.head.next)
    headed = (
        block._replace(text=f"{_LABEL} {block.text}")
        for section in state.layout.sections
        if section.about == "next"
        for block in section.blocks
    )
    inside = (block for section in state.layout.sections for block in _with_title(section))
    words = unsure((*labelled, *headed, *flat(state.head.above), *inside), day)
    if not words or state.own:
        return None
    return say(
        "The day of the next meeting is not sure, and stays text: {words}", words=words.removeprefix(_LABEL).strip()
    )


def next_day(ahead: dict[str, Fact], day: date) -> when.Dated | None:
    """The day of the next meeting, for points that are due then."""
    fact = ahead.get("date")
    return when.first(fact.value, day, loose=True) if fact is not None else None
