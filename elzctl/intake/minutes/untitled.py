"""Which heading of a document is its title, and none of the items."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from elzctl.intake import when
from elzctl.intake.minutes.chain import tells
from elzctl.intake.minutes.parts import Part
from elzctl.intake.minutes.title import is_titled
from elzctl.intake.paper import Block

if TYPE_CHECKING:
    from elzctl.intake.minutes.layout import Head

SENTENCE = re.compile(r"[a-zà-ÿ0-9)”\"]\.\Z")
LONGEST_BOLD = 120
_FIRST = 4


def without_title(parts: Sequence[Part], heads: Sequence[Head | None], *, titles: Collection[str]) -> list[Head | None]:
    """The headings without the title, which has the look of one in some documents; *titles* are meanings that stand around items."""
    numbers = any(one is not None and one.level and one.number for one in heads)
    levels = [one.level for one in heads if one is not None]
    found = list(heads)
    for place, one in enumerate(heads[:_FIRST]):
        part = parts[place]
        is_plain = one is not None and one.level and one.number is None and not one.about
        is_lone = place == 0 and one is not None and one.about in titles and one.number is None
        if is_lone and one is not None and (one.rank == "word" or (one.level and any(map(tells, parts[1:_FIRST])))):
            found[0] = None  # "Verslag", alone; as a heading when the head of the minutes is below it
        titled = numbers or not any(map(tells, parts[:place]))
        is_only = one is not None and levels.count(one.level) == 1 and any(map(tells, parts[place + 1 : place + 2]))
        is_only = is_only or _is_highest(parts, heads, place)
        is_title = place == 0 or numbers or is_only or (titled and isinstance(part, Block) and is_titled(part.text))
        if (is_plain and isinstance(part, Block) and is_title) or _opens(parts, heads, place, titles):
            found[place] = None
    return found


def _opens(parts: Sequence[Part], heads: Sequence[Head | None], place: int, titles: Collection[str]) -> bool:
    """True for *VERSLAG* below a line or two, such as the name of the house, above the day, the place and who was there."""
    here, part = heads[place], parts[place]
    if here is None or not place or not isinstance(part, Block) or here.number is not None or part.depth:
        return False
    if here.about not in titles and not (here.about == "" and is_titled(part.text)):
        return False
    above = all(isinstance(one, Block) and _is_line(one) for one in parts[:place])
    below = takewhile(lambda at: at < len(parts) and not _is_numbered(heads[at]), range(place + 1, place + _FIRST))
    return above and any(_heads(parts[at]) for at in below)


def _is_numbered(head: Head | None) -> bool:
    return head is not None and head.number is not None


def _heads(part: Part) -> bool:
    """True for a line with labels, or with a day and little else."""
    if isinstance(part, Block) and SENTENCE.search(part.text) is None and len(part.text) <= LONGEST_BOLD:
        return tells(part) or when.first(part.text) is not None
    return tells(part)


def _is_highest(parts: Sequence[Part], heads: Sequence[Head | None], place: int) -> bool:
    """True for the only heading of its level behind a line or two, such as the name of the house, with others below it."""
    here = heads[place]
    levels = [one.level for one in heads if one is not None and one.level]
    before = parts[:place]
    is_alone = here is not None and levels.count(here.level) == 1 and here.level == min(levels)
    others = sum(1 for one in heads[place + 1 :] if one is not None and (one.level or one.rank in ("strong", "number")))
    return is_alone and others > 1 and all(isinstance(part, Block) and _is_line(part) for part in before)


def _is_line(block: Block) -> bool:
    """True for a line that is no title, label or sentence."""
    words = block.text.strip()
    is_other = is_titled(words) or tells(block) or SENTENCE.search(words) is not None
    return len(words) <= LONGEST_BOLD and not is_other and not block.depth
