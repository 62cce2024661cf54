"""The numbers of the dashboard of a site as data: part of what ``elzctl status --json`` prints.

They are of the whole plan as everybody may read it, whatever else is asked for:

- ``goals``: strategic and operational goals in the order of the plan, each with ``statuses`` and ``counts``; the last one may
  have no id, for actions without a goal;
- ``months``: steps by the month in which they end, ``done``, ``late`` and ``to_do``; ``first`` and ``last`` are mostly one
  month; ``undated_steps``: open ones without a date;
- ``results``: the ``first`` and ``last`` day of the year of which results count: this one, or that of a plan that is over;
- ``indicators`` in that year: ``value``, ``target``, ``percent`` of it, ``reached``; ``null`` where that cannot be said;
- ``freshness``: each live action with the last ``day`` known of it, or ``when`` as somebody typed it when that is longer than a
  day, the ``sign`` (update, step, measured, meeting, commit) and the ``age`` (month, quarter, half-year, year, older, never: up
  to so long ago);
- ``load``: for who carries something, how many live actions it ``leads``, is a partner of only, and carries in all;
- ``target_groups``: how many live actions are for each, under each of ``goals`` (``null``: under none) and in ``total``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elzctl.render.json_values import amount, label, word

if TYPE_CHECKING:
    from elzctl.model import Goal, StrategicGoal
    from elzctl.views.dashboard import Age, Dashboard, GoalRow
    from elzctl.views.measured import IndicatorRow
    from elzctl.views.status import Counts


def dashboard_data(board: Dashboard) -> dict[str, Any]:
    """Everything that the page shows."""
    return {
        "goals": [_goal(row) for row in board.goals],
        "months": [
            {
                "first": f"{one.first:%Y-%m}",
                "last": f"{one.last:%Y-%m}",
                "done": one.done,
                "late": one.late,
                "to_do": one.to_do,
            }
            for one in board.months
        ],
        "undated_steps": board.undated,
        "results": {"first": board.year.first.isoformat(), "last": board.year.last.isoformat()},
        "indicators": [_indicator(row) for row in board.indicators],
        "freshness": [
            {
                "action": one.row.action.id,
                "day": one.day.isoformat() if one.day is not None and one.when is None else None,
                "when": one.when.text if one.when is not None else None,
                "sign": word(one.sign),
                "age": _age(one.age),
            }
            for one in board.fresh
        ],
        "load": [
            {"actor": one.actor, "leads": len(one.leads), "partners": len(one.partners), "all": len(one.all)}
            for one in board.carriers
        ],
        "target_groups": {
            "goals": [_id(goal) for goal in board.columns],
            "rows": [{"group": one.group, "counts": list(one.cells), "total": one.total} for one in board.served],
        },
    }


def counts_data(made: Counts) -> dict[str, Any]:
    """How many actions there are, and how they stand."""
    return {
        "total": made.total,
        "live": made.live,
        "stubs": made.stubs,
        "standing": {standing.value: number for standing, number in made.standing.items()},
        "no_lead": made.no_lead,
    }


def _goal(row: GoalRow) -> dict[str, Any]:
    statuses = {str(word(status)): number for status, number in row.statuses.items() if status is not None}
    return {
        "id": _id(row.goal),
        "number": label(row.goal.number) if row.goal is not None else None,
        "statuses": statuses,
        "counts": counts_data(row.counts),
    }


def _id(goal: StrategicGoal | Goal | None) -> str | None:
    return goal.id if goal is not None else None


def _indicator(row: IndicatorRow) -> dict[str, Any]:
    return {
        "action": row.action.id,
        "what": row.indicator.what,
        "value": amount(row.value),
        "target": amount(row.target),
        "percent": row.percent,
        "reached": row.is_reached,
    }


def _age(age: Age) -> str:
    return age.name.lower().replace("_", "-")
