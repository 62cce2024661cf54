"""What is noted in minutes, each line with a meaning to a value: points, decisions, signals, agreements, events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from elzctl import clock, dates
from elzctl.agenda import Lines
from elzctl.finding import Finding
from elzctl.marked import Line, Marked, marked
from elzctl.meeting import Agreement, Contribution, Event, Noted, Point, Resolution, Signal, SignalStep, Turn
from elzctl.source import Span
from elzctl.terms import Stage, Turning

BOX = (" ", "x", "X")
# What a line begins with, in Dutch and English, and the letter of its ids.
_LETTERS = {"BESLUIT": "B", "DECISION": "B", "SIGNAAL": "S", "SIGNAL": "S", "AFSPRAAK": "A", "AGREEMENT": "A"}
_LETTERS |= {"EVENEMENT": "E", "EVENT": "E"}
KEYWORDS = tuple(_LETTERS)

# What a line under a point or a signal begins with.
CONTRIBUTION = ("bijdrage", "contribution")
TURNINGS = {
    **dict.fromkeys(("stand", "progress"), Turning.PROGRESS),
    **dict.fromkeys(("verschoven", "moved"), Turning.MOVED),
    **dict.fromkeys(("vervallen", "dropped"), Turning.DROPPED),
}
STAGES = {
    **dict.fromkeys(("gegroepeerd", "grouped"), Stage.GROUPED),
    **dict.fromkeys(("besproken", "discussed"), Stage.DISCUSSED),
    **dict.fromkeys(("actie", "action"), Stage.ACTION),
    **dict.fromkeys(("doorverwezen", "referred"), Stage.REFERRED),
    **dict.fromkeys(("geen mandaat", "no mandate"), Stage.NO_MANDATE),
}
_FIRST_WORD = re.compile(r"\**(?P<word>(?:(?:geen|no) )?[a-z]+)\b\**(?=[ \t]*(?:[:@#\[\r\n]|\w+:|\Z))", re.IGNORECASE)
# What may stand between the date of an event and its hours.
_BEFORE_HOURS = (" ", ",", "om ", "van ", "at ", "from ")


class Noting:
    """Reads what is noted in one meeting, and numbers it."""

    def __init__(self, places: Lines, meeting: str, found: list[Finding]) -> None:
        """*found* gathers what is wrong with dates."""
        self.places = places
        self.text = places.text
        self.at = places.at
        self.meeting = meeting
        self.found = found
        self._counts: dict[str, int] = {}

    def is_step(self, key: str, start: int) -> bool:
        """True when a line that begins at *start* tells what became of the signal above it."""
        return _LETTERS[key.upper()] == "S" and self._word(start)[0] in STAGES

    def read(self, match: re.Match[str], line: Line, subs: Sequence[Line], *, internal: bool) -> Noted:
        """The value of a line that *match* begins, and of the lines under it."""
        span = self.at(match.end("indent"), _last(self.text, line[1]))
        if match["key"] is None:
            return self._point(match, line, subs, span, internal=internal)
        letter = _LETTERS[match["key"].upper()]
        one = self._line(line, dated=False)
        shared: dict[str, Any] = {"id": self._id(letter), "text": one.text, "references": one.references}
        shared |= {"internal": internal, "span": span}
        if letter == "B":
            # A decision belongs to nobody else: every word of it counts, the names at its end too.
            return Resolution(**{**shared, "text": " ".join(self.text[line[0] : line[1]].split())})
        shared |= {"who": one.who, "tags": one.tags}
        if letter == "A":
            return Agreement(**shared)
        if letter == "S":
            return Signal(**shared, steps=tuple(self._steps(subs)))
        return _event(shared)

    def _id(self, letter: str) -> str:
        self._counts[letter] = number = self._counts.get(letter, 0) + 1
        return f"{self.meeting}/{letter}{number}"

    def _point(self, match: re.Match[str], line: Line, subs: Sequence[Line], span: Span, *, internal: bool) -> Point:
        box = self.at(*match.span("box"))
        one = self._line(line, dated=True)
        end = self._end(line[1])
        contributions, turns, notes = [], [], []
        for sub in subs:
            word, start = self._word(sub[0])
            if word in CONTRIBUTION:
                where = self._span(sub)
                read = self._line((start, sub[1]), dated=False, label=True)
                contributions.append(Contribution(read.who, read.text, where))
            elif word in TURNINGS:
                where = self._span(sub)
                read = self._line((start, sub[1]), dated=True, label=True)
                turns.append(Turn(TURNINGS[word], read.done, read.due, read.text, where))
            else:
                notes.append(" ".join(self.text[sub[0] : sub[1]].split()))
        below = self._end(subs[-1][1]) if subs else end
        return Point(
            id=self._id(""),
            text=one.text,
            owners=one.who,
            due=one.due,
            ticked=match["box"] in ("x", "X"),
            done=one.done,
            references=one.references,
            tags=one.tags,
            contributions=tuple(contributions),
            turns=tuple(turns),
            notes=tuple(notes),
            internal=internal,
            span=span,
            at={**one.at, "box": box, "end": end, "below": below},
        )

    def _steps(self, subs: Iterable[Line]) -> Iterator[SignalStep]:
        for sub in subs:
            word, start = self._word(sub[0])
            if word in STAGES:
                where = self._span(sub)
                one = self._line((start, sub[1]), dated=True, label=True)
                yield SignalStep(STAGES[word], one.done, one.who, one.references, one.text, where)

    def _word(self, start: int) -> tuple[str, int]:
        """The word that a line under another begins with, in small letters, and where it ends."""
        word = _FIRST_WORD.match(self.text, start)
        return ("", start) if word is None else (word["word"].lower(), word.end())

    def _line(self, line: Line, *, dated: bool, label: bool = False) -> Marked:
        return marked(self.places, line, self.found, dated=dated, label=label)

    def _span(self, line: Line) -> Span:
        return self.at(line[0], _last(self.text, line[1]))

    def _end(self, place: int) -> Span:
        place = _last(self.text, place)
        return self.at(place, place)


def _last(text: str, end: int) -> int:
    """The end without blanks before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _event(shared: Mapping[str, Any]) -> Event:
    """An event: its text begins with a date, and then maybe with hours."""
    text = shared["text"]
    when, rest = _dated(text)
    if when is None:
        return Event(**shared)
    start = end = None
    later = rest
    while later.lower().startswith(_BEFORE_HOURS):
        later = later[1:] if later[0] in " ," else later.partition(" ")[2]
    hours = clock.leading(later)
    if hours is not None:
        start, end, rest = hours.start, hours.end, later[hours.last :]
    return Event(**{**shared, "text": rest.lstrip(" ,:–-"), "when": when, "start": start, "end": end})


def _dated(text: str) -> tuple[dates.VagueDate | None, str]:
    """The date that a text begins with, and what stands behind it."""
    word, _, rest = text.partition(" ")
    if word[:4].isdigit() and not rest.lower().startswith(("-", "–", "—", "/", "t", "until")):
        day = dates.read(word.rstrip(",:"))
        if isinstance(day, dates.VagueDate):
            return day, rest
    first, last, when = next(dates.find(text[: 2 * dates.LONGEST]), (1, 0, None))
    return (when, text[last:].lstrip(" ,:")) if first == 0 else (None, text)
