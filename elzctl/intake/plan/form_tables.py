"""Tables that are the form of one action, and hold its title themselves."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.intake.paper import Block, Cell
from elzctl.intake.plan.codes import Level, head
from elzctl.intake.plan.labels import found
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.tables import Rows, node_of, road_map, tables
from elzctl.intake.plan.words import Label

MOST_COLUMNS = 3
LONGEST_ROW = 100
FEWEST_LABELS = 3
"""In a form, before the label with which it begins may come again."""


def parted(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a table of its own for each form: a PDF shows forms below each other as one table."""
    number = max((block.cell.table for block in blocks if block.cell is not None), default=0)
    begins: dict[int, tuple[Label, int]] = {}
    shift: dict[int, int] = {}
    seen: dict[int, set[Label]] = {}
    made: list[Block] = []
    for block in blocks:
        cell = block.cell
        one = found_label(block) if cell is not None and cell.column == 1 else None
        if cell is not None and one is not None:
            first, row = begins.setdefault(cell.table, (one, cell.row))
            if one is first and cell.row > row and len(seen.get(cell.table, ())) >= FEWEST_LABELS:
                number += 1
                shift[cell.table], begins[cell.table], seen[cell.table] = number, (one, cell.row), set()
            seen.setdefault(cell.table, set()).add(one)
        made.append(
            block if cell is None else block._replace(cell=cell._replace(table=shift.get(cell.table, cell.table)))
        )
    return tuple(made)


def across(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, in which a bold line between two rows of a table is a row over all its columns, as a PDF prints it."""
    rows: dict[int, tuple[int, int]] = {}
    made: list[Block] = []
    for at, block in enumerate(blocks):
        table = block.cell.table if block.cell is not None else _around(blocks, at)
        if table is None:
            made.append(block)
            continue
        row, last = rows.get(table, (0, -1))
        own = block.cell.row if block.cell is not None else -1
        row += own != last or own < 0
        rows[table] = row, own
        made.append(block._replace(cell=Cell(table, row, block.cell.column if block.cell is not None else 1)))
    return tuple(made)


def _around(blocks: Sequence[Block], at: int) -> int | None:
    """The table on both sides of a bold line; ``None`` when there is none."""
    block = blocks[at]
    text = block.text.strip()
    if block.style != "strong" or block.level or block.depth or len(text) > LONGEST_ROW or text[-1:] in ".:;,":
        return None
    above, below = (blocks[place].cell if 0 <= place < len(blocks) else None for place in (at - 1, at + 1))
    return above.table if above is not None and below is not None and above.table == below.table else None


def found_label(block: Block) -> Label | None:
    """The label that a cell is and nothing else."""
    one = found(block)
    return one.label if one is not None and one.rest is None else None


def forms_of_one(blocks: Sequence[Block]) -> dict[int, Node]:
    """Tables that are the form of one action and hold its title themselves, by where they begin; ``head`` is what told it."""
    first: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if block.cell is not None:
            first.setdefault(block.cell.table, at)
    nodes = ((first[number], _form_of_one(rows)) for number, rows in tables(blocks).items() if road_map(rows) is None)
    return {at: node for at, node in nodes if node is not None}


def _form_of_one(rows: Rows) -> Node | None:
    labels = [
        (number, one.label)
        for number in sorted(rows)
        for one in [found(rows[number][min(rows[number])][0])]
        if one is not None
    ]
    if len({label for _, label in labels}) < 2 or any(len(row) > MOST_COLUMNS for row in rows.values()):
        return None
    by_label = {label: number for number, label in reversed(labels)}
    if Label.TITLE in by_label and (title := _second(rows[by_label[Label.TITLE]])):
        code = _second(rows[by_label[Label.NUMBER]]) if Label.NUMBER in by_label else []
        told = [
            block
            for label in (Label.TITLE, Label.NUMBER)
            if label in by_label
            for cell in rows[by_label[label]].values()
            for block in cell
        ]
        one = head(0, title[0]) or (
            head(0, title[0]._replace(text=f"{code[0].text} {title[0].text}")) if code else None
        )
        node = node_of(Level.ACTION, tuple(title), one)
        return node._replace(head=tuple(told))
    first = rows[min(rows)]
    cell = [block for block in first[min(first)] if block.text.strip()]
    if (
        len([one for one in first.values() if any(block.text.strip() for block in one)]) == 1
        and cell
        and found(cell[0]) is None
    ):
        return node_of(Level.ACTION, (cell[0],), head(0, cell[0]))
    return None


def _second(row: dict[int, list[Block]]) -> list[Block]:
    """What stands beside the label of a row."""
    return [block for at in sorted(row)[1:] for block in row[at] if block.text.strip()]
