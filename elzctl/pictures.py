"""Pictures that stand in documents: PNG and JPEG, looked at before they are used, and with nothing left but what is seen.

Where it was taken, by whom, with which program and when: all of that is left out, and so is what stands behind the
picture in its file.  Only parts that are known to be needed are kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Literal

from elzctl.record import NamedTuple
from elzctl.wording import Message, say

LARGEST_SIDE = 3000
MOST_PIXELS = 4_000_000
"""Enough for a logo over the whole width of a page; what is larger only makes every document large and slow."""


class Most(NamedTuple):
    """The largest picture that is taken: pixels a side and in all, and what to do with a larger one."""

    side: int
    pixels: int
    hint: Message


LOGO = Most(LARGEST_SIDE, MOST_PIXELS, say("Save a smaller copy: 1200 pixels wide is enough for a logo."))
IN_TEXT = Most(8000, 16_000_000, say("Save a smaller copy: 2000 pixels wide is enough for a whole page."))
"""A picture in a text is drawn no wider than the text, however many pixels it has."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_KEPT_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
# Kind of colour → values in a pixel, and the bits that each may have.
_COLOURS = {0: (1, (1, 2, 4, 8, 16)), 2: (3, (8, 16)), 3: (1, (1, 2, 4, 8)), 4: (2, (8, 16)), 6: (4, (8, 16))}
# The seven passes of an interlaced picture: first column and row, and the steps between them.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PIECE = 1 << 16

_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_OTHER_FRAMES = frozenset({0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})
_KEPT_SEGMENTS = frozenset({0xC4, 0xDB, 0xDD})
_ADOBE, _EXIF, _SCAN, _END = 0xEE, 0xE1, 0xDA, 0xD9
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_ORIENTATION = 0x0112

_DAMAGED = say("is damaged")


class Picture(NamedTuple):
    """A picture that can be used: ``kind`` is png or jpeg, ``data`` holds its pixels and nothing of where it came from."""

    kind: str
    data: bytes
    width: int
    height: int


class Unusable(Exception):
    """A picture that cannot be used; ``reason`` goes on a sentence that begins with its name, ``hint`` says what to do."""

    def __init__(self, reason: Message, hint: Message | None = None) -> None:
        """Both are words for a person."""
        super().__init__(reason.text)
        self.reason = reason
        self.hint = hint or say("Save the picture again as PNG or JPEG, up to {side} pixels wide.", side=LARGEST_SIDE)


def picture(raw: bytes, most: Most = LOGO) -> Picture:
    """The picture in a file, when it is not larger than *most*.  Raises Unusable."""
    if raw.startswith(_PNG):
        return _png(raw, most)
    if raw.startswith(_JPEG):
        return _jpeg(raw, most)
    raise Unusable(say("is no PNG and no JPEG, whatever its name says"))


def _check_size(width: int, height: int, most: Most) -> None:
    if not width or not height:
        raise Unusable(_DAMAGED)
    if max(width, height) > most.side or width * height > most.pixels:
        reason = say(
            "has {width} × {height} pixels; {side} a side and {millions} million together are the most",
            width=width,
            height=height,
            side=most.side,
            millions=most.pixels // 1_000_000,
        )
        raise Unusable(reason, most.hint)


# PNG


def _png(raw: bytes, most: Most) -> Picture:
    kept = [_PNG]
    names: list[bytes] = []
    pixels: list[bytes] = []
    for name, body, whole in _chunks(raw):
        if name in _KEPT_CHUNKS:
            kept.append(whole)
            names.append(name)
        elif not name[0] & 0x20:  # a capital: nobody can draw the picture without this
            raise Unusable(_DAMAGED)
        if name == b"IDAT":
            pixels.append(body)
    header = kept[1][8:21] if names[:1] == [b"IHDR"] and len(kept[1]) == 25 else b""
    if not header or names.count(b"IHDR") != 1 or names[-1] != b"IEND":
        raise Unusable(_DAMAGED)
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    _check_size(width, height, most)
    bits, colours, *methods, laced = header[8:]
    values, known = _COLOURS.get(colours, (0, ()))
    if bits not in known or any(methods) or laced > 1 or (colours == 3 and b"PLTE" not in names):
        raise Unusable(_DAMAGED)
    if _unpacked(pixels, most) != _size(width, height, bits * values, laced=bool(laced)):
        raise Unusable(_DAMAGED)
    return Picture("png", b"".join(kept), width, height)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Name, content and bytes of each piece, up to the end of the picture."""
    at = len(_PNG)
    name = b""
    while name != b"IEND":
        end = at + 12 + int.from_bytes(raw[at : at + 4])
        name, body = raw[at + 4 : at + 8], raw[at + 8 : end - 4]
        if end > len(raw) or zlib.crc32(name + body) != int.from_bytes(raw[end - 4 : end]):
            raise Unusable(_DAMAGED)
        yield name, body, raw[at:end]
        at = end


def _size(width: int, height: int, bits: int, *, laced: bool) -> int:
    """Bytes of all rows, each with the byte that says how it is written."""
    parts = [(width, height)]
    if laced:
        parts = [(-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in _PASSES]
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in parts if columns > 0 and rows > 0)


def _unpacked(pieces: list[bytes], limit: Most) -> int:
    """How many bytes they unpack to, without keeping these; what never ends stops soon after what may be."""
    reader = zlib.decompressobj()
    count, most = 0, 8 * limit.pixels + 8 * limit.side
    try:
        for piece in pieces:
            rest = piece
            while rest and count <= most and not reader.eof:
                count += len(reader.decompress(rest, _PIECE))
                rest = reader.unconsumed_tail
        while count <= most and (more := reader.decompress(reader.unconsumed_tail, _PIECE)):
            count += len(more)
    except zlib.error:
        raise Unusable(_DAMAGED) from None
    return count if reader.eof else -1


# JPEG


def _jpeg(raw: bytes, most: Most) -> Picture:
    kept = [raw[:2]]
    size = (0, 0)
    ended = False
    for mark, whole in _segments(raw):
        if mark in _OTHER_FRAMES:
            raise Unusable(say("is a kind of JPEG that not every program can show"))
        if mark in _FRAMES:
            if size != (0, 0) or len(whole) < 11:
                raise Unusable(_DAMAGED)
            size = _frame(whole, most)
        if mark == _EXIF:
            _check_upright(whole)
        if mark in _KEPT_SEGMENTS or mark in _FRAMES or mark in (_SCAN, _END) or _is_adobe(mark, whole):
            kept.append(whole)
        ended = mark == _END
    if not ended or size == (0, 0):
        raise Unusable(_DAMAGED)
    return Picture("jpeg", b"".join(kept), *size)


def _segments(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """The mark and the bytes of each piece, that of a scan with the pixels behind it, up to the end of the picture."""
    at, mark = 2, 0
    while mark != _END:
        while raw[at : at + 2] == b"\xff\xff":
            at += 1
        mark = int.from_bytes(raw[at : at + 2]) - 0xFF00
        if not 0 < mark < 0xFF:
            raise Unusable(_DAMAGED)
        end = at + 2
        if mark != _END and mark not in _BARE:
            end += int.from_bytes(raw[at + 2 : at + 4])
            if end < at + 4 or end > len(raw):
                raise Unusable(_DAMAGED)
        if mark == _SCAN:
            end = _end_of_scan(raw, end)
        yield mark, raw[at:end]
        at = end


def _end_of_scan(raw: bytes, at: int) -> int:
    """Where the next mark stands: a byte FF in pixels is followed by 00, or marks a place to begin again."""
    while True:
        at = raw.find(b"\xff", at)
        if at < 0 or at + 1 >= len(raw):
            raise Unusable(_DAMAGED)
        follower = raw[at + 1]
        if follower and follower != 0xFF and follower not in _BARE:
            return at
        at += 1 if follower == 0xFF else 2


def _frame(whole: bytes, most: Most) -> tuple[int, int]:
    """Width and height."""
    bits, height, width, values = whole[4], int.from_bytes(whole[5:7]), int.from_bytes(whole[7:9]), whole[9]
    if bits != 8 or values not in (1, 3):
        raise Unusable(say("has colours for a printing press (CMYK)"), say("Save it as RGB, for screens."))
    _check_size(width, height, most)
    return width, height


def _is_adobe(mark: int, whole: bytes) -> bool:
    """True for the mark that says how colours are written; it holds twelve bytes and no text."""
    return mark == _ADOBE and whole[4:9] == b"Adobe" and len(whole) == 16


def _check_upright(whole: bytes) -> None:
    """Raises Unusable for a picture that a camera stored on its side: what turns it back is left out."""
    if whole[4:10] != b"Exif\0\0":
        return
    data = whole[10:]
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"

    def number(at: int, length: int) -> int:
        return int.from_bytes(data[at : at + length], order)

    first = number(4, 4)
    for entry in range(first + 2, first + 2 + 12 * min(number(first, 2), 200), 12):
        if number(entry, 2) == _ORIENTATION and number(entry + 8, 2) not in (0, 1):
            raise Unusable(say("is stored on its side"), say("Open it, turn it upright, and save it again."))
