"""Writing as Git does: a file is its old or its new self, whole, whatever happens to machine or process."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from itertools import accumulate
from pathlib import Path

from elzctl import write_faults
from elzctl.journal import JOURNAL, Step, digest, written
from elzctl.record import NamedTuple
from elzctl.tree import CAREFUL
from elzctl.wording import say
from elzctl.write_faults import WriteFault, plainly

_BINARY = getattr(os, "O_BINARY", 0)
_JUNCTION = 0xA0000003
# Names that leave the root, or that Windows reads as another name (".git." is ".git", "a:b" a stream of "a").
_ODD_NAME = re.compile(r"|.*[\x00-\x1f\\:].*|.*[. ]|\.git|git~\d+", re.IGNORECASE | re.DOTALL)


class Change(NamedTuple):
    """What a file is to hold; *expected* is what it holds now, ``None`` when there must be no such file."""

    path: str
    data: bytes
    expected: bytes | None


def write(root: Path, path: str, data: bytes, *, expected: bytes | None) -> None:
    """Replaces the file *path* under *root*, or creates it when *expected* is ``None``. Raises WriteFault.

    The file must still hold exactly *expected*.  No part of *path* may be a link.
    """
    write_all(root, (Change(path, data, expected),))


def write_all(root: Path, changes: Sequence[Change]) -> None:
    """All of the changes, or none. Raises WriteFault.

    Everything is checked and on the disk under temporary names before the first file is replaced.  When a later one
    then fails, the earlier ones are put back.  What is cut off on the way is finished by the next one who takes the lock.
    """
    done: list[Change] = []
    with ExitStack() as leftovers:
        staged = [_stage(root, change, leftovers) for change in changes]
        if len(changes) > 1:
            _note(root, changes, staged, leftovers)
        try:
            for change, (target, temporary) in zip(changes, staged, strict=True):
                with plainly(change.path):
                    _check(target, change)
                    put(temporary, target, fresh=change.expected is None)
                done.append(change)
                _sync(os.path.dirname(target))
        except BaseException:
            _undo(root, done)
            raise


def write_output(path: Path, data: bytes, *, within: Path | None = None, durable: bool = True) -> None:
    """Makes or overwrites an output file anywhere. Raises WriteFault.

    A link in its place is refused, for it may have come in with somebody's changes; so is a linked folder below *within*.
    What is not *durable* is not waited for until it is on the disk: one of many files, which can be made again.
    """
    with ExitStack() as leftovers, plainly(str(path)):
        target = os.path.abspath(path)
        below = [Path(target), *Path(target).parents]
        guarded = [place for place in below[1:] if within is not None and within in place.parents]
        if os.path.islink(target) or any(map(os.path.islink, guarded)):
            raise WriteFault(say("This is a link, or lies behind one; nothing was written"), str(path))
        status = _status(target)
        if status:
            _check_kind(status, str(path))
        for folder in reversed(below[1:]):
            if not folder.is_dir():
                _make(os.fspath(folder), leftovers)
        _replace(_temporary(os.path.dirname(target), data, status, leftovers, durable=durable), target)
        if durable:
            _sync(os.path.dirname(target))


def beginning(name: str, limit: int) -> bytes:
    """The first *limit* bytes of a file that is no link. Raises OSError."""
    with open(os.open(name, CAREFUL), "rb") as file:
        return file.read(limit)


# One file


class Place(NamedTuple):
    """The full name of a file, and of the folders above it up to the root, the outer ones first."""

    folders: tuple[str, ...]
    target: str


def place(root: Path, path: str) -> Place:
    """Where a file stands.  Raises WriteFault when that is not inside, or behind a link."""
    parts = path.split("/")
    if any(_ODD_NAME.fullmatch(part) for part in parts):
        raise WriteFault(say("This is not a path inside the plan; nothing was written"), path)
    _, *folders, target = accumulate(parts, os.path.join, initial=os.fspath(root))
    for folder in folders:
        status = _status(folder)
        if status is None:
            break
        _check_folder(status, path)
    return Place(tuple(folders), target)


def put(temporary: str, target: str, *, fresh: bool) -> None:
    """Gives a temporary file its name: in the place of another, or, when it is to be *fresh*, where there is none."""
    (_create if fresh else _replace)(temporary, target)


def _note(root: Path, changes: Sequence[Change], staged: Sequence[tuple[str, str]], leftovers: ExitStack) -> None:
    """Writes down what is going to be replaced; *leftovers* removes it again."""
    name = os.path.join(root, JOURNAL)
    with plainly(JOURNAL):
        steps = [
            Step(
                *(change.path, os.path.basename(temporary), os.lstat(temporary).st_mtime_ns),
                *(digest(change.expected), digest(change.data)),
            )
            for change, (_, temporary) in zip(changes, staged, strict=True)
        ]
        if _status(name) is None:
            leftovers.callback(_remove, name)
        _fill(name, written(steps), 0o600, durable=True)
        _sync(os.fspath(root))


def _stage(root: Path, change: Change, leftovers: ExitStack) -> tuple[str, str]:
    """The full name of a file and of its temporary file, which holds the new bytes."""
    with plainly(change.path):
        folders, target = place(root, change.path)
        status = _check(target, change)
        for folder in folders:
            _make(folder, leftovers)
        return target, _temporary(os.path.dirname(target), change.data, status, leftovers)


def _check(target: str, change: Change) -> os.stat_result | None:
    """What is known of a file that holds what it should hold."""
    status = _status(target)
    if change.expected is None:
        if status:
            raise WriteFault(write_faults.EXISTS, change.path)
        return None
    if status is None:
        raise WriteFault(write_faults.GONE, change.path)
    _check_kind(status, change.path)
    if status.st_size != len(change.expected) or beginning(target, len(change.expected) + 1) != change.expected:
        raise WriteFault(write_faults.CHANGED, change.path)
    return status


def _check_kind(status: os.stat_result, path: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise WriteFault(write_faults.ODD, path)
    if not status.st_mode & 0o222:
        raise WriteFault(say("This file is read-only; nothing was written"), path)


def _check_folder(status: os.stat_result, path: str) -> None:
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION:
        raise WriteFault(say("A part of this path is a link; elzctl writes only in real folders"), path)
    if not stat.S_ISDIR(status.st_mode):
        raise WriteFault(write_faults.NO_FOLDER, path)


def _temporary(
    folder: str, data: bytes, like: os.stat_result | None, leftovers: ExitStack, *, durable: bool = True
) -> str:
    """A new file with *data*, safe on the disk when it is to be *durable*, with the rights of *like*; *leftovers* removes it again."""
    name = os.path.join(folder, f".elzctl-{os.getpid()}-{os.urandom(6).hex()}.tmp")
    leftovers.callback(_remove, name)
    _fill(name, data, 0o600 if like else 0o666, durable=durable)
    if like:
        os.chmod(name, stat.S_IMODE(like.st_mode))
    return name


def _fill(name: str, data: bytes, mode: int, *, durable: bool) -> None:
    """A new file with *data*, which may be read and written as *mode* says."""
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def _replace(temporary: str, target: str) -> None:
    for pause in (0.02, 0.1, 0.5) if os.name == "nt" else ():
        try:
            os.replace(temporary, target)
            return
        except PermissionError:  # a virus scanner or an indexer looks at it
            time.sleep(pause)
    os.replace(temporary, target)


def _create(temporary: str, target: str) -> None:
    """Gives the temporary file its name, and never one that is taken. Raises FileExistsError."""
    if os.name == "nt":
        os.rename(temporary, target)  # on Windows this refuses a name that is taken
        return
    try:
        os.link(temporary, target)
        return
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links (a USB stick, some shares): reserve the name first
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
    try:
        os.replace(temporary, target)
    except BaseException:
        _remove(target)
        raise


def _undo(root: Path, done: Sequence[Change]) -> None:
    for change in reversed(done):
        try:
            if change.expected is not None:
                write(root, change.path, change.expected, expected=change.data)
                continue
            target = os.path.join(root, change.path)
            with plainly(change.path):
                _check(target, change._replace(expected=change.data))
                os.unlink(target)
        except WriteFault:
            raise WriteFault(say("Only a part was written: this file could not be put back"), change.path) from None


def _make(folder: str, leftovers: ExitStack) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    leftovers.callback(_remove_empty, folder)  # does nothing once a file stands in it
    _sync(os.path.dirname(folder))


def _remove(name: str) -> None:
    with suppress(OSError):
        os.unlink(name)


def _remove_empty(folder: str) -> None:
    with suppress(OSError):
        os.rmdir(folder)


def _status(name: str) -> os.stat_result | None:
    with suppress(FileNotFoundError):
        return os.lstat(name)
    return None


def _sync(folder: str) -> None:
    """Makes the names in a folder outlast a power cut, on systems that can."""
    if os.name != "nt":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
