"""Brackets: values between { and } of which one cannot be read, and a bracket that nothing closes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_LINE_END = re.compile(r"\r\n?|\n")
_LONGEST = 1000
_BEGUN = re.compile(r"\{[ ]*[A-Za-z_][\w-]*:[ ]")
_KEY = re.compile(r"[,{\[][ ]*[A-Za-z_][\w-]*:[ ]+")
_WHOLE = re.compile(r"(?P<data>\{.*\})(?P<remark>[ ]+#[^}]*)?\Z")
# A key without a value or without a blank behind it, a comma between two quotation marks, a sign with a meaning within them:
# where one value ends and the next key begins is a guess then, and a wrong one would change what the line says.
_UNSURE = re.compile(r"""[,{\[][ ]*[A-Za-z_][\w-]*:(?:[ ]*[,}\]]|\S)|"[^"]*,[^"]*"|'[^']*,[^']*'|\\""")


def is_begun(value: str) -> bool:
    """True for what begins with { and a key; ``{{ name }}`` and ``{x}`` are texts."""
    return _BEGUN.match(value) is not None


def quoted_inside(value: str, quoted: Callable[[str], str], reads: Callable[[str], bool]) -> str | None:
    """``{what: 's avonds, due: 2025}`` with quotes around ``'s avonds``; ``None`` when that does not make it readable.

    *quoted* puts quotes around a text, and *reads* says whether YAML can read one.  Nothing is advised where it is not sure
    which text is one value.
    """
    whole = _WHOLE.match(value)
    if whole is None or len(value) > _LONGEST:
        return None
    data = whole["data"]
    if _UNSURE.search(data) or data.count('"') % 2 or data.count("[") != data.count("]"):
        return None
    keys = list(_KEY.finditer(data))
    ends = [*(one.start() for one in keys[1:]), len(data) - 1]
    typed = [data[key.end() : end] for key, end in zip(keys, ends, strict=True)]
    values = [_readable(text, quoted, reads) for text in typed]
    better = "".join(f"{key[0]}{one}" for key, one in zip(keys, values, strict=True)) + "}" + (whole["remark"] or "")
    is_one = sum(one != text for one, text in zip(values, typed, strict=True)) == 1
    return better if is_one and reads(better) else None


def _readable(text: str, quoted: Callable[[str], str], reads: Callable[[str], bool]) -> str:
    """One value, between quotes when it cannot be read; the signs that close what it stands in stay behind it."""
    bare = text.rstrip(" ]}")
    for end in range(len(text), len(bare) - 1, -1):
        if not text[:end].strip(" [{") or reads(f"{{x: {text[:end]}}}"):
            return text
    return quoted(bare.strip()) + text[len(bare) :]


def opened(error: Any, text: str) -> tuple[int, int] | None:
    """Line and character, from 0, of the bracket that nothing closes, when it stands above where the parser gives up."""
    mark, end = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if mark is None or end is None or "expected ',' or" not in str(getattr(error, "problem", "")):
        return None
    ends = [match.end() for match in _LINE_END.finditer(text, 0, min(mark.index, len(text)))]
    is_above = _LINE_END.search(text, mark.index, min(end.index, len(text))) is not None
    return (len(ends), mark.index - (ends[-1] if ends else 0)) if is_above else None
