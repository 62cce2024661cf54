"""Dates in running text that cannot be right any more: promises of an earlier year, and years the wrong way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from elzctl import dates
from elzctl.checks.documents import Document
from elzctl.checks.tense import is_promise
from elzctl.checks.texts import texts
from elzctl.finding import Finding, Severity
from elzctl.model import Action, Chapter, Plan
from elzctl.wording import say

# The words of a date that may stand before its year, and those between them.
_DATE_WORDS = frozenset(
    """begin midden medio half eind einde early mid late start end voorjaar lente zomer najaar herfst winter spring summer
    autumn fall januari january jan februari february feb maart march mrt april apr mei may juni june jun juli july jul
    augustus august aug september sept sep oktober october okt oct november nov december dec kwartaal quarter helft
    jaarhelft semester eerste tweede derde vierde first second third fourth schooljaar werkjaar q1 q2 q3 q4""".split()
)
_LINKS = frozenset(("van", "of", "het", "de", "the"))
_DAY_ENDS = ("", "e", "de", "ste", "st", "nd", "rd", "th")
# Another date that belongs to the same stretch of time: "december 2024, januari 2025".
# Words before a date that only name it: "in tegenstelling tot 2024", "zoals afgesproken in december 2024".
_ONLY_NAMED = (
    r"(?i)(?:tegenstelling tot|vergelijking met|vergeleken met|opzichte van|verschil met|anders dan|sinds"
    r"|\b(?:afgesproken|beslist|beloofd|gepland) (?:in|op)|compared (?:to|with)|unlike|since|agreed (?:in|on)|op wat (?:er )?in"
    r")\s+(?:het\s+|de\s+|the\s+)?\Z"
)
_GOES_ON = (
    r"\s*(?:,|/|[–—-]|\b(?:en|of|and|or|tot|to|until|t/m)\b)\s*(?:en met\s+)?(?:\w+\.?\s+){0,3}?((?:19|20)\d\d)(?!\d)"
)
_ITEM_START = r"\n[ \t]*(?:[-*+•|]|\d{1,3}[.)])[ \t]"
_BLANK_LINES = ("\n\n", "\n\r\n")
_SIGNS = ".,*_(\"'“‘"
_REACH = 48
_LONGEST = 400

# 2029-2024, (van) 2026 tot 2025.  Begins with digits alone, which makes the search quick.
_TWO_YEARS = re.compile(
    r"20\d\d(?:\s?(?P<mark>[-–/])\s?|\s+(?P<word>tot(?: en met)?|t/m|to|until|en|and)\s+)(?P<last>(?:19|20)\d\d)"
    r"(?![\w/-]|\.\d)"
)
_JOINED = r"[\w/.-]"
# Words after which "2026/2025" and "2026 en 2025" are a stretch of time.
_STRETCH = r"(?i)\b(?:van|from|tussen|between|schooljaar|werkjaar|school year|periode|period)\s+\Z"


def old_promise(plan: Plan) -> Iterator[Finding]:
    """A text still promises something for a date before the year of the plan.

    A fiche that is taken over from last year keeps its dates. The reader then no longer knows what was done and
    what still has to come. What is told as past is no promise.

    Wrong::

        In najaar 2024 leggen we contact met meer partners.

    Right::

        In najaar 2024 legden we contact met 12 partners. In voorjaar 2025 vragen we hun aanbod op.
    """
    if plan.years is None:
        return
    first_day = plan.years[0]
    hint = say("Write what came of it, in the past tense, or give the new date.")
    for document, years in texts(plan).years:
        owner = document.owner
        if not isinstance(owner, (Action, Chapter)) or (isinstance(owner, Action) and owner.is_stub):
            continue
        severity = Severity.WARNING if isinstance(owner, Action) else Severity.INFO
        for start, end in _promises(document, years, first_day):
            words = " ".join(document.text[start:end].split())
            message = say(
                "“{date}” is before the year of the plan, and the text speaks of it as still to come", date=words
            )
            yield document.finding("old-promise", severity, message, (start, end), hint)


def _promises(document: Document, years: list[int], first_day: date) -> Iterator[tuple[int, int]]:
    """Where the dates stand that are before the first day, and that something is promised for."""
    text, done = document.text, 0
    goes_on = re.compile(_GOES_ON)
    last_year = (first_day - timedelta(1)).year
    for year in years:
        if int(text[year : year + 4]) > last_year or year < done or not document.is_body(year):
            continue
        start, end = _beginning(text, max(done, year - _REACH), year), year + 4
        while later := goes_on.match(text, end):
            end = later.end()
        done = end
        if int(text[end - 4 : end]) > last_year:
            continue
        first, last = _block(text, start, end)
        promise = is_promise(text[first:last], start - first, end - first, bare=start == year)
        last_day = _last_day(text[start:end]) if promise else None
        if (
            last_day is not None
            and last_day < first_day
            and not re.search(_ONLY_NAMED, text[max(0, start - 40) : start])
        ):
            yield start, end


def _beginning(text: str, low: int, year: int) -> int:
    """Where the date of a year begins: before the words "eind maart" that belong to it."""
    window = text[low:year].replace("-", " ").lower()
    start = end = len(window)
    for word in reversed(window.split()):
        bare = word.strip(_SIGNS)
        end = window.rfind(bare, 0, end)
        if bare in _DATE_WORDS or (bare[:1].isdigit() and bare.lstrip("0123456789") in _DAY_ENDS):
            start = end
        elif bare not in _LINKS:
            break
    return year - len(window) + start


@lru_cache(maxsize=64)
def _last_day(words: str) -> date | None:
    """The last day of the dates in a few words, such as "eind 2023 en begin 2024"."""
    return max((value.last for _, _, value in dates.find(words)), default=None)


def _block(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph or list item around some characters; of a very long one what stands near."""
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    low = (text.find(" ", low, start) + 1 or low) if low else 0
    first, last = low, high
    for blank in _BLANK_LINES if "\r" in text else _BLANK_LINES[:1]:
        first = max(first, text.rfind(blank, low, start) + 1)
        place = text.find(blank, end, high)
        last = min(last, place) if place >= 0 else last
    item_start = re.compile(_ITEM_START)
    for match in item_start.finditer(text, first, start):
        first = match.start() + 1
    item = item_start.search(text, end, last)
    return first, item.start() if item else last


def year_turned(plan: Plan) -> Iterator[Finding]:
    """Two years in a text stand the wrong way round.

    Wrong::

        het beleidsplan 2029-2024

    Right::

        het beleidsplan 2024-2029
    """
    for document, places in texts(plan).years:
        text = document.text
        for years in _TWO_YEARS.finditer(text, places[0]) if len(places) > 1 else ():
            start, first, last = years.start(), years[0][:4], years["last"]
            if last >= first or re.match(_JOINED, text[max(0, start - 1) : start]) or document.is_address(start):
                continue
            alone = years["mark"] == "/" or years["word"] in ("en", "and")
            if alone and not re.search(_STRETCH, text[max(0, start - 20) : start]):
                continue
            message = say(
                "“{first}” comes after “{last}”: this stretch of time ends before it begins", first=first, last=last
            )
            right = f"{last}{years[0][4:-4]}{first}"
            hint = say("Did you mean “{right}”?", right=" ".join(right.split()))
            yield document.finding("year-turned", Severity.WARNING, message, years.span(), hint)
