"""Words that stand on a page of a PDF and that nobody sees there.

The page is drawn, and a word of which no sign leaves a mark is not seen, whatever the cause: in the colour of what is
behind it, covered, beside the page, cut off, as small as a dot, in a layer that is off, or not drawn at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

# Of other signs than these it is not certain that they can be drawn on every computer.
_WORD = r"[0-9A-Za-z\u00c0-\u024f]+"
_TELLING = 3
"""Signs: two letters tell nothing, nor does the number of a page, unless others stand in a row with them."""
_ALIKE = 13
"""So much may the red, the green and the blue of two colours, from 0 to 255, differ without anybody seeing it."""
_SCALES = (1.0, 4.0)
"""Dots a point: what leaves no mark is drawn once more, larger, because thin letters may be lost in a small drawing."""
_MOST_DOTS = 4_000
_SMALLEST = 1.0
"""Points: letters that are not as high are no larger than a dot."""
_NOT_DRAWN = (3, 7)
"""How the words are written that a program put with the picture of a page, so that it can be searched."""
_DEEPEST = 5

_Box = tuple[float, float, float, float]


def unseen(page: PdfPage, text: PdfTextPage) -> tuple[Sequence[str], frozenset[str]]:
    """The words that are seen on a page, as they follow each other, and those that nobody sees there.

    What was written with a picture so that it can be searched is seen.  Short words that nobody sees are one, with blanks
    between them, when they stand in a row.
    """
    import pypdfium2.raw as raw

    page.set_rotation(0)
    signs = "".join(chr(raw.FPDFText_GetUnicode(text, place)) for place in range(text.count_chars()))
    words = left = [one.span() for one in re.finditer(_WORD, signs)]
    for scale in _SCALES:
        if left:
            has_mark = _drawn(page, scale)
            left = [one for one in left if not any(has_mark(text.get_charbox(place)) for place in range(*one))]
    pictures = list(_pictures(page)) if left else []
    gone = {one for one in left if not _is_of_picture(text, one[0], pictures)}
    seen = [signs[slice(*one)] for one in words if one not in gone]
    return seen, frozenset(_in_a_row([signs[slice(*one)] if one in gone else "" for one in words]))


def _in_a_row(gone: Sequence[str]) -> Iterator[str]:
    """Words that nobody sees; *gone* has nothing in the place of one that is seen."""
    row: list[str] = []
    for word in (*gone, ""):
        if 0 < len(word) < _TELLING:
            row.append(word)
            continue
        if sum(map(len, row)) >= _TELLING:
            yield " ".join(row)
        row = []
        if word:
            yield word


def _drawn(page: PdfPage, scale: float) -> Callable[[_Box], bool]:
    """A page as it is drawn, of which can be asked whether there is something to see within a box."""
    left, low, right, top = page.get_bbox()
    scale = min(scale, _MOST_DOTS / max(right - left, top - low, 1))
    drawing = page.render(scale=scale)
    dots, stride, wide, high = memoryview(drawing.buffer), drawing.stride, drawing.width, drawing.height
    parts = drawing.n_channels

    def has_mark(box: _Box) -> bool:
        if max(box[2] - box[0], box[3] - box[1]) < _SMALLEST:
            return False
        first, last = (int((x - left) * scale) for x in (box[0], box[2]))
        above, below = (int((top - y) * scale) for y in (box[3], box[1]))
        first, last = max(first - 1, 0), min(last + 2, wide)
        # A letter has something in the middle of its height, as a rule.
        for line in ((above + below) // 2, *range(above - 1, below + 2)):
            if not 0 <= line < high or first >= last:
                continue
            row = bytes(dots[line * stride + first * parts : line * stride + last * parts])
            if any(max(row[part::parts]) - min(row[part::parts]) > _ALIKE for part in range(parts)):
                return True
        return False

    return has_mark


def _pictures(page: PdfPage) -> Iterator[_Box]:
    """Where pictures stand; one within a part that was drawn elsewhere may stand anywhere."""
    import pypdfium2.raw as raw

    for one in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=_DEEPEST):
        yield page.get_bbox() if one.level else one.get_bounds()


def _is_of_picture(text: PdfTextPage, first: int, pictures: Sequence[_Box]) -> bool:
    """True for a word that is not drawn, with a picture where it stands."""
    import pypdfium2.raw as raw

    left, low, right, top = text.get_charbox(first)
    x, y = (left + right) / 2, (low + top) / 2
    if not any(one[0] <= x <= one[2] and one[1] <= y <= one[3] for one in pictures):
        return False
    return raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, first)) in _NOT_DRAWN
