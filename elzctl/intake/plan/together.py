"""Who works along behind the name of who leads: *Seniorenraad, i.s.m. ELZ Meer*, *Samana (samen met Okra)*.  It leads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.paper import Block
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.words import Label, plain

WHO = ("wie", "who")
TOGETHER = "i.s.m."
"""What the label of such partners is."""
_WITH = (
    r"(?:i\.?\s?s\.?\s?m\.?(?!\w)|in\s+(?:nauwe\s+)?samenwerking\s+met|samen\s+met|m\.\s?m\.\s?v\.|met\s+(?:de\s+)?(?:medewerking|steun|hulp|ondersteuning)\s+van"
    r"|ondersteund\s+door|in\s+(?:nauw\s+)?overleg\s+met|i\.\s?o\.\s?m\.|together\s+with|in\s+(?:cooperation|collaboration)\s+with|with\s+(?:the\s+)?(?:support|help)\s+of)"
)
_INSIDE = re.compile(rf"\s*\(\s*{_WITH}\s*:?\s*([^()]+)\)", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:\A|\s*[,;–-]?\s+(?:(?:en|and)\s+)?){_WITH}\s*:?\s+(\S.*)\Z", re.IGNORECASE | re.DOTALL)


def partners_apart(form: Form) -> Form:
    """The form, in which what stands behind such words in the line of who leads is a partner."""
    return form._replace(pieces=tuple(one for piece in form.pieces for one in _apart(piece)))


def _apart(piece: Piece) -> Iterator[Piece]:
    asked = piece.label is Label.WITH_WHOM and plain(piece.title) in WHO and len(piece.blocks) == 1
    if not asked and piece.label is not Label.LEAD:
        yield piece
        return
    leads: list[Block] = []
    along: list[Block] = []
    for block in piece.blocks:
        lead, partners = split(block.text)
        leads += [block] if not partners else [block._replace(text=lead, spans=())] if lead else []
        along += [block._replace(text=partners, spans=(), depth=0, marker="")] if partners else []
    yield piece._replace(blocks=tuple(leads))
    if along:
        yield Piece(Label.PARTNERS, TOGETHER, None, tuple(along), inline=True, within=piece.within)


def split(text: str) -> tuple[str, str]:
    """Who leads, and who works along, "" for nobody."""
    along = [match[1].strip() for match in _INSIDE.finditer(text)]
    lead = _INSIDE.sub("", text).strip() if along else text
    behind = _BEHIND.search(lead)
    if behind is not None:
        along.append(behind[1].strip())
        lead = lead[: behind.start()].strip(" ,;")
    return lead, ", ".join(along)
