"""The next meeting as minutes announce it: day, hours, place, and who presents its work there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from elzctl.intake import hours, persons, when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.inferred import FROM_SENTENCE
from elzctl.intake.minutes.labels import is_bare_next, is_next
from elzctl.intake.minutes.moment import moment
from elzctl.intake.minutes.parts import LONGEST_READ
from elzctl.intake.minutes.places import EACH, SENTENCE, place
from elzctl.intake.minutes.same_again import same, without_same
from elzctl.intake.paper import Block
from elzctl.wording import say

# What a group that meets may be called after; *cliënt* or *gemeente* is of others.
_OF = r"(?:(?:cluster|netwerk|partner|kern|werk|werkgroep|stuur|stuurgroep|team|bestuurs|leden|zone|wijk|buurt|regio|opvolg|opvolgings|samenwerkings|coördinatie|welzijns|eerstelijns|thema|plenair)-?)?"
_MEETS = rf"(?:{_OF}(?:vergadering(?:en)?|overleg(?:moment)?|bijeenkomst(?:en)?|platform|forum|sessie)|(?:cluster|netwerk|partner|team|leden|zone|wijk|buurt|overleg|vergader|ontmoetings|samenkomst|afstemmings|plenair)-?moment(?:en)?|stuurgroep|werkgroep|bestuursvergadering|bestuur|bestuursorgaan|samenkomst|sessie|zitting|raad|meeting|session|afspraak|keer|kerngroep|overlegmoment|\w*tafel|zorgraad|cluster|platform|forum|netwerk|team|(?:netwerk|partner|team|buurt|wijk)-?(?:lunch|ontbijt|café|koffie)|intervisie|supervisie|ontmoeting|denkdag|denktank|brainstorm|atelier|commissie|comité|(?:work|steering|task)[ -]?(?:group|force))"
ANNOUNCES = re.compile(
    rf"(?i)\b(?:(?:onze |de |het |our |the )?(?:eerst)?volgende? (?:\w+ )?{_MEETS}|next (?:\w+ )?meeting|nieuwe (?:vergadering|bijeenkomst|vergaderdatum)"
    r"|(?:komen|komt) (?:opnieuw|terug|weer) samen|(?:volgende|nieuwe) (?:vergader)?data?(?:um)?|zien elkaar (?:terug|weer|opnieuw)|spreken (?:opnieuw )?af op|volgende zitting|will meet again|see each other again|meets? again|vergadert opnieuw|vergaderen we opnieuw)\b"
)
_SPEAKS = re.compile(rf"(?i)\b(?:de|het|onze|the|our) {_MEETS}\b")
_PRESENTS = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^.;:]{1,80}?)\s+(?:zal|zullen|komt|komen|stelt|stellen|geeft|licht|lichten|will)\b[^.]{0,40}"
    r"\b(?:werking|toelicht\w*|toelichting|voorstell\w*|voorstelling|presenteren|present\w*|spreken|toe)\b"
)
_SPEAKER = re.compile(
    r"(?i)\b(?:spreker|gastspreker|speaker|toelichting door|voorstelling door)\s*:?\s+(?P<who>[A-ZÀ-Þ][^.;,]{1,80})"
)

_MOVED = re.compile(
    r"(?i)\b(?:verplaats\w*|verschoven|verschuif\w*|verzet|uitgesteld|vervroegd|moved|postponed|rescheduled)\b"
)
_MOVED_TO = re.compile(r"(?i)\b(?:naar|tot|to|until)\s+(?:de\s+)?\Z")
# Between "volgende vergadering" and its day.
_SMALL = re.compile(
    r"(?i)(?:\W|\b(?:is|zal|wordt|werd|vindt|vinden|gaat|gaan|heeft|plaats|door|doorgaan|plaatsvinden|gepland|voorzien|vastgelegd|gehouden|zijn|op|om|de|het|van|deze|will|be|held|takes?|place|on|at|the|in)\b)*"
)
# Before a day of something else in the same sentence: "… vanaf mei te bestellen".
_FROM_THEN = re.compile(
    r"(?i)\b(?:vanaf|tegen|v[oó][oó]r|uiterlijk|sinds|pas in|from|by|before|since)\s+(?:(?:de|het|begin|eind|einde|half|midden)\s+)*\Z"
)
_OR = r"(?:of(?:wel)?|or|dan wel)"
_A_DAY = r"(?:op\s+)?(?:[a-z]{2,9}\.?\s+)?\d{1,2}(?!\d|\s*(?:u|h|:|uur)\b|[:u]\d)"
_OR_BEHIND = re.compile(rf"(?i)\s*,?\s*{_OR}\s+{_A_DAY}")
_OR_BEFORE = re.compile(rf"(?i)(?<!\d){_A_DAY}(?:[/.-]\d{{1,2}}|\s+[a-z]+)?\s*,?\s*{_OR}\s+(?:op\s+)?\Z")


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


def from_value(blocks: Sequence[Block], day: date, label: str) -> dict[str, Fact]:
    """What stands behind a label such as *Volgende vergadering:*, when there is a date in it."""
    for block in blocks:
        if is_bare_next(label) and not _is_of_meeting(block.text, day):
            continue
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


def is_either(text: str, found: when.Dated) -> bool:
    """True for one of two days: ``12/01 of 14/01``."""
    return _OR_BEHIND.match(text, found.last) is not None or _OR_BEFORE.search(text, 0, found.first) is not None


def unsure(blocks: Iterable[Block], day: date) -> str:
    """The words that give the next meeting more than one day, "" when there are none."""
    for block in blocks:
        label, colon, _ = block.text.partition(":")
        if len(block.text) > LONGEST_READ or not (ANNOUNCES.search(block.text) or (colon and is_next(label))):
            continue
        found = _to_come(block.text, day, loose=True)
        if found is not None and is_either(block.text, found):
            return block.text
    return ""


def _is_of_meeting(text: str, day: date) -> bool:
    """True for a value that begins with a day, or speaks of a meeting: ``Volgende: affiche drukken tegen 9/12`` does not."""
    found = _to_come(text, day, loose=True)
    if found is None:
        return False
    return not re.sub(r"(?i)\b(?:op|on)\b|\W", "", text[: found.first]) or _SPEAKS.search(text) is not None


def _to_come(text: str, day: date, *, loose: bool) -> when.Dated | None:
    """The first day after this meeting; the one that it was moved to, when the text says that."""
    found = [one for one in when.find(text, day, loose=loose) if one.value.first > day]
    moved = [one for one in found if _MOVED_TO.search(text, 0, one.first)] if _MOVED.search(text) else []
    return next(iter(moved or found), None)


def _told(text: str, lines: tuple[int, ...], day: date, *, guess: bool) -> dict[str, Fact]:
    found = _to_come(text, day, loose=not guess)
    if found is None or (guess and _FROM_THEN.search(text, 0, found.first)) or is_either(text, found):
        return {}
    said = FROM_SENTENCE if guess and not _is_form(text, found) else None
    why = found.odd or found.reason or said
    certainty = Certainty.READ if why is None else Certainty.GUESSED
    facts = {"date": Fact(found.written, lines, certainty, found.words, why)}
    rest = text[found.last :]
    second = when.first(rest, day)
    rest = rest[: second.first] if second is not None else rest
    rest = text[found.last :] if EACH.search(text) else rest
    time = next(hours.find(rest, loose=not guess), None) or next(hours.find(text[: found.first]), None)
    if time is not None:
        words = (rest if text[found.last :].startswith(rest) else text)[time.first : time.last]
        sure = Certainty.READ if said is None else Certainty.GUESSED
        facts["start"] = Fact(hours.written(time.start, None), lines, sure, words, said)
        if time.end is not None:
            facts["end"] = Fact(hours.written(time.end, None), lines, sure, words, said)
    where = place(text, found.first, found.last, day)
    again = same(text)
    if "start" in again and "start" not in facts:
        facts["start"] = Fact("", lines, Certainty.GUESSED, again["start"])
    if "location" in again:
        facts["location"] = Fact("", lines, Certainty.GUESSED, again["location"])
    elif where and not same(where):
        reason = say("The place as it stands in the sentence") if guess else None
        facts["location"] = Fact(where, lines, Certainty.GUESSED if guess else Certainty.READ, where, reason)
    return facts


def _is_form(text: str, found: when.Dated) -> bool:
    """True for ``De volgende vergadering is op …``: an announcement, a verb and a day, with nothing between that it might be of."""
    match = ANNOUNCES.search(text)
    if match is None or not match.end() <= found.first:
        return False
    return (
        not re.sub(r"(?i)\W|\b(?:we|wij)\b", "", text[: match.start()])
        and _SMALL.fullmatch(text, match.end(), found.first) is not None
    )


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
    rest = without_same(found.rest.replace(where, "")) if where else without_same(found.rest)
    rest = re.sub(r"(?i)\b(?:in|te|bij|op|at|de|het|the|om|on|en|and)\b|\W", "", rest)
    return found.date is not None and not rest
