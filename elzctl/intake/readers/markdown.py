"""Markdown files as a :class:`~elzctl.intake.paper.Paper`.

Every line of the file is a line.  ``level`` is that of ``#`` … ``######``; ``marker`` the sign or number of an item as typed;
``check`` that of ``[ ]`` and ``[x]``; ``cell`` the place in a table; ``style`` "heading 2", "quote", "code", or "front matter" for
the lines between ``---`` at the top.  A line with a meaning of its own in minutes (``BESLUIT: …``) is a block of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from elzctl.intake.laid import Stretch, laid, without_start
from elzctl.intake.paper import Block, Cell, Line, Make, Paper, Span, Unfit
from elzctl.intake.readers.joined import BOLD
from elzctl.intake.readers.markers import has_levels, marked
from elzctl.internal import without_internal
from elzctl.noted import KEYWORDS
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_TEXT = 1 << 20
"""Characters of Markdown; a longer text is read as it was typed."""
MOST_SIGNS = 1_000
"""Signs of Markdown in one paragraph; one with more of them is no text of people."""

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_KEYED = re.compile(rf"\**(?:{'|'.join(KEYWORDS)})\**[ \t]*:")
# A line that begins with a label, or with the number of a heading; one alone may be a sentence that was cut there.
_LABELLED = re.compile(r"[A-ZÀ-Þ][^:?!.;]{1,40}(?:\d\.[\d.]*[^:?!.;]{0,8})?:(?:\s|\Z)")
_STRONG, _EMPHASIS, _LINK = "strong", "em", "link"


def is_readable(text: str) -> bool:
    """True for Markdown of people; the parser takes long for other texts."""
    signs = str.maketrans("", "", "*_[<&`")
    return len(text) <= MOST_TEXT and all(
        len(part) - len(part.translate(signs)) <= MOST_SIGNS and not re.match(r"(?:[ \t]*[>*+-]){20}", part)
        for part in text.split("\n\n")
    )


def read_markdown(name: str, text: str, remarks: tuple[Message, ...] = ()) -> Paper:
    """A Markdown file; *text* has ``\\n`` at the end of its lines.  Raises Unfit."""
    rows = text.split("\n")
    lines = tuple(Line(row, 0, number) for number, row in enumerate(rows, start=1))
    front = _FRONT.match(text)
    skipped = text.count("\n", 0, front.end()) if front else 0
    # What is internal may not become public by being read: it stays in the lines alone, and is left over.
    public = without_internal("\n".join(rows[skipped:]))
    if public != "\n".join(rows[skipped:]):
        remarks = (*remarks, say("What stands between ::: intern and ::: is not taken along"))
    reading = _Reading(rows, skipped)
    blocks = (*_front(rows[:skipped]), *reading.blocks(public))
    if not blocks:
        raise Unfit(say("There is no text in this document"))
    title = next((block.text for block in blocks if block.level == 1), "")
    return Paper(name, Make.TEXT, lines, blocks, remarks, title)


def _front(rows: Sequence[str]) -> Iterator[Block]:
    for place, row in enumerate(rows):
        if row.strip("- \t"):
            yield Block(" ".join(row.split()), (place,), "front matter")


class _Reading:
    """One pass over the tokens of the parser."""

    def __init__(self, rows: Sequence[str], skipped: int) -> None:
        self._rows = rows
        self._skipped = skipped
        self._items: list[str] = []
        self._lists: list[str] = []
        self._table = self._row = self._column = 0
        self._quotes = 0
        self._level = 0
        self._last = skipped - 1

    def blocks(self, text: str) -> Iterator[Block]:
        from markdown_it import MarkdownIt

        for token in MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table").parse(text):
            if token.type in ("fence", "code_block"):
                yield from self._code(token)
            elif token.type == "inline":
                yield from self._inline(token)
            else:
                self._place(token)

    def _place(self, token: Token) -> None:
        """Where what follows stands."""
        kind, opens = token.type, token.nesting > 0
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(kind)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._items.append(f"{token.info}{token.markup}")
        elif kind == "list_item_close":
            self._items.pop()
        elif kind.startswith("heading"):
            self._level = int(token.tag[1:]) if opens else 0
        elif kind.startswith("blockquote"):
            self._quotes += token.nesting
        elif kind == "table_open":
            self._table, self._row = self._table + 1, 0
        elif kind == "tr_open":
            self._row, self._column = self._row + 1, 0
        elif kind in ("th_open", "td_open"):
            self._column += 1
        elif kind == "table_close":
            self._row = self._column = 0

    def _code(self, token: Token) -> Iterator[Block]:
        first = (token.map or [0, 0])[0] + self._skipped + (token.type == "fence")
        for number, row in enumerate(token.content.split("\n")):
            if row.strip():
                yield Block(" ".join(row.split()), (first + number,), "code", gap=number == 0)
                self._last = first + number

    def _inline(self, token: Token) -> Iterator[Block]:
        first, last = token.map or [0, 0]
        first, last = first + self._skipped, last + self._skipped
        gap = first > self._last + 1
        row = first
        for stretches, count in _rows(token.children or []):
            text, spans = laid(stretches)
            places = tuple(place for place in range(row, min(row + count, last)) if self._rows[place].strip())
            row += count
            if text:
                yield self._block(text, spans, places or (first,), gap)
                gap = False
        self._last = last - 1

    def _block(self, text: str, spans: tuple[Span, ...], places: tuple[int, ...], gap: bool) -> Block:
        cell = Cell(self._table, self._row, self._column) if self._column else None
        style = f"heading {self._level}" if self._level else "quote" if self._quotes else ""
        is_apart = self._rows[places[0]].startswith(("**", "__")) and BOLD.fullmatch(self._rows[places[0]].strip())
        marker, depth = "", len(self._lists) if self._items and not is_apart else 0
        if self._items and depth:
            marker, self._items[-1] = self._items[-1], ""
        mark = marked(text, second=False)
        check = mark.check if not mark.marker else None
        if check is not None:
            text, spans = without_start(text, spans, mark.start)
        return Block(text, places, style, self._level, depth, marker, check, cell, gap=gap, spans=spans)


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[list[Stretch], int]]:
    """The words of a paragraph, cut where a line break was typed or a line has a meaning; and the lines they fill."""
    begins = _begins(tokens)
    words: list[Stretch] = []
    looks: list[tuple[str, str]] = []
    lines = 1
    for place, token in enumerate(tokens):
        kind = token.type.removesuffix("_open")
        if token.nesting > 0:
            looks.append((kind, str(token.attrs.get("href", ""))))
        elif token.nesting < 0:
            looks.pop()
        elif token.type == "hardbreak" or (token.type == "softbreak" and place in begins):
            yield words, lines
            words, lines = [], 1
        elif token.type == "softbreak":
            words.append(Stretch(" "))
            lines += 1
        else:
            kinds = [one for one, _ in looks]
            link = next((href for one, href in looks if one == _LINK), "")
            words.append(Stretch(token.content, _STRONG in kinds, _EMPHASIS in kinds, link))
    yield words, lines


def _begins(tokens: Sequence[Token]) -> frozenset[int]:
    """The breaks behind which a line with a meaning of its own begins: a word of ours, a label where others stand, all bold."""
    texts: dict[int, str] = {-1: ""}
    line = -1
    strong = _strong_lines(tokens)
    for place, token in enumerate(tokens):
        if token.type in ("softbreak", "hardbreak"):
            line = place
        texts[line] = "" if line == place else texts[line] + token.content
    labelled = {place for place, text in texts.items() if _LABELLED.match(text) or has_levels(text)}
    keyed = {place for place, text in texts.items() if _KEYED.match(text)}
    places = list(texts)
    around = {*strong, *(behind for place, behind in pairwise(places) if place in strong)}
    return frozenset(keyed | around | (labelled if len(labelled) > 1 else set()))


def _strong_lines(tokens: Sequence[Token]) -> frozenset[int]:
    """The lines that are bold from the first to the last word, by the break before them: headings, as in a word processor."""
    found: set[int] = set()
    line, depth, is_whole, has_words = -1, 0, True, False
    for place, token in enumerate((*tokens, None)):
        kind = token.type if token is not None else "softbreak"
        if kind in ("softbreak", "hardbreak"):
            if is_whole and has_words and not depth:
                found.add(line)
            line, is_whole, has_words = place, not depth, False
        elif kind in ("strong_open", "strong_close"):
            depth += 1 if kind == "strong_open" else -1
        elif token is not None and token.content.strip(" :"):
            is_whole, has_words = is_whole and depth > 0, True
    return frozenset(found)
