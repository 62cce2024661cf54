"""The day of the week beside a date: *zaterdag 30 mei*, *30 mei (zaterdag)*, *12/03 (do)*."""

from __future__ import annotations

import re

from elzctl.record import NamedTuple
from elzctl.wording import say

_WEEKDAYS = (
    *(("maandag", "monday", "ma", "mon", "maa"), ("dinsdag", "tuesday", "di", "tue", "tues", "din")),
    *(("woensdag", "wednesday", "wo", "wed", "woe"), ("donderdag", "thursday", "do", "thu", "thur", "thurs", "dond")),
    *(("vrijdag", "friday", "vr", "fri", "vrij"), ("zaterdag", "saturday", "za", "sat", "zat")),
    ("zondag", "sunday", "zo", "sun"),
)
DAY_NAMES = (
    *(say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday")),
    *(say("Saturday"), say("Sunday")),
)
_DAY_OF = {word: number for number, words in enumerate(_WEEKDAYS, 1) for word in words}
WEEKDAY = rf"(?:{'|'.join(sorted(_DAY_OF, key=len, reverse=True))})"
_LONGEST = 24  # characters of such a word, with the signs around it
_BEFORE = re.compile(rf"(?i)(?<!\w)({WEEKDAY})\b\.?,?\s*\Z")
_WHOLE = rf"(?:{'|'.join(words[at] for words in _WEEKDAYS for at in (0, 1))})"
# So short only in brackets, where nothing else is meant.
_SHORTER = {"don": 4, "zon": 7}
# Behind a comma or nothing it may be that of the next date: *30 mei, zondag 31 mei*.
_BEHIND = re.compile(
    rf"(?i)\s*\(\s*(?P<inside>{WEEKDAY}|{'|'.join(_SHORTER)})\.?\s*\)|,?[ \t]+(?P<bare>{_WHOLE})(?!\w)(?!\s+(?:de\s+|the\s+)?\d{{1,2}}(?![\d:.uh]|\s*(?:u|uur|h)\b))(?!-)"
)
_DAY = r"\d{1,2}(?:\s+[^\W\d_]{3,10}\.?(?:\s+(?:19|20)\d\d)?|\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:19|20)?\d\d)?)(?!\w)"
_WITH_DAY = re.compile(rf"(?i)(?:(?<!\w){WEEKDAY}\b\.?,?\s+)?(?P<date>(?<![\w/.-]){_DAY})")
_LETTERS = ("do", "zo", "za", "di", "ma", "wo", "vr")


class Beside(NamedTuple):
    """From where to where a date stands with the day of the week beside it; Monday is 1."""

    first: int
    last: int
    day: int


def beside(text: str, first: int, last: int) -> Beside | None:
    """The day of the week before a date that stands there, or behind it; ``None`` for none."""
    before = _BEFORE.search(text, max(0, first - _LONGEST), first)
    if before is not None and not (before[1].lower() in _LETTERS and before[0].endswith("\n")):
        return Beside(before.start(), last, _DAY_OF[before[1].lower()])
    behind = _BEHIND.match(text, last)
    if behind is None:
        return None
    return Beside(first, behind.end(), _behind(behind))


def without(text: str) -> str:
    """A text without the days of the week beside its dates."""
    made, done = "", 0
    for match in _WITH_DAY.finditer(text):
        behind = _BEHIND.match(text, match.end())
        made += text[done : match.start()] + match["date"]
        done = behind.end() if behind is not None else match.end()
    return made + text[done:]


def _behind(match: re.Match[str]) -> int:
    word = (match["inside"] or match["bare"]).lower()
    return _DAY_OF.get(word) or _SHORTER[word]
