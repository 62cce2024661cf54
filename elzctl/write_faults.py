"""Why something could not be written, in words for a person."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from elzctl.wording import Message, say

CHANGED = say("This file was changed meanwhile; nothing was written")
EXISTS = say("This file exists already; nothing was written")
GONE = say("This file is gone; nothing was written")
ODD = say("This is not an ordinary file; nothing was written")
_FULL = say("The disk is full; nothing was changed")
NO_FOLDER = say("A part of this path is a file and no folder; nothing was written")
_RIGHTS = say("This may not be written with your rights, or another program has it open; nothing was changed")

_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EROFS: say("This disk is read-only; nothing was changed"),
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.ENOENT: say("The folder is gone; nothing was written"),
    errno.ENOTDIR: NO_FOLDER,
    errno.EISDIR: ODD,
    errno.EEXIST: EXISTS,
    errno.ENAMETOOLONG: say("This name is too long; nothing was written"),
}


class WriteFault(Exception):
    """Nothing was written; ``message`` says why in words for a person, ``path`` (from the root) says where.

    ``why`` is what the system says, "" when it was not the system.
    """

    def __init__(self, message: Message, path: str, why: str = "") -> None:
        """*path* uses ``/``; for an output file it is the path as the user gave it."""
        super().__init__(message.text)
        self.message = message
        self.path = path
        self.why = why


@contextmanager
def plainly(path: str) -> Iterator[None]:
    """Turns what the system says into a WriteFault about *path*."""
    try:
        yield
    except OSError as error:
        raise in_words(error, path) from None


def in_words(error: OSError, path: str) -> WriteFault:
    """What the system says about *path*, as a fault."""
    why = error.strerror or type(error).__name__
    reason = _REASONS.get(error.errno or 0) or say("This cannot be written ({why}); nothing was changed", why=why)
    return WriteFault(reason, path, why)
