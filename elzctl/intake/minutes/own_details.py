"""The line under what elzctl noted that tells who, when, what it is about and how it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from elzctl.intake.minutes.draft import Item, Point, Under
from elzctl.intake.minutes.linked import Printed
from elzctl.intake.minutes.printed_list import printed_list
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
from elzctl.record import NamedTuple

_DETAIL = {
    **dict.fromkeys(("Wie", "Who"), "who"),
    **dict.fromkeys(("Termijn", "Deadline"), "due"),
    **dict.fromkeys(("Actie", "Action"), "action"),
    **dict.fromkeys(("Status", "Staat", "State"), "state"),
    **dict.fromkeys(("Doelgroepen", "Target groups"), "groups"),
    **dict.fromkeys(("Thema's", "Thema’s", "Themes"), "themes"),
}
_DETAIL_START = re.compile(rf"(?P<label>{'|'.join(map(re.escape, _DETAIL))}): ")
_WORDS = {
    True: {"due": "Deadline", "action": "Actie", "state": "Status", "groups": "Doelgroepen", "themes": "Thema's"},
    False: {"due": "Deadline", "action": "Action", "state": "State", "groups": "Target groups", "themes": "Themes"},
}
_TAGS = ("groups", "themes")


class Known(NamedTuple):
    """What ids can be found of: actors, the printed words of references, names of target groups and themes."""

    actors: Actors
    printed: Printed
    tags: Mapping[str, str] = {}


def is_detail(block: Block) -> bool:
    """True for the line under what is noted that tells who, when and how it stands."""
    return bool(_DETAIL_START.match(block.text))


def details(text: str) -> dict[str, str]:
    """What that line says, by meaning."""
    found: dict[str, str] = {}
    last = ""
    for bit in text.split(" · "):
        match = _DETAIL_START.match(bit)
        if match:
            last = _DETAIL[match["label"]]
            found[last] = bit[match.end() :].strip()
        elif last:
            found[last] += f" · {bit}"
    return found


def references(told: Mapping[str, str], known: Known) -> tuple[str, ...]:
    """The ids of the printed references."""
    return tuple(id_ for _, id_ in printed_list(told.get("action", ""), known.printed.references.get) if id_)


def tags(told: Mapping[str, str], known: Known) -> tuple[str, ...]:
    """The ids of the printed target groups and themes."""
    return tuple(id_ for key in _TAGS for _, id_ in printed_list(told.get(key, ""), known.tags.get) if id_)


def untold(told: Mapping[str, str], known: Known, *values: str) -> Iterator[Under]:
    """Lines that keep what the plan does not know: references, target groups and themes, and *values* that were not understood."""
    finders: dict[str, Callable[[str], str | None]] = {"action": known.printed.references.get}
    finders |= dict.fromkeys(_TAGS, known.tags.get)
    words = _WORDS[known.printed.dutch]
    for key, find in finders.items():
        names = [name for name, id_ in printed_list(told.get(key, ""), find) if not id_]
        if names:
            yield Under("", f"{words[key]}: {', '.join(names)}")
    for key in values:
        yield Under("", f"{words[key]}: {told[key]}")


def kept(items: Iterable[Item]) -> tuple[str, ...]:
    """What :func:`untold` kept in these items, each once."""
    pieces = (piece for item in items for piece in item.pieces)
    below = (piece.under if isinstance(piece, Point) else getattr(piece, "steps", ()) for piece in pieces)
    lines = (one.text for some in below for one in some if not one.word and _DETAIL_START.match(one.text))
    return tuple(dict.fromkeys(lines))
