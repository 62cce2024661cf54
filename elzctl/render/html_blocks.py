"""The blocks of a document as HTML.  Every text passes ``escape``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Any

from elzctl.render.direction import is_right_to_left
from elzctl.render.html_dress import Shown, shown
from elzctl.render.html_lines import Lines
from elzctl.render.markdown import plain
from elzctl.render.tree import (
    Block,
    Bullets,
    CheckBox,
    Document,
    Entry,
    Facts,
    Fiche,
    Field,
    Figure,
    Heading,
    Inline,
    Item,
    Listing,
    Marked,
    Note,
    Numbered,
    Paragraph,
    Quote,
    Rule,
    Table,
    Tag,
    Text,
)
from elzctl.render.tree_timeline import Timeline

CHOICES = ("goal", "lead", "partner", "group", "state")
"""What a reader can choose fiches by."""

_NOTHING = (Text("–"),)
HIGHEST = 640
"""Pixels of a screen that a picture in a text is high, at most."""


class Writer(Lines):
    """What is known while a page is drawn from top to bottom, and what it turns out to need.

    ``choices`` are the words to choose by, by kind and key; ``widths`` are the widths of columns, in percents;
    ``has_marks`` when something has a mark.
    """

    def __init__(
        self, document: Document, elsewhere: Callable[[str], str] = lambda _: "", *, titled: bool = True
    ) -> None:
        """Only the anchors, words and sources of *document* are taken; *elsewhere* finds what is on another page.

        When the page is not *titled*, its first heading is its ``h1``.
        """
        anchors = anchors_of(block for part in document.parts for block in part.blocks)
        super().__init__(document, frozenset(filter(can_be_id, anchors)), elsewhere)
        self.choices: dict[str, dict[str, str]] = {kind: {} for kind in CHOICES}
        self.widths: set[int] = set()
        self.has_marks = False
        self._above = [0] * titled
        self._timelines = 0
        # On a telephone the cells of a short document stand under each other, each with the head of its column.
        self._labels = document.kind == "meeting"

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        """The blocks one after the other; boxes that follow each other are one list."""
        found = []
        for kind, run in groupby(blocks, type):
            if kind is CheckBox:
                boxes = "".join(self._box(block) for block in run if isinstance(block, CheckBox))
                found.append(f'<ul class="boxes">\n{boxes}</ul>\n')
            else:
                found.extend(_BLOCKS[kind](self, block) for block in run)
        return "".join(found)

    def paragraph(self, block: Paragraph) -> str:
        way = ' dir="rtl"' if is_right_to_left(plain(block.children)) else ""
        return f"<p{way}>{self.line(block.children)}</p>\n"

    def heading(self, block: Heading) -> str:
        """A heading; the title of the document is the only ``h1``, and no level is skipped below it."""
        heading, sign = self._heading(block)
        word, style = self._mark(block.mark, "titled")
        return f'<div class="{style}">\n{heading}{sign}\n</div>\n{word}' if sign or word else heading

    def _mark(self, mark: str, style: str, shown: str = "mark") -> tuple[str, str]:
        """The word for a mark as a line of its own, and the *style* of what has a bar beside it; ``""`` without one."""
        if not mark:
            return "", style
        self.has_marks = True
        return f'<p class="{shown}">{escape(mark)}</p>\n', f"{style} changed".lstrip()

    def marked(self, block: Marked) -> str:
        """Running text with a bar beside it; who listens hears why."""
        word, style = self._mark(block.mark, "", "unseen")
        return f'<div class="{style}">\n{word}{self.blocks(block.blocks)}</div>\n'

    def _heading(self, block: Heading) -> tuple[str, str]:
        """The heading alone, and the link to it; ``""`` when it has no id."""
        tag, identity = self._tag(block.level), self.identity(block.anchor)
        number = self.number(block.anchor, block.label)
        sign = self.sign(block.anchor, block.label or plain(block.children)) if identity else ""
        return f"<{tag}{identity}>{number}{self.line(block.children)}</{tag}>\n", sign

    def _tag(self, level: int) -> str:
        while self._above and self._above[-1] >= max(level, 1):
            self._above.pop()
        self._above.append(max(level, 1))
        return f"h{min(len(self._above), 6)}"

    def bullets(self, block: Bullets) -> str:
        style = ' class="tasks"' if any(item.checked is not None for item in block.items) else ""
        return f"<ul{style}>\n{self._items(block.items)}</ul>\n"

    def numbered(self, block: Numbered) -> str:
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>\n{self._items(block.items)}</ol>\n"

    def _items(self, items: tuple[Item, ...]) -> str:
        return "".join(f"<li{self.identity(item.anchor)}>{self._item(item)}</li>\n" for item in items)

    def _item(self, item: Item) -> str:
        """The content of an item; a paragraph that stands first or alone needs no tags."""
        box = self._maybe_sign(item.checked)
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            return box + self.blocks(item.blocks)
        rest = self.blocks(item.blocks[1:])
        return f"{box}{self.line(first.children)}\n{rest}" if rest else box + self.line(first.children)

    def _maybe_sign(self, checked: bool | None) -> str:
        return "" if checked is None else self._sign(checked, self.words["checked" if checked else "unchecked"])

    def _sign(self, checked: bool, alt: str) -> str:
        return f'<span class="box" role="img" aria-label="{escape(alt)}">{"☒" if checked else "☐"}</span> '

    def _box(self, block: CheckBox) -> str:
        return f"<li>{self._sign(block.checked, block.alt)}{escape(block.label)}</li>\n"

    def quote(self, block: Quote) -> str:
        return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"

    def listing(self, block: Listing) -> str:
        return f"<pre><code>{escape(block.text)}</code></pre>\n"

    def figure(self, block: Figure) -> str:
        image = self.image(block)
        size = f'width="{image.width}" height="{image.height}"'
        return f'<p class="picture"><img src="{image.source}" alt="{escape(image.alt)}" {size}></p>\n'

    def image(self, block: Figure) -> Shown:
        """A picture as an image, here within the page itself."""
        return shown(block.picture, block.alt, HIGHEST)

    def rule(self, block: Rule) -> str:
        return "<hr>\n"

    def note(self, block: Note) -> str:
        return f'<div class="note" data-kind="{escape(block.kind)}">\n{self.blocks(block.blocks)}</div>\n'

    def table(self, block: Table) -> str:
        caption = f"<caption>{escape(block.caption)}</caption>\n" if block.caption else ""
        head = "".join(self.cell(cell, 'th scope="col"') for cell in block.head)
        marks = [f' data-label="{escape(plain(cell))}"' if self._labels and cell else "" for cell in block.head]
        body = f"<tbody>\n{''.join(self._row(row, marks) for row in block.rows)}</tbody>\n"
        body = body.replace("<tbody>\n</tbody>\n", "", 1) if block.rows else body
        style = ' class="dense"' if block.dense else ""
        return (
            f'<div class="scroll" role="group" aria-label="{escape(block.caption or self.words["table"])}" tabindex="0">\n'
            f"<table{style}>\n{caption}{self._columns(block.widths)}<thead>\n<tr>{head}</tr>\n</thead>\n"
            f"{body}</table>\n</div>\n"
        )

    def _row(self, row: tuple[tuple[Inline, ...], ...], marks: list[str]) -> str:
        """A row; one cell over the whole width is the head of a body of its own."""
        if len(row) == 1 < len(marks):
            head = self.cell(row[0], f'th colspan="{len(marks)}" scope="rowgroup"')
            return f"</tbody>\n<tbody>\n<tr>{head}</tr>\n"
        cells = "".join(
            self.cell(cell, f'td class="none"{mark}' if mark and cell == _NOTHING else f"td{mark}")
            for cell, mark in zip(row, marks, strict=True)
        )
        return f"<tr>{cells}</tr>\n"

    def _columns(self, widths: tuple[int, ...]) -> str:
        """The widths by class: the page allows itself no styles in attributes."""
        percents = [round(100 * share / sum(widths)) for share in widths]
        self.widths.update(percents)
        columns = "".join(f'<col class="w{percent}">' for percent in percents)
        return f"<colgroup>{columns}</colgroup>\n" if columns else ""

    def fiche(self, block: Fiche) -> str:
        heading, sign = self._heading(block.heading)
        badge = (
            f'<p class="badge" data-state="{escape(block.state)}">{escape(block.badge)}</p>\n' if block.badge else ""
        )
        intro = f'<div class="intro">\n{self.blocks(block.intro)}</div>\n' if block.intro else ""
        fields = "".join(self._field(field, block.heading.level + 1) for field in block.fields)
        word, style = self._mark(block.mark, "fiche stub" if block.stub else "fiche")
        head_word, head = self._mark("" if word else block.heading.mark, "head")
        return (
            f'<article class="{style}"{self._chosen_by(block)}>\n'
            f'<div class="{head}">\n{heading}{badge}{word or head_word}{sign}\n</div>\n'
            f'<div class="inside">\n{intro}{fields}</div>\n</article>\n'
        )

    def _chosen_by(self, block: Fiche) -> str:
        """Attributes that say what a reader can choose the fiche by; a key with a blank in it cannot be one of several."""
        found: dict[str, list[str]] = {}
        for kind, key, label in (*block.tags, Tag("state", block.state, block.badge)):
            if kind in self.choices and key and not any(map(str.isspace, key)):
                found.setdefault(kind, []).append(key)
                self.choices[kind].setdefault(key, label)
        return "".join(f' data-{kind}="{escape(" ".join(keys))}"' for kind, keys in found.items())

    def _field(self, field: Field, level: int) -> str:
        tag = self._tag(level)
        word, style = self._mark(field.mark, "field brief" if field.brief else "field", "unseen")
        return (
            f'<div class="{style}" data-key="{escape(field.key)}">\n<{tag}>{escape(field.label)}</{tag}>\n{word}'
            f'<div class="content">\n{self.blocks(field.blocks)}</div>\n</div>\n'
        )

    def facts(self, block: Facts) -> str:
        rows = (
            f"<div><dt>{escape(fact.label)}</dt><dd>{self.line(fact.children)}</dd></div>\n" for fact in block.facts
        )
        return f'<dl class="facts">\n{"".join(rows)}</dl>\n'

    def entry(self, block: Entry) -> str:
        """What was noted: its box, its label and its words as a first paragraph."""
        sign = self._maybe_sign(block.checked)
        label = f'<strong class="label">{escape(block.label)}</strong>'
        identity = self.identity(block.anchor)
        link = f" {self.sign(block.anchor, block.label)}" if identity else ""
        return (
            f'<div class="entry" data-kind="{escape(block.kind)}"{identity}>\n'
            f"<p>{sign}{label} {self.line(block.children)}{link}</p>\n{self.blocks(block.blocks)}</div>\n"
        )

    def timeline(self, block: Timeline) -> str:
        from elzctl.render.timeline_svg import timeline_svg  # few pages have one

        self._timelines += 1
        return timeline_svg(block, f"_elz-t{self._timelines}", self.address, self.words)


_BLOCKS: dict[type[Any], Callable[[Writer, Any], str]] = {
    Paragraph: Writer.paragraph,
    Heading: lambda writer, block: writer.heading(block),  # a page of the site calls tables after it
    Bullets: Writer.bullets,
    Numbered: Writer.numbered,
    Quote: Writer.quote,
    Listing: Writer.listing,
    Figure: Writer.figure,
    Rule: Writer.rule,
    Table: lambda writer, block: writer.table(block),
    Fiche: Writer.fiche,
    Note: Writer.note,
    Marked: Writer.marked,
    Timeline: lambda writer, block: writer.timeline(block),  # a page of the site has a box around it
    Facts: Writer.facts,
    Entry: Writer.entry,
}


def anchors_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every anchor that the blocks hold, at any depth."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.anchor
        elif isinstance(block, Fiche):
            yield block.heading.anchor
            yield from anchors_of(block.intro)
            for field in block.fields:
                yield from anchors_of(field.blocks)
        elif isinstance(block, Entry):
            yield block.anchor
            yield from anchors_of(block.blocks)
        elif isinstance(block, (Quote, Note, Marked)):
            yield from anchors_of(block.blocks)
        elif isinstance(block, (Bullets, Numbered)):
            for item in block.items:
                yield item.anchor
                yield from anchors_of(item.blocks)


def can_be_id(anchor: str) -> bool:
    """False for what HTML does not take as an id, and for the names that the page keeps for itself."""
    return bool(anchor) and not anchor.startswith("_elz-") and not any(map(str.isspace, anchor))
