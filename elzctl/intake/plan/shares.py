"""How many of how many a criterion aims at: *9 op de 10 bellers* is a share, *een score van 8 op 10* is none."""

from __future__ import annotations

import re

_SHARE = re.compile(
    r"(?i)(?<![\w.,/-])(?P<some>\d{1,3})\s+(?:op|out of)\s+(?:de\s+|het\s+|elke\s+|iedere\s+|every\s+)?(?P<every>\d{1,3})(?=\s+[^\W\d]{3,})"
)
_SCORE = re.compile(
    r"(?i)(?<!\w)(?:\w*scores?|scoren|scoort|\w*cijfers?|quotering|punten|beoordeling\w*|sterren|rated?|marks?)(?!\w)"
)


def share_in(text: str) -> str | None:
    """The share in percents, "" when it is none in whole ones; ``None`` for a text with no share."""
    match = _SHARE.search(text)
    if match is None or _SCORE.search(text):
        return None
    some, every = int(match["some"]), int(match["every"])
    if not 0 < some < every:
        return None
    percents, rest = divmod(100 * some, every)
    return "" if rest else f"{percents}%"
