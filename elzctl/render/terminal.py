"""Text for a terminal: what stands in a plan is shown, never obeyed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, TextIO

# C0, DEL, C1, bidi marks and overrides, zero width, line and paragraph separators, half surrogates.
_UNSAFE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"


def printable(text: str) -> str:
    """*text* with every character that a terminal would obey shown as its code, such as ``\\x1b``."""
    if text.isprintable():
        return text
    return re.sub(_UNSAFE, lambda match: match[0].encode("unicode_escape").decode(), text)


class Paint:
    """Colours for a terminal that shows them; none where *on* is false."""

    _CODES: ClassVar = {"error": "1;31", "warning": "1;33", "info": "1;36", "strong": "1", "quiet": "2", "good": "32"}

    def __init__(self, *, on: bool) -> None:
        """*on* is decided by :func:`has_colours`."""
        self._on = on

    def __call__(self, style: str, text: str) -> str:
        """*text* in a style by name: error, warning, info, strong, quiet, good."""
        return f"\x1b[{self._CODES[style]}m{text}\x1b[0m" if self._on else text


def has_colours(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """True for a terminal that is not dumb, unless ``NO_COLOR`` is set to anything."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


_PLAIN = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("–—‑−·•", "-"),
    "…": "...",
    "→": "->",
    "¶": "/",
    "☒": "[x]",
    "☐": "[ ]",
    "≤": "<=",
    "\xa0": " ",
    "é": "e",
    "è": "e",
    "ë": "e",
    "ï": "i",
    "ö": "o",
    "ü": "u",
}


def plain_signs(error: UnicodeError) -> tuple[str, int]:
    """Signs for a terminal that does not have those of the text; ``?`` where nothing is like them."""
    assert isinstance(error, UnicodeEncodeError)
    return "".join(_PLAIN.get(sign, "?") for sign in error.object[error.start : error.end]), error.end
