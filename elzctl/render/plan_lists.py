"""Lists behind the plan: deadlines by month, indicators with what was measured, abbreviations."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from elzctl import dates
from elzctl.model import Action
from elzctl.render.markdown import clean
from elzctl.render.measured_words import target_words, value_words
from elzctl.render.plan_cells import Cell, Row, head, number_width, numbered, state, titled, words
from elzctl.render.plan_fiche import step_dates
from elzctl.render.plan_text import PlanText
from elzctl.render.standings import STANDINGS
from elzctl.render.tree import Block, Part, Strong, Table, Text
from elzctl.terms import IndicatorKind
from elzctl.views.deadlines import Deadline, deadlines
from elzctl.views.measured import IndicatorRow, measured
from elzctl.views.year import Year
from elzctl.wording import say, say_count

_WORD = re.compile(r"\w+")

KINDS = {IndicatorKind.PROCESS: say("process"), IndicatorKind.OUTPUT: say("result")}


def by_month(text: PlanText) -> tuple[Block, ...]:
    """The steps and actions that have a deadline, under the month in which it ends."""
    found = deadlines(text.plan, text.today)
    if not found.rows:
        return ()
    rows = [row for month, some in groupby(found.rows, lambda row: row.month) for row in _month(month, some, text)]
    labels = (say("Step or action"), say("No."), say("Deadline"), say("Who"), say("How it stands"))
    number = max(10, number_width(text.plan))
    table = Table("", head(text, *labels), tuple(rows), (72 - number, number, 31, 42, 17), dense=True)
    if not found.undated:
        return (table,)
    rest = say_count(
        "{count} open step has no date; it stands in the fiche of its action.",
        "{count} open steps have no date; they stand in the fiches of their actions.",
        found.undated,
    )
    return (text.paragraph(text.say(rest)), table)


def leads(text: PlanText) -> tuple[Block, ...]:
    """Each lead with its actions, when they run and how they stand; last what nobody answers for."""
    by_lead: dict[str, list[Action]] = {}
    for action in text.plan.actions:
        for name in dict.fromkeys(text.actors((ref,)) for ref in action.lead):
            by_lead.setdefault(name, []).append(action)
    groups = sorted(by_lead.items(), key=lambda group: group[0].casefold())
    nobody = [action for action in text.plan.actions if not action.lead and not action.is_stub]
    if nobody:
        groups.append((text.say(say("No lead yet")), nobody))
    rows = [row for name, actions in groups for row in _lead(name, actions, text)]
    labels = (say("Action"), say("Period"), say("State"))
    return (Table("", head(text, *labels), tuple(rows), (100, 42, 20), dense=True),) if rows else ()


def indicators(text: PlanText) -> tuple[Block, ...]:
    """What is aimed at and what was measured or counted, under each live action."""
    live = (action for action in text.plan.actions if not action.is_stub and action.indicators)
    rows = [row for action in live for row in _indicators(action, text)]
    labels = (say("Indicator"), say("Kind"), say("Target"), say("Measured or counted"))
    return (Table("", head(text, *labels), tuple(rows), (72, 16, 32, 42), dense=True),) if rows else ()


def abbreviations(text: PlanText, parts: Iterable[Part]) -> tuple[Block, ...]:
    """What each abbreviation means, in the order of the alphabet; behind a part of the plan, only those in *parts*."""
    found = sorted(text.plan.settings.abbreviations.items(), key=lambda pair: pair[0].casefold())
    if text.is_part:
        used = frozenset(_WORD.findall(" ".join(texts(tuple(parts)))))
        found = [pair for pair in found if used.issuperset(_WORD.findall(pair[0]))]
    rows = tuple(((Text(clean(short)),), text.line(meaning)) for short, meaning in found)
    return (Table("", head(text, say("Abbreviation"), say("Meaning")), rows, (1, 3)),) if rows else ()


def texts(node: object) -> frozenset[str]:
    """Every text in a node, once."""
    found: set[str] = set()
    nodes = [node]
    while nodes:
        one = nodes.pop()
        if isinstance(one, str):
            found.add(one)
        elif isinstance(one, tuple):
            nodes += one
    return frozenset(found)


# Deadlines


def _month(month: date, some: Iterable[Deadline], text: PlanText) -> Iterator[Row]:
    last = month.replace(day=monthrange(month.year, month.month)[1])
    yield ((Text(dates.in_words_range(month, last, text.say.code)),),)
    for row in some:
        what = text.line(row.step.what) if row.step is not None else text.title(row.action.title)
        when = step_dates(row.step, text) if row.step is not None else text.stretch(row.action.start, row.when)
        who = text.actors((row.step.by if row.step is not None else ()) or row.action.lead)
        yield (what, numbered(row.action, text), words(when), words(who), _standing(row, text))


def _standing(row: Deadline, text: PlanText) -> Cell:
    return (Text(text.say(STANDINGS[row.standing] if row.standing is not None else say("done"))),)


# Leads


def _lead(name: str, actions: Iterable[Action], text: PlanText) -> Iterator[Row]:
    yield ((Text(name),),)
    for action in actions:
        own = text.stretch(action.start, action.due)
        if not own and not action.is_stub:
            own = text.say(say("see the steps") if any(step.is_dated for step in action.steps) else say("no date"))
        yield (titled(action, text), words(own), state(action, text))


# Indicators


def _indicators(action: Action, text: PlanText) -> Iterator[Row]:
    yield (titled(action, text),)
    for row in _valued(action, text):
        kind = text.say(KINDS[row.indicator.kind]) if row.indicator.kind is not None else ""
        target = target_words(row, text) if row.indicator.target is not None else ""
        yield (text.line(row.indicator.what), words(kind), words(target), _value(row, text))


def _valued(action: Action, text: PlanText) -> Iterator[IndicatorRow]:
    """Meetings are counted in the plan's year up to today; what was measured counts whenever that was, as in the fiche."""
    plan, today = text.plan, text.today
    first, last = plan.years or (date.min, date.max)
    of_year = measured(plan, action, Year(first.year, first, last, max(min(last, today), first)))
    ever = measured(plan, action, Year(today.year, date.min, date.max, date.max))
    return (one if one.counted is not None else other for one, other in zip(of_year, ever, strict=True))


def _value(row: IndicatorRow, text: PlanText) -> Cell:
    if row.value is None:
        return (Text(text.say(say("not measured yet"))),)
    day = f", {text.when(row.on)}" if row.on is not None else ""
    return (Strong((Text(value_words(row, text)),)), *((Text(day),) if day else ()))
