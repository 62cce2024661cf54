"""From the flat row of the Markdown parser's tokens to the blocks of the document tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from elzctl.render.tree import (
    Block,
    Bullets,
    Emphasis,
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
    Rule,
    Strong,
    Table,
    Text,
)
from elzctl.render.vetted import is_vetted
from elzctl.traces import without_trackers

if TYPE_CHECKING:
    from elzctl.render.memory import Token

Styled: TypeAlias = "Callable[[list[Token]], tuple[Inline, ...]]"
"""Reads the tokens of one line."""

Drawn: TypeAlias = "Callable[[Token], Figure | None]"
"""Draws the picture of a line that holds nothing else, when it can be drawn."""

DEEPEST = 12
"""Lists and quotations inside each other; what is deeper is shown as it was typed."""

_ANCHOR = re.compile(r"[\w.:-]{1,200}")
_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|$)")


def build(tokens: list[Token], text: str, styled: Styled, drawn: Drawn, top: int) -> tuple[Block, ...]:
    """The blocks of *text*, which *tokens* came from.  Its ``##`` becomes a heading of level *top*."""
    return _Builder(text.split("\n"), styled, drawn, top).blocks(iter(tokens), 0)


def internal_note(word: str, blocks: tuple[Block, ...]) -> Note:
    """What an internal edition alone shows, under a *word* that says so."""
    return Note("internal", (Paragraph((Strong((Text(word),)),)), *blocks))


class _Builder:
    """The lines and manners of one text.  Every method takes from *tokens* what belongs to its block."""

    def __init__(self, lines: list[str], styled: Styled, drawn: Drawn, top: int) -> None:
        self._lines = lines
        self._styled = styled
        self._drawn = drawn
        self._top = top

    def blocks(self, tokens: Iterator[Token], depth: int) -> tuple[Block, ...]:
        """The blocks up to the token that closes what they stand in."""
        found: list[Block] = []
        for token in tokens:
            if token.nesting < 0:
                break
            if depth >= DEEPEST and token.type in _CONTAINERS:
                found.append(self._as_typed(token, tokens))
            else:
                found.extend(_MAKERS[token.type](self, token, tokens, depth))
        return tuple(found)

    def line(self, tokens: Iterator[Token]) -> tuple[Inline, ...]:
        """The inline content that follows an opening token, up to and with its closing token."""
        return self._line(next(tokens), tokens)

    def _line(self, content: Token, tokens: Iterator[Token]) -> tuple[Inline, ...]:
        next(tokens)
        return self._styled(content.children or [])

    def _as_typed(self, token: Token, tokens: Iterator[Token]) -> Listing:
        level = 1
        while level:
            level += next(tokens).nesting
        first, last = token.map or (0, 0)
        return Listing("\n".join(self._lines[first:last]))

    def paragraph(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        content = next(tokens)
        inside = [one for one in content.children or () if one.type != "text" or one.content]
        figure = self._drawn(inside[0]) if len(inside) == 1 and inside[0].type == "image" else None
        children = self._line(content, tokens)
        if figure is not None:
            yield figure
        elif children:
            yield Paragraph(children)

    def heading(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        level = self._top + max(int(token.tag[1:]) - 2, 0)
        children = self.line(tokens)
        if children:
            yield Heading(min(level, 6), "", children)

    def bullets(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        yield Bullets(self._items(tokens, depth))

    def numbered(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        yield Numbered(self._items(tokens, depth), int(token.attrs.get("start", 1)))

    def quote(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        yield Quote(self.blocks(tokens, depth + 1))

    def listing(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        yield Listing(token.content.removesuffix("\n"))

    def rule(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        yield Rule()

    def table(self, token: Token, tokens: Iterator[Token], depth: int) -> Iterator[Block]:
        rows: list[list[tuple[Inline, ...]]] = []
        for part in tokens:
            if part.type == "table_close":
                break
            if part.type == "tr_open":
                rows.append([])
            elif part.type in ("th_open", "td_open"):
                rows[-1].append(self.line(tokens))
        yield Table("", tuple(rows[0]), tuple(map(tuple, rows[1:])))

    def _items(self, tokens: Iterator[Token], depth: int) -> tuple[Item, ...]:
        found = []
        for token in tokens:
            if token.nesting < 0:
                break
            found.append(self._item(tokens, depth + 1))
        return tuple(found)

    def _item(self, tokens: Iterator[Token], depth: int) -> Item:
        inner = _up_to_close(tokens)
        task = _TASK.match(inner[1].content) if len(inner) > 1 and inner[0].type == "paragraph_open" else None
        if task is None:
            return Item(self.blocks(iter(inner), depth))
        # The parser leaves the box as the beginning of the first text.
        first = (inner[1].children or [])[0]
        first.content = _TASK.sub("", first.content, count=1)
        return Item(self.blocks(iter(inner), depth), task[1] != " ")


_Maker: TypeAlias = Callable[[_Builder, "Token", "Iterator[Token]", int], Iterator[Block]]

_MAKERS: dict[str, _Maker] = {
    "paragraph_open": _Builder.paragraph,
    "heading_open": _Builder.heading,
    "bullet_list_open": _Builder.bullets,
    "ordered_list_open": _Builder.numbered,
    "blockquote_open": _Builder.quote,
    "fence": _Builder.listing,
    "hr": _Builder.rule,
    "table_open": _Builder.table,
}
_CONTAINERS = frozenset({"bullet_list_open", "ordered_list_open", "blockquote_open"})


def _up_to_close(tokens: Iterator[Token]) -> list[Token]:
    """The tokens inside what was just opened; its closing token is taken too."""
    found = []
    level = 1
    for token in tokens:
        level += token.nesting
        if not level:
            break
        found.append(token)
    return found


def wrapped(kind: str, href: str, children: tuple[Inline, ...], depth: int) -> Iterable[Inline]:
    """What an opened and closed pair becomes; its children alone when it is empty, refused or too deep."""
    if kind == "link_open":
        return _linked(href, children)
    if not children or depth > DEEPEST:
        return children
    return ((Strong if kind == "strong_open" else Emphasis)(children),)


def _linked(href: str, children: tuple[Inline, ...]) -> Iterable[Inline]:
    if is_vetted(href):
        return (Link(without_trackers(href)[0], children or (Text(href),)),)
    if href.startswith("#") and _ANCHOR.fullmatch(href, 1):
        return (Jump(href[1:], children),) if children else ()
    return children
