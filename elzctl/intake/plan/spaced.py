"""Labels with no more than a blank behind them, as a tab of Word or two columns of a PDF leave them: *Timing mei 2026*."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from elzctl.intake.paper import Block, Span
from elzctl.intake.plan.behind import read
from elzctl.intake.plan.status_label import word
from elzctl.intake.plan.table_times import is_when
from elzctl.intake.plan.valued import are_names, is_time
from elzctl.intake.plan.words import Label, label_of, plain
from elzctl.record import NamedTuple

FEWEST = 3
"""Such lines one below the other, each with another label; of one kind by itself two are enough when their values fit."""
MOST_WORDS = 4
"""Words of a label."""
_TIMES = (Label.TIMING, Label.START, Label.DUE)
_NAMES = (Label.LEAD, Label.PARTNERS)
_SMALL = (*_TIMES, Label.STATUS)
"""Labels whose values may begin small."""
_WORD = re.compile(r"[\w'’/()-]+")


class _Spaced(NamedTuple):
    """A label, where it ends in its block, and what stands behind it."""

    label: Label
    end: int
    value: str


def with_colons(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a colon behind such labels where the document shows that they are some."""
    spaced = {at: one for at, block in enumerate(blocks) if (one := _spaced(block)) is not None}
    sure = {at for run in _runs(blocks, spaced) for at in run}
    names = {_name(blocks[at], spaced[at]) for at in sure}
    fits = {at for at, one in spaced.items() if _fits(one)}
    often = Counter(_name(blocks[at], spaced[at]) for at in fits)
    for at in fits:
        name = _name(blocks[at], spaced[at])
        sure |= {at} if name in names or often[name] > 1 else set()
    return tuple(_with_colon(block, spaced[at].end) if at in sure else block for at, block in enumerate(blocks))


def _spaced(block: Block) -> _Spaced | None:
    """The label with which a paragraph begins, the longest that is known."""
    if block.cell is not None or block.depth or block.level or block.check is not None or read(block) is not None:
        return None
    ends = [match.end() for match in _WORD.finditer(block.text)][:MOST_WORDS]
    for end in reversed(ends):
        label, value = label_of(block.text[:end]), block.text[end:]
        if label is not None and value[:1] == " " and block.text[:1].isupper():
            value = value.strip()
            begins = not value[:1].islower() or label in _SMALL
            return _Spaced(label, end, value) if value and begins and value[0] not in ":?–—-" else None
    return None


def _runs(blocks: Sequence[Block], spaced: dict[int, _Spaced]) -> Iterator[list[int]]:
    """Such lines one below the other, each with another label, of which one tells a fact that fits."""
    run: list[int] = []
    for at in range(len(blocks) + 1):
        if at in spaced and all(spaced[at].label is not spaced[other].label for other in run):
            run.append(at)
            continue
        if len(run) >= FEWEST and any(_fits(spaced[other]) for other in run):
            yield run
        run = [at] if at in spaced else []


def _fits(one: _Spaced) -> bool:
    """True when what stands behind a label is what it asks for, and nothing else."""
    if one.label is Label.STATUS:
        return word(one.value) is not None
    if one.label in _TIMES:
        return is_time(one.value) or is_when(one.value)
    return one.label in _NAMES and are_names(one.value)


def _name(block: Block, one: _Spaced) -> str:
    return plain(block.text[: one.end])


def _with_colon(block: Block, end: int) -> Block:
    def moved(span: Span) -> Span:
        return span._replace(start=span.start + (span.start > end), end=span.end + (span.end > end))

    text = f"{block.text[:end]}:{block.text[end:]}"
    return block._replace(text=text, spans=tuple(map(moved, block.spans)))
