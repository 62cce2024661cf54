"""What becomes of an action point, written where it was noted: a tick with its day, and lines under it.

Everything here is a pure function from values to patches; :mod:`elzctl.amend` writes them.
"""

from __future__ import annotations

import re

from elzctl import front_matter
from elzctl.dates import VagueDate
from elzctl.meeting import Meeting, Piece, Point, Turn
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import refuse, title_fault
from elzctl.sections import references, without_comments
from elzctl.source import Patch, Prose, Source, Span
from elzctl.terms import Tongue, Turning
from elzctl.value import replace

# The words of each language, by what they say.
_WORDS = {
    Tongue.NL: {
        "done": "op",
        "on": "op",
        "due": "tegen",
        "progress": "stand",
        "moved": "verschoven",
        "dropped": "vervallen",
    },
    Tongue.EN: {
        "done": "done",
        "on": "on",
        "due": "due",
        "progress": "progress",
        "moved": "moved",
        "dropped": "dropped",
    },
}
# By these one sees in which language minutes are written.
_SIGNS = {
    Tongue.NL: r"(?<!\w)(?:tegen|op|bijdrage|stand|verschoven|vervallen|BESLUIT|SIGNAAL|AFSPRAAK|EVENEMENT):",
    Tongue.EN: r"(?<!\w)(?:due|on|done|contribution|progress|moved|dropped|DECISION|SIGNAL|AGREEMENT|EVENT):",
}
_BARE = re.compile(r"[^\s:,;\"“„()\[\]]*[^\s:,;\"“„()\[\].]")
_QUOTES = "\"'“”„‘’«» "
# What is no running text to whoever reads a line: code, and the address of a link.
_ADDRESS = r"`[^`\n]+`|\]\([^()\n]*\)|<[^<>\s]+>|https?://\S+"
_DATE_MARK = re.compile(rf"({_ADDRESS})|(?<!\w)(tegen|due|op|on|done):(?=[^\s:,;()\[\]])", re.IGNORECASE)
_SUB = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>[-*+]|[0-9]{1,3}[.)])(?P<gap>[ \t]+)", re.MULTILINE)
# A comment that goes on over the end of the line.
_OPEN_COMMENT = re.compile(r"<!--(?:(?!-->).)*\Z")


class Amended(NamedTuple):
    """The changes to a file, and the meeting that it then holds."""

    patches: tuple[Patch, ...]
    meeting: Meeting


class Pen:
    """Writes about one point in the words and the layout of its file."""

    def __init__(self, source: Source, meeting: Meeting, point: Point, language: Tongue) -> None:
        """*language* is that of the plan: it counts when the file does not show its own."""
        self._source = source
        self._meeting = meeting
        self._point = point
        # A lone CR ends a line too; one for one, so that every character stays where it was.
        self._text = re.sub(r"\r(?!\n)", "\n", source.text)
        self._words = _words(source, meeting, language)

    def done(self, on: VagueDate, note: str = "") -> Amended:
        """Ticked, with its day; a *note* becomes a line of progress.  Raises Refused."""
        box = self._point.at["box"]
        patches = [Patch(box.path, box.start, box.end, "x")] if not self._point.ticked else []
        there = self._point.at.get("done")
        if there is None:
            end = self._point.at["end"].start
            patches.append(Patch(box.path, end, end, f" {_dated(self._words['done'], on)}"))
        else:
            word = self._source.text[there.start : there.end].partition(":")[0]
            patches.append(Patch(box.path, there.start, there.end, _dated(word, on)))
        ticked = replace(self._point, ticked=True, done=on)
        if not note:
            return self._amended(patches, ticked, "")
        return self._with(patches, ticked, Turning.PROGRESS, on, None, note)

    def progress(self, on: VagueDate, note: str) -> Amended:
        """A word on how far it is.  Raises Refused."""
        return self._with([], self._point, Turning.PROGRESS, on, None, note)

    def moved(self, on: VagueDate, to: VagueDate, reason: str) -> Amended:
        """Moved on to a later day.  Raises Refused."""
        return self._with([], self._point, Turning.MOVED, on, to, reason)

    def dropped(self, on: VagueDate, reason: str) -> Amended:
        """No longer to be done.  Raises Refused."""
        return self._with([], self._point, Turning.DROPPED, on, None, reason)

    def _with(
        self, patches: list[Patch], point: Point, kind: Turning, on: VagueDate, due: VagueDate | None, typed: str
    ) -> Amended:
        """The point with a line more under it."""
        text = one_line(typed)
        marks = [self._words[kind.value], _dated(self._words["on"], on)]
        if due is not None:
            marks.append(_dated(self._words["due"], due))
        line = f"{' '.join(marks)}: {text}"
        turn = Turn(kind, on, due, text, Span(self._source.path))
        return self._amended([*patches, self._below(line)], replace(point, turns=(*point.turns, turn)), text)

    def _below(self, line: str) -> Patch:
        """The line behind everything that belongs to the point."""
        text, below = self._text, self._point.at["below"].start
        place = len(text) if (end := text.find("\n", below)) < 0 else end
        if _OPEN_COMMENT.search(text, below, place):
            place = below
        if text[place : place + 1] == "\n" and text[place - 1] == "\r":
            place -= 1
        ending = re.compile(r"\r?\n|\r").match(self._source.text, place) or re.search(r"\r?\n|\r", self._source.text)
        newline = "\n" if ending is None else ending[0]
        return Patch(self._source.path, place, place, f"{newline}{self._indent()}{line}")

    def _indent(self) -> str:
        """What stands before the lines under the point; before the first one: blanks up to its text, and its mark."""
        box, end, below = (self._point.at[key].start for key in ("box", "end", "below"))
        subs = list(_SUB.finditer(without_comments(self._text[end:below])))
        if subs:
            sub = min(subs, key=lambda sub: len(sub["indent"].expandtabs(4)))
            return f"{sub['indent']}{sub['mark']}{sub['gap']}" if len(sub["mark"]) == 1 else f"{sub['indent']}- "
        before = self._text[self._text.rfind("\n", 0, box) + 1 : box - 1]
        mark = before.strip()
        return re.sub(r"[^\t]", " ", before) + (f"{mark} " if len(mark) == 1 else "- ")

    def _amended(self, patches: list[Patch], point: Point, text: str) -> Amended:
        """The changes, and the meeting with *point* in the place of the old one; *text* is what came in."""

        def changed(piece: Piece) -> Piece:
            return point if piece is self._point else piece

        minutes = self._meeting.minutes
        items = tuple(replace(item, pieces=tuple(map(changed, item.pieces))) for item in minutes.items)
        more = references(Prose(text, Span(self._source.path)))
        minutes = replace(minutes, items=items, references=(*minutes.references, *more))
        return Amended(tuple(patches), replace(self._meeting, minutes=minutes))


def one_line(typed: str) -> str:
    """A text that can stand in a line of minutes and mean nothing else there.  Raises Refused.

    Line breaks become blanks; a comment does not open, and a date with its word stays text.
    """
    text = " ".join(typed.split()).rstrip(",; ")
    refuse(title_fault(text))
    return _DATE_MARK.sub(lambda match: match[1] or f"{match[2]}: ", text.replace("<!--", "<! --"))


def _dated(word: str, date: VagueDate) -> str:
    """A date with its word; as typed, in quotes when it would otherwise end too early."""
    text = " ".join(date.text.split()).strip(_QUOTES)
    return f"{word}:{text}" if _BARE.fullmatch(text) else f'{word}:"{text}"'


def _words(source: Source, meeting: Meeting, language: Tongue) -> dict[str, str]:
    """The words that the file uses; those of *language* when it uses none."""
    halves = front_matter.split(source)
    body = halves.body.text if isinstance(halves, front_matter.Front) else ""
    counts = {tongue: len(re.findall(signs, body)) for tongue, signs in _SIGNS.items()}
    tongue = max(counts, key=lambda tongue: (counts[tongue], tongue is language))
    words = dict(_WORDS[tongue])
    for span in (point.at["done"] for point in meeting.points if "done" in point.at):
        words["done"] = source.text[span.start : span.end].partition(":")[0]
    return words
