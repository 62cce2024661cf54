"""An action in the annual report: how it stands, what became of its steps and indicators, and what was said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from elzctl.fiche import Measurement, Update
from elzctl.meeting import Meeting
from elzctl.model import Action
from elzctl.render.measured_words import target_words, value_words
from elzctl.render.meeting_words import POINT_STATES
from elzctl.render.plan_fiche import step_dates
from elzctl.render.plan_tags import tags
from elzctl.render.plan_text import PlanText
from elzctl.render.standings import STANDINGS
from elzctl.render.tree import (
    Block,
    Break,
    Bullets,
    Emphasis,
    Fiche,
    Field,
    Heading,
    Inline,
    Item,
    Jump,
    Paragraph,
    Strong,
    Text,
)
from elzctl.render.words import HEALTHS, STATUSES
from elzctl.views.measured import IndicatorRow
from elzctl.views.planned import Outcome, StepRow
from elzctl.views.report import ActionYear
from elzctl.wording import Message, say, say_count

LEVEL = 3
"""The level of an action's heading."""

_OUTCOMES: Mapping[Outcome, Message] = {
    Outcome.DONE: say("done"),
    Outcome.DROPPED: say("dropped"),
    Outcome.LATE: say("late"),
    Outcome.DUE: say("not late yet"),
    Outcome.MISSED: say("not reached in {year}"),
    Outcome.LATER: say("goes on"),
    Outcome.NO_DATE: say("no date"),
    Outcome.HELD: say("held up"),
}


def outcome_words(outcome: Outcome, year: int) -> Message:
    """What became of a step in that year."""
    words = _OUTCOMES[outcome]
    return words._replace(args=(("year", year),)) if outcome is Outcome.MISSED else words


def action_block(one: ActionYear, text: PlanText) -> Fiche:
    """The block of an action.  What is printed is named here, field by field; nothing else of the file is."""
    action = one.action
    heading = Heading(LEVEL, action.id, text.title(action.title), str(action.number or ""))
    state = action.status.value if action.status is not None else ""
    badge = text.say(STATUSES[action.status] if action.status is not None else say("State unknown"))
    return Fiche(heading, state, badge, (), tuple(_fields(one, text)), action.is_stub, tags(action, text))


def named(action: Action, text: PlanText) -> Jump:
    """An action by its number alone; by its title when it has none."""
    return Jump(action.id, (Text(str(action.number or text.title_text(action.title))),))


def joined(*parts: str) -> str:
    """The parts that are not empty, with a comma between."""
    return ", ".join(filter(None, parts))


def days_of(meetings: Iterable[Meeting], text: PlanText) -> str:
    """The days of meetings."""
    return ", ".join(map(text.day, meetings))


# The rows of the block


def _fields(one: ActionYear, text: PlanText) -> Iterator[Field]:
    action = one.action
    if action.is_stub:
        yield from _stub(one, text)
    else:
        yield _brief("standing", say("How it stands"), _standing(one, text), text)
        own = text.stretch(action.start, action.due)
        if own:
            yield _brief("period", say("Planned"), (Text(own),), text)
    if one.steps:
        bullets = Bullets(tuple(_step(row, text) for row in one.steps))
        yield Field("steps", text.say(say("Steps")), (text.paragraph(_steps(one.steps, text)), bullets))
    if one.indicators and (not action.is_stub or any(row.value is not None for row in one.indicators)):
        yield Field("evaluation", text.say(say("Indicators")), tuple(_indicators(one.indicators, text)))
    if one.updates:
        items = tuple(_update(update, text) for update in one.updates)
        yield Field("updates", text.say(say("How it went")), (Bullets(items),))
    if one.points or one.decisions:
        yield _brief("meetings", say("In meetings"), _meetings(one, text), text)


def _brief(key: str, label: Message, words: tuple[Inline, ...], text: PlanText) -> Field:
    return Field(key, text.say(label), (Paragraph(words),), brief=True)


def _stub(one: ActionYear, text: PlanText) -> Iterator[Field]:
    action = one.action
    if action.since is not None:
        yield _brief("since", say("Since"), (Text(text.when(action.since)),), text)
    if action.reason:
        yield _brief("reason", say("Reason"), text.line(action.reason), text)
    if action.into is not None:
        yield _brief("into", say("Goes on in"), (text.reference(action.into.id, ""),), text)


def _standing(one: ActionYear, text: PlanText) -> tuple[Inline, ...]:
    """How it stands on the day, and what comes next, with its date."""
    row = one.row
    words: tuple[Inline, ...] = (Strong((Text(text.say(STANDINGS[row.standing])),)),)
    if row.next is None:
        return words
    due = text.stretch(None, row.next.due)
    what = text.line(row.next.what) if row.next.what else (Text(text.say(say("the action as a whole"))),)
    return (*words, Text(": "), *what, *((Text(f" ({due})"),) if due else ()))


# Steps


def _steps(rows: tuple[StepRow, ...], text: PlanText) -> str:
    """How many were done and what became of the others, in the order of :class:`Outcome`."""
    counts = {outcome: sum(row.outcome is outcome for row in rows) for outcome in Outcome}
    done = say("{done} of {count} done", done=counts.pop(Outcome.DONE), count=len(rows))
    rest = (
        f"{number} {text.say(outcome_words(outcome, text.today.year))}" for outcome, number in counts.items() if number
    )
    return joined(text.say(done), *rest)


def _step(row: StepRow, text: PlanText) -> Item:
    """A step, and under it when and by whom; what has no date says nothing of dates."""
    step = row.step
    note = (Text(" ("), *text.line(step.note), Text(")")) if step.note else ()
    outcome = (
        "" if row.outcome in (Outcome.DONE, Outcome.NO_DATE) else text.say(outcome_words(row.outcome, text.today.year))
    )
    below = " · ".join(filter(None, (step_dates(step, text), text.actors(step.by), outcome)))
    when = (Break(), Emphasis((Text(below),))) if below else ()
    return Item((Paragraph((*text.line(step.what), *note, *when)),), row.outcome is Outcome.DONE)


# Indicators


def _indicators(rows: Iterable[IndicatorRow], text: PlanText) -> Iterator[Block]:
    """Those with a target or a value, each with what was measured; how many others there are."""
    rows = tuple(rows)
    shown = [row for row in rows if row.value is not None or row.target is not None]
    if shown:
        yield Bullets(tuple(Item((Paragraph(tuple(_indicator(row, text))),)) for row in shown))
    if rest := len(rows) - len(shown):
        yield text.quiet(
            say_count(
                "{count} indicator has no target in figures and was not measured.",
                "{count} indicators have no target in figures and were not measured.",
                rest,
            )
        )


def _indicator(row: IndicatorRow, text: PlanText) -> Iterator[Inline]:
    yield from text.line(row.indicator.what)
    yield Break()
    if row.value is None:
        yield Strong((Text(text.say(say("Not measured"))),))
        yield from text.line("; " + text.say(say("target: {target}", target=target_words(row, text))))
        return
    yield from text.line(value_words(row, text) + _how(row, text))


def _how(row: IndicatorRow, text: PlanText) -> str:
    """Where the value comes from: its day and remark and what was measured before, or the meetings."""
    if row.counted is None:
        parts = [text.when(row.on) if row.on is not None else "", row.note]
        parts += (
            [text.say(say("before: {values}", values="; ".join(_earlier(one, text) for one in row.earlier)))]
            if row.earlier
            else []
        )
        return "".join(f" · {part}" for part in parts if part)
    meetings, pending = row.counted
    found = days_of(meetings, text) or text.say(say("none"))
    words = text.say(say("approved minutes: {days}", days=found))
    if pending:
        words += "; " + text.say(say("not approved yet: {days}", days=days_of(pending, text)))
    return f" · {words}"


def _earlier(one: Measurement, text: PlanText) -> str:
    value = one.value.text if one.value is not None else ""
    return joined(value, text.when(one.on) if one.on is not None else "", one.note)


# What was said


def _update(update: Update, text: PlanText) -> Item:
    head = [text.when(update.on)] if update.on is not None else []
    head += [text.say(HEALTHS[update.health])] if update.health is not None else []
    note = (Text(": "), *text.line(update.note)) if update.note else ()
    return Item((Paragraph((Strong((Text(" · ".join(head)),)), *note)),))


def _meetings(one: ActionYear, text: PlanText) -> tuple[Inline, ...]:
    """How many decisions and points name the action; they stand in the appendices."""
    parts: list[tuple[Inline, ...]] = []
    if one.decisions:
        found = say_count("{count} decision", "{count} decisions", len(one.decisions))
        parts.append((Jump("report.decisions", (Text(text.say(found)),)),))
    if one.points:
        total = say_count("{count} action point", "{count} action points", len(one.points))
        states = [row.state for row in one.points]
        words = (f"{states.count(state)} {text.say(POINT_STATES[state])}" for state in dict.fromkeys(states))
        parts.append((Jump("report.points", (Text(text.say(total)),)), Text(f" ({', '.join(words)})")))
    return tuple(inline for at, part in enumerate(parts) for inline in (*((Text("; "),) if at else ()), *part))
