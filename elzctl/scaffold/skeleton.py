"""A new zone's repository: what is not there yet is written, what is there is left alone, and what drifted is told.

Paths that lead out of the folder, or through a link, are refused before anything is written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from elzctl import ids, templates
from elzctl.disk import Change, write_all
from elzctl.edit import scalar
from elzctl.lock import lock
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import Refused, title_fault
from elzctl.scaffold.skeleton_files import COMMON, FORGES, LAST, LOCK, MANUAL, SCHEMAS, WHEEL, File, Keep, State
from elzctl.terms import ForgeKind
from elzctl.tree import Entry, Unreadable, WorkTree
from elzctl.wording import Message, say

FIRST_YEAR, LAST_YEAR = 1900, 2200

_PLACE = re.compile(r"@(NAME|ID|HANDLE|TITLE|YEAR|DAY|START|FIRST|SECOND)@")
# When the example begins and its two steps are due, for a plan that is begun up to a month; it is there to be changed.
_EXAMPLE = ((2, "begin", "voorjaar", "najaar"), (8, "zomer", "najaar", "eind"), (12, "eind", "eind", "eind"))
_SPRING, _MONTH = (3, 12), timedelta(days=30)
_HOLIDAYS = frozenset({(5, 1), (7, 21), (8, 15), (11, 1), (11, 11)})
_BEFORE_CHRISTMAS = (12, 23)
_ELSEWHERE = {
    LOCK: ("init/requirements.txt", "../.ci/requirements.lock"),
    MANUAL: ("init/handleiding.md", "../docs/handleiding.md"),
}


class Zone(NamedTuple):
    """Whose plan it becomes, of which year, and on which day that is."""

    name: str
    year: int
    today: date


class Made(NamedTuple):
    """A file as it should be: its path, its bytes, and whose it is."""

    path: str
    data: bytes
    keep: Keep


class Standing(NamedTuple):
    """A file of the skeleton and how it stands; *lines* are those that it should hold and does not."""

    path: str
    state: State
    lines: tuple[str, ...] = ()
    reason: Message | None = None


# What there should be


def name_fault(name: str) -> Message | None:
    """Why a zone cannot have this name, or ``None`` when it can."""
    return title_fault(name)


def has_plan(root: Path) -> bool:
    """True when there is a plan in this very folder, whatever it is."""
    return (root / LAST).exists() or (root / LAST).is_symlink()


def forges_of(root: Path) -> tuple[ForgeKind, ...]:
    """The forges that this folder has files for."""
    return tuple(kind for kind, files in FORGES.items() if (root / files[0].path).is_file())


def skeleton(zone: Zone | None, forges: Sequence[ForgeKind], schemas: Mapping[str, bytes]) -> tuple[Made, ...]:
    """All files, in the order in which they are written; without a *zone* those of a plan are left out.

    *schemas* are the JSON Schemas by name.  Raises FileNotFoundError when the installation is incomplete.
    """
    folder = templates.folder("init")
    words = _words(zone) if zone is not None else {}
    *files, last = COMMON
    wanted = [*files, *(file for forge in forges for file in FORGES[forge]), last]
    found = [_made(folder, file, words) for file in wanted if file.keep is not Keep.START or words]
    more = [Made(f"{SCHEMAS}/{name}.schema.json", data, Keep.SAME) for name, data in schemas.items()]
    ours = [Made(path, _copied(folder, path), Keep.SAME) for path in _ELSEWHERE]
    return (*ours, *more, *found)


def _words(zone: Zone) -> dict[str, str]:
    name = zone.name.strip()
    known = ids.slug(name) or "zone"
    taken = {"bestuursorgaan", "cluster-zorg", "cluster-welzijn", "cluster-lokale-besturen", "cluster-pzon"}
    own = f"elz-{known}" if known in taken else known
    return {
        "NAME": scalar(name),
        "ID": scalar(own, flow=True),
        "HANDLE": own,
        "TITLE": scalar(f"Actieplan {zone.year}"),
        "YEAR": str(zone.year),
        **_days(zone),
    }


def _days(zone: Zone) -> dict[str, str]:
    """When the examples are: still to come, as long as the year lasts."""
    first, last = date(zone.year, 1, 1), date(zone.year, 12, 31)
    begin = zone.today if first < zone.today <= last else first
    meeting = max(date(zone.year, *_SPRING), begin + _MONTH if begin > first else begin)
    words = next(words for month, *words in _EXAMPLE if begin.month <= month)
    spans = dict(zip(("START", "FIRST", "SECOND"), words, strict=True))
    return {
        "DAY": max(_working_day(min(meeting, last)), begin).isoformat(),
        **{key: f"{word} {zone.year}" for key, word in spans.items()},
    }


def _working_day(day: date) -> date:
    """The last day up to this one on which people meet: no weekend, no fixed holiday, and none of the last week of a year."""
    while day.isoweekday() > 5 or (day.month, day.day) in _HOLIDAYS or (day.month, day.day) > _BEFORE_CHRISTMAS:
        day -= timedelta(1)
    return day


def _made(folder: Path, file: File, words: Mapping[str, str]) -> Made:
    text = (folder / file.source).read_text(encoding="utf-8")
    if file.keep is Keep.START:
        text = _filled(text, words)
    return Made(_filled(file.path, words), text.encode("utf-8", "surrogatepass"), file.keep)


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda match: words[match[1]], text)


def _copied(folder: Path, wanted: str) -> bytes:
    """A file that elzctl has for itself too, from the wheel or from the folder that elzctl runs from."""
    for place in _ELSEWHERE[wanted]:
        path = folder.parent / place
        if path.is_file():
            return path.read_bytes().replace(b"\r\n", b"\n")
    raise FileNotFoundError(wanted)


class MadeTree:
    """The files as a tree to read a plan from, before one of them is written."""

    def __init__(self, files: Sequence[Made]) -> None:
        """*files* are all there is."""
        self._files = {file.path: file.data for file in files}

    def entries(self, folder: str) -> tuple[Entry, ...]:
        """What stands in *folder*, by name."""
        inside = {path.removeprefix(f"{folder}/") for path in self._files if path.startswith(f"{folder}/")}
        names = {(name.partition("/")[0], "/" in name) for name in inside}
        return tuple(Entry(f"{folder}/{name}", name, is_folder, link=False) for name, is_folder in sorted(names))

    def read(self, path: str) -> bytes:
        """The bytes of a file.  Raises Unreadable."""
        if path not in self._files:
            raise Unreadable(say("does not exist"), missing=True)
        return self._files[path]

    def tracked(self, folder: str) -> None:
        """Git is not asked."""


# What there is


def compared(root: Path, files: Sequence[Made]) -> tuple[Standing, ...]:
    """How each file stands."""
    tree = WorkTree(root)
    return tuple(_standing(tree, file) for file in files)


def _standing(tree: WorkTree, file: Made) -> Standing:
    try:
        there = tree.read(file.path)
    except Unreadable as fault:
        if fault.missing:
            return Standing(file.path, State.MISSING)
        return Standing(file.path, State.UNREADABLE, reason=fault.reason)
    ours, theirs = _plain(file.data), _plain(there)
    if file.keep is Keep.LINES:
        left_out = tuple(_left_out(ours, theirs))
        return Standing(file.path, State.DRIFTED if left_out else State.SAME, left_out)
    same = file.keep is not Keep.SAME or ours == theirs
    return Standing(file.path, State.SAME if same else State.DRIFTED)


def _plain(data: bytes) -> str:
    """A text without what an editor or Git on another system may change about it."""
    return data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").rstrip("\n")


def _left_out(ours: str, theirs: str) -> Iterator[str]:
    """The lines that say something and are not there."""
    known = {line.strip() for line in theirs.split("\n")}
    for line in ours.split("\n"):
        if line.strip() and not line.startswith("#") and line.strip() not in known:
            yield line.strip()


def wheel_fault(root: Path) -> Message | None:
    """Why the checks of a forge would find no elzctl here, and what to do; ``None`` when there is one."""
    with suppress(OSError):
        found = sum(re.fullmatch(WHEEL, name) is not None for name in os.listdir(root / ".ci"))
        if found == 1:
            return None
        if found > 1:
            return say("There are {count} files elzctl-….whl in .ci, and the checks take none: leave one.", count=found)
    return say(
        "There is no elzctl-….whl in .ci: the checks run only once it is there, or once the forge has a variable "
        "ELZCTL_WHEEL. README.md says how."
    )


# What is written


def begin(root: Path, files: Sequence[Made]) -> tuple[Standing, ...]:
    """Writes what is missing, all of it or nothing; the standing of every file.  Raises Refused, WriteFault."""
    with lock(root, fresh=True):
        found = compared(root, files)
        odd = next((one for one in found if one.state is State.UNREADABLE), None)
        if odd is not None:
            assert odd.reason is not None
            raise Refused(
                say("{path} {reason}; nothing was written", path=odd.path, reason=odd.reason),
                say("Take it away, or put an ordinary file in its place."),
            )
        missing = {one.path for one in found if one.state is State.MISSING}
        write_all(root, [Change(file.path, file.data, None) for file in files if file.path in missing])
    states = {State.MISSING: State.WRITTEN, State.DRIFTED: State.LEFT, State.SAME: State.LEFT}
    return tuple(one._replace(state=states[one.state], lines=()) for one in found)
