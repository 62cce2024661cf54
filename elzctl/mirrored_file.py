"""One file in a folder of output: what it holds, and how it is written so that nobody ever reads half of it."""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from elzctl.disk import beginning
from elzctl.wording import say
from elzctl.write_faults import WriteFault, in_words, plainly

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_PATIENCE = 2.0
"""So many seconds another run has for one file."""


def put(name: str, data: bytes, *, is_new: bool) -> bool:
    """Writes a file; one that is there already has its old content up to the moment that it has the new.

    False when it was to be new, and another run makes the same at the same time.  Raises WriteFault.
    """
    # Beside it: some disks take twice as long to bring a new file into another folder.
    written = name if is_new else f"{os.path.dirname(name)}/.elzctl-{os.getpid()}-{os.urandom(6).hex()}.tmp"
    try:
        file = _new(written)
        try:
            try:
                done = os.write(file, data)
                while done < len(data):
                    done += os.write(file, data[done:])
            finally:
                os.close(file)
            if not is_new:
                os.replace(written, name)
        except BaseException:
            with suppress(OSError):
                os.unlink(written)
            raise
    except OSError as error:
        if is_new and isinstance(error, FileExistsError) and _comes(name, data):
            return False
        raise in_words(error, name) from None
    return True


def _comes(name: str, data: bytes) -> bool:
    """True when a file holds *data*, maybe after a while: what is in it is a part of that as long as it is being written."""
    until = time.monotonic() + _PATIENCE
    with suppress(OSError):
        while stat.S_ISREG(os.lstat(name).st_mode) and data.startswith(found := beginning(name, len(data) + 1)):
            if len(found) == len(data):
                return True
            if time.monotonic() > until:
                break
            time.sleep(0.01)
    return False


def _new(name: str) -> int:
    """A new file, in a folder that is made when it is not there."""
    try:
        return os.open(name, _NEW, 0o666)
    except FileNotFoundError:
        with suppress(FileExistsError):  # another run made it
            os.mkdir(os.path.dirname(name))
        return os.open(name, _NEW, 0o666)


def check_folder(folder: Path) -> None:
    """Raises WriteFault when a folder, should it be there, is none, or a link."""
    with plainly(str(folder)):
        try:
            status = os.lstat(folder)
        except FileNotFoundError:
            return
        if stat.S_ISLNK(status.st_mode):
            raise WriteFault(say("This is a link, or lies behind one; nothing was written"), str(folder))
        if not stat.S_ISDIR(status.st_mode):
            raise WriteFault(say("This is a file and no folder; nothing was written"), str(folder))


def content(folder: Path, path: str) -> bytes | None:
    """What a file holds; ``None`` when it is not there."""
    name = f"{folder}/{path}"
    with plainly(name):
        try:
            status = os.lstat(name)
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not stat.S_ISREG(status.st_mode):
            raise WriteFault(say("This is not an ordinary file; nothing was written"), name)
        return beginning(name, status.st_size + 1)
