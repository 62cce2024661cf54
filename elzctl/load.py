"""From the files of a plan to frozen values and findings.

Loading never raises for bad data: a broken file costs its findings, and everything else still works.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from elzctl import decode, fields, front_matter, house, ids, nodes
from elzctl.faults import files, syntax
from elzctl.finding import Finding
from elzctl.model import Action, Actor, Chapter, Plan, Settings, StrategicGoal
from elzctl.schema import Kind, Reading
from elzctl.sections import open_comment, read_body, references, without_comments
from elzctl.source import Prose, Source, Span
from elzctl.tree import Entry, Tree, Unreadable
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.meeting import Meeting, Series

PLAN, GOALS, ACTORS = "plan/plan.yaml", "plan/goals.yaml", "plan/actors.yaml"
ACTIONS, TEXTS = "plan/actions", "plan/texts"
PRIVATE = "private"
MEETINGS, SERIES, ATTACHMENTS = "meetings", "meetings/series.yaml", "meetings/attachments"

# A value that loses what stands behind " #": a comment has a blank after the sign.
_HASH = r"(?m)^[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?:[^'\"\[{|>#\s][^\n]*?[ \t])?(#[^\s#][^\r\n]*)"


class Kept(NamedTuple):
    """A file as it was read: its value (``None`` when there is none), and what is wrong with it."""

    source: Source
    value: Any
    findings: tuple[Finding, ...]


class Loaded(NamedTuple):
    """A plan with its meetings, what is wrong with the files, and the files as they were read, by path."""

    plan: Plan
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    kept: Mapping[str, Kept] = {}


def load(tree: Tree, earlier: Loaded | None = None) -> Loaded:
    """Reads everything under ``plan/`` and ``meetings/`` once.

    A file with the same bytes as in an *earlier* reading, of another revision perhaps, is not read again.
    """
    return _Loader(tree, earlier.kept if earlier is not None else {}).plan()


class _Loader:
    """One reading of a tree: findings, files and the ids of what cannot be read gather here until all is read."""

    def __init__(self, tree: Tree, earlier: Mapping[str, Kept]) -> None:
        self.tree = tree
        self.earlier = earlier
        self.found: list[Finding] = []
        self.kept: dict[str, Kept] = {}
        self.unread: set[str] = set()

    def plan(self) -> Loaded:
        """Everything, in one pass over the files."""
        self._private()
        settings: Settings = self._data(PLAN, fields.SETTINGS) or Settings()
        self._strays(settings.style.logo)
        actors: dict[str, Actor] = self._data(ACTORS, fields.ACTORS) or {}
        goals: tuple[StrategicGoal, ...] = self._data(GOALS, fields.GOALS) or ()
        actions = tuple(sorted(self._actions(), key=_place))
        chapters = tuple(self._chapters())
        series, meetings = self._meetings()
        attachments = self._attachments() if meetings else frozenset()
        more = (attachments, *house.furnished(self.tree, settings.style, self.found))
        plan = Plan(settings, goals, actions, actors, chapters, series, meetings, frozenset(self.unread), *more)
        return Loaded(plan, tuple(self.found), {path: one.source for path, one in self.kept.items()}, self.kept)

    def _actions(self) -> Iterator[Action]:
        def read(name: str, source: Source, halves: front_matter.Front) -> Any:
            body, odd = read_body(halves.body)
            self.found += odd
            if source.text.find("[[", 0, halves.end) >= 0:
                # What the data refers to comes before what the text refers to.
                data = Prose(source.text[halves.start : halves.end], source.span(halves.start, halves.end))
                body = replace(body, references=references(data) + body.references)
            more = {"id": name, "path": source.path, "body": body}
            return self._read(source, halves.start, halves.end, fields.ACTION, **more)

        return self._texts(ACTIONS, read)

    def _chapters(self) -> Iterator[Chapter]:
        def read(name: str, source: Source, halves: front_matter.Front) -> Any:
            self.found += open_comment(halves.body)
            body = Prose(without_comments(halves.body.text), halves.body.span)
            more = {"id": name, "path": source.path, "body": body, "references": references(body)}
            return self._read(source, halves.start, halves.end, fields.CHAPTER, **more)

        return self._texts(TEXTS, read)

    def _meetings(self) -> tuple[Mapping[str, Series], tuple[Meeting, ...]]:
        """The series, and the meetings in the order of their days."""
        entries = [entry for entry in self._entries(MEETINGS) if entry.path != ATTACHMENTS]
        if not entries:
            return {}, ()
        # A plan without meetings does not pay for them.
        from elzctl.fields_meetings import MEETING
        from elzctl.fields_meetings import SERIES as KIND
        from elzctl.minutes import read_minutes

        def read(name: str, source: Source, halves: front_matter.Front) -> Any:
            text, odd = read_minutes(halves.body, name)
            self.found += odd
            more = {"id": name, "path": source.path, "minutes": text}
            return self._read(source, halves.start, halves.end, MEETING, **more)

        series = self._data(SERIES, KIND) if any(entry.path == SERIES for entry in entries) else {}
        meetings: Iterator[Meeting] = self._texts(MEETINGS, read, entries)
        return series or {}, tuple(sorted(meetings, key=lambda meeting: (meeting.day, meeting.id)))

    def _attachments(self) -> frozenset[str]:
        """The names of the files that go with minutes; nothing of them is read."""
        names = set()
        for entry in self._entries(ATTACHMENTS):
            if entry.link:
                self.found.append(files.unreadable_file(entry.path, say("is a link; elzctl reads only real files")))
            elif entry.folder:
                self.found.append(files.stray_file(entry.path, "", folder=True))
            else:
                names.add(entry.name)
        return frozenset(names)

    def _data(self, path: str, kind: Kind) -> Any:
        """The value of a file that is nothing but data; ``None`` when it cannot be read."""

        def read(source: Source) -> Any:
            if len(source.text) <= front_matter.MAX_BODY:
                return self._read(source, 0, len(source.text), kind)
            limit = say("The data has more than {limit} KiB", limit=front_matter.MAX_BODY >> 10)
            self.found.append(files.too_large(Span(path), limit))
            return None

        value = self._once(path, read)
        if value is None and self.found[-1].code != "missing-file":
            self.unread.add(path)
        return value

    def _read(self, source: Source, start: int, end: int, kind: Kind, **more: Any) -> Any:
        yaml, odd = nodes.compose(source, start, end)
        self.found += odd
        if odd:
            return None
        if yaml.node is None:
            if not more:
                self.found.append(syntax.broken_yaml(Span(source.path), say("This file holds no data"), None))
                return None
            yaml = yaml._replace(node=nodes.nothing())
        reading = Reading(yaml, self.found)
        value = kind.read(yaml.node, reading, **more)
        self._lost_behind_hash(source, start, end, yaml)
        return value

    def _lost_behind_hash(self, source: Source, start: int, end: int, yaml: nodes.Yaml) -> None:
        if source.text.find(" #", start, end) < 0:
            return
        for match in re.finditer(_HASH, source.text[start:end]):
            if nodes.ends_before(yaml, start + match.start(1)):
                at = source.span(start + match.start(1), start + match.end(1))
                self.found.append(syntax.text_after_hash(at, match[1]))

    def _texts(
        self,
        folder: str,
        read: Callable[[str, Source, front_matter.Front], Any],
        entries: Iterable[Entry] | None = None,
    ) -> Iterator[Any]:
        """The values of the files in *folder* that have an id, data and a text, as *read* from these."""
        for name, path in self._named(folder, self._entries(folder) if entries is None else entries):

            def halved(source: Source, name: str = name) -> Any:
                halves = front_matter.split(source)
                if not isinstance(halves, Finding):
                    return read(name, source, halves)
                self.found.append(halves)
                return None

            value = self._once(path, halved)
            if value is None:
                self.unread.add(name)
            else:
                yield value

    def _once(self, path: str, read: Callable[[Source], Any]) -> Any:
        """What is *read* from a file, and ``None``, with a finding, when it is not there or not text.

        Of a file with the bytes that it had in the earlier reading, it is what was read then.
        """
        try:
            raw = self.tree.read(path)
        except Unreadable as fault:
            self.found.append(files.missing_file(path) if fault.missing else files.unreadable_file(path, fault.reason))
            return None
        known = self.earlier.get(path)
        if known is None or known.source.raw != raw:
            before = len(self.found)
            source, odd = decode.decode(path, raw)
            self.found += () if odd is None else (odd,)
            value = read(source) if odd is None else None
            known = Kept(source, value, tuple(self.found[before:]))
        else:
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
                self.found.append(files.bad_file_name(entry.path, fault, better and f"{better}.md"))
                self.unread.add(name)

    def _strays(self, logo: str) -> None:
        for entry in self._entries("plan"):
            if entry.path not in (PLAN, GOALS, ACTORS, ACTIONS, TEXTS, logo):
                self.found.append(files.stray_file(entry.path, ".yaml", folder=entry.folder))

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
