"""What attachments show that is not their running text, what they hide, and what stands on the pages of a PDF."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path
from time import process_time
from zipfile import ZipFile

import openpyxl
import pytest
from drawn_meetings import met
from in_process import runner
from made_pdf import pdf
from pikepdf import Dictionary, Name
from small_meetings import minutes
from test_attached_inside import ALLOWED, HELD, packed, parts, refused, seen

from elzctl.attachments.pdf import looked
from elzctl.cli.attached_pdf import looked as looked_apart
from elzctl.tree import Unreadable
from elzctl.wording import Language

CONTACT = "holds an e-mail address or a number of somebody"
UNSEEN = "holds what readers do not see: hidden sheets, rows, columns, slides, shapes or words (in {});"


def workbook(value: object, number_format: str = "General", sheet: str = "Blad", *, hide: str = "") -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.title = sheet
    page.append(["wie", "hoe"])
    page["B3"] = value
    page["B3"].number_format = number_format
    if hide == "sheet":
        book.create_sheet("Leden")["A1"] = "GEHEIM"
        book["Leden"].sheet_state = "hidden"
    elif hide == "row":
        page.row_dimensions[3].hidden = True
    elif hide:
        page.column_dimensions[hide].hidden = True
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (471839476, "0000 00 00 00"),
        (471839476, r"0000\ 00\ 00\ 00"),
        (471839476, '0000"/"00\\.00\\.00'),
        (471839476, '"+32 "000 00 00 00'),
        (471839476, '"0"### ## ## ##'),
        (53839476, "000 00 00 00"),
        (471839476, "[<=99999999]000 00 00 00;0000 00 00 00"),
        (471839476, "General"),
    ],
)
def test_a_number_that_a_cell_shows_as_a_telephone_number_is_one(
    value: object, number_format: str, tmp_path: Path
) -> None:
    told = refused(tmp_path, "a.xlsx", workbook(value, number_format))
    assert told == f"{CONTACT} (in xl/worksheets/sheet1.xml)"


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (471839476, "#,##0"),
        (471839476, "#,##0.00 €"),
        (471839476, '# ##0 "euro"'),
        (450000000, "General"),
        (123456789, "General"),
        (53839476, "General"),
        (456789012, "0000.000.000"),
        (45999, "dd/mm/yyyy"),
        (52123456, "000 00 00 00"),
        (9200, "0000"),
    ],
)
def test_amounts_days_and_what_the_plan_allows_are_none(value: object, number_format: str, tmp_path: Path) -> None:
    assert seen(tmp_path, "a.xlsx", workbook(value, number_format)).remarks == ()


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word__document_xml", '<wp:docPr id="1" name="Beeld" descr="Bel 0471 83 94 76"/>'),
        ("word__document_xml", "<wp:docPr id='1' title='Bel 0471 83 94 76'/>"),
        ("word__document_xml", '<v:shape alt="Bel 0471 83 94 76"/>'),
        ("ppt__slides__slide1_xml", '<p:cNvPr id="2" name="0471 83 94 76"/>'),
        ("xl__worksheets__sheet1_xml", '<dataValidation prompt="Bel 0471 83 94 76"/>'),
        ("xl__workbook_xml", '<sheet name="0471 83 94 76" sheetId="1"/>'),
    ],
)
def test_what_is_said_of_pictures_and_what_things_are_called_is_read(part: str, text: str, tmp_path: Path) -> None:
    assert CONTACT in refused(tmp_path, "a.docx", packed(**{part: text}))


def test_a_cell_that_lost_the_zero_of_its_number_is_found_in_a_table_too(tmp_path: Path) -> None:
    told = refused(tmp_path, "a.csv", b'wie;hoe\r\nDienst;471839476\r\n"471839476",x\r\n')
    assert told == f"{CONTACT} (2; the first on line 2)"
    seen(
        tmp_path,
        "a.csv",
        b"wat;hoeveel\r\nsubsidie;450000000\r\nnummer;1471839476\r\nzin;we telden 471839476 stappen\r\n",
    )


def test_the_name_of_a_sheet_is_read(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.xlsx", workbook(1, sheet="0471 83 94 76")) == f"{CONTACT} (in xl/workbook.xml)"


@pytest.mark.parametrize("hide", ["sheet", "row", "B"])
def test_hidden_sheets_rows_and_columns_are_not_published(hide: str, tmp_path: Path) -> None:
    part = "xl/workbook.xml" if hide == "sheet" else "xl/worksheets/sheet1.xml"
    assert refused(tmp_path, "a.xlsx", workbook("GEHEIM", hide=hide)).startswith(UNSEEN.format(part))


def test_a_hidden_column_with_nothing_in_it_hides_nothing(tmp_path: Path) -> None:
    seen(tmp_path, "a.xlsx", workbook("koffie", hide="D"))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word__document_xml", "<w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>GEHEIM</w:t></w:r>"),
        ("word__document_xml", "<w:r><w:rPr><w:specVanish/></w:rPr><w:t>GEHEIM</w:t></w:r>"),
        ("ppt__slides__slide2_xml", '<p:sld xmlns:p="p" show="0"><a:t>GEHEIM</a:t></p:sld>'),
        ("content_xml", '<style:text-properties text:display="none"/>'),
    ],
)
def test_hidden_words_and_slides_are_not_published(part: str, text: str, tmp_path: Path) -> None:
    place = part.replace("__", "/").replace("_xml", ".xml")
    assert refused(tmp_path, "a.docx", packed(**{part: text})).startswith(UNSEEN.format(place))


STYLES = """<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="Gewoon"><w:rPr/></w:style>
<w:style w:type="character" w:styleId="Weg"><w:rPr><w:b/><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Stil"><w:basedOn w:val="Gewoon"/><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Stiller"><w:basedOn w:val="Stil"/></w:style>
<w:style w:type="paragraph" w:styleId="Terug"><w:basedOn w:val="Stil"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Rooster"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"""
P = "<w:p><w:pPr><w:pStyle w:val='{}'/></w:pPr><w:r><w:t>GEHEIM</w:t></w:r></w:p>"
TABLE = "<w:tbl><w:tblPr><w:tblStyle w:val='{}'/></w:tblPr><w:tr><w:tc><w:p><w:r><w:t>GEHEIM</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "styles"),
    [
        (P.format("Stil"), STYLES),
        (P.format("Stiller"), STYLES),
        ("<w:p><w:r><w:rPr><w:rStyle w:val='Weg'/></w:rPr><w:t>GEHEIM</w:t></w:r></w:p>", STYLES),
        (TABLE.format("Rooster"), STYLES),
        ("<w:p><w:r><w:t>GEHEIM</w:t></w:r></w:p>", STYLES.replace("<w:rPr/>", "<w:rPr><w:vanish/></w:rPr>")),
    ],
)
def test_words_that_a_style_hides_are_not_published(body: str, styles: str, tmp_path: Path) -> None:
    document = packed(word__document_xml=f"<w:body>{body}</w:body>", word__styles_xml=styles)
    assert refused(tmp_path, "a.docx", document).startswith(UNSEEN.format("word/document.xml"))


@pytest.mark.parametrize(
    "body",
    [
        P.format("Terug"),
        P.format("Gewoon"),
        P.format("Onbekend"),
        TABLE.format("Gewoon"),
        P.format("Stil").replace("<w:r>", "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr>"),
        P.format("Stil").replace("GEHEIM", " ") + "<w:p><w:r><w:t>Welkom</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:rPr><w:rStyle w:val='Weg'/></w:rPr></w:pPr><w:r><w:t>Welkom</w:t></w:r></w:p>",
    ],
)
def test_a_style_that_hides_is_no_harm_where_no_words_have_it(body: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", packed(word__document_xml=f"<w:body>{body}</w:body>", word__styles_xml=STYLES))


@pytest.mark.parametrize(
    "text",
    [
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Welkom</w:t></w:r></w:p>",
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Welkom</w:t></w:r>',
        "<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:t>12</w:t></w:r>",  # the numbers in a table of contents
        "<w:r><w:rPr><w:vanish/></w:rPr></w:r><w:r><w:t>Welkom</w:t></w:r>",
    ],
)
def test_the_end_of_a_paragraph_may_be_hidden(text: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", packed(word__document_xml=text))


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """A document with other words in one of its parts."""
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for name, held in parts(data).items():
            text = held.replace(old.encode(), new.encode(), 1) if name == part else held
            assert name != part or text != held
            archive.writestr(name, text)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<sheetData>", '<cols><col min="2" max="2" width="{}" customWidth="1"/></cols><sheetData>'),
        ('<row r="3"', '<row ht="{}" customHeight="1" r="3"'),
    ],
)
def test_a_column_or_row_with_next_to_no_width_or_height_is_hidden(old: str, new: str, tmp_path: Path) -> None:
    for size in ("0", "0.0", "0.4"):
        told = refused(tmp_path, "a.xlsx", changed(workbook("GEHEIM"), SHEET, old, new.format(size)))
        assert told.startswith(UNSEEN.format(SHEET))
    for size in ("2.25", "10"):
        seen(tmp_path, "a.xlsx", changed(workbook("GEHEIM"), SHEET, old, new.format(size)))


def test_a_row_that_is_no_higher_than_a_dot_is_hidden(tmp_path: Path) -> None:
    low = '<row ht="1.5" customHeight="1" r="3"'
    assert refused(tmp_path, "a.xlsx", changed(workbook("GEHEIM"), SHEET, '<row r="3"', low)).startswith(UNSEEN[:40])
    empty = '<row ht="1" r="9"><c r="A9"/></row></sheetData>'
    seen(tmp_path, "a.xlsx", changed(workbook("koffie"), SHEET, "</sheetData>", empty))


ROW = '<w:tbl><w:tr><w:trPr><w:trHeight w:val="{}" w:hRule="{}"/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>'
LINE = '<w:p><w:pPr><w:spacing w:line="{}" w:lineRule="{}"/></w:pPr>{}</w:p>'
SAID = "<w:r><w:t>GEHEIM</w:t></w:r>"


@pytest.mark.parametrize("size", [0, 1, 39])
@pytest.mark.parametrize(
    "text", [ROW.replace("{}</w:tc>", f"<w:p>{SAID}</w:p></w:tc>"), LINE.replace("{}</w:p>", f"{SAID}</w:p>")]
)
def test_words_in_a_row_or_a_line_without_height_are_hidden(text: str, size: int, tmp_path: Path) -> None:
    told = refused(tmp_path, "a.docx", packed(word__document_xml=text.format(size, "exact")))
    assert told.startswith(UNSEEN.format("word/document.xml"))
    for height, rule in ((240, "exact"), (size, "atLeast"), (size, "auto")):
        seen(tmp_path, "a.docx", packed(word__document_xml=text.format(height, rule)))
    seen(tmp_path, "a.docx", packed(word__document_xml=text.format(size, "exact").replace("GEHEIM", " ")))
    shape = f"<w:r><w:drawing><w:txbxContent><w:p>{SAID}</w:p></w:txbxContent></w:drawing></w:r>"
    seen(tmp_path, "a.docx", packed(word__document_xml=text.format(size, "exact").replace(SAID, shape)))
    after = f"{text.format(size, 'exact').replace('GEHEIM', '')}<w:p>{SAID}</w:p>"
    seen(tmp_path, "a.docx", packed(word__document_xml=after))


def test_what_somebody_tried_in_the_cells_of_a_workbook_is_left_out(tmp_path: Path) -> None:
    tried = '<scenarios><scenario name="GEHEIM" user="GEHEIM" comment="GEHEIM"><inputCells r="A1" val="GEHEIM"/></scenario></scenarios>'
    raw = changed(workbook("koffie"), SHEET, "<pageMargins", f"{tried}<pageMargins")
    assert parts(seen(tmp_path, "a.xlsx", raw).data)[SHEET] == parts(workbook("koffie"))[SHEET]


def test_a_cell_that_shows_nothing_of_what_is_in_it_is_hidden(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.xlsx", workbook("GEHEIM", ";;;")).startswith(UNSEEN.format(SHEET))
    assert refused(tmp_path, "a.xlsx", workbook(12, '"";"";"";""')).startswith(UNSEEN.format(SHEET))
    seen(tmp_path, "a.xlsx", workbook(12, "0;-0;;@"))
    seen(tmp_path, "a.xlsx", workbook(None, ";;;"))


def shape(x: int, y: int, words: str = "GEHEIM", kind: str = "sp") -> str:
    return (
        f'<p:{kind}><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="900" cy="500"/></a:xfrm></p:spPr>'
        f"<a:t>{words}</a:t></p:{kind}>"
    )


def slides(*shapes: str) -> bytes:
    return packed(
        ppt__presentation_xml='<p:sldSz cx="9000" cy="5000"/>',
        ppt__slides__slide1_xml=f"<p:sld><p:spTree>{''.join(shapes)}</p:spTree></p:sld>",
    )


@pytest.mark.parametrize(
    "outside",
    [
        shape(9000, 0),
        shape(0, 5000),
        shape(-900, 0),
        shape(0, -500),
        shape(9000, 0, "", "pic"),
        shape(0, 0) + shape(-2000, 10),
        "<p:grpSp><p:grpSpPr><a:xfrm><a:off x='9500' y='0'/><a:ext cx='5' cy='5'/></a:xfrm></p:grpSpPr>"
        + shape(0, 0)
        + "</p:grpSp>",
    ],
)
def test_a_shape_beside_the_slide_is_hidden(outside: str, tmp_path: Path) -> None:
    told = refused(tmp_path, "a.docx", slides(outside))
    assert told.startswith(UNSEEN.format("ppt/slides/slide1.xml"))


@pytest.mark.parametrize(
    "inside",
    [
        shape(8999, 0),
        shape(-899, -499),
        shape(9000, 0, " "),
        "<p:grpSp><p:grpSpPr><a:xfrm><a:off x='5' y='0'/><a:ext cx='5' cy='5'/><a:chOff x='9999' y='0'/></a:xfrm>"
        "</p:grpSpPr>" + shape(9999, 0) + "</p:grpSp>",
        "<p:sp><p:spPr/><a:t>Titel</a:t></p:sp>",
    ],
)
def test_a_shape_that_is_seen_in_part_or_holds_no_words_is_not(inside: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", slides(inside))


def row(*values: object) -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.append(["11", "30", "wie", "hoe"])
    page.append(["wie", *values])
    book.save(data)
    return data.getvalue()


HIDDEN_SP = (
    '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Vak" hidden="1"/></p:nvSpPr><p:txBody><a:t>{}</a:t></p:txBody></p:sp>'
)
SHOWN_SP = '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Vak"/></p:nvSpPr><p:txBody><a:t>Welkom</a:t></p:txBody></p:sp>'
PIC = '<p:pic><p:nvPicPr><p:cNvPr id="5" name="Foto"{}/></p:nvPicPr></p:pic>'
GROUP = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="6" name="Groep" hidden="true"/></p:nvGrpSpPr>{}</p:grpSp>'
OBJECT = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="x" hidden="1"/></p:nvGraphicFramePr>{}</p:graphicFrame>'
)


@pytest.mark.parametrize(
    "shape",
    [
        HIDDEN_SP.format("GEHEIM"),
        PIC.format(' hidden="1"'),
        GROUP.format(SHOWN_SP),
        GROUP.format(f"<p:grpSp>{PIC.format('')}</p:grpSp>"),
        OBJECT.format("<a:tbl><a:t>GEHEIM</a:t></a:tbl>"),
    ],
)
def test_a_shape_that_is_hidden_is_not_published(shape: str, tmp_path: Path) -> None:
    told = refused(tmp_path, "a.docx", slides(SHOWN_SP, shape))
    assert told.startswith(UNSEEN.format("ppt/slides/slide1.xml"))


def test_a_hidden_shape_with_nothing_in_it_hides_nothing(tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", slides(HIDDEN_SP.format(" "), OBJECT.format(PIC.format("")), SHOWN_SP, PIC.format("")))


@pytest.mark.parametrize(
    "row",
    [
        "Zorg;054;32;11;00",
        '"054","32","11","00"',
        "054;32;11;00\n055;21;12;13",
        "+32;54;32;11;00",
        "0032,2,123,45,67",
        "Dienst Zorg;02;123;45;67;open",
    ],
)
def test_a_number_of_a_zone_that_is_cut_into_cells_is_found(row: str, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.csv", f"wie;tel\n{row}\n".encode()).startswith(f"{CONTACT} (")


@pytest.mark.parametrize(
    "row",
    [
        "054;32;11;00;12",
        "2025;02;123;45;67",
        "02;123;45;67",
        "1054;32;11;00",
        "020;32;11;00",
        "054;3;11;00",
        "08;30;09;15",
        "Zele;012.5;32;11;00",
    ],
)
def test_counts_in_the_cells_of_a_row_are_no_number(row: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.csv", f"0;1;2;3\n{row}\n".encode())


def test_a_number_of_a_zone_is_found_in_the_cells_of_a_document(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in ("Zorg", "054", "32", "11", "00"))
    told = refused(tmp_path, "a.docx", packed(word__document_xml=f"<w:tr>{cells}</w:tr>"))
    assert told.startswith(f"{CONTACT} (in word/document.xml")


@pytest.mark.parametrize("row", ["02;123;45;", "054;32;", "+32;54;", "+SUM(x;", ";+A", "054" + " " * 50 + ";"])
def test_hostile_cells_take_no_more_than_a_moment(row: str, tmp_path: Path) -> None:
    before = process_time()
    seen(tmp_path, "a.csv", (row * ((1 << 20) // len(row))).encode())
    assert process_time() - before < 3


def test_hostile_styles_take_no_more_than_a_moment(tmp_path: Path) -> None:
    chain = "".join(f"<w:style w:styleId='s{one}'><w:basedOn w:val='s{one + 1}'/></w:style>" for one in range(40_000))
    styles = f"{chain}{'<w:style w:styleId=x>' * 40_000}<w:vanish/>"
    before = process_time()
    seen(tmp_path, "a.docx", packed(word__document_xml="<w:p><w:r><w:t>x" * 40_000, word__styles_xml=styles))
    assert process_time() - before < 10


def test_a_number_of_a_zone_is_found_in_the_cells_of_a_workbook(tmp_path: Path) -> None:
    book, data = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.append(["Dienst", "054", 32, 11, "00"])
    book.save(data)
    assert refused(tmp_path, "a.xlsx", data.getvalue()).startswith(f"{CONTACT} (")


def test_a_number_that_is_cut_into_the_cells_of_a_row_is_found(tmp_path: Path) -> None:
    for line in ("naam;0470;11;33;30", "0470,113,330", '"+32"\t"470"\t"11"\t"33"\t"30"', "0470;11;33;30;x"):
        assert refused(tmp_path, "a.csv", f"wat;hoe\n{line}\n".encode()) == f"{CONTACT} (1; the first on line 2)"
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in ("0470", "11", "33", "30"))
    told = refused(tmp_path, "a.docx", packed(word__document_xml=f"<w:tr>{cells}</w:tr>"))
    assert told == f"{CONTACT} (in word/document.xml)"
    assert refused(tmp_path, "a.xlsx", row("0470", "11", 33, "30")) == f"{CONTACT} (in {SHEET})"
    assert refused(tmp_path, "a.xlsx", row("0470", "113", "330")) == f"{CONTACT} (in {SHEET})"


@pytest.mark.parametrize(
    "line", ["0470;11;33;300", "10470;11;33;30", "2025;11;33;30", "0470;11,5;33;30", "0.0470;11;33;30", "0512;12;34;56"]
)
def test_other_numbers_in_a_row_are_none(line: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.csv", f"{line}\n".encode())
    seen(tmp_path, "a.xlsx", row("0470", 11, "en", 33, 30))


@pytest.mark.parametrize("end", ["oddHeader", "evenFooter", "firstHeader"])
@pytest.mark.parametrize(
    "printed",
    [
        "&amp;L0470 98 76 54",
        "&amp;C052/98.76.54",
        "&amp;RZorg_x000a_0470987654&amp;CBlad &amp;P van &amp;N",
        "&amp;L&amp;&quot;Arial,Vet&quot;&amp;120470 98 76 54",
        "&amp;L&amp;100470 98 76 54",
        "&amp;R&amp;KFF00000470&amp;B 98&amp;B 76 54",
        "&amp;R&amp;K01+0000470 98 76 54",
    ],
)
def test_what_is_printed_above_and_below_a_sheet_is_read(printed: str, end: str, tmp_path: Path) -> None:
    xml = f"<worksheet><sheetData/><headerFooter><{end}>{printed}</{end}></headerFooter></worksheet>"
    raw = packed(xl__workbook_xml="<workbook/>", xl__worksheets__sheet1_xml=xml)
    assert refused(tmp_path, "a.xlsx", raw) == f"{CONTACT} (in {SHEET})"


@pytest.mark.parametrize(
    "printed", ["&amp;L&amp;D&amp;C2026&amp;R&amp;P/&amp;N", "&amp;C&amp;12052 acties", "&amp;R&amp;A 04_70"]
)
def test_pages_and_days_above_a_sheet_are_no_number(printed: str, tmp_path: Path) -> None:
    xml = f"<worksheet><sheetData/><headerFooter><oddHeader>{printed}</oddHeader></headerFooter></worksheet>"
    seen(tmp_path, "a.xlsx", packed(xl__workbook_xml="<workbook/>", xl__worksheets__sheet1_xml=xml))


@pytest.mark.parametrize("end", ["<w:tab/>", "<w:br/>", "</w:t></w:r></w:p><w:p><w:r><w:t>"])
def test_a_number_with_a_tab_or_the_end_of_a_line_in_it_is_found(end: str, tmp_path: Path) -> None:
    xml = f"<w:p><w:r><w:t>Gsm 0470{end}98 76 54</w:t></w:r></w:p>"
    assert refused(tmp_path, "a.docx", packed(word__document_xml=xml)) == f"{CONTACT} (in word/document.xml)"
    line = "Bel 052\n98 76 54" if "br" in end else "Bel 0470\t98.76 54"
    assert refused(tmp_path, "a.txt", line.encode()) == f"{CONTACT} (1; the first on line 1)"


@pytest.mark.parametrize(
    "text", ["02/2025\t100", "012\n345\n678", "actie 01\n2024\n125", "0206.731.645\tBE", "09.00\n10.30\n12"]
)
def test_counts_and_days_below_each_other_are_no_number(text: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.txt", text.encode())


def test_a_text_that_a_formula_puts_together_is_read(tmp_path: Path) -> None:
    assert refused(tmp_path, "a.xlsx", workbook('="naam"&"@" & "voorbeeld.be"')) == f"{CONTACT} (in {SHEET})"


def came_of(raw: bytes) -> tuple[str, str]:
    """The reason and the remark, as a reader gets them."""
    (look,) = looked([raw], ALLOWED)
    reason, remark = ("" if one is None else Language("en")(one) for one in (look.reason, look.remark))
    return reason, remark


def test_notes_of_a_speaker_are_told(tmp_path: Path) -> None:
    notes = "<a:p><a:r><a:t>{}</a:t></a:r><a:fld type='slidenum'><a:t>3</a:t></a:fld></a:p>"
    for said, remarks in (("Niet vergeten", ["it holds notes of the speaker"]), ("", [])):
        found = seen(tmp_path, "a.docx", packed(ppt__notesSlides__notesSlide1_xml=notes.format(said)))
        assert [Language("en")(one) for one in found.remarks] == remarks


NOTE = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents="Niet akkoord")
DRAWN = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 9, 9], T="Iemand", Contents="klopt niet")
PLAIN = Dictionary(Type=Name.Annot, Subtype=Name.Square, Rect=[0, 0, 9, 9])
FREE = Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=[0, 0, 9, 9], Contents="Bel 0471 83 94 76")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (pdf("Welkom op 12/03/2025", "Mail info@voorbeeld.be"), ""),
        (pdf("Welkom", "Bel 0471 83 94 76"), f"{CONTACT} (on page 2)"),
        (pdf("Bel 0471 83 94\n76 nu"), f"{CONTACT} (on page 1)"),
        (pdf("Mail naam@voor\xadbeeld.be"), f"{CONTACT} (on page 1)"),
        (pdf("Welkom", notes=[FREE]), f"{CONTACT} (on page 1)"),
        (pdf("Welkom", subject="Bel 0471 83 94 76"), f"{CONTACT} (in its properties or its contents)"),
        (pdf("Welkom", notes=[NOTE]), "holds remarks (on page 1); take these out in the program that made it"),
        (pdf("Welkom", notes=[DRAWN]), "holds remarks (on page 1); take these out in the program that made it"),
        (pdf("Welkom", notes=[PLAIN]), ""),
        (b"%PDF-1.7 /Author (x)", "is no PDF that can be read"),
    ],
)
def test_what_stands_in_a_pdf_is_read(raw: bytes, reason: str) -> None:
    assert came_of(raw) == (reason, "")


def test_a_page_that_is_a_picture_is_told() -> None:
    assert came_of(pdf("", picture=True)) == ("", "elzctl cannot read page 1, which is a picture")
    assert came_of(pdf("")) == ("", "")


def test_each_of_many_files_has_its_own_answer_from_a_process_apart() -> None:
    files = [pdf("Welkom"), pdf("Bel 0471 83 94 76"), b"%PDF-1.7"]
    assert looked_apart(files, ALLOWED) == looked(files, ALLOWED)


def test_the_site_has_only_those_pdf_files_that_name_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = met(tmp_path / "zone")
    run = runner(root, capsys, "site", "--today=2025-04-01", "--out=public", "--draft")
    for name, data in {"goed.pdf": pdf("Welkom"), "fout.pdf": pdf("Bel 0471 83 94 76")}.items():
        (root / "meetings" / "attachments" / name).write_bytes(data)
    listed = "attachments: [{file: goed.pdf}, {file: fout.pdf}]"
    text = minutes("2025-02-11", "state: review", listed, "no_action_points: geen", text="## 1. Onthaal\n\nWelkom.\n")
    (root / "meetings" / f"{HELD}.md").write_text(text.replace("state: draft\n", ""), "utf-8")
    for _ in range(2):  # the second time what was found is known
        code, _, err = run()
        assert code == 0
        assert f"meetings/attachments/fout.pdf is not published: it {CONTACT} (on page 1)." in err
        assert "goed.pdf" not in err
        assert [one.name for one in (root / "public" / "attachments").iterdir()] == ["goed.pdf"]


@pytest.mark.parametrize(
    "cells",
    [
        ("jan", "@", "klant.be"),
        ("jan.janssens", "@", "klant.example"),
        ("jan@", "klant.be"),
        ("jan", "@klant.be"),
        ("jan.janssens", "@zorg.klant.be"),
        ("Jan", "@", "klant", ".be"),
    ],
)
def test_an_address_that_is_cut_into_the_cells_of_a_row_is_found(cells: tuple[str, ...], tmp_path: Path) -> None:
    told = f"{CONTACT} (1; the first on line 2)"
    for sign in (";", "\t", '";"', " | "):
        line = f'"{sign.join(cells)}"' if '"' in sign else sign.join(cells)
        assert refused(tmp_path, "a.csv", f"wat\n{line}\n".encode()) == told
    held = "".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in cells)
    raw = packed(word__document_xml=f"<w:tr>{held}</w:tr>")
    assert refused(tmp_path, "a.docx", raw) == f"{CONTACT} (in word/document.xml)"
    # Of what stands twice a workbook keeps one: its cells have to be put beside each other.
    book, data = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    for row in (
        ["@", ".be", "@klant.be", "@zorg.klant.be"],
        ["klant.be", "klant", "x", "klant.example"],
        [*cells, "koffie"],
    ):
        page.append(row)
    book.save(data)
    assert refused(tmp_path, "a.xlsx", data.getvalue()).startswith(f"{CONTACT} (in xl/")


@pytest.mark.parametrize(
    "line",
    [
        "info;@;voorbeeld.be",
        "naam;@;website",
        "OCMW Zele;@zele.be",
        "over het overleg, @zele.be",
        "Kring Zorg;@kring.zorg",
        "- @cm, @kind-en-gezin. Dag",
        "koffie;@welzijnspartners\nthee;@lokale-besturen\n@;3.5",
        "wie;@\nzele.be;x",
    ],
)
def test_marks_and_hosts_in_cells_are_no_address(line: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.csv", f"{line}\n".encode())


def test_hostile_cut_addresses_take_no_more_than_a_moment(tmp_path: Path) -> None:
    for line in ("@;", "a;@;", "a" * 60 + " " * 20 + "@", "@" + " " * 40, ";@;a;." * 2):
        before = process_time()
        with suppress(Unreadable):
            seen(tmp_path, "a.txt", (line * ((1 << 20) // len(line))).encode())
        assert process_time() - before < 5


@pytest.mark.parametrize("line", ["0470^11^33^30", "jan^@^klant.be"])
def test_cells_are_parted_by_the_sign_that_the_first_line_names(line: str, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.csv", f"sep=^\nwie^x\n{line}\n".encode()) == f"{CONTACT} (1; the first on line 3)"
    seen(tmp_path, "a.csv", f"wie^x\n{line}\n".encode())
