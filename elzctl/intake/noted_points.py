"""New action points, put in the minutes below those that are there; the file then holds just these more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.body import Reference
from elzctl.dates import VagueDate
from elzctl.edit import rewritten
from elzctl.load import load
from elzctl.meeting import Meeting, Point
from elzctl.noted import CONTRIBUTION, TURNINGS
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import OneFile, Refused, errors
from elzctl.source import Patch, Source
from elzctl.terms import Tongue
from elzctl.value import replace
from elzctl.wording import say

_BARE = re.compile(r"[^\s:,;\"“„()\[\]]*[^\s:,;\"“„()\[\].]")
# A deadline, and the day of a tick, in the words of the plan.
_WORDS = {Tongue.NL: ("tegen", "op"), Tongue.EN: ("due", "done")}
_WORD = re.compile(r"\W*(\w+)")


class NewPoint(NamedTuple):
    """A point to be: its text and notes as Markdown that reads as words, the ids of its owners and its action."""

    text: str
    owners: tuple[str, ...] = ()
    due: VagueDate | None = None
    ticked: bool = False
    done: VagueDate | None = None
    action: str = ""
    notes: tuple[str, ...] = ()


def with_points(source: Source, meeting: Meeting, points: Sequence[NewPoint], tongue: Tongue) -> Patch:
    """The change after which the minutes hold these points too.  Raises Refused when that cannot be done safely."""
    last = meeting.points[-1] if meeting.points else None
    if last is None or last.internal:
        place, before, gap = len(source.text.rstrip()), "", "\n"
    else:
        newline = source.text.find("\n", last.at["below"].start)
        place = len(source.text) if newline < 0 else newline - (source.text[newline - 1] == "\r")
        before, gap = _indent(source, last), ""
    lines = [line for point in points for line in _lines(point, before, tongue)]
    patch = Patch(source.path, place, place, gap + "".join(f"\n{line}" for line in lines))
    if not _holds(source, meeting, patch, points):
        raise Refused(
            say("{path} is written in a way that elzctl cannot change safely; nothing was written", path=source.path),
            say("Make the change by hand, and check it with “elzctl validate {path}”.", path=source.path),
        )
    return patch


def _indent(source: Source, point: Point) -> str:
    """The blanks before the line of a point."""
    box = point.at["box"].start
    begin = max(source.text.rfind(sign, 0, box) for sign in "\n\r") + 1
    blanks = re.match(r"[ \t]*", source.text[begin:box])
    return blanks[0] if blanks is not None else ""


def _lines(point: NewPoint, before: str, tongue: Tongue) -> list[str]:
    due, done = _WORDS[tongue]
    marks = [f"@{owner}" for owner in point.owners]
    marks += [_dated(due, point.due)] if point.due is not None else []
    marks += [_dated(done, point.done)] if point.done is not None else []
    marks += [f"[[{point.action}]]"] if point.action else []
    first = " ".join((f"{before}- [{'x' if point.ticked else ' '}] {point.text}", *marks))
    return [first, *(f"{before}  - {_note(note)}" for note in point.notes)]


def _note(note: str) -> str:
    """A remark that does not begin with a word that has a meaning there."""
    word = _WORD.match(note)
    odd = word is not None and word[1].lower() in (*TURNINGS, *CONTRIBUTION)
    return f"Nota: {note}" if odd else note


def _dated(word: str, day: VagueDate) -> str:
    text = " ".join(day.text.split()).strip("\"'“”„ ")
    return f"{word}:{text}" if _BARE.fullmatch(text) else f'{word}:"{text}"'


def _holds(source: Source, meeting: Meeting, patch: Patch, points: Sequence[NewPoint]) -> bool:
    """True when the changed file has the points that it had, and behind them just these."""
    before, after = (load(OneFile(source.path, raw)) for raw in (source.raw, rewritten(source, (patch,))))
    if len(after.plan.meetings) != 1 or len(errors(after, source.path)) > len(errors(before, source.path)):
        return False
    new = after.plan.meetings[0]
    if replace(new, minutes=meeting.minutes) != meeting:
        return False
    if [point for point in new.points[: len(meeting.points)] if point not in meeting.points]:
        return False
    more = new.points[len(meeting.points) :]
    return len(more) == len(points) and all(map(_is, more, points))


def _is(read: Point, meant: NewPoint) -> bool:
    marks = (
        tuple(ref.id for ref in read.owners),
        read.due,
        read.ticked,
        read.done,
        tuple(map(_reference, read.references)),
    )
    wanted = (meant.owners, meant.due, meant.ticked, meant.done, (meant.action,) if meant.action else ())
    notes = [" ".join(_note(note).split()) for note in meant.notes]
    return marks == wanted and read.text.split() == meant.text.rstrip(",;").split() and list(read.notes) == notes


def _reference(reference: Reference) -> str:
    return reference.id
