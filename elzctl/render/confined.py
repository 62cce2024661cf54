"""Work in child processes under limits: what a hostile text makes slow or large ends with a plain message.

Where the system can fork, a child is a copy of this process and starts at once; elsewhere it is a new Python that gets
its job through a pipe.  Time on the clock is limited everywhere, processor time and memory where the system can do that.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread, active_count
from types import TracebackType
from typing import IO, Any, NamedTuple, NoReturn, Protocol

from elzctl.wording import Message, say

POLL = 0.1
"""Seconds between two looks at the clock; a child that is ready is seen at once."""

_MEGABYTE = 1 << 20
_SPAWN = "from elzctl.render.confined import spawned; spawned()"


class Limits(NamedTuple):
    """What one child may take: seconds on the clock, seconds of processor time, bytes of memory."""

    seconds: int
    cpu: int
    memory: int


class Job(NamedTuple):
    """A function of a module with its arguments; *name* says in messages what it makes.

    Arguments and result are values that can be pickled.
    """

    name: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    limits: Limits


class Refused(Exception):
    """Raised by a job that cannot be done; ``message`` says why in words for a person."""

    def __init__(self, message: Message) -> None:
        """*message* reaches the person who asked."""
        super().__init__(message)
        self.message = message


class Stopped(Exception):
    """A job that has no result; ``message`` says why in words for a person."""

    def __init__(self, message: Message) -> None:
        """*message* names the job."""
        super().__init__(message.text)
        self.message = message


class Children:
    """The children that work on some jobs, all at the same time.  Leaving the ``with`` block ends those that still run."""

    def __init__(self, jobs: Sequence[Job], *, fork: bool | None = None) -> None:
        """*fork* copies this process, which then must have one thread; otherwise new ones are made."""
        self._jobs = jobs
        self._fork = hasattr(os, "fork") and active_count() == 1 if fork is None else fork
        self._children: list[_Child] = []

    def __enter__(self) -> Children:
        # All processes before the first thread: a copy of a process with threads may hang.
        self._started = time.monotonic()
        try:
            for job in self._jobs:
                self._children.append(_Child(_Forked(job) if self._fork else _Spawned(job)))
        except BaseException:
            self.__exit__(None, None, None)
            raise
        for child in self._children:
            child.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._children:
            child.end()

    def results(self, waiting: Callable[[], object] = lambda: None) -> tuple[Any, ...]:
        """What the jobs return, in their order.  *waiting* is called again and again meanwhile.  Raises Stopped."""
        return tuple(self._result(job, child, waiting) for job, child in zip(self._jobs, self._children, strict=True))

    def _result(self, job: Job, child: _Child, waiting: Callable[[], object]) -> Any:
        while child.is_alive():
            left = self._started + job.limits.seconds - time.monotonic()
            if left <= 0:
                raise Stopped(_too_slow(job))
            child.join(min(left, POLL))
            waiting()
        code = child.end()
        if code != 0 or not child.found:
            raise Stopped(_ended(job, code))
        answer: _Answer = pickle.loads(child.found)  # noqa: S301 - written by our own code in our own child
        if answer.reason is not None:
            raise Stopped(answer.reason)
        if answer.trace:
            raise RuntimeError(answer.trace)
        return answer.value


class _Answer(NamedTuple):
    """What came of a job: its result, or why there is none, or the trace of a fault of our own."""

    value: Any = None
    reason: Message | None = None
    trace: str = ""


class _Process(Protocol):
    """A child as the system knows it; ``wait`` gives its exit code, the negative number of a signal that ended it."""

    stdout: IO[bytes]

    def kill(self) -> None: ...

    def wait(self) -> int: ...


class _Child(Thread):
    """Reads what a child writes, so that it never waits for us."""

    def __init__(self, process: _Process) -> None:
        super().__init__(daemon=True)
        self.found = b""
        self._process = process
        self._code: int | None = None

    def run(self) -> None:
        with suppress(OSError, ValueError):
            self.found = self._process.stdout.read()

    def end(self) -> int:
        """The exit code; a child that still runs is killed first."""
        if self._code is None:
            if self.is_alive() or not self.found:
                self._process.kill()
            self._code = self._process.wait()
            if self.ident is not None:
                self.join()
            self._process.stdout.close()
        return self._code


class _Forked:
    """A copy of this process."""

    def __init__(self, job: Job) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        reading, writing = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            _work(job, writing)
        os.close(writing)
        self.stdout: IO[bytes] = os.fdopen(reading, "rb")

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


class _Spawned:
    """A new Python."""

    def __init__(self, job: Job) -> None:
        import subprocess

        command = [sys.executable, "-P", "-c", _SPAWN]  # -P: no module of the folder where we are
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 - our own code
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.stdout: IO[bytes] = self._process.stdout
        with suppress(OSError), self._process.stdin as target:
            pickle.dump(job, target)

    def kill(self) -> None:
        self._process.kill()

    def wait(self) -> int:
        return self._process.wait()


# In the child


def spawned() -> NoReturn:
    """The life of a child that was not forked."""
    job = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own process
    _work(job, os.dup(sys.stdout.fileno()))


def _work(job: Job, writing: int) -> NoReturn:
    """Does the job, writes what came of it, and ends, whatever happens."""
    code = 1
    try:
        _limit(job.limits)
        answer = pickle.dumps(_outcome(job))
        with os.fdopen(writing, "wb") as target:
            target.write(answer)
        code = 0
    finally:
        os._exit(code)


def _outcome(job: Job) -> _Answer:
    try:
        return _Answer(job.function(*job.arguments))
    except Refused as refused:
        return _Answer(reason=say("{name}: {reason}", name=job.name, reason=refused.message))
    except MemoryError:
        return _Answer(reason=_too_large(job))
    except RecursionError:
        return _Answer(reason=say("{name}: a text of the plan is nested too deep", name=job.name))
    except BaseException:  # noqa: BLE001 - the parent words it; nobody else would
        import traceback

        return _Answer(trace=traceback.format_exc())


def _limit(limits: Limits) -> None:
    """Silences the child, lets Ctrl-C end it at once, and sets what the system can limit."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        import resource

        signal.alarm(limits.seconds + 1)  # should nobody be left to watch the clock
        # Address space would count what many threads reserve and never use.
        memory = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        for kind, most in ((resource.RLIMIT_CPU, limits.cpu), (memory, limits.memory), (resource.RLIMIT_CORE, 0)):
            soft, hard = resource.getrlimit(kind)
            known = [value for value in (soft, hard, most) if value != resource.RLIM_INFINITY]
            with suppress(OSError, ValueError):  # some systems refuse some limits
                resource.setrlimit(kind, (min(known), hard))


# In words


def _ended(job: Job, code: int) -> Message:
    """Why a child that was ended by a signal has no result."""
    if -code in (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGALRM", 0)):
        return _too_slow(job)
    if -code in (getattr(signal, "SIGABRT", 0), getattr(signal, "SIGSEGV", 0), getattr(signal, "SIGBUS", 0)):
        return _too_large(job)
    return say("{name}: the system ended the work before it was done, perhaps because memory ran out", name=job.name)


def _too_slow(job: Job) -> Message:
    return say("{name}: this takes more than {count} seconds and was stopped", name=job.name, count=job.limits.seconds)


def _too_large(job: Job) -> Message:
    return say(
        "{name}: this needs more memory than {count} MB and was stopped",
        name=job.name,
        count=job.limits.memory // _MEGABYTE,
    )
