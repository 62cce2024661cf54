"""Lists in the text of an action of which each line begins with a date: *maart: rondvraag*, *juni: eerste café*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from elzctl.dates import VagueDate
from elzctl.intake import week_days
from elzctl.intake.paper import Block
from elzctl.intake.plan.labels import without
from elzctl.intake.plan.table_times import year_last
from elzctl.intake.plan.times import period_in
from elzctl.record import NamedTuple

FEWEST = 2
LONGEST = 2_000
"""Characters of a line that is looked at."""
LONGEST_HEAD = 40
"""Characters of the date with which a line begins."""
_END = re.compile(r"\s*:\s+|\s+[–—-]\s+|\s*[–—]\s+")
_PARTS = re.compile(r";\s*")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN = re.compile(r"(?i)\A(?:in|during)\s+(?:(?:het|de|the|loop van|de loop van)\s+)?")
_ARTICLE = re.compile(r"(?i)\A(tegen|vanaf|tot|voor|by|from|until)\s+(?:de|het|the)\s+")
_DAY = re.compile(r"\d{1,2}/\d{1,2}\Z")
_MONTH = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)"
# A time without a year in running text, that is no time of every year.
_IN_TEXT = re.compile(
    rf"(?i)(?<!\w)(?:(?:in|tegen|vanaf|tot|na|uiterlijk|eind|einde|begin|midden|half|by|from|until|end of)\s+(?:de\s+maand\s+)?{_MONTH}|(?:eerste|tweede|derde|vierde|[1-4]e)\s+kwartaal|\d{{1,2}} {_MONTH})(?!\w)(?!\s+(?:19|20)\d\d)"
)
_EVERY = re.compile(r"(?i)(?<!\w)(?:elk|elke|ieder|iedere|jaarlijkse?|every|each|yearly)(?!\w)")


# The place of a step among others.
_AFTER = re.compile(
    r"(?i)(?:daarna|nadien|vervolgens|later|dan|eerst|om te beginnen|ten slotte|tenslotte|tot slot|als laatste|intussen|ondertussen|tegelijk|doorlopend|then|afterwards|later on|first|finally|meanwhile)\s*(?::|[–—]|-(?=\s))\s*(?=\w)"
)
_TWO = re.compile(r"(?i)(?:tussen|between)\s+(.+?)\s+(?:en|and)\s+")
_OF_YEAR = re.compile(r"(?i)(?<=helft)\s+van het jaar\Z|(?<=half)\s+of the year\Z")


class Dated(NamedTuple):
    """A line or a part of one: the block in which it stands, what is done, from when and by when.

    ``filled`` is true where the year does not stand there.
    """

    block: Block
    what: Block
    start: VagueDate | None
    due: VagueDate | None
    filled: bool

    @property
    def first(self) -> date:
        """The first day of all."""
        return min((when.first for when in (self.start, self.due) if when is not None), default=date.min)

    @property
    def last(self) -> date:
        """The last day of all."""
        return max((when.last for when in (self.start, self.due) if when is not None), default=date.min)


def dated(blocks: Sequence[Block], year: str) -> tuple[Dated, ...]:
    """What these lines say, of which each begins with a date, or with a word such as *daarna*; nothing when one does not, or has no year.

    The *year* of the plan, or that of a line before it, completes a date.
    """
    found: list[Dated] = []
    for block in blocks:
        for part in parts(block):
            one = _read(block, part, year) or _after(block, part)
            if one is None or (one.filled and found and one.first < found[-1].first):
                return ()
            found.append(one)
            last = one.due or one.start
            year = str(last.first.year) if last is not None else year
    timed = sum(one.start is not None or one.due is not None for one in found)
    return tuple(found) if timed >= FEWEST else ()


def parts(block: Block) -> tuple[Block, ...]:
    """The block, or what stands between its semicolons when each part begins with a time."""
    cuts = [0, *(match.end() for match in _PARTS.finditer(block.text) if match.end() < len(block.text))]
    if len(cuts) == 1 or len(block.text) > LONGEST:
        return (block,)
    ends = [*cuts[1:], len(block.text)]
    every = tuple(without(block._replace(text=block.text[:end]), at) for at, end in zip(cuts, ends, strict=True))
    every = tuple(one._replace(text=one.text.rstrip(" ;")) for one in every)
    return every if all(heads_time(one.text) for one in every) else (block,)


def heads_time(text: str) -> str:
    """The time with which a line begins, with a year or without; "" for none."""
    found = ""
    # The longest one: in *april – juni 2027: de cafés* the dash stands inside it.
    for match in _END.finditer(text[: LONGEST_HEAD + 1]):
        head = text[: match.start()].strip() if match.end() < len(text) else ""
        found = head if head and any(_period(head, "2025")) else found
    return found


def in_text(sentence: str) -> bool:
    """True for a sentence with a month, a day or a quarter in it that has no year, and is not that of every year."""
    return _IN_TEXT.search(sentence) is not None and _EVERY.search(sentence) is None


def times_without_year(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The times without a year with which several lines begin."""
    heads = [(heads_time(part.text), block) for block in blocks for part in parts(block)]
    told = [(head, block) for head, block in heads if head and _YEAR.search(head) is None]
    if len(told) >= FEWEST:
        yield from told


def _after(block: Block, part: Block) -> Dated | None:
    """A line that begins with a word that tells its place among the others."""
    match = _AFTER.match(part.text)
    return Dated(block, without(part, match.end()), None, None, filled=False) if match is not None else None


def _read(block: Block, part: Block, year: str) -> Dated | None:
    head = heads_time(part.text)
    filled = _YEAR.search(head) is None
    start, due = _period(head, year) if head and (year or not filled) else (None, None)
    match = _END.search(part.text, len(head))
    if match is None or (start is None and due is None):
        return None
    return Dated(block, without(part, match.end()), start, due, filled)


def _period(head: str, year: str) -> tuple[VagueDate | None, VagueDate | None]:
    """The time that words name; *year* completes one without."""
    head = week_days.without(_OF_YEAR.sub("", _TWO.sub(r"\1 tot ", head)))
    head = _ARTICLE.sub(r"\1 ", _IN.sub("", head))
    if _YEAR.search(head):
        found = period_in(head)
        return found if any(found) else period_in(year_last(head))
    if not year or not re.search(r"[^\W\d_]|/", head):
        return None, None
    return period_in(year_last(f"{head}/{year}" if _DAY.search(head) else f"{head} {year}"))
