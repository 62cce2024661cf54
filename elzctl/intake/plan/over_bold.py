"""Plain headings above paragraphs that begin with a title in bold: goals, where labels such as *Trekker:* stand in those paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import OF_GOALS, Head, Level
from elzctl.intake.plan.ends import Marks
from elzctl.intake.plan.numbered import says_chapter
from elzctl.intake.plan.topped import is_strong
from elzctl.intake.plan.under_bold import has_facts, is_bold, tell_in_bold
from elzctl.record import NamedTuple

FEWEST = 2
_WHOLE = 0.9


class _Section(NamedTuple):
    at: int
    blocks: tuple[Block, ...]


def goals_over_bold(blocks: Sequence[Block], marks: Marks) -> Marks:
    """The headings of goals of a document in which no word or number tells any; each has an action with a fact below it."""
    if any(level in OF_GOALS or level is Level.ACTION for _, level in marks.values()):
        return {}
    sections = [one for one in _sections(blocks) if has_facts(one.blocks) and not _is_chapter(blocks[one.at])]
    if not sections or not tell_in_bold([one.blocks for one in sections]):
        return {}
    level = blocks[sections[0].at].level
    heads = [at for at, block in enumerate(blocks) if block.level == level and block.cell is None]
    every = {one.at: one for one in _sections(blocks) if one.at in heads and not _is_chapter(blocks[one.at])}
    told = [heads.index(one.at) for one in sections if one.at in every]
    goals = [at for at in heads[min(told) : max(told) + 1] if at in every]
    # Beside them, those of which all paragraphs begin so, without a fact.
    for beside in (reversed(heads[: min(told)]), heads[max(told) + 1 :]):
        goals += takewhile(lambda at: at in every and _are_alike(every[at]), beside)
    return {at: (_head(at, blocks[at]), Level.STRATEGIC) for at in goals}


def _are_alike(section: _Section) -> bool:
    """True when two paragraphs or more stand there, and all begin with a title in bold."""
    texts = [block for block in section.blocks if not block.depth and block.text.strip()]
    return len(texts) >= FEWEST and all(map(_begins_bold, texts))


def has_bold_under_plain(blocks: Sequence[Block]) -> bool:
    """True when paragraphs under headings begin with a title in bold, again and again."""
    return sum(1 for one in _sections(blocks) for block in one.blocks if _begins_bold(block)) >= FEWEST


def _sections(blocks: Sequence[Block]) -> Iterator[_Section]:
    """The headings right above such paragraphs, each with what stands under it up to the next heading."""
    heads = [at for at, block in enumerate(blocks) if block.level and block.cell is None and block.text.strip()]
    for at, end in zip(heads, [*heads, len(blocks)][1:], strict=True):
        below = tuple(blocks[at + 1 : end])
        if any(map(_begins_bold, below)):
            yield _Section(at, below)


def _begins_bold(block: Block) -> bool:
    """True for a text behind a title in bold, on the same line."""
    return is_bold(block) and not is_strong(block, len(block.text.strip()) * _WHOLE)


def _is_chapter(block: Block) -> bool:
    return says_chapter(block.text) or block.text.rstrip().endswith("?")


def _head(at: int, block: Block) -> Head:
    return Head(at, "", (), block.text.strip(), "", None, block.level, listed=False)
