"""The files that go with minutes on a site: where they stand, and what a page says of them.

A page leads only to what was read and found harmless; the rest stays a name in words.  Importing this costs little: a
command finds the files before anything is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl.ids import fault, slug
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.traces import contacts
from elzctl.views.published import is_open

ANCHOR = "file:"
_LONGEST, _HASHED = 60, r"-[0-9a-f]{8}\Z"


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
    return {name: f"{folder}/{_address(name)}" for name in found}


def _address(name: str) -> str:
    """The name of a file on the web, made of its own name alone: a saved link never comes to lead to a file of later.

    A name that is in order stays; any other one ends in a hash, and so does one that looks like that.  Of a name that tells
    an address or a number of somebody only the hash is left.
    """
    stem, _, ending = name.rpartition(".")
    tells = any(contacts(stem))
    is_fine = len(stem) <= _LONGEST and fault(stem) is None and ending == ending.lower()
    if is_fine and not tells and not re.search(_HASHED, stem):
        return name
    from hashlib import sha256  # few names need it

    file = (slug(stem)[:50].strip("-") if not tells else "") or "x"
    return f"{file}-{sha256(name.encode(errors='replace')).hexdigest()[:8]}.{ending.lower()}"
