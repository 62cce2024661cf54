"""The appendices of the annual report: small wins, what is carried over, what was never measured, meetings, points, decisions, updates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from elzctl.dates import VagueDate
from elzctl.followup.points import PointState
from elzctl.meeting import Meeting, Resolution
from elzctl.model import Action
from elzctl.render.measured_words import target_words, value_words
from elzctl.render.minutes_tables import caption, decisions_table, head, points_table
from elzctl.render.plan_text import PlanText
from elzctl.render.report_actions import days_of, named, outcome_words
from elzctl.render.tree import Block, Bullets, Emphasis, Heading, Inline, Item, Jump, Paragraph, Strong, Table, Text
from elzctl.render.words import HEALTHS
from elzctl.views.met import PointYear, SeriesYear
from elzctl.views.planned import Outcome
from elzctl.views.report import ActionYear, Report, Wins
from elzctl.wording import Message, say, say_count

Cell: TypeAlias = tuple[Inline, ...]

_LISTED = (Outcome.LATE, Outcome.DUE, Outcome.MISSED, Outcome.HELD)
_NONE: Cell = (Text("–"),)


def appendices(found: Report, text: PlanText) -> Iterator[Block]:
    """All of them, those that have nothing to tell too: that is a thing to know."""
    carried = say("Carried over to {year}", year=found.year.number + 1) if found.year.is_over else say("Still to do")
    parts: tuple[tuple[str, Message, Callable[[Report, PlanText], Iterable[Block]]], ...] = (
        ("wins", say("Small wins"), _wins),
        ("carried", carried, _carried),
        ("unmeasured", say("Never measured"), _never_measured),
        ("meetings", say("Meetings"), _meetings),
        ("points", say("Action points"), _points),
        ("decisions", say("Decisions"), _decisions),
        ("updates", say("Updates by date"), _updates),
    )
    for number, (name, title, draw) in enumerate(parts, start=1):
        label = text.say(say("Appendix {number}", number=number))
        yield Heading(2, f"report.{name}", (Text(text.say(title)),), label)
        yield from draw(found, text)


# Small wins


def _wins(found: Report, text: PlanText) -> Iterator[Block]:
    items = tuple(_won(found.wins, text))
    yield (
        Bullets(items) if items else text.quiet(say("No step, action point or result of this year was noted as done."))
    )


def _won(wins: Wins, text: PlanText) -> Iterator[Item]:
    """What was done or reached, of which action or by whom, and when."""
    for row in wins.steps:
        when = text.when(row.step.done) if row.step.done is not None else ""
        yield _win(text.line(row.step.what), (named(row.action, text),), when)
    for one in wins.results:
        words = text.line(f"{one.indicator.what}: {value_words(one, text)}")
        yield _win(words, (named(one.action, text),), text.when(one.on) if one.on is not None else "")
    for point in wins.points:
        owners = text.actors(point.point.owners)
        when = text.when(point.point.done) if point.point.done is not None else ""
        yield _win(text.noted(point.point.text), (Text(owners),) if owners else (), when)


def _win(what: Cell, of: Cell, when: str) -> Item:
    more = (*of, *((Text(", "),) if of and when else ()), *((Text(when),) if when else ()))
    return Item((Paragraph((*what, *((Text(" ("), *more, Text(")")) if more else ()))),), checked=True)


# Carried over


def _carried(found: Report, text: PlanText) -> Iterator[Block]:
    """Actions and steps that are late, due or held up, and the points that are still to do."""
    rows = tuple(row for one in found.actions for row in _left(one, text))
    if rows:
        labels = (say("Action"), say("Step"), say("Deadline"), say("How it stands"))
        yield Table(text.say(say("Actions and steps")), head(text, *labels), rows, (6, 8, 3, 3))
    else:
        yield text.quiet(say("No step with a date was left open."))
    rest = {outcome: len(found.steps_with(outcome)) for outcome in (Outcome.LATER, Outcome.NO_DATE)}
    if rest[Outcome.LATER]:
        later = say_count(
            "{count} step goes on after this year.", "{count} steps go on after this year.", rest[Outcome.LATER]
        )
        yield text.paragraph(text.say(later))
    if rest[Outcome.NO_DATE]:
        undated = say_count(
            "{count} open step has no date; it stands with its action.",
            "{count} open steps have no date; they stand with their actions.",
            rest[Outcome.NO_DATE],
        )
        yield text.paragraph(text.say(undated))
    title = caption(say("Action points still to do on {date}"), found.year.day, text)
    yield from points_table(found.points.carried, title, text, far=True) or (
        text.quiet(say("No action point is open.")),
    )


def _left(one: ActionYear, text: PlanText) -> Iterator[tuple[Cell, ...]]:
    """The action as a whole, when its own deadline is listed, and its steps that are.  Its title stands there once."""
    whole: Cell = (Emphasis((Text(text.say(say("the action as a whole"))),)),)
    found = [(whole, one.action.due, one.own)]
    found += [(text.line(row.step.what), row.step.due, row.outcome) for row in one.steps]
    name = _jump(one.action, text)
    for what, due, outcome in found:
        if outcome in _LISTED:
            yield name, what, _when(due, text), (Text(text.say(outcome_words(outcome, text.today.year))),)
            name = (named(one.action, text),)


# Never measured


def _never_measured(found: Report, text: PlanText) -> Iterator[Block]:
    rows = tuple(
        (_jump(row.action, text), text.line(row.indicator.what), text.line(target_words(row, text)))
        for row in found.targets
        if row.value is None
    )
    if rows:
        labels = (say("Action"), say("Indicator"), say("Target"))
        title = say("Indicators with a target that nobody measured in {year}", year=found.year.number)
        yield Table(text.say(title), head(text, *labels), rows, (6, 6, 3))
    elif found.targets:
        yield text.quiet(say("Every indicator with a target was measured or counted."))
    else:
        yield text.quiet(say("No indicator has a target in figures."))
    without = [row for row in found.indicators if row.indicator.target is None]
    if without:
        measured = sum(row.value is not None for row in without)
        words = say_count(
            "{count} more indicator has no target in figures.",
            "{count} more indicators have no target in figures.",
            len(without),
        )
        known = say_count("{count} of them was measured.", "{count} of them were measured.", measured)
        yield text.paragraph(f"{text.say(words)} {text.say(known)}")
    live = [one for one in found.actions if not one.action.is_stub]
    silent = sum(not one.updates for one in live)
    if silent:
        told = say_count(
            "{count} of {actions} has no update of this year.",
            "{count} of {actions} have no update of this year.",
            silent,
            actions=say_count("{count} live action", "{count} live actions", len(live)),
        )
        yield text.paragraph(text.say(told))


# Meetings


def _meetings(found: Report, text: PlanText) -> Iterator[Block]:
    if not found.series:
        yield text.quiet(say("No meetings were noted."))
        return
    labels = (say("Meeting"), say("Held"), say("Minutes approved"), say("When"))
    yield Table("", head(text, *labels), tuple(_series(one, text) for one in found.series), (5, 3, 3, 8))


def _series(one: SeriesYear, text: PlanText) -> tuple[Cell, ...]:
    if not one.all:
        return (Text(_series_name(one.id, text)),), _NONE, _NONE, (Text(text.say(say("none noted"))),)
    held = f"{len(one.held)}"
    if one.per_year is not None:
        held = text.say(say("{value} of {target}", value=held, target=one.per_year))
    approved = text.say(say("{value} of {target}", value=len(one.approved), target=len(one.held))) if one.held else "–"
    parts = (
        (None, one.approved),
        (say("not approved yet: {days}"), one.unapproved),
        (say("no minutes: {days}"), one.silent),
        (say("cancelled: {days}"), one.cancelled),
        (say("still to come: {days}"), one.coming),
    )
    days = [
        days_of(some, text) if words is None else text.say(words._replace(args=(("days", days_of(some, text)),)))
        for words, some in parts
        if some
    ]
    return (Text(_series_name(one.id, text)),), (Text(held),), (Text(approved),), (Text("; ".join(days) or "–"),)


def _series_name(name: str, text: PlanText) -> str:
    series = text.plan.series.get(name)
    title = series.name if series is not None and series.name else name
    return text.title_text(title) if title else text.say(say("Meetings of no series"))


# Points and decisions


def _points(found: Report, text: PlanText) -> Iterator[Block]:
    """How many of each series, and those that were closed; the open ones are carried over."""
    points = found.points
    if not points.rows:
        yield text.quiet(say("No action points were noted."))
        return
    labels = (
        say("Meeting"),
        say("Open from before"),
        say("Noted"),
        say("Done"),
        say("Dropped"),
        say("Still open"),
        say("Put off"),
    )
    rows = [_flow((Text(_series_name(name, text)),), some) for name, some in points.by_series().items()]
    rows.append(tuple((Strong(cell),) for cell in _flow((Text(text.say(say("All meetings"))),), points)))
    yield Table("", head(text, *labels), tuple(rows), (6, 3, 3, 3, 3, 3, 3))
    closed = caption(say("Done or dropped by {date}"), found.year.day, text)
    yield from points_table(points.of(PointState.DONE, PointState.DROPPED), closed, text, far=True)


def _flow(name: Cell, points: PointYear) -> tuple[Cell, ...]:
    """What came in and what became of it; what was put off is still open."""
    closed = (len(points.of(PointState.DONE)), len(points.of(PointState.DROPPED)))
    numbers = (points.brought, points.noted, *closed, len(points.carried), len(points.of(PointState.MOVED)))
    return (name, *((Text(str(number)),) for number in numbers))


def _decisions(found: Report, text: PlanText) -> Iterator[Block]:
    approved = {meeting.id for one in found.series for meeting in one.approved}
    some: tuple[tuple[Message, tuple[tuple[Meeting, Resolution], ...]], ...] = (
        (say("In approved minutes"), tuple(pair for pair in found.decisions if pair[0].id in approved)),
        (
            say("In minutes that are not approved yet"),
            tuple(pair for pair in found.decisions if pair[0].id not in approved),
        ),
    )
    for title, pairs in some:
        yield from (
            block._replace(caption=text.say(title)) if isinstance(block, Table) else block
            for block in decisions_table(pairs, text, far=True)
        )
    if not found.decisions:
        yield text.quiet(say("No decisions were noted."))


def _updates(found: Report, text: PlanText) -> Iterator[Block]:
    rows = tuple(
        (
            _when(update.on, text),
            _jump(action, text),
            (Text(text.say(HEALTHS[update.health])),) if update.health is not None else _NONE,
        )
        for action, update in found.updates
    )
    if rows:
        yield Table("", head(text, say("Date"), say("Action"), say("How it goes")), rows, (3, 9, 3))
    else:
        yield text.quiet(say("No updates were written."))


# All of them


def _when(when: VagueDate | None, text: PlanText) -> Cell:
    return (Text(text.when(when)),) if when is not None else ()


def _jump(action: Action, text: PlanText) -> Cell:
    return (Jump(action.id, (Text(f"{action.number or ''} {text.title_text(action.title)}".strip()),)),)
