"""Documents made for the tests on reading: Word files from raw parts, and PDF files from lines at places."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import TypeAlias

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
# What the parts of a document are called, and the relations that lead to them.
KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph; *content* without a tag is text."""
    inside = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def styled(text: str, style: str) -> str:
    """A paragraph in a style."""
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def table(*rows: Sequence[str]) -> str:
    """A table; a cell is text, or elements."""
    cells = ["".join(f"<w:tc>{one if one.startswith('<') else paragraph(one)}</w:tc>" for one in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    before: str = "",
    relations: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """A Word file of a body and *parts* by kind (``styles``, ``numbering`` …); *before* stands above the document itself."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            _relations(f'<Relationship Id="d" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'),
        )
        archive.writestr("word/document.xml", f"{before}<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        own = "".join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts or {})
        archive.writestr("word/_rels/document.xml.rels", _relations(own + relations))
        for kind, part in (parts or {}).items():
            name = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            archive.writestr(f"word/{kind}.xml", f"<w:{name} {SPACES}>{part}</w:{name}>")
        for name, data in (extra or {}).items():
            archive.writestr(f"word/{name}", data)
    return found.getvalue()


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


Placed: TypeAlias = "tuple[float, float, str] | tuple[float, float, str, float]"


def pdf(
    *pages: Sequence[Placed],
    rules: Sequence[tuple[float, float, float]] = (),
) -> bytes:
    """A PDF without tags: each text at its place from the left and the bottom, in points, with its size (11).

    *rules* are lines drawn on every page: from, to, height.
    """
    import pikepdf

    made = pikepdf.new()
    name = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    font = made.make_indirect(name)
    for texts in pages:
        page = made.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        drawn = [_drawn(*text) for text in texts] + [
            f"{left} {height} m {right} {height} l S".encode() for left, right, height in rules
        ]
        page.Contents = made.make_stream(b"\n".join(drawn))
    found = io.BytesIO()
    made.save(found)
    return found.getvalue()


def _drawn(left: float, bottom: float, text: str, size: float = 11) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /F %g Tf %g %g Td (" % (size, left, bottom) + escaped + b") Tj ET"
