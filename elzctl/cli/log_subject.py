"""Of what the history is asked: what has that name now, else what had it last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from elzctl.cli.past import of_git
from elzctl.cli.session import Stop
from elzctl.load import GOALS
from elzctl.record import NamedTuple
from elzctl.views.changes import Thing
from elzctl.views.history import FILES, Subject, once_called, subject_of
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.commits.history import Line, Touched
    from elzctl.model import Plan


class Past(NamedTuple):
    """The main line, and the files that each of its commits touched, by its id."""

    line: Line
    changed: Mapping[str, tuple[Touched, ...]]


def subject(typed: str, plan: Plan, root: Path, past: Past) -> Subject:
    """What a name, a number or a file stands for.  Raises Stop."""
    name = typed.strip().replace("\\", "/")
    file = _file(name, past)
    if file is not None:
        return file
    name = name.rpartition("/")[2].removesuffix(".md") if name.endswith(".md") else name
    found = _present(name, plan)
    if len(found) > 1:
        hint = say("Name one by its id: {names}.", names=", ".join(one.id for one in found))
        raise Stop(say("“{name}” can mean {count} things", name=name[:80], count=len(found)), hint)
    if found:
        return found[0]
    paths = dict.fromkeys(one.path for made in past.line.made for one in past.changed.get(made.revision.id, ()))
    gone = {one.id: one for one in map(subject_of, paths) if one is not None}
    once = gone.get(name) or _once(name, root, past, (GOALS, *(one.path for one in gone.values())))
    if once is not None:
        return once
    from elzctl.faults.values import suggest

    known = (*(one.id for one in _all(plan)), *gone)
    hint = suggest(name, known) or (_POSSIBLE if _is_path(typed) else _LISTED)
    raise Stop(
        say(
            "There is no action, goal or meeting “{name}”, and there was none",
            name=(typed.strip() if _is_path(typed) else name)[:80],
        ),
        hint,
    )


_LISTED = say("“elzctl status” lists the actions with their numbers.")
_POSSIBLE = say("A file is that of an action or a meeting, or one of these: {files}.", files=", ".join(FILES))


def _file(name: str, past: Past) -> Subject | None:
    """The file with many things in it that has that path, or name alone, and that ever changed."""
    path = next((path for path in FILES if name.removeprefix("./") in (path, path.rpartition("/")[2])), None)
    if path is None or not any(one.path == path for some in past.changed.values() for one in some):
        return None
    return Subject(Thing.SETTINGS, path, path)


def _is_path(typed: str) -> bool:
    return "/" in typed or "\\" in typed or typed.endswith((".md", ".yaml"))


def _present(name: str, plan: Plan) -> list[Subject]:
    """What has that id, else what has that number, else the meetings of which the id begins so."""
    things = list(_all(plan))
    numbers = {one.id: str(one.number) for one in (*plan.all_goals, *plan.actions) if one.number is not None}
    return (
        [one for one in things if one.id == name]
        or [one for one in things if numbers.get(one.id) == name]
        or [one for one in things if one.thing is Thing.MEETING and name[:4].isdigit() and one.id.startswith(name)]
    )


def _all(plan: Plan) -> Iterator[Subject]:
    yield from (Subject(Thing.ACTION, one.id, one.path) for one in plan.actions)
    yield from (Subject(Thing.GOAL, one.id, GOALS) for one in plan.all_goals)
    yield from (Subject(Thing.MEETING, one.id, one.path) for one in plan.meetings)


def _once(name: str, root: Path, past: Past, paths: Iterable[str]) -> Subject | None:
    """What had that number once, or the goal that had that id."""
    from elzctl.commits.history import contents

    wanted = frozenset(paths)
    files = (one for some in past.changed.values() for one in some if one.path in wanted)
    ids = {blob.id for one in files for blob in (one.old, one.new) if blob is not None and blob.is_read}
    return once_called(name, past.line, past.changed, of_git(lambda: contents(root, ids))[1])
