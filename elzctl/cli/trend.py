"""``elzctl trend``: how many actions were open, late and done, month by month."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Context, Option
from elzctl.cli.past import of_git, tell_horizon, tell_unfinished
from elzctl.cli.session import FINDINGS, FINE, Session, Stop, one_of, today_of
from elzctl.cli.status import Json
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.views import trend as view
from elzctl.wording import Language, say

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision
    from elzctl.commits.history import Line

USUAL, MOST = 24, 240
"""Months that are shown when nothing else is asked for, and at most."""

Since = Annotated[
    str, Option("--since", metavar="DATE", help="From the month of this date on. When not given: 24 months.")
]
Until = Annotated[
    str,
    Option("--until", metavar="DATE", help="Up to this date. When not given: up to today, in this month so far."),
]
Goal = Annotated[
    str, Option("--goal", metavar="ID|NUMBER", help="What stands under this strategic or operational goal.")
]
Svg = Annotated[str, Option("--svg", metavar="FILE.svg", help="Write a drawing instead: an SVG file.")]
Today = Annotated[str, Option("--today", metavar="DAY", help="Count up to this day, such as 2025-12-31.")]


def trend(
    ctx: Context,
    since: Since = "",
    until: Until = "",
    goal: Goal = "",
    svg: Svg = "",
    json: Json = False,
    today: Today = "",
) -> int:
    """How many actions were open, late and done, month by month.

      elzctl trend
      elzctl trend --goal 3 --since 2024
      elzctl trend --svg verloop.svg

    The plan as it stood at the end of each month, in the last commit up to then, with what was late on that day. What is
    not committed yet does not count. Open are the actions that are proposed, planned or running; late are those of them
    of which a deadline has passed. Done and waiting are counted apart, and so are
    the others: on hold, moved, merged, stopped or not retained.

    On a terminal each column is drawn below the table. In a pipe each month is on a line of its own.
    """
    session: Session = ctx.obj
    _check(svg, json=json)
    now = today_of(today)
    root = session.root()
    line = of_git(lambda: _line(root))
    chosen = _chosen(root, line, _days(line, since, until, now))
    last = chosen[-1].plan or Plan()
    wanted = _goal(goal, last)
    months = [(view.month(one.plan, one.day, wanted), one.revision) for one in chosen]
    _show(session, months, _Asked(svg, json, wanted), now, last, line)
    tell_horizon(session, line.horizon)
    tell_unfinished(session)
    return FINE


def months_before(root: Path, today: date) -> tuple[view.Month, ...]:
    """The counts of the months up to a day, as many as are usual.  Raises Stop when there is no history to read."""
    line = of_git(lambda: _line(root))
    return tuple(view.month(one.plan, one.day) for one in _chosen(root, line, _days(line, "", "", today)))


class _Then(NamedTuple):
    """The plan as it stood on a day, in the last commit up to then."""

    day: date
    revision: Revision
    plan: Plan | None


class _Asked(NamedTuple):
    svg: str
    json: bool
    goal: str


def _check(svg: str, *, json: bool) -> None:
    if svg and json:
        raise Stop(say("--svg and --json do not go together"), say("Leave one of them out."))
    if svg and not svg.lower().endswith(".svg"):
        raise Stop(say("“{name}” is no SVG file", name=svg[:80]), say("Let its name end in .svg."))


def _line(root: Path) -> Line:
    from elzctl.commits.history import main_line

    return main_line(root)


def _days(line: Line, since: str, until: str, today: date) -> list[date]:
    """The days on which is counted.  Raises Stop when there are none, or too many."""
    from elzctl.cli.which import date_of

    last = min(date_of("--until", until).last, today) if until else today
    begin = min(made.revision.day for made in line.made)
    if begin > last:
        from elzctl.commits.commit_tree import before_all

        nothing = before_all(last, begin, cut=line.cut)
        raise Stop(nothing.message, nothing.hint)
    first = date_of("--since", since).first if since else _months_before(last, USUAL - 1)
    if first > last:
        message = say("{option}: “{date}” is still to come", option="--since", date=since)
        raise Stop(message, say("Give a day up to {day}.", day=str(last)))
    first = max(first, begin)
    if (last.year - first.year) * 12 + last.month - first.month >= MOST:
        message = say("These are more than {count} months", count=MOST)
        raise Stop(message, say("Ask for a shorter time, with --since."))
    return list(view.days(first, last))


def _months_before(day: date, count: int) -> date:
    """The first day of the month so many months earlier."""
    months = max(day.year * 12 + day.month - 1 - count, 12)
    return date(months // 12, months % 12 + 1, 1)


def _chosen(root: Path, line: Line, ends: Sequence[date]) -> list[_Then]:
    found = [(day, one) for day in ends if (one := _at(line, day)) is not None]
    plans = _plans(root, list(dict.fromkeys(one for _, one in found)))
    return [_Then(day, one, plans[one]) for day, one in found]


def _at(line: Line, day: date) -> Revision | None:
    """The last commit up to a day."""
    return next((made.revision for made in line.made if made.revision.day <= day), None)


def _plans(root: Path, revisions: Sequence[Revision]) -> dict[Revision, Plan | None]:
    """The plan in each of the commits, if any: goals and actions, each version of a file read once.  Raises Stop."""
    from elzctl.cache import cache_of
    from elzctl.commits.history import contents, states
    from elzctl.load import ACTIONS, GOALS, PLAN
    from elzctl.views.history import Reader

    files = [
        {path: blob for path, blob in state.items() if path in (PLAN, GOALS) or path.startswith(f"{ACTIONS}/")}
        for state in of_git(lambda: list(states(root, revisions, "plan")))
    ]
    ids = {blob.id for some in files for blob in some.values() if blob.is_read}
    reader = Reader(*of_git(lambda: contents(root, ids)), cache_of(root, os.environ))
    return {one: reader.plan(some) if some else None for one, some in zip(revisions, files, strict=True)}


def _goal(name: str, plan: Plan) -> str:
    """The id of the goal that is asked for.  Raises Stop when the plan does not have it."""
    if not name:
        return ""
    from elzctl.views.status import goal_names

    one_of("--goal", name, goal_names(plan), say("The names are in {path}.", path="plan/goals.yaml"))
    return view.goal_id(plan, name)


def _show(
    session: Session,
    months: Sequence[tuple[view.Month, Revision]],
    asked: _Asked,
    today: date,
    plan: Plan,
    line: Line,
) -> None:
    if asked.json:
        from elzctl.render.trend_json import trend_json

        session.print(trend_json(months, asked.goal, today, line.horizon))
        return
    found = [month for month, _ in months]
    if asked.svg:
        session.write(Path(asked.svg), _drawing(found, asked.goal, plan).encode())
    else:
        _print(session, found)
    _tell_unread(session, found)


def _drawing(months: Sequence[view.Month], goal: str, plan: Plan) -> str:
    """The drawing in the language of the plan.  Raises Stop when there is nothing to draw."""
    if all(month.counts is None for month in months):
        raise Stop(say("There is nothing to draw"), None, FINDINGS)
    from elzctl.render.plain_title import plain_title
    from elzctl.render.trend_svg import trend_svg

    language = Language(plan.settings.language.value)
    number, title = plan.titles.get(goal, ("", goal))
    of = f"{number} {plain_title(title, plan)}".strip() if goal else plain_title(plan.settings.title, plan)
    heading = language(say("Actions month by month"))
    return trend_svg(months, f"{heading} – {of}" if of else heading, language)


def _print(session: Session, months: Sequence[view.Month]) -> None:
    from elzctl.cli.look import look
    from elzctl.render.trend_text import signs_for, trend_text

    width, paint = look()
    signs = signs_for(sys.stdout.encoding)
    # One write: a terminal would be woken for every line.
    session.print("\n".join(trend_text(months, session.language, paint, width, signs)))


def _tell_unread(session: Session, months: Sequence[view.Month]) -> None:
    from elzctl.render.trend_text import unread_text

    told = unread_text(months, session.language)
    if told:
        sys.stdout.flush()
        session.tell(told)
