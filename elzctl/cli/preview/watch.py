"""Which files of a plan were saved: by looking at their times and sizes again and again, which works on every system."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from elzctl.git import own_folder
from elzctl.record import NamedTuple

FOLDERS = ("plan", "meetings", "templates")
"""What a site is made of."""
COMMITS = ".git/logs/HEAD"
"""Git writes a line in this file of its own folder for each commit, after which the history of the site is another one."""

TICK, LONGEST = 0.15, 0.4
"""Seconds between two looks at the files: when these are few, and at most."""

_SHARE = 20
_DEEPEST = 4
_MOST = 50_000


class Mark(NamedTuple):
    """What differs after a file was saved, even when the new one has the length and the time of the old one."""

    changed: int
    size: int
    number: int


class Files:
    """The files of a plan, and which of them were saved since somebody asked."""

    def __init__(self, root: Path) -> None:
        """What is saved from now on counts."""
        self._root = root
        self._known = marks(root)
        self._pause = TICK

    def saved(self) -> tuple[str, ...]:
        """What was saved since the last time."""
        begun = time.thread_time()
        before, self._known = self._known, marks(self._root)
        self._pause = pause(time.thread_time() - begun)
        return differences(before, self._known)

    def wait(self, meanwhile: Callable[[], object]) -> tuple[str, ...]:
        """What was saved, as soon as something was; *meanwhile* is called again and again."""
        while True:
            time.sleep(self._pause)
            if found := self.saved():
                return found
            meanwhile()


def pause(spent: float) -> float:
    """Seconds up to the next look, after one that kept a processor busy for *spent*: one part in twenty of the time.

    How long it took on the clock does not count: while pages are made on a busy computer that can be a hundred times as
    much, and whoever saves a file just then would wait for seconds.
    """
    return min(LONGEST, max(TICK, _SHARE * spent))


def marks(root: Path) -> dict[str, Mark]:
    """The marks of all files, by their paths from *root*, and that of the last commit.

    No link is followed; what cannot be looked at is not there.
    """
    git = own_folder(root)
    mark = None if git is None else _mark(git / "logs" / "HEAD")
    found: dict[str, Mark] = {} if mark is None else {COMMITS: mark}
    for name in FOLDERS:
        for path, mark in _below(root, name, _DEEPEST):
            found[path] = mark
            if len(found) >= _MOST:
                return found
    return found


def differences(before: Mapping[str, Mark], after: Mapping[str, Mark]) -> tuple[str, ...]:
    """The paths of files that were saved, came or went."""
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))


def _below(root: Path, folder: str, depth: int) -> Iterator[tuple[str, Mark]]:
    try:
        with os.scandir(root / folder) as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        path = f"{folder}/{entry.name}"
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth:
                    yield from _below(root, path, depth - 1)
                continue
        except OSError:
            continue
        mark = _mark(entry)
        if mark is not None:
            yield path, mark


def _mark(file: os.DirEntry[str] | Path) -> Mark | None:
    try:
        status = os.lstat(file) if isinstance(file, Path) else file.stat(follow_symlinks=False)
    except OSError:
        return None
    return Mark(status.st_mtime_ns, status.st_size, status.st_ino)
