"""Dates as vague as people write them, Dutch and English: a text and the days that it spans, never an invented day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeAlias

from elzctl.record import NamedTuple
from elzctl.value import field, value
from elzctl.wording import Message, say

FIRST_YEAR, LAST_YEAR, LONGEST = 1900, 2200, 80
Days: TypeAlias = tuple[date, date]


@value
class VagueDate:
    """A date as typed, its first and its last day.  Two are equal when their days are, however they were typed."""

    text: str = field(compare=False)
    first: date
    last: date

    @property
    def is_vague(self) -> bool:
        """True when it is longer than a day."""
        return self.first != self.last

    @property
    def year(self) -> int | None:
        """The calendar year that holds all of it; ``None`` when it reaches over New Year."""
        return self.first.year if self.first.year == self.last.year else None


class Fault(NamedTuple):
    """Why a text is no date, and what to write instead; *turned* when it is a range that ends before it begins."""

    message: Message
    hint: Message | None = None
    turned: bool = False


# What words span: months of the year (13 is next January), and in a month days (31 is its last).
# The begin, midden and eind of a season or a quarter are its first, second and third month.
SPANS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "y": ((1, 12),),  # 2025
    "p": ((1, 3), (5, 8), (10, 12)),  # begin, midden, eind 2025
    "pm": ((1, 10), (11, 20), (21, 31)),  # begin, midden, eind maart 2025
    "s": ((3, 5), (6, 8), (9, 11), (12, 14)),  # voorjaar, zomer, najaar, winter 2025
    "q": ((1, 3), (4, 6), (7, 9), (10, 12)),  # eerste, tweede, derde, vierde kwartaal 2025
    "h": ((1, 6), (7, 12)),  # eerste, tweede helft 2025
    "z": ((9, 20),),  # schooljaar 2025-2026
}
# The spellings of each word by kind, in order; a full stop may be left out.  A month begins with its two names.
_SPELLINGS = {
    "M": "januari january jan. / februari february feb. febr. / maart march mrt. mar. / april april apr. / mei may"
    " / juni june jun. / juli july jul. / augustus august aug. / september september sept. sep."
    " / oktober october okt. oct. / november november nov. / december december dec.",
    "W": "maandag monday ma. mon. / dinsdag tuesday di. tue. tues. / woensdag wednesday wo. wed."
    " / donderdag thursday do. thu. thur. thurs. / vrijdag friday vr. fri. / zaterdag saturday za. sat."
    " / zondag sunday zo. sun.",
    "P": "begin early beginning start / midden medio half mid middle / eind einde late end",
    "S": "voorjaar lente spring / zomer summer / najaar herfst autumn fall / winter",
    "Q": "q1 / q2 / q3 / q4",
    "O": "eerste first / tweede second / derde third / vierde fourth",
}
_ROWS = {kind: [row.split() for row in rows.split("/")] for kind, rows in _SPELLINGS.items()}
_WORDS = {
    spelling: (kind, number)
    for kind, rows in _ROWS.items()
    for number, row in enumerate(rows, 1)
    for spelling in (*row, *(word.rstrip(".") for word in row))
}
_WEEKDAYS = (
    *(say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday")),
    *(say("Saturday"), say("Sunday")),
)
# A text becomes a shape, a letter a word: "9 oktober 2025" is "D M Y".  What each shape means:
# Capitals: year, month, day, weekday, part, season, quarter, half, z the year after; k kwartaal, h helft, x schooljaar, ~ a cut.
FORMS = {
    shape: roles
    for roles, shapes in (
        *(("y", "Y"), ("ym", "Y-D"), ("my", "M Y|M-Y|D/Y|D-Y"), ("py", "P Y|P-Y"), ("pmy", "P M Y|P-M Y")),
        *(("ymd", "Y-D-D"), ("dmy", "D M Y|O M Y|D-M-Y|D/D/Y|D-D-Y|D.D.Y"), ("mdy", "M D Y|M D, Y|M O Y|M O, Y")),
        *(("sy", "S Y"), ("psy", "P S Y"), ("qy", "Q Y|O k Y"), ("yq", "Y-Q"), ("pqy", "P Q Y|P O k Y")),
        *(("hy", "O h Y"), ("yz", "x Y-Y|x Y/Y|x Y~Y")),
    )
    for shape in shapes.split("|")
}
FORMS |= {f"{lead} {shape}": f"w{FORMS[shape]}" for lead in ("W", "W,") for shape in FORMS if "d" in FORMS[shape]}
EXAMPLES = (
    "2025 | 2025-03 | 03/2025 | maart 2025 | mrt. 2025 | March 2025 | 2025-03-31 | 9/10/2025 | 09-10-2025 | 9.10.2025"
    " | 9 oktober 2025 | donderdag 9 oktober 2025 | October 9, 2025 | begin 2025 | midden 2025 | half 2025 | eind 2025"
    " | early 2025 | mid-2025 | end of 2025 | begin maart 2025 | midden maart 2025 | eind maart 2025 | voorjaar 2025"
    " | lente 2025 | spring 2025 | zomer 2025 | summer 2025 | begin zomer 2025 | eind zomer 2025 | najaar 2025"
    " | herfst 2025 | autumn 2025 | winter 2025 | Q2 2025 | 2025-Q2 | tweede kwartaal 2025 | second quarter 2025"
    " | eerste helft 2025 | tweede jaarhelft 2025 | first half of 2025 | schooljaar 2025-2026 | werkjaar 2025-2026"
    " | school year 2025-2026 | 2024-2029 | januari 2025 / juni 2025 | mei-juni 2025 | 1-3 maart 2025"
    " | eind januari – begin februari 2025 | januari tot en met juni 2025 | January to June 2025 | tegen eind 2025"
)
_PLAIN = str.maketrans("\xa0\u2007\u2009\u202f—\u2010\u2011İ", "    –--?")  # one for one: every place stays where it is
# Compiled when there is a date to read.
_PIECES = (
    r"(?as)\s*\n\s*(?:[-\n*+>#|]|–|•)"  # the next paragraph or item of a list: no date goes on over it
    r"|(?P<to>\s*–\s*|\s+[-/]\s*|[-/]\s+|\s+(?:tot en met|tot|t/m|t\.?e\.?m\.?|to|until|till)\s+)"
    r"|(?P<blank>\s+(?:(?:van|of) (?:(?:de|het|the) )?)?)|(?P<mark>[-/.,])|(?P<t>(?:tegen|by|de|het|the)\b)"
    r"|(?P<k>(?:kwartaal|quarter)\b)|(?P<h>(?:(?:jaar)?helft|(?:(?<=first )|(?<=second )|(?<=1st )|(?<=2nd ))half)\b)"
    r"|(?P<x>(?:schooljaar|werkjaar|school ?year)\b)|(?P<word>q[1-4]\b|[a-z]+\.?)"
    r"|(?P<Y>[0-9]{4})\b|(?P<D>[0-9]{1,2})\b|(?P<O>[0-9]{1,2})(?:st|nd|rd|th|ste|de|e)\b|."
)
# For prose, and compiled when there is some.  A number joined to an amount, an address or a name is no year.
_YEAR, _GOES_ON = r"(?:(?:19|20|21)[0-9]{2}|2200)(?![0-9])", r"\s*[-/\u2010\u2011–—]|\s+(?:t|u)"
_JOINED_BEFORE = r"[^\W_][-/.,_&=#@]?\Z|[€$#@=/\\]\s?\Z"
_JOINED_AFTER = r"(?i)[-/.,_&=]?[^\W_]|\s?(?:[€%]|euros?\b|eur\b)"


@lru_cache(maxsize=1024)
def read(text: str) -> VagueDate | Fault:
    """The date that a text names, or why it names none.  Never raises."""
    plain = " ".join(text.split()).strip("\"'“”„‘’«» ")
    days = _understood(plain) or _unread(plain)
    if not isinstance(days, Fault):
        return VagueDate(text.strip(), *days)
    return days._replace(hint=_other_way_round(plain)) if days.turned else days


def table() -> tuple[tuple[str, VagueDate], ...]:
    """Every way to write a date, with the days that it spans: the table of the manual."""
    return tuple((text, value) for text in EXAMPLES.split(" | ") if isinstance(value := read(text), VagueDate))


def find(text: str) -> Iterator[tuple[int, int, VagueDate]]:
    """The dates with a year in running prose: first character, character after the last, value; the longest that fit."""
    done = 0
    for year in re.finditer(_YEAR, text):
        if year.start() >= done and (found := _around(text, max(done, year.start() - LONGEST), year.start())):
            yield found
            done = found[1]


def late(value: VagueDate, today: date) -> bool:
    """True only after the last day: what is due at the end of 2025 is not late in December."""
    return today > value.last


def span(values: Iterable[VagueDate]) -> Days | None:
    """From the first day of all to the last; ``None`` when there are no dates."""
    dates = tuple(values)
    return (min(value.first for value in dates), max(value.last for value in dates)) if dates else None


def in_words(day: date, language: str) -> str:
    """``9 oktober 2025`` or ``9 October 2025``."""
    return f"{day.day} {_month_of(day, language)}"


def in_words_range(first: date, last: date, language: str) -> str:
    """A day, ``maart 2025``, ``2025``, ``1 – 3 maart 2025`` or ``1 maart – 31 mei 2025``, which :func:`read` reads back."""
    if first == last:
        return in_words(first, language)
    whole = first.day == 1 and last == _end(last.year, last.month) and first.year == last.year
    if whole and (first.month == last.month or (first.month, last.month) == (1, 12)):
        return _month_of(last, language) if first.month == last.month else str(last.year)
    same = f" {_month_of(last, language)}" if first.month == last.month else f" {last.year}"
    return f"{in_words(first, language).removesuffix(same)} – {in_words(last, language)}"


def _month_of(day: date, language: str) -> str:
    dutch, english = _ROWS["M"][day.month - 1][:2]
    return f"{dutch if language == 'nl' else english.title()} {day.year}"


def _end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _understood(text: str) -> Days | Fault | None:
    shape, values, _ = _lex(text) if len(text) <= LONGEST else ("", [], [])
    lead = len(shape) - len(shape.lstrip("t "))
    return _days(shape[lead:], values[lead:])


def _lex(text: str) -> tuple[str, list[int], list[int]]:
    """The shape of a text, the value of each letter, and where in the text each begins and the last ends."""
    kinds, values, places = [], [], []
    for token in re.finditer(_PIECES, (text if text.isascii() else text.translate(_PLAIN)).lower()):
        kind, value = token.lastgroup or "?", 0
        if kind == "word":
            kind, value = _WORDS.get(token[0], ("?", 0))
        elif kind in "YDO":
            value = int(token[kind])
        kinds.append({"to": "~", "blank": " ", "mark": token[0]}.get(kind, kind))
        values.append(value)
        places.append(token.start())
    return "".join(kinds), values, [*places, len(text)]


def _days(shape: str, values: list[int]) -> Days | Fault | None:
    """The days of a date or of a range; ``None`` when the shape has no meaning."""
    found = _point(shape, values)
    for at in (shape.index(mark) for mark in "~/-" if not found and shape.count(mark) == 1):
        right = _point(shape[at + 1 :], values[at + 1 :])
        left = right and (_point(shape[:at], values[:at]) or _borrowed(shape, values, at))
        if left and right:
            if isinstance(left, Fault) or isinstance(right, Fault):
                return left if isinstance(left, Fault) else right
            message = say("This ends on {last}, before it begins on {first}", last=str(right[1]), first=str(left[0]))
            return (left[0], right[1]) if left[0] <= right[1] else Fault(message, turned=True)
    return found


def _other_way_round(text: str) -> Message | None:
    """The two parts of a turned range as they were typed; in ``juni-mei 2025`` the year stays at the end."""
    shape, _, places = _lex(text)
    for left, right in (places[at : at + 2] for mark in "~/-" if (at := shape.find(mark)) >= 0):
        for end in (len(text), *(at for at in range(right, len(text)) if text[at] == " ")):
            order = text[right:end] + text[left:right] + text[:left] + text[end:]
            if type(_understood(order)) is tuple:
                return say("Did you mean “{order}”?", order=order)
    return None


def _borrowed(shape: str, values: list[int], at: int) -> Days | Fault | None:
    """The left of ``1-3 maart 2025`` and of ``mei-juni 2025``: it takes what it lacks from the right."""
    left, right = shape[:at], shape[at + 1 :]
    alike = right.startswith(left) and ("D" in left or "O" in left)
    cut = at + 1 + len(left) if alike else len(shape) - 2
    return _point(left + shape[cut:], values[:at] + values[cut:]) if alike or right.endswith(" Y") else None


def _point(shape: str, values: list[int]) -> Days | Fault | None:
    if shape not in FORMS:
        return None
    of = dict(zip(FORMS[shape], (v for kind, v in zip(shape, values, strict=True) if kind.isupper()), strict=True))
    odd = [of[role] for role in "yz" if role in of and not FIRST_YEAR <= of[role] <= LAST_YEAR]
    if odd:
        return Fault(say("The year {year} is not in {first}-{last}", year=odd[0], first=FIRST_YEAR, last=LAST_YEAR))
    return _in_month(of) if "m" in of else _in_year(of)


def _in_month(of: Mapping[str, int]) -> Days | Fault:
    year, month, day = of["y"], of["m"], of.get("d")
    if not 1 <= month <= 12:
        return Fault(say("There is no month {month}", month=month), say("Write 2025-10-09, or 2024-2025 for years."))
    end = _end(year, month)
    first, last = SPANS["pm"][of["p"] - 1] if "p" in of else (1, 31) if day is None else (day, day)
    if not 1 <= first <= end.day:
        message = say("There is no {date}: that month ends on day {last}", date=f"{day}/{month}/{year}", last=end.day)
        return Fault(message, say("Write {date}, or the month alone.", date=str(end)))
    begin = end.replace(day=first)
    if of.get("w", begin.isoweekday()) != begin.isoweekday():
        message = say("{date} is a {day}", date=str(begin), day=_WEEKDAYS[begin.weekday()])
        return Fault(message, say("Correct the day, or leave its name out."))
    return begin, end.replace(day=min(last, end.day))


def _in_year(of: Mapping[str, int]) -> Days | Fault | None:
    year, word = of["y"], next(role for role in "zsqhpy" if role in of)
    number = {"y": 1, "z": of.get("z", 0) - year}.get(word, of[word])
    if not 1 <= number <= len(SPANS[word]):
        return None
    first, last = SPANS[word][number - 1]
    if "p" in of and word != "p":
        first = last = first + of["p"] - 1
    return date(year + first // 13, (first - 1) % 12 + 1, 1), _end(year, last)


def _around(text: str, low: int, year: int) -> tuple[int, int, VagueDate] | None:
    """The longest date from *low* on that holds the year at a place; the first and last word may be half a word."""
    shape, values, places = _lex(text[low : year + (LONGEST if re.match(_GOES_ON, text[year + 4 : year + 9]) else 4)])
    at = places.index(year - low)
    for first in range(max(shape.rfind("?", 0, at) + 1, low > 0), at + 1):
        start = low + places[first]
        if re.search(_JOINED_BEFORE, text[max(0, start - 2) : start]):
            continue
        for last in range(f"{shape}?".index("?", at), at, -1):
            days, end = _days(shape[first:last], values[first:last]), low + places[last]
            if days is None or isinstance(days, Fault) or end - start >= LONGEST:
                continue
            if not re.match(_JOINED_AFTER, text[end : end + 7]):
                return start, end, VagueDate(text[start:end], *days)
    return None


def _unread(text: str) -> Fault:
    """A text that lacks a year of four digits, or is no date at all."""
    known, mark = re.search("[0-9]{4}", text), re.search(r"[-/.](?=[0-9]{1,2}\Z)", text)
    year, joint = known[0] if known else "2025", mark[0] if mark else "?"
    for full in (text + joint + year, re.sub(r"['’]?\b([0-9]{2})\Z", r"20\1", text), f"{text} {year}"):
        if text and type(_understood(full)) is tuple:
            hint = say("Which year? Write it with four digits, such as “{date}”.", date=full)
            if full.endswith(text[-2:]) and re.search(r"[-/.'’][0-9]{2}\Z", text):
                return Fault(say("The year of “{text}” has two digits", text=text), hint)
            return Fault(say("“{text}” lacks a year", text=text), hint)
    hint = say("Write for example 2025, spring 2025, end of March 2025, 9 October 2025 or school year 2025-2026.")
    return Fault(say("“{text}” is not a date that elzctl can read", text=text[:LONGEST]), hint)
