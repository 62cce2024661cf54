"""Word documents (``.docx``, ``.docm``) as a :class:`~elzctl.intake.paper.Paper`; read as data, nothing in them is run or fetched.

A walk of its own over the document: a library that makes HTML loses the numbers that Word counts, what is hidden, moved and
at the head of pages.  What is taken, and what the fields of a block hold:

* one :class:`~elzctl.intake.paper.Line` a paragraph, or a line of one that was broken by hand; no pages; heads and feet of
  pages at the end, as running lines;
* ``style`` as Word calls it in English; ``level`` by style or outline; ``marker`` is the number or sign that Word prints
  ("1.1.2", "a)", "•"), typed or counted; ``depth`` that of the list, 0 for headings with a number;
* cells of tables with their place (of merged ones the first); a table in a cell is a table of its own, in order;
* tracked changes as accepted; text boxes behind their paragraph; notes behind the block that they belong to, with their
  number as ``marker``; check boxes of all three kinds as ``check``, or as ☒ and ☐ in mid-line;
* not taken, and told in the remarks: deletions, hidden text, comments, prompts of empty fields, pictures, objects, macros,
  files that are linked to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.intake.laid import laid, without_start
from elzctl.intake.paper import Block, Cell, Line, Make, Paper, Unfit
from elzctl.intake.readers.archive import Archive
from elzctl.intake.readers.docx_left import remarks
from elzctl.intake.readers.docx_numbers import Numbers
from elzctl.intake.readers.docx_package import Package
from elzctl.intake.readers.docx_runs import Runs, Words, box_of, is_prompt, length
from elzctl.intake.readers.docx_styles import Look, child, level_of, local, look_of, styles_of, value
from elzctl.intake.readers.markers import marked
from elzctl.wording import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_LINES = 100_000
MOST_TEXT = 5 << 20
"""Characters of a document."""
DEEPEST = 40
"""Tables, boxes and controls in each other."""

_GAP = 100
"""Twentieths of a point between two paragraphs that look like an empty line."""
_INDENT = 360
_DEPTH = re.compile(r"list (?:bullet|number) ([2-5])")
_HOLDERS = frozenset(("ins", "moveTo", "customXml", "smartTag"))


def read_docx(name: str, data: bytes) -> Paper:
    """A Word document.  Raises Unfit."""
    package = Package(Archive(data))
    try:
        return _Reading(package).paper(name)
    except RecursionError:
        raise Unfit(say("The document is nested deeper than Word can make it")) from None


class _Reading:
    """One pass over the parts of a document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = styles_of(package.styles)
        self._numbers = Numbers(package.numbering)
        self._tally: Counter[str] = Counter()
        self._runs = Runs(self._styles, package.links, self._tally)
        self._lines: list[Line] = []
        self._blocks: list[Block] = []
        self._tables = 0
        self._size = 0
        self._gap = False
        self._last = Look(after=0)
        self._carried: list[Words] = []

    def paper(self, name: str) -> Paper:
        body = child(self._package.document, "body")
        if body is None:
            raise Unfit(say("There is no text in this document"))
        self._content(body, None, 0)
        self._tally["lost"] = max(0, length(body) - self._tally["taken"] - self._tally["skipped"])
        if not self._blocks:
            hint = say("Take the document that it was made of") if self._tally["pictures"] else None
            raise Unfit(say("There is no text in this document"), hint)
        self._running()
        title = next((block.text for block in self._blocks if block.style == "title"), "") or self._package.title
        found = remarks(self._tally, self._package)
        about = (title, self._package.language or self._styles.language)
        return Paper(
            name, Make.DOCX, tuple(self._lines), tuple(self._blocks), found, *about, keywords=self._package.keywords
        )

    def _content(self, parent: Element, cell: Cell | None, depth: int) -> None:
        """Paragraphs and tables, in what they may stand in."""
        if depth > DEEPEST:
            raise Unfit(say("The document is nested deeper than Word can make it"))
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element, cell, depth)
            elif name == "tbl":
                self._tally["nested"] += cell is not None and _has_cells(element)
                self._table(element, depth)
            elif name == "sdt":
                self._control(element, cell, depth)
            elif name in _HOLDERS:
                self._tally["inserted"] += name == "ins"
                self._content(element, cell, depth + 1)
            elif name in ("del", "moveFrom"):
                self._runs.skip(element, "deleted" if name == "del" else "moved")
            elif name == "bookmarkStart":
                self._runs.mark(element)
            elif name == "altChunk":
                self._tally["chunks"] += 1

    def _control(self, element: Element, cell: Cell | None, depth: int) -> None:
        content = child(element, "sdtContent")
        if content is None:
            return
        if is_prompt(element) and not box_of(element):
            self._runs.skip(content, "prompts")
        else:
            self._content(content, cell, depth + 1)

    def _table(self, table: Element, depth: int) -> None:
        self._tables += 1
        number, row = self._tables, 0
        for element in _rows(table):
            if child(child(element, "trPr"), "del") is not None:
                self._runs.skip(element, "deleted")
                continue
            row += 1
            column = 1 + _whole(value(child(child(element, "trPr"), "gridBefore")))
            for one in _cells(element):
                properties = child(one, "tcPr")
                self._gap = True
                self._content(one, Cell(number, row, column), depth + 1)
                column += max(1, _whole(value(child(properties, "gridSpan"))))
        self._gap = True

    def _paragraph(self, paragraph: Element, cell: Cell | None, depth: int) -> None:
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle")) or self._styles.normal
        look = look_of(properties).over(self._styles.look(style))
        words = self._runs.words(paragraph, look.hidden)
        marks = child(properties, "rPr")
        if child(marks, "del") is not None or child(marks, "moveFrom") is not None:
            # The end of this paragraph was deleted: what is left of it goes on in the next one.
            self._carried.append(words)
            return
        words = self._joined(words)
        spaced = max(look.before or 0, self._last.after or 0) >= _GAP
        self._gap = self._gap or spaced or words.new_page
        if any(stretch.text.strip() for row in words.rows for stretch in row):
            self._put(words, style, look, cell)
        else:
            self._gap = True
        self._last = look
        for place, (kind, key) in enumerate(words.notes):
            self._note(kind, key, self._runs.note_number(words, place), cell)
        for box in words.boxes:
            self._gap = True
            self._content(box, cell, depth + 1)
            self._gap = True

    def _joined(self, words: Words) -> Words:
        """A paragraph with what was left of those before it, whose ends were deleted."""
        if not self._carried:
            return words
        whole = Words()
        for one in (*self._carried, words):
            whole.rows[-1] += one.rows[0]
            whole.rows += one.rows[1:]
            whole.notes += one.notes
            whole.boxes += one.boxes
            whole.anchor = whole.anchor or one.anchor
        self._carried = []
        return whole

    def _put(self, words: Words, style: str, look: Look, cell: Cell | None) -> None:
        """The blocks of a paragraph: one, or one a line when it was broken by hand."""
        name = self._styles.name(style)
        level = level_of(name, look)
        marker, depth = self._number(style, look)
        anchor = words.anchor
        for row in words.rows:
            text, spans = laid(row)
            if not text:
                continue
            mark = marked(text, second=False) if not marker else marked("")
            box = marked(text) if marker and text else mark
            check, start = (
                (box.check, box.start) if box.check is not None and not box.marker else (mark.check, mark.start)
            )
            own = marker or mark.marker
            text, spans = without_start(text, spans, start)
            in_list = depth if marker else 1 + max(0, (look.left or 0) // _INDENT // 2) if own or depth else 0
            if marker in ("☐", "☒") and check is None:
                check = marker == "☒"
            self._add(
                Block(
                    text,
                    (),
                    name,
                    level,
                    0 if level else in_list,
                    own,
                    check,
                    cell,
                    gap=self._gap,
                    spans=spans,
                    anchor=anchor,
                )
            )
            marker = anchor = ""
            self._gap = False

    def _number(self, style: str, look: Look) -> tuple[str, int]:
        """What Word prints before a paragraph, and how deep in a list that is."""
        by_style = self._numbers.of_style(style)
        number, place = look.number, look.depth
        if number is None and by_style is not None:
            number, place = by_style
        elif number is not None and place is None and by_style is not None and by_style[0] == number:
            place = by_style[1]
        if number is None or number == "0":
            return "", 0
        marker = self._numbers.marker(number, place or 0)
        # The second level of a list may be a style of its own, which counts from its first level.
        named = _DEPTH.fullmatch(self._styles.name(style)) if not place else None
        deep = int(named[1]) if named is not None else (place or 0) + 1
        return marker, deep if marker else 0

    def _add(self, block: Block) -> None:
        printed = block.whole if block.check is None else f"{block.marker} {'☒' if block.check else '☐'} {block.text}"
        self._lines.append(Line(printed.strip(), 0, len(self._lines) + 1))
        self._blocks.append(block._replace(lines=(len(self._lines) - 1,)))
        self._size += len(block.text)
        if len(self._lines) > MOST_LINES:
            raise Unfit(say("The document has more than {limit} lines", limit=MOST_LINES))
        if self._size > MOST_TEXT:
            raise Unfit(say("The document has more than {limit} million characters", limit=MOST_TEXT >> 20))

    def _note(self, kind: str, key: str, number: int, cell: Cell | None) -> None:
        """The text of a note, behind the block that it belongs to."""
        for paragraph in self._package.note(kind, key):
            for row in self._runs.words(paragraph, None).rows:
                text, spans = laid(row)
                if text:
                    self._add(Block(text, (), f"{kind} text", marker=f"{number}", cell=cell, note=True, spans=spans))

    def _running(self) -> None:
        """The lines at the heads and feet of pages, each once."""
        known = set()
        for part in self._package.running():
            for paragraph in (one for one in part.iter() if local(one) == "p"):
                words = self._runs.words(paragraph, None)
                for row in words.rows:
                    text = laid(row)[0]
                    if text and text not in known:
                        known.add(text)
                        self._lines.append(Line(text, 0, len(self._lines) + 1, running=True))


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        name = local(element)
        if name == "tr":
            yield element
        elif name in ("sdt", *_HOLDERS):
            yield from _rows(content if (content := child(element, "sdtContent")) is not None else element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        name = local(element)
        if name == "tc":
            yield element
        elif name in ("sdt", *_HOLDERS):
            yield from _cells(content if (content := child(element, "sdtContent")) is not None else element)


def _has_cells(table: Element) -> bool:
    """True for a table of more than one cell; one alone is a frame around a text."""
    return sum(1 for row in _rows(table) for _ in _cells(row)) > 1


def _whole(text: str) -> int:
    return min(int(text), 1000) if text.isdecimal() and len(text) < 6 else 0
