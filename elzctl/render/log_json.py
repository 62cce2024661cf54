"""The history of one thing, as data.  ``schema_version`` goes up when a key changes its meaning.

``thing`` (goal, action, meeting, or settings for a file that holds many things), ``id``, ``number``, ``title`` and ``path`` say what it is, as it is now or was last.
``records`` are the commits that changed it, the newest first: ``commit`` (``{"id", "day"}``), ``author`` (``null`` unless
asked for), ``change``, a thing as ``elzctl diff`` tells it, and ``changes``, all of them: a file can hold many things.  ``more`` is true when older ones are left out, ``hidden``
counts the internal changes that are left out.  ``cut_off`` is the commit up to which nothing can be seen, because this
copy has not all of the history; else ``null``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from elzctl.render.changes_json import thing_data
from elzctl.render.changes_public import Screen
from elzctl.render.log_text import Head, Rest
from elzctl.render.strict_json import strict_json
from elzctl.views.history import Record, Subject

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision

VERSION = 1


def log_json(
    subject: Subject, head: Head, records: Iterable[Record], rest: Rest, horizon: Revision | None, *, internal: bool
) -> str:
    """One document.  Everybody may read it, unless it is *internal*."""
    document = {
        "schema_version": VERSION,
        "thing": subject.thing.value,
        "id": subject.id,
        "number": head.number or None,
        "title": head.title,
        "path": head.path,
        "records": [_record(one, internal=internal) for one in records],
        "more": rest.more,
        "hidden": rest.hidden,
        "cut_off": commit_data(horizon),
    }
    return strict_json(document)


def commit_data(revision: Revision | None) -> Any:
    """A commit by its id and the day it was made."""
    return None if revision is None else {"id": revision.id, "day": revision.day.isoformat()}


def _record(record: Record, *, internal: bool) -> dict[str, Any]:
    screen = Screen(record.found.new, internal=internal)
    return {
        "commit": commit_data(record.made.revision),
        "author": record.made.author or None,
        "change": thing_data(record.found.things[0], screen),
        "changes": [thing_data(one, screen) for one in record.found.things],
    }
