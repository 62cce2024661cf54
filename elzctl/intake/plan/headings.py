"""The words of one heading, over as many blocks as a reader made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Head, Level
from elzctl.intake.plan.labels import found
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.words import label_of

MOST_LINES = 6
"""Blocks over which a reader may have spread one heading."""
LONGEST_TITLE = 400
MOST_WORDS = 25
"""Words of a title in which a code or a label may stand."""
# Inside a text: the code of an action, or words before a colon.
_PART = re.compile(
    r"(?<=\S)\s+(?:(?P<code>[A-Z]{1,4}[- ]?\d{1,2}\.\d[\d.]*)(?=\s)|(?P<label>[A-ZÀ-Þ][\w-]+(?: [a-z][\w-]+){0,3}):(?=\s))"
)
# A page break glues the first heading of a form to the title before it.
_GLUED = re.compile(r"\s+(?:Waarom|Voor wie|Wat|Met wie|Hoe)\?\Z")


def heading(blocks: Sequence[Block], at: int, one: Head, level: Level | None, marks: Iterable[int]) -> tuple[Node, int]:
    """A heading as a node; when its words stand in the next blocks, or go on there, these belong to it."""
    taken, title = [blocks[at]], one.title
    glued = _GLUED.search(title) or _over(title)
    if glued is not None:
        title = title[: glued.start()]
    for place in range(at + 1, min(at + 1 + MOST_LINES, len(blocks))):
        following = blocks[place]
        if place in marks or found(following) is not None or glued is not None:
            break
        apart = following.cell is not None and not _is_beside(blocks[at], following)
        if not title and (apart or (not following.level and len(following.text) > LONGEST_TITLE)):
            break
        if title and not _goes_on(title, blocks[at], following):
            break
        taken.append(following)
        title = f"{title} {following.text.strip()}".strip()
    return Node(level or Level.CHAPTER, one.code, one.numbers, title, tuple(taken), words=one.family), at + len(
        taken
    ) - 1


def _is_beside(block: Block, following: Block) -> bool:
    """True for the next cell of a row, where the title stands of which the number has a cell of its own."""
    one, other = block.cell, following.cell
    return one is not None and other is not None and one[:2] == other[:2] and one.column < other.column


def _goes_on(title: str, first: Block, following: Block) -> bool:
    """True when a title goes on in the next block, that looks the same."""
    alike = (following.level, following.style) == (first.level, first.style) and not following.depth
    open_end = title[-1] not in ".!?:;" or following.text[:1] == "="
    return (
        alike and open_end and following.cell is None and (following.text[:1].islower() or following.text[:1] in "=(")
    )


def in_cell(level: Level, cell: Sequence[Block], one: Head | None) -> Node:
    """A goal that stands in a cell: its title goes on in blocks that begin small; what follows those is its text."""
    count = next((at for at, block in enumerate(cell) if at and not block.text[:1].islower()), len(cell))
    if count == 1 and not (one.title if one is not None else cell[0].text):
        count = len(cell[:2])
    words = [one.title if one is not None else cell[0].text, *(block.text for block in cell[1:count])]
    title = " ".join(part.strip() for part in words if part.strip())
    made = Node(level, "", (), title or cell[0].text.strip(), tuple(cell[:count]), tuple(cell[count:]))
    if one is None or not title:
        return made
    return made._replace(code=one.code, numbers=one.numbers, words=one.family)


def rest_of(node: Node, block: Block) -> Block | None:
    """The heading of a form, or what else is glued to a title, as a block of its own."""
    over = _over(block.text)
    if over is not None and len(node.head) == 1 and node.title in block.text[: over.start()]:
        return block._replace(text=block.text[over.start() :].strip(), level=0, anchor="", spans=())
    glued = _GLUED.search(block.text)
    if glued is None or node.title.endswith(glued[0]):
        return None
    return block._replace(text=glued[0].strip(), level=0, anchor="", spans=())


def _over(text: str) -> re.Match[str] | None:
    """Where what is no title any more begins in words that are too many for one: a code of an action, or a label."""
    if len(text.split()) <= MOST_WORDS:
        return None
    parts = (one for one in _PART.finditer(text) if one["code"] or label_of(one["label"]) is not None)
    return next(parts, None)
