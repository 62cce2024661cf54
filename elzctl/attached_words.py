"""What is read in a part of an office document: its words, numbers as their cells show them, what is said of pictures.

And what readers do not see though it is there: hidden sheets, rows, columns, slides and words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from zipfile import ZipFile

_STYLES, _STRINGS, _SHOW = "xl/styles.xml", "xl/sharedStrings.xml", "ppt/presentation.xml"

MOBILE = r"4[5-9]\d{7}(?<!0000)"
"""What Excel makes of 0471 23 45 67: a number without its first zero."""

# The ends of what stands on a line of its own; all other tags may stand within a word.
_LINE_ENDS = re.compile(
    r"</(?:\w+:)?(?:p|h|si|c|tc|row|comment|instrText|v|f|lpwstr)>|<(?:\w+:)?(?:br|tab|cr|line-break|s)\b[^<>]*>"
)
_TAG = re.compile(r"<[^<>]*>")
# The addresses of links; and what people typed: names of sheets and shapes, words about pictures, hints, choices.
_TYPED = (
    "name|descr|title|alt|altText|tooltip|prompt|promptTitle|error|errorTitle|display|displayName|displayText|caption"
    "|label|string|instr|val|v|value|tag|summary"
)
_VALUE = re.compile(
    r"=\"([^\"<]*(?:@|%40|tel:)[^\"<]*)\"|='([^'<]*(?:@|%40|tel:)[^'<]*)'"
    rf"|(?<=[\s:])(?:{_TYPED})=(?:\"([^\"<]*\d[^\"<]{{7,}})\"|'([^'<]*\d[^'<]{{7,}})')"
)

_ATTRIBUTE = r"(?<=\s){}=[\"']([^\"'<>]*)[\"']"
_CELL = re.compile(
    r"<(?:\w+:)?c(?=[\s>])([^<>]*)>(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<>]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>(\d{8,12})(?:\.0+)?<"
)
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\s[^<>]*>")
_LOOKS = re.compile(r"<(?:\w+:)?cellXfs\b(.{0,5000000}?)</(?:\w+:)?cellXfs>", re.DOTALL)
_SECTION = r"(?:\\.|\"[^\"]*\"|\[[^\]]*\]|[^;\"\\\[])+"
_SIGN = r"\\(?P<after>.)|\"(?P<quoted>[^\"]*)\"|[_*].|\[[^\]]*\]|(?P<digit>[0#?])|(?P<plain>[ /()+-])|(?P<other>.)"
# Of the forms that every workbook has, those of a number as it is: in general, without a comma, as text.
_PLAIN_NUMBERS, _AMOUNT = ("", "0", "1", "49"), "#,##0"
_GENERAL = ("", "0", "General", "Standaard", "@")

_HIDDEN_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*\bstate=[\"'](?:hidden|veryHidden)[\"']")
_HIDDEN_SLIDE = re.compile(r"<(?:\w+:)?sld\s[^<>]*\bshow=[\"'](?:0|false)[\"']")
_HIDDEN_ODT = re.compile(r"\btext:display=[\"']none[\"']|<text:hidden-")
_NOTES = "ppt/notesslides/notesslide"
_FIELD = re.compile(r"<a:fld\b.{0,2000}?</a:fld>|<\?xml[^>]*>", re.DOTALL)  # the number of the page, the day
_HIDES = r"\bhidden=[\"'](?:1|true)[\"']|(?<=\s)(?:ht|width)=[\"']0(?:\.0+)?[\"']"
_SHOWS_NOTHING = r"(?:\s|\"\")*(?:;(?:\s|\"\")*){3}"
_PIECE = re.compile(
    r"<(?P<ends>/?)(?:\w+:)?(?P<kind>row|col|c|v|t|r|vanish)(?=[\s/>])(?P<more>[^<>]*)>(?P<words>[^<]*)"
)
_NOT = r"val=[\"'](?:0|false|off)[\"']"
_MOST_COLUMNS = 16_384
_SHAPE = re.compile(
    r"<(?P<ends>/?)(?:\w+:)?(?P<kind>sp|pic|graphicFrame|grpSp|cxnSp)(?=[\s/>])[^<>]*>"
    r"|<(?:\w+:)?off(?=\s)(?P<off>[^<>]*)>|<(?:\w+:)?ext(?=\s)(?P<size>[^<>]*\bcx=[^<>]*)>|<(?:\w+:)?t>(?P<words>[^<]+)"
)

# A number of which each pair of digits has a cell of its own.
_NEXT = r"[\"\s]*[;,\t\n][\"\s]*"
_IN_CELLS = rf"(?<![\d.])(?<!\d,)(?:04[5-9]\d|(?:\+|00)32{_NEXT}4[5-9]\d)(?:(?:{_NEXT}\d\d){{3}}|(?:{_NEXT}\d{{3}}){{2}})(?![\d.,]\d|\d)"
_JOINED = r"\"\s*&\s*\""  # pieces of a text that a formula puts together
_FIRST_CELL = r"\s*(?:04[5-9]\d|(?:\+|00)32)\s*"
_STRING, _STRING_ENDS = r"<(?:\w+:)?si(?=[\s>])", r"</(?:\w+:)?si>"
_ROW_CELL = re.compile(
    r"<(?:\w+:)?c(?=[\s>])([^<>]*)>(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<>]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]{1,40})<|</(?:\w+:)?row>"
)


class Beside(NamedTuple):
    """What has to be known of other parts to read one of them."""

    formats: tuple[str, ...] = ()
    """How each look of cells in a workbook shows a number, in the order in which cells name these looks."""
    strings: tuple[str, ...] = ()
    """The texts of cells, in the order in which cells name them; ``""`` for one that is long."""
    slide: tuple[int, int] = (0, 0)
    """How wide and how high the slides of a presentation are."""


_NOTHING = Beside()


def beside(archive: ZipFile) -> Beside:
    """What is to be known of a document before its parts are read."""
    styles, strings, show = (
        archive.read(name).decode("utf-8", "replace") if name in archive.namelist() else ""
        for name in (_STYLES, _STRINGS, _SHOW)
    )
    size = re.search(r"<(?:\w+:)?sldSz\s[^<>]*>", show)
    wide, high = (_whole(size[0], key) for key in ("cx", "cy")) if size is not None else (0, 0)
    pieces = (re.split(_STRING_ENDS, one, maxsplit=1)[0] for one in re.split(_STRING, strings)[1:])
    texts = (html.unescape(_TAG.sub("", f"<si{one}")) for one in pieces)
    return Beside(_number_formats(styles), tuple(one if len(one) < 40 else "" for one in texts), (wide, high))


def words(xml: str, beside: Beside = _NOTHING) -> str:
    """What is read in a part, a paragraph or a cell on a line."""
    values = "\n".join("".join(found) for found in _VALUE.findall(xml))
    lines = html.unescape(_TAG.sub("", _LINE_ENDS.sub("\n", xml)))
    if "sheetData" in xml:
        lines = re.sub(_JOINED, "", lines)
    cells = "\n".join((*_shown(xml, beside.formats), *_in_rows(xml, beside.strings))) if "sheetData" in xml else ""
    return seen("\n".join((lines, html.unescape(values), cells)))


def seen(text: str) -> str:
    """The text without what cannot be seen, which may stand in the middle of an address."""
    return re.sub("[\xad\u200b-\u200f\u2060\ufeff]", "", text)


def numbers_in_cells(text: str) -> Iterator[tuple[int, int]]:
    """Where telephone numbers begin and end that are cut into cells, each on a line or behind a sign of its own."""
    for found in re.finditer(_IN_CELLS, text):
        yield found.span()


def has_notes(archive: ZipFile) -> bool:
    """True for a presentation with notes of the speaker, which readers find too."""
    parts = (one for one in archive.namelist() if one.lower().startswith(_NOTES))
    texts = (_FIELD.sub("", archive.read(one).decode("utf-8", "replace")) for one in parts)
    return any(_TAG.sub("", text).strip() for text in texts)


def hides(xml: str, name: str, beside: Beside = _NOTHING) -> bool:
    """True when there is something in a part that readers are not shown."""
    if name.startswith("word/"):
        return _has_vanished(xml)
    if name.startswith("xl/"):
        return _HIDDEN_SHEET.search(xml) is not None or ("sheetData" in xml and _has_hidden_cells(xml, beside.formats))
    if name.startswith("ppt/slides/") and any(beside.slide) and _has_shape_outside(xml, *beside.slide):
        return True
    return (_HIDDEN_SLIDE if name.startswith("ppt/slides/") else _HIDDEN_ODT).search(xml) is not None


def _value(tag: str, name: str) -> str:
    found = re.search(_ATTRIBUTE.format(name), tag)
    return found[1] if found is not None else ""


def _whole(tag: str, name: str) -> int:
    value = _value(tag, name)
    return int(value) if re.fullmatch(r"-?\d{1,12}", value) else 0


# What a cell shows


def _number_formats(xml: str) -> tuple[str, ...]:
    codes = {_value(one[0], "numFmtId"): html.unescape(_value(one[0], "formatCode")) for one in _FORMAT.finditer(xml)}
    looks = _LOOKS.search(xml)
    found = re.findall(r"<(?:\w+:)?xf\s[^<>]*>", looks[1]) if looks is not None else []
    names = [_value(one, "numFmtId") for one in found]
    return tuple(codes.get(name, "" if name in _PLAIN_NUMBERS else _AMOUNT) for name in names)


def _in_rows(xml: str, strings: Sequence[str]) -> Iterator[str]:
    """The cells of rows in which a number may be cut into cells."""
    if not any(re.fullmatch(_FIRST_CELL, one) for one in strings):
        return
    row: list[str] = []
    for cell in _ROW_CELL.finditer(xml):
        if cell[2] is None:
            if any(re.fullmatch(_FIRST_CELL, one) for one in row):
                yield from (*row, "")
            row = []
        elif _value(cell[1], "t") != "s":
            row.append(cell[2])
        elif cell[2].isdecimal() and int(cell[2]) < len(strings):
            row.append(strings[int(cell[2])])


def _shown(xml: str, formats: Sequence[str]) -> Iterator[str]:
    """Numbers of cells that look like a telephone number, as readers see them."""
    for cell in _CELL.finditer(xml):
        if _value(cell[1], "t") in ("", "n"):
            look = _value(cell[1], "s")
            code = formats[int(look)] if look.isdecimal() and int(look) < len(formats) else ""
            if code not in _GENERAL:
                yield from (_filled(section, cell[2]) for section in re.findall(_SECTION, code))
            elif re.fullmatch(MOBILE, cell[2]):
                yield f"0{cell[2]}"


def _filled(code: str, number: str) -> str:
    """The number in the form of one section of a format; ``""`` for one of amounts or days."""
    pieces, digits = [], list(number)
    signs = list(re.finditer(_SIGN, code))
    room = sum(1 for sign in signs if sign["digit"])
    if not room or any(sign["other"] for sign in signs):
        return ""
    for sign in reversed(signs):
        if sign["digit"]:
            room -= 1
            pieces.append("".join(digits) if not room else digits.pop() if digits else "")
            if not pieces[-1] and sign["digit"] == "0":
                pieces[-1] = "0"
        else:
            pieces.append(sign["after"] or sign["quoted"] or sign["plain"] or "")
    return "".join(reversed(pieces))


# What is hidden


def _has_vanished(xml: str) -> bool:
    """True for words that are marked as hidden; the end of a paragraph may be."""
    within = gone = False
    for piece in _PIECE.finditer(xml) if "vanish" in xml else ():
        if piece["kind"] == "r":
            within, gone = not piece["ends"], False
        elif piece["kind"] == "vanish":
            gone = within and not re.search(_NOT, piece["more"])
        elif piece["kind"] == "t" and gone and piece["words"].strip():
            return True
    return False


def _has_hidden_cells(xml: str, formats: Sequence[str]) -> bool:
    """True for a hidden row, a hidden column or a cell that shows nothing, with something in it."""
    blank = {str(number) for number, code in enumerate(formats) if re.fullmatch(_SHOWS_NOTHING, code)}
    columns: set[int] = set()
    in_row = in_cell = False
    for piece in _PIECE.finditer(xml) if blank or re.search(_HIDES, xml) else ():
        kind, more = piece["kind"], piece["more"]
        if kind == "row":
            in_row = bool(re.search(_HIDES, more))
        elif kind == "col" and re.search(_HIDES, more):
            first, last = (_value(more, name) for name in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                columns.update(range(int(first), min(int(last), _MOST_COLUMNS) + 1))
        elif kind == "c" and (columns or blank):
            column = _column(_value(more, "r").rstrip("0123456789"))
            in_cell = column in columns or _value(more, "s") in blank
        elif kind in ("v", "t") and (in_row or in_cell) and piece["words"].strip():
            return True
    return False


def _has_shape_outside(xml: str, wide: int, high: int) -> bool:
    """True for a shape with words, or a picture, of which nothing lies on the slide; a group counts as one shape."""
    depth, place, size, holds = 0, None, None, False
    for piece in _SHAPE.finditer(xml):
        if piece["off"] is not None and depth == 1:
            place = place or (_whole(piece["off"], "x"), _whole(piece["off"], "y"))
        elif piece["size"] is not None and depth == 1:
            size = size or (_whole(piece["size"], "cx"), _whole(piece["size"], "cy"))
        elif piece["words"] is not None:
            holds = holds or bool(piece["words"].strip())
        elif piece["kind"] is not None and not piece["ends"] and not piece[0].endswith("/>"):
            depth += 1
            if depth == 1:
                place, size, holds = None, None, False
            holds = holds or piece["kind"] == "pic"
        elif piece["ends"]:
            depth -= 1
            if depth == 0 and holds and place is not None and size is not None:
                (x, y), (across, down) = place, size
                if x >= wide or y >= high or x + across <= 0 or y + down <= 0:
                    return True
    return False


def _column(letters: str) -> int:
    """The number of a column from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = (number * 26 + ord(letter) - ord("A") + 1) % (1 << 32)
    return number
