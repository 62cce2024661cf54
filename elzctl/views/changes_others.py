"""The files of which something changed that no words tell: a key that nobody knows, a picture, how a file is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from elzctl.load import ACTIONS, ACTORS, GOALS, MEETINGS, SERIES, TEXTS
from elzctl.picture_names import ATTACHMENTS
from elzctl.source import Source
from elzctl.views.changes import Changed, Changes, How, Other, Thing
from elzctl.views.changes_parts import Listed

_FILES = {Thing.GOAL: GOALS, Thing.ACTOR: ACTORS, Thing.SERIES: SERIES}


def untold(found: Changes, files: Iterable[Other]) -> tuple[Other, ...]:
    """Those of some files that changed of which *found* tells nothing; it has to be whole, with what is internal."""
    told = {path for change in found.things for path in _paths(change, found)}
    return tuple(file for file in files if file.path not in told)


def of_ids(files: Iterable[Other], ids: frozenset[str], sources: Iterable[Source]) -> tuple[Other, ...]:
    """Those of some files that are of the things with these ids, and what the texts of these things name by its name."""
    texts = [source.text for source in sources if _is_of(source.path, ids)]
    return tuple(one for one in files if _is_of(one.path, ids) or any(_name(one.path) in text for text in texts))


def _is_of(path: str, ids: frozenset[str]) -> bool:
    return path in ids or _name(path).removesuffix(".md") in ids


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def torn(found: Changes, paths: Collection[str]) -> Changes:
    """The same changes, of which those files are in a merge conflict that can no longer be read for that reason."""
    if not paths:
        return found
    things = (
        one._replace(how=(How.CONFLICT,))
        if one.how == (How.UNREADABLE,) and not set(paths).isdisjoint(_paths(one, found))
        else one
        for one in found.things
    )
    return found._replace(things=tuple(things))


def placed(found: Changes, paths: Iterable[str]) -> Changes:
    """The same changes, in which a file that cannot be read, of which no more is known, has its path as its id."""
    if not any(one.thing is Thing.FILE for one in found.things):
        return found
    known = {_name(path).removesuffix(".md"): path for path in paths}
    things = (one._replace(id=known.get(one.id, one.id)) if one.thing is Thing.FILE else one for one in found.things)
    return found._replace(things=tuple(things))


def _paths(change: Changed, found: Changes) -> Iterator[str]:
    """The files of which a change tells."""
    if change.thing in _FILES:
        yield _FILES[change.thing]
    elif change.thing is Thing.SETTINGS:
        yield change.id
        if any(part.key in ("style.logo", "style.picture") for part in change.parts):
            yield from (f"plan/{plan.settings.style.logo.removeprefix('plan/')}" for plan in (found.old, found.new))
    elif change.thing is Thing.ATTACHMENTS:
        parts: tuple[Any, ...] = change.parts
        yield from (f"{ATTACHMENTS}/{part.old or part.new}" for part in parts if isinstance(part, Listed))
    else:
        known = (getattr(one, "path", "") for one in (change.old, change.new))
        named = (f"{folder}/{name}.md" for folder in (ACTIONS, TEXTS, MEETINGS) for name in (change.id, change.was))
        yield from (*known, *named, change.id)
