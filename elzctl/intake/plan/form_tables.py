"""Tables that are the form of one action, and hold its title themselves."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level, head
from elzctl.intake.plan.labels import found
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.tables import Rows, node_of, road_map, tables
from elzctl.intake.plan.words import Label

MOST_COLUMNS = 3


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
