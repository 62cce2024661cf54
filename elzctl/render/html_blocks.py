"""The blocks and lines of a document as HTML.

Every text passes ``escape``; an address is looked at once more, whoever made the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Any

from elzctl.render.markdown import is_vetted
from elzctl.render.timeline_svg import timeline_svg
from elzctl.render.tree import (
    Block,
    Break,
    Bullets,
    CheckBox,
    Code,
    Document,
    Emphasis,
    Fiche,
    Field,
    Heading,
    Inline,
    Item,
    Jump,
    Link,
    Listing,
    Note,
    Numbered,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    Timeline,
)


class Writer:
    """What is known while a page is drawn from top to bottom: its anchors, the ids given, the headings above."""

    def __init__(self, document: Document) -> None:
        """Only the anchors and words of *document* are taken."""
        self.words = dict(document.words)
        anchors = _anchors(block for part in document.parts for block in part.blocks)
        self.anchors = frozenset(filter(_can_be_id, anchors))
        self._given: set[str] = set()
        self._above = [0]
        self._timelines = 0

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

    def line(self, children: tuple[Inline, ...]) -> str:
        """The content of a line."""
        return "".join([_INLINES[type(child)](self, child) for child in children])

    def text(self, node: Text) -> str:
        return escape(node.text)

    def strong(self, node: Strong) -> str:
        return f"<strong>{self.line(node.children)}</strong>"

    def emphasis(self, node: Emphasis) -> str:
        return f"<em>{self.line(node.children)}</em>"

    def code(self, node: Code) -> str:
        return f"<code>{escape(node.text)}</code>"

    def break_(self, node: Break) -> str:
        return "<br>"

    def link(self, node: Link) -> str:
        words = self.line(node.children)
        return f'<a href="{escape(node.href)}" rel="noopener noreferrer">{words}</a>' if is_vetted(node.href) else words

    def jump(self, node: Jump) -> str:
        words = self.line(node.children)
        return f'<a href="#{escape(node.anchor)}">{words}</a>' if node.anchor in self.anchors else words

    def paragraph(self, block: Paragraph) -> str:
        return f"<p>{self.line(block.children)}</p>\n"

    def heading(self, block: Heading) -> str:
        """A heading; the title of the document is the only ``h1``, and no level is skipped below it."""
        tag = self._tag(block.level)
        label = f'<span class="number">{escape(block.label)}</span> ' if block.label else ""
        return f"<{tag}{self._id(block.anchor)}>{label}{self.line(block.children)}</{tag}>\n"

    def _tag(self, level: int) -> str:
        while self._above[-1] >= max(level, 1):
            self._above.pop()
        self._above.append(max(level, 1))
        return f"h{min(len(self._above), 6)}"

    def _id(self, anchor: str) -> str:
        """The id for an anchor: the first one in the page gets it, as an id must be the only one of its name."""
        if anchor in self._given or anchor not in self.anchors:
            return ""
        self._given.add(anchor)
        return f' id="{escape(anchor)}"'

    def bullets(self, block: Bullets) -> str:
        style = ' class="tasks"' if any(item.checked is not None for item in block.items) else ""
        return f"<ul{style}>\n{self._items(block.items)}</ul>\n"

    def numbered(self, block: Numbered) -> str:
        start = f' start="{block.start}"' if block.start != 1 else ""
        return f"<ol{start}>\n{self._items(block.items)}</ol>\n"

    def _items(self, items: tuple[Item, ...]) -> str:
        return "".join(f"<li>{self._item(item)}</li>\n" for item in items)

    def _item(self, item: Item) -> str:
        """The content of an item; a paragraph that stands first or alone needs no tags."""
        box = (
            ""
            if item.checked is None
            else self._sign(item.checked, self.words["checked" if item.checked else "unchecked"])
        )
        first = item.blocks[0] if item.blocks else None
        if not isinstance(first, Paragraph):
            return box + self.blocks(item.blocks)
        rest = self.blocks(item.blocks[1:])
        return f"{box}{self.line(first.children)}\n{rest}" if rest else box + self.line(first.children)

    def _sign(self, checked: bool, alt: str) -> str:
        return f'<span class="box" role="img" aria-label="{escape(alt)}">{"☒" if checked else "☐"}</span> '

    def _box(self, block: CheckBox) -> str:
        return f"<li>{self._sign(block.checked, block.alt)}{escape(block.label)}</li>\n"

    def quote(self, block: Quote) -> str:
        return f"<blockquote>\n{self.blocks(block.blocks)}</blockquote>\n"

    def listing(self, block: Listing) -> str:
        return f"<pre><code>{escape(block.text)}</code></pre>\n"

    def rule(self, block: Rule) -> str:
        return "<hr>\n"

    def note(self, block: Note) -> str:
        return f'<div class="note" data-kind="{escape(block.kind)}">\n{self.blocks(block.blocks)}</div>\n'

    def table(self, block: Table) -> str:
        caption = f"<caption>{escape(block.caption)}</caption>\n" if block.caption else ""
        head = "".join(f'<th scope="col">{self.line(cell)}</th>' for cell in block.head)
        rows = "".join(f"<tr>{''.join(f'<td>{self.line(cell)}</td>' for cell in row)}</tr>\n" for row in block.rows)
        return (
            f'<div class="scroll" role="region" aria-label="{escape(block.caption or self.words["table"])}" tabindex="0">\n'
            f"<table>\n{caption}{_columns(block.widths)}<thead>\n<tr>{head}</tr>\n</thead>\n"
            f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
        )

    def fiche(self, block: Fiche) -> str:
        heading = self.heading(block.heading)
        badge = (
            f'<p class="badge" data-state="{escape(block.state)}">{escape(block.badge)}</p>\n' if block.badge else ""
        )
        intro = f'<div class="intro">\n{self.blocks(block.intro)}</div>\n' if block.intro else ""
        fields = "".join(self._field(field, block.heading.level + 1) for field in block.fields)
        style = "fiche stub" if block.stub else "fiche"
        return f'<article class="{style}">\n<div class="head">\n{heading}{badge}</div>\n{intro}{fields}</article>\n'

    def _field(self, field: Field, level: int) -> str:
        tag = self._tag(level)
        style = "field brief" if field.brief else "field"
        return (
            f'<div class="{style}" data-key="{escape(field.key)}">\n<{tag}>{escape(field.label)}</{tag}>\n'
            f'<div class="content">\n{self.blocks(field.blocks)}</div>\n</div>\n'
        )

    def timeline(self, block: Timeline) -> str:
        self._timelines += 1
        return timeline_svg(block, f"_elz-t{self._timelines}", self.anchors.__contains__, self.words)


def _columns(widths: tuple[int, ...]) -> str:
    shares = "".join(f'<col style="width: {100 * share / sum(widths):.1f}%">' for share in widths)
    return f"<colgroup>{shares}</colgroup>\n" if shares else ""


_INLINES: dict[type[Any], Callable[[Writer, Any], str]] = {
    Text: Writer.text,
    Strong: Writer.strong,
    Emphasis: Writer.emphasis,
    Code: Writer.code,
    Break: Writer.break_,
    Link: Writer.link,
    Jump: Writer.jump,
}
_BLOCKS: dict[type[Any], Callable[[Writer, Any], str]] = {
    Paragraph: Writer.paragraph,
    Heading: Writer.heading,
    Bullets: Writer.bullets,
    Numbered: Writer.numbered,
    Quote: Writer.quote,
    Listing: Writer.listing,
    Rule: Writer.rule,
    Table: Writer.table,
    Fiche: Writer.fiche,
    Note: Writer.note,
    Timeline: Writer.timeline,
}


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Every anchor that the blocks hold, at any depth."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.anchor
        elif isinstance(block, Fiche):
            yield block.heading.anchor
            yield from _anchors(block.intro)
            for field in block.fields:
                yield from _anchors(field.blocks)
        elif isinstance(block, (Quote, Note)):
            yield from _anchors(block.blocks)
        elif isinstance(block, (Bullets, Numbered)):
            for item in block.items:
                yield from _anchors(item.blocks)


def _can_be_id(anchor: str) -> bool:
    """False for what HTML does not take as an id, and for the names that the page keeps for itself."""
    return bool(anchor) and not anchor.startswith("_elz-") and not any(map(str.isspace, anchor))
