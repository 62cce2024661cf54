"""Actions that stand as items of lists under their goals: ``Overlegtafel opstarten (trekker: CGG, timing: Q1)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake import who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.begun_bold import begun
from elzctl.intake.plan.codes import OF_GOALS, Level, head
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.table_times import is_when, with_year
from elzctl.intake.plan.tables import column_label
from elzctl.intake.plan.words import Label

_FACTS = re.compile(r"\s*\((?P<facts>[^()]*[:,;][^()]*(?:\([^()]*\)[^()]*)*)\)\s*[.;]?\s*\Z")
_PARTS = re.compile(r"\s*[,;]\s*")
_FACT = re.compile(r"(?:\A|[;,]\s*)(?P<label>[^\W\d_][\w ]{1,25}?)\s*:\s*")
FEWEST = 2
_NEARLY = 0.8
DOTTED = 2
"""Numbers in the code of an item, at least."""


def in_lists(nodes: Sequence[Node], year: str) -> tuple[Node, ...]:
    """The nodes, with an action for each item of the lists under goals, where no action has a heading, and items tell facts or begin in bold.

    Facts in brackets at the end of a heading are no part of its title.
    """
    nodes = [told(node, year) if node.level is Level.ACTION and not node.row else node for node in nodes]
    items = [block for node in nodes if node.level in OF_GOALS for block in node.blocks if block.depth == 1]
    telling = sum(bool(_facts(block)) or _tells(block) for block in items)
    entitled = sum(begun(block) is not None for block in items)
    few = telling < min(FEWEST, len(items)) and (len(items) < FEWEST or entitled < len(items) * _NEARLY)
    if any(node.level is Level.ACTION for node in nodes) or few or not telling + entitled:
        return tuple(nodes)
    return tuple(part for node in nodes for part in _parted(node, year))


def told(node: Node, year: str) -> Node:
    """An action with what its title tells in brackets at its end."""
    block = node.head[-1]
    facts = _facts(block) if _FACTS.search(node.title) else []
    row = tuple(
        (label, name, with_year(part, year) if label is Label.TIMING else part)
        for label, name, value in facts
        for part in [block._replace(text=value, spans=(), depth=0, marker="", check=None)]
    )
    return node._replace(title=_FACTS.sub("", node.title).strip(), row=row) if facts else node


def _parted(node: Node, year: str) -> Iterator[Node]:
    if node.level not in OF_GOALS or not any(block.depth == 1 for block in node.blocks):
        yield node
        return
    first = next(at for at, block in enumerate(node.blocks) if block.depth == 1)
    yield node._replace(blocks=node.blocks[:first])
    waiting: Node | None = None
    for block in node.blocks[first:]:
        if block.depth == 1:
            if waiting is not None:
                yield waiting
            waiting = _action(block, year)
        elif waiting is not None:
            waiting = waiting._replace(blocks=(*waiting.blocks, block))
    if waiting is not None:
        yield waiting


def _action(block: Block, year: str) -> Node:
    one = head(0, block._replace(depth=0, marker=""))
    if one is None or len(one.numbers) < DOTTED:
        return item(block, year)
    return told(Node(Level.ACTION, one.code, one.numbers, one.title, (block,), words=one.family), year)


def item(block: Block, year: str) -> Node:
    """The action that an item of a list is: its title, what is told behind that, and its facts."""
    one = begun(block) if not _facts(block) else None
    if one is None:
        return told(Node(Level.ACTION, "", (), block.text.strip(), (block,)), year)
    text = ((Label.INTRO, "", one.text),) if one.text is not None else ()
    facts = ((label, name, with_year(part, year) if label is Label.TIMING else part) for label, name, part in one.facts)
    return Node(Level.ACTION, "", (), one.title, (block,), row=(*text, *facts))


def _tells(block: Block) -> bool:
    one = begun(block)
    return one is not None and bool(one.facts)


def _facts(block: Block) -> list[tuple[Label, str, str]]:
    """What an item tells in the brackets at its end: label, its words, and what is behind it."""
    inside = _FACTS.search(block.text)
    if inside is None:
        return []
    text = inside["facts"]
    begins = list(_FACT.finditer(text))
    if not begins:
        return _bare_facts(text)
    if begins[0].start():
        return []
    ends = [*(one.start() for one in begins[1:]), len(text)]
    found = [
        (column_label(one["label"]) or Label.OTHER, one["label"].strip(), text[one.end() : end].strip())
        for one, end in zip(begins, ends, strict=True)
    ]
    return found if any(label is not Label.OTHER for label, _, _ in found) else []


def _bare_facts(text: str) -> list[tuple[Label, str, str]]:
    """Who and when without labels: *(WZC Duin, voorjaar 2027)*; nothing when a part is neither, or none is a time."""
    found: list[tuple[Label, str, str]] = []
    for part in _PARTS.split(text):
        if is_when(part):
            found.append((Label.TIMING, "", part))
        elif is_name(part):
            found.append((Label.LEAD, "", part))
        else:
            return []
    kinds = [label for label, _, _ in found]
    return found if kinds.count(Label.TIMING) == 1 else []


def is_name(words: str) -> bool:
    """True for names of organisations and nothing else."""
    names = who.names(words)
    return bool(names) and not who.remainder(words, names) and not any(map(is_nobody, names))
