"""A line of minutes with the marks in it: ``@actor``, ``#tag``, ``tegen:`` and ``op:`` with a date, ``[[reference]]``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from elzctl import dates
from elzctl.body import Reference
from elzctl.faults import minutes as faults
from elzctl.faults import values
from elzctl.fiche import Ref
from elzctl.finding import Finding
from elzctl.record import NamedTuple
from elzctl.sections import REFERENCE
from elzctl.source import Patch, Span
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.agenda import Lines

# What a date begins with, and what it says.
_DATES = {"tegen": "due", "due": "due", "op": "done", "on": "done", "done": "done"}

ACTOR = r"@(?<![\w.@/+-]@)([^\W_][\w-]*+)(?! ?\.(?:be|com|org|net|nl|eu|example)\b)"
TAG = r"\#(?<![\w&/#-]\#)([^\W\d_][\w-]*)"
"""An actor and a tag, as expressions with the id as their group; “@mail.be” behind a blank is the end of an address."""

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
# A date of which the colon is followed by a blank, or by a quotation mark that nothing closes.
_SLIP = re.compile(rf"(?<![\w.@/+-])({'|'.join(_DATES)}):([ \t]*[\"“„'‘]?[ \t]*)(?=[^\W_])", re.IGNORECASE)
_OPENING, _CLOSING = ("'", "‘", "’"), ("'", "’", '"', "”", "“")
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
    lead, read = 0, set()
    for first, last, kind, token in _tokens(text):
        if label and not text[lead:first].strip():
            lead = last
        if kind == _DATE:
            read.add(first)
            day = _date(places, token, start, found) if dated else None
            if day is None:
                continue
            key = _DATES[text[first : token.start()].lower()]
            if key in days:
                found.append(faults.two_dates(at(start + first, start + last), days[key].text, day.text))
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
    if dated and not label:
        found += _slips(places, line, read)
    words = _without(text, marks, label=label)
    return Marked(words, _once(who), _once(tags), tuple(refs), days.get("due"), days.get("done"), stands)


def _date(places: Lines, token: re.Match[str], offset: int, found: list[Finding]) -> dates.VagueDate | None:
    """The date of a mark; one that is none is told, and stays in the words."""
    day = dates.read(token[_DATE].rstrip(".").strip('"“”„'))
    if isinstance(day, dates.VagueDate):
        return day
    start, end = token.span(_DATE)
    words, last = _whole_date(token.string, start)
    if last > end:
        span = places.at(offset + start, offset + last)
        message = say("“{date}” has more than one word, and only the first is read as the date", date=words)
        hint = say("Put it between quotes: {better}", better=f'"{words}"')
        found.append(values.bad_date(span, message, hint, (Patch(span.path, span.start, span.end, f'"{words}"'),)))
        return None
    fault = values.turned_range if day.turned else values.bad_date
    found.append(fault(places.at(offset + start, offset + end), day.message, day.hint))
    return None


def _slips(places: Lines, line: Line, read: Container[int]) -> Iterator[Finding]:
    """Dates that are none because of a blank or a quotation mark; those that begin at a place in *read* are told."""
    text = _masked(places.text[slice(*line)])
    for slip in _SLIP.finditer(text) if ": " in text or ':"' in text else ():
        words, end = _whole_date(text, slip.end()) if slip[2] and slip.start() not in read else ("", 0)
        if words:
            end += slip[2].strip() != "" and text.startswith(_CLOSING, end)
            better = f'{slip[1]}:"{words}"' if " " in words else f"{slip[1]}:{words}"
            span = places.at(line[0] + slip.start(), line[0] + end)
            fix = Patch(span.path, span.start, span.end, better)
            yield faults.almost_a_mark(span, better, fix, is_date=True)


def _whole_date(text: str, start: int) -> tuple[str, int]:
    """The words of a date that begins there, and where it ends, with single quotes around it; ``""`` when none does."""
    first = start + text.startswith(_OPENING, start)
    begin, end, _ = next(dates.find(re.sub(r"[\r\n]", " ", text[first : first + dates.LONGEST])), (1, 0, None))
    if begin:
        return "", start
    last = first + end
    return " ".join(text[first:last].split()), last + (first > start and text.startswith(_CLOSING, last))


def _tokens(text: str) -> Iterator[tuple[int, int, int | None, re.Match[str]]]:
    """The marks of a line: where each begins and ends, and its kind.  A date begins with the word before its colon."""
    text, place = _masked(text), 0
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


def _masked(text: str) -> str:
    """The text with other signs for what is no running text."""
    if "`" in text or "](" in text or "<" in text or "://" in text:
        return _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
    return text


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
