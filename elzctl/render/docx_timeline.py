"""The bars of a timeline as a table in Word: a column for each stretch of time, shaded where an action runs.

Where it surely runs is dark, where a vague date leaves that open is pale.  A bar that begins before the first column or
ends after the last one has an arrow there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import shorten
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.render.docx_lines import Look
from elzctl.render.docx_tables import COLUMN_HEADS, cell, drawn, row, shared
from elzctl.render.tree import Jump, Text
from elzctl.render.tree_timeline import Bar, Timeline

if TYPE_CHECKING:
    from elzctl.render.docx_blocks import Place, Writer

MOST = 16
"""Columns that fit beside the names."""
_NAMES = 0.36
_EXACT, _SOFT = "bar", "soft"
_DONE, _TO_DO, _TODAY, _BEFORE, _AFTER = "●", "○", "▼", "◀", "▶"
_LONGEST = 110
"""Characters of the title of a goal."""
_WORD_SPACE = "\u00a0"


class _Stretch(NamedTuple):
    """A column: from one share of the whole to another, and the width of its cells."""

    first: float
    last: float
    width: int


def timeline(writer: Writer, block: Timeline, place: Place) -> str:
    """The bars; the name of each stands before it, with the same in words."""
    years = dict(block.years)
    ticks = _ticks([(at, years.get(at, label)) for at, label in block.ticks])
    edges = [at for at, _ in ticks]
    names, *widths = shared(place.room, (_NAMES, *((1 - _NAMES) / len(ticks),) * len(ticks)))
    stretches = [_Stretch(*ends, width) for ends, width in zip(pairwise((*edges, 1.0)), widths, strict=True)]
    heads = [cell(names, writer.paragraph("Table Heading Small", ""))]
    for stretch, (_, label) in zip(stretches, ticks, strict=True):
        is_now = block.today is not None and stretch.first <= block.today < stretch.last
        words = writer.text(f"{label} {_TODAY}" if is_now else label)
        heads.append(cell(stretch.width, writer.paragraph("Table Heading Small", words)))
    rows = (row(cells, whole=True) for cells in _rows(writer, block, names, stretches))
    caption = writer.paragraph("caption", writer.text(block.caption))
    legend = writer.paragraph("Timeline Legend", "".join(_legend(writer, block)))
    lines = (row(heads, head=True), *rows)
    bars = drawn(writer, "Timeline Table", (names, *widths), lines, COLUMN_HEADS, place.left, block.caption)
    return caption + bars + legend


def _ticks(ticks: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """No more ticks than there is room for, the years first; one stands at the beginning."""
    found = [tick for tick in ticks if 0 < tick[0] < 1]
    found = [(0.0, next((name for at, name in ticks if at <= 0), "")), *found]
    if len(found) > MOST:
        found = [tick for tick in found if tick[0] == 0 or tick[1].isdigit()]
    return found[:: -(-len(found) // MOST)]


def _rows(
    writer: Writer, block: Timeline, names: int, stretches: Sequence[_Stretch]
) -> Iterator[Iterator[str] | list[str]]:
    """The bars, each under the goals that the one before did not stand under."""
    before: tuple[str, ...] = ()
    for bar in block.bars:
        for level, goal in enumerate(bar.goals):
            if bar.goals[: level + 1] != before[: level + 1]:
                words = writer.text(shorten(goal, _LONGEST, placeholder="…"))
                wide = names + sum(stretch.width for stretch in stretches)
                title = writer.paragraph("Table Heading Small", words, keep=True)
                yield [cell(wide, title, over=1 + len(stretches))]
        before = bar.goals
        yield _bar(writer, bar, names, stretches)


def _bar(writer: Writer, bar: Bar, names: int, stretches: Sequence[_Stretch]) -> Iterator[str]:
    name = writer.line((Jump(bar.anchor, (Text(bar.label),)), Text(f" · {bar.text}")))
    yield cell(names, writer.paragraph("Table Text Small", name))
    for stretch in stretches:
        at_start, at_end = stretch is stretches[0], stretch is stretches[-1]
        marks = [done for at, done in bar.marks if stretch.first <= at < stretch.last or (at_end and at >= 1)]
        signs = [_BEFORE] * (at_start and bar.first < 0) + [_DONE if done else _TO_DO for done in marks]
        signs += [_AFTER] * (at_end and bar.last > 1)
        words = writer.paragraph("Table Text Small", writer.text("".join(signs)))
        yield cell(stretch.width, words, ground=writer.colours.get(_ground(bar, stretch), ""))


def _ground(bar: Bar, stretch: _Stretch) -> str:
    """The name of the shade of a bar in a column, if any; dark when at least half of what it takes there is certain."""
    runs = _shared_by(bar.first, bar.last, stretch)
    # What ends with a quarter ends at the first moment of the next one, and does not touch that.
    if runs <= 0.02 * (stretch.last - stretch.first):
        return ""
    sure = _shared_by(*bar.core, stretch) if bar.core is not None else 0.0
    return _EXACT if not bar.soft or 2 * sure >= runs else _SOFT


def _shared_by(first: float, last: float, stretch: _Stretch) -> float:
    return min(last, stretch.last) - max(first, stretch.first)


def _legend(writer: Writer, block: Timeline) -> Iterator[str]:
    """What the shades and signs mean."""
    for colour, key in ((_EXACT, "bar_exact"), (_SOFT, "bar_soft")):
        shade = Look(extra=f'<w:shd w:val="clear" w:color="auto" w:fill="{writer.colours[colour]}"/>')
        yield writer.text(_WORD_SPACE * 6, shade)
        yield writer.text(f" {writer.words.get(key, '')}    ")
    signs = [(_DONE, "step_done"), (_TO_DO, "step_open")]
    signs += [(_TODAY, "today")] * (block.today is not None)
    signs += [(f"{_BEFORE} {_AFTER}", "bar_beyond")] * any(bar.first < 0 or bar.last > 1 for bar in block.bars)
    for sign, key in signs:
        yield writer.text(f"{sign} {writer.words.get(key, '')}    ")
