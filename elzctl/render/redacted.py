"""The public edition of what minutes say: without addresses, and without telephone, account and national numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import Any, AnyStr, TypeVar
from urllib.parse import unquote

from elzctl.model import Plan
from elzctl.render.markdown import joined, plain
from elzctl.render.tree import Badge, Break, Code, Emphasis, Inline, Jump, Link, Strong, Text
from elzctl.telephones import linked_numbers
from elzctl.traces import HIDDEN, PERHAPS, contacts, known_contacts, same_contact
from elzctl.typed import beyond_ascii

T = TypeVar("T")

_INLINES = (Text, Strong, Emphasis, Code, Break, Link, Jump, Badge)
_INLINE = frozenset(_INLINES)
# What is in every address and number, in whatever script.
_PERHAPS = re.compile("|".join((*PERHAPS.values(), r"(?:\d\D*+){6}")))
# The same in a text of many lines, each sign apart, which is quicker.
_SIGNS = tuple((begins, re.compile(sign)) for begins, sign in PERHAPS.items())
# Of what is no address a telephone or national number has eight digits with no letter between them, and an account begins
# with two letters and two digits.
_DIGITS = re.compile(r"\d(?:(?:(?:[^\w\n]|_)*\d){7}|\d(?<=[^\W\d_]{2}\d\d))")
# The same where a 0 stands for every digit, an a for every letter and a dot for all else, which is quicker still: nothing is
# as quick to find as one sign.  What is not ASCII may be a letter or not.
_SHAPES = (re.compile(rb"0(?:[.\x80]*0){7}"), re.compile(rb"00(?<=[a\x80]{2}00)"))
_SHAPE = bytes(
    10 if at == 10 else ord("0" if chr(at).isdigit() else "a" if chr(at).isalpha() else ".") if at < 128 else 128
    for at in range(256)
)
# Between digits there may be letters when a sign is typed as a code, which begins with one of these.
_CODES, _SIX_DIGITS = ("&", "%", "<"), re.compile(r"(?:[^\d\n]*+\d){6}")
_LEAST_NUMBER = 10_000_000
# The end of a cell in which a number may begin that goes on in the next one.
_CUT = re.compile(r"(?:0[1-9]\d{0,2}|32)\s*\Z")
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
        self._harmless: set[str] = set()

    def hidden(self, node: T) -> T:
        """The same as :meth:`node`, quicker where there is nothing to hide: what is drawn is looked at as one text first."""
        lines: list[str] = []
        _gather(node, lines)
        # Two of three stand there more than once, and half of the rest on another page: names, dates, states.
        new = dict.fromkeys(line for line in lines if line not in self._harmless)
        if not new or all(map(self._is_harmless, _doubtful("\n".join(new)))):
            self._harmless.update(new)
            return node
        found: T = self.node(node)
        return found

    def _is_harmless(self, line: str) -> bool:
        """True when a line has nothing to hide; most that may have are dates, and stand on more pages than one."""
        if line not in self._harmless:
            if "mailto:" in line.lower() or "%40" in line or any(contacts(line)):
                return False
            self._harmless.add(line)
        return True

    def node(self, node: Any) -> Any:
        """The same node, with every text in it looked at."""
        if isinstance(node, str):
            return self._text(node)
        if not isinstance(node, tuple):
            return self._number(node)
        names = getattr(node, "_fields", None)
        if names is not None:
            pairs = zip(names, node, strict=True)
            return type(node)(*(part if name in _NO_TEXTS else self.node(part) for name, part in pairs))
        if node and all(isinstance(part, _INLINES) for part in node):
            return self._line(node)
        if node and all(map(_is_line, node)):
            return self._row(node)
        return tuple(self.node(part) for part in node)

    def _text(self, text: str) -> str:
        if not _PERHAPS.search(text):
            return text
        return plain(self._line((Text(text),)))

    def _number(self, node: Any) -> Any:
        """The number of the first point of a list: Markdown takes a line that begins with ``053839476)`` for one."""
        if node.__class__ is not int or node < _LEAST_NUMBER:
            return node
        text = f"0{node}"
        if not any(contacts(text)) or same_contact(text) in self.allowed:
            return node
        self.count += 1
        return 1

    def _line(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """A line as one text: what is to be hidden may begin in one node and end in the next."""
        text = plain(children)
        if not (_PERHAPS.search(text) or _leads_out(children)):
            return joined(children)
        spans = [span for span in contacts(text) if same_contact(text[slice(*span)]) not in self.allowed]
        self.count += len(spans)
        return joined(self._cut(children, 0, spans))

    def _row(self, cells: tuple[tuple[Inline, ...], ...]) -> tuple[tuple[Inline, ...], ...]:
        """The cells of a row, over which a number may be cut up; each for itself as well."""
        whole = _as_row(cells)
        places = (*accumulate((len(plain(cell)) + 1 for cell in cells), initial=0),)
        spans = [
            (start, end)
            for start, end in (contacts(whole) if _PERHAPS.search(whole) else ())
            if "|" in whole[start:end] and same_contact(whole[start:end]) not in self.allowed
        ]
        self.count += len(spans)
        shown = (
            joined(self._cut(cell, start, spans)) if spans else cell for cell, start in zip(cells, places, strict=False)
        )
        return tuple(self._line(cell) for cell in shown)

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
        """True for a link whose address names a mailbox or a mobile number; it counts, unless its words did so already."""
        address = unquote(link.href)
        found = {same_contact(address[slice(*span)]) for span in contacts(address) if "@" in address[slice(*span)]}
        found.update(same_contact(address[slice(*span)]) for span in linked_numbers(address))
        if link.href.lower().startswith("mailto:"):
            found.add(same_contact(address))
        tells = not found <= self.allowed
        self.count += tells and not hidden
        return tells


def _doubtful(text: str) -> Iterator[str]:
    """The lines of a text that may hold an address or a number: nothing that is looked for goes over the end of a line."""
    for begins, sign in _SIGNS:
        found = sign.search(text) if begins in text else None
        while found is not None:
            start, end = _line_at(text, found.start(), found.end())
            yield text[start:end]
            found = sign.search(text, end)
    yield from _with_digits(text)
    for code in _CODES:
        place = text.find(code)
        while place >= 0:
            start, end = _line_at(text, place, place + 1)
            if _SIX_DIGITS.match(text, start, end):
                yield text[start:end]
            place = text.find(code, end)


def _with_digits(text: str) -> Iterator[str]:
    """The lines in which :data:`_DIGITS` are."""
    if any(map(str.isdecimal, beyond_ascii(text))):  # digits of another script
        yield from filter(_DIGITS.search, text.split("\n"))
        return
    data = text.encode("utf-8", "surrogatepass")
    shape = data.translate(_SHAPE)
    for pattern in _SHAPES:
        found = pattern.search(shape)
        while found is not None:
            start, end = _line_at(shape, found.start(), found.end())
            line = data[start:end].decode("utf-8", "surrogatepass")
            if _DIGITS.search(line):
                yield line
            found = pattern.search(shape, end)


def _line_at(text: AnyStr, first: int, last: int) -> tuple[int, int]:
    """Where the line begins and ends in which something stands."""
    new_line = "\n" if isinstance(text, str) else b"\n"
    end = text.find(new_line, last)
    return text.rfind(new_line, 0, first) + 1, end if end >= 0 else len(text)


def _gather(node: Any, lines: list[str]) -> None:
    """Every text in a node; what stands on one line as one text, and the addresses of its links."""
    kind = node.__class__
    if kind is str:
        lines.append(node)
    elif kind is int:
        if node >= _LEAST_NUMBER:
            lines.append(f"0{node}")
    elif kind is not tuple:
        if isinstance(node, str):
            lines.append(node)
        else:
            for place in _shown(kind):
                _gather(node[place], lines)
    elif node and node[0].__class__ in _INLINE:
        if len(node) == 1 and node[0].__class__ is Text:
            lines.append(node[0].text)
        else:
            lines.append(plain(node))
            lines += _addresses(node)
    else:
        first, is_row = len(lines), len(node) > 1
        for part in node:
            if part.__class__ is str:
                lines.append(part)
                is_row = False
            else:
                _gather(part, lines)
                is_row = is_row and part.__class__ is tuple and (not part or part[0].__class__ in _INLINE)
        # A number may begin in a cell, and go on in the next one.
        if is_row and any(map(_CUT.search, lines[first:])):
            lines.append(_as_row(node))


def _is_line(node: Any) -> bool:
    return node.__class__ is tuple and all(child.__class__ in _INLINE for child in node)


def _as_row(cells: Iterable[tuple[Inline, ...]]) -> str:
    return "|".join(map(plain, cells))


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
