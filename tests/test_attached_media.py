"""Parts of an office document: a document that is put within it is refused, what programs keep for themselves is left out."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from test_attached_folders import led
from test_attached_inside import packed, parts, refused, seen

from elzctl.attachments.media import is_known
from elzctl.tree import Unreadable

ANOTHER = "holds another file ({}), into which elzctl cannot look"
LETTER = {
    "afchunk.html": b'<html><img src="https://volgt.example/p.png"><p style="display:none">GEHEIM</p></html>',
    "afchunk.mht": b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>GEHEIM</p>",
    "afchunk.rtf": b"{\\rtf1 GEHEIM}",
    "afchunk.docx": packed(),
    "afchunk.dat": b"GEHEIM",
    "afchunk.txt": b"GEHEIM",
    "media/image1.gif": b"{\\rtf1 GEHEIM}",
    "media/image2.wmf": b"<html>GEHEIM</html>",
    "fonts/letter.html": b"GEHEIM",
}


@pytest.mark.parametrize("name", LETTER)
def test_another_file_in_a_document_is_refused_also_when_nothing_leads_to_it(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path, "a.docx", packed(**{f"word/{name}": LETTER[name]})) == ANOTHER.format(f"word/{name}")


@pytest.mark.parametrize("part", ["document", "header1", "footnotes", "glossary/document"])
@pytest.mark.parametrize(
    "base",
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ],
)
def test_what_leads_to_a_document_that_is_put_within_is_refused_whatever_its_name(
    part: str, base: str, tmp_path: Path
) -> None:
    folder, _, name = f"word/{part}".rpartition("/")
    leads = f'<Relationships><Relationship Id="r9" Target="stuk.xml" Type="{base}/aFChunk"/></Relationships>'
    held = {f"{folder}/_rels/{name}.xml.rels": leads, f"{folder}/stuk.xml": "<p>GEHEIM</p>"}
    assert refused(tmp_path, "a.docx", packed(**held)) == ANOTHER.format("stuk.xml")


@pytest.mark.parametrize("mark", ['<w:altChunk r:id="r9"/>', '<x:altChunk r:id="r9"></x:altChunk>', "<altChunk/>"])
def test_the_mark_of_such_a_document_is_refused(mark: str, tmp_path: Path) -> None:
    told = refused(tmp_path, "a.docx", packed(word__footer2_xml=f"<w:ftr>{mark}</w:ftr>"))
    assert told == ANOTHER.format("word/footer2.xml")


def test_a_control_that_programs_run_is_refused(tmp_path: Path) -> None:
    told = refused(tmp_path, "a.docx", packed(word__activeX__activeX1_xml="<ax:ocx/>"))
    assert told == "holds a program (macros)"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/media/a.gif", b"GIF89a"),
        ("word/media/a.emf", b"\x01\0\0\0l\0\0\0"),
        ("word/media/a.wmf", b"\xd7\xcd\xc6\x9a"),
        ("word/media/a.wmf", b"\x01\0\x09\0\0\x03"),
        ("word/media/a.bmp", b"BM\x36\0\0\0\0\0\0\0"),
        ("word/media/a.emz", b"\x1f\x8b\x08\0"),
        ("ppt/media/a.mp4", b"\0\0\0\x18ftypmp42"),
        ("ppt/media/a.wav", b"RIFF\1\0\0\0WAVEfmt "),
        ("ppt/media/a.wdp", b"II\xbc\x01"),
        ("word/fonts/font1.odttf", b"x"),
        ("ppt/fonts/font1.fntdata", b"x"),
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("layout-cache", b"\2\0"),
        ("_xmlsignatures/origin.sigs", b""),
    ],
)
def test_pictures_sound_film_and_letters_are_known(name: str, data: bytes) -> None:
    assert is_known(name, data)


@pytest.mark.parametrize("data", [b"BMW rijdt", b"free wifi free", b"\x1f\x8b\x08", b"PK\x03\x04", b"%PDF-1.7", b"x"])
def test_a_text_or_an_archive_that_is_called_a_picture_is_not(data: bytes) -> None:
    assert not is_known("word/media/a.gif", data)


@pytest.mark.parametrize(
    ("part", "kind", "leads"),
    [
        ("ppt/changesInfos/changesInfo1.xml", "changesInfo", "changesInfos/changesInfo1.xml"),
        ("ppt/revisionInfo.xml", "revisionInfo", "revisionInfo.xml"),
        ("ppt/metadata", "presentationmetadata", "metadata"),
        ("_xmlsignatures/sig1.xml", "signature", "../_xmlsignatures/sig1.xml"),
    ],
)
def test_who_changed_or_signed_it_is_left_out_with_all_that_leads_to_it(
    part: str, kind: str, leads: str, tmp_path: Path
) -> None:
    types = f'<Types><Override PartName="/{part}" ContentType="x"/></Types>'
    held: dict[str, str | bytes] = {
        part: '<pc:chgData name="GEHEIM" providerId="None"/>',
        "ppt/_rels/presentation.xml.rels": led(kind, leads, ""),
        "[Content_Types].xml": types,
    }
    found = parts(seen(tmp_path, "a.docx", packed(**held)).data)
    assert part not in found
    assert found["[Content_Types].xml"] == b"<Types></Types>"
    assert b"<Relationship " not in found["ppt/_rels/presentation.xml.rels"]


def test_the_names_of_people_who_share_a_workbook_are_forgotten(tmp_path: Path) -> None:
    view = '<customWorkbookViews><customWorkbookView name="{}" guid="{{A-1}}" x="0"/></customWorkbookViews>'
    users = '<users count="1"><userInfo guid="{A-1}" name="GEHEIM" id="-1"/></users>'
    held = packed(xl__workbook_xml=view.format("GEHEIM - Eigen weergave"), xl__revisions__userNames_xml=users)
    found = parts(seen(tmp_path, "a.docx", held).data)
    assert found["xl/workbook.xml"].decode() == view.format("{A-1}")
    assert b"GEHEIM" not in found["xl/revisions/userNames.xml"]


@pytest.mark.parametrize(
    "text", ["<Relationship " * 60_000, "<customWorkbookView name=" * 40_000, '<customWorkbookView name="' * 40_000]
)
def test_hostile_parts_take_no_time(text: str, tmp_path: Path) -> None:
    start = time.process_time()
    for part in ("word/_rels/document.xml.rels", "xl/workbook.xml"):
        with suppress(Unreadable):
            seen(tmp_path, "a.docx", packed(**{part: text}))
    assert time.process_time() - start < 5
