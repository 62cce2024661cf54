"""Lines of a Word document: characters, links, bookmarks, paragraphs.

What stands in a plan becomes text and nothing else: every character is cleaned and escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from elzctl.record import NamedTuple
from elzctl.render.docx_styles import ARABIC, OTHER_STATE, SIGNS, STATES
from elzctl.render.markdown import clean
from elzctl.render.tree import (
    Badge,
    Break,
    Code,
    Document,
    Emphasis,
    Entry,
    Heading,
    Inline,
    Jump,
    Link,
    Strong,
    Text,
)
from elzctl.render.vetted import is_vetted
from elzctl.render.word_signs import in_unicode
from elzctl.wording import Message, say

BOX = "□"
LONGEST_NAME = 40
"""Characters in the name of a bookmark."""
LONGEST_ADDRESS = 2000

# What XML refuses or no font shows: noncharacters; and private characters, which mean something in one font only.
_NOWHERE = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_GAP = re.compile(r"[\t\n\r]+")
# Letters that are written from right to left, with what stands between them.
_LEFTWARD = "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RIGHT_TO_LEFT = re.compile(rf"({_LEFTWARD}+(?:[\W\d]*{_LEFTWARD}+)*)")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_HOST = re.compile(r"(https?://)([^/?#:]+)", re.IGNORECASE)
# A relationship takes no address with anything else in it.
_ODD = re.compile(r"[^\w.~:/?#@!$&'()*+,;=%-]|%(?![0-9a-fA-F]{2})", re.ASCII)


class Look(NamedTuple):
    """How characters look, beside what the style of their paragraph says."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    extra: str = ""

    def xml(self, *, leftward: str = "") -> str:
        """The properties in the order that Word demands; *leftward* is the language of letters that run to the left."""
        fonts = f'<w:rFonts w:ascii="{ARABIC}" w:hAnsi="{ARABIC}" w:cs="{ARABIC}"/>' if leftward else ""
        inside = (
            f'<w:rStyle w:val="{self.style}"/>' if self.style else "",
            fonts,
            "<w:b/><w:bCs/>" if self.bold else "",
            "<w:i/><w:iCs/>" if self.italic else "",
            self.extra,
            f'<w:rtl/><w:lang w:bidi="{leftward}"/>' if leftward else "",
        )
        found = "".join(inside)
        return f"<w:rPr>{found}</w:rPr>" if found else ""


PLAIN = Look()
SIGN = f'<w:rPr><w:rFonts w:ascii="{SIGNS}" w:hAnsi="{SIGNS}" w:eastAsia="{SIGNS}" w:cs="{SIGNS}"/></w:rPr>'


class Lines:
    """What is known while a document is written from top to bottom: where jumps arrive, which links there are."""

    def __init__(self, document: Document, styles: Mapping[str, str]) -> None:
        """*styles* are the ids in the file, by the names of the styles."""
        self.words = dict(document.words)
        self.links: dict[str, str] = {}
        self.styles = styles
        self.fresh = self.apart = False
        self.bar = ""
        """A property of paragraphs, in XML: the border of what has a mark, while that is written."""
        self._names = _bookmark_names(document)
        self._given: dict[str, int] = {}
        self._unshown: dict[str, str] = {}

    @property
    def warnings(self) -> tuple[Message, ...]:
        """One for each character that is shown as □, with the text around the first one."""
        return tuple(
            say(
                "No font has the character {code}; the Word file shows □ in its place: “{place}”",
                code=f"U+{ord(char):04X}",
                place=place,
            )
            for char, place in sorted(self._unshown.items())
        )

    def line(self, children: tuple[Inline, ...], look: Look = PLAIN) -> str:
        """The content of a line."""
        return "".join([_INLINES[type(child)](self, child, look) for child in children])

    def text(self, text: str, look: Look = PLAIN) -> str:
        """Characters as runs; a piece that is written from right to left is a run of its own."""
        text = self.cleaned(text)
        if text.isascii() or not _RIGHT_TO_LEFT.search(text):
            return _run(text, look.xml())
        pieces = enumerate(_RIGHT_TO_LEFT.split(text))
        return "".join(_run(piece, look.xml(leftward=_language(piece) if at % 2 else "")) for at, piece in pieces)

    def cleaned(self, text: str) -> str:
        """The text without what nobody can see; a character that no font has is □, and is remembered."""
        if text.isascii() and text.isprintable():
            return text
        text = _GAP.sub(" ", _NOWHERE.sub("", clean(in_unicode(text))))
        for match in _PRIVATE.finditer(text):
            before, after = text[max(match.start() - 25, 0) : match.start()], text[match.end() : match.end() + 25]
            self._unshown.setdefault(match[0], f"{_PRIVATE.sub(BOX, before)}{BOX}{_PRIVATE.sub(BOX, after)}")
        return _PRIVATE.sub(BOX, text)

    def sign(self, checked: bool | None) -> str:
        """The box of what can be ticked."""
        return "" if checked is None else _run("☒" if checked else "☐", SIGN)

    def code(self, node: Code, look: Look) -> str:
        return self.text(node.text, look._replace(style=look.style or self.styled("HTML Code")))

    def link(self, node: Link, look: Look) -> str:
        """A link out of the document; Word opens no file with an address that it cannot read: then only its words."""
        target = address(node.href)
        if look.style or not target:
            return self.line(node.children, look)
        name = self.links.setdefault(target, f"link{len(self.links) + 1}")
        words = self.line(node.children, look._replace(style=self.styled("Hyperlink")))
        return f'<w:hyperlink r:id="{name}" w:history="1">{words}</w:hyperlink>'

    def jump(self, node: Jump, look: Look, style: str = "Internal Link") -> str:
        name = self._names.get(node.anchor)
        if look.style or name is None:
            return self.line(node.children, look)
        words = self.line(node.children, look._replace(style=self.styled(style) if style else ""))
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}</w:hyperlink>'

    def marked(self, anchor: str, runs: str) -> str:
        """The runs as the place where jumps to *anchor* arrive; the first one in the document is it."""
        if anchor not in self._names or anchor in self._given:
            return runs
        number = self._given[anchor] = len(self._given) + 1
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self._names[anchor]}"/>'
        return f'{start}{runs}<w:bookmarkEnd w:id="{number}"/>'

    def styled(self, style: str) -> str:
        """The id of the style of that name."""
        return self.styles[style]

    def paragraph(self, style: str, runs: str, *, keep: bool = False, number: str = "", more: str = "") -> str:
        """A paragraph.  *keep* holds it on the page of the next one; *number* and *more* are properties, in XML.

        It begins a page when ``fresh`` was set, and stands well apart from what is above it when ``apart`` was.
        """
        named = f'<w:pStyle w:val="{self.styled(style)}"/>' if style != "Normal" else ""
        page, self.fresh = "<w:pageBreakBefore/>" if self.fresh else "", False
        space, self.apart = '<w:spacing w:before="640"/>' if self.apart else "", False
        # A paragraph runs the way of its first words.
        leftward = "<w:bidi/>" if "<w:rtl/>" in runs.partition("</w:r>")[0] else ""
        inside = f"{named}{'<w:keepNext/>' if keep else ''}{page}{number}{self.bar}{leftward}{space}{more}"
        return f"<w:p><w:pPr>{inside}</w:pPr>{runs}</w:p>" if inside else f"<w:p>{runs}</w:p>"


def state_look(state: str) -> str:
    """The colours of a state, which only help: its words say it."""
    ground, letters = STATES.get(state, OTHER_STATE)
    return f'<w:color w:val="{letters}"/><w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'


def attribute(text: str) -> str:
    """Cleaned *text* as the value of an attribute."""
    return escape(_NOWHERE.sub("", clean(text)).replace("\n", " "))


def _run(text: str, properties: str) -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>' if text else ""


def _language(letters: str) -> str:
    return "he-IL" if _HEBREW.match(letters) else "ar-SA"


def address(href: str) -> str:
    """The target of a relation for a link: a vetted address with everything odd in it as %XX; empty when it cannot be a link."""
    if not is_vetted(href):
        return ""
    try:
        href = _HOST.sub(lambda match: match[1] + match[2].encode("idna").decode(), href, count=1)
    except UnicodeError:
        return ""
    start, hash_, rest = href.partition("#")
    found = f"{_quoted(start)}{hash_}{_quoted(rest).replace('#', '%23')}"
    return found if len(found) <= LONGEST_ADDRESS else ""


def _quoted(text: str) -> str:
    return _ODD.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode(errors="replace")), text)


def _bookmark_names(document: Document) -> dict[str, str]:
    """A name for each anchor: letters, digits and ``_``, 40 at most, and no two that differ in capitals only."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, anchor in enumerate(dict.fromkeys(filter(None, _anchors(document.parts)))):
        stem = re.sub(r"[^A-Za-z0-9_]", "_", anchor)
        name = (stem if stem[0].isalpha() else f"n_{stem}")[:LONGEST_NAME]
        if name.lower() in taken:
            ending = f"__{number}"  # no other place in the document has this number
            name = name[: LONGEST_NAME - len(ending)] + ending
        taken.add(name.lower())
        names[anchor] = name
    return names


def _anchors(node: object) -> Iterator[str]:
    """Every anchor where a jump can arrive, in reading order."""
    if isinstance(node, (Heading, Entry)):
        yield node.anchor
    if isinstance(node, tuple):
        for part in node:
            yield from _anchors(part)


_INLINES: dict[type[Any], Callable[[Lines, Any, Look], str]] = {
    Text: lambda lines, node, look: lines.text(node.text, look),
    Strong: lambda lines, node, look: lines.line(node.children, look._replace(bold=True)),
    Emphasis: lambda lines, node, look: lines.line(node.children, look._replace(italic=True)),
    Code: Lines.code,
    Break: lambda _lines, _node, look: f"<w:r>{look.xml()}<w:br/></w:r>",
    Link: Lines.link,
    Jump: Lines.jump,
    Badge: lambda lines, node, look: lines.line(node.children, look._replace(extra=state_look(node.state))),
}
