"""Which parts of a document begin on a new page in Word: none after a few lines, and none of a few lines at the end.

Where its pages end only Word knows: sizes are estimated lines of text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from elzctl.render.tree import Part

ENOUGH = 20
"""Lines that stand before a new page since the last one began, and that still come after it."""

_WIDE = 85
# Lines of a block besides its text, and the space around it.
_OWN = {
    "heading": 2.5,
    "paragraph": 1,
    "checkbox": 1.5,
    "fact": 1.2,
    "entry": 1.5,
    "fiche": 3,
    "figure": 20,
    "timeline": 5,
}
_HIGH = frozenset({"bars", "rows"})


def beginning(parts: Iterable[Part]) -> list[bool]:
    """For each of the *parts* whether it begins on a new page; what stands before the first fills its page."""
    sizes = [lines(part.blocks) for part in parts]
    found, before = [], float(ENOUGH)
    for at, size in enumerate(sizes):
        found.append(before >= ENOUGH and sum(sizes[at:]) >= ENOUGH)
        before = size if found[-1] else before + size
    return found


def lines(node: Any) -> float:
    """About how many lines a block takes, or several."""
    if isinstance(node, str):
        return len(node) / _WIDE
    if not isinstance(node, tuple):
        return 0
    names = getattr(node, "_fields", None)
    if names is None:
        return sum(map(lines, node))
    pairs = zip(names, node, strict=True)
    inside = sum(
        lines(value) + (1.2 * len(value) if name in _HIGH else 0) for name, value in pairs if name not in _NAMES
    )
    return float(_OWN.get(getattr(node, "t", ""), 0) + inside)


_NAMES = frozenset(
    {"t", "anchor", "href", "state", "kind", "key", "tags", "widths", "ticks", "years", "marks", "picture"}
)
