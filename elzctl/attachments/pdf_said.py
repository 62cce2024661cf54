"""What programs say of a PDF in a packet of properties (XMP): its words become blanks, in whatever code it is written.

What says that it is made for everybody, or to last, is kept; so are its title, when it has no address in it, and days.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable

from elzctl.attachments.inside import betrayals

_CODES = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_BEGINS = ("<?xpacket", "<x:xmpmeta", "<x:xapmeta", "rdf:RDF", "<?xml")
_WIDE = "[\U00010000-\U0010ffff]"  # two signs in some codes

_PIECE = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[^<>]*>|[^<]+|<", re.DOTALL)
_NAME = re.compile(r"<(?P<ends>/?)(?P<name>[\w:.-]+)")
_ATTRIBUTE = re.compile(r"([\w:.-]+)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
_DAYS = r"xmp:(?:Create|Modify|Metadata)Date|pdf:(?:Producer|PDFVersion|Trapped)|dc:(?:format|language)"
_PROMISES = r"pdf(?:a|ua|x|e|vt)id:\w+"
_MARKS = r"xmlns(?::[\w.-]+)?|rdf:(?:parseType|datatype)|xml:lang|begin|end|id|version|encoding"
_KEPT_ATTRIBUTE = rf"{_MARKS}|{_PROMISES}|{_DAYS}"
_KEPT = rf"dc:title|pdfaExtension:schemas|{_PROMISES}|{_DAYS}"
_NOTHING_SAID = r"[\"'](?:uuid:[0-9A-Fa-f-]{36})?[\"']"


def unsaid(packet: bytes) -> bytes:
    """A packet of the same length without what somebody may have typed in it."""
    found = ((code, place) for code in _CODES for sign in _BEGINS if (place := packet.find(sign.encode(code))) >= 0)
    # What stands in one of these codes is found in its twin too, one byte further or earlier.
    code, place = min(found, key=lambda one: one[1] % _width(one[0]), default=("", 0))
    if not code:
        return re.sub(rb"[^\s]", b" ", packet)
    if code == "utf-8":
        mark = BOM_UTF8 if packet.startswith(BOM_UTF8) else b""
        return mark + _blanked(packet[len(mark) :].decode("latin-1"), _in_utf8).encode("latin-1")
    width = _width(code)
    first = place % width
    last = len(packet) - (len(packet) - first) % width
    text = packet[first:last].decode(code, "replace")
    if width == 2:
        text = re.sub(_WIDE, "  ", text)
    said = _blanked(text, str).encode(code, "replace")
    around = [one if not one.strip() else bytes(len(one)) for one in (packet[:first], packet[last:])]
    return around[0] + (said if len(said) == last - first else bytes(last - first)) + around[1]


def _width(code: str) -> int:
    """Bytes of a sign, at least."""
    return int(code[4:6].strip("-")) // 8


def _in_utf8(text: str) -> str:
    return text.encode("latin-1").decode("utf-8", "replace")


def _blanked(text: str, read: Callable[[str], str]) -> str:
    """The same with blanks for all words that are not kept."""
    pieces, around = [], ""
    for found in _PIECE.finditer(text):
        piece = found[0]
        tag = _NAME.match(piece)
        if tag is not None and piece.endswith(">"):
            if not around and not tag["ends"] and not piece.endswith("/>") and re.fullmatch(_KEPT, tag["name"]):
                around = tag["name"]
            elif tag["ends"] and tag["name"] == around:
                around = ""
            pieces.append(_tag(piece, read))
        elif piece.startswith("<?") and piece.endswith("?>"):
            pieces.append(_tag(piece, read))
        elif around and not piece.startswith("<") and not _tells(piece, read):
            pieces.append(piece)
        else:
            pieces.append(_blank(piece))
    return "".join(pieces)


def _tag(tag: str, read: Callable[[str], str]) -> str:
    """A mark with its names, and with what it says under these that are kept."""

    def said(one: re.Match[str]) -> str:
        is_kept = re.fullmatch(_KEPT_ATTRIBUTE, one[1]) or (
            one[1] == "rdf:about" and re.fullmatch(_NOTHING_SAID, one[3])
        )
        if is_kept and not _tells(one[3][1:-1], read):
            return one[0]
        return f"{one[1]}{one[2]}{one[3][0]}{_blank(one[3][1:-1])}{one[3][0]}"

    return _ATTRIBUTE.sub(said, tag)


def _tells(words: str, read: Callable[[str], str]) -> bool:
    """True when words hold an address or a number of somebody, whoever that is."""
    return bool(words.strip()) and bool(betrayals(read(words), frozenset()))


def _blank(words: str) -> str:
    return re.sub("[^\\s\ufeff]", " ", words)
