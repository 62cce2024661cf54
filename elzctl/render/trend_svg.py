"""Month after month as SVG: a row of bars for each thing that is counted, each with its name and its numbers.

Nothing hangs on a colour: every row has its name, and its first, last and highest number in digits.  All numbers stand in
the description as well, for who cannot see the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elzctl.record import NamedTuple
from elzctl.render.timeline_shapes import BOLD, COLOURS, FONT, PLAIN, drawn, filled, number, text, written
from elzctl.render.trend_text import LABELS, MEANING
from elzctl.views.trend import Month, values
from elzctl.wording import Language, say

WIDTH, MARGIN, LEFT, RIGHT = 760.0, 16.0, 150.0, 660.0
TOP, ROW, TALL = 66.0, 62.0, 40.0
SIZE, SMALL = 13.0, 11.0
_EVERY, _ROOM = (1, 2, 3, 6, 12), 30.0
"""A label stands under every so many months, as soon as there is room for it."""


class _Row(NamedTuple):
    name: str
    numbers: tuple[int | None, ...]
    top: float

    @property
    def most(self) -> int:
        return max((one for one in self.numbers if one is not None), default=0)


def trend_svg(months: Sequence[Month], title: str, language: Language) -> str:
    """A file of its own, on a ground of its own; *title* says what it is of."""
    rows = [
        _Row(language(label), values(months, key), TOP + ROW * place)
        for place, (key, label) in enumerate(LABELS.items())
    ]
    bottom = TOP + ROW * len(rows)
    height = bottom + 48
    size = f'width="{number(WIDTH)}" height="{number(height)}" viewBox="0 0 {number(WIDTH)} {number(height)}"'
    look = f'font-family="{FONT}" font-size="{SIZE:g}"{PLAIN} color="{COLOURS["ink"]}" fill="currentColor"'
    between = {"first": months[0].name, "last": months[-1].name}
    under = language(
        say("At the end of each month, from {first} to {last}; each row has a height of its own.", **between)
    )
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title desc" {look}>',
        f'<title id="title">{text(title)}</title>',
        f'<desc id="desc">{text(_described(months, rows, language))}</desc>',
        f'<rect width="{number(WIDTH)}" height="{number(height)}" {filled("paper")}/>',
        written(MARGIN, 26, title, f' font-size="16"{BOLD}'),
        written(MARGIN, 46, under, f' font-size="{SMALL:g}" {filled("quiet")}'),
        *(part for row in rows for part in _row(row)),
        *_axis(months, bottom),
        written(MARGIN, height - 10, language(MEANING), f' font-size="{SMALL:g}" {filled("quiet")}'),
        "</svg>\n",
    )
    return "\n".join(parts)


def _described(months: Sequence[Month], rows: Sequence[_Row], language: Language) -> str:
    """All numbers, month after month."""
    told = (
        f"{month.name}: "
        + ", ".join(f"{row.numbers[place]} {row.name}" for row in rows if row.numbers[place] is not None)
        for place, month in enumerate(months)
        if month.counts is not None
    )
    return f"{'; '.join(told)}. {language(MEANING)}"


def _row(row: _Row) -> Iterator[str]:
    """A row of bars on a line, with its name left and its last number right."""
    base, step = row.top + TALL, (RIGHT - LEFT) / len(row.numbers)
    yield f'<path d="M{number(LEFT)} {number(base)}H{number(RIGHT)}" {drawn("line")}/>'
    yield written(MARGIN, base - TALL / 2 + SIZE / 3, row.name, BOLD)
    quiet = f' text-anchor="end" font-size="{SMALL:g}" {filled("quiet")}'
    yield from (written(LEFT - 6, row.top + SMALL, str(row.most), quiet),) * (row.most > 0)
    yield written(LEFT - 6, base, "0", quiet)
    for place, value in enumerate(row.numbers):
        tall = TALL * value / row.most if value and row.most else 0
        if tall:
            x, y = LEFT + step * place + step * 0.1, base - tall
            area = f'x="{number(x)}" y="{number(y)}" width="{number(step * 0.8)}" height="{number(tall)}"'
            yield f"<rect {area} {filled('bar')}/>"
    known = [one for one in row.numbers if one is not None]
    if known:
        ends = str(known[0]) if len(known) == 1 else f"{known[0]} → {known[-1]}"
        yield written(RIGHT + 10, base - TALL / 2 + SIZE / 3, ends, BOLD)


def _axis(months: Sequence[Month], bottom: float) -> Iterator[str]:
    """The months, as many as have room; a year where it begins."""
    step = (RIGHT - LEFT) / len(months)
    every = next((count for count in _EVERY if count * step >= _ROOM), _EVERY[-1])
    year = ""
    for place, month in enumerate(months):
        if (month.day.month - 1) % every == 0:
            middle = LEFT + step * (place + 0.5)
            yield written(middle, bottom - 6, month.name[5:], f' text-anchor="middle" font-size="{SMALL:g}"')
            if month.name[:4] != year:
                year = month.name[:4]
                yield written(middle, bottom + 8, year, f' text-anchor="middle" font-size="{SMALL:g}"{BOLD}')
