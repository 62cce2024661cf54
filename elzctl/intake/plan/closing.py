"""Lines behind the last action that close the document and say nothing of that action: whom to call, who agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.nodes import Node
from elzctl.traces import URL, contacts
from elzctl.wording import say

FEWEST = 2
"""Actions of a document; what closes the only one may belong to it."""
MOST_LINES = 6
MOST_WORDS = 40
_CALLS = re.compile(
    r"(?i)\W*(?:(?:nog |met |bij |voor )?(?:al je |alle |uw |je )?(?:vragen|opmerkingen|suggesties|reacties|aanvullingen|inlichtingen|questions|comments)\b|(?:voor )?(?:meer|verdere|extra) (?:weten|info(?:rmatie)?|uitleg|inlichtingen|information)\b|for (?:more|questions)\b|info(?:rmatie)?\s*[:?]"
    r"|contact(?:gegevens|persoon|personen|opnemen|eer\w*)?\b|(?:heb|hebt|heeft) (?:je|jij|jullie|u)\b|wie (?:nog )?(?:vragen|meer)\b|interesse\b|mail(?:en)? (?:naar|kan)\b|bel(?:len)? (?:naar|kan)\b)"
)
_SIGNED = re.compile(
    r"(?i)\W*(?:voor (?:akkoord|gezien|waar)|gezien en goedgekeurd|goedgekeurd door|opgemaakt (?:te|in|op|door)|handtekening(?:en)?|namens (?:de|het)|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|agreed|signed|on behalf of|kind regards)\b"
)
_WEB = re.compile(rf"{URL}|(?i:\bwww\.\S+)")
CLOSES = say("It closes the document and belongs to no action: put it in a text when readers need it, or leave it out.")


def without_closing(nodes: Sequence[Node], desk: Desk) -> tuple[Node, ...]:
    """The nodes; such lines at the end of the last action are left over, unless other actions have the same."""
    acting = [node for node in nodes if node.level is Level.ACTION]
    last = nodes[-1] if nodes else None
    if last is None or last.level is not Level.ACTION or len(acting) < FEWEST or desk.is_own:
        return tuple(nodes)
    others = {
        first for node in acting if node is not last for block in node.blocks if (first := _first(block)) is not None
    }
    blocks = list(last.blocks)
    gone: list[Block] = []
    while blocks and len(gone) < MOST_LINES and (first := _first(blocks[-1])) is not None and first not in others:
        gone.insert(0, blocks.pop())
    for block in gone:
        desk.left(block.text, (block,), CLOSES)
    return (*nodes[:-1], last._replace(blocks=tuple(blocks))) if gone else tuple(nodes)


def _first(block: Block) -> str | None:
    """The words with which such a line begins; ``None`` for another one."""
    text = block.text
    if block.cell is not None or block.depth or block.level or len(text.split()) > MOST_WORDS:
        return None
    signed = _SIGNED.match(text)
    if signed is not None:
        return signed[0].lower().strip()
    calls = _CALLS.match(text)
    reached = calls is not None and (any(True for _ in contacts(text)) or _WEB.search(text) is not None)
    return calls[0].lower().strip() if calls is not None and reached else None
