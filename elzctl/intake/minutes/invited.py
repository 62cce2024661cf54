"""An invitation that elzctl printed, as the meeting that it invites to: its agenda as headings, still to be held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import when
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.draft import Fact
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import say

TITLE = r"(?:Uitnodiging|Invitation|Afgelast|Cancelled): (?=\S)"
DUTCH = ("Uitnodiging: ", "Afgelast: ")
TO_DO = ("Op te volgen werkpunten", "Action points to follow up")
"""The heading above the points of earlier meetings that are still to do."""

_TITLED = re.compile(rf"(?:INTERNAL – |INTERN – )?(?P<what>{TITLE})")
_CALLED_OFF = re.compile(r"(?:Deze vergadering is afgelast|This meeting was cancelled)\.(?=\s|\Z)")
_CANCELLED = ("Afgelast", "Cancelled")
_IN_NAME = re.compile(r"-(?:invitation|uitnodiging)(?=(?:-intern|-internal|-draft)?(?:\.\w+)?\Z)")


class Invited(NamedTuple):
    """Its blocks, in which each item of the agenda is a heading; the heading above them; and the state of the meeting."""

    blocks: tuple[Block, ...]
    heading: Block | None
    state: Fact


def invited(blocks: Sequence[Block]) -> Invited | None:
    """The invitation that these blocks are; ``None`` for any other document."""
    at = next((at for at, one in enumerate(blocks[:6]) if one.style == "title" and _TITLED.match(one.text)), -1)
    if at < 0 or at + 1 >= len(blocks) or when.first(blocks[at + 1].text) is None:
        return None
    heading = next((one for one in blocks if one.level and one.text.strip() == "Agenda"), None)
    if heading is None and not any(one.level and one.text.strip() in TO_DO for one in blocks):
        return None
    title = blocks[at]
    cancelled = (found := _TITLED.match(title.text)) is not None and found["what"].startswith(_CANCELLED)
    reason = say("The document is an invitation: it tells what is planned")
    state = Fact("cancelled" if cancelled else "planned", title.lines, Certainty.GUESSED, title.text, reason)
    return Invited(tuple(_headed(blocks, heading)) if heading is not None else tuple(blocks), heading, state)


def called_off(block: Block) -> Fact | None:
    """Why a meeting does not take place, from the sentence that we print then; ``None`` for any other paragraph."""
    found = _CALLED_OFF.match(block.text)
    return Fact(block.text[found.end() :].strip(), block.lines, words=block.text) if found is not None else None


def meant(name: str) -> str:
    """The name of the file of an invitation, as minutes of that meeting have it."""
    return _IN_NAME.sub("", name)


def _headed(blocks: Sequence[Block], agenda: Block) -> list[Block]:
    """The blocks without the heading of the agenda, and with those of its list as headings of that level."""
    found: list[Block] = []
    inside = False
    for block in blocks:
        inside = block is agenda or (inside and not 0 < block.level <= agenda.level)
        if block is not agenda:
            found.append(_item(block, agenda.level) if inside and block.depth else block)
    return found


def _item(block: Block, level: int) -> Block:
    """An item of the list as a heading; a list below it comes one step nearer."""
    if block.depth > 1:
        return block._replace(depth=block.depth - 1)
    if not block.marker:  # what is said of the item, on a line below it
        return block._replace(depth=0)
    marker = block.marker if re.search(r"\d", block.marker) else ""
    return block._replace(level=level, depth=0, marker=marker)
