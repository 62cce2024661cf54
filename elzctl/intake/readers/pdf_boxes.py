"""Check boxes of a PDF that are drawn, and no letters: small squares before a text, with something in them or not."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from typing import Any

from elzctl.intake.readers.pdf_runs import MOST_RULES, Rule, Run
from elzctl.intake.readers.pdf_squares import ALIKE, MOST, Edges, lined_squares, may_be_square
from elzctl.record import NamedTuple
from elzctl.wording import Message, say_count

_MARGIN = 1.0
_SHARE = 0.35
"""Of the square, at least, what is drawn in it."""
_NEAR = 2.5
_CORNERS = 4
_MOST_SQUARES = 200
_MOST_SEGMENTS = 40
_TICKS = frozenset("x X v V ✓ ✔ ✗ ✘ × ✕".split())


class Square(NamedTuple):
    """A drawn square from edge to edge, and whether something is drawn in it; ``None`` for one that is filled as a whole."""

    left: float
    right: float
    bottom: float
    top: float
    ticked: bool | None


class Boxed(NamedTuple):
    """The runs of a page with ☒ and ☐ where boxes are drawn, how many those are, and how many were not understood."""

    runs: tuple[Run, ...]
    read: int
    unclear: int
    squares: tuple[Square, ...] = ()

    def outside(self, dots: Iterable[Rule]) -> tuple[Rule, ...]:
        """The small dots that stand in none of these boxes."""
        return tuple(dot for dot in dots if not any(_surrounds(one, dot) for one in self.squares))


class _Path(NamedTuple):
    """A small path: its edges, and how it is drawn."""

    left: float
    right: float
    bottom: float
    top: float
    straight: int
    slanted: bool
    filled: bool
    stroked: bool


def with_boxes(page: Any, runs: tuple[Run, ...]) -> Boxed:
    """The runs of a page, and the boxes that are drawn before some of them."""
    squares = _squares(page)
    if not squares:
        return Boxed(runs, 0, 0)
    inside = {id(run) for one in squares for run in runs if _holds(one, run) and run.text.strip() in _TICKS}
    found: list[Run] = []
    unclear = 0
    for one in squares:
        middle = (one.bottom + one.top) / 2
        near = [
            run
            for run in runs
            if id(run) not in inside and run.bottom < middle < run.top and 0 <= run.left - one.right < _NEAR * run.size
        ]
        letter = any(_holds(one, run) for run in runs if id(run) in inside)
        if not near or (one.ticked is None and not letter):
            unclear += 1
            continue
        first = min(near, key=lambda run: run.left)
        sign = "☒" if one.ticked or letter else "☐"
        found.append(first._replace(text=sign, left=one.left, right=one.right, strong=False, emphasis=False, link=""))
    if not found:
        # Squares without a text beside them are drawings.
        return Boxed(runs, 0, 0 if unclear == len(squares) and not inside else unclear)
    kept = tuple(run for run in runs if id(run) not in inside)
    return Boxed(_in_order(kept, found), len(found), unclear, tuple(squares))


def told(read: int, unclear: int) -> tuple[Message, ...]:
    """What to tell of the boxes of a document."""
    counted = (
        say_count(
            "1 check box in this PDF is drawn: it counts as ticked when something is drawn in it; look at it",
            "{count} check boxes in this PDF are drawn: those with something drawn in them count as ticked; look at them",
            read,
        ),
        say_count(
            "1 drawn box in this PDF was not understood: look whether it is ticked, and what it belongs to",
            "{count} drawn boxes in this PDF were not understood: look whether they are ticked, and what they belong to",
            unclear,
        ),
    )
    return tuple(one for one in counted if one.number)


def _in_order(runs: tuple[Run, ...], signs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with each sign right before the text that it belongs to."""
    found = list(runs)
    for sign in signs:
        at = next(
            (
                at
                for at, run in enumerate(found)
                if run.bottom == sign.bottom and run.top == sign.top and run.left >= sign.right
            ),
            len(found),
        )
        found.insert(at, sign)
    return tuple(found)


def _surrounds(one: Square, dot: Rule) -> bool:
    return one.left <= dot.left and dot.right <= one.right and one.bottom <= dot.bottom and dot.top <= one.top


def _holds(one: Square, run: Run) -> bool:
    middle = (run.left + run.right) / 2
    return (
        one.left - _MARGIN <= middle <= one.right + _MARGIN and one.bottom - _MARGIN <= run.middle <= one.top + _MARGIN
    )


def _squares(page: Any) -> list[Square]:
    small = _small_paths(page)
    lined = lined_squares([edges for edges, _ in small])
    shaped = [edges for edges, _ in small if may_be_square(edges)] + lined
    if not shaped or len(shaped) > _MOST_SQUARES:
        return []
    paths = [_Path(*edges, *_strokes(one), *_painted(one)) for edges, one in small if _is_near(edges, shaped)]
    found: list[Square] = []
    for path in (*paths, *(_Path(*edges, _CORNERS, slanted=False, filled=False, stroked=True) for edges in lined)):
        known = any(abs(path.left - one.left) < ALIKE and abs(path.bottom - one.bottom) < ALIKE for one in found)
        if known or not _is_square(path):
            continue
        inner = path.slanted or any(_is_within(other, path) for other in paths if other is not path)
        whole = path.filled and not path.stroked and not inner
        found.append(Square(path.left, path.right, path.bottom, path.top, None if whole else inner))
    return found


def _is_near(edges: Edges, squares: Sequence[Edges]) -> bool:
    """True for a path that stands within one of these, or is one."""
    left, right, bottom, top = edges
    return any(
        one[0] - _MARGIN <= left
        and right <= one[1] + _MARGIN
        and one[2] - _MARGIN <= bottom
        and top <= one[3] + _MARGIN
        for one in squares
    )


def _is_square(path: _Path) -> bool:
    return may_be_square((path.left, path.right, path.bottom, path.top)) and path.straight >= _CORNERS - 1


def _is_within(path: _Path, square: _Path) -> bool:
    """True for what is drawn in a square, and is no edge of it nor the white in it."""
    size = square.right - square.left
    is_there = (
        square.left - _MARGIN <= path.left
        and path.right <= square.right + _MARGIN
        and square.bottom - _MARGIN <= path.bottom
        and path.top <= square.top + _MARGIN
    )
    width, height = path.right - path.left, path.top - path.bottom
    if not is_there or min(width, height) < size * _SHARE:
        return False
    return path.slanted or (path.filled and max(width, height) < size - 2 * _MARGIN)


def _small_paths(page: Any) -> list[tuple[Edges, Any]]:
    """The paths of a page that are no larger than such a square, with their edges."""
    import pypdfium2.raw as raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found: list[tuple[Edges, Any]] = []
    for number in range(min(raw.FPDFPage_CountObjects(page.raw), 20 * MOST_RULES)):
        one = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            continue
        edges = (left.value, right.value, bottom.value, top.value)
        if max(edges[1] - edges[0], edges[3] - edges[2]) <= MOST + _MARGIN and len(found) < MOST_RULES:
            found.append((edges, one))
    return found


def _painted(one: Any) -> tuple[bool, bool]:
    """Whether a path is filled with something darker than paper, and whether its line is drawn."""
    import pypdfium2.raw as raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(one, fill, stroke):
        return False, False
    red, green, blue, _ = colour = tuple(ctypes.c_uint() for _ in range(4))
    is_told = fill.value and raw.FPDFPageObj_GetFillColor(one, *colour)
    is_light = bool(is_told) and min(red.value, green.value, blue.value) > 240
    return bool(fill.value) and not is_light, bool(stroke.value)


def _strokes(one: Any) -> tuple[int, bool]:
    """How many lines of a path are upright or lie, and whether one slants or bends."""
    import pypdfium2.raw as raw

    x, y = ctypes.c_float(), ctypes.c_float()
    straight, slanted = 0, False
    last: tuple[float, float] | None = None
    for number in range(min(raw.FPDFPath_CountSegments(one), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(one, number)
        if not raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        kind, here = raw.FPDFPathSegment_GetType(segment), (x.value, y.value)
        if kind != raw.FPDF_SEGMENT_MOVETO and last is not None:
            across, up = abs(here[0] - last[0]), abs(here[1] - last[1])
            bends = kind == raw.FPDF_SEGMENT_BEZIERTO
            slanted = slanted or bends or (min(across, up) > max(across, up) * _SHARE and max(across, up) > 0)
            straight += not bends and min(across, up) <= max(across, up) * 0.1 and max(across, up) > 0
        last = here
    return straight, slanted
