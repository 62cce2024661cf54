"""The name that is meant when a name is not known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from elzctl.ids import ID
from elzctl.record import NamedTuple
from elzctl.source import Patch, Span
from elzctl.wording import Message, say

MOST_SEARCHES = 40
"""So many unknown names of one run are compared with all known ones; comparing is slow."""

_NO_LETTER = re.compile(r"[\W_]+")


class Meant(NamedTuple):
    """What to do about an unknown name: the hint, and the fix when only one thing can be meant."""

    hint: Message | None = None
    fix: tuple[Patch, ...] = ()


class Names:
    """The ids that may be written somewhere, and other names for the same things."""

    def __init__(self, known: Iterable[tuple[str, Iterable[str]]]) -> None:
        """*known* gives each id with its other names; one that cannot be an id is never advised."""
        self._ids: dict[str, set[str]] = {}
        for name, others in known:
            for one in (name, *others) if ID.match(name) else ():
                self._ids.setdefault(_key(one), set()).add(name)
        self._near: dict[str, str | None] = {}

    def meant(self, name: str, place: Span | None = None) -> Meant:
        """The hint for *name*; with the text at *place* replaced when it is another way to write a known name."""
        key = _key(name)
        same = self._ids.get(key, set())
        if len(same) == 1:
            (near,) = same
            fix = () if place is None else (Patch(place.path, place.start, place.end, near),)
            return Meant(say("Write “{near}”.", near=near), fix)
        close = min(same) if same else self._nearest(key)
        return Meant(say("Did you mean “{near}”?", near=close) if close else None)

    def _nearest(self, key: str) -> str | None:
        if key not in self._near and len(self._near) < MOST_SEARCHES:
            from difflib import get_close_matches

            # Who mistypes keeps the beginning or the end; to compare with these alone saves most of the time.
            likely = [one for one in self._ids if one[:2] == key[:2] or one[-3:] == key[-3:]]
            found = get_close_matches(key[:64], likely, 1, 0.7)
            self._near[key] = min(self._ids[found[0]]) if found else None
        return self._near.get(key)


def _key(name: str) -> str:
    """The letters and digits alone, so that "Logo Dender" and "logo-dender" are the same."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NO_LETTER.sub("", plain.removesuffix(".md")).lower()
