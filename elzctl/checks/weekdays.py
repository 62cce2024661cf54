"""Days of the week in texts that are not the day of their date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from elzctl import dates
from elzctl.checks.documents import Document
from elzctl.checks.texts import texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import Message, say

# All names of days end in one of these, which is quick to find.
_SIGNS = ("dag", "day")
_LONGEST_NAME = 9
_JOINTS = (" ", ",")
_NAME = r"(?i)(?:maan|dins|woens|donder|vrij|zater|zon)dag\Z|(?:mon|tues|wednes|thurs|fri|satur|sun)day\Z"  # “feestdag” is none
_DATE = (
    r",?[ \t]{1,3}\n?[ \t]*(?P<day>\d{1,2}(?:e|ste|de|st|nd|rd|th)?(?P<joint>[ ./-])(?:[a-zA-Z]{3,9}\.?|\d{1,2}(?!\d)))"
    r"(?:(?P=joint)(?P<year>20\d\d)(?!\d))?(?![\w/-])"
)


def wrong_weekday(plan: Plan) -> Iterator[Finding]:
    """A text names a day of the week that is not the day of its date.

    Who plans a visit by it, comes on the wrong day. In minutes a date without a year is the one before or after the
    meeting that is nearest.

    Wrong::

        De volgende vergadering is op dinsdag 14 mei 2025.

    Right::

        De volgende vergadering is op woensdag 14 mei 2025.
    """
    gathered, dated = texts(plan), re.compile(_DATE)
    for document, place in (found for sign in _SIGNS for found in gathered.places(sign)):
        text, after = document.text, place + len(_SIGNS[0])
        # "dag" also stands in many other words, and is seldom followed by a number.
        found = dated.match(text, after) if text[after : after + 1] in _JOINTS else None
        name = found and re.search(_NAME, text[max(0, after - _LONGEST_NAME) : after])
        if found is None or name is None or text[after - len(name[0]) - 1 : after - len(name[0])].isalnum():
            continue
        if _is_mark(document, after - len(name[0])):
            continue
        message = _fault(name[0], found, document)
        if message is not None and not document.is_address(place):
            where = (after - len(name[0]), found.end())
            hint = say("Correct the day, or leave its name out.")
            yield document.finding("wrong-weekday", Severity.WARNING, message, where, hint)


def _is_mark(document: Document, place: int) -> bool:
    """True when ``tegen:`` or ``op:`` stands before it in minutes: what is wrong with such a date was told when it was read."""
    before = document.text[max(0, place - 10) : place]
    if ":" not in before or getattr(document.owner, "day", None) is None:
        return False
    return re.search(r"(?i)(?<![\w.@/+-])(?:tegen|due|op|on|done):[\"“„'‘]?\Z", before) is not None


def _fault(name: str, found: re.Match[str], document: Document) -> Message | None:
    """What is wrong with a date behind the name of a day; ``None`` when it is right, or no date."""
    day, joint = " ".join(found["day"].split()), found["joint"]
    years = [int(found["year"])] if found["year"] else _years(day, joint, document)
    faults = []
    for year in years:
        words = f"{day}{joint}{year}"
        if not isinstance(plain := dates.read(words), dates.VagueDate) or plain.is_vague:
            return None
        whole = dates.read(f"{name} {words}")
        if not isinstance(whole, dates.Fault):
            return None
        faults.append(whole.message)
    return faults[0] if faults else None


def _years(day: str, joint: str, document: Document) -> list[int]:
    """The years that a date without one may mean in minutes: it is the next such day, or the last one."""
    meeting: date | None = getattr(document.owner, "day", None)
    if meeting is None:
        return []
    this = dates.read(f"{day}{joint}{meeting.year}")
    if not isinstance(this, dates.VagueDate):
        return []
    if this.first >= meeting:
        return [meeting.year, meeting.year - 1]
    return [meeting.year + 1, meeting.year]
