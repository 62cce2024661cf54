"""Headings of goals and actions without numbers: by their styles, or as the line before a form that begins again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import OF_GOALS, Head, Level
from elzctl.intake.plan.ends import Marks
from elzctl.intake.plan.forms_again import FEWEST_LABELS, begun_again, is_answered, is_title
from elzctl.intake.plan.labels import NO_FORM, found, is_label
from elzctl.intake.plan.settings import is_called_plan
from elzctl.intake.plan.words import Label
from elzctl.record import NamedTuple

LOWEST = 6


class Styled(NamedTuple):
    """Where a heading stands, what it heads, and its words when they are not all of its block."""

    at: int
    level: Level
    title: str = ""


def unnumbered(blocks: Sequence[Block], marks: Marks, listed: set[int]) -> Marks:
    """Headings of actions that have no number, when none has one."""
    if any(level is Level.ACTION for _, level in marks.values()):
        return {}
    taken = {*marks, *listed}
    goals = any(level in OF_GOALS for _, level in marks.values())
    found = styled(blocks, taken, goals=not goals) or titled(blocks, taken)
    found = found or [Styled(at, Level.ACTION) for at in begun_again(blocks, taken)]
    return {one.at: (_plain_head(one, blocks[one.at]), one.level) for one in found}


def _plain_head(one: Styled, block: Block) -> Head:
    """The heading without a number that stands there."""
    return Head(one.at, "", (), one.title or block.text.strip(), "", None, block.level, listed=False)


def with_strong(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks; a strong line right above a form is a heading below the others, when these have styles."""
    deepest = max((block.level for block in blocks), default=0)
    if not deepest or deepest >= LOWEST:
        return tuple(blocks)
    heads = {at for at in range(len(blocks) - 1) if _is_strong_title(blocks, at)}
    return tuple(block._replace(level=deepest + 1) if at in heads else block for at, block in enumerate(blocks))


def _is_strong_title(blocks: Sequence[Block], at: int) -> bool:
    block, after = blocks[at], blocks[at + 1]
    one = found(after)
    is_form = one is not None and one.label not in NO_FORM and not after.level
    return is_form and block.style == "strong" and block.cell is None and not block.level and is_title(blocks, at)


def styled(blocks: Sequence[Block], taken: set[int], *, goals: bool) -> list[Styled]:
    """Actions by the styles of their headings, with the goals above them when *goals* are not found otherwise."""
    heads = [at for at, block in enumerate(blocks) if block.level and at not in taken and not is_label(block)]
    acting = [at for at in heads if _labels(blocks, at, taken) >= FEWEST_LABELS]
    if not acting:
        return []
    level = Counter(blocks[at].level for at in acting).most_common(1)[0][0]
    acting = [at for at in acting if blocks[at].level == level]
    # What stands between them on the same level is an action too, without a form.
    same = [at for at in heads if blocks[at].level == level and acting[0] <= at]
    if not goals:
        return [Styled(at, Level.ACTION) for at in same]
    heads = [at for at in heads if not _is_title_of_plan(blocks, heads, at)]
    above = sorted({blocks[up].level for at in acting for up in _above(blocks, heads, at)})[-2:]
    levels = dict(zip(above, (Level.STRATEGIC, Level.OPERATIONAL), strict=False))
    marked = [
        Styled(up, levels[blocks[up].level])
        for at in acting
        for up in _above(blocks, heads, at)
        if blocks[up].level in levels
    ]
    first = min((one.at for one in marked), default=acting[0])
    goals_after = [Styled(at, levels[blocks[at].level]) for at in heads if at > first and blocks[at].level in levels]
    return sorted({*marked, *goals_after, *(Styled(at, Level.ACTION) for at in same)})


def _is_title_of_plan(blocks: Sequence[Block], heads: Sequence[int], at: int) -> bool:
    """True for the first heading, alone on its level, that calls the document a plan."""
    alone = sum(blocks[other].level == blocks[at].level for other in heads) == 1
    return at == heads[0] and alone and is_called_plan(blocks[at].text)


def titled(blocks: Sequence[Block], taken: set[int]) -> list[Styled]:
    """Actions whose title stands behind a label: ``Titel: Bewegen op school``."""
    marked: list[Styled] = []
    for at, block in enumerate(blocks):
        one = found(block)
        if at in taken or one is None or one.label is not Label.TITLE or one.rest is None or block.cell is not None:
            continue
        if _labels(blocks, at, taken) >= FEWEST_LABELS:
            marked.append(Styled(at, Level.ACTION, one.rest.text.strip()))
    return marked


def _labels(blocks: Sequence[Block], at: int, taken: set[int]) -> int:
    """How many kinds of labels follow a heading, up to the next one."""
    labels: set[Label] = set()
    for place in range(at + 1, len(blocks)):
        one = found(blocks[place])
        # A label as high as the heading heads a chapter of its own.
        if 0 < blocks[place].level <= blocks[at].level:
            break
        if one is None and (blocks[place].level or place in taken):
            break
        if one is not None and one.label not in NO_FORM and is_answered(blocks, place):
            labels.add(one.label)
    return len(labels)


def _above(blocks: Sequence[Block], heads: Sequence[int], at: int) -> list[int]:
    """The headings under which one stands, the nearest of each higher style."""
    up: list[int] = []
    level = blocks[at].level
    for other in reversed([one for one in heads if one < at]):
        if blocks[other].level < level:
            up.append(other)
            level = blocks[other].level
    return up
