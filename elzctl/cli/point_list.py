"""The action points that ``elzctl status`` lists: what of its options holds for them, and how they are printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from elzctl.cli.look import look
from elzctl.cli.session import Stop, one_of
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.views import status as view
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.followup.points import PointList

# Options of actions that an action point has nothing of.
_ACTIONS_ONLY = {
    "--partner": "partner",
    "--status": "status",
    "--target-group": "target_group",
    "--theme": "theme",
    "--no-lead": "no_lead",
}


class Asked(NamedTuple):
    """The options for points as they were given: *alone* lists them instead of the actions, *mine* beside them."""

    alone: bool = False
    mine: str = ""
    series: str = ""
    closed: bool = False

    @property
    def shown(self) -> bool:
        """True when points are listed."""
        return self.alone or bool(self.mine)


def check(asked: Asked, wanted: view.Wanted, lead: str, by: str, plan: Plan) -> None:
    """Raises Stop for options that do not go together, and for a series that there is none of."""
    if asked.mine and lead:
        raise Stop(say("--mine and --lead do not go together"), say("--mine covers what --lead shows."))
    with_points = "--points" if asked.alone else "--mine"
    for option in (
        *(option for option, key in _ACTIONS_ONLY.items() if getattr(wanted, key)),
        *(["--by"] if by else []),
    ):
        if asked.shown:
            hint = say("Leave it out, or leave out {other} to see actions alone.", other=with_points)
            raise Stop(say("{option} says nothing about action points", option=option), hint)
    for option, given in (("--series", asked.series), ("--closed", asked.closed)):
        if given and not asked.shown:
            raise Stop(say("{option} is about action points", option=option), say("Add --points, or --mine ACTOR."))
    if asked.series:
        from elzctl.views.points import series_names

        one_of(
            "--series", asked.series, series_names(plan), say("The names are in {path}.", path="meetings/series.yaml")
        )


def is_about_points(wanted: view.Wanted) -> bool:
    """True when every filter says something about action points too."""
    return not any(getattr(wanted, key) for key in _ACTIONS_ONLY.values())


def find(plan: Plan, today: date, wanted: view.Wanted, asked: Asked) -> PointList:
    """The points that the options ask for."""
    from elzctl.followup.points import PointList, WantedPoints, points

    actions = frozenset[str]()
    if wanted.goal:
        from elzctl.views.points import under_goal

        actions = under_goal(plan, wanted.goal, today)
    rows = points(
        plan,
        today,
        WantedPoints(
            owners=view.circle(plan, wanted.lead) if wanted.lead else frozenset(),
            series=asked.series,
            actions=actions,
            due_before=wanted.due_before,
            late=wanted.late,
            closed=True,
        ),
    )
    return PointList(rows, tuple(row for row in rows if asked.closed or row.is_open))


def print_points(session: Session, plan: Plan, points: PointList, today: date) -> None:
    """The list and its summary."""
    from elzctl.followup.points import counts
    from elzctl.render.points_counts import points_summary
    from elzctl.render.points_text import PointText
    from elzctl.views.points import grouped

    noted = sum(len(meeting.points) for meeting in plan.meetings if meeting.day <= today)
    if not points.every:
        if noted:
            session.say(say("None of the {count} action points is like that.", count=noted))
        elif not plan.unread:
            session.say(say("No action points were noted yet; in minutes they look like “- [ ] what @who tegen:date”."))
        return
    width, paint = look()
    text, found = PointText(plan, session.language), grouped(points.listed)
    lines = text.lines(found) if width is None else text.table(found, paint, width)
    shown = "\n".join(lines)
    if shown:
        session.print(f"{shown}\n")
    session.print(points_summary(counts(points.every, plan), session.language, width))


def print_short(session: Session, plan: Plan, points: PointList) -> None:
    """One line below the actions."""
    from elzctl.followup.points import counts
    from elzctl.render.points_counts import points_line

    session.print(points_line(counts(points.every, plan), session.language, look().width))
