"""PDF files as a :class:`~elzctl.intake.paper.Paper`; only text is read, nothing in them is run, fetched or unpacked.

Lines are printed lines, with their page, counted from the top.  A tagged file gives order, headings, lists, tables and notes by
its tags; otherwise they are seen: ``level`` by larger letters, ``style`` "strong" for what is bold as a whole, ``depth`` by the
left edge, cells by strips of white and drawn lines.  Heads, feet and page numbers are running lines.  ``anchor`` is the name of the
place where a block begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from elzctl.intake.paper import ADDITION, Line, Make, Paper, Unfit
from elzctl.intake.readers.pdf_blocks import blocks
from elzctl.intake.readers.pdf_boxes import told, with_boxes
from elzctl.intake.readers.pdf_drawn import Drawn
from elzctl.intake.readers.pdf_faces import bold_fonts
from elzctl.intake.readers.pdf_layout import cells_whole, limit_of
from elzctl.intake.readers.pdf_lines import lines_of, place_of
from elzctl.intake.readers.pdf_notes import Notes, notes_of, with_notes
from elzctl.intake.readers.pdf_parts import Part
from elzctl.intake.readers.pdf_places import Names, anchored, links_of, names_of
from elzctl.intake.readers.pdf_runs import ARTIFACT, Page, Rule, Run, rules_of, runs_of, with_dots
from elzctl.intake.readers.pdf_tags import Tags
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 500
MOST_TEXT = 5 << 20

BY_PLACE = say("The tables in this PDF were read by how they stand; take the Word document when there is one")

_WELL_TAGGED = 0.9


def read_pdf(name: str, data: bytes) -> Paper:
    """A PDF file.  Raises Unfit."""
    document = _opened(data)
    try:
        if len(document) > MOST_PAGES:
            raise Unfit(
                say("The document has {pages} pages; up to {limit} are read", pages=len(document), limit=MOST_PAGES),
                say("Print the pages that matter to a new PDF, and take that in"),
            )
        return _read(name, document)
    finally:
        document.close()


def _opened(data: bytes) -> PdfDocument:
    try:
        import pypdfium2 as pdfium
    except ModuleNotFoundError:
        raise missing_reader() from None
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unfit(say("The document needs a password"), say("Save it without a password first")) from None
        raise Unfit(
            say("The document is damaged: it is no PDF that can be read"),
            say("Open it in a browser and print it to a new PDF"),
        ) from None


def missing_reader() -> Unfit:
    """What to install for PDF and tables."""
    return Unfit(
        say("To read this kind of document, a part of elzctl is not installed"),
        say("Install it with: {pipx} or {pip}", **ADDITION),
    )


def _read(name: str, document: PdfDocument) -> Paper:
    tags, names, bold = Tags(), names_of(document), bold_fonts(document)
    pages: list[Page] = []
    tagged: list[tuple[list[Part], frozenset[int]]] = []
    size = 0
    for number in range(1, len(document) + 1):
        page, parts = _page(document, number, tags, names, bold)
        pages.append(page)
        tagged.append(parts)
        size += sum(len(run.text) for run in page.runs)
        if size > MOST_TEXT:
            raise Unfit(say("The document has more than {limit} million characters", limit=MOST_TEXT >> 20))
    if not size:
        raise _no_text(sum(page.pictures for page in pages))
    lines, places, left_out = lines_of(pages, {number for number, (parts, _) in enumerate(tagged, start=1) if parts})
    if all(line.running for line in lines):
        # Each page is the same: then that is the text.
        lines, left_out = [line._replace(running=False) for line in lines], set()
    well = _share(pages, tagged, left_out) >= _WELL_TAGGED
    if well:
        parts_of = [
            _limited(part, page.rules)
            for page, (parts, _) in zip(pages, tagged, strict=True)
            for part in _without_running(parts, left_out)
        ]
    else:
        layout, notes, rest = Drawn(), [], Notes([], [], frozenset())
        parts_of = []
        for number, page in enumerate(pages, start=1):
            runs = [run for run in page.runs if (number, run) not in left_out]
            rest = notes_of(runs, page.rules, number, rest.open)
            notes += rest.notes
            parts_of += layout.parts(rest.runs, page.rules, number)
        parts_of = [*with_notes(cells_whole(parts_of), notes)]
        lines = _with_repeated(lines, places, layout.repeated)
    rows = {row: place_of(row, places) for part in parts_of for row in part.rows}
    found = blocks(parts_of, rows, anchored(parts_of, names))
    if not found:
        raise _no_text(sum(page.pictures for page in pages))
    if well:
        lines = _artifacts(lines, {place for block in found for place in block.lines})
    remarks = _remarks(pages)
    if not well and any(block.cell is not None for block in found):
        remarks = (*remarks, BY_PLACE)
    title, keywords = (_said(document, key) for key in ("Title", "Keywords"))
    return Paper(name, Make.PDF, tuple(lines), found, remarks, title, _language(document), len(pages), keywords)


def _page(
    document: PdfDocument, number: int, tags: Tags, names: Names, bold: frozenset[str]
) -> tuple[Page, tuple[list[Part], frozenset[int]]]:
    """A page and its parts by tags; an unreadable page is empty."""
    import pypdfium2 as pdfium

    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        return Page((), (), 0), ([], frozenset())
    try:
        rules, dots, pictures = rules_of(page)
        boxed = with_boxes(page, runs_of(page, links_of(page, names), rules, bold))
        runs = with_dots(boxed.runs, boxed.outside(dots))
        return Page(runs, rules, pictures, (boxed.read, boxed.unclear)), tags.parts(page, number, runs)
    finally:
        page.close()


def _artifacts(lines: list[Line], used: set[int]) -> list[Line]:
    """In a tagged file, what has no tag runs along with the pages: it is marked as such by its makers."""
    return [line._replace(running=line.running or place not in used) for place, line in enumerate(lines)]


def _with_repeated(
    lines: list[Line], places: Mapping[tuple[int, Run], int], repeated: set[tuple[int, Run]]
) -> list[Line]:
    """The head of a table on each further page runs along with the pages."""
    held = {places[one] for one in repeated}
    return [line._replace(running=line.running or place in held) for place, line in enumerate(lines)]


def _share(
    pages: Sequence[Page], tagged: Sequence[tuple[list[Part], frozenset[int]]], left_out: set[tuple[int, Run]]
) -> float:
    """How much of the text has tags, apart from what runs along with the pages."""
    whole = held = 0
    for number, (page, (_, marks)) in enumerate(zip(pages, tagged, strict=True), start=1):
        for run in page.runs:
            if (number, run) not in left_out and run.mark != ARTIFACT:
                whole += len(run.text)
                held += len(run.text) * (run.mark in marks)
    return held / max(1, whole)


def _without_running(parts: Sequence[Part], left_out: set[tuple[int, Run]]) -> Iterator[Part]:
    for part in parts:
        rows = tuple(row for row in part.rows if not all((row.page, run) in left_out for run in row.runs))
        if rows:
            yield part._replace(rows=rows)


def _limited(part: Part, rules: Sequence[Rule]) -> Part:
    """A part with the edge of its cell, where lines are drawn around that."""
    if part.cell is None:
        return part
    runs = [run for row in part.rows for run in row.runs]
    return part._replace(limit=limit_of(runs, [rule for rule in rules if not rule.lies]))


def _no_text(pictures: int) -> Unfit:
    if pictures:
        return Unfit(
            say("There is no text in this PDF: it is a scan, a picture of each page"),
            say("Take the document that it was made of, or have its text recognised first (OCR)"),
        )
    return Unfit(say("There is no text in this document"))


def _remarks(pages: Sequence[Page]) -> tuple[Message, ...]:
    counted = (
        say_count(
            "1 page has pictures and no text: it may be a scan",
            "{count} pages have pictures and no text: they may be scans",
            sum(bool(page.pictures) and not page.runs for page in pages),
        ),
    )
    boxes = told(*(sum(page.boxes[at] for page in pages) for at in (0, 1)))
    return (*(one for one in counted if one.number), *boxes)


def _said(document: PdfDocument, key: str) -> str:
    """What the document says about itself under that key."""
    return " ".join(str(document.get_metadata_value(key) or "").split())


def _language(document: PdfDocument) -> str:
    import ctypes

    import pypdfium2.raw as raw

    if not hasattr(raw, "FPDFCatalog_GetLanguage"):
        return ""
    size = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < size < 200:
        return ""
    text = (ctypes.c_ushort * (size // 2))()
    raw.FPDFCatalog_GetLanguage(document.raw, text, size)
    return bytes(text).decode("utf-16-le", "replace").rstrip("\0").partition("-")[0].lower()
