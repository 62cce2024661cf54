"""Who is named in a text, and the register of actors that it amounts to: one for each name, however it is spelled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from elzctl import ids
from elzctl.edit import scalar
from elzctl.intake.named import FORM, PLURAL, is_joined, key, names, remainder, shown
from elzctl.intake.spelled_names import spellings

__all__ = ["Actors", "key", "kind", "names", "remainder", "shown"]

# What a text says for the organisation itself, by a word of its name.
_ZONES = {"elz": ("elz", "elz team", "zone"), "zorgraad": ("zorgraad", "zone")}
_KINDS = (
    (re.compile(r"elz\b|zorgraad\b"), "zone"),
    (
        re.compile(
            r"(?:\w*(?:werkgroep|stuurgroep|kerngroep|klankbordgroep|denktank)|bestuursorgaan|adviesraad|working group|steering group)\b"
        ),
        "group",
    ),
    (re.compile(r"(?:.* )?cluster(?:overleg)?\b"), "cluster"),
    (re.compile(r"(?:.* )?netwerk\b|\w+netwerk\b"), "network"),
    (re.compile(r"(?:gemeente|stad|municipality) \w+"), "municipality"),
)


class Actors:
    """The actors of a plan: those that it had, and the new ones, one for each name however it is spelled."""

    def __init__(
        self,
        known: Mapping[str, Iterable[str]] | None = None,
        *,
        own: str = "",
        given: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """*known* gives ids with their names, the printed one first; *own* is the name of the organisation whose plan it is.

        Texts that speak of "ELZ" or "de eerstelijnszone" without more mean *own*.  What is new gets the id that is *given*
        for exactly its name.
        """
        self._given = given
        self.names: dict[str, tuple[str, ...]] = {actor: tuple(all_names) for actor, all_names in (known or {}).items()}
        self.new: dict[str, tuple[str, ...]] = {}
        self._by_key: dict[str, str] = {}
        self._by_spelling: dict[str, str] = {}
        self._exact: dict[str, str] = {}
        self._otherwise: Callable[[str], Iterable[str]] = _as_it_is
        for actor, all_names in self.names.items():
            for name in (*all_names, actor.replace("-", " ")):
                self._call(name, actor)
        self.own = ""
        if own:
            self.call_own(own)

    def call_own(self, name: str) -> str:
        """The id of the organisation itself, that has this name."""
        self.own = self.ref(name)
        zone = next((word for word in _ZONES if word in key(name).split()), "")
        for plain in _ZONES.get(zone, ()):
            self._by_key.setdefault(plain, self.own)
        return self.own

    def find(self, name: str) -> str | None:
        """The id of the actor with that name, ``None`` when there is none yet.

        A name that is written as one word, in the plural, or short where the document explains it, is the same.
        """
        return self._found(name) or next(filter(None, map(self._found, self._otherwise(name))), None)

    def explain(self, otherwise: Callable[[str], Iterable[str]]) -> None:
        """*otherwise* gives the names that a document says are the same: in full for what is short, and the other way."""
        self._otherwise = otherwise

    def also(self, actor: str, name: str) -> None:
        """Keeps another name of an actor: a new one shows it, and both are found by it."""
        plain = shown(name)
        if actor in self.new and plain not in self.new[actor]:
            self.new[actor] = (*self.new[actor], plain)
        self._call(plain, actor)

    def also_as_is(self, actor: str, name: str) -> None:
        """Keeps another name of a new actor as it is typed, with what stands in brackets behind it."""
        named = self.new.get(actor, ())
        inside = re.search(r"\(([^()]*)\)\s*\Z", name)
        if named and name not in named and not (inside is not None and inside[1].strip() in named):
            self.new[actor] = (*named, name)

    @property
    def joined(self) -> tuple[str, ...]:
        """The names with a comma or *en* in them, which are no lists: see :func:`elzctl.intake.named.whole`."""
        registers = (self.names.values(), self.new.values())
        return tuple(name for register in registers for named in register for name in named if is_joined(name))

    def _found(self, name: str) -> str | None:
        exact = self._by_key.get(key(name))
        return exact or next(filter(None, map(self._by_spelling.get, spellings(name))), None)

    def _call(self, name: str, actor: str) -> None:
        self._by_key.setdefault(key(name), actor)
        for spelling in spellings(name):
            self._by_spelling.setdefault(spelling, actor)

    def ref_as_is(self, name: str) -> str:
        """The id of the actor with exactly this name, with its article and what stands in brackets."""
        if name not in self._exact:
            known = next((actor for actor, named in {**self.names, **self.new}.items() if name in named), None)
            self._exact[name] = known if known is not None else self._added(name, "", plain=name)
        return self._exact[name]

    def ref(self, name: str) -> str:
        """The id of the actor with that name, which is added when it is new; "" when no id can be made of it."""
        known = self.find(name)
        short = _abbreviation(name)
        if known is None and short:
            known = self.find(short)
        if known is None:
            return self._added(name, short)
        self._also(known, shown(name))
        return known

    def _also(self, actor: str, name: str) -> None:
        """Keeps a name that is more than another spelling: *ELZ Polder* beside *Eerstelijnszone Polder*."""
        named = self.new.get(actor)
        if named and "elz" in key(name).split()[:-1] and all(_bare(name) != _bare(one) for one in named):
            self.new[actor] = (*named, name)

    def yaml(self, *, new: bool = False) -> str:
        """The text of ``plan/actors.yaml``, or with *new* of what came on top."""
        rows = self.new if new else {**self.names, **self.new}
        return "".join(_row(actor, all_names) for actor, all_names in rows.items())

    def _added(self, name: str, short: str, plain: str = "") -> str:
        plain = plain or shown(name)
        first = free = self._given.get(plain) or ids.slug(PLURAL.sub("", FORM.sub("", plain))) or ids.slug(plain)
        count = 2
        while free in self.names or free in self.new:
            free, count = f"{first}-{count}", count + 1
        if not first:
            return ""
        self.new[free] = (plain, short) if short else (plain,)
        for one in filter(None, (plain, short)):
            self._call(one, free)
        return free


def _as_it_is(_: str) -> Iterable[str]:
    return ()


def kind(name: str) -> str:
    """What kind of actor the words of its name say that it is, "" when they do not."""
    return next((word for pattern, word in _KINDS if pattern.match(key(name))), "")


def _row(actor: str, all_names: tuple[str, ...]) -> str:
    name, *also = all_names
    lines = [f"{actor}:", f"  name: {scalar(name)}"]
    if kind(name):
        lines.append(f"  kind: {kind(name)}")
    if also:
        lines.append(f"  also: [{', '.join(scalar(one, flow=True) for one in also)}]")
    return "\n".join(lines) + "\n"


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _abbreviation(name: str) -> str:
    """The abbreviation that stands behind a name in brackets and is made of its letters; "" for none."""
    found = re.search(r"\(([A-ZÀ-Ý][A-ZÀ-Ýa-z.]{1,8})\)\s*\Z", name)
    if found is None or found[1] == found[1].lower() or sum(map(str.isupper, found[1])) < 2:
        return ""
    letters = iter(name[: found.start()].lower())
    return (
        found[1]
        if all(sign in letters for sign in found[1].lower() if sign.isalpha())
        and name[:1].lower() == found[1][:1].lower()
        else ""
    )
