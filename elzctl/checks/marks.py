"""The words of minutes as hints write them: in the language of the plan; either language is read."""

from __future__ import annotations

from elzctl.model import Plan
from elzctl.terms import Tongue

_DUTCH = {"due": "tegen", "on": "op", "progress": "stand", "moved": "verschoven", "dropped": "vervallen", "who": "wie"}
_DUTCH |= {"date": "datum"}


def mark(plan: Plan, name: str) -> str:
    """The word for a mark by its English name: ``tegen`` for ``due``."""
    return _DUTCH[name] if plan.settings.language is Tongue.NL else name
