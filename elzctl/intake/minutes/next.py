"""The next meeting as minutes announce it: day, hours, place, and who presents its work there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from elzctl.intake import hours, persons, when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.moment import moment
from elzctl.intake.minutes.parts import LONGEST_READ
from elzctl.intake.minutes.places import EACH, SENTENCE, place
from elzctl.intake.paper import Block
from elzctl.wording import say

_MEETS = r"(?:vergadering(?:en)?|overleg|clusteroverleg|bijeenkomst(?:en)?|stuurgroep|werkgroep|bestuursvergadering|bestuur|bestuursorgaan|samenkomst|sessie|zitting|raad|meeting|session|afspraak|keer|kerngroep|overlegmoment|\w*tafel|zorgraad|cluster|platform|forum|netwerk|team|intervisie|supervisie|ontmoeting|denkdag)"
ANNOUNCES = re.compile(
    rf"(?i)\b(?:(?:onze |de |het |our |the )?(?:eerst)?volgende? (?:\w+ )?{_MEETS}|next (?:\w+ )?meeting|nieuwe (?:vergadering|bijeenkomst|vergaderdatum)"
    r"|(?:komen|komt) (?:opnieuw|terug|weer) samen|(?:volgende|nieuwe) (?:vergader)?data?(?:um)?|zien elkaar (?:terug|weer|opnieuw)|spreken (?:opnieuw )?af op|volgende zitting|will meet again|see each other again|meets? again|vergadert opnieuw|vergaderen we opnieuw)\b"
)
_PRESENTS = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^.;:]{1,80}?)\s+(?:zal|zullen|komt|komen|stelt|stellen|geeft|licht|lichten|will)\b[^.]{0,40}"
    r"\b(?:werking|toelicht\w*|toelichting|voorstell\w*|voorstelling|presenteren|present\w*|spreken|toe)\b"
)
_SPEAKER = re.compile(
    r"(?i)\b(?:spreker|gastspreker|speaker|toelichting door|voorstelling door)\s*:?\s+(?P<who>[A-ZÀ-Þ][^.;,]{1,80})"
)

_SAME = re.compile(
    r"(?i)\b(?:op |in )?(?:de |het |the )?(?:de)?(?:zelfde|same) (?:plaats|locatie|zaal|plek|lokaal|adres|ruimte|place|venue|location|room)\b"
)


def is_same_place(text: str) -> bool:
    """True for words that say that it is where this one is: *zelfde plaats*."""
    return _SAME.fullmatch(text.strip(" .,;()")) is not None


def announced(blocks: Sequence[Block], day: date) -> tuple[dict[str, Fact], tuple[int, ...]]:
    """What is said about the next meeting, the last time that something is, and the lines that say it."""
    for at in range(len(blocks) - 1, -1, -1):
        text = blocks[at].text
        if len(text) > LONGEST_READ:
            continue
        match = ANNOUNCES.search(text)
        if match is None:
            continue
        facts = _facts(text, match, blocks[at].lines, day)
        if "date" in facts:
            behind = [blocks[at], *blocks[at + 1 : at + 2]]
            speaker = _speaker(behind, match)
            if speaker is not None:
                facts["speaker"] = speaker
            return facts, blocks[at].lines
    return {}, ()


def from_value(blocks: Sequence[Block], day: date) -> dict[str, Fact]:
    """What stands behind the label *Volgende vergadering:*, when the first of it is a date."""
    for block in blocks:
        facts = _told(block.text, block.lines, day, guess=False)
        if "date" in facts:
            return facts
    return {}


def _facts(text: str, match: re.Match[str], lines: tuple[int, ...], day: date) -> dict[str, Fact]:
    """The sentence with the announcement; one whose date comes in the next sentence has that too."""
    start = max((end.end() for end in SENTENCE.finditer(text, 0, match.start())), default=0)
    ends = [end.start() for end in SENTENCE.finditer(text, match.end())] + [len(text)]
    for end in ends[:2]:
        facts = _told(text[start:end], lines, day, guess=True)
        if "date" in facts:
            return facts
    return {}


def _told(text: str, lines: tuple[int, ...], day: date, *, guess: bool) -> dict[str, Fact]:
    found = next((one for one in when.find(text, day, loose=not guess) if one.value.first > day), None)
    if found is None:
        return {}
    certainty = Certainty.READ if found.reason is None and found.odd is None else Certainty.GUESSED
    facts = {"date": Fact(found.written, lines, certainty, found.words, found.odd or found.reason)}
    rest = text[found.last :]
    second = when.first(rest, day)
    rest = rest[: second.first] if second is not None else rest
    rest = text[found.last :] if EACH.search(text) else rest
    time = next(hours.find(rest, loose=not guess), None) or next(hours.find(text[: found.first]), None)
    if time is not None:
        words = (rest if text[found.last :].startswith(rest) else text)[time.first : time.last]
        facts["start"] = Fact(hours.written(time.start, None), lines, Certainty.READ, words)
        if time.end is not None:
            facts["end"] = Fact(hours.written(time.end, None), lines, Certainty.READ, words)
    where = place(text, found.first, found.last, day)
    same = _SAME.search(text)
    if same:
        facts["location"] = Fact("", lines, Certainty.GUESSED, same[0], say("The place of this meeting"))
    elif where:
        reason = say("The place as it stands in the sentence") if guess else None
        facts["location"] = Fact(where, lines, Certainty.GUESSED if guess else Certainty.READ, where, reason)
    return facts


def _speaker(blocks: Sequence[Block], match: re.Match[str]) -> Fact | None:
    texts = [(blocks[0].text[match.end() :], blocks[0].lines), *((one.text, one.lines) for one in blocks[1:])]
    for text, lines in texts:
        for sentence in SENTENCE.split(text):
            found = _SPEAKER.search(sentence) or _PRESENTS.match(sentence.strip())
            if found and not persons.is_person(found["who"]) and not when.first(found["who"], date(2020, 1, 1)):
                words = found["who"].strip(" ,")
                if re.match(r"(?i)(?:we|wij|ze|zij|er|iedereen|deze|dit|dat|hij|de volgende|the next)\b", words):
                    continue
                return Fact(words, lines, Certainty.GUESSED, sentence.strip(), say("Who presents its work there"))
    return None


def understood(text: str, facts: Mapping[str, Fact], day: date) -> bool:
    """True when date, hours and place are all that a text says."""
    found = moment(text, day, ahead=True)
    where = facts["location"].words if "location" in facts else ""
    rest = re.sub(r"(?i)\b(?:in|te|bij|op|at|de|het|the|om|on)\b|\W", "", found.rest.replace(where, ""))
    return found.date is not None and not rest
