"""What a PDF says of itself, and what stands behind its end, is not published; its pages stay as they were."""

from __future__ import annotations

import io
import time
import zlib
from contextlib import suppress
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from made_pdf import pdf
from pikepdf import Array, Name, ObjectStreamMode
from test_attached_inside import refused, seen

from elzctl.attachments.pdf import looked
from elzctl.attachments.pdf_said import unsaid
from elzctl.tree import Unreadable
from elzctl.wording import Language

STUCK = "has properties that elzctl cannot empty; print it to a new PDF, and take that"
BEHIND = "holds something behind its end, where no program shows it; print it to a new PDF, and take that"
TYPED = ("Subject", "Keywords", "Creator", "Company", "SourceModified", "Zelf#20bedacht")
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:z="urn:z" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
)
PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    f'<rdf:Description rdf:about="" {SPACES} pdf:Keywords="GEHEIM" pdfaid:part="3" pdfaid:conformance="A">'
    "<dc:creator><rdf:Seq><rdf:li>GEHEIM</rdf:li></rdf:Seq></dc:creator>"
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Café plan</rdf:li></rdf:Alt></dc:title>'
    "<dc:description>GEHEIM naam@voorbeeld.be</dc:description><z:wie>GEHEIM 😀</z:wie><!-- GEHEIM -->"
    "<z:nog><![CDATA[GEHEIM]]></z:nog><xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>"
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?> GEHEIM'
)
CODES = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be")


def saying(packet: bytes = b"", *, mode: ObjectStreamMode = ObjectStreamMode.disable, pack: bool = False) -> bytes:
    """A PDF with properties of all kinds, and a packet of them."""
    file, data = pikepdf.open(io.BytesIO(pdf("Welkom"))), io.BytesIO()
    for name in TYPED:
        file.docinfo[f"/{name.replace('#20', ' ')}"] = f"GEHEIM ({name}) \\"
    file.docinfo["/Title"] = "Het plan"
    file.docinfo["/GEHEIM"], file.docinfo["/Nummer"] = Name("/GEHEIM"), 7400711
    file.docinfo["/AAPL:Keywords"] = Array([pikepdf.String("GEHEIM"), pikepdf.String("GEHEIM")])
    file.docinfo["/CreationDate"] = "D:20260102030405Z"
    if packet:
        file.Root.Metadata = file.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    file.save(data, object_stream_mode=mode, compress_streams=pack, deterministic_id=True)
    return data.getvalue()


def all_of(data: bytes) -> bytes:
    """The bytes of a file, with all that is packed in it, and without the codes of texts."""
    with pikepdf.open(io.BytesIO(data)) as file:
        streams = [one.read_bytes() for one in file.objects if isinstance(one, pikepdf.Stream)]
        return b"\n".join((data, *streams, str(file.docinfo).encode())).replace(b"\0", b"")


def drawn(data: bytes) -> bytes:
    with pypdfium2.PdfDocument(data) as file:
        return bytes(file[0].render().buffer)


@pytest.mark.parametrize("mode", [ObjectStreamMode.disable, ObjectStreamMode.generate])
def test_of_the_properties_of_a_pdf_a_title_and_days_are_left(mode: ObjectStreamMode, tmp_path: Path) -> None:
    raw = saying(mode=mode, pack=mode is ObjectStreamMode.generate)
    found = seen(tmp_path, "a.pdf", raw).data
    assert len(found) == len(raw)
    assert drawn(found) == drawn(raw)
    assert b"GEHEIM" in all_of(raw)
    assert b"GEHEIM" not in all_of(found)
    with pikepdf.open(io.BytesIO(found)) as file:
        assert (str(file.docinfo["/Title"]), str(file.docinfo["/CreationDate"])) == ("Het plan", "D:20260102030405Z")
        assert set(file.docinfo.keys()) == {"/Title", "/CreationDate"}
    assert b"7400711" not in found


def test_properties_that_stand_in_the_end_of_a_pdf_itself_are_emptied(tmp_path: Path) -> None:
    raw = pdf("Welkom")
    said = b"trailer << /Info << /Title (Het plan) /GEHEIM /GEHEIM /Lijst [ (GEHEIM) << /A (GEHEIM) >> ] >> "
    found = seen(tmp_path, "a.pdf", raw.replace(b"trailer <<", said, 1)).data
    assert said in raw.replace(b"trailer <<", said, 1)
    assert b"/Title (Het plan)" in found
    assert b"GEHEIM" not in found
    assert drawn(found) == drawn(raw)
    assert looked([found], frozenset())[0].reason is None


def test_properties_that_stand_elsewhere_in_the_file_and_in_earlier_editions_are_emptied_too(tmp_path: Path) -> None:
    raw = b"%PDF-1.4\n1 0 obj <</Keywords 2 0 R/Title(Plan)>> endobj\n2 0 obj (GE\\)HEIM (x)) endobj\n3 0 obj\n"
    raw += (
        b"<</Subject<47 45 48 45 49 4D>/Keywords[(GEHEIM)]>> endobj trailer <</Info 1 0 R>> trailer <</Inf#6f 3 0 R>>"
    )
    found = seen(tmp_path, "a.pdf", raw).data
    assert len(found) == len(raw)
    assert not any(one in found for one in (b"HEIM", b"47 45", b"(x)"))
    assert b"/Title(Plan)" in found
    odd = raw.replace(b"(GE\\)HEIM (x))", b"<</A(GEHEIM)>>")
    assert refused(tmp_path, "a.pdf", odd) == STUCK


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("pack", [True, False])
def test_a_packet_of_properties_is_emptied_in_whatever_code_it_is_written(
    code: str, *, pack: bool, tmp_path: Path
) -> None:
    raw = saying(PACKET.encode(code), pack=pack)
    found = seen(tmp_path, "a.pdf", raw).data
    assert len(found) == len(raw)
    assert drawn(found) == drawn(raw)
    assert b"GEHEIM" not in all_of(found)
    assert b"voorbeeld" not in all_of(found)


@pytest.mark.parametrize("code", CODES)
def test_of_a_packet_what_it_promises_and_its_title_and_days_are_kept(code: str) -> None:
    found = unsaid(PACKET.encode(code))
    assert len(found) == len(PACKET.encode(code))
    text = found.decode(code)
    for kept in ('pdfaid:part="3"', 'conformance="A"', ">Café plan<", ">2026-01-02T03:04:05Z<", 'begin="\ufeff"'):
        assert kept in text
    assert text.startswith("<?xpacket")
    assert [one for one in ("GEHEIM", "naam", "😀") if one in text] == []


def test_a_title_with_an_address_is_emptied_in_a_packet() -> None:
    assert b"voorbeeld" not in unsaid(PACKET.replace("Café plan", "naam@voorbeeld.be").encode())
    assert unsaid(b"zomaar GEHEIM\n") == b"             \n"


@pytest.mark.parametrize(
    "head",
    [
        b"/Type/Metadata/Filter/ASCII85Decode",
        b"/Type/Metadata/Filter[/FlateDecode/FlateDecode]",
        b"/Type/Metadata/Filter/FlateDecode/DecodeParms<</Predictor 12>>",
        b"/Type/Meta#64ata/Filter/LZWDecode",
        b"/Type/ObjStm/Filter/FlateDecode",
    ],
)
def test_properties_that_are_packed_in_a_way_that_cannot_be_read_are_refused(head: bytes, tmp_path: Path) -> None:
    raw = b"%PDF-1.4\n1 0 obj <<" + head + b">> stream\nabc\nendstream endobj"
    assert refused(tmp_path, "a.pdf", raw) == STUCK


def test_what_leads_to_a_packet_makes_it_one(tmp_path: Path) -> None:
    raw = b"%PDF-1.4\n1 0 obj <</Metadata 2 0 R>> endobj 2 0 obj <</Length 6>> stream\nGEHEIM\nendstream endobj"
    assert b"GEHEIM" not in seen(tmp_path, "a.pdf", raw).data
    assert b"GEHEIM" in seen(tmp_path, "a.pdf", raw.replace(b"/Metadata 2", b"/Iets 2")).data


def test_a_signed_pdf_keeps_the_program_that_made_it_and_is_refused_for_what_somebody_typed(tmp_path: Path) -> None:
    raw = b"%PDF-1.4\n1 0 obj <</Creator(Word)>> endobj 2 0 obj <</ByteRange[0 1 2 3]>> endobj trailer <</Info 1 0 R>>"
    assert seen(tmp_path, "a.pdf", raw).data == raw
    assert refused(tmp_path, "a.pdf", raw.replace(b"/Creator", b"/Subject")).startswith("names who made it")


def test_what_stands_behind_the_end_of_a_pdf_is_cut_off(tmp_path: Path) -> None:
    raw = pdf("Welkom")
    for more in (b"\nGEHEIM naam@voorbeeld.be", b"GEHEIM %%EOF\n", b"\0\0GEHEIM"):
        found = seen(tmp_path, "a.pdf", raw + more).data
        assert found.rstrip() == raw.rstrip()
        assert drawn(found) == drawn(raw)
    for more in (b"", b"\r\n\r\n", b"\0\0\0"):
        assert seen(tmp_path, "a.pdf", raw + more).data == raw + more
    signed = raw.replace(b"%%EOF", b"/ByteRange [0 1] %%EOF").replace(b"startxref", b"%/ByteRange\nstartxref")
    assert refused(tmp_path, "a.pdf", signed + b"%/ByteRange\n%%EOF GEHEIM") == BEHIND


def test_what_was_added_to_a_pdf_later_is_kept_up_to_its_own_end(tmp_path: Path) -> None:
    raw = pdf("Welkom")
    later = raw + b"\n99 0 obj <<>> endobj\nstartxref\n9\n%%EOF\n"
    assert seen(tmp_path, "a.pdf", later).data == later
    assert seen(tmp_path, "a.pdf", later + b"GEHEIM").data == later.rstrip() + b"\n"
    assert refused(tmp_path, "a.pdf", raw + b"\n99 0 obj <</A(GEHEIM)>> endobj\n") == BEHIND


def test_a_program_that_reads_more_than_was_emptied_has_the_last_word() -> None:
    (look,) = looked([pdf("Welkom", subject="wat iemand typte")], frozenset())
    assert look.reason is not None
    assert Language("en")(look.reason) == STUCK


@pytest.mark.parametrize(
    "text",
    [
        b"/Info 1 0 R 1 0 obj <<",
        b"1 0 obj (",
        b"/Type/Metadata stream\n",
        b"/Type/Metadata stream\n<x:xmpmeta <dc:title>endstream",
        b"startxref 1 %%EO ",
        b"1 0 obj stream\nendstream /Metadata 1 0 R ",
        b"/Info 1 0 R 1 0 obj <</A 1 0 R",
        b"<x:xmpmeta><!--",
    ],
)
def test_hostile_properties_take_no_time(text: bytes, tmp_path: Path) -> None:
    start = time.process_time()
    whole = text * (1_000_000 // len(text))
    packed = b"/Type/ObjStm/First 90000/Filter/FlateDecode>>stream\n" + zlib.compress(b"1 2 " * 200_000)
    for raw in (whole, b"/Info 1 0 R /Type/Metadata stream\n" + whole, whole + packed):
        with suppress(Unreadable):
            seen(tmp_path, "a.pdf", b"%PDF-1.7\n" + raw)
    with suppress(Unreadable):
        unsaid(b"<x:xmpmeta>" + whole)
    assert time.process_time() - start < 10
