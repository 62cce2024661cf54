"""What is in a PDF and nobody sees: words that leave no mark on a page, and pages, texts and pictures that no page leads to."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from made_pdf import pdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode
from test_attached_words import came_of

UNSEEN = (
    "holds words that nobody sees: covered, cut off, in the colour of what is behind them, beside the page or as small as a dot "
    "(on page {}); take these out in the program that made it"
)
LEFT = "keeps pages, texts or pictures that were taken out of it; print it to a new PDF, and take that"
SECRET = b"BT /F1 12 Tf 20 100 Td (Geheim) Tj ET "
SCAN = b"q 300 0 0 300 0 0 cm /Im Do Q "


def drawn(*contents: bytes, box: tuple[int, ...] = (), turned: int = 0) -> bytes:
    """Pages that begin with a word that is seen, and have other things on them."""
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(*["Welkom"] * len(contents)))) as file:
        off = file.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Laag")))
        file.Root.OCProperties = Dictionary(OCGs=Array([off]), D=Dictionary(OFF=Array([off])))
        grey = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, BitsPerComponent=8)
        grey.ColorSpace, grey.Filter = Name.DeviceGray, Name.FlateDecode
        image = file.make_stream(zlib.compress(b"\xee\xee\xee\xee"), grey)
        for page, one in zip(file.pages, contents, strict=True):
            page.Resources.Properties = Dictionary(Off=off)
            if b"/Im Do" in one:
                page.Resources.XObject = Dictionary(Im=image)
            page.Resources.ExtGState = Dictionary(Clear=Dictionary(ca=0))
            page.Contents = Array([file.make_stream(page.Contents.read_bytes() + b" " + one)])
            if box:
                page.CropBox = Array(box)
            if turned:
                page.Rotate = turned
        file.save(data, deterministic_id=True)
    return data.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"1 1 1 rg " + SECRET,
        b"0.98 1 0.97 rg " + SECRET,
        b"0 0 0.5 rg 0 80 300 60 re f " + SECRET,
        SECRET + b"0 g 0 90 300 30 re f",
        SECRET + b"1 g 0 90 300 30 re f",
        b"3 Tr " + SECRET,
        b"BT /F1 12 Tf 20 -100 Td (Geheim) Tj ET",
        b"BT /F1 12 Tf 400 100 Td (Geheim) Tj ET",
        b"BT /F1 0.9 Tf 20 100 Td (Geheim) Tj ET",
        b"BT /F1 12 Tf 0.05 0 0 0.05 20 100 Tm (Geheim) Tj ET",
        b"/OC /Off BDC " + SECRET + b"EMC",
        b"/Clear gs " + SECRET,
        b"q 0 0 10 10 re W n " + SECRET + b"Q",
        b"1 g BT /F1 12 Tf 20 100 Td (G) Tj 20 0 Td (e) Tj 20 0 Td (h) Tj 20 0 Td (e) Tj ET",
        b"1 g BT /F1 12 Tf 20 100 Td (Ge he im) Tj ET",
        b"1 g BT /F1 12 Tf 20 100 Td (Jo 45) Tj ET",
        SCAN + SECRET + b"0 g 0 90 300 30 re f",
        SCAN + b"0.93 g " + SECRET,
        SECRET + SCAN,
        SECRET + b"q 300 0 0 160 0 0 cm /Im Do Q",
    ],
)
@pytest.mark.parametrize("turned", [0, 90])
def test_a_pdf_with_words_that_nobody_sees_is_not_published(content: bytes, turned: int) -> None:
    assert came_of(drawn(b"", content, turned=turned)) == (UNSEEN.format(2), "")


def test_words_beside_what_is_shown_of_a_page_are_not_seen() -> None:
    assert came_of(drawn(SECRET)) == ("", "")
    assert came_of(drawn(SECRET, box=(0, 200, 300, 300))) == (UNSEEN.format(1), "")


@pytest.mark.parametrize(
    "content",
    [
        SECRET,
        b"0 0 0.5 rg 0 80 300 60 re f 1 g " + SECRET,
        b"0.9 g " + SECRET,
        b"BT /F1 3 Tf 20 100 Td (Geheim) Tj ET",
        b"0.8 g BT /F1 4 Tf 20 100 Td (Geheim) Tj ET",
        b"0 g 0 90 300 30 re f " + SECRET.replace(b"BT", b"1 g BT"),
        b"1 g " + SECRET.replace(b"Geheim", b"Welkom"),
        b"1 g " + SECRET.replace(b"Geheim", b"12"),
        b"1 g BT /F1 12 Tf 20 100 Td (1 2) Tj ET",
        b"BT /F1 12 Tf 20 150 Td (tot in de zaal) Tj ET 1 g BT /F1 12 Tf 20 100 Td (in de) Tj ET",
        b"0.5 g 0 80 300 60 re f 0.784 0.353 0.09 rg " + SECRET,
        b"0.11 0.29 0.49 rg 0 80 300 60 re f 0.83 0 0 rg " + SECRET,
        b"0.9 0 0 rg 0 80 300 60 re f 0 0.48 0.13 rg " + SECRET,
        SCAN + b"3 Tr " + SECRET,
        SCAN + SECRET,
        b"q 100 0 0 20 10 95 cm /Im Do Q 3 Tr " + SECRET,
    ],
)
@pytest.mark.parametrize("turned", [0, 270])
def test_words_that_are_seen_or_go_with_a_scan_are_published(content: bytes, turned: int) -> None:
    assert came_of(drawn(b"", content, turned=turned)) == ("", "")


def saved(raw: bytes, mode: ObjectStreamMode = ObjectStreamMode.disable, *, linearize: bool = False) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as file:
        file.save(made, object_stream_mode=mode, linearize=linearize, deterministic_id=True)
    return made.getvalue()


def blanked(raw: bytes, before: bytes, words: bytes) -> bytes:
    """The file with blanks in the place of what stands behind some bytes, for the last time."""
    start = raw.index(words, raw.rindex(before))
    return raw[:start] + b"null".ljust(len(words)) + raw[start + len(words) :]


@pytest.mark.parametrize("mode", [ObjectStreamMode.disable, ObjectStreamMode.generate])
def test_a_page_that_is_in_no_list_of_pages_is_not_published(mode: ObjectStreamMode) -> None:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf("Welkom", "Geheim"))) as file:
        file.Root.Dests = Dictionary(Gone=Array([file.Root.Pages.Kids[1], Name.Fit]))  # a link still leads to it
        file.Root.Pages.Kids, file.Root.Pages.Count = Array([file.Root.Pages.Kids[0]]), 1
        file.save(made, object_stream_mode=mode, deterministic_id=True)
    assert came_of(made.getvalue()) == (LEFT, "")


def test_a_page_that_nothing_leads_to_is_not_published() -> None:
    raw = saved(pdf("Welkom", "Geheim"))
    with pikepdf.open(io.BytesIO(raw)) as file:
        gone = b"%d 0 R" % file.pages[1].objgen[0]
    taken = blanked(raw, b"/Kids", gone).replace(b"/Count 2", b"/Count 1")
    assert came_of(taken) == (LEFT, "")


@pytest.mark.parametrize("picture", [False, True])
def test_a_text_or_a_picture_that_nothing_leads_to_is_not_published(picture: bool) -> None:
    raw = saved(pdf("Welkom", picture=picture))
    with pikepdf.open(io.BytesIO(raw)) as file:
        of = file.pages[0].Resources.XObject.Im if picture else file.pages[0].Contents
        gone = b"%d 0 R" % of.objgen[0]
    assert came_of(blanked(raw, b"/Im " if picture else b"/Contents ", gone))[0] == LEFT


@pytest.mark.parametrize("linearize", [False, True])
@pytest.mark.parametrize("mode", [ObjectStreamMode.disable, ObjectStreamMode.generate])
def test_a_pdf_that_keeps_nothing_is_published(linearize: bool, mode: ObjectStreamMode) -> None:
    assert came_of(saved(pdf("Welkom", "Slot"), mode, linearize=linearize)) == ("", "")
