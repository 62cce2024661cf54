"""From the files of a plan to frozen values and findings.

Loading never raises for bad data: a broken file costs its findings, and everything else still works.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from elzctl import house, ids
from elzctl.faults import files
from elzctl.finding import Finding
from elzctl.model import Action, Actor, Plan, Settings, StrategicGoal
from elzctl.picture_names import ATTACHMENTS, ENDINGS, PICTURES
from elzctl.record import NamedTuple
from elzctl.source import Source, Span
from elzctl.tree import Entry, Tree, Unreadable
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.meeting import Meeting, Series

PLAN, GOALS, ACTORS = "plan/plan.yaml", "plan/goals.yaml", "plan/actors.yaml"
RIGHTS = "plan/rights.yaml"
ACTIONS, TEXTS = "plan/actions", "plan/texts"
PRIVATE = "private"
MEETINGS, SERIES = "meetings", "meetings/series.yaml"


class Kept(NamedTuple):
    """A file as it was read: its value (``None`` when there is none), and what is wrong with it."""

    source: Source
    value: Any
    findings: tuple[Finding, ...]


class Answers(Protocol):
    """What was found in a plan in earlier runs, by question: ``errors``, or what is wrong with it on a day."""

    def get(self, question: str, /) -> tuple[Finding, ...] | None:
        """What was found, if that is known."""

    def keep(self, question: str, findings: tuple[Finding, ...], /) -> None:
        """Keeps what was found."""


class Loaded(NamedTuple):
    """A plan with its meetings, what is wrong with the files, and the files as they were read, by path.

    ``answers`` are what is known of this very plan, ``None`` when nobody keeps that.
    """

    plan: Plan
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    kept: Mapping[str, Kept] = {}
    answers: Answers | None = None


class Earlier(Protocol):
    """What was read before, of another revision perhaps, or in an earlier run."""

    def get(self, path: str, /) -> Kept | None:
        """What was read from that file, if anything."""


def load(tree: Tree, *earlier: Earlier) -> Loaded:
    """Reads everything under ``plan/`` and ``meetings/`` once.

    A file with the same bytes as in an *earlier* reading is not read again; the first one that has it counts.
    """
    return _Loader(tree, earlier).plan()


class _Loader:
    """One reading of a tree: findings, files and the ids of what cannot be read gather here until all is read."""

    def __init__(self, tree: Tree, earlier: tuple[Earlier, ...]) -> None:
        self.tree = tree
        self.earlier = earlier
        self.found: list[Finding] = []
        self.kept: dict[str, Kept] = {}
        self.unread: set[str] = set()

    def plan(self) -> Loaded:
        """Everything, in one pass over the files."""
        self._private()
        settings: Settings = self._data(PLAN, "settings") or Settings()
        rights = self._data(RIGHTS, "rights") if self._strays(settings.style.logo) else None
        actors: dict[str, Actor] = self._data(ACTORS, "actors") or {}
        goals: tuple[StrategicGoal, ...] = self._data(GOALS, "goals") or ()
        actions = tuple(sorted(self._texts(ACTIONS, "action"), key=_place))
        chapters = tuple(self._texts(TEXTS, "chapter"))
        series, meetings = self._meetings()
        attachments = self._attachments() if meetings else frozenset()
        more = (attachments, *house.furnished(self.tree, settings.style, self.found), rights)
        pictures = house.pictures_of(self.tree, [one.source for one in self.kept.values()])
        plan = Plan(
            settings, goals, actions, actors, chapters, series, meetings, frozenset(self.unread), *more, pictures
        )
        return Loaded(plan, tuple(self.found), {path: one.source for path, one in self.kept.items()}, self.kept)

    def _meetings(self) -> tuple[Mapping[str, Series], tuple[Meeting, ...]]:
        """The series, and the meetings in the order of their days."""
        entries = [entry for entry in self._entries(MEETINGS) if entry.path != ATTACHMENTS]
        if not entries:
            return {}, ()
        series = self._data(SERIES, "series") if any(entry.path == SERIES for entry in entries) else {}
        meetings: Iterator[Meeting] = self._texts(MEETINGS, "meeting", entries)
        return series or {}, tuple(sorted(meetings, key=lambda meeting: (meeting.day, meeting.id)))

    def _attachments(self) -> frozenset[str]:
        """The names of the files that go with minutes; nothing of them is read."""
        names = set()
        for entry in self._named_well(self._entries(ATTACHMENTS)):
            if entry.link:
                self.found.append(files.unreadable_file(entry.path, say("is a link; elzctl reads only real files")))
            elif entry.folder:
                self.found.append(files.stray_file(entry.path, "", folder=True))
            else:
                names.add(entry.name)
        return frozenset(names)

    def _data(self, path: str, what: str) -> Any:
        """The value of a file that is nothing but data; ``None`` when it cannot be read."""
        value = self._once(path, what)
        if value is None and self.found[-1].code != "missing-file":
            self.unread.add(path)
        return value

    def _texts(self, folder: str, what: str, entries: Iterable[Entry] | None = None) -> Iterator[Any]:
        """The values of the files in *folder* that have an id, data and a text."""
        for name, path in self._named(folder, self._entries(folder) if entries is None else entries):
            value = self._once(path, what)
            if value is None:
                self.unread.add(name)
            else:
                yield value

    def _once(self, path: str, what: str) -> Any:
        """What is read from a file, and ``None``, with a finding, when it is not there or not text.

        Of a file with the bytes that it had in an earlier reading, it is what was read then.
        """
        try:
            raw = self.tree.read(path)
        except Unreadable as fault:
            self.found.append(files.missing_file(path) if fault.missing else files.unreadable_file(path, fault.reason))
            return None
        before = [one for one in (earlier.get(path) for earlier in self.earlier) if one is not None]
        known = next((one for one in before if one.source.raw == raw), None) or _read(path, raw, what, before)
        self.found += known.findings
        self.kept[path] = known
        return known.value

    def _named(self, folder: str, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
        """Name and path of every file in *folder* that can have an id."""
        self.found += _collisions(entries)
        for entry in entries:
            if entry.path == SERIES:
                continue
            if not entry.name.endswith(".md"):
                self.found.append(files.stray_file(entry.path, ".md", folder=entry.folder))
                continue
            name = entry.name.removesuffix(".md")
            fault = ids.fault(name) or (_no_day(name) if folder == MEETINGS else None)
            if fault is None:
                yield name, entry.path
            else:
                better = ids.slug(name)
                if folder == MEETINGS and _no_day(better):
                    better = ""  # a name without its day would be refused again
                self.found.append(files.bad_file_name(entry.path, fault, better and f"{better}.md"))
                self.unread.add(name)

    def _strays(self, logo: str) -> bool:
        """Tells of files that nobody reads; true when there are rights."""
        found = self._entries("plan")
        for entry in found:
            if entry.path == PICTURES and entry.folder:
                self._pictures()
            elif entry.path not in (PLAN, GOALS, ACTORS, RIGHTS, ACTIONS, TEXTS, logo):
                self.found.append(files.stray_file(entry.path, ".yaml", folder=entry.folder))
        return any(entry.path == RIGHTS for entry in found)

    def _pictures(self) -> None:
        """Tells of what is no picture in the folder of these."""
        for entry in self._named_well(self._entries(PICTURES)):
            if entry.link:
                self.found.append(files.unreadable_file(entry.path, say("is a link; elzctl reads only real files")))
            elif entry.folder or not entry.name.lower().endswith(ENDINGS):
                self.found.append(files.stray_file(entry.path, ENDINGS[0], folder=entry.folder))

    def _named_well(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Tells of names without an id that another computer does not take, or takes for one and the same."""
        self.found += _collisions(entries)
        for entry in entries:
            if ids.is_refused(entry.name):
                stem, _, ending = entry.name.strip(" .").rpartition(".")
                better = ids.slug(stem)
                better = f"{better}.{ending}" if better and ending.isalnum() else ""
                self.found.append(files.bad_file_name(entry.path, say("does not work on Windows"), better))
        return entries

    def _private(self) -> None:
        """Whether Git leaves alone what nobody else may see; it is only asked when there is such a folder."""
        try:
            if not self.tree.entries(PRIVATE):
                return
        except Unreadable:
            pass  # a link of that name can be in Git as well
        try:
            ignored = self.tree.read(".gitignore")
        except Unreadable:
            ignored = b""
        from elzctl.faults.minutes import private

        self.found += private(Span(PRIVATE), self.tree.tracked(PRIVATE), ignored.decode("utf-8", "replace"))

    def _entries(self, folder: str) -> tuple[Entry, ...]:
        try:
            return self.tree.entries(folder)
        except Unreadable as fault:
            self.found.append(files.unreadable_file(folder, fault.reason))
            return ()


def _read(path: str, raw: bytes, what: str, before: list[Kept]) -> Kept:
    """What is in a file that is not as it was *before*."""
    if what == "action" and before and before[0].value is not None and not before[0].findings:
        from elzctl.reread import read_again

        known = read_again(path, raw, before[0].source, before[0].value)
        if known is not None:
            return Kept(*known)
    from elzctl.reading import read

    return Kept(*read(path, raw, what))


def _no_day(name: str) -> Message | None:
    """Why a file cannot be a meeting's, or ``None``: its name begins with the day for which it was first planned."""
    try:
        date.fromisoformat(name[:10])
    except ValueError:
        return say("does not begin with the day of the meeting, as in 2025-05-13-clusteroverleg")
    return None if name[10:11] == "-" else say("does not name the series behind the day")


def _place(action: Action) -> tuple[bool, tuple[int, ...], str]:
    """Sort key: the order of the plan; what has no number comes last."""
    return action.number is None, action.number.parts if action.number else (), action.id


def _collisions(entries: Iterable[Entry]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for entry in entries:
        folded = _folded(entry.name)
        other = seen.setdefault(folded, entry.path)
        if other != entry.path:
            yield files.case_collision(entry.path, other)
            yield files.case_collision(other, entry.path)


def _folded(name: str) -> str:
    """The same text for names that Windows or macOS takes for one."""
    if name.isascii():
        return name.lower()
    import unicodedata

    return unicodedata.normalize("NFC", name).casefold()
