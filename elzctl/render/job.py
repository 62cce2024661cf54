"""What a child process does: one job under limits, and an answer, whatever happens."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any, ClassVar, NoReturn

from elzctl.afterwards import keep_all
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

PATIENCE = 300
"""Seconds that a child waits for its job, should nobody be left to give it one."""

if TYPE_CHECKING:
    from elzctl.templates import OwnTemplates

WORKS = (".j2", ".typ")
"""How the names of templates end that do something: a style sheet takes no time."""

_MEGABYTE = 1 << 20
_TRIM, _KEPT = -1, 1 << 17
"""M_TRIM_THRESHOLD of mallopt(3), and its value at the start of a program, which then no longer grows by itself."""
_NOWHERE = "http://127.0.0.1:0"


class Limits(NamedTuple):
    """What one child may take: seconds on the clock, seconds of processor time, bytes of memory."""

    seconds: int
    cpu: int
    memory: int


class Job(NamedTuple):
    """A function of a module with its arguments; *name* says in messages what it makes.

    Arguments and result are values that can be pickled.  A function may give its result in parts, as an iterator: each is
    handed over when it is made, while the next one is.
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


class OutOfTime(Exception):
    """Raised in a page of the zone's own when the processor time of its job is nearly over."""


class Answer(NamedTuple):
    """What came of a job: its result, or why there is none, or the trace of a fault of our own.

    ``in_parts`` says that the result is what was handed over before, in parts.
    """

    value: Any = None
    reason: Message | None = None
    trace: str = ""
    in_parts: bool = False


class Parcel:
    """A value on its way to another process, as bytes: who only hands it on does not make it again.

    Where the process that asked for this job made room for it, the bytes lie there, and only their place is handed on.
    """

    room: ClassVar[int] = -1
    """The file that is the room."""

    def __init__(self, value: Any) -> None:
        """*value* can be pickled."""
        self.data, self.place, self.length = b"", 0, 0
        try:
            with open(Parcel.room, "wb", closefd=False) as file:
                self.place = file.seek(0, os.SEEK_END)
                pickle.dump(value, file, pickle.HIGHEST_PROTOCOL)
                self.length = file.tell() - self.place
        except (OSError, ValueError):  # there is none, or nothing more may be written in it
            self.data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)

    def opened(self, room: int | None = None) -> Any:
        """The value; *room* is that of who asked, when it is not this process that was asked."""
        data = self.data or os.pread(Parcel.room if room is None else room, self.length, self.place)
        return pickle.loads(data)  # noqa: S301 - made above, in a process of ours


def spawned() -> NoReturn:
    """The life of a child that was not forked."""
    work(sys.argv[1:], os.fdopen(os.dup(0), "rb"), os.dup(1))


def work(modules: Sequence[str], reading: IO[bytes], writing: int, room: int = -1) -> NoReturn:
    """Waits for a job, does it, writes what came of it, one value behind the other, and ends, whatever happens."""
    code = 1
    try:
        Parcel.room = room
        _silence()
        _stay_offline()
        with suppress(Exception):  # the job itself will meet the fault, and tell it
            for module in modules:
                if _is_there(reading):
                    break
                import_module(module)
        job: Job = pickle.load(reading)  # noqa: S301 - written by our own process
        _limit(job.limits)
        with os.fdopen(writing, "wb") as target:
            pickle.dump(_outcome(job, target), target, pickle.HIGHEST_PROTOCOL)
        keep_all()
        code = 0
    finally:
        os._exit(code)


def _is_there(reading: IO[bytes]) -> bool:
    """True when the job has come: it imports what it still needs, and perhaps that is little."""
    if sys.platform == "win32":  # where only sockets can be asked
        return False
    from select import select

    return bool(select([reading], [], [], 0)[0])


def _outcome(job: Job, target: IO[bytes]) -> Answer:
    try:
        return _result(job, target)
    except Refused as refused:
        return Answer(reason=say("{name}: {reason}", name=job.name, reason=refused.message))
    except MemoryError as error:
        return Answer(reason=too_large(job, error))
    except OutOfTime as error:
        return Answer(reason=too_slow(job, error, seconds=job.limits.cpu))
    except RecursionError:
        return Answer(reason=say("{name}: a text of the plan is nested too deep", name=job.name))
    except BaseException:  # noqa: BLE001 - the parent words it; nobody else would
        import traceback

        return Answer(trace=traceback.format_exc())


def _result(job: Job, target: IO[bytes]) -> Answer:
    if _own(job) is None:
        return _handed_over(job, target)
    from elzctl.render.overrun import is_over, warn_in_time

    warn_in_time(job.limits.cpu)
    try:
        return _handed_over(job, target)
    finally:
        is_over()


def _handed_over(job: Job, target: IO[bytes]) -> Answer:
    """The result; of one in parts each is written as soon as it is there."""
    found = job.function(*job.arguments)
    if not isinstance(found, Iterator):
        return Answer(found)
    for part in found:
        if isinstance(part, Parcel) and part.data:
            target.write(part.data)
        else:
            pickle.dump(part, target, pickle.HIGHEST_PROTOCOL)
        target.flush()
    return Answer(in_parts=True)


def _own(job: Job) -> OwnTemplates | None:
    """The zone's own templates that a job is done with; ``None`` when none of them does something."""
    from elzctl.templates import OwnTemplates

    for one in job.arguments:
        if isinstance(one, OwnTemplates) and any(name.endswith(WORKS) for name in (*one.html, *one.pdf)):
            return one
    return None


def _silence() -> None:
    """Nothing of the child reaches a terminal; Ctrl-C ends it at once, and so does a job that never comes."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.alarm(PATIENCE)


def _stay_offline() -> None:
    """Sends what a library would fetch from the web to a port that nothing can listen on: its error is told as any other.

    The engine that draws PDFs fetches packages that a template names, and has no switch to forbid it.
    """
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = _NOWHERE
    for name in ("no_proxy", "NO_PROXY"):
        os.environ.pop(name, None)


def _limit(limits: Limits) -> None:
    """Sets what the system can limit."""
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


def give_back() -> None:
    """Has memory of this process that is free again go back to the system at once: the peak of a PDF is a twelfth lower."""
    if sys.platform == "linux":
        from ctypes import CDLL

        with suppress(AttributeError, OSError):  # a C library that does not know this
            CDLL(None).mallopt(_TRIM, _KEPT)


def too_slow(job: Job, error: Exception | None = None, *, seconds: int | None = None) -> Message:
    """Why a job that took too long, so many *seconds*, has no result; an *error* knows where it was."""
    count = job.limits.seconds if seconds is None else seconds
    return _told(say("this takes more than {count} seconds and was stopped", count=count), job, error)


def too_large(job: Job, error: Exception | None = None) -> Message:
    """Why a job that needed too much memory has no result; an *error* knows where it was."""
    most = job.limits.memory // _MEGABYTE
    return _told(say("this needs more memory than {count} MB and was stopped", count=most), job, error)


def _told(reason: Message, job: Job, error: Exception | None) -> Message:
    """With the place in the zone's own templates, as far as it is known; nothing of them when it was no page that did it."""
    own = _own(job)
    if own is not None:
        from elzctl.render.overrun import is_of_page, place_of, suspects

        if error is not None and (place := place_of(error)):
            reason = say("{place}: {reason}", place=place, reason=reason)
        elif error is None or is_of_page(error):
            reason = say("{reason}; this may come from your own {places}", reason=reason, places=suspects(own))
    return say("{name}: {reason}", name=job.name, reason=reason)
