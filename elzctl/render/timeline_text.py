"""The timeline for people at a terminal: a chart that fits the window, whole lines in a pipe.

Every sign has its meaning under the chart, and no meaning hangs on a colour.  A terminal that lacks the blocks gets signs
that every terminal has.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from elzctl.dates import VagueDate
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.render.columns import cut, one_line, padded, width
from elzctl.render.plain_title import plain_title
from elzctl.render.status_text import GAP, NOTHING
from elzctl.render.terminal import Paint
from elzctl.render.words import PAGE, QUARTERS, bare
from elzctl.render.wrapped_table import wrapped
from elzctl.views.timeline import Row, Timeline
from elzctl.wording import Language, say, say_count

LEAST = 60
"""Columns of a window from which names stand beside their bars; in a narrower one they stand above them."""
_MOST = 9  # the highest number of marks in a cell that has one column


class Signs(NamedTuple):
    """What the cells of a chart are drawn with."""

    exact: str
    soft: str
    done: str
    open: str
    today: str
    before: str
    after: str


BLOCKS = Signs("█", "░", "●", "○", "│", "◀", "▶")
ASCII = Signs("#", "~", "x", "o", "|", "<", ">")

_Label: TypeAlias = tuple[int, str]


def signs_for(encoding: str) -> Signs:
    """Blocks where the encoding of the terminal has them."""
    try:
        codecs.encode("".join(BLOCKS), encoding)
    except (UnicodeError, LookupError):
        return ASCII
    return BLOCKS


def timeline_lines(found: Timeline | None, undated: Sequence[Action], plan: Plan, language: Language) -> Iterator[str]:
    """For a pipe: every action on one line, those without a date last, two or more blanks between the columns.

    The columns are number, first day, last day, whether those are known, the period as it was typed, and title.
    """
    rows = [_fields(row, plan, language) for row in (found.rows if found is not None else ())]
    no_date = language(say("no date"))
    rows += [
        (str(action.number or NOTHING), NOTHING, NOTHING, no_date, NOTHING, _title(action, plan)) for action in undated
    ]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield GAP.join(map(padded, row, widths)).rstrip()


def timeline_chart(
    found: Timeline, plan: Plan, language: Language, paint: Paint, columns: int, signs: Signs, today: float
) -> Iterator[str]:
    """For a terminal of that many columns: a line an action under its goals, and what the signs mean.

    *today* is a share of the time that is drawn; less than 0 or more than 1 for a day outside it.
    """
    chart = _Chart(found, columns, signs, today)
    for labels in (chart.now(language), chart.years(), chart.ticks(language)):
        if labels:
            yield paint("quiet", " " * chart.left + _spread(labels, columns - chart.left))
    above: tuple[str, ...] = ()
    for row in found.rows:
        goals = tuple(_titled(goal, plan) for goal in row.above) or (language(say("Actions without a goal")),) * bool(
            above
        )
        for level, goal in enumerate(goals):
            if goals[: level + 1] != above[: level + 1]:
                yield paint("quiet" if level else "strong", cut(goal, columns))
        above = goals
        name = f"{row.action.number or ''} {_title(row.action, plan)}".strip()
        if chart.left > 1:
            yield (padded(cut(name, chart.left - 2), chart.left - 1) + chart.line(row)).rstrip()
        else:
            yield from (cut(name, columns), chart.line(row).rstrip())
    yield ""
    yield from _legend(chart, language, columns)


def undated_text(undated: Sequence[Action], plan: Plan, language: Language, columns: int) -> list[str]:
    """The live actions without a date, by their numbers."""
    names = ", ".join(str(action.number or _title(action, plan)) for action in undated)
    text = say_count(
        "{count} live action without a date: {names}",
        "{count} live actions without a date: {names}",
        len(undated),
        names=names,
    )
    return wrapped(language(text), columns)


def _fields(row: Row, plan: Plan, language: Language) -> tuple[str, ...]:
    action = row.action
    certain = language(PAGE["bar_soft" if row.soft else "bar_exact"])
    return (
        str(action.number or NOTHING),
        row.start.first.isoformat(),
        row.end.last.isoformat(),
        certain,
        _period(row, language),
        _title(action, plan),
    )


def _period(row: Row, language: Language) -> str:
    """The dates as they were typed; what is only a deadline is no beginning."""
    first, last = (_typed(when) for when in (row.start, row.end))
    if row.start != row.end:
        return f"{first} – {last}"
    if not row.begins:
        return language(say("by {date}", date=last))
    return first if row.ends else language(say("from {date}", date=first))


def _typed(when: VagueDate) -> str:
    return one_line(bare(when.text.strip('"“”„')))


def _titled(goal: StrategicGoal | Goal, plan: Plan) -> str:
    return one_line(f"{goal.number or ''} {plain_title(goal.title, plan)}")


def _title(action: Action, plan: Plan) -> str:
    return one_line(plain_title(action.title, plan) or action.id)


# The chart


class _Chart:
    """Cells for the time that is drawn, with a column for an arrow before and after them."""

    def __init__(self, found: Timeline, columns: int, signs: Signs, today: float) -> None:
        self._found = found
        self.signs = signs
        self._today = today
        self.left = columns * 2 // 5 if columns >= LEAST else 1
        """Columns before the first cell."""
        self._cells = columns - self.left - 1

    def _place(self, share: float) -> int:
        return min(int(share * self._cells), self._cells - 1)

    def now(self, language: Language) -> list[_Label]:
        """The line of today with its word behind it, or before it where that has no room."""
        if not self.has_today:
            return []
        place, word = self._place(self._today), language(PAGE["today"])
        if place + 2 + width(word) <= self._cells:
            return [(place, f"{self.signs.today} {word}")]
        return [(max(place - 1 - width(word), 0), f"{word} {self.signs.today}")]

    def years(self) -> list[_Label]:
        """The years over quarters, each where it begins."""
        found = self._found
        days = [day for day in found.ticks if day.month == 1 or day == found.first] if found.has_quarters else []
        return [(self._place(found.share(day)), str(day.year)) for day in days]

    def ticks(self, language: Language) -> list[_Label]:
        """The quarters, or the years of a long time."""
        found = self._found
        return [
            (self._place(found.share(day)), language(QUARTERS[day.month]) if found.has_quarters else str(day.year))
            for day in found.ticks
        ]

    def line(self, row: Row) -> str:
        """The cells of an action."""
        signs, found = self.signs, self._found
        cells = [" "] * self._cells
        if self.has_today:
            cells[self._place(self._today)] = signs.today
        first, last = found.span(row.start.first, row.end.last)
        for place in self._covered(first, last):
            cells[place] = signs.exact if self._is_sure(row, place) else signs.soft
        for place, done in self._marks(row):
            cells[place] = (signs.done if done[0] else signs.open) if len(done) == 1 else str(min(len(done), _MOST))
        before = signs.before if first < 0 else " "
        return f"{before}{''.join(cells)}{signs.after if self._is_after(last) else ''}"

    @property
    def has_today(self) -> bool:
        """True when today is in the time that is drawn."""
        return 0 <= self._today < 1

    @property
    def goes_on(self) -> bool:
        """True when a bar goes on outside."""
        spans = [self._found.span(row.start.first, row.end.last) for row in self._found.rows]
        return any(first < 0 or self._is_after(last) for first, last in spans)

    @property
    def has_numbers(self) -> bool:
        """True when marks stand together in a cell."""
        return any(len(done) > 1 for row in self._found.rows for _, done in self._marks(row))

    def _is_after(self, last: float) -> bool:
        return last > 1 + 1e-9

    def _covered(self, first: float, last: float) -> range:
        """The cells of a bar: those that it fills for half, and always one of a bar that is drawn at all."""
        if last <= 0 or first >= 1:
            return range(0)
        start = max(round(first * self._cells), 0)
        end = min(round(last * self._cells), self._cells)
        start = min(start, self._cells - 1)
        return range(start, max(end, start + 1))

    def _is_sure(self, row: Row, place: int) -> bool:
        """True for a cell in the middle of which the action surely runs."""
        if not row.soft:
            return True
        if row.sure is None:
            return False
        first, last = self._found.span(*row.sure)
        return first <= (place + 0.5) / self._cells < last

    def _marks(self, row: Row) -> list[tuple[int, list[bool]]]:
        """The cells with marks, and of each mark whether it is done."""
        found: dict[int, list[bool]] = {}
        for mark in row.marks:
            share = self._found.share(mark.day)
            if 0 <= share <= 1:
                found.setdefault(self._place(share), []).append(mark.done)
        return list(found.items())


def _spread(labels: Sequence[_Label], columns: int) -> str:
    """The labels in their places; one that would touch the one before it, or run out of the chart, is left out."""
    line = ""
    for place, label in labels:
        if (not line or width(line) < place) and place + width(label) <= columns:
            line = padded(line, place) + label
    return line


def _legend(chart: _Chart, language: Language, columns: int) -> Iterator[str]:
    """What the signs mean: no more of them than the chart has."""
    signs = chart.signs
    keys = [
        (signs.exact * 2, "bar_exact"),
        (signs.soft * 2, "bar_soft"),
        (signs.done, "step_done"),
        (signs.open, "step_open"),
        *((("2", "steps_many"),) if chart.has_numbers else ()),
        *(((signs.before + signs.after, "bar_beyond"),) if chart.goes_on else ()),
    ]
    line = ""
    for sign, key in keys:
        words = f"{sign} {language(PAGE[key])}"
        if line and width(line) + 3 + width(words) > columns:
            yield from wrapped(line, columns) if width(line) > columns else (line,)
            line = ""
        line += f"{' ' * 3 if line else ''}{words}"
    yield from wrapped(line, columns) if width(line) > columns else (line,)
