"""What is in files that go with minutes: no contacts go out, and no names of who made a document."""

from __future__ import annotations

import io
import re
import time
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from docx import Document as WordFile
from drawn_meetings import met
from in_process import Run, runner
from made_pdf import pdf
from made_pictures import exif, jpeg
from small_meetings import minutes

from elzctl.attachments.attachment import attachment
from elzctl.attachments.inside import Found
from elzctl.tree import Unreadable
from elzctl.wording import Language

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HELD = "2025-02-11-overleg"
ALLOWED = frozenset({"info@voorbeeld.be", "052123456"})


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def packed(**more: str | bytes) -> bytes:
    """A document of Word, as far as anybody looks; the name of a part has "__" for "/" and ends in "_xml"."""
    named = {"word__document_xml": "<w:p/>", **more}.items()
    held = {re.sub(r"_(xml|docx)\Z", r".\1", name.replace("__", "/")): text for name, text in named}
    sources = (re.sub(r"_rels/([^/]*)\.rels\Z", r"\1", name) for name in held if name.endswith(".rels"))
    held = {**dict.fromkeys(filter(None, sources), "<x/>"), **held}
    return zipped({**held, **linked(held)})


def zipped(held: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    return data.getvalue()


def linked(held: Mapping[str, str | bytes]) -> dict[str, str]:
    """What leads to all parts of a document."""
    names = (one for one in held if not one.endswith(".rels") and one != "[Content_Types].xml")
    tags = "".join(f'<Relationship Id="p{at}" Type="{KIND}/part" Target="/{one}"/>' for at, one in enumerate(names))
    before = held.get("_rels/.rels", b"<Relationships></Relationships>")
    before = before if isinstance(before, str) else before.decode()
    return {"_rels/.rels": before.replace("</Relationships>", f"{tags}</Relationships>")}


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


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_of_two_bytes_a_sign_is_read_when_it_says_so(encoding: str, tmp_path: Path) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    data = f"{mark}wie\thoe\r\nCafé\tinfo@voorbeeld.be\r\n".encode(encoding)
    for name in ("lijst.csv", "lijst.txt"):
        assert seen(tmp_path, name, data) == Found(data)
        more = "Dienst\tnaam@voorbeeld.be".encode("utf-16-le" if encoding == "utf-16" else encoding)
        told = refused(tmp_path, name, data + more)
        assert told == "holds an e-mail address or a number of somebody (1; the first on line 3)"
        for other in (data[2:], data + b"x", f"{mark}<html>".encode(encoding), f"{mark}a\0b".encode(encoding)):
            assert refused(tmp_path, name, other) == "is not what the end of its name says"


HEADED = ("Ondernemingsnummer", "KBO", '"KBO-nummer"', "BTW")


@pytest.mark.parametrize("heading", HEADED)
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("cell", ["0471234512", "471234512", "0471.234.512", '"0471234512"', "BE 0471234512"])
def test_the_number_of_a_company_under_such_a_heading_is_public(
    heading: str, sign: str, cell: str, tmp_path: Path
) -> None:
    def table(first: str) -> bytes:
        return f"wie{sign}{first}{sign}nog\r\nCafé{sign}{cell}{sign}\r\nKring{sign}{cell}{sign}\r\n".encode()

    assert seen(tmp_path, "lijst.csv", table(heading)) == Found(table(heading))
    if cell == "0471234512":
        assert "(2; the first on line 2)" in refused(tmp_path, "lijst.csv", table("Nummer"))
        assert "line 2)" in refused(tmp_path, "lijst.csv", f"{heading}{sign}tel\nCafé{sign}{cell}\n".encode())


def test_other_numbers_under_such_a_heading_are_those_of_people(tmp_path: Path) -> None:
    for cell in ("0471234567", "0471;11;22;33", "052 33 44 55", "naam@voorbeeld.be", "BE68 5390 0754 7034"):
        assert "line 2)" in refused(tmp_path, "lijst.csv", f"KBO;a;b;c\n{cell}\n".encode())


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
        ("word__rels_xml", '<Relationship Target="https://voorbeeld.be/?m=naam%40voorbeeld.be"/>'),
        ("word__embeddings__a_docx", packed(word__header1_xml="<w:t>naam@voorbeeld.be</w:t>")),
    ],
)
def test_contacts_in_all_parts_of_a_document_are_found(part: str, text: str | bytes, tmp_path: Path) -> None:
    assert "holds an e-mail address or a number of somebody (in word/" in refused(
        tmp_path, "a.docx", packed(**{part: text})
    )


LINKS = (
    "https://wa.me/32470123456",
    "https://api.whatsapp.com/send/?text=dag&phone=%2B32470123456",
    "https://t.me/+32470123456",
    "sms:0470123456",
    "callto:+32470123456",
    "skype:32470123456?call",
    "https://voorbeeld.be/vraag?email=naam%40voorbeeld.be",
)
NO_LINKS = (
    "https://voorbeeld.be/2025/06/30/32470123456",
    "https://kbo.voorbeeld.be/zoek?nummer=0456789012",
    "https://kaart.voorbeeld.be/@51.0259,4.10135,15z?v=2",
    "https://wa.me/message/ABCDEF12345678",
    "https://voorbeeld.be/vraag?email=info@voorbeeld.be&phone=052123456",
)


@pytest.mark.parametrize("to", LINKS)
def test_a_link_that_names_somebody_is_found_in_a_document_and_in_a_pdf(to: str, tmp_path: Path) -> None:
    relation = f'<Relationship Target="{to.replace("&", "&amp;")}"/>'
    assert refused(tmp_path, "a.docx", packed(word__rels_xml=relation)).startswith(
        "holds an e-mail address or a number"
    )
    link = f"%PDF-1.7\n<< /S /URI /URI ({to}) >>".encode()
    assert refused(tmp_path, "a.pdf", link) == "holds a link to an e-mail address or a number of somebody"


@pytest.mark.parametrize("to", NO_LINKS)
def test_digits_in_the_address_of_a_page_name_nobody(to: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", packed(word__rels_xml=f'<Relationship Target="{to.replace("&", "&amp;")}"/>'))
    seen(tmp_path, "a.pdf", f"%PDF-1.7\n<< /S /URI /URI ({to}) >>".encode())


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
        ("word__comments_xml", "<w:comments><w:comment w:id='1'><w:t>Niet akkoord</w:t></w:comment></w:comments>"),
        ("word__document_xml", "<w:ins w:id='1' w:author='Naam'/>"),
        ("word__document_xml", "<w:del w:id='1'><w:r><w:delText>Geschrapt</w:delText></w:r></w:del>"),
        ("word__footnotes_xml", "<w:rPr><w:rPrChange w:id='1'/></w:rPr>"),
        ("word__document_xml", "<x:moveFrom x:id='1'/>"),
        ("ppt__comments__comment1_xml", "<p:cm><p:text>Niet akkoord</p:text></p:cm>"),
        ("xl__comments1_xml", "<authors><author>Naam</author></authors>"),
        ("xl__threadedComments__a_xml", "<threadedComment ref='A1'><text>Niet akkoord</text></threadedComment>"),
        ("content_xml", "<office:annotation><dc:creator>Naam</dc:creator></office:annotation>"),
        ("content_xml", "<text:tracked-changes><text:p>Geschrapt</text:p></text:tracked-changes>"),
    ],
)
def test_a_document_with_comments_or_changes_that_are_not_settled_is_refused(
    part: str, text: str, tmp_path: Path
) -> None:
    told = refused(tmp_path, "a.docx", packed(**{part: text}))
    place = part.replace("__", "/").replace("_xml", ".xml")
    assert told.startswith(f"holds comments, or changes that were not accepted or rejected (in {place});")
    held = packed(word__embeddings__b_docx=packed(**{part: text}))
    assert refused(tmp_path, "a.docx", held) == told


def test_who_wrote_a_book_that_a_text_refers_to_is_no_author_of_a_change(tmp_path: Path) -> None:
    mark = '<text:bibliography-mark text:identifier="R20" text:author="Naam" text:title="Rapport">[R20]</text:bibliography-mark>'
    held: dict[str, str | bytes] = {"mimetype": "x", "content.xml": f"<text:p>Zie {mark}</text:p>"}
    assert parts(seen(tmp_path, "a.odt", zipped(held)).data)["content.xml"].decode() == held["content.xml"]
    held["content.xml"] = (
        '<office:text><text:p>Welkom</text:p><text:conditional-text text:string-value-if-false="GEHEIM"/></office:text>'
    )
    assert refused(tmp_path, "a.odt", zipped(held)).startswith("holds what readers do not see")


def test_words_that_only_look_like_a_comment_or_a_change_are_none(tmp_path: Path) -> None:
    text = (
        '<w:insideH/><w:style w:author=""/><dc:creator></dc:creator><w:delimiter/><math:annotation/><w:trackRevisions/>'
    )
    found = seen(tmp_path, "a.docx", packed(word__styles_xml=text))
    assert (parts(found.data)["word/styles.xml"], found.remarks) == (text.encode(), ())


def test_what_no_reader_sees_of_a_document_is_left_out_and_nothing_leads_to_it(tmp_path: Path) -> None:
    kept = f'<Relationship Id="1" Type="{KIND}/theme" Target="theme1.xml"/>'
    gone = f'<Relationship Id="2" Type="{KIND}/customXml" Target="../customXml/item1.xml"/>'
    root = f'<Relationship Id="1" Type="{KIND}/officeDocument" Target="word/document.xml"/>'
    picture = f'<Relationship Id="3" Type="{KIND}/thumbnail" Target="docProps/thumbnail.emf"/>'
    types = '<Override PartName="/customXml/itemProps1.xml" ContentType="x"/><Override PartName="/word/document.xml"/>'
    held = {
        "word/document.xml": "<w:p/>",
        "word/theme1.xml": "<a/>",
        "customXml/item1.xml": "<b>GEHEIM</b>",
        "customXml/itemProps1.xml": "<b>GEHEIM</b>",
        "docMetadata/LabelInfo.xml": "<l>GEHEIM</l>",
        "docProps/thumbnail.emf": "GEHEIM",
        "_rels/.rels": f"<Relationships>{root}{picture}</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships>{kept}{gone}</Relationships>",
        "[Content_Types].xml": f"<Types>{types}</Types>",
    }
    found = parts(seen(tmp_path, "a.docx", zipped(held)).data)
    assert {name: text.decode() for name, text in found.items()} == {
        "word/document.xml": "<w:p/>",
        "word/theme1.xml": "<a/>",
        "_rels/.rels": f"<Relationships>{root}</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships>{kept}</Relationships>",
        "[Content_Types].xml": '<Types><Override PartName="/word/document.xml"/></Types>',
    }


def test_a_word_document_without_what_nobody_sees_can_still_be_opened(tmp_path: Path) -> None:
    data = seen(tmp_path, "a.docx", word("Een zin", author="GEHEIM")).data
    assert [one.text for one in WordFile(io.BytesIO(data)).paragraphs] == ["Een zin"]
    assert not [name for name in parts(data) if name.startswith("customXml")]
    assert not [name for name, part in parts(data).items() if b"customXml" in part]


@pytest.mark.parametrize("name", ["../../uit.txt", "/uit.txt", "word\\..\\uit.xml", "C:uit.txt"])
def test_a_part_whose_name_leads_out_of_a_document_is_refused(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.docx", packed(**{name: "x"})) == "holds a part whose name leads out of the document"


@pytest.mark.parametrize(
    "noted",
    [
        b"/Author (Naam)",
        b"/Author(Naam \\(zelf\\))",
        b"/Author<004E0061> /Title (Plan)",
        b"/Author\n( Naam )\nx /Author (Nog een)",
        b"<dc:creator><rdf:Seq><rdf:li>Naam</rdf:li></rdf:Seq></dc:creator>",
    ],
)
def test_a_pdf_loses_who_made_it_and_every_part_stays_in_its_place(noted: bytes, tmp_path: Path) -> None:
    raw = b"%PDF-1.7\n" + noted + b" /Title (Plan) %%EOF"
    found = seen(tmp_path, "a.pdf", raw)
    assert len(found.data) == len(raw)
    assert not re.search(b"Naam|004E|Nog", found.data)
    assert found.data.endswith(b" /Title (Plan) %%EOF")
    assert [Language("en")(one) for one in found.remarks] == ["elzctl did not look into it for addresses and numbers"]


@pytest.mark.parametrize(
    "noted",
    [
        b"/Author 12 0 R",
        b"/Author (Naam (zelf))",
        b"/Type /ObjStm /Filter /FlateDecode >>\nstream\n" + zlib.compress(b"<< /Author (Naam) >>"),
        b"/Author (Naam) /ByteRange [0 1 2 3]",
    ],
)
def test_a_pdf_of_which_the_maker_cannot_be_taken_out_is_refused(noted: bytes, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.pdf", b"%PDF-1.7\n" + noted).startswith("names who made it, and elzctl cannot")


@pytest.mark.parametrize(
    "noted", [b"/Author ()", b"/Authors", b"<dc:creator> </dc:creator>", b"/Author <>", b"/ByteRange [0]"]
)
def test_a_pdf_that_names_nobody_goes_out_as_it_is(noted: bytes, tmp_path: Path) -> None:
    raw = b"%PDF-1.7\n" + noted
    assert seen(tmp_path, "a.pdf", raw).data == raw


def test_a_pdf_with_a_link_to_somebody_is_refused_wherever_that_is_packed(tmp_path: Path) -> None:
    for to in (b"mailto:naam@voorbeeld.be?subject=x", b"mailto:naam%40voorbeeld.be", b"tel:0470123456"):
        link = b"<< /S /URI /URI (" + to + b") >>"
        for held in (link, b"/Type /ObjStm /Filter /FlateDecode >>\nstream\n" + zlib.compress(link)):
            told = refused(tmp_path, "a.pdf", b"%PDF-1.7\n" + held)
            assert told == "holds a link to an e-mail address or a number of somebody"
    seen(
        tmp_path,
        "a.pdf",
        b"%PDF-1.7\n<< /S /URI /URI (mailto:info@voorbeeld.be) >> << /URI (https://voorbeeld.be/tel) >>",
    )


@pytest.mark.parametrize(
    "text", [b"mailto:a@", b"/Author (", b"/Author <", b"<dc:creator>", b"/ObjStm stream\n", b"/Author (\\"]
)
def test_a_hostile_pdf_takes_no_time(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "meetings" / "attachments").mkdir(parents=True)
    (tmp_path / "meetings" / "attachments" / "a.pdf").write_bytes(b"%PDF-1.7\n" + text * (1_000_000 // len(text)))
    begun = time.process_time()
    with suppress(Unreadable):
        attachment(tmp_path, "a.pdf", ALLOWED)
    assert time.process_time() - begun < 10


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
        "stuk.pdf": pdf("Welkom", author="Naam"),
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
    assert f"{path}stuk.pdf" not in err
    assert f"{path}nota.docx is not published: it holds comments, or changes that were not accepted" in err
    assert f"{path}brief.doc is not published: it is none of the kinds that can be: pdf, docx, xlsx," in err
    assert {one.name for one in (root / "public" / "attachments").iterdir()} == {"stuk.pdf"}
    assert b"Naam" not in (root / "public" / "attachments" / "stuk.pdf").read_bytes()
    page = (root / "public" / "meetings" / f"{HELD}.html").read_text("utf-8")
    assert "<li>attachment (not published)</li>" in page
    assert "<li>Leden (not published)</li>" in page
    assert "private/" not in page
