"""Which code and which templates elzctl is made of now: what other code made is of no use to it.

To look at a thousand files takes as long as to read a plan.  So a copy of the process that has nothing else to do does it
beside (:class:`elzctl.render.copied.Copy`), and leaves what it found at the beginning of the file in memory that both have.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from zlib import crc32

from elzctl import __version__

_LONGEST = 200
_END = b"\n"
_ROOM: list[int] = []


def left_in(room: int) -> None:
    """Has :func:`code` look for what a copy found in this file first."""
    _ROOM[:] = [room]


def forget() -> None:
    """Has it find all itself again."""
    _ROOM.clear()
    code.cache_clear()


def leave(room: int) -> None:
    """Finds it, in a copy, and leaves it in the file.  Raises OSError."""
    os.pwrite(room, _found().encode() + _END, 0)


@cache
def code() -> str:
    """A text that no other code and no other templates have."""
    for room in _ROOM:
        with suppress(OSError):  # of a room that is closed by now
            left, is_whole, _ = os.pread(room, _LONGEST, 0).partition(_END)
            if is_whole and left.startswith(_first().encode()):
                return left.decode()
    return _found()


def _found() -> str:
    found = find_spec("typer")
    assert found is not None
    assert found.origin is not None
    # The folder of libraries changes when anything is installed there.
    libraries = os.stat(os.path.dirname(os.path.dirname(found.origin))).st_mtime_ns
    here = os.path.dirname(__file__)
    # Templates lie in the package, and beside it where somebody works on elzctl.
    beside = os.path.join(os.path.dirname(here), "templates", "html")
    is_apart = not os.path.isdir(os.path.join(here, "_templates", "html"))
    files = stamps(here, *([beside] if is_apart else []))
    return f"{_first()}{libraries} {crc32(marshal.dumps(files, 2)):08x}"


def _first() -> str:
    return f"{__version__} {sys.version_info[:3]} "


def stamps(*folders: str) -> list[str | int]:
    """The names of the files in these folders and below, and when each was changed; in the order of the disk, which stays."""
    found: list[str | int] = []
    waiting = [*folders]
    for place in waiting:
        found.append(place)
        with os.scandir(place) as entries:
            for entry in entries:
                if not entry.is_dir():
                    found += entry.name, entry.stat().st_mtime_ns
                elif entry.name != "__pycache__":
                    waiting.append(entry.path)
    return found
