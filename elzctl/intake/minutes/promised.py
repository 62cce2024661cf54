"""Sentences of running text that say what somebody will do: ``CAW bezorgt de cijfers tegen 9/10``, ``We vragen aan Logo om …``.

What is only told, wished or asked is no point.  A sentence in which nobody is named, or no day, has to say it in words that
leave no doubt.
"""

from __future__ import annotations

import re

from elzctl.intake import persons, when
from elzctl.intake.minutes import relative
from elzctl.intake.minutes.context import Context, names_house
from elzctl.intake.minutes.doing import THEN, WILL, engaged
from elzctl.intake.minutes.draft import Point, Under, Who
from elzctl.intake.minutes.inferred import ASKED as ASKED_OF
from elzctl.intake.minutes.inferred import BEFORE_COLON, IN_SENTENCE, NEXT_SENTENCE, SUBJECT
from elzctl.intake.minutes.infinitives import is_bare_task
from elzctl.intake.minutes.marked import owned
from elzctl.intake.minutes.parts import bare, cut
from elzctl.intake.minutes.point_words import ASIDE, ASKS_WHO, BITS, BRACKETS, BY, BY_NEXT_TIME, LABEL, SURE_BY
from elzctl.intake.minutes.points import read_point
from elzctl.intake.minutes.promising import (
    ALL,
    ASKED,
    ASKS,
    ASKS_OTHERS,
    AT_TABLE,
    FOLLOWED,
    HEDGES,
    MAY_BE_NAMED,
    NO_NAMES,
    NOT_DOING,
    ONE_ASKS,
    TELLS_WHO,
    THIS_FIRST,
    VERBS,
)
from elzctl.intake.minutes.reading import Reading
from elzctl.intake.paper import Block
from elzctl.intake.several_places import each_house
from elzctl.wording import Message, say

_LONGEST = 420
_LONGEST_SPAN = 200  # days; "tegen 2028" is a plan of somebody, and no point
_LONGEST_FOLLOWED = 140
_LONGEST_LATER, _MOST_LATER = 60, 3  # characters, and words beside the day
_MOST_WORDS = 14  # in which the verb stands
_AT = re.compile(r"\A\W*@(?P<who>[^\W\d_][^@:]{1,60}?)\s*:\s+(?=\S)")
_AT_END = re.compile(r"\s@(?P<who>[^\W\d_][^@:.;()]{1,60}?)\s*\.?\Z")
_LABELLED = re.compile(r"\A\W*(?P<who>[^:.;()]{2,70}?)(?:\s*\([^()]{1,40}\))?\s*:\s+(?=\S)")
_AND = re.compile(r"\s*(?:,|[+&]|\s(?:en|and|samen met)\s)\s*")
_LONGEST_NAME = 6  # words
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HAS = re.compile(r"(?P<who>[A-ZÀ-Þ][^.,;:?!]{1,60}?) (?:heeft|hebben|is|zijn|kreeg|kregen|has|have|is|are) ")
_AND_VERB = re.compile(r"[^.;:?!] (?:en|maar|and|but) (?P<verb>[a-zà-ÿ]+)(?= )")
_SHORTENED = re.compile(r"(?i)(?:\b(?:enz|etc|bijv|bvb?|vzw|u)|\.[a-z])\.\Z")
_ARTICLE = re.compile(r"\A(?:de|het|the|onze) ", re.IGNORECASE)
_DOES = say("The sentence says who does it, and by when")
_ARROW = say("An arrow stands before it")
_ASKED = say("The sentence says of whom it is asked")


def promised(block: Block, context: Context, *, arrow: bool = False) -> Point | None:
    """The point that one sentence tells, ``None`` when it tells none, or when that is not sure; an *arrow* before it makes it so."""
    text = block.text.strip()
    if len(text) > _LONGEST or text.endswith("?") or context.day is None:
        return None
    found = _at(block, context) or _asked(block, context)
    if found is not None or HEDGES.search(text):
        return found
    return _labelled(block, context) or _in_brackets(block, context) or _done_by(block, context, arrow=arrow)


def followed(block: Block, context: Context) -> Point | None:
    """Who does what the sentence before tells, and by when: ``Opvolging door CAW, tegen 9/10``, without words of its own."""
    match = FOLLOWED.match(block.text) if len(block.text) <= _LONGEST_FOLLOWED else None
    if match is None or context.day is None or not _are_sure(block.text[match.end() :], context):
        return None
    reading = Reading(Block("", block.lines), context, sure=True)
    if not reading.bits(block.text[match.end() :].strip(" .")):
        return None
    point = reading.point()
    return point._replace(reason=WILL, lines=block.lines) if point.owners or point.people else None


def timed(point: Point, block: Block, context: Context) -> Point | None:
    """The *point* with its day from the sentence behind it: ``Eerste versie tegen 15 januari``; ``None`` when that tells more."""
    if point.due is not None or len(block.text) > _LONGEST_LATER or not VERBS.isdisjoint(block.text.split()):
        return None
    told = read_point(_without_stop(block), context, sure=False)
    if told.due is None or told.owners or told.people or len(told.words.text.split()) > _MOST_LATER:
        return None
    note = Under("", block.text)
    return point._replace(
        due=told.due, due_words=told.due_words, due_reason=told.due_reason or NEXT_SENTENCE, under=(*point.under, note)
    )


def _at(block: Block, context: Context) -> Point | None:
    """``@Logo: …`` and ``… @Logo``."""
    begins, ends = _AT.match(block.text), _AT_END.search(block.text)
    match = begins or ends
    if match is None or not _are_sure(match["who"], context):
        return None
    who = context.directory.who(match["who"], sure=True) if begins else _named(match["who"], context)
    if who is None or not (who.ids or who.people):
        return None
    rest = cut(block, match.end()) if match.start() == 0 else cut(block, 0, match.start())
    return _made(rest, who, match["who"], context) if rest.text else None


def _asked(block: Block, context: Context) -> Point | None:
    """``We vragen aan Logo om …``, ``Vraag aan Logo: …``."""
    for pattern in (*ASKS, ASKED):
        match = pattern.match(block.text)
        if match is not None and pattern is ONE_ASKS and _asks_others(block.text, context):
            continue
        who = _named(match["who"], context) if match else None
        if match is not None and who is not None:
            words = cut(block, match.end()) if pattern is ASKED else block
            point = _guessed(words, who, match["who"], context, ASKED_OF)._replace(reason=_ASKED)
            asked = point._replace(owners=who.ids, people=who.people, owner_words=match["who"])  # and not who asks it
            return asked._replace(owner_reason=ASKED_OF)
    return None


def _labelled(block: Block, context: Context) -> Point | None:
    """``Logo: affiches bezorgen tegen 9/10``; without a day it only tells how things are there."""
    match = _LABELLED.match(block.text)
    who = _named(match["who"], context) if match else None
    if match is None or who is None:
        return None
    rest = cut(block, match.end())
    point = _guessed(rest, who, match["who"], context, BEFORE_COLON)._replace(reason=_DOES)
    return point if _is_timed(point, rest.text, context) or is_bare_task(rest.text) else None


def _in_brackets(block: Block, context: Context) -> Point | None:
    """``… (deadline 1 december, trekker: CAW)``, ``… (actie: CAW)``."""
    match = BRACKETS.search(block.text)
    if match is None or not match.start() or not TELLS_WHO.search(match["inside"]):
        return None
    if not _are_sure(match["inside"], context):
        return None
    point = read_point(bare(block), context, sure=True)
    if BRACKETS.search(point.words.text) or not (point.owners or point.people):
        return None
    return point._replace(reason=WILL if point.due is None else _DOES, lines=block.lines)


def _done_by(block: Block, context: Context, *, arrow: bool) -> Point | None:
    """``CAW bezorgt de cijfers tegen 9/10``, ``Tegen 9/10 bezorgt CAW de cijfers``, ``CAW neemt dit op``."""
    found = _subject(block.text, context)
    if found is None:
        return None
    who, words, behind = found
    point = _guessed(block, who, words, context, SUBJECT)._replace(reason=_DOES)
    if _is_timed(point, block.text, context) and not NOT_DOING.match(behind):
        return point
    asks = _asks_others(block.text, context)
    why = engaged(block.text, behind, is_house=not who.people, asks=asks) if who.ids or who.people else None
    if why is not None:
        return point._replace(reason=why)
    if arrow and (who.ids or who.people) and point.due is None and not NOT_DOING.match(behind):
        return point._replace(reason=_ARROW)
    return None


def _asks_others(text: str, context: Context) -> bool:
    """True when somebody who is known asks something of others, who are not at the table."""
    found = _subject(text, context)
    asks = ASKS_OTHERS.match(found[2]) if found is not None and (found[0].ids or found[0].people) else None
    return asks is not None and not (AT_TABLE.fullmatch(asks["asked"]) or context.directory.was_there(asks["asked"]))


def _subject(text: str, context: Context) -> tuple[Who, str, str] | None:
    """Who does it, the words for them, and the text from the verb on."""
    this = THIS_FIRST.match(text)
    if this is not None:
        who = _named(this["who"], context)
        return None if who is None else (who, this["who"], f"{this['verb']} dit {text[this.end('who') :].strip()}")
    start = _behind_day(text, context)
    for at, word in enumerate(_WORD.finditer(text, start)):
        if at > _MOST_WORDS:
            return None
        if word[0] not in VERBS:
            continue
        if at == 0:  # "Tegen 9/10 bezorgt CAW …"
            return _inverted(text, word.start(), word.end(), context) if start else None
        words = text[start : word.start()].strip(" ,")
        who = Who() if ALL.fullmatch(words) else _named(words, context)
        return _second(text, context) if who is None else (who, words, text[word.start() :])
    return None


def _second(text: str, context: Context) -> tuple[Who, str, str] | None:
    """``CAW heeft de stickers gedrukt en brengt ze tegen 9/10 langs``: what comes behind *en* is still to be done."""
    has = _HAS.match(text)
    verb = next((one for one in _AND_VERB.finditer(text, has.end()) if one["verb"] in VERBS), None) if has else None
    who = _named(has["who"], context) if has is not None and verb is not None else None
    return None if who is None or has is None or verb is None else (who, has["who"], text[verb.start("verb") :])


def _behind_day(text: str, context: Context) -> int:
    """Where the words begin behind a day at the head of a sentence: ``Tegen 9/10 …``."""
    found = when.first(text, context.day) or relative.first(text, context.day)
    ends = [one.last for one in (found,) if one is not None and re.fullmatch(rf"(?i)\W*{BY}?\W*", text[: one.first])]
    after = BY_NEXT_TIME.match(text) or THEN.match(text)
    ends += [after.end()] if after else []
    return ends[0] if ends and text[ends[0] :].strip() else 0


def _inverted(text: str, verb: int, start: int, context: Context) -> tuple[Who, str, str] | None:
    words = text[start:].split()
    for count in range(min(7, len(words)), 0, -1):
        name = " ".join(words[:count]).strip(" ,.")
        known = context.directory.actor(name) or context.directory.actor(_ARTICLE.sub("", name))
        if known or (count < 3 and context.directory.person(name) is not None):
            who = context.directory.who(name, sure=False)
            return None if who is None else (who, name, f"{text[verb:start]} {' '.join(words[count:])}")
    return None


def _named(words: str, context: Context) -> Who | None:
    """Whom these words name, and nothing else; ``None`` when they may be other words."""
    aside = ASIDE.search(words.strip(" *_,"))
    plain = each_house(ASIDE.sub("", words.strip(" *_,")), lambda one: context.directory.actor(one) is not None)
    if not plain or len(plain.split()) > _MOST_WORDS:
        return None
    known = context.directory.actor(_ARTICLE.sub("", plain))
    if known:
        return Who((known,))
    if (housed := context.directory.of_house(words.strip(" *_,"))) is not None:
        return housed
    of = context.directory.actor(aside[0].strip(" ()")) if aside else None
    if of and context.directory.is_person(plain):
        return Who((of,), (plain,))
    if _AND.search(plain) is None and names_house(plain):
        return context.directory.new(plain)
    if len(plain.split()) <= _LONGEST_NAME and " " in plain and persons.may_be_person(plain):
        return Who((), (plain,))
    if any(_is_unsure(bit, context) and not names_house(bit) for bit in _AND.split(plain)):
        return None
    who = context.directory.who(plain, sure=False)
    return who if who is not None and (who.ids or who.people) and not who.rest else None


def _are_sure(text: str, context: Context) -> bool:
    """True when the names in a list of bits hold no name of a person beside other words; days and labels are no names."""
    bits = (ASKS_WHO.sub("", bit) for bit in BITS.split(text.strip(" .")) if not LABEL.fullmatch(bit.strip()))
    named = (bit for bit in bits if when.first(bit, context.day, loose=True) is None)
    return not any(_is_unsure(one.strip(" ."), context) for bit in named for one in _AND.split(bit))


def _is_unsure(name: str, context: Context) -> bool:
    """True for words that the document did not name before, and that are more than a name, or hold that of a person."""
    bare_name = _ARTICLE.sub("", name)
    if (
        context.directory.actor(bare_name) is not None
        or context.directory.person(name) is not None
        or persons.is_person(name)
    ):
        return False
    if re.fullmatch(r"[A-Z]{2,5}", bare_name) and not persons.is_known_short(bare_name):
        return True  # initials, perhaps
    if len(name.split()) > _LONGEST_NAME or NO_NAMES.search(bare_name) is not None or persons.names_one(bare_name):
        return True
    has_own = any(word[:1].isupper() and not word[1:2].isupper() for word in bare_name.split()[1:])
    return has_own and MAY_BE_NAMED.match(bare_name) is None


def _is_timed(point: Point, text: str, context: Context) -> bool:
    """True when the words say by when, and that is not over."""
    if point.due is not None:
        by = SURE_BY.search(text) or re.search(rf"(?i){BY}", text) or relative.first(text, context.day)
        value = point.due.value
        is_near = (value.last - value.first).days <= _LONGEST_SPAN
        return bool(by) and is_near and (context.day is None or value.last >= context.day)
    return BY_NEXT_TIME.search(text) is not None


def _without_stop(block: Block) -> Block:
    """The sentence without its full stop; that of an abbreviation stays."""
    is_stop = re.search(r"[\w)’”]\.\Z", block.text) and not _SHORTENED.search(block.text)
    return cut(block, 0, len(block.text) - 1) if is_stop else block


def _guessed(block: Block, who: Who, words: str, context: Context, reason: Message) -> Point:
    """The same, when only the grammar of the sentence says who, for this *reason*, and by when."""
    point = _made(block, who, words, context, reason)
    return point._replace(due_reason=point.due_reason or IN_SENTENCE)


def _made(block: Block, who: Who, words: str, context: Context, reason: Message | None = None) -> Point:
    point = read_point(_without_stop(bare(block)), context, sure=False)
    alone = set(point.owners) <= set(who.ids)
    bare_point = point._replace(owners=(), people=(), owner_words="", owner_reason=None) if alone else point
    return owned(bare_point, who, words, reason)._replace(lines=block.lines)
