"""The blocks of a document as WordprocessingML: headings, paragraphs, lists; tables are in :mod:`docx_tables`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from elzctl.record import NamedTuple
from elzctl.render.docx_lines import Lines, Look
from elzctl.render.docx_package import Part
from elzctl.render.docx_pictures import figure
from elzctl.render.docx_styles import COLOURS, OURS
from elzctl.render.docx_tables import BAR, boxed, facts, fiche, table
from elzctl.render.docx_timeline import timeline
from elzctl.render.markdown import plain
from elzctl.render.tree import (
    Block,
    Bullets,
    CheckBox,
    Document,
    Entry,
    Facts,
    Fiche,
    Figure,
    Heading,
    Item,
    Listing,
    Marked,
    Note,
    Numbered,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from elzctl.render.tree_timeline import Timeline

STEP = 340
"""How far a list stands from what it is in."""
EDGE = 200
"""The same for the words behind the rule of an entry."""
DEEPEST = 8
"""Word knows nine levels of lists, 0 to 8."""
DEEPEST_HEADING = 6
LONG_LABEL = 8
LARGEST_NUMBER = 32_767
NARROWEST = 1_500
BULLETS = 1
"""The number of the one list of bullets; numbered lists have those after it."""

_LISTED = (Bullets, Numbered, Table, Facts, Entry, Figure)
_TABLES = (Table, Fiche, Facts)


class Place(NamedTuple):
    """Where blocks stand: how *wide* it is there, how far from the left they begin, how many lists they are in.

    ``text`` is the style of a paragraph.
    """

    wide: int
    text: str = "Normal"
    left: int = 0
    depth: int = 0

    @property
    def room(self) -> int:
        """The width of a table here."""
        return max(self.wide - self.left, NARROWEST)


class Writer(Lines):
    """Writes blocks from top to bottom."""

    def __init__(self, document: Document, styles: Mapping[str, str], colours: Mapping[str, str] = OURS) -> None:
        super().__init__(document, styles)
        self.colours = colours
        self.starts: list[tuple[int, int]] = []
        """For each numbered list the level and the number that it begins with."""
        self.levels: dict[str, int] = {}
        self._above = [0]
        self.pictures: dict[bytes, Part] = {}
        """The files of pictures, by what stands in them."""
        self.figures = 0

    def blocks(self, blocks: tuple[Block, ...], place: Place) -> str:
        """The blocks under each other; words that announce a list stay on its page."""
        found = []
        for at, block in enumerate(blocks):
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            if isinstance(block, Paragraph):
                found.append(self.words_in(place, self.line(block.children), keep=isinstance(after, _LISTED)))
            else:
                found.append(BLOCKS[type(block)](self, block, place))
            if ends_as_table(block) and not isinstance(after, (Heading, Fiche)):
                found.append(self.table_end)
        return "".join(found)

    @property
    def table_end(self) -> str:
        """What stands between a table and what follows it."""
        return self.paragraph("Table End", "")

    def words_in(self, place: Place, runs: str, *, keep: bool = False) -> str:
        """A paragraph of running text."""
        style = "List Continue" if place.depth and place.text == "Normal" else place.text
        return self.paragraph(style, runs, keep=keep, more=_indent(place.left))

    @contextmanager
    def beside_bar(self, mark: str) -> Iterator[None]:
        """A bar beside the paragraphs that are written meanwhile, when there is a *mark*."""
        before, self.bar = self.bar, f'<w:pBdr><w:left {BAR} w:space="9"/></w:pBdr>' if mark else self.bar
        yield
        self.bar = before

    @contextmanager
    def in_cells(self) -> Iterator[bool]:
        """No bar in the cells that are written meanwhile; says whether the table has one."""
        before, self.bar = self.bar, ""
        yield bool(before)
        self.bar = before

    def barred(self, block: Marked, place: Place) -> str:
        """Running text beside a bar, under the word for its mark."""
        with self.beside_bar(block.mark):
            word = self.paragraph("Table Text Small", self.text(block.mark), keep=True, more=_indent(place.left))
            return word + self.blocks(block.blocks, place)

    def heading(self, block: Heading, place: Place | None = None) -> str:
        """A heading with the number that the plan gives it, and a word under it when it changed."""
        with self.beside_bar(block.mark):
            title = self.title(block)
            return title + (self.paragraph("Status", self.word_of(block.mark)) if block.mark else "")

    def word_of(self, mark: str) -> str:
        """The word for a mark, in a frame."""
        return self.text(f"\u00a0{mark}\u00a0", _FRAMED) if mark else ""

    def title(self, block: Heading) -> str:
        """The heading alone; no level is skipped, and none is empty."""
        level = self.level(block.level)
        self.levels.setdefault(block.anchor, level)
        label = self.text(block.label, Look(self.styled("Heading Label")) if _is_words(block.label) else Look())
        if label:
            label += "<w:r><w:br/></w:r>" if _is_words(block.label) else self.text(" ")
        words = self.line(block.children) if plain(block.children).strip() else self.text("–")
        return self.paragraph(f"heading {level}", self.marked(block.anchor, label + words))

    def level(self, level: int) -> int:
        """The level at which a heading stands, so that none is skipped."""
        while self._above[-1] >= max(level, 1):
            self._above.pop()
        self._above.append(max(level, 1))
        return min(len(self._above) - 1, DEEPEST_HEADING)

    def bullets(self, block: Bullets, place: Place) -> str:
        """Bullets; what can be ticked has its box instead."""
        number = _number(place.depth, BULLETS)
        return "".join(
            self._item(item, "List Bullet", "", place, number)
            if item.checked is None
            else self._item(item, "List Check", self.sign(item.checked) + _TAB, place)
            for item in block.items
        )

    def numbered(self, block: Numbered, place: Place) -> str:
        """A list that Word counts, each from its own beginning; a number too large for Word is text."""
        number, marks = "", [self.text(f"{at}.") + _TAB for at in range(block.start, block.start + len(block.items))]
        if block.start + len(block.items) <= LARGEST_NUMBER:
            self.starts.append((min(place.depth, DEEPEST), block.start))
            number, marks = _number(place.depth, BULLETS + len(self.starts)), [""] * len(block.items)
        return "".join(
            self._item(item, "List Number", mark + self._box(item.checked), place, number)
            for item, mark in zip(block.items, marks, strict=True)
        )

    def _box(self, checked: bool | None) -> str:
        return "" if checked is None else self.sign(checked) + self.text(" ")

    def _item(self, item: Item, style: str, mark: str, place: Place, number: str = "") -> str:
        """An item: its first paragraph stands beside the mark, the rest under it."""
        first = item.blocks[0] if item.blocks else None
        beside = self.line(first.children) if isinstance(first, Paragraph) else ""
        rest = item.blocks[1:] if isinstance(first, Paragraph) else item.blocks
        keep = bool(rest) and isinstance(rest[0], _LISTED)
        inside = place._replace(left=place.left + STEP, depth=place.depth + 1)
        hanging = f'<w:ind w:left="{inside.left}" w:hanging="{STEP}"/>'
        return self.paragraph(style, mark + beside, keep=keep, number=number, more=hanging) + self.blocks(rest, inside)

    def check_box(self, block: CheckBox, place: Place) -> str:
        return self.paragraph(
            "Check Box", self.sign(block.checked) + self.text(f" {block.label}"), more=_indent(place.left)
        )

    def quote(self, block: Quote, place: Place) -> str:
        return self.blocks(block.blocks, place._replace(text="Quote", left=place.left + STEP))

    def listing(self, block: Listing, place: Place) -> str:
        lines = [self.text(line.replace("\t", "    ")) for line in block.text.splitlines()]
        return self.paragraph("HTML Preformatted", _BREAK.join(lines), more=_indent(place.left))

    def rule(self, _block: Rule, _place: Place) -> str:
        return self.paragraph("Rule", "")

    def note(self, block: Note, place: Place) -> str:
        if block.kind == "motto":
            return self.blocks(block.blocks, place._replace(text="Motto"))
        return self._quiet(block, place) if block.kind == "quiet" else boxed(self, block, place)

    def _quiet(self, block: Note, place: Place) -> str:
        """A remark in the background, with the spacing of the text that it stands in."""
        return "".join(
            self.words_in(place, self.line(one.children, _QUIET))
            if isinstance(one, Paragraph)
            else self.blocks((one,), place)
            for one in block.blocks
        )

    def entry(self, block: Entry, place: Place) -> str:
        """What was noted in a meeting: its box, its label, its words; below it what goes with it."""
        label = self.text(block.label, Look(self.styled("Entry Label"))) + self.text("  ")
        head = self.marked(block.anchor, self._box(block.checked) + label + self.line(block.children))
        left = place.left + EDGE
        below = self.blocks(block.blocks, place._replace(text="Entry Text", left=left))
        style = _ENTRIES.get(block.kind, "Entry")
        return self.paragraph(style, head, keep=bool(block.blocks), more=_indent(left)) + below


def ends_as_table(block: Block) -> bool:
    """True when nothing stands between the end of a table and the end of the block: Word joins tables that touch."""
    return isinstance(block, _TABLES) or (isinstance(block, Note) and block.kind not in _UNBOXED)


def _indent(left: int) -> str:
    return f'<w:ind w:left="{left}"/>' if left else ""


def _number(depth: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{min(depth, DEEPEST)}"/><w:numId w:val="{number}"/></w:numPr>'


def _is_words(label: str) -> bool:
    """True for a label such as "Strategic goal 1", which stands on a line of its own."""
    return len(label) >= LONG_LABEL


_TAB = "<w:r><w:tab/></w:r>"
_BREAK = "<w:r><w:br/></w:r>"
_UNBOXED = ("motto", "quiet")
_FRAMED = Look(extra='<w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>')
_QUIET = Look(italic=True, extra=f'<w:color w:val="{COLOURS["muted"]}"/>')
_ENTRIES = {"decision": "Entry Decision", "signal": "Entry Signal"}

BLOCKS: dict[type[Any], Callable[[Writer, Any, Place], str]] = {
    Paragraph: lambda writer, block, place: writer.words_in(place, writer.line(block.children)),
    Heading: Writer.heading,
    Bullets: Writer.bullets,
    Numbered: Writer.numbered,
    Quote: Writer.quote,
    Listing: Writer.listing,
    Figure: figure,
    Rule: Writer.rule,
    Table: table,
    CheckBox: Writer.check_box,
    Fiche: fiche,
    Note: Writer.note,
    Marked: Writer.barred,
    Timeline: timeline,
    Facts: facts,
    Entry: Writer.entry,
}
