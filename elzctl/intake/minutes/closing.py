"""When a meeting began and ended, in sentences with other words around the hour: ``… om 20 uur geopend en om 21.40 uur gesloten``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.clock import Hours
from elzctl.intake import hours
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.parts import LONGEST_READ
from elzctl.intake.minutes.places import SENTENCE
from elzctl.intake.paper import Block
from elzctl.wording import say

_GATHERS = r"(?:\w*vergadering|zitting|bijeenkomst|\w*overleg|samenkomst|\w*meeting|session|stuurgroep|werkgroep)"
_MEETING = re.compile(
    rf"(?i)(?<!\bna )(?<!\bvoor )(?<!\bvóór )(?<!\btijdens )(?<!\bop )(?<!\bin )(?<!\bvan )(?<!\bover )(?<!\baan )\b(?:de|het|deze|dit|onze|the)\s(?:algemene |buitengewone )?{_GATHERS}\b"
)
_ENDS = re.compile(
    r"(?i)\b(?:gesloten|afgesloten|beëindigd|afgerond|geheven|opgeheven|eindigt|eindigde|eindigen|eindigden|sluit|sluiten|sloot|sloten|loopt af|liep af|ended|closed|adjourned|ends|closes)\b"
)
_BEGINS = re.compile(
    r"(?i)\b(?:geopend|gestart|begonnen|aangevat|begint|begon|start|startte|opent|opende|opened|started|began|starts|begins)\b"
)
_SMALL = r"(?:(?:dan|nu|hier|stipt|mooi|uiteindelijk|er|pas|netjes|alvast|om|rond|tegen|omstreeks|iets|voor|na|¤|at|around)\s)*"
_WE_END = re.compile(
    rf"(?i)\b(?:(?:we|wij)\s(?:sluiten|sloten|ronden|rondden)|(?:sluiten|sloten|ronden|rondden)\s(?:we|wij)|voorzit(?:ter|ster)\s(?:sluit|sloot|rondt|rondde))\s{_SMALL}af\b|\bwe (?:closed|ended|adjourned)\s{_SMALL.rstrip('*')}"
)
_WE_BEGIN = re.compile(
    rf"(?i)\b(?:(?:we|wij)\s(?:startten|starten|begonnen|beginnen)|(?:startten|starten|begonnen|beginnen)\s(?:we|wij))\s{_SMALL}"
)
_ALONE = re.compile(
    rf"(?i)\W*(?P<end>einde?|slot|sluiting|afsluiting|end)(?:\s(?:van )?(?:(?:de|het|the)\s)?(?:of the )?{_GATHERS})?\s*(?:(?:om|rond|omstreeks|at)\b|[:=–-])?\s*(?:om\s|rond\s)?¤\W*"
)
# Of another meeting, or of what is so every time.
_OTHER = re.compile(
    r"(?i)\b(?:volgende?|vorige?|komende?|next|last|voortaan|telkens|elke|iedere|vanaf nu|steeds|dagelijks|normaal|zal|zullen|will)\b"
)
_CLAUSES = re.compile(r"[,;]\s+(?:(?:en|and)\s)?|\s(?:en|and)\s")
_SAID = say("The sentence says when it began, or ended")
_LONGEST_ALONE = 80
_LAST = 8  # blocks among which the end is told


def said_of_hours(above: Iterable[Block], below: Iterable[Block]) -> dict[str, Fact]:
    """What sentences *above* the agenda say of both hours, and the last ones *below* of the end."""
    found: dict[str, Fact] = {}
    for block in above:
        found = {**_said(block), **found}
    for block in list(below)[-_LAST:]:
        found = {**{key: fact for key, fact in _said(block).items() if key == "end"}, **found}
    return found


def is_end_alone(block: Block) -> bool:
    """True for *einde 21u40*, which says nothing else."""
    return len(block.text) <= _LONGEST_ALONE and _ALONE.fullmatch(_hidden(block.text)[0]) is not None


def _said(block: Block) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    start = 0
    for end in [*(one.end() for one in SENTENCE.finditer(block.text)), len(block.text)]:
        sentence, start = block.text[start:end], end
        if len(sentence) > LONGEST_READ or block.level:
            continue
        for key, clock in _told(sentence):
            if is_end_alone(block):
                found.setdefault(key, Fact(hours.written(clock.start, None), block.lines, words=block.text))
            else:
                fact = Fact(hours.written(clock.start, None), block.lines, Certainty.GUESSED, sentence.strip(), _SAID)
                found.setdefault(key, fact)
    return found


def _told(sentence: str) -> Iterator[tuple[str, Hours]]:
    """What each clause with one hour in it tells: *start* or *end*."""
    text, clocks = _hidden(sentence)
    if not clocks or _OTHER.search(text):
        return
    if _ALONE.fullmatch(text) and len(clocks) == 1:
        yield "end", clocks[0]
        return
    about = _MEETING.search(text) is not None
    place = 0
    for clause in _CLAUSES.split(text):
        count = clause.count("¤")
        clock, place = clocks[place] if count == 1 else None, place + count
        if clock is None or clock.end is not None:
            continue
        if (about and _ENDS.search(clause)) or _WE_END.search(clause):
            yield "end", clock
        elif (about and _BEGINS.search(clause)) or _WE_BEGIN.search(clause):
            yield "start", clock


def _hidden(sentence: str) -> tuple[str, list[Hours]]:
    """The sentence with a sign in the place of each hour, and the hours."""
    clocks = list(hours.find(sentence))
    text, place = "", 0
    for one in clocks:
        text += f"{sentence[place : one.first]}¤"
        place = one.last
    return text + sentence[place:], clocks
