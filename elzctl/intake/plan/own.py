"""Our own documents, taken in again: what was made of the plan is left out, and each line of a fiche goes back to its key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from elzctl.intake.paper import Block, Paper
from elzctl.intake.plan.own_words import (
    APPENDIX,
    DERIVED,
    MARK,
    NAMED_IN,
)

_ONE_LETTERED = re.compile(r"(.+?) \([A-Z]\)(?:, |\Z)")
_LETTERED = re.compile(r"(?:.+? \([A-Z]\)(?:, |\Z))+")


class Own(NamedTuple):
    """The blocks of a document of ours that hold the plan, those that were made of it, and the names that occur in it."""

    blocks: tuple[Block, ...]
    derived: tuple[Block, ...]
    names: frozenset[str]


def own(paper: Paper) -> Own | None:
    """The document without what was made of the plan; ``None`` when it is not one of ours."""
    if not any(block.text.strip() in MARK for block in paper.blocks):
        return None
    top = min((block.level for block in paper.blocks if block.level), default=0)
    kept: list[Block] = []
    derived: list[Block] = []
    dropping = behind = False
    for block in paper.blocks:
        text = block.text.strip()
        if block.level == top or (not top and _is_derived(text)):
            behind = behind or APPENDIX.match(text) is not None
            dropping = behind or _is_derived(text)
        (derived if dropping else kept).append(block)
    return Own(tuple(kept), tuple(derived), _names(derived))


def period_of(blocks: Iterable[Block]) -> tuple[str, Block] | None:
    """The years of the policy plan on the cover."""
    for block in blocks:
        match = re.fullmatch(r"(?i).*(?:policy plan|beleidsplan) (?P<years>\d{4}\s*[-–/]\s*\d{4})", block.text.strip())
        if match:
            return match["years"], block
    return None


def is_stamp(block: Block) -> bool:
    """The line on the cover that says of which day the document is."""
    return (
        block.style in ("date", "cover date")
        or re.fullmatch(r"(?:Version of|Versie van) .*\d{4}", block.text.strip()) is not None
    )


def cover_of(before: Sequence[Block], used: Sequence[Block]) -> tuple[Block, ...]:
    """The words on the cover: between the title and the day."""
    days = [at for at, block in enumerate(before) if is_stamp(block)]
    front = before[: days[0]] if days else ()
    return tuple(block for block in front if block not in used and block.style != "subtitle")


def _is_derived(text: str) -> bool:
    return text in DERIVED or APPENDIX.match(text) is not None


def _names(derived: Sequence[Block]) -> frozenset[str]:
    """The names of actors and groups in the lists at the back, where each stands by itself or with a letter behind it."""
    cells = [(block.cell, block.text.strip(), block.style) for block in derived if block.cell]
    lists = {cell.table for cell, text, _ in cells if cell[1:] == (1, 1) and text in NAMED_IN}
    found = {
        text
        for cell, text, style in cells
        if cell.row > 1 and ((cell.table in lists and cell.column == 1) or "heading" in style)
    }
    lettered = (text for _, text, _ in cells if _LETTERED.fullmatch(text))
    return frozenset(found.union(name for text in lettered for name in _ONE_LETTERED.findall(text)))
