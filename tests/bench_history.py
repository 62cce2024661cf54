"""How fast elzctl is in a repository with a history: rows of ``make bench``.

A history is made in one go, of the real plan: each commit is of the next day and changes one fiche, in turn its date, its
text and its title.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ELZCTL = str(Path(sys.executable).parent / "elzctl")
BEGIN = datetime(2023, 1, 2, 12, tzinfo=UTC)
ACTION = "kindreflex"


def histories(row: Callable[..., None], seconds: Callable[..., float], folder: Path) -> None:
    """Adds rows to a table: ``diff`` over 200 commits, and what goes through 1,000, beside a bare ``git log``."""
    few, many = (history(folder / f"history{count}", count) for count in (200, 1_000))
    for words in (("HEAD~150",), ("HEAD~150", "HEAD")):
        name = f"elzctl diff {' '.join(words)}, 200 commits"
        row(name, seconds(_in(few, ELZCTL, "diff", *words), 15), 12)
    bare = seconds(_in(many, "git", "log", "--raw", "--no-renames", "--", "plan", "meetings"), 9)
    row("  bare git log --raw of 1,000 commits", bare)
    today = f"{BEGIN + timedelta(1_000):%Y-%m-%d}"
    trend = ("trend", "--today", today)
    for asked in (("log", ACTION), trend, (*trend, "--since", "2023")):
        taken = seconds(_in(many, ELZCTL, *asked), 7)
        row(f"elzctl {' '.join((asked[0], *asked[3:]))}, 1,000 commits", taken, 2, of=1.0, note="of a second")
    one = history(folder / "history_of_one", 1_000, (f"plan/actions/{ACTION}.md",))
    taken = seconds(_in(one, ELZCTL, "log", ACTION), 3)
    row("elzctl log, 1,000 commits of one action", taken, 2, of=1.0, note="of a second")


def history(root: Path, count: int, paths: tuple[str, ...] = ()) -> Path:
    """A repository with so many commits, which change the files of *paths* in turn: all fiches, when there are none."""
    root.mkdir()
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=root, check=True)
    made = b"".join(_commits(count, paths))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=root, input=made, check=True)
    subprocess.run(["git", "reset", "--quiet", "--hard"], cwd=root, check=True)
    return root


def _commits(count: int, paths: tuple[str, ...]) -> Iterator[bytes]:
    """What ``git fast-import`` makes commits of."""
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "plan").rglob("*.*")}
    fiches = paths or tuple(sorted(path for path in files if path.startswith("plan/actions/")))
    yield _commit(0, files)
    for number in range(1, count):
        path = fiches[number % len(fiches)]
        files[path] = _changed(files[path].decode("utf-8"), number).encode()
        yield _commit(number, {path: files[path]})


def _changed(text: str, number: int) -> str:
    day = f"{BEGIN + timedelta(number * 2):%Y-%m-%d}"
    if number % 3 == 0:
        return re.sub(r"(?m)\A---\n(?:due: 2.*\n)?", f"---\ndue: {day}\n", re.sub(r"(?m)^due: .*\n", "", text), count=1)
    if number % 3 == 1:
        words = text.rstrip("\n").split(" ")
        return " ".join((*words[:-20], f"nieuw{number}", *words[-19:])) + "\n"
    return re.sub(r"(?m)^(title: .*?)(?: \d+)?$", rf"\1 {number}", text, count=1)


def _commit(number: int, files: dict[str, bytes]) -> bytes:
    when = int((BEGIN + timedelta(number)).timestamp())
    head = f"commit refs/heads/main\ncommitter elz <elz@example.be> {when} +0100\ndata 1\nx\n".encode()
    parts = (f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n" for path, data in files.items())
    return head + b"".join(parts)


def _in(root: Path, *command: str) -> Callable[[], Any]:
    return lambda: subprocess.run(command, cwd=root, capture_output=True, check=True)
