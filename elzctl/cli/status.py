"""``elzctl status``: who owes what by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

from elzctl.cli import point_list
from elzctl.cli.as_of import AsOf, plan_of, tell_when
from elzctl.cli.half_done import tell_half_done
from elzctl.cli.incomplete import FICHES, incomplete_files, tell_incomplete
from elzctl.cli.look import look
from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINDINGS, FINE, Stop, one_of, today_of
from elzctl.model import Plan
from elzctl.terms import Status
from elzctl.views import status as view
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.followup.points import PointList, PointRow
    from elzctl.views.dashboard import Dashboard

Lead = Annotated[
    str, Option("--lead", metavar="ACTOR", help="What this actor, or a group that it belongs to, answers for.")
]
Partner = Annotated[
    str, Option("--partner", metavar="ACTOR", help="What this actor, or a group that it belongs to, works along in.")
]
Goal = Annotated[
    str, Option("--goal", metavar="ID|NUMBER", help="What stands under this strategic or operational goal.")
]
State = Annotated[str, Option("--status", metavar="STATUS", help="What has this status, such as running or done.")]
TargetGroup = Annotated[str, Option("--target-group", metavar="NAME", help="What is meant for this target group.")]
Theme = Annotated[str, Option("--theme", metavar="NAME", help="What is about this theme.")]
DueBefore = Annotated[
    str,
    Option(
        "--due-before",
        metavar="DATE",
        help="What has to be finished before the first day of this date, such as 2025-07-01 or “zomer 2025”.",
    ),
]
Late = Annotated[bool, Option("--late", help="What is late.")]
NoLead = Annotated[bool, Option("--no-lead", help="Live actions that nobody answers for.")]
Mine = Annotated[
    str, Option("--mine", metavar="ACTOR", help="Actions and points of this actor and of the groups it belongs to.")
]
Points = Annotated[bool, Option("--points", help="The action points of all meetings instead of the actions.")]
Series = Annotated[str, Option("--series", metavar="NAME", help="Points that were noted in this series of meetings.")]
Closed = Annotated[bool, Option("--closed", help="Also the points that were done or dropped.")]
GroupBy = Annotated[
    str,
    Option("--by", metavar="lead|goal|month", help="Put together what has the same lead, goal or month of deadline."),
]
Json = Annotated[bool, Option("--json", help="Print data instead of text.")]
FailOn = Annotated[
    list[str],
    Option(
        "--fail-on",
        metavar="late|due-soon|no-date|no-lead",
        help="Exit with 1 when an action or point that is shown is so. Can be given more than once.",
    ),
]
Today = Annotated[str, Option("--today", metavar="DAY", help="See the plan as on this day, such as 2025-12-31.")]

FAIL_ON = ("late", "due-soon", "no-date", "no-lead")


def status(
    ctx: Context,
    lead: Lead = "",
    partner: Partner = "",
    goal: Goal = "",
    state: State = "",
    target_group: TargetGroup = "",
    theme: Theme = "",
    due_before: DueBefore = "",
    late: Late = False,
    no_lead: NoLead = False,
    mine: Mine = "",
    points: Points = False,
    series: Series = "",
    closed: Closed = False,
    by: GroupBy = "",
    json: Json = False,
    fail_on: FailOn = [],  # noqa: B006 - read only
    as_of: AsOf = "",
    today: Today = "",
) -> int:
    """Who owes what by when, and how it stands.

    All actions in the order of the plan, each with what comes next: the first deadline of its open steps or its own.
    An action is late only after the last day of a vague date. What is on hold, waiting, moved, merged, done, stopped
    or not retained stays listed as a stub. The options narrow down what is shown.

    With --as-of it is the plan as it stood then, in the last commit up to the end of a date or in a named one. It is seen
    on that day, so that what was late then is late; with --today, on another one.
    """
    session: Session = ctx.obj
    today_of(today)
    for word in fail_on:
        one_of("--fail-on", word, FAIL_ON)
    group = _group(by, json=json)
    before = _first_day(due_before)
    then = plan_of(session, as_of, today)
    loaded, day = then.loaded, then.day
    wanted = view.Wanted(lead or mine, partner, goal, _state(state), target_group, theme, before, late, no_lead)
    asked = point_list.Asked(points, mine, series, closed)
    point_list.check(asked, wanted, lead, by, loaded.plan)
    _check(wanted, loaded.plan, "--mine" if mine else "--lead")
    damaged = incomplete_files(loaded, FICHES if points and not json else ())
    rows = view.status(loaded.plan, day, wanted)
    found = _points(loaded.plan, day, wanted, asked, json=json)
    if json:
        from elzctl.render.status_json import status_json

        board = _board(session, loaded.plan, day) if wanted == view.EVERYTHING and not asked.alone else None
        session.print(status_json(rows, found, loaded.plan, day, damaged, then.revision, board))
    else:
        _print(session, loaded.plan, rows, group, found, asked, day, damaged=bool(damaged))
    tell_when(session, then)
    tell_half_done(session)
    return tell_incomplete(session, damaged, now=not as_of) or _ending(
        () if asked.alone else rows, found.listed if found and asked.shown else (), fail_on
    )


def _board(session: Session, plan: Plan, today: date) -> Dashboard:
    """The numbers that the dashboard of a site shows, of what is public and with what Git knows, as that has them."""
    from elzctl.cli.site_past import commits
    from elzctl.views.dashboard import dashboard
    from elzctl.views.published import published

    return dashboard(published(plan), today, commits(session.root(), today).touched)


def list_rows(session: Session, plan: Plan, groups: Sequence[view.Group], by: view.By | None) -> None:
    """The rows on stdout: a table on a terminal, whole lines in a pipe."""
    from elzctl.render.status_text import status_lines, status_table

    width, paint = look()
    if width is None:
        lines = status_lines(groups, by, plan, session.language)
    else:
        lines = status_table(groups, by, plan, session.language, paint, width)
    # One write: a terminal would be woken for every line.
    session.print("\n".join(lines))


def _state(typed: str) -> str:
    """The list says "lopend", so that word has to be understood too."""
    if not typed:
        return ""
    from elzctl.fields import STATUS_WORDS  # with it comes what reads YAML

    return STATUS_WORDS.get(typed.strip().lower().replace(" ", "-"), typed)


def _points(plan: Plan, today: date, wanted: view.Wanted, asked: point_list.Asked, *, json: bool) -> PointList | None:
    """The points, when they are to be shown: in data whenever the options have a meaning for them."""
    about = point_list.is_about_points(wanted)
    if asked.shown or (json and about) or (plan.meetings and wanted == view.EVERYTHING):
        return point_list.find(plan, today, wanted, asked)
    return None


def _print(
    session: Session,
    plan: Plan,
    rows: tuple[view.Row, ...],
    by: view.By | None,
    points: PointList | None,
    asked: point_list.Asked,
    today: date,
    *,
    damaged: bool,
) -> None:
    if not asked.alone:
        _print_actions(session, plan, rows, by, damaged=damaged)
    if asked.mine and not asked.alone:
        session.print("")
    if points is not None:
        if asked.shown:
            point_list.print_points(session, plan, points, today)
        else:
            point_list.print_short(session, plan, points)


def _print_actions(
    session: Session, plan: Plan, rows: tuple[view.Row, ...], by: view.By | None, *, damaged: bool
) -> None:
    from elzctl.render.status_text import changed, summary

    if rows:
        list_rows(session, plan, (view.Group("", rows),) if by is None else view.grouped(rows, by, plan), by)
        session.print("")
        session.print(summary(view.counts(rows), session.language, look().width))
        for line in changed(rows, plan, session.language):
            session.print(line)
    elif plan.actions:
        session.say(say("None of the {count} actions is like that.", count=len(plan.actions)))
    elif not damaged:
        session.say(say("There are no actions yet; “elzctl new-action” writes one."))


def _ending(rows: Sequence[view.Row], points: Sequence[PointRow], fail_on: Iterable[str]) -> int:
    """1 when a row that is shown is what ``--fail-on`` names; for a point without an owner that is ``no-lead``."""
    found = {row.standing.value for row in rows} | {row.standing.value for row in points}
    if any(row.lacks_lead for row in rows) or any(row.lacks_owner for row in points):
        found.add("no-lead")
    return FINDINGS if found.intersection(fail_on) else FINE


def _group(text: str, *, json: bool) -> view.By | None:
    if not text:
        return None
    if json:
        raise Stop(
            say("--by and --json do not go together"), say("Leave --by out: the data has leads, goals and dates.")
        )
    return view.By(one_of("--by", text, tuple(by.value for by in view.By)))


def _first_day(text: str) -> date | None:
    from elzctl import dates

    if not text:
        return None
    found = dates.read(text)
    if isinstance(found, dates.Fault):
        raise Stop(found.message, found.hint)
    return found.first


def _check(wanted: view.Wanted, plan: Plan, lead: str) -> None:
    """Raises Stop for a name that the plan does not have: an empty list would look like good news."""
    for option, text, names, path in (
        (lead, wanted.lead, _owners, "plan/actors.yaml"),
        ("--partner", wanted.partner, view.actors, "plan/actors.yaml"),
        ("--goal", wanted.goal, view.goal_names, "plan/goals.yaml"),
        ("--target-group", wanted.target_group, view.target_groups, "plan/plan.yaml"),
        ("--theme", wanted.theme, view.themes, "plan/plan.yaml"),
    ):
        if text:
            one_of(option, text, names(plan), say("The names are in {path}.", path=path))
    if wanted.status:
        one_of("--status", wanted.status, tuple(status.value for status in Status))


def _owners(plan: Plan) -> tuple[str, ...]:
    from elzctl.views.points import owners

    return tuple(dict.fromkeys((*view.actors(plan), *owners(plan))))
