"""A timeline as a drawing in the page: bars, marks of steps, and a line for today.

What differs by colour differs by shape too, so that it can be read in greyscale: a bar with vague dates fades out
and has a broken line around it, a step that is done is filled.  Colours come from the style sheet of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from elzctl.render.tree import Bar, Timeline

WIDTH = 960
"""Units of the drawing from left to right; labels stand left of the time, which lies between LEFT and RIGHT."""
LEFT, RIGHT = 330, 940
TOP = 30
LINE = 17
PADDING = 9
LABEL, MOST_LINES = 42, 4
"""Characters in a line of a label, and its lines; the whole label is in the title of the bar and in the table."""
NARROWEST = 6

_EXACT = '<rect class="exact" x="{x}" y="{y}" width="{width}" height="12"/>'
_SOFT = '<rect class="soft" x="{x}" y="{y}" width="{width}" height="12" rx="6" fill="url(#{fade})"/>'
_MARK = '<path class="{style}" d="M{x} {y}l6 6-6 6-6-6z"/>'
_BAND = '<rect class="band" x="0" y="{y}" width="960" height="{height}"/>'
_FADE = (
    '<defs><linearGradient id="{fade}"><stop class="faint" offset="0"/><stop class="full" offset=".3"/>'
    '<stop class="full" offset=".7"/><stop class="faint" offset="1"/></linearGradient></defs>'
)
_SAMPLE = '<svg viewBox="0 0 {width} 14" aria-hidden="true">{shape}</svg>'


def timeline_svg(timeline: Timeline, name: str, linked: Callable[[str], bool], words: Mapping[str, str]) -> str:
    """The figure as HTML.  Its ids begin with *name*; a bar leads to its anchor when that is *linked*.

    *words* has ``today``, ``bar_exact``, ``bar_soft``, ``step_done`` and ``step_open``.
    Shares outside 0 to 1 are drawn at the edge, and *today* not at all.
    """
    caption = escape(timeline.caption)
    fade = f"{name}-fade"
    bands, rows = [], []
    bottom = TOP
    for index, bar in enumerate(timeline.bars):
        rows.append(_row(bar, bottom, fade, linked=linked(bar.anchor)))
        if index % 2:
            bands.append(_BAND.format(y=bottom, height=_height(bar)))
        bottom += _height(bar)
    parts = (
        f'<svg viewBox="0 0 {WIDTH} {bottom + 24}" role="group" aria-labelledby="{name}-title {name}-desc">',
        f'<title id="{name}-title">{caption}</title>',
        f'<desc id="{name}-desc">{escape(", ".join(label for _, label in timeline.ticks))}</desc>',
        _FADE.format(fade=fade),
        *bands,
        *(_line("tick", _place(share), bottom, 15, label) for share, label in timeline.ticks),
        *rows,
        *_today(timeline, bottom, words["today"]),
        "</svg>",
    )
    drawing = "\n".join(parts)
    legend = "".join(_legend(fade, words))
    return (
        f'<figure class="timeline">\n<figcaption>{caption}</figcaption>\n'
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0">\n{drawing}\n</div>\n'
        f'<ul class="legend">\n{legend}</ul>\n</figure>\n'
    )


def _row(bar: Bar, top: int, fade: str, *, linked: bool) -> str:
    y = top + _height(bar) / 2 - 6
    left = _place(bar.first)
    width = round(max(_place(bar.last) - left, NARROWEST), 1)
    tag, href = ("a", f' href="#{escape(bar.anchor)}"') if linked else ("g", "")
    parts = [f'<{tag} class="row"{href}><title>{escape(bar.label)}: {escape(bar.text)}</title>']
    for number, line in enumerate(_lines(bar.label), start=1):
        parts.append(f'<text x="8" y="{top + LINE * number}">{escape(line)}</text>')
    shape = _SOFT if bar.soft else _EXACT
    parts.append(shape.format(x=min(left, RIGHT - width), y=y, width=width, fade=fade))
    parts.extend(_MARK.format(x=_place(share), y=y, style="done" if done else "open") for share, done in bar.marks)
    return "".join(parts) + f"</{tag}>"


def _today(timeline: Timeline, bottom: int, word: str) -> Iterator[str]:
    if timeline.today is not None and 0 <= timeline.today <= 1:
        yield _line("today", _place(timeline.today), bottom + 5, bottom + 18, word)


def _line(style: str, x: float, bottom: int, y: int, label: str) -> str:
    """A line from top to *bottom* with its label at height *y*."""
    line = f'<line x1="{x}" y1="22" x2="{x}" y2="{bottom}"/>'
    return f'<g class="{style}">{line}<text x="{x}" y="{y}">{escape(label)}</text></g>'


def _legend(fade: str, words: Mapping[str, str]) -> Iterator[str]:
    for key, width, shape in (
        ("bar_exact", 34, _EXACT.format(x=1, y=1, width=32)),
        ("bar_soft", 34, _SOFT.format(x=1, y=1, width=32, fade=fade)),
        ("step_done", 14, _MARK.format(x=7, y=1, style="done")),
        ("step_open", 14, _MARK.format(x=7, y=1, style="open")),
    ):
        yield f"<li>{_SAMPLE.format(width=width, shape=shape)} {escape(words[key])}</li>\n"


def _place(share: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0), 1)


def _height(bar: Bar) -> int:
    return LINE * len(_lines(bar.label)) + PADDING


def _lines(label: str) -> tuple[str, ...]:
    """The label in a few lines, broken between words where it can be."""
    found: list[str] = []
    while len(label) > LABEL and len(found) < MOST_LINES - 1:
        cut = label.rfind(" ", LABEL // 2, LABEL + 1)
        cut = cut if cut > 0 else LABEL
        found.append(label[:cut])
        label = label[cut:].strip()
    return (*found, label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…")
