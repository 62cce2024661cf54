"""The data that ``elzctl timeline --json`` prints: a frozen shape, apart from the model.

Names of keys and their types stay as they are within one ``schema_version``; new keys may come in.  What is not known
is ``null`` or an empty list, never left out.  A date is ``{"text": as typed, "first": day, "last": day}``; an actor is its
id.  All characters are ASCII.

An action has ``id``, ``number``, ``title``, ``path``, ``lead``, ``goal`` and ``strategic_goal`` (ids), and

- ``start``, ``end``: its earliest and its latest date; ``approximate``: whether one of them is vague;
- ``begins``, ``ends``: whether a date says when something begins, and when something ends;
- ``sure``: ``{"first": day, "last": day}`` between which it surely runs, or ``null`` when no day is sure;
- ``steps``: those with a deadline or done, each with ``what``, ``start``, ``due``, ``done``, and ``day``, where it is marked.

``window`` is what a drawing shows, from ``first`` up to and with ``last``.  ``undated`` are the live actions without a date,
``incomplete`` the files that could not be read fully: what stands in them may be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from elzctl.model import Action
from elzctl.render.json_values import days, label, names
from elzctl.render.strict_json import strict_json
from elzctl.views.timeline import DAY, Mark, Row, Timeline

VERSION = 1


def timeline_json(found: Timeline | None, undated: Sequence[Action], today: date, incomplete: Iterable[str]) -> str:
    """The rows of a timeline, and the actions that have no date."""
    return strict_json(
        {
            "schema_version": VERSION,
            "today": today.isoformat(),
            "window": None if found is None else _between(found.first, found.last - DAY),
            "actions": [] if found is None else [_row(row) for row in found.rows],
            "undated": [_called(action) for action in undated],
            "incomplete": sorted(incomplete),
        }
    )


def _called(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "number": label(action.number),
        "title": action.title,
        "path": action.path,
        "lead": names(action.lead),
    }


def _row(row: Row) -> dict[str, Any]:
    strategic, goal = (one.id for one in row.above) if row.above else (None, None)
    return {
        **_called(row.action),
        "goal": goal,
        "strategic_goal": strategic,
        "start": days(row.start),
        "end": days(row.end),
        "approximate": row.soft,
        "begins": row.begins,
        "ends": row.ends,
        "sure": None if row.sure is None else _between(*row.sure),
        "steps": [_mark(mark) for mark in row.marks],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    step = mark.step
    dates = {"start": days(step.start), "due": days(step.due), "done": days(step.done)}
    return {"what": step.what, **dates, "day": mark.day.isoformat()}


def _between(first: date, last: date) -> dict[str, str]:
    return {"first": first.isoformat(), "last": last.isoformat()}
