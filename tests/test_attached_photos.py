"""Photos in a PDF or a document tell nothing of where, when and by whom they were taken, and are drawn as before."""

from __future__ import annotations

import base64
import io
import struct
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from made_pdf import pdf
from made_pictures import JPEG, exif, jpeg, segment
from pikepdf import Array, Dictionary, Name, ObjectStreamMode
from test_attached_inside import packed, parts, refused, seen

from elzctl.attachments.photos import without_notes
from elzctl.tree import Unreadable

XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF><a exif:GPSLatitude='GEHEIM'/></rdf:RDF></x:xmpmeta>"
IPTC = b"Photoshop 3.0\0" + b"8BIM GEHEIM"
NOTES = [
    exif(1, author=b"GEHEIM"),
    exif(6, order=">", author=b"GEHEIM"),
    segment(0xE1, XMP),
    segment(0xED, IPTC),
    segment(0xFE, b"GEHEIM"),
    segment(0xE2, b"MPF\0 GEHEIM"),
    segment(0xE0, b"JFXX\0\x13GEHEIM"),
]
PHOTO = (
    "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
    " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{}</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
)
WHERE = "<rdf:Description xmlns:exif='e' exif:GPSLatitude='51,GEHEIM'/>"
CITY = "<rdf:Description><photoshop:City>GEHEIM</photoshop:City></rdf:Description>"
STUCK = "holds a photo with what its camera noted (the place, the time, the owner), and elzctl cannot take that out"


def photo(
    data: bytes,
    *filters: Name,
    about: bytes = b"",
    zipped: bool = False,
    mode: ObjectStreamMode = ObjectStreamMode.disable,
) -> bytes:
    """A PDF of one page that is a photo, *data* as it is packed; *about* is what is said of the photo in a part of its own."""
    file, made = pikepdf.new(), io.BytesIO()
    image = file.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=8, Height=4)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
    image.Filter = Array(filters) if len(filters) > 1 else filters[0]
    if about:
        image.Metadata = file.make_stream(
            zlib.compress(about) if zipped else about, Type=Name.Metadata, Subtype=Name.XML
        )
        if zipped:
            image.Metadata.Filter = Name.FlateDecode
    page = file.add_blank_page(page_size=(80, 40))
    page.Resources = Dictionary(XObject=Dictionary(Im=image))
    page.Contents = file.make_stream(b"q 80 0 0 40 0 0 cm /Im Do Q BT ET")
    file.save(made, deterministic_id=True, compress_streams=False, object_stream_mode=mode)
    return made.getvalue()


def drawn(data: bytes) -> bytes:
    """What a reader sees of the first page."""
    document = pypdfium2.PdfDocument(data)
    found = bytes(document[0].render(scale=2).buffer)
    document.close()
    assert set(found) - {255}
    return found


def plain(data: bytes) -> bytes:
    """All that stands in a PDF, unpacked as far as it can be."""
    with pikepdf.open(io.BytesIO(data)) as file:
        streams = [one for one in file.objects if isinstance(one, pikepdf.Stream)]
        raw = b"".join(one.read_raw_bytes() for one in streams)
        opened = [
            zlib.decompressobj().decompress(one.read_raw_bytes())
            for one in streams
            if "/FlateDecode" in repr(one.get("/Filter"))
        ]
        return b"".join((data, raw, *opened))


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("mode", [ObjectStreamMode.disable, ObjectStreamMode.generate])
def test_a_photo_in_a_pdf_loses_what_its_camera_noted_and_looks_the_same(
    note: bytes, mode: ObjectStreamMode, tmp_path: Path
) -> None:
    raw = photo(jpeg(note), Name.DCTDecode, mode=mode)
    assert b"GEHEIM" in raw
    found = seen(tmp_path, "a.pdf", raw).data
    assert len(found) == len(raw)
    assert b"GEHEIM" not in plain(found)
    assert drawn(found) == drawn(raw)
    assert without_notes(found) == found


@pytest.mark.parametrize("mark", [0xE0, 0xE2, 0xEE])
def test_what_programs_need_to_draw_a_photo_is_kept(mark: int, tmp_path: Path) -> None:
    body = {0xE0: b"JFIF\0\1\1\0\0\1\0\1\0\0", 0xE2: b"ICC_PROFILE\0\1\1profile", 0xEE: b"Adobe\0\x64\0\0\0\0\0"}[mark]
    raw = photo(jpeg(segment(mark, body)), Name.DCTDecode)
    assert seen(tmp_path, "a.pdf", raw).data == raw


def test_a_small_picture_within_a_photo_and_what_stands_behind_it_are_gone(tmp_path: Path) -> None:
    behind = jpeg(exif(1, author=b"GEHEIM"))
    small = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\4\4" + b"GEHEIM")
    for data in (
        jpeg() + behind,
        jpeg() + b"GEHEIM\r\n",
        jpeg(small),
        jpeg(data=JPEG[:-2] + segment(0xE1, b"GEHEIM") + JPEG[-2:]),
    ):
        raw = photo(data, Name.DCTDecode)
        found = seen(tmp_path, "a.pdf", raw).data
        assert b"GEHEIM" not in plain(found)
        assert drawn(found) == drawn(raw)


@pytest.mark.parametrize("level", [1, 9])
def test_a_photo_that_is_packed_once_more_loses_it_too(level: int, tmp_path: Path) -> None:
    raw = photo(zlib.compress(jpeg(*NOTES), level), Name.FlateDecode, Name.DCTDecode)
    found = seen(tmp_path, "a.pdf", raw).data
    assert (len(found), drawn(found)) == (len(raw), drawn(raw))
    assert b"GEHEIM" not in plain(found)


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("said", [WHERE, CITY])
def test_what_is_said_of_a_photo_in_the_properties_of_it_is_gone(said: str, *, zipped: bool, tmp_path: Path) -> None:
    raw = photo(JPEG, Name.DCTDecode, about=PHOTO.format(said).encode(), zipped=zipped)
    assert b"GEHEIM" in plain(raw)
    found = seen(tmp_path, "a.pdf", raw).data
    assert (len(found), drawn(found)) == (len(raw), drawn(raw))
    assert b"GEHEIM" not in plain(found)
    with pikepdf.open(io.BytesIO(found)) as file:
        assert not file.check_pdf_syntax()


def test_a_pdf_keeps_its_promise_that_it_is_made_for_everybody(tmp_path: Path) -> None:
    spaces = "xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/' xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/'"
    made = "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:CreatorTool='Writer'/>"
    promise = f"{made}<rdf:Description rdf:about='' {spaces} pdfaid:part='3' pdfaid:conformance='A'><pdfuaid:part>1</pdfuaid:part></rdf:Description>"
    raw = photo(JPEG, Name.DCTDecode, about=PHOTO.format(promise + WHERE).encode())
    found = seen(tmp_path, "a.pdf", raw).data
    assert b"GEHEIM" not in found
    assert all(one in found for one in (b'pdfuaid:part="1"', b'pdfaid:part="3"', b'pdfaid:conformance="A"'))
    raw = photo(JPEG, Name.DCTDecode, about=PHOTO.format(promise.replace("'Writer'", "''")).encode())
    assert seen(tmp_path, "a.pdf", raw).data == raw


@pytest.mark.parametrize(
    ("name", "coded"),
    [
        (Name.ASCII85Decode, lambda data: base64.a85encode(data) + b"~>"),
        (Name.ASCIIHexDecode, lambda data: data.hex().encode() + b">"),
    ],
)
def test_a_photo_that_is_written_in_letters_is_refused_when_something_is_noted(
    name: Name, coded: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    raw = photo(coded(jpeg(exif(1, author=b"GEHEIM"))), name, Name.DCTDecode)
    assert refused(tmp_path, "a.pdf", raw).startswith(STUCK)
    raw = photo(coded(JPEG), name, Name.DCTDecode)
    assert seen(tmp_path, "a.pdf", raw).data == raw


def test_a_photo_that_is_damaged_is_refused_when_something_is_noted_that_cannot_be_reached(tmp_path: Path) -> None:
    odd = b"\xff\xd8\xff\xe0\xff\xff" + exif(1, author=b"GEHEIM")
    assert refused(tmp_path, "a.pdf", photo(odd, Name.DCTDecode)).startswith(STUCK)
    for end in (3, 5, 20, 40, len(JPEG) - 2):
        seen(tmp_path, "a.pdf", photo(JPEG[:end], Name.DCTDecode))


def test_a_signed_pdf_with_notes_and_a_locked_one_are_refused(tmp_path: Path) -> None:
    raw = photo(jpeg(exif(1, author=b"GEHEIM")), Name.DCTDecode)
    told = refused(tmp_path, "a.pdf", raw + b"\n9 0 obj << /ByteRange [0 1 2 3] >>\nstartxref\n9\n%%EOF\n")
    assert told.startswith("is signed, and holds photos with what their cameras noted")
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Welkom", author="GEHEIM"))) as file:
        file.save(made, encryption=pikepdf.Encryption(owner="x", user=""))
    assert refused(tmp_path, "a.pdf", made.getvalue()).startswith(
        "is locked, so that elzctl cannot look for who made it"
    )


def test_a_photo_in_boxes_loses_the_words_in_these() -> None:
    head = b"\0\0\0\x0cjP  \r\n\x87\n" + struct.pack(">I4s", 12, b"ftyp") + b"jp2 "
    boxes = struct.pack(">I4s", 14, b"xml ") + b"GEHEIM" + struct.pack(">I4sQ", 1, b"uuid", 22) + b"GEHEIM"
    picture = head + boxes + struct.pack(">I4s", 0, b"jp2c") + b"GEHEIM?"
    raw = b"%PDF-1.7 1 0 obj<</Filter/JPXDecode>>stream\n" + picture + b"\nendstream"
    found = without_notes(raw)
    assert (len(found), found.count(b"GEHEIM"), found.count(b"GEHEIM?")) == (len(raw), 1, 1)


def test_a_pdf_that_is_broken_is_left_as_it_is_and_never_breaks_elzctl() -> None:
    raw = photo(jpeg(*NOTES), Name.DCTDecode, about=PHOTO.format(WHERE).encode(), zipped=True)
    for cut in range(0, len(raw), 7):
        with suppress(Unreadable):
            assert len(without_notes(raw[:cut])) == cut
        with suppress(Unreadable):
            assert len(without_notes(raw[:cut] + raw[cut + 5 :])) == len(raw[:cut] + raw[cut + 5 :])
    begun = (
        b"%PDF-1.7 stream\n<rdf:RDF exif:a='1'>\nendstream 2 0 obj<</Keep/Me>> stream\n<rdf:RDF></rdf:RDF>\nendstream"
    )
    assert without_notes(begun) == begun


@pytest.mark.parametrize(
    "text",
    [
        b"stream\n",
        b"stream\nendstream",
        b"stream\n\xff\xd8\xff",
        b"\xff\xe1\0\2",
        b"<rdf:RDF>",
        b"<rdf:RDF </rdf:RDF>",
        b"/DCTDecode stream\nendstream ",
        b"/Type/Metadata stream\nx",
        b"stream\n\0\0\0\x0cjP  \r\n\x87\n",
    ],
)
def test_a_hostile_pdf_takes_no_time(text: bytes) -> None:
    start = time.process_time()
    for tail in (b"", b"endstream</rdf:RDF>"):
        with suppress(Unreadable):
            without_notes(b"%PDF-1.7\nstream\n\xff\xd8" + text * (2_000_000 // len(text)) + tail)
    assert time.process_time() - start < 5


def test_what_unpacks_to_more_than_can_be_looked_into_is_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(bytes(100 << 20), 9)
    raw = b"%PDF-1.7 1 0 obj<</Type/Metadata/Filter/FlateDecode>>stream\n" + bomb + b"\nendstream"
    assert refused(tmp_path, "a.pdf", raw) == "holds more packed parts than elzctl can look into"


TIFF = struct.pack("<2sHIH", b"II", 42, 8, 1)
TELLS = {
    "a.tiff": TIFF + struct.pack("<HHII", 0x8825, 4, 1, 26),
    "b.tif": struct.pack(">2sHIHHHII", b"MM", 42, 8, 1, 0x013B, 2, 4, 26),
    "c.webp": b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x08",
    "d.heic": b"\0\0\0\x18ftypheic" + bytes(20) + b"\0\0\0\x15infe\2\0\0\1\0\2\0\0Exif\0",
    "e.gif": b"GIF89a!\xff\x0bXMP DataXMP",
    "f.jp2": b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x0auuidxx",
}
TELLS_NOTHING = {
    "a.tiff": TIFF + struct.pack("<HHII", 0x0100, 4, 1, 26),
    "c.webp": b"RIFF\0\0\0\0WEBPVP8L EXIF",
    "d.heic": b"\0\0\0\x18ftypheic",
    "e.gif": b"GIF89a XMP EXIF",
    "f.emf": b"\1\0\0\0 EXIF",
    "g.webp": b"RIFF\0\0\0\0WEBP",
}


@pytest.mark.parametrize("name", TELLS)
def test_a_document_with_a_noted_picture_of_another_kind_is_refused(name: str, tmp_path: Path) -> None:
    told = refused(tmp_path, "a.docx", packed(**{f"word__media__{name}": TELLS[name]}))
    assert told.startswith(f"holds a picture (word/media/{name}) in which its camera noted something")


@pytest.mark.parametrize("name", TELLS_NOTHING)
def test_a_picture_of_another_kind_in_which_nothing_is_noted_goes_out(name: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.docx", packed(**{f"word__media__{name}": TELLS_NOTHING[name]}))


@pytest.mark.parametrize("name", ["a.jfif", "a.jpe", "a.tmp"])
def test_a_photo_in_a_document_loses_what_was_noted_whatever_its_name(name: str, tmp_path: Path) -> None:
    found = seen(tmp_path, "a.docx", packed(**{f"word__media__{name}": jpeg(exif(1, author=b"GEHEIM"))}))
    assert b"GEHEIM" not in parts(found.data)[f"word/media/{name}"]
