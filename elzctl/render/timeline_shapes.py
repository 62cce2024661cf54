"""The shapes of a timeline as SVG: names, bars, marks of steps.

What differs by colour differs by form too, so that it can be read in greyscale: where the day is not known, a bar fades
out between broken lines and has no end; a step that is done is a full disc, one to do an open diamond.  Colours and faces
are attributes, which the style sheet of a page replaces by its own, by class.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from elzctl.render.timeline_layout import BAR, LABEL, LINE, MARGIN, SMALL, Form, Head, Sign, Strip

FONT = "'Source Sans 3', 'Segoe UI', Roboto, Helvetica, Arial, 'DejaVu Sans Condensed', sans-serif"
"""In quotes: a name that ends in a digit is none without them."""
COLOURS: Mapping[str, str] = {
    "ink": "#1b2628",
    "quiet": "#4d5f66",
    "bar": "#2a7784",
    "edge": "#0b4450",
    "line": "#c3d0d2",
    "wash": "#eef4f4",
    "paper": "#ffffff",
    "today": "#a3341f",
}
"""The colours of a drawing; what has one has the class ``t-`` and its name.  Ink is that of everything else."""
FADES = (
    '<defs><linearGradient id="{name}-in"><stop class="t-stop" offset="0" stop-color="{bar}" stop-opacity=".08"/>'
    '<stop class="t-stop" offset="1" stop-color="{bar}"/></linearGradient><linearGradient id="{name}-out">'
    '<stop class="t-stop" offset="0" stop-color="{bar}"/><stop class="t-stop" offset="1" stop-color="{bar}" stop-opacity=".08"/>'
    "</linearGradient></defs>"
)
BOLD = ' font-weight="600" font-variation-settings="\'wght\' 600"'
"""The second attribute is for engines that take a variable face as it comes, which is its thinnest."""
PLAIN = ' font-weight="400" font-variation-settings="\'wght\' 400"'

# XML takes no control characters and no halves of a character.
_NO_XML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def number(value: float) -> str:
    """A length with no more digits than can be seen."""
    return f"{value:.1f}".removesuffix(".0")


def text(words: str) -> str:
    """*words* as characters of XML."""
    return escape(_NO_XML.sub("", words))


def written(x: float, y: float, words: str, more: str = "") -> str:
    """*words* at a place; *more* are attributes."""
    return f'<text x="{number(x)}" y="{number(y)}"{more}>{text(words)}</text>'


def filled(name: str) -> str:
    """The attributes of an area in a colour."""
    return f'class="t-{name}" fill="{COLOURS[name]}"'


def drawn(name: str, width: float = 1.0) -> str:
    """The attributes of a line in a colour."""
    return f'class="t-{name}" fill="none" stroke="{COLOURS[name]}" stroke-width="{width:g}"'


def rule(x: float, y: float, end: float, width: float) -> str:
    """A line across."""
    return f'<path d="M{number(x)} {number(y)}H{number(end)}" {drawn("line", width)}/>'


def ground(top: float, height: float, form: Form) -> str:
    """A ground for letters across a drawing."""
    place = f'x="{number(MARGIN)}" y="{number(top)}"'
    return f'<rect {place} width="{number(form.right - MARGIN)}" height="{number(height)}" {filled("paper")}/>'


def head(line: Head, form: Form) -> str:
    """The title of a goal with a line above it, on a ground that keeps the lines of time out of its letters."""
    size, look = (LABEL, "") if line.level == 0 else (SMALL, f" {filled('quiet')}")
    last, look = line.top + line.height - 4.5, f' font-size="{size:g}"{BOLD}{look}'
    places = (last - LINE * (len(line.lines) - 1 - at) for at in range(len(line.lines)))
    words = "".join(written(MARGIN, y, said, look) for y, said in zip(places, line.lines, strict=True))
    return (
        ground(line.top, line.height, form)
        + rule(MARGIN, line.top, form.right, 1.4 if line.level == 0 else 0.6)
        + words
    )


def strip(line: Strip, form: Form, indent: float, name: str, *, address: str) -> str:
    """A bar with its name, its text and its marks: a link to its *address*, when it has one."""
    bar = line.bar
    tag, href = ("a", f' href="{text(address)}"') if address else ("g", "")
    inside = [f"<title>{text(bar.label)}: {text(bar.text)}</title>"]
    first = line.top + LABEL + 3.5
    if not form.beside:
        # The lines of time stay out of the letters.
        inside.append(ground(line.top, LINE * len(line.name) + 3, form))
    size = f' class="t-name" font-size="{LABEL:g}"'
    if bar.number:
        inside.append(written(MARGIN, first, bar.number, size + BOLD))
    inside += (written(indent, first + LINE * at, words, size) for at, words in enumerate(line.name))
    inside += bars(line, name)
    if line.came_before:
        inside.append(arrow(form.left - 1.5, line.middle, -1))
    if line.goes_on:
        inside.append(arrow(form.right + 1.5, line.middle, 1))
    start, words = line.words
    inside.append(written(start, line.middle + BAR / 2 + LABEL - 0.5, words, f" {filled('quiet')}"))
    for sign in line.signs:
        inside += mark(sign, line.middle)
    inside.append(rule(MARGIN, line.top, form.right, 0.4))
    return f'<{tag} class="t-row"{href}>{"".join(inside)}</{tag}>'


def bars(line: Strip, name: str) -> Iterator[str]:
    """What is certain full, what is not fading away from it; pale when nothing is."""
    if line.ends is None:
        return
    (start, end), top, bottom = line.ends, line.middle - BAR / 2, line.middle + BAR / 2
    if line.sure is None:
        yield _area(start, end, top, filled("bar") + ' fill-opacity=".3"')
        yield _edges(top, bottom, ((start, end),), ' stroke-dasharray="2.2 1.8"')
        return
    first, last = line.sure
    yield _area(start, first, top, f'fill="url(#{name}-in)"')
    yield _area(first, last, top, filled("bar"))
    yield _area(last, end, top, f'fill="url(#{name}-out)"')
    yield _edges(top, bottom, ((start, first), (last, end)), ' stroke-dasharray="2.2 1.8"')
    closed = [
        x
        for x, shut in ((start, first == start and not line.came_before), (end, last == end and not line.goes_on))
        if shut
    ]
    yield _edges(top, bottom, ((first, last),), "", closed)


def _area(start: float, end: float, top: float, look: str) -> str:
    if end - start < 0.05:
        return ""
    return f'<rect x="{number(start)}" y="{number(top)}" width="{number(end - start)}" height="{BAR:g}" {look}/>'


def _edges(
    top: float, bottom: float, parts: Iterable[tuple[float, float]], look: str, closed: Iterable[float] = ()
) -> str:
    """The lines above and below parts of a bar, and where it is closed."""
    lines = [
        f"M{number(start)} {number(y)}H{number(end)}"
        for start, end in parts
        if end - start >= 0.05
        for y in (top, bottom)
    ]
    lines += (f"M{number(x)} {number(top)}V{number(bottom)}" for x in closed)
    return f'<path d="{"".join(lines)}" {drawn("edge", 0.8)}{look}/>' if lines else ""


def arrow(x: float, y: float, way: int) -> str:
    """That a bar goes on: -1 to the left, 1 to the right."""
    return f'<path class="t-beyond" d="M{number(x)} {number(y - 4.5)}v9l{6 * way} -4.5z"/>'


def mark(sign: Sign, middle: float) -> Iterator[str]:
    """A mark of steps, with their number when there are more than one."""
    x, y = number(sign.x), middle - sign.lift
    if sign.done:
        yield f'<circle class="t-done" cx="{x}" cy="{number(y)}" r="3.8" stroke="{COLOURS["paper"]}" stroke-width=".8"/>'
    else:
        look = f'class="t-open" fill="{COLOURS["paper"]}" stroke="currentColor" stroke-width="1.3"'
        yield f'<path d="M{x} {number(y - 4.4)}l4.4 4.4-4.4 4.4-4.4-4.4z" {look}/>'
    if sign.steps > 1:
        yield written(sign.x, y - 6, str(sign.steps), f' text-anchor="middle" font-size="{SMALL:g}"{BOLD}')
