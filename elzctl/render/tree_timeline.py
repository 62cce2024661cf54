"""The nodes of a timeline in the tree of a document: see :mod:`elzctl.render.tree`."""

from __future__ import annotations

from elzctl.record import NamedTuple


class Bar(NamedTuple):
    """A line of a timeline: from *first* to *last* as shares of the whole, less than 0 or more than 1 for what lies outside.

    ``label`` begins with ``number``, when it has one.  ``text`` says the same as the bar in words.  ``soft`` when a date
    is vague: it surely runs within ``core`` alone, or at no time at all that can be named.  ``marks`` are steps:
    (position, done).  ``goals`` are the titles that it stands under, the widest first.
    """

    anchor: str
    label: str
    text: str
    first: float
    last: float
    soft: bool
    marks: tuple[tuple[float, bool], ...] = ()
    core: tuple[float, float] | None = None
    number: str = ""
    goals: tuple[str, ...] = ()


class Timeline(NamedTuple):
    """Bars over a stretch of time; ``ticks`` are (position, label); ``today`` a position or ``None``.

    ``years`` are (position, label) of the years over ticks that are quarters.  ``summary`` says in a sentence what is
    drawn.  A table with the same facts follows it.
    """

    caption: str
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    today: float | None = None
    years: tuple[tuple[float, str], ...] = ()
    summary: str = ""
    t: str = "timeline"
