"""How letters look in a document, and cells of a workbook in which nobody can read anything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.attached_words import column, value
from elzctl.record import NamedTuple

WHITE, UNKNOWN = "FFFFFF", "?"
_ALIKE = 13
"""So much may each of the three parts of a colour, from 0 to 255, differ from another that nobody sees it."""
TINY = 2.0
"""Points: letters of this size are no higher than a comma."""

_CELL = re.compile(
    r"<(?:\w+:)?c(?=[\s>])(?P<more>[^<>]*[^<>/])>(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<>]*</(?:\w+:)?f>))?\s*"
    r"(?:<(?:\w+:)?v>|<(?:\w+:)?is>\s*<(?:\w+:)?t\b[^<>]*>)(?P<words>[^<]*)<"
)
_RULED = r"<(?:\w+:)?conditionalFormatting\s[^<>]*sqref=[\"']([^\"']*)"
_INDEXED_WHITE = ("1", "9", "65")


class Look(NamedTuple):
    """How letters look, as far as that is said: six hexadecimal digits for a colour, "?" when it is not known."""

    colour: str = ""
    ground: str = ""
    size: float = 0.0


def is_unread(colour: str, ground: str, size: float) -> bool:
    """True for letters that nobody can read."""
    return 0 < size <= TINY or is_alike(colour, ground)


def is_alike(one: str, other: str) -> bool:
    """True for two colours that nobody can tell apart; "?" is like none."""
    if not (re.fullmatch("[0-9A-F]{6}", one) and re.fullmatch("[0-9A-F]{6}", other)):
        return False
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _ALIKE for at in (0, 2, 4))


def faint_cells(styles: str) -> Iterator[str]:
    """The numbers of the looks of cells in which nobody can read anything."""
    fonts, fills, cells = (_within(styles, tag) for tag in ("fonts", "fills", "cellXfs"))
    letters = [Look(_tint(one, "color"), "", _points(one)) for one in re.split(r"<(?:\w+:)?font(?=[\s/>])", fonts)[1:]]
    grounds = [_ground(one) for one in re.split(r"<(?:\w+:)?fill(?=[\s/>])", fills)[1:]]
    for number, one in enumerate(re.findall(r"<(?:\w+:)?xf\s[^<>]*>", cells)):
        font, fill = (value(one, name) for name in ("fontId", "fillId"))
        if font.isdecimal() and int(font) < len(letters):
            ground = grounds[int(fill)] if fill.isdecimal() and int(fill) < len(grounds) else WHITE
            if is_unread(letters[int(font)].colour, ground, letters[int(font)].size):
                yield str(number)


def _within(xml: str, tag: str) -> str:
    pieces = re.split(rf"<(?:\w+:)?{tag}(?=[\s>])[^<>]*>", xml, maxsplit=1)
    return re.split(rf"</(?:\w+:)?{tag}>", pieces[1], maxsplit=1)[0] if len(pieces) > 1 else ""


def _points(font: str) -> float:
    found = re.search(r"<(?:\w+:)?sz\sval=[\"'](\d{1,3}(?:\.\d{1,3})?)[\"']", font)
    return float(found[1]) if found is not None else 0.0


def _tint(xml: str, tag: str) -> str:
    """A colour; the first of a theme is that of the page."""
    found = re.search(rf"<(?:\w+:)?{tag}\s[^<>]*>", xml)
    said = found[0] if found is not None else ""
    if re.fullmatch("[0-9A-Fa-f]{8}", value(said, "rgb")):
        return value(said, "rgb")[2:].upper()
    is_page = value(said, "theme") == "0" and not value(said, "tint")
    return WHITE if is_page or value(said, "indexed") in _INDEXED_WHITE else UNKNOWN


def _ground(fill: str) -> str:
    kind = re.search(r"\spatternType=[\"'](\w+)", fill)
    if kind is None or kind[1] == "none":
        return UNKNOWN if "gradientFill" in fill else WHITE
    return _tint(fill, "fgColor") if kind[1] == "solid" else UNKNOWN


def in_cells(xml: str, faint: frozenset[str]) -> bool:
    """True for a cell with something in it; rules, and the looks of a table, may show it all the same."""
    if re.search(r"<(?:\w+:)?tablePart\s", xml):
        return False
    ruled = [_corners(area) for found in re.findall(_RULED, xml) for area in found.split()]
    for cell in _CELL.finditer(xml):
        if value(cell["more"], "s") in faint and cell["words"].strip():
            first, top, *_ = _corners(value(cell["more"], "r"))
            if not any(x <= first <= right and y <= top <= low for x, y, right, low in ruled):
                return True
    return False


def _corners(area: str) -> tuple[int, int, int, int]:
    """The first column and row, and the last ones, of cells that are named so: ``B2:C9``."""
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?", area.replace("$", ""))
    if found is None:
        return 0, 0, 0, 0
    return column(found[1]), int(found[2]), column(found[3] or found[1]), int(found[4] or found[2])
