"""Actions that a word calls so, without a number: paragraphs that begin with *Actie:*, each with its title and its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import OF_GOALS, Head, Level, named_by_word
from elzctl.intake.plan.labels import without
from elzctl.intake.plan.words import plain

FEWEST = 2
MOST_WORDS = 16
"""Words of a title before its text."""
LEAST_TEXT = 3
"""Words of a text behind a title."""
_STOP = re.compile(r"[^\W\d_]{4,}[”\"’)]?\.(?=\s+[A-ZÀ-Þ\"“„‘])")
_SIGNS = " .:;,–—-|"


def called(heads: Sequence[Head], blocks: Sequence[Block]) -> frozenset[int]:
    """Where such paragraphs stand: several, with other titles, below a goal; none where actions have a number."""
    found = [
        one
        for one in heads
        if one.level is Level.ACTION and not one.code and not one.listed and blocks[one.at].cell is None
    ]
    goals = [*named_by_word(heads, of_goals=True).values(), *(one.at for one in heads if one.level in OF_GOALS)]
    counted = any(len(one.numbers) > 1 or (one.level is Level.ACTION and one.numbers) for one in heads)
    titles = {plain(one.title) for one in found}
    alone = len(found) < FEWEST or len(titles) < len(found) or counted or not goals or found[0].at < min(goals)
    return frozenset() if alone else frozenset(one.at for one in found)


def title_and_text(block: Block, start: int) -> tuple[int, Block] | None:
    """Where in a paragraph the title ends that begins at *start*, and what stands behind it; ``None`` when all of it is the title.

    The title is bold, or the first sentence where others follow.
    """
    if block.level or block.cell is not None:
        return None
    bold = next((span for span in block.spans if span.strong and span.start <= start + 1 < span.end), None)
    stop = _STOP.search(block.text, start)
    end = bold.end if bold is not None else stop.end() if stop is not None else len(block.text)
    text = without(block, end)
    lead = len(text.text) - len(text.text.lstrip(_SIGNS))
    text = without(text, lead)
    title = block.text[start:end].strip(_SIGNS)
    if not title or len(title.split()) > MOST_WORDS or len(text.text.split()) < LEAST_TEXT:
        return None
    return end, text._replace(depth=0, marker="", check=None)
