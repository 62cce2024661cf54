"""The day and hours of a meeting: from a label, a sentence, the name of the file, or the first date of the text."""

from __future__ import annotations

import re
from datetime import date

from elzctl.intake import hours, when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.closing import is_end_alone, said_of_hours
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.minutes.mail import day_in_words
from elzctl.intake.minutes.moment import moment, said_hours
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.minutes.parts import LONGEST_READ, flat
from elzctl.intake.minutes.places import SENTENCE, place, place_behind
from elzctl.intake.minutes.state import State
from elzctl.intake.minutes.title import short_date
from elzctl.intake.paper import Block, Unfit
from elzctl.wording import say

_MET = re.compile(
    r"(?i)\b(?:kwamen|kwam|vergaderden?|zaten) (?:\w+ )?(?:samen|bijeen)?|\b(?:vond|had|ging) (?:plaats|door)\b|\bmet\b (?:in|at)"
)
# "We kwamen samen in het LDC": what stands behind it, a place has a capital in.
_MET_IN = re.compile(
    r"(?i)\b(?:we|wij|(?:de|het|onze) [a-zà-ÿ]+)\s+(?:(?:kwam|kwamen|zaten|zat|komen|komt|waren)\s+(?:[a-zà-ÿ]+\s+){0,3}?(?:samen|bijeen|te gast)|(?:[a-zà-ÿ]+\s+){0,3}?(?:samen|bijeen|te gast) (?:zaten|kwamen|waren|mochten zijn)|vergaderden?|vergaderen|vergadert)(?=\s+(?:in|bij|te)\s)|\b(?:de|deze|onze) [a-zà-ÿ]+ (?:vond|ging) (?:[a-z]+ ){0,2}?(?:plaats|door)(?=\s+(?:in|bij|te)\s)"
)
_NO_PLACE = re.compile(
    r"(?i)\s*(?:in|bij|te)\s+(?:(?:het|de|een)\s+)?(?:kader|licht|teken|geheel|bijzijn|aanwezigheid|samenwerking|opvolging|functie|opdracht|naam|voorbereiding)\b"
)
_DUE = re.compile(
    r"(?i)\b(?:tegen|vóór|voor|uiterlijk|ten laatste|deadline|vanaf|by|before|due|from)\s*:?\s*(?:op )?(?:de |het )?\Z"
)
_ANOTHER = say("A sentence gives another hour for its begin or its end than the lines at the top, which count")
_LOOKED_AT = 30  # blocks in which a date without a label is looked for


def day_of(state: State) -> date:
    """The day of the meeting, from the document or its name; it is a guess when no label says so."""
    given, found = state.options.day, state.head.day
    if given is not None and not _is_told(state, given):
        if found != given:
            state.head.facts["date"] = Fact(str(given), (), Certainty.READ, "", say("It was given with the command"))
        return given
    if found is not None:
        _in_full(state, found)
        return _with_hours(state, found)
    in_name = when.in_name(state.paper.name)
    if in_name is not None:
        reason = say("It stands in the name of the file")
        state.head.facts["date"] = Fact(str(in_name), (), Certainty.GUESSED, state.paper.name, reason)
        return _with_hours(state, in_name)
    near = (block for block in state.paper.blocks[:_LOOKED_AT] if len(block.text) <= LONGEST_READ)
    told = [block for block in near if not ANNOUNCES.search(block.text)]
    sent = state.mail.sent
    for block in told:
        one = when.first(block.text, sent)
        if one is None or _DUE.search(block.text, 0, one.first):
            continue
        if not one.value.is_vague and (sent is None or one.value.first <= sent):
            reason = say("It is the first date in the text")
            state.head.facts["date"] = Fact(str(one.value.first), block.lines, Certainty.GUESSED, one.words, reason)
            return _with_hours(state, one.value.first)
    ago = day_in_words(state.mail)
    if ago is not None:
        state.head.facts["date"] = ago
        return _with_hours(state, date.fromisoformat(ago.value))
    if sent is not None:
        reason = say("The mail was sent on that day; its text gives no day of the meeting")
        state.head.facts["date"] = Fact(str(sent), (), Certainty.GUESSED, "", reason)
        return _with_hours(state, sent)
    raise Unfit(
        say("The day of the meeting is not found in this document"),
        say("Write “Datum: 13 mei 2025” at its top, or give the day with --date."),
    )


def _in_full(state: State, day: date) -> None:
    """A day that is a guess by its year alone is told by the words of the text that have it in full."""
    fact = state.head.facts.get("date")
    if fact is None or fact.certainty is Certainty.READ or state.own:
        return
    for block in state.paper.blocks[:_LOOKED_AT]:
        found = (one for one in when.find(block.text[:LONGEST_READ]) if one.value.first == one.value.last == day)
        one = next((one for one in found if one.reason is None and one.odd is None), None)
        if one is not None and block.lines != fact.lines:
            lines = tuple(dict.fromkeys((*fact.lines, *block.lines)))
            reason = say("No label says it; the text gives it in full: “{words}”", words=one.words)
            state.head.facts["date"] = fact._replace(lines=lines, words=one.words, reason=reason)
            return


def _is_told(state: State, given: date) -> bool:
    """True when the document has its day in full: then it counts, and another one that was *given* is told."""
    told = state.head.facts.get("date")
    if told is None or told.certainty is not Certainty.READ:
        return False
    if told.value != str(given):
        message = say(
            "The document gives {found} as its day: --date {given} was not used", found=told.value, given=str(given)
        )
        state.head.odd.append((message, told.lines))
    return True


def _with_hours(state: State, day: date) -> date:
    """The day; hours and place come from the sentence above the agenda that holds it, when no label gives them."""
    facts = state.head.facts
    if state.own:
        return day
    for block in [*state.head.titles, *flat(state.head.above)]:
        if len(block.text) > LONGEST_READ:
            continue
        tells_day = any(one.value.first == day for one in when.find(block.text, day, ahead=False))
        meets = (state.mail.sent is not None or _MET.search(block.text)) and _range_in(block.text)
        if "start" in facts or not (tells_day or meets):
            continue
        one = moment(block.text, day, loose=False)
        reason = say("It stands in the sentence with the day")
        for key, value in (("start", one.start), ("end", one.end)):
            if value is not None:
                facts[key] = Fact(hours.written(value, None), block.lines, Certainty.GUESSED, block.text, reason)
        where = place_behind(block.text, day) if tells_day else place(_sentence(block.text), 0, 0, day)
        if one.start is not None and where and "location" not in facts:
            facts["location"] = Fact(where, block.lines, Certainty.GUESSED, block.text, reason)
    if "location" not in facts:
        facts |= _met_in(state, day)
    return day


def _met_in(state: State, day: date) -> dict[str, Fact]:
    """The place from a sentence above the agenda without a day: ``We kwamen samen in het LDC``."""
    for block in flat(state.head.above):
        said = _MET_IN.search(block.text) if len(block.text) <= LONGEST_READ else None
        if said is None or _NO_PLACE.match(block.text, said.end()):
            continue
        where = place(block.text, 0, said.end(), day)
        behind = re.sub(r"(?i)\A\s*(?:in|bij|te)\s+(?:(?:het|de)\s+)?", "", block.text[said.end() :])
        if behind.startswith(where) and re.search(r"[A-ZÀ-Þ]", where) and when.first(where, day) is None:
            reason = say("The place as it stands in the sentence")
            return {"location": Fact(where, block.lines, Certainty.GUESSED, block.text, reason)}
    return {}


def _sentence(text: str) -> str:
    """The first sentence with hours from and to."""
    return next(filter(_range_in, SENTENCE.split(text)), text)


def _range_in(text: str) -> bool:
    """True for a text with hours from and to: ``(13u–15u)``."""
    return any(one.end is not None for one in hours.find(text))


def take_subject(state: State) -> None:
    """The subject of a mail: the title of the meeting, and its day when it holds one."""
    subject = state.mail.subject
    if subject is None or not subject.text.strip():
        return
    state.head.named(subject.text, subject.lines)
    found = short_date(subject.text, state.head.near)
    if "date" not in state.head.facts and found is not None and not found.value.is_vague:
        reason = say("It stands in the subject of the mail")
        state.head.facts["date"] = Fact(str(found.value.first), subject.lines, Certainty.GUESSED, subject.text, reason)


def take_end(state: State) -> None:
    """The hour at which it was closed, from a sentence of its own, which goes."""
    sections = []
    for section in state.layout.sections:
        kept = []
        for part in section.parts:
            facts = said_hours(part) if isinstance(part, Block) and not part.level else {}
            if not facts and isinstance(part, Block) and is_end_alone(part):
                facts = said_of_hours((), [part])
            if facts and not any(key in state.head.facts for key in facts):
                state.head.facts |= facts
            else:
                kept.append(part)
        sections.append(section._replace(parts=tuple(kept)))
    state.layout = state.layout._replace(sections=tuple(sections))
    below = [block for section in sections for block in section.blocks]
    said = said_of_hours(flat(state.head.above), below)
    state.head.odd += [
        (_ANOTHER, fact.lines) for key, fact in said.items() if _is_other(fact, state.head.facts.get(key))
    ]
    state.head.facts = said | state.head.facts


def _is_other(said: Fact, known: Fact | None) -> bool:
    """True for an hour that is not the one that is known already."""
    return known is not None and known.value != said.value and known.lines != said.lines
