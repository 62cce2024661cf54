"""The document tree → a Word file, written as WordprocessingML.

What the staff changes in Word stays easy to change: real styles, headings, lists, tables, fields.  It is written
directly and not by a library: what this needs most (fields, links inside the document, lists that begin again, heads of
tables, languages, equal bytes) the known ones leave to who uses them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from elzctl.record import NamedTuple
from elzctl.render.docx_blocks import Place, Writer
from elzctl.render.docx_dress import colours_of, font_of, logo_part, logo_relation, logo_run
from elzctl.render.docx_ends import ended
from elzctl.render.docx_lines import PLAIN, Look
from elzctl.render.docx_package import RELATION, Part, Relation, package
from elzctl.render.docx_pages import beginning
from elzctl.render.docx_parts import MIME, SHORT, SPACES, House, numbering, own_house, properties, settings
from elzctl.render.docx_theme import fonts
from elzctl.render.dress import PLAIN as PLAIN_DRESS
from elzctl.render.dress import Dress
from elzctl.render.tree import Contents, Document, Jump, Text
from elzctl.wording import Message

LISTED = 3
"""Levels in the contents."""

# A long title is set smaller, so that it stays on its page: letters, and half points.
_TITLE_SIZES = {False: ((60, 0), (140, 52), (400, 36)), True: ((60, 0), (160, 32))}
_SMALLEST = {False: 22, True: 24}
_SPACIOUS = 200
"""Letters on a cover that leave room below them."""


class Docx(NamedTuple):
    """A Word file, and what had to be done differently to make it."""

    data: bytes
    warnings: tuple[Message, ...]


def docx(document: Document, today: date, template: bytes | None = None, dress: Dress = PLAIN_DRESS) -> Docx:
    """The Word file of *document*, dated *today*; the same values give the same bytes.

    Styles, paper, head and foot come from the zone's *template*, a Word file too; without it they are ours, in the
    colours and font of its *dress*.
    Raises :class:`~elzctl.render.docx_archive.DocxFault` when the template cannot be used.
    """
    colours, font = colours_of(dress), font_of(dress)
    house = own_house(document, colours, font) if template is None else _house_of(template, document, colours)
    writer = Writer(document, house.ids, colours)
    text = "".join(_parts(document, writer, house))
    opening = _logo(document, writer, dress) + (_title if document.kind == SHORT else _cover)(document, writer, house)
    media = [*([logo_part(dress.logo)] if dress.logo is not None else []), *writer.pictures.values()]
    contents = _contents(document, writer) if document.contents else ""
    xml = f"<w:document {SPACES}><w:body>{opening}{contents}{text}{_section(house)}</w:body></w:document>"
    heads = {edge.part.name: edge.part for edge in house.edges}.values()
    used = (house.styles, numbering(writer.starts), settings(document, house), house.theme, fonts(font), *heads)
    links = (Relation(name, f"{RELATION}/hyperlink", target, is_address=True) for target, name in writer.links.items())
    relations = (*(part.relation() for part in used), *map(logo_relation, media), *links)
    main = Part("word/document.xml", "officeDocument", f"{MIME}.wordprocessingml.document.main+xml", xml, relations)
    pictures = {picture.name: picture for edge in house.edges for picture in edge.pictures}.values()
    of_file = (main, *properties(document, today))
    return Docx(package((*of_file, *used, *pictures, *media), of_file), (*house.warnings, *writer.warnings))


def _house_of(template: bytes, document: Document, colours: Mapping[str, str]) -> House:
    from elzctl.render.docx_template import house_of

    return house_of(template, document, colours)


# The text


def _parts(document: Document, writer: Writer, house: House) -> list[str]:
    """The parts, each on a new page that has enough to show; those of a short document follow each other."""
    is_short = document.kind == SHORT
    begins = beginning(document.parts)
    found = []
    for at, (part, fresh) in enumerate(zip(document.parts, begins, strict=True), start=1):
        writer.fresh, writer.apart = (fresh, not fresh) if not is_short else (False, False)
        text = writer.blocks(part.blocks, Place(house.sheet.wide))
        # The space below a table could be all that stands on a page of its own.
        found.append(text.removesuffix(writer.table_end) if at < len(document.parts) and not is_short else text)
    return ended(found, [False] * len(found) if is_short else begins)


def _logo(document: Document, writer: Writer, dress: Dress) -> str:
    writer.fresh = writer.apart = False
    return (
        "" if dress.logo is None else writer.paragraph("Cover Logo", logo_run(dress.logo, short=document.kind == SHORT))
    )


def _cover(document: Document, writer: Writer, house: House) -> str:
    words = dict(document.words).get("version", "")
    more = writer.blocks(document.cover, Place(house.sheet.wide, text="Cover Text"))
    is_long = len(document.title) + len(document.subtitle) > _SPACIOUS
    date_line = writer.paragraph(
        "Cover Date Near" if is_long else "Cover Date", writer.text(f"{words} {document.date}".strip())
    )
    return _title(document, writer, house) + more + date_line


def _title(document: Document, writer: Writer, _house: House) -> str:
    """Whose document it is, its title, and what goes with that."""
    writer.fresh = writer.apart = False
    short = document.kind == SHORT
    long = len(document.title)
    size = next((size for limit, size in _TITLE_SIZES[short] if long < limit), _SMALLEST[short])
    look = Look(extra=f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>') if size else PLAIN
    rows = (
        ("Cover Name", document.organisation, PLAIN),
        ("Title", document.title, look),
        ("Subtitle", document.subtitle, PLAIN),
    )
    return "".join(writer.paragraph(style, writer.text(words, look)) for style, words, look in rows if words)


def _contents(document: Document, writer: Writer) -> str:
    """The contents as a field that is filled already.

    Page numbers stand there once Word has updated it: nobody else knows them, and a file that asks Word to do so opens
    with a question.
    """
    writer.fresh, writer.apart = True, False
    head = writer.paragraph("TOC Heading", writer.text(dict(document.words).get("contents", "")))
    lines = [line for line in document.contents if line.level <= LISTED]
    begin = f"{_FIELD.format('begin')}{_CODE}{_FIELD.format('separate')}"
    runs = [_entry(line, writer) for line in lines]
    runs[:1] = [begin + run for run in runs[:1]]
    runs[-1:] = [run + _FIELD.format("end") for run in runs[-1:]]
    listed = "".join(
        writer.paragraph(f"toc {min(writer.levels.get(line.anchor, line.level), LISTED)}", words)
        for line, words in zip(lines, runs, strict=True)
    )
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{head}{listed}</w:sdtContent></w:sdt>"


def _entry(line: Contents, writer: Writer) -> str:
    return writer.jump(Jump(line.anchor, (Text(f"{line.label} {line.title}".strip()),)), PLAIN, style="")


_CODE = f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{LISTED}" \\h \\z </w:instrText></w:r>'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


# The page


def _section(house: House) -> str:
    """The paper, its margins, and the heads and feet of its pages."""
    sheet = house.sheet
    edges = "".join(
        f'<w:{edge.part.kind}Reference w:type="{edge.pages}" r:id="{edge.part.relation().id}"/>' for edge in house.edges
    )
    lying = ' w:orient="landscape"' if sheet.width > sheet.height else ""
    return (
        f'<w:sectPr>{edges}<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{lying}/>'
        f'<w:pgMar w:top="{sheet.top}" w:right="{sheet.right}" w:bottom="{sheet.bottom}" w:left="{sheet.left}"'
        f' w:header="{sheet.header}" w:footer="{sheet.footer}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if house.has_first else ''}</w:sectPr>"
    )
