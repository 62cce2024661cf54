"""Points that somebody is to do of whom minutes tell the function alone: *de voorzitter* is no organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.draft import Item, Piece, Point, There, Under
from elzctl.intake.minutes.inferred import OF_FUNCTION
from elzctl.intake.minutes.people import Listed
from elzctl.intake.minutes.words import label_kind
from elzctl.intake.trades import is_office, is_trade
from elzctl.intake.who import Actors
from elzctl.record import NamedTuple

_SAID = re.compile(
    r"(?i)(?:(?:de|het|onze|een|the|our|nieuwe|huidige|eigen|technisch)\s+)*(?P<does>[^\W\d_][\w’'-]*)(?:\s+(?P<of>\S.*))?"
)
_SMALL = re.compile(r"(?i)\A(?:van|bij|uit|namens|voor|of|at|for)\s+(?:(?:de|het|onze|the)\s+)?")


class Function(NamedTuple):
    """What somebody does, and the words behind it for where."""

    does: str
    of: str


def function(name: str) -> Function | None:
    """The function that a name is, and nothing else: *de coördinator*, *secretaris van de Kring*; ``None`` for other names."""
    match = _SAID.fullmatch(name.strip(" .,;:"))
    if match is None or not (is_office(match["does"]) or (is_trade(match["does"]) and not match["of"])):
        return None
    return Function(match["does"], _SMALL.sub("", match["of"] or ""))


def without_functions(items: Sequence[Item], listed: Sequence[Listed], actors: Actors, *, dutch: bool) -> list[Item]:
    """The items without functions among who does a point: the house of one, as a guess, or the words as they are."""
    there = {
        actors.find(one.name) for one in listed if isinstance(one, There) and one.presence in ("present", "excused")
    }
    told = {id_: found for id_, named in actors.new.items() if id_ not in there and (found := function(named[0]))}
    houses = {id_: _house(one, listed, actors) for id_, one in told.items()}

    def held(piece: Piece) -> Piece:
        if not isinstance(piece, Point) or told.keys().isdisjoint(piece.owners):
            return piece
        owners = tuple(dict.fromkeys(filter(None, (houses.get(id_, id_) for id_ in piece.owners))))
        roles = [_typed(actors.new[id_][0], piece.owner_words) for id_ in piece.owners if id_ in told]
        unsaid = [one for one in roles if one.lower() not in piece.words.text.lower()]
        alone = [
            one for one, id_ in zip(roles, (id_ for id_ in piece.owners if id_ in told), strict=True) if not houses[id_]
        ]
        under = (Under("", f"{'Wie' if dutch else 'Who'}: {', '.join(unsaid)}"),) if unsaid else ()
        is_guess = len(alone) < len(roles)
        return piece._replace(
            owners=owners,
            owner_reason=OF_FUNCTION if is_guess else piece.owner_reason,
            function=", ".join(alone),
            under=(*under, *piece.under),
        )

    return [one._replace(pieces=tuple(map(held, one.pieces))) for one in items] if told else list(items)


def _typed(name: str, words: str) -> str:
    """The name as it stands in the words."""
    match = re.search(re.escape(name), words, re.IGNORECASE)
    return match[0] if match is not None else name


def _house(one: Function, listed: Iterable[Listed], actors: Actors) -> str:
    """The organisation that the words name behind the function, or that the head of the minutes gives it to; "" for none."""
    if one.of:
        known = actors.find(one.of)
        return known or (actors.ref(one.of) if persons.shows_organisation(one.of) and one.of[:1].isupper() else "")
    kind = label_kind(one.does)
    names = (
        who.name for who in listed if isinstance(who, There) and who.presence == kind and kind in ("chair", "scribe")
    )
    return next(filter(None, map(actors.find, names)), "")
