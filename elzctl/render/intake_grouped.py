"""The fields of an import that were guessed or not understood, as a person goes through them: what is told alike is told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elzctl.intake.ledger import Certainty, Entry
from elzctl.wording import Message

FEWEST = 3
"""So many fields that are guessed for one reason come together."""
# Filled in by a rule, and not out of words: nobody has to look at each.
_BY_RULE = re.compile(r"number|indicators\[\d+\]\.kind|goals\[[\d.]+\]\.(?:number|title)|status|state")
_NO_WORDS = re.compile(r"goals\[[\d.]+\]\.title|status|state")
_INSIDE = re.compile(r"\[[^\]]*\]")

Group = tuple[Message | None, tuple[Entry, ...]]


def unclear(entries: Iterable[Entry]) -> list[Group]:
    """What was not understood."""
    return _together(one for one in entries if one.certainty is Certainty.UNCLEAR)


def guessed(entries: Iterable[Entry]) -> list[Group]:
    """What was guessed from words."""
    return _together(one for one in entries if one.certainty is Certainty.GUESSED and not _is_by_rule(one))


def by_rule(entries: Iterable[Entry]) -> list[Group]:
    """What was filled in by a rule: numbers that the document does not have, goals that it lacks."""
    return _together(one for one in entries if one.certainty is Certainty.GUESSED and _is_by_rule(one))


def by_file(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """What was read, by the path of its file."""
    found: dict[str, list[Entry]] = {}
    for one in entries:
        if one.certainty is Certainty.READ:
            found.setdefault(one.path, []).append(one)
    return found


def _is_by_rule(one: Entry) -> bool:
    return _BY_RULE.fullmatch(one.field) is not None and not (_NO_WORDS.fullmatch(one.field) and one.words)


def _together(entries: Iterable[Entry]) -> list[Group]:
    """The entries; those of one kind of field with one reason come together where the first of them stands, when they are many."""
    every = list(entries)
    alike: dict[tuple[str, str], list[Entry]] = {}
    for one in every:
        alike.setdefault(_kind(one), []).append(one)
    return list(_groups(every, alike))


def _groups(every: Iterable[Entry], alike: dict[tuple[str, str], list[Entry]]) -> Iterator[Group]:
    done: set[tuple[str, str]] = set()
    for one in every:
        kind = _kind(one)
        if one.reason is None or len(alike[kind]) < FEWEST:
            yield None, (one,)
        elif kind not in done:
            done.add(kind)
            yield _reason(alike[kind]), tuple(alike[kind])


def _reason(entries: list[Entry]) -> Message | None:
    """The reason, when it is the same in all its words."""
    return entries[0].reason if len({one.reason for one in entries}) == 1 else None


def _kind(one: Entry) -> tuple[str, str]:
    """The field without its place in a list, and its reason without what is filled in there."""
    return _INSIDE.sub("", one.field), one.reason.text if one.reason is not None else ""
