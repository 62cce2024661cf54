"""What a fiche takes from the minutes: where it was discussed, the decision that it cites, and what is counted there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Bullets, Field, Inline, Item, Jump, Paragraph, Strong, Text
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.fiche import Decision, Indicator
    from elzctl.meeting import Meeting, Noted
    from elzctl.model import Action

T = TypeVar("T")


def discussed_in(action: Action, text: PlanText) -> Iterator[Field]:
    """The meetings up to the day of the document that name the action, the newest first; nothing when none does."""
    if not text.plan.meetings:
        return
    from elzctl.views.discussed import discussed

    found = discussed(text.plan, action.id, internal=text.internal)
    shown, more = text.few_meetings(tuple(one for one in found if one.meeting.day <= text.today))
    items = tuple(
        Item(
            (
                Paragraph(_where(one.meeting, text)),
                *_below(one.meeting, one.noted, text),
            )
        )
        for one in shown
    )
    if items:
        blocks = (published(Bullets(items), text), *more)
        yield Field("discussed", text.say(say("Discussed in")), blocks, action.is_stub)


def _where(meeting: Meeting, text: PlanText) -> tuple[Inline, ...]:
    name, unsettled = Jump(meeting.id, (Text(text.meeting(meeting)),)), text.unsettled(meeting)
    return (name, Text(f" ({unsettled})")) if unsettled else (name,)


def published(node: T, text: PlanText) -> T:
    """What minutes say, without addresses and numbers, unless the edition is an internal one."""
    if text.internal:
        return node
    from elzctl.render.redacted import redacted

    return redacted(node, text.plan)[0]


def cited(decision: Decision, text: PlanText) -> tuple[str, tuple[Inline, ...]]:
    """The decision that a status cites by its id: what it is and in which meeting, and its words when they are public.

    What is not known stands as it was typed.
    """
    name, plan = decision.meeting, text.plan
    meeting = plan.meetings_by_id.get(name.partition("/")[0]) if name else None
    if meeting is None or name not in plan.titles:
        return name, ()
    from elzctl.meeting import Resolution
    from elzctl.render.markdown import plain

    noted = plan.noted.get(name)
    is_shown = isinstance(noted, Resolution) and (text.internal or not noted.internal)
    words = text.noted(noted.text) if noted is not None and is_shown else ()
    return published(plain((text.reference(name, ""),)), text), published(Paragraph(words), text).children


def counted_from(indicator: Indicator, text: PlanText) -> Iterator[tuple[Message, str]]:
    """Labels and words for what is counted from minutes: the series, the value and the meetings that make it."""
    if not indicator.count:
        return
    series = text.plan.series.get(indicator.count)
    yield say("Counted from the minutes of"), series.name if series is not None and series.name else indicator.count
    if not text.plan.meetings:
        return
    from elzctl.followup.counting import counted

    found = counted(text.plan, indicator)
    if found is None:
        return
    held, pending = (_until(meetings, text) for meetings in found)
    value = str(len(held))
    if indicator.target is not None:
        value = text.say(say("{value} of {target}", value=value, target=indicator.target.text))
    days = f"({', '.join(map(text.day, held))})" if held else ""
    yield say("Counted"), " ".join(part for part in (value, indicator.unit, days) if part)
    if pending:
        yield say("Not approved yet"), ", ".join(map(text.day, pending))


def _until(meetings: Iterable[Meeting], text: PlanText) -> tuple[Meeting, ...]:
    return tuple(meeting for meeting in meetings if meeting.day <= text.today)


def _below(meeting: Meeting, noted: Iterable[Noted], text: PlanText) -> tuple[Bullets, ...]:
    items = tuple(Item((Paragraph(tuple(_noted(meeting, one, text))),)) for one in noted)
    return (Bullets(items),) if items else ()


def _noted(meeting: Meeting, one: Noted, text: PlanText) -> Iterator[Inline]:
    from elzctl.followup.points import row_of
    from elzctl.meeting import Point
    from elzctl.render.meeting_words import standing_in_words

    yield Strong((Text(text.number(one.id.rpartition("/")[2])),))
    yield Text(": ")
    yield from text.listed(one.text)
    if isinstance(one, Point):
        row = row_of(meeting, one, text.today, text.plan.settings.warn_before)
        words = [text.actors(one.owners), text.stretch(None, row.due) if row.is_open else ""]
        words.append(standing_in_words(row, text.say))
        yield Text(f" ({'; '.join(filter(None, words))})")
