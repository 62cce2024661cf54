"""Documents that mean harm or are broken: what an import must refuse in plain words, or read without following."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pikepdf
from intake_word import Word, repacked

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BODY = '<?xml version="1.0" encoding="UTF-8"?>{before}<w:document ' + _W + "><w:body>{inside}</w:body></w:document>"


class Hostile(NamedTuple):
    """``refused``: it must not be read at all; otherwise reading it is right too, when nothing of ``never`` comes along."""

    name: str
    data: bytes
    refused: bool = True
    never: tuple[str, ...] = ()


def word(text: str = "Actieplan 2026 van een zone") -> bytes:
    made = Word()
    made.title(text)
    made.heading(1, "Strategische doelstelling 1: Zorg dichtbij")
    made.para("Een zin die mee moet.")
    return made.data()


@cache
def _bomb() -> bytes:
    """A Word file whose text unpacks to 1 GiB: stored as it is packed, and then said to be packed."""
    head = _BODY.split("{before}", maxsplit=1)[0].encode()
    packed, crc, size = _squeezed(b"<!-- " + b" " * 1015 + b" -->", 1 << 30, head)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, packed if name == "word/document.xml" else old.read(name))
        place = new.getinfo("word/document.xml").header_offset
    made = bytearray(buffer.getvalue())
    at_end = made.rfind(b"word/document.xml") - 46  # its entry in the list at the end
    for start, offset in ((place, 0), (at_end, 2)):
        made[start + 8 + offset : start + 10 + offset] = struct.pack("<H", 8)
        made[start + 14 + offset : start + 18 + offset] = struct.pack("<I", crc)
        made[start + 22 + offset : start + 26 + offset] = struct.pack("<I", size)
    return bytes(made)


def zip_bomb() -> Hostile:
    return Hostile("bomb.docx", _bomb())


def many_entries() -> Hostile:
    buffer = io.BytesIO(word())
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(60_000):
            archive.writestr(f"word/media/{number}.bin", b"")
    return Hostile("entries.docx", buffer.getvalue())


def twice() -> Hostile:
    """Two parts of one name: programs differ in which of them they show."""
    buffer = io.BytesIO(word())
    with zipfile.ZipFile(buffer, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        archive.writestr(
            "word/document.xml", _BODY.format(before="", inside="<w:p><w:r><w:t>een ander</w:t></w:r></w:p>")
        )
    return Hostile("twice.docx", buffer.getvalue())


def entities() -> Hostile:
    """A definition of an entity that grows, and one that reads a file."""
    before = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    return Hostile("entities.docx", _with_document(before, "<w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p>"), never=("root:",))


def external(port: int = 9) -> Hostile:
    """A template and a picture elsewhere."""
    relation = (
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
        ' Target="file:///etc/hostname" TargetMode="External"/>'
        '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        f' Target="http://127.0.0.1:{port}/beeld.png" TargetMode="External"/></Relationships>'
    )
    picture = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId91"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:sectPr"
    )
    changes = {
        "word/_rels/document.xml.rels": ("</Relationships>", relation),
        "word/document.xml": ("<w:sectPr", picture),
    }
    data = repacked(word(), changes)
    return Hostile("external.docx", data, refused=False, never=("beeld.png", "127.0.0.1"))


def macros() -> Hostile:
    data = repacked(word(), {}, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"AutoOpen" * 20})
    return Hostile("macros.docm", data, refused=False, never=("AutoOpen",))


def old_word() -> Hostile:
    """What an encrypted .docx and an old .doc both begin with."""
    return Hostile(
        "secret.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000) + "EncryptedPackage".encode("utf-16-le") + bytes(2000),
    )


def locked_pdf() -> Hostile:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("een geheim"))) as file:
        file.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
    return Hostile("locked.pdf", buffer.getvalue())


def cut_word() -> Hostile:
    data = word()
    return Hostile("cut.docx", data[: len(data) // 2])


def cut_pdf() -> Hostile:
    data = pdf("een tekst die er niet meer is", packed=True)
    return Hostile("cut.pdf", data[:120])


def newer_zip() -> Hostile:
    """A file that says it needs a version of zip that nobody reads: Python raises NotImplementedError when it is opened."""
    data = bytearray(word())
    data[data.find(b"PK\x01\x02") + 6] = 64
    return Hostile("newer.docx", bytes(data))


def wrong_sum() -> Hostile:
    """A part whose check sum does not fit."""
    data = bytearray(word())
    place = data.find(b"word/document.xml")
    data[place + 40] ^= 0xFF
    return Hostile("sum.docx", bytes(data))


def empty() -> Hostile:
    return Hostile("empty.docx", b"")


def blank_text() -> Hostile:
    return Hostile("blank.txt", b"\xef\xbb\xbf \r\n\t\r\n")


def binary_text() -> Hostile:
    return Hostile("binary.txt", bytes(range(256)) * 40)


def wordless() -> Hostile:
    """A document without a word."""
    return Hostile("wordless.docx", Word().data())


def workbook() -> Hostile:
    import openpyxl

    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return Hostile("rows.docx", buffer.getvalue())


def scan() -> Hostile:
    """Pages that hold a picture and no text."""
    buffer = io.BytesIO()
    with pikepdf.new() as file:
        for _ in range(3):
            file.add_blank_page(page_size=(595, 842))
            page = file.pages[-1]
            picture = pikepdf.Stream(file, zlib.compress(bytes(100 * 100)))
            picture.update(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.XObject,
                    Subtype=pikepdf.Name.Image,
                    Width=100,
                    Height=100,
                    ColorSpace=pikepdf.Name.DeviceGray,
                    BitsPerComponent=8,
                    Filter=pikepdf.Name.FlateDecode,
                )
            )
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
            page.Contents = pikepdf.Stream(file, b"q 500 0 0 700 40 70 cm /I Do Q")
        file.save(buffer)
    return Hostile("scan.pdf", buffer.getvalue())


def disguised() -> Hostile:
    """A PDF that is called a Word document: it is what it is."""
    return Hostile("disguised.docx", pdf("Actieplan 2026 van een zone"), refused=False)


def pages() -> Hostile:
    """2,000 pages."""
    return Hostile("pages.pdf", pdf(*("Strategische doelstelling 1: Zorg dichtbij bij u",) * 2000), refused=False)


def one_page_often() -> Hostile:
    """One page that stands 100,000 times in the list of pages."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("een bladzijde"))) as file:
        first = file.pages[0].obj
        file.Root.Pages.Kids = pikepdf.Array([first] * 100_000)
        file.Root.Pages.Count = 100_000
        file.save(buffer)
    return Hostile("often.pdf", buffer.getvalue())


def broken_tables() -> Hostile:
    """The table of places in the file is wrong; a reader that repairs it may read on."""
    data = pdf("Actieplan 2026 van een zone")
    place = data.rfind(b"startxref")
    return Hostile("tables.pdf", data[:place] + b"startxref\n999999\n%%EOF", refused=False)


def loop() -> Hostile:
    """A list of pages that holds itself."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("een bladzijde"))) as file:
        file.Root.Pages.Kids.append(file.Root.Pages)
        file.Root.Pages.Count = 2
        file.save(buffer)
    return Hostile("loop.pdf", buffer.getvalue(), refused=False)


def many_names() -> Hostile:
    """20,000 names of places, each in a list of its own: to find one, all lists before it are read."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Actieplan 2026 van een zone"))) as file:
        place = pikepdf.Array([file.pages[0].obj, pikepdf.Name.XYZ, 10, 700, 0])
        names = (pikepdf.String(f"n{number:07}") for number in range(20_000))
        lists = [
            file.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array([one, place]), Limits=pikepdf.Array([one, one])))
            for one in names
        ]
        file.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Kids=pikepdf.Array(lists)))
        file.save(buffer)
    return Hostile("names.pdf", buffer.getvalue(), refused=False)


def pdf_bomb() -> Hostile:
    """The text of a page that unpacks to 1 GB."""
    squeezed = b"\x78\x9c" + _squeezed(b"BT ET ", 1 << 30)[0]
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    body = (
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(squeezed)
        + squeezed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    return Hostile("bomb.pdf", head + body)


def deep() -> Hostile:
    """Elements inside elements, 20,000 deep."""
    inside = "<w:p><w:r><w:t>tekst</w:t></w:r></w:p>"
    nested = "<w:sdt><w:sdtContent>" * 20_000 + inside + "</w:sdtContent></w:sdt>" * 20_000
    return Hostile("deep.docx", _with_document("", nested), refused=False)


def script() -> Hostile:
    """Text that would be a command elsewhere."""
    made = Word()
    made.title("<script>alert(1)</script>")
    made.para(
        "---",
        "title: gekaapt",
        "---",
        "{{ 7*7 }} ::: intern",
        "[x](javascript:alert(1))",
        "- [ ] niets @allen",
        "![x](http://127.0.0.1:9/a.png)",
    )
    return Hostile(
        "script.docx", made.data(), refused=False, never=("\n<script>", "javascript:alert(1))", "\ntitle: gekaapt")
    )


def pdf(*texts: str, packed: bool = False) -> bytes:
    """A PDF with a line on each page."""
    buffer = io.BytesIO()
    with pikepdf.new() as file:
        font = file.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        for text in texts:
            file.add_blank_page(page_size=(595, 842))
            page = file.pages[-1]
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = pikepdf.Stream(file, f"BT /F 12 Tf 60 700 Td ({text}) Tj ET".encode("latin-1"))
        file.save(
            buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
        )
    return buffer.getvalue()


def _squeezed(block: bytes, size: int, head: bytes = b"") -> tuple[bytes, int, int]:
    """Raw deflate of a head and so many bytes of one block after the other, with the check sum and the size of all."""
    packer = zlib.compressobj(9, wbits=-15)
    first = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    blocks = block * ((1 << 20) // len(block))
    again = packer.compress(blocks) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = zlib.crc32(head)
    for _ in range(size >> 20):
        crc = zlib.crc32(blocks, crc)
    return first + again * (size >> 20) + packer.flush(), crc, len(head) + len(blocks) * (size >> 20)


def _with_document(before: str, inside: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = (
                _BODY.format(before=before, inside=inside).encode() if name == "word/document.xml" else old.read(name)
            )
            new.writestr(name, text)
    return buffer.getvalue()


def lying_size() -> Hostile:
    """An archive that says its part is small."""
    made = bytearray(_bomb())
    place = made.rfind(b"word/document.xml") - 46  # its entry in the list at the end
    assert made[place : place + 4] == b"PK\x01\x02"
    made[place + 24 : place + 28] = struct.pack("<I", 1000)
    return Hostile("lying.docx", bytes(made))


ALL: tuple[Callable[..., Hostile], ...] = (
    zip_bomb,
    lying_size,
    many_entries,
    twice,
    entities,
    external,
    macros,
    old_word,
    locked_pdf,
    cut_word,
    cut_pdf,
    newer_zip,
    wrong_sum,
    empty,
    blank_text,
    binary_text,
    wordless,
    workbook,
    scan,
    disguised,
    pages,
    one_page_often,
    broken_tables,
    loop,
    many_names,
    pdf_bomb,
    deep,
    script,
)
