"""The decisions on actions: those that the fiches name, and those in minutes that are about an action."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from elzctl.model import Action
from elzctl.record import NamedTuple
from elzctl.render.fiche_meetings import cited, published
from elzctl.render.markdown import plain
from elzctl.render.plan_cells import NONE, Cell, Row, head, numbered, words
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Paragraph, Table, Text
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.fiche import Decision
    from elzctl.meeting import Meeting, Resolution


class Decided(NamedTuple):
    """A decision: its day when that is known, who took it and when in words, and what it is.

    *key* is its id in the minutes, or what else makes it one and the same.
    """

    key: tuple[str, ...]
    day: date | None
    where: str
    what: Cell


def decisions(text: PlanText) -> tuple[Block, ...]:
    """Each decision once, with all actions that it is about, in the order of time; those without a day last."""
    about: dict[Decided, list[Action]] = {}
    for action in text.plan.actions:
        for decided in dict.fromkeys(_of(action, text)):
            about.setdefault(decided, []).append(action)
    found = sorted(about.items(), key=lambda pair: pair[0].day or date.max)
    rows = tuple(_row(decided, actions, text) for decided, actions in found)
    labels = (say("Who and when"), say("Decision"), say("Actions"))
    return (Table("", head(text, *labels), rows, (50, 92, 20), dense=True),) if rows else ()


def _row(decided: Decided, actions: list[Action], text: PlanText) -> Row:
    names = (numbered(action, text) for action in actions)
    listed = tuple(inline for at, name in enumerate(names) for inline in (*((Text(", "),) if at else ()), *name))
    return (words(decided.where), decided.what or NONE, listed)


def _of(action: Action, text: PlanText) -> Iterator[Decided]:
    if action.decision is not None:
        yield _named(action.decision, text)
    if text.plan.meetings:
        yield from _minuted(action, text)


def _named(decision: Decision, text: PlanText) -> Decided:
    """What a fiche says of a decision, and what its minutes say when it cites them."""
    where, what = cited(decision, text)
    meeting = text.plan.meetings_by_id.get(decision.meeting.partition("/")[0]) if where != decision.meeting else None
    if meeting is not None and what:
        return Decided((decision.meeting,), meeting.day, where, what)
    body = text.actors((decision.body,)) if decision.body is not None else ""
    on = text.when(decision.on) if decision.on is not None and meeting is None else ""
    day = meeting.day if meeting is not None else decision.on.first if decision.on is not None else None
    place = ", ".join(filter(None, (body, on, where)))
    return Decided((place, decision.text), day, place, what or text.line(decision.text))


def _minuted(action: Action, text: PlanText) -> Iterator[Decided]:
    """The decisions in minutes up to the day of the document that name the action."""
    from elzctl.meeting import Resolution
    from elzctl.views.discussed import discussed

    for one in discussed(text.plan, action.id, internal=text.internal):
        for noted in one.noted if one.meeting.day <= text.today else ():
            if isinstance(noted, Resolution):
                yield _resolution(one.meeting, noted, text)


def _resolution(meeting: Meeting, noted: Resolution, text: PlanText) -> Decided:
    where = published(plain((text.reference(noted.id, ""),)), text)
    return Decided((noted.id,), meeting.day, where, published(Paragraph(text.noted(noted.text)), text).children)
