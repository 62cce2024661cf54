"""Lines that say when minutes were approved: *Verslag goedgekeurd op 12/03/2026*.  They stay text: what is taken in is a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from elzctl.intake import when
from elzctl.intake.minutes.words import APPROVES
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

_MONTH = r"(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|mar|may|oct)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\s{_MONTH}\s\d{{4}})"
_LINE = re.compile(
    r"(?i)\W*(?:(?:dit|het|the|these)\s)?(?:(?:verslag|notulen|minutes)\s)?(?:(?:is|werd|wordt|zijn|werden|was|were)\s)?"
    r"(?:goedgekeurd|goedkeuring|approved|approval|(?:datum|date) (?:van |of )?(?:de )?(?:goedkeuring|approval)|voor akkoord)"
    rf"\b(?:[^.;?!\d]|(?<=\bdd)\.|(?<=\bd.d)\.){{0,60}}{_DAY}\W*"
)


def is_approval(text: str) -> bool:
    """True for a line that says so, and nothing else."""
    return _LINE.fullmatch(text) is not None


def approvals(blocks: Iterable[Block], day: date | None) -> list[Message]:
    """What to tell of the approval of these minutes, which is after the *day* of the meeting, and of others."""
    found: list[Message] = []
    for block in blocks:
        told = when.first(block.text, day) if is_approval(block.text) else None
        if told is not None and day is not None and told.value.first > day:
            found.append(
                say(
                    "The document says when these minutes were approved ({date}): note it with “elzctl approve” once you have read them",
                    date=told.written,
                )
            )
        elif re.search(rf"(?i){APPROVES}", block.text):
            found.append(
                say("Earlier minutes were approved here: note it in their own file, with “elzctl approve” or by hand")
            )
    return list(dict.fromkeys(found))
