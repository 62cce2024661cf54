"""The steps of an action, from a list or a table of steps, or a time table among the lists of the approach."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake import week_days, who
from elzctl.intake.nobody import is_nobody
from elzctl.intake.paper import Block
from elzctl.intake.plan.around_names import all_of_a_kind, is_everybody
from elzctl.intake.plan.dated import Dated, dated, heads_time, in_text, times_without_year
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.desk import lines as places
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.people import PERSON
from elzctl.intake.plan.state import sentences
from elzctl.intake.plan.tables import Table, step_map, tables
from elzctl.intake.plan.times import NO_YEAR, YEAR_OF_PLAN, period_in
from elzctl.intake.plan.words import Label
from elzctl.wording import say

_TEXTS = (Label.HOW, Label.WHAT, Label.DO)
Record = dict[str, "str | tuple[str, ...]"]
# What was is no step to take.
_PAST = re.compile(
    r"(?i)\b(?:werd|werden|was|waren|stond|stonden|kwam|kwamen|kon|konden|had|hadden|bleek|gaf|ging|gingen|nam|namen|opgestart|(?:hebben|heeft) (?:\w+ ){0,12}(?:ge|ver|be|her|ont|uitge|opge|inge|aange)\w{3,}|were|has been|have been)\b"
)
_DAY_ALONE = re.compile(r"(?<![\d/.])(\d{1,2}/\d{1,2})(?![\d/]|\.\d)")
_WHEN = re.compile(
    r"(?i)(?:\b(?:in|tegen|vanaf|tot|voor|sinds|eind|begin|midden|na|per|jaar|by|from|until|before|since|during|doorheen|of|en|and)|[(:–-])\s*\Z"
)
_CHAIN = re.compile(r"\s+[-–—]\s+|–")
_OPENS = re.compile(r"(?i)\W{0,3}(?:(?:tegen|vanaf|in|op|tot|sinds|voor|uiterlijk|by|from|until|on|before)\s+)?")
_LEAD_DATE = re.compile(r"\s*[:–—-]\s+")
OPENING = 4  # characters before the date that opens an item
HALF_A_YEAR = 184
MOST_WORDS, MOST_SENTENCES, FEWEST_LINES = 60, 3, 2
EACH_DATED = say("It stands in a list of which each line has a date, and no label calls these steps.")
INSIDE = say("The date stands inside the item: look whether it must be done by then.")
IN_A_TEXT = say("A date in a text: make it a step when somebody has to do something by then.")

TERM_IN_TEXT = say("A time in a sentence, and no label: fill it in as start or due when it is that of the action.")


def steps(form: Form, draft: Draft, desk: Desk) -> frozenset[Block]:
    """Fills in the steps; the blocks of a list or paragraph of a text that are steps now, and no text any more.

    A list is steps as a whole, or stays a text as a whole: torn apart, nobody could follow it.
    """
    found: list[Record] = []
    moved: list[Block] = []
    for piece in form.pieces:
        for table in _tables(piece):
            made = _rows(table, len(found), draft, desk)
            found += made
            if piece.label is not Label.STEPS and _is_whole(table, made):
                moved += (block for row in table.rows.values() for blocks in row.values() for block in blocks)
    blocks = [block for piece in form.of(Label.STEPS) for block in listed(piece)] if not found else []
    blocks = [block for block in blocks if block.text.strip() and not block.text.rstrip().endswith(":")]
    if not found and not blocks:
        for piece in form.of(*_TEXTS):
            for run in _runs(piece):
                made = _of_run(piece, run, len(found), draft, desk)
                found += made
                moved += run if made else ()
    for block in blocks:
        found.append(_step(block, len(found), draft, desk))
    if found:
        draft.values["steps"] = tuple(found)
    _told(form, moved, draft, desk)
    return frozenset(moved)


def _of_run(piece: Piece, run: Sequence[Block], count: int, draft: Draft, desk: Desk) -> list[Record]:
    """The steps that a list in a text is, or lines below each other are: each begins with a date, or tells one."""
    year = str(desk.year.first.year) if desk.year is not None and desk.year.year is not None else ""
    earliest = desk.year.first - timedelta(HALF_A_YEAR) if desk.year is not None else date.min
    lines = dated(run, year)
    if lines and any(one.last >= earliest for one in lines) and not any(_PAST.search(one.what.text) for one in lines):
        return [_dated_step(one, count + at, draft, desk) for at, one in enumerate(lines)]
    if piece.label is not Label.HOW or not _is_time_table(run, earliest):
        return []
    made = [_step(block, count + at, draft, desk) for at, block in enumerate(run)]
    desk.ledger.doubt(draft.path, "steps", EACH_DATED, places(run))
    return made


def _dated_step(one: Dated, number: int, draft: Draft, desk: Desk) -> Record:
    made: Record = {"what": desk.line(one.what)}
    for key, when in (("start", one.start), ("due", one.due)):
        made |= {key: when.text} if when is not None else {}
    for key, value in made.items():
        reason = YEAR_OF_PLAN if one.filled and key != "what" else EACH_DATED
        desk.field(draft.path, f"steps[{number}].{key}", str(value), one.block.text, (one.block,), GUESSED, reason)
    return made


def _told(form: Form, moved: Sequence[Block], draft: Draft, desk: Desk) -> None:
    """Says which sentences of a text have a date and stay text, and which dates have no year."""
    for piece in form.of(*_TEXTS):
        blocks = [block for block in _outside_tables(piece) if block not in moved]
        for head, block in times_without_year(blocks):
            if desk.year is None or desk.year.year is None:
                desk.field(draft.path, "steps", "", head, (block,), UNCLEAR, NO_YEAR)
            else:
                desk.field(draft.path, piece.label.value, block.text, block.text, (block,), GUESSED, IN_A_TEXT)
        for block in blocks:
            for sentence in sentences(block.text) if not heads_time(block.text) or _has_year(block.text) else ():
                if _tells_time(sentence, piece, desk) and _PAST.search(sentence) is None:
                    desk.field(draft.path, piece.label.value, sentence, sentence, (block,), GUESSED, IN_A_TEXT)
            if block.depth and not _has_year(block.text):
                for match in _DAY_ALONE.finditer(block.text):
                    desk.field(draft.path, "steps", "", match[1], (block,), UNCLEAR, NO_YEAR)
    if not form.of(Label.TIMING, Label.START, Label.DUE) and not {"start", "due"} & set(draft.values):
        _terms(form, draft, desk)


def _terms(form: Form, draft: Draft, desk: Desk) -> None:
    """Says which sentences of an action without a label for its time have one."""
    for piece in form.of(Label.INTRO):
        for block in _outside_tables(piece):
            for sentence in sentences(block.text):
                if _tells_time(sentence, piece, desk) and _PAST.search(sentence) is None:
                    desk.field(draft.path, "text", sentence, sentence, (block,), GUESSED, TERM_IN_TEXT)


def _has_year(text: str) -> bool:
    return any(True for _ in dates.find(text))


def _tells_time(sentence: str, piece: Piece, desk: Desk) -> bool:
    """True for a sentence of the approach with a date, and for one of what is done with a date to come."""
    found = [value for _, _, value in moments(sentence)]
    if piece.label is not Label.HOW and desk.year is not None:
        found = [value for value in found if value.last >= desk.year.first]
    return bool(found) or in_text(sentence)


def _tables(piece: Piece) -> Iterator[Table]:
    for rows in tables(piece.blocks).values():
        table = step_map(rows)
        if table is not None:
            yield table


def _outside_tables(piece: Piece) -> Iterator[Block]:
    """The blocks of a piece but for its tables with steps."""
    gone = {number for number, rows in tables(piece.blocks).items() if step_map(rows) is not None}
    yield from (block for block in piece.blocks if block.cell is None or block.cell.table not in gone)


def _rows(table: Table, count: int, draft: Draft, desk: Desk) -> list[Record]:
    """A step for each row of a table: what, who and when."""
    at = {label: column for column, label in table.columns.items()}
    made: list[Record] = []
    for number in sorted(set(table.rows) - table.heads):
        cells = {
            label: [block for block in table.rows[number].get(column, ()) if block.text.strip()]
            for label, column in at.items()
        }
        if cells[Label.TITLE]:
            made.append(_row(cells, f"steps[{count + len(made)}]", draft, desk))
    return made


def _is_whole(table: Table, made: Sequence[Record]) -> bool:
    """True when the steps *made* of a table say all that its rows do: they are no text any more."""
    rows = [table.rows[number] for number in sorted(set(table.rows) - table.heads)]
    if len(made) != len(rows):
        return False
    for row, step in zip(rows, made, strict=True):
        for column, blocks in row.items():
            label, text = table.columns.get(column), " ".join(block.text.strip() for block in blocks)
            is_said = {
                Label.TITLE: True,
                Label.TIMING: bool(step.keys() & {"start", "due"}),
                Label.LEAD: len(step.get("by", ())) == len(who.names(text)),
            }
            if text and not (label is not None and is_said.get(label, False)):
                return False
    return True


def _row(cells: Mapping[Label, Sequence[Block]], path: str, draft: Draft, desk: Desk) -> Record:
    words = {label: " ".join(block.text.strip() for block in blocks) for label, blocks in cells.items()}
    start, due = period_in(week_days.without(words.get(Label.TIMING, "")))
    names = [name for block in cells.get(Label.LEAD, ()) for name in who.names(block.text)]
    every = [] if desk.is_own else [name for name in names if is_everybody(name)]
    names = [name for name in names if name not in every and not is_nobody(name)]
    by = [name for name in names if desk.is_own or desk.veil.may_act(name)]
    if every:
        desk.field(draft.path, f"{path}.by", "", ", ".join(every), cells[Label.LEAD], UNCLEAR, all_of_a_kind(every))
    if len(by) < len(names):
        desk.field(draft.path, f"{path}.by", "", "", cells[Label.LEAD], UNCLEAR, PERSON)
    row: Record = {
        "what": desk.line(words[Label.TITLE]),
        "start": start.text if start is not None else "",
        "due": due.text if due is not None else "",
        "by": desk.actors_of(by),
    }
    for key, label in (("what", Label.TITLE), ("start", Label.TIMING), ("due", Label.TIMING), ("by", Label.LEAD)):
        if row[key]:
            shown = ", ".join(row[key]) if key == "by" else str(row[key])
            desk.field(draft.path, f"{path}.{key}", shown, words[label], cells[label])
    return {key: value for key, value in row.items() if value}


def moments(text: str) -> Iterator[tuple[int, int, VagueDate]]:
    """The dates in running text that say when: not the year in *actieplan 2025*, which is a name."""
    for start, end, value in dates.find(text):
        if not re.fullmatch(r"\d{4}", value.text) or start == 0 or _WHEN.search(text[:start]):
            yield start, end, value


def listed(piece: Piece) -> tuple[Block, ...]:
    """The steps under a label: the list up to what is no list any more, or all of it when there is none."""
    items = [bool(block.depth) or block.check is not None for block in piece.blocks]
    if True not in items:
        return piece.blocks
    first = items.index(True)
    stop = next((at for at, item in enumerate(items) if at > first and not item), len(items))
    return piece.blocks[:stop]


def _runs(piece: Piece) -> Iterator[list[Block]]:
    """Items of a list, and lines below each other, that stand on one level."""
    for _, run in groupby(_outside_tables(piece), key=lambda block: block.depth > 0):
        items = [*run]
        if len({block.depth for block in items}) == 1:
            yield items


def _is_time_table(items: Sequence[Block], earliest: date) -> bool:
    """True for a list in which each item has a date, one of them *earliest* or later; lines below each other are a list too."""
    in_list = items[0].depth > 0
    whole = all(_is_step(block, MOST_SENTENCES if in_list else 1) for block in items)
    enough = len(items) >= (1 if in_list else FEWEST_LINES)
    return enough and whole and any(_is_ahead(block, earliest) for block in items)


def _is_step(block: Block, most: int) -> bool:
    """True for what has a date and at the *most* so many sentences, is no heading of what follows, and does not tell of what was."""
    text = block.text.strip()
    return (
        bool(text)
        and not text.endswith(":")
        and block.check is None
        and len(text.split()) <= MOST_WORDS
        and len(sentences(text)) <= most
        and _PAST.search(text) is None
        and any(True for _ in moments(text))
    )


def _is_ahead(block: Block, earliest: date) -> bool:
    return any(value.last >= earliest for _, _, value in moments(block.text))


def _step(block: Block, number: int, draft: Draft, desk: Desk) -> Record:
    text = block.text.strip()
    spans = list(moments(text))
    words = _undated(text, spans)
    made: Record = {"what": desk.line(block if words == text else words)}
    path = draft.path
    desk.field(path, f"steps[{number}].what", str(made["what"]), text, (block,))
    if not spans:
        return made
    chained = len(spans) > 1 and all(_CHAIN.fullmatch(text[one[1] : other[0]]) for one, other in pairwise(spans))
    opening = (
        spans[0][2] if spans[0][0] < OPENING else max((value for _, _, value in spans), key=lambda value: value.last)
    )
    dates_of = {"due": opening.text}
    if chained:
        parts = [part.strip() for part in _CHAIN.split(text[spans[0][0] : spans[-1][1]])]
        dates_of = {"start": parts[0], "due": parts[-1]}
    for key, value in dates_of.items():
        made[key] = value
        certainty, reason = (READ, None) if len(spans) == 1 else (GUESSED, say("One of the dates in this item."))
        if len(spans) == 1 and not (desk.is_own or _is_at_end(text, *spans[0][:2])):
            certainty, reason = GUESSED, INSIDE
        desk.field(path, f"steps[{number}].{key}", value, text, (block,), certainty, reason)
    return made


def _is_at_end(text: str, start: int, end: int) -> bool:
    """True for a date with which an item begins, or ends with nothing but a sign behind it."""
    return _OPENS.fullmatch(text[:start]) is not None or re.fullmatch(r"[\s).\];]*", text[end:]) is not None


def _undated(text: str, spans: Sequence[tuple[int, int, VagueDate]]) -> str:
    """The words of a step without the date that opens it: ``Najaar 2024: voorbereiding`` is ``voorbereiding``."""
    if len(spans) == 1 and spans[0][0] == 0 and (match := _LEAD_DATE.match(text, spans[0][1])):
        return text[match.end() :] or text
    return text
