"""What the sentences of a paragraph tell: decisions, agreements, points and events, and the text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from elzctl.intake import persons, when
from elzctl.intake.minutes.draft import Noted, Piece, Point, Prose
from elzctl.intake.minutes.events import Events
from elzctl.intake.minutes.handed import allotted, handed
from elzctl.intake.minutes.history import is_past
from elzctl.intake.minutes.marked import told
from elzctl.intake.minutes.marks import ACTION, ARROW, ARROWS, SENTENCES
from elzctl.intake.minutes.meant import from_above, speaks_of, with_what
from elzctl.intake.minutes.parts import bare, cut
from elzctl.intake.minutes.passed_on import passed_on
from elzctl.intake.minutes.points import Context
from elzctl.intake.minutes.promised import followed, promised, timed
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.minutes.resolved import resolves, resolves_it
from elzctl.intake.minutes.said_by_group import decides
from elzctl.intake.minutes.undecided import is_undecided
from elzctl.intake.paper import Block
from elzctl.wording import say

_LONGEST = 400
_WHAT = re.compile(r"(?i)\W*(?:wat|actie|what|action)\s*:\s*(?=\S)")
# An arrow in the middle of a sentence: what comes behind it, somebody does.
_ARROW_INSIDE = re.compile(r"\s(?=(?:→|➔|➜|⇒|=>|-{1,2}>)\s+[\w@])")
# Between two who each do something.
_APART = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])|;\s+(?:en\s)?(?=[A-ZÀ-Þ])|,\s+(?:en\s)?(?=[A-ZÀ-Þ])")
_SUBJECT = re.compile(r"(?:De |Het )?(?P<who>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,2})\s(?P<verb>[a-z]+)\b")
_LABEL = re.compile(r"\W*[^.:;!?]{2,40}:\s+")
_LEAD = re.compile(r"\W*(?P<who>[^.:;!?]{2,60}):\s")
_DECIDED = say("The sentence says that this was decided")


def sentences(block: Block, context: Context, events: Events, last: Piece | None) -> list[Piece]:
    """A paragraph, and what its sentences tell; *last* is what stands before it."""
    ends = {0, *(match.end() for match in SENTENCES.finditer(block.text))}
    arrows = {match.end() for match in _ARROW_INSIDE.finditer(block.text)}
    parted = {match.end() for match in clauses(block.text, context) if match[0].strip()}
    bounds = sorted({*ends, *arrows, *parted, len(block.text)})
    made: list[Piece] = []
    place, before = 0, 0
    for start, stop in pairwise(bounds):
        end = start + len(block.text[start:stop].rstrip(" ,;")) if stop in parted else stop
        one = bare(cut(block, start, end))
        goes_on = resolves_it(one.text) or followed(one, context) is not None
        goes_on = goes_on or handed(cut(block, before, start), one, context) is not None
        begins = before if goes_on and before >= place else start
        earlier, before = before if place <= before < start else start, start if start in ends else before
        found = _told(block, begins, start, end, context, events)
        above = made[-1] if made and place == start else last
        if found is None and place == start and made and isinstance(above, Point):
            later = timed(above, one, context)
            made[-1], place = later or above, stop if later else place
        if isinstance(found, Point) and begins == start:
            begins = earlier if speaks_of(found) else start
            found = with_what(found, cut(block, begins, start), context.day)
        if found is None or (begins == start and resolves_it(one.text) and _is_decision(above)):
            continue
        made += [Prose((cut(block, place, begins),))] if block.text[place:begins].strip() else []
        made.append(found)
        place = stop
    rest = cut(block, place) if place else block
    return [*made, Prose((rest,))] if rest.text else made


def clauses(text: str, context: Context) -> Iterator[re.Match[str]]:
    """Where behind what one does another one who is known does something: ``…; Logo drukt ze``, ``…, Voornaam kijkt na of …``."""
    ends = [0, *(match.end() for match in SENTENCES.finditer(text))]
    is_labelled = ACTION.match(text) is not None
    is_told = is_labelled or when.first(text, context.day) is not None  # else houses do it every time
    for match in _APART.finditer(text):
        is_sentence = match[0].strip() == ""
        start = 0 if is_sentence else max(end for end in ends if end <= match.start())
        label = _LABEL.match(text, start)
        begins = label.end() if label is not None else start
        both = [match.end(), *([] if is_sentence else [begins])]
        if all(_does(text, place, context, house=is_told) for place in both):
            yield match


def _does(text: str, place: int, context: Context, *, house: bool) -> bool:
    """True where somebody who is known does something, or a *house*."""
    found = _SUBJECT.match(text, place)
    if found is None or found["verb"] not in VERBS:
        return False
    who, directory = found["who"], context.directory
    is_house = directory.actor(who) is not None
    return (house and is_house) or directory.person(who) is not None or persons.is_person(who)


def who_follows(block: Block, below: Block, context: Context) -> list[Piece]:
    """The last sentence of a paragraph as a point, when the line *below* says who does it: ``Opvolging: CAW``, ``CAW bekijkt dit``; else nothing."""
    is_text = (
        not block.level and block.cell is None and len(block.text) <= _LONGEST and not block.text.endswith((":", "?"))
    )
    who = followed(bare(below), context) if is_text else None
    if who is None or not block.text.strip():
        return from_above(block, below, context)
    start = max((match.end() for match in SENTENCES.finditer(block.text)), default=0)
    what = _WHAT.match(block.text, start)
    words = bare(cut(block, what.end() if what else start))
    lines = tuple(dict.fromkeys((*block.lines, *below.lines)))
    above: list[Piece] = [Prose((cut(block, 0, start),))] if start else []
    return [*above, who._replace(words=words, lines=lines)]


def _is_decision(piece: Piece | None) -> bool:
    return isinstance(piece, Noted) and piece.kind == "B"


def _told(block: Block, begins: int, start: int, end: int, context: Context, events: Events) -> Noted | Point | None:
    """What one sentence tells; it *begins* earlier when it only says that what stands before it is decided."""
    sentence = block.text[start:end].strip()
    if is_undecided(sentence):
        return None
    if begins < start:
        return _of_both(block, begins, start, end, context)
    arrow = ARROW.match(block.text[start:end])
    has_arrow = arrow is not None or (not start and block.marker.strip() in ARROWS)
    start += arrow.end() if arrow is not None else 0
    sentence = block.text[start:end].strip()
    found = told(block, start, end, context)
    resolved = found is None and (resolves(sentence) or resolves_it(sentence) or decides(sentence))
    if (found is not None or resolved) and is_past(sentence, context.day):
        return None
    if resolved:
        found = Noted("B", bare(cut(block, start, end)), lines=block.lines, reason=_DECIDED)
    found = found or _whose(block, start, events.told(bare(cut(block, start, end)), block.text[:start]), context)
    alone = bare(cut(block, start, end))
    found = found or passed_on(alone, context) or promised(alone, context, arrow=has_arrow)
    return found or allotted(alone, context)


def _whose(block: Block, start: int, event: Noted | None, context: Context) -> Noted | None:
    """The event with the organisation before the colon that its paragraph begins with, when that is known."""
    lead = _LEAD.match(block.text) if event is not None and start else None
    if event is None or lead is None or context.directory.actor(lead["who"].strip()) is None:
        return event
    return event._replace(words=event.words._replace(text=f"{lead['who'].strip()}: {event.words.text}", spans=()))


def _of_both(block: Block, begins: int, start: int, end: int, context: Context) -> Noted | Point | None:
    """What a sentence is made by the one behind it: ``… . Iedereen akkoord.``, ``… . Opvolging door CAW.``."""
    behind = bare(cut(block, start, end))
    if resolves_it(behind.text):
        return Noted("B", bare(cut(block, begins, end)), lines=block.lines, reason=_DECIDED)
    words = bare(cut(block, begins, start))
    who = followed(behind, context)
    return handed(words, behind, context) if who is None else who._replace(words=words)
