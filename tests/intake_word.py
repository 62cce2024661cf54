"""Word files of every make for the tests of the import, made part by part, and what LibreOffice makes of them."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

OFFICE = shutil.which("soffice")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{_W}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "{notes}</w:footnotes>"
)


class Word:
    """A Word document that is being made; *dutch* gives its styles the names that a Dutch Word writes."""

    def __init__(self, *, dutch: bool = False, landscape: bool = False, title: str = "") -> None:
        self.doc: Any = Document()
        self.notes: list[str] = []
        self._marks = 100
        self.doc.core_properties.author = ""
        self.doc.core_properties.title = title
        if dutch:
            for style in self.doc.styles.element.iter(qn("w:style")):
                name = style.find(qn("w:name"))
                if name.get(qn("w:val")).startswith("heading "):
                    style.set(qn("w:styleId"), f"Kop{name.get(qn('w:val'))[-1]}")
        if landscape:
            section = self.doc.sections[0]
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width

    # Paragraphs

    def title(self, text: str) -> Any:
        return self.doc.add_paragraph(text, style="Title")

    def heading(self, level: int, text: str) -> Any:
        style = next(one for one in self.doc.styles if one.name.lower() == f"heading {level}")
        return self.doc.add_paragraph(text, style=style)

    def para(self, *texts: str, bold: bool = False, where: Any = None, italic: bool = False) -> Any:
        paragraph = None
        for text in texts:
            paragraph = self._new(where)
            run = paragraph.add_run(text)
            run.bold, run.italic = bold or None, italic or None
        return paragraph

    def bullets(self, *texts: str, where: Any = None, depth: int = 1, numbered: bool = False) -> None:
        style = f"List {'Number' if numbered else 'Bullet'}{f' {depth}' if depth > 1 else ''}"
        for text in texts:
            paragraph = self._new(where)
            paragraph.style = style
            paragraph.add_run(text)

    def typed(self, *texts: str, sign: str = "-\t", where: Any = None) -> None:
        """A list as people type it: a dash and a tab."""
        for text in texts:
            self._new(where).add_run(f"{sign}{text}")

    def box(self, text: str, *, ticked: bool, where: Any = None, control: bool = True) -> Any:
        """A check box as a content control of Word, or as a sign."""
        paragraph = self._new(where)
        sign = "☒" if ticked else "☐"
        if control:
            paragraph._p.append(
                parse_xml(
                    f'<w:sdt {nsdecls("w")} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox>'
                    f'<w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
                    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
                    f'<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>'
                )
            )
        paragraph.add_run(f" {text}" if control else f"{sign} {text}")
        return paragraph

    def field(self, text: str, *, where: Any = None) -> None:
        """A paragraph inside a content control with text that can be filled in."""
        paragraph = self._new(where)
        run = parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t></w:t></w:r></w:sdtContent></w:sdt>"
        )
        next(run.iter(qn("w:t"))).text = text
        paragraph._p.append(run)

    def numbered_headings(self, *formats: str) -> None:
        """Headings that Word numbers itself, so that no number stands in their text: ``%1.``, ``%1.%2.`` and so on."""
        root = self.doc.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{self._heading_id(level + 1)}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for level, text in enumerate(formats)
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        root.insert(0, abstract)
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        for level in range(len(formats)):
            style = next(one for one in self.doc.styles if one.style_id == self._heading_id(level + 1))
            number = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
            style.element.get_or_add_pPr().append(number)

    def _heading_id(self, level: int) -> str:
        found: str = next(one for one in self.doc.styles if one.name.lower() == f"heading {level}").style_id
        return found

    # What people leave in a document

    def footnote(self, paragraph: Any, text: str) -> None:
        number = len(self.notes) + 1
        self.notes.append(text)
        paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="{number}"/></w:r>'))

    def inserted(self, paragraph: Any, text: str) -> None:
        self._tracked(paragraph, "ins", "t", text)

    def deleted(self, paragraph: Any, text: str) -> None:
        self._tracked(paragraph, "del", "delText", text)

    def comment(self, paragraph: Any, text: str) -> None:
        self.doc.add_comment(paragraph.runs, text=text, author="Lezer", initials="L")

    def hidden(self, paragraph: Any, text: str) -> None:
        paragraph.add_run(text).font.hidden = True

    def text_box(self, *texts: str) -> None:
        """A text box as Word writes it: a drawing, and the same as VML for old readers."""
        inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
        xml = (
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            '<wp:extent cx="3600000" cy="900000"/><wp:docPr id="1" name="Tekstvak 1"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
            '<a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            f'<mc:Fallback><w:pict><v:shape style="width:283pt;height:70pt"><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>'
            "</mc:AlternateContent></w:r>"
        )
        self.doc.add_paragraph()._p.append(parse_xml(xml))

    def contents(self, rows: Iterable[tuple[int, str, int]]) -> None:
        """A list of contents as it was last updated: level, title and page."""
        self.para("Inhoud", bold=True)
        styles = self.doc.styles
        for level, text, page in rows:
            name = f"toc {level}"
            if name not in [one.name for one in styles]:
                styles.add_style(name, 1)
            self.doc.add_paragraph(f"{text}\t{page}", style=name)

    def header(self, text: str, footer: str = "") -> None:
        section = self.doc.sections[0]
        section.header.paragraphs[0].text = text
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(f"{footer} ")
        for kind, inner in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = paragraph.add_run()
            mark = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                mark.set(qn("w:fldCharType"), kind)
            else:
                mark.text = inner
            run._r.append(mark)

    def columns(self, count: int) -> None:
        cols = self.doc.sections[-1]._sectPr.find(qn("w:cols"))
        cols.set(qn("w:num"), str(count))

    def new_page(self) -> None:
        self.doc.add_page_break()

    # Tables

    def table(self, rows: Sequence[Sequence[str]], *, widths: Sequence[float] = ()) -> Any:
        """Plain cells; a line break in a text begins a new paragraph."""
        table = self.doc.add_table(rows=0, cols=len(rows[0]))
        table.style = "Table Grid"
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                first, *others = text.split("\n")
                cell.paragraphs[0].add_run(first)
                for other in others:
                    cell.add_paragraph(other)
        for index, width in enumerate(widths):
            for cell in table.columns[index].cells:
                cell.width = Cm(width)
        return table

    def merged(self, rows: Sequence[Sequence[str]]) -> Any:
        """A table in which a row with one cell goes over all columns."""
        width = max(len(row) for row in rows)
        table = self.doc.add_table(rows=0, cols=width)
        table.style = "Table Grid"
        for row in rows:
            cells = table.add_row().cells
            if len(row) == 1:
                cells[0].merge(cells[-1]).paragraphs[0].add_run(row[0]).bold = True
                continue
            for cell, text in zip(cells, row, strict=True):
                cell.paragraphs[0].add_run(text)
        return table

    def form(self, labels: Sequence[str]) -> list[Any]:
        """A form of two columns: labels at the left; the cells at the right, to be filled."""
        table = self.doc.add_table(rows=0, cols=2)
        table.style = "Table Grid"
        table.autofit = False
        table.columns[0].width, table.columns[1].width = Cm(3.2), Cm(13)
        found = []
        for label in labels:
            left, right = table.add_row().cells
            left.width, right.width = Cm(3.2), Cm(13)
            left.paragraphs[0].add_run(label).bold = True
            found.append(right)
        return found

    # The file

    def data(self) -> bytes:
        buffer = io.BytesIO()
        self.doc.save(buffer)
        return self._with_notes(buffer.getvalue()) if self.notes else buffer.getvalue()

    def _new(self, where: Any) -> Any:
        """A new paragraph; the empty one that a cell begins with is used first."""
        if where is None:
            return self.doc.add_paragraph()
        if hasattr(where, "paragraphs") and len(where.paragraphs) == 1 and not len(where.paragraphs[0]._p):
            return where.paragraphs[0]
        return where.add_paragraph()

    def _tracked(self, paragraph: Any, kind: str, text_tag: str, text: str) -> None:
        self._marks += 1
        xml = f'<w:{kind} {nsdecls("w")} w:id="{self._marks}" w:author="Lezer" w:date="2025-09-01T10:00:00Z"><w:r><w:{text_tag} xml:space="preserve"></w:{text_tag}></w:r></w:{kind}>'
        element = parse_xml(xml)
        next(element.iter(qn(f"w:{text_tag}"))).text = text
        paragraph._p.append(element)

    def _with_notes(self, data: bytes) -> bytes:
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
            for number, text in enumerate(self.notes, 1)
        )
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
        return repacked(
            data,
            {
                "[Content_Types].xml": (
                    "</Types>",
                    f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>',
                ),
                "word/_rels/document.xml.rels": (
                    "</Relationships>",
                    f'<Relationship Id="rIdNotes" Type="{relation}" Target="footnotes.xml"/></Relationships>',
                ),
            },
            {"word/footnotes.xml": _NOTES.format(notes=notes).encode()},
        )


def repacked(data: bytes, changes: Mapping[str, tuple[str, str]], more: Mapping[str, bytes] | None = None) -> bytes:
    """The archive with, in these parts, one text replaced by another, and with more parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name in changes:
                before, after = changes[name]
                assert before.encode() in part
                part = part.replace(before.encode(), after.encode(), 1)
            new.writestr(name, part)
        for name, part in (more or {}).items():
            new.writestr(name, part)
    return buffer.getvalue()


def converted(files: Mapping[str, bytes], kind: str) -> dict[str, bytes]:
    """What LibreOffice makes of files, by the same names; *kind* is ``pdf``, ``odt`` or ``docx``.  One run for all of them."""
    assert OFFICE is not None
    key = hashlib.sha256(b"".join(name.encode() + data for name, data in files.items()) + kind.encode()).hexdigest()[
        :16
    ]
    folder = Path(tempfile.mkdtemp(prefix=f"elzctl-office-{key}-"))
    try:
        (folder / "in").mkdir()
        for name, data in files.items():
            (folder / "in" / name).write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "out")]
        subprocess.run(
            [*command, *(str(folder / "in" / name) for name in files)], capture_output=True, check=True, timeout=240
        )
        return {name: (folder / "out" / Path(name).with_suffix(f".{kind}").name).read_bytes() for name in files}
    finally:
        shutil.rmtree(folder, ignore_errors=True)
