"""Days that minutes tell from their own day: *volgende week*, *binnen de twee weken*, *tegen vrijdag*.

What is written is a day, a stretch of days or a month: never more precise than the words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake.when import Dated
from elzctl.wording import say

_COUNTS = {
    **dict.fromkeys(("een", "één", "1", "one", "a"), 1),
    **dict.fromkeys(("twee", "two"), 2),
    **dict.fromkeys(("drie", "three"), 3),
    **dict.fromkeys(("vier", "four"), 4),
    **dict.fromkeys(("veertien",), 14),
    **dict.fromkeys(("zes", "six"), 6),
}
_UNITS = (("dag", "day"), ("we", "week"), ("maand", "month"))
_DAYS = {
    **dict.fromkeys(("maandag", "monday"), 0),
    **dict.fromkeys(("dinsdag", "tuesday"), 1),
    **dict.fromkeys(("woensdag", "wednesday"), 2),
    **dict.fromkeys(("donderdag", "thursday"), 3),
    **dict.fromkeys(("vrijdag", "friday"), 4),
}
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_NEXT = r"(?:volgende|komende|next)"
_BY = r"(?:tegen|v[oó][oó]r|uiterlijk|ten laatste|by|before)"
_FORMS = re.compile(
    rf"(?i)(?<![\w-])(?:(?P<within>(?:binnen|within)\s+(?:de\s+|het\s+|the\s+)?(?:(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})\s+)?(?P<unit>dag(?:en)?|we(?:ek|ken)|maand(?:en)?|days?|weeks?|months?))"
    rf"|(?P<this>(?:{_BY}\s+(?:(?:het )?einde? van |eind |the end of |end of )?|(?:het )?einde? van |eind |end of |nog )(?:deze|this) week|deze week nog)"
    rf"|(?P<week>(?:{_BY}\s+|in de loop van )?(?:(?:het )?einde? van |eind |begin )?{_NEXT} week)"
    rf"|(?P<month>(?:{_BY}\s+|in de loop van )?(?P<part>(?:het )?einde? (?:van )?(?:de )?|begin |midden )?(?P<which>{_NEXT}|deze|this)? ?(?:maand|month))"
    rf"|(?P<day>{_BY}\s+(?:{_NEXT}\s+|a\.?s\.?\s+)?(?P<name>{'|'.join(_DAYS)})(?!\s+\d)))(?!\w)"
)
_REASON = say("It is counted from the day of the meeting")
_LONGEST = 93  # days from which "binnen" is no deadline that anybody counts


def find(text: str, day: date | None) -> Iterator[Dated]:
    """The days in a text that are told from that of the meeting, with the words for a deadline before them."""
    if day is None:
        return
    for match in _FORMS.finditer(text):
        kind = next(one for one in _SPANS if match[one])
        value = _SPANS[kind](match, day)
        if value is not None:
            yield Dated(*match.span(), value, match[0], _REASON)


def first(text: str, day: date | None) -> Dated | None:
    """The first of them."""
    return next(find(text, day), None)


def whole(text: str, day: date | None) -> Dated | None:
    """The day that a few words tell, when they tell nothing else: ``deze week``."""
    plain = text.strip(" .,;()")
    found = first(plain, day) or first(f"tegen {plain}", day)
    if found is None or len(found.words.removeprefix("tegen ")) < len(plain.removeprefix("tegen ")):
        return None
    return found._replace(first=0, last=len(text), words=plain)


def _span(first_day: date, last: date) -> VagueDate:
    text = str(first_day) if first_day == last else f"{first_day}/{last}"
    return VagueDate(text, first_day, last)


def _within(match: re.Match[str], day: date) -> VagueDate | None:
    told = (match["count"] or "1").lower()
    count = _COUNTS.get(told) or int(told)
    unit = match["unit"].lower()
    if unit.startswith(_UNITS[2]):
        month = day.month - 1 + count
        year = day.year + month // 12
        last = date(year, month % 12 + 1, min(day.day, monthrange(year, month % 12 + 1)[1]))
    else:
        last = day + timedelta(count * (1 if unit.startswith(_UNITS[0]) else 7))
    return _span(last, last) if day < last <= day + timedelta(_LONGEST) else None


def _this(_match: re.Match[str], day: date) -> VagueDate | None:
    return _span(day, day + timedelta(6 - day.weekday()))


def _week(_match: re.Match[str], day: date) -> VagueDate | None:
    monday = day + timedelta(7 - day.weekday())
    return _span(monday, monday + timedelta(6))


def _month(match: re.Match[str], day: date) -> VagueDate | None:
    which, part = (match["which"] or "").lower(), (match["part"] or "").strip().lower()
    if not part and (which not in ("volgende", "komende", "next") and not re.match(rf"(?i){_BY}", match[0])):
        return None
    if not which and "eind" not in part:
        return None
    number = day.month - 1 + (which not in ("", "deze", "this"))
    word = next((one for one in ("eind", "begin", "midden") if one in part), "")
    found = dates.read(f"{word} {_MONTHS[number % 12]} {day.year + number // 12}".strip())
    return found if isinstance(found, VagueDate) else None


def _day(match: re.Match[str], day: date) -> VagueDate | None:
    ahead = day + timedelta((_DAYS[match["name"].lower()] - day.weekday() - 1) % 7 + 1)
    return _span(ahead, ahead)


_SPANS: dict[str, Callable[[re.Match[str], date], VagueDate | None]] = {
    "within": _within,
    "this": _this,
    "week": _week,
    "month": _month,
    "day": _day,
}
