"""Documents of the user, read in children under limits: a hostile one costs a plain message."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elzctl.cli.session import Stop
from elzctl.record import NamedTuple
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session

MOST_BYTES = 20 << 20
SECONDS, MEMORY = 8, 900 << 20
"""Processor time of each; the memory that all that are read at the same time may take: with it the program stays below 1 GB."""
CLOCK = 30
"""Seconds on the clock, which a busy computer needs for the same work."""
TOGETHER = 2
"""Documents that are read at the same time."""
MOST_FILES = 200


class Given(NamedTuple):
    """A file that the user named: its name without the folder, and its bytes."""

    name: str
    data: bytes


def given(session: Session, typed: Sequence[str]) -> tuple[Given, ...]:
    """The files that were named, from the folder of the session.  Raises Stop."""
    typed = [name for one in typed for name in _spelled_out(session, one)]
    if len(typed) > MOST_FILES:
        raise Stop(say("These are more than {limit} files at once", limit=MOST_FILES), say("Bring them in by parts."))
    return tuple(_file(session, one) for one in typed)


def taken(session: Session, files: Sequence[Given], function: Callable[..., Any], *arguments: object) -> list[Any]:
    """What *function* of :mod:`elzctl.intake.job` makes of each file.  Raises Stop for the first that cannot be read."""
    from elzctl.cli.before_drawing import patience
    from elzctl.intake.job import Refusal
    from elzctl.render.confined import Children, Stopped
    from elzctl.render.job import Job, Limits

    limits = Limits(CLOCK, SECONDS, MEMORY // min(len(files), TOGETHER))
    jobs = [Job(one.name, function, (one.name, one.data, *arguments), limits) for one in files]
    found: list[Any] = []
    waiting = patience(session, say("Reading …"))
    try:
        for place in range(0, len(jobs), TOGETHER):
            part = jobs[place : place + TOGETHER]
            with Children([[] for _ in part]) as children:
                children.give(part)
                found += children.results(waiting)
    except Stopped as stopped:
        hint = say("Nothing was written. Cut the document in parts, or try again when the computer has less to do.")
        raise Stop(stopped.message, hint) from None
    for one, answer in zip(files, found, strict=True):
        if isinstance(answer, Refusal):
            message = say("{name}: {message}", name=one.name, message=answer.message)
            raise Stop(message, answer.hint or say("Nothing was written."))
    return found


def _spelled_out(session: Session, typed: str) -> list[str]:
    """The files that a name with stars stands for, where the shell did not look (on Windows)."""
    if not set("*?") & set(typed) or (session.folder / typed).exists():
        return [typed]
    folder, name = Path(typed).parent, Path(typed).name
    return sorted(str(folder / one.name) for one in (session.folder / folder).glob(name) if one.is_file()) or [typed]


def _file(session: Session, typed: str) -> Given:
    path = session.folder / typed
    try:
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise Stop(say("{path} is not an ordinary file", path=typed), say("Name the document itself."))
            if found.st_size > MOST_BYTES:
                limit = MOST_BYTES >> 20
                raise Stop(
                    say("{path} has more than {limit} MB", path=typed, limit=limit),
                    say("Take the pictures out, or cut it in parts."),
                )
            return Given(path.name, file.read(MOST_BYTES + 1))
    except IsADirectoryError:
        raise Stop(say("{path} is a folder", path=typed), say("Name the document itself.")) from None
    except FileNotFoundError:
        raise Stop(say("There is no file {path}", path=typed), _where(session, typed)) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", "") or type(error).__name__
        raise Stop(say("{path} cannot be read ({why})", path=typed, why=why)) from None


def _where(session: Session, typed: str) -> Any:
    """What to do when a file stands elsewhere than where -C looks."""
    if str(session.folder) != "." and Path(typed).is_file():
        return say("With -C it is looked for in {folder}; write its whole path.", folder=str(session.folder))
    return None
