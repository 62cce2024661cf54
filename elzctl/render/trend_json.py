"""Month after month as data.  ``schema_version`` goes up when a key changes its meaning; new keys may come in.

Each of ``months``, the oldest first, has ``month`` (2025-03), ``day`` (its last one, or today), ``commit`` (the last one up
to that day, ``{"id", "day"}``), ``counts`` and ``unreadable``, the number of files that could not be read and are not
counted.  ``counts`` has ``open``, ``late`` (which are open too), ``done``, ``waiting``, ``other`` and ``total`` = ``open`` +
``done`` + ``waiting`` + ``other``; it is ``null`` while the goal that is asked for was not there.

``goal`` is its id, or ``null``.  ``cut_off`` is the commit up to which nothing can be seen, because this copy has not all
of the history; else ``null``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from elzctl.render.log_json import commit_data
from elzctl.render.strict_json import strict_json
from elzctl.views.trend import Counts, Month

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision

VERSION = 1


def trend_json(months: Sequence[tuple[Month, Revision]], goal: str, today: date, horizon: Revision | None) -> str:
    """One document."""
    document = {
        "schema_version": VERSION,
        "today": today.isoformat(),
        "goal": goal or None,
        "months": [_month(*one) for one in months],
        "cut_off": commit_data(horizon),
    }
    return strict_json(document)


def _month(month: Month, revision: Revision) -> dict[str, Any]:
    return {
        "month": month.name,
        "day": month.day.isoformat(),
        "commit": commit_data(revision),
        "counts": None if month.counts is None else _counts(month.counts),
        "unreadable": month.unread,
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {**counts._asdict(), "total": counts.total}
