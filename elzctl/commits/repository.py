"""What Git knows of the repository around a plan, for who looks after it.  Nothing is written, nothing of it is run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from elzctl import git
from elzctl.record import NamedTuple
from elzctl.tree import Unreadable, WorkTree

_MAIN = (
    ("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master"),
    ("refs/heads/main", "refs/heads/master"),
    ("HEAD",),
)
"""Where the main line is, the one that most people see first; in each row what is there first counts."""

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


def ever_in(root: Path, folders: Iterable[str]) -> tuple[str, ...] | None:
    """The names of the files that *folders* hold or ever held, on any branch; ``None`` when Git cannot tell.

    A folder may be ``**`` for any number of them, and counts in any case of letters.  One pass over the history, that leaves alone what stands in the files.
    """
    form = ("--full-history", "-m", "--no-renames", "--diff-filter=A", "--no-ext-diff", "--no-textconv", "--no-follow")
    look = ("--all", "-n", MOST_COMMITS, "--format=", "--raw", "-z", "--relative")
    anywhere = ("-c", "log.showRoot=true", "--no-literal-pathspecs", "log")
    found = git.asked(root, *anywhere, *look, *form, "--", *(f":(icase,glob){folder}/**" for folder in folders))
    if found is None:
        return None
    names = (word.decode("utf-8", "replace") for word in found.split(b"\0") if word.strip() and word[:1] != b":")
    return tuple(sorted(set(names)))


def main_lines(root: Path) -> tuple[str, ...]:
    """The ids of the last commits of what everybody works from: the main branch elsewhere, the one here, and what is out.

    Each stands here once, and only those that there are.
    """
    found: dict[str, None] = {}
    for names in _MAIN:
        tips = (git.asked(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") for name in names)
        tip = next(filter(None, tips), b"").strip().decode("ascii", "replace")
        found |= {tip: None} if tip else {}
    return tuple(found)


def arrived(root: Path, tip: str, path: str, line: str, now: str) -> int | None:
    """How many commits the main line up to *tip* had when a file came by the *line* that it has there.

    Both are regular expressions; ``None`` when the line *now* is not in the file there.  What a branch brought came with
    its merge, whatever the day on which it was made.
    """
    text = git.asked(root, "cat-file", "blob", f"{tip}:./{path}")
    if text is None or not re.search(now, text.decode("utf-8", "replace"), re.MULTILINE):
        return None
    look = ("--first-parent", "--diff-merges=first-parent", "-n", "1", "--format=%H", "--no-patch", f"-G{line}")
    form = ("--no-ext-diff", "--no-textconv", "--no-follow", "--no-renames")
    found = git.asked(root, "-c", "log.showRoot=true", "log", *look, *form, tip, "--", path)
    came = (found or b"").strip().decode("ascii", "replace")
    count = (git.asked(root, "rev-list", "--first-parent", "--count", came, "--") if came else None) or b""
    return int(count) if count.strip().isdigit() else None


def last_touched(root: Path, path: str, line: str) -> int | None:
    """When the lines of a file that match *line* were last committed otherwise, in seconds; ``None``: never."""
    form = ("--format=%ct", "--no-ext-diff", "--no-textconv", "--no-follow", "--no-patch", f"-G{line}")
    found = (git.asked(root, "log", "-n", "1", *form, "--", path) or b"").strip()
    return int(found) if found.isdigit() else None


def kept_from_both(root: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Those of the files of which a merge keeps the lines of both sides without asking, by ``.gitattributes``."""
    given = "\0".join(paths).encode("utf-8", "surrogateescape")
    words = (git.asked(root, "check-attr", "-z", "--stdin", "merge", given=given) or b"").split(b"\0")
    pairs = zip(words[::3], words[2::3], strict=False)
    return tuple(path.decode("utf-8", "replace") for path, value in pairs if value == b"union")


def branches(root: Path) -> tuple[Branch, ...]:
    """The branches with the newest commits, each commit once."""
    form = ("--sort=-committerdate", f"--count={4 * MOST_BRANCHES}", "--format=%(objectname) %(refname:short)")
    listed = (git.asked(root, "for-each-ref", *form, "refs/heads", "refs/remotes") or b"").decode("utf-8", "replace")
    found: dict[str, Branch] = {}
    for line in listed.splitlines():
        full, _, name = line.partition(" ")
        found.setdefault(full, Branch(name, full))
    return tuple(found.values())[:MOST_BRANCHES]
