"""Where everything of a timeline stands: lines on sheets, places of bars and marks.  No word of SVG yet.

A timeline that is too long for a page goes over several sheets.  Each has an axis of its own, and begins with the goals
that its first bar stands under.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from elzctl.record import NamedTuple
from elzctl.render.letters import broken, wide
from elzctl.render.tree_timeline import Bar, Timeline

LABEL, SMALL = 10.5, 9.0
"""Sizes of the letters: of names, and of everything else."""
LINE = 12.5
"""From one line of a name to the next."""
MOST_LINES, MOST_ABOVE = 3, 4
"""Lines of a name beside its bar, and above it."""
MARGIN = 8.0
"""Left of the first letter of a line, and between a name and the time."""
BAR = 9.0
"""Height of a bar."""
NARROWEST = 4.0
"""Width of a bar that lasts a day."""
SOFTEST = 3.0
"""Width of an end that is not known to the day, if it takes less than that in time: it has to be seen."""
NEAR = 3.0
"""Marks that are closer to each other than this are drawn as one."""
_TALL, _TALL_HEADS = 7.0, (19.0, 15.0)
_UNDER = 12.0
_PAD = 4.5
_SURE, _SURE_BOLD = 0.92, 0.88
"""As much of a line is filled: who looks may have a face that is wider, the more so in bold, and what sticks out is cut off."""
_EDGE = 1e-6  # of all the time: less than a second of a century, more than a float gets wrong


class Form(NamedTuple):
    """A shape of drawing: from *left* to *right* runs time.

    The lines of a sheet take no more than *tallest*; those of the first one, which stands under a heading, than *first*.
    """

    name: str
    left: float
    right: float
    first: float
    tallest: float

    @property
    def beside(self) -> bool:
        """True when names stand left of their bars; else they stand above them."""
        return self.left > self.end / 4

    @property
    def end(self) -> float:
        """Where the drawing ends: behind the arrows of bars that go on."""
        return self.right + MARGIN

    def place(self, share: float) -> float:
        """Where a share of the time stands; what lies outside, at the edge."""
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)


WIDE = Form("wide", 226.0, 588.0, 730.0, 770.0)
NARROW = Form("narrow", 16.0, 212.0, 740.0, 740.0)
"""For a telephone: so few units wide that on a screen of 320 pixels the smallest letters have 12 of these."""


class Head(NamedTuple):
    """The title of a goal over the bars under it; *level* 0 is the widest goal."""

    level: int
    lines: tuple[str, ...]
    top: float
    height: float

    @property
    def text(self) -> str:
        """The whole of it."""
        return " ".join(self.lines)


class Sign(NamedTuple):
    """A mark of steps that fall together: how many, and how far it stands above the middle of its bar."""

    x: float
    done: bool
    steps: int
    lift: float


class Strip(NamedTuple):
    """A bar, and the lines of its name.

    ``ends`` is where it is drawn, ``sure`` what of that is certain: the same when no date is vague, ``None`` when nothing
    can be named.  ``ends`` is ``None`` when all of it lies outside the time that is drawn.
    """

    bar: Bar
    name: tuple[str, ...]
    words: tuple[float, str]
    """Where the text under the bar begins, and the text."""
    top: float
    height: float
    middle: float
    ends: tuple[float, float] | None
    sure: tuple[float, float] | None
    signs: tuple[Sign, ...]

    @property
    def came_before(self) -> bool:
        """True when it began before the time that is drawn."""
        return self.bar.first < -_EDGE

    @property
    def goes_on(self) -> bool:
        """True when it ends after the time that is drawn."""
        return self.bar.last > 1 + _EDGE


Line: TypeAlias = Head | Strip


class Sheet(NamedTuple):
    """The lines of one drawing from 0 down to *height*; names begin at *indent*, behind their numbers."""

    lines: tuple[Line, ...]
    height: float
    indent: float

    @property
    def strips(self) -> tuple[Strip, ...]:
        """The bars."""
        return tuple(line for line in self.lines if isinstance(line, Strip))


def sheets(timeline: Timeline, form: Form) -> tuple[Sheet, ...]:
    """All bars in order, each once, over as many sheets as they need."""
    numbers = max((wide(bar.number, LABEL, bold=True) for bar in timeline.bars), default=0.0)
    indent = MARGIN + min(numbers + 5 * bool(numbers), form.end / 5)
    found: list[list[Line]] = []
    for strips in _shared([_strip(bar, form, indent) for bar in timeline.bars], form):
        lines: list[Line] = []
        before: tuple[str, ...] = ()
        for strip in strips:
            for head in _heads(strip.bar.goals, before, form):
                lines.append(_under(lines, head))
            lines.append(_under(lines, strip))
            before = strip.bar.goals
        found.append(lines)
    return tuple(Sheet(tuple(lines), _bottom(lines), indent) for lines in found)


def _shared(strips: Sequence[Strip], form: Form) -> Iterator[list[Strip]]:
    """The bars of each sheet, as many as there is room for."""
    some: list[Strip] = []
    used, room = 0.0, form.first
    for strip in strips:
        needed = _needed(strip, some[-1] if some else None, form)
        if some and used + needed > room:
            yield some
            some, used, room = [], 0.0, form.tallest
            needed = _needed(strip, None, form)
        some.append(strip)
        used += needed
    if some:
        yield some


def _needed(strip: Strip, before: Strip | None, form: Form) -> float:
    goals = before.bar.goals if before is not None else ()
    return strip.height + sum(head.height for head in _heads(strip.bar.goals, goals, form))


def _heads(goals: tuple[str, ...], before: tuple[str, ...], form: Form) -> Iterator[Head]:
    """The goals that the bar before did not stand under; where there is little room, on three lines."""
    most = 1 if form.beside else 3
    for level in _new(goals, before):
        size, height = LABEL if level == 0 else SMALL, _TALL_HEADS[min(level, 1)]
        lines = broken(goals[level], size, (form.right - MARGIN) * _SURE_BOLD, most, bold=True) or ("",)
        yield Head(level, lines, 0.0, height + LINE * (len(lines) - 1))


def _new(goals: tuple[str, ...], before: tuple[str, ...]) -> range:
    same = next((at for at, (one, other) in enumerate(zip(goals, before, strict=False)) if one != other), None)
    return range(min(len(goals), len(before)) if same is None else same, len(goals))


def _under(lines: Sequence[Line], line: Line) -> Line:
    """*line* under the ones before it."""
    top = _bottom(lines)
    if isinstance(line, Head):
        return line._replace(top=top)
    return line._replace(top=top, middle=line.middle + top)


def _bottom(lines: Sequence[Line]) -> float:
    return lines[-1].top + lines[-1].height if lines else 0.0


# A bar


def _strip(bar: Bar, form: Form, indent: float) -> Strip:
    right = form.left - MARGIN if form.beside else form.right
    title = bar.label.removeprefix(bar.number).strip()
    name = broken(title, LABEL, (right - indent) * _SURE, MOST_LINES if form.beside else MOST_ABOVE) or ("",)
    middle = _PAD + _TALL + BAR / 2 + (0 if form.beside else LINE * len(name))
    height = max(middle + BAR / 2 + _UNDER, LINE * len(name) + _PAD) + _PAD
    ends = _ends(bar, form)
    return Strip(
        bar, name, _words(bar, ends, form), 0.0, height, middle, ends, _sure(bar, ends, form), _signs(bar, form)
    )


def _ends(bar: Bar, form: Form) -> tuple[float, float] | None:
    if bar.last <= 0 or bar.first >= 1:
        return None
    start, end = form.place(bar.first), form.place(bar.last)
    start = min(start, form.right - NARROWEST)
    return start, max(end, start + NARROWEST)


def _sure(bar: Bar, ends: tuple[float, float] | None, form: Form) -> tuple[float, float] | None:
    if ends is None or not bar.soft:
        return ends
    if bar.core is None:
        return None
    start, end = ends
    fade = min(SOFTEST, (end - start) / 3)
    is_soft = bar.core[0] > max(bar.first, 0), bar.core[1] < min(bar.last, 1)
    first = min(max(form.place(bar.core[0]), start + fade), end) if is_soft[0] else start
    last = max(min(form.place(bar.core[1]), end - fade), start) if is_soft[1] else end
    return first, max(first, last)


def _words(bar: Bar, ends: tuple[float, float] | None, form: Form) -> tuple[float, str]:
    """What stands under the bar: it begins where the bar does, unless it would run out of the drawing."""
    (*_, text) = broken(bar.text, SMALL, form.right - form.left, 1) or ("",)
    start = ends[0] if ends is not None else form.place(bar.first)
    return max(form.left, min(start, form.right - wide(text, SMALL))), text


def _signs(bar: Bar, form: Form) -> tuple[Sign, ...]:
    """The marks in the order of time; a done one and an open one that would hide each other stand above each other."""
    found = [*_together(bar, form, done=True), *_together(bar, form, done=False)]
    found.sort(key=lambda sign: sign.x)
    for at, (one, other) in enumerate(pairwise(found)):
        if one.done != other.done and other.x - one.x < 2 * NEAR:
            for place, sign in ((at, one), (at + 1, other)):
                found[place] = sign._replace(lift=3.5 if sign.done else -3.5)
    return tuple(found)


def _together(bar: Bar, form: Form, *, done: bool) -> Iterator[Sign]:
    places = sorted(form.place(share) for share, is_done in bar.marks if is_done == done)
    while places:
        some = [place for place in places if place - places[0] < NEAR]
        yield Sign(sum(some) / len(some), done, len(some), 0.0)
        places = places[len(some) :]
