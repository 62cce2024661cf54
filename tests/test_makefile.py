"""make, on machines with other Pythons than the one that this repository is made with."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from small_plans import ROOT

MAKE = shutil.which("make")
NEW, OLD, NONE = (
    "exit 0",
    "exit 1",
    "echo not here >&2; exit 127",
)  # what a program answers that is asked for its version


def tried(folder: Path, pythons: dict[str, str], *asked: str) -> subprocess.CompletedProcess[str]:
    """What make says where these are all the Pythons."""
    if MAKE is None:
        pytest.skip("there is no make here")
    for name, answer in pythons.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{answer}\n", "utf-8")
        program.chmod(0o755)
    (folder / "sh").symlink_to("/bin/sh")
    command = [MAKE, "-f", str(ROOT / "Makefile"), "-C", str(folder), *asked]
    env = {name: value for name, value in os.environ.items() if name != "PYTHON" and not name.startswith("MAKE")}
    return subprocess.run(command, capture_output=True, text=True, env={**env, "PATH": str(folder)}, check=False)


@pytest.mark.parametrize(
    ("pythons", "taken"),
    [
        ({"python3": NEW, "python3.11": NEW, "python3.13": NEW}, "python3.11"),
        ({"python3": NEW, "python3.13": NEW}, "python3"),
        ({"python3": OLD, "python3.12": NEW}, "python3.12"),
        ({"python3": NONE, "python3.11": NONE, "python3.14": NEW, "python3.13": NEW}, "python3.14"),
        ({"python": NEW}, "python"),
    ],
)
def test_the_first_python_that_runs_and_is_new_enough_is_taken(
    pythons: dict[str, str], taken: str, tmp_path: Path
) -> None:
    done = tried(tmp_path, pythons, "-n", ".venv/new")
    assert f"\n{taken} -m venv .venv\n" in done.stdout, done.stderr


def test_a_machine_without_one_is_told_what_is_missing(tmp_path: Path) -> None:
    done = tried(tmp_path, {"python3": OLD, "python3.11": NONE}, ".venv/new")
    assert done.returncode == 2
    assert "elzctl needs Python 3.11 or newer" in done.stdout
    assert not (tmp_path / ".venv").exists()
