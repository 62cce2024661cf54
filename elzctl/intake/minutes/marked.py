"""A paragraph that begins with a word with a meaning, or an arrow: a point, a decision, a signal, an agreement, an event."""

from __future__ import annotations

import re

from elzctl.intake.minutes.bits import bits_of
from elzctl.intake.minutes.draft import Noted, Piece, Point, Who
from elzctl.intake.minutes.events import Events
from elzctl.intake.minutes.history import is_past
from elzctl.intake.minutes.inferred import IN_SENTENCE, SHORT_NAME, of_each
from elzctl.intake.minutes.marks import ACTION, AGREES, ARROW, ARROWS, DECIDES, DECISION, EVENT, SIGNAL, TO_DO
from elzctl.intake.minutes.opening import tells_actions
from elzctl.intake.minutes.parts import bare, cut
from elzctl.intake.minutes.point_codes import code_of
from elzctl.intake.minutes.points import Context, read_point
from elzctl.intake.minutes.reading import Reading
from elzctl.intake.minutes.said_by_group import agrees_behind
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

_NO_COLON = say("It begins with the word for it, without a colon")


def marked(block: Block, context: Context, events: Events, *, listing: bool) -> Piece | None:
    """A paragraph that begins with a word with a meaning, or an arrow."""
    text = block.text
    match = ACTION.match(text)
    if match:
        found = _action(block, match, context)
        if found is not None:
            return found
    match = TO_DO.match(text)
    if match and not tells_actions(text):
        return _without_colon(block, match, context)
    for pattern, letter in ((DECISION, "B"), (SIGNAL, "S")):
        match = pattern.match(text)
        if match and not is_past(f"{match[0].rstrip(': –-')} beslist", context.day):
            return Noted(letter, bare(cut(block, match.end())), lines=block.lines)
    match = EVENT.match(text)
    if match:
        return events.event(bare(cut(block, match.end())), None)
    arrow = ARROW.match(text)
    if arrow or block.marker.strip() in ARROWS:
        return _arrowed(block, arrow.end() if arrow else 0, context, listing=listing)
    return None


def _action(block: Block, match: re.Match[str], context: Context) -> Piece | None:
    who: Who | None = Who()
    named = match["who"].strip(" –-")
    if named and not match[0].rstrip().endswith(":") and _tells_who(block, match, context):
        return read_point(block, context, sure=True)._replace(lines=block.lines)
    if named:
        who = context.directory.who(named, sure=False)
        if who is None or not (who.ids or who.people or who.rest):
            return _with_bits(block, match, named, context)
    word = match["word"].lower()
    if word in ("opvolging", "taken", "afspraken", "acties", "actions") and match[0].rstrip()[-1:] != ":":
        return None
    rest = cut(block, match.end())
    point = read_point(rest, context, sure=True)
    if word.startswith(("afspraak", "afgesproken", "overeengekomen")) and not (
        point.owners or point.people or point.due or named
    ):
        return Noted("A", bare(rest), lines=block.lines)
    return owned(point, who, named)


def _tells_who(block: Block, match: re.Match[str], context: Context) -> bool:
    """True for ``AP 2026-04 Partners bellen – CAW – 15/11``: behind the dash stands who or when alone, before it what is to be done."""
    return bool(code_of(block) and bits_of(block.text[match.end() :].strip(" ."), context, sure=True))


def _without_colon(block: Block, match: re.Match[str], context: Context) -> Point:
    """``TO DO folders bestellen -> Logo``; in small letters, without who or when, only the place of the word says so."""
    point = read_point(cut(block, match.end()), context, sure=True)
    is_told = bool(point.owners or point.people or point.due) or match[0].strip(" -*•").isupper()
    return point._replace(reason=None if is_told else _NO_COLON, lines=block.lines)


def _with_bits(block: Block, match: re.Match[str], named: str, context: Context) -> Piece | None:
    """``Te doen (CAW, eind april): …``: who and when before the colon."""
    point = read_point(cut(block, match.end()), context, sure=True)
    beside = Reading(Block("", block.lines), context, sure=True)
    if not beside.bits(named):
        return None
    told = beside.point()
    if not (told.owners or told.people) and re.match(r"(?i)(?:van|uit|of|from)\s", named):
        return None  # of then
    return point._replace(
        owners=tuple(dict.fromkeys((*told.owners, *point.owners))),
        people=tuple(dict.fromkeys((*told.people, *point.people))),
        owner_words=", ".join(filter(None, (told.owner_words, point.owner_words))),
        due=told.due or point.due,
        due_words=told.due_words or point.due_words,
        due_reason=told.due_reason if told.due is not None else point.due_reason,
        owner_reason=told.owner_reason or point.owner_reason,
        under=(*told.under, *point.under),
        lines=block.lines,
    )


def _arrowed(block: Block, start: int, context: Context, *, listing: bool) -> Piece | None:
    """An arrow begins a point when somebody or a date stands in it."""
    point = read_point(cut(block, start), context, sure=True)
    if not (point.owners or point.people or point.due) and not listing:
        return None
    return point._replace(reason=say("An arrow stands before it"), lines=block.lines)


def owned(point: Point, who: Who | None, words: str, reason: Message | None = None) -> Point:
    """The point with somebody who does it, named before it; a *reason* makes that a guess."""
    if who is None or not (who.ids or who.people):
        return point
    return point._replace(
        owners=tuple(dict.fromkeys((*who.ids, *point.owners))),
        people=tuple(dict.fromkeys((*who.people, *point.people))),
        owner_words=", ".join(filter(None, (words, point.owner_words))),
        owner_reason=point.owner_reason or reason or of_each(words) or (SHORT_NAME if who.is_short else None),
    )


def told(block: Block, start: int, end: int, context: Context) -> Noted | Point | None:
    """A decision that a sentence tells, or what was agreed: with a day by which it is a point."""
    if DECIDES.match(block.text[start:end]):
        reason = say("The sentence says that this was decided")
        return Noted("B", bare(cut(block, start, end)), lines=block.lines, reason=reason)
    agreed = AGREES.match(block.text[start:end])
    if agreed is None and not agrees_behind(block.text[start:end]):
        return None
    begins = start + agreed.end() if agreed is not None else start
    point = read_point(cut(block, begins, end), context, sure=agreed is not None)
    reason = say("The sentence says that this was agreed")
    if point.due is None:
        return Noted("A", bare(cut(block, start, end)), lines=block.lines, reason=reason)
    return point._replace(reason=reason, due_reason=point.due_reason or IN_SENTENCE, lines=block.lines)
