"""The earlier version that an option names: by a branch, a tag or a commit, or by a day up to which it is the last one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from elzctl import dates
from elzctl.cli.past import of_git
from elzctl.cli.session import Session
from elzctl.commits.commit_tree import CommitTree, Revision, Unknown, last_before, revision
from elzctl.render.plan_changes import Earlier
from elzctl.render.version import Version

if TYPE_CHECKING:
    from elzctl.load import Loaded


def earlier(session: Session, typed: str, loaded: Loaded) -> Earlier:
    """The plan as it was; what it has in common with the *loaded* one is not read again.  Raises Stop."""
    from elzctl.cli.guarded import guarded
    from elzctl.load import load

    root = session.root()
    tree = of_git(lambda: CommitTree(root, named(root, typed.strip())))
    plan = guarded(load(tree, loaded.kept), tree).plan
    return Earlier(plan, Version(tree.revision.id, tree.revision.day))


def named(root: Path, typed: str) -> Revision:
    """The commit that was meant: a branch or a tag that is called like a date is itself.  Raises Unknown."""
    day = dates.read(typed)
    if isinstance(day, dates.Fault):
        return revision(root, typed)
    for kind in ("tags", "heads"):
        try:
            return revision(root, f"refs/{kind}/{typed}")
        except Unknown:
            continue
    return last_before(root, day.last)
