"""The words of minutes as hints write them: in the language of the plan; either language is read."""

from __future__ import annotations

import re

from elzctl.model import Plan
from elzctl.terms import Tongue

_DUTCH = {"due": "tegen", "on": "op", "progress": "stand", "moved": "verschoven", "dropped": "vervallen", "who": "wie"}
_DUTCH |= {"date": "datum"}
_DATED = {"due": "tegen|due", "on": "op|on|done"}


def mark(plan: Plan, name: str) -> str:
    """The word for a mark by its English name: ``tegen`` for ``due``."""
    return _DUTCH[name] if plan.settings.language is Tongue.NL else name


def is_told(words: str, name: str) -> bool:
    """True when such a date still stands among the words of a line: it could not be read, and that was told."""
    return re.search(rf"(?i)(?<![\w.@/+-])(?:{_DATED[name]}):[^\s:,;]", words) is not None
