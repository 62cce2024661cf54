"""When, in words that are more than one date: *start april, evaluatie in juni*, *2 zaterdagen in mei 2027*, *eind januari*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake.plan.periods import period_in
from elzctl.intake.plan.table_times import year_last
from elzctl.intake.school_holidays import holidays
from elzctl.intake.weeks import week_of
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

CENTURY = say("The year has two digits in the document")
YEAR_OF_PLAN = say("No year stands there: that of the plan was filled in.")
YEAR_BESIDE = say("No year stands there: that of the other time was filled in.")
SAYS_MORE = say("More stands there than a time: look whether it is the time of the action.")
GAPS = say("The first and the last of several times; the text names them all.")
WEEK = say("The week of that day, from Monday to Sunday")
TRIMESTER = say("A trimester was taken as three months of the year: look whether that of the schools is meant.")
HOLIDAY = say("The days of this holiday in the schools of Flanders.")
LONGEST = 200
"""Characters of a time."""
_NEAR = 10
"""Years between a year of two digits and that of the plan."""

_MONTH = r"(?:jan(?:uari|\.)?|feb(?:ruari|r?\.)?|maart|mrt\.?|apr(?:il|\.)?|mei|juni?|juli?|aug(?:ustus|\.)?|sept?(?:ember|\.)?|okt(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?|january|february|march|may|june|july|august|october)"
_YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_NO_YEAR = re.compile(
    rf"(?i)(?<![\w/.-])(?:(?:\d{{1,2}}\s+|(?:begin|midden|half|medio|eind|early|mid|late)\s+)?{_MONTH}|(?:begin\s+|eind\s+)?(?:voorjaar|lente|zomer|najaar|herfst|winter|spring|summer|autumn)"
    r"|Q[1-4]|(?:eerste|tweede|derde|vierde|first|second|third|fourth|[1-4]e)\s+(?:kwartaal|quarter|jaarhelft|helft)|\d{1,2}/\d{1,2})(?![\w/])(?!\s+(?:van\s+)?(?:19|20)\d\d)"
)
_TRIMESTER = re.compile(r"(?i)(?<!\w)(?P<which>eerste|tweede|derde|vierde|[1-4]e)\s+trimester(?!\w)")
_SHORT_DAY = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2['’]?(\d\d)(?![\w/-]|\.\d)")
_SHORT_YEAR = re.compile(rf"(?i)(?<!\w)({_MONTH}|voorjaar|lente|zomer|najaar|herfst|winter)\s+['’](\d\d)(?!\d)")
_YEARLY = re.compile(
    r"(?i)(?<!\w)(?:(?:elk|ieder|every|each|per)\s+(?:jaar|werkjaar|schooljaar|year)|jaarlijkse?|yearly)(?!\w)"
)
# How often, beside when.
_OFTEN = re.compile(
    r"(?i)(?:(?:telkens|steeds|wekelijks|maandelijks|tweewekelijks|tweemaandelijks|driemaandelijks|weekly|monthly)(?:\s.{0,40})?|(?:elke|iedere|elk|ieder|every|each)\s.{1,40}|\d{1,3}\s?(?:x|keer|maal|times)(?:\s.{0,30})?|(?:één|een|twee|drie) (?:keer|maal) per .{1,20})"
)
_OFTEN_FROM = re.compile(
    r"(?i)(?:wekelijks|maandelijks|tweewekelijks|tweemaandelijks|(?:elke|iedere|elk|ieder|every|each)\s[^,;]{2,40}?|\d{1,2}\s?(?:x|keer|maal) per \w+)\s+(?=(?:vanaf|sinds|tot|t\.?e\.?m\.?|from|since|until)\s)"
)
_BREAK = re.compile(r"\s*[,;:]\s+|\s+(?:en|and|&)\s+|\s+\+\s+|\.\s+(?=[A-Z])|\s*\(\s*|\s*\)\s*")
_START = re.compile(
    r"(?i)(?<!\w)(?:(?:op|her)?start\w*|gestart|begin(?:t|nen|nend)?|aanvang|vanaf|sinds|van start|ten vroegste|vroegste?ns?|pas vanaf|kick-?off|lancering|from|since|as of|at the earliest)(?!\w)"
)
_DUE = re.compile(r"(?i)(?<!\w)(?:klaar|af|afgerond|afgewerkt|gereed|uiterlijk|tegen|einde|done|ready|by|before)(?!\w)")
# What has a time of its own, that is not the time of the action.
_OTHER = re.compile(
    r"(?i)(?<!\w)(?:evalu\w+|besliss\w+|goedkeur\w+|aanvra\w+|bijstur\w+|terugblik\w*|rapporter\w*|nazorg|herzien\w*|niet|geen|zie|see|not|no|actie\w*|fiche|\w*plan|decreet|cijfers|vorig\w*|oorspronkelijk|eerder|gepland was)(?!\w)"
)
# Between a time without a year and the year that both have.
_JOINED = re.compile(r"\s+(?:en|and|tot|t/m|to|-|–)\s+(?:[\w.]+\s+){0,3}")
_EITHER = re.compile(r"(?i)(?<!\w)(?:of|or|ofwel|dan wel)(?!\w)")
# Not that time, and one that goes on.
_AFTER = re.compile(r"(?i)(?<!\w)(?:na|after)\s+(?:de |het |the )?\Z")
_BEFORE = re.compile(r"(?i)(?<!\w)(?:voor|vóór|before)\s+(?:de |het |the )?\Z")
_ONWARDS = re.compile(r"(?i)\s*(?:(?:tot|t/m|-|–)\s+(?:heden|nu|vandaag|today|now)|en (?:verder|later)|onwards)(?!\w)")
_MONTHS = re.compile(rf"(?i)(?<!\w)({_MONTH})\s?[-–]\s?(?={_MONTH})")
_TELLS_YEAR = re.compile(
    r"(?i)(?:\A|(?<!\w)(?:in|tegen|vanaf|eind|begin|start|heel|gans|doorheen|loop van|tot|by|from|during|until|all of))\s*\Z"
)


class Kind(Enum):
    """What a time says of an action."""

    START = "start"
    DUE = "due"


class Timing(NamedTuple):
    """When an action begins and ends, "" for what is not said; why it is a guess; and whether the words tell no more."""

    start: str
    due: str
    reason: Message | None
    whole: bool


class _Moment(NamedTuple):
    kind: Kind
    value: VagueDate
    reason: Message | None


def timing(text: str, year: str) -> Timing | None:
    """What words say that are not one date or period; *year* completes a time without one, "" when there is none."""
    text = " ".join(text.split()).strip(" .;")
    if not text or len(text) > LONGEST:
        return None
    quarters = _TRIMESTER.sub(r"\g<which> kwartaal", text)
    if quarters != text:
        found = _plain(quarters) or _plain(f"{quarters} {year}")
        return Timing(*found, TRIMESTER, whole=False) if found is not None else None
    full = _with_century(text, year)
    if full is None:
        return None
    if full != text and (found := _plain(full)) is not None:
        return Timing(*found, CENTURY, whole=True)
    if re.search(_YEAR, full) is None:
        if _YEARLY.search(full):
            return None
        if (
            year
            and (found := _plain(f"{full}/{year}" if re.search(r"\d/\d{1,2}\Z", full) else f"{full} {year}"))
            is not None
        ):
            return Timing(*found, YEAR_OF_PLAN, whole=True)
    return _of_clauses(full, year, CENTURY if full != text else None)


def lacks_year(text: str) -> bool:
    """True for words with a time in them that has no year."""
    return _NO_YEAR.search(text) is not None and _YEARLY.search(text) is None


def _plain(text: str) -> tuple[str, str] | None:
    """Start and due of words that are one time."""
    found = period_in(text)
    found = found if any(found) else period_in(year_last(text))
    return (_text(found[0]), _text(found[1])) if any(found) else None


def _text(value: VagueDate | None) -> str:
    return value.text if value is not None else ""


def _with_century(text: str, year: str) -> str | None:
    """The text with years in four digits; ``None`` when one is far from that of the plan."""
    found: list[int] = []

    def whole(digits: str) -> str:
        found.append(2000 + int(digits))
        return str(found[-1])

    made = _SHORT_DAY.sub(lambda one: f"{one[1]}{one[2]}{one[3]}{one[2]}{whole(one[4])}", text)
    made = _SHORT_YEAR.sub(lambda one: f"{one[1]} {whole(one[2])}", made)
    return made if not year or all(abs(one - int(year)) <= _NEAR for one in found) else None


# Clauses


def _of_clauses(text: str, year: str, reason: Message | None) -> Timing | None:
    moments: list[_Moment] = []
    is_whole = True
    filled = _filled(text, year)
    for part in _BREAK.split(filled[0]):
        often = _OFTEN_FROM.match(part.strip())
        clause = part.strip()[often.end() if often is not None else 0 :]
        is_whole = is_whole and often is None
        if not re.search(r"\w", clause):
            continue
        if _OFTEN.fullmatch(clause):
            is_whole = False
            continue
        strict = _strict(clause)
        found = strict or tuple(_loose(clause, year))
        is_whole = is_whole and bool(strict)
        if found and _EITHER.search(clause):
            return None
        if not found and re.search(r"\d|\w{4}", clause) and not _OTHER.search(clause):
            reason = reason or SAYS_MORE
        moments += found
    return _joined(moments, filled[1] or reason, whole=is_whole) if moments else None


def _filled(text: str, year: str) -> tuple[str, Message | None]:
    """The text in which each time has a year: that of the next one where they are joined, else of the one before, or of the plan."""
    text = _MONTHS.sub(r"\1 – ", text)
    years = list(re.finditer(_YEAR, text))
    made, done, reason = "", 0, None
    for match in _NO_YEAR.finditer(text):
        after = next((one for one in years if one.start() >= match.end()), None)
        is_joined = after is not None and _JOINED.fullmatch(text[match.end() : after.start()]) is not None
        before = next((one[0] for one in reversed(years) if one.end() <= match.start()), years[0][0] if years else year)
        of = after[0] if after is not None and is_joined else before
        if not of:
            continue
        reason = YEAR_OF_PLAN if not years else reason if is_joined else YEAR_BESIDE
        made += text[done : match.end()] + ("/" if "/" in match[0] else " ") + of
        done = match.end()
    return made + text[done:], reason


def _strict(clause: str) -> tuple[_Moment, ...]:
    """What a clause says that is a time with a word for it, and nothing else."""
    if _OTHER.search(clause):
        return ()
    found = period_in(clause)
    found = found if any(found) else period_in(year_last(clause))
    if found[0] is None and found[1] is not None and _START.search(clause) and not _DUE.search(clause):
        found = (found[1], None)
    return tuple(
        _Moment(kind, value, None)
        for kind, value in zip((Kind.START, Kind.DUE), found, strict=True)
        if value is not None
    )


def _loose(clause: str, year: str) -> Iterator[_Moment]:
    """The times among the words of a clause."""
    spans = list(holidays(clause, year))
    found = [(start, end, value, HOLIDAY) for start, end, value in spans]
    found += [
        (start, end, value, SAYS_MORE)
        for start, end, value in dates.find(clause)
        if not any(one[0] < end and start < one[1] for one in spans)
    ]
    done = 0
    for start, end, value, reason in sorted(found, key=lambda one: one[0]):
        lead, done = clause[done:start], end
        is_name = re.fullmatch(r"\d{4}", value.text) and not _TELLS_YEAR.search(lead)
        is_other_time = _AFTER.search(lead) or (reason is HOLIDAY and _BEFORE.search(lead))
        if _OTHER.search(lead) or is_name or is_other_time:
            continue
        week = week_of(clause, start, value)
        first, last = period_in(value.text) if reason is SAYS_MORE else (None, None)
        begins = _START.search(lead) or _ONWARDS.match(clause, end)
        if week is not None:
            yield _Moment(Kind.DUE, week[1], WEEK)
        elif first is not None and last is not None:
            yield _Moment(Kind.START, first, reason)
            yield _Moment(Kind.DUE, last, reason)
        else:
            yield _Moment(Kind.START if begins else Kind.DUE, value, reason)


def _joined(moments: Sequence[_Moment], reason: Message | None, *, whole: bool) -> Timing | None:
    """From the first to the last of the times, when each is later than the one before."""
    if any(one.value.first > other.value.first for one, other in pairwise(moments)):
        return None
    starts = [one for one in moments if one.kind is Kind.START]
    dues = [one for one in moments if one.kind is Kind.DUE]
    is_chain = not starts and len(dues) > 1
    start = starts[0].value.text if starts else dues[0].value.text if is_chain else ""
    due = dues[-1].value.text if dues else ""
    many = len(starts) > 1 or len(dues) > 1
    why = next((one.reason for one in moments if one.reason is not None), reason)
    return Timing(start, due, GAPS if many else why, whole=whole and not many)
