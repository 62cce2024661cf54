"""One elzctl at a time: a lock file that says who writes, and that a process which died does not leave for ever."""

from __future__ import annotations

import json
import os
import sys
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from elzctl.disk import beginning
from elzctl.journal import TEMPORARY
from elzctl.record import NamedTuple
from elzctl.unfinished import finish
from elzctl.wording import Message, say
from elzctl.write_faults import WriteFault, plainly

LOCK = ".elzctl.lock"
WAIT = 5.0
# Writing takes well under a second: a process with this number that lives now is another one than the writer.
STALE_AFTER = 600.0

_PAUSE = 0.02
_LARGEST = 4096
_EXCLUSIVE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class _Holder(NamedTuple):
    pid: int
    host: str
    time: str


@contextmanager
def lock(root: Path, *, wait: float = WAIT, fresh: bool = False) -> Iterator[None]:
    """Keeps every other elzctl from writing under *root*; waits *wait* seconds for one that does. Raises WriteFault.

    A lock that a dead process of this computer left behind is taken over.  A process that holds the lock waits for
    itself when it asks again.

    A change of several files that was cut off is finished here.  Who read the files before that is refused, unless it is
    *fresh*: it reads them only now.
    """
    place = os.path.join(root, LOCK)
    with plainly(LOCK):
        mine = _take(place, time.monotonic() + wait)
    try:
        finished = finish(root)
        if finished and not fresh:
            message = say(
                "An earlier change was cut off; it is finished now. See what it did, and give your command again"
            )
            raise WriteFault(message, finished[0])
        yield
    finally:
        _release(place, mine)


def take_away(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Removes temporary files of elzctl whose writer is gone, and returns their paths.  The lock has to be held."""
    gone = []
    for path in paths:
        place = os.path.join(root, path)
        match = TEMPORARY.fullmatch(os.path.basename(path))
        held = None if match is None else json.dumps({"pid": int(match["pid"]), "host": _host(), "time": ""}).encode()
        with plainly(path):
            if _is_stale(place, held or _content(place) or b""):
                os.unlink(place)
                gone.append(path)
    return tuple(gone)


def _take(place: str, deadline: float) -> bytes:
    """Makes the lock file and returns its content, which no other lock has."""
    mine = _signature()
    while True:
        late = time.monotonic() > deadline
        try:
            _sign(place, os.open(place, _EXCLUSIVE, 0o666), mine)
            return mine
        except FileExistsError:
            held = _content(place)
            if held is not None and _is_stale(place, held):
                _clear(place, held, deadline)
                continue
            if late:
                raise WriteFault(_committed(place) or _busy(_holder(held or b"")), LOCK) from None
        except PermissionError:  # on Windows also: the file is just being removed
            if os.name != "nt" or late:
                raise
        time.sleep(_PAUSE)


def _sign(place: str, handle: int, mine: bytes) -> None:
    try:
        with open(handle, "wb") as file:
            file.write(mine)
    except BaseException:
        os.unlink(place)
        raise


def _clear(place: str, held: bytes, deadline: float) -> None:
    """Removes a dead process's lock, and never the lock of another that was quicker to remove it.

    Whoever removes the lock *held* has to hold a lock of its own that is named after it.  So nobody else removes
    it between the look and the removal, and as no two locks are the same it does not come back.
    """
    claim = os.path.join(os.path.dirname(place), f".elzctl-{zlib.crc32(held):08x}.tmp")
    mine = _take(claim, deadline)
    try:
        if _content(place) == held:
            os.unlink(place)
    finally:
        _release(claim, mine)


def _release(place: str, mine: bytes) -> None:
    for pause in (0.01, 0.05, 0.2):
        try:
            if _content(place) == mine:
                os.unlink(place)
            return
        except PermissionError:  # on Windows while another process looks at it
            time.sleep(pause)
        except OSError:
            return


def _signature() -> bytes:
    now = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    return json.dumps({"pid": os.getpid(), "host": _host(), "time": now, "id": os.urandom(8).hex()}).encode() + b"\n"


def _content(place: str) -> bytes | None:
    """What the lock file says; empty when it cannot be read, ``None`` when it is gone."""
    try:
        return beginning(place, _LARGEST)
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def _holder(held: bytes) -> _Holder | None:
    """Who made a lock, if it says so properly: it may come out of a repository that others shaped."""
    try:
        match json.loads(held):
            case {"pid": int(pid), "host": str(host), "time": str(since)} if 0 < pid < 1 << 31:
                return _Holder(pid, host, since)
    except (ValueError, RecursionError):
        pass
    return None


def _is_stale(place: str, held: bytes) -> bool:
    holder = _holder(held)
    if holder and holder.host != _host():
        return False  # nobody here can know
    if holder and not _is_alive(holder.pid):
        return True
    try:
        return time.time() - os.lstat(place).st_mtime > STALE_AFTER
    except FileNotFoundError:
        return False


def _is_alive(pid: int) -> bool:
    if sys.platform != "win32":  # there os.kill would end it, so age alone decides
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            pass
    return True


def _committed(place: str) -> Message | None:
    """What to say of a lock that came with somebody's changes: Git keeps it, and nobody holds it."""
    from elzctl.git import tracked

    folder, name = os.path.split(place)
    if not tracked(Path(folder), name):
        return None
    return say(
        "This file came with somebody's changes, and no elzctl is writing: take it out of Git with “{command}”",
        command=f"git rm --force {name}",
    )


def _busy(holder: _Holder | None) -> Message:
    if holder is None:
        return say("Another elzctl seems to be writing here; if none is, remove this file")
    if holder.host == _host():
        return say("Another elzctl is writing here (process {pid}, since {time})", pid=holder.pid, time=holder.time)
    return say(
        "Another elzctl is writing here (on {host}, since {time}); if none is, remove this file",
        host=holder.host,
        time=holder.time,
    )


def _host() -> str:
    import socket

    return socket.gethostname()
