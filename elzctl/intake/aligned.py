"""Data of a document laid beside that of a file, before it changes it: what says the same takes the words of the file."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any, TypeAlias

import yaml

from elzctl.intake.alike import alike, likeness, spoken
from elzctl.intake.drawn import value_of

# By these an item of a list is recognised.
_NAMES = ("id", "what")
# How much the words of an item are like those that it had, from 0 to 1: anywhere in its list, and with the same date or place.
_ANYWHERE, _IN_PLACE = 0.65, 0.4
_DAYS = ("due", "start", "done")

Pairs: TypeAlias = dict[int, Any]
"""Items of lists of the document by the ids of their nodes, each with the item of the file that it is."""


def align(old: Any, new: Any, keep: Container[str] = ()) -> Pairs:
    """Changes *new* so that what says the same is written as in *old*; *keep* are fields that change nothing in it.

    A field is named as in an account (``status``, ``steps[2].due``, ``*.kind``); a kept item of a list comes in nowhere.
    """
    pairs: Pairs = {}
    _Aligning(keep, pairs).node(old, new, "")
    return pairs


def is_empty(node: Any) -> bool:
    """True for a key without a value."""
    return bool(node.start_mark.index == node.end_mark.index)


def are_named(node: Any) -> bool:
    """True for a list of things that each have a name of their own."""
    names = [name_of(value_of(item)) for item in node.value] if isinstance(node, yaml.SequenceNode) else []
    return bool(names) and all(names) and len({*names}) == len(names)


def name_of(value: object) -> str:
    """By what an item of a list is recognised: a goal by its id, a step or an indicator by what it is."""
    found = next((value[key] for key in _NAMES if value.get(key)), "") if isinstance(value, dict) else ""
    return found if isinstance(found, str) else ""


class _Aligning:
    """One pass over two trees of data."""

    def __init__(self, keep: Container[str], pairs: Pairs) -> None:
        self._keep = keep
        self._pairs = pairs

    def node(self, old: Any, new: Any, path: str) -> None:
        if isinstance(old, yaml.MappingNode) and isinstance(new, yaml.MappingNode):
            self._mapping(old, new, path)
        elif are_named(old) and are_named(new):
            self._named(old, new, path)
        elif _same(old, new):
            new.value = old.value
        elif _are_rows(old) and _are_rows(new):
            self._rows(old, new, path)

    def _mapping(self, old: Any, new: Any, path: str) -> None:
        there = {key.value: value for key, value in old.value}
        left = []
        for key, value in new.value:
            mine, place = there.get(key.value), f"{path}.{key.value}" if path else key.value
            if mine is None or is_empty(mine):
                left.append((key, value))
            elif place == "decision.text" and "meeting" in there:
                continue  # printed is what the minutes say
            elif place not in self._keep and f"*.{key.value}" not in self._keep:
                had = bool(value.value)
                self.node(mine, value, place)
                if value.value or not had:
                    left.append((key, value))
        new.value = left

    def _named(self, old: Any, new: Any, path: str) -> None:
        """Items by their names, and then those whose words have changed."""
        found = _by_name(old.value, new.value)
        same = {*found}
        found |= _by_words(old.value, new.value, found)
        left = []
        for index, item in enumerate(new.value):
            place, mine = _place(path, index, item), found.get(id(item))
            is_kept = place in self._keep or f"{place}.what" in self._keep
            if id(item) not in same and is_kept:
                continue
            if mine is not None:
                self._pairs[id(item)] = mine
                if id(item) in same:
                    _name_node(item).value = _name_node(mine).value
                self.node(mine, item, place)
            left.append(item)
        new.value = left

    def _rows(self, old: Any, new: Any, path: str) -> None:
        """Items without names, by their places: one that says nothing else has all that the old one has."""
        for index, (mine, item) in enumerate(zip(old.value, new.value, strict=False)):
            self.node(mine, item, f"{path}[{index}]")
            one, other = value_of(mine), value_of(item)
            if all(one.get(key) == value for key, value in other.items()):
                item.value = mine.value


def _by_name(old: list[Any], new: list[Any]) -> Pairs:
    """Items that have the name of one of the file; a step with its note in brackets is that step."""
    known = {spoken(name): item for item in old for name in _names_of(value_of(item))}
    found: Pairs = {}
    for item in new:
        mine = known.get(spoken(name_of(value_of(item))))
        if mine is not None and not any(mine is one for one in found.values()):
            found[id(item)] = mine
    return found


def _by_words(old: list[Any], new: list[Any], found: Pairs) -> Pairs:
    """Items that are one of the file with other words: those that are most like each other first."""
    taken = {id(one) for one in found.values()}
    rows = sorted(
        (
            (how, -at, -index, mine, item)
            for at, item in enumerate(new)
            if id(item) not in found
            for index, mine in enumerate(old)
            if id(mine) not in taken
            for how in _how_alike(value_of(mine), value_of(item), in_place=at == index)
        ),
        key=lambda row: row[:3],
        reverse=True,
    )
    more: Pairs = {}
    for *_, mine, item in rows:
        if id(item) not in more and id(mine) not in taken:
            more[id(item)] = mine
            taken.add(id(mine))
    return more


def _how_alike(old: Any, new: Any, *, in_place: bool) -> Iterator[float]:
    """How much two items are like each other, when that is enough to be the same one."""
    if "id" in old or "id" in new or old.get("kind") != new.get("kind"):
        return
    how = max(likeness(name, name_of(new)) for name in _names_of(old))
    near = in_place or any(key in old and key in new and alike(old[key], new[key]) for key in _DAYS)
    if how >= (_IN_PLACE if near else _ANYWHERE):
        yield how


def _are_rows(node: Any) -> bool:
    return isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.MappingNode) for item in node.value)


def _names_of(value: Any) -> tuple[str, ...]:
    """The name of an item, and that with its note."""
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
