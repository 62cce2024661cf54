"""The parts of a document that nothing leads to, as programs leave and put them there: they do not go out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document as WordFile
from made_pictures import png
from test_attached_inside import KIND, parts, refused, seen, word, zipped

TYPES = "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"


def with_part(name: str, text: str | bytes, kind: str = "", target: str = "", body: str = "") -> bytes:
    """A text of Word with one more part, to which a relation of some kind leads or nothing."""
    held: dict[str, bytes | str] = dict(parts(word("Welkom")))
    held[name] = text
    held[TYPES] = parts(word("Welkom"))[TYPES].replace(
        b"</Types>", f'<Override PartName="/{name}" ContentType="application/xml"/></Types>'.encode()
    )
    if kind:
        one = f'<Relationship Id="x9" Type="{kind}" Target="{target}"/></Relationships>'
        held[RELS] = parts(word("Welkom"))[RELS].replace(b"</Relationships>", one.encode())
    if body:
        held["word/document.xml"] = parts(word("Welkom"))["word/document.xml"].replace(
            b"<w:sectPr", f"{body}<w:sectPr".encode()
        )
    return zipped(held)


@pytest.mark.parametrize(
    ("name", "kind", "target"),
    [
        ("iets/geheim.xml", "", ""),
        ("word/media/geheim.emf", "", ""),
        ("word/header9.xml", "", ""),
        ("word/geheim.xml", "urn:eigen", "geheim.xml"),
        ("word/header9.xml", f"{KIND}/header", "header9.xml"),
        ("word/media/geheim.png", f"{KIND}/image", "/word/media/geheim.png"),
        ("word/glossary/document.xml", f"{KIND}/glossaryDocument", "glossary/document.xml"),
        ("word/_rels/geheim.xml.rels", "", ""),
    ],
)
def test_a_part_that_nothing_leads_to_is_left_out(name: str, kind: str, target: str, tmp_path: Path) -> None:
    text = b"\1\0\0\0 GEHEIM 0471 83 94 76" if name.endswith(".emf") else b"<x>GEHEIM 0471 83 94 76</x>"
    raw = with_part(name, text, kind, target)
    assert b"GEHEIM" in parts(raw)[name]
    found = seen(tmp_path, "a.docx", raw).data
    held = parts(found)
    assert name not in held
    assert name.encode() not in held[TYPES]
    assert b'"x9"' not in held[RELS]
    assert set(held) == set(parts(seen(tmp_path, "a.docx", word("Welkom")).data))
    assert [one.text for one in WordFile(io.BytesIO(found)).paragraphs] == ["Welkom"]


@pytest.mark.parametrize("target", ["header9.xml", "/word/header9.xml", "../word/HEADER9.xml", "./header%39.xml"])
def test_a_part_that_is_named_is_kept_and_looked_into(target: str, tmp_path: Path) -> None:
    def headed(text: str) -> bytes:
        named = '<w:p><w:pPr><w:sectPr><w:headerReference r:id="x9"/></w:sectPr></w:pPr></w:p>'
        return with_part("word/header9.xml", f"<w:hdr>{text}</w:hdr>", f"{KIND}/header", target, named)

    assert "word/header9.xml" in parts(seen(tmp_path, "a.docx", headed("Welkom")).data)
    assert "(in word/header9.xml)" in refused(tmp_path, "a.docx", headed("0471 83 94 76"))


def test_a_document_to_which_nothing_leads_is_none(tmp_path: Path) -> None:
    held = {**parts(word("Welkom")), "_rels/.rels": b"<Relationships></Relationships>"}
    assert refused(tmp_path, "a.docx", zipped(held)) == "is not what the end of its name says"


def test_of_an_open_document_the_parts_that_it_names_are_left(tmp_path: Path) -> None:
    body = (
        '<draw:image xlink:href="Pictures/a%20b.png"/><draw:object xlink:href="./Object 1"/>'
        '<draw:image xlink:href="./ObjectReplacements/Object 1"/><text:a xlink:href="https://voorbeeld.be/"/>'
    )
    kept: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:text>{body}</office:text>",
        "styles.xml": "<x/>",
        "meta.xml": "<x/>",
        "Pictures/a b.png": png(2, 2),
        "Object 1/content.xml": '<office:chart xlink:href="./Object 1"/>',
        "ObjectReplacements/Object 1": b"GIF89a",
    }
    left: dict[str, str | bytes] = {
        "Pictures/weg.png": png(2, 2),
        "Object 2/content.xml": "<x>GEHEIM</x>",
        "geheim.xml": "<x>GEHEIM</x>",
        "manifest.rdf": "<x>GEHEIM</x>",
        "Thumbnails/thumbnail.png": png(2, 2),
        "Configurations2/accelerator/current.xml": "",
        "Versions/Version1": b"PK\3\4GEHEIM",
    }
    folders = ("/", "Object 1/", "Object 2/", "Pictures/", "Configurations2/")
    entry = '<manifest:file-entry manifest:media-type="" manifest:full-path="{}"/>'
    manifest = "".join(map(entry.format, (*folders, *kept, *left)))
    whole = {**kept, **left, "META-INF/manifest.xml": f"<manifest:manifest>{manifest}</manifest:manifest>"}
    found = parts(seen(tmp_path, "a.odt", zipped(whole)).data)
    assert set(found) == {*kept, "META-INF/manifest.xml"}
    listed = "".join(map(entry.format, ("/", "Object 1/", "Pictures/", *kept)))
    assert found["META-INF/manifest.xml"].decode() == f"<manifest:manifest>{listed}</manifest:manifest>"


def test_an_object_that_holds_itself_is_looked_into_once(tmp_path: Path) -> None:
    objects = {
        f"Object {at}/content.xml": '<x xlink:href="../Object 1"/><x xlink:href="../Object 2"/>' for at in (1, 2)
    }
    held = {"mimetype": "x", "content.xml": '<draw:object xlink:href="Object 1"/>', **objects}
    assert set(parts(seen(tmp_path, "a.odt", zipped(held)).data)) == set(held)
