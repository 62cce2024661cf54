"""Paragraphs behind *Aanwezig* and the like: who stands in them, and how far such a list goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.asides import proxy
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.minutes.listed_people import ends_title
from elzctl.intake.minutes.marks import NOT_SHORT
from elzctl.intake.minutes.people import ELSEWHERE, Listed, people
from elzctl.intake.minutes.places import is_street
from elzctl.intake.minutes.sentence_names import is_clause, is_said
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
from elzctl.record import NamedTuple

_SENTENCES = re.compile(rf"(?<=[a-zà-ÿ)A-Z]{{2}}[.!]){NOT_SHORT}\s+(?=[A-ZÀ-Þ])")
_OTHERS = re.compile(
    r"(?i)\s*(?:(?:afwezig(?:en)?|absent)\s+(?:\(?m\.?k\.?g?\.?\)?(?=\s)|met kennisgeving|verontschuldigd|with (?:notice|apologies))|(?P<absent>afwezig(?:en)?|absent)|verontschuldigd(?:en)?|excuses|apologies|excused)\s*(?:(?:van|from|for|zijn|is|waren|was|were)\s+)?:?\s*(?=\S)"
)
_SORRY = re.compile(
    r"(?P<who>[A-ZÀ-Þ].{2,120}?) (?:(?:liet|lieten|laat|laten) zich (?:verontschuldigen|excuseren)|(?:heeft|hebben|had|hadden) zich (?:verontschuldigd|geëxcuseerd|afgemeld|laten (?:verontschuldigen|excuseren))|(?:kon|konden|kan|kunnen)(?: er)?(?: helaas| spijtig genoeg)? niet (?:(?:er)?bij zijn|aanwezig zijn|komen|aansluiten|deelnemen)|could not (?:attend|come|join|make it)"
    r"|(?:is|zijn|was|waren) verontschuldigd|sent (?:his |her |their )?apologies)\.?\Z"
)
# Who came later, or took part otherwise, in the same list.
_LATER = re.compile(
    r"(?i)\s*(?P<how>(?:later|nadien|vanaf [^:.,]{2,30}|online|digitaal|telefonisch|deels|gedeeltelijk|ook) (?:aangesloten|toegekomen|aanwezig|erbij|binnengekomen|gekomen|joined|present))\s*:\s*(?=\S)"
)
# A heading of the agenda, which ends a list of those present.
_HEADING = re.compile(
    r"(?i)\W*(?:opvolging(?: (?:van|vorig\w*|verslag|acties|actiepunten|werkpunten)\b.{0,50})?|follow-up|varia|inleiding|verwelkoming|welkom|rondvraag|rondje|mededelingen"
    r"|bespreking|evaluatie|stand van zaken|volgende stappen|tot slot|welcome|introduction|any other business)\W*"
)
_MOST_WORDS = 12
_JOINING = frozenset("van de der den en het voor and of the".split())


class Attending(NamedTuple):
    """Everybody who was found, the paragraphs that name nobody, and whether any were left to look for people in."""

    listed: tuple[Listed, ...]
    left: tuple[Block, ...]
    asked: bool


def attending(kind: str, blocks: Sequence[Block], actors: Actors, *, alone: bool) -> Attending | None:
    """The people in these paragraphs; ``None`` when they are no list.  Sentences behind the first may be of others."""
    rest = [block for block in blocks if not ELSEWHERE.search(block.text) and not is_other(block.text)]
    left = [block for block in blocks if block not in rest]
    kind = "absent" if kind == "present" and any(block.check is False for block in blocks) else kind
    texts = [(block, sentence) for block in rest for sentence in _sentences(block.text)]
    if any(len(text) > 400 and "," not in text for _, text in texts):
        return None
    found: list[Listed] = []
    for number, (block, text) in enumerate(texts):
        sorry = _SORRY.match(text)
        if sorry:
            found += people("excused", [block._replace(text=sorry["who"], spans=())], actors, alone=alone)
            continue
        later = _LATER.match(text)
        if later is not None:
            told = people("present", [block._replace(text=text[later.end() :], spans=())], actors, alone=alone)
            found += [one._replace(note=", ".join(filter(None, (one.note, later["how"])))) for one in told]
            continue
        other = _OTHERS.match(text)
        about = ("absent" if other["absent"] else "excused") if other else kind
        words = text[other.end() :] if other else text
        given = proxy(words.rstrip(" .")) if about == "excused" and "," not in words else None
        is_proxy = given is not None and bool(given.note) and not is_said(given.name)
        if not other and not is_proxy and ((number and _is_long(text)) or _is_sentence(text)):
            left.append(block._replace(text=text, spans=()))
            continue
        found += people(about, [block._replace(text=words, spans=())], actors, alone=alone)
    return Attending(tuple(found), tuple(left), bool(rest))


def _sentences(text: str) -> list[str]:
    """The sentences of a list; the full stop of a short word before a name ends none."""
    found = [""]
    place = 0
    for match in _SENTENCES.finditer(text):
        behind = re.split(r"[,;(]", text[match.end() :])[0]
        if is_said(behind) or not ends_title(text[place : match.start()], behind):
            found[-1] += text[place : match.start()]
            found.append("")
        else:
            found[-1] += text[place : match.end()]
        place = match.end()
    return [*found[:-1], found[-1] + text[place:]]


def is_other(text: str) -> bool:
    """True for a heading of an agenda and for a street with a number, which are nobody that was there."""
    return is_heading(text) or is_street(text)


def is_heading(text: str) -> bool:
    """True for a heading that agendas have everywhere: *Opvolging*, *Varia*."""
    return _HEADING.fullmatch(text) is not None


def _is_long(text: str) -> bool:
    """True for many words that are no list of names."""
    return len(text.split()) > _MOST_WORDS and len(re.findall(r"[,;(]", text)) * _MOST_WORDS < len(text.split()) * 2


def _is_sentence(text: str) -> bool:
    """True for words that end in a full stop, most of them in small letters."""
    small = [word for word in text.split()[1:] if word.islower() and word not in _JOINING]
    return text.endswith(".") and len(small) > 2 and not re.search(r"[,;:(]", text)


def goes_on(block: Block, actors: Actors, *, inline: bool) -> bool:
    """True for a line that belongs to the list of people above it; *inline*: that began on the line of its label."""
    if block.level or is_other(block.text) or _is_of_other(block.text, actors):
        return False
    if block.text.endswith(".") and is_said(block.text) and not _SORRY.match(block.text) and ": " not in block.text:
        return False  # a sentence about some of them
    bits = re.split(r"\s*[,(;]\s*|\s[-–—]\s", block.text.strip())
    named = any(actors.find(bit) is not None or persons.may_be_person(bit) for bit in bits if bit)
    short = len(block.text) <= 120 and not re.search(r"[a-zà-ÿ]{3}\.\Z|:\Z", block.text)
    return named and short if inline or (block.gap and not block.depth) else short


def _is_of_other(text: str, actors: Actors) -> bool:
    """True for a label that is none of an organisation, with a value behind it: ``Techniek: Voornaam``."""
    head, colon, value = text.partition(":")
    is_house = actors.find(head) is not None or persons.shows_organisation(head) or persons.may_be_person(head)
    return bool(colon and value.strip()) and "," not in head and not is_house


def settled(listed: Sequence[Listed], actors: Actors) -> list[Listed]:
    """The list in which a lone word that nothing tells apart is of an organisation when most that is sure beside it is.

    In doubt they are people, who stay private; two words or more with capitals are, whoever stands beside them.
    """
    listed = _once(_in_full(listed))
    theirs = {one.organisation for one in listed if isinstance(one, Person)}
    people = Counter(one.presence for one in listed if isinstance(one, Person))
    loose = (one for one in listed if isinstance(one, There) and one.name not in theirs)
    others = Counter(one.presence for one in loose if _is_sure(one, actors))

    def are_people(presence: str) -> bool:
        if people[presence] or others[presence]:
            return people[presence] >= others[presence]
        return bool(people.total()) or not others.total()

    return [_settled(one, theirs, actors, are_people=are_people(one.presence)) for one in listed]


def _in_full(listed: Sequence[Listed]) -> list[Listed]:
    """The list in which who leads, or writes, has the whole name of the only one with that first name."""
    whole = {persons.key(one.name): one.name for one in listed if isinstance(one, Person) and " " in one.name.strip()}
    by_first: dict[str, list[str]] = {}
    for name in whole.values():
        by_first.setdefault(persons.first_name(name).lower(), []).append(name)

    def full(one: Listed) -> Listed:
        names = by_first.get(persons.key(one.name), []) if one.presence in ("chair", "scribe") else []
        return Person(names[0], one.presence, lines=one.lines) if len(names) == 1 else one

    return [full(one) for one in listed]


def _once(listed: Sequence[Listed]) -> list[Listed]:
    """The list in which somebody by the name alone, with a note perhaps, is whom it names there already."""
    found: list[Listed] = []
    for one in listed:
        is_bare = isinstance(one, Person) and not (one.organisation or one.function or one.address)
        same = (at for at, other in enumerate(found) if is_bare and _is_same(one, other))
        at = next(same, None)
        if at is None:
            found.append(one)
        else:
            other = found[at]
            notes = ", ".join(filter(None, (other.note, one.note)))
            found[at] = other._replace(note=notes, lines=tuple(dict.fromkeys((*other.lines, *one.lines))))
    return found


def _is_same(one: Listed, other: Listed) -> bool:
    return (
        isinstance(other, Person)
        and other.presence == one.presence
        and persons.key(other.name) == persons.key(one.name)
    )


def _settled(one: Listed, theirs: Container[str], actors: Actors, *, are_people: bool) -> Listed:
    if isinstance(one, Person):
        return one
    names_nobody = is_nobody(one.name) or is_clause(one.name)
    in_doubt = one.name not in theirs and not names_nobody and not _is_sure(one, actors)
    by_role = one.presence in ("chair", "scribe")
    return Person(one.name, one.presence, lines=one.lines) if in_doubt and (are_people or by_role) else one


def _is_sure(one: There, actors: Actors) -> bool:
    return actors.find(one.name) is not None or persons.shows_organisation(one.name)


def is_in_doubt(one: Person) -> bool:
    """True for somebody whom the form of a name alone makes a person."""
    told = one.organisation or one.function or one.address or one.presence in ("chair", "scribe")
    return not told and not persons.is_person(one.name)
