"""Bars in tables, drawn by the server: each number stands in the row beside its bar, so a chart is its own table.

Nothing hangs on a colour: the parts of a bar differ by pattern, and a list above the table says which is which.  Lengths
are shares of the width of the cell, so that letters and patterns are as large on a telephone as on a screen.  A drawing
has no style in an attribute, which a page forbids itself; its colours are classes of the style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from elzctl.record import NamedTuple
from elzctl.render.timeline_shapes import filled, number

HEIGHT = 16
SIDE = 14
"""Of the largest square."""
_UNITS = 'patternUnits="userSpaceOnUse"'


def _pattern(name: str, size: int, ground: str, shapes: str, turn: int = 0) -> str:
    turned = f' patternTransform="rotate({turn})"' if turn else ""
    area = f'width="{size}" height="{size}"'
    return f'<pattern id="_elz-{name}" {area} {_UNITS}{turned}><rect {area} {filled(ground)}/>{shapes}</pattern>'


def _rect(width: float, height: float, colour: str, x: float = 0, y: float = 0) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" {filled(colour)}/>'


SHADES: Mapping[str, str] = {
    "full": _pattern("full", 8, "bar", ""),
    "dark": _pattern("dark", 6, "edge", _rect(2, 2, "paper", 2, 2)),
    "empty": _pattern("empty", 8, "paper", ""),
    "slant": _pattern("slant", 6, "paper", _rect(3, 6, "bar"), 45),
    "dots": _pattern("dots", 6, "paper", '<circle cx="3" cy="3" r="1.6" ' + filled("bar") + "/>"),
    "upright": _pattern("upright", 5, "paper", _rect(2, 5, "bar")),
    "flat": _pattern("flat", 5, "paper", _rect(5, 2, "bar")),
    "grid": _pattern("grid", 6, "paper", _rect(6, 1.4, "bar") + _rect(1.4, 6, "bar")),
    "checks": _pattern("checks", 8, "paper", _rect(4, 4, "edge") + _rect(4, 4, "edge", 4, 4)),
    "pale": _pattern("pale", 6, "wash", '<circle cx="3" cy="3" r=".9" ' + filled("quiet") + "/>"),
    "alarm": _pattern("alarm", 6, "today", _rect(1.6, 6, "paper"), -45),
}
"""What an area is filled with, by name."""


class Column(NamedTuple):
    """A column of numbers; with a *shade* they are parts of the bar."""

    label: str
    shade: str = ""


class Line(NamedTuple):
    """A row: its name as HTML, a number for each column (``None`` for what is not known), and how far in it stands."""

    name: str
    numbers: tuple[int | None, ...]
    level: int = 0


class Words(NamedTuple):
    """What a chart says itself: its caption, the heads of the names and of the bars."""

    caption: str
    names: str
    bars: str


def patterns() -> str:
    """The patterns of a page, once."""
    return (
        f'<svg class="shades" width="0" height="0" aria-hidden="true"><defs>{"".join(SHADES.values())}</defs></svg>\n'
    )


def chart(words: Words, columns: Sequence[Column], lines: Sequence[Line], last: Line | None = None) -> str:
    """A list that explains the parts, and the table; *last* is a row of totals, which has no bar."""
    most = max((_length(columns, line) for line in lines), default=0)
    head = f'<th scope="col">{escape(words.names)}</th><th scope="col" class="bars">{escape(words.bars)}</th>'
    head += "".join(f'<th scope="col" class="n">{escape(column.label)}</th>' for column in columns)
    body = "".join(_row(columns, line, most) for line in lines)
    foot = f"<tfoot>\n{_row(columns, last, 0)}</tfoot>\n" if last is not None else ""
    return f"{legend(columns)}{framed(words.caption, 'chart', head, body, foot)}"


def framed(caption: str, style: str, head: str, body: str, foot: str = "") -> str:
    """A table in a box that scrolls when it is too wide."""
    name = escape(caption)
    return (
        f'<div class="scroll" role="group" aria-label="{name}" tabindex="0">\n<table class="{style}">\n'
        f"<caption>{name}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n{foot}</table>\n</div>\n"
    )


def legend(columns: Iterable[Column]) -> str:
    """What each pattern stands for."""
    shown = [column for column in columns if column.shade]
    if len(shown) < 2:
        return ""
    items = "".join(f"<li>{_swatch(column.shade)}{escape(column.label)}</li>\n" for column in shown)
    return f'<ul class="legend">\n{items}</ul>\n'


def cell(column: Column, value: int | None) -> str:
    """A number under its head; what is not known is a dash, and no 0."""
    shown = "–" if value is None else str(value)
    style = "n none" if column.shade and value == 0 else "n"
    return f'<td class="{style}" data-label="{escape(column.label)}">{shown}</td>'


def bar(parts: Iterable[tuple[str, int]], most: int) -> str:
    """A bar of (shade, number) in a width that stands for *most*; nothing when there is nothing to draw."""
    drawn = "".join(_parts(parts, most)) if most > 0 else ""
    return f'<svg class="bar-of" width="100%" height="{HEIGHT}" aria-hidden="true">{drawn}</svg>' if drawn else ""


def share(percent: int) -> str:
    """A bar in a frame that stands for 100 %; more than that is drawn as full."""
    full = f'<rect width="100%" height="{HEIGHT}" fill="url(#_elz-empty)"/>'
    width = f'width="{max(0, min(percent, 100))}%"'
    part = f'<rect {width} height="{HEIGHT}" fill="url(#_elz-full)"/>'
    return f'<svg class="bar-of" width="100%" height="{HEIGHT}" aria-hidden="true">{full}{part}</svg>'


def square(value: int, most: int) -> str:
    """A square that is as large as the number is; nothing for 0."""
    if value <= 0:
        return ""
    side = SIDE * (value / most) ** 0.5
    area = f'x="{number(SIDE - side)}" y="{number((SIDE - side) / 2)}" width="{number(side)}" height="{number(side)}"'
    return f'<svg class="square" width="{SIDE}" height="{SIDE}" aria-hidden="true"><rect {area} {filled("bar")}/></svg>'


def _parts(parts: Iterable[tuple[str, int]], most: int) -> Iterator[str]:
    place = 0.0
    for shade, value in parts:
        width = 100 * value / most
        if width:
            area = f'x="{number(place)}%" width="{number(width)}%" height="{HEIGHT}"'
            yield f'<rect {area} fill="url(#_elz-{shade})"/>'
        place += width


def _row(columns: Sequence[Column], line: Line, most: int) -> str:
    pairs = tuple(zip(columns, line.numbers, strict=True))
    drawn = bar(((column.shade, value or 0) for column, value in pairs if column.shade), most)
    style = f' class="below{line.level}"' if line.level else ""
    cells = "".join(cell(column, value) for column, value in pairs)
    return f'<tr{style}><th scope="row"><span>{line.name}</span></th><td class="bars">{drawn}</td>{cells}</tr>\n'


def _length(columns: Sequence[Column], line: Line) -> int:
    return sum(value or 0 for column, value in zip(columns, line.numbers, strict=True) if column.shade)


def _swatch(shade: str) -> str:
    return (
        f'<svg class="bar-of" width="22" height="{HEIGHT}" aria-hidden="true">'
        f'<rect width="22" height="{HEIGHT}" fill="url(#_elz-{shade})"/></svg> '
    )
