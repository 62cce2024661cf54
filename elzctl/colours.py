"""Colours: how well one is seen on another, and new ones made of them.

Contrast as WCAG 2 counts it: from 1 (the same) to 21 (black on white).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls

from elzctl.record import NamedTuple

TEXT, SIGN = 4.5, 3.0
"""The least contrast that WCAG AA asks of letters, and of lines and shapes that mean something."""

TINT = 0.08
"""The share of the accent in the ground of table heads and boxes, on which it must be read too."""

_FORM = r"(?i)#([0-9a-f]{3}|[0-9a-f]{6})\Z"  # compiled when it is needed: most plans have no colours
_FINE = 40
"""Halvings of the way between two lightnesses: far finer than a colour of 256 steps."""


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255; as text ``#0b4f5c``."""

    red: int
    green: int
    blue: int

    @classmethod
    def read(cls, text: str) -> Colour | None:
        """The colour that ``#0b4f5c`` or ``#fff`` stands for; ``None`` when it is no colour."""
        match = re.match(_FORM, text)
        if match is None:
            return None
        digits = match[1] if len(match[1]) > 3 else "".join(2 * digit for digit in match[1])
        return cls(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def lightness(self) -> float:
        """From 0 (black) to 1 (white)."""
        return rgb_to_hls(*_shares(self))[1]


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)


def contrast(one: Colour, other: Colour) -> float:
    """How well one of them is seen on the other."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(ground: Colour, other: Colour, share: float) -> Colour:
    """*ground* with so large a *share* of the *other* colour in it."""
    return Colour(*(round(a + (b - a) * share) for a, b in zip(ground, other, strict=True)))


def with_lightness(colour: Colour, lightness: float) -> Colour:
    """The same hue and saturation, lighter or darker."""
    hue, _, saturation = rgb_to_hls(*_shares(colour))
    return Colour(*(round(255 * part) for part in hls_to_rgb(hue, lightness, saturation)))


def darkened(colour: Colour, passes: Callable[[Colour], bool]) -> Colour:
    """The lightest colour of the same hue, no lighter than *colour*, that *passes*; black when none does."""
    return colour if passes(colour) else _nearest(colour, 0.0, passes)


def lightened(colour: Colour, passes: Callable[[Colour], bool]) -> Colour:
    """The darkest colour of the same hue, no darker than *colour*, that *passes*; white when none does."""
    return colour if passes(colour) else _nearest(colour, 1.0, passes)


def _nearest(colour: Colour, good: float, passes: Callable[[Colour], bool]) -> Colour:
    """Between the lightness of *colour*, which does not pass, and a *good* one: the nearest that passes."""
    bad = colour.lightness
    for _ in range(_FINE):
        middle = (bad + good) / 2
        if passes(with_lightness(colour, middle)):
            good = middle
        else:
            bad = middle
    return with_lightness(colour, good)


def _shares(colour: Colour) -> tuple[float, float, float]:
    return colour.red / 255, colour.green / 255, colour.blue / 255


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in _shares(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
