"""What is different in two versions of the rights: each team, and each thing that somebody owns, in the words of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from elzctl.fiche import ids
from elzctl.rights import Owned, Rights
from elzctl.views.changes_parts import Field, Part


def rights_parts(old: Rights | None, new: Rights | None) -> tuple[Part, ...]:
    """The parts in which they differ; either may be missing."""
    before, after = _said(old or Rights()), _said(new or Rights())
    return tuple(part for key in before for part in _parts(key, before[key], after[key]))


def _parts(key: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Part]:
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            yield Field(f"rights.{key}", old.get(name, ""), new.get(name, ""))


def _said(rights: Rights) -> Mapping[str, Mapping[str, str]]:
    """By key, what stands on each line.  Without the sign before a handle, which would be read as the name of an actor."""
    return {
        "teams": {one.id: f"{one.id}: {one.name}, {one.mention[1:]}" for one in rights.teams.values()},
        "admin": {"": ", ".join(ids(rights.admin))},
        "rest": {"": ", ".join(ids(rights.rest))},
        "goals": _owned(rights.goals),
        "clusters": _owned(rights.clusters),
        "series": _owned(rights.series),
        "bodies": _owned(rights.bodies),
        "files": _owned(rights.files),
    }


def _owned(owned: tuple[Owned, ...]) -> Mapping[str, str]:
    return {one.key: f"{one.key}: {', '.join(ids(one.teams))}" for one in owned}
