"""Actions that are paragraphs under their goals, each with its title in bold and its facts behind that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.begun_bold import MOST_WORDS, begun, facts_in
from elzctl.intake.plan.codes import OF_GOALS, Level
from elzctl.intake.plan.ends import in_capitals
from elzctl.intake.plan.labels import found, is_label, without
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.topped import is_strong
from elzctl.intake.plan.who_leads import says_who
from elzctl.record import NamedTuple

FEWEST = 2
"""Facts in a goal with one such paragraph, and else paragraphs."""
MOST_OF = 0.6
"""Of these paragraphs: in so many of them facts stand."""
MOST_OF_HEAD = 6
"""Words of the heading of a chapter."""
_BOLD_FROM = 2
_WHOLE = 0.9
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
_NUMBER = re.compile(r"\s*\d{1,2}\s*[.)]\s+(?=\S)")


class Items(NamedTuple):
    """Which blocks under a goal are actions, and what to make of one."""

    is_item: Callable[[Block], bool]
    make: Callable[[Block], Node]


def parted(nodes: Sequence[Node], items_of: Callable[[Node], Items | None]) -> Iterator[Node]:
    """Each goal up to its first item, and an action for each, with what stands below it; ``None`` is a goal without items.

    A line in bold or capitals behind the last item, with no fact below it, begins a chapter.
    """
    last = max((at for at, node in enumerate(nodes) if node.level in OF_GOALS), default=-1)
    for at, node in enumerate(nodes):
        items = items_of(node) if node.level in OF_GOALS else None
        if items is None:
            yield node
            continue
        end = _end(node.blocks, items.is_item) if at == last else len(node.blocks)
        yield from _parted(node._replace(blocks=node.blocks[:end]), items)
        if end < len(node.blocks):
            head, *rest = node.blocks[end:]
            yield Node(Level.CHAPTER, "", (), head.text.strip(" :"), (head,), tuple(rest))


def _end(blocks: Sequence[Block], is_item: Callable[[Block], bool]) -> int:
    """Where a chapter begins behind the items of a goal."""
    items = [at for at, block in enumerate(blocks) if is_item(block) and not _is_closing(blocks, at)]
    closing = (at for at in range(items[-1] + 1, len(blocks)) if _is_closing(blocks, at)) if items else iter(())
    return next(closing, len(blocks))


def _is_closing(blocks: Sequence[Block], at: int) -> bool:
    """True for a line in bold or capitals with text below it, up to the end, in which no fact stands."""
    block = blocks[at]
    title = in_capitals(block) or (is_bold(block) and is_strong(block, len(block.text.strip()) * _WHOLE))
    return title and at + 1 < len(blocks) and not _facts(blocks, at) and len(block.text.split()) <= MOST_OF_HEAD


def _parted(node: Node, items: Items) -> Iterator[Node]:
    first = next((at for at, block in enumerate(node.blocks) if items.is_item(block)), len(node.blocks))
    below, again = _without_sections(node.blocks, first, items)
    yield node._replace(blocks=(*node.blocks[:first], *again))
    waiting: Node | None = None
    for block in below:
        if items.is_item(block):
            if waiting is not None:
                yield waiting
            waiting = items.make(block)
        elif waiting is not None:
            waiting = waiting._replace(blocks=(*waiting.blocks, block))
    if waiting is not None:
        yield waiting


def _without_sections(blocks: Sequence[Block], first: int, items: Items) -> tuple[list[Block], list[Block]]:
    """What stands from the first item on, without the sections of the goal behind its list, and these.

    *Resultaat* on a line of its own is one, where such a line stands above the list too: it tells of no item.
    """
    below: list[Block] = []
    again: list[Block] = []
    is_listed = first < len(blocks) and blocks[first].depth > 0
    sectioned = is_listed and any(not block.depth and is_label(block) for block in blocks[:first])
    into = below
    for block in blocks[first:]:
        if items.is_item(block):
            into = below
        elif sectioned and not block.depth and is_label(block):
            into = again
        into.append(block)
    return below, again


def tell_in_bold(goals: Sequence[Sequence[Block]]) -> bool:
    """True when facts stand in most of the paragraphs with a title in bold under these goals."""
    counts = [_facts(blocks, at) for blocks in goals for at, block in enumerate(blocks) if is_bold(block)]
    telling = sum(count > 0 for count in counts)
    few = len(counts) < FEWEST and sum(counts) < FEWEST
    return bool(counts) and telling >= len(counts) * MOST_OF and not few


def has_facts(blocks: Sequence[Block]) -> bool:
    """True when a fact stands in one of the paragraphs with a title in bold."""
    return any(_facts(blocks, at) for at, block in enumerate(blocks) if is_bold(block))


def under_bold(make: Callable[[Block], Node]) -> Items:
    """These paragraphs as items, without the number before their titles."""

    def made(block: Block) -> Node:
        number = _NUMBER.match(block.text)
        node = make(without(block, number.end()) if number is not None else block)
        return node._replace(head=(block,))

    return Items(is_bold, made)


def is_bold(block: Block) -> bool:
    """True for a paragraph that is a title in bold, or begins with one."""
    strong = next((span for span in block.spans if span.strong and span.start < _BOLD_FROM), None)
    plain = not block.depth and block.cell is None and not block.level and block.check is None and not block.note
    if strong is None or not plain or found(block) is not None:
        return False
    title = block.text[: strong.end].strip()
    if is_strong(block, len(block.text.strip()) * _WHOLE):
        return 0 < len(title.split()) <= MOST_WORDS and title[-1] not in ":;,"
    return not title.endswith(":") and begun(block) is not None


def _facts(blocks: Sequence[Block], at: int) -> int:
    """How many facts stand in a paragraph, or in those right below a title by itself."""
    end = next((later for later in range(at + 1, len(blocks)) if is_bold(blocks[later])), len(blocks))
    inside = sum(found(block) is not None for block in blocks[at + 1 : end])
    inside += sum(says_who(one) is not None for block in blocks[at:end] for one in _SENTENCE.split(block.text))
    return inside + sum(1 for block in blocks[at:end] for _ in facts_in(block.text, 0))
