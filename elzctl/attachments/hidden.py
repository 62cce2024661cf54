"""What readers do not see in an office document though it is there: hidden sheets, rows, columns, slides, shapes and words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.attachments.words import NOT, Beside, column, value, whole

_HIDDEN_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*\bstate=[\"'](?:hidden|veryHidden)[\"']")
_SOURCE = re.compile(r"<(?:\w+:)?worksheetSource\s[^<>]*>")
_HIDDEN_SLIDE = re.compile(r"<(?:\w+:)?sld\s[^<>]*\bshow=[\"'](?:0|false)[\"']")
_HIDDEN_ODT = re.compile(r"\btext:display=[\"']none[\"']|<text:(?:hidden-|conditional-text|script)")
# Rows of less than two points and columns of less than half a letter show nothing.
_HIDES = r"\bhidden=[\"'](?:1|true)[\"']|(?<=\s)(?:ht=[\"'][01]?(?:\.\d*)?|width=[\"']0?(?:\.[0-4]\d*)?)[\"']"
_SIGN = re.compile(r"\\.|\"[^\"]*\"|\[[^\]]*\]|[_*].|.", re.DOTALL)
_UNSEEN_SIGN = r"(?i)\s|\\\s|\"\s*\"|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|\$[^\]]*)\]|_.|\*\s"
_WHEN = r"\[[<>=]"
_CELL = re.compile(r"<(?P<ends>/?)(?:\w+:)?(?P<kind>row|col|c|v|t)(?=[\s/>])(?P<more>[^<>]*)>(?P<words>[^<]*)")
_MOST_COLUMNS, _SECTIONS = 16_384, 4
_WORD = re.compile(
    r"<(?P<ends>/?)(?:\w+:)?(?P<kind>tbl|tr|p|r|t|vanish|specVanish|trHeight|spacing|tblStyle|pStyle|rStyle)"
    r"(?=[\s/>])(?P<more>[^<>]*)>(?P<words>[^<]*)"
)
_STYLED = {"tblStyle": "tbl", "pStyle": "p", "rStyle": "r"}
_HOLDERS = ("tbl", "tr", "p", "r")
_HEIGHTS = {"trHeight": ("tr", "val", "hRule"), "spacing": ("p", "line", "lineRule")}
"""What says how high a row, or a line of a paragraph, is; it is no higher when that is exact."""
_LOWEST = 40  # twentieths of a point
_SHAPE = re.compile(
    r"<(?P<ends>/?)(?:\w+:)?(?P<kind>sp|pic|graphicFrame|grpSp|cxnSp)(?=[\s/>])[^<>]*>"
    r"|<(?:\w+:)?off(?=\s)(?P<off>[^<>]*)>|<(?:\w+:)?ext(?=\s)(?P<size>[^<>]*\bcx=[^<>]*)>|<(?:\w+:)?t>(?P<words>[^<]+)"
    r"|<(?:\w+:)?cNvPr(?=\s)(?P<named>[^<>]*)>"
)


def hides(xml: str, name: str, beside: Beside) -> bool:
    """True when there is something in a part that readers are not shown."""
    if name.startswith("word/"):
        return _has_vanished(xml, beside.vanishing)
    if name.startswith("xl/"):
        return _HIDDEN_SHEET.search(xml) is not None or ("sheetData" in xml and _has_hidden_cells(xml, beside.formats))
    if not name.startswith("ppt/slides/"):
        return _HIDDEN_ODT.search(xml) is not None
    is_outside = any(beside.slide) and _has_shape_outside(xml, *beside.slide)
    return is_outside or _HIDDEN_SLIDE.search(xml) is not None or _has_hidden_shape(xml)


def keeps_copy(xml: str, name: str, beside: Beside) -> bool:
    """True for a part that keeps all rows of a table that is not in the workbook, or no longer."""
    if not name.startswith("xl/pivotcache/") or "cacheSource" not in xml:
        return False
    source = _SOURCE.search(xml)
    if source is None or re.search(r"\s\w+:id=", source[0]):
        return True
    return (value(source[0], "sheet") or value(source[0], "name")) not in beside.tables


def _has_vanished(xml: str, styles: frozenset[str]) -> bool:
    """True for words that are marked as hidden, or that have a style that hides them; the end of a paragraph may be hidden."""
    # The tables, rows, paragraphs and runs around a place, whether they hide it, and whether they have no height.
    around = [("", False, False)]
    for piece in _WORD.finditer(xml) if styles or re.search("[vV]anish|[\"']exact[\"']", xml) else ():
        kind, (inmost, is_gone, is_flat) = piece["kind"], around[-1]
        if inmost and _STYLED.get(kind) == inmost:
            around[-1] = (inmost, value(piece["more"], r"(?:\w+:)?val") in styles or around[-2][1], is_flat)
        elif _is_flat(kind, piece["more"], inmost):
            around[-1] = (inmost, is_gone, True)
        elif kind in ("vanish", "specVanish") and inmost == "r":
            around[-1] = (inmost, not re.search(NOT, piece["more"]), is_flat)
        elif kind == "t" and inmost == "r" and (is_gone or is_flat) and piece["words"].strip():
            return True
        elif kind in _HOLDERS and not piece["more"].endswith("/"):
            if not piece["ends"]:
                # What stands in a run is a shape, which is as high as it is.
                around.append((kind, is_gone or (kind == "p" and "" in styles), is_flat and inmost != "r"))
            while piece["ends"] and len(around) > 1 and around.pop()[0] != kind:
                pass
    return False


def _is_flat(kind: str, more: str, holder: str) -> bool:
    """True for what makes a row, or the lines of a paragraph, so low that nothing in it is seen."""
    of, height, rule = _HEIGHTS.get(kind, ("", "", ""))
    if of != holder or value(more, rf"(?:\w+:)?{rule}") != "exact":
        return False
    said = value(more, rf"(?:\w+:)?{height}")
    return said.isdecimal() and int(said) < _LOWEST


def _has_hidden_cells(xml: str, formats: Sequence[str]) -> bool:
    """True for a hidden row, a hidden column or a cell that shows nothing, with something in it."""
    blank = {str(number): found for number, code in enumerate(formats) if any(found := tuple(_blanks(code)))}
    columns: set[int] = set()
    in_row = in_column = is_found = False
    kind_of_cell, blanks = "", tuple[bool, ...]()
    for piece in _CELL.finditer(xml) if blank or re.search(_HIDES, xml) else ():
        kind, more = piece["kind"], piece["more"]
        if kind == "row":
            in_row = bool(re.search(_HIDES, more))
        elif kind == "col" and re.search(_HIDES, more):
            first, last = (value(more, name) for name in ("min", "max"))
            if first.isdecimal() and last.isdecimal():
                columns.update(range(int(first), min(int(last), _MOST_COLUMNS) + 1))
        elif kind == "c" and (columns or blank):
            in_column = column(value(more, "r").rstrip("0123456789")) in columns
            kind_of_cell, blanks = value(more, "t"), blank.get(value(more, "s"), ())
        elif kind in ("v", "t") and (said := piece["words"].strip()):
            is_found = in_row or in_column or _is_blank(kind_of_cell, said, blanks)
        if is_found:
            return True
    return False


def _blanks(code: str) -> Iterator[bool]:
    """Of each section of a form of numbers, whether it shows nothing; nothing of a form of which the sections have conditions."""
    signs = [""]
    for sign in _SIGN.findall(code):
        if sign == ";":
            signs.append("")
        elif not re.fullmatch(_UNSEEN_SIGN, sign):
            signs[-1] += sign
    if code and (not re.search(_WHEN, code) or not any(signs)):
        yield from (not one for one in signs)


def _is_blank(kind: str, words: str, blanks: Sequence[bool]) -> bool:
    """True for a number or a text of which nothing is shown; a zero that is not shown tells nothing."""
    if len(blanks) == _SECTIONS and all(blanks):
        return True
    if kind not in ("", "n"):
        return len(blanks) == _SECTIONS and blanks[-1] and kind in ("s", "str", "inlineStr")
    if not blanks or not re.search("[1-9]", words.lower().partition("e")[0]):
        return False
    return blanks[1] if words.startswith("-") and len(blanks) > 1 else blanks[0]


def _has_shape_outside(xml: str, wide: int, high: int) -> bool:
    """True for a shape with words, or a picture, of which nothing lies on the slide; a group counts as one shape."""
    depth, place, size, holds = 0, None, None, False
    for piece in _SHAPE.finditer(xml):
        if piece["off"] is not None and depth == 1:
            place = place or (whole(piece["off"], "x"), whole(piece["off"], "y"))
        elif piece["size"] is not None and depth == 1:
            size = size or (whole(piece["size"], "cx"), whole(piece["size"], "cy"))
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


def _has_hidden_shape(xml: str) -> bool:
    """True for words or a picture in a shape that is hidden, or in a group that is."""
    around: list[tuple[str, bool]] = []
    for piece in _SHAPE.finditer(xml) if re.search(_HIDES, xml) else ():
        if piece["named"] is not None and around:
            around[-1] = (around[-1][0], around[-1][1] or re.search(_HIDES, piece["named"]) is not None)
        elif piece["kind"] is not None and piece["ends"]:
            del around[-1:]
        elif piece["kind"] is not None and not piece[0].endswith("/>"):
            # What an object shows instead of itself, when no program can draw it, is a part of that object.
            around.append((piece["kind"], bool(around) and around[-1] == ("grpSp", True)))
        holds = piece["words"] is not None and piece["words"].strip()
        if around and around[-1][1] and (holds or around[-1][0] == "pic"):
            return True
    return False
