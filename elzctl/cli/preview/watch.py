"""Which files of a plan were saved: by looking at their times and sizes again and again, which works on every system."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

FOLDERS = ("plan", "meetings", "templates")
"""What a site is made of."""

_DEEPEST = 4
_MOST = 50_000


class Mark(NamedTuple):
    """What differs after a file was saved, even when the new one has the length and the time of the old one."""

    changed: int
    size: int
    number: int


def marks(root: Path) -> dict[str, Mark]:
    """The marks of all files, by their paths from *root*.  No link is followed; what cannot be looked at is not there."""
    found: dict[str, Mark] = {}
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
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue
        yield path, Mark(status.st_mtime_ns, status.st_size, status.st_ino)
