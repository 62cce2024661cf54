"""Two things at once: one in this process and the other in a copy of it, on a computer with two processors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn, TypeVar

from elzctl.afterwards import keep_all

_LEFT: list[int] = []
T = TypeVar("T")
A = TypeVar("A")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begins *work* in a copy of this process, and returns what waits for its value; that has to be called, once.

    The value is copied back, so it should be small, and *work* may leave nothing else behind.  Where no copy is made it
    is done when its value is asked for; and so it is once more when the copy fails, so that its error is raised here.
    """
    copy = -1
    reading, writing = os.pipe() if _may_copy() else (-1, -1)
    if reading >= 0:
        try:
            copy = os.fork()
        except OSError:  # no room for another process
            os.close(reading)
            os.close(writing)
    if copy == 0:
        os.close(reading)  # else a copy that nobody waits for any more would wait for itself
        _answer(work, writing)
    if copy < 0:
        return work
    os.close(writing)
    return lambda: _asked(work, copy, reading)


def beside_told(work: Callable[[Callable[[], A]], T]) -> tuple[Callable[[A], None], Callable[[], T]]:
    """As :func:`beside`, for *work* that needs something which is not known when it begins.

    It is called with what waits for that.  Returned are what tells it, and what waits for the value; each has to be
    called once, in this order.  What is told should be small: it may wait until somebody listens.
    """
    told: list[A] = []
    listening, telling = os.pipe() if _may_copy() else (-1, -1)

    def listen() -> A:
        if told:
            return told[0]
        import pickle

        os.close(telling)  # else a copy that nobody tells anything any more would wait for itself
        with os.fdopen(listening, "rb") as pipe:
            found: A = pickle.load(pipe)  # noqa: S301 - it comes from the process that this one is a copy of
        return found

    def tell(value: A) -> None:
        told.append(value)
        if telling < 0:
            return
        import pickle

        with suppress(OSError), os.fdopen(telling, "wb") as pipe:  # when the copy is gone all is done here
            pickle.dump(value, pipe, pickle.HIGHEST_PROTOCOL)

    value = beside(lambda: work(listen))
    if listening >= 0:
        os.close(listening)
    return tell, value


def left(copy: int) -> None:
    """Lets a copy end that did its work, and forgets those that did: to end takes a process a while, and nobody waits."""
    _LEFT[:] = [*filter(_is_there, _LEFT), copy]


def _is_there(copy: int) -> bool:
    try:
        return os.waitpid(copy, os.WNOHANG)[0] == 0
    except ChildProcessError:  # of the process that this one is a copy of
        return False


def _may_copy() -> bool:
    """Only on Linux, which can tell how many processors are ours, and without threads: a copy does not have them."""
    ours = getattr(os, "sched_getaffinity", None)
    threads = sys.modules.get("threading")
    return ours is not None and len(ours(0)) > 1 and (threads is None or threads.active_count() == 1)


def _answer(work: Callable[[], T], writing: int) -> NoReturn:
    """Ends the copy, whatever happens: it may not go on with what this process was doing."""
    code = 1
    try:
        import pickle

        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        keep_all()
        code = 0
    finally:
        os._exit(code)


def _asked(work: Callable[[], T], copy: int, reading: int) -> T:
    import pickle

    with os.fdopen(reading, "rb") as pipe, suppress(EOFError, pickle.UnpicklingError):  # of a copy that failed
        value: T = pickle.load(pipe)  # noqa: S301 - it comes from a copy of this very process
        left(copy)
        return value
    os.waitpid(copy, 0)
    return work()
