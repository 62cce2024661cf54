"""Which parts of an office document elzctl knows: those that it reads, and pictures, sound, film and letters of other kinds.

Any other part is a file of another program: a document within the document, of which nobody knows what it holds.
"""

from __future__ import annotations

import re

READ = (".xml", ".rels", ".psmdcp", ".vml", ".rdf", ".svg")
"""How the names of the parts end in which words are looked for."""

# How pictures, sound and film begin: GIF, BMP, TIFF, icons, WebP and WAV, JPEG 2000 and JPEG XR, EMF and WMF (and both packed),
# what LibreOffice shows instead of an object,
# MP4 and HEIF, MP3, Ogg, Matroska, those of Windows Media, MIDI, AIFF, AU, and FLAC.
_BEGINS = (
    rb"GIF8[79]a|BM....\0\0\0\0|II[*+]\0|MM\0[*+]|\0\0[\x01\x02]\0|RIFF....(?:WEBP|WAVE|AVI )|\0\0\0\x0cjP  |II\xbc[\0\x01]"
    rb"|\x01\0\0\0|[\x01\x02]\0\x09\0\0[\x01\x03]|\xd7\xcd\xc6\x9a|\0...(?:ftyp|moov|mdat|wide|free)|ID3[\x02-\x04]"
    rb"|\xff[\xe2-\xe7\xf2-\xf7\xfa\xfb]|OggS\0|\x1aE\xdf\xa3|0&\xb2u\x8ef|MThd\0|FORM....AIF|\.snd\0|fLaC\0|\0\0\x01[\xb3\xba]|VCLMTF"
)
_PACKED, _PACKED_NAMES = b"\x1f\x8b\x08", (".emz", ".wmz")
# Where the house of a program puts the letters of a text, and what it notes of how its pages were laid out.
_LETTERS = r"(?:word|ppt)/fonts/[^/]*\.(?:odttf|fntdata|ttf|otf)|fonts/[^/]*\.(?:ttf|otf)"
_PLAIN = r"mimetype|layout-cache"


def is_read(name: str) -> bool:
    """True for a part in which words are looked for; *name* is in small letters."""
    return name.endswith(READ)


def is_known(name: str, data: bytes) -> bool:
    """True for a part that holds no other file, whatever its name says; *name* is in small letters."""
    if not data or is_read(name) or re.fullmatch(_PLAIN, name) or re.fullmatch(_LETTERS, name):
        return True
    if data.startswith(_PACKED):
        return name.endswith(_PACKED_NAMES)
    return re.match(_BEGINS, data, re.DOTALL) is not None
