"""Items of lists that begin with a title in bold, or tell facts behind one: *Infopunt. Trekker: CAW; tegen: mei 2026*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.intake.paper import Block
from elzctl.intake.plan.labels import without
from elzctl.intake.plan.tables import column_label
from elzctl.intake.plan.words import Label
from elzctl.record import NamedTuple

BOLD_FROM = 2
MOST_WORDS = 16
LONGEST = 2_000
"""Characters of an item."""
# Behind a full stop, semicolon, line or dash: a label with its value.
_FACT = re.compile(r"(?P<before>[.!;|]\s*|\s[–—-]\s*|,\s+|\A\s*)(?P<label>[^\W\d_][\w’'/ ]{1,30}?)\s*:\s+(?=\S)")
_SIGNS = " .:;,–—-|"
_FACTS = frozenset(
    (
        Label.LEAD,
        Label.LEAD_ASKED,
        Label.PARTNERS,
        Label.TIMING,
        Label.START,
        Label.DUE,
        Label.STATUS,
        Label.TARGETS,
        Label.INDICATORS,
        Label.OUTPUT,
        Label.BUDGET,
        Label.WITH_WHOM,
    )
)


class Begun(NamedTuple):
    """A title, what is told behind it, and the facts: label, its words and value, each in a block."""

    title: str
    text: Block | None
    facts: tuple[tuple[Label, str, Block], ...]


def begun(block: Block) -> Begun | None:
    """What an item tells; ``None`` when it neither begins in bold nor has facts behind a title."""
    if len(block.text) > LONGEST:
        return None
    end = _bold_end(block)
    facts = list(_facts_in(block.text, end))
    if not end:
        end = facts[0].start() if facts else 0
    title = block.text[:end].strip(_SIGNS)
    if not title or len(title.split()) > MOST_WORDS:
        return None
    stops = [*(one.start("label") for one in facts), len(block.text)]
    text = _part(block, end, stops[0])
    told = tuple(
        (label, one["label"].strip(), part)
        for one, stop in zip(facts, stops[1:], strict=True)
        if (label := column_label(one["label"])) is not None and (part := _part(block, one.end(), stop)) is not None
    )
    return Begun(title, text, told)


def _bold_end(block: Block) -> int:
    """Where the bold words end with which a block begins; 0 for none, or when all of it is bold."""
    span = next((one for one in block.spans if one.strong and one.start < BOLD_FROM), None)
    return span.end if span is not None and block.text[span.end :].strip(_SIGNS) else 0


def _facts_in(text: str, start: int) -> Iterator[re.Match[str]]:
    """The labels of facts behind that place, each where a sentence or part of one begins."""
    for match in _FACT.finditer(text, start):
        if (match.start() or start) and column_label(match["label"]) in _FACTS:
            yield match


def _part(block: Block, start: int, end: int) -> Block | None:
    """These words of a block as one of its own."""
    made = without(block._replace(text=block.text[:end]), start)
    lead = len(made.text) - len(made.text.lstrip(_SIGNS))
    made = without(made, lead)._replace(depth=0, marker="", check=None)
    made = made._replace(text=made.text.rstrip(" ;|,–—-"))
    return made if re.search(r"\w", made.text) else None
