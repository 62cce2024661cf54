"""The day on which minutes were sent or signed: a day of the meeting without a year is near it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from elzctl.intake import when
from elzctl.intake.minutes.inferred import YEAR_NEAREST
from elzctl.intake.minutes.next import ANNOUNCES
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

_LAST = 3  # blocks among which somebody signs
_LONGEST = 120  # characters of such a line


class Near(NamedTuple):
    """A day, and why the year of one near it is a guess."""

    day: date
    reason: Message


def near(sent: date | None, blocks: Sequence[Block], today: date) -> Near:
    """The day on which it was *sent*, or signed at its end (``…, Meerdorp, 10 november 2026``); else that of *today*."""
    if sent is not None:
        return Near(sent, say("The year is not there: it is taken from the day of the mail, {date}", date=str(sent)))
    signed = _signed(blocks)
    if signed is None:
        return Near(today, YEAR_NEAREST)
    return Near(signed, say("The year is not there: it is taken from the day below the text, {date}", date=str(signed)))


def _signed(blocks: Sequence[Block]) -> date | None:
    """The day in full that the last line ends with, where that announces nothing."""
    for block in reversed(blocks[1:][-_LAST:]):
        text = block.text.strip(" .")
        if len(text) > _LONGEST or ANNOUNCES.search(text) or ":" in text or block.cell is not None:
            continue
        found = when.first(text)
        if found is not None and not found.value.is_vague and found.last >= len(text):
            return found.value.first
    return None
