"""The files of which something changed that no words tell, by their names and what became of them."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.picture_names import ENDINGS
from elzctl.render.changes_labels import HOWS
from elzctl.render.changes_public import Screen
from elzctl.render.columns import one_line
from elzctl.views.changes import How, Other
from elzctl.wording import Language, say

MOST = 20
"""So many names of files are told of which nothing else is."""


def other_files(files: Sequence[Other], screen: Screen, language: Language) -> str:
    """The files on one line; ``""`` when there are none."""
    if not files:
        return ""
    named = [_named(one, screen, language) for one in files[:MOST]]
    if len(files) > MOST:
        named.append(language(say("… and {count} more", count=len(files) - MOST)))
    return language(say("Also changed: {files}.", files=", ".join(named)))


def _named(one: Other, screen: Screen, language: Language) -> str:
    path = one_line(screen.text(one.path.encode("utf-8", "replace").decode()))
    how = HOWS[one.how] if one.how is not How.CHANGED else None
    if how is None and one.path.lower().endswith(ENDINGS):
        # Its name is what a text says of it, and did not change.
        how = say("another picture")
    return path if how is None else f"{path} ({language(how)})"
