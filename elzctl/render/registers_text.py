"""Signals, agreements and events for people: whole lines in a pipe, tables that fit the window on a terminal.

Nothing is cut.  No meaning hangs on a colour: every colour has its word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, TypeAlias

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.fiche import Ref, ids
from elzctl.meeting import Agreement, Event, Signal, SignalStep
from elzctl.model import Plan
from elzctl.render.columns import one_line, padded, width
from elzctl.render.marks import in_plain_words, tag_name
from elzctl.render.meeting_words import STAGE_WORDS, hours_in_words
from elzctl.render.terminal import Paint
from elzctl.render.words import bare
from elzctl.render.wrapped_table import GAP, Piece, Rows, wrapped_table
from elzctl.sections import references
from elzctl.source import Prose, Span
from elzctl.terms import Stage
from elzctl.views.registers import CLOSING, AgreementRow, EventRow, Place, SignalRow, Timing, grouped
from elzctl.wording import Language, Message, say, say_count

TIMINGS: Mapping[Timing, Message] = {
    Timing.PAST: say("past"),
    Timing.UPCOMING: say("to come"),
    Timing.NO_DATE: say("no date"),
}
_HEADINGS: Mapping[Timing, Message] = {
    Timing.PAST: say("Past"),
    Timing.UPCOMING: say("To come"),
    Timing.NO_DATE: say("No date"),
}
NO_THEME, NOBODY = say("no theme"), say("nobody named")
Noted: TypeAlias = "Signal | Agreement | Event"
_INTERNAL = say("internal")
AnyRow: TypeAlias = "SignalRow | AgreementRow | EventRow"
NOTHING = "-"  # an empty column of a pipe, so that every line has as many


class RegisterText:
    """The registers of one plan in one language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self._plan = plan
        self._say = language

    def signal_lines(self, rows: Sequence[SignalRow]) -> Iterator[str]:
        """For a pipe: id, stage, days since it was noted, group, tags, the signal, and what became of it."""
        return _aligned(
            (
                *(row.noted.id, self._say(STAGE_WORDS[row.stage]), str(row.age), one_line(row.group)),
                *(self._about(row.noted), self._line(row.noted)),
                "; ".join(map(self._step, row.places[1:])),
            )
            for row in rows
        )

    def signal_table(self, rows: Sequence[SignalRow], paint: Paint, columns: int) -> Iterator[str]:
        """For a terminal: under the name of each group its signals, beside each what became of it."""
        groups = grouped(rows)
        head = (self._say(say("Noted")), self._say(say("Signal")), self._say(say("Steps")))
        shown = [
            Rows(
                one_line(group.name) or (self._say(say("Not grouped")) if len(groups) > 1 else ""),
                [self._signal(row) for row in group.rows],
            )
            for group in groups
        ]
        return wrapped_table(head, shown, 1, paint, columns)

    def signal_summary(self, rows: Sequence[SignalRow]) -> str:
        """How many there are, how far they came, and how many came to nothing yet."""
        total = self._say(say_count("{count} signal", "{count} signals", len(rows)))
        found = self._counts(STAGE_WORDS, [row.stage for row in rows])
        return f"{total}: {found}; {self._say(say('{count} open', count=sum(row.is_open for row in rows)))}"

    def agreement_lines(self, rows: Sequence[AgreementRow]) -> Iterator[str]:
        """For a pipe: id, day, themes, target groups, who, the agreement."""
        found = (
            (
                *(row.noted.id, str(row.meeting.day), self._named(row.themes), self._named(row.target_groups)),
                *(self._names(row.noted.who), self._line(row.noted)),
            )
            for row in rows
        )
        return _aligned(found, long=3)

    def agreement_table(self, rows: Sequence[AgreementRow], paint: Paint, columns: int) -> Iterator[str]:
        """For a terminal: the theme, the agreement, and who agreed to it."""
        head = (self._say(say("Theme")), self._say(say("Agreement")), self._say(say("Who")))
        shown = [
            (
                (Piece(self._named(row.themes)) if row.themes else Piece(self._say(NO_THEME), "quiet"),),
                self._what(row, self._named(row.target_groups)),
                (Piece(self._names(row.noted.who)) if row.noted.who else Piece(self._say(NOBODY), "warning"),),
            )
            for row in rows
        ]
        return wrapped_table(head, [Rows("", shown)], 1, paint, columns)

    def agreement_summary(self, rows: Sequence[AgreementRow]) -> str:
        """How many there are."""
        return self._say(say_count("{count} agreement", "{count} agreements", len(rows)))

    def event_lines(self, rows: Sequence[EventRow]) -> Iterator[str]:
        """For a pipe: whether it is over, first and last day, hours, id, who, the event."""
        return _aligned(
            (
                *(self._say(TIMINGS[row.timing]), _days(row.noted.when), _hours(row.noted), row.noted.id),
                *(self._names(row.noted.who), self._line(row.noted)),
            )
            for row in rows
        )

    def event_table(self, rows: Sequence[EventRow], paint: Paint, columns: int) -> Iterator[str]:
        """For a terminal: what is past, what is to come, what has no date; each by day."""
        head = (self._say(say("When")), self._say(say("Event")), self._say(say("Who")))
        shown = [
            Rows(
                self._say(_HEADINGS[timing]),
                [
                    (self._when(row.noted), self._what(row), (Piece(self._names(row.noted.who)),))
                    for row in rows
                    if row.timing is timing
                ],
            )
            for timing in Timing
        ]
        return wrapped_table(head, [group for group in shown if group.rows], 1, paint, columns)

    def event_summary(self, rows: Sequence[EventRow]) -> str:
        """How many there are, and how many are over."""
        total = self._say(say_count("{count} event", "{count} events", len(rows)))
        return f"{total}: {self._counts(TIMINGS, [row.timing for row in rows])}"

    def _counts(self, words: Mapping[Any, Message], found: Sequence[Enum]) -> str:
        return ", ".join(f"{found.count(one)} {self._say(word)}" for one, word in words.items() if one in found)

    def _signal(self, row: SignalRow) -> tuple[Sequence[Piece], ...]:
        came_to = [
            f"{self._say(STAGE_WORDS[place.stage])}: {told}"
            for place in row.places
            if place.stage in CLOSING and (told := self._told(place))
        ]
        tags = self._about(row.noted)
        steps = [
            Piece(f"{self._date(place.on)} {self._say(STAGE_WORDS[place.stage])}".strip()) for place in row.places[1:]
        ]
        still = Piece(self._say(say_count("open for {count} day", "open for {count} days", row.age)), "warning")
        return (
            (Piece(str(row.meeting.day)),),
            (*self._what(row, tags), *(Piece(text, "good") for text in came_to)),
            (*steps, *((still,) if row.is_open else ())),
        )

    def _step(self, place: Place) -> str:
        """What became of a signal, when, in which meeting, and what was said about it."""
        words = (
            self._say(STAGE_WORDS[place.stage]),
            self._date(place.on),
            f"({place.meeting.id})" if place.meeting is not None else "",
        )
        told = self._told(place) if place.stage is not Stage.GROUPED else ""
        return " ".join(filter(None, words)) + (f": {told}" if told else "")

    def _told(self, place: Place) -> str:
        """Who takes it up, and what was said about it."""
        step = place.step
        if step is None:
            return ""
        return ": ".join(filter(None, (self._unsaid(step), self._words(step))))

    def _what(self, row: AnyRow, tags: str = "") -> tuple[Piece, ...]:
        """What was noted, for whom or about what, and where it stands."""
        title = one_line(in_plain_words(row.meeting.title, self._plan))
        day = () if isinstance(row, SignalRow) else (str(row.meeting.day),)  # which a signal has in a column of its own
        where = " ".join((row.noted.id.rpartition("/")[2], "·", *day, title))
        if row.noted.internal:
            where = f"{where} ({self._say(_INTERNAL)})"
        return tuple(
            Piece(text, style) for text, style in ((self._words(row.noted), ""), (tags, "quiet"), (where, "quiet"))
        )

    def _line(self, noted: Noted) -> str:
        words = self._words(noted)
        return f"{words} ({self._say(_INTERNAL)})" if noted.internal else words

    def _words(self, noted: Noted | SignalStep) -> str:
        """The words; a reference that ends them is no part of the text that was read, but of what it says."""
        there = {reference.id for reference in references(Prose(noted.text, Span("")))}
        others = [
            in_plain_words(f"[[{one.id}|{one.label}]]" if one.label else f"[[{one.id}]]", self._plan)
            for one in noted.references
            if one.id not in there
        ]
        text = in_plain_words(noted.text, self._plan)
        return one_line(" · ".join((text, *others)))

    def _names(self, refs: Iterable[Ref]) -> str:
        return ", ".join(one_line(self._plan.actor_name(ref.id)) for ref in refs)

    def _about(self, signal: Signal) -> str:
        """The target groups and themes of a signal, and whom it names at its end."""
        return "; ".join(filter(None, (self._named(ids(signal.tags)), self._unsaid(signal))))

    def _unsaid(self, noted: Signal | SignalStep) -> str:
        """The actors that are named, but not in the words themselves."""
        return self._names(ref for ref in noted.who if f"@{ref.id}" not in noted.text)

    def _named(self, tags: Iterable[str]) -> str:
        return "; ".join(one_line(tag_name(tag, self._plan)) for tag in tags)

    def _when(self, event: Event) -> tuple[Piece, ...]:
        """The day or days as people say them, and the hours."""
        when = event.when
        if when is None:
            return (Piece(""),)
        if when.is_vague and not when.text[:1].isdigit():
            days = one_line(bare(when.text))
        else:
            days = dates.in_words_range(when.first, when.last, self._say.code)
        return Piece(days, "strong"), Piece(hours_in_words(event.start, event.end, self._say))

    def _date(self, on: VagueDate | None) -> str:
        if on is None:
            return ""
        return one_line(bare(on.text)) if on.is_vague else str(on.first)


def _aligned(rows: Iterable[tuple[str, ...]], long: int = 2) -> Iterator[str]:
    """Columns that are as wide as their widest text, but for the last *long* ones, whose texts can be of any length."""
    found = [tuple(text or NOTHING for text in row) for row in rows]
    widths = [max(map(width, column)) for column in zip(*found, strict=True)][:-long]
    for row in found:
        yield GAP.join((*map(padded, row, widths), *row[-long:]))


def _days(when: VagueDate | None) -> str:
    if when is None:
        return ""
    return f"{when.first}/{when.last}" if when.is_vague else str(when.first)


def _hours(event: Event) -> str:
    return "-".join(str(clock) for clock in (event.start, event.end) if clock is not None)
