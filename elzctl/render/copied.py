"""A copy of this process that waits for a job: what begins it needs nothing else, so that it can be done before anything."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


class Copy:
    """A copy as the one knows it who made it: its id, the files to tell it its job by and to read what comes of it.

    ``room`` is a file in memory that both have, for what is large, or -1.
    """

    def __init__(self, modules: Sequence[str], command: str = "") -> None:
        """The copy imports *modules* as long as its job has not come; first it finds what earlier runs of *command* left.

        Raises OSError.
        """
        (theirs, self.giving), (self.reading, writing) = os.pipe(), os.pipe()
        self.room = _room()
        try:
            self.pid = os.fork()
        except OSError:
            for file in (theirs, self.giving, self.reading, writing, self.room):
                if file >= 0:
                    os.close(file)
            raise
        if not self.pid:
            os.close(self.giving)
            os.close(self.reading)
            _work(modules, command, theirs, writing, self.room)
        os.close(theirs)
        os.close(writing)


def _room() -> int:
    try:
        return os.memfd_create("elzctl") if hasattr(os, "memfd_create") else -1
    except OSError:  # the system knows of it and does not allow it
        return -1


def _work(modules: Sequence[str], command: str, reading: int, writing: int, room: int) -> NoReturn:
    """The life of the copy, which ends in it, whatever happens."""
    try:
        if command:
            from elzctl import patterns

            patterns.remember(command)
        if command == "site" and room >= 0:
            from contextlib import suppress

            from elzctl import our_code

            with suppress(OSError):  # then who asks finds it out
                our_code.leave(room)
        from elzctl.render.job import work

        work(modules, os.fdopen(reading, "rb"), writing, room)
    finally:
        os._exit(1)
