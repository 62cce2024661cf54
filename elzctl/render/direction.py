"""Which way a text runs."""

from __future__ import annotations

_FIRST = "\u0590"
"""The first letter that runs from right to left; before it stand all that most texts have."""


def is_right_to_left(text: str) -> bool:
    """True when the first letter of a text is of Arabic, Hebrew or another script that begins at the right."""
    if text.isascii() or max(text) < _FIRST:
        return False
    from unicodedata import bidirectional

    ways = (bidirectional(char) for char in text)
    return next((way != "L" for way in ways if way in ("L", "R", "AL")), False)
