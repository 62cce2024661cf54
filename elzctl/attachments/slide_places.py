"""Where something is on a slide, by itself or within a group that puts its own places elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.attachments.slide_looks import A, child, whole_number
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Box(NamedTuple):
    """From where to where something is drawn on a slide."""

    left: float
    top: float
    right: float
    low: float

    def holds(self, other: Box) -> bool:
        """True when nothing of the other lies outside it."""
        return self.left <= other.left and self.top <= other.top and self.right >= other.right and self.low >= other.low

    def meets(self, other: Box) -> bool:
        """True when they have a place in common."""
        return self.left < other.right and other.left < self.right and self.top < other.low and other.top < self.low


class Frame(NamedTuple):
    """Where a group puts what is in it: what is added to each place, after it was made so much larger."""

    left: float = 0
    top: float = 0
    wider: float = 1
    higher: float = 1

    def of(self, box: Box | None) -> Box | None:
        """The same box as the slide has it."""
        if box is None:
            return None
        left, right = (self.left + self.wider * one for one in (box.left, box.right))
        top, low = (self.top + self.higher * one for one in (box.top, box.low))
        return Box(left, top, right, low)


SLIDE = Frame()
"""That of what is in no group."""


def within(where: Element | None, frame: Frame | None) -> Frame | None:
    """The frame of a group in another; ``None`` for one that is turned over, or of which it is not said."""
    inner = [child(where, f"{A}{name}") for name in ("chOff", "chExt")]
    outer, (start, size) = box_of(where), inner
    if frame is None or outer is None or start is None or size is None:
        return None
    if where is not None and (where.get("flipH") or where.get("flipV")):
        return None
    wide, high = whole_number(size, "cx"), whole_number(size, "cy")
    if wide <= 0 or high <= 0:
        return None
    wider, higher = (outer.right - outer.left) / wide, (outer.low - outer.top) / high
    left = frame.left + frame.wider * (outer.left - wider * whole_number(start, "x"))
    top = frame.top + frame.higher * (outer.top - higher * whole_number(start, "y"))
    return Frame(left, top, frame.wider * wider, frame.higher * higher)


def box_of(where: Element | None) -> Box | None:
    """What is said of a place; ``None`` when it is turned, has no size, or nothing is said."""
    start, size = (child(where, f"{A}{name}") for name in ("off", "ext"))
    if start is None or size is None or (where is not None and where.get("rot")):
        return None
    left, top, wide, high = (
        whole_number(one, key) for one, key in ((start, "x"), (start, "y"), (size, "cx"), (size, "cy"))
    )
    return Box(left, top, left + wide, top + high) if wide > 0 and high > 0 else None
