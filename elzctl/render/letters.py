"""How wide text is in a face without serifs, roughly: for drawings, in which nothing breaks a line by itself."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, east_asian_width

# In widths of the size of the letters; a little wide, because who looks may have another face.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.25),
    **dict.fromkeys(" !,./:;[]\\ftI", 0.3),
    **dict.fromkeys('()-`"r{}', 0.37),
    **dict.fromkeys("mwMW@%—…", 0.86),
}
_CAPITAL, _LETTER, _BROAD, _BOLD = 0.7, 0.54, 1.0, 1.06
CUT = "…"


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """The width of *text* in letters of that *size*."""
    return sum(map(_letter, text)) * size * (_BOLD if bold else 1)


def broken(text: str, size: float, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
    """The words of *text* in lines of that *room*, *most* of them: the last one ends with ``…`` when there is more.

    A word that is longer than a line is broken where the line ends.
    """
    lines: list[str] = []
    rest = " ".join(text.split())
    while rest and len(lines) < most:
        end = _fitting(rest, size, room, bold=bold)
        if end < len(rest) and len(lines) == most - 1:
            end = _fitting(rest, size, room - wide(CUT, size, bold=bold), bold=bold)
            return (*lines, rest[:end].rstrip(" ,;:.") + CUT)
        cut = rest.rfind(" ", 0, end + 1) if end < len(rest) else end
        lines.append(rest[: cut if cut > 0 else end])
        rest = rest[len(lines[-1]) :].lstrip()
    return tuple(lines)


def _fitting(text: str, size: float, room: float, *, bold: bool) -> int:
    """How many characters fit, at least one."""
    left = room / size / (_BOLD if bold else 1)
    for place, letter in enumerate(text):
        left -= _letter(letter)
        if left < 0:
            return max(place, 1)
    return len(text)


@lru_cache(maxsize=512)
def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if letter.isascii():
        return _CAPITAL if letter.isupper() else _LETTER
    if category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    if east_asian_width(letter) in "WF":
        return _BROAD
    return _CAPITAL if letter.isupper() else _LETTER
