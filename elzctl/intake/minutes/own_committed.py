"""Who commits themselves in an agreement that elzctl printed: the names that its words begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake import persons
from elzctl.intake.who import Actors
from elzctl.record import NamedTuple

_OF = re.compile(r" van (?:de |het )?[A-ZÀ-Þ]")
_AND = re.compile(r",? (?:en|and) |, ")
# Names that no register has, with a comma between: "Boomdorp, Veldhoven, Sint-Jan doen".
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:van (?:de |het )?|de )?[A-ZÀ-Þ][\w’'-]*){0,2}"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME})+(?= [a-zà-ÿ])")


class Committed(NamedTuple):
    """A stretch of the words, and the actor that it names; "" for the comma between two of them."""

    first: int
    last: int
    actor: str


def committed(text: str, actors: Actors) -> Iterator[Committed]:
    """The actors that an agreement begins with, known or made in this document; and those of a list of unknown names."""
    known = sorted(((named[0], id_) for id_, named in {**actors.names, **actors.new}.items() if named), reverse=True)
    found = list(_known(text, known)) or list(_unknown(text, actors))
    for at, one in enumerate(found):
        if at and text[found[at - 1].last : one.first] == ", ":
            yield Committed(found[at - 1].last, one.first, "")
        yield one


def _known(text: str, names: list[tuple[str, str]]) -> Iterator[Committed]:
    place = 0
    while one := next((one for one in names if _stands(one[0], text, place)), None):
        last = place + len(one[0])
        if _OF.match(text, last):
            return  # a longer name, which nobody knows
        yield Committed(place, last, one[1])
        joint = _AND.match(text, last)
        if joint is None:
            return
        place = joint.end()


def _unknown(text: str, actors: Actors) -> Iterator[Committed]:
    """Names with a comma between, none of which may be the name of a person."""
    listed = _LIST.match(text)
    names = listed[0].split(", ") if listed is not None else []
    if any(persons.may_be_person(name) for name in names):
        return
    place, made = 0, [(name, actors.ref(name)) for name in names]
    for name, actor in made if all(actor for _, actor in made) else ():
        yield Committed(place, place + len(name), actor)
        place += len(name) + len(", ")


def _stands(name: str, text: str, place: int) -> bool:
    return text.startswith(name, place) and not text[place + len(name) : place + len(name) + 1].isalnum()
