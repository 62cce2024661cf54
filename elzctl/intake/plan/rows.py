"""Actions out of the rows of tables, between the headings of an outline."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import OF_GOALS, Level, head
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.form import form
from elzctl.intake.plan.listed import in_lists
from elzctl.intake.plan.loose import VALUED
from elzctl.intake.plan.nodes import Node, Outline
from elzctl.intake.plan.tables import GOALS, Table, action_map, crosses, header, in_rows, tables, without
from elzctl.intake.plan.timed import under_times
from elzctl.intake.plan.valued import columns_by_values
from elzctl.intake.plan.words import Label, plain
from elzctl.wording import say

_OF_ACTIONS = re.compile(
    r"(?:(?:onze|geplande|concrete|planned|our) )?(?:acties?|actieplan|actielijst|actiepunten|planning|jaarplan|werkplan|actions?|action plan|work plan)(?: (?:voor|in|for) )?(?: ?20\d\d)*"
)


def expanded(found: Outline, year: str, desk: Desk) -> Outline:
    """The outline with an action for each row of the tables that list actions; *year* completes months without one."""
    year = year if len(year) == 4 else ""
    proven = _proven(found)
    before, first = _taken_out(found.before, year, desk, proven)
    nodes: list[Node] = [*first]
    headed = any(node.level in OF_GOALS for node in found.nodes)
    said: dict[Label, str] = {}
    for node in found.nodes:
        if node.level is Level.ACTION:
            nodes += [*(() if headed else _goals_in_form(node, said)), node]
            continue
        rest, rows = _taken_out(node.blocks, year, desk, proven)
        level = node.level
        if rows and node.level is Level.CHAPTER and not rest and not node.numbers:
            # A heading over a table of actions is the goal that they stand under.
            level = Level.STRATEGIC
        nodes += [node._replace(blocks=rest, level=level), *rows]
    if not any(node.level is not Level.CHAPTER for node in nodes):
        before, timed = under_times(before, year)
        nodes += timed
    before, nodes = _without_numbered_chapters(before, nodes)
    actions = in_lists(nodes, year)
    if len(actions) > len(nodes):
        desk.remarks.append(say("The actions of this document were taken from lists under its goals."))
    return found._replace(before=before, nodes=actions)


def _without_numbered_chapters(before: tuple[Block, ...], nodes: list[Node]) -> tuple[tuple[Block, ...], list[Node]]:
    """Numbered headings are chapters where all actions stand under one that is called so: *4. Acties 2026* of a charter."""
    goals = [at for at, node in enumerate(nodes) if node.level in OF_GOALS]
    acting = [at for at in goals if at + 1 < len(nodes) and nodes[at + 1].level is Level.ACTION]
    if len(acting) != 1 or not _OF_ACTIONS.fullmatch(plain(nodes[acting[0]].title)):
        return before, nodes
    [first] = acting
    if any(not nodes[at].words.startswith("#") for at in goals if at != first):
        return before, nodes
    above = tuple(block for node in nodes[:first] for block in (*node.head, *node.blocks))
    below = [
        node._replace(level=Level.CHAPTER, code="", numbers=()) if at in goals else node
        for at, node in enumerate(nodes[first + 1 :], start=first + 1)
    ]
    return (*before, *above), [nodes[first], *below]


def _goals_in_form(node: Node, said: dict[Label, str]) -> Iterator[Node]:
    """The goals that a form names, where no heading does: for the first action under each."""
    pieces = form(node.blocks).pieces
    for label, level in GOALS.items():
        for piece in pieces:
            text = " ".join(block.text for block in piece.blocks).strip()
            if piece.label is label and text and said.get(label) != plain(text):
                said[label] = plain(text)
                one = head(0, piece.blocks[0])
                yield Node(
                    level,
                    one.code if one else "",
                    one.numbers if one else (),
                    (one.title if one else "") or text,
                    piece.blocks,
                )


def _taken_out(
    blocks: Sequence[Block], year: str, desk: Desk, proven: Mapping[str, Label]
) -> tuple[tuple[Block, ...], list[Node]]:
    nodes: list[Node] = []
    gone: list[Block] = []
    for table in _road_maps(blocks):
        nodes += in_rows(_valued(table, proven), year)
        desk.put(header(table), Fate.PROMPT)
        desk.put(crosses(table), Fate.PROMPT)
        gone += [block for row in table.rows.values() for cell in row.values() for block in cell]
    return without(blocks, gone), nodes


def _proven(found: Outline) -> dict[str, Label]:
    """What columns hold that nobody knows, by their headings, when the cells below one of them tell it in some table."""
    parts = (found.before, *(node.blocks for node in found.nodes if node.level is not Level.ACTION))
    told: dict[str, set[Label]] = defaultdict(set)
    for table in (table for blocks in parts for table in _road_maps(blocks)):
        titles, columns = _told(table)
        for at, label in columns.items():
            told[plain(titles.get(at, ""))].add(label)
    return {title: label for title, labels in told.items() if title and len(labels) == 1 for label in labels}


def _told(table: Table) -> tuple[dict[int, str], dict[int, Label]]:
    """What the columns are called, and what those hold that nobody knows, when their cells tell it."""
    below = [row for number, row in table.rows.items() if number not in table.heads]
    timed = {one.column for one in table.whens}
    open_columns = {at for row in below for at in row} - table.columns.keys() - timed
    values = {at: [" ".join(block.text for block in row.get(at, ())).strip() for row in below] for at in open_columns}
    titles = {at: cell[0].text for at, cell in table.rows[min(table.heads)].items() if cell}
    return titles, columns_by_values(values, titles, table.columns.values())


def _valued(table: Table, proven: Mapping[str, Label]) -> Table:
    """The table, with what its unknown columns hold, there or in another table; these cells have a style that says so."""
    titles, own = _told(table)
    known = {*table.columns.values(), *own.values()}
    elsewhere = {
        at: proven[plain(title)]
        for at, title in titles.items()
        if at not in table.columns and at not in own and proven.get(plain(title)) not in {None, *known}
    }
    told = {**own, **elsewhere}
    rows = {
        number: {
            at: [block._replace(style=f"{VALUED}{told[at].value}") for block in cell] if at in told else cell
            for at, cell in row.items()
        }
        for number, row in table.rows.items()
    }
    return table._replace(columns={**table.columns, **told}, rows=rows) if told else table


def _road_maps(blocks: Sequence[Block]) -> Iterator[Table]:
    for rows in tables(blocks).values():
        table = action_map(rows)
        if table is not None:
            yield table
