"""Work in child processes: results come back, and what is slow, large or broken ends with a plain message."""

from __future__ import annotations

import faulthandler
import operator
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from elzctl.render.confined import Children, Stopped, _Forked
from elzctl.render.job import Job, Limits, Parcel, Refused
from elzctl.wording import Language, say

ROOM = Limits(seconds=20, cpu=10, memory=1 << 30)
ENGLISH = Language("en")


def job(function: Callable[..., object], *arguments: object, limits: Limits = ROOM) -> Job:
    return Job("plan.pdf", function, arguments, limits)


@contextmanager
def working(*jobs: Job, fork: bool = True) -> Iterator[Children]:
    """Children that have been given these jobs."""
    with Children([("json",)] * len(jobs), fork=fork) as children:
        children.give(jobs)
        yield children


def stopped(*jobs: Job, fork: bool = True) -> str:
    """The message of jobs that have no result."""
    with pytest.raises(Stopped) as error, working(*jobs, fork=fork) as children:
        children.results()
    return ENGLISH(error.value.message)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < seconds


def refuse() -> None:
    raise Refused(say("The page is full."))


def fail() -> None:
    raise ZeroDivisionError("own fault")


def dig(depth: int) -> int:
    return dig(depth + 1) + 1


def fill() -> int:
    return len([bytearray(1 << 20) for _ in range(4000)])


def abort() -> None:
    faulthandler.disable()  # of the test runner, which would tell of it
    os.abort()


def chatter() -> bytes:
    os.write(1, b"to stdout")
    os.write(2, b"to stderr")
    return b"x" * 5_000_000


@pytest.mark.parametrize("fork", [True, False])
def test_results_come_back_in_the_order_of_the_jobs(fork: bool) -> None:
    with working(job(operator.add, 1, 2), job(operator.mul, b"x", 3_000_000), fork=fork) as children:
        assert children.results() == (3, b"x" * 3_000_000)


@pytest.mark.parametrize("fork", [True, False])
def test_jobs_work_side_by_side(fork: bool) -> None:
    with within(2.9), working(*[job(time.sleep, 1)] * 3, fork=fork) as children:
        assert children.results() == (None, None, None)


@pytest.mark.parametrize("fork", [True, False])
def test_what_never_ends_is_stopped(fork: bool) -> None:
    with within(5):
        message = stopped(job(time.sleep, 60, limits=ROOM._replace(seconds=1)), fork=fork)
    assert message == "plan.pdf: this takes more than 1 seconds and was stopped"


def test_what_works_too_long_is_stopped_by_the_system() -> None:
    with within(10):
        message = stopped(job(pow, 3, 10**9, limits=ROOM._replace(cpu=1)))
    assert message == "plan.pdf: this takes more than 1 seconds and was stopped"


def test_what_needs_too_much_memory_is_stopped() -> None:
    message = stopped(job(fill, limits=ROOM._replace(memory=200 << 20)))
    assert message == "plan.pdf: this needs more memory than 200 MB and was stopped"


def test_a_library_that_aborts_ends_only_the_child() -> None:
    assert "more memory" in stopped(job(abort))


@pytest.mark.parametrize("fork", [True, False])
def test_a_child_that_the_system_kills_is_told_plainly(fork: bool) -> None:
    message = stopped(job(signal.raise_signal, signal.SIGKILL), fork=fork)
    assert message == "plan.pdf: the system ended the work before it was done, perhaps because memory ran out"


@pytest.mark.parametrize(("name", "was_killed"), [("SIGKILL", True), ("SIGTERM", True), ("SIGXCPU", False)])
def test_what_somebody_ended_may_go_well_another_time_and_what_a_limit_ended_not(name: str, was_killed: bool) -> None:
    with pytest.raises(Stopped) as error, working(job(signal.raise_signal, getattr(signal, name))) as children:
        children.results()
    assert error.value.was_killed is was_killed


def test_a_child_that_leaves_without_a_word_is_told_plainly() -> None:
    assert "the system ended the work" in stopped(job(os._exit, 0))


def test_a_refusal_keeps_its_reason() -> None:
    assert stopped(job(refuse)) == "plan.pdf: The page is full."


def test_a_text_that_is_nested_too_deep_is_told_plainly() -> None:
    assert stopped(job(dig, 0)) == "plan.pdf: a text of the plan is nested too deep"


def test_a_fault_of_our_own_comes_back_with_its_trace() -> None:
    with pytest.raises(RuntimeError, match="own fault"), working(job(fail)) as children:
        children.results()


def test_one_that_fails_ends_the_others() -> None:
    with within(5):
        assert "page is full" in stopped(job(refuse), job(time.sleep, 60))


def test_a_child_is_silent_and_its_result_may_be_large(capfd: pytest.CaptureFixture[str]) -> None:
    with working(job(chatter)) as children:
        assert len(children.results()[0]) == 5_000_000
    assert capfd.readouterr() == ("", "")


def test_nothing_runs_on_after_the_block(tmp_path: Path) -> None:
    with working(job(_write_later, str(tmp_path / "later"))):
        pass
    time.sleep(1.5)
    assert not (tmp_path / "later").exists()
    assert threading.active_count() == 1


def _write_later(path: str) -> None:
    time.sleep(1)
    Path(path).write_text("te laat", "utf-8")


def test_who_waits_is_told_again_and_again() -> None:
    calls: list[float] = []
    with working(job(time.sleep, 0.5)) as children:
        children.results(lambda: calls.append(time.monotonic()))
    assert len(calls) >= 4


def test_limits_of_the_system_that_are_lower_stay() -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with working(job(resource.getrlimit, resource.RLIMIT_CPU, limits=ROOM._replace(cpu=7))) as children:
        assert children.results() == ((7, hard),)
    assert resource.getrlimit(resource.RLIMIT_CPU)[0] != 7


AHEAD = """
import os
from elzctl.render.copied import Copy
copy = Copy(("json",), "site")
from elzctl.render.confined import Children, taken
from elzctl.render.job import Job, Limits
begun = taken(copy)
job = Job("plan.pdf", os.getpid, (), Limits(seconds=20, cpu=10, memory=1 << 30))
with Children([("json",), ("json",)], begun=begun) as children:
    children.give((job, job))
    print(*children.results(), os.getpid())
codes = []
try:
    while True:
        codes.append(os.waitstatus_to_exitcode(os.wait()[1]))
except ChildProcessError:
    print(codes)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied where the system can do that")
@pytest.mark.parametrize("fork", [True, False])
def test_a_job_that_cannot_be_told_is_a_fault_of_ours(fork: bool) -> None:
    errors = (AttributeError, pickle.PicklingError)
    with within(ROOM.seconds), working(job(len, [lambda: 0]), fork=fork) as children, pytest.raises(errors):
        children.results()


def test_a_child_that_does_not_listen_is_not_waited_for_for_ever() -> None:
    with Children([()], fork=True) as children:
        child = children._children[0]._process
        assert isinstance(child, _Forked)
        os.kill(child.pid, signal.SIGSTOP)
        with within(10):
            children.give([job(len, b"0" * 5_000_000, limits=ROOM._replace(seconds=1))])
            with pytest.raises(Stopped) as error:
                children.results()
    assert "1 second" in ENGLISH(error.value.message)


def test_one_that_was_begun_ahead_does_the_first_job() -> None:
    """In a process of its own: this one may have threads."""
    done = subprocess.run([sys.executable, "-c", AHEAD], capture_output=True, text=True, timeout=40, check=True)
    ids, codes = done.stdout.splitlines()
    assert len(set(ids.split())) == 3
    # Nobody waits for those that answered, but for the first when the second is left: they end by themselves.
    assert codes in ("[0]", "[0, 0]")


def in_parts(large: int, *, fails: bool = False) -> Iterator[object]:
    """A result in parts, one of which is large."""
    yield {"first": 1}
    yield Parcel(b"x" * large)
    if fails:
        raise ZeroDivisionError("own fault")
    yield ("last", 3)


@pytest.mark.parametrize("fork", [True, False])
def test_an_iterator_is_a_result_in_parts(*, fork: bool) -> None:
    with working(job(zip, (1, 2), ("a", "b")), job(iter, ()), fork=fork) as children:
        assert children.results() == ([(1, "a"), (2, "b")], [])


@pytest.mark.parametrize("large", [0, 3, 3_000_000])
def test_parts_of_a_result_come_when_they_are_there(large: int) -> None:
    told: list[object] = []
    with working(job(in_parts, large), job(operator.add, 1, 2)) as children:
        parts, added = children.results(part=told.append)
    assert parts == told == [{"first": 1}, b"x" * large, ("last", 3)]
    assert added == 3


def test_a_fault_between_two_parts_is_a_fault_and_what_came_before_was_told() -> None:
    told: list[object] = []
    with pytest.raises(RuntimeError, match="own fault"), working(job(partial(in_parts, fails=True), 3)) as children:
        children.results(part=told.append)
    assert told == [{"first": 1}, b"xxx"]


NO_ROOM = """
import os
def refused(*_):
    raise OSError(38, "not here")
{how}
from elzctl.render.confined import Children
from elzctl.render.job import Job, Limits, Parcel
def parts():
    yield Parcel(b"x" * 100_000)
    yield 3
job = Job("plan.pdf", parts, (), Limits(seconds=20, cpu=10, memory=1 << 30))
with Children([()], fork=True) as children:
    children.give((job,))
    (found,) = children.results()
print(len(found[0]), found[1])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied where the system can do that")
@pytest.mark.parametrize(
    "how",
    [
        "pass",
        "os.memfd_create = refused",
        "del os.memfd_create",
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))",
    ],
)
def test_without_room_for_what_is_large_it_comes_all_the_same(how: str) -> None:
    code = NO_ROOM.format(how=how)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=40, check=False)
    assert (done.stdout, done.stderr) == ("100000 3\n", "")


def test_many_children_one_after_the_other_leave_no_more_than_the_last() -> None:
    """In a process of its own: other tests have children too."""
    code = """
import os
from elzctl.render.confined import Children
from elzctl.render.job import Job, Limits
job = Job("plan.pdf", os.getpid, (), Limits(seconds=20, cpu=10, memory=1 << 30))
for _ in range(9):
    with Children([()], fork=True) as children:
        children.give((job,))
        children.results()
    while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT) is None:
        pass
left = 0
try:
    while os.wait():
        left += 1
except ChildProcessError:
    print(left)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert int(done.stdout) <= 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is copied where the system can do that")
def test_one_that_nobody_needs_ends_with_its_parent(tmp_path: Path) -> None:
    """The mistake in the command line is seen when the child has begun; who reads the output does not wait for it."""
    done = subprocess.run(
        [sys.executable, "-c", "from elzctl.cli.start import run; run()", "render", "--nothing"],
        cwd=tmp_path,
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert done.returncode == 2
    assert b"--nothing" in done.stderr
