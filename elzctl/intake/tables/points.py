"""A table of action points as lines in the minutes where they were noted, and what became of points that stand there."""

from __future__ import annotations

import re

from elzctl.dates import VagueDate
from elzctl.intake.inert import inert
from elzctl.intake.noted_points import NewPoint, with_points
from elzctl.intake.tables.columns import Kind, Mapped, plain
from elzctl.intake.tables.known import DONE, OPEN, Compared, date_of, day_of, key_of
from elzctl.intake.tables.rows import Rows, Told, no_actor
from elzctl.intake.tables.take import Book
from elzctl.intake.taken import Taken
from elzctl.intake.who import Actors, names
from elzctl.load import ACTORS, Loaded
from elzctl.meeting import Meeting, Point
from elzctl.record import NamedTuple
from elzctl.source import Patch
from elzctl.terms import MeetingState
from elzctl.wording import Message, say


class TakenPoints(NamedTuple):
    """What was taken in, with the new actors as its files; ``patches`` put the points in the files of meetings."""

    taken: Taken
    patches: tuple[Patch, ...]


def take_points(
    book: Book, columns: Mapped, loaded: Loaded, meeting: Meeting | None, *, update: bool = False
) -> TakenPoints:
    """The points that the rows add to the minutes; rows without a meeting belong to *meeting*.

    A point that is there already is recognised by its number or its words; with *update* it is closed when the row says so.
    Raises Refused for minutes that cannot be added to safely.
    """
    taking = _Taking(Rows(book, columns, Kind.POINTS), loaded, meeting, update=update)
    for line in taking.rows.lines():
        taking.row(line)
    tongue = loaded.plan.settings.language
    more = [
        with_points(loaded.sources[one.path], one, taking.new[one.id], tongue)
        for one in loaded.plan.meetings
        if one.id in taking.new
    ]
    new = taking.actors.yaml(new=True)
    made = Taken({ACTORS: new} if new else {}, taking.rows.ledger.closed(), book.remarks)
    return TakenPoints(made, (*taking.patches, *more))


class _Taking:
    def __init__(self, rows: Rows, loaded: Loaded, meeting: Meeting | None, *, update: bool) -> None:
        self.rows = rows
        self.new: dict[str, list[NewPoint]] = {}
        self.patches: list[Patch] = []
        plan = loaded.plan
        self.actors = Actors({one.id: (one.name, *one.also) for one in plan.actors.values()})
        self._loaded = loaded
        self._plan = plan
        self._meeting = meeting
        self._update = update
        self._there = {
            (one.id, key_of(point.text)): point for one in plan.meetings for point in one.points if not point.internal
        }

    def row(self, line: int) -> None:
        """One row: a new point, or one that is there."""
        cells = self.rows.cells(line, "what")
        if not cells:
            self.rows.whole_row(line, say("there is no point in this row"))
            return
        text = inert(" ".join(cells[0].words.split()))
        there = self._point(line)
        meeting = self._of(line) if there is None else self._plan.meetings_by_id[there.id.rpartition("/")[0]]
        if isinstance(meeting, Message):
            self.rows.whole_row(line, meeting)
            return
        there = there or self._there.get((meeting.id, key_of(text)))
        if there is not None:
            source = self._loaded.sources[meeting.path]
            compare = Compared(self.rows, self._plan, source, meeting, there, update=self._update)
            self.patches += compare.row(line, cells[0])
        elif meeting.state in (MeetingState.APPROVED, MeetingState.CANCELLED):
            reason = say("the minutes of {meeting} were approved or the meeting was cancelled", meeting=meeting.id)
            self.rows.whole_row(line, reason)
            return
        else:
            self._added(line, cells[0], meeting, text)
        self.rows.rest(line)

    # Which meeting, which point

    def _point(self, line: int) -> Point | None:
        found = self._plan.noted.get(self.rows.text(line, "id").removeprefix("#"))
        return found if isinstance(found, Point) else None

    def _of(self, line: int) -> Meeting | Message:
        cells = self.rows.cells(line, "meeting")
        if not cells:
            return self._meeting or say("no meeting: give it in a column, or with --meeting")
        words = " ".join(cells[0].words.split())
        day = day_of(words)
        plan = self._plan
        name = words.lower()
        found = [one for one in plan.meetings if name in (one.id, one.path, one.title.lower())]
        if not found and day is not None:
            found = [one for one in plan.meetings if one.day == day]
            if len(found) > 1:
                found = [
                    one for one in found if key_of(one.title) in key_of(words) or (one.series and one.series.id in name)
                ]
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            return say("more than one meeting is meant by “{words}”", words=words[:60])
        return say("there is no meeting “{words}” in this plan", words=words[:60])

    # A new point

    def _added(self, line: int, cell: Told, meeting: Meeting, text: str) -> None:
        points = self.new.setdefault(meeting.id, [])
        number = len(meeting.points) + len(points) + 1
        path, field = meeting.path, f"points[{number}]"
        same = next((one for one in points if key_of(one.text) == key_of(text)), None)
        self.rows.put(cell, path, f"{field}.what", text)
        if same is not None:
            return
        owners = self._owners(line, path, field)
        due = self._date(line, "due", meeting, path, field)
        ticked, note = self._status(line, path, field)
        done = self._date(line, "done", meeting, path, field)
        action = self._action(line, path, field)
        notes = [*note, *self._notes(line, path, field)]
        if self.rows.text(line, "id"):
            for one in self.rows.cells(line, "id"):
                self.rows.ledger.left(one.words, [line], say("points are numbered by their place"))
        for one in self.rows.cells(line, "meeting"):
            self.rows.put(one, path, field, meeting.id)
        points.append(NewPoint(text, tuple(owners), due, ticked or done is not None, done, action, tuple(notes)))

    def _owners(self, line: int, path: str, field: str) -> list[str]:
        found: list[str] = []
        for cell in self.rows.cells(line, "who"):
            for name in names(cell.words) or (" ".join(cell.words.split()),):
                actor = name.lstrip("@") if name.lstrip("@") in self._plan.actors else self.actors.find(name)
                reason = None
                why = no_actor(name) if actor is None else None
                if why is not None:
                    self.rows.ledger.left(name, [line], why)
                    continue
                if actor is None:
                    actor, reason = self.actors.ref(name), say("no actor has this name: it was added")
                if not actor:
                    self.rows.ledger.left(name, [line], say("no id can be made of this name"))
                    continue
                found += [actor] if actor not in found else []
                self.rows.put(cell, path, f"{field}.who", actor, reason, words=name)
        return found

    def _date(self, line: int, key: str, meeting: Meeting, path: str, field: str) -> VagueDate | None:
        for cell in self.rows.cells(line, key):
            found, reason = date_of(cell.words, meeting.day)
            if key == "done" and found is not None and found.last < meeting.day:
                self.rows.unclear(cell, path, f"{field}.{key}", say("this is before the meeting where it was noted"))
                return None
            if found is not None:
                self.rows.put(cell, path, f"{field}.{key}", found.text, reason)
                return found
            self.rows.unclear(cell, path, f"{field}.{key}", say("this is no date that can be read"))
        return None

    def _status(self, line: int, path: str, field: str) -> tuple[bool, list[str]]:
        """Whether it is done, and what the column says beside that."""
        for cell in self.rows.cells(line, "status"):
            words = plain(cell.words)
            known = words in DONE or words in OPEN
            self.rows.put(cell, path, f"{field}.{'status' if known else 'notes'}", inert(" ".join(cell.words.split())))
            if not known:
                return False, [inert(" ".join(cell.words.split()))]
            return words in DONE, []
        return False, []

    def _action(self, line: int, path: str, field: str) -> str:
        for cell in self.rows.cells(line, "action"):
            words = " ".join(cell.words.split()).strip("[]")
            found = next(
                (one for one in self._plan.actions if words.lower() in (one.id, str(one.number), one.title.lower())),
                None,
            )
            number = re.match(r"\d+(?:\.\d+){2}(?=[\s.:)]|\Z)", words)
            if found is None and number is not None:
                found = self._plan.action(number[0])
            if found is not None:
                self.rows.put(cell, path, f"{field}.action", found.id)
                return found.id
            self.rows.unclear(cell, path, f"{field}.action", say("there is no such action in the plan"))
        return ""

    def _notes(self, line: int, path: str, field: str) -> list[str]:
        found = []
        for cell in self.rows.cells(line, "note"):
            found.append(inert(" ".join(cell.words.split())))
            self.rows.put(cell, path, f"{field}.notes", found[-1])
        return found
