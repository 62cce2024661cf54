"""What may be told to everybody of a change that was made long ago: no words that the plan does not say any more.

Whoever had a name taken out of a plan does not want to read it in its history.  Dates, states and amounts are told as they
were and as they became.  Of running text it is told that it changed; of other words, those that still stand there, and of
names those that the plan still knows.  What is not named here as public is not told at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Any, TypeAlias

from elzctl.dates import VagueDate
from elzctl.fiche import Ref
from elzctl.model import Action, Plan
from elzctl.record import NamedTuple
from elzctl.source import Prose, Span
from elzctl.views.changes_parts import Field, Listed, Names, Order, Part, Text
from elzctl.views.stretches import Kept

SHOWN = frozenset(
    """number title status into reason decision since condition lead role partners target_groups themes start due steps
    indicators no_evaluation updates approved section
    series state date end location speaker was attachments next last no_action_points points decisions signals agreements
    events agenda text""".split()
)
"""What a fiche and minutes show, by key; of a key with a point in it, the word before that."""
HIDDEN = frozenset({"accepted", "present", "excused", "renumbered"})
"""What they do not show: what the zone accepted, who was there, and numbers that only moved up."""

_HASH = "approved.hash"
_ACTORS = frozenset({"lead", "partners", "owners", "who", "by", "source"})
"""Keys of lists of actors."""
_IDS = frozenset({"target_groups", "themes", "tags", "references"})
"""Keys of lists of other ids."""
_RUNNING = frozenset({"section", "text"})
"""Keys of running text."""
_NAMES = ("what", "text", "title", "file")
"""By which one of a list is known."""
_PLACES = frozenset({"id", "path", "at", "span", "minutes", "body"})
"""Fields in which no words of a thing stand, and texts that are not told."""


_NOWHERE = Span("")


class Sign(Enum):
    """What became of something of which no more is told."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Hushed(NamedTuple):
    """A part of which only the name is told: its key, and the *title* of the one in a list that it is, if that may be told."""

    key: str
    title: str
    sign: Sign


class Now(NamedTuple):
    """A part of which only what it says now is told, for the plan does not say any more what it said before."""

    key: str
    new: str


Told: TypeAlias = "Part | Hushed | Now"


class Memory:
    """What a thing and its plan say today; *thing* is an action or a meeting of the published *plan*."""

    def __init__(self, plan: Plan, thing: Any) -> None:
        self._plan = plan
        self._thing = thing

    @property
    def is_of_action(self) -> bool:
        """True for an action, False for a meeting."""
        return isinstance(self._thing, Action)

    def parts(self, parts: Iterable[Part]) -> Iterator[Told]:
        """The parts that are told, each as far as it is."""
        for part in parts:
            if part.key.partition(".")[0] in SHOWN and part.key != _HASH:
                told = self._told(part)
                if told is not None:
                    yield told

    def _told(self, part: Part) -> Told | None:
        if isinstance(part, Text):
            return self._text(part)
        if isinstance(part, Names):
            return self._names(part)
        if isinstance(part, Field):
            return self._field(part)
        return part if isinstance(part, Order) else self._listed(part)

    def _text(self, part: Text) -> Field | Now | Hushed:
        """That a text changed; a title, and whatever else is long and no running text, as it is now."""
        now = _even(" ".join(one.text for one in part.stretches if one.kept is not Kept.GONE))
        kinds = {one.kept for one in part.stretches}
        if now and part.key.partition(".")[0] not in _RUNNING and self._says(now):
            return Field(part.key, "", now) if kinds == {Kept.COME} else Now(part.key, now)
        sign = Sign.NEW if kinds == {Kept.COME} else Sign.GONE if kinds == {Kept.GONE} else Sign.CHANGED
        return Hushed(part.key, part.title if self._says(part.title) else "", sign)

    def _names(self, part: Names) -> Names | Order | Hushed | None:
        """A list of names without those that the plan does not know any more; of other words, that they changed.

        Of the same names in another order no more is told than that.
        """
        key = part.key.rpartition(".")[2]
        if key not in _ACTORS and key not in _IDS:
            return Hushed(part.key, "", _sign(part.old, part.new))
        known = self._plan.actors if key in _ACTORS else self._known
        old, new, gone, come = (
            tuple(name for name in some if name in known) for some in (part.old, part.new, part.gone, part.come)
        )
        if sorted(old) == sorted(new):
            return Order(part.key) if old != new else None
        return Names(part.key, old, new, gone, come)

    def _field(self, part: Field) -> Field | Now | Hushed | None:
        if not isinstance(part.old or "", str) or not isinstance(part.new or "", str):
            old, new = (None if self._is_forgotten(one) else one for one in (part.old, part.new))
            return Field(part.key, old, new) if old != new else None
        if part.key.endswith(".meeting"):  # of a decision: its id, of which the plan knows what it is
            return Field(part.key, None, Ref(part.new, _NOWHERE)) if part.new in self._known else None
        if part.new and self._says(part.new):
            return Now(part.key, part.new) if part.old else part
        return Hushed(part.key, "", _sign(part.old, part.new))

    def _listed(self, part: Listed) -> Listed | Hushed:
        """One of a list: named when the plan still says it, with what changed in it when that may be told."""
        # Of an item of an agenda its title alone is told.
        words = part.new.title if hasattr(part.new, "pieces") else part.new
        if part.new is None or not self._says_all(words):
            return Hushed(part.key, "", _sign(part.old, part.new))
        if not part.parts:
            return part
        told = map(self._told, (one for one in part.parts if one.key not in _NAMES))  # its name is said anyhow
        inside = tuple(one for one in told if one is not None and not isinstance(one, (Hushed, Now)))
        return part._replace(parts=inside) if inside else Hushed(part.key, _named(part.new), Sign.CHANGED)

    def _says(self, text: str) -> bool:
        return not text or _even(text) in self._texts

    def _says_all(self, found: Any) -> bool:
        """True when all words of a value are still there, and all names are known."""
        return all(map(self._says, strings(found))) and all(ref.id in self._known for ref in _refs(found))

    def _is_forgotten(self, found: Any) -> bool:
        return isinstance(found, Ref) and found.id not in self._known

    @cached_property
    def _texts(self) -> Collection[str]:
        return frozenset(map(_even, strings(self._thing, whole=not isinstance(self._thing, Action))))

    @cached_property
    def _known(self) -> Collection[str]:
        plan = self._plan
        words = plan.settings
        return {*plan.actors, *words.target_groups, *words.themes, *plan.series, *plan.titles}


def strings(found: Any, *, whole: bool = False) -> Iterator[str]:
    """The words in a value, however deep; with the *whole* of it, what stands in minutes too."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, Prose):
        yield found.text
    elif isinstance(found, (tuple, list)) and not isinstance(found, Span):
        for one in found:
            yield from strings(one, whole=whole)
    elif isinstance(found, Mapping):
        yield from strings(tuple(found.values()), whole=whole)
    elif (fields := getattr(found, "__fields__", None)) and not isinstance(found, (VagueDate, Ref)):
        left_out = _PLACES - {"minutes"} if whole else _PLACES
        for name in fields:
            if name not in left_out:
                yield from strings(getattr(found, name), whole=whole)


def _refs(found: Any) -> Iterator[Ref]:
    """The names of others in a value, however deep."""
    if isinstance(found, Ref):
        yield found
    elif isinstance(found, (tuple, list)):
        for one in found:
            yield from _refs(one)
    elif fields := getattr(found, "__fields__", None):
        for name in fields:
            if name not in _PLACES:
                yield from _refs(getattr(found, name))


def _named(found: Any) -> str:
    return next((str(getattr(found, key)) for key in _NAMES if getattr(found, key, "")), "")


def _sign(old: Any, new: Any) -> Sign:
    return Sign.CHANGED if old and new else Sign.NEW if new else Sign.GONE


def _even(text: str) -> str:
    return " ".join(text.split())
