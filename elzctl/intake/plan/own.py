"""Our own documents, taken in again: what was made of the plan is left out, and each line of a fiche goes back to its key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from elzctl.intake.paper import Block, Paper
from elzctl.intake.plan.own_words import APPENDIX, DERIVED, MARK, NAMED_IN, SHORT_IN
from elzctl.record import NamedTuple

_PERIOD = re.compile(r"(?i).*(?:policy plan|beleidsplan) (?P<years>\d{4}\s*[-–/]\s*\d{4})")
_STAMP = re.compile(r"(?:Version of|Versie van) .*\d{4}")
_ONE_LETTERED = re.compile(r"(.+?) \([A-Z]\)(?:, |\Z)")
_LETTERED = re.compile(r"(?:.+? \([A-Z]\)(?:, |\Z))+")


class Own(NamedTuple):
    """The blocks of a document of ours that hold the plan, those that were made of it, and the names that occur in it.

    ``short`` are the abbreviations that its last list explains.
    """

    blocks: tuple[Block, ...]
    derived: tuple[Block, ...]
    names: frozenset[str]
    short: Mapping[str, str]


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
    return Own(tuple(kept), tuple(derived), _names(derived), _short(derived))


class Cover(NamedTuple):
    """What our cover says beside the title: the years of the policy plan with their block, words of the zone, the day."""

    period: tuple[str, Block] | None = None
    words: tuple[Block, ...] = ()
    stamped: tuple[Block, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of it."""
        return (*self.words, *self.stamped, *((self.period[1],) if self.period is not None else ()))


def cover_of(before: Sequence[Block], used: Sequence[Block]) -> Cover:
    """The cover of what stands *before* the goals; *used* are the blocks with the title and the organisation."""
    periods = ((match["years"], block) for block in before if (match := _PERIOD.fullmatch(block.text.strip())))
    stamped = tuple(block for block in before if _is_stamp(block))
    front = before[: before.index(stamped[0])] if stamped else ()
    words = tuple(block for block in front if block not in used and block.style != "subtitle")
    return Cover(next(periods, None), words, stamped)


def _is_stamp(block: Block) -> bool:
    """True for the line that says of which day the document is."""
    return block.style in ("date", "cover date") or _STAMP.fullmatch(block.text.strip()) is not None


def _is_derived(text: str) -> bool:
    return text in DERIVED or APPENDIX.match(text) is not None


def _short(derived: Sequence[Block]) -> dict[str, str]:
    """The rows of the list of abbreviations."""
    cells = [(block.cell, block.text.strip()) for block in derived if block.cell]
    lists = {cell.table for cell, text in cells if cell[1:] == (1, 1) and text in SHORT_IN}
    rows: dict[tuple[int, int], dict[int, str]] = {}
    for cell, text in cells:
        if cell.table in lists and cell.row > 1:
            row = rows.setdefault(cell[:2], {})
            row[cell.column] = f"{row.get(cell.column, '')} {text}".strip()
    return {row[1]: row[2] for row in rows.values() if row.get(1) and row.get(2)}


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
