"""The content of a line as HTML, and the links of a page.

Every text passes ``escape``; an address is looked at once more, whoever made the tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape as escaped
from typing import Any

from elzctl.render.tree import Badge, Break, Code, Document, Emphasis, Inline, Jump, Link, Strong, Text
from elzctl.render.vetted import is_vetted

LONGEST = 30
"""Letters of a word in a table; what is longer would make its column as wide as itself."""

escape = lru_cache(4096)(escaped)
"""Texts as HTML: names, labels and addresses stand on many pages."""

_ENDLESS = re.compile(rf"[^\s<>\"=/-]{{{LONGEST + 1}}}")
_is_endless = lru_cache(4096)(_ENDLESS.search)


class Lines:
    """What is known while lines are drawn: the words and anchors of the page, the ids given, the sources."""

    def __init__(
        self, document: Document, anchors: frozenset[str], elsewhere: Callable[[str], str] = lambda _: ""
    ) -> None:
        """*anchors* are those of the page; *elsewhere* gives the address of one on another page, or ``""``."""
        self.words = dict(document.words)
        self.anchors = anchors
        self._elsewhere = elsewhere
        self._sources = {name: address for name, address in document.sources if is_vetted(address)}
        self._given: set[str] = set()

    def line(self, children: tuple[Inline, ...]) -> str:
        """The content of a line."""
        return "".join([_INLINES[type(child)](self, child) for child in children])

    def cell(self, children: tuple[Inline, ...], opening: str) -> str:
        """A cell of a table, *opening* with a tag and its attributes; a word without end is broken in it anywhere."""
        line = self.line(children)
        endless = ' class="endless"' if len(line) > LONGEST and _is_endless(line) else ""
        return f"<{opening}{endless}>{line}</{opening[:2]}>"

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
        address = self.address(node.anchor)
        return f'<a href="{escape(address)}">{words}</a>' if address else words

    def address(self, anchor: str) -> str:
        """Where an anchor is, in this page or on another one; ``""`` when it is nowhere."""
        return f"#{anchor}" if anchor in self.anchors else self._elsewhere(anchor)

    def badge(self, node: Badge) -> str:
        return f'<span class="badge" data-state="{escape(node.state)}">{self.line(node.children)}</span>'

    def identity(self, anchor: str) -> str:
        """The id for an anchor: the first one in the page gets it, as an id must be the only one of its name."""
        if anchor in self._given or anchor not in self.anchors:
            return ""
        self._given.add(anchor)
        return f' id="{escape(anchor)}"'

    def sign(self, anchor: str, name: str) -> str:
        """The sign behind what has an id: a link to it, to be copied; *name* says to what."""
        label = escape(self.words["link_to"].replace("{name}", name))
        return f'<a class="sign" href="#{escape(anchor)}" title="{label}" aria-label="{label}">¶</a>'

    def number(self, anchor: str, label: str) -> str:
        """The number before a heading, as a link to the file behind it when that is known."""
        if not label:
            return ""
        address = self._sources.get(anchor) if anchor else None
        if address is None:
            return f'<span class="number">{escape(label)}</span> '
        title = escape(self.words["source"])
        return (
            f'<a class="number" href="{escape(address)}" title="{title}" rel="noopener noreferrer">{escape(label)}</a> '
        )

    @property
    def source(self) -> str:
        """The address of the file behind the whole document; ``""`` when it is not known."""
        return self._sources.get("", "")


_INLINES: dict[type[Any], Callable[[Lines, Any], str]] = {
    Text: Lines.text,
    Strong: Lines.strong,
    Emphasis: Lines.emphasis,
    Code: Lines.code,
    Break: Lines.break_,
    Link: Lines.link,
    Jump: Lines.jump,
    Badge: Lines.badge,
}
