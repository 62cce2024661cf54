"""Road maps in headings: a year, a season or a quarter, and under each a list of what happens then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from elzctl.intake.paper import Block
from elzctl.intake.plan.behind import fact_in
from elzctl.intake.plan.listed import is_name, item
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.table_times import ABOVE, above, is_when
from elzctl.intake.plan.words import Label

FEWEST = 2
_YEAR = re.compile(r"(?:jaar |year )?(?P<year>20\d\d)", re.IGNORECASE)
_DASH = re.compile(r"\s+[–—-]\s+(?P<inside>[^–—]+?)\s*[.;]?\s*\Z")
_NEARLY = 0.8
_HALF = 0.5
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*[.;]?\s*\Z")


def under_times(blocks: Sequence[Block], year: str) -> tuple[tuple[Block, ...], tuple[Node, ...]]:
    """What is text, and an action for each item of the lists under headings that are times; of one heading only where half of the items, or more, tell who, or how they stand."""
    styled = any(block.level for block in blocks)
    heads = [_is_time(block) and (block.level > 0 or (not styled and _is_alone(block))) for block in blocks]
    if not any(heads):
        return tuple(blocks), ()
    walk = _Walk(year)
    for block, is_head in zip(blocks, heads, strict=True):
        walk.take(block._replace(level=1) if is_head and not styled else block)
    told = sum(any(label is not Label.TIMING for label, _, _ in node.row) for node in walk.actions)
    if len(walk.actions) < FEWEST or (sum(heads) < FEWEST and told < len(walk.actions) * _HALF):
        return tuple(blocks), ()
    return tuple(walk.texts), _led(walk.actions)


def _led(actions: Sequence[Node]) -> tuple[Node, ...]:
    """The actions; where names stand behind the dash of nearly all titles, these lead: *Netwerkdag – Zorgraad Duin*."""
    behind = [match if (match := _DASH.search(node.title)) and is_name(match["inside"]) else None for node in actions]
    if sum(match is not None for match in behind) < len(actions) * _NEARLY:
        return tuple(actions)
    return tuple(node if match is None else _led_by(node, match) for node, match in zip(actions, behind, strict=True))


def _led_by(node: Node, match: re.Match[str]) -> Node:
    lead = node.head[0]._replace(text=match["inside"], spans=(), depth=0, marker="", check=None)
    return node._replace(title=node.title[: match.start()].strip(), row=((Label.LEAD, "", lead), *node.row))


def years_of(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The first and the last year that the headings of such a road map name; none when it is no road map."""
    styled = any(block.level for block in blocks)
    heads = [
        (block, after.depth > 0)
        for block, after in pairwise(blocks)
        if _is_time(block) and (block.level > 0 or (not styled and _is_alone(block)))
    ]
    years = sorted(int(match[0]) for block, _ in heads for match in re.finditer(r"20\d\d", block.text))
    listed = sum(is_listed for _, is_listed in heads)
    return (years[0], years[-1]) if listed >= FEWEST and years else ()


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
        node = item(block, self._year)
        if (
            all(label is Label.STATUS for label, _, _ in node.row)
            and (inside := _BRACKETS.search(node.title))
            and ((one := fact_in(inside["inside"])) or is_name(inside["inside"]))
        ):
            label, title, start = (Label.LEAD, "", 0) if one is None else (one.label, one.title, one.start)
            who = block._replace(text=inside["inside"][start:], spans=(), depth=0, marker="", check=None)
            node = node._replace(title=node.title[: inside.start()].strip(), row=(*node.row, (label, title, who)))
        if any(label is Label.TIMING for label, _, _ in node.row):
            return node
        return node._replace(row=(*node.row, (Label.TIMING, "Timing", self._when())))

    def _when(self) -> Block:
        """The headings above as one time: ``Q1`` under ``2026``."""
        years = [match["year"] for one in self._above if (match := _YEAR.fullmatch(one.text.strip(" .:")))]
        nearest = self._above[-1]
        text = years[-1] if years and _YEAR.fullmatch(nearest.text.strip(" .:")) else ""
        lines = tuple(line for one in self._above for line in one.lines)
        made = nearest._replace(text=text, style=ABOVE) if text else above(nearest, years[-1] if years else self._year)
        return made._replace(lines=lines, level=0, style=ABOVE if years else made.style, spans=(), anchor="")


def _is_time(block: Block) -> bool:
    text = block.text.strip(" .:")
    return _YEAR.fullmatch(text) is not None or is_when(text)


def _is_alone(block: Block) -> bool:
    """True for a line of its own, which heads what stands below it where no heading has a style."""
    return block.gap and not block.depth and block.cell is None
