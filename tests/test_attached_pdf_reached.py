"""What a PDF holds and shows on none of its pages: pictures and parts that only stand in a list, fields, what programs keep."""

from __future__ import annotations

import io
import time
import zlib
from base64 import a85encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from made_pdf import pdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String
from test_attached_inside import refused, seen
from test_attached_words import came_of

from elzctl.tree import Unreadable

LEFT = "keeps pages, texts or pictures that were taken out of it; print it to a new PDF, and take that"
FIELD = "holds a field that is filled in and that nobody sees; empty it in the program that made it"
STUCK = "has properties that elzctl cannot empty; print it to a new PDF, and take that"
TOLD = "holds an e-mail address or a number of somebody (in the description of a picture)"
MODES = [ObjectStreamMode.disable, ObjectStreamMode.generate]
HIDDEN, NOT_SHOWN, PRINTED = 2, 32, 4


def changed(change: Callable[[Pdf], None], *pages: str, mode: ObjectStreamMode = ObjectStreamMode.disable) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(*(pages or ("Welkom",))))) as file:
        change(file)
        file.save(made, object_stream_mode=mode, deterministic_id=True)
    return made.getvalue()


def picture(file: Pdf) -> pikepdf.Stream:
    made = Dictionary(Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, BitsPerComponent=8)
    made.ColorSpace, made.Filter = Name.DeviceGray, Name.FlateDecode
    return file.make_stream(zlib.compress(b"\x10\x80\xee\x40"), made)


def form(file: Pdf, content: bytes, **resources: Any) -> pikepdf.Stream:
    box = Array([0, 0, 300, 300])
    return file.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary(**resources))


def draws(file: Pdf, content: bytes, **named: Any) -> None:
    page = file.pages[0]
    page.Resources.XObject = Dictionary(**named)
    page.Contents = file.make_stream(page.Contents.read_bytes() + b" q 50 0 0 50 0 0 cm " + content + b" Q")


def only_listed(file: Pdf) -> None:
    draws(file, b"/Im1 Do", Im1=picture(file), Im2=picture(file))


def a_page_less(file: Pdf) -> None:
    """Two pages with one list of all pictures, as LibreOffice has them, of which the second is taken out."""
    shared = file.make_indirect(
        Dictionary(Font=file.pages[0].Resources.Font, XObject=Dictionary(Im1=picture(file), Im2=picture(file)))
    )
    for number, page in enumerate(file.pages, start=1):
        page.Resources = shared
        page.Contents = file.make_stream(page.Contents.read_bytes() + b" /Im%d Do" % number)
    del file.pages[1]


def words_only_listed(file: Pdf) -> None:
    draws(file, b"", Fm=form(file, b"BT /F1 12 Tf 20 100 Td (Geheim) Tj ET", Font=file.pages[0].Resources.Font))


def picture_in_a_part_only_listed(file: Pdf) -> None:
    draws(file, b"", Fm=form(file, b"/Im Do", XObject=Dictionary(Im=picture(file))))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("change", [only_listed, a_page_less, words_only_listed, picture_in_a_part_only_listed])
def test_what_is_listed_and_drawn_on_no_page_is_not_published(
    change: Callable[[Pdf], None], mode: ObjectStreamMode
) -> None:
    assert came_of(changed(change, "Welkom", "Slot", mode=mode)) == (LEFT, "")


def nested(file: Pdf) -> None:
    inner = form(file, b"/Im Do", XObject=Dictionary(Im=picture(file)))
    draws(file, b"/Fm Do", Fm=form(file, b"/In Do", XObject=Dictionary(In=inner)))


def in_a_pattern(file: Pdf) -> None:
    tiles = Dictionary(Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=9, YStep=9)
    tiles.BBox, tiles.Resources = Array([0, 0, 9, 9]), Dictionary(XObject=Dictionary(Im=picture(file)))
    draws(file, b"/Pattern cs /P scn 0 0 9 9 re f")
    file.pages[0].Resources.Pattern = Dictionary(P=file.make_stream(b"9 0 0 9 0 0 cm /Im Do", tiles))


def with_soft_masks(file: Pdf) -> None:
    image, mask = picture(file), picture(file)
    image.SMask = mask
    group = form(file, b"/Im Do", XObject=Dictionary(Im=picture(file)))
    group.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    draws(file, b"/Soft gs /Im Do", Im=image)
    file.pages[0].Resources.ExtGState = Dictionary(Soft=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=group)))


def in_a_note(file: Pdf) -> None:
    look = form(file, b"q 9 0 0 9 0 0 cm /Im Do Q", XObject=Dictionary(Im=picture(file)))
    note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), F=4, AP=Dictionary(N=look))
    file.pages[0].Annots = Array([file.make_indirect(note)])


def in_a_font(file: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontMatrix=Array([0.1, 0, 0, 0.1, 0, 0]), FirstChar=97)
    font.FontBBox, font.LastChar, font.Widths = Array([0, 0, 9, 9]), 97, Array([9])
    font.CharProcs = Dictionary(a=file.make_stream(b"9 0 d0 9 0 0 9 0 0 cm /Im Do"))
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a]))
    font.Resources = Dictionary(XObject=Dictionary(Im=picture(file)))
    file.pages[0].Resources.Font.F3 = file.make_indirect(font)
    draws(file, b"BT /F3 1 Tf (a) Tj ET")


def in_typed_codes(file: Pdf) -> None:
    page = file.pages[0]
    page.Resources.XObject = Dictionary({"/Im 1": picture(file)})
    content = a85encode(zlib.compress(page.Contents.read_bytes() + b" q /Im#201 Do Q")) + b"~>"
    filters = Array([Name.ASCII85Decode, Name.FlateDecode])
    page.Contents = file.make_stream(content, Dictionary(Filter=filters))


def in_two_pieces(file: Pdf) -> None:
    page = file.pages[0]
    page.Resources.XObject = Dictionary(Im=picture(file))
    first = file.make_stream(page.Contents.read_bytes() + b" q 9 0 0 9 0 0 cm /Im")
    page.Contents = Array([first, file.make_stream(b"Do Q")])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "change",
    [nested, in_a_pattern, with_soft_masks, in_a_note, in_a_font, in_typed_codes, in_two_pieces],
)
def test_what_is_drawn_within_something_else_is_published(
    change: Callable[[Pdf], None], mode: ObjectStreamMode
) -> None:
    assert came_of(changed(change, mode=mode)) == ("", "")


def field(said: str, flags: int | None = PRINTED, *, above: bool = False) -> Callable[[Pdf], None]:
    """A field in the form, with a place on the page unless it has no *flags*; what it holds may stand *above* its place."""

    def change(file: Pdf) -> None:
        one = file.make_indirect(Dictionary(FT=Name.Tx, T=String("naam"), V=String(said)))
        file.Root.AcroForm = Dictionary(Fields=Array([one]))
        if flags is None:
            return
        place = file.make_indirect(Dictionary(Parent=one)) if above else one
        place.Type, place.Subtype, place.F, place.Rect = Name.Annot, Name.Widget, flags, Array([0, 0, 90, 20])
        if above:
            one.Kids = Array([place])
        file.pages[0].Annots = Array([place])

    return change


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("above", [False, True])
@pytest.mark.parametrize("flags", [HIDDEN, HIDDEN | PRINTED, NOT_SHOWN, None])
def test_a_field_that_is_filled_in_and_not_seen_is_not_published(
    flags: int | None, above: bool, mode: ObjectStreamMode
) -> None:
    assert came_of(changed(field("Geheim", flags, above=above), mode=mode)) == (FIELD, "")
    assert came_of(changed(field("", flags, above=above), mode=mode)) == ("", "")
    assert came_of(changed(field("Gezien", above=above), mode=mode)) == ("", "")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("key", ["Alt", "ActualText"])
@pytest.mark.parametrize("said", ["Foto van naam@voorbeeld.be", "Café (Ωmega), naam@voorbeeld.be", "bel 0470 11 22 33"])
def test_a_description_of_a_picture_with_an_address_is_not_published(
    said: str, key: str, mode: ObjectStreamMode, tmp_path: Path
) -> None:
    def change(file: Pdf, words: str) -> None:
        figure = Dictionary({"/Type": Name.StructElem, "/S": Name.Figure, f"/{key}": String(words)})
        file.Root.StructTreeRoot = file.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=file.make_indirect(figure))
        )

    assert refused(tmp_path, "x.pdf", changed(lambda file: change(file, said), mode=mode)) == TOLD
    assert came_of(changed(lambda file: change(file, "Een foto (2025) van de zaal"), mode=mode)) == ("", "")


def kept_by_a_program(file: Pdf) -> None:
    kept = file.make_stream(b"GEHEIM in een stuk")
    further = file.make_indirect(Dictionary(Said=file.make_indirect(String("GEHEIM verder")), Kept=kept))
    page = file.pages[0].obj
    file.Root.PieceInfo = Dictionary(Maker=Dictionary(LastModified=String("D:2026"), Private=further, Page=page))
    page.PieceInfo = file.make_indirect(Dictionary(Other=Dictionary(Private=String("GEHEIM direct"))))
    page.Thumb = picture(file)
    page.Thumb.write(b"GEHE" * 3, filter=None)


@pytest.mark.parametrize("mode", MODES)
def test_what_programs_keep_for_themselves_in_a_pdf_is_taken_out(mode: ObjectStreamMode, tmp_path: Path) -> None:
    raw = changed(kept_by_a_program, "Welkom", "Slot", mode=mode)
    assert came_of(raw) == ("", "")
    clean = seen(tmp_path, "x.pdf", raw).data
    assert len(clean) == len(raw)
    with pikepdf.open(io.BytesIO(clean)) as file:
        left = b" ".join(
            one.unparse(resolved=True) + (one.read_bytes() if isinstance(one, pikepdf.Stream) else b"")
            for one in file.objects
            if isinstance(one, pikepdf.Object)
        )
        words = [page.Contents.read_bytes() for page in file.pages]
    assert b"GEHE" not in left
    assert b"Welkom" in words[0]
    assert b"Slot" in words[1]


def test_what_programs_keep_in_a_signed_pdf_is_not_published(tmp_path: Path) -> None:
    def change(file: Pdf) -> None:
        file.Root.PieceInfo = Dictionary(Maker=Dictionary(Private=String("GEHEIM")))
        file.Root.Perms = Dictionary(DocMDP=Dictionary(ByteRange=Array([0, 1, 2, 3])))

    assert refused(tmp_path, "x.pdf", changed(change)) == STUCK


@pytest.mark.parametrize(
    "said",
    [
        b"/PieceInfo<<",
        b"/PieceInfo<<%",
        b"/Info<<%",
        b"/PieceInfo<<[1 1 ",
        b"/Thumb 1 0 R 1 0 obj ",
        b"/Alt(",
        b"/Alt((a)",
    ],
)
def test_a_hostile_pdf_takes_no_time_to_empty(said: bytes, tmp_path: Path) -> None:
    raw = b"%PDF-1.4\n" + said * (1_000_000 // len(said)) + b"\nendobj\nstartxref\n1\n%%EOF\n"
    begun = time.perf_counter()
    with suppress(Unreadable):
        seen(tmp_path, "x.pdf", raw)
    assert time.perf_counter() - begun < 20
