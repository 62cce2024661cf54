"""Notes at the foot of a page of a PDF without tags: below a short line, or in smaller letters, with a number that is raised above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from elzctl.intake.readers.pdf_parts import Part, Row, printed_rows
from elzctl.intake.readers.pdf_runs import Rule, Run
from elzctl.record import NamedTuple

STYLE = "footnote text"
_SMALLER = 0.95
_INDENT = 12.0
_LINE = (40.0, 230.0)
"""How long the line above notes is."""
_FIRST = re.compile(r"\[?(\d{1,3})\]?(?=\D|\Z)")
_CITED = re.compile(r"\[(\d{1,3})\]")


class Notes(NamedTuple):
    """What is on a page but its notes, the rows of each note, and the numbers that have none yet."""

    runs: list[Run]
    notes: list[tuple[Row, ...]]
    open: frozenset[str]


def notes_of(runs: Sequence[Run], rules: Sequence[Rule], page: int, before: frozenset[str]) -> Notes:
    """Takes the notes from the foot of a page; *before* are the numbers that the page before has no note for."""
    rows = printed_rows(runs, page)
    cited = {number for row in rows for number in _CITED.findall(row.text) if not row.text.startswith(f"[{number}]")}
    own = frozenset(cited)
    cited |= before
    if not cited or not rows:
        return Notes([*runs], [], own)
    top = _top(rows, rules)
    size = median(run.size for run in runs)
    notes: list[list[Row]] = []
    start = len(rows)
    for place in range(len(rows) - 1, 0, -1):
        row = rows[place]
        if row.top > top and not (row.size <= _SMALLER * size and top == float("-inf")):
            break
        match = _FIRST.match(row.text)
        if match is not None and match[1] in cited:
            notes.insert(0, rows[place:start])
            cited.discard(match[1])
            start = place
    held = {run for note in notes for row in note for run in row.runs}
    return Notes([run for run in runs if run not in held], [tuple(note) for note in notes], own & cited)


def _top(rows: Sequence[Row], rules: Sequence[Rule]) -> float:
    """Where the line is drawn that notes stand below; nowhere when there is none."""
    left = min(row.left for row in rows)
    upright = [rule for rule in rules if not rule.lies]
    lines = [
        rule.bottom
        for rule in rules
        if rule.lies
        and abs(rule.left - left) < _INDENT
        and _LINE[0] < rule.right - rule.left < _LINE[1]
        and not any(_touches(rule, one) for one in upright)
    ]
    return min((line for line in lines if any(row.top <= line for row in rows)), default=float("-inf"))


def _touches(rule: Rule, other: Rule) -> bool:
    return (
        other.left <= rule.right + 1
        and other.right >= rule.left - 1
        and other.bottom <= rule.top + 1
        and other.top >= rule.bottom - 1
    )


def with_notes(parts: Sequence[Part], notes: Sequence[tuple[Row, ...]]) -> Iterator[Part]:
    """The parts of a document, each note behind the row of its page that has its number; others at the end of their page."""
    waiting: dict[tuple[int, str], tuple[Row, ...]] = {}
    for note in notes:
        match = _FIRST.match(note[0].text)
        waiting[note[0].page, match[1] if match is not None else ""] = note
    for part in parts:
        yield part
        for row in part.rows:
            for number in _CITED.findall(row.text):
                place = next((at for at in ((row.page, number), (row.page + 1, number)) if at in waiting), None)
                if place is not None:
                    yield Part(waiting.pop(place), STYLE, cell=part.cell, note=True)
    for note in waiting.values():
        yield Part(note, STYLE, note=True)
