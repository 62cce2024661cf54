"""What an output file never takes the place of: what Git or a forge runs from, and files that Git keeps."""

from __future__ import annotations

import os
from pathlib import Path

from elzctl.cli.session import Stop
from elzctl.scaffold.skeleton_files import OWNERS
from elzctl.wording import say

CLOSED = (".git", ".github", ".gitlab", ".forgejo", ".gitea", ".ci")
"""At the top of a repository; only ``elzctl init`` and ``elzctl rights`` put anything there."""


def refuse_lasting(whole: Path, root: Path, shown: str, *, ours: bool) -> None:
    """Raises Stop for such a file; *whole* is an absolute path, *shown* how the user wrote it."""
    hint = say("Choose another name, or a folder of its own such as build.")
    top = next((one for one in whole.parents if (one / ".git").exists()), root)
    first = whole.relative_to(top).parts[0].lower().rstrip(". ") if top in whole.parents else ""
    if first in CLOSED and not (ours and whole.relative_to(top).as_posix() in OWNERS.values()):
        raise Stop(say("{path} lies in {folder}/, where no output is written", path=shown, folder=first), hint)
    if ours or not os.path.lexists(whole):
        return
    from elzctl.git import tracked

    if tracked(whole.parent, whole.name):
        raise Stop(say("{path} is kept by Git, and is not written over", path=shown), hint)
