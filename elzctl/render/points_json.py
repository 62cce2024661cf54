"""Action points as data, for ``status --json`` and ``show --json``: a frozen shape, apart from the model.

A point has

- ``id``, ``text``: the words as they were typed, without the marks at their end;
- ``meeting``, ``series``, ``day``, ``path``, ``line``: where it was noted, and on which day; ``age_days``;
- ``owners``, ``target_groups``, ``themes``, ``references``: what it names; ``internal``: whether it is kept inside;
- ``state``: open, moved, done or dropped; ``standing``: late, due-soon, on-track, no-date or closed;
- ``due``: the deadline that holds; ``first_due``: as it was noted; ``closed``: the day it was done or dropped;
- ``lacks_owner``, ``lacks_contribution``: true for a point to do that nobody owns, or that a group owns of which nobody
  said what it can do;
- ``contributions``: ``who`` and ``text``; ``turns``: all that was written of its life, what is dated later too: ``kind``
  (progress, moved or dropped), ``on``, ``due`` (the new deadline) and ``text``; ``notes``: other lines under it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from elzctl.followup.points import PointRow, PointStanding, counts, groups, lacks_contribution
from elzctl.model import Plan
from elzctl.render.json_values import days, names, noted_data
from elzctl.views.registers import kinds_of_tags


def points_data(rows: Iterable[PointRow], plan: Plan) -> list[dict[str, Any]]:
    """The points as data."""
    having_members = groups(plan)
    return [_point(row, plan, having_members) for row in rows]


def point_counts_data(rows: Iterable[PointRow], plan: Plan) -> dict[str, Any]:
    """How many there are, and how those to do stand."""
    made = counts(rows, plan)
    return {
        "written": made.written,
        **{state.value: number for state, number in made.states.items()},
        "standing": {
            standing.value: number for standing, number in made.standing.items() if standing is not PointStanding.CLOSED
        },
        "no_owner": made.without_owner,
        "no_contribution": made.without_contribution,
    }


def _point(row: PointRow, plan: Plan, having_members: frozenset[str]) -> dict[str, Any]:
    point, meeting = row.point, row.meeting
    themes, target_groups = kinds_of_tags(plan, point.tags)
    return {
        **noted_data(point, meeting),
        "age_days": row.age,
        "owners": names(point.owners),
        "target_groups": list(target_groups),
        "themes": list(themes),
        "references": [reference.id for reference in point.references],
        "internal": point.internal,
        "state": row.state.value,
        "standing": row.standing.value,
        "due": days(row.due),
        "first_due": days(point.due),
        "closed": None if row.closed is None else row.closed.isoformat(),
        "lacks_owner": row.lacks_owner,
        "lacks_contribution": lacks_contribution(row, having_members),
        "contributions": [{"who": names(one.who), "text": one.text} for one in point.contributions],
        "turns": [
            {"kind": turn.kind.value, "on": days(turn.on), "due": days(turn.due), "text": turn.text}
            for turn in point.turns
        ],
        "notes": list(point.notes),
    }
