"""The sections of the dashboard about indicators, about who carries and who is served, and about the months before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from elzctl import dates
from elzctl.model import StrategicGoal
from elzctl.render.measured_words import target_words, value_words
from elzctl.render.site.cells import action_name, actor_name, goal_name
from elzctl.render.site.charts import Column, Line, chart, framed, share, square
from elzctl.render.site.dashboard_board import Board, counted, labels, of, rest, said, section
from elzctl.render.tree import Break, Inline, Jump, Text
from elzctl.render.trend_text import MEANING
from elzctl.views.measured import IndicatorRow
from elzctl.wording import Message, say, say_count

# Indicators


def indicators(made: Board) -> str:
    """What was measured in the year, beside its target."""
    rows = made.board.indicators
    if not rows:
        return ""
    known = [row for row in rows if row.value is not None]
    reached = [row.is_reached for row in known if row.is_reached is not None]
    missing = say("What has no value was not measured: that is not the same as 0.")
    return section(
        made,
        say("Indicators beside their targets"),
        said(
            made,
            _how_many(len(known), len(rows), _in_words(made)),
            *((_met(sum(reached), len(reached)),) if reached else ()),
            *((missing,) if len(known) < len(rows) else ()),
        ),
        _measured(made, known),
        rest(made, len(known) - 2 * made.names, "page:plan", say("All goals and actions")),
    )


def _in_words(made: Board) -> str:
    """The year of which results count; one that reaches over New Year as the plan calls it."""
    year, own = made.board.year, made.site.plan.settings.year
    if own is not None and year.first.year < year.last.year:
        return made.site.text.when(own)
    return str(year.number)


def _how_many(known: int, total: int, year: str) -> Message:
    """How many of the indicators have a value in the year."""
    return counted(
        known,
        total,
        (
            say("The only indicator of the live actions has a value in {year}.", year=year),
            say("The only indicator of the live actions has no value in {year}.", year=year),
        ),
        say("None of the {count} indicators of the live actions has a value in {year}.", count=total, year=year),
        say_count(
            "{known} of {indicators} has a value in {year}.",
            "{known} of {indicators} have a value in {year}.",
            known,
            known=of(known, total),
            indicators=say_count(
                "{count} indicator of the live actions", "{count} indicators of the live actions", total
            ),
            year=year,
        ),
    )


def _met(reached: int, total: int) -> Message:
    """How many of those that can be compared with their target reached it."""
    return counted(
        reached,
        total,
        (
            say("The only value that can be compared with a target reached it."),
            say("The only value that can be compared with a target did not reach it."),
        ),
        say("None of the {count} indicators with a comparable target reached it.", count=total),
        say_count(
            "{reached} of {indicators} with a comparable target reached it.",
            "{reached} of {indicators} with a comparable target reached it.",
            reached,
            reached=of(reached, total),
            indicators=say_count("{count} indicator", "{count} indicators", total),
        ),
    )


def _measured(made: Board, rows: Sequence[IndicatorRow]) -> str:
    """The indicators with a value, each with a bar when it is a share of a target."""
    if not rows:
        return ""
    labels = (say("Indicator"), say("Share of the target"), say("Value"), say("Target"), say("Reached"))
    head = "".join(f'<th scope="col">{made.words(label)}</th>' for label in labels)
    body = "".join(_indicator(made, row) for row in rows[: 2 * made.names])
    return framed(made.site.say(say("Indicators with a value")), "chart", head, body)


def _indicator(made: Board, row: IndicatorRow) -> str:
    text = made.site.text
    name = made.line(
        (
            *text.line(row.indicator.what),
            Text(" ("),
            Jump(row.action.id, (Text(action_name(row.action, made.site)),)),
            Text(")"),
            *_not_counted(row, made),
        )
    )
    reached = {True: say("yes"), False: say("no"), None: say("cannot be said")}[row.is_reached]
    cells = (
        (say("Value"), escape(made.site.public(value_words(row, text)))),
        (say("Target"), escape(made.site.public(target_words(row, text)) if row.target else "–")),
        (say("Reached"), made.words(reached)),
    )
    drawn = "".join(f'<td data-label="{made.words(label)}">{words}</td>' for label, words in cells)
    return f'<tr><th scope="row">{name}</th><td class="bars">{share(row.percent) if row.percent is not None else ""}</td>{drawn}</tr>\n'


def _not_counted(row: IndicatorRow, made: Board) -> tuple[Inline, ...]:
    """The meetings that do not count yet, which the lists of meetings hold too."""
    pending = row.counted.pending if row.counted is not None else ()
    days = [made.site.text.day(one) for one in pending if one.day <= made.site.today]
    said = made.site.say(say("Not approved yet"))
    return (Break(), Text(f"{said}: {', '.join(days)}")) if days else ()


# Who carries what


def load(made: Board) -> str:
    """Who leads and helps how many live actions."""
    found = made.board.carriers
    if not found:
        return ""
    columns = (
        Column(made.site.say(say("Lead")), "full"),
        Column(made.site.say(say("Partner")), "slant"),
        Column(made.site.say(say("Total"))),
    )
    lines = [
        Line(made.line(actor_name(one.actor, made.site)), (len(one.leads), len(one.partners), len(one.all)))
        for one in found[: made.names]
    ]
    words = labels(made, say("Live actions by who carries them"), say("Who"), say("Live actions"))
    return section(
        made,
        say("Who carries the most"),
        said(made, say("Who leads an action and is a partner in it too, counts as its lead.")),
        chart(words, columns, lines),
        rest(made, len(found) - made.names, "page:actors", say("Who does what")),
    )


# For whom


def groups(made: Board) -> str:
    """How many live actions are for a target group, under each strategic goal."""
    board = made.board
    if not board.served or not board.columns:
        return ""
    heads = [_short(made, goal) for goal in board.columns]
    every = made.words(say("Total"))
    head = f'<th scope="col">{made.words(say("Target group"))}</th>' + "".join(
        f'<th scope="col" class="n">{one}</th>' for one in (*heads, every)
    )
    most = max(value for row in board.served for value in row.cells)
    shown = board.served[: 3 * made.names]
    known = made.site.plan.settings.target_groups
    body = ""
    for row in shown:
        name = made.to(f"group:{row.group}", known.get(row.group, row.group))
        cells = "".join(f'<td class="n">{square(value, most)}{value}</td>' for value in row.cells)
        body += f'<tr><th scope="row">{name}</th>{cells}<td class="n">{row.total}</td></tr>\n'
    names = "".join(f"<li>{made.goal(goal)}</li>\n" for goal in board.columns if goal is not None)
    meaning = say(
        "How many live actions are for a target group, under each strategic goal. An action can be for more than one."
    )
    caption = made.site.say(say("Live actions by target group and strategic goal"))
    return section(
        made,
        say("For whom"),
        said(made, meaning),
        f'<ul class="plain">\n{names}</ul>\n',
        framed(caption, "chart cross", head, body),
        rest(made, len(board.served) - len(shown), "page:subjects", say("Target groups and themes")),
    )


def _short(made: Board, goal: StrategicGoal | None) -> str:
    """A strategic goal by its number."""
    if goal is None:
        return made.words(say("None"))
    return escape(str(goal.number)) if goal.number is not None else escape(made.site.public(goal_name(goal, made.site)))


# Month after month


def trend(made: Board) -> str:
    """The counts of months before; nothing when the site was made without them."""
    months = made.site.options.trend
    if not months:
        return ""
    columns = (
        Column(made.site.say(say("Done")), "dark"),
        Column(made.site.say(say("open, not late")), "full"),
        Column(made.site.say(say("late")), "alarm"),
        Column(made.site.say(say("waiting")), "flat"),
        Column(made.site.say(say("other stubs")), "pale"),
        Column(made.site.say(say("Total"))),
    )
    lines = []
    for month in months:
        one = month.counts
        numbers: Iterable[int | None] = (
            [None] * len(columns)
            if one is None
            else (one.done, one.open - one.late, one.late, one.waiting, one.other, one.total)
        )
        name = dates.in_words(month.day, made.site.say.code).partition(" ")[2]
        lines.append(Line(escape(name), tuple(numbers)))
    words = labels(made, say("Actions month by month"), say("Month"), say("Actions"))
    return section(made, say("Month after month"), said(made, MEANING), chart(words, columns, lines))
