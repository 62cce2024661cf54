"""What a document calls otherwise than the plan does: its actions and goals by their numbers, its actors by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from elzctl import front_matter, nodes
from elzctl.edit import patched, scalar
from elzctl.intake.alike import likeness, spoken
from elzctl.intake.beside import Beside
from elzctl.intake.who import Actors
from elzctl.load import ACTIONS, ACTORS, load
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import OneFile
from elzctl.scaffold.skeleton_files import LAST
from elzctl.source import Patch, Source

# The keys whose values are ids of actors, and those whose value is the id of an action or a goal.
_WHO = frozenset(
    {"lead", "partners", "by", "from", "member_of", "organisation", "body", "present", "excused", "speaker"}
)
_WHAT = frozenset({"id", "into"})
_NOWHERE = OneFile("-", b"")

# How much two titles are like each other, from 0 to 1, when it is the same action with another number, and with the same.
_VERY, _RATHER = 0.85, 0.5
_Thing = Action | Goal | StrategicGoal


class Recognised(NamedTuple):
    """The files of a document with the ids of the plan; ``moved`` gives their paths by the paths that they had.

    ``gone`` are the actions of the plan that the document does not have, ``clashes`` those of them whose number another
    action has there, with its title.
    """

    files: Mapping[str, str]
    moved: Mapping[str, str]
    gone: tuple[Action, ...] = ()
    clashes: tuple[tuple[Action, str], ...] = ()


def recognised(plan: Plan, files: Mapping[str, str]) -> Recognised:
    """The *files* of a document, with the ids that the *plan* has for the same things."""
    new = load(Beside(_NOWHERE, {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()})).plan
    things = {**_alike(plan.all_goals, new.all_goals, 0.0), **_alike(plan.actions, new.actions, _RATHER)}
    ids = {
        **dict.fromkeys(_WHO, _actors(plan, new)),
        **dict.fromkeys(_WHAT, things),
        "target_groups": _words(plan.settings.target_groups, new.settings.target_groups),
        "themes": _words(plan.settings.themes, new.settings.themes),
    }
    found: dict[str, str] = {}
    moved: dict[str, str] = {}
    for path, text in files.items():
        name = path.removeprefix(f"{ACTIONS}/").removesuffix(".md")
        own = f"{ACTIONS}/{things[name]}.md" if path.startswith(f"{ACTIONS}/") and name in things else path
        found[own], moved[path] = _renamed(path, text, ids), own
    there = {things.get(one.id, one.id) for one in new.actions}
    gone = tuple(one for one in plan.actions if one.id not in there) if new.actions else ()
    numbers = {one.number: one.title for one in new.actions}
    clashes = tuple((one, numbers[one.number]) for one in gone if one.number is not None and one.number in numbers)
    return Recognised(found, moved, gone, clashes)


def _alike(plan: Iterable[_Thing], new: Iterable[_Thing], least: float) -> dict[str, str]:
    """The ids of actions or goals of the document, with those of the plan for the same: by number and title, or by title.

    *least* is how much the titles of two with the same number have to be like each other.
    """
    known, own = {one.id: one for one in plan}, {one.id: one for one in new}
    free = [one for one in known.values() if one.id not in own]
    found: dict[str, str] = {}
    for numbered, enough in ((True, _RATHER), (False, _VERY), (True, least)):
        for one in own.values():
            if one.id in known or one.id in found:
                continue
            rows = [(likeness(one.title, other.title), other) for other in free]
            if numbered:
                rows = [row for row in rows if row[1].number == one.number is not None]
            best = max(rows, key=lambda row: row[0], default=None)
            if best is not None and best[0] >= enough:
                found[one.id] = best[1].id
                free.remove(best[1])
    return found


def _words(plan: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """The ids of target groups or themes of the document that the plan has under the same name."""
    known = Actors({one: (name,) for one, name in plan.items()})
    exact = {spoken(name).casefold(): one for one, name in plan.items()}
    found = {
        one: exact.get(spoken(name).casefold()) or known.find(name) for one, name in new.items() if one not in plan
    }
    return {one: other for one, other in found.items() if other is not None}


def _actors(plan: Plan, new: Plan) -> dict[str, str]:
    known = Actors({one.id: (one.name, *one.also) for one in plan.actors.values()})
    found = {}
    for one in new.actors.values():
        there = next((known.find(name) for name in (one.name, *one.also) if known.find(name)), None)
        if there is not None and one.id not in plan.actors:
            found[one.id] = there
    return found


def _renamed(path: str, text: str, ids: Mapping[str, Mapping[str, str]]) -> str:
    """The text of a file with other ids; *ids* are those to change by the key that they stand under."""
    source = Source(path, text.encode("utf-8", "surrogatepass"), text)
    start, end = 0, len(text)
    if path.endswith(".md"):
        halves = front_matter.split(source)
        if not isinstance(halves, front_matter.Front):
            return text
        start, end = halves.start, halves.end
    data, odd = nodes.compose(source, start, end)
    if odd or data.node is None:
        return text
    patches = list(_keys(data, data.node, ids["lead"])) if path == ACTORS else []
    for key, node in getattr(data.node, "value", ()) if path == LAST else ():
        patches += _keys(data, node, ids[key.value]) if key.value in ("target_groups", "themes") else ()
    for name, node in _scalars(data.node, ""):
        other = ids.get(name, {}).get(node.value)
        if other is not None:
            span = data.span(node)
            patches.append(Patch(path, span.start, span.end, scalar(other, flow=True)))
    things = ids["id"]
    return re.sub(
        r"(?<=\[\[)[a-z0-9-]+(?=[\]|])", lambda match: things.get(match[0], match[0]), patched(source, patches)
    )


def _keys(data: nodes.Yaml, node: Any, ids: Mapping[str, str]) -> Iterator[Patch]:
    """The ids in a register."""
    for key, _ in getattr(node, "value", ()):
        if key.value in ids:
            span = data.span(key)
            yield Patch(data.source.path, span.start, span.end, scalar(ids[key.value]))


def _scalars(node: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Every scalar with the key that it stands under."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _scalars(value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item, key)
    else:
        yield key, node
