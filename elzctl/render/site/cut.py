"""A line that is too long for a page, or for a row of a list, in two: after a sentence where there is one."""

from __future__ import annotations

from html import escape
from typing import Any, TypeAlias

from elzctl.render.tree import Badge, Block, Code, Entry, Inline, Jump, Link, Listing, Paragraph, Text

_LEAST = 1_000
"""Bytes below which a page does not begin with a line that it cannot hold."""
_TAGS = 40
"""Bytes around what stands within something else."""
_ENDS = (". ", "! ", "? ", "; ", "\n")

Line: TypeAlias = tuple[Inline, ...]
Row: TypeAlias = tuple[Line, ...]


def in_short(line: Line, room: int) -> Line:
    """The beginning of a line, which says that there is more."""
    first, rest = cut(line, room)
    return (*first, Text("…")) if rest else first


def in_two(block: Block, room: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """A block that holds one line, in two: about so many bytes of it, and the rest; nothing of others."""
    if room < _LEAST:
        return (), (block,)
    if isinstance(block, Listing):
        at = _end(block.text, room)
        return (Listing(block.text[:at]),), ((Listing(block.text[at:]),) if block.text[at:] else ())
    if isinstance(block, Paragraph):
        first, rest = cut(block.children, room)
        return ((Paragraph(first),) if first else ()), ((Paragraph(rest),) if rest else ())
    if isinstance(block, Entry):
        first, rest = cut(block.children, room)
        under = ((Paragraph(rest),) if rest else ()) + block.blocks
        return (block._replace(children=first, blocks=()),), under
    return (), (block,)


def row_in_two(row: Row, room: int) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """A row of a table, of which the largest cell goes on in a second one; that says again what stands in small ones."""
    if room < _LEAST:
        return (), (row,)
    sizes = [sum(map(_size, cell)) for cell in row]
    at = sizes.index(max(sizes))
    first, rest = cut(row[at], max(room - sum(sizes) + sizes[at], _LEAST))
    again = (cell if size < _LEAST else () for cell, size in zip(row, sizes, strict=True))
    after = tuple(rest if place == at else one for place, one in enumerate(again))
    return ((*row[:at], first, *row[at + 1 :]),), ((after,) if rest else ())


def cut(line: Line, room: int) -> tuple[Line, Line]:
    """The beginning of a line that takes about so many bytes of a page at most, and the rest."""
    for place, node in enumerate(line):
        size = _size(node)
        if size > room:
            first, rest = _node(node, room)
            return (*line[:place], *first), (*rest, *line[place + 1 :])
        room -= size
    return line, ()


def _node(node: Any, room: int) -> tuple[Line, Line]:
    """The same of one node; links stay whole."""
    if isinstance(node, (Text, Code)):
        at = _end(node.text, room)
        return ((node._replace(text=node.text[:at]),) if at else ()), (node._replace(text=node.text[at:]),)
    if isinstance(node, (Link, Jump, Badge)) or not getattr(node, "children", ()):
        return (), (node,)
    first, rest = cut(node.children, room - _TAGS)
    return ((node._replace(children=first),) if first else ()), (node._replace(children=rest),)


def _size(node: Any) -> int:
    """Bytes of a node on a page, about."""
    if isinstance(node, (Text, Code)):
        return _bytes(node.text)
    return _TAGS + len(getattr(node, "href", "")) + sum(map(_size, getattr(node, "children", ())))


def _bytes(text: str) -> int:
    return len(escape(text).encode("utf-8", "surrogatepass"))


def _end(text: str, room: int) -> int:
    """Where a text is cut, so that its beginning takes no more room: after a sentence, else after a word.

    Within a word only where that is as long as no word is.
    """
    most = max(room, 0)
    while (size := _bytes(text[:most])) > room and most:
        most = min(most - 1, most * room // size)
    if most >= len(text):
        return most
    ends = [text.rfind(end, most // 2, most) + len(end) for end in _ENDS if end in text[most // 2 : most]]
    return max(ends) if ends else text.rfind(" ", 0, most) + 1 or (most if most >= _LEAST else 0)
