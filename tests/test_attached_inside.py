"""What is in files that go with minutes: no contacts go out, and no names of who made a document."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordFile
from drawn_meetings import met
from in_process import Run, runner
from made_pictures import exif, jpeg
from small_meetings import minutes

from elzctl.attached import attachment
from elzctl.attached_inside import Found
from elzctl.tree import Unreadable
from elzctl.wording import Language

HELD = "2025-02-11-overleg"
ALLOWED = frozenset({"info@voorbeeld.be", "052123456"})


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def packed(**more: str | bytes) -> bytes:
    """A document of Word, as far as anybody looks; the name of a part has "__" for "/" and ends in "_xml"."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {"word__document_xml": "<w:p/>", **more}.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_docx", ".docx"), text)
    return data.getvalue()


def word(*lines: str, author: str = "GEHEIM") -> bytes:
    made, data = WordFile(), io.BytesIO()
    for line in lines:
        paragraph = made.add_paragraph()
        for piece in line.split("|"):
            paragraph.add_run(piece).bold = True
    made.core_properties.author = made.core_properties.last_modified_by = author
    made.core_properties.title = "Het jaarverslag"
    made.save(data)
    return data.getvalue()


def seen(folder: Path, name: str, data: bytes) -> Found:
    place = folder / "meetings" / "attachments"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(data)
    return attachment(folder, name, ALLOWED)


def refused(folder: Path, name: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        seen(folder, name, data)
    return Language("en")(caught.value.reason)


@pytest.mark.parametrize("name", ["lijst.csv", "lijst.txt"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("cell", ["naam@voorbeeld.be", "naam(at)voorbeeld.be", "0470 12 34 56", "+32 470/12.34.56"])
def test_a_table_with_contacts_is_refused_with_its_place(name: str, encoding: str, cell: str, tmp_path: Path) -> None:
    text = f"wie;hoe\r\nCafé;info@voorbeeld.be\r\nDienst;{cell}\r\nKring;{cell}\r\n"
    told = refused(tmp_path, name, text.encode(encoding))
    assert told == "holds an e-mail address or a number of somebody (2; the first on line 3)"


def test_a_table_with_nothing_but_what_the_plan_allows_goes_out_as_it_is(tmp_path: Path) -> None:
    data = "wie;hoe\r\nCafé;INFO@voorbeeld.be\r\nZone;052 12 34 56\r\nDag;2025-12-31\r\n".encode("cp1252")
    assert seen(tmp_path, "lijst.csv", data) == Found(data)


def test_a_word_document_loses_who_made_it_and_keeps_its_text_and_title(tmp_path: Path) -> None:
    found = seen(tmp_path, "verslag.docx", word("Welkom", "Mail info@voorbeeld.be"))
    assert found.remarks == ()
    assert b"GEHEIM" not in b"".join(parts(found.data).values())
    read = WordFile(io.BytesIO(found.data))
    assert [one.text for one in read.paragraphs] == ["Welkom", "Mail info@voorbeeld.be"]
    assert (read.core_properties.author, read.core_properties.title) == ("", "Het jaarverslag")
    assert seen(tmp_path, "verslag.docx", word("Welkom", "Mail info@voorbeeld.be", author="ANDER")).data == found.data


def test_a_workbook_loses_who_made_it_and_keeps_its_cells(tmp_path: Path) -> None:
    book, data = openpyxl.Workbook(), io.BytesIO()
    book.properties.creator = book.properties.lastModifiedBy = "GEHEIM"
    assert book.active is not None
    book.active.append(["koffie", 3, "2025-12-31"])
    book.save(data)
    found = seen(tmp_path, "cijfers.xlsx", data.getvalue())
    assert b"GEHEIM" not in b"".join(parts(found.data).values())
    sheet = openpyxl.load_workbook(io.BytesIO(found.data)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["koffie", 3, "2025-12-31"]
    book.active.append(["0470 12 34 56"])
    book.save(data)
    assert "(in xl/" in refused(tmp_path, "cijfers.xlsx", data.getvalue())


def test_the_properties_of_other_documents_are_emptied(tmp_path: Path) -> None:
    app, custom = "<Properties><Company>GEHEIM</Company><Manager>GEHEIM</Manager></Properties>", "<p>GEHEIM</p>"
    found = seen(tmp_path, "a.docx", packed(docProps__app_xml=app, docProps__custom_xml=custom))
    assert b"GEHEIM" not in b"".join(parts(found.data).values())
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.comment = b"GEHEIM"
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<text:p>Welkom</text:p>", zipfile.ZIP_DEFLATED)
        archive.writestr(
            "meta.xml",
            "<x><meta:initial-creator>GEHEIM</meta:initial-creator><dc:creator>GEHEIM</dc:creator><dc:title>Titel</dc:title></x>",
        )
    found = seen(tmp_path, "a.odt", b"GEHEIM" + data.getvalue())
    assert b"GEHEIM" not in found.data
    assert list(parts(found.data)) == ["mimetype", "content.xml", "meta.xml"]
    assert found.data[30:38] == b"mimetype"
    assert found.data[38:77] == b"application/vnd.oasis.opendocument.text"
    assert b"<dc:title>Titel</dc:title>" in parts(found.data)["meta.xml"]


@pytest.mark.parametrize(
    "line", ["naam@voorbeeld.be", "na|am@voor|beeld.be", "Bel 0470| 12 |34 56.", "naam\u200b@voorbeeld.be"]
)
def test_a_contact_in_a_document_is_found_in_whatever_pieces(line: str, tmp_path: Path) -> None:
    told = refused(tmp_path, "verslag.docx", word("Welkom", line))
    assert told == "holds an e-mail address or a number of somebody (in word/document.xml)"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word__header1_xml", "<w:p><w:t>naam&#64;voorbeeld.be</w:t></w:p>"),
        ("word__rels_xml", '<Relationship Target="mailto:naam@voorbeeld.be"/>'),
        ("word__rels_xml", "<Relationship Target='tel:0470123456'/>"),
        ("word__people_xml", '<w15:presenceInfo userId="S::naam@voorbeeld.be::1"/>'),
        ("word__rels_xml", '<Relationship Target="https://voorbeeld.be/?m=naam%40voorbeeld.be"/>'),
        ("word__embeddings__a_docx", packed(word__header1_xml="<w:t>naam@voorbeeld.be</w:t>")),
    ],
)
def test_contacts_in_all_parts_of_a_document_are_found(part: str, text: str | bytes, tmp_path: Path) -> None:
    assert "holds an e-mail address or a number of somebody (in word/" in refused(
        tmp_path, "a.docx", packed(**{part: text})
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"word__a_xml": "naam".encode("utf-16")}, "holds a part that elzctl cannot look into (word/a.xml)"),
        ({"word__a_xml": "<!DOCTYPE a>"}, "holds a part that elzctl cannot look into (word/a.xml)"),
        (
            {"word__embeddings__ole.bin": b"\xd0\xcf"},
            "holds another file (word/embeddings/ole.bin), into which elzctl cannot look",
        ),
        ({"WORD__document_xml": "<w:p/>"}, "is not what the end of its name says"),
        (
            {"word__media__a.png": "geen beeld"},
            "holds a picture (word/media/a.png) that is no PNG and no JPEG, whatever its name says",
        ),
        ({"word__media__a.png": b"\0" * (101 << 20)}, "is not what the end of its name says"),
    ],
)
def test_what_cannot_be_looked_into_is_refused(more: dict[str, str | bytes], told: str, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.docx", packed(**more)) == told


def test_a_picture_in_a_document_loses_what_a_camera_noted(tmp_path: Path) -> None:
    found = seen(tmp_path, "a.docx", packed(**{"word__media__a.jpg": jpeg(exif(1, author=b"GEHEIM"))}))
    assert parts(found.data)["word/media/a.jpg"].startswith(b"\xff\xd8\xff")
    assert b"GEHEIM" not in parts(found.data)["word/media/a.jpg"]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("word__comments_xml", '<w:comment w:author="Naam"/>'),
        ("word__document_xml", "<w:ins w:id='1' w:author='Naam'/>"),
        ("ppt__commentAuthors_xml", '<p:cmAuthor id="0" name="Naam"/>'),
        ("xl__comments1_xml", "<authors><author>Naam</author></authors>"),
        ("content_xml", "<office:annotation><dc:creator>Naam</dc:creator></office:annotation>"),
    ],
)
def test_who_noted_something_in_a_document_is_told_of(part: str, text: str, tmp_path: Path) -> None:
    (remark,) = seen(tmp_path, "a.docx", packed(**{part: text})).remarks
    assert Language("en")(remark).startswith("holds the names of who noted or changed something in it")
    assert (
        seen(tmp_path, "a.docx", packed(word__styles_xml='<w:style w:author=""/><dc:creator></dc:creator>')).remarks
        == ()
    )


@pytest.mark.parametrize("noted", [b"/Author (Naam)", b"/Author<FEFF004E>", b"<dc:creator><rdf:Seq><rdf:li>Naam"])
def test_of_a_pdf_that_names_who_made_it_is_told(noted: bytes, tmp_path: Path) -> None:
    found = seen(tmp_path, "a.pdf", b"%PDF-1.7\n" + noted)
    assert found.data.endswith(noted)
    assert [Language("en")(one)[:29] for one in found.remarks] == ["seems to name who made it; lo"]
    for nobody in (b"/Author ()", b"/Authors", b"<dc:creator> "):
        assert seen(tmp_path, "a.pdf", b"%PDF-1.7\n" + nobody).remarks == ()


@pytest.mark.parametrize("text", ["<" * 1_000_000, "<dc:title>" * 100_000, "x='" * 300_000])
def test_a_hostile_part_takes_no_time(text: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", packed(word__a_xml=text, docProps__core_xml=text))


@pytest.mark.parametrize("text", ['="@' * 50_000, "BE68 " * 50_000, "(at)" * 50_000])
def test_what_would_take_too_long_to_look_at_is_refused(text: str, tmp_path: Path) -> None:
    told = "holds more signs and codes than elzctl can look at for addresses and numbers"
    assert refused(tmp_path, "a.docx", packed(word__a_xml=text)) == refused(tmp_path, "a.txt", text.encode()) == told


def test_the_site_says_what_it_leaves_out_and_what_it_lets_through(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = met(tmp_path / "zone")
    run: Run = runner(root, capsys, "site", "--today=2025-04-01", "--out=public", "--draft")
    for name, data in {
        "lijst.csv": b"a;b\nx;naam@voorbeeld.be\n",
        "stuk.pdf": b"%PDF-1.7 /Author (Naam)",
        "nota.docx": packed(word__comments_xml='<w:comment w:author="Naam"/>'),
        "brief.doc": b"\xd0\xcf",
    }.items():
        (root / "meetings" / "attachments" / name).write_bytes(data)
    listed = "[{file: lijst.csv}, {file: stuk.pdf}, {file: nota.docx}, {file: brief.doc}, {file: ../../private/leden.csv, title: Leden}]"
    text = minutes(
        "2025-02-11",
        "state: review",
        f"attachments: {listed}",
        "no_action_points: geen",
        text="## 1. Onthaal\n\nWelkom.\n",
    )
    (root / "meetings" / f"{HELD}.md").write_text(text.replace("state: draft\n", ""), "utf-8")
    code, _, err = run()
    assert code == 0
    path = "meetings/attachments/"
    assert (
        f"{path}lijst.csv is not published: it holds an e-mail address or a number of somebody (1; the first on line 2)."
        in err
    )
    assert f"{path}stuk.pdf is published, but seems to name who made it;" in err
    assert f"{path}nota.docx is published, but holds the names of who noted" in err
    assert f"{path}brief.doc is not published: it is none of the kinds that can be: pdf, docx, xlsx," in err
    assert {one.name for one in (root / "public" / "attachments").iterdir()} == {"stuk.pdf", "nota.docx"}
    page = (root / "public" / "meetings" / f"{HELD}.html").read_text("utf-8")
    assert "<li>lijst.csv</li>" in page
    assert "<li>Leden</li>" in page
    assert "private/" not in page
