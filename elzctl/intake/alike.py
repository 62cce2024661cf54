"""Whether two texts say the same: for a reader, whatever their lines, list signs, emphasis and escapes."""

from __future__ import annotations

import re
from html import unescape

from elzctl import clock, dates
from elzctl.dates import VagueDate

_LINK = re.compile(r"(?<!\\)!?\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<goal>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)[^()]*\)")
_REFERENCE = re.compile(r"\[\[[^\]|]*\|(?P<words>[^\]]*)\]\]")
_SIGNS = re.compile(r"(?m)^[ \t]*(?:>[ \t]*|#{1,6}[ \t]+|[-*+][ \t]+|[0-9]{1,3}[.)][ \t]+)+|[ \t#]*\\?\r?$")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_ADDRESS = re.compile(r"<(?P<goal>(?:https?|mailto):[^<>\s]*)>")
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|`+")
# What somebody put in a text by hand, and no document has.
_BY_HAND = re.compile(r"(?ms)^[ \t]*:::.*?^[ \t]*:::[ \t]*\r?$|<!--.*?-->")


def spoken(text: str) -> str:
    """What a reader reads of Markdown, on one line."""
    text = _REFERENCE.sub(lambda match: match["words"], _LINK.sub(lambda match: match["words"], text))
    text = _ADDRESS.sub(lambda match: match["goal"], _SIGNS.sub("", text))
    text = _EMPHASIS.sub("", unescape(_ESCAPE.sub("", text)))
    return " ".join(text.split())


def without_hand(text: str) -> str:
    """The text without what no document has: internal parts and comments."""
    return _BY_HAND.sub("", text)


def alike(old: str, new: str) -> bool:
    """True when the new text says no more and no less than the old one; a link that it has, the old one has too."""
    is_said = old == new or (spoken(old) == spoken(new) and _goals(new) <= _goals(old))
    return is_said or _same_days(old, new) or _same_hour(old, new)


def likeness(one: str, other: str) -> float:
    """How much two texts are like each other for a reader, from 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, spoken(one).casefold(), spoken(other).casefold(), autojunk=False).ratio()


def _goals(text: str) -> frozenset[str]:
    return frozenset(match["goal"] for match in _LINK.finditer(text))


def _same_days(old: str, new: str) -> bool:
    """True for two dates that are the same days."""
    one, other = dates.read(old.strip()), dates.read(new.strip())
    return (
        isinstance(one, VagueDate)
        and isinstance(other, VagueDate)
        and (one.first, one.last) == (other.first, other.last)
    )


def _same_hour(old: str, new: str) -> bool:
    """True for two times that are the same minute: ``10:00`` and ``10u``."""
    return (hour := clock.read(old)) is not None and hour == clock.read(new)
