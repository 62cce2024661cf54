"""A line of minutes with the marks in it: ``@actor``, ``#tag``, ``tegen:`` and ``op:`` with a date, ``[[reference]]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from elzctl import dates
from elzctl.agenda import Lines
from elzctl.body import Reference
from elzctl.faults import values
from elzctl.fiche import Ref
from elzctl.finding import Finding
from elzctl.sections import REFERENCE
from elzctl.source import Span

# What a date begins with, and what it says.
_DATES = {"tegen": "due", "due": "due", "op": "done", "on": "done", "done": "done"}

ACTOR, TAG = r"@(?<![\w.@/+-]@)([^\W_][\w-]*)", r"\#(?<![\w&/#-]\#)([^\W\d_][\w-]*)"
"""An actor and a tag, as expressions with the id as their group."""

ADDRESS = r"`[^`\n]+`|\]\([^()\n]*\)|<[^<>\s]+>|https?://\S+"
"""What is no running text: code, and the address of a link."""

# An actor, a tag, what stands behind the colon of a date, a reference.  Each begins with a sign of its own, so that the
# engine can run from sign to sign: this is where the time goes.
_TOKEN = re.compile(
    rf"{ACTOR}|{TAG}"
    r"|:(\"[^\"\n]*\"|[“„][^”“\n]*[”“]|[^\s:,;\"“„()\[\]]+)"
    rf"|{REFERENCE.pattern}"
)
_WHO, _TAG, _DATE = 1, 2, 3
_ADDRESS = re.compile(ADDRESS)

Line: TypeAlias = tuple[int, int]
"""Where the words of a line begin and end, with the lines that it goes on over."""

_Mark: TypeAlias = tuple[int, int, bool]
"""Where a mark stands in its line, and whether it is a date."""


class Marked(NamedTuple):
    """A line as read: its words without the marks at its end, and the marks; *at* is where its dates stand."""

    text: str
    who: tuple[Ref, ...]
    tags: tuple[Ref, ...]
    references: tuple[Reference, ...]
    due: dates.VagueDate | None
    done: dates.VagueDate | None
    at: dict[str, Span]


def marked(places: Lines, line: Line, found: list[Finding], *, dated: bool, label: bool = False) -> Marked:
    """The words and marks of a line; *found* gathers what is wrong with dates.

    *dated*: dates with the words before them are marks too; *label*: only who stands before the colon counts, and
    nobody asks for *at*.
    """
    start, end = line
    at, text = places.at, places.text[start:end]
    who: list[Ref] = []
    tags: list[Ref] = []
    refs: list[Reference] = []
    marks: list[_Mark] = []
    days: dict[str, dates.VagueDate] = {}
    stands: dict[str, Span] = {}
    lead = 0
    for first, last, kind, token in _tokens(text):
        if label and not text[lead:first].strip():
            lead = last
        if kind == _DATE:
            day = _date(places, token, start, found) if dated else None
            if day is None:
                continue
            key = _DATES[text[first : token.start()].lower()]
            days[key] = day
            if not label:
                stands[key] = at(start + first, start + last)
        elif kind == _WHO:
            if label and lead != last:
                continue
            who.append(Ref(token[_WHO], at(start + first, start + last)))
        elif kind == _TAG:
            tags.append(Ref(token[_TAG], at(start + first, start + last)))
        else:
            words = " ".join((token[5] or "").split())
            refs.append(Reference(token[4].strip(), words, at(start + first, start + last)))
        marks.append((first, last, kind == _DATE))
    words = _without(text, marks, label=label)
    return Marked(words, _once(who), _once(tags), tuple(refs), days.get("due"), days.get("done"), stands)


def _date(places: Lines, token: re.Match[str], offset: int, found: list[Finding]) -> dates.VagueDate | None:
    """The date of a mark; one that is none is told, and stays in the words."""
    day = dates.read(token[_DATE].rstrip(".").strip('"“”„'))
    if isinstance(day, dates.VagueDate):
        return day
    fault = values.turned_range if day.turned else values.bad_date
    found.append(fault(places.at(offset + token.start(_DATE), offset + token.end()), day.message, day.hint))
    return None


def _tokens(text: str) -> Iterator[tuple[int, int, int | None, re.Match[str]]]:
    """The marks of a line: where each begins and ends, and its kind.  A date begins with the word before its colon."""
    if "`" in text or "](" in text or "<" in text or "://" in text:
        text = _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
    place = 0
    while token := _TOKEN.search(text, place):
        (start, end), kind = token.span(), token.lastindex
        first = start
        if kind == _DATE:
            while first > place and text[first - 1].isalpha():
                first -= 1
            before = text[first - 1 : first]
            if text[first:start].lower() not in _DATES or before.isalnum() or before == "_":
                place = start + 1
                continue
        place = end
        yield first, end, kind, token


def _once(refs: Sequence[Ref]) -> tuple[Ref, ...]:
    """Each name where it stands first."""
    if len(refs) < 2:
        return tuple(refs)
    found: dict[str, Ref] = {}
    for ref in refs:
        found.setdefault(ref.id, ref)
    return tuple(found.values())


def _without(text: str, marks: Sequence[_Mark], *, label: bool) -> str:
    """The words of a line: without dates, and without the other marks that stand at its end.

    With *label* it is the marks at the beginning that go, and the colon behind them.
    """
    end = len(text)
    for first, last, _ in () if label else reversed(marks):
        if text[last:end].strip(" \t\r\n,;."):
            break
        end = first
    start = 0
    if label:
        for first, last, _ in marks:
            if first < start or text[start:first].strip():
                break
            start = last
        start += len(text) - start - len(text[start:].lstrip())
        start += text.startswith(":", start)
    for first, last, is_date in reversed(marks):
        if is_date and start <= first and last <= end:
            text, end = f"{text[:first]} {text[last:end]}", end - (last - first) + 1
    return " ".join(text[start:end].split()).rstrip(",;")
