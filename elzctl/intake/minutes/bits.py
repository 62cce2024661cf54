"""What stands in brackets or between dashes in a point: each bit is somebody, a day, or how it stands."""

from __future__ import annotations

import re

from elzctl.intake import when
from elzctl.intake.minutes import relative
from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.deadlines import is_vague
from elzctl.intake.minutes.draft import Who
from elzctl.intake.minutes.point_words import (
    ASKS_WHO,
    BITS,
    BY,
    DASHED,
    IS_HELP,
    IS_NEXT_TIME,
    IS_STATE,
    LABEL,
    NEXT_TIME,
    SOON,
    WITH_WHOM,
)
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.minutes.words import EVERYBODY
from elzctl.intake.when import Dated
from elzctl.traces import mailboxes, phones, plain_signs

_WHO_FIRST = re.compile(r"\((?P<who>[^(),;:]{2,50})[,;]\s*(?P<rest>[a-z][^():]{2,40})\)\s*\.?\Z")
_TWO_CUTS, _MOST_BEHIND = 2, 4  # dashes around a name, and words behind it


def bits_of(inside: str, context: Context, *, sure: bool) -> list[tuple[str, Who | Dated | str]] | None:
    """The bits, each with what it is; ``None`` when one of them is not understood.

    *sure*: it stands in a list of actions, so that words with capitals there name somebody.
    """
    bits = [bit for bit in BITS.split(inside) if bit]
    beside = any(map(context.directory.is_person, bits))
    taken: list[tuple[str, Who | Dated | str]] = []
    asked = False
    for bit in bits:
        if IS_HELP.fullmatch(bit):
            return None
        if LABEL.fullmatch(bit.strip()) and bit is not bits[-1]:
            asked = ASKS_WHO.match(bit.strip()) is not None
            continue
        asks = ASKS_WHO.match(bit)
        words = bit[asks.end() :] if asks and asks.end() < len(bit) else bit
        one = _bit(words, context, sure=sure or asked or words != bit, beside=beside or asked or words != bit)
        if one is None:
            return None
        taken.append((words, one))
        asked = False
    return taken


def between_dashes(text: str, context: Context) -> tuple[Who, str, int, int] | None:
    """Who is named before a few words that nobody understands, and where: ``lijst maken - CAW - zodra het kan``, ``(CAW, zodra het kan)``."""
    cuts = list(DASHED.finditer(text))[-2:]
    inside = _WHO_FIRST.search(text)
    if inside is not None:
        (first, last), words, rest = inside.span("who"), inside["who"], inside["rest"]
    elif len(cuts) < _TWO_CUTS:
        return None
    else:
        first, last = cuts[0].start(), cuts[1].start()
        words, rest = text[cuts[0].end() : last].strip(" ."), text[cuts[1].end() :].strip(" .")
    is_task = len(rest.split()) > _MOST_BEHIND or not rest[:1].islower() or re.search(r"en\b", rest.rpartition(" ")[2])
    known = context.directory.actor(words) is not None or context.directory.person(words) is not None
    who = context.directory.who(words, sure=False) if known and not is_task else None
    return None if who is None or not (who.ids or who.people) else (who, words, first, last)


def _is_address(bit: str) -> bool:
    """True for words with an e-mail address or a telephone number in them."""
    signs = plain_signs(bit)
    return any(True for _ in mailboxes(signs)) or any(True for _ in phones(signs))


def _is_named_so(bit: str, context: Context) -> bool:
    """True for a name that begins with such a word itself: *Bij Ons vzw*."""
    actors = context.directory.actors
    known = actors.find(bit) or ""
    names = (*actors.names.get(known, ()), *actors.new.get(known, ()))
    return any(name.lower().startswith(bit.lower()) for name in names)


def _bit(bit: str, context: Context, *, sure: bool, beside: bool) -> Who | Dated | str | None:
    """Who, when or how it stands; a lone name *beside* that of a person is one too."""
    bit = re.sub(r"\A['’]t\s", "het ", bit)
    if not sure and _is_address(bit):
        return None  # where to reach somebody, which tells not that they do it
    told = relative.whole(bit, context.day)
    if told is not None:
        return told
    for found in (when.first(bit, context.day, loose=True), relative.first(bit, context.day)):
        small = (
            rf"(?i){BY}|\b(?:de|het|the|wk{'|in|loop|van' if found is not None and found.value.is_vague else ''})\b|\W"
        )
        if found is not None and not re.sub(small, "", f"{when.without(bit, found)} "):
            return found
    if NEXT_TIME.match(f" {bit}") or IS_NEXT_TIME.fullmatch(bit):
        return "next" if context.next_day is not None and context.is_own(bit) else "soon"
    if SOON.fullmatch(bit.strip(" .!")) or is_vague(bit, context):
        return "soon"
    if WITH_WHOM.match(bit) and not _is_named_so(bit, context):
        return None  # who helps, or for whom it is done
    match = IS_STATE.match(bit)
    if match and match.end() >= len(bit.rstrip(" .")) and len(match["word"]) > 1:
        return "state"
    words = bit.strip(" .").split()
    if not VERBS.isdisjoint(words[1:]):
        return None  # a sentence of its own
    least = 1 if beside else 2
    named = sure and least <= len(words) <= 5 and all(one[:1].isupper() for one in words if len(one) > 3)
    who = context.directory.who(bit, sure=named)
    return who if who is not None and (who.ids or who.people or who.rest.lower() in EVERYBODY) else None
