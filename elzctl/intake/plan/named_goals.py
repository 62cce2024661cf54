"""Goals that the form of an action names: *Strategische doelstelling | SD 1: …*.  Such a row refers, and heads nothing.

The goals of a plan are those of its headings; where no heading is one, they are those that the forms name, once each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import OF_GOALS, REFERS, Level, head
from elzctl.intake.plan.form import form
from elzctl.intake.plan.form_tables import MOST_COLUMNS
from elzctl.intake.plan.labels import NO_FORM, found
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.overview import Part, is_same_goal
from elzctl.intake.plan.tables import GOALS, Rows, road_map, tables
from elzctl.intake.plan.words import Label, label_of, plain

FEWEST_FACTS = 2
_CODED = re.compile(
    r"(?P<label>[^\W\d_][^\d:]*?)\s+(?P<code>\d{1,3}(?:\.\d{1,3}){0,2})\.?(?P<rest>\s*:\s+.*)?", re.DOTALL
)


def with_references(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which those have a style of their own that name the goal of an action in its form."""
    blocks = _turned(blocks)
    named = {id(cell): block for rows in tables(blocks).values() for cell, block in _in_table(rows)}
    named |= {id(blocks[at]): block for at, block in _in_lines(blocks)}
    return tuple(named.get(id(block), block) for block in blocks)


def _in_table(rows: Rows) -> Iterator[tuple[Block, Block]]:
    """The cells of a form of one action that name its goals, each with what it is."""
    firsts = {number: rows[number][min(rows[number])] for number in rows}
    labels = Counter(one.label for first in firsts.values() if (one := found(first[0])) is not None)
    facts = labels.keys() - NO_FORM
    is_form = len(facts) >= FEWEST_FACTS and labels[Label.LEAD] <= 1 and labels[Label.TITLE] <= 1
    if not is_form or any(len(row) > MOST_COLUMNS for row in rows.values()) or road_map(rows) is not None:
        return
    for row in rows.values():
        label, *cells = (row[at] for at in sorted(row))
        told = _label(label[0].text)
        values = [block for cell in cells for block in cell if block.text.strip()]
        if told is None or len(label) > 1 or not values:
            continue
        title, code = told
        yield label[0], label[0]._replace(text=title, style=REFERS)
        yield values[0], _coded(values[0], code)
        yield from ((block, block._replace(style=REFERS)) for block in values[1:])


def _in_lines(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """The lines between the heading of an action and the first fact of its form that name its goals."""
    for start, end in _runs(blocks):
        if start and end < len(blocks) and _heads_action(blocks[start - 1]) and _is_fact(blocks[end]):
            yield from ((at, _plain_line(blocks[at])) for at in range(start, end))


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where lines that name goals begin and end."""
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_line(blocks[end]):
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _turned(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which such lines stand behind the heading of their action, where the same goal comes above several."""
    above = [(start, end) for start, end in _runs(blocks) if end < len(blocks) and _heads_action(blocks[end])]
    named = Counter(plain(blocks[end - 1].text) for _, end in above)
    if len(named) == len(above):
        return list(blocks)
    made = list(blocks)
    for start, end in above:
        made[start : end + 1] = [blocks[end], *blocks[start:end]]
    return made


def _is_line(block: Block) -> bool:
    is_plain = block.cell is None and not block.level and not block.depth
    match = _CODED.fullmatch(block.text.strip())
    label = label_of(block.text.partition(":")[0])
    told = label in GOALS or (match is not None and match["rest"] is not None and _label(block.text) is not None)
    return is_plain and ":" in block.text[:-1] and told


def _plain_line(block: Block) -> Block:
    told = _label(block.text)
    match = _CODED.fullmatch(block.text.strip())
    if told is None or match is None or match["rest"] is None:
        return block._replace(style=REFERS)
    title, code = told
    return block._replace(text=f"{title}: {code} {match['rest'].lstrip(' :')}", spans=(), style=REFERS)


def _heads_action(block: Block) -> bool:
    one, label = head(0, block), found(block)
    named = one is not None and one.level is Level.ACTION
    counted = one is not None and one.level is None and len(one.numbers) > 2
    return named or counted or (label is not None and label.label is Label.TITLE)


def _is_fact(block: Block) -> bool:
    one = found(block)
    return one is not None and one.label not in NO_FORM and block.cell is None


def _label(text: str) -> tuple[str, str] | None:
    """The label for a goal that words are, without the number behind it, and that number, "" for none."""
    if label_of(text) in GOALS:
        return text, ""
    match = _CODED.fullmatch(text.strip().rstrip(" :"))
    if match is None or label_of(match["label"]) not in GOALS:
        return None
    return match["label"], match["code"]


def _coded(block: Block, code: str) -> Block:
    if not code or head(0, block) is not None:
        return block._replace(style=REFERS)
    return block._replace(text=f"{code if '.' in code else f'{code}.'} {block.text}", spans=(), style=REFERS)


# The goals that the forms name


def under_named(parts: Iterable[Part]) -> list[Part]:
    """The parts, each action under the goal that its form names; one that no heading is, where none heads a goal of its level, is made."""
    every = list(parts)
    headed = {part.node.level for part in every if not part.table and part.node.level in OF_GOALS}
    placed: list[Part] = []
    later: list[tuple[Part, list[Node]]] = []
    for part in every:
        named = _named(part.node) if part.node.level is Level.ACTION and not part.table else []
        if not named or (headed and _stands_under(placed, named)):
            placed.append(part)
        elif headed:
            later.append((part, named))
            placed.append(part)
        else:
            placed = _put(placed, part, named, len(placed), headed)
    for part, named in later:
        at = next(place for place, one in enumerate(placed) if one is part)
        placed = _put(placed[:at] + placed[at + 1 :], part, named, at, headed)
    return placed


def _named(node: Node) -> list[Node]:
    """The goals that a form names, the highest first."""
    made: list[Node] = []
    for piece in form(node.blocks).pieces:
        level = GOALS.get(piece.label)
        told = piece.column or (piece.head is not None and piece.head.style == REFERS)
        if level is None or not told or not any(block.text.strip() for block in piece.blocks):
            continue
        first = piece.blocks[0]._replace(style="")
        one = head(0, first)
        if one is not None and one.level in OF_GOALS:
            level = one.level
        elif one is not None and piece.label is Label.GOAL and len(one.numbers) > 1:
            level = Level.OPERATIONAL
        text = " ".join(block.text for block in piece.blocks).strip()
        code, numbers = (one.code, one.numbers) if one is not None else ("", ())
        title = " ".join((one.title, *(block.text for block in piece.blocks[1:]))).strip() if one is not None else text
        made.append(Node(level, code, numbers, title or text, piece.blocks, words=one.family if one else ""))
    return sorted(made, key=lambda goal: goal.level.value)


def _stands_under(placed: Sequence[Part], named: Sequence[Node]) -> bool:
    """True when the last of these goals is one of the headings above it."""
    return any(is_same_goal(named[-1], placed[at].node) for at in _path(placed, len(placed)))


def _path(placed: Sequence[Part], at: int) -> list[int]:
    """Where the goals stand that are above that place."""
    path: list[int] = []
    lowest = Level.ACTION.value
    for place in range(at - 1, -1, -1):
        level = placed[place].node.level
        if level in OF_GOALS and level.value < lowest:
            path.append(place)
            lowest = level.value
    return path


def _put(placed: list[Part], part: Part, named: Sequence[Node], at: int, headed: Iterable[Level]) -> list[Part]:
    """The parts with an action more, behind what stands under its goal; at that place where the plan has no such goal."""
    made: list[Part] = []
    low, high = 0, len(placed)
    for goal in named:
        place = next((one for one in range(low, high) if _is(placed[one].node, goal)), None)
        if place is not None and not made:
            low, high = place + 1, _end(placed, place)
            at = high
        elif goal.level not in headed and (Level.OPERATIONAL not in headed or goal.level is Level.OPERATIONAL):
            made.append(Part(goal))
    return [*placed[:at], *made, part, *placed[at:]]


def _is(node: Node, goal: Node) -> bool:
    return node.level is goal.level and is_same_goal(goal, node)


def _end(placed: Sequence[Part], at: int) -> int:
    """Where what stands under that goal ends."""
    level = placed[at].node.level.value
    ends = (
        one
        for one in range(at + 1, len(placed))
        if placed[one].node.level is Level.CHAPTER or 0 < placed[one].node.level.value <= level
    )
    return next(ends, len(placed))
