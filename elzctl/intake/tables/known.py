"""An action point of a table that stands in minutes already: what the row says of it, compared; and how cells are read."""

from __future__ import annotations

import re
from datetime import date, timedelta

from elzctl import dates
from elzctl.amend_points import Pen
from elzctl.dates import VagueDate
from elzctl.intake import when
from elzctl.intake.tables.columns import plain
from elzctl.intake.tables.rows import Rows, Told
from elzctl.intake.who import names
from elzctl.meeting import Meeting, Point
from elzctl.model import Plan
from elzctl.source import Patch, Source
from elzctl.wording import Message, say

DONE = frozenset(
    "gedaan klaar afgerond afgewerkt uitgevoerd ok in orde done closed finished complete completed x ja yes true waar 100%".split()
) | {"in orde"}
OPEN = frozenset("open lopend bezig lopende todo te doen nieuw gepland nee no false onwaar new running 0%".split()) | {
    "te doen",
    "in uitvoering",
    "in behandeling",
    "to do",
    "in progress",
    "niet gestart",
    "not started",
}
# Days of Excel count from here; what lies outside is no date of our time.
_FIRST_DAY, _SERIALS = date(1899, 12, 30), range(36526, 55153)
_EXCEL = say("A day as Excel counts them")


class Compared:
    """A row beside the point that it speaks of: nothing is written twice, and what differs is left over."""

    def __init__(self, rows: Rows, plan: Plan, source: Source, meeting: Meeting, point: Point, *, update: bool) -> None:
        """With *update* the point is closed when the row says on which day it was done."""
        self._rows = rows
        self._source = source
        self._meeting = meeting
        self._point = point
        self._tongue = plan.settings.language
        self._there = _says(point, plan)
        self._update = update

    def row(self, line: int, what: Told) -> tuple[Patch, ...]:
        """The changes to the minutes."""
        self._put(what, "what")
        for field, there in self._there.items():
            for cell in self._rows.cells(line, field):
                own = self._own(cell, field)
                self._place(cell, field, same=all(key_of(one) in there for one in own))
        for field in ("id", "meeting"):
            for cell in self._rows.cells(line, field):
                self._put(cell, field)
        return self._closed(line)

    def _own(self, cell: Told, field: str) -> tuple[str, ...]:
        words = " ".join(cell.words.split())
        found, _ = date_of(words, self._meeting.day) if field == "due" else (None, None)
        if found is not None:
            return (found.text,)
        return (names(words) or (words,)) if field == "who" else (words,)

    def _closed(self, line: int) -> tuple[Patch, ...]:
        status, days = self._rows.cells(line, "status"), self._rows.cells(line, "done")
        is_done = bool(days) or any(plain(one.words) in DONE for one in status)
        if is_done and not self._point.ticked:
            return self._close(line, status, days)
        for cell in (*status, *days):
            known = plain(cell.words) in DONE | OPEN or cell in days
            self._place(
                cell,
                "status",
                same=is_done == self._point.ticked if known else key_of(cell.words) in self._there["note"],
            )
        return ()

    def _close(self, line: int, status: list[Told], days: list[Told]) -> tuple[Patch, ...]:
        done, _ = date_of(days[0].words, self._meeting.day) if days else (None, None)
        if done is not None and self._update:
            for cell in (*status, *days):
                self._put(cell, "status")
            pen = Pen(self._source, self._meeting, self._point, self._tongue)
            return pen.done(done).patches
        why = say("it is done, but on which day? Add a column “gedaan op”")
        if done is not None:
            why = say("it stands open in the minutes; --update closes it")
        for cell in (*status, *days):
            self._rows.ledger.left(cell.words, [line], why)
        return ()

    def _place(self, cell: Told, field: str, *, same: bool) -> None:
        if same:
            self._put(cell, field)
        else:
            why = say("{point} says something else in the minutes", point=self._point.id)
            self._rows.ledger.left(cell.words, [cell.line], why)

    def _put(self, cell: Told, field: str) -> None:
        self._rows.put(cell, self._meeting.path, f"{self._point.id}.{field}", " ".join(cell.words.split()))


def _says(point: Point, plan: Plan) -> dict[str, frozenset[str]]:
    """What a point says of each field that a row may say it of, in all its ways."""
    actors = [plan.actors[ref.id] for ref in point.owners if ref.id in plan.actors]
    actions = [plan.by_id[one.id] for one in point.references if one.id in plan.by_id]
    found = {
        "who": [name for one in actors for name in (one.id, one.name, *one.also)],
        "due": [point.due.text] if point.due is not None else [],
        "action": [name for one in actions for name in (one.id, str(one.number), one.title)],
        "note": [*point.notes, *(note.removeprefix("Nota: ") for note in point.notes)],
    }
    return {field: frozenset(map(key_of, names_)) for field, names_ in found.items()}


def key_of(text: str) -> str:
    """A text without what two people write differently: case, signs, blanks."""
    return " ".join(re.findall(r"\w+", text.replace("&#35;", " ").replace("&#64;", " ").casefold()))


def date_of(text: str, near: date) -> tuple[VagueDate | None, Message | None]:
    """The date of a cell, and why it was guessed; *near* is the day of the meeting."""
    words = re.sub(r"[ T]\d\d:\d\d(?::\d\d)?\Z", "", " ".join(text.split()))
    if words.isdigit() and int(words[:9]) in _SERIALS:
        day = _FIRST_DAY + timedelta(days=int(words))
        return VagueDate(day.isoformat(), day, day), _EXCEL
    found = when.first(words, near, loose=True)
    if found is not None and (found.first, found.last) == (0, len(words)):
        return found.value, found.reason
    read = dates.read(words)
    return (read, None) if isinstance(read, VagueDate) else (None, None)


def day_of(text: str) -> date | None:
    """The day that a text names; ``None`` when it is vague or none."""
    found, _ = date_of(text, date(2000, 1, 1))
    if found is None:
        found = next((one.value for one in when.find(text)), None)
    return found.first if found is not None and not found.is_vague else None
