"""Tables of a plan: one with a row for each action, and one that is the form of one action."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import OF_GOALS, Head, Level, head, names_goal
from elzctl.intake.plan.headings import in_cell
from elzctl.intake.plan.loose import asked
from elzctl.intake.plan.nodes import Node
from elzctl.intake.plan.table_times import YEAR, When, above, is_mark, is_part, is_when, marked_times, whens, with_year
from elzctl.intake.plan.words import Label, label_of, plain
from elzctl.record import NamedTuple

# What columns are called beside the labels of forms.
COLUMNS = {
    name: label
    for label, names in (
        (Label.TITLE, "actie|acties|activiteit|activiteiten|wat|wat doen we|omschrijving|omschrijving actie|taak|taken|initiatief|initiatieven|onderwerp|project|deelactie|actiepunt|action|actions|activity|activities|what|task"),
        (Label.TIMING, "wanneer|maand|kwartaal|periode|timing|datum|planning|jaar|tijdstip|deadline|tegen wanneer|termijn|when|month|quarter|date|by when|period|due"),
        (Label.START, "vanaf"),
        (Label.LEAD, "wie|trekker|trekkers|verantwoordelijke|verantwoordelijken|verantwoordelijk|door wie|eigenaar|who|lead|owner|responsible"),
        (Label.PARTNERS, "partner|partners|met|met wie|met hulp van|samen met|bondgenoten|helpers|betrokkenen|with|with whom"),
        (Label.STATUS, "status|stand van zaken|stand|state"),
        (Label.STRATEGIC, "strategische doelstelling|sd|beleidsdoelstelling|strategic goal"),
        (Label.OPERATIONAL, "operationele doelstelling|od|actieplan|operational goal"),
        (Label.GOAL, "doelstelling|doel|thema|prioriteit|domein|ambitie|pijler|speerpunt|werf|spoor|engagement|uitdaging|krachtlijn|goal|theme|priority|ambition|pillar"),
        (Label.NUMBER, "nr|nummer|code|no|number"),
        (Label.INDICATORS, "indicator|indicatoren|resultaat|beoogd resultaat|meetpunt|meetlat|mikpunt|graadmeter|streefcijfer|streefwaarde|hoe meten we dit|hoe meten we het|hoe meten|meten|te meten|doelwaarde|gemeten via|meting|indicator s|result|indicators"),
        (Label.BUDGET, "budget|kostprijs|middelen|cost"),
        (Label.STEPS, "stap|stappen|deelstap|deelstappen|fase|mijlpaal|mijlpalen|step|steps|phase|milestone"),
        (Label.WHY, "waarom|why"),
        (Label.HOW, "hoe|aanpak|how"),
    )
    for name in names.split("|")
}  # fmt: skip
GOALS = {Label.STRATEGIC: Level.STRATEGIC, Label.GOAL: Level.STRATEGIC, Label.OPERATIONAL: Level.OPERATIONAL}
_BESIDE = {Label.TIMING, Label.LEAD, Label.STATUS, Label.PARTNERS, Label.INDICATORS, *GOALS}
_OF_YEAR = (Label.TIMING, Label.START, Label.DUE, Label.TITLE, Label.STATUS)
_KINDS = {Label.START: Label.TIMING, Label.DUE: Label.TIMING}
_FACTS = (Label.LEAD, Label.TIMING, Label.DUE, Label.STATUS, Label.PARTNERS, Label.INDICATORS)
HIGHEST_HEADER = 5
"""A row of headings stands among the first so many."""

Rows = dict[int, dict[int, list[Block]]]


class Table(NamedTuple):
    """A table with a row for each action: its columns by number, and its rows.

    ``heads`` are the rows that say what the columns hold; they may come again.  ``whens`` are columns for a time each, with
    what they are called: *Q1*, *januari*.
    """

    columns: dict[int, Label]
    rows: Rows
    heads: frozenset[int]
    whens: tuple[When, ...] = ()


def tables(blocks: Sequence[Block]) -> dict[int, Rows]:
    """The cells of each table: blocks by row and column."""
    found_tables: dict[int, Rows] = {}
    for block in blocks:
        if block.cell is not None:
            row = found_tables.setdefault(block.cell.table, defaultdict(dict)).setdefault(block.cell.row, {})
            row.setdefault(block.cell.column, []).append(block)
    return found_tables


def road_map(rows: Rows) -> Table | None:
    """The table with a row for each action that this one is, ``None`` when it is another."""
    for number in sorted(rows)[:HIGHEST_HEADER] if len(rows) > 1 else ():
        columns = _columns(rows[number])
        if columns:
            words = _words(rows[number])
            heads = frozenset(one for one, row in rows.items() if _words(row) == words)
            return Table(columns, rows, heads, whens(rows[number]))
    return None


def step_map(rows: Rows) -> Table | None:
    """The table with a row for each step that this one is inside an action, ``None`` when it is another."""
    for number in sorted(rows)[:HIGHEST_HEADER] if len(rows) > 1 else ():
        columns = _columns(rows[number], Label.STEPS)
        if columns:
            titled: dict[int, Label] = {
                at: Label.TITLE if label is Label.STEPS else label for at, label in columns.items()
            }
            return Table(titled, rows, frozenset((number,)))
    return road_map(rows)


def action_map(rows: Rows) -> Table | None:
    """The table outside of an action that has a row for each: also one of milestones that tells who, when and how it stands."""
    found = road_map(rows)
    steps = step_map(rows) if found is None else None
    told = {_KINDS.get(label, label) for label in steps.columns.values()} if steps is not None else set()
    return steps if steps is not None and told >= {Label.LEAD, Label.TIMING, Label.STATUS} else found


def in_rows(table: Table, year: str, when: tuple[Block, ...] = ()) -> Iterator[Node]:
    """Goals and actions, a row each; *year* completes a month or quarter that has none, *when* is the time above the table."""
    last: dict[Label, str] = {}
    for number in sorted(table.rows):
        row = table.rows[number]
        filled = {at: cell for at, cell in row.items() if any(block.text.strip() for block in cell)}
        if number in table.heads or not filled:
            continue
        if _is_across(table, filled):
            when, heading = _across(next(iter(filled.values())), when)
            if heading is not None:
                yield heading
            continue
        yield from _goals(table, filled, last)
        yield from _action(table, filled, when, year)


def _columns(row: dict[int, list[Block]], title: Label = Label.TITLE) -> dict[int, Label]:
    """What the columns below a row of headings hold; nothing when it is no such row; one of them is the *title*."""
    told = {
        at: label
        for at, cell in row.items()
        if (label := column_label(" ".join(block.text for block in cell))) is not None
    }
    columns = _one_each(told)
    if title is Label.TITLE and title not in columns.values():
        columns = _what_is_done(columns)
    labels = set(columns.values())
    timed = len(whens(row))
    parted = sum(is_part(block.text) for cell in row.values() for block in cell) > 1
    good = (
        title in labels
        and (title is Label.TITLE or Label.TITLE not in labels)
        and (labels & _BESIDE or timed or parted)
        and (len(columns) + timed) * 2 >= len(row)
    )
    return columns if good else {}


def _what_is_done(columns: dict[int, Label]) -> dict[int, Label]:
    """The columns, in which *Wat gaan we doen?* is the action when others tell who, when and how it stands."""
    told = sum(label in _FACTS for label in columns.values())
    at = next((at for at, label in columns.items() if label in (Label.DO, Label.WHAT)), None)
    return columns if at is None or told < 2 else {**columns, at: Label.TITLE}


def _words(row: dict[int, list[Block]]) -> tuple[str, ...]:
    return tuple(plain(" ".join(block.text for block in row[at])) for at in sorted(row))


def _is_across(table: Table, filled: dict[int, list[Block]]) -> bool:
    """True for a row with one cell filled that is no action: a goal or a time for the rows below it."""
    if len(filled) != 1 or len(table.columns) < 2:
        return False
    at, cell = next(iter(filled.items()))
    one = head(0, cell[0])
    goal = one is not None and (one.level in OF_GOALS or (bool(one.numbers) and names_goal(one.family)))
    return table.columns.get(at) is not Label.TITLE or goal or is_when(cell[0].text)


def header(table: Table) -> tuple[Block, ...]:
    """The blocks of the first row."""
    return tuple(block for number in table.heads for cell in table.rows[number].values() for block in cell)


def crosses(table: Table) -> list[Block]:
    """The marks in columns for a time: what they say is what the column is called."""
    cells = (row.get(one.column, []) for row in table.rows.values() for one in table.whens)
    return [block for cell in cells for block in cell if is_mark(block)]


def in_road_maps(blocks: Sequence[Block], *, of_actions: bool = False) -> set[int]:
    """Where the cells of tables with a row for each action stand: none is a heading of the text; or only *of_actions* by name."""
    maps = {number: found for number, rows in tables(blocks).items() if (found := action_map(rows)) is not None}
    lists = {number for number, one in maps.items() if not of_actions or _says_actions(one)}
    return {at for at, block in enumerate(blocks) if block.cell is not None and block.cell.table in lists}


def _says_actions(table: Table) -> bool:
    """True when a table is called one of actions, and not of what there is to do."""
    at = next(at for at, label in table.columns.items() if label is Label.TITLE)
    return (
        re.match(r"(?i)\W*(?:acties?|actions?|actiepunt|initiatief|initiatieven|project)\b", _titles(table).get(at, ""))
        is not None
    )


def column_label(text: str) -> Label | None:
    """What a column with that heading holds."""
    undated = YEAR.sub("", text)
    of_year = COLUMNS.get(plain(undated)) or label_of(undated)
    found = COLUMNS.get(plain(text)) or label_of(text)
    return found or (of_year if of_year in _OF_YEAR else None) or asked(text)


def _one_each(columns: dict[int, Label]) -> dict[int, Label]:
    kept: dict[int, Label] = {}
    for at, label in columns.items():
        if label not in kept.values():
            kept[at] = label
    return kept


def _across(alone: list[Block] | None, when: tuple[Block, ...]) -> tuple[tuple[Block, ...], Node | None]:
    """A row with one cell filled says when, or which goal, for the rows below it."""
    if not alone:
        return when, None
    if is_when(alone[0].text):
        return (alone[0],), None
    one = head(0, alone[0])
    level = one.level if one is not None and one.level is not None else Level.STRATEGIC
    return when, in_cell(level, alone, one)._replace(guessed=one is None)


def _goals(table: Table, filled: dict[int, list[Block]], last: dict[Label, str]) -> Iterator[Node]:
    for at, label in table.columns.items():
        if label not in GOALS or at not in filled:
            continue
        text = " ".join(block.text for block in filled[at])
        if plain(text) != last.get(label, ""):
            last[label] = plain(text)
            yield in_cell(GOALS[label], filled[at], head(0, filled[at][0]))


def _action(table: Table, filled: dict[int, list[Block]], when: tuple[Block, ...], year: str) -> Iterator[Node]:
    at = next(at for at, label in table.columns.items() if label is Label.TITLE)
    if at not in filled:
        return
    first, *more = filled[at]
    number = next(
        (filled[column][0] for column, label in table.columns.items() if label is Label.NUMBER and column in filled),
        None,
    )
    goal = head(0, first)
    if goal is not None and goal.level in OF_GOALS:
        coded = (
            head(0, first._replace(text=f"{number.text} {goal.title}"))
            if number is not None and not goal.code
            else None
        )
        yield node_of(
            goal.level, tuple(block for block in (first, number) if block is not None), coded or _singly(number, goal)
        )
        return
    row = [(Label.INTRO, "", block) for block in more]
    titles = _titles(table)
    for column, cell in filled.items():
        label, title = table.columns.get(column, Label.OTHER), titles.get(column, "")
        if any(one.column == column for one in table.whens) and all(map(is_mark, cell)):
            continue
        if label is not Label.TITLE and label not in GOALS and label is not Label.NUMBER:
            row += [
                (label, title, with_year(block, year) if label is Label.TIMING and not YEAR.search(title) else block)
                for block in cell
            ]
    row += [(Label.TIMING, "Timing", block) for block in marked_times(table.whens, filled, year)]
    if when and not any(_KINDS.get(label, label) is Label.TIMING for label, _, _ in row):
        row += [(Label.TIMING, "Timing", above(block, year)) for block in when]
    one = head(0, first) or (
        head(0, first._replace(text=f"{number.text} {first.text}")) if number is not None else None
    )
    node = node_of(Level.ACTION, (first, number) if number is not None else (first,), one)
    yield node._replace(row=tuple(row))


def _titles(table: Table) -> dict[int, str]:
    """What the columns are called."""
    top = table.rows[min(table.heads)]
    return {at: " ".join(block.text for block in cell).strip() for at, cell in top.items()}


def _singly(number: Block | None, goal: Head) -> Head:
    """A goal with the single number that stands in a cell of its own."""
    if number is None or goal.code or not number.text.strip(" .").isdigit():
        return goal
    digits = number.text.strip(" .")
    return goal._replace(code=digits, numbers=(int(digits),))


def node_of(level: Level, blocks: tuple[Block, ...], one: Head | None) -> Node:
    """What stands in these blocks as a goal or an action, with the code before it."""
    if one is None or not one.title:
        return Node(level, "", (), blocks[0].text.strip(), blocks)
    return Node(level, one.code, one.numbers, one.title, blocks, words=one.family)


def without(blocks: Iterable[Block], gone: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks but for these."""
    names = {id(block) for block in gone}
    return tuple(block for block in blocks if id(block) not in names)
