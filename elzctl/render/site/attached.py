"""The files that go with minutes on a site: where they stand, and what a page says of them.

A page leads only to what was read and found harmless; the rest stays a name in words.  Importing this costs little: a
command finds the files before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable

from elzctl.ids import fault, slug
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.views.published import is_open

ANCHOR = "file:"


class Attached(NamedTuple):
    """A file of the site: its path from the root, and how many bytes it has."""

    path: str
    size: int


def names(public: Plan) -> tuple[str, ...]:
    """The files that go with the public meetings of the published plan, each once."""
    found = (one.file for meeting in public.meetings if is_open(public, meeting) for one in meeting.attachments)
    return tuple(dict.fromkeys(name for name in found if name in public.attachments))


def paths(found: Iterable[str], folder: str) -> dict[str, str]:
    """Where files stand, by their names: names that every computer can write, none of them twice."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(found):
        stem, _, ending = name.rpartition(".")
        file = slug(stem)[:60].strip("-")
        if not file or fault(file) is not None or f"{file}.{ending.lower()}" in taken:
            from hashlib import sha256  # few names need it

            file = f"{file[:50] or 'x'}-{sha256(name.encode(errors='replace')).hexdigest()[:8]}".strip("-")
        taken.add(f"{file}.{ending.lower()}")
        made[name] = f"{folder}/{file}.{ending.lower()}"
    return made
