"""When an action begins and ends: dates are kept as they were typed, and never made up."""

from __future__ import annotations

import re
from itertools import pairwise

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.intake import week_days
from elzctl.intake.plan.behind import opens_time
from elzctl.intake.plan.desk import GUESSED, OTHER_VALUE, READ, UNCLEAR, Desk
from elzctl.intake.plan.draft import Draft
from elzctl.intake.plan.form import Form, Piece
from elzctl.intake.plan.periods import BETWEEN, period_in
from elzctl.intake.plan.table_times import ABOVE, OF_PLAN, YEAR, year_last
from elzctl.intake.plan.tables import step_map, tables
from elzctl.intake.plan.timing import GAPS, YEAR_OF_PLAN, Timing, lacks_year, timing
from elzctl.intake.plan.words import Label
from elzctl.wording import say

__all__ = ["GAPS", "IN_HEADING", "NO_YEAR", "YEAR_OF_PLAN", "period_in", "times"]

NO_YEAR = say("A date without a year: nothing says which one.")
NO_DATE = say("This is not one date.")
OF_LABEL = say("No year stands there: that of its label or column was filled in.")
IN_HEADING = say("The heading or row above it says when.")

_WHY = {OF_PLAN: YEAR_OF_PLAN, ABOVE: IN_HEADING}


def times(form: Form, draft: Draft, desk: Desk) -> tuple[Piece, ...]:
    """Fills in start and due; the pieces whose words are no date come back, they are text."""
    unread: list[Piece] = []
    for piece in form.of(Label.TIMING, Label.START, Label.DUE):
        words = " ".join(block.text for block in piece.blocks).strip()
        if any(step_map(rows) is not None for rows in tables(piece.blocks).values()):
            # Its rows are steps; as a text it stays a table.
            unread.append(piece)
        elif words and not _period(piece, words, draft, desk):
            unread.append(piece)
    _in_order(draft, desk)
    return tuple(unread)


def _period(piece: Piece, words: str, draft: Draft, desk: Desk) -> bool:
    """Fills in what the words of a piece say; false when they, or some of them, stay text."""
    one = _found(piece, words, desk)
    if one is None:
        has_year = re.search(r"\b(?:19|20)\d\d\b", words) is not None
        reason = NO_YEAR if not has_year and lacks_year(words) else NO_DATE
        desk.field(draft.path, "due", "", words, piece.blocks, UNCLEAR, reason)
        return False
    said = f"{piece.title} {words}" if opens_time(piece.title) else words
    told = (READ if one.reason is None else GUESSED, one.reason)
    found = {key: text for key, text in (("start", one.start), ("due", one.due)) if text}
    others = [key for key, text in found.items() if draft.values.get(key, text) != text]
    for key, text in found.items():
        if key in others:
            desk.field(draft.path, key, "", words, piece.blocks, UNCLEAR, OTHER_VALUE)
        else:
            desk.fill(draft, key, text, piece.blocks, *told, words=said)
    return one.whole and not others


def _found(piece: Piece, words: str, desk: Desk) -> Timing | None:
    """The period that words are, or what else they say of when."""
    start, due = period_in(words)
    if start is None and due is None:
        words = week_days.without(words)
        start, due = period_in(words)
    if start is None and due is None:
        start, due = period_in(year_last(words))
    if start is None and due is None:
        if several := _several(words):
            return Timing(several[0].text, several[-1].text, GAPS, whole=False)
        one = timing(words, _year(piece, desk))
        if one is not None and one.reason is YEAR_OF_PLAN and YEAR.search(piece.title):
            one = one._replace(reason=OF_LABEL)
        if one is not None and piece.label is Label.START and not one.start:
            return one._replace(start=one.due, due="")
        return one
    if piece.label is Label.START and start is None:
        start, due = due, None
    if piece.label is Label.DUE and due is None:
        start, due = None, start
    why = next((_WHY[block.style] for block in piece.blocks if block.style in _WHY), None)
    return Timing(start.text if start is not None else "", due.text if due is not None else "", why, whole=True)


def _year(piece: Piece, desk: Desk) -> str:
    """The year that the label has, or the plan; "" when there are more."""
    named = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", piece.title))
    if named:
        return named.pop() if len(named) == 1 else ""
    return str(desk.year.year) if desk.year is not None and desk.year.year is not None else ""


def _several(words: str) -> tuple[VagueDate, ...]:
    """Two or more times one after the other, as the crosses below quarters give them: ``Q1 2026, Q3 2026``."""
    found = [dates.read(part.strip(" .;")) for part in BETWEEN.split(words)]
    times = tuple(one for one in found if isinstance(one, VagueDate))
    in_order = all(one.last < other.first for one, other in pairwise(times))
    return times if len(times) == len(found) > 1 and in_order else ()


def _in_order(draft: Draft, desk: Desk) -> None:
    """A start after the end is not written: one of the two is another thing."""
    start, due = (dates.read(str(draft.values.get(key, ""))) for key in ("start", "due"))
    if isinstance(start, VagueDate) and isinstance(due, VagueDate) and start.first > due.last:
        value = str(draft.values.pop("start"))
        desk.field(draft.path, "start", "", value, (), UNCLEAR, say("This is after the end."))
