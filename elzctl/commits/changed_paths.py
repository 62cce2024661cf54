"""Which files of a repository differ between two commits, whatever they are."""

from __future__ import annotations

from pathlib import Path

from elzctl import git
from elzctl.commits.commit_tree import Revision, unreadable


def changed_paths(root: Path, old: Revision, new: Revision) -> tuple[str, ...]:
    """The paths from *root* of the files that came, went or changed; those outside it begin with ``../``. Raises Unknown.

    A file that got another name is two: one that went and one that came.
    """
    answer = git.answered(
        *(root, "diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"),
        *(old.id, new.id),
    )
    if answer.code != 0:
        raise unreadable(root, new, answer)
    above = prefix(root)
    paths = (path.decode("utf-8", "surrogateescape") for path in answer.output.split(b"\0") if path)
    return tuple(path.removeprefix(above) if path.startswith(above) else f"../{path}" for path in paths)


def prefix(root: Path) -> str:
    """What stands before the paths of *root* in its repository: ``""``, or ``zone/plannen/``."""
    shown = git.asked(root, "rev-parse", "--show-prefix")
    return "" if shown is None else shown.decode("utf-8", "surrogateescape").removesuffix("\n")
