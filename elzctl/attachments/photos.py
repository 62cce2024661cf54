"""What a camera noted in the photos of a PDF or a document: where and when these were taken, with what, by whom.

In a PDF it is overwritten where it stands, for a PDF knows its parts by their places: no byte behind it moves.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Literal

from elzctl.record import NamedTuple
from elzctl.tree import Unreadable
from elzctl.wording import say

_STREAM, _STREAM_ENDS = re.compile(rb"\bstream(?:\r\n|\n|\r)"), b"endstream"
_LONGEST_HEAD = 4_000
_JPEG, _JPEG_2000 = b"\xff\xd8\xff", b"\0\0\0\x0cjP  \r\n\x87\n"
_PICTURE = rb"/(?:DCT|JPX)Decode\b|/DCT\b"
_PACKED = rb"/(?:DCT|JPX)Decode\b|/DCT\b|/Type\s*/Metadata\b"
_FILTERED = rb"/(?:Fl|FlateDecode|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b"
_LETTERS = rb"/(?:ASCII85Decode|A85)\b"
_DIGITS = rb"/(?:ASCIIHexDecode|AHx)\b"
_MOST_UNPACKED = 96 << 20
_HEAD, _WIDEST, _SUM = 5, 0xFFFF, bytes(4)
"""Of what is packed as it is: the bytes before it, how many it may have, and the sum behind all of it."""

# Pieces of a JPEG: from where the pixels stand, its end, those without a length, and those in which notes may stand.
_SCAN, _END, _BARE = 0xDA, 0xD9, frozenset({0x01, *range(0xD0, 0xD9)})
_NOTED = frozenset({*range(0xE0, 0xF0), 0xFE})
_KEPT = ((0xE0, b"JFIF\0", 14), (0xE2, b"ICC_PROFILE\0", 1 << 16), (0xEE, b"Adobe", 12))
"""Of these as many bytes are kept: what programs need to draw it."""
_BOXES = (b"uuid", b"xml ", b"uinf")

# How such notes begin, wherever these stand; and what is said of a photo in the properties of a PDF or a part of it.
_BEGINNINGS = (
    b"Exif\0\0",
    b"http://ns.adobe.com/xap/1.0/\0",
    b"http://ns.adobe.com/xmp/extension/\0",
    b"Photoshop 3.0\0",
)
_SAID, _SAID_ENDS = b"<rdf:RDF", b"</rdf:RDF>"
_OF_PHOTO = rb"[<\s](?:exif(?:EX)?|aux|tiff|photoshop|Iptc4xmp(?:Core|Ext)|crs|lr|mwg-rs|MicrosoftPhoto|GPano|drone-dji|plus):\w"
# That a PDF is made for everybody, or to last, is said there as well.
_PROMISE = rb"<(?P<tag>pdf(?:ua|a)id:\w{1,20})>(?P<words>\w{1,8})</|\s(?P<name>pdf(?:ua|a)id:\w{1,20})=[\"'](?P<value>\w{1,8})[\"']"
_PROMISED = (
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
    b' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"%b/></rdf:RDF>'
)

_NOTES_OF_WEBP, _NOTES_OF_GIF = 0x0C, rb"XMP DataXMP"
_NOTES_OF_HEIF = rb"infe[\0-\xff]{4,12}(?:Exif|mime)"
_NOTES_OF_TIFF = frozenset({0x010F, 0x0110, 0x013B, 0x013C, 0x02BC, 0x8298, 0x83BB, 0x8649, 0x8769, 0x8825})
"""The maker of the camera, the artist, his computer, what he owns, where it was: numbers of fields."""


class Stream(NamedTuple):
    """Where the bytes of a stream begin and end, and what is said of it before these."""

    start: int
    end: int
    head: bytes


def without_notes(raw: bytes) -> bytes:
    """A PDF of the same length without what cameras noted in its photos.  Raises Unreadable when that cannot be taken out."""
    data, left = bytearray(raw), _MOST_UNPACKED
    for stream in streams(raw):
        begin = raw[stream.start : stream.start + len(_JPEG_2000)]
        if begin.startswith(_JPEG):
            _blank(data, _in_jpeg(raw, stream.start, stream.end))
        elif begin == _JPEG_2000:
            _blank(data, _in_boxes(raw, stream.start, stream.end))
        elif re.search(_PACKED, stream.head) and re.search(_FILTERED, stream.head):
            left -= _packed_anew(data, stream, left)
    _blank_properties(data)
    if any(sign in data for sign in _BEGINNINGS):
        raise _stuck()
    return bytes(data) if data != raw else raw


def is_noted(picture: bytes) -> bool:
    """True for a picture, of another kind than PNG and JPEG, in which a camera or its owner noted something."""
    if picture[:4] in (b"II*\0", b"MM\0*"):
        return _is_noted_tiff(picture)
    if picture[8:12] == b"WEBP":
        return picture[12:16] == b"VP8X" and bool(picture[20:21] and picture[20] & _NOTES_OF_WEBP)
    if picture.startswith(_JPEG_2000):
        return any(_in_boxes(picture, 0, len(picture)))
    sign = _NOTES_OF_GIF if picture.startswith(b"GIF8") else _NOTES_OF_HEIF if picture[4:8] == b"ftyp" else None
    return sign is not None and re.search(sign, picture) is not None


def _stuck() -> Unreadable:
    return Unreadable(
        say(
            "holds a photo with what its camera noted (the place, the time, the owner), and elzctl cannot take that out; print it to a new PDF, and take that"
        )
    )


def streams(raw: bytes) -> Iterator[Stream]:
    """The streams of a PDF, in the order in which they stand in it."""
    before = 0
    while (found := _STREAM.search(raw, before)) is not None:
        end = raw.find(_STREAM_ENDS, found.end())
        end = len(raw) if end < 0 else end
        head = raw[max(before, found.start() - _LONGEST_HEAD) : found.start()]
        yield Stream(found.end(), end, head[head.rfind(b"obj") + 1 :])
        before = end + len(_STREAM_ENDS)


def _blank(data: bytearray, places: Iterable[tuple[int, int]]) -> None:
    for start, end in places:
        data[start:end] = bytes(end - start)


# Pictures


def _in_jpeg(raw: bytes, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where notes begin and end, and what stands behind the picture; nothing from where it is damaged."""
    at += 2
    while at + 4 <= end and raw[at] == 0xFF:
        mark = raw[at + 1]
        if mark == 0xFF:
            at += 1
            continue
        if mark == _END:
            yield at + 2, at + 2 + len(raw[at + 2 : end].rstrip(b"\r\n"))
            return
        last = at + 2 if mark in _BARE else at + 2 + int.from_bytes(raw[at + 2 : at + 4])
        if last > end:
            return
        if mark in _NOTED:
            yield at + 4 + _kept(mark, raw[at + 4 : last]), last
        at = last if mark != _SCAN else _behind_pixels(raw, last, end)


def _kept(mark: int, body: bytes) -> int:
    """How many bytes of such a piece are kept."""
    return next((min(most, len(body)) for one, sign, most in _KEPT if one == mark and body.startswith(sign)), 0)


def _behind_pixels(raw: bytes, at: int, end: int) -> int:
    """Where the next mark stands: a byte FF in pixels is followed by 00, or marks a place to begin again."""
    while 0 <= (at := raw.find(b"\xff", at, end)) < end - 1:
        if raw[at + 1] not in (0x00, 0xFF) and raw[at + 1] not in _BARE:
            return at
        at += 1 if raw[at + 1] == 0xFF else 2
    return end


def _in_boxes(raw: bytes, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where words stand in a picture that is made of boxes."""
    while at + 8 <= end:
        length, kind = int.from_bytes(raw[at : at + 4]), raw[at + 4 : at + 8]
        head = 8
        if length == 1:
            length, head = int.from_bytes(raw[at + 8 : at + 16]), 16
        last = end if length == 0 else at + length
        if last > end or last < at + head:
            return
        if kind in _BOXES:
            yield at + head, last
        at = last


def _is_noted_tiff(picture: bytes) -> bool:
    order: Literal["little", "big"] = "little" if picture[:2] == b"II" else "big"

    def number(at: int, length: int) -> int:
        return int.from_bytes(picture[at : at + length], order)

    first = number(4, 4)
    fields = range(first + 2, first + 2 + 12 * min(number(first, 2), 500), 12)
    return any(number(field, 2) in _NOTES_OF_TIFF for field in fields)


# What is packed, and the properties


def _packed_anew(data: bytearray, stream: Stream, most: int) -> int:
    """Puts a picture that is packed once more, or properties, back without notes; returns how much was unpacked.

    Raises Unreadable when there is no room for it, or too much to unpack.
    """
    body = bytes(data[stream.start : stream.end])
    is_text = re.search(_LETTERS, stream.head) or re.search(_DIGITS, stream.head)
    is_picture = re.search(_PICTURE, stream.head) is not None
    plain, used = unpacked(_decoded(body, stream.head) if is_text else body, most)
    if len(plain) >= most:
        raise Unreadable(say("holds more packed parts than elzctl can look into"))
    kept = bytearray(plain)
    if plain.startswith(_JPEG):
        _blank(kept, _in_jpeg(plain, 0, len(plain)))
    elif plain.startswith(_JPEG_2000):
        _blank(kept, _in_boxes(plain, 0, len(plain)))
    else:
        _blank_properties(kept)
    if any(sign in kept for sign in _BEGINNINGS):
        raise _stuck()
    if kept != plain:
        anew = (
            packed(bytes(kept), used, b"\0")
            if is_picture
            else packed(bytes(kept), used, b" ") or packed(b"", used, b" ")
        )
        if is_text or len(anew) != used:
            raise _stuck()
        data[stream.start : stream.start + used] = anew
    return len(plain)


def _decoded(body: bytes, head: bytes) -> bytes:
    """What letters or digits stand for; ``b""`` when it is damaged."""
    from base64 import a85decode
    from binascii import unhexlify

    with suppress(ValueError):
        if re.search(_LETTERS, head):
            return a85decode(body.partition(b"~>")[0].strip().removeprefix(b"<~"))
        return unhexlify(re.sub(rb"\s", b"", body.partition(b">")[0]))
    return b""


def unpacked(body: bytes, most: int) -> tuple[bytes, int]:
    """What is packed in some bytes, and how many of these it takes; the bytes themselves when they are not packed."""
    reader = zlib.decompressobj()
    with suppress(zlib.error):
        plain = reader.decompress(body, most)
        return plain, len(body) - len(reader.unused_data) - len(reader.unconsumed_tail)
    return body, len(body)


def packed(plain: bytes, length: int, filling: bytes) -> bytes:
    """The bytes, packed, with so much *filling* behind them that it is as long as is asked; ``b""`` when that cannot be."""
    packer = zlib.compressobj(9)
    begun = packer.compress(plain) + packer.flush(zlib.Z_SYNC_FLUSH)
    left, more = length - len(begun) - len(_SUM), b""
    if left < _HEAD:
        return b""
    while left:
        count = min(left - _HEAD, _WIDEST)
        count -= _HEAD if 0 < left - _HEAD - count < _HEAD else 0
        left -= _HEAD + count
        size = count.to_bytes(2, "little")
        begun += bytes([not left]) + size + bytes(one ^ 0xFF for one in size) + filling * count
        more += filling * count
    return begun + zlib.adler32(plain + more).to_bytes(len(_SUM))


def _blank_properties(data: bytearray) -> None:
    """What is said of photos becomes blanks; that a file is made for everybody, or to last, is kept."""
    end = 0
    while (start := data.find(_SAID, end)) >= 0 and (end := data.find(_SAID_ENDS, start)) >= 0:
        end += len(_SAID_ENDS)
        if (broken := data.find(_STREAM_ENDS, start, end)) >= 0:  # what begins there never ended
            end = broken
            continue
        said = bytes(data[start:end])
        if re.search(_OF_PHOTO, said):
            promises = {one["tag"] or one["name"]: one["words"] or one["value"] for one in re.finditer(_PROMISE, said)}
            left = _PROMISED % b"".join(b' %b="%b"' % one for one in promises.items()) if promises else b""
            data[start:end] = (left if len(left) <= len(said) else b"").ljust(len(said))
