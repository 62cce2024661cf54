"""In how many places a site may name a person, not looked for again where nothing changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.shelf import Shelf


def persons_again(loaded: Loaded, shelf: Shelf, texts: tuple[str, Mapping[str, str]]) -> int:
    """How many :func:`~elzctl.views.named_persons.named_persons` finds; *texts* are :func:`elzctl.render.site.kept.hashed`.

    What an earlier run put on the *shelf* counts as long as only texts of actions changed that named nobody and still do not.
    """
    files, actions = texts
    kept = shelf.take()
    found = None
    if kept is not None and kept[0] == files and kept[1].keys() == actions.keys():
        edited = [name for name, one in actions.items() if kept[1][name] != one]
        if not edited:
            return sum(kept[2].values())
        found = kept[2] if _name_nobody(loaded, edited, kept[2]) else None
    found = _counted(loaded) if found is None else found
    shelf.put((files, dict(actions), found))
    return sum(found.values())


def _name_nobody(loaded: Loaded, edited: list[str], before: Mapping[str, int]) -> bool:
    """True when these actions named nobody *before*, nor do so now."""
    from elzctl.views.named_persons import name_nobody

    names = frozenset(edited)
    return not any(one.path in before for one in loaded.plan.actions if one.id in names) and name_nobody(
        loaded.plan, names
    )


def _counted(loaded: Loaded) -> dict[str, int]:
    from elzctl.views.named_persons import named_persons

    found: dict[str, int] = {}
    for one in named_persons(loaded.plan):
        found[one.span.path] = found.get(one.span.path, 0) + 1
    return found
