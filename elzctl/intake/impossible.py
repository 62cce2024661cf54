"""Days that no calendar has, as somebody typed them: ``31/04/2026``, ``30 februari``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

_MONTHS = ("jan", "feb", "maart|mrt|mar", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec")
_NAMES = "|".join(f"(?P<m{number}>{word})" for number, word in enumerate(_MONTHS, 1))
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>20\d\d)(?![\d/-])"
)
_WORDS = re.compile(
    rf"(?i)(?<![\w./-])(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?(?:{_NAMES})[a-z]*\b\.?(?:\s+(?P<year>20\d\d))?"
)
_LEAP = 2024  # a year with 29 February, where none is told


def impossible(text: str) -> Iterator[str]:
    """The days in a text that do not exist, as they are written there."""
    for found in _FIGURES.finditer(text):
        if not _exists(int(found["year"]), int(found["month"]), int(found["day"])):
            yield found[0]
    for found in _WORDS.finditer(text):
        month = next(number for number in range(1, 13) if found[f"m{number}"])
        if not _exists(int(found["year"] or _LEAP), month, int(found["day"])):
            yield found[0]


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
