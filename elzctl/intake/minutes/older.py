"""Points of an older list: a day by which without a year lies before the meeting, and a newer one may stand in their row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from elzctl.intake import when
from elzctl.intake.minutes.draft import Piece, Point
from elzctl.intake.minutes.inferred import IN_STATE
from elzctl.intake.when import GUESSED_YEAR, Dated
from elzctl.wording import say

_OLD = re.compile(
    r"(?i)\b(?:vorige?|vorig|openstaande?|lopende?|opvolging|eerdere?|oude|overgebleven|previous|last|outstanding|earlier)\b"
)
_NEWER = re.compile(
    r"(?i)\b(?:nieuwe? (?:deadline|datum|termijn|timing|streefdatum)|verschoven|verplaatst|uitgesteld|verlengd|opgeschoven|wordt|new (?:deadline|date)|moved|postponed)\s*(?:(?:naar|tot|is|wordt|:|op|tegen|=|to|until)\s*)*"
)
_YEAR_OF_OLD = say("The year is not in the document: the point is of an older list, and the nearest one was taken")
_LONG_AGO = timedelta(days=100)


def is_old(title: str, points: Iterable[Point], day: date | None) -> bool:
    """True for a list under a heading that says so, or in which a day with its year lies before the meeting."""
    if _OLD.search(title):
        return True
    dues = (one.due for one in points if one.due is not None and one.due.reason is None)
    return day is not None and any(due.value.last < day for due in dues)


def settled(pieces: Sequence[Piece], day: date | None, title: str) -> list[Piece]:
    """The points of an item with that *title*, with the year that fits them."""
    old = is_old(title, (one for one in pieces if isinstance(one, Point)), day)
    return [_settled(one, day, old=old) if isinstance(one, Point) and day is not None else one for one in pieces]


def _settled(point: Point, day: date, *, old: bool) -> Point:
    due = point.due
    newer = _newer(point, day)
    if due is not None and newer is not None and newer.value.last > day and due.value != newer.value:
        return point._replace(due=newer, due_words=newer.words, due_reason=IN_STATE)
    if due is None or due.reason is not GUESSED_YEAR or not due.words:
        return point
    nearest = when.first(due.words, day, loose=True, ahead=False)
    if nearest is None or nearest.value.last >= day or nearest.value.last >= due.value.first:
        return point
    is_over = point.ticked or bool(point.done) or any(one.word == "vervallen" for one in point.under)
    is_begun = old or any(one.word == "stand" for one in point.under)
    is_recent = nearest.value.last.year == day.year or day - nearest.value.last < _LONG_AGO
    if not is_over and not (is_begun and is_recent):
        return point
    return point._replace(due=nearest._replace(reason=_YEAR_OF_OLD), due_reason=_YEAR_OF_OLD)


def _newer(point: Point, day: date) -> Dated | None:
    """The day by which that the words for how it goes give anew."""
    for one in point.under:
        said = _NEWER.search(one.text) if one.word == "stand" else None
        found = when.first(one.text[said.end() :], day, loose=True) if said is not None else None
        if found is not None and found.first == 0:
            return found
    return None
