"""Who sent apologies, where a sentence says so: ``… (X van CAW had zich verontschuldigd)``, ``VDAB kon er niet bij zijn``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.behind_van import houses_behind
from elzctl.intake.minutes.draft import Person
from elzctl.intake.minutes.listed_people import AND, COMMA
from elzctl.intake.minutes.marks import SENTENCES
from elzctl.intake.minutes.parts import LONGEST_READ
from elzctl.intake.minutes.people import Listed, is_organisation, people
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
from elzctl.wording import Message, say

SAID = say("A sentence says that they sent apologies, or could not come")
WELCOMES = re.compile(
    r"(?i)\b(?:verwelkoming|welkom|opening|inleiding|aanwezig\w*|verontschuldig\w*|introductie|start|welcome|introduction|apologies|attendance)\b"
)
"""Headings of items in which such a sentence is of this meeting."""

_MOST = 12  # names in a sentence
_NOW = r"(?:vooraf|tijdig|vandaag|helaas|spijtig genoeg|jammer genoeg|deze keer|zelf|ook|per mail|telefonisch|wegens ziekte|hiervoor|er|sadly|today)"
_SORRY = re.compile(
    rf"\s(?:(?:hadden|hebben|had|heeft) zich (?:{_NOW} )*(?:verontschuldigd|geëxcuseerd|afgemeld|laten (?:verontschuldigen|excuseren))|(?:liet|lieten|laat|laten) zich (?:{_NOW} )*(?:verontschuldigen|excuseren)"
    rf"|(?:was|waren|is|zijn) (?:{_NOW} )*(?:verontschuldigd|verhinderd)|(?:kon|konden) (?:{_NOW} )*niet (?:erbij zijn|er ?bij zijn|bij zijn|aanwezig zijn|komen)"
    r"|(?:(?:was|waren) (?:ook |wel )*uitgenodigd,? maar )?(?:liet|lieten) (?:ons |vooraf )?weten (?:dat (?:het|ze|hij|zij) (?:er )?(?:helaas )?niet (?:lukte|kon(?:den)?|aanwezig kon(?:den)? zijn|kon(?:den)? komen)|(?:er )?niet (?:bij )?te kunnen (?:zijn|komen)|niet aanwezig te kunnen zijn)|(?:moest|moesten) (?:helaas |op het laatste moment )?(?:afzeggen|verstek laten gaan)"
    r"|(?:gaf|gaven|geeft|geven|verleent|verlenen|verleende|verleenden) (?:een |hun |zijn |haar )?volmacht|could not (?:attend|come|join|make it)|sent (?:his |her |their )?apologies)"
    r"(?=\s*(?:[.,;:)!]|\Z|en\s|aan\s|(?:voor|op) (?:deze|dit|het|de) (?:vergadering|bijeenkomst|overleg)\b))"
)
_BEFORE = re.compile(r"(?i)\A\W*(?:(?:helaas|ook|enkel|alleen|jammer genoeg|spijtig genoeg|en|maar)\s+)*")
_ARTICLE = re.compile(r"\A(?:De|Het|de|het)\s(?=[A-Z]{2,}(?![a-z]))")  # a sentence begins with it
_OTHER_TIME = re.compile(
    r"(?i)\b(?:volgende?|vorige?|toen|destijds|(?:in|op) (?:\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))\b"
)
_MANY = re.compile(
    r"(?i)(?:de |het )?(?:veel|vele|enkele|sommige|een (?:aantal|paar|deel)|verschillende|meerdere|alle|iedereen|niemand|wie|we|wij|ze|zij|hij|ik|dat|die|dit|er|\d+|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b"
)


def excused_in(blocks: Iterable[Block], actors: Actors) -> Iterator[Listed]:
    """Everybody of whom a sentence of these paragraphs says so, each with its lines."""
    for block in blocks:
        if len(block.text) > LONGEST_READ or block.level:
            continue
        for found in _SORRY.finditer(block.text):
            yield from _named(_words(block.text, found.start()), block, actors)


def by_source(
    names: Sequence[str], lines_of: Mapping[str, Sequence[tuple[int, ...]]], said: Mapping[int, Message]
) -> Iterator[tuple[list[str], tuple[int, ...], Message | None]]:
    """The names of a list, then those whose lines are all *said* to make a guess alone: each with their lines, and why."""
    lines = {name: tuple(line for one in lines_of[name] for line in one) for name in names}
    why = {name: said[ones[0]] if ones and all(line in said for line in ones) else None for name, ones in lines.items()}
    for reason in dict.fromkeys([None, *why.values()]):
        some = [name for name in names if why[name] == reason]
        if some:
            yield some, tuple(dict.fromkeys(line for name in some for line in lines[name])), reason


def _words(text: str, end: int) -> str:
    """The words of the sentence before the verb; inside brackets those behind the bracket alone."""
    start = max((match.end() for match in SENTENCES.finditer(text, 0, end)), default=0)
    words = text[start:end]
    opened = max(words.rfind("(") if words.count("(") > words.count(")") else -1, words.rfind(":"), words.rfind(";"))
    return _ARTICLE.sub("", _BEFORE.sub("", words[opened + 1 :]).strip())


def _named(words: str, block: Block, actors: Actors) -> list[Listed]:
    """Whom these words name; nobody when some of them are other words."""
    bits = [bit for part in COMMA.split(words) for bit in AND.split(part) if bit]
    if not 0 < len(bits) <= _MOST or _OTHER_TIME.search(words) or any(map(_MANY.match, bits)):
        return []
    found = houses_behind(list(people("excused", [Block(words, block.lines)], actors)), ()).listed
    theirs = {one.organisation for one in found if isinstance(one, Person)}  # "Voornaam van het ziekenfonds"
    return found if found and all(one.name in theirs or _is_name(one, actors) for one in found) else []


def _is_name(one: Listed, actors: Actors) -> bool:
    if isinstance(one, Person):
        return bool(one.organisation) or persons.may_be_person(one.name)
    is_sure = actors.find(one.name) is not None or (persons.shows_organisation(one.name) and not one.name[:1].islower())
    return is_sure and is_organisation(one.name, actors)
