"""Pictures and fonts as real files, made by hand."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode

SIGN = b"\x89PNG\r\n\x1a\n"

# 8 × 4 pixels in grey.
JPEG = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/"
    "wAALCAAEAAgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEI"
    "I0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
    "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AKNf/9k="
)


def chunk(name: bytes, body: bytes = b"") -> bytes:
    """A piece of a PNG with its right sum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(width: int, height: int, bits: int = 8, colours: int = 2, laced: int = 0) -> bytes:
    """The first piece of a PNG."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, laced))


def png(width: int = 12, height: int = 4, *more: bytes, colour: bytes = b"\x7a\x1e\x6e", level: int = 9) -> bytes:
    """A PNG of one colour, with *more* pieces before its pixels."""
    rows = (b"\0" + colour * width) * height
    return SIGN + header(width, height) + b"".join(more) + chunk(b"IDAT", zlib.compress(rows, level)) + chunk(b"IEND")


def segment(mark: int, body: bytes) -> bytes:
    """A piece of a JPEG."""
    return bytes((0xFF, mark)) + struct.pack(">H", len(body) + 2) + body


def jpeg(*more: bytes, data: bytes = JPEG) -> bytes:
    """The JPEG with *more* pieces behind its first mark."""
    return data[:2] + b"".join(more) + data[2:]


def exif(orientation: int, order: str = "<", author: bytes = b"") -> bytes:
    """What a camera notes: how the picture was held, and by whom."""
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    start = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    return segment(
        0xE1, b"Exif\0\0" + start + struct.pack(f"{order}H", 1) + entry + struct.pack(f"{order}I", 0) + author
    )


def named(family: str, *, magic: bytes = b"\0\1\0\0") -> bytes:
    """The head of a font file with a name, and no letters."""
    text = family.encode("utf-16-be")
    names = struct.pack(">HHH", 0, 1, 18) + struct.pack(">6H", 3, 1, 0x409, 1, len(text), 0) + text
    return magic + struct.pack(">HHHH", 1, 0, 0, 0) + b"name" + struct.pack(">III", 0, 28, len(names)) + names
