"""A day, hours and a place in a few words: behind a label, in a title, in a sentence of its own."""

from __future__ import annotations

import re
from datetime import date

from elzctl.clock import Clock
from elzctl.intake import hours, when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.places import is_place
from elzctl.intake.paper import Block
from elzctl.intake.when import Dated
from elzctl.record import NamedTuple
from elzctl.wording import say

_JOINS = re.compile(
    r"(?i)\A(?:[\s,;.–—|/@-]|\b(?:te|in|at|om|van|tot|op|uur|u|(?-i:de|het|the)|from|to|on|en|and|vanaf|until|plaats|locatie|place|waar|where)\b)+|[\s,;–—|/(-]+\Z"
)
_SAID = re.compile(
    r"(?i)(?:(?:de |the )?(?:voorzit(?:ter|ster)|chair\w*) (?:(?P<opens>opent|opened|opens)|sluit|closed|closes) )?(?:de|het|the)\s+(?:\w+\s+)?(?:zitting|vergadering|bijeenkomst|overleg|meeting|session)\s+(?:(?:wordt|werd|is|was)\s+)?(?:om\s+[\d.:u]+\s*(?:uur|u\.?)?\s+)?"
    r"(?:(?P<start>begint|begon|start|startte|opent|geopend|gestart|aangevat|opened|started|began|starts)|(?P<end>eindigt|eindigde|sluit|gesloten|afgesloten|beëindigd|closed|ended|closes|ends|loopt af|om|at))\b[^.]*?\d[^.]*(?:\.\d\d)?[^.]*\.?\Z"
)
_HELD = re.compile(
    r"(?:(?:Gehouden|gehouden|Doorgegaan|doorgegaan|Held|held) )?(?:Te|te|In|in|At|at) (?:de |het |the )?(?P<where>[^\d,;:.][^\d:;.]{1,60}?),? (?:op|on) (?P<when>\S.*)\Z"
)
_SAT = re.compile(
    r"(?i)(?P<hours>(?:van |from )?\d[\d:.uh ]*(?:uur)? ?(?:tot|-|–|until|to) ?\d[\d:.uh]*(?: ?uur| ?u\.?)?)(?:,? (?:in|te|op|bij|at) (?:de |het |the )?|,? (?=online\b|digitaal\b|hybride\b|via (?:ms |microsoft )?(?:teams|zoom)))(?P<where>[^.:;?!]{3,80})\.?\Z"
)
_THERE = re.compile(
    r"(?P<at>(?i:bij|in|te|op|at|@) ?(?i:de |het |the |onze |ons )?)?(?P<where>[^\d,;:.()][^,;:.()]{1,60}?)(?:\s*[,;–—|(-]\s*|\s+)(?P<hours>(?i:van |from )?\d[\d:.uh ]*(?i:uur)? ?(?:tot|-|–|until|to) ?\d[\d:.uh]*(?: ?uur| ?u\.?)?)\)?\.?\Z"
)
_AT_PLACE = re.compile(
    r"(?:(?<=\s)|(?<=[,;]))(?i:in|te|bij|at|@) (?i:de |het |the |ons |onze )?(?P<where>[^.:;?!]{3,120}?)\.?\Z"
)
_JOINING = frozenset("van de het der den ter ten te in aan en vzw".split())
_MOST_SMALL = 3  # words in small letters that a place has fewer of
_UNTIL = re.compile(r"(?i)\b(?:tot|until|till)\s*(?:ca\.?\s*)?\Z")


class Moment(NamedTuple):
    """A date and hours in a text, and what is left of it."""

    date: Dated | None
    start: Clock | None
    end: Clock | None
    rest: str


def moment(text: str, near: date | None, *, loose: bool = True, ahead: bool = False) -> Moment:
    """The first date and the first hours of a text."""
    found = when.first(text, near, loose=loose, ahead=ahead)
    rest = f"{text[: found.first]} · {text[found.last :]}" if found is not None else text
    time = next(hours.find(rest, loose=loose), None)
    start, end = (time.start, time.end) if time is not None else (None, None)
    if time is not None:
        if end is None and _UNTIL.search(rest[: time.first]):
            start, end = None, start
        rest = f"{rest[: time.first]} · {rest[time.last :]}"
    bits = [bit for part in rest.split("·") if (bit := _closed(_JOINS.sub("", part.strip())))]
    return Moment(found, start, end, ", ".join(bits))


def _closed(text: str) -> str:
    """The text without brackets around it, or one that nothing opens or closes."""
    if re.fullmatch(r"\([^()]*\)", text):
        return text[1:-1].strip()
    if text.count("(") == text.count(")"):
        return text
    return text.strip("() ")


def held(block: Block, near: date) -> Moment | None:
    """A line that says where and when it was held, or from when to when and where, and nothing else; the place is its rest."""
    text = block.text.strip()
    match = _HELD.match(text)
    if match is None:
        if (dated := _day_first(text, near)) is not None:
            return dated
        sat = _SAT.match(text) or _there(text)
        found = moment(sat["hours"], near) if sat is not None else None
        is_range = found is not None and found.end is not None and not found.rest
        return found._replace(rest=sat["where"]) if sat is not None and found is not None and is_range else None
    found = moment(match["when"], near, loose=False)
    return found._replace(rest=match["where"]) if found.date is not None and not found.rest.strip(" .") else None


def _day_first(text: str, near: date) -> Moment | None:
    """``maandag 9 november, van 14 u tot 16 u in de refter van school De Kring (Kerkstraat 8)``, and nothing else."""
    found = moment(text, near, loose=False)
    if found.date is None or found.end is None or text[: found.date.first].strip():
        return None
    behind = _AT_PLACE.search(text, found.date.last)
    time = next(hours.find(text[found.date.last :]), None)
    ends = found.date.last + time.last if time is not None else len(text)
    is_all = behind is not None and not _JOINS.sub("", text[ends : behind.start()]).strip(" .")
    where = behind["where"] if behind is not None else ""
    is_one = is_all and re.search(r"[A-ZÀ-Þ]", where) is not None and when.first(where, near) is None
    return found._replace(date=found.date._replace(first=0), rest=where.strip()) if is_one else None


def _there(text: str) -> re.Match[str] | None:
    """``bij LDC De Kring, 14u - 16u``: a place with the hours behind it, and nothing else."""
    match = _THERE.match(text)
    if match is None or when.first(match["where"]) is not None:
        return None
    small = [word for word in match["where"].split() if word.islower() and word not in _JOINING]
    is_name = re.search(r"[A-ZÀ-Þ]", match["where"]) is not None and len(small) < _MOST_SMALL
    is_bare = is_place(match["where"]) and all(map(is_place, small))
    return match if is_bare or (match["at"] and (is_name or is_place(match["where"]))) else None


def said_hours(block: Block) -> dict[str, Fact]:
    """What a sentence says of when a meeting began or ended, and where: its whole block, or nothing."""
    match = _SAID.match(block.text.strip())
    if match is None:
        return {}
    found = next(hours.find(block.text), None)
    if found is None or found.end is not None:
        return {}
    key = "end" if match["end"] and not match["opens"] else "start"
    facts = {key: Fact(hours.written(found.start, None), block.lines, words=block.text)}
    rest = re.sub(r"(?i)\A\W*(?:in|te|op|at)\s+(?:de |het |the )?|[\s.]+\Z", "", block.text[found.last :])
    behind = re.sub(r"\W", "", block.text[found.last :])
    if behind and key == "start" and len(rest.split()) <= 8:
        facts["location"] = Fact(rest, block.lines, Certainty.GUESSED, block.text, say("It stands behind the hour"))
    return {} if behind and "location" not in facts else facts
