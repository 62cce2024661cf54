"""Names of organisations with *zijn* in them: *SHM Elk zijn Huis*, *Wij zijn Thuis vzw*; capitals around it tell them from sentences."""

from __future__ import annotations

import re

_WORD = r"[A-ZÀ-Þ][\w’'-]*"
_WITH_ZIJN = rf"(?:{_WORD}\s+){{1,3}}zijn(?:\s+{_WORD}){{1,3}}"
_KIND = r"(?:[A-Z]{2,5}|[Vv]zw|[Cc]vba|[Aa]sbl|(?:[Hh]uisvestings|[Bb]ouw|[Ww]oon)maatschappij|[Ww]oonzorgcentrum|[Dd]ienstencentrum|[Bb]uurthuis|[Ss]tichting|[Vv]ereniging)"
_NAME = re.compile(rf"{_KIND}\s+{_WITH_ZIJN}|{_WITH_ZIJN},?\s+(?:vzw|VZW|cvba|CVBA|asbl|npo)")


def is_named_with_verb(name: str) -> bool:
    """True for a name that shows its kind, and holds *zijn* between words with capitals."""
    return _NAME.fullmatch(name.strip()) is not None
