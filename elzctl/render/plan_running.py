"""The running text of goals and chapters, under their headings."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.model import Chapter, Goal, StrategicGoal
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Note, Paragraph

TOP = 1
"""The level of the heading of a chapter and of a strategic goal; that of an operational goal is one lower."""


def chapter_text(chapter: Chapter, text: PlanText) -> tuple[Block, ...]:
    """What a chapter says."""
    return text.blocks(chapter.body.text, TOP + 1)


def goal_text(goal: StrategicGoal | Goal, text: PlanText) -> tuple[Block, ...]:
    """The motto of a goal, and what it says itself."""
    return tuple(_goal_text(goal, text))


def level(goal: StrategicGoal | Goal) -> int:
    """The level of the heading of a goal."""
    return TOP if isinstance(goal, StrategicGoal) else TOP + 1


def _goal_text(goal: StrategicGoal | Goal, text: PlanText) -> Iterator[Block]:
    if goal.motto:
        yield Note("motto", (Paragraph(text.line(goal.motto)),))
    yield from text.blocks(goal.text, level(goal) + 1)
