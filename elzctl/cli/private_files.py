"""Files in the folder ``private/`` of a repository: found by name or pattern, and read under limits."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from glob import escape, glob
from itertools import accumulate
from pathlib import Path

from elzctl.cli.session import Session, Stop
from elzctl.disk import beginning
from elzctl.wording import Message, say

FOLDER = "private"
_HINT = say("Only files in the folder private/ are read: what stands there is in no document and not in Git.")


def private_files(session: Session, given: Iterable[str]) -> tuple[str, ...]:
    """The files by their paths from the root, each once.  Raises Stop for one that is not in the folder.

    A path counts from the user's folder or from the root.  Patterns such as ``private/*.csv`` are understood, because
    not every shell does that.
    """
    root = session.root()
    here = session.folder.resolve()
    found: dict[str, str] = {}
    for text in given:
        for path in _there(text, here, root):
            inner = _inside(path, root, text)
            found.setdefault(os.path.normcase(inner), inner)
    return tuple(found.values())


def read_private(root: Path, path: str, most: int) -> bytes | None:
    """The bytes of a file, ``None`` when there is none.  Raises Stop for a link, a folder, and more than *most* bytes."""
    places = list(accumulate(path.split("/"), os.path.join, initial=os.fspath(root)))
    try:
        if not os.path.lexists(places[-1]):
            return None
        if any(map(os.path.islink, places[1:])):
            raise _refused(path, say("is a link, or lies behind one; elzctl reads only real files"))
        if not stat.S_ISREG(os.lstat(places[-1]).st_mode):
            raise _refused(path, say("is no file; elzctl reads only files"))
        data = beginning(places[-1], most + 1)
    except OSError as error:
        raise _refused(path, say("cannot be read ({why})", why=error.strerror or type(error).__name__)) from None
    if len(data) > most:
        raise _refused(path, say("is larger than {limit} MB", limit=most >> 20))
    return data


def _refused(path: str, reason: Message) -> Stop:
    return Stop(say("{path} {reason}", path=path, reason=reason))


def _there(text: str, here: Path, root: Path) -> list[str]:
    """The full paths of what is named.  Raises Stop when there is nothing."""
    given = text.replace("\\", "/")
    if ".." in given.split("/"):
        raise Stop(say("“..” cannot stand in the path {path}", path=text[:200]), _HINT)
    for base in map(str, (here, root)):
        full = os.path.join(base, given)
        found = [full] if os.path.lexists(full) else sorted(glob(os.path.join(escape(base), given)))
        if found:
            return found
    raise Stop(say("There is no file {path}", path=text[:200]), say("Check the name; lists stand in private/."))


def _inside(full: str, root: Path, text: str) -> str:
    """The path from the root.  Raises Stop outside the folder."""
    path = Path(os.path.normpath(full))
    if not path.is_relative_to(root):  # the way to the root may be a link
        path = Path(os.path.realpath(path.parent), path.name)
    if not path.is_relative_to(root / FOLDER):
        raise Stop(say("{path} is not in the folder private/ of this plan", path=text[:200]), _HINT)
    return path.relative_to(root).as_posix()
