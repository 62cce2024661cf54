"""Somebody whose name stands behind what this one does: ``OCMW Meer – onthaalster Voornaam Achternaam``, whatever the function is."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from elzctl.intake import persons
from elzctl.intake.minutes.asides import is_aside
from elzctl.intake.minutes.draft import Person, There, Who
from elzctl.intake.trades import NAME, is_before, is_before_many
from elzctl.intake.who import Actors
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from elzctl.intake.minutes.who import Directory

_APART = re.compile(r"\s+(?:[-–—|/>→➔]|->|=>)\s+|\s*[,:;]\s+|\s*\n\s*")
_TOLD = re.compile(
    rf"(?P<does>[^\W\d_][^\s,;:()]*(?:\s[a-zà-ÿ0-9.&/-]+){{0,5}})\s(?P<name>{NAME}|(?:[A-Z]\.\s?){{2,4}})\Z"
)
_IN_TEXT = re.compile(rf"(?<![\w-])(?P<does>[a-z-]{{4,}})\s(?P<name>{NAME})(?![\w-])")
_SMALL_ONE = re.compile(r"(?<=\w|\))\s+(?=[a-zà-ÿ]{3})")
_OF = re.compile(r"(?i)\s+(?:van|namens|voor|bij|from|of|for)\s+(?:(?:de|het|the)\s+)?(?=[A-ZÀ-Þ])")
# A word for somebody who does something, by its ending, and words that only end so.
_ENDING = re.compile(
    r"(?i)[\w-]{2,}(?:[dghjklmnprtvwz]er|ster|aar|[dst]or|ist|iste|kundige|oloog|ologe|eur|euse|trice|ante?|ente?|arts|verantwoordelijke|verzorgende|hulp|coach|hoofd|leid(?:er|ster)|kracht|lid|baas)(?:s|en)?"
)
_NO_ONE = re.compile(
    r"(?i)(?:\w*gemeente|lente|rente|krant|kant|want|plant|klant|restant|variant|moment|element|event|talent|procent|over|onder|achter|zonder|verder|eerder|later|ander|onder|per|ter|der|center|kwartier|atelier|kamer|winter|zomer|water|kinder|\w*cluster|\w*klooster|\w*register|\w*meter|\w*kantoor|\w*center"
    r"|\w*papier|\w*dossier|\w*ment|\w*punt|\w*agent(?:schap)|december|november|oktober|september|\w*gasthuister|venster|bibliothe\w*|meer|zuster|zeer|\w*kwartier|\w*jaar|waar|daar|klaar|naar|maar|\w*kantoor|\w*sector|voor|door|motor|partner|kader|ouder|jonger)"
)
# Words for a part of a house, or where it is: what stands behind them is its name.
_PART = re.compile(
    r"(?i)\b(?:\w*teams?|\w*dienst(?:en)?|\w*afdeling|\w*regio|\w*wijk|\w*buurt|campus|site|vestiging|antenne|\w*kring|\w*werking|\w*project|zone|stad|gemeente|\w*huis|\w*centrum|vzw|lokaal|lokale|sociaal|zetel|locatie|cel|\w*groep|cluster|\w*netwerk|\w*punt|\w*platform|\w*school|\w*praktijk|\w*bestuur|\w*raad|provincie|kern|tak|unit|department|team)\b"
)
# What somebody is for a meeting, and not for a house.
_OF_MEETING = re.compile(
    r"(?:onder|co-)?voorzit|verslag|notulist|secret|moderat|penningm|gespreks|begeleid|lid\b|leden|deelnem|vertegenw|bestuurd|waarnem"
)
_BLANK = re.compile(r"\s+")
_SHORTEST = 2  # characters that an abbreviation has more of
_SIGNS = re.compile(r"[(),;:]")
_NO_VOWELS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,5}")
_SMALL_BEFORE = re.compile(r"(?i)\b(?:van|voor|uit|in|te|op|aan|bij|en|of|de|het|den|met|of|for|in|the|and)\Z")

_ENDS = re.compile(r"(?<=[a-zà-ÿ)]{2})[.!?](?=\s)")
_NEAR = 160  # characters around a name in which its sentence may say the function
# Before a name it belongs to that, and is no function.
_TITLE_ALONE = re.compile(r"[A-Za-z]{1,6}\.|(?i:dr|drs|prof|ir|ing|mevr|dhr|mw)")
_NO_ROLE = re.compile(
    r"(?i)(?:van|voor|uit|in|te|op|aan|bij|en|of|de|het|een|met|zonder|tegen|door|tussen|rond|over|naar|tot|vervangen|vertegenwoordigd|for|in|with|without|against|the|an?|by|represented|replaced)\b"
)


class Told(NamedTuple):
    """What somebody does, and the name behind it."""

    does: str
    name: str


def told(words: str, *, beside: bool) -> Told | None:
    """A function and a name, and nothing else; *beside* an organisation any small words before two with capitals are one."""
    plain = words.strip(" .;,")
    match = _TOLD.match(plain)
    if match is None:
        return None
    does, name = match["does"], match["name"].strip()
    last = does.split()[-1]
    if _PART.search(does) or _SMALL_BEFORE.search(does):
        return Told(does, name) if does.islower() and " " in name and persons.is_person(name) else None
    is_one = _is_one(last.lower())
    if does.islower():
        is_named = persons.is_person(name) or (" " in name and persons.may_be_person(name))
        is_alone = beside and is_one and not _are_many(last) and not persons.shows_organisation(name)
        return Told(does, name) if (is_named and (beside or is_one)) or is_alone else None
    is_begun = does[1:].islower() and is_one and (" " in name or persons.is_person(name))
    return Told(does[:1].lower() + does[1:], name) if is_begun and _is_unshown(name) else None


def _is_unshown(name: str) -> bool:
    """True for a name that nothing shows to be of a house."""
    return persons.may_be_person(name) or not persons.shows_organisation(name)


def _is_one(word: str) -> bool:
    """True for a word for somebody who does something."""
    ends_so = _ENDING.fullmatch(word) is not None and _NO_ONE.fullmatch(word) is None
    return is_before(word) or is_before_many(word) or ends_so


def _are_many(word: str) -> bool:
    """True for a word for several, and not for one: *vrijwilligers*."""
    return is_before_many(word) and not is_before(word)


class Parted(NamedTuple):
    """Somebody with a function, and the organisation beside them, "" for none."""

    house: str
    does: str
    name: str


def listed(
    entry: str, presence: str, lines: tuple[int, ...], actors: Actors, *, is_person: bool = False
) -> list[Person | There]:
    """Who an entry of a list names so, and the organisation beside it; nothing for another entry.

    *is_person*: the entry looks like the name of somebody as it is.
    """

    def is_known(words: str) -> bool:
        return actors.find(words) is not None

    one = before_house(entry, is_known) or (None if is_person else parted(entry, is_known))
    if one is None:
        return []
    person = Person(one.name, presence, one.house, one.does, lines=lines)
    return [person, There(one.house, presence, lines)] if one.house else [person]


def before_house(entry: str, is_known: Callable[[str], bool]) -> Parted | None:
    """Somebody with the organisation right behind the name, and nothing between: *Voornaam LDC*; ``None`` for other words."""
    plain = entry.strip(" .;,")
    for place in () if is_known(plain) or _SIGNS.search(plain) else _BLANK.finditer(plain):
        name, house = plain[: place.start()], plain[place.end() :]
        first = house.split()[0]
        is_short = (first.isupper() and persons.is_known_short(first) and len(first) > _SHORTEST) or first == "Logo"
        shown = (is_short or _NO_VOWELS.fullmatch(first) is not None) and persons.shows_organisation(house)
        is_named = is_known(house) and (house.isupper() or " " in house)  # one word may be the surname of somebody
        is_house = (is_named or shown) and house[0].isalnum()
        if is_house and persons.is_person(name) and not persons.is_person(house):
            return Parted(house, "", name)
    return None


def parted(entry: str, is_known: Callable[[str], bool]) -> Parted | None:
    """Who words name so; ``None`` for other words.  *is_known* tells the names of organisations."""
    for house, words in () if is_known(entry.strip(" .;,")) else _sides(entry):
        is_house = bool(house) and (
            is_known(house) or (persons.shows_organisation(house) and told(house, beside=False) is None)
        )
        one = told(words, beside=is_house) if is_house or not house else None
        if one is not None and is_role(one.does) and not is_aside(one.does) and not is_known(words):
            return Parted(house, one.does, one.name)
    return None


def somebody(name: str, directory: Directory) -> Who | None:
    """Who a name with a function is, with the organisation beside it; ``None`` for other words."""
    one = parted(name, lambda words: directory.actor(words, placed=True) is not None)
    if one is None:
        return None
    known = directory.actor(one.house, placed=True) if one.house else None
    base = Who((known,)) if known else directory.new(one.house) if one.house else None
    return (base or Who())._replace(people=(one.name,))


def by_function(one: Person) -> tuple[str, ...]:
    """What somebody of a list is called after what this one does there for an organisation: *de coördinator*."""
    first = one.function.lower().split(" ")[0].strip(" ,.;")
    if not one.organisation or not first or _OF_MEETING.match(first) or not _is_one(first):
        return ()
    return (persons.key(first), persons.key(f"de {first}"), persons.key(f"onze {first}"))


def named(plain: str) -> Iterator[persons.Name]:
    """The names of two words or more in running text that stand right behind what somebody does: *zorgwerker V. Naam*."""
    for match in _IN_TEXT.finditer(plain):
        name = match["name"]
        is_one = _is_one(match["does"]) and not _are_many(match["does"])
        if is_one and _PART.fullmatch(match["does"]) is None and persons.may_be_person(name):
            yield persons.Name(match.start("name"), match.end("name"), name)


def of_house(words: str) -> str:
    """What somebody does for an organisation whose name stands behind it: *vertegenwoordiger ABC*; "" for other words."""
    match = re.match(r"[a-zà-ÿ-]+(?=\s[A-ZÀ-Þ])", words)
    return match[0] if match is not None and _is_one(match[0]) and not _are_many(match[0]) else ""


def begins(text: str, first: int) -> int:
    """Where what somebody does begins right before the name at that place; the place itself when nothing of it stands there."""
    before = re.search(r"(?<![\w-])(?:(?:[Dd]e|[Oo]nze|[Tt]he) )?(?P<does>[a-zà-ÿ-]{4,})\s\Z", text[:first])
    return before.start() if before is not None and _is_one(before["does"]) else first


def only(roles: Collection[str], text: str, name: persons.Name) -> str:
    """The one function that may stand for a name; "" for none or several, and where the sentence says it already: *X treedt op als secretaris*."""
    role = next(iter(roles)) if len(roles) == 1 else ""
    if not role:
        return ""
    start = max(0, name.first - _NEAR)
    before = text[start : start + begins(text[start : name.first], name.first - start)]
    behind = text[name.last : name.last + _NEAR]
    word = re.sub(r"(?i)\A(?:de|het|onze|the) ", "", role).split(" ")[0].strip(",;.")
    rest = f"{_ENDS.split(before)[-1]} {_ENDS.split(behind)[0]}"
    return "" if re.search(rf"(?i)(?<![\w-]){re.escape(word)}(?![\w-])", rest) else role


def gap(text: str, last: int, *, is_told: bool) -> str:
    """What stands behind a function that takes the place of a name up to *last*: a blank for one that a comma lost, a comma before somebody else."""
    before, behind = text[last - 1 : last], text[last : last + 1]
    if before == "," and behind not in (" ", ""):
        return " "
    return "," if is_told and behind == " " and before not in (",", ")") else ""


def hides_one(name: str) -> bool:
    """True for words that somebody with a function is named in, so that they are no name of an organisation."""
    return any(one is not None for house, words in _sides(name) if (one := told(words, beside=bool(house))))


def is_role(words: str) -> bool:
    """True for words that may be what somebody does: no small word and no verb begins them, as in *met een*, *vervangen door*."""
    return bool(words) and _NO_ROLE.match(words) is None and not _TITLE_ALONE.fullmatch(words)


def _sides(entry: str) -> Iterator[tuple[str, str]]:
    """The ways to part an entry: what may be an organisation, and what may be somebody with a function."""
    plain = entry.strip(" .;,")
    bracket = re.fullmatch(r"(?P<out>[^()]+?)\s*\((?P<inside>[^()]+)\)", plain)
    if bracket is not None:
        yield bracket["out"], bracket["inside"]
        yield bracket["inside"], bracket["out"]
        return
    bits = [bit for bit in _APART.split(plain) if bit]
    if len(bits) == 2:
        yield bits[0], bits[1]
        yield bits[1], bits[0]
        return
    yield "", plain
    for place in _OF.finditer(plain):
        yield plain[place.end() :], plain[: place.start()]
    for place in _SMALL_ONE.finditer(plain):
        head = plain[: place.start()]
        # A name such as "Vereniging Personen met een …" goes on: nobody does what begins with a small word.
        if head[:1].isupper() and persons.shows_organisation(head) and is_role(plain[place.end() :]):
            yield head, plain[place.end() :]
            return
