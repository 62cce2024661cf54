"""Lines behind the last action that close the document and say nothing of that action: whom to call, who agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.labels import found
from elzctl.intake.plan.nodes import Node
from elzctl.traces import URL, contacts
from elzctl.wording import say

FEWEST = 2
"""Actions of a document; what closes the only one may belong to it."""
FEWEST_OTHERS = 3
"""Actions that are all lines with a label, before text behind the last one is none of it."""
MOST_LINES = 6
MOST_WORDS = 40
_CALLS = re.compile(
    r"(?i)\W*(?:(?:nog |met |bij |voor )?(?:al je |alle |uw |je )?(?:vragen|opmerkingen|suggesties|reacties|aanvullingen|inlichtingen|questions|comments)\b|(?:voor )?(?:meer|verdere|extra) (?:weten|info(?:rmatie)?|uitleg|inlichtingen|information)\b|for (?:more|questions)\b|info(?:rmatie)?\s*[:?]"
    r"|contact(?:gegevens|persoon|personen|opnemen|eer\w*)?\b|(?:heb|hebt|heeft) (?:je|jij|jullie|u)\b|wie (?:nog )?(?:vragen|meer)\b|interesse\b|mail(?:en)? (?:naar|kan)\b|bel(?:len)? (?:naar|kan)\b)"
)
_SIGNED = re.compile(
    r"(?i)\W*(?:voor (?:akkoord|gezien|waar)|gezien en goedgekeurd|goedgekeurd door|opgemaakt (?:te|in|op|door)|handtekening(?:en)?|namens (?:de|het)|met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|agreed|signed|on behalf of|kind regards)\b"
)
# A line that greets, and nothing else: what stands behind it is a signature.
_GREETS = re.compile(
    r"(?i)\W*(?:(?:met|alvast|veel|heel|kind|best|warm|many) )?(?:(?:vriendelijke|hartelijke|warme|beste|collegiale|zonnige|lieve|oprechte) )?"
    r"(?:groet|groeten|groetjes|grtz?|mvg|m\.v\.g\.?|bedankt|dank|regards|thanks|tot dan|tot binnenkort)(?:(?: en)? (?:alvast|groetjes|groeten|bedankt|dank|tot (?:dan|snel|straks|binnenkort|gauw|ziens|volgende \w+)|namens \w+))?\s*[,.!]*\s*"
)
_WORD_BEFORE = re.compile(r"[A-ZÀ-Þ][^\W\d]+:\s+\S")
MOST_SIGNED = 12
"""Lines of a greeting with a signature, each with a few words."""
FEW_WORDS = 14
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
    blocks, gone = _signed(last.blocks)
    while (
        blocks
        and len(gone) < MOST_SIGNED + MOST_LINES
        and (first := _first(blocks[-1])) is not None
        and first not in others
    ):
        gone.insert(0, blocks.pop())
    for block in gone:
        desk.left(block.text, (block,), CLOSES)
    own, behind = _of_all(blocks, [node for node in acting if node is not last], signed=bool(gone))
    end = (Node(Level.CHAPTER, "", (), "", (), behind),) if behind else ()
    return (*nodes[:-1], last._replace(blocks=own), *end) if gone or behind else tuple(nodes)


def _signed(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks before a greeting, and the greeting with the short lines of a signature behind it."""
    at = next((at for at, block in enumerate(blocks) if at and _GREETS.fullmatch(block.text)), len(blocks))
    tail = blocks[at:]
    is_signature = len(tail) <= MOST_SIGNED and all(len(one.text.split()) <= FEW_WORDS for one in tail)
    return (list(blocks[:at]), list(tail)) if is_signature else (list(blocks), [])


def _of_all(
    blocks: Sequence[Block], others: Sequence[Node], *, signed: bool
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of the last action, and paragraphs behind a blank line that are of none where all others are lines with a label.

    So are those before a greeting, where no other action has any behind its lines with a label.
    """
    every = [at for at, block in enumerate(blocks) if _is_labelled(block) and not (signed and found(block) is None)]
    last = max(every, default=len(blocks))
    tail = tuple(blocks[last + 1 :])
    if signed and any(one.gap for node in others for one in node.blocks[_last_label(node.blocks) :]):
        return tuple(blocks), ()
    apart = bool(tail) and all(one.gap and one.cell is None and not one.depth and not one.level for one in tail)
    if (
        apart
        and len(others) >= FEWEST_OTHERS
        and (signed or all(node.blocks and all(map(_is_labelled, node.blocks)) for node in others))
    ):
        return tuple(blocks[: last + 1]), tail
    return tuple(blocks), ()


def _last_label(blocks: Sequence[Block]) -> int:
    """Where the text behind the last line with a label begins."""
    return max((at + 1 for at, block in enumerate(blocks) if found(block) is not None), default=0)


def _is_labelled(block: Block) -> bool:
    """True for a line with a label, or a word before a colon, and what it says."""
    one = found(block)
    return (one is not None and one.rest is not None) or _WORD_BEFORE.match(block.text) is not None


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
