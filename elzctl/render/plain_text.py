"""The document tree as plain text: for a message, and for who reads without anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from elzctl.render.markdown import plain
from elzctl.render.tree import (
    Badge,
    Block,
    Break,
    Bullets,
    CheckBox,
    Document,
    Emphasis,
    Entry,
    Facts,
    Fiche,
    Figure,
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
    Strong,
    Table,
)

INDENT = "  "
# What stands before the words of a line: blanks, the mark of an item, a box.
_LEAD = r" *(?:(?:-|\d+\.) )?(?:\[[ x]\] )?"


def plain_text(document: Document, columns: int | None = None) -> str:
    """The whole document: what it is, when, and then the rest, with who wrote it at the end; a blank line between blocks.

    A paragraph is a line, or lines of so many *columns*; what belongs to an item of a list stands under its words.
    """
    # A letter begins and ends as letters do.
    head = [line for line in (document.title, document.subtitle) if line and document.kind != "letter"]
    lines = [*head, *(line for part in document.parts for line in _blocks(part.blocks))]
    lines += ["", document.organisation] if document.organisation else []
    shown = lines if columns is None else (piece for line in lines for piece in _filled(line, columns))
    return "\n".join(shown).strip() + "\n"


def _filled(line: str, columns: int) -> list[str]:
    """A line as lines that are no longer, but for a word or an address that is; the later ones under the words of the first."""
    import textwrap

    lead = re.match(_LEAD, line)
    assert lead is not None
    indent = " " * len(lead[0]) if len(lead[0]) <= columns // 2 else INDENT
    return textwrap.wrap(
        line, columns, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    ) or [""]


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield ""
        yield from _block(block)


def _block(block: Any) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{block.label} {_line(block.children)}".strip().upper()
    elif isinstance(block, Paragraph):
        yield _line(block.children)
    elif isinstance(block, Facts):
        yield from (f"{fact.label}: {_line(fact.children)}" for fact in block.facts)
    elif isinstance(block, Bullets):
        yield from _listed(block.items)
    elif isinstance(block, Numbered):
        yield from (line for at, item in enumerate(block.items, block.start) for line in _item(item, f"{at}."))
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Entry):
        yield f"{_box(block.checked)}{block.label}: {_line(block.children)}"
        yield from _below(block.blocks)
    elif isinstance(block, Listing):
        yield from block.text.split("\n")
    elif isinstance(block, Figure):
        yield block.alt
    elif isinstance(block, CheckBox):
        yield f"{_box(block.checked)}{block.label}"
    elif isinstance(block, Fiche):
        yield from _blocks((block.heading, *block.intro, *(one for field in block.fields for one in field.blocks)))
    elif isinstance(block, (Note, Quote)):
        yield from _below(block.blocks)


def _listed(items: Iterable[Item]) -> Iterator[str]:
    """The items of a list, with a blank line between when one says more than a line."""
    shown = tuple(items)
    is_loose = any(isinstance(block, Paragraph) for item in shown for block in item.blocks[1:])
    for at, item in enumerate(shown):
        yield from [""] * (is_loose and at > 0)
        yield from _item(item, "-")


def _item(item: Item, mark: str) -> Iterator[str]:
    indent = " " * (len(mark) + 1)
    mark = f"{mark} {_box(item.checked)}"
    first = item.blocks[0] if item.blocks else None
    yield f"{mark}{_line(first.children)}" if isinstance(first, Paragraph) else mark.rstrip()
    yield from _below(item.blocks[1:] if isinstance(first, Paragraph) else item.blocks, indent)


def _table(table: Table) -> Iterator[str]:
    """A row after another, each cell on lines of its own behind its head; what goes over the whole width stands alone."""
    if table.caption:
        yield table.caption
    heads = [_line(cell) for cell in table.head]
    for row in table.rows:
        yield ""
        if len(row) != len(heads):
            yield from (_line(cell) for cell in row)
            continue
        cells = [(head, _line(cell, "\n").split("\n")) for head, cell in zip(heads, row, strict=True)]
        lines = [line for head, words in cells if words != ["–"] for line in _cell(head, words)]
        yield from (f"{INDENT if at else '- '}{line}" for at, line in enumerate(lines))


def _cell(head: str, words: list[str]) -> Iterator[str]:
    """A cell behind its head, with its other lines below it."""
    yield f"{head}: {words[0]}" if head else words[0]
    yield from (f"{INDENT}{line}" for line in words[1:])


def _below(blocks: Iterable[Block], indent: str = INDENT) -> Iterator[str]:
    yield from (f"{indent}{line}" for block in blocks for line in _block(block))


def _box(checked: bool | None) -> str:
    return "" if checked is None else "[x] " if checked else "[ ] "


def _line(children: Iterable[Inline], ending: str = " ") -> str:
    """The words, with the address behind those of a link that do not show it, and *ending* where a line ends."""
    found = []
    for child in children:
        if isinstance(child, Link):
            words = plain((child,))
            found.append(words if child.href in (words, f"mailto:{words}") else f"{words} <{child.href}>")
        elif isinstance(child, Break):
            found.append(ending)
        elif isinstance(child, (Strong, Emphasis, Jump, Badge)):
            found.append(_line(child.children, ending))
        else:
            found.append(plain((child,)))
    return "".join(found)
