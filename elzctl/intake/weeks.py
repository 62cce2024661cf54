"""Weeks that texts speak of: by their number, and by a day of them: *in de week van 11 januari*."""

from __future__ import annotations

import re
from datetime import date, timedelta

from elzctl.dates import VagueDate

_BEFORE = re.compile(r"(?i)\b(?:de |the )?week\s+(?:van|of)\s+(?:(?:maandag|monday|ma\.?|the)\s+)?\Z")


def week(year: int, number: int) -> VagueDate | None:
    """From Monday to Sunday, ``None`` when the year has no such week."""
    try:
        return _from(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def week_of(text: str, first: int, value: VagueDate) -> tuple[int, VagueDate] | None:
    """Where *de week van* begins before a day at *first*, and that week; ``None`` when such words are not there."""
    before = None if value.is_vague else _BEFORE.search(text[:first])
    if before is None:
        return None
    return before.start(), _from(value.first - timedelta(value.first.isoweekday() - 1))


def _from(monday: date) -> VagueDate:
    sunday = monday + timedelta(6)
    return VagueDate(f"{monday}/{sunday}", monday, sunday)
