"""Names of people in texts: behind words that people stand behind, and wherever a first name comes before a surname."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from elzctl.checks.documents import Document
from elzctl.checks.furnishing import Short, short_texts
from elzctl.checks.texts import Texts, any_case, texts
from elzctl.model import Plan

# Behind these and a colon stands who does it; behind the second ones stand many, also in a list of points.
_ONE = frozenset(
    """trekker trekkers verslaggever verslagnemer notulist notuliste contact voorzitter voorzitster secretaris
    spreker sprekers spreekster gastspreker moderator auteur verantwoordelijke chair author lead""".split()
)
_MANY = frozenset(
    """aanwezig aanwezigen verontschuldigd verontschuldigden afwezig afwezigen deelnemers present apologies
    participants""".split()
)
# Right before a name of somebody, who has no other name there.
_TRADES = any_case(
    *"""huisarts tandarts kinderarts apotheker kinesist kinesiste vroedvrouw psychologe psycholoog psychiater logopediste
    notaris wijkagent verpleegkundige thuisverpleegkundige hoofdverpleegkundige verpleegster opvoedster leerkracht burgemeester schepen gedeputeerde echtpaar weduwe
    weduwnaar buurman buurvrouw patiënte bewoonster mayor alderman widow""".split()
)
_MANY_ABOVE = frozenset(word.capitalize() for word in _MANY)
_LABELS = any_case(*_ONE, *_MANY)
_POINTS = r"(?:[ \t]*\r?\n){1,3}(?:[ \t]*[-*+][ \t][^\n]{0,150}\n?){1,60}"
_PIECE = r"(?:[^,;:()/|&+•\n.]|(?<=\b[A-Z])\.)+"
_AND = r"\s(?:en|and|of|or|met|voor|van (?:de|het))\s"
_SENTENCE = r"(?:[^\n.]|(?<=\b[A-Z])\.|\.(?!\s))*"
_LONGEST_LINE, _LONGEST_NAME = 400, 60
_SMALL = frozenset("van de den der ter ten te vande vanden vander von el al le la di du ’t 't".split())
_BY = "door"
_CAPITAL = r"(?:(?:van|de|den|der|ter)\s){0,3}[A-ZÀ-Þ]"
_WORD = r"[^\W_]+"
_NO_START = tuple("-'’_@#/.&+")
_WORD_BEFORE, _WORD_BEHIND = r"(?<![\w-])([\w-]+)[\s\"'“‘(]{1,3}\Z", r"\s([\w-]+)"
# Beside such a word it is the name of a house, a street or a prize.
_HOUSES = (
    r"(?i)(?:\w*(?:straat|laan|plein|weg|lei|dreef|park|centrum|school|scholen|instituut|huis|huize|kliniek|campus|college"
    r"|fonds|stichting|universiteit|hal|zaal|prijs|site|fuif|award)|vzw|sint|koning|koningin|prins|prinses|a\.?z|u\.?z|wzc|mpc"
    r"|ldc|gbs|vbs|kta|warme)"
)


def people(plan: Plan) -> Iterator[tuple[Document, tuple[int, int]]]:
    """Where names stand that are those of people, in reading order of each way to find them."""
    gathered, known = texts(plan), _Known(plan)
    for document, start, end in _listed(gathered):
        for first, last in _pieces(document.text, start, end):
            if _may_be_person(document.text[first:last], known) and not document.is_address(first):
                yield document, (first, last)
    for document, start, end, is_known in _full_names(gathered):
        is_one = (
            _is_person(document.text, start, end, known)
            if is_known
            else _may_be_person(document.text[start:end], known)
        )
        if is_one and not document.is_address(start):
            yield document, (start, end)
    for document, start, end in _held(gathered):
        if document.text[start:end] not in known and not document.is_address(start):
            yield document, (start, end)


def people_in_data(plan: Plan) -> Iterator[tuple[Short, str]]:
    """The same in names of actors and in words of the settings."""
    from elzctl.intake.first_names import AMBIGUOUS, FIRST_NAMES

    for one in short_texts(plan):
        first = one.text.partition(" ")[0].lower()
        name = _name_at(one.text, 0) if first in FIRST_NAMES and first not in AMBIGUOUS else ""
        if name and _is_person(one.text, 0, len(name), None):
            yield one, name


class _Known:
    """The names that actors, target groups and themes have; a text may call them a little shorter."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.told: dict[str, bool] = {}
        """What was found out of names in lists."""

    @cached_property
    def _names(self) -> tuple[str, ...]:
        settings = self._plan.settings
        actors = (one for actor in self._plan.actors.values() for one in (actor.name, *actor.also))
        return tuple(
            f" {' '.join(re.findall(_WORD, one.casefold()))} "
            for one in (*actors, *settings.terms, *settings.target_groups.values(), *settings.themes.values())
        )

    def __contains__(self, name: str) -> bool:
        plain = f" {' '.join(re.findall(_WORD, name.casefold()))} "
        return any(plain in one for one in self._names)


def _listed(gathered: Texts) -> Iterator[tuple[Document, int, int]]:
    """Where the words stand behind a label with a colon, and the points under a heading or a label of people."""
    words = gathered.vocabulary
    done: tuple[Document | None, int] = (None, 0)
    for document, place in gathered.places(":") if not _LABELS.isdisjoint(words) else ():
        text = document.text
        word = _word_before(text, place) if not text[place - 1 : place].isdigit() else ""
        if (word in _ONE or word in _MANY) and not (done[0] is document and place < done[1]):
            end = _end_of_line(text, place + 1)
            points = re.compile(_POINTS).match(text, end) if word in _MANY else None
            done = document, points.end() if points is not None else end
            yield document, place + 1, done[1]
    for word in sorted(_MANY_ABOVE & words):
        for document, place in gathered.places(word):
            text = document.text
            end = _end_of_line(text, place)
            if text.startswith("#", text.rfind("\n", 0, place) + 1):
                points = re.compile(_POINTS).match(text, end)
                yield document, end, points.end() if points is not None else end


def _word_before(text: str, place: int) -> str:
    """The word that ends there, be it in bold, in small letters."""
    words = text[max(0, place - 24) : place].split()
    return words[-1].strip("*_-#|").lower() if words else ""


def _end_of_line(text: str, place: int) -> int:
    """Where the line ends that goes on there, or its first sentence."""
    line = re.compile(_SENTENCE).match(text, place, place + _LONGEST_LINE)
    return line.end() if line is not None else place


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Each of several names in a stretch."""
    for piece in re.compile(_PIECE).finditer(text, start, end):
        place = piece.start()
        for part in (*re.compile(_AND).finditer(text, *piece.span()), None):
            stop = part.start() if part is not None else piece.end()
            words = text[place:stop]
            name = words.strip(" \t\r-*_+[]\"'“”’‘")
            if name[:1].isupper() and "@" not in name and len(name) <= _LONGEST_NAME:
                first = place + words.index(name)
                yield first, first + len(name)
            place = part.end() if part is not None else stop


def _full_names(gathered: Texts) -> Iterator[tuple[Document, int, int, bool]]:
    """Where a first name that is common here stands before a surname, and where two words stand behind *door*.

    Both have capitals, and what is also a word, and any two, have none that the plan has in small letters.
    """
    from elzctl.intake.first_names import AMBIGUOUS, FIRST_NAMES

    words = gathered.vocabulary
    for first in sorted(word for word in words if word[:1].isupper() and word.lower() in FIRST_NAMES):
        for document, place in gathered.places(first):
            name = _name_at(document.text, place)
            if name.split()[:1] == [first] and (first.lower() not in AMBIGUOUS or _last(name) not in words):
                yield document, place, place + len(name), True
    for document, place in gathered.places(f"{_BY} "):
        start = place + len(_BY) + 1
        name = _name_at(document.text, start) if document.text[start : start + 1].isupper() else ""
        if name and words.isdisjoint((name.split()[0].lower(), _last(name))):
            yield document, start, start + len(name), False


def _held(gathered: Texts) -> Iterator[tuple[Document, int, int]]:
    """Where a surname stands behind what somebody does: *huisarts Voorbeeld*; none of a place, a house, or what an office is of."""
    words = gathered.vocabulary
    for word in sorted(_TRADES & words):
        for document, place in gathered.places(f"{word} "):
            text, behind = document.text, place + len(word) + 1
            if re.compile(_CAPITAL).match(text, behind) and not text[place - 1 : place].isalnum():
                name = _surname(text[place : behind + _LONGEST_NAME].partition("\n")[0], len(word) + 1, words)
                if name:
                    yield document, behind, behind + len(name)


def _surname(line: str, place: int, words: frozenset[str]) -> str:
    """The name that stands there, behind what somebody does; "" for none."""
    from elzctl.intake import doubtful, houses
    from elzctl.intake.folded import folded

    found = next((one for one in doubtful.held(folded(line), words) if one.first == place), None)
    is_one = found is not None and not any(True for _ in houses.Houses().spans(found.words))
    return line[place : found.last] if found is not None and is_one else ""


def _last(name: str) -> str:
    """The last word in small letters; "" without any."""
    return name.rsplit(maxsplit=1)[-1].lower() if name else ""


def _name_at(text: str, place: int) -> str:
    """The name with a surname that begins there; none within a word, an address or the mark of an actor."""
    before = text[place - 1 : place] if place else ""
    if before.isalnum() or before in _NO_START:
        return ""
    paragraph = re.split(r"\n\s*\n", text[place : place + _LONGEST_NAME], maxsplit=1)[0]
    for number, word in enumerate(re.finditer(r"\S+", paragraph)):
        surname = re.match(r"[\w’'-]+", word[0]) if number and word[0].lower() not in _SMALL else None
        if surname is not None:
            is_name = surname[0][:1].isupper() and any(map(str.islower, surname[0]))
            return text[place : place + word.start() + surname.end()] if is_name else ""
        if (number and word[0].lower() not in _SMALL) or not word[0].strip("-’'").isalpha():
            return ""
    return ""


def stands_by_house(text: str, start: int, end: int) -> bool:
    """True when the word before or behind says that what stands there is the name of a house, a street or a prize."""
    before = re.compile(_WORD_BEFORE).search(text, max(0, start - 40), start)
    behind = re.compile(_WORD_BEHIND).match(text, end)
    return any(word is not None and re.fullmatch(_HOUSES, word[1]) is not None for word in (before, behind))


def _is_person(text: str, start: int, end: int, known: _Known | None) -> bool:
    """True for a first name with a surname that is of no house, street or prize, and of nothing that is known."""
    if stands_by_house(text, start, end):
        return False
    if known is not None and text[start:end] in known:
        return False
    from elzctl.intake import namesakes, persons
    from elzctl.intake.telling import shows_other

    # The name of a house may have that form: in data, and behind an article.
    name = text[start:end]
    if namesakes.is_sure(name) and (namesakes.behind_article(text, start) or (known is None and shows_other(name))):
        return False
    return persons.is_person(name)


def _may_be_person(name: str, known: _Known) -> bool:
    """True for a name in a list of people that nothing shows to be of an organisation."""
    if name not in known.told:
        from elzctl.intake import persons

        known.told[name] = name not in known and persons.may_be_person(name)
    return known.told[name]
