"""Which fonts of a PDF are bold although their names do not say so: a variable font has one name for all its weights.

Programs that cut such a font (Typst, browsers) write each weight as a font of its own, with the same name behind another mark
of six letters.  The one in which most is written is the usual one; one with wider letters is bolder.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from elzctl.record import NamedTuple

NAME = 128
"""Bytes of the name of a font that are read."""
MOST_PAGES = 6
MOST_SIGNS = 20_000
_LETTERS = frozenset("abdeghilnoprstuv")
_FEWEST = 3
_WIDER = 1.012
_CUT = re.compile(r"[A-Z]{6}\+")


class _Face(NamedTuple):
    """Widths of letters, in heights of the font, and how often each was seen."""

    widths: dict[str, float]
    seen: Counter[str]


def bold_fonts(document: Any) -> frozenset[str]:
    """The names of the fonts of a document that are bolder than the usual one of the same name, from some of its pages."""
    import pypdfium2 as pdfium

    faces: dict[str, _Face] = defaultdict(lambda: _Face({}, Counter()))
    count = len(document)
    for number in sorted({count * step // MOST_PAGES for step in range(MOST_PAGES)} if count else ()):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            continue
        text = page.get_textpage()
        _see(text.raw, min(text.count_chars(), MOST_SIGNS), faces)
        text.close()
        page.close()
    return heavier(
        {name: face.widths for name, face in faces.items()},
        Counter({name: face.seen.total() for name, face in faces.items()}),
    )


def heavier(widths: Mapping[str, Mapping[str, float]], often: Mapping[str, int]) -> frozenset[str]:
    """The fonts with wider letters than the one of the same name that is used most; *often* tells how much each is used."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in widths:
        if _CUT.match(name):
            groups[_CUT.sub("", name, count=1)].append(name)
    found: set[str] = set()
    for names in groups.values():
        usual = max(names, key=lambda name: often[name])
        found |= {name for name in names if _is_wider(widths[name], widths[usual])}
    return frozenset(found)


def _is_wider(one: Mapping[str, float], usual: Mapping[str, float]) -> bool:
    both = one.keys() & usual.keys()
    shares = [one[letter] / usual[letter] for letter in both if usual[letter] > 0]
    return len(shares) >= _FEWEST and sum(shares) / len(shares) > _WIDER


def _see(text: Any, count: int, faces: dict[str, _Face]) -> None:
    """Measures the letters of a page."""
    import pypdfium2.raw as raw

    names: dict[int, str] = {}
    box, buffer, flags = raw.FS_RECTF(), ctypes.create_string_buffer(NAME), ctypes.c_int()
    for place in range(count):
        sign = chr(raw.FPDFText_GetUnicode(text, place) & 0xFFFF)
        holder = raw.FPDFText_GetTextObject(text, place) if sign in _LETTERS else None
        if not holder or not raw.FPDFText_GetLooseCharBox(text, place, box):
            continue
        key = ctypes.cast(holder, ctypes.c_void_p).value or 0
        if key not in names:
            length = raw.FPDFText_GetFontInfo(text, place, buffer, NAME, flags)
            names[key] = buffer.raw[: max(0, min(length, NAME) - 1)].decode("utf-8", "replace")
        face = faces[names[key]]
        face.seen[sign] += 1
        if box.top > box.bottom:
            face.widths.setdefault(sign, (box.right - box.left) / (box.top - box.bottom))
