"""Work in a copy of the process: its value comes back, its errors too, and the findings are the same without it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bench import generated

from elzctl.checks.every import MANY

HERE = """
import sys
from elzctl.beside import _may_copy, beside

def where():
    import os
    return os.getpid(), "x" * 300_000

def fail():
    raise LookupError("kapot")

def die():
    import os
    if os.getpid() != me:
        os.abort()
    return "hier"

import os
me = os.getpid()
(first, text), here = beside(where)(), beside(fail)
try:
    here()
    raise SystemExit("no error")
except LookupError as error:
    told = str(error)
died = beside(die)()
left = []
try:
    while True:
        left.append(os.waitstatus_to_exitcode(os.waitpid(-1, 0)[1]))
except ChildProcessError:
    pass
if left not in ([], [0]):  # nobody waits for the one that answered
    raise SystemExit(f"processes are left: {left}")
print(_may_copy(), first != me, len(text), told, died)
"""


def run(*command: str, processors: set[int] | None = None) -> subprocess.CompletedProcess[bytes]:
    def bound() -> None:
        if processors is not None:
            os.sched_setaffinity(0, processors)

    return subprocess.run(command, capture_output=True, check=False, preexec_fn=bound if processors else None)


def test_the_value_of_a_copy_comes_back_and_its_error_too() -> None:
    copied = hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1
    done = run(sys.executable, "-c", HERE)
    assert done.stderr == b""
    assert done.stdout.decode().split() == [str(copied), str(copied), "300000", "kapot", "hier"]


only_linux = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="processors can only be chosen on Linux")


@only_linux
def test_with_one_processor_there_is_no_copy() -> None:
    done = run(sys.executable, "-c", HERE, processors={min(os.sched_getaffinity(0))})
    assert done.stdout.decode().split() == ["False", "False", "300000", "kapot", "hier"]


@only_linux
def test_a_large_plan_has_the_same_findings_on_one_processor(tmp_path: Path) -> None:
    root = generated(tmp_path, MANY)
    command = (sys.executable, "-m", "elzctl", "-C", str(root), "validate", "--format", "json")
    here, ours = run(*command, processors={min(os.sched_getaffinity(0))}), run(*command)
    assert ours.stderr == b""
    assert here.stdout == ours.stdout
    codes = {finding["code"] for finding in json.loads(ours.stdout)["findings"]}
    assert {"placeholder", "old-promise"} <= codes
