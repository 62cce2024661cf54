"""What a command and all processes that it begins use, also those that it does not wait for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple

_RUN = """
import os, resource, subprocess, sys
if sys.platform == "linux":
    import ctypes
    ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: who is left by a child is ours
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
try:
    while True:
        os.wait()
except ChildProcessError:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)
"""


class Used(NamedTuple):
    """The most memory that one of the processes had, in MB, and the seconds that all kept processors busy."""

    memory: float
    processor: float


def used(command: Sequence[str]) -> Used:
    """What a run uses."""
    memory, processor = subprocess.check_output([sys.executable, "-c", _RUN, *command], text=True).split()
    return Used(float(memory), float(processor))
