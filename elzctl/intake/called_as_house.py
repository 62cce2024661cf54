"""People whose surname is a word that a house has as its name too: *Voornaam Ferm*; such a name is wholly private.

Behind a bracket, a comma, a dash or *van* that word is the house of whoever has the first name, and so it is where that
first name stands without them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from elzctl.intake import known_houses, persons
from elzctl.intake.folded import folded
from elzctl.intake.houses import Houses
from elzctl.intake.namesakes import behind_article, is_first_name
from elzctl.intake.no_first_name import is_each
from elzctl.intake.small_words import NO_NAME
from elzctl.intake.telling import HOUSE, ORGANISING, shows_other, tells
from elzctl.intake.towns import is_place

if TYPE_CHECKING:
    from elzctl.intake.minutes.draft import Person

_FIRST = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_LAST = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
_FORM = re.compile(rf"(?P<first>{_FIRST})\s(?P<last>{_LAST})")
_BEHIND = re.compile(rf"\s(?P<last>{_LAST})(?!\w|[’'](?!s\b)|[&-]\w|\s(?:vzw|npo)\b)")
_ANYWHERE = re.compile(rf"(?<![\w’'.@-])(?P<first>{_FIRST})(?={_BEHIND.pattern})")
_SURNAME = r"(?:\s(?:(?:van|de|den|der|Van|De|Den|Der)\s){0,2}[A-Z][\w’'-]+)?"


class CalledAsHouses:
    """The people of one document who are called so; ``names`` are theirs, as they are written."""

    def __init__(self, texts: Iterable[str], people: Sequence[Person], houses: Houses) -> None:
        """*people* are those that the document lists, *houses* what it names."""
        self._people = people
        self._houses = houses
        self._texts = [folded(text) for text in texts]
        self.names = tuple(dict.fromkeys(name.words for text in self._texts for name in self._pairs(text)))

    def among(self, plain: str, taken: Sequence[persons.Name]) -> list[persons.Name]:
        """The names that were *taken* in a text, each with its surname; and those whose first name is a word too."""
        found = [self.whole(plain, one) for one in taken]
        more = (
            one for one in self._pairs(plain) if not any(one.first < of.last and of.first < one.last for of in found)
        )
        return sorted([*found, *more])

    def _pairs(self, plain: str) -> Iterator[persons.Name]:
        for match in _ANYWHERE.finditer(plain):
            if is_first_name(match["first"]) and match["first"].lower() not in NO_NAME:
                name = self.whole(plain, persons.Name(*match.span(), match[0]))
                if " " in name.words and not is_each(name.words):
                    yield name

    def whole(self, plain: str, name: persons.Name) -> persons.Name:
        """The name with the word behind it that is a house elsewhere, and here a surname."""
        is_first = persons.first_name(name.words) == name.words.rpartition(" ")[2]
        behind = _BEHIND.match(plain, name.last) if is_first else None
        if behind is None or not self._is_house(behind["last"]) or behind_article(plain, name.first):
            return name
        end = behind.end("last")
        words = plain[name.first : end]
        longer = re.match(r"\s[A-Z][\w’'-]*", plain[end:])
        if longer is not None and self._is_house(f"{behind['last']}{longer[0]}"):
            return name
        is_one = known_houses.is_known(words) or self._houses.has(words)
        return (
            name
            if is_one or self._is_of(persons.first_name(name.words), behind["last"])
            else persons.Name(name.first, end, words)
        )

    def _is_house(self, word: str) -> bool:
        return _is_known(word) or self._houses.has(word)

    def _is_of(self, first: str, house: str) -> bool:
        """True when the document shows that somebody with that first name is of the house."""
        if _listed(first, house, self._people) is not None:
            return True
        shown = re.compile(
            rf"(?<![\w-]){re.escape(first)}{_SURNAME}"
            rf"(?:\s?\((?:[^()]*\W)?|,\s|\s[–—-]\s|\s(?:van|uit|namens|bij)\s(?:de\s|het\s)?){re.escape(house)}(?![\w-])"
        )
        return any(first in text and shown.search(text) for text in self._texts)


def _is_known(word: str) -> bool:
    """True for a word that is the whole name of a house, and no word for a kind of house or a place."""
    is_kind = tells(word) or HOUSE.fullmatch(word) is not None or ORGANISING.search(word) is not None or is_place(word)
    return known_houses.is_known(word) or (shows_other(word) and not is_kind)


def is_called_so(name: str, actor: Callable[[str], str | None] = lambda _: None) -> bool:
    """True for a first name with a surname that is the name of a house too; *actor* finds those that the document knows."""
    form = _FORM.fullmatch(folded(name))
    if form is None or not is_first_name(form["first"]) or known_houses.is_known(name) or is_each(form[0]):
        return False
    return _is_known(form["last"]) or actor(form["last"]) is not None


def of_that_house(name: str, people: Sequence[Person]) -> Person | None:
    """Who is listed with that first name, and with the house that stands behind it."""
    form = _FORM.fullmatch(folded(name))
    return None if form is None else _listed(form["first"], form["last"], people)


def _listed(first: str, house: str, people: Sequence[Person]) -> Person | None:
    same = (one for one in people if folded(persons.first_name(one.name)) == first)
    return next((one for one in same if known_houses.key(one.organisation) == known_houses.key(house)), None)
