"""What stands behind the plan: the timeline, who owes what by when, and what abbreviations mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TypeAlias

from elzctl.model import Action
from elzctl.render.markdown import clean, plain
from elzctl.render.plan_fiche import step_dates
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import (
    Bar,
    Block,
    Bullets,
    Heading,
    Inline,
    Item,
    Jump,
    Paragraph,
    Strong,
    Table,
    Text,
    Timeline,
)
from elzctl.render.words import STATUSES
from elzctl.views import timeline as view
from elzctl.wording import Message, say

Cell: TypeAlias = tuple[Inline, ...]

_DAY = timedelta(1)
_QUARTERS = {4: say("Q2"), 7: say("Q3"), 10: say("Q4")}


def timeline(text: PlanText, today: date) -> tuple[Block, ...]:
    """The bars of all live actions with a date, the same facts as a table, and the actions that have no date."""
    found = view.timeline(text.plan)
    live = [action for action in text.plan.actions if not action.is_stub]
    undated = found.undated if found is not None else tuple(live)
    return (*(_figure_and_table(found, text, today) if found is not None else ()), *_undated(undated, text))


def leads(text: PlanText) -> tuple[Block, ...]:
    """One table a lead: its actions, their steps and deadlines, and how they stand; last what nobody answers for."""
    by_lead: dict[str, list[Action]] = {}
    for action in text.plan.actions:
        for name in dict.fromkeys(text.actors((ref,)) for ref in action.lead):
            by_lead.setdefault(name, []).append(action)
    groups = sorted(by_lead.items(), key=lambda group: group[0].casefold())
    nobody = [action for action in text.plan.actions if not action.lead and not action.is_stub]
    if nobody:
        groups.append((text.say(say("No lead yet")), nobody))
    return tuple(block for name, actions in groups for block in _of_lead(name, actions, text))


def abbreviations(text: PlanText) -> tuple[Block, ...]:
    """What each abbreviation means, in the order of the alphabet."""
    words = sorted(text.plan.settings.abbreviations.items(), key=lambda pair: pair[0].casefold())
    if not words:
        return ()
    rows = tuple(((Text(clean(short)),), text.line(meaning)) for short, meaning in words)
    return (Table("", _head(text, say("Abbreviation"), say("Meaning")), rows, (1, 3)),)


# Timeline


def _figure_and_table(found: view.Timeline, text: PlanText, today: date) -> Iterator[Block]:
    ticks = tuple((found.share(day), _tick(day, text)) for day in found.ticks)
    bars = tuple(_bar(row, found, text) for row in found.rows)
    now = found.share(today)
    caption = text.say(say("When the actions run"))
    yield Timeline(caption, ticks, bars, now if 0 <= now <= 1 else None)
    rows = tuple(_timeline_row(row, text) for row in found.rows)
    head = _head(text, say("Action"), say("Period"), say("Deadlines of steps"))
    yield Table(text.say(say("The same as a table")), head, rows, (6, 3, 5))


def _tick(day: date, text: PlanText) -> str:
    return text.say(_QUARTERS[day.month]) if day.month in _QUARTERS else str(day.year)


def _bar(row: view.Row, found: view.Timeline, text: PlanText) -> Bar:
    places = ((found.share(mark.day), mark.done) for mark in row.marks)
    marks = tuple((share, done) for share, done in places if 0 <= share <= 1)
    first, last = found.share(row.start.first), found.share(row.end.last + _DAY)
    return Bar(row.action.id, _name(row.action, text), _period(row, text), first, last, row.soft, marks)


def _period(row: view.Row, text: PlanText) -> str:
    return text.stretch(row.start, row.end)


def _timeline_row(row: view.Row, text: PlanText) -> tuple[Cell, ...]:
    steps = "; ".join(step_dates(mark.step, text) for mark in row.marks)
    return (_jump(row.action, text), (Text(_period(row, text)),), (Text(steps or "–"),))


def _undated(actions: Iterable[Action], text: PlanText) -> Iterator[Block]:
    items = tuple(Item((Paragraph(_jump(action, text)),)) for action in actions)
    if items:
        yield Heading(2, "", (Text(text.say(say("Live actions without a date"))),))
        yield Bullets(items)


# Leads


def _of_lead(name: str, actions: Iterable[Action], text: PlanText) -> tuple[Block, ...]:
    rows = tuple(row for action in actions for row in _deadlines(action, text))
    head = _head(text, say("Action or step"), say("Deadline"), say("Status"))
    return (Heading(2, "", (Text(name),)), Table("", head, rows, (10, 4, 2)))


def _deadlines(action: Action, text: PlanText) -> Iterator[tuple[Cell, ...]]:
    """The action with its own dates; below it, while it lives, each of its steps that has a date."""
    steps = [step for step in action.steps if step.is_dated and not action.is_stub]
    own = text.stretch(action.start, action.due)
    if not own and not action.is_stub:
        own = text.say(say("see the steps") if steps else say("no date"))
    status = text.say(STATUSES[action.status]) if action.status is not None else ""
    yield (Strong(_jump(action, text)),), (Text(own or "–"),), (Text(status),)
    for step in steps:
        by = text.actors(step.by)
        state = text.say(say("done") if step.done is not None else say("to do"))
        yield (
            (*text.line(step.what), *((Text(f" ({by})"),) if by else ())),
            (Text(step_dates(step, text)),),
            (Text(state),),
        )


# Both


def _head(text: PlanText, *labels: Message) -> tuple[Cell, ...]:
    return tuple((Text(text.say(label)),) for label in labels)


def _name(action: Action, text: PlanText) -> str:
    return f"{action.number or ''} {plain(text.title(action.title))}".strip()


def _jump(action: Action, text: PlanText) -> Cell:
    return (Jump(action.id, (Text(_name(action, text)),)),)
