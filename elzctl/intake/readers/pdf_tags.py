"""A tagged PDF in the order and with the meaning that its makers gave it: headings, lists, tables, notes."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from elzctl.intake.paper import Cell
from elzctl.intake.readers.pdf_parts import Part, beside, rows_of
from elzctl.intake.readers.pdf_runs import Run
from elzctl.record import NamedTuple

DEEPEST = 100
_MOST_ATTRIBUTES, _WIDEST = 20, 100
_INLINE = frozenset(
    "Span Link Em Strong Reference Quote Code Figure Formula Annot Ruby RB RT RP Warichu BibEntry Form Sub".split()
)
_HEADING = re.compile(r"H([1-6])?\Z")
_STYLES = {"Title": "title", "Caption": "caption", "TOCI": "toc 1", "BlockQuote": "quote", "TH": "table heading"}
_NOTES = ("Note", "FENote")
_NOTED = "footnote text"
_CONTAINERS = frozenset("Document Part Art Sect Div NonStruct Aside DocumentFragment".split())
# Browsers write each stretch of a paragraph as one, and what is around paragraphs too.
_PIECE = "NonStruct"
_SECTIONS = ("THead", "TBody", "TFoot")


class _Place(NamedTuple):
    """What is known of the text at a place in the tree."""

    style: str = ""
    level: int = 0
    cell: Cell | None = None
    depth: int = 0
    note: bool = False
    table: int = 0
    row: int = 0
    loose: bool = False
    text: bool = False


class Tags:
    """The trees of the pages of one document, which are read in order; tables may go on over pages."""

    def __init__(self) -> None:
        self._tables = 0
        self._sections: dict[int, int] = {}
        self._columns: dict[tuple[int, int], int] = {}
        self._held: set[tuple[int, int]] = set()
        self._in_table = False

    def parts(self, page: Any, number: int, runs: Sequence[Run]) -> tuple[list[Part], frozenset[int]]:
        """The parts of a page, and the marks of its content that they hold; none when the page is not tagged."""
        import pypdfium2.raw as raw

        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if not tree:
            return [], frozenset()
        try:
            walk = _Walk(raw, self, number, runs)
            for place in range(max(0, raw.FPDF_StructTree_CountChildren(tree))):
                element = raw.FPDF_StructTree_GetChildAtIndex(tree, place)
                if element:
                    walk.visit(element, _Place(), 0, place)
            walk.finish()
        finally:
            raw.FPDF_StructTree_Close(tree)
        self._in_table = bool(walk.found) and walk.found[-1].cell is not None
        return walk.found, frozenset(walk.used)

    def table(self, *, first: bool) -> int:
        """The number of a table; the *first* thing of a page goes on with the table that ended the one before."""
        if not (first and self._in_table):
            self._tables += 1
            self._sections, self._columns, self._held = {}, {}, set()
        return max(1, self._tables)

    def column(self, row: int, place: int, across: int, down: int) -> int:
        """The column of the cell at that place of a row, which goes over so many columns and rows.

        Empty cells before it are not in the tree of the page: each has a column too.
        """
        for before in range(min(place, _WIDEST)):
            self._column(row, before, 1, 1)
        return self._column(row, place, across, down)

    def _column(self, row: int, place: int, across: int, down: int) -> int:
        if (row, place) not in self._columns:
            column = 1
            while (row, column) in self._held:
                column += 1
            self._columns[row, place] = column
            self._held |= {(row + below, column + beside) for below in range(down) for beside in range(across)}
        return self._columns[row, place]

    def section(self, place: int, rows: int) -> int:
        """How many rows of the table come before its head, body or foot at that place, which has so many."""
        self._sections[place] = rows
        return sum(count for one, count in self._sections.items() if one < place)


class _Walk:
    """One pass over the tree of a page."""

    def __init__(self, raw: Any, tags: Tags, number: int, runs: Sequence[Run]) -> None:
        self._raw = raw
        self._tags = tags
        self._number = number
        self._marked: dict[int, list[Run]] = defaultdict(list)
        for run in runs:
            if run.mark >= 0:
                self._marked[run.mark].append(run)
        self._runs: list[Run] = []
        self._label: list[Run] | None = None
        self._marker = ""
        self._notes: list[Part] = []
        self.used: set[int] = set()
        self.found: list[Part] = []

    def visit(self, element: Any, around: _Place, depth: int, place: int) -> None:
        """An element with all in it; *place* is the one that it has among those around it, on all pages."""
        if depth > DEEPEST:
            return
        kind = self._kind(element)
        if kind == "Artifact":
            return
        if kind in _NOTES:
            self._note(element, around, depth)
            return
        if kind == "Lbl" and not around.depth:
            self._reference(element, around, depth)
            return
        if kind in _INLINE or around.level or (around.text and kind == _PIECE):
            before = len(self._runs)
            self._children(element, around, depth)
            if around.loose and before:
                self._part_from(before, around)
            return
        self.flush(around)
        if kind == "Lbl" and around.depth:
            self._label = []
            self._children(element, around, depth)
            self._marker = " ".join("".join(run.text for run in self._label).split())
            self._label = None
            return
        inside = self._placed(kind, around, element, place)
        if kind == "LI":
            self._marker = ""
        self._children(element, inside, depth)
        self.flush(inside)

    def _part_from(self, before: int, around: _Place) -> None:
        """Sentences that stand loose, without a paragraph around each, are parts of their own when they begin a line."""
        last, runs = self._runs[before - 1], self._runs[before:]
        if runs and not beside(last, runs[0]) and last.text.rstrip().endswith((".", "!", "?", ":")):
            self._runs = self._runs[:before]
            self.flush(around)
            self._runs = runs

    def _note(self, element: Any, around: _Place, depth: int) -> None:
        """A note may stand in the middle of a sentence: it comes behind what it stands in."""
        runs, self._runs = self._runs, []
        self._children(element, around._replace(note=True, depth=0, level=0), depth)
        if self._runs:
            self._notes.append(
                Part(tuple(rows_of(self._runs, self._number)), _NOTED, cell=around.cell, note=True, tagged=True)
            )
        self._runs = runs
        if not runs:
            self._put_notes()

    def _put_notes(self) -> None:
        self.found += self._notes
        self._notes = []

    def _reference(self, element: Any, around: _Place, depth: int) -> None:
        """The number of a note, in a sentence or at the beginning of the note."""
        before = len(self._runs)
        self._children(element, around, depth)
        if not around.note and len(self._runs) > before:
            first = self._runs[before]
            self._runs[before] = first._replace(text=f"[{first.text.strip()}]", left=self._edge(before, first))

    def _edge(self, before: int, run: Run) -> float:
        """Where a number begins: right behind the word before it."""
        return self._runs[before - 1].right if before else run.left

    def _placed(self, kind: str, around: _Place, element: Any, place: int) -> _Place:
        """What an element tells of the text in it."""
        heading = _HEADING.match(kind)
        if heading is not None:
            level = int(heading[1] or 1)
            return around._replace(level=level, style=f"heading {level}", loose=False)
        if kind == "L":
            return around._replace(depth=around.depth + 1, loose=False)
        if kind == "Table":
            return _Place(table=self._tags.table(first=not self.found))
        if kind in _SECTIONS:
            return around._replace(row=self._tags.section(place, self._raw.FPDF_StructElement_CountChildren(element)))
        if kind == "TR":
            return around._replace(row=around.row + place + 1)
        if kind in ("TD", "TH"):
            row = max(1, around.row)
            across, down = self._span(element, b"ColSpan"), self._span(element, b"RowSpan")
            column = self._tags.column(row, place, across, down)
            return _Place(_STYLES.get(kind, ""), cell=Cell(max(1, around.table), row, column))
        loose = kind in _CONTAINERS
        return around._replace(style=_STYLES.get(kind, around.style), loose=loose, text=kind == "P")

    def _span(self, element: Any, name: bytes) -> int:
        """Over how many rows or columns a cell goes."""
        raw, number = self._raw, ctypes.c_float()
        for place in range(min(_MOST_ATTRIBUTES, raw.FPDF_StructElement_GetAttributeCount(element))):
            value = raw.FPDF_StructElement_Attr_GetValue(
                raw.FPDF_StructElement_GetAttributeAtIndex(element, place), name
            )
            if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, number):
                return max(1, min(_WIDEST, int(number.value)))
        return 1

    def _children(self, element: Any, place: _Place, depth: int) -> None:
        raw = self._raw
        for number in range(max(0, raw.FPDF_StructElement_CountChildren(element))):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, number)
            if child:
                self.visit(child, place, depth + 1, number)
                continue
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
            if mark >= 0 and mark not in self.used and mark in self._marked:
                self.used.add(mark)
                (self._runs if self._label is None else self._label).extend(self._marked[mark])

    def finish(self) -> None:
        """What is left at the end of the page."""
        self.flush(_Place())
        self._put_notes()

    def flush(self, place: _Place) -> None:
        """The part of the text so far."""
        if not self._runs:
            return
        rows = tuple(rows_of(self._runs, self._number))
        self._runs = []
        marker, self._marker = self._marker, ""
        self.found.append(
            Part(rows, place.style, place.level, place.cell, place.depth, marker, place.note, tagged=True)
        )
        self._put_notes()

    def _kind(self, element: Any) -> str:
        size = self._raw.FPDF_StructElement_GetType(element, None, 0)
        if size <= 2:
            return ""
        text = ctypes.create_string_buffer(size)
        self._raw.FPDF_StructElement_GetType(element, text, size)
        return text.raw[: size - 2].decode("utf-16-le", "replace")
