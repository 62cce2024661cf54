"""The public edition of what minutes say: without addresses, and without telephone, account and national numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar
from urllib.parse import unquote

from elzctl.model import Plan
from elzctl.render.markdown import joined, plain
from elzctl.render.tree import Badge, Break, Code, Emphasis, Inline, Jump, Link, Strong, Text
from elzctl.traces import HIDDEN, contacts, known_contacts, same_contact

T = TypeVar("T")

_INLINES = (Text, Strong, Emphasis, Code, Break, Link, Jump, Badge)
# What is in every address and number, in whatever script.
_PERHAPS = re.compile(r"[@＠﹫]|(?:\d\D*+){6}|[(\[{<] ?[aA][tTpP]")
# Names and addresses, which nobody reads, and the fixed words of a template.
_NO_TEXTS = frozenset({"t", "anchor", "href", "key", "kind", "language", "sources", "state", "words"})


def redacted(node: T, plan: Plan) -> tuple[T, int]:
    """A document, any part of one, or a text, with ``[…]`` for each address and number, and how many these were.

    Those that the plan allows for an actor, or gives for who cannot use a document, stay.
    """
    redactor = Redactor(plan)
    return redactor.node(node), redactor.count


class Redactor:
    """Hides addresses and numbers, as :func:`redacted` does, in as many parts as it is given, and counts them."""

    def __init__(self, plan: Plan) -> None:
        """Those that *plan* allows stay."""
        self.allowed = frozenset(known_contacts(plan.contacts))
        self.count = 0

    def hidden(self, node: T) -> T:
        """The same as :meth:`node`, quicker where there is nothing to hide: what is drawn is looked at as one text first."""
        lines: list[str] = []
        _gather(node, lines)
        # Nothing that is looked for goes over the end of a line, or over this sign.
        text = "\n|\n".join(line for line in lines if _PERHAPS.search(line) or "%40" in line)
        if not text or not ("mailto:" in text.lower() or "%40" in text or any(contacts(text))):
            return node
        found: T = self.node(node)
        return found

    def node(self, node: Any) -> Any:
        """The same node, with every text in it looked at."""
        if isinstance(node, str):
            return self._text(node)
        if not isinstance(node, tuple):
            return node
        names = getattr(node, "_fields", None)
        if names is not None:
            pairs = zip(names, node, strict=True)
            return type(node)(*(part if name in _NO_TEXTS else self.node(part) for name, part in pairs))
        if node and all(isinstance(part, _INLINES) for part in node):
            return self._line(node)
        return tuple(self.node(part) for part in node)

    def _text(self, text: str) -> str:
        if not _PERHAPS.search(text):
            return text
        return plain(self._line((Text(text),)))

    def _line(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """A line as one text: what is to be hidden may begin in one node and end in the next."""
        text = plain(children)
        if not (_PERHAPS.search(text) or _leads_out(children)):
            return joined(children)
        spans = [span for span in contacts(text) if same_contact(text[slice(*span)]) not in self.allowed]
        self.count += len(spans)
        return joined(self._cut(children, 0, spans))

    def _cut(self, children: tuple[Inline, ...], start: int, spans: list[tuple[int, int]]) -> Iterator[Inline]:
        """The nodes of a line, of which the first begins at *start*, without what stands in *spans*."""
        for child in children:
            end = start + len(plain((child,)))
            if isinstance(child, (Text, Code)):
                yield child._replace(text=_without(child.text, start, spans))
            elif isinstance(child, Break):
                yield child
            else:
                inside = joined(self._cut(child.children, start, spans))
                if isinstance(child, Link) and self._tells(child, hidden=any(a < end and start < b for a, b in spans)):
                    yield from inside
                else:
                    yield child._replace(children=inside)
            start = end

    def _tells(self, link: Link, *, hidden: bool) -> bool:
        """True for a link whose address names a mailbox; it counts, unless its words did so already."""
        address = unquote(link.href)
        found = {same_contact(address[slice(*span)]) for span in contacts(address) if "@" in address[slice(*span)]}
        if link.href.lower().startswith("mailto:"):
            found.add(same_contact(address))
        tells = not found <= self.allowed
        self.count += tells and not hidden
        return tells


def _gather(node: Any, lines: list[str]) -> None:
    """Every text in a node; what stands on one line as one text, and the addresses of its links."""
    if isinstance(node, str):
        lines.append(node)
    elif type(node) is tuple:
        if node and isinstance(node[0], _INLINES):
            lines.append(plain(node))
            lines += _addresses(node)
        else:
            for part in node:
                _gather(part, lines)
    elif isinstance(node, tuple):
        for place in _shown(type(node)):
            _gather(node[place], lines)


@cache
def _shown(kind: type) -> tuple[int, ...]:
    """The places of what is read in a node."""
    return tuple(at for at, name in enumerate(getattr(kind, "_fields", ())) if name not in _NO_TEXTS)


def _addresses(children: Iterable[Inline]) -> Iterator[str]:
    for child in children:
        if not isinstance(child, (Text, Code, Break)):
            if isinstance(child, Link):
                yield child.href
            yield from _addresses(child.children)


def _leads_out(children: tuple[Inline, ...]) -> bool:
    """True when there is a link to somewhere in a line."""
    return any(
        isinstance(child, Link) or (not isinstance(child, (Text, Code, Break)) and _leads_out(child.children))
        for child in children
    )


def _without(text: str, start: int, spans: Iterable[tuple[int, int]]) -> str:
    """A text that begins at *start* of its line; where a span begins in it, it says so."""
    pieces, place = [], 0
    for first, last in spans:
        first, last = first - start, last - start  # noqa: PLW2901 - the same span, counted from here
        if last <= 0 or first >= len(text):
            continue
        pieces += [text[place : max(first, 0)], HIDDEN if first >= 0 else ""]
        place = min(last, len(text))
    return "".join([*pieces, text[place:]])
