"""Documents that go with minutes still open in Office after what tells about people was taken out of them."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordFile
from docx.shared import Cm
from drawn_plans import sound
from made_pictures import png
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.worksheet.table import Table
from test_attached_inside import parts, seen, zipped
from test_site_again import DAY
from word_files import office_faults

from elzctl.load import load
from elzctl.render.docx import docx
from elzctl.render.plan_document import plan_document
from elzctl.tree import WorkTree
from elzctl.wording import Language

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAKERS = ("GEHEIM maker", "GEHEIM woord")
"""Who is said to have made them, and what is said of it."""


def text_of_word() -> bytes:
    """A text with what people put in one: a picture, a table, lists, a head, and properties that say who made it."""
    made, data = WordFile(), io.BytesIO()
    made.add_heading("Verslag", 1)
    made.add_paragraph("Eerste punt", style="List Bullet")
    made.add_paragraph("Tweede punt", style="List Number")
    made.add_picture(io.BytesIO(png(40, 20)), width=Cm(4))
    table = made.add_table(2, 3, style="Light Grid Accent 1")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Samen"
    made.sections[0].header.paragraphs[0].text = "Zone"
    made.core_properties.author, made.core_properties.comments = MAKERS
    made.save(data)
    return data.getvalue()


def sheets() -> bytes:
    """Sheets with a table, a drawing of it, a picture, a formula and a name."""
    book, data = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    for row in (("Jaar", "Aantal"), (2023, 4), (2024, 7), (2025, "=SUM(B2:B3)")):
        page.append(row)
    page.add_table(Table(displayName="Aantallen", ref="A1:B4"))
    chart = BarChart()
    chart.add_data(Reference(page, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    page.add_chart(chart, "D2")
    page.add_image(Image(io.BytesIO(png(40, 20))), "D20")
    page["A2"].hyperlink = "https://voorbeeld.be/"
    book.create_sheet("Nog een")
    book.properties.creator, book.properties.keywords = MAKERS
    book.save(data)
    return data.getvalue()


def own_plan(root: Path) -> bytes:
    """A plan as elzctl makes it for Word."""
    plan = load(WorkTree(sound(root / "plan"))).plan
    return docx(plan_document(plan, DAY, Language("en")), DAY).data


def with_properties(raw: bytes) -> bytes:
    """The same with properties of one's own, to which a relation leads."""
    held: dict[str, bytes | str] = dict(parts(raw))
    space = "http://schemas.openxmlformats.org/officeDocument/2006"
    held["docProps/custom.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="{space}/custom-properties"'
        f' xmlns:vt="{space}/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2"'
        f' name="Eigenaar"><vt:lpwstr>{MAKERS[0]}</vt:lpwstr></property></Properties>'
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    held["[Content_Types].xml"] = parts(raw)["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'.encode()
    )
    held["_rels/.rels"] = parts(raw)["_rels/.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{KIND}/custom-properties" Target="docProps/custom.xml"/></Relationships>'.encode(),
    )
    return zipped(held)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "plan.docx"])
@pytest.mark.parametrize("more", [False, True], ids=["as it is", "with own properties"])
def test_what_was_sound_is_sound_and_says_no_more_who_made_it(name: str, more: bool, tmp_path: Path) -> None:
    raw = own_plan(tmp_path) if name == "plan.docx" else text_of_word() if name == "a.docx" else sheets()
    raw = with_properties(raw) if more else raw
    ending = name.rpartition(".")[2]
    found = seen(tmp_path, name, raw).data
    assert office_faults(found, ending) == office_faults(raw, ending)
    assert found != raw
    told = b"".join(parts(found).values()).decode("utf-8", "replace")
    assert not [one for one in MAKERS if one in told]
    # All that a reader sees is in it still.
    seen_parts = {one for one in parts(raw) if one.startswith(("word/", "xl/"))}
    assert seen_parts - parts(found).keys() == set()


def test_a_file_that_office_would_repair_is_seen_by_the_check_itself() -> None:
    held = dict(parts(text_of_word()))
    body = held["word/document.xml"].replace(b"</w:tc>", b"<w:tcPr/></w:tc>", 1)
    assert office_faults(zipped({**held, "word/document.xml": body}), "docx") != []
