"""Documents that mean harm or are broken, through the real command: a clear line, soon, in little memory, nothing outside.

Memory is that of the largest process that the command was; time is that of the processor, because a clock tells how busy
the machine is with other tests.  A command that does not end is ended after four times as long by the clock.
"""

from __future__ import annotations

import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import intake_hostile
import pytest
from intake_hostile import Hostile

SECONDS = 10
MEMORY = 1 << 30


class Ran(NamedTuple):
    code: int
    out: str
    err: str
    seconds: float
    memory: int
    """Bytes of the largest process."""


def ran(folder: Path, *words: str) -> Ran:
    """The program, and the largest of its processes."""
    files = [folder.parent / "out", folder.parent / "err"]
    with files[0].open("wb") as out, files[1].open("wb") as err:
        made = subprocess.Popen(
            [sys.executable, "-m", "elzctl", "--lang", "en", *words], cwd=folder, stdout=out, stderr=err
        )
        try:
            _, status, usage = _waited(made.pid, SECONDS * 4)
        finally:
            made.returncode = made.returncode if made.returncode is not None else 0
    seconds = usage.ru_utime + usage.ru_stime
    said, told = (file.read_text("utf-8", "replace") for file in files)
    return Ran(os.waitstatus_to_exitcode(status), said, told, seconds, usage.ru_maxrss * 1024)


def _waited(child: int, seconds: float) -> tuple[int, int, resource.struct_rusage]:
    """What a child was; one that does not end is ended."""
    stop = time.monotonic() + seconds
    while time.monotonic() < stop:
        found = os.wait4(child, os.WNOHANG)
        if found[0]:
            return found
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    return os.wait4(child, 0)


def imported(one: Hostile, tmp_path: Path, kind: str) -> tuple[Ran, dict[str, str]]:
    """What the command did, and the files below ``--out``; nothing else may have come into the folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / one.name).write_bytes(one.data)
    result = ran(folder, "import", kind, one.name, "--out", "plan-repo")
    assert sorted(path.name for path in folder.iterdir() if path.name != "plan-repo") == [one.name]
    files = {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in sorted((folder / "plan-repo").rglob("*"))
        if path.is_file()
    }
    return result, files


def judge(one: Hostile, result: Ran, files: dict[str, str]) -> None:
    said = f"{result.out}\n{result.err}"
    assert "Traceback" not in said
    assert result.code in ((2,) if one.refused else (0, 1, 2)), said
    if result.code == 2:
        assert files == {}
        assert re.search(r"(?i)error|cannot|is not|has more|empty|no text|too|damaged|password", result.err), said
        assert len(result.err.strip().splitlines()) <= 8, said
    for never in one.never:
        shown = {path: re.sub(r"`[^`\n]+`", "", text) for path, text in files.items()}  # what stands as it is
        assert [path for path, text in shown.items() if never in f"\n{text}"] == []
        assert never.strip() not in result.out
    assert result.seconds < SECONDS, f"{result.seconds:.1f} s"
    assert result.memory < MEMORY, f"{result.memory >> 20} MiB"


@pytest.mark.parametrize("make", intake_hostile.ALL, ids=lambda make: make.__name__)
def test_a_plan_that_means_harm_is_refused_in_words_or_read_without_following(
    make: Callable[..., Hostile], tmp_path: Path
) -> None:
    one = make()
    judge(one, *imported(one, tmp_path, "plan"))


@pytest.mark.parametrize(
    "make", [intake_hostile.scan, intake_hostile.script, intake_hostile.broken_tables], ids=lambda make: make.__name__
)
def test_minutes_that_mean_harm_are_refused_in_words_or_read_without_following(
    make: Callable[..., Hostile], tmp_path: Path
) -> None:
    one = make()
    judge(one, *imported(one, tmp_path, "minutes"))


def test_nothing_is_fetched_of_what_a_document_points_at(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        result, _ = imported(intake_hostile.external(server.getsockname()[1]), tmp_path, "plan")
        assert result.code in (0, 1)
        with pytest.raises(TimeoutError):
            server.accept()
