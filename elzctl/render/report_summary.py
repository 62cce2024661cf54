"""The head of the annual report: the year in figures that say what they count, and by goal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from elzctl.followup.points import PointState
from elzctl.model import StrategicGoal
from elzctl.render.minutes_tables import head
from elzctl.render.plan_text import PlanText
from elzctl.render.report_actions import joined, outcome_words
from elzctl.render.tree import Block, Bullets, Inline, Item, Jump, Paragraph, Strong, Table, Text
from elzctl.views.planned import Outcome
from elzctl.views.report import ActionYear, Kind, Report, Tally, Wins, tally, under
from elzctl.wording import Message, say, say_count

Cell: TypeAlias = tuple[Inline, ...]

ALWAYS = (Kind.DONE, Kind.LIVE, Kind.LATE)
"""What is told also when there is none."""

# In a line, and as a column of the table.
_KINDS: Mapping[Kind, Message] = {
    Kind.BEFORE: say("{count} already done before {year}"),
    Kind.DONE: say("{count} done in {year}"),
    Kind.UNDATED: say("{count} done, with no date"),
    Kind.LIVE: say("{count} live and not late"),
    Kind.LATE: say("{count} live and late"),
    Kind.HELD: say("{count} on hold or waiting"),
    Kind.GONE: say("{count} moved, merged, not retained or stopped"),
    Kind.LATER: say("{count} done or stopped only later"),
}
_COLUMNS: Mapping[Kind, Message] = {
    Kind.BEFORE: say("Done before {year}"),
    Kind.DONE: say("Done in {year}"),
    Kind.UNDATED: say("Done, no date"),
    Kind.LIVE: say("Live, not late"),
    Kind.LATE: say("Live, late"),
    Kind.HELD: say("On hold or waiting"),
    Kind.GONE: say("Moved or stopped"),
    Kind.LATER: say("Done or stopped later"),
}


def in_short(found: Report, text: PlanText) -> Iterator[Block]:
    """The figures, each with its appendix, and the table of goals."""
    yield Bullets(tuple(_figure(label, anchor, tuple(parts), text) for label, anchor, parts in _figures(found)))
    if found.actions:
        yield _goals(found, text)


def tally_words(actions: Iterable[ActionYear], year: int, text: PlanText) -> str:
    """How actions stood in a year, in one line, without what there is none of."""
    return joined(*map(text.say, _actions(tally(actions), year, always=())))


# Figures


def _figure(label: Message, anchor: str, parts: tuple[Message, ...], text: PlanText) -> Item:
    words = joined(*map(text.say, parts))
    name: tuple[Inline, ...] = (Text(text.say(label)),)
    return Item((Paragraph((Strong((Jump(f"report.{anchor}", name),) if anchor else name), Text(f": {words}"))),))


def _figures(found: Report) -> Iterator[tuple[Message, str, Iterable[Message]]]:
    """What is counted, where more of it stands, and the counts, each of which says what it counts; of nothing, none."""
    wins = found.wins
    rows: tuple[tuple[Message, str, object, Iterable[Message]], ...] = (
        (say("Actions"), "", found.actions, _actions(tally(found.actions), found.year.number)),
        (say("Steps"), "carried", found.steps, _steps(found)),
        (say("Indicators"), "unmeasured", found.targets, _indicators(found)),
        (say("Small wins"), "wins", any(wins), _wins(wins)),
        (say("Meetings"), "meetings", any(one.all for one in found.series), _meetings(found)),
        (say("Action points"), "points", found.points.rows, _points(found)),
        (say("Decisions"), "decisions", found.decisions, (_decisions(found),)),
        (say("Updates"), "updates", found.updates, _updates(found)),
    )
    yield from ((label, anchor, parts if some else (say("none noted"),)) for label, anchor, some, parts in rows)


def _actions(counts: Tally, year: int, always: tuple[Kind, ...] = ALWAYS) -> Iterator[Message]:
    """How many there are together, and of each kind; of those that are not *always* told, when there are any."""
    yield say_count("{count} action", "{count} actions", counts.total)
    for kind, words in _KINDS.items():
        count = getattr(counts, kind.value)
        if count or kind in always:
            yield words._replace(args=(("count", count), ("year", year)))


def _steps(found: Report) -> Iterator[Message]:
    counts = {outcome: len(found.steps_with(outcome)) for outcome in Outcome}
    yield say_count("{count} step planned", "{count} steps planned", len(found.steps))
    yield say("{count} done", count=counts[Outcome.DONE])
    yield say("{count} dropped", count=counts[Outcome.DROPPED])
    left = {outcome: number for outcome, number in counts.items() if outcome.is_carried}
    parts = tuple(
        say("{count} {what}", count=number, what=outcome_words(one, found.year.number))
        for one, number in left.items()
        if number
    )
    words = say("{count} carried over") if found.year.is_over else say("{count} still open")
    total = words._replace(args=(("count", sum(left.values())),))
    yield say("{total} ({parts})", total=total, parts=parts) if parts else total


def _indicators(found: Report) -> Iterator[Message]:
    targets = found.targets
    measured = sum(row.value is not None for row in targets)
    yield say_count("{count} has a target", "{count} have a target", len(targets))
    yield say("{count} of them measured or counted", count=measured)
    yield say("{count} not measured", count=len(targets) - measured)


def _wins(wins: Wins) -> Iterator[Message]:
    yield say_count("{count} step done", "{count} steps done", len(wins.steps))
    yield say_count("{count} result reached", "{count} results reached", len(wins.results))
    yield say_count("{count} action point done", "{count} action points done", len(wins.points))


def _meetings(found: Report) -> Iterator[Message]:
    held = sum(len(one.held) for one in found.series)
    yield say_count("{count} meeting held", "{count} meetings held", held)
    approved = sum(len(one.approved) for one in found.series)
    yield say("the minutes of {count} of them approved", count=approved)


def _points(found: Report) -> Iterator[Message]:
    points = found.points
    yield say("{count} open from before", count=points.brought)
    yield say("{count} noted", count=points.noted)
    yield say("{count} done", count=len(points.of(PointState.DONE)))
    yield say("{count} dropped", count=len(points.of(PointState.DROPPED)))
    yield say("{count} still open", count=len(points.carried))
    yield say("{count} of them put off", count=len(points.of(PointState.MOVED)))


def _decisions(found: Report) -> Message:
    return say_count("{count} decision", "{count} decisions", len(found.decisions))


def _updates(found: Report) -> Iterator[Message]:
    yield say_count("{count} update", "{count} updates", len(found.updates))
    told, count = len({action.id for action, _ in found.updates}), len(found.actions)
    yield say("on {told} of {count} actions", told=told, count=count)


# Goals


def _goals(found: Report, text: PlanText) -> Table:
    """The strategic goals: their titles are long, and the operational ones say the same where they stand."""
    total = tally(found.actions)
    kinds = tuple(kind for kind in _COLUMNS if kind in ALWAYS or getattr(total, kind.value))
    year = (("year", found.year.number),)
    labels = (say("Goal"), say("Actions"), *(_COLUMNS[kind]._replace(args=year) for kind in kinds))
    rows = [
        _counted(_name(goal, text), tuple(one for below in under(found, goal) for one in below.actions), kinds)
        for goal in text.plan.strategic_goals
    ]
    strays = tuple(one for goal in found.goals if goal.goal is None for one in goal.actions)
    if strays:
        rows.append(_counted((Text(text.say(say("Actions without a goal"))),), strays, kinds))
    everything: Cell = (Text(text.say(say("All actions"))),)
    rows.append(tuple((Strong(cell),) for cell in _counted(everything, found.actions, kinds)))
    widths = (11, *(2 for _ in labels[1:]))
    return Table(text.say(say("How the actions stand, by goal")), head(text, *labels), tuple(rows), widths)


def _counted(name: Cell, actions: tuple[ActionYear, ...], kinds: Iterable[Kind]) -> tuple[Cell, ...]:
    counts = tally(actions)
    numbers = (counts.total, *(getattr(counts, kind.value) for kind in kinds))
    return (name, *((Text(str(number)),) for number in numbers))


def _name(goal: StrategicGoal, text: PlanText) -> Cell:
    return (Jump(goal.id, (Text(f"{goal.number or ''} {text.title_text(goal.title)}".strip()),)),)
