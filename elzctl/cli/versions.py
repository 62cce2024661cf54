"""Which two versions of the plan a command line means, and both of them, read."""

from __future__ import annotations

import os
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.cli.past import Beside
from elzctl.cli.session import Session, Stop
from elzctl.record import NamedTuple
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import CommitTree, Revision
    from elzctl.load import Loaded


class Asked(NamedTuple):
    """The names of both versions (*head* is empty for the working folder), or the day *until* which the older one was made.

    *parted*: the older one is where their lines of history part, as in ``main...``.
    """

    base: str
    head: str
    until: date | None
    parted: bool


class Versions(NamedTuple):
    """What is compared: two plans, and the commit of each; the newer one may be the working folder, which has none."""

    old: Loaded
    new: Loaded
    base: Revision
    head: Revision | None
    trees: tuple[CommitTree, CommitTree | None]

    @property
    def names(self) -> tuple[str, str]:
        """How both are named on a command line; the working folder has no name."""
        return self.base.short, self.head.short if self.head is not None else ""


def asked_for(base: str, head: str, since: str) -> Asked:
    """What the words of the command line mean.  Raises Stop."""
    if since:
        if base or head:
            hint = say("Leave out {name}.", name=(base or head)[:80])
            raise Stop(say("--since names the older version already"), hint)
        from elzctl.cli.which import date_of

        return Asked("", "", date_of("--since", since).last, parted=False)
    for dots in ("...", ".."):
        left, found, right = base.partition(dots)
        if found and not base.startswith("-"):
            if head:
                raise Stop(say("“{name}” names two versions already", name=base[:80]))
            return Asked(left or "HEAD", right, None, parted=dots == "...")
    return Asked(base or "HEAD", head, None, parted=False)


def versions_of(session: Session, asked: Asked) -> Versions:
    """Both plans; what they have in common is read once.  Raises Stop."""
    root = session.root()
    beside = Beside(lambda: _trees(root, asked))
    from elzctl.answers import Answers, read_again
    from elzctl.cache import cache_of
    from elzctl.load import PLAN, load
    from elzctl.tree import WorkTree

    # Most of a newer version is as in the folder, of which the last run kept what it read.
    cache = cache_of(root, os.environ)
    now = read_again(WorkTree(root), cache) if not asked.head else None
    for name in (
        "views.changes",
        *(["reading"] if cache.get(PLAN) is None else []),
    ):  # what is needed soon, while Git works
        import_module(f"elzctl.{name}")
    old, new = beside.result()
    if new is not None:
        now = load(new, cache)
        now = now._replace(answers=Answers((cache,), now))
    assert now is not None
    # The same older version is asked for again and again: the last one published, the main line.
    earlier = cache_of(root, os.environ, older=True)
    then = load(old, now.kept, earlier)
    earlier.keep({path: one for path, one in then.kept.items() if now.kept.get(path) is not one})
    then = then._replace(answers=Answers((earlier, cache), then))
    return Versions(then, now, old.revision, None if new is None else new.revision, (old, new))


def _trees(root: Path, asked: Asked) -> tuple[CommitTree, CommitTree | None]:
    """The older version and the newer one, ``None`` for the working folder.  Raises Unknown."""
    from elzctl.commits.commit_tree import CommitTree, last_before, parting, revision

    if asked.until is not None:
        return CommitTree(root, last_before(root, asked.until)), None
    if asked.head and not asked.parted:  # Git answers for both at once
        newer = Beside(lambda: CommitTree(root, revision(root, asked.head)))
        older = CommitTree(root, revision(root, asked.base))
        return older, newer.result()
    new = revision(root, asked.head) if asked.head else None
    old = revision(root, asked.base)
    if asked.parted:
        old = parting(root, old, new or revision(root, "HEAD"))
    tree = CommitTree(root, old)
    return tree, None if new is None else CommitTree(root, new, tree)
