"""Work in child processes under limits: what a hostile text makes slow or large ends with a plain message.

Where the system can fork, a child is a copy of this process; elsewhere it is a new Python.  It starts before its job is
known and imports what it will need, while this process finds out what there is to do; the job comes through a pipe.
One can even be begun before the command line is understood (:class:`~elzctl.render.copied.Copy`).
Time on the clock is limited everywhere, processor time and memory where the system can do that.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Thread, active_count
from types import TracebackType
from typing import IO, Any, Protocol

from elzctl.beside import left
from elzctl.render.copied import Copy
from elzctl.render.job import Answer, Job, Parcel, too_large, too_slow
from elzctl.wording import Message, say

POLL = 0.1
"""Seconds between two looks at the clock; a child that is ready is seen at once."""

_SPAWN = "from elzctl.render.job import spawned; spawned()"


class Stopped(Exception):
    """A job that has no result; ``message`` says why in words for a person.

    ``was_killed`` tells that somebody or something ended it, and no limit: it may go well another time.
    """

    def __init__(self, message: Message, *, was_killed: bool = False) -> None:
        """*message* names the job."""
        super().__init__(message.text)
        self.message = message
        self.was_killed = was_killed


class Children:
    """Children that work at the same time.  Leaving the ``with`` block ends those that still run."""

    def __init__(
        self, modules: Sequence[Sequence[str]], *, fork: bool | None = None, begun: Child | None = None
    ) -> None:
        """One child for each group of *modules*, which it imports while it waits for its job.

        *fork* copies this process, which then must have one thread; otherwise new ones are made.  The first one is the
        one that was *begun* already, when there is one.
        """
        self._modules = modules
        self._begun = begun
        self._fork = _may_fork() if fork is None else fork
        self._children: list[Child] = []
        self._jobs: Sequence[Job] = ()

    def __enter__(self) -> Children:
        # All processes before the first thread: a copy of a process with threads may hang.
        try:
            self._children += [self._begun] if self._begun is not None else []
            for modules in self._modules[len(self._children) :]:
                self._children.append(Child(_forked(modules) if self._fork else _Spawned(modules)))
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def give(self, jobs: Sequence[Job]) -> None:
        """Sets each child to work, on a job of its own; the limits count from now."""
        self._jobs = jobs
        self._started = time.monotonic()
        for child, job in zip(self._children, jobs, strict=True):
            child.job = job
            child.start()
            # Nothing may change a plan meanwhile, not even by finding out more of it.
            child.is_told.wait(job.limits.seconds)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.end()

    def results(
        self, waiting: Callable[[], object] = lambda: None, part: Callable[[Any], object] = lambda _: None
    ) -> tuple[Any, ...]:
        """What the jobs return, in their order; of one that gives parts a list of these.

        *waiting* is called again and again meanwhile, and *part* with each part when it is there.  Raises Stopped.
        """
        pairs = zip(self._jobs, self._children, strict=True)
        return tuple(self._result(job, child, waiting, part) for job, child in pairs)

    def _result(self, job: Job, child: Child, waiting: Callable[[], object], part: Callable[[Any], object]) -> Any:
        known = 0
        while True:
            is_over = child.is_over  # before it is looked what there is: nothing comes after that
            for one in child.parts[known:]:
                part(one)
                known += 1
            if is_over:
                break
            left = self._started + job.limits.seconds - time.monotonic()
            if left <= 0:
                raise Stopped(too_slow(job))
            if child.news.wait(min(left, POLL)):
                child.news.clear()
            waiting()
        answer = child.answer
        code = child.end()
        if answer is None:
            raise child.fault or _ended(job, code)
        if answer.reason is not None:
            raise Stopped(answer.reason)
        if answer.trace:
            raise RuntimeError(answer.trace)
        return child.parts if answer.in_parts else answer.value


def _tell(job: Job, target: IO[bytes]) -> None:
    """A job on its way to a child, without where in a file each value of a plan stands: that is half of it, and who draws never asks.

    The child makes values of the first of it while the last is still to come.
    """
    from elzctl.source import Places

    pickler = pickle.Pickler(target, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {Places: lambda _: (dict, ())}
    pickler.dump(job)


def taken(copy: Copy) -> Child:
    """A copy that was made before the command line was understood, as a child."""
    return Child(_Forked(copy))


def _may_fork() -> bool:
    """False where the system cannot copy this process, or the copy could hang: the PDF engine has threads of its own."""
    return hasattr(os, "fork") and active_count() == 1 and "typst" not in sys.modules


class _Process(Protocol):
    """A child as the system knows it; ``wait`` gives its exit code, the negative number of a signal that ended it.

    ``leave`` lets one end that did all its work, and ``room`` is that of :class:`~elzctl.render.job.Parcel`.
    """

    stdin: IO[bytes]
    stdout: IO[bytes]
    room: int

    def kill(self) -> None: ...

    def wait(self) -> int: ...

    def leave(self) -> None: ...

    def close(self) -> None: ...


class Child(Thread):
    """Tells a child its job and reads what it writes, so that neither waits for us."""

    def __init__(self, process: _Process) -> None:
        super().__init__(daemon=True)
        self.job: Job | None = None
        self.is_told = Event()
        """Set when the child knows its job, or when it cannot be told."""
        self.fault: Exception | None = None
        """Why the job could not be told."""
        self.parts: list[Any] = []
        self.answer: Answer | None = None
        self.news = Event()
        """Set when a part came, or all."""
        self.is_over = False
        self._process = process
        self._code: int | None = None

    def run(self) -> None:
        try:
            with suppress(OSError), self._process.stdin as target:
                if self.job is not None:
                    _tell(self.job, target)
        except Exception as fault:  # noqa: BLE001 - who asked raises it
            self.fault = fault
        self.is_told.set()
        with suppress(Exception):  # of a child that was stopped
            while True:
                found = pickle.load(self._process.stdout)  # noqa: S301 - written by our own code in our own child
                if isinstance(found, Answer):
                    self.answer = found
                    break
                self.parts.append(found.opened(self._process.room) if isinstance(found, Parcel) else found)
                self.news.set()
        self.is_over = True
        self.news.set()

    def end(self) -> int:
        """The exit code, 0 of one that answered; a child that still runs is killed first."""
        if self._code is None:
            if self.answer is None:
                self._process.kill()
                self._code = self._process.wait()
            else:
                self._process.leave()
                self._code = 0
            if self.ident is not None:
                self.join()
            self._process.stdout.close()
            self._process.close()
            with suppress(OSError):
                self._process.stdin.close()
        return self._code


def _forked(modules: Sequence[str]) -> _Forked:
    sys.stdout.flush()
    sys.stderr.flush()
    return _Forked(Copy(modules))


class _Forked:
    """A copy of this process."""

    def __init__(self, copy: Copy) -> None:
        self.pid = copy.pid
        self.stdin: IO[bytes] = os.fdopen(copy.giving, "wb")
        self.stdout: IO[bytes] = os.fdopen(copy.reading, "rb")
        self.room = copy.room

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def leave(self) -> None:
        left(self.pid)

    def close(self) -> None:
        if self.room >= 0:
            os.close(self.room)


class _Spawned:
    """A new Python."""

    room = -1

    def __init__(self, modules: Sequence[str]) -> None:
        import subprocess

        command = [sys.executable, "-P", "-c", _SPAWN, *modules]  # -P: no module of the folder where we are
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 - our own code
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.stdin: IO[bytes] = self._process.stdin
        self.stdout: IO[bytes] = self._process.stdout

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> int:
        return self._process.wait()

    def leave(self) -> None:
        self._process.wait()

    def close(self) -> None:
        """There is nothing more."""


def _ended(job: Job, code: int) -> Stopped:
    """Why a child that was ended by a signal has no result."""
    if -code == getattr(signal, "SIGXCPU", None):
        return Stopped(too_slow(job, seconds=job.limits.cpu))
    if -code == getattr(signal, "SIGALRM", None):
        return Stopped(too_slow(job))
    if -code in [getattr(signal, name, None) for name in ("SIGABRT", "SIGSEGV", "SIGBUS")]:
        return Stopped(too_large(job))
    words = say("{name}: the system ended the work before it was done, perhaps because memory ran out", name=job.name)
    return Stopped(words, was_killed=True)
