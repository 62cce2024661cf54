"""Whether a name looks like that of a natural person; such names never go into a public file.

By its shape, titles and common first names alone; what it finds is told to a person, who decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from elzctl.intake import known_houses
from elzctl.intake.first_names import AMBIGUOUS
from elzctl.intake.folded import folded, places
from elzctl.intake.houses import is_house
from elzctl.intake.name_forms import CAPITAL, INITIALS, PARTICLE, PARTICLES, SURNAME, TITLE
from elzctl.intake.name_parts import first_name, is_in_capitals, key, own_part, surname
from elzctl.intake.namesakes import behind_article, is_first_name, is_namesake, is_sure
from elzctl.intake.no_first_name import before_place, is_each, is_inside, is_of_house, is_part, is_town
from elzctl.intake.run_on import is_run_on, surname_end
from elzctl.intake.small_words import NO_NAME, SHORT
from elzctl.intake.surnames import has_form
from elzctl.intake.telling import HOUSE, NO_PERSON, ORGANISING, QUARTERS, SUCH, SUCH_LIKE, THINGS, shows_other, tells
from elzctl.intake.towns import is_place
from elzctl.intake.trades import DOES
from elzctl.record import NamedTuple
from elzctl.traces import contacts

__all__ = [
    "AMBIGUOUS",
    "Name",
    "find",
    "first_name",
    "has_first_name",
    "is_known_short",
    "is_of_organisation",
    "is_person",
    "key",
    "may_be_person",
    "names_one",
    "shows_organisation",
    "surname",
]

_INITIALED = re.compile(rf"{INITIALS}{SURNAME}")
# In running text one letter may number a heading, two do not.
_INITIALED_INSIDE = re.compile(
    rf"(?:(?:[A-Z]\.[ -]?){{2,4}}|(?<=[a-z,] )[A-Z]\.\s?)(?:(?i:{PARTICLE})\s+){{0,3}}[A-Z][a-z][\w’'-]+(?:[ ][A-Z][a-z][\w’'-]+)?"
)
# Behind these a letter counts: *Pijler A. Zorg*.
_COUNTED = re.compile(
    r"(?i:\b(?:pijler|doel|doelstelling|deel|thema|luik|spoor|hoofdstuk|ambitie|prioriteit|domein|speerpunt|werf|krachtlijn|cluster|bijlage|actie|fiche|pillar|goal|part|theme|annex) )\Z"
)
_TITLED = re.compile(rf"(?<!\w)(?P<title>(?:{TITLE}){{1,3}})(?:[A-Z]\.\s?)*(?:{SURNAME}|[A-Z]\b)")
_BEHIND_NAME = re.compile(
    r"\s+(?:(?P<small>van\s+de[nr]|van\s+[’']t|vande[nr]|op\s+de[nr]?|op\s+[’']t)|van\s+de|vande|de)\s+(?P<last>[A-Z][\w’'-]+)"
)
_SHAPE = re.compile(rf"(?:[A-Z]\.\s?){{1,3}}{SURNAME}|{CAPITAL}(?:[ -]{CAPITAL})?\s+{SURNAME}")
_NAMED = re.compile(rf"(?<![\w’'-])({CAPITAL})(?:(?!\s*\n\s*\n)\s+({SURNAME}))?")
# Of the names of houses that everybody knows those that people are given too.
_CALLED = frozenset("aditi amon ariadne cera fara jessa orion tejo".split())
_LONGEST = 200
"""Characters of a name that are looked at."""
# Where a name may begin.
_ARTICLES = frozenset("De Den Het Ter Ten Te La Le El Sint Huize Huis Van".split())
_CAPITALS = re.compile(
    r"(?<![\w’'-])(?:[A-ZÀ-Þ][\w’'-]*|(?:dhr|mevr|mvr|mej|mw|dr|drs|dra|prof|ir|ing|de heer|mevrouw|mejuffrouw|madame|meneer|mijnheer|dokter|professor|juf|juffrouw|pastoor|zuster|dominee|weth)\b)"
)
_WORD = re.compile(r"[^\W\d_]+")


class Name(NamedTuple):
    """A name in a text: from, up to, and the words."""

    first: int
    last: int
    words: str


def is_person(name: str) -> bool:
    """True for a title with a name, a first name that is common here (with or without a surname), or an address of a person."""
    plain = " ".join(folded(name[:_LONGEST]).split()).strip(" ,;:.@")
    if not plain or any(True for _ in contacts(plain)):
        return bool(plain)
    at = before_place(plain)
    if at is not None:
        return " " in at and is_person(at)
    if _TITLED.match(plain) or is_sure(plain) or is_run_on(plain, shows_organisation):
        return True
    return not is_each(plain) and _looks_like_one(plain) and not is_house(plain)


def _looks_like_one(plain: str) -> bool:
    """True for initials with a surname, and for a first name that is common here, with or without one."""
    if _INITIALED.fullmatch(plain):
        return not shows_other(plain)
    words = _WORD.findall(plain)
    if not words or any(map(str.isdigit, plain)) or len(words) > 6 or shows_other(plain):
        return False
    if _is_short_name(words):
        return False
    cased = _cased(plain)
    words = _WORD.findall(cased)
    if is_first_name(words[0]):
        return len(words) == 1 or bool(_SHAPE.fullmatch(cased))
    # The surname may come first, and is often in capitals then.
    first, last = cased.split()[0], cased.split()[-1]
    is_short = first.isupper() and 1 < len(first) < 4 and not re.fullmatch(f"(?i:{PARTICLE})", first)
    is_there = is_place(last) and is_of_house(first)
    is_name = len(words) > 1 and not (is_short or is_there) and is_first_name(last) and bool(_SHAPE.fullmatch(cased))
    return is_name and (first not in _ARTICLES or len(words) > 2)


def _is_short_name(words: Sequence[str]) -> bool:
    """True for an abbreviation that is no surname before another one: ``LUCAS KU Leuven``."""
    first, *others = words
    is_short = (
        len(first) > 1 and first.isupper() and first.lower() not in PARTICLES and not all(map(str.isupper, others))
    )
    return is_short and any(1 < len(one) < 5 and one.isupper() and one.lower() not in PARTICLES for one in others)


def may_be_person(name: str) -> bool:
    """True too for two words or more with capitals that nothing shows to be an organisation: for lists of people."""
    return _may_be(" ".join(folded(name[:_LONGEST]).split()).strip(" ,;:.@"))


@lru_cache(maxsize=2048)
def _may_be(plain: str) -> bool:
    if is_person(plain):
        return True
    at = before_place(plain)
    if at is not None:
        return " " in at and _may_be(at)
    if is_each(plain) or _is_branch(plain):
        return False
    if is_namesake(plain) or _does(plain):
        return True
    if not _SHAPE.fullmatch(plain) or shows_other(plain) or is_house(plain):
        return False
    words = _cased(plain).split()
    if any(map(tells, words)):
        return False
    if _is_a_kind(words) or words[0].lower() in NO_NAME - {"de", "den", "van"}:
        return False
    if ORGANISING.search(words[0]) or words[0] in SUCH or words[-1] in QUARTERS:
        return False
    return words[0] not in _ARTICLES - {"Van"} | {"Een", "The"} and not any(
        len(one) > 1 and one.isupper() for one in words
    )


def _is_branch(plain: str) -> bool:
    """True for a name of a house that everybody knows, with one word behind it, such as where it is: ``OverKop Ypsilon``."""
    first, _, rest = plain.partition(" ")
    is_one = rest.isalpha() and not is_first_name(rest) and not has_form(rest)
    return is_one and known_houses.is_known(first) and not is_first_name(first) and first.lower() not in _CALLED


def _is_a_kind(words: Sequence[str]) -> bool:
    """True for what is such, or in a place: ``Landelijke X``, ``Rotary Aalst``."""
    if not words:
        return False
    first, last = words[0], words[-1]
    is_there = len(words) == 2 and is_place(last) and not is_first_name(first)
    is_first = len(words) > 1 and is_place(first) and not is_first_name(first) and not is_first_name(last)
    # A small word with a capital joins the words of a title.
    is_title = any(one.lower() in NO_NAME - PARTICLES - {"an"} for one in words[1:-1])
    return is_there or is_first or is_title or any(map(SUCH_LIKE.fullmatch, words[:1]))


def _does(plain: str) -> bool:
    """True for what somebody does before a name: ``huisarts X``, and not for what it is done for: ``coördinator Logo``."""
    trade = DOES.match(plain)
    rest = plain[trade.end() :] if trade else ""
    is_name = re.fullmatch(SURNAME, rest) is not None or _SHAPE.fullmatch(rest) is not None
    return is_name and not (shows_other(rest) or is_place(rest) or rest.isupper())


def shows_organisation(name: str) -> bool:
    """True for a name that a word, an ending or an abbreviation in it shows to be of an organisation, a group or a function."""
    return _shows(" ".join(folded(name[:_LONGEST]).split()).strip(" ,;:.@"))


@lru_cache(maxsize=2048)
def _shows(plain: str) -> bool:
    if is_person(plain) or _does(plain):
        return False
    words = _WORD.findall(plain)
    return bool(
        shows_other(plain)
        or is_house(plain)
        or any(map(tells, plain.split()))
        or any(map(ORGANISING.search, words))
        or any(map(HOUSE.fullmatch, words))
        or _is_a_kind(plain.split())
        or any(len(word) > 1 and word.isupper() for word in words)
        or (len(words) > 1 and words[-1] in QUARTERS)
        or plain[:1].islower()
        or plain.lower() in THINGS
    )


def is_known_short(letters: str) -> bool:
    """True for an abbreviation that is known everywhere, of an organisation or of something else."""
    return letters in SHORT or bool(NO_PERSON.fullmatch(letters))


def _cased(text: str) -> str:
    """Long words in capitals as names are written: ``ACHTERNAAM Voornaam``."""
    return " ".join(word.capitalize() if len(word) > 3 and word.isupper() else word for word in text.split())


def names_one(text: str) -> bool:
    """True for words that begin with a person, or name one with a title, and are no name of a house."""
    plain = folded(text)
    found = [] if is_house(text) else list(find(plain))
    return any((one.first == 0 or " " in one.words) and not is_of_organisation(plain, one) for one in found)


def find(text: str) -> Iterator[Name]:
    """The names of people in running text: with a title, or a common first name, alone or before a surname."""
    plain, at = places(text)
    place = 0
    while start := _CAPITALS.search(plain, place):
        place = start.end()
        titled = _TITLED.match(plain, start.start())
        initialed = None if titled else _initialed(plain, start.start())
        if titled:
            place = max(titled.end(), _named(plain, titled.end("title")), _behind_name(plain, titled))
        elif initialed:
            place = initialed.end()
        elif end := _named(plain, start.start()):
            place = surname_end(plain, start.start(), end, shows_organisation)
        else:
            continue
        first, last = at[start.start()], at[place]
        yield Name(first, last, text[first:last])


def _named(plain: str, place: int) -> int:
    """Where a name ends that begins there with a common first name; 0 for none."""
    named = _NAMED.match(plain, place)
    if named is None or is_part(plain, named.start(), named.end(1)):
        return 0
    if not is_first_name(named[1]) and not is_in_capitals(named[1], named[2] or ""):
        return 0
    if is_each(named[0]) and not is_inside(plain, place):
        return 0
    whole = named[2] is not None and _is_whole(plain, named)
    own = plain[named.end(1) : named.end()]
    end = named.end(1) + len(own if whole else own_part(named[2] or "", own))
    return 0 if end == named.end(1) and is_town(plain, place, end) else end


def _behind_name(plain: str, titled: re.Match[str]) -> int:
    """Where the small words and a surname end behind a title and a first name that is not common here; 0 for none."""
    behind = _BEHIND_NAME.match(plain, titled.end())
    first = titled[0].split()[-1]
    if behind is None or has_form(first) or len(first) == 1:
        return 0
    word, is_family = behind["last"], behind["small"] is not None
    is_other = shows_organisation(word) or is_place(word) or (not is_family and is_house(f"De {word}"))
    return 0 if is_other else behind.end()


def _initialed(plain: str, place: int) -> re.Match[str] | None:
    """Initials with a surname that begin there: ``G.A.J. van der X``."""
    found = _INITIALED_INSIDE.match(plain, place)
    if found is None or shows_other(found[0]) or _COUNTED.search(plain, max(0, place - 16), place):
        return None
    return found


def _is_whole(plain: str, named: re.Match[str]) -> bool:
    """True for a first name with one word of houses that is its surname: no article stands before them."""
    return is_sure(f"{named[1]} {named[2]}") and not behind_article(plain, named.start())


def has_first_name(name: str) -> bool:
    """True when one of its words is a first name that is common here, and nothing shows an organisation: ``allen behalve X``."""
    words = _WORD.findall(folded(name))
    if shows_other(folded(name)) or is_house(name) or (words and _is_short_name(words)):
        return False
    return any(one.words.lower() not in AMBIGUOUS for one in find(name))


def is_of_organisation(text: str, name: Name) -> bool:
    """True for a name that is a part of one of an organisation: ``Stichting X Y``, ``X Y Hogeschool``; *text* in plain letters."""
    before = re.search(r"([A-Z][\w-]*)\s\Z", text[max(0, name.first - 60) : name.first])
    behind = re.match(r"\s([A-Z][\w-]*)", text[name.last : name.last + 60])
    return any(one is not None and HOUSE.fullmatch(one[1]) is not None for one in (before, behind))
