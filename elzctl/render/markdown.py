"""From Markdown, as people write it, to blocks of the document tree.

CommonMark and tables, with ``- [ ]`` and ``[[references]]``.  Left out on purpose, and shown as the text they are:
HTML, headings underlined with ``===``, code by indentation (an accident in nearly every text of a zone) and link
definitions (they would make a line vanish).  A link that leads anywhere but the web, a mailbox or this document
keeps only its words.  What stands in ``::: intern`` is left out, unless the edition is an internal one; marks in an
address that follow the reader are left out in every edition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from elzctl.internal import walls, without_internal
from elzctl.render.markdown_blocks import build, internal_note, wrapped
from elzctl.render.memory import Memory
from elzctl.render.tree import (
    Block,
    Break,
    Code,
    Emphasis,
    Figure,
    Inline,
    Link,
    Listing,
    Paragraph,
    Strong,
    Text,
)
from elzctl.render.vetted import WEB
from elzctl.sections import REFERENCE, without_comments
from elzctl.traces import unfollowed, without_trackers

if TYPE_CHECKING:
    from elzctl.render.memory import Token

Resolve: TypeAlias = Callable[[str, str], Inline]
"""What stands in the text for ``[[id|own words]]``: called with the id and the words (or ``""``)."""

Rename: TypeAlias = Callable[[str], str]
"""What a reader sees for bare characters, such as the name for ``@id``."""

Show: TypeAlias = Callable[[str, str], "Figure | None"]
"""What is drawn for ``![words](address)``: called with the address and the words; ``None`` when that is the words alone."""

LARGEST = 256 * 1024
"""Bytes of UTF-8 in one text; what is longer is shown as it was typed, and cut."""

# Controls, zero-width and bidi characters change what a reader sees without being seen; half a surrogate breaks UTF-8.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINER = "\u200d"
_JOINED = re.compile("(?<=[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f])\u200d(?=[\u2190-\u2bff\U0001f300-\U0001faff])")
_COMMON = bytes((*range(32, 127), 10))
_SPACES = frozenset("\x0b\x0c\x85\u2028\u2029")

# Paragraphs in which no rule of Markdown can match; the tests compare this way with the parser's.
_LINE = r"(?![\s#>+=|:~-]|\d{1,9}[.)])[^\n\\`*_\[<&]*[^\s\\`*_\[<&]"
_PLAIN = re.compile(rf"{_LINE}(?:\n+{_LINE})*")
_BLANK = re.compile(r"\n{2,}")
_SIGNS = re.compile(r"[\\`*_\[<&]")
_MOST_PIECES = 100


def clean(text: str) -> str:
    """The text without characters that cannot be seen, and with ``\\n`` as its only line ending."""
    # Whatever cannot be printed is quick to find, and nearly no text has more of it than ends of lines.
    if text.isprintable() or _rare(text).isprintable() or not _UNSEEN.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub(_seen, text)


def _rare(text: str) -> str:
    """A text without ends of lines and what is printed of ASCII, which most of it is."""
    return text.encode("utf-8", "surrogatepass").translate(None, _COMMON).decode("utf-8", "surrogatepass")


def _seen(match: re.Match[str]) -> str:
    """What stands in the place of a character that cannot be seen; what makes one picture of two stays between them."""
    if match[0] == _JOINER and _JOINED.match(match.string, match.start()):
        return _JOINER
    return " " if match[0] in _SPACES else ""


def inlines(text: str, resolve: Resolve) -> tuple[Inline, ...]:
    """One line of text, such as a title: nothing is read in it but ``[[references]]``."""
    text = clean(text)
    text = without_internal(text).replace("\n", " ") if ":::" in text else text.replace("\n", " ")
    text = without_internal(text) if ":::" in text else text
    found: list[Inline] = []
    end = 0
    for match in REFERENCE.finditer(text) if "[[" in text else ():
        if match[1].strip():
            found += (Text(text[end : match.start()]), resolve(match[1].strip(), (match[2] or "").strip()))
            end = match.end()
    return joined([*found, Text(text[end:])])


def plain(children: Iterable[Inline]) -> str:
    """The words alone."""
    found = []
    for child in children:
        if isinstance(child, Text):  # as nearly all are: to ask for one class is quicker than for two
            found.append(child.text)
        elif isinstance(child, Break):
            found.append(" ")
        else:
            found.append(child.text if isinstance(child, Code) else plain(child.children))
    return "".join(found)


class Reader:
    """Reads texts.  The parser is made when the first text needs it, and serves all the following ones."""

    def __init__(
        self,
        resolve: Resolve,
        *,
        rename: Rename | None = None,
        internal: str = "",
        show: Show | None = None,
        memory: Memory | None = None,
    ) -> None:
        """*resolve* says what stands for a ``[[reference]]``; *rename* changes texts, but no code and no words of links.

        *internal* stands above what an internal edition shows of ``::: intern``; without it that is left out.
        *show* draws the pictures that stand on a line of their own; without it, and everywhere else, they are their words.
        What is in the *memory* is not parsed again.
        """
        self._resolve = resolve
        self._rename = rename
        self._internal = internal
        self._show = show
        self._memory = memory or Memory()

    def blocks(self, text: str, *, top: int = 5) -> tuple[Block, ...]:
        """The blocks of *text*.  Its ``##`` becomes a heading of level *top*, its ``###`` one more, up to 6."""
        text = clean(without_comments(text))
        if ":::" not in text:
            return self._blocks(text, top)
        if not self._internal:
            return self._blocks(without_internal(text), top)
        return tuple(self._parts(text, top))

    def _parts(self, text: str, top: int) -> Iterator[Block]:
        """The blocks of an internal edition: each internal part as a note that says so."""
        place, hidden = 0, False
        for start, end, opens in (*((wall.line, wall.end, bool(wall.word)) for wall in walls(text)), (len(text),) * 3):
            blocks = self._blocks(text[place:start], top)
            if hidden and blocks:
                yield internal_note(self._internal, blocks)
            else:
                yield from blocks
            place, hidden = end, bool(opens)

    def _blocks(self, text: str, top: int) -> tuple[Block, ...]:
        text = text.lstrip("\n").rstrip()
        if 4 * len(text) > LARGEST and len(raw := text.encode()) > LARGEST:
            return (Listing(raw[:LARGEST].decode(errors="ignore") + "…"),)
        if not text:
            return ()
        if _PLAIN.fullmatch(text):
            return tuple(Paragraph(self._said((Text(part.replace("\n", " ")),))) for part in _BLANK.split(text))
        return self.parsed(text, top)

    def parsed(self, text: str, top: int) -> tuple[Block, ...]:
        """As :meth:`blocks`, always as the parser reads it."""
        return build(self._memory.read(text), text, self._styled, self._figure, top)

    def inlines(self, text: str) -> tuple[Inline, ...]:
        """As the function :func:`inlines`."""
        return self._said(inlines(text, self._resolve))

    def line(self, text: str) -> tuple[Inline, ...]:
        """One line of Markdown."""
        text = " ".join(clean(text).split())[:LARGEST]
        if not _SIGNS.search(text):
            return self._said((Text(text),) if text else ())
        if "[[" in text and (found := self._referring(text)):
            return self._said(found)
        return self.parsed_line(text)

    def parsed_line(self, text: str) -> tuple[Inline, ...]:
        """As :meth:`line` of a clean text, always as the parser reads it."""
        return self._styled(self._memory.read(text, line=True)[0].children or [])

    def _referring(self, text: str) -> tuple[Inline, ...]:
        """A line in which nothing but references means something; ``()`` when more may, or there are very many."""
        pieces = REFERENCE.split(text)  # a text, an id and its own words, a text again, and so on
        bare = pieces[::3]
        if len(pieces) > _MOST_PIECES or any(map(_SIGNS.search, bare)) or not all(map(str.strip, pieces[1::3])):
            return ()
        if any(words.endswith("!") for words in bare):  # which may be a picture
            return ()
        found: list[Inline] = []
        for words, name, own in zip(bare, pieces[1::3], pieces[2::3], strict=False):
            found += (Text(words), self._resolve(name.strip(), " ".join((own or "").split())))
        return joined((*found, Text(pieces[-1])))

    def _styled(self, tokens: list[Token]) -> tuple[Inline, ...]:
        """The inline tokens of one line of Markdown as a tree."""
        nest: list[tuple[str, str, list[Inline]]] = [("", "", [])]
        for token in tokens:
            if token.nesting > 0:
                nest.append((token.type, str(token.attrs.get("href", "")), []))
            elif token.nesting < 0:
                kind, href, children = nest.pop()
                nest[-1][2].extend(wrapped(kind, href, joined(children), len(nest)))
            else:
                nest[-1][2].append(self._leaf(token, in_link=any(kind == "link_open" for kind, _, _ in nest)))
        return self._said(joined(nest[0][2]))

    def _said(self, children: tuple[Inline, ...], before: str = "", *, rename: bool = True) -> tuple[Inline, ...]:
        """The same as a reader sees it: without marks in addresses that follow him, and with names for ids.

        *before* is the character before them: ``@id`` behind a letter is no mark, however the letter is set.
        """
        found: list[Inline] = []
        for child in children:
            if isinstance(child, Text):
                text = unfollowed(child.text)
                found.append(Text(self._renamed(text, before) if rename else text))
            elif isinstance(child, (Strong, Emphasis, Link)):
                inside = self._said(child.children, before, rename=rename and not isinstance(child, Link))
                found.append(child._replace(children=inside))
            else:
                found.append(child)
            before = plain((child,))[-1:] or before
        return tuple(found)

    def _renamed(self, text: str, before: str) -> str:
        if self._rename is None:
            return text
        before = before if before.isalnum() or before in tuple("._+-/") else ""
        return clean(self._rename(before + text))[len(before) :]

    def _leaf(self, token: Token, *, in_link: bool) -> Inline:
        if token.type == "code_inline":
            return Code(clean(token.content))
        if token.type == "hardbreak":
            return Break()
        if token.type == "softbreak":
            return Text(" ")
        if token.type == "reference":
            found = self._resolve(token.content, token.info)
            return Text(plain((found,))) if in_link else found
        if token.type == "image":
            return self._image(token, in_link=in_link)
        return Text(clean(token.content))

    def _figure(self, token: Token) -> Figure | None:
        """The picture of a line that holds nothing else; never one without words."""
        words = plain(self._styled(token.children or [])).strip()
        return self._show(str(token.attrs.get("src", "")), words) if self._show is not None and words else None

    def _image(self, token: Token, *, in_link: bool) -> Inline:
        """No picture within a line: its words, as a link to where it is on the web."""
        href = str(token.attrs.get("src", ""))
        words = plain(self._styled(token.children or []))
        if in_link or not WEB.fullmatch(href):
            return Text(words)
        return Link(without_trackers(href)[0], (Text(words or href),))


def joined(parts: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same, with texts that stand beside each other as one, and no empty text."""
    found: list[Inline] = []
    words: list[str] = []
    for part in parts:
        if isinstance(part, Text):
            words.append(part.text)
            continue
        if text := "".join(words):
            found.append(Text(text))
        words.clear()
        found.append(part)
    if text := "".join(words):
        found.append(Text(text))
    return tuple(found)
