"""Forms that begin again and again, each below a short line of its own: the title of an action."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.labels import NO_FORM, found
from elzctl.intake.plan.words import Label

FEWEST_LABELS = 2
LONGEST_TITLE = 160


def begun_again(blocks: Sequence[Block], taken: set[int]) -> list[int]:
    """Where the titles of actions stand that are short lines of their own, each before a form that begins again."""
    starts: list[tuple[int, int]] = []
    seen: set[Label] = set()
    for at, block in enumerate(blocks):
        one = found(block)
        if at in taken:
            seen = set()
        if (
            one is None
            or one.label in NO_FORM
            or not is_answered(blocks, at)
            or (at and 0 < block.level <= blocks[at - 1].level)
        ):
            continue
        if (not seen or one.label in seen) and at and at - 1 not in taken and is_title(blocks, at - 1):
            starts.append((at - 1, 0))
            seen = set()
        seen.add(one.label)
        if starts:
            starts[-1] = (starts[-1][0], len(seen))
    sound = [at for at, count in starts if count >= FEWEST_LABELS]
    return sound if len(sound) > 1 or any(count > 2 for _, count in starts) else []


def is_answered(blocks: Sequence[Block], at: int) -> bool:
    """True when something stands behind a label or below it: labels in a row are the head of a table."""
    one, after = found(blocks[at]), blocks[at + 1] if at + 1 < len(blocks) else None
    return one is not None and (one.rest is not None or (after is not None and found(after) is None))


def is_title(blocks: Sequence[Block], at: int) -> bool:
    """True for a short line that may be the title of the form below it."""
    block = blocks[at]
    text = block.text.strip()
    if not text or block.depth or block.check is not None or found(block) is not None or len(text) > LONGEST_TITLE:
        return False
    if _answers(blocks, at):
        return False
    bold = block.style == "strong" or any(
        span.strong and span.end - span.start > len(text) * 0.8 for span in block.spans
    )
    return (
        text[-1] not in ".:;,?!"
        and text[0].isupper()
        and (block.gap or bold or block.level > 0 or block.cell is not None)
    )


def _answers(blocks: Sequence[Block], at: int) -> bool:
    """True for what stands beside a label in a row, but for that of a title."""
    cell, before = blocks[at].cell, blocks[at - 1] if at else None
    if cell is None or before is None or before.cell is None or cell[:2] != before.cell[:2]:
        return False
    one = found(before)
    return one is not None and one.rest is None and one.label is not Label.TITLE
