"""What is read in a part of an office document: its words, numbers as their cells show them, what is said of pictures.

What readers do not see though it is there is found by :mod:`elzctl.attachments.hidden`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from elzctl.attachments.cells import MOBILE, seen
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from zipfile import ZipFile

_BESIDE = ("xl/styles.xml", "xl/sharedStrings.xml", "ppt/presentation.xml", "word/styles.xml", "xl/workbook.xml")
_TABLES = r"xl/tables/[^/]*\.xml"
_NAMES = ("name", "displayName")
_NAMED = r"<(?:\w+:)?(?:sheet|definedName|table)\s[^<>]*>"

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
_TELLS = r"@|%40|tel:|sms:|smsto:|callto:|skype:|whatsapp:|wa\.me/|t\.me/|phone=|tel=|gsm=|mobile=|mobiel=|telefoon="
_VALUE = re.compile(
    rf"=\"([^\"<]*(?:{_TELLS})[^\"<]*)\"|='([^'<]*(?:{_TELLS})[^'<]*)'"
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

# A header or a footer; its letters: the font, the colour, bold, the number of the page and what is added to it.
_END = re.compile(r"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)\b[^<>]*>([^<]*)<")
_LETTERS = r"&(?:\"[^\"]*\"|K(?:[0-9A-Fa-f]{2}[+-]\d{3}|[0-9A-Fa-f]{6})|[PN][+-]\d+|[A-Za-z])"
# The size of the letters: all digits behind the sign, or no more than leave a number its zero.
_SIZES = (r"&\d{1,3}", r"&\d{1,3}?(?=0[1-9])")

_STYLE, _STYLE_ENDS, _DEEPEST = r"<(?:\w+:)?style(?=\s)", r"</(?:\w+:)?style>", 50
_BASED_ON, _VANISH = r"<(?:\w+:)?basedOn\s[^<>]*>", r"<(?:\w+:)?vanish(?=[\s/>])[^<>]*>"
NOT = r"val=[\"'](?:0|false|off)[\"']"
"""What a tag says that takes back what it is about."""
_NOTES = "ppt/notesslides/notesslide"
_FIELD = re.compile(r"<a:fld\b.{0,2000}?</a:fld>|<\?xml[^>]*>", re.DOTALL)  # the number of the page, the day

_JOINED = r"\"\s*&\s*\""  # pieces of a text that a formula puts together
_FIRST_CELL = r"\s*(?:04[5-9]\d|(?:\+|00)32|0[1-9]\d?)\s*"
_STRING, _STRING_ENDS = r"<(?:\w+:)?si(?=[\s/>])", r"</(?:\w+:)?si>"
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
    vanishing: frozenset[str] = frozenset()
    """The styles of a text in Word that hide what is written in them; ``""`` when paragraphs without a style are hidden."""
    tables: frozenset[str] = frozenset()
    """The names of the sheets, the tables and the areas of a workbook."""


_NOTHING = Beside()


def beside(archive: ZipFile) -> Beside:
    """What is to be known of a document before its parts are read."""
    styles, strings, show, looks, book = (
        archive.read(name).decode("utf-8", "replace") if name in archive.namelist() else "" for name in _BESIDE
    )
    size = re.search(r"<(?:\w+:)?sldSz\s[^<>]*>", show)
    wide, high = (whole(size[0], key) for key in ("cx", "cy")) if size is not None else (0, 0)
    texts = (html.unescape(_TAG.sub("", f"<si{one}")) for one in texts_of_cells(strings))
    tables = (archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if re.match(_TABLES, name))
    return Beside(
        number_formats(styles),
        tuple(one if len(one) < 40 else "" for one in texts),
        (wide, high),
        _vanishing(looks),
        frozenset(value(tag, key) for one in (book, *tables) for tag in re.findall(_NAMED, one) for key in _NAMES),
    )


def words(xml: str, beside: Beside = _NOTHING) -> str:
    """What is read in a part, a paragraph or a cell on a line."""
    values = "\n".join("".join(found) for found in _VALUE.findall(xml))
    lines = html.unescape(_TAG.sub("", _LINE_ENDS.sub("\n", xml)))
    if "sheetData" in xml:
        lines = re.sub(_JOINED, "", lines)
    cells = "\n".join((*_shown(xml, beside.formats), *_in_rows(xml, beside.strings))) if "sheetData" in xml else ""
    ends = "\n".join(_ends(xml)) if "Header>" in xml or "Footer>" in xml else ""
    return seen(_written_out("\n".join((lines, html.unescape(values), cells, ends))))


def has_notes(archive: ZipFile) -> bool:
    """True for a presentation with notes of the speaker, which readers find too."""
    parts = (one for one in archive.namelist() if one.lower().startswith(_NOTES))
    texts = (_FIELD.sub("", archive.read(one).decode("utf-8", "replace")) for one in parts)
    return any(_TAG.sub("", text).strip() for text in texts)


def value(tag: str, name: str) -> str:
    """What a tag says of something; ``""`` when it does not."""
    found = re.search(_ATTRIBUTE.format(name), tag)
    return found[1] if found is not None else ""


def whole(tag: str, name: str) -> int:
    """The same as a number; 0 when it is none."""
    found = value(tag, name)
    return int(found) if re.fullmatch(r"-?\d{1,12}", found) else 0


def column(letters: str) -> int:
    """The number of a column from its letters: A is 1."""
    number = 0
    for letter in letters:
        number = (number * 26 + ord(letter) - ord("A") + 1) % (1 << 32)
    return number


# What stands above and below a printed sheet


def _ends(xml: str) -> Iterator[str]:
    """What is printed there, each of its three places on a line, without the codes between the words."""
    for found in _END.finditer(xml):
        said = _written_out(html.unescape(found[1]))
        for size in _SIZES:
            for place in re.split("&[LCR]", said):
                yield re.sub(f"{size}|{_LETTERS}", "", place)


def _written_out(text: str) -> str:
    """The text with the signs for which workbooks have codes of their own: ``_x000a_`` ends a line."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


# What a cell shows


def texts_of_cells(strings: str) -> Iterator[str]:
    """What stands in a workbook's list of texts, each from behind the name of its tag to its end."""
    yield from (re.split(_STRING_ENDS, one, maxsplit=1)[0] for one in re.split(_STRING, strings)[1:])


def number_formats(xml: str) -> tuple[str, ...]:
    """How each look of cells shows a number, in the order in which cells name these looks."""
    codes = {value(one[0], "numFmtId"): html.unescape(value(one[0], "formatCode")) for one in _FORMAT.finditer(xml)}
    looks = _LOOKS.search(xml)
    found = re.findall(r"<(?:\w+:)?xf\s[^<>]*>", looks[1]) if looks is not None else []
    names = [value(one, "numFmtId") for one in found]
    return tuple(codes.get(name, "" if name in _PLAIN_NUMBERS else _AMOUNT) for name in names)


def _in_rows(xml: str, strings: Sequence[str]) -> Iterator[str]:
    """The cells of rows in which a number, or an address, may be cut into cells."""
    if not any(map(_may_be_cut, strings)):
        return
    row: list[str] = []
    for cell in _ROW_CELL.finditer(xml):
        if cell[2] is None:
            if any(map(_may_be_cut, row)):
                yield from (*row, "")
            row = []
        elif value(cell[1], "t") != "s":
            row.append(cell[2])
        elif cell[2].isdecimal() and int(cell[2]) < len(strings):
            row.append(strings[int(cell[2])])


def _may_be_cut(cell: str) -> bool:
    return re.fullmatch(_FIRST_CELL, cell) is not None or cell.strip().startswith("@") or cell.strip().endswith("@")


def _shown(xml: str, formats: Sequence[str]) -> Iterator[str]:
    """Numbers of cells that look like a telephone number, as readers see them."""
    for cell in _CELL.finditer(xml):
        if value(cell[1], "t") in ("", "n"):
            look = value(cell[1], "s")
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


# Styles of Word


def _vanishing(xml: str) -> frozenset[str]:
    """The names of styles that hide words, by themselves or because the style that they are made of does."""
    if "vanish" not in xml:
        return frozenset()
    own, parent, usual = dict[str, bool | None](), dict[str, str](), set[str]()
    for piece in re.split(_STYLE, xml)[1:]:
        tag, _, within = re.split(_STYLE_ENDS, piece, maxsplit=1)[0].partition(">")
        name = value(tag, r"(?:\w+:)?styleId")
        above, gone = re.search(_BASED_ON, within), re.search(_VANISH, within)
        parent[name] = value(above[0], r"(?:\w+:)?val") if above is not None else ""
        own[name] = not re.search(NOT, gone[0]) if gone is not None else None
        if value(tag, r"(?:\w+:)?default") in ("1", "true") and value(tag, r"(?:\w+:)?type") == "paragraph":
            usual.add(name)
    found = {name for name in own if name and _inherits(name, own, parent)}
    return frozenset(found | ({""} if usual & found else set()))


def _inherits(name: str, own: Mapping[str, bool | None], parent: Mapping[str, str]) -> bool:
    """What a style says itself, or the nearest one above it that says something."""
    for _ in range(_DEEPEST):
        found = own.get(name)
        if found is not None:
            return found
        name = parent.get(name, "")
    return False
