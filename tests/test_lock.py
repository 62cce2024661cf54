"""One writer at a time: who waits, who gives up, and what becomes of a dead process's lock."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from histories import begin, git

import elzctl
from elzctl.lock import LOCK, STALE_AFTER, lock
from elzctl.write_faults import WriteFault

# Nobody in a system with ordinary limits has this number.
NOBODY = (1 << 31) - 1

pytestmark = pytest.mark.skipif(os.name == "nt", reason="on Windows age alone decides")


def script(code: str, *args: object) -> subprocess.Popen[bytes]:
    """A Python process of its own that runs *code*."""
    start = "import os, sys, time; from pathlib import Path; from elzctl.lock import *; root = Path(sys.argv[1])\n"
    return subprocess.Popen(
        [sys.executable, "-c", start + code, *map(str, args)],
        env={**os.environ, "PYTHONPATH": str(Path(elzctl.__file__).parents[1])},
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def leave(root: Path, *, pid: int = NOBODY, host: str | None = None, age: float = 0) -> None:
    """A lock as another process left it."""
    held = {"pid": pid, "host": host or socket.gethostname(), "time": "2026-11-20T09:30:00+0100", "id": str(age)}
    (root / LOCK).write_text(json.dumps(held))
    os.utime(root / LOCK, (time.time() - age, time.time() - age))


def refusal(root: Path) -> WriteFault:
    """The fault of a lock that cannot be had; the lock that was there stays."""
    before = (root / LOCK).read_bytes() if (root / LOCK).is_file() else None
    with pytest.raises(WriteFault) as fault, lock(root, wait=0.05):
        pytest.fail("two at once")
    assert ((root / LOCK).read_bytes() if before is not None else None) == before
    return fault.value


def test_the_lock_says_who_writes_and_goes_away(tmp_path: Path) -> None:
    with lock(tmp_path):
        held = json.loads((tmp_path / LOCK).read_text())
        assert held["pid"] == os.getpid()
        assert held["host"] == socket.gethostname()
        assert held["time"].startswith(time.strftime("%Y-"))
    assert list(tmp_path.iterdir()) == []


def test_the_lock_goes_away_after_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock(tmp_path):
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_a_live_process_is_waited_for_and_then_named(tmp_path: Path) -> None:
    other = script("with lock(root): print('in', flush=True); sys.stdin.read()", tmp_path)
    assert other.stdout
    other.stdout.readline()
    fault = refusal(tmp_path)
    assert fault.path == LOCK
    assert fault.message.text == "Another elzctl is writing here (process {pid}, since {time})"
    assert dict(fault.message.args)["pid"] == other.pid
    waiting = script("with lock(root): print('in')", tmp_path)
    time.sleep(0.3)
    assert waiting.poll() is None
    other.communicate(b"")
    out, _ = waiting.communicate(timeout=10)
    assert out == b"in\n"


def test_a_killed_process_leaves_a_lock_that_is_taken_over(tmp_path: Path) -> None:
    other = script("with lock(root): print('in', flush=True); sys.stdin.read()", tmp_path)
    assert other.stdout
    other.stdout.readline()
    other.kill()
    other.communicate()
    assert (tmp_path / LOCK).exists()
    with lock(tmp_path, wait=0):
        assert json.loads((tmp_path / LOCK).read_text())["pid"] == os.getpid()
    assert list(tmp_path.iterdir()) == []


def test_a_dead_process_s_lock_is_taken_by_one_only(tmp_path: Path) -> None:
    """Each of many dies while it holds the lock; the mark of one that is inside tells of a second one."""
    takers = """
def take():
    with lock(root, wait=20):
        os.close(os.open(root / "inside", os.O_CREAT | os.O_EXCL))
        time.sleep(0.001)
        os.unlink(root / "inside")
        os._exit(0)
for _ in range(8):
    if os.fork() == 0:
        try: take()
        finally: os._exit(1)
codes = []
while len(codes) < 64:
    codes.append(os.waitstatus_to_exitcode(os.wait()[1]))
    if len(codes) <= 56 and os.fork() == 0:
        try: take()
        finally: os._exit(1)
print(sum(codes))
"""
    out, problems = script(takers, tmp_path).communicate(timeout=30)
    assert (out.strip(), problems) == (b"0", b"")


def test_no_step_of_several_processes_is_lost(tmp_path: Path) -> None:
    leave(tmp_path)
    count = """
for _ in range(15):
    with lock(root):
        seen = int((root / "n").read_text())
        (root / "n").write_text(str(seen + 1))
"""
    (tmp_path / "n").write_text("0")
    for process in [script(count, tmp_path) for _ in range(4)]:
        process.communicate(timeout=30)
        assert process.returncode == 0
    assert (tmp_path / "n").read_text() == "60"
    assert [path.name for path in tmp_path.iterdir()] == ["n"]


def test_a_taker_that_died_on_the_way_does_not_block_the_next(tmp_path: Path) -> None:
    import zlib

    leave(tmp_path)
    claim = tmp_path / f".elzctl-{zlib.crc32((tmp_path / LOCK).read_bytes()):08x}.tmp"
    claim.write_text(json.dumps({"pid": NOBODY - 1, "host": socket.gethostname(), "time": "", "id": "x"}))
    with lock(tmp_path, wait=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_old_lock_is_taken_over_though_its_number_lives_again(tmp_path: Path) -> None:
    leave(tmp_path, pid=os.getppid(), age=STALE_AFTER - 60)
    assert "process {pid}" in refusal(tmp_path).message.text
    leave(tmp_path, pid=os.getppid(), age=STALE_AFTER + 60)
    with lock(tmp_path, wait=0):
        pass


def test_the_lock_of_another_computer_is_never_taken_over(tmp_path: Path) -> None:
    leave(tmp_path, host="pc-van-an", age=10 * STALE_AFTER)
    fault = refusal(tmp_path)
    assert "on {host}" in fault.message.text
    assert dict(fault.message.args)["host"] == "pc-van-an"


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"\xff\x00", b"[" * 4000, b"{}", b"x" * 100_000, b'{"pid": 0, "host": "x", "time": ""}'),
        *(b'{"pid": "1", "host": "x", "time": ""}', b'{"pid": 1e400, "host": "x", "time": ""}'),
        b'{"pid": -1, "host": "x", "time": ""}',
    ],
)
def test_a_lock_that_says_nothing_is_respected_until_it_is_old(tmp_path: Path, content: bytes) -> None:
    (tmp_path / LOCK).write_bytes(content)
    assert "remove this file" in refusal(tmp_path).message.text
    os.utime(tmp_path / LOCK, (0, 0))
    with lock(tmp_path, wait=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_is_a_link_or_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / LOCK).symlink_to(tmp_path / "doel")
    assert "remove this file" in refusal(tmp_path).message.text
    (tmp_path / LOCK).unlink()
    (tmp_path / LOCK).mkdir()
    assert "remove this file" in refusal(tmp_path).message.text
    assert not (tmp_path / "doel").exists()


def test_a_lock_that_is_no_longer_ours_is_not_removed(tmp_path: Path) -> None:
    with lock(tmp_path):
        leave(tmp_path, pid=1)
    assert (tmp_path / LOCK).exists()


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteFault, match="folder is gone") as fault, lock(tmp_path / "nergens"):
        pytest.fail("there is no folder")
    assert fault.value.path == LOCK


def test_a_full_disk_leaves_no_lock(tmp_path: Path) -> None:
    code = """
import resource
from elzctl.disk import WriteFault
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    with lock(root): pass
except WriteFault as fault: print(fault.message.text)
"""
    out, _ = script(code, tmp_path).communicate(timeout=10)
    assert out == b"The disk is full; nothing was changed\n"
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_came_with_somebodys_changes_is_told_as_that(tmp_path: Path) -> None:
    begin(tmp_path)
    other = {"pid": 1, "host": "elders.example", "time": "2026-01-01T00:00:00+0000"}
    (tmp_path / LOCK).write_text(json.dumps(other), "utf-8")
    git(tmp_path, "add", "--force", LOCK)
    with pytest.raises(WriteFault) as caught, lock(tmp_path, wait=0.05):
        pass
    assert "take it out of Git with" in caught.value.message.text
    assert dict(caught.value.message.args)["command"] == f"git rm --force {LOCK}"
