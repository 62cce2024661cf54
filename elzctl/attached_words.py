"""What is read in a part of an office document: its words, numbers as their cells show them, what is said of pictures.

And what readers do not see though it is there: hidden sheets, rows, columns, slides and words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipFile

STYLES = "xl/styles.xml"
"""Where a workbook says how its cells show numbers."""

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
_HIDES = r"\bhidden=[\"'](?:1|true)[\"']"
_PIECE = re.compile(
    r"<(?P<ends>/?)(?:\w+:)?(?P<kind>row|col|c|v|t|r|vanish)(?=[\s/>])(?P<more>[^<>]*)>(?P<words>[^<]*)"
)
_NOT = r"val=[\"'](?:0|false|off)[\"']"
_MOST_COLUMNS = 16_384


def words(xml: str, formats: Sequence[str] = ()) -> str:
    """What is read in a part, a paragraph or a cell on a line; *formats* are those of :func:`number_formats`."""
    values = "\n".join("".join(found) for found in _VALUE.findall(xml))
    lines = _TAG.sub("", _LINE_ENDS.sub("\n", xml))
    cells = "\n".join(_shown(xml, formats)) if "sheetData" in xml else ""
    return seen(html.unescape(f"{lines}\n{values}\n{cells}"))


def seen(text: str) -> str:
    """The text without what cannot be seen, which may stand in the middle of an address."""
    return re.sub("[\xad\u200b-\u200f\u2060\ufeff]", "", text)


def number_formats(archive: ZipFile) -> tuple[str, ...]:
    """How each look of cells in a workbook shows a number, in the order in which cells name these looks."""
    if STYLES not in archive.namelist():
        return ()
    xml = archive.read(STYLES).decode("utf-8", "replace")
    codes = {_value(one[0], "numFmtId"): html.unescape(_value(one[0], "formatCode")) for one in _FORMAT.finditer(xml)}
    looks = _LOOKS.search(xml)
    found = re.findall(r"<(?:\w+:)?xf\s[^<>]*>", looks[1]) if looks is not None else []
    names = [_value(one, "numFmtId") for one in found]
    return tuple(codes.get(name, "" if name in _PLAIN_NUMBERS else _AMOUNT) for name in names)


def has_notes(archive: ZipFile) -> bool:
    """True for a presentation with notes of the speaker, which readers find too."""
    parts = (one for one in archive.namelist() if one.lower().startswith(_NOTES))
    texts = (_FIELD.sub("", archive.read(one).decode("utf-8", "replace")) for one in parts)
    return any(_TAG.sub("", text).strip() for text in texts)


def hides(xml: str, name: str) -> bool:
    """True when there is something in a part that readers are not shown."""
    if name.startswith("word/"):
        return _has_vanished(xml)
    if name.startswith("xl/"):
        return _HIDDEN_SHEET.search(xml) is not None or ("sheetData" in xml and _has_hidden_cells(xml))
    return (_HIDDEN_SLIDE if name.startswith("ppt/slides/") else _HIDDEN_ODT).search(xml) is not None


def _value(tag: str, name: str) -> str:
    found = re.search(_ATTRIBUTE.format(name), tag)
    return found[1] if found is not None else ""


# What a cell shows


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


def _has_hidden_cells(xml: str) -> bool:
    """True for a hidden row, or a hidden column, with something in it."""
    columns: set[int] = set()
    in_row = in_column = False
    for piece in _PIECE.finditer(xml) if re.search(_HIDES, xml) else ():
        kind, more = piece["kind"], piece["more"]
        if kind == "row":
            in_row = bool(re.search(_HIDES, more))
        elif kind == "col" and re.search(_HIDES, more):
            first, last = (_value(more, name) for name in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                columns.update(range(int(first), min(int(last), _MOST_COLUMNS) + 1))
        elif kind == "c" and columns:
            in_column = _column(_value(more, "r").rstrip("0123456789")) in columns
        elif kind in ("v", "t") and (in_row or in_column) and piece["words"].strip():
            return True
    return False


def _column(letters: str) -> int:
    """The number of a column from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = (number * 26 + ord(letter) - ord("A") + 1) % (1 << 32)
    return number
