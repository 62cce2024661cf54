"""Keys and values between { and } of which one value cannot be read: the same line with that value between quotes."""

from __future__ import annotations

import re
from collections.abc import Callable

_LONGEST = 1000
_BEGUN = re.compile(r"\{[ ]*[A-Za-z_][\w-]*:[ ]")
_KEY = re.compile(r"[,{\[][ ]*[A-Za-z_][\w-]*:[ ]+")
_WHOLE = re.compile(r"(?P<data>\{.*\})(?P<remark>[ ]+#[^}]*)?\Z")


def is_begun(value: str) -> bool:
    """True for what begins with { and a key; ``{{ name }}`` and ``{x}`` are texts."""
    return _BEGUN.match(value) is not None


def quoted_inside(value: str, quoted: Callable[[str], str], reads: Callable[[str], bool]) -> str | None:
    """``{what: 's avonds, due: 2025}`` with quotes around ``'s avonds``; ``None`` when that does not make it readable.

    *quoted* puts quotes around a text, and *reads* says whether YAML can read one.
    """
    whole = _WHOLE.match(value)
    if whole is None or len(value) > _LONGEST:
        return None
    data = whole["data"]
    keys = list(_KEY.finditer(data))
    better = ""
    for key, following in zip(keys, [*(one.start() for one in keys[1:]), len(data) - 1], strict=True):
        better += key[0] + _readable(data[key.end() : following], quoted, reads)
    better += "}" + (whole["remark"] or "")
    return better if better != value and reads(better) else None


def _readable(text: str, quoted: Callable[[str], str], reads: Callable[[str], bool]) -> str:
    """One value, between quotes when it cannot be read; the signs that close what it stands in stay behind it."""
    bare = text.rstrip(" ]}")
    for end in range(len(text), len(bare) - 1, -1):
        if not text[:end].strip(" [{") or reads(f"{{x: {text[:end]}}}"):
            return text
    return quoted(bare.strip()) + text[len(bare) :]
