"""Where the goals and actions of a plan end, and a chapter begins that stands behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, Level

Marks: TypeAlias = "dict[int, tuple[Head, Level | None]]"
"""The headings by their places, each with what it heads."""

_BEHIND = re.compile(
    r"(?i)(?:(?:bijlagen?|annex|appendix)(?:\s+\w{1,3})?\s*[:–-]\s.{1,60}|slot|tot slot|slotwoord|nawoord|conclusies?|tot besluit|conclusions?"
    r"|bijlagen?|lijst (?:van|met) afkortingen|afkortingen(?:lijst)?|begroting|bronnen(?:lijst)?|bibliografie|colofon|contactgegevens"
    r"|annex(?:es)?|appendix|appendices|abbreviations|sources)(?:\s+\d{1,2})?\W*"
)


def ends_plan(block: Block) -> bool:
    """True for a line that heads what comes behind the actions, where no heading has a style."""
    return block.gap and not block.depth and block.cell is None and _BEHIND.fullmatch(block.text.strip()) is not None


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
