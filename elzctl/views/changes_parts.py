"""What can be different in two versions of one thing, part by part.

A part says what was and what is, as values of the model: how that is said is another matter.  Two values are the same
when they mean the same: dates by their days, amounts by their number, texts by their words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from elzctl.body import Reference
from elzctl.fiche import Ref, ids
from elzctl.internal import without_internal
from elzctl.record import NamedTuple
from elzctl.views.likeness import ALIKE, paired
from elzctl.views.stretches import Stretch, same_words, stretches

LONG = 60
"""Characters from which a text that changed is compared word by word."""


class Field(NamedTuple):
    """A value by its key, before and after; ``None`` and ``""`` when there is none."""

    key: str
    old: Any
    new: Any


class Names(NamedTuple):
    """A list of names, before and after, and the ids that went and came; none of these when only their order changed."""

    key: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]


class Text(NamedTuple):
    """Running text, word by word; *title* is that of the item of an agenda.

    *internal* when what differs stands in ``::: intern``.
    """

    key: str
    title: str
    stretches: tuple[Stretch, ...]
    internal: bool = False


class Listed(NamedTuple):
    """One of a list: new when *old* is ``None``, gone when *new* is, and else changed in its *parts*.

    *number* is its place in the new list, and in the old one when it is gone, from 1.
    """

    key: str
    old: Any
    new: Any
    number: int
    parts: tuple[Part, ...] = ()
    internal: bool = False


class Order(NamedTuple):
    """The same things stand in another order."""

    key: str


Part: TypeAlias = "Field | Names | Text | Listed | Order"
Compare: TypeAlias = "Callable[[str, Any, Any, Renamed], Iterator[Part]]"


class Renamed(NamedTuple):
    """The ids that were given up, each with the one that took its place: who follows them changes nothing.

    *things* are actions, goals, chapters and meetings.
    """

    things: Mapping[str, str]
    actors: Mapping[str, str]
    series: Mapping[str, str] = {}


class Running(NamedTuple):
    """Running text: what everybody may read, and what stands in ``::: intern``."""

    public: str
    internal: str = ""


def apart(text: str) -> Running:
    """A text of the data; one with an internal part stands there as a whole too."""
    public = without_internal(text)
    return Running(public, "" if public == text else text)


def compared(
    keys: Iterable[tuple[str, Compare]], old: Any, new: Any, renamed: Renamed, within: str = ""
) -> tuple[Part, ...]:
    """The parts in which two values differ, by a table of their keys; *within* is put before each key."""
    return tuple(
        part
        for key, compare in keys
        for part in compare(f"{within}{key}", getattr(old, key, None), getattr(new, key, None), renamed)
    )


# One compare a kind of value


def value(key: str, old: Any, new: Any, _renamed: Renamed) -> Iterator[Part]:
    """A date, a word, a number: whatever is equal when it means the same."""
    if old != new and (old or new):
        yield Field(key, old, new)


def amount(key: str, old: Any, new: Any, _renamed: Renamed) -> Iterator[Part]:
    """A number: ``2,5`` and ``2.5`` are the same, ``50`` and ``50 %`` are not."""
    if _amount(old) != _amount(new):
        yield Field(key, old, new)


def thing(key: str, old: Ref | None, new: Ref | None, renamed: Renamed) -> Iterator[Part]:
    """The id of an action or a meeting."""
    one, other = old.id if old else "", new.id if new else ""
    if _thing(one, renamed) != other:
        yield Field(key, old, new)


def actor(key: str, old: Ref | None, new: Ref | None, renamed: Renamed) -> Iterator[Part]:
    """The id of an actor."""
    one, other = old.id if old else "", new.id if new else ""
    if renamed.actors.get(one, one) != other:
        yield Field(key, old, new)


def name(key: str, old: Ref | None, new: Ref | None, _renamed: Renamed) -> Iterator[Part]:
    """The id of something that is never renamed."""
    if (old.id if old else "") != (new.id if new else ""):
        yield Field(key, old, new)


def references(
    key: str, old: tuple[Reference, ...] | None, new: tuple[Reference, ...] | None, renamed: Renamed
) -> Iterator[Part]:
    """The ids of actions, goals, chapters, meetings and of what was noted there."""
    before = tuple(dict.fromkeys(_thing(one.id, renamed) for one in old or ()))
    yield from _names(key, before, tuple(dict.fromkeys(one.id for one in new or ())))


def actors(key: str, old: tuple[Ref, ...] | None, new: tuple[Ref, ...] | None, renamed: Renamed) -> Iterator[Part]:
    """The ids of actors, in the order in which they are printed."""
    before, after = ids(old or ()), ids(new or ())
    yield from _names(key, tuple(renamed.actors.get(one, one) for one in before), after)


def tags(key: str, old: tuple[Ref, ...] | None, new: tuple[Ref, ...] | None, _renamed: Renamed) -> Iterator[Part]:
    """The ids of target groups, themes or chapters."""
    yield from _names(key, ids(old or ()), ids(new or ()))


def lines(key: str, old: tuple[str, ...] | None, new: tuple[str, ...] | None, _renamed: Renamed) -> Iterator[Part]:
    """A list of short texts."""
    yield from _names(key, tuple(old or ()), tuple(new or ()))


def text(key: str, old: str | None, new: str | None, renamed: Renamed) -> Iterator[Part]:
    """A text: word by word when it is long."""
    if old == new:
        return
    before, after = _same_names(old or "", renamed), new or ""
    if ":::" in before or ":::" in after:
        yield from running(key, apart(before), apart(after), renamed)
    elif max(len(before), len(after)) > LONG and before and after:
        found = stretches(before, after)
        if found:
            yield Text(key, "", found)
    elif not same_words(before, after):
        yield Field(key, old or "", new or "")


def running(key: str, old: Running | None, new: Running | None, renamed: Renamed, title: str = "") -> Iterator[Part]:
    """Running text, always word by word."""
    before, after = old or Running(""), new or Running("")
    if before == after:
        return
    for place, (one, other) in enumerate(zip(before, after, strict=True)):
        found = stretches(_same_names(one, renamed), other)
        if found:
            yield Text(key, title, found, internal=bool(place))


def record(keys: Sequence[tuple[str, Compare]]) -> Compare:
    """A compare for a value with keys of its own, such as a condition, which may be missing."""

    def compare(key: str, old: Any, new: Any, renamed: Renamed) -> Iterator[Part]:
        yield from compared(keys, old, new, renamed, within=f"{key}.")

    return compare


def mapping(
    key: str, old: Mapping[str, str] | None, new: Mapping[str, str] | None, _renamed: Renamed
) -> Iterator[Part]:
    """Words by name: the target groups, the abbreviations."""
    before, after = old or {}, new or {}
    for place, one in enumerate(dict.fromkeys((*after, *before)), 1):
        was, now = before.get(one), after.get(one)
        if was is None or now is None or not same_words(was, now):
            yield Listed(key, None if was is None else (one, was), None if now is None else (one, now), place)
    if [one for one in before if one in after] != [one for one in after if one in before]:
        yield Order(key)


def listed(
    keys: Sequence[tuple[str, Compare]],
    words_of: Callable[[Any], str],
    *,
    alike: float = ALIKE,
    noted: bool = False,
) -> Compare:
    """A compare for a list of values without ids, which are known by their words.

    What was *noted* in minutes can be internal, and holds the names of which its text speaks.
    """

    def compare(key: str, old: Any, new: Any, renamed: Renamed) -> Iterator[Part]:
        if old == new:
            return
        before, after = tuple(old or ()), tuple(new or ())
        pairs = paired(before, after, lambda one: _same_names(words_of(one), renamed), alike)
        for one, other in pairs:
            parts = compared(keys, one, other, renamed) if one is not None and other is not None else ()
            if noted:
                parts = tuple(part for part in parts if not _is_told(part, one, other, parts))
            if one is None or other is None or parts:
                number = _place(after, other) if other is not None else _place(before, one)
                hidden = noted and any(found.internal for found in (one, other) if found is not None)
                yield Listed(key, one, other, number, parts, hidden)
        both = [(one, other) for one, other in pairs if one is not None and other is not None]
        places = [_place(before, one) for one, _ in both]
        if places != sorted(places):
            yield Order(key)

    return compare


def _is_told(part: Part, old: Any, new: Any, parts: tuple[Part, ...]) -> bool:
    """True for names that went or came with the words of a text that tells of it."""
    if not isinstance(part, Names) or not any(isinstance(one, (Field, Text)) and one.key == "text" for one in parts):
        return False
    told = (re.findall(r"[@#]([^\W_][\w-]*)|\[\[([^\[\]|\n]+)", one.text) for one in (old, new))
    before, after = ({found for pair in one for found in pair} for one in told)
    return before.issuperset(part.gone) and after.issuperset(part.come)


def _place(among: Sequence[Any], one: Any) -> int:
    """The place of this very value, from 1."""
    return next(place for place, other in enumerate(among, 1) if other is one)


def _amount(found: Any) -> tuple[float, bool] | None:
    return None if found is None else (found.value, found.text.rstrip().endswith("%"))


def _names(key: str, old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Part]:
    if old != new:
        gone = tuple(one for one in old if one not in new)
        yield Names(key, old, new, gone, tuple(one for one in new if one not in old))


def _thing(name: str, renamed: Renamed) -> str:
    """The id that holds now, of what was noted in a renamed meeting too."""
    whole, slash, rest = name.partition("/")
    return f"{renamed.things.get(whole, whole)}{slash}{rest}"


def _same_names(plain: str, renamed: Renamed) -> str:
    """The text with the new ids of what was renamed."""
    if renamed.things and "[[" in plain:
        plain = re.sub(r"(?<=\[\[)[^\[\]|\n]+", lambda match: _thing(match[0].strip(), renamed), plain)
    if renamed.actors and "@" in plain:
        plain = re.sub(r"(?<=@)[^\W_][\w-]*", lambda match: renamed.actors.get(match[0], match[0]), plain)
    return plain
