"""The templates as JSON: a frozen shape of its own.

``templates`` lists them by ``name``; ``standing`` is ours, absent, same, differs, extra or unreadable.
"""

from __future__ import annotations

from collections.abc import Iterable

from elzctl.render.strict_json import strict_json
from elzctl.views.template_list import Row

SCHEMA_VERSION = 1


def templates_json(rows: Iterable[Row]) -> str:
    """The list as one document."""
    listed = [{"name": row.name, "standing": row.standing.value} for row in rows]
    return strict_json({"schema_version": SCHEMA_VERSION, "templates": listed})
