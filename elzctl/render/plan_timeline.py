"""The timeline of a plan as blocks: the bars, the same facts as a table, and the actions that have no date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from elzctl import dates
from elzctl.model import Action
from elzctl.render.markdown import plain
from elzctl.render.plan_fiche import step_dates
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Bullets, Heading, Inline, Item, Jump, Paragraph, Table, Text
from elzctl.render.tree_timeline import Bar, Timeline
from elzctl.render.words import QUARTERS
from elzctl.views import timeline as view
from elzctl.wording import say, say_count

Cell: TypeAlias = tuple[Inline, ...]


def timeline(text: PlanText, today: date) -> tuple[Block, ...]:
    """The bars of all live actions with a date, the same facts as a table, and the actions that have no date."""
    found = view.timeline(text.plan)
    live = [action for action in text.plan.actions if not action.is_stub]
    undated = found.undated if found is not None else tuple(live)
    drawn = (figure(found, text, today), _table(found, text)) if found is not None else ()
    return (*drawn, *_undated(undated, text))


def figure(found: view.Timeline, text: PlanText, today: date) -> Timeline:
    """The bars alone."""
    ticks = tuple((found.share(day), _tick(day, found, text)) for day in found.ticks)
    now = found.share(today)
    strays = text.say(say("Actions without a goal")) if any(row.above for row in found.rows) else ""
    bars = tuple(_bar(row, found, text, strays) for row in found.rows)
    return Timeline(
        caption=text.say(say("When the actions run")),
        ticks=ticks,
        bars=bars,
        today=now if 0 <= now < 1 else None,
        years=tuple(_years(found)),
        summary=_summary(found, text),
    )


def period(row: view.Row, text: PlanText) -> str:
    """When an action runs, in the words of the plan: what is only a deadline is no beginning."""
    if row.start == row.end and not row.begins:
        return text.stretch(None, row.end)
    return text.stretch(row.start, None if row.start == row.end and not row.ends else row.end)


def _tick(day: date, found: view.Timeline, text: PlanText) -> str:
    return text.say(QUARTERS[day.month]) if found.has_quarters else str(day.year)


def _years(found: view.Timeline) -> Iterator[tuple[float, str]]:
    """Where the years begin over quarters; the first one may have begun before."""
    if found.has_quarters:
        for day in found.ticks:
            if day.month == 1 or day == found.first:
                yield found.share(day), str(day.year)


def _summary(found: view.Timeline, text: PlanText) -> str:
    """What is drawn, for who cannot see it."""
    first, last = (dates.in_words(day, text.say.code) for day in (found.first, found.last - view.DAY))
    count = text.say(say_count("{count} action", "{count} actions", len(found.rows)))
    return text.say(
        say("{count} from {first} to {last}; the table after it says the same.", count=count, first=first, last=last)
    )


def _bar(row: view.Row, found: view.Timeline, text: PlanText, strays: str) -> Bar:
    places = ((found.share(mark.day), mark.done) for mark in row.marks)
    first, last = found.span(row.start.first, row.end.last)
    goals = tuple(_titled(str(goal.number or ""), goal.title, text) for goal in row.above)
    return Bar(
        row.action.id,
        _name(row.action, text),
        period(row, text),
        first,
        last,
        row.soft,
        tuple((share, done) for share, done in places if 0 <= share <= 1),
        found.span(*row.sure) if row.sure is not None else None,
        str(row.action.number or ""),
        goals or (strays,) * bool(strays),
    )


def _table(found: view.Timeline, text: PlanText) -> Table:
    labels = (say("Action"), say("Period"), say("Deadlines of steps"))
    head = tuple((Text(text.say(label)),) for label in labels)
    rows = tuple(_table_row(row, text) for row in found.rows)
    return Table(text.say(say("The same as a table")), head, rows, (6, 3, 5))


def _table_row(row: view.Row, text: PlanText) -> tuple[Cell, ...]:
    steps = "; ".join(step_dates(mark.step, text) for mark in row.marks)
    return (_jump(row.action, text), (Text(period(row, text)),), (Text(steps or "–"),))


def _undated(actions: Iterable[Action], text: PlanText) -> Iterator[Block]:
    items = tuple(Item((Paragraph(_jump(action, text)),)) for action in actions)
    if items:
        yield Heading(2, "", (Text(text.say(say("Live actions without a date"))),))
        yield Bullets(items)


def _name(action: Action, text: PlanText) -> str:
    return _titled(str(action.number or ""), action.title, text)


def _titled(number: str, title: str, text: PlanText) -> str:
    return f"{number} {plain(text.title(title))}".strip()


def _jump(action: Action, text: PlanText) -> Cell:
    return (Jump(action.id, (Text(_name(action, text)),)),)
