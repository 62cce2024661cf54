"""Road maps in headings: a year, a season or a quarter, and under each a list of what happens then."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake import who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.listed import told
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.table_times import is_when, with_year
from elzctl.intake.plan.words import Label

FEWEST = 2
_YEAR = re.compile(r"(?:jaar |year )?(?P<year>20\d\d)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]+)\)\s*[.;]?\s*\Z")


def under_times(blocks: Sequence[Block], year: str) -> tuple[tuple[Block, ...], tuple[Node, ...]]:
    """What is text, and an action for each item of the lists under headings that are times; none for fewer than two headings."""
    if sum(block.level > 0 and _is_time(block) for block in blocks) < FEWEST:
        return tuple(blocks), ()
    walk = _Walk(year)
    for block in blocks:
        walk.take(block)
    return (tuple(walk.texts), tuple(walk.actions)) if len(walk.actions) >= FEWEST else (tuple(blocks), ())


class _Walk:
    """One pass over the blocks; ``waiting`` are the headings of times under which nothing stood yet."""

    def __init__(self, year: str) -> None:
        self._year = year
        self._above: list[Block] = []
        self._waiting: list[Block] = []
        self.texts: list[Block] = []
        self.actions: list[Node] = []

    def take(self, block: Block) -> None:
        if block.level:
            self._heading(block)
        elif self._above and block.depth == 1:
            self._waiting = []
            self.actions.append(self._action(block))
        elif self._above and block.depth and self.actions:
            self.actions[-1] = self.actions[-1]._replace(blocks=(*self.actions[-1].blocks, block))
        else:
            # Text under a time stays below its heading.
            self.texts += [*self._waiting, block]
            self._waiting = []

    def _heading(self, block: Block) -> None:
        self._above = [one for one in self._above if one.level < block.level]
        self._waiting = [one for one in self._waiting if one.level < block.level]
        if _is_time(block):
            self._above.append(block)
            self._waiting.append(block)
        else:
            self._above = []
            self.texts += [*self._waiting, block]
            self._waiting = []

    def _action(self, block: Block) -> Node:
        node = told(Node(Level.ACTION, "", (), block.text.strip(), (block,)), self._year)
        if not node.row and (inside := _BRACKETS.search(node.title)) and _is_name(inside["inside"]):
            lead = block._replace(text=inside["inside"], spans=(), depth=0, marker="", check=None)
            node = node._replace(title=node.title[: inside.start()].strip(), row=((Label.LEAD, "", lead),))
        if any(label is Label.TIMING for label, _, _ in node.row):
            return node
        return node._replace(row=(*node.row, (Label.TIMING, "Timing", self._when())))

    def _when(self) -> Block:
        """The headings above as one time: ``Q1`` under ``2026``."""
        years = [match["year"] for one in self._above if (match := _YEAR.fullmatch(one.text.strip(" .:")))]
        nearest = self._above[-1]
        text = years[-1] if years and _YEAR.fullmatch(nearest.text.strip(" .:")) else ""
        lines = tuple(line for one in self._above for line in one.lines)
        made = nearest._replace(text=text) if text else with_year(nearest, years[-1] if years else self._year)
        return made._replace(lines=lines, level=0, style="", spans=(), anchor="")


def _is_time(block: Block) -> bool:
    text = block.text.strip(" .:")
    return _YEAR.fullmatch(text) is not None or is_when(text)


def _is_name(words: str) -> bool:
    """True for names of organisations and nothing else."""
    names = who.names(words)
    return bool(names) and not who.remainder(words, names) and not any(map(is_nobody, names))
