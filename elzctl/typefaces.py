"""Font files: the name of the family, as the engine that draws PDFs knows it."""

from __future__ import annotations

import re

from elzctl.wording import Message, say

SHIPPED = ("Source Sans 3", "Libertinus Serif")
"""The families that come with elzctl; the first one is used when a zone names none."""

ENDINGS = (".ttf", ".otf")

_MAGIC = (b"\0\1\0\0", b"OTTO", b"true")
_FAMILY, _WINDOWS, _MAC = 1, 3, 1
_MOST_TABLES, _MOST_NAMES = 100, 2000
# What stands in page heads and style sheets may hold no more than this.
_PLAIN_NAME = re.compile(r"[^\W_][\w .+-]{0,59}\Z")
# Words behind the name of a family that only say how thick, wide or slanted the letters are.
_MORE_OR_LESS = "extra|ext|ex|x|semi|sem|sm|demi|dem|ultra"
_CUTS = (
    "normal|italic|oblique|slanted|thin|th|hairline|light|lt|regular|medium|med|md|bold|bd|demi|extb|black|blk|bolder|heavy"
    "|narrow|condensed|cond|cn|cd|compressed|expanded|exp"
)
_CUT = re.compile(rf"(?:[ _-](?:{_MORE_OR_LESS}))?[ _-](?:{_MORE_OR_LESS})?(?:{_CUTS})+\Z", re.IGNORECASE)


class NoFont(Exception):
    """A file that is no font for us; ``reason`` goes on a sentence that begins with its name."""

    def __init__(self, reason: Message) -> None:
        """*reason* is for a person."""
        super().__init__(reason.text)
        self.reason = reason


def family(raw: bytes) -> str:
    """The name of the family of a TrueType or OpenType font.  Raises NoFont."""
    if not raw.startswith(_MAGIC):
        raise NoFont(say("is no font of the kinds ttf and otf"))
    found = _name(raw, _table(raw, b"name"))
    if found is None or not _PLAIN_NAME.match(found):
        raise NoFont(say("is a font without a plain name"))
    return found


def _table(raw: bytes, name: bytes) -> int:
    """Where a table begins."""
    count = int.from_bytes(raw[4:6])
    for at in range(12, 12 + 16 * min(count, _MOST_TABLES), 16):
        if raw[at : at + 4] == name:
            return int.from_bytes(raw[at + 8 : at + 12])
    raise NoFont(say("is a font without a plain name"))


def _name(raw: bytes, start: int) -> str | None:
    """The first family name in the table of names, without what only tells the cut."""
    count = int.from_bytes(raw[start + 2 : start + 4])
    texts = start + int.from_bytes(raw[start + 4 : start + 6])
    for at in range(start + 6, start + 6 + 12 * min(count, _MOST_NAMES), 12):
        platform, _, _, kind, length, offset = (int.from_bytes(raw[at + n : at + n + 2]) for n in range(0, 12, 2))
        if kind == _FAMILY and platform in (0, _MAC, _WINDOWS):
            data = raw[texts + offset : texts + offset + length]
            text = data.decode("mac-roman" if platform == _MAC else "utf-16-be", "replace")
            if text.strip():
                return _family_alone(text.strip())
    return None


def _family_alone(name: str) -> str:
    """``Zone Sans SemiBold`` → ``Zone Sans``: without words at its end that stand apart and only tell the cut."""
    while (shorter := _CUT.sub("", name)) != name and shorter:
        name = shorter
    return name
