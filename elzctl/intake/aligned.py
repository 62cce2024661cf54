"""Data of a document laid beside that of a file, before it changes it: what says the same takes the words of the file."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

import yaml

from elzctl.intake.alike import alike, spoken
from elzctl.intake.drawn import value_of

# By these an item of a list is recognised.
_NAMES = ("id", "what")


def align(old: Any, new: Any, keep: Container[str] = (), path: str = "") -> None:
    """Changes *new* so that what says the same is written as in *old*; *keep* are fields that change nothing in it.

    A field is named as in an account (``status``, ``steps[2].due``, ``*.kind``); a kept item of a list comes in nowhere.
    """
    if isinstance(old, yaml.MappingNode) and isinstance(new, yaml.MappingNode):
        _mapping(old, new, keep, path)
    elif are_named(old) and are_named(new):
        _named(old, new, keep, path)
    elif _same(old, new):
        new.value = old.value
    elif _are_rows(old) and _are_rows(new):
        _rows(old, new, keep, path)


def is_empty(node: Any) -> bool:
    """True for a key without a value."""
    return bool(node.start_mark.index == node.end_mark.index)


def are_named(node: Any) -> bool:
    """True for a list of things that each have a name of their own."""
    return isinstance(node, yaml.SequenceNode) and each_named([value_of(item) for item in node.value])


def each_named(values: object) -> bool:
    """The same of data."""
    names = [name_of(value) for value in values] if isinstance(values, list) else []
    return bool(names) and all(names) and len({*names}) == len(names)


def name_of(value: object) -> str:
    """By what an item of a list is recognised: a goal by its id, a step or an indicator by what it is."""
    found = next((value[key] for key in _NAMES if value.get(key)), "") if isinstance(value, dict) else ""
    return found if isinstance(found, str) else ""


def _mapping(old: Any, new: Any, keep: Container[str], path: str) -> None:
    there = {key.value: value for key, value in old.value}
    if path == "decision" and "meeting" in there:
        keep = {"decision.text"}  # printed is what the minutes say
    left = []
    for key, value in new.value:
        mine, place = there.get(key.value), f"{path}.{key.value}" if path else key.value
        if mine is None or is_empty(mine):
            left.append((key, value))
        elif place not in keep and f"*.{key.value}" not in keep:
            had = bool(value.value)
            align(mine, value, keep, place)
            if value.value or not had:
                left.append((key, value))
    new.value = left


def _named(old: Any, new: Any, keep: Container[str], path: str) -> None:
    """Items by their names; a step with its note in brackets is that step."""
    known = {spoken(name): item for item in old.value for name in _names_of(item)}
    free, left = {id(item) for item in old.value}, []
    for index, item in enumerate(new.value):
        place = _place(path, index, item)
        mine = known.get(spoken(name_of(value_of(item))))
        if mine is None or id(mine) not in free:
            if not any(f"{place}{more}" in keep for more in ("", ".what")):
                left.append(item)
            continue
        free.discard(id(mine))
        own, name = _name_node(mine), _name_node(item)
        name.value = own.value
        align(mine, item, keep, place)
        left.append(item)
    new.value = left


def _are_rows(node: Any) -> bool:
    return isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.MappingNode) for item in node.value)


def _rows(old: Any, new: Any, keep: Container[str], path: str) -> None:
    """Items without names, by their places: one that says nothing else has all that the old one has."""
    for index, (mine, item) in enumerate(zip(old.value, new.value, strict=False)):
        align(mine, item, keep, f"{path}[{index}]")
        one, other = value_of(mine), value_of(item)
        if all(one.get(key) == value for key, value in other.items()):
            item.value = mine.value


def _names_of(item: Any) -> tuple[str, ...]:
    value = value_of(item)
    name = name_of(value)
    return (name, f"{name} ({value['note']})") if value.get("note") else (name,)


def _name_node(item: Any) -> Any:
    nodes = {key.value: value for key, value in item.value}
    return next(nodes[key] for key in _NAMES if key in nodes and nodes[key].value)


def _place(path: str, index: int, item: Any) -> str:
    """How an account names an item: a goal by its number, others by their place."""
    value = value_of(item)
    return f"goals[{value['number']}]" if value.get("id") and value.get("number") else f"{path}[{index}]"


def _same(old: Any, new: Any) -> bool:
    """True for texts, or lists of texts, that say the same."""
    if isinstance(old, yaml.ScalarNode) and isinstance(new, yaml.ScalarNode):
        return alike(str(old.value), str(new.value))
    if not isinstance(old, yaml.SequenceNode) or not isinstance(new, yaml.SequenceNode):
        return False
    mine, theirs = value_of(old), value_of(new)
    if not all(isinstance(one, str) for one in (*mine, *theirs)) or len(mine) != len(theirs):
        return False
    return all(alike(one, other) for one, other in zip(mine, theirs, strict=True))
