"""How letters look in a document, and cells of a workbook in which nobody can read anything."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Set

from elzctl.attachments.words import column, number_formats, texts_of_cells, value
from elzctl.record import NamedTuple

WHITE, UNKNOWN = "FFFFFF", "?"
_ALIKE = 13
"""So much may each of the three parts of a colour, from 0 to 255, differ from another that nobody sees it."""
TINY = 2.0
"""Points: letters of this size are no higher than a comma."""

_CELL, _CELL_ENDS = r"<(?:\w+:)?c(?=[\s>])", r"</(?:\w+:)?c>"
_HELD = r"<(?:\w+:)?(?:v|t)(?:\s[^<>]*)?>([^<]*)<"
_RUN = r"<(?:\w+:)?r(?=[\s>])"
_LETTERS, _LETTERS_END = r"<(?:\w+:)?rPr(?=[\s>])", r"</(?:\w+:)?rPr>"
_IN_WHITE = r"(?i)\[(?:white|color ?2)\]"
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


def has_words(text: str) -> bool:
    """True for a text of a part in which there is more than signs and blanks."""
    return re.search(r"\w", html.unescape(text)) is not None


def is_alike(one: str, other: str) -> bool:
    """True for two colours that nobody can tell apart; "?" is like none."""
    if not (re.fullmatch("[0-9A-F]{6}", one) and re.fullmatch("[0-9A-F]{6}", other)):
        return False
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= _ALIKE for at in (0, 2, 4))


class Cells(NamedTuple):
    """What is to be known of a workbook: how its cells look, what is marked in its texts, where its tables may stand."""

    looks: tuple[Look, ...] = ()
    """The looks in the order in which cells name them."""
    marked: Mapping[str, tuple[Look, ...]] = {}
    """Of a text that has pieces, by its number, how those with words in them look; an empty look is that of the cell."""
    tables: tuple[str, ...] = ()


def cells(styles: str, strings: str, tables: Iterable[str]) -> Cells:
    """What is to be known, from the parts in which it stands."""
    numbered = ((str(number), tuple(_pieces(one))) for number, one in enumerate(texts_of_cells(strings)))
    areas = (found[1] for one in tables if (found := re.search(r"<(?:\w+:)?table\s[^<>]*?\sref=[\"']([^\"']*)", one)))
    return Cells(tuple(_looks(styles)), {number: found for number, found in numbered if found}, tuple(areas))


def _looks(styles: str) -> Iterator[Look]:
    """How cells look; letters that a form of numbers makes white are so whatever the colour of the cell's own letters."""
    fonts, fills, cells = (_within(styles, tag) for tag in ("fonts", "fills", "cellXfs"))
    letters = [Look(_tint(one, "color"), "", _points(one)) for one in re.split(r"<(?:\w+:)?font(?=[\s/>])", fonts)[1:]]
    grounds = [_ground(one) for one in re.split(r"<(?:\w+:)?fill(?=[\s/>])", fills)[1:]]
    formats = number_formats(styles)
    for number, one in enumerate(re.findall(r"<(?:\w+:)?xf\s[^<>]*>", cells)):
        font, fill = (value(one, name) for name in ("fontId", "fillId"))
        look = letters[int(font)] if font.isdecimal() and int(font) < len(letters) else Look(UNKNOWN)
        ground = grounds[int(fill)] if fill.isdecimal() and int(fill) < len(grounds) else WHITE
        sections = formats[number].split(";") if number < len(formats) else []
        is_white = any(sections) and all(re.search(_IN_WHITE, section) for section in sections if section)
        yield Look(WHITE if is_white else look.colour, ground, look.size)


def _pieces(text: str) -> Iterator[Look]:
    """How the pieces of a text look; an empty look is that of the cell."""
    for piece in re.split(_RUN, text)[1:]:
        own = re.split(_LETTERS, piece, maxsplit=1)[1:]
        words = re.search(_HELD, piece)
        if words is not None and has_words(words[1]):
            said = re.split(_LETTERS_END, own[0], maxsplit=1)[0] if own else ""
            yield Look(_tint(said, "color"), "", _points(said)) if own else Look()


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


def in_cells(xml: str, known: Cells) -> bool:
    """True for a cell with words that nobody can read, all of it or a part.

    Rules, and the looks of a table, may show it all the same.
    """
    unread = {str(number) for number, look in enumerate(known.looks) if is_unread(*look)}
    pieces = (one for found in known.marked.values() for one in found)
    if not (unread or "rPr>" in xml or any(one.colour != UNKNOWN or one.size for one in pieces if any(one))):
        return False
    areas = [area for found in re.findall(_RULED, xml) for area in found.split()]
    if re.search(r"<(?:\w+:)?tablePart\s", xml):
        areas += known.tables
    covered = [_corners(area) for area in areas]
    for piece in re.split(_CELL, xml)[1:]:
        tag, _, within = re.split(_CELL_ENDS, piece, maxsplit=1)[0].partition(">")
        if not tag.endswith("/") and _is_unread(f"<c{tag}", within, unread, known):
            first, top, *_ = _corners(value(tag, "r"))
            if not any(x <= first <= right and y <= top <= low for x, y, right, low in covered):
                return True
    return False


def _is_unread(tag: str, within: str, unread: Set[str], known: Cells) -> bool:
    """True for a cell of which somebody cannot read all that is in it."""
    held = [words for words in re.findall(_HELD, within) if words.strip()]
    if not held:
        return False
    own = value(tag, "s") or "0"
    pieces = known.marked.get(held[0].strip(), ()) if value(tag, "t") == "s" else tuple(_pieces(within))
    ground = known.looks[int(own)].ground if own.isdecimal() and int(own) < len(known.looks) else WHITE
    return any(is_unread(one.colour, ground, one.size) if any(one) else own in unread for one in pieces or (Look(),))


def _corners(area: str) -> tuple[int, int, int, int]:
    """The first column and row, and the last ones, of cells that are named so: ``B2:C9``."""
    found = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?", area.replace("$", ""))
    if found is None:
        return 0, 0, 0, 0
    return column(found[1]), int(found[2]), column(found[3] or found[1]), int(found[4] or found[2])
