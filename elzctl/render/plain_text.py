"""The document tree as plain text: for a message, and for who reads without anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from elzctl.render.markdown import plain
from elzctl.render.tree import (
    Badge,
    Block,
    Bullets,
    CheckBox,
    Document,
    Emphasis,
    Entry,
    Facts,
    Fiche,
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


def plain_text(document: Document) -> str:
    """The whole document; a paragraph is a line, a blank line stands between blocks."""
    head = [line for line in (document.organisation, document.title, document.subtitle) if line]
    lines = [*head, *(line for part in document.parts for line in _blocks(part.blocks))]
    return "\n".join(lines).strip() + "\n"


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
        yield from (line for item in block.items for line in _item(item, "-"))
    elif isinstance(block, Numbered):
        yield from (line for at, item in enumerate(block.items, block.start) for line in _item(item, f"{at}."))
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Entry):
        yield f"{_box(block.checked)}{block.label}: {_line(block.children)}"
        yield from _below(block.blocks)
    elif isinstance(block, Listing):
        yield from block.text.split("\n")
    elif isinstance(block, CheckBox):
        yield f"{_box(block.checked)}{block.label}"
    elif isinstance(block, Fiche):
        yield from _blocks((block.heading, *block.intro, *(one for field in block.fields for one in field.blocks)))
    elif isinstance(block, (Note, Quote)):
        yield from _below(block.blocks)


def _item(item: Item, mark: str) -> Iterator[str]:
    mark = f"{mark} {_box(item.checked)}"
    first = item.blocks[0] if item.blocks else None
    yield f"{mark}{_line(first.children)}" if isinstance(first, Paragraph) else mark.rstrip()
    yield from _below(item.blocks[1:] if isinstance(first, Paragraph) else item.blocks)


def _table(table: Table) -> Iterator[str]:
    """A row after another, each cell behind its head."""
    if table.caption:
        yield table.caption
    heads = [_line(cell) for cell in table.head]
    for row in table.rows:
        cells = (f"{head}: {words}" for head, cell in zip(heads, row, strict=True) if (words := _line(cell)) != "–")
        yield f"- {'; '.join(cells)}"


def _below(blocks: Iterable[Block]) -> Iterator[str]:
    yield from (f"{INDENT}{line}" for block in blocks for line in _block(block))


def _box(checked: bool | None) -> str:
    return "" if checked is None else "[x] " if checked else "[ ] "


def _line(children: Iterable[Inline]) -> str:
    """The words, with the address behind those of a link that do not show it."""
    found = []
    for child in children:
        if isinstance(child, Link):
            words = plain((child,))
            found.append(words if child.href in (words, f"mailto:{words}") else f"{words} <{child.href}>")
        else:
            found.append(
                _line(child.children) if isinstance(child, (Strong, Emphasis, Jump, Badge)) else plain((child,))
            )
    return "".join(found)
