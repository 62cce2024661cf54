"""What ends a part of a Word file stays together, so that no page of it has a few lines alone.

Where a page ends only Word knows: the last paragraphs and rows are held on the page of what comes after them, as many as
have enough lines together.  Sizes are estimated lines of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

TAIL = 10
"""Lines that stand on the last page of a part, at least."""
WHOLE = 26
"""A paragraph or row of more lines may be broken, also at the end of a part."""

_LETTER = 100
# Of a page: how wide a letter is on average, in twentieths of a point as Word has it, and a line in letters.
_WIDE = 92
_TAG = re.compile(r"<(/?)w:(?:p|tr)(?=[ />])[^>]*?(/?)>")
_MARKUP = re.compile(r"<[^>]*>")
_WIDTH = re.compile(r'<w:tcW w:w="(\d+)"')
_PARAGRAPH = re.compile(r"<w:p/>|<w:p>(?:<w:pPr>(<w:pStyle [^>]*/>)?(<w:keepNext/>)?)?")


def ended(parts: Sequence[str], fresh: Sequence[bool]) -> list[str]:
    """The *parts*, each in XML, with their ends kept together; a *fresh* one begins a page of its own.

    A part that is short goes along with the end of the one before it.
    """
    found: list[str] = []
    need, follows = float(TAIL), False
    for part, is_fresh in zip(reversed(parts), reversed(fresh), strict=True):
        text, need = _ended(part, need, follows=follows)
        found.append(text)
        follows = need > 0 and not is_fresh
        need = need if follows else TAIL
    return found[::-1]


def _ended(part: str, need: float, *, follows: bool) -> tuple[str, float]:
    """A part whose last *need* lines stay together, with what *follows*, and how many lines are still to be found."""
    tail: list[str] = []
    end = len(part)
    for start, stop in reversed(list(_pieces(part))):
        piece = part[start:stop]
        size = _lines(piece)
        if size > WHOLE:
            need = 0
            break
        tail += [part[stop:end], _kept(piece, follows=follows)]
        need, end, follows = need - size, start, True
        if need <= 0:
            break
    return part[:end] + "".join(reversed(tail)), need


def _pieces(part: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, and each row of a table, whatever stands in it."""
    depth = start = 0
    for tag in _TAG.finditer(part):
        closes, is_empty = tag.groups()
        if not depth:
            start = tag.start()
        depth += -1 if closes else 0 if is_empty else 1
        if not depth:
            yield start, tag.end()


def _lines(piece: str) -> float:
    """About how many lines a paragraph takes, or a row: those of its longest cell."""
    if not piece.startswith("<w:tr"):
        return _lines_of((piece,), _WIDE)
    cells = piece.split("<w:tc>")[1:]
    return 0.4 + max((_lines_of(cell.split("</w:p>")[:-1], _letters(cell)) for cell in cells), default=0)


def _letters(cell: str) -> float:
    """About how many letters stand in a line of a cell."""
    width = _WIDTH.search(cell)
    return max(int(width[1]) / _LETTER, 1) if width else _WIDE


def _lines_of(paragraphs: Iterable[str], letters: float) -> float:
    """The lines of paragraphs with the space after them; the empty one between tables has nearly no height."""
    stretches = (paragraph.split("<w:br/>") for paragraph in paragraphs)
    return sum(0.3 + sum(ceil(len(_MARKUP.sub("", one)) / letters) for one in some) for some in stretches)


def _kept(piece: str, *, follows: bool) -> str:
    """A paragraph or row that is not broken, on the page of what *follows*."""
    lead = "<w:keepNext/>" * follows
    if piece.startswith("<w:tr"):
        piece = _unbroken(piece)
        return _PARAGRAPH.sub(lambda found: _led(found, lead), piece) if follows else piece
    return _PARAGRAPH.sub(lambda found: _led(found, f"{lead}<w:keepLines/>"), piece, count=1)


def _unbroken(row: str) -> str:
    if row.startswith("<w:tr><w:trPr>"):
        return (
            row
            if "<w:cantSplit/>" in row.partition("</w:trPr>")[0]
            else row.replace("<w:trPr>", "<w:trPr><w:cantSplit/>", 1)
        )
    return row.replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>", 1)


def _led(found: re.Match[str], properties: str) -> str:
    """The beginning of a paragraph with *properties* before those that it has, but for its style."""
    style, keeps = found[1] or "", found[2] or ""
    properties = keeps + properties.replace(keeps, "") if keeps else properties
    if found[0] == "<w:p/>":
        return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
    return f"<w:p><w:pPr>{style}{properties}" + ("" if "<w:pPr>" in found[0] else "</w:pPr>")
