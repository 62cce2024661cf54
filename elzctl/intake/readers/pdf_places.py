"""Places of a PDF that have a name, and what is linked: to the web, or to such a place."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeAlias

from elzctl.intake.readers.pdf_parts import Part, Row
from elzctl.intake.readers.pdf_runs import Box

MOST_LINKS = 2_000
MOST_NAMES = 2_000
"""Of more, none is looked up: each may take as long as there are names."""
_LONGEST = 4_000
_ABOVE, _BELOW = 4.0, 30.0
"""How far above, and below, its place what has a name may begin, in points."""


_Spot: TypeAlias = tuple[int, int, int]
Names: TypeAlias = Mapping[_Spot, str]
"""The names of places, by their page and how far from its left and its bottom they are, in whole points."""


def names_of(document: Any) -> Names:
    """The places of a document that have a name; those that programs give names of their own begin with ``_``."""
    import pypdfium2.raw as raw

    found: dict[_Spot, str] = {}
    count = raw.FPDF_CountNamedDests(document.raw)
    for number in range(count if count <= MOST_NAMES else 0):
        size = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document.raw, number, None, size)
        if not 2 < size.value < _LONGEST:
            continue
        text = ctypes.create_string_buffer(size.value)
        place = raw.FPDF_GetNamedDest(document.raw, number, text, size)
        name = text.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")
        if place and name and not name.startswith("_"):
            found.setdefault(_spot(document, place), name)
    return found


def links_of(page: Any, names: Names) -> tuple[Box, ...]:
    """The links on a page that lead to the web, or to a place with a name."""
    return tuple(islice(_links(page, names), MOST_LINKS))


def _links(page: Any, names: Names) -> Iterator[Box]:
    import pypdfium2.raw as raw

    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not raw.FPDFLink_Enumerate(page.raw, place, link):
            return
        address = _address(page.pdf.raw, link)
        if not address:
            inside = raw.FPDFLink_GetDest(page.pdf.raw, link)
            name = names.get(_spot(page.pdf, inside)) if inside else None
            address = f"#{name}" if name else ""
        if address:
            yield from (Box(*edges, address) for edges in _edges(link))


def anchored(parts: Sequence[Part], names: Names) -> Mapping[Row, str]:
    """The names of places by the row that begins there: the highest one that begins a part, right below the place."""
    first: dict[int, list[Row]] = {}
    for part in parts:
        first.setdefault(part.rows[0].page, []).append(part.rows[0])
    found: dict[Row, str] = {}
    for (page, left, height), name in names.items():
        near = [row for row in first.get(page, ()) if height - _BELOW < row.top < height + _ABOVE and row.right > left]
        if near:
            found.setdefault(max(near, key=lambda row: row.top), name)
    return found


def _spot(document: Any, place: Any) -> _Spot:
    import pypdfium2.raw as raw

    has = [ctypes.c_int() for _ in range(3)]
    at = [ctypes.c_float() for _ in range(3)]
    raw.FPDFDest_GetLocationInPage(place, *has, *at)
    left, height = (round(one.value) if known.value else 0 for known, one in zip(has[:2], at[:2], strict=True))
    return raw.FPDFDest_GetDestPageIndex(document.raw, place) + 1, left, height


def _address(document: Any, link: Any) -> str:
    """Where on the web a link leads; "" when it leads elsewhere."""
    import pypdfium2.raw as raw

    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < size < _LONGEST:
        return ""
    text = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, text, size)
    return text.value.decode("utf-8", "replace")


def _edges(link: Any) -> Iterable[tuple[float, float, float, float]]:
    """The boxes of a link: one a line where it says so."""
    import pypdfium2.raw as raw

    quad, box = raw.FS_QUADPOINTSF(), raw.FS_RECTF()
    lines = raw.FPDFLink_CountQuadPoints(link)
    for number in range(min(lines, 50)):
        if raw.FPDFLink_GetQuadPoints(link, number, quad):
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            up = (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(up), max(across), max(up)
    if lines <= 0 and raw.FPDFLink_GetAnnotRect(link, box):
        yield box.left, box.bottom, box.right, box.top
