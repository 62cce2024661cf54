"""What a change of several files is about to replace, written down first: so that one that is cut off can be finished."""

from __future__ import annotations

import re
from collections.abc import Iterable

from elzctl.record import NamedTuple

JOURNAL = ".elzctl-journal.tmp"
TEMPORARY = re.compile(r"\.elzctl-(?P<pid>[0-9]{1,10})-[0-9a-f]{12}\.tmp")
"""The name of a file that holds what another one is to hold."""

_VERSION = 1


class Step(NamedTuple):
    """A file that is to be replaced by a *temporary* one beside it; *old* and *new* are digests of what they hold.

    *old* is ``""`` when there must be no such file.  *stamp* is when the temporary file was written, in nanoseconds: one
    that came in with somebody's changes has another.
    """

    path: str
    temporary: str
    stamp: int
    old: str
    new: str


def digest(data: bytes | None) -> str:
    """By what two contents are told apart; ``""`` for none."""
    import hashlib

    return "" if data is None else hashlib.sha256(data).hexdigest()


def written(steps: Iterable[Step]) -> bytes:
    """The journal as it stands in its file."""
    import json

    return json.dumps({"version": _VERSION, "steps": [step._asdict() for step in steps]}).encode() + b"\n"


def read(data: bytes) -> tuple[Step, ...]:
    """What a journal says; nothing when it was not written to its end, for then nothing was replaced yet."""
    import json

    try:
        match json.loads(data) if data.endswith(b"\n") else None:
            case {"version": 1, "steps": [*steps]}:
                found = tuple(Step(**step) for step in steps)
                return found if all(map(_is_sound, found)) else ()
    except (ValueError, TypeError, RecursionError):
        pass
    return ()


def _is_sound(step: Step) -> bool:
    """True for a step that elzctl can have written: the file may come out of a repository that others shaped."""
    texts = all(isinstance(text, str) for text in (step.path, step.temporary, step.old, step.new))
    return texts and isinstance(step.stamp, int) and bool(TEMPORARY.fullmatch(step.temporary))
