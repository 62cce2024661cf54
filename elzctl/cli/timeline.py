"""``elzctl timeline``: when each action begins and ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from elzctl.cli.incomplete import MINUTES, incomplete_files, tell_incomplete
from elzctl.cli.look import look
from elzctl.cli.options import Context, Option
from elzctl.cli.session import FINDINGS, Stop, one_of, today_of
from elzctl.cli.status import Goal, Json, Today
from elzctl.views import status as actions
from elzctl.views import timeline as view
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.model import Action, Plan

Lead = Annotated[
    str,
    Option("--lead", metavar="ACTOR", help="What this actor, or a group that it belongs to, answers for."),
]
Out = Annotated[str, Option("--out", metavar="FILE.svg", help="Write a drawing instead: an SVG file.")]


def timeline(
    ctx: Context,
    goal: Goal = "",
    lead: Lead = "",
    out: Out = "",
    json: Json = False,
    today: Today = "",
) -> int:
    """When each action begins and ends.

    The live actions under their goals, each from its earliest to its latest date, with the deadlines of its steps. Only
    dates that stand in the plan are drawn: where a date is vague, the bar is pale, and a deadline is marked on its last
    day. In a pipe every action is on a line of its own, with the first and the last day and the dates as they were typed.

    With --out the timeline is drawn as in the documents, in the language of the plan. The options narrow down what is
    shown.
    """
    session: Session = ctx.obj
    day = today_of(today)
    if out and json:
        raise Stop(say("--out and --json do not go together"), say("Leave one of them out."))
    if out and not out.lower().endswith(".svg"):
        raise Stop(say("“{name}” is no SVG file", name=out[:80]), say("Let its name end in .svg."))
    loaded = session.load()
    plan = loaded.plan
    wanted = _wanted(plan, goal, lead, day)
    found = view.timeline(plan, wanted)
    damaged = incomplete_files(loaded, MINUTES)
    undated = [action for action in _live(plan, wanted) if found is None or action in found.undated]
    if json:
        from elzctl.render.timeline_json import timeline_json

        session.print(timeline_json(found, undated, day, damaged))
    elif out:
        session.write(Path(out), _drawing(found, plan, day))
    elif found is None and not undated:
        session.say(_none(plan, damaged=bool(damaged)))
    else:
        _print(session, found, undated, plan, day)
    return tell_incomplete(session, damaged)


def _wanted(plan: Plan, goal: str, lead: str, today: date) -> frozenset[str] | None:
    """The ids of the actions that are asked for; ``None`` for all.  Raises Stop for a name that the plan does not have."""
    names = (
        ("--goal", goal, actions.goal_names, "plan/goals.yaml"),
        ("--lead", lead, actions.actors, "plan/actors.yaml"),
    )
    for option, text, known, path in names:
        if text:
            one_of(option, text, known(plan), say("The names are in {path}.", path=path))
    if not (goal or lead):
        return None
    rows = actions.status(plan, today, actions.Wanted(goal=goal, lead=lead))
    return frozenset(row.action.id for row in rows)


def _live(plan: Plan, wanted: frozenset[str] | None) -> list[Action]:
    return [one for one in plan.actions if not one.is_stub and (wanted is None or one.id in wanted)]


def _drawing(found: view.Timeline | None, plan: Plan, today: date) -> bytes:
    """The bytes of the file.  Raises Stop when there is nothing to draw."""
    if found is None:
        raise Stop(say("None of these actions has a date: there is nothing to draw"), None, FINDINGS)
    from elzctl.render.plan_text import PlanText
    from elzctl.render.plan_timeline import figure
    from elzctl.render.timeline_svg import timeline_file
    from elzctl.render.words import page_words

    language = Language(plan.settings.language.value)
    drawn = figure(found, PlanText(plan, language, today), today)
    return timeline_file(drawn, dict(page_words(language))).encode()


def _print(session: Session, found: view.Timeline | None, undated: Sequence[Action], plan: Plan, today: date) -> None:
    from elzctl.render.timeline_text import signs_for, timeline_chart, timeline_lines, undated_text

    width, paint = look()
    if width is None:
        session.print("\n".join(timeline_lines(found, undated, plan, session.language)))
        return
    lines: list[str] = []
    if found is not None:
        signs = signs_for(sys.stdout.encoding)
        lines += timeline_chart(found, plan, session.language, paint, width, signs, found.share(today))
    if undated:
        lines += undated_text(undated, plan, session.language, width)
    # One write: a terminal would be woken for every line.
    session.print("\n".join(lines))


def _none(plan: Plan, *, damaged: bool) -> Message:
    if plan.actions or damaged:
        return say("None of the {count} actions is like that.", count=len(plan.actions))
    return say("There are no actions yet; “elzctl new-action” writes one.")
