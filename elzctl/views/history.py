"""The history of one action, goal or meeting: what changed in it, commit by commit, whatever it was called then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from elzctl.commits.blob_tree import Blob, BlobTree
from elzctl.commits.history import Line, Made, Step, Touched, sized
from elzctl.load import ACTIONS, ACTORS, GOALS, MEETINGS, PLAN, RIGHTS, SERIES, Earlier, Kept, load
from elzctl.model import Plan, Settings
from elzctl.record import NamedTuple
from elzctl.tree import is_ignored
from elzctl.value import replace
from elzctl.views.changes import Changed, Changes, How, Thing, changes

BESIDE = (PLAN, GOALS, ACTORS, SERIES)
"""The files that are needed to know what is meant: who an actor is, what a target group is called."""
FILES: Mapping[str, Thing] = {
    PLAN: Thing.SETTINGS,
    GOALS: Thing.GOAL,
    ACTORS: Thing.ACTOR,
    SERIES: Thing.SERIES,
    RIGHTS: Thing.SETTINGS,
}
"""The files that have a history of their own, that of all things in it."""
_FOLDERS = {f"{ACTIONS}/": Thing.ACTION, f"{MEETINGS}/": Thing.MEETING}


class Subject(NamedTuple):
    """Of what the history is told, by its id now or when it was last there, and its file."""

    thing: Thing
    id: str
    path: str


class Record(NamedTuple):
    """What one commit changed in a thing that had this *id* then: *found* has that alone, *whole* all that was read for it."""

    made: Made
    id: str
    found: Changes
    whole: Changes


class Reader:
    """Reads files as they were: each version once, in how many commits it may stand."""

    def __init__(self, sizes: Mapping[bytes, int], data: Mapping[bytes, bytes], now: Earlier) -> None:
        """*now* is what was read of the files as they are."""
        self._sizes, self._data, self._now = sizes, data, now
        self._kept: dict[tuple[str, bytes], Kept] = {}
        self._last: list[tuple[Mapping[str, Blob], Plan]] = []

    def plan(self, files: Mapping[str, Blob]) -> Plan:
        """A plan of nothing but these files; what was before one change is what was after the change before it."""
        found = next((plan for known, plan in self._last if known == files), None)
        if found is None:
            blobs = sized(files, self._sizes)
            loaded = load(BlobTree(blobs, self._data), _Earlier(blobs, self._kept, self._now))
            self._kept |= {(path, blobs[path].id): kept for path, kept in loaded.kept.items()}
            found = loaded.plan
            self._last = [(files, found), *self._last[:1]]
        return found


class _Earlier(NamedTuple):
    """What was read of files with the same bytes under the same name."""

    blobs: Mapping[str, Blob]
    kept: Mapping[tuple[str, bytes], Kept]
    now: Earlier

    def get(self, path: str) -> Kept | None:
        return self.kept.get((path, self.blobs[path].id)) or self.now.get(path)


def subject_of(path: str) -> Subject | None:
    """The action or meeting of a file; ``None`` for other files."""
    folder, slash, name = path.rpartition("/")
    thing = _FOLDERS.get(f"{folder}{slash}")
    is_fiche = name.endswith(".md") and not is_ignored(name)
    return Subject(thing, name.removesuffix(".md"), path) if thing and is_fiche else None


def since(steps: Sequence[Step], day: date | None) -> Sequence[Step]:
    """The steps without those at the end that were made before a day; days need not follow each other."""
    steps = list(steps)
    while day is not None and steps and steps[-1].made.revision.day < day:
        steps.pop()
    return steps


def records(steps: Iterable[Step], reader: Reader, subject: Subject, today: Plan) -> Iterator[Record]:
    """What changed in the subject, the newest first.

    Actors, goals, target groups and themes have the names that they had then; other actions and meetings, of which
    nothing is read, those that they have *today*.
    """
    name = subject.id
    names = _Names(today)
    for step in steps:
        whole = changes(reader.plan(step.old), reader.plan(step.new))
        if subject.id in FILES:
            own = _of_file(whole, subject.id)
        else:
            change = _own(whole, subject.thing, name)
            own = () if change is None else (change,)
        if own:
            found = Changes(names.of(whole.old), names.of(whole.new), own, whole.renamed)
            yield Record(step.made, name, found, whole)
            name = name if subject.id in FILES else own[0].was or name


def mended(found: Sequence[Record]) -> Iterator[Record]:
    """The records, with what changed while the file could not be read told where it can be read again."""
    for place, record in enumerate(found):
        readable = _hows(record) == (How.READABLE,)
        broken = (
            next((one for one in found[place + 1 :] if _hows(one) == (How.UNREADABLE,)), None) if readable else None
        )
        if broken is None:
            yield record
            continue
        whole = changes(broken.whole.old, record.whole.new)
        thing = record.found.things[0].thing
        change = _own(whole, thing, record.id) or _own(whole, thing, broken.id)
        if change is None or change.old is None or change.new is None:
            yield record
            continue
        change = change._replace(how=(How.READABLE, *(how for how in change.how if how is not How.CHANGED)))
        both = Changes(broken.found.old, record.found.new, (change,), whole.renamed)
        yield record._replace(found=both)


def once_called(
    name: str, line: Line, changed: Mapping[str, tuple[Touched, ...]], data: Mapping[bytes, bytes]
) -> Subject | None:
    """The last action or goal that had a number, or the last goal that had an id, which is not there any more."""
    number = re.compile(
        rb"(?m)^number:[ \t]*[\"']?" + re.escape(name.encode("utf-8", "replace")) + rb"[\"']?[ \t\r]*(?:#|$)"
    )
    for made in line.made:
        for one in changed.get(made.revision.id, ()):
            texts = [data[blob.id] for blob in (one.new, one.old) if blob is not None and blob.id in data]
            subject = subject_of(one.path)
            if subject is not None and subject.thing is Thing.ACTION and any(map(number.search, texts)):
                return subject
            if one.path == GOALS and (found := _goal(name, texts)):
                return Subject(Thing.GOAL, found, GOALS)
    return None


def _goal(name: str, texts: Iterable[bytes]) -> str | None:
    from elzctl.reading import read

    for raw in texts:
        goals = read(GOALS, raw, "goals")[1] or ()
        for one in (one for strategic in goals for one in (strategic, *strategic.goals)):
            if name in (one.id, str(one.number)):
                return str(one.id)
    return None


class _Names:
    """Plans in which everything has a name."""

    def __init__(self, today: Plan) -> None:
        self._today = today
        self._made: list[tuple[tuple[Any, ...], Plan]] = []

    def of(self, plan: Plan) -> Plan:
        """What a plan of a few files says, and today's plan of the rest; the same one when nothing else is said."""
        said = (plan.settings, plan.actors, plan.strategic_goals, plan.series)
        made = next((one for key, one in self._made if key == said), None)
        if made is None:
            today = self._today
            made = replace(
                today,
                settings=plan.settings if plan.settings != Settings() else today.settings,
                actors=plan.actors or today.actors,
                strategic_goals=plan.strategic_goals or today.strategic_goals,
                series=plan.series or today.series,
            )
            self._made.append((said, made))
        return made


def _own(found: Changes, thing: Thing, name: str) -> Changed | None:
    """What became of a thing."""
    for one in found.things:
        if name in (one.id, one.was) and one.thing in (thing, Thing.FILE):
            return one
        if one.id == GOALS and one.thing is thing is Thing.GOAL:
            # Of a goal in a file that cannot be read.
            plan = found.old if one.how == (How.UNREADABLE,) else found.new
            if any(goal.id == name for goal in plan.all_goals):
                return one
    return None


def _of_file(found: Changes, path: str) -> tuple[Changed, ...]:
    """What became of the things of a file."""
    return tuple(one for one in found.things if one.id == path or (one.thing is FILES[path] is not Thing.SETTINGS))


def _hows(record: Record) -> tuple[How, ...]:
    return record.found.things[0].how
