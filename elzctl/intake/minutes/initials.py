"""The letters by which minutes name the people of their list: those that it gives, and those that its names begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from elzctl.intake import persons
from elzctl.intake.folded import folded
from elzctl.intake.minutes.given_letters import given_letters
from elzctl.intake.minutes.who import Directory

_TITLES = re.compile(r"\A(?:[^\W\d_]{2,}\.\s+)+")


def initials_of(directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """By the name of somebody of the list the letters that stand for this one alone, and for nothing else."""
    named = {one.name for one in directory.people}
    own = {name: {letters for letters in _letters(name) if _is_free(letters, directory)} for name in named}
    count = Counter(letters for found in own.values() for letters in found)
    given: dict[str, set[str]] = {}
    for one in directory.people:
        own_ones = given_letters(one.name, one.note, directory.words_of_houses)
        given.setdefault(one.name, set()).update(own_ones)
    return {
        name: tuple(sorted({*given.get(name, ()), *(one for one in own[name] if count[one] == 1)})) for name in named
    }


def _letters(name: str) -> Iterator[str]:
    """The first letters of all words, with and without those inside, and of a double first name."""
    words = [word for one in folded(_TITLES.sub("", name)).split() if (word := one.replace(".", "-").strip("-"))]
    if len(words) < 2:
        return
    first = persons.first_name(name)
    yield "".join(word[0] for word in words).upper()
    yield "".join(part[0] for word in words for part in word.split("-") if part).upper()
    yield "".join(part[0] for part in first.split("-") if part).upper()


def _is_free(letters: str, directory: Directory) -> bool:
    is_known = directory.actors.find(letters) is not None or persons.is_known_short(letters)
    return 1 < len(letters) < 5 and letters.isalpha() and not is_known
