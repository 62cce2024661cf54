"""The numbers that Word counts itself, and that are nowhere in the text: ``1.1.2``, ``a)``, and the signs of lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from elzctl.intake.readers.docx_styles import child, is_on, local, value
from elzctl.intake.readers.markers import SIGNS
from elzctl.record import NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LEVELS = 9
_BOXES = {"\uf0a8": "☐", "\uf06f": "☐", "\uf071": "☐", "\uf0fe": "☒", "\uf0fd": "☒", "\uf078": "☒"}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class _Level(NamedTuple):
    """How a level of a list counts: its form, its text with ``%1``, where it starts, and what makes it start anew."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    plain: bool = False


class Numbers:
    """The lists of a document, which count on as its paragraphs are given in order."""

    def __init__(self, root: Element | None) -> None:
        """*root* is the part ``numbering.xml``; without it nothing has a number."""
        self._kinds: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._by_style: dict[str, tuple[str, int]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        kinds = {value(one, "abstractNumId"): one for one in root if local(one) == "abstractNum"}
        linked = {
            value(child(one, "styleLink")): key for key, one in kinds.items() if child(one, "styleLink") is not None
        }
        for number in (one for one in root if local(one) == "num"):
            key, kind = value(number, "numId"), value(child(number, "abstractNumId"))
            link = value(child(kinds.get(kind), "numStyleLink"))
            self._kinds[key] = linked.get(link, kind)
            element = kinds.get(self._kinds[key])
            levels = {
                _number(value(one, "ilvl")): one for one in (() if element is None else element) if local(one) == "lvl"
            }
            starts = {}
            for override in (one for one in number if local(one) == "lvlOverride"):
                place = _number(value(override, "ilvl"))
                own, start = child(override, "lvl"), child(override, "startOverride")
                if own is not None:
                    levels[place] = own
                if start is not None:
                    starts[place] = _number(value(start))
            self._levels[key] = {place: _level(one) for place, one in levels.items()}
            self._starts[key] = starts
            for place, one in levels.items():
                if style := value(child(one, "pStyle")):
                    self._by_style.setdefault(style, (key, place))

    def of_style(self, style: str) -> tuple[str, int] | None:
        """The list and level that belong to a style of paragraphs."""
        return self._by_style.get(style)

    def marker(self, number: str, depth: int) -> str:
        """What Word prints before the next paragraph of that list (``numId``) and level; counts it."""
        levels = self._levels.get(number)
        if levels is None:
            return ""
        depth = min(max(depth, 0), LEVELS - 1)
        level = levels.get(depth, _Level())
        counts = self._counts.setdefault(self._kinds[number], {})
        if depth in self._starts[number] and (number, depth) not in self._begun:
            counts[depth] = self._starts[number][depth] - 1
        self._begun.add((number, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            if levels.get(deeper, _Level()).restart != 0:
                del counts[deeper]
        if level.form == "bullet":
            return _sign(level.text)
        if level.form == "none":
            return re.sub(r"%\d", "", level.text).strip()
        return re.sub(r"%(\d)", lambda match: self._count(levels, counts, int(match[1]) - 1, level), level.text).strip()

    def _count(self, levels: dict[int, _Level], counts: dict[int, int], place: int, level: _Level) -> str:
        one = levels.get(place, _Level())
        counts.setdefault(place, one.start)
        return written_number(counts[place], "decimal" if level.plain else one.form)


def _level(element: Element) -> _Level:
    return _Level(
        value(child(element, "numFmt")) or "decimal",
        value(child(element, "lvlText")),
        _number(value(child(element, "start")) or "1"),
        _number(value(child(element, "lvlRestart"))) if child(element, "lvlRestart") is not None else None,
        bool(is_on(child(element, "isLgl"))),
    )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _sign(text: str) -> str:
    """The sign of a list as Unicode has it; boxes as signs of boxes."""
    text = text.strip()
    return _BOXES.get(text) or SIGNS.get(text) or ("•" if not text or text > "\ue000" else text)


def symbol(code: str) -> str:
    """A sign of one of Word's own fonts (``w:sym``), by its code in hexadecimals."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    sign = chr(number if number >= 0xF000 else number + 0xF000) if number < 0xFFFE else ""
    return _BOXES.get(sign) or SIGNS.get(sign) or sign


def written_number(count: int, form: str) -> str:
    """A count in the form of its level."""
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26) if count > 0 else ""
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    if form == "decimalZero":
        return f"{count:02d}"
    return "" if form in ("none", "bullet") else f"{count}"


def _roman(count: int) -> str:
    made = ""
    for size, letters in _ROMAN:
        while count >= size and len(made) < 20:
            made, count = made + letters, count - size
    return made
