"""The holidays of Flemish schools by their name, and the days that these are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from elzctl import dates
from elzctl.dates import VagueDate

_HOLIDAY = re.compile(
    r"(?i)(?<!\w)(?:(?P<name>herfst|kerst|krokus|paas|zomer)vakantie|(?P<summer>grote vakantie))(?:\s+(?:van\s+)?(?P<year>20\d\d)(?:\s*[-–/]\s*(?:20)?\d\d)?)?(?!\w)"
)
_WEEK, _TWO_WEEKS = timedelta(6), timedelta(13)


def holidays(text: str, year: str = "") -> Iterator[tuple[int, int, VagueDate]]:
    """Where a text names one, and its days; *year* completes one without."""
    for match in _HOLIDAY.finditer(text):
        of = match["year"] or year
        if not of:
            continue
        first, last = days((match["name"] or "zomer").lower(), int(of))
        value = dates.read(dates.in_words_range(first, last, "nl"))
        if isinstance(value, VagueDate):
            yield match.start(), match.end(), value


def days(name: str, year: int) -> tuple[date, date]:
    """The first and the last day of a holiday that begins in that year, with the weekend behind it.

    By the decision of the Flemish government on the organisation of the school year: autumn is the week of 1 November, Christmas
    two weeks with 25 December, Shrovetide the seventh Monday before Easter, Easter two weeks from the first Monday of April.
    """
    easter = _easter(year)
    if name == "zomer":
        return date(year, 7, 1), date(year, 8, 31)
    if name == "krokus":
        first = easter - timedelta(48)
        return first, first + _WEEK
    if name == "paas":
        first = _first_of_easter(easter)
        return first, first + _TWO_WEEKS
    feast = date(year, 11, 1) if name == "herfst" else date(year, 12, 25)
    is_over = feast.isoweekday() == 7 or (name == "kerst" and feast.isoweekday() == 6)
    first = feast - timedelta(feast.isoweekday() - 1) + timedelta(7 if is_over else 0)
    return first, first + (_WEEK if name == "herfst" else _TWO_WEEKS)


def _first_of_easter(easter: date) -> date:
    """The first Monday of April; the one behind Easter in March, and the second one before a late Easter."""
    if easter.month == 3:
        return easter + timedelta(1)
    if easter > date(easter.year, 4, 15):
        return easter - timedelta(13)
    first = date(easter.year, 4, 1)
    return first + timedelta((8 - first.isoweekday()) % 7)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
