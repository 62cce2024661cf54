"""Where the goals and actions of a plan end, and a chapter begins that stands behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, Level
from elzctl.intake.plan.words import label_of

Marks: TypeAlias = "dict[int, tuple[Head, Level | None]]"
"""The headings by their places, each with what it heads."""

LONGEST = 60
FEW_WORDS = 3
MOST_WORDS = 8
"""Words of a heading in capitals."""
_BEHIND = re.compile(
    r"(?i)(?:(?:bijlagen?|annex|appendix)(?:\s+\w{1,3})?\s*[:–-]\s.{1,60}|slot|tot slot|slotwoord|nawoord|conclusies?|tot besluit|conclusions?"
    r"|bijlagen?|lijst (?:van|met) afkortingen|afkortingen(?:lijst)?|begroting|ondertekening|handtekeningen|bronnen(?:lijst)?|bibliografie|colofon|contactgegevens"
    r"|annex(?:es)?|appendix|appendices|abbreviations|sources)(?:\s+\d{1,2})?\W*"
)


def ends_plan(block: Block) -> bool:
    """True for a line that heads what comes behind the actions, where no heading has a style."""
    return block.gap and not block.depth and block.cell is None and _BEHIND.fullmatch(block.text.strip()) is not None


def counted_chapters(blocks: Sequence[Block], marks: Marks) -> frozenset[int]:
    """Where chapters behind the goals go on in the count of those before them: *4. Werking*, after *1.* to *3.*, without styles."""
    if not marks or any(block.level for block in blocks):
        return frozenset()
    first, expected = min(marks), 1
    found: set[int] = set()
    for at, block in enumerate(blocks):
        if at in marks or not is_counted(block, blocks[at + 1] if at + 1 < len(blocks) else None, expected):
            continue
        if at > first and expected > 1:
            found.add(at)
        elif at > first:
            break
        expected += 1
    return frozenset(found)


def bare_chapters(blocks: Sequence[Block], marks: Marks) -> frozenset[int]:
    """Where chapters begin behind the last heading that look as those before the first one: a few words above a text."""
    if not marks or any(block.level for block in blocks):
        return frozenset()
    capitals = _behind_in_capitals(blocks, marks)
    if capitals:
        return capitals
    bare = [at for at, (one, other) in enumerate(pairwise(blocks)) if at not in marks and is_bare(one, other)]
    first, last = min(marks), max(marks)
    return frozenset(at for at in bare if at > last + 1) if any(at < first for at in bare) else frozenset()


def _behind_in_capitals(blocks: Sequence[Block], marks: Marks) -> frozenset[int]:
    """Lines in capitals above a text behind the last heading, when none stands between the headings: there they are labels."""
    first, last = min(marks), max(marks)
    lines = [at for at, block in enumerate(blocks) if at > first and at not in marks and in_capitals(block)]
    alone = bool(lines) and lines[0] > last + 1 and all(at + 1 not in lines and at + 1 < len(blocks) for at in lines)
    return frozenset(lines) if alone else frozenset()


def in_capitals(block: Block) -> bool:
    """True for a line of words in capitals with a blank line above it, that is no label of a form."""
    text = block.text.strip()
    alone = block.gap and not block.depth and block.cell is None and block.check is None and not block.level
    several = 1 < len(text.split()) <= MOST_WORDS and text.isupper() and text[-1].isalnum()
    return alone and several and re.search(r"\w{4}", text) is not None and label_of(text) is None


def is_bare(block: Block, following: Block) -> bool:
    """True for a few words with a blank line above them and a sentence right below, where no heading has a style."""
    words = block.text.split()
    alone = block.gap and not block.depth and block.cell is None and block.check is None and not block.level
    short = 0 < len(words) <= FEW_WORDS and block.text[:1].isupper() and block.text.strip()[-1].isalnum()
    is_text = (
        following.cell is None and not following.depth and not following.gap and len(following.text.split()) > FEW_WORDS
    )
    return alone and short and is_text and label_of(block.text) is None


def is_counted(block: Block, following: Block | None, number: int) -> bool:
    """True for a short line by itself with that number before it, and no list behind it."""
    text = block.text.strip()
    alone = block.gap and block.cell is None and (following is None or not following.depth or following.gap)
    numbered = block.marker.strip("(.) ") == str(number) and block.check is None
    return alone and numbered and 2 < len(text) <= LONGEST and text[0].isupper() and text[-1] not in ".:;,!?…"


def style_of_chapters(blocks: Sequence[Block], marks: Marks) -> int:
    """The style of the headings before the goals, where those of goals and actions have none."""
    if not marks or any(one.style for one, _ in marks.values()):
        return 0
    levels = Counter(block.level for block in blocks[: min(marks)] if block.level)
    # A PDF has no style of its own for the title: that is one heading.
    return min((level for level, count in levels.items() if count > 1), default=min(levels, default=0))


def highest_style(marks: Marks, wanted: Level) -> int:
    """The highest style of such headings, 0 when they have none: one as high as that of goals, without a number, begins a chapter."""
    styles = [one.style for one, level in marks.values() if level is wanted and one.style]
    return min(styles, default=0)
