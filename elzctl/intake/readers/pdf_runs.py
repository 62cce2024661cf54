"""The text of a page of a PDF as it was printed: runs of one look on one line, with their places, and the lines that are drawn."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from typing import Any

from elzctl.record import NamedTuple

_FONT_NAME = 128
_BOLD = ("bold", "black", "heavy", "-demi")
_GAP = 1.5
"""Blank between two words, in heights of their letters, behind which something else begins: a cell, a column."""
_PARTED = 0.7
"""The same before what was written apart."""
_THIN = 2.5
_SHORTEST = 12.0
_SMALLEST = 3.0
_MOST_SHORT = 1500
_LOOSE = 1.2
_DOT = (1.5, 6.5)
_NEAR_DOT = 2.5
_MOST_DOTS = 100
MOST_RULES = 4000
ARTIFACT = -2
"""The mark of what the makers of a file say is no part of its text: heads and feet of pages."""
_HYPHEN, _SOFT = "-", "\u00ad"
_CUT_HERE = (0xFFFE, 2)
"""What pdfium makes of a hyphen at the end of a line."""
_SAYS_SOFT = b"\xfe\xff\x00\xad"


class Run(NamedTuple):
    """Text of one look on one line.  Points from the left and the bottom of the page; *mark* is its marked content."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    strong: bool
    emphasis: bool
    mark: int
    link: str = ""

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2


class Rule(NamedTuple):
    """A drawn line or the edge of a drawn box; it lies when it is wider than high."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def lies(self) -> bool:
        return self.right - self.left > self.top - self.bottom


class Box(NamedTuple):
    """A stretch of a line that leads somewhere: an address, or ``#`` and the name of a place."""

    left: float
    bottom: float
    right: float
    top: float
    link: str


class Page(NamedTuple):
    """A page: its runs in the order of the file, its drawn lines, how many pictures there are, and drawn boxes read and not."""

    runs: tuple[Run, ...]
    rules: tuple[Rule, ...]
    pictures: int
    boxes: tuple[int, int] = (0, 0)


class _Look(NamedTuple):
    """What is the same for all letters of a text object."""

    size: float
    strong: bool
    emphasis: bool
    mark: int


def runs_of(
    page: Any, links: Sequence[Box] = (), rules: tuple[Rule, ...] = (), bold: frozenset[str] = frozenset()
) -> tuple[Run, ...]:
    """The runs of a page in the order of the file, cut at upright *rules*.

    *links* are places and where they lead, *bold* are names of fonts that are bold and do not say so.
    """
    text = page.get_textpage()
    try:
        found = tuple(_Reading(text, rules, bold).runs())
    finally:
        text.close()
    return tuple(_linked(run, links) for run in found) if links else found


def _linked(run: Run, links: Sequence[Box]) -> Run:
    for left, bottom, right, top, address in links:
        if left - 2 <= run.left and run.right <= right + 2 and bottom - 2 <= run.middle <= top + 2:
            return run._replace(link=address)
    return run


class _Reading:
    """One pass over the letters of a page."""

    def __init__(self, text: Any, rules: tuple[Rule, ...], bold: frozenset[str]) -> None:
        import pypdfium2.raw as raw

        self._raw = raw
        self._bold = bold
        self._page = text.raw if hasattr(text, "raw") else text
        self._count = text.count_chars()
        self._upright = sorted(rule for rule in rules if not rule.lies)
        self._looks: dict[int, _Look] = {}
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_FONT_NAME)
        self._letters: list[str] = []
        self._edges = (0.0, 0.0, 0.0, 0.0)
        self._look: _Look | None = None
        self._key = 0

    def runs(self) -> Iterator[Run]:
        raw, page, box = self._raw, self._page, self._box
        for place in range(self._count):
            code = raw.FPDFText_GetUnicode(page, place)
            if code in (10, 13):
                yield from self._ended()
                continue
            sign = _sign(code)
            holder = raw.FPDFText_GetTextObject(page, place)
            if not holder or sign.isspace():
                if self._letters and sign:
                    self._letters.append(" ")
                continue
            if not raw.FPDFText_GetLooseCharBox(page, place, box):
                continue
            sign = _SOFT if code in _CUT_HERE and self._is_soft(holder) else sign
            before = self._key
            look = self._look_of(holder, place)
            left, right, bottom, top = box.left, box.right, box.bottom, box.top
            if self._look is not None and (
                look != self._look or self._leaps(left, bottom, top, parted=before != self._key)
            ):
                yield from self._ended(parted=True)
            if not self._letters:
                self._look, self._edges = look, (left, right, bottom, top)
            else:
                first, last, low, high = self._edges
                self._edges = (min(first, left), max(last, right), min(low, bottom), max(high, top))
            self._letters.append(sign)
        yield from self._ended()

    def _leaps(self, left: float, bottom: float, top: float, *, parted: bool) -> bool:
        """True for a letter that stands elsewhere than behind the last one; *parted*: it was written apart from that."""
        first, last, low, high = self._edges
        height = max(high - low, 1.0)
        middle = (bottom + top) / 2
        return (
            not low - 0.2 * height <= middle <= high + 0.2 * height
            or left > last + (_PARTED if parted else _GAP) * height
            or left < first - height
        )

    def _ended(self, *, parted: bool = False) -> Iterator[Run]:
        """The run so far; *parted*: what follows may belong to the same word."""
        text = "".join(self._letters)
        if text.strip() and self._look is not None:
            left, right, bottom, top = self._edges
            text = text.strip() + (" " if parted and text[-1] == " " else "")
            yield Run(text, left, right, bottom, top, *self._look)
        self._letters, self._look = [], None

    def _is_soft(self, holder: Any) -> bool:
        """True for a hyphen that the file itself says is there only because the line ends."""
        raw = self._raw
        mark = raw.FPDFPageObj_GetMark(holder, raw.FPDFPageObj_CountMarks(holder) - 1)
        said, size = (ctypes.c_ubyte * len(_SAYS_SOFT))(), ctypes.c_ulong()
        return (
            bool(mark)
            and bool(raw.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", said, len(said), size))
            and bytes(said) == _SAYS_SOFT
        )

    def _look_of(self, holder: Any, place: int) -> _Look:
        key = self._key = ctypes.cast(holder, ctypes.c_void_p).value or 0
        if key not in self._looks:
            raw = self._raw
            flags = ctypes.c_int()
            length = raw.FPDFText_GetFontInfo(self._page, place, self._name, _FONT_NAME, flags)
            typed = self._name.raw[: max(0, min(length, _FONT_NAME) - 1)].decode("utf-8", "replace")
            name = typed.lower()
            weight = raw.FPDFText_GetFontWeight(self._page, place)
            strong = any(word in name for word in _BOLD) or weight >= 600 or typed in self._bold
            leans = "italic" in name or "oblique" in name or bool(flags.value & 64)
            size = raw.FPDFText_GetFontSize(self._page, place) * self._enlarged(place)
            size = size if size > _SMALLEST else (self._box.top - self._box.bottom) / _LOOSE
            self._looks[key] = _Look(round(size * 2) / 2, strong, leans, self._mark(holder))
        return self._looks[key]

    def _enlarged(self, place: int) -> float:
        """How much larger letters are than the size that was set for them: programs enlarge or shrink whole pages."""
        matrix = self._matrix
        if not self._raw.FPDFText_GetMatrix(self._page, place, matrix):
            return 1.0
        return float(math.hypot(matrix.c, matrix.d)) or 1.0

    def _mark(self, holder: Any) -> int:
        raw = self._raw
        mark: int = raw.FPDFPageObj_GetMarkedContentID(holder)
        if mark >= 0 or raw.FPDFPageObj_CountMarks(holder) <= 0:
            return mark
        name, size = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
        raw.FPDFPageObjMark_GetName(raw.FPDFPageObj_GetMark(holder, 0), name, ctypes.sizeof(name), size)
        return ARTIFACT if bytes(name).decode("utf-16-le", "replace").startswith("Artifact") else mark


def _sign(code: int) -> str:
    """A letter; what was made of a hyphen at the end of a line is a hyphen again."""
    if code in _CUT_HERE:
        return _HYPHEN
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def rules_of(page: Any) -> tuple[tuple[Rule, ...], tuple[Rule, ...], int]:
    """The lines and edges that are drawn on a page, its small dots, and how many pictures there are."""
    import pypdfium2.raw as raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found: list[Rule] = []
    dots: list[Rule] = []
    pictures = 0
    for number in range(min(raw.FPDFPage_CountObjects(page.raw), 20 * MOST_RULES)):
        one = raw.FPDFPage_GetObject(page.raw, number)
        kind = raw.FPDFPageObj_GetType(one)
        pictures += kind == raw.FPDF_PAGEOBJ_IMAGE
        if kind != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(one, left, bottom, right, top):
            continue
        edges = (left.value, right.value, bottom.value, top.value)
        found += _edges(*edges)
        dots += [Rule(*edges)] if _is_dot(*edges) else []
        if len(found) > MOST_RULES:
            break
    kept = (rule for rule in found if _is_long(rule) or (len(found) <= _MOST_SHORT and _is_between(rule, found)))
    return tuple(kept), tuple(dots) if len(dots) <= _MOST_DOTS else (), pictures


def with_dots(runs: tuple[Run, ...], dots: Sequence[Rule]) -> tuple[Run, ...]:
    """The runs, and the signs of lists that are drawn before some: browsers draw them."""
    found = list(runs)
    for dot in dots:
        middle = (dot.bottom + dot.top) / 2
        near = [
            run for run in runs if run.bottom < middle < run.top and 0 < run.left - dot.right < _NEAR_DOT * run.size
        ]
        if near:
            first = min(near, key=lambda run: run.left)
            sign = first._replace(text="•", left=dot.left, right=dot.right, strong=False, emphasis=False, link="")
            found.append(sign._replace(mark=ARTIFACT))
    return tuple(found)


def _is_dot(left: float, right: float, bottom: float, top: float) -> bool:
    width, height = right - left, top - bottom
    return _DOT[0] <= min(width, height) and max(width, height) <= _DOT[1] and abs(width - height) < 1


def _is_long(rule: Rule) -> bool:
    return max(rule.right - rule.left, rule.top - rule.bottom) >= _SHORTEST or rule.left == rule.right


def _is_between(rule: Rule, rules: Sequence[Rule]) -> bool:
    """True for a short upright line from one that lies to the next: that of a row of small letters."""
    lying = (one for one in rules if one.right - one.left >= _SHORTEST and one.left <= rule.left <= one.right)
    ends = {end for one in lying for end in (rule.bottom, rule.top) if abs(one.bottom - end) <= _THIN}
    return len(ends) > 1


def _edges(left: float, right: float, bottom: float, top: float) -> Iterator[Rule]:
    """A thin box is a line; of a wide one each edge is."""
    width, height = right - left, top - bottom
    if min(width, height) <= _THIN:
        if max(width, height) >= _SHORTEST or height >= _SHORTEST / 2:
            yield Rule(left, right, bottom, top)
    elif width >= _SHORTEST and height >= _SHORTEST / 2:
        yield from (Rule(left, right, bottom, bottom), Rule(left, right, top, top))
        yield from (Rule(left, left, bottom, top), Rule(right, right, bottom, top))
