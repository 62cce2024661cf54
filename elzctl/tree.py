"""The files of a repository, read under limits.  Nothing outside the root is opened, no link is followed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from elzctl.record import NamedTuple
from elzctl.wording import Message, say

MAX_BYTES = 1 << 20
MAX_FILES = 20_000
CAREFUL = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened to be read: no link is followed and no pipe waited for, where the system can do that."""

_IGNORED_ENDS = ("~", ".swp", ".swo", ".orig", ".rej", ".tmp", ".bak")
_IGNORED_NAMES = frozenset({"thumbs.db", "desktop.ini", "readme.md"})


class Unreadable(Exception):
    """A file that is there and cannot be read; ``reason`` says why in words for a person."""

    def __init__(self, reason: Message, *, missing: bool = False) -> None:
        """*missing* when there is no such file at all."""
        super().__init__(reason.text)
        self.reason = reason
        self.missing = missing


class Entry(NamedTuple):
    """A name in a folder, with its path from the root; ``folder`` and ``link`` say what it is."""

    path: str
    name: str
    folder: bool
    link: bool


class Tree(Protocol):
    """Where a plan is read from: a working folder now, a commit later."""

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """What stands in *folder*, sorted by name; empty when there is no such folder. Raises Unreadable."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises Unreadable."""

    def tracked(self, folder: str) -> tuple[str, ...] | None:
        """The files of *folder* that Git keeps; ``None`` when it cannot tell."""


class WorkTree:
    """The working folder under *root*."""

    def __init__(self, root: Path) -> None:
        """*root* may itself be a link; nothing below it may."""
        self.root = root
        self._prefix = os.fspath(root)
        self._real: dict[str, bool] = {}

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """What stands in *folder*, without editors' leftovers and hidden files."""
        here = os.path.join(self._prefix, folder)
        try:
            self._refuse_links(folder)
            with os.scandir(here) as found:
                names = [
                    Entry(f"{folder}/{name}", name, e.is_dir(follow_symlinks=False), e.is_symlink())
                    for e in found
                    if not is_ignored(name := on_one_line(e.name))
                ]
        except FileNotFoundError:
            return ()
        except NotADirectoryError:
            raise Unreadable(say("is a file; elzctl expects a folder")) from None
        except OSError as error:
            raise Unreadable(_reason(error)) from None
        if len(names) > MAX_FILES:
            raise Unreadable(say("holds more than {limit} files", limit=MAX_FILES))
        names.sort()
        return tuple(names)

    def read(self, path: str) -> bytes:
        """The bytes of a regular file of at most :data:`MAX_BYTES`."""
        full = f"{self._prefix}{os.sep}{path}"
        self._refuse_links(path.rpartition("/")[0])
        try:
            if not hasattr(os, "O_NOFOLLOW") and os.path.islink(full):
                raise Unreadable(say("is a link; elzctl reads only real files"))
            handle = os.open(full, CAREFUL)
        except OSError as error:
            raise Unreadable(_reason(error), missing=isinstance(error, FileNotFoundError)) from None
        try:
            return _contents(handle)
        except OSError as error:
            raise Unreadable(_reason(error)) from None
        finally:
            os.close(handle)

    def tracked(self, folder: str) -> tuple[str, ...] | None:
        """The files of *folder* that are in Git's index."""
        from elzctl.git import tracked

        return tracked(self.root, folder)

    def _refuse_links(self, folder: str) -> None:
        """Raises Unreadable when *folder* or one above it, below the root, is a link: it may lead anywhere."""
        real = self._real.get(folder)
        if real is None:
            parts = folder.split("/")
            places = [os.path.join(self._prefix, *parts[: count + 1]) for count in range(len(parts))]
            real = self._real[folder] = not any(map(os.path.islink, places))
        if not real:
            raise Unreadable(say("is a link, or lies behind one; elzctl reads only real folders"))


def on_one_line(name: str) -> str:
    """A file name with what is not printable as its code: no such name is read, and all that tell of it are safe."""
    return name if name.isprintable() else name.encode("unicode_escape").decode()


def _contents(handle: int) -> bytes:
    status = os.fstat(handle)
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(say("is a folder; elzctl expects a file"))
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(say("is not an ordinary file"))
    if status.st_size > MAX_BYTES:
        raise Unreadable(say("is larger than {limit} KiB", limit=MAX_BYTES >> 10))
    # One byte more than there is: to ask for all that there may be costs more than the reading itself.
    pieces = [os.read(handle, status.st_size + 1)]
    while pieces[-1] and sum(map(len, pieces)) < status.st_size:
        pieces.append(os.read(handle, status.st_size + 1))
    return b"".join(pieces)


def is_ignored(name: str) -> bool:
    """True for what editors and systems leave behind, and for the page that explains a folder."""
    return name.startswith((".", "~")) or name.endswith(_IGNORED_ENDS) or name.lower() in _IGNORED_NAMES


def _reason(error: OSError) -> Message:
    if error.errno == errno.ELOOP:
        return say("is a link; elzctl reads only real files")
    if isinstance(error, FileNotFoundError):
        return say("does not exist")
    if isinstance(error, PermissionError):
        return say("may not be read with your rights")
    if isinstance(error, IsADirectoryError):
        return say("is a folder; elzctl expects a file")
    return say("cannot be read ({why})", why=error.strerror or type(error).__name__)


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above *start* that holds a ``plan`` folder, or ``None``."""
    return next((folder for folder in (start, *start.parents) if (folder / "plan").is_dir()), None)


class Changed:
    """A tree in which some files have another content."""

    def __init__(self, tree: Tree, files: Mapping[str, bytes]) -> None:
        self._tree = tree
        self._files = files

    def entries(self, folder: str) -> tuple[Entry, ...]:
        return self._tree.entries(folder)

    def read(self, path: str) -> bytes:
        return self._files[path] if path in self._files else self._tree.read(path)

    def tracked(self, folder: str) -> tuple[str, ...] | None:
        return self._tree.tracked(folder)
