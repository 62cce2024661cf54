"""A timeline as SVG: the same drawing in a page, in a PDF and as a file.

There is no script in it, no style, no link to anything outside, and nothing from a plan but text that is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from elzctl.record import NamedTuple
from elzctl.render.letters import wide
from elzctl.render.timeline_layout import MARGIN, NARROW, SMALL, WIDE, Form, Head, Sheet, Sign, Strip, sheets
from elzctl.render.timeline_shapes import (
    BOLD,
    COLOURS,
    FADES,
    FONT,
    PLAIN,
    arrow,
    bars,
    drawn,
    filled,
    head,
    mark,
    number,
    strip,
    text,
    written,
)
from elzctl.render.tree_timeline import Bar, Timeline

_NOW, _YEARS, _TICKS = 11.0, 13.0, 13.0
"""Heights of the lines of the axis: the word at today, the years, the ticks."""
_KEY = 14.0
"""Height of a line of the legend."""
_SCALE = 1.6
"""How many pixels a file has for a unit."""


class Drawing(NamedTuple):
    """A whole SVG document, its title, and what it shows in words."""

    svg: str
    title: str
    alt: str


def timeline_svg(timeline: Timeline, name: str, address: Callable[[str], str], words: Mapping[str, str]) -> str:
    """The figure as HTML: a wide and a narrow form, of which the style sheet shows one.

    Its ids begin with *name*; a bar leads to the *address* of its anchor, when it has one.  *words* are those of a page.
    """
    svg = "\n".join(
        drawing.svg
        for form in (WIDE, NARROW)
        for drawing in drawings(timeline, words, form, f"{name}-{form.name}", address, role="group")
    )
    caption = text(timeline.caption)
    return f'<figure class="timeline">\n<figcaption>{caption}</figcaption>\n{svg}\n</figure>\n'


def drawings(
    timeline: Timeline,
    words: Mapping[str, str],
    form: Form = WIDE,
    name: str = "t",
    address: Callable[[str], str] = lambda _: "",
    *,
    role: str = "img",
) -> tuple[Drawing, ...]:
    """The drawings that the bars need, each with an axis and a legend of its own.

    *words* has ``today``, ``part_x_of_y`` and what the legend says; what is not there is not said.
    """
    found = sheets(timeline, form)
    made = []
    for place, sheet in enumerate(found, start=1):
        title, alt = timeline.caption, timeline.summary
        if len(found) > 1:
            title = words.get("part_x_of_y", "{caption}").replace("{number}", str(place))
            title = title.replace("{total}", str(len(found))).replace("{caption}", timeline.caption)
            alt = f"{_called(sheet.strips[0].bar)} – {_called(sheet.strips[-1].bar)}. {alt}"
        pen = _Pen(timeline, form, f"{name}-{place}", address, words)
        # As wide as what is drawn, so that it stands under its caption.
        box = f"{number(MARGIN)} 0 {number(form.end - MARGIN)} {number(pen.height(sheet))}"
        opening = _opening(form, box, pen.name, role, title, alt)
        made.append(Drawing(f"{opening}\n{pen.sheet(sheet)}\n</svg>", title, alt))
    return tuple(made)


def timeline_file(timeline: Timeline, words: Mapping[str, str]) -> str:
    """All drawings under each other as a file of its own, on a ground of its own."""
    top, inside = 28.0, []
    for place, sheet in enumerate(sheets(timeline, WIDE), start=1):
        pen = _Pen(timeline, WIDE, f"t-{place}", lambda _: "", words)
        inside.append(f'<g transform="translate(0 {number(top)})">\n{pen.sheet(sheet)}\n</g>')
        top += pen.height(sheet) + MARGIN
    full = WIDE.end + MARGIN
    size = f' width="{number(full * _SCALE)}" height="{number(top * _SCALE)}"'
    box = f"0 0 {number(full)} {number(top)}"
    opening = _opening(WIDE, box, "t", "img", timeline.caption, timeline.summary, size)
    ground = f'<rect width="{number(full)}" height="{number(top)}" {filled("paper")}/>'
    title = written(MARGIN, 18, timeline.caption, f' font-size="13"{BOLD}')
    return "\n".join((opening, ground, title, *inside, "</svg>\n"))


def _opening(form: Form, box: str, name: str, role: str, title: str, alt: str, size: str = "") -> str:
    said = f'role="{role}" aria-labelledby="{name}-title {name}-desc"'
    look = f'font-family="{FONT}" font-size="{SMALL:g}"{PLAIN} color="{COLOURS["ink"]}" fill="currentColor"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="t-{form.name}" viewBox="{box}"{size} {said} {look}>\n'
        f'<title id="{name}-title">{text(title)}</title>\n<desc id="{name}-desc">{text(alt)}</desc>'
    )


def _called(bar: Bar) -> str:
    return bar.number or bar.label


class _Pen(NamedTuple):
    """What is the same all over a drawing."""

    timeline: Timeline
    form: Form
    name: str
    address: Callable[[str], str]
    words: Mapping[str, str]

    def height(self, sheet: Sheet) -> float:
        """How tall the drawing is, with its axis and its legend."""
        return self.top + sheet.height + MARGIN + _KEY * len(self.legend(sheet))

    def sheet(self, sheet: Sheet) -> str:
        """The drawing."""
        bottom = self.top + sheet.height
        keys = (
            f'<g transform="translate({number(x)} {number(bottom + MARGIN + _KEY * at)})">{key}</g>'
            for at, row in enumerate(self.legend(sheet))
            for x, key in row
        )
        parts = (
            FADES.format(name=self.name, bar=COLOURS["bar"]),
            *self.ground(bottom),
            *self.today(bottom),
            f'<g transform="translate(0 {number(self.top)})">',
            *(self.line(line, sheet.indent) for line in sheet.lines),
            "</g>",
            *keys,
        )
        return "\n".join(parts)

    @property
    def top(self) -> float:
        """The height of the axis."""
        return (_NOW if self.timeline.today is not None else 0) + (_YEARS if self.timeline.years else 0) + _TICKS

    def line(self, line: Head | Strip, indent: float) -> str:
        """A goal or a bar."""
        if isinstance(line, Head):
            return head(line, self.form)
        return strip(line, self.form, indent, self.name, address=self.address(line.bar.anchor))

    def ground(self, bottom: float) -> Iterator[str]:
        """Every other year (or quarter) on a tint, a line where each begins, and what they are called."""
        ticks, years = self.timeline.ticks, self.timeline.years
        top = self.top - _TICKS - (_YEARS if years else 0)
        for at, (start, end, _) in enumerate(self.spans(years or ticks)):
            if at % 2:
                area = f'x="{number(start)}" y="{number(top)}" width="{number(end - start)}" height="{number(bottom - top)}"'
                yield f"<rect {area} {filled('wash')}/>"
        for start, end, label in self.spans(ticks):
            yield self.upright(start, self.top - _TICKS, bottom, 0.5)
            yield written((start + end) / 2, self.top - 4, label, ' text-anchor="middle"')
        for start, end, label in self.spans(years):
            yield self.upright(start, top, bottom, 1.2)
            yield self.year(start, end, top + 9.5, label)
        yield self.upright(self.form.right, top, bottom, 0.5)

    def year(self, start: float, end: float, y: float, label: str) -> str:
        """The name of a year, out of the way of the line of today."""
        width = wide(label, SMALL, bold=True) + 4
        today = self.form.place(self.timeline.today) if self.timeline.today is not None else -1.0
        middle = (start + end) / 2
        if abs(today - middle) > width / 2:
            return written(middle, y, label, f' text-anchor="middle"{BOLD}')
        return written(max(start + 3, middle - width - 4), y, label, BOLD)

    def spans(self, ticks: tuple[tuple[float, str], ...]) -> Iterator[tuple[float, float, str]]:
        """From where to where each tick reaches, and its label."""
        ends = [*(self.form.place(share) for share, _ in ticks), self.form.right]
        yield from ((start, end, label) for (start, end), (_, label) in zip(pairwise(ends), ticks, strict=True))

    def upright(self, x: float, top: float, bottom: float, width: float) -> str:
        """A line from top to bottom."""
        return f'<path d="M{number(x)} {number(top)}V{number(bottom)}" {drawn("line", width)}/>'

    def today(self, bottom: float) -> Iterator[str]:
        """The line of today with its word above it."""
        if self.timeline.today is not None:
            word = self.words.get("today", "")
            x, half = self.form.place(self.timeline.today), wide(word, SMALL, bold=True) / 2
            middle = max(MARGIN + half, min(x, self.form.end - half))
            line = f'<path d="M{number(x)} {number(_NOW)}V{number(bottom)}" {drawn("today", 1.3)} stroke-dasharray="4 2.5"/>'
            yield line + written(middle, _NOW - 2.5, word, f' text-anchor="middle" {filled("today")}{BOLD}')

    def legend(self, sheet: Sheet) -> list[list[tuple[float, str]]]:
        """Lines of the legend, each a row of (x, key): no more than what the drawing needs."""
        rows: list[list[tuple[float, str]]] = [[]]
        x = MARGIN
        for word, shape, width in self.keys(sheet):
            words = self.words.get(word, "")
            needed = width + 5 + wide(words, SMALL)
            if rows[-1] and x + needed > self.form.end:
                rows.append([])
                x = MARGIN
            rows[-1].append((x, shape + written(width + 5, 8, words)))
            x += needed + 12
        return rows

    def keys(self, sheet: Sheet) -> Iterator[tuple[str, str, float]]:
        """What the legend explains: the key of its words, its shape, and how wide that is."""
        strips = sheet.strips
        signs = [sign for line in strips for sign in line.signs]
        bar = strips[0]._replace(middle=5.0, ends=(0.0, 24.0), sure=(0.0, 24.0), bar=Bar("", "", "", 0, 1, False))
        yield "bar_exact", "".join(bars(bar, self.name)), 24.0
        yield "bar_soft", "".join(bars(bar._replace(sure=(8.0, 16.0)), self.name)), 24.0
        for word, done in (("step_done", True), ("step_open", False)):
            yield word, "".join(mark(Sign(4.5, done, 1, 0.0), 5.0)), 9.0
        if any(sign.steps > 1 for sign in signs):
            yield "steps_many", written(0, 8, "2, 3 …", BOLD), 30.0
        if any(line.came_before or line.goes_on for line in strips):
            yield "bar_beyond", arrow(6.5, 5.0, -1) + arrow(8.5, 5.0, 1), 15.0
