"""Lines that speak of a goal or an action and head none: *Actie 1.4 heeft nog geen trekker.*, below the table in which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, head

# A verb right behind the number makes a sentence of it; no title begins so.
_VERB = re.compile(
    r"(?:heeft|hebben|had|hadden|is|zijn|was|waren|wordt|worden|werd|werden|kan|kunnen|moet|moeten|mag|zal|zullen|loopt|lopen|liep|gaat|gaan|ging|blijft|bleef|krijgt|kreeg|staat|stond|zit|zat|ligt|lag|komt|kwam|vraagt|vroeg|schuift|schoof|valt|viel|vervalt|verhuist|begint|begon|stopt|stopte|sluit|past|hoort|hangt"
    r"|has|have|had|are|were|will|needs|must|should|can|runs|stays|gets|moves|stops)(?!\w)"
)


def speaks_of(heads: Sequence[Head], blocks: Sequence[Block]) -> set[int]:
    """Where lines stand that only speak of what has its heading or its row elsewhere."""
    in_rows = {one.numbers for block in blocks if block.cell is not None and (one := head(0, block)) is not None}
    return {
        one.at
        for one in heads
        if one.numbers
        and not blocks[one.at].level
        and blocks[one.at].cell is None
        and (_is_sentence(one, blocks[one.at]) or (_is_small(one) and one.numbers in in_rows))
    }


def _is_sentence(one: Head, block: Block) -> bool:
    """True when a verb follows the number, with nothing but a blank between the two."""
    if not one.code or _VERB.match(one.title) is None:
        return False
    return re.search(rf"{re.escape(one.code)}\s+{re.escape(one.title[:8])}", block.text) is not None


def _is_small(one: Head) -> bool:
    """True for words that begin small or end as a sentence does, behind a word or a number with points."""
    names = len(one.numbers) > 1 or not one.family.startswith("#")
    return names and (one.title[:1].islower() or one.title.rstrip().endswith((".", "?", "!")))
