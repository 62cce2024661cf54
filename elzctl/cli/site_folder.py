"""The folder of a site: none of the plan's own, and none that a link in the repository leads to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.cli.session import Stop
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session

_SOURCES = ("plan", "meetings", "templates", "private", ".git")


def folder_of(session: Session, out: str) -> Path:
    """The folder of the site.  Raises Stop when it is one of the plan's own, WriteFault when it lies behind a link."""
    from elzctl.write_faults import WriteFault

    root = session.root()
    folder = session.folder.resolve() / out
    real = folder.resolve()
    if any(root / name in (real, *real.parents) for name in _SOURCES):
        message = say("{path} lies among the files that the plan is made of", path=out)
        raise Stop(message, say("Choose a folder of its own, such as --out public."))
    if real == root or real in root.parents:
        message = say("{path} holds the plan itself", path=out)
        raise Stop(message, say("Choose a folder of its own, such as --out public."))
    if _is_behind_link(root, folder):
        raise WriteFault(say("This is a link, or lies behind one; nothing was written"), out)
    return folder


def _is_behind_link(root: Path, folder: Path) -> bool:
    """True when a link in the repository is on the way to a folder: it may have come in with somebody's changes.

    A link in the place of the folder itself is refused by the mirror.
    """
    place = Path(folder.anchor)
    for name in folder.parts[1:-1]:
        if root in (place, *place.parents) and os.path.islink(place / name):
            return True
        place = (place / name).resolve()
    return False
