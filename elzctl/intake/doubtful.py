"""Names in running text that have the form of one of a person, with nothing that shows something else: in doubt it is a person.

Two words or more with capitals: ``Xandrine Ypsilon``, ``Xandrine de Zed``.  What else it might be shows in its words (an
organisation, a place, a word that the document has in small letters too) or in the word before it: *buurthuis*, *project*.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from elzctl.intake import persons
from elzctl.intake.small_words import NO_NAME
from elzctl.intake.towns import is_place
from elzctl.intake.veiled import FUNCTION

_WORD = r"[A-Z](?:[a-z]+|[a-z]?['’]?[A-Z][a-z]+)(?:-[A-Z][a-z]+){0,2}"
_SMALL = r"(?:van|de|den|der|ter|ten|te|vande|vanden|vander|von|el|al|du|da|di|la|le|d'|'t)"
_RUN = re.compile(rf"(?<![\w'’./@#&+-]){_WORD}(?:\s(?:{_SMALL}\s){{0,3}}{_WORD}){{1,3}}(?![\w'’&+-])")
_LONGEST = 40  # characters of the word before a name
_BEFORE = re.compile(r"([\w-]+)['’\"“„(]*\s['’\"“„(]*\Z")
# How words end that are no names of people: of what is such, of what is done, of things.
_OTHER = re.compile(
    r"(?:\w+(?:lijke?|ige|ische?|loze?|bare?|zame?|achtige?|ende|tieve?|iale?|nele|ingen|heden|teiten|schappen|aties?|ties|eken|tjes?"
    r"|logie|isme|kunde|box|app|lab|net|web|tool|wijzer|kaart|gids|fiche|map|krant|flits|brief|kamer)|ge\w+(?:de|te)"
    r"|park|hof|hoeve|kerk|markt|tuin|street|road|square|trust)\Z"
)
# Before a name of what is no person.
_THING = re.compile(
    r"(?i)\w*(?:campagne|actie|film|boek|krant|tijdschrift|methodiek|methode|test|tool|app|reeks|lied|koor|fanfare|dorp|wijk|merk|systeem|programma|pakket|spel|tentoonstelling"
    r"|voorstelling|vorming|cursus|opleiding|congres|studiedag|website|nieuwsbrief|rapport|decreet|subsidie|prijs|fuif|feest|markt|winkel|bakker|slager|garage|firma|bedrijf|ploeg|afdeling|domein|park|rivier|station)"
)
_OFFICE = re.compile(
    rf"\b(?i:burgemeester|schepen|minister|gouverneur|gedeputeerde|mayor|alderman)\s(?P<name>(?:{_SMALL}\s){{0,3}}{_WORD}(?:\s{_WORD})?)(?![\w'’&+-])"
)
_ARTICLES = frozenset("de den het the".split())
_FAMILY = frozenset("van de vande vanden vander".split())


def find(plain: str, small: Container[str] = ()) -> Iterator[persons.Name]:
    """Such names in a text of plain letters; *small* are the words that the document has in small letters."""
    for run in _RUN.finditer(plain):
        name = _without_start(run, small)
        if name is not None and not _is_other(name, plain, small):
            yield name
    for held in _OFFICE.finditer(plain):
        name = persons.Name(*held.span("name"), held["name"])
        if not any(_is_topic(word, small) for word in name.words.split() if word[:1].isupper()):
            yield name


def _is_topic(word: str, small: Container[str]) -> bool:
    """True for what an office is of: *schepen Welzijn*, *burgemeester Aalst*."""
    return (
        word.lower() in small or is_place(word) or persons.shows_organisation(word) or bool(_OTHER.match(word.lower()))
    )


def _without_start(run: re.Match[str], small: Container[str]) -> persons.Name | None:
    """The run without the words that a sentence begins with; ``None`` for one word or none, and for *Den Haard*."""
    first, words = run.start(), run[0].split()
    if words[0].lower() in _ARTICLES:
        return None
    while words and (_starts(words, small) or not words[0][:1].isupper()):
        first += len(words.pop(0)) + 1
    if sum(word[:1].isupper() for word in words) < 2 or words[-1].lower() in NO_NAME:
        return None
    return persons.Name(first, run.end(), " ".join(words))


def _starts(words: list[str], small: Container[str]) -> bool:
    is_office = re.fullmatch(FUNCTION, words[0]) is not None
    return words[0].lower() in NO_NAME or is_office or (words[0].lower() in small and len(words) > 2)


def _is_other(name: persons.Name, plain: str, small: Container[str]) -> bool:
    """True when something shows that it is no name of a person."""
    words = name.words.split()
    if not persons.may_be_person(name.words):
        return True
    if words[0].lower() in small or any(_OTHER.match(word.lower()) for word in words):
        return _FAMILY.isdisjoint(words[1:-1]) or bool(_OTHER.match(words[0].lower()))
    if len(words) == 2 and any(map(is_place, words)):
        return True
    before = _BEFORE.search(plain, max(0, name.first - _LONGEST), name.first)
    what = before[1] if before else ""
    is_thing = bool(_THING.fullmatch(what)) or persons.shows_organisation(what.capitalize())
    return is_thing and not re.search(FUNCTION, what)
