"""All colours of a document from the one or two of a zone: on white paper, and on the dark ground of a screen.

What stands in words can be read on every ground on which it is drawn (WCAG AA), and lines that mean something are seen.
"""

from __future__ import annotations

from elzctl.colours import BLACK, SIGN, TEXT, TINT, WHITE, Colour, contrast, darkened, lightened, mixed
from elzctl.record import NamedTuple

RULE = 0.32
"""The share of the accent in thin lines between rows, which only guide the eye."""

DARK_PAPER, DARK_WASH, DARK_LINE = Colour(0x12, 0x19, 0x1B), Colour(0x1A, 0x24, 0x27), Colour(0x35, 0x46, 0x4A)
"""The grounds and lines of a dark page, which hardly show a hue."""
ON_DARK_BANNER = Colour(0xE8, 0xF4, 0xF5)
_EASY = 7.0
"""The contrast of titles on a dark ground, where just enough for the rule tires the eye."""


class Palette(NamedTuple):
    """The colours of one ground: words and edges in the accent, rules in the second one, and what is made of them.

    ``bar`` and ``edge`` are those of a timeline, ``soft`` the ground of what is vague in it.
    """

    accent: Colour
    second: Colour
    banner: Colour
    on_banner: Colour
    tint: Colour
    line: Colour
    bar: Colour
    edge: Colour
    soft: Colour


def on_paper(accent: Colour, second: Colour | None = None) -> Palette:
    """The colours on white; *accent* can be read there, and on its tint."""
    tint, line = mixed(WHITE, accent, TINT), mixed(WHITE, accent, RULE)
    bar = darkened(mixed(accent, WHITE, 0.15), lambda one: contrast(one, WHITE) >= SIGN)
    edge, soft = mixed(accent, BLACK, 0.15), mixed(WHITE, accent, 0.2)
    return Palette(accent, second or accent, accent, WHITE, tint, line, bar, edge, soft)


def on_dark(accent: Colour, second: Colour | None = None) -> Palette:
    """The same hues on a dark ground."""

    def seen(one: Colour, least: float) -> bool:
        return min(contrast(one, DARK_PAPER), contrast(one, DARK_WASH)) >= least

    words = lightened(accent, lambda one: seen(one, _EASY))
    rule = words if second is None else lightened(second, lambda one: seen(one, SIGN))
    banner = darkened(mixed(accent, DARK_PAPER, 0.4), lambda one: contrast(one, ON_DARK_BANNER) >= TEXT)
    bar, edge = lightened(accent, lambda one: seen(one, SIGN)), lightened(accent, lambda one: seen(one, 2 * SIGN))
    soft = mixed(DARK_PAPER, bar, 0.4)
    return Palette(words, rule, banner, ON_DARK_BANNER, DARK_WASH, DARK_LINE, bar, edge, soft)
