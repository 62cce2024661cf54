"""What changed, as data.  The shape is frozen apart from the model: ``schema_version`` goes up when a key changes its meaning.

``base`` and ``head`` are the versions that were compared, each ``{"id", "day"}`` of a commit, ``null`` for the working
folder.  ``things`` are what changed, each with

- ``thing``: goal, action, meeting, series, chapter, actor, settings, attachments, or file (of which only the name is known);
- ``id``, and ``was``: the id before, ``null`` unless it changed; ``number``, ``title``, ``path``: as they are now, or were;
- ``how``: the words added, removed, stub, live, renumbered, renamed, new-id, unreadable, conflict, readable or changed;
- ``changes``: what is different in it.

A change has a ``key`` and a ``kind``:

- ``value``: ``old`` and ``new``, ``null`` when there is none; a date is ``{"text", "first", "last"}``, an amount
  ``{"text", "value"}``;
- ``names``: ``old`` and ``new`` as lists of ids or words, ``removed`` and ``added``;
- ``text``: ``title`` (of an item of an agenda), ``internal``, and ``words``: stretches with ``kept`` (same, gone, come);
- ``item``: one of a list; ``change`` (added, removed, changed), ``number`` from 1, ``internal``, ``old``, ``new``, and the
  ``changes`` in it;
- ``order``: the same in another order.

``findings`` has those that are ``new`` and ``gone``, and is ``null`` when they were not looked for.  ``hidden`` counts
what stands in ``::: intern`` and is left out.  ``others`` are files of which something else changed, by their paths;
``other_files`` are the same with ``how``: added, removed, changed.

``[…]`` stands for an address, or a telephone, account or national number, that nobody allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.render.changes_public import Screen
from elzctl.render.json_values import amount, days, label, told
from elzctl.render.strict_json import strict_json
from elzctl.terms import Quantity
from elzctl.views.changes import Changed, Changes
from elzctl.views.changes_parts import Field, Listed, Names, Part, Text
from elzctl.wording import Language

if TYPE_CHECKING:
    from elzctl.commits.commit_tree import Revision
    from elzctl.views.changes_findings import FindingChanges

VERSION = 1

_STAGE = ("stage", "on", "who", "references", "text")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "accepted": ("code", "reason"),
    "agenda": ("title",),
    "agreements": ("id", "text", "who", "tags", "references"),
    "attachments": ("file", "title"),
    "contributions": ("who", "text"),
    "decisions": ("id", "text", "references"),
    "events": ("id", "text", "when", "start", "end", "who", "tags", "references"),
    "indicators": ("kind", "what", "target", "unit", "per", "measure", "count"),
    "measured": ("on", "value", "note"),
    "points": ("id", "text", "owners", "due", "ticked", "done", "tags", "references"),
    "signals": ("id", "text", "who", "tags", "references"),
    "steps": ("what", "start", "due", "done", "by", "note"),
    "turns": ("kind", "on", "due", "text"),
    "updates": ("on", "health", "note"),
    "was": ("date", "start", "end", "location", "speaker"),
}
"""What is told of one of a list, by the key of the list."""


def changes_json(
    found: Changes,
    findings: FindingChanges | None,
    versions: tuple[Revision | None, Revision | None],
    language: Language,
    *,
    internal: bool = False,
) -> str:
    """One document; *language* is that of the messages of findings.  Everybody may read it, unless it is *internal*."""
    screen = Screen(found.new, internal=internal)
    base, head = (None if one is None else {"id": one.id, "day": one.day.isoformat()} for one in versions)
    document = {
        "schema_version": VERSION,
        "base": base,
        "head": head,
        "things": [thing_data(change, screen) for change in found.things],
        "findings": None
        if findings is None
        else {
            "new": [told(one, language) for one in screen.findings(findings.new)],
            "gone": [told(one, language) for one in screen.findings(findings.gone)],
            "hidden": findings.hidden,
        },
        "hidden": found.hidden,
        "others": [screen.text(one.path) for one in found.others],
        "other_files": [{"path": screen.text(one.path), "how": one.how.value} for one in found.others],
    }
    return strict_json(document)


def thing_data(change: Changed, screen: Screen) -> Any:
    """A thing that changed, as it may be read."""
    now = change.new if change.new is not None else change.old
    data = {
        "thing": change.thing.value,
        "id": change.id,
        "was": change.was or None,
        "number": label(getattr(now, "number", None)),
        "title": getattr(now, "title", "") or getattr(now, "name", ""),
        "path": getattr(now, "path", None),
        "how": [how.value for how in change.how],
        "changes": [_part(part, screen) for part in change.parts],
    }
    return screen.value(data)


def _part(part: Part, screen: Screen) -> dict[str, Any]:
    if isinstance(part, Field):
        return {"key": part.key, "kind": "value", "old": _value(part.old), "new": _value(part.new)}
    if isinstance(part, Names):
        lists = {"old": part.old, "new": part.new, "removed": part.gone, "added": part.come}
        return {"key": part.key, "kind": "names", **{key: list(names) for key, names in lists.items()}}
    if isinstance(part, Text):
        words = [{"kept": one.kept.value, "text": one.text} for one in screen.stretches(part.stretches)]
        return {"key": part.key, "kind": "text", "title": part.title, "internal": part.internal, "words": words}
    if isinstance(part, Listed):
        return _listed(part, screen)
    return {"key": part.key, "kind": "order"}


def _listed(part: Listed, screen: Screen) -> dict[str, Any]:
    change = "added" if part.old is None else "removed" if part.new is None else "changed"
    return {
        "key": part.key,
        "kind": "item",
        "change": change,
        "number": part.number,
        "internal": part.internal,
        "old": _item(part.key, part.old),
        "new": _item(part.key, part.new),
        "changes": [_part(one, screen) for one in part.parts],
    }


def _item(key: str, one: Any) -> Any:
    """One of a list; a word of the settings by its id, a file by its name."""
    if one is None or isinstance(one, str):
        return one
    if isinstance(one, tuple):
        return {"id": one[0], "words": one[1]}
    keys = _STAGE if hasattr(one, "stage") else _KEYS[key]
    return {name: _value(getattr(one, name)) for name in keys}


def _value(found: Any) -> Any:
    """A value of the model as JSON has it."""
    if isinstance(found, VagueDate):
        return days(found)
    if isinstance(found, Quantity):
        return amount(found)
    if hasattr(found, "_fields"):  # a number, a time, a colour
        return str(found)
    if isinstance(found, Enum):
        return found.value
    if isinstance(found, Ref) or hasattr(found, "label"):
        return found.id
    if isinstance(found, Iterable) and not isinstance(found, str):
        return [_value(one) for one in found]
    return None if found == "" else found
