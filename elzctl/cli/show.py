"""``elzctl show``: everything the plan knows of one action, goal or meeting, or of what was noted in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.incomplete import incomplete_files, tell_incomplete
from elzctl.cli.look import look
from elzctl.cli.options import Argument, Context
from elzctl.cli.session import FINDINGS, Stop, today_of
from elzctl.cli.status import Json, Today, list_rows
from elzctl.finding import Finding
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.views import status as view
from elzctl.views.mentions import mentions
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting, Noted

Name = Annotated[
    str,
    Argument(
        metavar="ID|NUMBER",
        help="The id or number of an action or goal, the id of a meeting, or of what was noted in one (MEETING/2, MEETING/B1); or a file.",
    ),
]
MOST_NEAR = 3


def show(ctx: Context, name: Name, json: Json = False, today: Today = "") -> int:
    """Everything the plan knows of one action: its dates, steps, indicators and text, who refers to it, its findings.

    The id or number of a goal shows the goal with its actions. The id of a meeting shows its follow-up, its agenda as
    it was typed and what was noted; that of a point, a decision or a signal what became of it.
    """
    session: Session = ctx.obj
    day = today_of(today)
    loaded = session.load()
    minutes = _noted(name, loaded)
    if minutes is not None:
        _show_minutes(session, loaded, *minutes, day, json=json)
        return tell_incomplete(session, incomplete_files(loaded))
    found = _named(name, loaded)
    if isinstance(found, Action):
        _show_action(session, loaded, found, day, json=json)
    else:
        _show_goal(session, loaded, found, day, json=json)
    return tell_incomplete(session, incomplete_files(loaded))


def _noted(name: str, loaded: Loaded) -> tuple[Meeting, Noted | None] | None:
    """The meeting, or what was noted in one, that a name stands for; a plan without meetings is not asked."""
    plan = loaded.plan
    if name in plan.by_id or not (plan.meetings or name.replace("\\", "/").startswith("meetings/")):
        return None
    from elzctl.cli.show_meeting import meeting_or_noted

    return meeting_or_noted(loaded, name)


def _show_minutes(
    session: Session, loaded: Loaded, meeting: Meeting, noted: Noted | None, today: date, *, json: bool
) -> None:
    from elzctl.cli.show_meeting import of_meeting, show_meeting, show_noted

    findings = _findings(loaded, of_meeting(meeting, noted))
    if noted is None:
        lines = show_meeting(session, loaded, meeting, today, findings, json=json)
    else:
        lines = show_noted(session, loaded, meeting, noted, today, findings, json=json)
    _print(session, lines)
    if not json:
        _print_findings(session, loaded, findings)


def _show_action(session: Session, loaded: Loaded, action: Action, today: date, *, json: bool) -> None:
    plan, language = loaded.plan, session.language
    row = view.row_of(plan, action, today)
    ties = mentions(plan, action.id)
    findings = _findings(loaded, lambda finding: finding.span.path == action.path)
    if json:
        from elzctl.render.status_json import action_json

        session.print(action_json(row, ties, findings, plan, today, language))
        return
    from elzctl.render import laid_out, show_text
    from elzctl.render.plain_title import plain_title

    width, paint = look()
    title = plain_title(action.title, plan) or action.id
    blocks = show_text.action_blocks(row, ties, plan, today, language)
    _print(session, laid_out.page(str(action.number or ""), title, action.path, blocks, paint, width))
    _print(session, laid_out.sections(action, plan, paint, width))
    _print_findings(session, loaded, findings)


def _show_goal(session: Session, loaded: Loaded, goal: StrategicGoal | Goal, today: date, *, json: bool) -> None:
    plan, language = loaded.plan, session.language
    rows = view.status(plan, today, view.Wanted(goal=goal.id))
    ties = mentions(plan, goal.id)
    findings = _findings(loaded, lambda finding: finding.about == goal.id)
    if json:
        from elzctl.render.status_json import goal_json

        session.print(goal_json(goal, rows, ties, findings, today, language))
        return
    from elzctl.render import laid_out, show_text
    from elzctl.render.plain_title import plain_title

    width, paint = look()
    blocks = (show_text.goal_block(goal, language), *show_text.mention_blocks(ties, plan, language))
    title = plain_title(goal.title, plan)
    _print(session, laid_out.page(str(goal.number or ""), title, "", blocks, paint, width))
    if goal.text.strip():
        _print(session, ("", *laid_out.prose(goal.text, plan, width)))
    session.print("")
    _list(session, goal, plan, rows)
    _print_findings(session, loaded, findings)


def _list(session: Session, goal: StrategicGoal | Goal, plan: Plan, rows: tuple[view.Row, ...]) -> None:
    """The actions under a goal, and how many there are."""
    from elzctl.render.status_text import summary

    if not rows:
        session.say(say("This goal has no actions of its own."))
        return
    if isinstance(goal, StrategicGoal):
        groups = [view.Group(one.id, tuple(row for row in rows if row.goal == one)) for one in goal.goals]
        list_rows(session, plan, groups, view.By.GOAL)
    else:
        list_rows(session, plan, (view.Group("", rows),), None)
    session.print(f"\n{summary(view.counts(rows), session.language, look().width)}")


def _print(session: Session, lines: Iterable[str]) -> None:
    text = "\n".join(lines)
    if text:
        session.print(text)


def _print_findings(session: Session, loaded: Loaded, findings: Iterable[Finding]) -> None:
    from elzctl.render.findings_text import findings_text

    width, paint = look()
    blocks = tuple(findings_text(findings, loaded.sources, session.language, paint, width=width))
    if blocks:
        session.print(f"\n{paint('strong', session.language(say('Findings')))}")
        _print(session, blocks)


def _findings(loaded: Loaded, wanted: Callable[[Finding], bool]) -> tuple[Finding, ...]:
    """What reading and checking have to say about one thing, by place."""
    from elzctl.views.examine import examined

    return tuple(filter(wanted, examined(loaded).findings))


def _named(name: str, loaded: Loaded) -> Action | StrategicGoal | Goal:
    """The action or goal of that id or number.  Raises Stop when there is none, or more than one."""
    plan = loaded.plan
    if name.endswith(".md"):
        name = name.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
    if name in plan.by_id:
        return plan.by_id[name]
    things: tuple[Action | StrategicGoal | Goal, ...] = (*plan.all_goals, *plan.actions)
    found = [one for one in things if name in (one.id, str(one.number))]
    if len(found) > 1:
        hint = say("Name one by its id: {names}.", names=", ".join(one.id for one in found))
        raise Stop(say("{count} things have the number {number}", count=len(found), number=name), hint)
    if found:
        return found[0]
    if name in plan.unread:
        hint = say("See “elzctl validate”.")
        raise Stop(say("The file of “{name}” could not be read", name=name), hint, FINDINGS)
    message = say("There is no action, goal or meeting “{name}”", name=name[:80])
    known = [label for one in things for label in (one.id, str(one.number or "")) if label]
    raise Stop(message, _nearest(name, [*known, *plan.meetings_by_id]))


def _nearest(name: str, known: list[str]) -> Message:
    """The names that hold what was typed, and those that look like it."""
    from difflib import get_close_matches

    low = name.lower()[:80]
    close = [*(one for one in known if low and low in one), *get_close_matches(low, known, MOST_NEAR, 0.6)]
    if not close:
        return say("“elzctl status” lists the actions with their numbers.")
    near = "”, “".join(list(dict.fromkeys(close))[:MOST_NEAR])
    return say("Did you mean “{near}”?", near=near)
