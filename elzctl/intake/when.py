"""Dates in minutes and plans, beyond those that a file may hold: without a year, or with two digits of one.

What is found can always be written: :attr:`Dated.value` reads back the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake.counted import counted_apart, is_counted
from elzctl.intake.week_days import DAY_NAMES, WEEKDAY, beside
from elzctl.intake.weeks import week, week_of
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

_MONTH = (
    r"(?:januari|january|jan|februari|february|febr?|maart|march|mrt|april|apr|mei|may|juni|june|jun|juli|july|jul"
    r"|augustus|august|aug|september|sept?|oktober|october|okt|oct|november|nov|december|dec)\b\.?"
)
_NEAR = 60  # characters before a date that tell of it
_NUMBER = r"(?:[12][0-9]|3[01]|0?[1-9])"
_IN_YEAR = r"(?:1[0-2]|0?[1-9])"
_PART = r"(?:begin|midden|half|medio|eind|einde|early|mid|late|end of|beginning of|begin van|eind van|einde van)"
_SEASON = r"(?:voorjaar|lente|zomer|najaar|herfst|winter|spring|summer|autumn)"
_JOINT = r"\s*(?:-|–|—|tot en met|t/m|t\.e\.m\.|tem|tot|to|until|en|and|&)\s*"
# What a day in figures, or a month alone, stands behind; "3/4 van de leden" is none.
_LEAD = (
    r"(?:op|tegen|v[oó][oó]r|van|vanaf|uiterlijk|tot|deadline|datum|date|by|on|before|until|in|d\.d\.|dd\.?|due|sinds|since"
    r"|timing|wanneer|when|naar|ten laatste|vanaf|from|of)\s*:?\s*"
)
_TWO_DIGITS = (
    rf"(?<![\w./-])(?P<d>{_NUMBER})(?P<sign>[-/.])(?P<m>{_IN_YEAR})(?P=sign)['’]?(?P<y>[0-9]{{2}})(?![\w/-]|\.[0-9])"
)
_COMPACT = r"(?<![0-9])(?P<y>20[0-9]{2})[ _.-]?(?P<m>0[1-9]|1[0-2])[ _.-]?(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])"
_RANGE = (
    rf"(?i)(?<![\w/.-])(?:{WEEKDAY}\s+)?(?P<a>{_NUMBER}(?:\s+{_MONTH})?){_JOINT}(?:{WEEKDAY}\s+)?(?P<b>{_NUMBER}\s+{_MONTH})\s+"
    r"(?P<y>20[0-9]{2})\b"
)
_SHORT_YEAR = rf"(?i)(?<![\w./-])(?P<d>{_NUMBER})\s+(?P<m>{_MONTH})\s+['’](?P<y>[0-9]{{2}})(?![0-9])"
_YEARLESS = (
    rf"(?i)(?<![\w/.-])(?:(?P<days>(?P<a>{_NUMBER})(?:\s*{_MONTH})?{_JOINT}(?P<b>{_NUMBER})\s+(?P<bm>{_MONTH}))"
    rf"|(?P<day>{_NUMBER})(?:e|ste|de|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})"
    rf"|(?P<emonth>{_MONTH})\s+(?P<eday>{_NUMBER})(?:st|nd|rd|th)?"
    rf"|(?P<part>{_PART}(?:\s+|(?<=(?i:mid))-)(?:de\s+|het\s+)?(?:{_MONTH}|{_SEASON}))"
    rf"|(?P<alone>{_MONTH}|{_SEASON}|(?:dit|het|deze|komend|komende|volgend|this|next)\s+{_SEASON})"
    rf"|(?P<end>(?:eind|einde|begin|end of|early)\s+(?:van\s+)?(?:dit|het|volgend|this|the|next|the\s+)\s*(?:jaar|year))"
    rf"|(?P<week>week\s+(?P<w>[1-4]?[0-9]|5[0-3]))"
    rf"|(?P<fd>{_NUMBER})(?P<fs>[/.-])(?P<fm>{_IN_YEAR})(?![0-9/.-]?[0-9]))(?!\w)"
)
GUESSED_YEAR = say("The year is not in the document; it is taken from the day of the meeting")
_WEEK = say("The week of that day, from Monday to Sunday")
_GUESSED_CENTURY = say("The year has two digits in the document")


class Dated(NamedTuple):
    """A date in a text: from, up to; what it means, and the words as typed (with a day of the week before it).

    ``reason`` tells what was inferred, ``None`` when it is as it stands.  ``odd`` is told when the day of the week does
    not fit.  ``value.text`` is what a file holds.
    """

    first: int
    last: int
    value: VagueDate
    words: str
    reason: Message | None = None
    odd: Message | None = None

    @property
    def written(self) -> str:
        """The date as a file holds it: a day as ``2025-10-09``, all else as typed."""
        return self.value.text


def find(text: str, near: date | None = None, *, loose: bool = False, ahead: bool = True) -> Iterator[Dated]:
    """The dates in a text, in order.  Without *near* only those with a year count.

    One without a year is the first from *near* on, or with *ahead* false the one nearest to it.  *loose*: the text is a cell
    or the value of a label, so that ``9/10`` or ``oktober`` alone is a date.
    """
    yield from _all(text, near, loose, ahead)


def first(text: str, near: date | None = None, *, loose: bool = False, ahead: bool = True) -> Dated | None:
    """The first date in a text."""
    return next(find(text, near, loose=loose, ahead=ahead), None)


def in_name(name: str) -> date | None:
    """The day in the name of a file: ``20250513_verslag.docx``, ``2025-05-13 overleg``, ``verslag 13-05-2025``."""
    name = re.sub(r"\.\w{2,5}\Z", "", name)
    found = re.search(_COMPACT, name)
    if found:
        return _day(int(found["y"]), int(found["m"]), int(found["d"]))
    return next((one.value.first for one in find(name.replace("_", " ")) if not one.value.is_vague), None)


def without(text: str, found: Dated) -> str:
    """The text without a date and the day of the week before it."""
    return " ".join(f"{text[: found.first]} {text[found.last :]}".split())


@lru_cache(maxsize=512)
def _all(text: str, near: date | None, loose: bool, ahead: bool) -> tuple[Dated, ...]:
    found: list[Dated] = []
    if any(map(str.isdigit, text)):
        found += _ranges(text)
        found += [_with_weekday(text, one) for one in _with_year(text) if not _taken(one, found)]
        found += [_with_weekday(text, one) for one in _two_digits(text) if not _taken(one, found)]
    if near is not None:
        found += [one for one in _yearless(text, near, loose=loose, ahead=ahead) if not _taken(one, found)]
    return tuple(sorted((_in_week(text, one) for one in found), key=lambda one: one.first))


def _ranges(text: str) -> Iterator[Dated]:
    """``27 en 28 september 2025``, ``vrijdag 30 mei tot zondag 1 juni 2025``."""
    for match in re.finditer(_RANGE, text):
        value = _range(f"{match['a']} - {match['b']}", int(match["y"]))
        if value is not None and not is_counted(text, match.start()):
            yield Dated(*match.span(), value, match[0])


def _with_year(text: str) -> Iterator[Dated]:
    for start, end, value in counted_apart(text):
        if value.is_vague and re.search(r"(?<!\d)\d{1,2}\s+\Z", text[:start]):
            continue  # a day that the month does not have
        yield Dated(start, end, _writable(value), text[start:end])
    for match in re.finditer(_COMPACT, text):
        day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
        if day is not None and match[0].isdigit():
            yield Dated(*match.span(), _one_day(day), match[0])


def _two_digits(text: str) -> Iterator[Dated]:
    for match in re.finditer(_TWO_DIGITS, text):
        day = _day(2000 + int(match["y"]), int(match["m"]), int(match["d"]))
        if day is not None:
            yield Dated(*match.span(), _one_day(day), match[0], _GUESSED_CENTURY)
    for match in re.finditer(_SHORT_YEAR, text):
        value = dates.read(f"{match['d']} {match['m']} 20{match['y']}")
        if isinstance(value, VagueDate):
            yield Dated(*match.span(), _writable(value), match[0], _GUESSED_CENTURY)


def _yearless(text: str, near: date, *, loose: bool, ahead: bool) -> Iterator[Dated]:
    for match in re.finditer(_YEARLESS, text):
        if (match["alone"] or match["fd"]) and not _is_dated(text, match, loose=loose):
            continue
        told = beside(text, *match.span())
        day = told.day if told is not None else 0
        value = _inferred(match, near, day, ahead=ahead)
        if value is None:
            continue
        end = match.end() - (match[0].endswith(".") and not text[match.end() :].strip())
        found = _with_weekday(text, Dated(match.start(), end, value, text[match.start() : end], GUESSED_YEAR))
        nearest = _inferred(match, near, 0, ahead=ahead) if day else None
        if nearest is not None and nearest.first != value.first:
            found = found._replace(odd=_other_year(found.words, value.first, nearest.first))
        yield found


def _other_year(words: str, taken: date, near: date) -> Message:
    return say(
        "“{words}”: the day of the week fits {date}; {near}, which is nearer, is a {day}: look at the year",
        words=words,
        date=str(taken),
        near=str(near),
        day=DAY_NAMES[near.weekday()],
    )


def _is_dated(text: str, match: re.Match[str], *, loose: bool) -> bool:
    """True for a month alone, or a day in figures, that stands where a date does."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if match["alone"]:
        word = match["alone"].lower().rstrip(".")
        if " " in word:
            return True
        if word in ("may", "mar", "mars", "jan", "march", "august") and not match["alone"][0].isupper():
            return False
        whole = loose and not text[: match.start()].strip(" (") and not text[match.end() :].strip(" ).")
        return whole or bool(re.search(rf"(?i)\b{_LEAD}(?:de |het |deze |the )?\Z", before))
    if match["fs"] != "/" and not loose:
        return False
    bare = loose and not text[: match.start()].strip(" (") and not text[match.end() :].strip(" ).,;:")
    shown = re.search(rf"(?i)\b(?:{_LEAD}|{WEEKDAY}\.?,?\s*)\Z|\(\Z", before)
    is_shown = shown is not None or beside(text, *match.span()) is not None
    return is_shown or (loose and match["fs"] == "/") or bare


def _inferred(match: re.Match[str], near: date, weekday: int, *, ahead: bool) -> VagueDate | None:
    """The date that it is in the year that fits best."""
    found = [value for year in range(near.year - 1, near.year + 3) if (value := _in_year(match, year, near))]
    if match["end"]:
        return found[0] if found else None
    if ahead:
        found = [value for value in found if value.last >= near]
    else:
        found.sort(key=lambda value: abs((value.first - near).days))
    close = found[: 2 if ahead else 3]
    fits = [value for value in close if not weekday or value.is_vague or value.first.isoweekday() == weekday]
    return next(iter(fits or found), None)


def _in_year(match: re.Match[str], year: int, near: date) -> VagueDate | None:
    if match["fd"]:
        day = _day(year, int(match["fm"]), int(match["fd"]))
        return None if day is None else _one_day(day)
    if match["days"]:
        return _range(match["days"], year)
    if match["week"]:
        return week(year, int(match["w"]))
    if match["end"]:
        words = match["end"].lower()
        wanted = near.year + (1 if re.search("volgend|next", words) else 0)
        part = "begin" if re.match("begin|early", words) else "eind"
        value = dates.read(f"{part} {wanted}")
        return value if isinstance(value, VagueDate) and wanted == year else None
    words = match["part"] or match["alone"]
    if match["day"] or match["eday"]:
        words = f"{match['day'] or match['eday']} {match['month'] or match['emonth']}"
    words = re.sub(r"(?i)\b(?:dit|het|deze|komende?|volgend|this|next|de|van)\s+", "", words)
    words = re.sub(r"(?i)^einde\b", "eind", words).rstrip(".")
    value = dates.read(f"{words} {year}")
    return _writable(value) if isinstance(value, VagueDate) else None


def _range(words: str, year: int) -> VagueDate | None:
    """``16 tot 23 mei``, ``27 en 28 september``."""
    plain = re.sub(rf"(?i){_JOINT}", " - ", words.rstrip("."), count=1)
    found = dates.read(f"{plain} {year}")
    if not isinstance(found, VagueDate):
        left, _, right = plain.partition(" - ")
        month = right.split(" ", 1)[-1]
        found = dates.read(f"{left} {month} {year} - {right} {year}")
    if not isinstance(found, VagueDate):
        return None
    return VagueDate(f"{found.first}/{found.last}", found.first, found.last)


def _in_week(text: str, found: Dated) -> Dated:
    """The week that is told with one of its days: ``de week van 11 januari``."""
    first, value = week_of(text, found.first, found.value) or (0, None)
    return found._replace(first=first, value=value, words=text[first : found.last], reason=_WEEK) if value else found


def _with_weekday(text: str, found: Dated) -> Dated:
    """The same with the day of the week before or behind it among its words; it is told when it does not fit."""
    told = beside(text, found.first, found.last)
    if told is None or re.match(rf"(?i){WEEKDAY}\b", found.words):
        return found
    whole, day, odd = text[told.first : told.last], found.value.first, None
    if not found.value.is_vague and day.isoweekday() != told.day:
        odd = say("“{words}”: {date} is a {day}", words=whole, date=str(day), day=DAY_NAMES[day.weekday()])
    return found._replace(first=told.first, last=told.last, words=whole, odd=odd)


def _taken(one: Dated, found: list[Dated]) -> bool:
    return any(other.first < one.last and one.first < other.last for other in found)


def _writable(value: VagueDate) -> VagueDate:
    """A day is written as ``2025-10-09``; what is longer stays as typed."""
    if not value.is_vague:
        return _one_day(value.first)
    text = " ".join(value.text.split()).strip("\"'“”„‘’«» ")
    return VagueDate(text, value.first, value.last)


def _one_day(day: date) -> VagueDate:
    return VagueDate(str(day), day, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
