"""What a number counts: *chauffeurs*, *extra vrijwillige chauffeurs*, *keer*; and the share among the numbers of one criterion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.wording import Message, say

_STOP = r"(?:op|van|voor|en|of|tot|in|met|aan|bij|per|te|die|dat|and|or|of|to|is|zijn|werd|werden|wordt|worden|tegen|dan|than)\b"
_NAME = r"[^\W\d]\w[\w-]*"
_MORE = r"(?:minder|meer|extra|bijkomende|fewer|more|less)"
# Words with an *e* before another word tell how the thing is: the last one tells what it is.
UNIT = (
    r"(?:keer|maal|x)(?=\W|\Z)"
    rf"|(?:af|op|uit|in|aan|mee|om|over|voor|na|toe|door)ge\w{{2,}}(?:en|d|t)\s+(?!{_STOP})[a-zà-ÿ][\w-]+"
    rf"|(?:{_MORE}\s+(?!{_STOP})(?=[a-zà-ÿ]))?(?:[^\W\d][\w-]*[a-z]e\s+(?!{_STOP})(?=[a-zà-ÿ])){{0,3}}{_NAME}"
)
# How a thing is, with nothing behind it that says what.
_HOW = re.compile(
    rf"(?i)(?:.*\s)?(?:{_MORE}|nieuwe|kleine|grote|goede|oude|jonge|andere|verschillende|unieke|halve|volle|eerste|\w{{2,}}(?:ige|lijke|ische|ieve|ende|bare|zame|loze|aire))\Z"
)
_ONLY_ONE = re.compile(r"(?i)(?:keer|maal|x|[^\W\d_][\w-]*)\Z")
_PART = re.compile(
    r"(?i)(?<!\w)(?:helft|meerderheid|merendeel|(?:een|één|twee|drie) ?(?:derden?|kwart|vierden?)|half of|a third|two thirds|most)\b[^,;:.]*\Z"
)
SEVERAL_WORDS = say("These words stand behind the number: look whether they all say what is counted.")


def named_unit(words: str) -> str:
    """The words, or "" when they only say how the thing is that is counted: *vrijwillige*."""
    return "" if _HOW.fullmatch(words) else words


def unit_in_doubt(unit: str) -> Message | None:
    """Why it is not sure that a unit of several words is one; ``None`` for one word."""
    return None if _ONLY_ONE.fullmatch(unit) else SEVERAL_WORDS


def share_aimed_at(found: Sequence[re.Match[str]], text: str) -> re.Match[str] | None:
    """The one percentage of those for whom another number is the least: *in 70 % van de woningen minstens één aanpassing*."""
    shares = [match for match in found if match["percent"]]
    least = [match for match in found if match["least"] and not match["percent"]]
    if len(shares) != 1 or not least:
        return None
    share, other = shares[0], least[0]
    if share.start() < other.start():
        between = text[share.end() : other.start()]
        return share if re.search(r"[,;:.]", between) is None else None
    before = text[other.end() : share.start("number")]
    is_of = re.search(r"(?i)(?<!\w)(?:in|bij|voor|door|aan|op|for|in|by)\s+(?:minstens\s+|ten minste\s+)?\Z", before)
    return share if is_of is not None and re.search(r"[,;:.]", before) is None else None


def is_of_part(before: str) -> bool:
    """True behind words for a part of those for whom it is, in words: *in de helft van de gemeenten minstens één*."""
    return _PART.search(before) is not None
