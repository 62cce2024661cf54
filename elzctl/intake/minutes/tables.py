"""Tables in minutes: lists of action points and of decisions, and tables in which each row is an item of the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from elzctl.intake import when
from elzctl.intake.minutes.draft import Noted, Point, Prose, Under
from elzctl.intake.minutes.inferred import NO_HEADINGS, NOBODY_BESIDE
from elzctl.intake.minutes.marks import ACTION, DECISION
from elzctl.intake.minutes.parts import Table, bare, columns, cut, is_strong, joined, lines_of, numbered, text_of
from elzctl.intake.minutes.point_codes import are_counted
from elzctl.intake.minutes.points import Context, each_of, from_cells, in_doubt, names_in, read_point, unmarked
from elzctl.intake.minutes.signature import is_signed
from elzctl.intake.minutes.unheaded import roles_of
from elzctl.intake.minutes.unknown_heads import under
from elzctl.intake.minutes.whole import whole
from elzctl.intake.minutes.words import EMPTY, TICKS, column_of, is_together
from elzctl.intake.paper import Block
from elzctl.record import NamedTuple
from elzctl.wording import say

_BOTH = re.compile(r"\s*[,;()\n]\s*|\s+[-–—/|]\s+")
_BY = re.compile(r"(?i)\b(?:tegen|voor|vóór|by|before|ten laatste|uiterlijk|vanaf|op)\s+(?:\w+\s+)?\Z")
_SOON = re.compile(
    r"(?i)(?:asap|z\.?s\.?m\.?|zo (?:snel|spoedig) mogelijk|doorlopend|permanent|lopende?|(?:tegen |voor )?(?:de )?volgende? \w+|ongoing|next \w+|tbd|n\.?t\.?b\.?)"
)
_DECIDES = re.compile(r"(?i)besluit|beslissing|decision")
_LONGEST_TOPIC, _LONGEST_BESIDE = 160, 80
_SAID = frozenset({"notes", "kind", "action", "resolution", "information", "discussion"})
_TO_DO = frozenset({"what", "action", "decision", "resolution"})
_PARTS_OF_ITEMS = frozenset({"what", "who", "when", "both", "decision", "notes"})
_PARTS_OF_ROWS = frozenset({"what", "who", "when", "both", "state", "decision", "number"})


class Row(NamedTuple):
    """A row of a table of items: what its columns hold, their headings, and its cells."""

    roles: tuple[str, ...]
    heads: tuple[str, ...]
    cells: tuple[tuple[Block, ...], ...]

    def cell(self, role: str) -> tuple[Block, ...]:
        """The paragraphs of the first filled column of that role."""
        found = (cell for one, cell in zip(self.roles, self.cells, strict=True) if one == role and text_of(cell))
        return next(found, ())

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines of the document that it takes."""
        return lines_of(block for cell in self.cells for block in cell)


def topic_rows(table: Table) -> list[Row] | None:
    """The rows of a table with a column of topics and one with what was said; ``None`` for another table."""
    roles = columns(table.rows[0])
    return _rows(table, roles, 1) if "topic" in roles and _SAID.intersection(roles) else _beside(table, roles)


def item_rows(table: Table) -> list[Row] | None:
    """The rows of a table in which each is an item, where nothing else is one; ``None`` for another table."""
    roles = columns(table.rows[0])
    if "topic" in roles and (_SAID | {"what", "decision"}).intersection(roles):
        return _rows(table, roles, 1)
    beside = _beside(table, roles)
    if beside is not None:
        return beside
    if len(table.rows) < 3 or len(table.rows[0]) not in (2, 3) or any(roles):
        return None
    firsts = [row[0] for row in table.rows if text_of(row[0])]
    short = all(len(text_of(cell)) <= _LONGEST_TOPIC for cell in firsts)
    shown = all(is_strong(cell[0]) or numbered(cell[0]) for cell in firsts if cell)
    if len(firsts) < 3 or not short or not shown:
        return None
    return _rows(table, ("topic", "notes", "what")[: len(table.rows[0])], 0)


def transposed(table: Table) -> Row | None:
    """The one row of a table that has the headings of its columns at the left: *Bespreking*, *Actie*; ``None`` for another."""
    if len(table.rows) < 2 or len(table.rows[0]) != 2:
        return None
    roles = tuple(column_of(text_of(row[0])) for row in table.rows)
    if not _PARTS_OF_ITEMS.issuperset(roles) or len({*roles}) < len(roles):
        return None
    return Row(roles, tuple(text_of(row[0]) for row in table.rows), tuple(row[1] for row in table.rows))


def _beside(table: Table, roles: Sequence[str]) -> list[Row] | None:
    """The rows of a table with what was said and beside it what is to be done; a short first line is the topic."""
    if "notes" not in roles or not _TO_DO.intersection(roles):
        return None
    place = list(roles).index("notes")
    rows = []
    for row in _rows(table, roles, 1):
        cell = [block for block in row.cells[place] if block.text.strip()]
        first = cell[0] if len(cell) > 1 else None
        topic = (first,) if first is not None and _is_topic(first) else ()
        heads, cells = ("", *row.heads), (topic, *row.cells)
        if topic:
            cells = (topic, *row.cells[:place], tuple(cell[1:]), *row.cells[place + 1 :])
        rows.append(Row(("topic", *row.roles), heads, cells))
    return rows


def _is_topic(block: Block) -> bool:
    """True for a paragraph that may be a heading: short, no sentence, no item of a list."""
    return len(block.text) <= _LONGEST_BESIDE and not block.depth and not re.search(r"[.:;,?!]\s*\Z", block.text)


def _rows(table: Table, roles: Sequence[str], first: int) -> list[Row]:
    heads = tuple(text_of(cell) for cell in table.rows[0]) if first else ("",) * len(roles)
    return [Row(tuple(roles), heads, row) for row in table.rows[first:]]


def points_in(
    table: Table, context: Context, *, listed: bool, above: Sequence[str] = ()
) -> tuple[list[Point], tuple[str, ...]] | None:
    """The points of a table with columns for what, who and when, and what its columns hold; ``None`` for another table.

    *listed*: it stands in a list of actions.  *above* are the columns of the table above it, which may go on in it.
    """
    roles = columns(table.rows[0])
    start, reason = 1, None
    if not any(roles) and len(roles) == len(above):
        roles, start = tuple(above), 0
    if "what" not in roles and "decision" in roles and {"who", "when", "both"}.intersection(roles):
        roles = tuple("what" if role == "decision" else role for role in roles)
    if "what" in roles and "name" in roles and not {"who", "both"}.intersection(roles):
        roles = tuple("who" if role == "name" else role for role in roles)
    if "what" not in roles and "topic" in roles and {"who", "both"}.intersection(roles):
        roles = tuple("what" if role == "topic" else role for role in roles)
    is_whole = any(is_together(text_of(cell)) for cell in table.rows[0])
    is_points = "what" in roles and (is_whole or bool({"who", "when", "both", "state"}.intersection(roles)))
    if not is_points:
        if not listed or any(roles) or is_signed(table, context):
            return None
        if len(table.rows[0]) == 2 and not any(re.search(r"\w", text_of(row[0])) for row in table.rows):
            lines = [joined(row[1]) for row in table.rows if text_of(row[1])]
            return [read_point(line, context, sure=True) for line in lines], ()
        roles, start = roles_of(table, context), 0
        if not roles:
            return None
        reason = NO_HEADINGS
    heads = [text_of(cell) for cell in table.rows[0]] if start else [""] * len(roles)
    found: list[Point] = []
    rows = whole(table.rows[start:], roles)
    numbers = [text_of(Row(tuple(roles), (), row).cell("number")) for row in rows]
    is_counted = are_counted(numbers, goes_on=not start)
    named = tuple("code" if role == "number" and not is_counted else role for role in roles)
    for row in rows:
        one = Row(named, tuple(heads), row)
        if text_of(one.cell("what")):
            found += (in_doubt(point, reason) for point in _points(one, context))
        elif found and one.lines:
            rest = " ".join(filter(None, (text_of(cell) for cell in row)))
            found[-1] = found[-1]._replace(
                under=(*found[-1].under, Under("", rest)), lines=(*found[-1].lines, *one.lines)
            )
    return found, roles


def _points(row: Row, context: Context) -> Iterator[Point]:
    """The points of a row: one for each paragraph of what is to be done, when there are more."""
    who, by = _who_and_when(row, context)
    state = text_of(row.cell("state"))
    rest = [
        Under("", f"{head.strip(' .:')}: {words}" if head else words)
        for role, head, cell in zip(row.roles, row.heads, row.cells, strict=True)
        if role not in _PARTS_OF_ROWS and (words := text_of(cell)) and words.lower() not in EMPTY
    ]
    what = [block for block in row.cell("what") if block.text.strip()]
    apart = [] if state or rest else each_of(what, row.cell("who"), row.cell("when"), context)
    if apart:
        yield apart[0]._replace(lines=(*lines_of(row.cell("number")), *apart[0].lines))
        yield from apart[1:]
        return
    for number, block in enumerate(what if len(what) > 1 and all(one.depth for one in what) else [joined(what)]):
        point = from_cells(unmarked(block), who, by, state, context)
        lines = row.lines if not number else block.lines
        yield point._replace(under=(*point.under, *(rest if not number else ())), lines=lines)


def decisions_in(table: Table) -> list[Noted] | None:
    """The decisions of a table with a column for them and none for who does them."""
    roles = columns(table.rows[0])
    if "decision" not in roles or {"who", "when", "both", "what", "topic"}.intersection(roles):
        return None
    found = []
    for row in table.rows[1:]:
        one = Row(roles, (), row)
        if text_of(one.cell("decision")):
            found.append(Noted("B", bare(joined(one.cell("decision"))), lines=one.lines))
    return found


def of_row(row: Row, context: Context) -> Iterator[Prose | Point | Noted]:
    """What a row of a table of items says about its topic, without the topic itself."""
    kind = text_of(row.cell("kind")).strip(" .").lower()
    who, by = _who_and_when(row, context)
    beside = lines_of((*row.cell("who"), *row.cell("when"), *row.cell("both")))
    told = any(role in ("what", "action") and text_of(cell) for role, cell in zip(row.roles, row.cells, strict=True))
    for role, head, cell in zip(row.roles, row.heads, row.cells, strict=True):
        words = text_of(cell)
        if not words or words.lower() in EMPTY or role in ("topic", "number", "kind", "who", "when", "both"):
            continue
        if role in ("what", "action") and words.lower() not in TICKS:
            blocks = [block for block in cell if block.text.strip()]
            apart = each_of(blocks, row.cell("who"), row.cell("when"), context)
            for number, block in enumerate(blocks if len(blocks) > 1 else [joined(blocks)]):
                decided = DECISION.match(block.text)
                if decided:
                    yield Noted("B", bare(cut(block, decided.end())), lines=block.lines)
                    continue
                if apart:
                    yield apart[number]
                    continue
                point = from_cells(unmarked(block), who, by, "", context)
                if {"who", "both"}.intersection(row.roles) and _DECIDES.search(head) and not _is_asked(point):
                    yield Noted("B", bare(block), lines=block.lines, reason=NOBODY_BESIDE)
                else:
                    yield point._replace(lines=(*block.lines, *beside))
            continue
        if role in ("decision", "resolution") and words.lower() not in TICKS:
            yield Noted("B", bare(joined(cell)), lines=lines_of(cell))
            continue
        if words.lower() in TICKS and role in ("information", "discussion", "action", "resolution"):
            continue
        blocks = [bare(block)._replace(depth=block.depth, marker=block.marker) for block in cell if block.text.strip()]
        if kind in ("b", "beslissing", "ter beslissing", "besluit", "decision") and role == "notes":
            yield Noted(
                "B", bare(joined(blocks)), lines=lines_of(blocks), reason=say("The row is marked as a decision")
            )
        elif kind in ("a", "actie", "action") and role == "notes":
            point = from_cells(bare(joined(blocks)), who, by, "", context)
            point = point._replace(lines=(*point.lines, *beside))
            yield point._replace(reason=say("The row is marked as an action"))
        elif (who or by) and role == "notes" and not told and len(asked := list(filter(_asks, blocks))) == 1:
            told = True
            yield Prose(tuple(block for block in blocks if block is not asked[0]))
            point = from_cells(bare(cut(asked[0], _asks(asked[0]))), who, by, "", context)
            yield point._replace(lines=(*asked[0].lines, *beside))
        else:
            yield Prose(tuple(under(head, blocks) if not role and blocks else blocks))
    if (who or by) and not told and kind not in ("a", "actie", "action"):
        yield Prose(tuple(bare(block) for role in ("who", "when", "both") for block in row.cell(role)))


def _asks(block: Block) -> int:
    """Where the words of a point begin in ``Actie: lijst bezorgen``, 0 for any other paragraph."""
    match = ACTION.match(block.text)
    is_one = (
        match is not None and not match["who"].strip() and match["word"].lower().startswith(("act", "to", "te doen"))
    )
    return match.end() if match is not None and is_one else 0


def _is_asked(point: Point) -> bool:
    return bool(point.owners or point.people or point.due or point.under)


def _who_and_when(row: Row, context: Context) -> tuple[str, str]:
    """Who does it and by when, from a cell for each or one for both: ``CAW, 26/9``."""
    who, by = names_in(row.cell("who"), context), text_of(row.cell("when"))
    names, times = [who] if who else [], [by] if by else []
    for block in row.cell("both"):
        for bit in filter(None, map(str.strip, _BOTH.split(block.text))):
            found = when.first(bit, context.day, loose=True)
            start = _BY.search(bit, 0, found.first) if found is not None else None
            cut_at = start.start() if start else found.first if found is not None else len(bit)
            cut_at = 0 if _SOON.match(bit) else cut_at
            names += [bit[:cut_at].strip()] if bit[:cut_at].strip() else []
            times += [bit[cut_at:].strip()] if bit[cut_at:].strip() else []
    return ", ".join(names), " ".join(times)


def tick_words(row: Row) -> list[tuple[str, tuple[int, ...]]]:
    """Ticks and letters that say what kind a row is, with their lines."""
    marks = ("information", "discussion", "action", "resolution")
    return [
        (text_of(cell), lines_of(cell))
        for role, cell in zip(row.roles, row.cells, strict=True)
        if (words := text_of(cell).lower())
        and (role in ("kind", "number") or words in EMPTY or (role in marks and words in TICKS))
    ]
