"""A change of several files that was cut off halfway, by a power cut or a kill: what of it is done, and how it is finished."""

from __future__ import annotations

import os
import stat
from enum import Enum
from pathlib import Path

from elzctl.disk import beginning, place, put
from elzctl.journal import JOURNAL, Step, digest, read
from elzctl.record import NamedTuple
from elzctl.wording import say
from elzctl.write_faults import WriteFault, plainly

_LARGEST = 64 << 20


class State(Enum):
    """How far a file is: it holds the new text, its old one with the new one beside it, or something else."""

    DONE = "done"
    WAITING = "waiting"
    OTHER = "other"


class Half(NamedTuple):
    """A change that was cut off: the paths of its files, by how far they are."""

    done: tuple[str, ...]
    waiting: tuple[str, ...]
    other: tuple[str, ...]


def cut_off(root: Path) -> Half | None:
    """The change under *root* of which some files are changed and some are not; ``None`` when there is none."""
    steps = _steps(root) or ()
    states = [(step.path, _state(root, step)) for step in steps]
    half = Half(*(tuple(path for path, state in states if state is wanted) for wanted in State))
    return half if half.done and len(half.done) < len(steps) else None


def finish(root: Path) -> tuple[str, ...]:
    """Replaces the files that a change which was cut off did not come to, and returns their paths.  Raises WriteFault.

    Of a change that had replaced nothing yet only the temporary files go.  Nobody else may be writing.
    """
    steps = _steps(root)
    if steps is None:
        return ()
    half = cut_off(root)
    if half is not None and half.other:
        message = say("A change of several files was cut off, and this one cannot be finished; see “elzctl doctor”")
        raise WriteFault(message, half.other[0])
    waiting = half.waiting if half is not None else ()
    for step in steps:
        if step.path in waiting:
            with plainly(step.path):
                target = place(root, step.path).target
                put(_beside(target, step), target, fresh=not step.old and not os.path.lexists(target))
    for step in steps:
        _forget(root, step)
    with plainly(JOURNAL):
        os.unlink(os.path.join(root, JOURNAL))
    return waiting


def _steps(root: Path) -> tuple[Step, ...] | None:
    """What was about to be replaced; ``None`` when nothing was."""
    try:
        return read(beginning(os.path.join(root, JOURNAL), _LARGEST))
    except FileNotFoundError:
        return None
    except OSError:
        return ()


def _state(root: Path, step: Step) -> State:
    try:
        target = place(root, step.path).target
        now = _digest(target)
        if now == step.new:
            return State.DONE
        # On a disk without hard links a new file is an empty one for a moment.
        is_old = now == step.old or (not step.old and now == digest(b""))
        beside = _beside(target, step)
        is_ours = is_old and os.lstat(beside).st_mtime_ns == step.stamp
        return State.WAITING if is_ours and _digest(beside) == step.new else State.OTHER
    except (OSError, WriteFault):
        return State.OTHER


def _digest(name: str) -> str:
    """Of what an ordinary file holds; ``""`` when there is none.  Raises OSError."""
    if not os.path.lexists(name):
        return ""
    if not stat.S_ISREG(os.lstat(name).st_mode):
        raise IsADirectoryError(name)
    return digest(beginning(name, _LARGEST))


def _beside(target: str, step: Step) -> str:
    return os.path.join(os.path.dirname(target), step.temporary)


def _forget(root: Path, step: Step) -> None:
    """Removes the temporary file of a step, where there still is one."""
    try:
        os.unlink(_beside(place(root, step.path).target, step))
    except (OSError, WriteFault):
        return
