"""How a deadline stands on a day: the same for actions, their steps, and action points."""

from __future__ import annotations

from datetime import date

from elzctl import dates
from elzctl.dates import VagueDate


def how_due(due: VagueDate | None, today: date, warn_before: int) -> str:
    """``no-date``, ``late`` (only after the last day), ``due-soon`` (*warn_before* days or less to go) or ``on-track``."""
    if due is None:
        return "no-date"
    if dates.late(due, today):
        return "late"
    return "due-soon" if (due.last - today).days <= warn_before else "on-track"
