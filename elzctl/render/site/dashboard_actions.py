"""The sections of the dashboard about the actions themselves: how far they are, when they end, when they were touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from elzctl import dates
from elzctl.model import Goal
from elzctl.render.site.cells import action_name
from elzctl.render.site.charts import Column, Line, chart
from elzctl.render.site.dashboard_board import Board, counted, labels, of, rest, said, section
from elzctl.render.site.overdue import late_lists, to_late
from elzctl.render.site.page import Site
from elzctl.render.standings import STANDINGS
from elzctl.render.tree import Inline, Jump, Text
from elzctl.render.words import STATUSES
from elzctl.terms import Status
from elzctl.views.dashboard import Age, Fresh, GoalRow, Sign
from elzctl.views.status import Counts, Row, Standing
from elzctl.wording import Message, say, say_count

_STATUS_SHADES: Mapping[Status, str] = {
    Status.DONE: "dark",
    Status.RUNNING: "full",
    Status.PLANNED: "slant",
    Status.PROPOSED: "dots",
    Status.WAITING: "flat",
    Status.ON_HOLD: "upright",
}
ELSEWHERE = say("Other")
STATES: tuple[tuple[Message, str, tuple[Status | None, ...]], ...] = (
    *((STATUSES[one], shade, (one,)) for one, shade in _STATUS_SHADES.items()),
    (ELSEWHERE, "pale", (Status.MOVED, Status.MERGED, Status.NOT_RETAINED, Status.STOPPED)),
    (say("Status unknown"), "alarm", (None,)),
)
"""The states that are told apart, each with its pattern: what is not in the plan any more is one of them."""
STANDING_SHADES: Mapping[Standing, str] = {
    Standing.LATE: "alarm",
    Standing.DUE_SOON: "slant",
    Standing.ON_TRACK: "full",
    Standing.NO_DATE: "empty",
    Standing.WAITING: "flat",
    Standing.STUB: "pale",
}
AGES: Mapping[Age, Message] = {
    Age.MONTH: say("less than a month ago"),
    Age.QUARTER: say("1 to 3 months ago"),
    Age.HALF_YEAR: say("3 to 6 months ago"),
    Age.YEAR: say("6 months to a year ago"),
    Age.OLDER: say("more than a year ago"),
    Age.NEVER: say("no day is known"),
}
SIGNS: Mapping[Sign, Message] = {
    Sign.UPDATE: say("a word on how it goes"),
    Sign.STEP: say("a step done"),
    Sign.MEASURED: say("an indicator measured"),
    Sign.MEETING: say("named in minutes"),
    Sign.COMMIT: say("the fiche changed"),
}


_IN_GIT = say(
    "So does a change of the fiche in Git, but not on a day on which more than a third of all fiches changed:"
    " then the plan was brought in, or put in another form."
)


# In one look


def totals(made: Board) -> str:
    """The numbers that everybody asks for, each with its word."""
    found = made.board.counts
    pairs: list[tuple[Message, int]] = [
        (say("actions in all"), found.total),
        (STANDINGS[Standing.STUB], found.standing[Standing.STUB]),
        (say("live"), found.live),
        *((STANDINGS[one], found.standing[one]) for one in Standing if one is not Standing.STUB),
        (say("live, without a lead"), found.no_lead),
    ]
    items = "".join(
        f"<div><dt>{to_late(made.words(label)) if label is STANDINGS[Standing.LATE] and value else made.words(label)}</dt>"
        f"<dd>{value}</dd></div>\n"
        for label, value in pairs
    )
    return f'<dl class="totals">\n{items}</dl>\n{_explained(made)}'


def _explained(made: Board) -> str:
    """What the words of the numbers mean, and that a number holds others."""
    days = made.site.plan.settings.warn_before
    lines = (
        (say("live"), say("planned, proposed or running; these are late, due soon, on track or without a date")),
        (
            STANDINGS[Standing.DUE_SOON],
            say_count("a deadline within {count} day", "a deadline within {count} days", days),
        ),
        (STANDINGS[Standing.NO_DATE], say("nothing that is still to do has a deadline")),
        (STANDINGS[Standing.WAITING], say("it begins when something else happens first")),
        (STANDINGS[Standing.STUB], say("done, on hold, stopped, moved, merged or not retained")),
    )
    items = "".join(f"<li><b>{made.words(word)}</b>: {made.words(meaning)}</li>\n" for word, meaning in lines)
    return f'<ul class="explained">\n{items}</ul>\n'


# The state of the actions


def states(made: Board) -> str:
    """Each goal with its actions by status."""
    found = GoalRow(None, made.board.rows)
    shown = [one for one in STATES if _sum(found, one[2])]
    columns = [Column(made.site.say(label), shade) for label, shade, _ in shown]

    def numbers(row: GoalRow) -> tuple[int, ...]:
        return (*(_sum(row, statuses) for _, _, statuses in shown), len(row.rows))

    goals = _goals(made, deep=True)
    lines = [Line(made.goal(row.goal), numbers(row), int(isinstance(row.goal, Goal))) for row in goals]
    last = Line(made.words(say("All actions")), numbers(found))
    words = labels(made, say("State of the actions by goal"), say("Goal"), say("Actions"))
    meaning = say("“Other” are the actions that were moved, merged or stopped, or that were not retained.")
    return section(
        made,
        say("How far the actions are"),
        said(made, meaning) if any(label is ELSEWHERE for label, _, _ in shown) else "",
        chart(words, (*columns, Column(made.site.say(say("Total")))), lines, last),
        _other_goals(made),
    )


def _sum(row: GoalRow, statuses: tuple[Status | None, ...]) -> int:
    return sum(row.statuses.get(one, 0) for one in statuses)


def _goals(made: Board, *, deep: bool) -> list[GoalRow]:
    """The strategic goals; with those below them when that is asked for and they are not too many."""
    if deep and len(made.board.goals) <= made.goals:
        return [*made.board.goals]
    return _highest(made)[: made.goals]


def _highest(made: Board) -> list[GoalRow]:
    """The strategic goals, and what stands under none."""
    return [row for row in made.board.goals if not isinstance(row.goal, Goal)]


def _other_goals(made: Board) -> str:
    """Where the goals stand for which there is no room."""
    return rest(made, len(_highest(made)) - made.goals, "page:plan", say("All goals and actions"))


# Late, and without a date


def late(made: Board) -> str:
    """Each strategic goal with its actions by how they stand, and what is late, and which have no date."""
    found = made.board.counts
    shown = [one for one in Standing if found.standing[one]]
    columns = [Column(made.site.say(STANDINGS[one]), STANDING_SHADES[one]) for one in shown]

    def numbers(one: Counts) -> tuple[int, ...]:
        return (*(one.standing[standing] for standing in shown), one.total)

    lines = [Line(made.goal(row.goal), numbers(row.counts)) for row in _goals(made, deep=False)]
    last = Line(made.words(say("All actions")), numbers(found))
    words = labels(made, say("Deadlines by strategic goal"), say("Strategic goal"), say("Actions"))
    return section(
        made,
        say("Late, and without a date"),
        said(made, *_late_and_undated(found)),
        chart(words, (*columns, Column(made.site.say(say("Total")))), lines, last),
        _other_goals(made),
        late_lists(made),
        _listed(made, say("Without a date"), made.board.standing(Standing.NO_DATE)),
    )


def _late_and_undated(found: Counts) -> tuple[Message, ...]:
    """How many of the live actions are late, and how many have no date."""
    live, late, undated = found.live, found.standing[Standing.LATE], found.standing[Standing.NO_DATE]
    if not live:
        return (say("There are no live actions."),)
    return (
        counted(
            late,
            live,
            (say("The only live action is late."), say("The only live action is not late.")),
            say("None of the {count} live actions is late.", count=live),
            say_count(
                "{late} of {actions} is late.",
                "{late} of {actions} are late.",
                late,
                late=of(late, live),
                actions=say_count("{count} live action", "{count} live actions", live),
            ),
        ),
        counted(
            undated,
            live,
            (say("It has no date."), say("It has a date.")),
            say("All live actions have a date."),
            say_count(
                "{undated} of them has no date.",
                "{undated} of them have no date.",
                undated,
                undated=of(undated, live),
            ),
        ),
    )


def _listed(made: Board, title: Message, rows: Sequence[Row]) -> str:
    """Actions by their names; folded, for it can be long."""
    if not rows:
        return ""
    items = "".join(f"<li>{made.line(_name(row, made.site))}</li>\n" for row in rows[: made.names])
    return (
        f"<details>\n<summary>{made.words(title)} ({len(rows)})</summary>\n<ul>\n{items}</ul>\n"
        f"{rest(made, len(rows) - made.names, 'page:plan', say('All goals and actions'))}</details>\n"
    )


def _name(row: Row, site: Site) -> tuple[Inline, ...]:
    return (Jump(row.action.id, (Text(action_name(row.action, site)),)),)


# Steps


def steps(made: Board) -> str:
    """The steps by the month in which they end."""
    if not made.board.months:
        return ""
    columns = (
        Column(made.site.say(say("Done")), "full"),
        Column(made.site.say(say("Late")), "alarm"),
        Column(made.site.say(say("To do")), "slant"),
        Column(made.site.say(say("Total"))),
    )
    lines = [Line(escape(made.month(one)), (one.done, one.late, one.to_do, one.total)) for one in made.board.months]
    undated = say_count(
        "{count} step that is still to do has no date, and is not in the table.",
        "{count} steps that are still to do have no date, and are not in the table.",
        made.board.undated,
    )
    words = labels(made, say("Steps by the month in which they end"), say("Month"), say("Steps"))
    vague = say("A step that is to be done “in 2026” counts in the last month of that year.")
    return section(
        made,
        say("Steps by month"),
        said(made, *((undated,) if made.board.undated else ()), vague),
        chart(words, columns, lines),
    )


# Touched


def fresh(made: Board) -> str:
    """How long ago something is known of each live action."""
    rows = made.board.fresh
    if not rows:
        return ""
    found = Counter(one.age for one in rows)
    column = Column(made.site.say(say("Live actions")), "full")
    lines = [Line(made.words(words), (found[age],)) for age, words in AGES.items()]
    last = Line(made.words(say("All live actions")), (len(rows),))
    words = labels(made, say("Live actions by the last day that is known of them"), say("Last touched"), say("Share"))
    meaning = say("What counts is the last dated update, step done, measured value or minutes that name the action.")
    return section(
        made,
        say("When the actions were last touched"),
        said(made, meaning, *((_IN_GIT,) if made.site.options.touched else ())),
        chart(words, (column,), lines, last),
        _oldest(made, rows),
    )


def _oldest(made: Board, rows: Sequence[Fresh]) -> str:
    """The actions that were longest not touched, of which a day is known."""
    known = [one for one in rows if one.day is not None and one.age not in (Age.MONTH, Age.QUARTER)]
    items = "".join(f"<li>{made.line(_touched(one, made.site))}</li>\n" for one in known[: made.names])
    title = made.words(say("Longest not touched"))
    return f"<details>\n<summary>{title}</summary>\n<ul>\n{items}</ul>\n</details>\n" if items else ""


def _touched(one: Fresh, site: Site) -> tuple[Inline, ...]:
    assert one.day is not None
    assert one.sign is not None
    day = site.text.when(one.when) if one.when is not None else dates.in_words(one.day, site.say.code)
    what = f" – {day}, {site.say(SIGNS[one.sign])}"
    return (Jump(one.row.action.id, (Text(action_name(one.row.action, site)),)), Text(what))
