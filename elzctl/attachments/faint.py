"""Words in an office document that nobody can read though they are there: in the colour of the page, or as small as a dot.

Only what is certain counts: light letters in a dark cell, in a shape or over a picture are meant to be read, and so may
be those of which a style of tables, a theme or a rule decides what is behind them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from elzctl.attachments.looks import TINY, UNKNOWN, WHITE, Cells, Look, cells, has_words, in_cells, is_alike, is_unread
from elzctl.attachments.words import value
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from zipfile import ZipFile

_DEEPEST, _MOST_LOOKS = 50, 2_000

# Word
_TEXT = re.compile(
    r"<(?P<ends>/?)(?:\w+:)?(?P<kind>tbl|tc|p|r|t|pPr|rPr|tcPr|tblPr|txbxContent|color|sz|shd|highlight|tblStyle|pStyle|rStyle)"
    r"(?=[\s/>])(?P<more>[^<>]*)>(?P<words>[^<]*)"
)
_STYLES = {"tblStyle": "tbl", "pStyle": "p", "rStyle": "r"}
_WITHIN = {
    "color": "r",
    "sz": "r",
    "highlight": "r",
    "shd": "r p tc tbl",
    "rStyle": "r",
    "pStyle": "p",
    "tblStyle": "tbl",
}
_BEHIND = r"behindDoc=[\"'](?:1|true)|z-index:-|<(?:\w+:)?background\s"
_STYLE, _STYLE_ENDS = r"<(?:\w+:)?style(?=\s)", r"</(?:\w+:)?style>"
_DEFAULTS, _DEFAULTS_END = r"<(?:\w+:)?rPrDefault>", r"</(?:\w+:)?rPrDefault>"

# LibreOffice
_OPEN = re.compile(
    r"<(?P<ends>/?)(?P<kind>text:[\w-]+|table:table(?:-row|-cell)?|draw:[\w-]+)(?=[\s/>])(?P<more>[^<>]*)>(?P<words>[^<]*)"
)
_FAMILIES = {"text:p": "paragraph", "text:h": "paragraph", "text:span": "text"}
_OPEN_STYLE, _OPEN_STYLE_ENDS = r"<style:(default-)?style(?=\s)", r"</style:(?:default-)?style>"
_OPEN_PAGE = r"<style:page-layout-properties\s[^<>]*(?:fo:background-color=\"#|draw:fill=\"(?!none))"

# PowerPoint
_CLEAR = re.compile(r"<a:rPr\b[^<>]*>\s*<a:solidFill>\s*<a:\w+\s[^<>]*>\s*<a:alpha val=[\"']0%?[\"']")


class Looks(NamedTuple):
    """What is to be known of a document: its styles, the one of paragraphs without one, what the page looks like, cells."""

    styles: Mapping[str, Look]
    usual: str = ""
    page: Look = Look("", WHITE)
    cells: Cells = Cells()


def looks(archive: ZipFile) -> Looks:
    """What is to be known of a document before its parts are looked at."""

    def part(name: str) -> str:
        return archive.read(name).decode("utf-8", "replace") if name in names else ""

    names = archive.namelist()
    if "word/document.xml" in names:
        heads = (part(name) for name in names if re.fullmatch(r"word/(?:document|header\d*)\.xml", name))
        return _of_word(part("word/styles.xml"), is_covered=any(re.search(_BEHIND, one) for one in heads))
    if "content.xml" in names:
        return _of_open(part("styles.xml"), part("content.xml"))
    tables = (part(name) for name in names if name.startswith("xl/tables/"))
    return Looks({}, cells=cells(part("xl/styles.xml"), part("xl/sharedStrings.xml"), tables))


def is_faint(xml: str, name: str, known: Looks) -> bool:
    """True when there are words in a part that nobody can read; *name* is in small letters."""
    if name.startswith("word/"):
        return _in_word(xml, known)
    if name.startswith("xl/"):
        return "sheetData" in xml and in_cells(xml, known.cells)
    if name.startswith(("ppt/slides/", "ppt/notesslides/")):
        return _in_slide(xml)
    return name == "content.xml" and _in_open(xml, known)


class _Around(NamedTuple):
    """What a word stands in: its kind, how that looks by itself, and the name of its style."""

    kind: str
    own: Look = Look()
    style: str = ""


def _close(around: list[_Around], kind: str) -> None:
    while len(around) > 1 and around.pop().kind != kind:
        pass


# Word


def _of_word(styles: str, *, is_covered: bool) -> Looks:
    own, parent, usual = dict[str, Look](), dict[str, str](), ""
    for piece in re.split(_STYLE, styles)[1:]:
        tag, _, within = re.split(_STYLE_ENDS, piece, maxsplit=1)[0].partition(">")
        name, kind = value(tag, r"(?:\w+:)?styleId"), value(tag, r"(?:\w+:)?type")
        above = re.search(r"<(?:\w+:)?basedOn\s[^<>]*>", within)
        parent[name] = value(above[0], r"(?:\w+:)?val") if above is not None else ""
        # The parts of a table each have a look of their own.
        said = _said(within)
        own[name] = Look(said.colour and UNKNOWN, said.ground and UNKNOWN) if kind == "table" else said
        if kind == "paragraph" and value(tag, r"(?:\w+:)?default") in ("1", "true"):
            usual = name
    usually = _said(re.split(_DEFAULTS_END, (re.split(_DEFAULTS, styles, maxsplit=1)[1:] or [""])[0], maxsplit=1)[0])
    page = Look(usually.colour, UNKNOWN if is_covered else WHITE, usually.size)
    return Looks(_with_inherited(own, parent), usual, page)


def _with_inherited(own: Mapping[str, Look], parent: Mapping[str, str]) -> Mapping[str, Look]:
    return {name: _inherited(name, own, parent) for name in own} if any(map(any, own.values())) else {}


def _inherited(name: str, own: Mapping[str, Look], parent: Mapping[str, str]) -> Look:
    found = Look()
    for _ in range(_DEEPEST):
        above = own.get(name, Look())
        found = Look(found.colour or above.colour, found.ground or above.ground, found.size or above.size)
        name = parent.get(name, "")
        if not name:
            break
    return found


def _said(xml: str) -> Look:
    """What is said in a style, of letters and of what is behind them."""
    found = Look()
    for tag in re.finditer(r"<(?:\w+:)?(?P<kind>color|sz|shd|highlight)(?=\s)(?P<more>[^<>]*)>", xml):
        found = _with(found, tag["kind"], tag["more"])
    return found


def _with(look: Look, kind: str, more: str) -> Look:
    """The same with what one more tag says."""
    said = value(more, r"(?:\w+:)?val")
    if kind == "color":
        return look._replace(colour=said.upper() if re.fullmatch("[0-9A-Fa-f]{6}", said) else UNKNOWN)
    if kind == "sz":
        return look._replace(size=int(said) / 2) if re.fullmatch(r"\d{1,4}", said) else look
    if kind == "highlight":
        return look if said == "none" else look._replace(ground=WHITE if said == "white" else UNKNOWN)
    fill = value(more, r"(?:\w+:)?fill").upper()
    if said not in ("clear", "nil", ""):
        return look._replace(ground=UNKNOWN)
    return (
        look if fill in ("AUTO", "") else look._replace(ground=fill if re.fullmatch("[0-9A-F]{6}", fill) else UNKNOWN)
    )


def _in_word(xml: str, known: Looks) -> bool:
    around = [_Around("")]
    for tag in _TEXT.finditer(xml) if _may_be(xml, known) else ():
        kind, more = tag["kind"], tag["more"]
        if kind in _WITHIN:
            inmost, holder = around[-1].kind, around[-2] if len(around) > 1 else around[-1]
            if inmost == f"{holder.kind}Pr" and holder.kind in _WITHIN[kind].split():
                is_style = kind in _STYLES
                around[-2] = (
                    holder._replace(style=value(more, r"(?:\w+:)?val"))
                    if is_style
                    else holder._replace(own=_with(holder.own, kind, more))
                )
        elif tag["ends"]:
            _close(around, kind)
        elif not more.endswith("/"):
            around.append(_Around(kind, Look(ground=UNKNOWN) if kind == "txbxContent" else Look()))
            if kind == "t" and has_words(tag["words"]) and is_unread(*_look(around, known)):
                return True
    return False


def _may_be(xml: str, known: Looks) -> bool:
    """False for a part, which may be long, in which no letters are tiny and none have the colour of anything behind them."""
    tags = set(re.findall(r"<(?:\w+:)?(?:color|sz|shd|highlight)\s[^<>]*>", xml))
    if len(tags) > _MOST_LOOKS:
        return True
    looks = [known.page, *known.styles.values(), *map(_said, tags)]
    grounds = {one.ground for one in looks if one.ground} | {WHITE}
    colours = {one.colour for one in looks if one.colour}
    return any(0 < one.size <= TINY for one in looks) or any(is_alike(a, b) for a in colours for b in grounds)


def _look(around: Sequence[_Around], known: Looks) -> tuple[str, str, float]:
    """The colour of a word, what is behind it, and its size."""
    said: list[Look] = []
    for one in reversed(around[-_DEEPEST:]):
        style = one.style or (known.usual if one.kind == "p" else "")
        said += (one.own, known.styles.get(style, Look()))
    said.append(known.page)
    colour = next((one.colour for one in said if one.colour), "")
    return colour, next(one.ground for one in said if one.ground), next((one.size for one in said if one.size), 0.0)


# LibreOffice


def _of_open(styles: str, content: str) -> Looks:
    own, parent = dict[str, Look](), dict[str, str]()
    page = Look("", UNKNOWN if re.search(_OPEN_PAGE, styles) else WHITE)
    pieces = re.split(_OPEN_STYLE, styles + content)
    for default, style in zip(pieces[1::2], pieces[2::2], strict=True):
        more, _, within = re.split(_OPEN_STYLE_ENDS, style, maxsplit=1)[0].partition(">")
        family, within = value(more, "style:family"), "" if more.endswith("/") else within
        size = re.search(r"\sfo:font-size=\"([\d.]{1,6})pt\"", within)
        look = Look(
            _hexadecimal(within, "fo:color"),
            _hexadecimal(within, "fo:background-color"),
            float(size[1]) if size is not None and size[1].count(".") < 2 else 0.0,
        )
        if not default:
            name = f"{family}:{value(more, 'style:name')}"
            own[name], parent[name] = look, f"{family}:{value(more, 'style:parent-style-name')}"
        elif family == "paragraph":
            page = Look(look.colour, page.ground, look.size)
    return Looks(_with_inherited(own, parent), page=page)


def _hexadecimal(xml: str, name: str) -> str:
    found = re.search(rf"\s{name}=\"#([0-9A-Fa-f]{{6}})\"", xml)
    return found[1].upper() if found is not None else ""


def _in_open(xml: str, known: Looks) -> bool:
    around = [_Around("")]
    for tag in _OPEN.finditer(xml) if _may_be("", known) else ():
        kind, more = tag["kind"], tag["more"]
        if tag["ends"]:
            _close(around, kind)
        elif not more.endswith("/"):
            family = _FAMILIES.get(kind) or kind.partition(":")[2]
            style = f"{family}:{value(more, r'(?:text|table):style-name')}"
            around.append(_Around(kind, Look(ground=UNKNOWN if kind.startswith("draw:") else ""), style))
        is_text = any(one.kind in _FAMILIES for one in around[-_DEEPEST:])
        if is_text and has_words(tag["words"]) and is_unread(*_look(around, known)):
            return True
    return False


# PowerPoint


def _in_slide(xml: str) -> bool:
    for run in xml.split("<a:r>")[1:]:
        about, _, words = run.partition("</a:r>")[0].partition("<a:t>")
        size = re.search(r"<a:rPr\b[^<>]*\ssz=[\"'](\d{1,5})[\"']", about)
        is_tiny = size is not None and 0 < int(size[1]) <= 100 * TINY
        if has_words(words.partition("</a:t>")[0]) and (is_tiny or re.search(_CLEAR, about)):
            return True
    return False
