"""What the parser of Markdown made of the texts of an action, for the next time: most of a fiche that is edited stays.

As plain values, which may be kept in a file (:mod:`elzctl.shelf`): the name of each node and what it holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elzctl.render import tree
from elzctl.render.memory import Key

_NODES = {
    one.__name__: one
    for one in (
        *(tree.Text, tree.Strong, tree.Emphasis, tree.Code, tree.Break, tree.Link, tree.Jump, tree.Paragraph),
        *(tree.Heading, tree.Item, tree.Bullets, tree.Numbered, tree.Quote, tree.Listing, tree.Rule, tree.Table),
    )
}


def plain(known: Mapping[Key, tuple[Any, ...]]) -> dict[Key, tuple[Any, ...]]:
    """What was made of texts as plain values, but for texts with something else in them, such as pictures."""
    found = {}
    for key, blocks in known.items():
        try:
            found[key] = _plain(blocks)
        except KeyError:
            continue
    return found


def blocks_of(kept: Mapping[Key, tuple[Any, ...]]) -> dict[Key, tuple[Any, ...]]:
    """The same again."""
    return {key: _node(value) for key, value in kept.items()}


def _plain(node: Any) -> Any:
    """*node* as a value.  Raises KeyError for one that is not kept."""
    if not isinstance(node, tuple):
        return node
    if node.__class__ is tuple:
        return ("", *map(_plain, node))
    name = node.__class__.__name__
    if _NODES[name] is not node.__class__:
        raise KeyError(name)
    return (name, *map(_plain, node))


def _node(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    name, *parts = value
    found = map(_node, parts)
    return _NODES[name](*found) if name else tuple(found)
