"""What Git knows of the repository around a plan, for who looks after it.  Nothing is written, nothing of it is run."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from elzctl import git
from elzctl.tree import Unreadable, WorkTree

MOST_COMMITS = "5000"
"""So many commits that touch one folder are looked at."""

MOST_BRANCHES = 12
"""So many branches are looked at, those with the newest commits."""


class Branch(NamedTuple):
    """A branch, here or elsewhere, and its last commit."""

    name: str
    id: str


def version(root: Path) -> tuple[int, ...]:
    """The version of Git; empty when there is none."""
    words = (git.asked(root, "--version") or b"").decode("ascii", "replace").split()
    return tuple(int(part) for part in words[2].split(".")[:3] if part.isdigit()) if len(words) > 2 else ()


def is_there(root: Path) -> bool:
    """True when *root* is in a repository that Git reads."""
    return git.asked(root, "rev-parse", "--is-inside-work-tree") == b"true\n"


def is_cut(root: Path) -> bool:
    """True for a copy whose history was cut off."""
    return git.asked(root, "rev-parse", "--is-shallow-repository") == b"true\n"


def is_ignored(root: Path, folder: str) -> bool:
    """True when a line of a ``.gitignore``, here or above in the repository, is for a folder."""
    for place in (root, *root.parents):
        try:
            lines = WorkTree(place).read(".gitignore").decode("utf-8", "replace").splitlines()
        except Unreadable:
            lines = []
        if any(line.strip().strip("/*") == folder for line in lines):
            return True
        if (place / ".git").exists():
            break
    return False


def ever_in(root: Path, folder: str) -> tuple[str, ...] | None:
    """The names of the files that *folder* holds or ever held, on any branch; ``None`` when Git cannot tell.

    One pass over the history, that leaves alone what stands in the files.
    """
    form = ("--full-history", "-m", "--no-renames", "--diff-filter=A", "--no-ext-diff", "--no-textconv", "--no-follow")
    look = ("--all", "-n", MOST_COMMITS, "--format=", "--raw", "-z", "--relative")
    found = git.asked(root, "-c", "log.showRoot=true", "log", *look, *form, "--", folder)
    if found is None:
        return None
    names = (word.decode("utf-8", "replace") for word in found.split(b"\0") if word.strip() and word[:1] != b":")
    return tuple(sorted(set(names)))


def last_touched(root: Path, path: str, line: str) -> int | None:
    """When the lines of a file that match *line* were last committed otherwise, in seconds; ``None``: never."""
    form = ("--format=%ct", "--no-ext-diff", "--no-textconv", "--no-follow", "--no-patch", f"-G{line}")
    found = (git.asked(root, "log", "-n", "1", *form, "--", path) or b"").strip()
    return int(found) if found.isdigit() else None


def branches(root: Path) -> tuple[Branch, ...]:
    """The branches with the newest commits, each commit once."""
    form = ("--sort=-committerdate", f"--count={4 * MOST_BRANCHES}", "--format=%(objectname) %(refname:short)")
    listed = (git.asked(root, "for-each-ref", *form, "refs/heads", "refs/remotes") or b"").decode("utf-8", "replace")
    found: dict[str, Branch] = {}
    for line in listed.splitlines():
        full, _, name = line.partition(" ")
        found.setdefault(full, Branch(name, full))
    return tuple(found.values())[:MOST_BRANCHES]
