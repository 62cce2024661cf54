"""What is different in two plans, thing by thing, as values: reading both and comparing what they mean.

How a file is written does not count: the order of its keys, its quotation marks and line ends, comments, the way in which
a date is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from elzctl.load import ACTORS, GOALS, PLAN, RIGHTS, SERIES
from elzctl.model import Action, Goal, Plan
from elzctl.record import NamedTuple
from elzctl.terms import Number
from elzctl.views import changes_fiche as fiche
from elzctl.views.changes_parts import Field, Listed, Part, Renamed, Text, compared
from elzctl.views.changes_renamed import renamed


class Thing(Enum):
    """What can change, in the order in which it is told."""

    GOAL = "goal"
    ACTION = "action"
    MEETING = "meeting"
    SERIES = "series"
    CHAPTER = "chapter"
    ACTOR = "actor"
    SETTINGS = "settings"
    ATTACHMENTS = "attachments"
    FILE = "file"


class How(Enum):
    """What became of a thing.  *Renumbered* is a new number, *renamed* a new title, *new id* a new file.

    *Conflict* is a file in which two versions stand side by side, so that it cannot be read.
    A *stub* is an action that is no longer, or not yet, worked on; *live* is one that was taken up again.
    """

    ADDED = "added"
    REMOVED = "removed"
    STUB = "stub"
    LIVE = "live"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"
    NEW_ID = "new-id"
    UNREADABLE = "unreadable"
    CONFLICT = "conflict"
    READABLE = "readable"
    CHANGED = "changed"


class Changed(NamedTuple):
    """A thing that is not what it was: *old* and *new* are its values, ``None`` where there is none.

    *how* says it in one word or more; the first is the one that matters most.  *was* is the id that it had before.
    """

    thing: Thing
    id: str
    how: tuple[How, ...]
    old: Any
    new: Any
    parts: tuple[Part, ...] = ()
    was: str = ""


class Other(NamedTuple):
    """A file of which something changed that no words tell: it came, went, or has other bytes."""

    path: str
    how: How


class Changes(NamedTuple):
    """Everything that changed from *old* to *new*; *hidden* counts what stands in ``::: intern`` and is left out.

    *others* are files of which something else changed: a picture, a key that nobody knows, how something is written.
    """

    old: Plan
    new: Plan
    things: tuple[Changed, ...]
    renamed: Renamed
    hidden: int = 0
    others: tuple[Other, ...] = ()


def changes(old: Plan, new: Plan, ids: Renamed | None = None) -> Changes:
    """What changed, in the order of :class:`Thing` and of the new plan.

    *ids* are those that were given up, when they are known from more than these plans say.
    """
    ids = renamed(old, new) if ids is None else ids
    return Changes(old, new, tuple(_things(old, new, ids)), ids)


def published(found: Changes) -> Changes:
    """The changes that everybody may see: without what stands in ``::: intern``."""
    things = [one._replace(parts=_public(one.parts)) for one in found.things]
    hidden = sum(_size(one.parts) - _size(shown.parts) for one, shown in zip(found.things, things, strict=True))
    kept = tuple(one for one in things if one.parts or one.how != (How.CHANGED,))
    return found._replace(things=kept, hidden=hidden)


def about(found: Changes, ids: frozenset[str]) -> Changes:
    """The changes of the things with these ids, and of the actions under goals that are among them."""
    numbers = {goal.number for plan in (found.old, found.new) for goal in plan.all_goals if goal.id in ids}
    return found._replace(things=tuple(one for one in found.things if _is_wanted(one, ids, numbers - {None})))


def _is_wanted(change: Changed, ids: frozenset[str], numbers: set[Number | None]) -> bool:
    if change.id in ids or change.was in ids:
        return True
    of_goals = (one.number for one in (change.old, change.new) if isinstance(one, (Action, Goal)) and one.number)
    return any(not numbers.isdisjoint((number.parent, number.parent.parent)) for number in of_goals)


def _public(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts without those that are internal, which also stand in what changed in one of a list."""
    return tuple(filter(None, map(_public_part, parts)))


def _public_part(part: Part) -> Part | None:
    if isinstance(part, Listed) and part.parts and not part.internal:
        part = part._replace(parts=_public(part.parts))
        return part if part.parts else None
    return None if isinstance(part, (Text, Listed)) and part.internal else part


def _size(parts: Iterable[Part]) -> int:
    """How many changes there are, those in one of a list each by itself."""
    return sum(
        _size(part.parts) if isinstance(part, Listed) and part.parts and not part.internal else 1 for part in parts
    )


# One kind after the other


def _things(old: Plan, new: Plan, ids: Renamed) -> Iterator[Changed]:
    goals = _by_id(old.all_goals), _by_id(new.all_goals)
    if GOALS in old.unread | new.unread:
        yield from _of_a_file(Thing.GOAL, GOALS, old, new)
    else:
        yield from _each(Thing.GOAL, *goals, ids.things, lambda one, other: compared(fiche.GOAL, one, other, ids))
        parts = tuple(fiche.order("order", old.strategic_goals, new.strategic_goals, ids))
        yield from (Changed(Thing.SETTINGS, GOALS, (How.CHANGED,), None, None, parts),) * bool(parts)
    yield from _each(
        Thing.ACTION, old.by_id, new.by_id, ids.things, lambda one, other: fiche.action_parts(one, other, ids), old, new
    )
    if old.meetings or new.meetings or old.series or new.series:
        yield from _meetings(old, new, ids)
    chapters = _by_id(old.chapters), _by_id(new.chapters)
    yield from _each(
        Thing.CHAPTER, *chapters, ids.things, lambda one, other: compared(fiche.CHAPTER, one, other, ids), old, new
    )
    if ACTORS in old.unread | new.unread:
        yield from _of_a_file(Thing.ACTOR, ACTORS, old, new)
    else:
        yield from _each(
            Thing.ACTOR, old.actors, new.actors, ids.actors, lambda one, other: compared(fiche.ACTOR, one, other, ids)
        )
    yield from _settings(old, new, ids)
    yield from _new_damage(old, new)


def _meetings(old: Plan, new: Plan, ids: Renamed) -> Iterator[Changed]:
    from elzctl.views.changes_meetings import meeting_parts

    yield from _each(
        *(Thing.MEETING, old.meetings_by_id, new.meetings_by_id, ids.things),
        *(lambda one, other: meeting_parts(one, other, ids), old, new),
    )
    if SERIES in old.unread | new.unread:
        yield from _of_a_file(Thing.SERIES, SERIES, old, new)
    else:
        yield from _each(
            Thing.SERIES, old.series, new.series, {}, lambda one, other: compared(fiche.SERIES, one, other, ids)
        )


def _settings(old: Plan, new: Plan, ids: Renamed) -> Iterator[Changed]:
    """The settings, the rights, and the files that go with minutes."""
    if PLAN in old.unread | new.unread:
        yield from _of_a_file(Thing.SETTINGS, PLAN, old, new)
    elif old.settings is not new.settings or old.logo != new.logo:  # equal mappings can have another order
        parts = (*compared(fiche.SETTINGS, old.settings, new.settings, ids), *_logo(old, new))
        yield from (Changed(Thing.SETTINGS, PLAN, (How.CHANGED,), old.settings, new.settings, parts),) * bool(parts)
    if RIGHTS in old.unread | new.unread:
        yield from _of_a_file(Thing.SETTINGS, RIGHTS, old, new)
    elif old.rights != new.rights:
        from elzctl.views.changes_rights import rights_parts

        parts = rights_parts(old.rights, new.rights)
        yield from (Changed(Thing.SETTINGS, RIGHTS, (How.CHANGED,), old.rights, new.rights, parts),) * bool(parts)
    files = sorted(old.attachments ^ new.attachments)
    if files:
        found = tuple(
            Listed(
                "files", name if name in old.attachments else None, name if name in new.attachments else None, number
            )
            for number, name in enumerate(files, 1)
        )
        yield Changed(Thing.ATTACHMENTS, "meetings/attachments", (How.CHANGED,), None, None, found)


def _logo(old: Plan, new: Plan) -> Iterator[Part]:
    """The picture itself, which is not seen by its name."""
    shapes = [f"{one.width}×{one.height} {one.kind}" if one is not None else "" for one in (old.logo, new.logo)]
    if old.logo != new.logo and old.settings.style.logo == new.settings.style.logo:
        yield Field("style.picture", *shapes)


def _each(
    thing: Thing,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    ids: Mapping[str, str],
    parts: Callable[[Any, Any], tuple[Part, ...]],
    before: Plan | None = None,
    after: Plan | None = None,
) -> Iterator[Changed]:
    """What changed among things with ids: the new ones in their order, and then what is gone.

    With the plans *before* and *after*, things whose file cannot be read are neither new nor gone.
    """
    given_up = {new_id: old_id for old_id, new_id in ids.items() if old_id in old}
    for name, other in new.items():
        was = given_up.get(name, name)
        one = old.get(was)
        if one is other:
            continue
        if one is None:
            how = How.READABLE if before is not None and name in before.unread else How.ADDED
            yield Changed(thing, name, (how,), None, other, parts(None, other) if how is How.ADDED else ())
        elif found := parts(one, other):
            yield Changed(thing, name, _how(one, other, found), one, other, found, was if was != name else "")
        elif was != name:
            yield Changed(thing, name, (How.NEW_ID,), one, other, (), was)
    for name, one in old.items():
        if name not in new and name not in ids:
            how = How.UNREADABLE if after is not None and name in after.unread else How.REMOVED
            yield Changed(thing, name, (how,), one, None, parts(one, None) if how is How.REMOVED else ())


def _how(old: Any, new: Any, parts: Iterable[Part]) -> tuple[How, ...]:
    """What became of a thing that is still there."""
    keys = {part.key for part in parts if isinstance(part, (Field, Text))}
    found = []
    if isinstance(new, Action) and old.status is not new.status and (new.is_stub or old.is_stub):
        found.append(How.STUB if new.is_stub else How.LIVE)
    found += [How.RENUMBERED] if "number" in keys else []
    found += [How.RENAMED] if keys & {"title", "name"} else []
    found += [How.NEW_ID] if old.id != new.id else []
    return tuple(found) or (How.CHANGED,)


def _of_a_file(thing: Thing, path: str, old: Plan, new: Plan) -> Iterator[Changed]:
    """A file with many things in it that cannot be read on one side: nothing more is known."""
    if (path in old.unread) != (path in new.unread):
        yield Changed(thing, path, (How.UNREADABLE if path in new.unread else How.READABLE,), None, None)


def _new_damage(old: Plan, new: Plan) -> Iterator[Changed]:
    """Files that came and cannot be read: nothing is known of them but their names."""
    known = {*old.by_id, *old.meetings_by_id, *(one.id for one in old.chapters), PLAN, GOALS, ACTORS, SERIES, RIGHTS}
    for name in sorted(new.unread - old.unread - known):
        yield Changed(Thing.FILE, name, (How.UNREADABLE,), None, None)


def _by_id(things: Iterable[Any]) -> dict[str, Any]:
    return {one.id: one for one in things}
