"""JSON that every program can read: ASCII only, no NaN, no half surrogates."""

from __future__ import annotations

import json
import re
from typing import Any

_PAIR_OR_HALF = re.compile(r"\\ud[89a-f]", re.IGNORECASE)
_HALF = re.compile("[\ud800-\udfff]")


def strict_json(value: Any, *, indent: int | None = 2) -> str:
    """*value* as JSON, on one line without an *indent*; half a character, as odd file names have it, becomes U+FFFD.  Raises ValueError for NaN."""
    text = json.dumps(value, allow_nan=False, indent=indent)
    if not _PAIR_OR_HALF.search(text):
        return text
    whole = _HALF.sub("\ufffd", json.dumps(value, allow_nan=False, ensure_ascii=False))
    return json.dumps(json.loads(whole), indent=indent)
