"""What is late: how much on one line, which leads to the list of all of it, and that list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.followup.points import PointRow, WantedPoints, points
from elzctl.render.site.cells import Line, action_name, joined, late_actions
from elzctl.render.site.dashboard_board import Board, rest
from elzctl.render.site.page import Site
from elzctl.render.tree import Jump, Strong, Text
from elzctl.views.deadlines import Deadline, deadlines
from elzctl.views.status import Standing
from elzctl.wording import Message, say, say_count

T = TypeVar("T")

ANCHOR = "page:late"
"""Where the list stands: on the page that says in numbers how the plan stands."""
_ID = "late"
_PLAN = ("page:plan-late", say("All that is late"))
_POINTS = ("page:points", say("All action points"))


def late_points(site: Site) -> tuple[PointRow, ...]:
    """The points of public minutes that are late, in the order of meetings."""
    return site.once("late points", lambda site: points(site.plan, site.today, WantedPoints(late=True)))


def give_place(site: Site) -> None:
    """Gives the list its place, so that pages can lead to it; and the plan in which what is late is chosen, where there is a script."""
    site.places.file(_PLAN[0], f"{site.places.page('page:plan')}?due=late")
    site.places.file(ANCHOR, f"{site.places.page('page:dashboard')}#{_ID}")


def how_much_is_late(site: Site) -> Line:
    """How many actions and points are late, as a jump to the list of them; nothing when none is."""
    actions, noted = len(late_actions(site)), len(late_points(site))
    if not actions and not noted:
        return ()
    if actions and noted:
        words = say(
            "{actions} and {points} are late",
            actions=say_count("{count} action", "{count} actions", actions),
            points=say_count("{count} action point", "{count} action points", noted),
        )
    elif actions:
        words = say_count("{count} action is late", "{count} actions are late", actions)
    else:
        words = say_count("{count} action point is late", "{count} action points are late", noted)
    return (Strong((Jump(ANCHOR if site.plan.actions else "page:points", (Text(site.say(words)),)),)),)


def to_late(words: str) -> str:
    """A link to the list, further down on the page that holds it."""
    return f'<a href="#{_ID}">{words}</a>'


def late_lists(made: Board) -> str:
    """The actions that are late with each of their steps that is, the first deadline first; and the points of minutes.

    They are not folded: who follows a link to them finds them open, also without a script.
    """
    late: dict[str, list[Deadline]] = {}
    for one in deadlines(made.site.plan, made.site.today).rows:
        if one.standing is Standing.LATE:
            late.setdefault(one.action.id, []).append(one)
    actions = list(late.values())  # in the order of their first deadlines
    noted = sorted(late_points(made.site), key=lambda row: row.due.last if row.due is not None else made.site.today)
    lists = (
        _open(made, say("Late: what should have been done"), actions, _action, _PLAN),
        _open(made, say("Late: action points of minutes"), noted, _point, _POINTS),
    )
    return f'<div id="{_ID}">\n{"".join(lists)}</div>\n' if any(lists) else ""


def _open(
    made: Board, title: Message, rows: Sequence[T], draw: Callable[[T, Site], Line], where: tuple[str, Message]
) -> str:
    """A list that is open, as long as a page can hold, and where the rest stands; nothing when it is empty."""
    if not rows:
        return ""
    items = "".join(f"<li>{made.line(draw(one, made.site))}</li>\n" for one in rows[: made.most])
    head = f"{made.words(title)} ({len(rows)})"
    more = rest(made, len(rows) - made.most, *where)
    return f"<details open>\n<summary>{head}</summary>\n<ul>\n{items}</ul>\n{more}</details>\n"


def _action(late: Sequence[Deadline], site: Site) -> Line:
    """An action with what of it is late, the first deadline first."""
    action = late[0].action
    name: Line = (Jump(action.id, (Text(action_name(action, site)),)), Text(" – "))
    what = ((*_day(one.when, site), *(_step(one.step, site) if one.step is not None else ())) for one in late)
    return (*name, *joined(what, "; "))


def _step(step: Step, site: Site) -> Line:
    return (Text(": "), *site.text.line(step.what)) if step.what else ()


def _point(row: PointRow, site: Site) -> Line:
    return (*_day(row.due, site), Text(": "), *point_line(row, site)) if row.due is not None else point_line(row, site)


def _day(when: VagueDate, site: Site) -> Line:
    return (Strong((Text(site.text.when(when)),)),)


def point_line(row: PointRow, site: Site) -> Line:
    """What a point asks, with the minutes in which it stands; nothing of who has to do it."""
    name: Line = (Jump(row.point.id, (Text(site.text.meeting(row.meeting)),)),)
    return (*site.text.listed(row.point.text), Text(" ("), *name, Text(")"))
