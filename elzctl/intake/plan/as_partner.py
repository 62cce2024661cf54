"""Where a document names an organisation as one that works along or gets something: that says nothing of whose plan it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.labels import found
from elzctl.intake.plan.words import Label, label_of

_ALONG = (Label.PARTNERS, Label.WITH_WHOM, Label.FOR_WHOM, Label.TARGETS)
# Right before a name: it gets something, or works along.
_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:aan|met|naar|to|with)\s+(?:(?:de|het|onze|een|the|our)\s+)?(?:(?:collega['’]?s van|partners als)\s+(?:de\s+)?)?\Z"
)


def among_partners(blocks: Sequence[Block]) -> frozenset[int]:
    """Where blocks stand that are an answer to who works along or for whom it is, behind a label, below it or in its column."""
    columns: dict[tuple[int, int], Label] = {}
    made: list[int] = []
    label: Label | None = None
    answers = False
    for at, block in enumerate(blocks):
        column = (block.cell.table, block.cell.column) if block.cell is not None else (0, 0)
        if block.cell is not None and block.cell.row == 1 < block.cell.column:
            heads = label_of(block.text)
            columns |= {column: heads} if heads is not None else {}
        if column in columns:
            made += [at] if columns[column] in _ALONG else []
            continue
        one = found(block)
        if one is not None:
            label, answers = one.label, one.rest is None
        elif block.level:
            answers = False
        if label in _ALONG and (answers or (one is not None and one.rest is not None)):
            made.append(at)
    return frozenset(made)


def gets_something(before: str) -> bool:
    """True when the words before a name say that it gets something or works along: *bezorgt dat aan de eerstelijnszone …*."""
    return _BEFORE.search(before) is not None
