"""The steps of an action, from a list, a table, or the sentences of the approach that have a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake import persons, who
from elzctl.intake.ledger import Certainty
from elzctl.intake.paper import Block
from elzctl.intake.plan.desk import GUESSED, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.state import sentences
from elzctl.intake.plan.tables import Table, step_map, tables
from elzctl.intake.plan.times import NO_YEAR, period_in
from elzctl.intake.plan.words import Label
from elzctl.wording import Message, say

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
_LEAD_DATE = re.compile(r"\s*[:–—-]\s+")
OPENING = 4
"""A date within so many characters opens its item."""
HALF_A_YEAR = 184
LONG_ENOUGH, MOST_WORDS, MOST_SENTENCES = 12, 30, 3


def steps(form: Form, draft: Draft, desk: Desk) -> None:
    """Fills in the steps: what stands under their label, the rows of a table, or sentences with a date."""
    found: list[Record] = []
    for piece in form.pieces:
        for table in _tables(piece):
            found += _rows(table, len(found), draft, desk)
    for piece in form.of(Label.STEPS) if not found else ():
        for block in listed(piece):
            if block.text.strip() and not block.text.rstrip().endswith(":"):
                found.append(_step(block.text.strip(), block, len(found), draft, desk, READ, None))
    earliest = desk.year.first - timedelta(HALF_A_YEAR) if desk.year is not None else date.min
    dated = () if found else _dated(form, earliest)
    for sentence, block in dated:
        found.append(
            _step(sentence, block, len(found), draft, desk, GUESSED, say("This sentence of the text has a date."))
        )
    if found:
        draft.values["steps"] = tuple(found)
    for piece in form.of(Label.HOW):
        for block in piece.blocks:
            if (
                block.depth
                and not any(True for _ in dates.find(block.text))
                and (match := _DAY_ALONE.search(block.text))
            ):
                desk.field(draft.path, "steps", "", match[1], (block,), UNCLEAR, NO_YEAR)


def _tables(piece: Piece) -> Iterator[Table]:
    for rows in tables(piece.blocks).values():
        table = step_map(rows)
        if table is not None:
            yield table


def _in_tables(piece: Piece) -> set[int]:
    """The tables with steps among the blocks."""
    return {number for number, rows in tables(piece.blocks).items() if step_map(rows) is not None}


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


def _row(cells: Mapping[Label, Sequence[Block]], path: str, draft: Draft, desk: Desk) -> Record:
    words = {label: " ".join(block.text.strip() for block in blocks) for label, blocks in cells.items()}
    start, due = period_in(words.get(Label.TIMING, ""))
    by = tuple(
        name for block in cells.get(Label.LEAD, ()) for name in who.names(block.text) if not persons.is_person(name)
    )
    row: Record = {
        "what": desk.line(words[Label.TITLE]),
        "start": start.text if start is not None else "",
        "due": due.text if due is not None else "",
        "by": tuple(filter(None, map(desk.actors.ref, by))),
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


def _dated(form: Form, earliest: date) -> Iterator[tuple[str, Block]]:
    """The sentences of the approach that name a date, *earliest* or later, each with its item."""
    for piece in form.of(Label.HOW):
        gone = _in_tables(piece)
        for block in piece.blocks:
            if block.cell is not None and block.cell.table in gone:
                continue
            told = sentences(block.text)
            for sentence in told if block.depth or len(told) < MOST_SENTENCES else ():
                long = not len(sentence) > LONG_ENOUGH or len(sentence.split()) > MOST_WORDS or sentence.endswith(":")
                days = [] if long or _PAST.search(sentence) else [value for _, _, value in moments(sentence)]
                if days and max(value.last for value in days) >= earliest:
                    yield sentence, block


def _step(
    text: str, block: Block, number: int, draft: Draft, desk: Desk, certainty: Certainty, reason: Message | None
) -> Record:
    spans = list(moments(text))
    made: Record = {"what": desk.line(_undated(text, spans))}
    path = f"{draft.path}"
    desk.field(path, f"steps[{number}].what", str(made["what"]), text, (block,), certainty, reason)
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
        sure = certainty if len(spans) == 1 else GUESSED
        desk.field(
            path,
            f"steps[{number}].{key}",
            value,
            text,
            (block,),
            sure,
            reason if len(spans) == 1 else say("One of the dates in this item."),
        )
    return made


def _undated(text: str, spans: Sequence[tuple[int, int, VagueDate]]) -> str:
    """The words of a step without the date that opens it: ``Najaar 2024: voorbereiding`` is ``voorbereiding``."""
    if len(spans) == 1 and spans[0][0] == 0 and (match := _LEAD_DATE.match(text, spans[0][1])):
        return text[match.end() :] or text
    return text
