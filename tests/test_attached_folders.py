"""What programs note of a computer in an office document: it is not published, and the document opens as before."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordFile
from made_pdf import pdf
from pikepdf import Dictionary, Name
from test_attached_inside import KIND, linked, packed, parts, refused, seen, word, zipped

from elzctl.attachments.folders import names_user, without_folders
from elzctl.attachments.pdf import looked
from elzctl.wording import Language

TEMPLATE = f'<w:attachedTemplate xmlns:r="{KIND}" r:id="rId9"/>'
FOLDER = "names a folder on somebody's computer"


def led(kind: str, target: str, mode: str = ' TargetMode="External"') -> str:
    one = f'<Relationship Id="rId9" Type="{KIND}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{one}</Relationships>'


def with_parts(data: bytes, **more: str | bytes) -> bytes:
    """A document with other parts in it."""
    held = {**parts(data), **more}
    return zipped({**held, **linked(held)})


def workbook() -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["A1"] = "koffie"
    book.active.page_setup.orientation = "landscape"
    book.save(data)
    return data.getvalue()


def cell(data: bytes) -> object:
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page is not None
    return page["A1"].value


@pytest.mark.parametrize("target", ["file:///C:/Users/GEHEIM/Normal.dotm", "https://geheim.example/macro.dotm"])
def test_a_template_is_forgotten_with_what_leads_to_it(target: str, tmp_path: Path) -> None:
    made = word("Welkom")
    settings = parts(made)["word/settings.xml"].decode().replace("</w:settings>", f"{TEMPLATE}</w:settings>")
    listed = led("attachedTemplate", target)
    raw = with_parts(made, **{"word/settings.xml": settings, "word/_rels/settings.xml.rels": listed})
    found = seen(tmp_path, "a.docx", raw).data
    assert [one.text for one in WordFile(io.BytesIO(found)).paragraphs] == ["Welkom"]
    whole = b"".join(parts(found).values())
    assert b"attachedTemplate" not in whole
    assert b"GEHEIM" not in whole
    assert b"geheim" not in whole


@pytest.mark.parametrize(
    "noted",
    [
        '<x15ac:absPath xmlns:x15ac="x" url="C:\\Users\\GEHEIM\\Documents\\"/>',
        '<x15ac:absPath xmlns:x15ac="x" url="https://zone.example/personal/GEHEIM/"></x15ac:absPath>',
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="x" url="D:\\GEHEIM\\"/></mc:Choice></mc:AlternateContent>',
        '<fileSharing readOnlyRecommended="1" userName="GEHEIM"/>',
    ],
)
def test_where_a_workbook_was_saved_is_forgotten(noted: str, tmp_path: Path) -> None:
    made = workbook()
    book = parts(made)["xl/workbook.xml"].decode().replace("<workbookPr", f"{noted}<workbookPr", 1)
    found = seen(tmp_path, "a.xlsx", with_parts(made, **{"xl/workbook.xml": book})).data
    assert cell(found) == "koffie"
    assert parts(found)["xl/workbook.xml"] == parts(made)["xl/workbook.xml"]


def test_what_was_asked_of_a_printer_is_left_out_and_nothing_leads_to_it(tmp_path: Path) -> None:
    made = workbook()
    place = "xl/worksheets/sheet1.xml"
    sheet = parts(made)[place].decode().replace("<pageSetup ", f'<pageSetup xmlns:r="{KIND}" r:id="rId9" ')
    assert 'r:id="rId9"' in sheet
    more: dict[str, str | bytes] = {
        place: sheet,
        "xl/worksheets/_rels/sheet1.xml.rels": led("printerSettings", "../printerSettings/printerSettings1.bin", ""),
        "xl/printerSettings/printerSettings1.bin": "GEHEIM".encode("utf-16-le"),
    }
    found = seen(tmp_path, "a.xlsx", with_parts(made, **more)).data
    assert cell(found) == "koffie"
    assert "xl/printerSettings/printerSettings1.bin" not in parts(found)
    assert b"printerSettings" not in b"".join(parts(found).values())
    assert b"rId9" not in parts(found)[place]
    assert b'orientation="landscape"' in parts(found)[place]


@pytest.mark.parametrize(
    ("kind", "target", "left"),
    [
        ("externalLinkPath", "file:///C:\\Users\\GEHEIM\\Cijfers.xlsx", "Cijfers.xlsx"),
        ("externalLinkPath", "https://zone.example/personal/geheim/Cijfers.xlsx", "Cijfers.xlsx"),
        ("hyperlink", "file:///C:/Users/GEHEIM/verslag%202025.docx", "verslag%202025.docx"),
        ("hyperlink", "\\\\server\\share\\Users\\GEHEIM\\a.docx", "a.docx"),
        ("image", "file:///C:%5CUsers%5CGEHEIM%5Cfoto.png", "foto.png"),
        ("hyperlink", "https://www.voorbeeld.be/users/home/", "https://www.voorbeeld.be/users/home/"),
    ],
)
def test_a_link_to_a_file_on_a_computer_keeps_its_name_alone(kind: str, target: str, left: str, tmp_path: Path) -> None:
    place = "xl/externalLinks/_rels/externalLink1.xml.rels"
    found = parts(seen(tmp_path, "a.docx", packed(**{place: led(kind, target)})).data)[place]
    assert found.decode() == led(kind, left)


@pytest.mark.parametrize(
    ("part", "text", "left"),
    [
        (
            "word/document.xml",
            '<wp:docPr descr="C:\\Users\\GEHEIM\\foto.jpg" id="1"/>',
            '<wp:docPr descr="foto.jpg" id="1"/>',
        ),
        (
            "word/document.xml",
            '<w:instrText>HYPERLINK "file:///C:\\\\Users\\\\GEHEIM\\\\a.docx"</w:instrText>',
            '<w:instrText>HYPERLINK "a.docx"</w:instrText>',
        ),
        (
            "xl/pivotCache/pivotCacheDefinition1.xml",
            '<pivotCacheDefinition refreshedBy="GEHEIM" id="1"/>',
            '<pivotCacheDefinition id="1"/>',
        ),
        ("word/settings.xml", "<a/><w:mailMerge><w:query w:val='GEHEIM'/></w:mailMerge><b/>", "<a/><b/>"),
        (
            "settings.xml",
            '<config:config-item config:name="PrinterSetup" config:type="base64Binary">R0VIRUlN</config:config-item>',
            '<config:config-item config:name="PrinterSetup" config:type="base64Binary"></config:config-item>',
        ),
        (
            "word/document.xml",
            '<a href="C:\\Users\\Public\\x">home/users/x</a>',
            '<a href="C:\\Users\\Public\\x">home/users/x</a>',
        ),
    ],
)
def test_what_programs_write_by_themselves_is_taken_out(part: str, text: str, left: str) -> None:
    assert without_folders(text, part.lower()) == left


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("ppt/commentAuthors.xml", '<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="0" name="GEHEIM"/></p:cmAuthorLst>'),
        ("ppt/authors.xml", '<p188:authorLst xmlns:p188="p"><p188:author name="GEHEIM"/></p188:authorLst>'),
        ("xl/persons/person.xml", '<personList><person displayName="GEHEIM"/></personList>'),
    ],
)
def test_who_once_wrote_comments_that_are_gone_is_forgotten(part: str, text: str, tmp_path: Path) -> None:
    found = parts(seen(tmp_path, "a.docx", packed(**{part: text})).data)[part]
    assert b"GEHEIM" not in found
    assert found.endswith(b"/>")
    told = refused(tmp_path, "a.docx", packed(**{part: text, "ppt/comments/comment1.xml": "<p:cm><p:text/></p:cm>"}))
    assert told.startswith("holds comments")


@pytest.mark.parametrize("text", ["C:\\Users\\GEHEIM\\a.docx", "<w:t>file:///C:/Us</w:t><w:t>ers/GEHEIM/a</w:t>"])
def test_a_folder_of_somebody_in_the_words_themselves_is_refused(text: str, tmp_path: Path) -> None:
    told = refused(tmp_path, "a.docx", packed(word__document_xml=f"<w:p>{text}</w:p>"))
    assert told.startswith(f"{FOLDER} (in word/document.xml)")


def test_a_folder_of_somebody_in_a_pdf_is_refused(tmp_path: Path) -> None:
    link = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Link,
        Rect=[0, 0, 9, 9],
        A=Dictionary(S=Name.URI, URI="file:///C:/Users/GEHEIM/a.docx"),
    )
    assert refused(tmp_path, "a.pdf", pdf("Welkom", notes=[link])).startswith(FOLDER)
    (look,) = looked([pdf("Welkom", subject="C:\\Users\\GEHEIM\\a.docx")], frozenset())
    assert look.reason is not None
    assert Language("en")(look.reason).startswith(FOLDER)


@pytest.mark.parametrize(
    "text",
    [
        "Zie https://www.voorbeeld.be/home/users/lijst",
        "De map C:\\Users\\Public\\Documents",
        "http://voorbeeld.be/a/../home/",
        "a: users/home",
        "Kies home/start",
    ],
)
def test_other_addresses_name_nobody(text: str) -> None:
    assert not names_user(text)
