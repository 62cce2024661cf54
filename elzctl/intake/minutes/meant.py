"""What *dit*, *dat* or *het* stands for in a sentence that promises something: the sentence before it, when there is one."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import when
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Piece, Point, Prose
from elzctl.intake.minutes.inferred import IN_SENTENCE
from elzctl.intake.minutes.marks import SENTENCES
from elzctl.intake.minutes.parts import bare, cut, joined
from elzctl.intake.minutes.promised import promised
from elzctl.intake.minutes.promising import REFERS
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

_HAS_TO = re.compile(
    r"(?i)\b(?:moet|moeten|dient|dienen|must)\b[^.?!]{0,60}\b(?:op|tegen|voor|vóór|uiterlijk|by|before|on)\s+(?:\w+\s+)?\Z"
)
_AND_BEFORE = re.compile(r"\w\s(?:en|and)\s(?:\w+\s)?\Z")
_LONGEST = 400  # characters of what it may stand for


def with_what(point: Point, before: Block, day: date | None = None) -> Point:
    """The *point* with the sentence *before* it in its words, when it speaks of that; with no words there it says that they are missing."""
    found = _refers(point.words.text) if point.reason is not None else None
    if found is None:
        return point
    words = joined((bare(before), point.words)) if before.text else point.words
    due = when.first(before.text, day) if point.due is None and day is not None else None
    if due is not None and day is not None and due.value.last > day and _HAS_TO.search(before.text[: due.first]):
        point = point._replace(due=due, due_words=due.words, due_reason=IN_SENTENCE)
    return point._replace(words=words, reason=_reason(found[found.lastgroup or 0].lower(), is_told=bool(before.text)))


def speaks_of(point: Point) -> bool:
    """True for a point, told by a sentence, that speaks of what another sentence says."""
    return point.reason is not None and _refers(point.words.text) is not None


def _refers(text: str) -> re.Match[str] | None:
    """Such a word that stands for another sentence: behind *en*, in ``X heeft het draaiboek en bezorgt het aan Y``, it does not."""
    found = REFERS.search(text)
    return None if found is None or _AND_BEFORE.search(text, 0, found.start()) else found


def from_above(block: Block, below: Block, context: Context) -> list[Piece]:
    """The last sentence of a paragraph as a point, when the line *below* promises that: ``CAW bekijkt dit``; else nothing."""
    is_text = (
        not block.level and block.cell is None and 0 < len(block.text) <= _LONGEST and not block.text.endswith(":")
    )
    is_beside = block.depth == below.depth and block.check is None and SENTENCES.search(below.text) is None
    point = promised(bare(below), context) if is_text and is_beside else None
    if point is None or not speaks_of(point):
        return []
    start = max((match.end() for match in SENTENCES.finditer(block.text)), default=0)
    last = cut(block, start)
    ends = "" if re.search(r"[.!?…]\Z", last.text) else "."
    made = with_what(point, last._replace(text=f"{last.text}{ends}"), context.day)
    lines = tuple(dict.fromkeys((*block.lines, *below.lines)))
    above: list[Piece] = [Prose((cut(block, 0, start),))] if start else []
    return [*above, made._replace(lines=lines)]


def _reason(word: str, *, is_told: bool) -> Message:
    if is_told:
        return say("“{word}” is taken for what the sentence before it says, which is part of the point now", word=word)
    return say("The sentence says who does it; what “{word}” is, no sentence right before it says", word=word)
