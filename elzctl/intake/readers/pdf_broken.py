"""Words that were too long for their cell in a PDF, and were broken where not one letter more would have fitted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elzctl.intake.readers.pdf_parts import Part, Row

_OTHERS = 0.55
_WIDTHS = {
    sign: width
    for signs, width in (
        ("ijl.,;:'’|!", 0.26),
        ("ftr()/-", 0.34),
        ("szc", 0.47),
        ("vxyk", 0.51),
        ("m", 0.86),
        ("wCDGHKNOQRUV", 0.72),
        ("MW", 0.9),
        ("I", 0.32),
    )
    for sign in signs
}
"""How wide letters are beside each other, about, in most fonts for text."""


def is_full(above: Row, below: Row, limit: float) -> bool:
    """True for a row of one word behind which the first letter of the next row would not have fitted before *limit*."""
    if not limit or " " in above.text.strip():
        return False
    unit = (above.right - above.left) / max(0.1, _width(above.text.strip()))
    return limit - above.right < unit * _width(below.text[:1])


def whole_words(parts: Sequence[Part]) -> Iterator[str]:
    """The rows, without the halves of words that may have been broken: those are no witnesses for words."""
    rows = [(row, part) for part in parts for row in part.rows]
    is_rest = False
    for place, (row, part) in enumerate(rows):
        text = row.text.lstrip().partition(" ")[2] if is_rest else row.text
        is_rest = False
        if place + 1 < len(rows):
            below, other = rows[place + 1]
            is_rest = part.cell is not None and other.cell == part.cell and is_full(row, below, part.limit)
        yield "" if is_rest else text


def _width(text: str) -> float:
    return sum(_WIDTHS.get(sign, _OTHERS) for sign in text)
