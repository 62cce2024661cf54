"""Which templates there are, and which of them the zone has put its own in the place of."""

from __future__ import annotations

from enum import Enum

from elzctl.record import NamedTuple
from elzctl.templates import ENDINGS, OWN, WORD, built_in, own_paths
from elzctl.tree import Tree, Unreadable


class Standing(Enum):
    """Whose template it is; *absent* is nobody's, a file that only a zone can have.

    Of the zone's own: *same* reads as ours does now, *differs* does not, *extra* has no counterpart of ours, and
    *unreadable* is there but cannot be read.
    """

    OURS = "ours"
    ABSENT = "absent"
    SAME = "same"
    DIFFERS = "differs"
    EXTRA = "extra"
    UNREADABLE = "unreadable"


class Row(NamedTuple):
    """A template by its name, such as ``html/plan.css``."""

    name: str
    standing: Standing


WORD_NAME = f"docx/{WORD}"
"""The Word file of a zone: without one, documents have styles of ours that stand in no file."""


def template_list(tree: Tree) -> tuple[Row, ...]:
    """Every template, by name.  Raises Unreadable when the folder of the zone's own cannot be read."""
    ours = {f"{kind}/{name}": data for kind in ENDINGS for name, data in built_in(kind).items()}
    found = {**dict.fromkeys(ours, Standing.OURS), WORD_NAME: Standing.ABSENT}
    for path in own_paths(tree):
        name = path.removeprefix(f"{OWN}/")
        found[name] = _standing(tree, path, ours.get(name), is_word=name == WORD_NAME)
    return tuple(Row(name, found[name]) for name in sorted(found))


def _standing(tree: Tree, path: str, ours: bytes | None, *, is_word: bool) -> Standing:
    try:
        own = tree.read(path)
    except Unreadable:
        return Standing.UNREADABLE
    if ours is None:
        return Standing.DIFFERS if is_word else Standing.EXTRA
    return Standing.SAME if own.replace(b"\r\n", b"\n") == ours.replace(b"\r\n", b"\n") else Standing.DIFFERS
