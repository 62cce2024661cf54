"""A list of which a part could not be read is no whole list: which files that were, what is said of it, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from elzctl.cli.session import FINDINGS, FINE
from elzctl.finding import Severity
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.load import Loaded

MOST = 3
"""So many files are named."""

# Errors by which nothing is lost of what a list is made of.
_ALL_READ = frozenset({"case-collision", "open-internal", "private-in-git", "unusable-font", "unusable-picture"})
FICHES, MINUTES = ("plan/actions/", "plan/texts/"), ("meetings",)
"""How the paths begin of what a list from minutes, or one of actions alone, has nothing of."""


def incomplete_files(loaded: Loaded, but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The files that could not be read whole, by name; not those whose path begins with one of *but*."""
    paths = {
        finding.span.path
        for finding in loaded.findings
        if finding.severity is Severity.ERROR and finding.code not in _ALL_READ
    }
    return tuple(sorted(path for path in paths if not path.startswith(but)))


def tell_incomplete(session: Session, paths: Sequence[str], *, now: bool = True) -> int:
    """Says on stderr, after the rest, that what was shown may not be all; the exit code of a list.

    Of files that are not as they are *now*, “elzctl validate” says nothing.
    """
    if not paths:
        return FINE
    sys.stdout.flush()
    session.tell(_now(paths) if now else _then(paths))
    return FINDINGS


def _now(paths: Sequence[str]) -> Message:
    if len(paths) == 1:
        return say("This may not be all: {path} could not be read fully; see “elzctl validate”.", path=paths[0])
    return say(
        "This may not be all: {count} files could not be read fully ({paths}); see “elzctl validate”.",
        count=len(paths),
        paths=_names(paths),
    )


def _then(paths: Sequence[str]) -> Message:
    return say_count(
        "This may not be all: {count} file could not be read fully as it was then ({paths}).",
        "This may not be all: {count} files could not be read fully as they were then ({paths}).",
        len(paths),
        paths=_names(paths),
    )


def _names(paths: Sequence[str]) -> str:
    return ", ".join((*paths[:MOST], *(("…",) if len(paths) > MOST else ())))
