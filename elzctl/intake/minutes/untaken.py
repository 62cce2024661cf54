"""What stays text though it has the sign of a field: a day to come, an arrow, a word for a task.  It is told, so that nobody looks past it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from elzctl.intake import when
from elzctl.intake.minutes import relative
from elzctl.intake.minutes.approved import is_approval
from elzctl.intake.minutes.doubted import is_doubted, sentences_of, shown
from elzctl.intake.minutes.draft import Fact, Item
from elzctl.intake.minutes.infinitives import is_bare_task
from elzctl.intake.minutes.marks import ARROW_IN
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.minutes.point_words import BY_NEXT_TIME
from elzctl.intake.minutes.untold import HIDDEN
from elzctl.intake.minutes.who import Directory
from elzctl.intake.minutes.words import ACTION
from elzctl.wording import Message, say_count

_WORD = re.compile(rf"(?i)\W*(?:{ACTION}|vraag aan|opdracht aan)\b(?:[^.:]{{0,30}}:|\s+(?:voor|aan)\s)\s*\S")
_I_DO = re.compile(
    r"(?i)\b(?:ik (?:zal|ga|pas|stuur|mail|bezorg|vraag|maak|neem|bekijk|zoek|regel|plan|bel|contacteer|zet|volg|check|hou|breng|leg|schrijf|doe)|(?:zal|ga|pas|stuur|mail|bezorg|vraag|maak|neem|bekijk) ik|i will|i['’]ll)\b"
)
_NEXT = re.compile(r"(?i)\W*(?:eerst)?(?:volgende?|vlg\.?|next)\s[^.:]{1,40}:\s*\S")
_BEFORE_COLON = re.compile(
    r"\A\W{0,3}(?P<who>(?:\\?\[(?:persoon|person) \d+\\?\]|[^.:;!?\[\]]{2,60}?)):\s+(?P<what>\S.*)"
)
_BEHIND = re.compile(
    r"\A(?P<what>.*?)\s*[(,–-]\s*(?P<who>\\?\[(?:persoon|person) \d+\\?\]|[^.:;!?()\[\],]{2,40})\)?\W*\Z"
)
_WAS = re.compile(
    r"(?i)\b(?:was|waren|werd|werden|ging|gingen|vond|vonden|kwam|kwamen|had|hadden|liep|liepen|gaf|gaven|bracht\w*|vorige?|gisteren|afgelopen|voorbije?|geleden|last|ago)\b"
)
_SINCE = re.compile(r"(?i)\b(?:sinds|since)\s+(?:(?:de|het|begin|eind|einde|midden|the)\s+)*\Z")
_SIGNED = re.compile(
    r"(?i)\W*(?:opgemaakt|opgesteld|ondertekend|gedaan|verslag|signed|drawn up|done)\s(?:te|in|op|at|on|door|by)\b"
)
# A day in figures behind other words: "affiches – Logo – 20/9".
_DAY_LAST = re.compile(r"(?:[,;:(–-]\s*|->\s*)(?P<day>\d{1,2}/\d{1,2}(?:/\d{2,4})?)\W*\Z")
_MUST = re.compile(
    r"(?i)\b(?:moet|moeten|must)\b[^.?!]*\b(?:deze|dit|volgende?|komende?|this|next) (?:week|maand|month)\b"
)
_AGREED = re.compile(r"(?i)(?<!\bniet )\bakkoord (?:om|met|dat)\b")
# What somebody tells of how things are from a day on.
_TOLD_OF = re.compile(r"(?i)\b(?:uit|meldt|vertelt|zegt|toe|mee),? dat\b[^.?!]*\b(?:vanaf|tot|from|until)\s+\Z")
_NEAR = 400  # days from which a day is of plans


def untaken(items: Iterable[Item], directory: Directory, day: date | None, ahead: Mapping[str, Fact]) -> Message | None:
    """What to tell of such sentences in the text as it is published, ``None`` when there are none."""
    items = tuple(items)
    told = (one for one in sentences_of(items) if not is_doubted(one, directory, day))
    titles = (one.title.text for one in items if one.title is not None and day is not None)
    dated = (one for one in titles if day is not None and _is_to_come(one, day, ahead))
    found = list(dict.fromkeys((*dated, *(one for one in told if is_sign(one, directory, day, ahead)))))
    if not found:
        return None
    return say_count(
        "One sentence has a day to come, an arrow or a task in it, and gave no field; it stays text: {words}",
        "{count} sentences have a day to come, an arrow or a task in them, and gave no field; they stay text: {words}",
        len(found),
        words=shown(found),
    )


def is_sign(sentence: str, directory: Directory, day: date | None, ahead: Mapping[str, Fact]) -> bool:
    """True for a sentence that may hold a value; not for one that tells the next meeting, which is known."""
    if "date" in ahead and ANNOUNCES.search(sentence):
        return False
    if ARROW_IN.search(sentence) or _NEXT.match(sentence):
        return True
    if is_approval(sentence) or _SIGNED.match(sentence):
        return False
    if day is None or _WAS.search(sentence):
        days = when.find(sentence) if day is not None else ()  # with a year of its own
        return any(day < one.value.first for one in days if day is not None)
    return (
        any(form.search(sentence) for form in (_I_DO, _MUST, _AGREED))
        or _WORD.match(sentence) is not None
        or _is_task(sentence, directory)
        or _is_to_come(sentence, day, ahead)
    )


def _is_to_come(sentence: str, day: date, ahead: Mapping[str, Fact]) -> bool:
    """True for a day or a stretch of days behind that of the meeting, and no other year that is only a plan."""
    known = ahead["date"].value if "date" in ahead else ""
    found = (
        one
        for one in when.find(sentence, day)
        if not any(form.search(sentence, 0, one.first) for form in (_SINCE, _TOLD_OF))
    )
    days = (one for one in found if one.written != known)
    is_near = any(day < one.value.last and (one.value.last - day).days <= _NEAR and not _is_year(one) for one in days)
    is_last = _DAY_LAST.search(sentence)
    last = when.first(is_last["day"], day, loose=True) if is_last is not None else None
    is_near = is_near or (last is not None and last.value.last > day and last.written != known)
    return is_near or relative.first(sentence, day) is not None or BY_NEXT_TIME.search(sentence) is not None


def _is_year(one: when.Dated) -> bool:
    return (one.value.last - one.value.first).days > 180


def _is_task(sentence: str, directory: Directory) -> bool:
    """True for a few words that end in what is to be done, with somebody who is known before a colon, or behind them."""
    for form in (_BEFORE_COLON, _BEHIND):
        match = form.match(sentence)
        if match is None or not _is_somebody(match["who"], directory):
            continue
        if is_bare_task(match["what"]):
            return True
    return False


def _is_somebody(words: str, directory: Directory) -> bool:
    return (
        HIDDEN.fullmatch(words) is not None or directory.actor(words) is not None or directory.person(words) is not None
    )
