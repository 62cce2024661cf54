"""A PDF to which a later version was added still holds the earlier one: what was taken out of it does not go out."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Mapping
from contextlib import suppress

import pikepdf
import pypdfium2
import pytest
from made_pdf import pdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode
from test_attached_inside import ALLOWED
from test_attached_words import came_of

from elzctl.attachments.pdf import looked
from elzctl.attachments.pdf_parts import pdf as published
from elzctl.attachments.pdf_versions import earlier

CHANGED = (
    "keeps an earlier version of itself, with what was taken out or changed since (on page {}), which others can get back; "
    "print it to a new PDF, and take that"
)
BETRAYS = "keeps an earlier version of itself, in which there is what may not be published; print it to a new PDF, and take that"


def contents(raw: bytes, page: int = 0) -> int:
    """The number of what is drawn on a page."""
    with pikepdf.open(io.BytesIO(raw)) as file:
        return file.pages[page].Contents.objgen[0]


def drawing(*lines: str) -> bytes:
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    data = f"BT /F1 12 Tf 20 250 Td {shown} ET".encode("cp1252")
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(data), data)


def updated(raw: bytes, objects: Mapping[int, bytes]) -> bytes:
    """The file with a later version of some of its objects behind its end, as programs add these."""
    before = int(re.findall(rb"startxref\s+(\d+)", raw)[-1])
    with pikepdf.open(io.BytesIO(raw)) as file:
        root, size = file.Root.objgen[0], max(len(file.objects) + 1, *(number + 1 for number in objects))
    made, listed = raw, b""
    for number, body in sorted(objects.items()):
        listed += b"%d 1\n%010d 00000 n \n" % (number, len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    if b"/Type /XRef" in raw:  # its list of objects is an object itself
        return made + _listed_in_an_object(made, size, root, before, [*sorted(objects), size])
    trailer = b"trailer\n<< /Root %d 0 R /Size %d /Prev %d >>" % (root, size, before)
    return made + b"xref\n%b%b\nstartxref\n%d\n%%%%EOF\n" % (listed, trailer, len(made))


def _listed_in_an_object(made: bytes, size: int, root: int, before: int, numbers: list[int]) -> bytes:
    """The end of a file whose list of objects is the last of these."""
    places = [made.rindex(b"\n%d 0 obj\n" % number) + 1 for number in numbers[:-1]] + [len(made)]
    data = b"".join(b"\1" + place.to_bytes(4) + b"\0" for place in places)
    index = b" ".join(b"%d 1" % number for number in numbers)
    about = b"/Type /XRef /W [1 4 1] /Index [%b] /Size %d /Root %d 0 R /Prev %d" % (index, size + 1, root, before)
    stream = b"<< %b /Length %d >>\nstream\n%b\nendstream" % (about, len(data), data)
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (size, stream, len(made))


def in_order(raw: bytes) -> bytes:
    """The same file, linearized: its first page stands at the front."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as file:
        file.save(made, linearize=True, deterministic_id=True)
    return made.getvalue()


def in_objects(raw: bytes, *, linearize: bool = False) -> bytes:
    """The same file with its parts packed together, as newer programs write it."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw)) as file:
        file.save(made, linearize=linearize, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return made.getvalue()


def read(raw: bytes) -> str:
    document = pypdfium2.PdfDocument(raw)
    found = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return found


TWO = pdf("Welkom", "Namen GEHEIM")


@pytest.mark.parametrize(
    "raw",
    [
        TWO,
        in_order(TWO),
        in_order(pdf("Welkom", "GEHEIM", "Slot", "Slot")),
        in_objects(TWO),
        in_objects(TWO, linearize=True),
    ],
)
def test_what_was_taken_out_of_a_later_version_is_not_published(raw: bytes) -> None:
    later = updated(raw, {contents(raw, 1): drawing("Namen")})
    assert "GEHEIM" in read(raw)
    assert "GEHEIM" not in read(later)
    assert came_of(later) == (CHANGED.format(2), "")
    assert came_of(updated(later, {contents(raw): drawing("Welkom allemaal")})) == (CHANGED.format(2), "")


def test_a_contact_that_was_taken_out_is_not_published() -> None:
    raw = pdf("Welkom", "Bel 0471 83 94 76")
    assert came_of(updated(raw, {contents(raw, 1): drawing("Bel ons")})) == (BETRAYS, "")


def test_a_page_or_a_picture_that_was_taken_out_is_not_published() -> None:
    raw = pdf("", "Slot", picture=True)
    with pikepdf.open(io.BytesIO(raw)) as file:
        pages = file.Root.Pages
        number, last = pages.objgen[0], pages.Kids[1].objgen[0]
    tree = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % last
    assert came_of(updated(raw, {number: tree, contents(raw, 1): drawing("Slot")})) == (CHANGED.format(1), "")


def test_a_remark_that_was_taken_out_is_not_published() -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents="Niet akkoord")
    raw = pdf("Welkom", notes=[note])
    with pikepdf.open(io.BytesIO(raw)) as file:
        number = file.pages[0].Annots[0].objgen[0]
    empty = b"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] >>"
    assert came_of(updated(raw, {number: empty})) == (BETRAYS, "")


def form(value: str = "") -> tuple[bytes, int]:
    """A page with a place to fill in, and the number of that."""
    file, data = pikepdf.open(io.BytesIO(pdf("Naam van de dienst"))), io.BytesIO()
    field = file.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="dienst", Rect=[20, 20, 90, 40], V=value)
    )
    file.pages[0].Annots = Array([field])
    file.Root.AcroForm = Dictionary(Fields=Array([field]))
    file.save(data, deterministic_id=True)
    with pikepdf.open(data) as made:
        return data.getvalue(), made.pages[0].Annots[0].objgen[0]


def filled(value: str) -> bytes:
    return b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (dienst) /Rect [20 20 90 40] /V (%b) >>" % value.encode()


SIGNED = b"<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 10 20 30] /Contents <00> >>"


def test_what_is_filled_in_signed_or_added_takes_nothing_out() -> None:
    raw, number = form()
    assert came_of(updated(raw, {number: filled("Onthaal")})) == ("", "")
    raw = pdf("Welkom")
    assert came_of(updated(raw, {contents(raw): drawing("Agenda", "Welkom")})) == ("", "")
    signed = updated(raw, {90: SIGNED})
    assert came_of(signed) == ("", "")
    assert came_of(updated(signed, {91: SIGNED})) == ("", "")


def test_what_was_filled_in_before_or_stood_there_before_it_was_signed_counts() -> None:
    raw, number = form("GEHEIM")
    assert came_of(updated(raw, {number: filled("Onthaal")})) == (CHANGED.format(1), "")
    raw = pdf("GEHEIM")
    later = updated(raw, {contents(raw): drawing("Welkom")})
    assert came_of(updated(later, {90: SIGNED})) == (CHANGED.format(1), "")


def test_a_file_with_one_version_has_no_earlier_one() -> None:
    for raw in (
        TWO,
        in_objects(TWO),
        in_objects(TWO, linearize=True),
        in_order(TWO),
        in_order(pdf(*["Welkom"] * 30)),
        in_order(TWO) + b"\n\n",
    ):
        assert earlier(raw) == []
        assert came_of(raw) == ("", "")
    assert in_order(TWO).count(b"%%EOF") == 2
    assert earlier(b"%PDF-1.7") == []
    raw = in_order(TWO)
    later = updated(raw, {contents(raw): drawing("Welkom")})
    assert earlier(later) == earlier(later.removesuffix(b"%%EOF\n")) == [len(raw)]


def test_an_earlier_version_is_found_after_the_name_of_who_made_it_was_taken_out() -> None:
    raw = pdf("GEHEIM", author="Naam")
    later = updated(raw, {contents(raw): drawing("Welkom")})
    assert b"Naam" not in published(later, ALLOWED).data
    assert came_of(published(later, ALLOWED).data) == (CHANGED.format(1), "")


def test_more_versions_than_can_be_looked_into_are_not_published() -> None:
    raw = pdf("Welkom")
    for number in range(31):
        raw = updated(raw, {90 + number: b"<< >>"})
    reason, _ = came_of(raw)
    assert reason.startswith("keeps more earlier versions of itself than elzctl can look into;")


@pytest.mark.parametrize("text", [b"startxref 1 %%EOF\n", b"startxref ", b"/Linearized 1 /L 9", b"%%EOF"])
def test_hostile_ends_take_no_more_than_a_moment(text: bytes) -> None:
    begun = time.process_time()
    with suppress(Exception):
        looked([b"%PDF-1.7\n" + text * (2_000_000 // len(text))], ALLOWED)
    assert time.process_time() - begun < 5
