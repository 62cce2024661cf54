"""Topics of notes that a whole document makes in one way of its own: behind a star, as the first of a list, before a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.minutes.closing import is_end_alone
from elzctl.intake.minutes.infinitives import SAYS
from elzctl.intake.minutes.labels import HEADED
from elzctl.intake.minutes.marks import TO_DO
from elzctl.intake.minutes.opening import opens, tells_actions
from elzctl.intake.minutes.parts import Part
from elzctl.intake.minutes.promising import VERBS
from elzctl.intake.minutes.words import MARKED, label_kind
from elzctl.intake.paper import Block

SIGN = re.compile(r"[*=#>~+•▪►]{1,3} ?(?=\w)")
_NEXT = re.compile(r"(?i)\W*(?:eerst)?(?:volgende?|vlg\.?|volg\.|next)\s")
_LONGEST, _MOST_WORDS = 80, 9
_SENTENCE = re.compile(r"[a-zà-ÿ0-9)][.;?!](?:\s|\Z)|,\Z")


def topics(parts: Sequence[Part]) -> tuple[int, ...]:
    """The places of such lines, each with something right below it; none when the document has other lines as well."""
    found: dict[str, list[int]] = {}
    lines = [one for one in parts[1:] if isinstance(one, Block) and not one.depth]
    dense = not any(one.gap for one in lines)  # as in a PDF: nothing stands apart
    for at, part in enumerate(parts):
        if at and isinstance(part, Block) and (made := _made(part, dense=dense, below=_below(parts[at - 1], part))):
            found.setdefault(made, []).append(at)
    for made, places in sorted(found.items(), key=lambda one: -len(one[1])):
        told = [at for at in places if _is_above(parts, at)]
        if len(told) > 1 and told == places and _are_all(parts, told, made, dense=dense):
            return tuple(told)
    return ()


def _below(above: Part, block: Block) -> bool:
    """True for an item of a list right behind what stands deeper in it."""
    return block.depth == 1 and isinstance(above, Block) and above.depth > 1


def _made(block: Block, *, dense: bool, below: bool) -> str:
    """How a short line is made: its sign, the mark of a list before it, or the colon behind it; "" for another line."""
    text = block.text.strip()
    if (
        not (block.gap or dense or below)
        or block.level
        or block.check is not None
        or block.cell is not None
        or len(text) > _LONGEST
    ):
        return ""
    if _SENTENCE.search(text) or MARKED.match(text) or TO_DO.match(text) or label_kind(text) in HEADED:
        return ""
    sign = SIGN.match(text)
    if sign is not None and not block.depth:
        return f"sign {sign[0].strip()}" if text[-1] != text[0] else ""
    if block.depth:
        is_mark = block.depth == 1 and not re.search(r"\w", block.marker) and not text.endswith(":")
        return f"list {block.marker}" if is_mark else ""
    return "colon" if _is_before_colon(text) else ""


def _is_before_colon(text: str) -> bool:
    """True for a few words with a colon behind them that name something, and say nothing of what follows."""
    head, colon, behind = text.partition(":")
    words = head.lower().split()
    names = bool(colon) and not behind and 0 < len(words) <= _MOST_WORDS and opens(text, None) is None
    return names and SAYS.isdisjoint(words) and VERBS.isdisjoint(words)


def _is_above(parts: Sequence[Part], at: int) -> bool:
    """True when something stands right below a line, that is no item beside it."""
    one, below = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    if not isinstance(below, Block) or not isinstance(one, Block):
        return below is not None
    return below.depth > one.depth or (not one.depth and not below.gap) or (not below.depth and not below.gap)


def _are_all(parts: Sequence[Part], places: Sequence[int], made: str, *, dense: bool) -> bool:
    """True when no other line stands apart behind the first, and no other item has the mark: a sign alone is enough."""
    if made.startswith("sign"):
        return True
    for at in range(places[0], len(parts)):
        part = parts[at]
        if at in places or not isinstance(part, Block):
            continue
        if part.depth:
            if made == f"list {part.marker}" and part.depth == 1:
                return False
        elif (part.gap or dense) and not _is_of_own(part):
            return False
    return True


def _is_of_own(block: Block) -> bool:
    """True for a line that its first words give a meaning: ``Volgende keer: …``, ``TO DO …``, ``Actiepunten``, ``Einde om 15u``."""
    text = block.text
    label, colon, _ = text.partition(":")
    is_marked = (
        MARKED.match(text) or TO_DO.match(text) or tells_actions(text) or is_end_alone(block) or _NEXT.match(text)
    )
    return bool(is_marked) or label_kind(label if colon else text) != ""
