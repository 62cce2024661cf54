"""The entries of a paragraph that lists people: what commas and *en* part, but for those in one name or beside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.asides import joined
from elzctl.intake.minutes.draft import Person
from elzctl.intake.minutes.paired import is_pair
from elzctl.intake.minutes.sentence_names import is_said
from elzctl.intake.minutes.words import label_kind
from elzctl.intake.nobody import is_nobody
from elzctl.intake.surnames import has_form
from elzctl.intake.trades import is_before
from elzctl.intake.who import Actors

_OUTER = re.compile(r"\s*(?:;|\n|•|\s\|\s|\s\+\s)\s*")
COMMA = re.compile(r"\s*,\s*(?![^()]*\))")
_BEHIND_BRACKETS = re.compile(r"(?<=\))\s+(?=[A-ZÀ-Þ][^()]{2,60}\()")
AND = re.compile(r"\s+(?:en|and|&)\s+(?![^()]*\))")
_SHORT_TITLE = re.compile(r"[a-z]{2,6}\.\s+(?=[A-ZÀ-Þ])")
DASH = re.compile(r"\s+[-–—|/]\s+|\t+|\s*[:]\s+")


def entries(text: str, *, alone: bool, actors: Actors) -> Iterator[str]:
    """The entries of a paragraph; one that stands alone may hold commas of its own."""
    outer = [one for one in _OUTER.split(text) if one]
    for one in outer:
        head, colon, _ = one.partition(": ")
        if (
            colon
            and head.count("(") == head.count(")")
            and "," not in head
            and label_kind(head) == ""
            and not looks_like_person(head, actors)
            and len(head.split()) <= 6
        ):
            yield one
            continue
        bits = [each for bit in COMMA.split(one) if bit for each in _behind_brackets(bit, actors)]
        bits = joined(_with_functions(bits, actors), lambda words: actors.find(words) is not None)
        is_one = (
            (alone or len(outer) > 1)
            and 2 <= len(bits) <= 4
            and looks_like_person(bits[0], actors)
            and not any(looks_like_person(bit.partition("(")[0], actors) for bit in bits[1:])
        )
        if is_one:
            yield one
            continue
        if len(bits) > 1:
            last = -2 if is_said(bits[-1]) else -1  # a clause behind the names
            behind = bits[last + 1 :] if last < -1 else []
            bits = [*bits[:last], *_and(bits[last], actors), *behind]
        elif bits:
            bits = bits if alone and is_pair(bits[0]) else _and(bits[0], actors)
        yield from bits


def _behind_brackets(text: str, actors: Actors) -> list[str]:
    """The names that stand one behind the other, each with brackets: ``X (CAW) Y (Okra)``."""
    found = _BEHIND_BRACKETS.split(text)
    heads = [one.partition("(")[0] for one in found]
    are_names = all(
        looks_like_person(one, actors) or persons.shows_organisation(one) or actors.find(one) for one in heads
    )
    return found if are_names else [text]


def _with_functions(bits: list[str], actors: Actors) -> list[str]:
    """The bits, those that say what the person before them does in one with that: ``X, netwerkcoach``."""
    found: list[str] = []
    for bit in bits:
        does = bit.islower() and is_before(bit) and not bit.endswith("en") and actors.find(bit) is None
        if does and found and looks_like_person(found[-1], actors):
            found[-1] = f"{found[-1]}, {bit}"
        else:
            found.append(bit)
    return found


def _and(text: str, actors: Actors) -> list[str]:
    """What "en" joins, unless it is one name: *Kind en Gezin*."""
    if actors.find(text) is not None:
        return [text]
    bits = AND.split(text)
    if len(bits) < 2 or _is_beside(text, actors):
        return [text]
    if any(looks_like_person(bit.partition("(")[0], actors) or actors.find(bit) for bit in bits):
        return bits
    return list(_names(text))


def _is_beside(text: str, actors: Actors) -> bool:
    """True for one person beside one name with *en* in it: ``Zorgband A en B – N. Voorbeeld``."""
    sides = DASH.split(text)
    others = [one for one in sides if not looks_like_person(one, actors)]
    return len(sides) == 2 and len(others) == 1 and len(tuple(_names(others[0]))) == 1


def _names(text: str) -> Iterable[str]:
    from elzctl.intake.who import names

    return names(text) or (text,)


def looks_like_person(text: str, actors: Actors) -> bool:
    """True for what looks like a person in a list of people, and is no actor that the plan knows."""
    plain_text = text.strip(" .;,")
    if not plain_text or actors.find(plain_text) is not None:
        return False
    short = _SHORT_TITLE.match(plain_text)
    bare = plain_text[short.end() :] if short is not None else plain_text
    return persons.may_be_person(bare) or persons.may_be_person(plain_text)


def untitled(one: Person) -> Person:
    """Somebody with what stands before the name in short as the function: ``apr. Voornaam Achternaam``."""
    short = _SHORT_TITLE.match(one.name)
    if short is None or persons.is_person(one.name):
        return one
    return one._replace(name=one.name[short.end() :], function=f"{short[0].strip()} {one.function}".strip())


def ends_title(before: str, behind: str) -> bool:
    """True for a full stop behind a short word before a name: in ``CAW, apr. Voornaam …`` no sentence ends there."""
    last = re.search(r"(?:\A|[,;:(•]\s+|\s(?:en|and)\s)(?P<word>[a-z]{2,5})\.\Z", before)
    first = re.match(r"[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:van|de|den|der)\s)*[A-ZÀ-Þ][\w’'-]*)?", behind)
    is_short = last is not None and not is_nobody(last["word"])
    return is_short and first is not None and persons.may_be_person(first[0])


def several(words: str, actors: Actors) -> list[str]:
    """Two people or more of one house, *X en Y (CAW)*: one at least looks like somebody, and none like a house."""
    names = AND.split(words)

    def may_be(name: str) -> bool:
        is_house = actors.find(name) is not None or persons.shows_organisation(name)
        return looks_like_person(name, actors) or (name[:1].isupper() and " " not in name and not is_house)

    is_some = len(names) > 1 and any(looks_like_person(name, actors) for name in names)
    return names if is_some and all(map(may_be, names)) else []


def surnames_in(bits: Sequence[str], actors: Actors) -> list[str]:
    """The words with the form of a surname, beside an organisation."""
    others = [bit for bit in bits if actors.find(bit) is not None or persons.shows_organisation(bit)]
    return [bit for bit in bits if bit not in others and has_form(bit)] if others else []
