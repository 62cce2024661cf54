"""Events that sentences only name, ``vrijwilligers voor de wandeling van zaterdag 30 mei``: noted beside the text, which stays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from elzctl.intake import when
from elzctl.intake.minutes.draft import Item, Noted, Piece, Prose
from elzctl.intake.minutes.events import GATHERING
from elzctl.intake.minutes.marks import SENTENCES
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.minutes.parts import LONGEST_READ, bare, cut
from elzctl.intake.paper import Block
from elzctl.wording import say

_BEFORE_DAY = re.compile(r"(?P<about>\s(?:over|rond|voor)\s[^.,;:()]{2,50}?)?\s(?:van|op|of|on)\s+(?:de\s)?\Z")
_NOT_TO_COME = re.compile(
    r"(?i)\b(?:geen|evaluatie|verslag|terugblik|vorige|voorbije|afgelopen|evaluation|was|waren|uitgesteld|geannuleerd|afgelast)\b"
)
_NAMED = say("The sentence names something that takes place on a day to come; the sentence itself stays in the text")


def with_mentioned(items: Sequence[Item], day: date | None, ahead: date | None) -> list[Item]:
    """The items, with such events behind the text that names them; *ahead* is the day of the next meeting, which is none."""
    if day is None:
        return list(items)
    pieces = [piece for item in items for piece in item.pieces if isinstance(piece, Noted) and piece.when is not None]
    known = {piece.when.value.first for piece in pieces if piece.when is not None} | {ahead}
    made: list[Item] = []
    for item in items:
        found: list[Piece] = []
        for piece in item.pieces:
            found.append(piece)
            for one in _in_text(piece, day) if isinstance(piece, Prose) else ():
                if one.when is not None and one.when.value.first not in known:
                    known.add(one.when.value.first)
                    found.append(one)
        made.append(item._replace(pieces=tuple(found)))
    return made


def _in_text(prose: Prose, day: date) -> Iterator[Noted]:
    for block in prose.blocks:
        if block.level or block.cell is not None or len(block.text) > LONGEST_READ:
            continue
        for one in when.find(block.text, day, ahead=False):
            if one.value.is_vague or one.value.first <= day:
                continue
            named = _named(block, one)
            if named is not None:
                yield Noted("E", named, one, lines=block.lines, reason=_NAMED)


def _named(block: Block, day: when.Dated) -> Block | None:
    """The words for what takes place right before a day in a sentence that tells of nothing else."""
    start = max((match.end() for match in SENTENCES.finditer(block.text, 0, day.first)), default=0)
    end = next((match.start() for match in SENTENCES.finditer(block.text, day.last)), len(block.text))
    sentence = block.text[start:end]
    if ANNOUNCES.search(sentence) or _NOT_TO_COME.search(sentence) or sentence.strip().endswith("?"):
        return None
    gatherings = list(GATHERING.finditer(block.text, start, day.first))
    before = _BEFORE_DAY.match(block.text[: day.first], gatherings[-1].end()) if gatherings else None
    if before is None:
        return None
    words = bare(cut(block, gatherings[-1].start(), gatherings[-1].end() + len(before["about"] or "")))
    return words._replace(text=f"{words.text[:1].upper()}{words.text[1:]}", spans=())
