"""Signs of Word's own fonts in a text that was pasted: no other font has them, and Unicode has the same ones elsewhere."""

from __future__ import annotations

import re
from functools import cache

_PRIVATE = re.compile("[\uf000-\uf0ff]")


def in_unicode(text: str) -> str:
    """The *text* with such signs as everyone has them; one that we do not know stays."""
    return text.translate(_signs()) if _PRIVATE.search(text) else text


@cache
def _signs() -> dict[int, str]:
    from elzctl.intake.readers.markers import EMPTY, SIGNS, TICKED

    boxes = {**dict.fromkeys(TICKED, "☒"), **dict.fromkeys(EMPTY, "☐")}
    known = {**boxes, **SIGNS, "\uf04a": "☺", "\uf04c": "☹", "\uf0fb": "✗", "\uf0df": "←"}
    return {ord(sign): shown for sign, shown in known.items() if _PRIVATE.match(sign)}
