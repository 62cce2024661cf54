"""What a line begins with: the sign or number of a list, a check box."""

from __future__ import annotations

import re

from elzctl.record import NamedTuple

# Signs of lists, those of Word's own fonts (in the range that Unicode leaves to everyone) too.
_OWN = "\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf0fc\uf0a0\uf06c\uf09f\uf077\uf0d2"
_BULLETS = "•·▪◦●■‣○◾▫➢➤►▶✓✔❖◆♦⁃∙"
_DASHES = "-–—*+"
# Ticked and empty boxes, of Wingdings and Segoe too.
TICKED = "☒☑✅🗹🗷\uf0fe\uf0fd\uf053\uf052"
EMPTY = "☐□❏❑⬜▢◻🗆\uf0a8\uf06f\uf071"
_BOX = re.compile(
    rf"(?:(?P<ticked>[{TICKED}])|(?P<empty>[{EMPTY}])|\[(?P<typed>[ xXvV✓✔]?)\](?![(\[])(?=\s))\ufe0f?\s*"
)
_MARK = re.compile(
    rf"(?P<sign>[{_OWN}]|[{_BULLETS}](?=[\s{TICKED}{EMPTY}])|[{_DASHES}](?=\s)|o(?=\s+\S))\s*"
    r"|(?P<number>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)])(?:\s+(?=\S))"
)
_LABEL = re.compile(r"[A-ZÀ-Þ][^\W_]+(?: [^\W_]+){0,5} ?:\s")
_QUESTION = re.compile(r"(?:Wat|Wie|Waarom|Wanneer|Waar|Hoe|Met wie|Voor wie|Tegen wanneer)\b[^.,;:?!]{0,40}\?\s")
_ENTRY = re.compile(r"(?:\.[ .]*){4,}\d{1,4}\s*\Z|(?:…\s*){2,}\d{1,4}\s*\Z")
_LEVELS = re.compile(r"(?:[A-Z]{1,3}[ .-]?)?\d{1,2}(?:\.\d{1,2})+[.:)]*\s+[^\W\d_]")
_NUMBER = re.compile(r"(?:[A-Z]{1,4}[ .-]?)?\d{1,2}(?:\.\d{1,2}){0,4}[.:)]*")
SIGNS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "-",
    "\uf076": "❖",
    "\uf06e": "■",
    "\uf06c": "●",
    "\uf0e0": "→",
    "\uf0e8": "→",
    "\uf0f0": "→",
    "\uf0b0": "°",
}
"""Signs of Symbol and Wingdings, as Unicode has them."""

_UNICODE = str.maketrans(SIGNS)


class Marked(NamedTuple):
    """A line without what it begins with: *marker* as typed, *check* of a box, and where its words begin."""

    marker: str
    check: bool | None
    start: int


def marked(text: str, *, second: bool = True) -> Marked:
    """What *text* begins with.  *second*: "o" may be the sign of a list, as it is Word's for the second level."""
    start = len(text) - len(text.lstrip())
    match = _MARK.match(text, start)
    if match is not None and match["sign"] == "o" and not second:
        match = None
    marker, place = ("", start) if match is None else (match["sign"] or match["number"], match.end())
    marker = in_unicode(marker)
    box = _BOX.match(text, place)
    if box is None:
        return Marked(marker, None, place)
    is_ticked = bool(box["ticked"]) or bool((box["typed"] or "").strip())
    return Marked(marker, is_ticked, box.end())


def is_sign(text: str) -> bool:
    """True for a text that is only what a line begins with: the sign or number of an item, a check box."""
    text = in_unicode(text).strip()
    mark = marked(f"{text} x")
    return (bool(mark.marker) or mark.check is not None) and mark.start >= len(text)


def is_number(text: str) -> bool:
    """True for a text that is only the number of a heading: ``1.1.2``, ``OD 1.1``."""
    return _NUMBER.fullmatch(text.strip()) is not None


def kind_of(marker: str) -> str:
    """The same for all markers of one list: its sign, or the form of its numbers."""
    return re.sub(r"\d+", "1", re.sub(r"[a-z]+(?=[.)])", "a", re.sub(r"[A-Z]+(?=[.)])", "A", marker)))


def has_levels(text: str) -> bool:
    """True for a line that begins with a number of several levels, ``1.1.2. Titel`` or ``OD 1.1``."""
    return _LEVELS.match(text.lstrip()) is not None


def is_labelled(text: str) -> bool:
    """True for a line that begins with a label: ``Aanwezig: …``."""
    return _LABEL.match(text.lstrip()) is not None


def is_asking(text: str) -> bool:
    """True for a line that begins with a short question of a form, and its answer: ``Wanneer? voorjaar``."""
    return _QUESTION.match(text.lstrip()) is not None


def is_entry(text: str) -> bool:
    """True for a line of a table of contents: dots lead to a page number."""
    return _ENTRY.search(text) is not None


def number_of(marker: str) -> int:
    """The number of an item; 0 for a sign or a letter."""
    digits = marker.strip("(.)")
    return int(digits) if digits.isdecimal() else 0


def in_unicode(text: str) -> str:
    """The text with signs of Word's own fonts, where one is known, as those of Unicode."""
    return text.translate(_UNICODE)
