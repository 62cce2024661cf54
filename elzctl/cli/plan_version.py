"""Which version of a plan a document is made of: the last commit, and whether the files differ from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.commit_tree import CommitTree, Unknown, revision
from elzctl.render.version import Version
from elzctl.tree import Unreadable

if TYPE_CHECKING:
    from elzctl.source import Source

_FOLDERS = ("plan", "plan/actions", "plan/texts", "meetings")
_ENDINGS = (".md", ".yaml")


def version_of(root: Path, sources: Mapping[str, Source]) -> Version | None:
    """The commit beside which the plan of *root* was read as *sources*; ``None`` when no commit holds a plan.

    Git is not asked about the working folder: what was read is compared with what the commit holds.
    """
    try:
        found = revision(root, "HEAD")
        tree = CommitTree(root, found)
        held = frozenset(_held(tree))
        if not held:
            return None
        changed = any(not _is_held(tree, path, source.raw) for path, source in sources.items()) or any(
            path not in sources and not (root / path).exists() for path in held
        )
    except (Unknown, Unreadable):
        return None
    return Version(found.id, found.day, changed)


def _held(tree: CommitTree) -> Iterator[str]:
    """The files that a plan is read from."""
    for folder in _FOLDERS:
        yield from (one.path for one in tree.entries(folder) if not one.folder and one.name.endswith(_ENDINGS))


def _is_held(tree: CommitTree, path: str, raw: bytes) -> bool:
    """True when the commit holds the same file; line ends may differ, as Git makes them on Windows."""
    try:
        held = tree.read(path)
    except Unreadable:
        return False
    return held == raw or held.replace(b"\r\n", b"\n") == raw.replace(b"\r\n", b"\n")
