"""Actions out of the rows of tables, between the headings of an outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from elzctl.intake.ledger import Fate
from elzctl.intake.paper import Block
from elzctl.intake.plan import above_tables
from elzctl.intake.plan.above import is_called_goal
from elzctl.intake.plan.below_goals import says_actions
from elzctl.intake.plan.by_place import by_place
from elzctl.intake.plan.closing import without_closing
from elzctl.intake.plan.codes import OF_GOALS, Level
from elzctl.intake.plan.desk import Desk
from elzctl.intake.plan.listed import in_lists
from elzctl.intake.plan.loose import VALUED
from elzctl.intake.plan.named_goals import under_named
from elzctl.intake.plan.nodes import Node, Outline
from elzctl.intake.plan.numbered import with_chapters
from elzctl.intake.plan.overview import Part, joined, same
from elzctl.intake.plan.tables import GOALS, Table, action_map, crosses, header, in_rows, tables, without
from elzctl.intake.plan.timed import under_times
from elzctl.intake.plan.valued import columns_by_values
from elzctl.intake.plan.words import Label, plain
from elzctl.record import NamedTuple
from elzctl.wording import say

BY_PLACE = say(
    "The actions of this document are titles under its goals; nothing else calls them actions: look whether they are."
)


class Rows(NamedTuple):
    """The goals and actions that the rows of a table are, with its number and the heading right above it."""

    table: int
    nodes: tuple[Node, ...]
    above: above_tables.Headed | None

    def parts(self, year: str, *, under: bool = False) -> Iterator[Part]:
        """The rows, each with what stands above the table; *under* is true below the heading of a goal."""
        past = self.above is not None and above_tables.is_past(self.above.block.text, year)
        head = (self.above.block,) if self.above is not None and not self.above.sentences else ()
        yield from (Part(node, self.table, under, head=head, past=past) for node in self.nodes)


def expanded(found: Outline, year: str, desk: Desk) -> Outline:
    """The outline with an action for each row of the tables that list actions; *year* completes months without one."""
    year = year if len(year) == 4 else ""
    proven = _proven(found)
    before, first, after = _before(found, year, desk, proven)
    parts = _with_titles([*first, *under_named(_below(found, year, desk, proven))], year, desk)
    nodes = [*_joined(parts, desk), *after]
    if not any(node.level is not Level.CHAPTER for node in nodes):
        before, timed = under_times(before, year)
        nodes += timed
    before, nodes = _without_numbered_chapters(before, nodes)
    actions = in_lists(nodes, year)
    if len(actions) > len(nodes):
        desk.remarks.append(say("The actions of this document were taken from lists under its goals."))
    if not any(node.level is Level.ACTION for node in actions):
        actions = by_place(actions, year, desk.ledger.paper.lines)
        if any(node.level is Level.ACTION for node in actions):
            desk.remarks.append(BY_PLACE)
    return found._replace(before=before, nodes=without_closing(tuple(with_chapters(actions)), desk))


def _without_numbered_chapters(before: tuple[Block, ...], nodes: list[Node]) -> tuple[tuple[Block, ...], list[Node]]:
    """Numbered headings are chapters where all actions stand under one that is called so: *4. Acties 2026* of a charter."""
    goals = [at for at, node in enumerate(nodes) if node.level in OF_GOALS]
    acting = [at for at in goals if at + 1 < len(nodes) and nodes[at + 1].level is Level.ACTION]
    if len(acting) != 1 or not says_actions(nodes[acting[0]].title):
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


def _before(
    found: Outline, year: str, desk: Desk, proven: Mapping[str, Label]
) -> tuple[tuple[Block, ...], list[Part], list[Node]]:
    """What stands before the first heading: its texts, the goals and rows of its tables, and the chapters behind the last table.

    Where no goal or action has a heading, headings above several tables are the goals.
    """
    rest, taken = _taken_out(found.before, year, desk, proven)
    if not taken or found.nodes:
        return rest, [part for one in taken for part in one.parts(year)], []
    goals = above_tables.goals({one.table: one.above for one in taken if one.above is not None})
    parts: list[Part] = []
    for one in taken:
        goal = goals.get(one.table)
        parts += [Part(goal)] if goal is not None else []
        parts += one.parts(year, under=goal is not None)
    heads = [block for node in goals.values() for block in (*node.head, *node.blocks)]
    end = _behind(rest, found.before, taken[-1].table)
    closing = above_tables.closing(rest[end:])
    return without(rest[:end], heads), parts, [closing] if closing is not None else []


def _behind(rest: Sequence[Block], blocks: Sequence[Block], table: int) -> int:
    """Where in the rest of these blocks begins what stands behind the last cell of that table."""
    last = max(at for at, one in enumerate(blocks) if one.cell is not None and one.cell.table == table)
    after = {id(one) for one in blocks[last + 1 :]}
    return next((at for at, block in enumerate(rest) if id(block) in after), len(rest))


def _below(found: Outline, year: str, desk: Desk, proven: Mapping[str, Label]) -> Iterator[Part]:
    """The goals, actions and chapters with a heading, and the rows of the tables below them."""
    for at, node in enumerate(found.nodes):
        if node.level is Level.ACTION:
            yield Part(node)
            continue
        rest, taken = _taken_out(node.blocks, year, desk, proven, node.head)
        if node.level is Level.CHAPTER and taken and above_tables.is_of_rows(node.title):
            desk.put(node.head, Fate.HEADING)
            end = _behind(rest, node.blocks, taken[-1].table) if at + 1 == len(found.nodes) else len(rest)
            closing = above_tables.closing(rest[end:])
            yield Part(node._replace(blocks=rest[:end]))
            yield from (part for one in taken for part in one.parts(year))
            yield from [Part(closing)] if closing is not None else []
            continue
        tables = frozenset(one.table for one in taken)
        yield Part(node._replace(blocks=rest), over=tables)
        yield from (part for one in taken for part in one.parts(year, under=node.level in OF_GOALS))


def _with_titles(parts: Sequence[Part], year: str, desk: Desk) -> Sequence[Part]:
    """The parts, with titles under goals as actions where a table has them too, and none has a heading."""
    headed = [part for part in parts if not part.table]
    if len(headed) == len(parts) or any(part.node.level is Level.ACTION for part in headed):
        return parts
    known = {id(part.node.head): part for part in headed if part.node.head}
    made = by_place([part.node for part in headed], year, desk.ledger.paper.lines)
    rows = iter([part for part in parts if part.table])
    found = [
        part._replace(node=node) if (part := known.get(id(node.head))) is not None else Part(node) for node in made
    ]
    every = [*rows, *found] if parts[0].table else [*found, *rows]
    pairs, acting = same(every), sum(part.node.level is Level.ACTION for part in found)
    return every if acting and sum(not every[at].table for at in pairs.values()) * 2 >= acting else parts


def _joined(parts: Sequence[Part], desk: Desk) -> Iterator[Node]:
    """The nodes with each action once; a heading over a table of actions is the goal that they stand under."""
    pairs = same(parts)
    overviews = {parts[row].table for row in pairs}
    desk.put((block for row in pairs for block in parts[row].head), Fate.PROMPT)
    return joined([_with_goal(part, overviews, desk) for part in parts], pairs, desk)


def _with_goal(part: Part, overviews: AbstractSet[int], desk: Desk) -> Part:
    node = part.node
    if not part.over or node.level is not Level.CHAPTER or node.blocks or node.numbers:
        return part
    if part.over <= overviews:
        desk.put(node.head, Fate.PROMPT)
        return part
    is_guess = not is_called_goal(node.title)
    return part._replace(node=node._replace(level=Level.STRATEGIC, guessed=node.guessed or is_guess))


def _taken_out(
    blocks: Sequence[Block], year: str, desk: Desk, proven: Mapping[str, Label], over: Sequence[Block] = ()
) -> tuple[tuple[Block, ...], list[Rows]]:
    """The blocks without the tables of actions, and the rows of these; *over* is the heading of the blocks."""
    every = [*over[:1], *blocks]
    maps = dict(_road_maps(blocks))
    heads = above_tables.headings(every, maps)
    taken: list[Rows] = []
    gone: list[Block] = []
    for number, table in maps.items():
        above = heads.get(number)
        nodes = in_rows(_valued(table, proven), year, above.when if above is not None else ())
        taken.append(Rows(number, tuple(_standing(node, above) for node in nodes), above))
        desk.put(header(table), Fate.PROMPT)
        desk.put(crosses(table), Fate.PROMPT)
        goals = [at for at, label in table.columns.items() if label in GOALS]
        below = [row for at, row in table.rows.items() if at not in table.heads]
        desk.put((block for row in below for at in goals for block in row.get(at, ())), Fate.HEADING)
        gone += [block for row in table.rows.values() for cell in row.values() for block in cell]
        desk.tabled |= {above.block.lines} if above is not None else set()
        is_told = above is not None and (above.time or above.state or says_actions(above.block.text))
        if above is not None and is_told and not above.sentences:
            desk.put((above.block,), Fate.HEADING if above.time or above.state else Fate.PROMPT)
            gone.append(above.block)
    return without(blocks, gone), taken


def _standing(node: Node, above: above_tables.Headed | None) -> Node:
    """An action of a table with how all of its actions stand, where its row does not say it."""
    told = node.level is not Level.ACTION or any(label is Label.STATUS for label, _, _ in node.row)
    return node if told or above is None else node._replace(row=(*node.row, *above.stands))


def _proven(found: Outline) -> dict[str, Label]:
    """What columns hold that nobody knows, by their headings, when the cells below one of them tell it in some table."""
    parts = (found.before, *(node.blocks for node in found.nodes if node.level is not Level.ACTION))
    told: dict[str, set[Label]] = defaultdict(set)
    for table in (table for blocks in parts for _, table in _road_maps(blocks)):
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


def _road_maps(blocks: Sequence[Block]) -> Iterator[tuple[int, Table]]:
    for number, rows in tables(blocks).items():
        table = action_map(rows)
        if table is not None:
            yield number, table
