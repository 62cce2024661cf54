"""Goals that no number tells and no list of words: the headings, bold lines or lines in capitals that stand above actions again and again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import HEADING_WORDS, OF_GOALS, Head, Level
from elzctl.intake.plan.ends import Marks
from elzctl.intake.plan.labels import found
from elzctl.intake.plan.topped import is_strong
from elzctl.intake.plan.words import Label

FEWEST = 2
MOST_BETWEEN = 3
"""Paragraphs that may stand between a goal and its first action."""
MOST_WORDS = 24
_MOST_OF = 0.8
_WORD = re.compile(
    rf"(?i)(?:(?:onze|our) )?(?:(?:{'|'.join(sorted(HEADING_WORDS))})(?:en|s|'s)?(?:\s*[:–—-]\s*|\s+(?=\S)))"
)


def goals_above(blocks: Sequence[Block], marks: Marks) -> Marks:
    """The headings of goals above the actions that are known, when no goal is."""
    if any(level in OF_GOALS for _, level in marks.values()):
        return {}
    acting = sorted(at for at, (_, level) in marks.items() if level is Level.ACTION)
    if not acting:
        return {}
    for looks in (_styles(blocks, acting), _is_bold, _is_told):
        places = [at for at in range(len(blocks)) if at not in marks and looks(blocks[at])]
        goals = [at for at in places if _is_right_above(blocks, at, acting, places)]
        if len(goals) >= FEWEST and goals[0] < acting[0]:
            return {at: (_head(at, blocks[at]), Level.STRATEGIC) for at in goals}
    return {}


def is_called_goal(text: str) -> bool:
    """True for words that begin with one for goals: *Onze ambitie: …*."""
    return _WORD.match(text.strip()) is not None


def _styles(blocks: Sequence[Block], acting: Sequence[int]) -> Callable[[Block], bool]:
    """Whether a block is a heading as high as the one above the first action."""
    own = max(blocks[at].level for at in acting)
    above = [block.level for block in blocks[: acting[0]] if block.level and (not own or block.level < own)]
    return lambda block: bool(above) and block.level == above[-1] and _may_head(block)


def _is_right_above(blocks: Sequence[Block], at: int, acting: Sequence[int], places: Sequence[int]) -> bool:
    """True when an action stands behind it, before the next of its kind, with no more than a few sentences between."""
    following, after = _next(acting, at), _next(places, at)
    if following is None or (after is not None and after < following):
        return False
    between = blocks[at + 1 : following]
    return len(between) <= MOST_BETWEEN and not any(block.level for block in between)


def _next(places: Sequence[int], at: int) -> int | None:
    """The first place behind that one, of places that rise."""
    index = bisect_right(places, at)
    return places[index] if index < len(places) else None


def _is_bold(block: Block) -> bool:
    strong = block.style == "strong" or is_strong(block, len(block.text) * _MOST_OF) or _is_bold_behind(block)
    return strong and not block.level and _may_head(block)


def _is_bold_behind(block: Block) -> bool:
    """True for *Onze ambitie: …* with what stands behind it in bold."""
    word = _WORD.match(block.text)
    return word is not None and is_strong(block, len(block.text) - word.end())


def _is_told(block: Block) -> bool:
    """True for a line in capitals, or one that begins with a word for goals, where nothing has a style."""
    text = block.text.strip()
    told = text.isupper() or (_WORD.match(text) is not None and text[0].isupper())
    return told and block.gap and not block.level and _may_head(block)


def _may_head(block: Block) -> bool:
    text = block.text.strip()
    one = found(block)
    plain = not block.depth and block.cell is None and block.check is None and (one is None or one.label is Label.OTHER)
    return plain and 0 < len(text.split()) <= MOST_WORDS and text[-1] not in ".:;,?"


def _head(at: int, block: Block) -> Head:
    text = block.text.strip()
    word = _WORD.match(text)
    behind = text[word.end() :] if word is not None and re.search(r"[:–—-]\s*\Z", word[0]) else ""
    return Head(at, "", (), behind or text, "", None, block.level, listed=False)
