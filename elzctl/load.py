"""From the files of a plan to frozen values and findings.

Loading never raises for bad data: a broken file costs its findings, and everything else still works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from elzctl import decode, fields, front_matter, ids, nodes
from elzctl.faults import files, syntax
from elzctl.finding import Finding
from elzctl.model import Action, Actor, Chapter, Plan, Settings, StrategicGoal
from elzctl.schema import Kind, Reading
from elzctl.sections import open_comment, read_body, references, without_comments
from elzctl.source import Prose, Source, Span
from elzctl.tree import Entry, Tree, Unreadable
from elzctl.wording import say

PLAN, GOALS, ACTORS = "plan/plan.yaml", "plan/goals.yaml", "plan/actors.yaml"
ACTIONS, TEXTS = "plan/actions", "plan/texts"

# A value that loses what stands behind " #": a comment has a blank after the sign.
_HASH = r"(?m)^[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?:[^'\"\[{|>#\s][^\n]*?[ \t])?(#[^\s#][^\r\n]*)"


class Loaded(NamedTuple):
    """A plan, what is wrong with its files, and the files as they were read, by path."""

    plan: Plan
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]


def load(tree: Tree) -> Loaded:
    """Reads everything under ``plan/`` once."""
    return _Loader(tree).plan()


class _Loader:
    """One reading of a tree: findings, files and the ids of what cannot be read gather here until all is read."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.found: list[Finding] = []
        self.sources: dict[str, Source] = {}
        self.unread: set[str] = set()

    def plan(self) -> Loaded:
        """Everything, in one pass over the files."""
        self._strays()
        settings: Settings = self._data(PLAN, fields.SETTINGS) or Settings()
        actors: dict[str, Actor] = self._data(ACTORS, fields.ACTORS) or {}
        goals: tuple[StrategicGoal, ...] = self._data(GOALS, fields.GOALS) or ()
        actions = tuple(sorted(self._actions(), key=_place))
        chapters = tuple(self._chapters())
        plan = Plan(settings, goals, actions, actors, chapters, frozenset(self.unread))
        return Loaded(plan, tuple(self.found), self.sources)

    def _actions(self) -> Iterator[Action]:
        for name, source, halves in self._texts(ACTIONS):
            body, odd = read_body(halves.body)
            self.found += odd
            if source.text.find("[[", 0, halves.end) >= 0:
                # What the data refers to comes before what the text refers to.
                data = Prose(source.text[halves.start : halves.end], source.span(halves.start, halves.end))
                body = replace(body, references=references(data) + body.references)
            action: Action | None = self._read(
                source, halves.start, halves.end, fields.ACTION, id=name, path=source.path, body=body
            )
            if action is None:
                self.unread.add(name)
            else:
                yield action

    def _chapters(self) -> Iterator[Chapter]:
        for name, source, halves in self._texts(TEXTS):
            self.found += open_comment(halves.body)
            body = Prose(without_comments(halves.body.text), halves.body.span)
            more: dict[str, Any] = {"id": name, "path": source.path, "body": body, "references": references(body)}
            chapter: Chapter | None = self._read(source, halves.start, halves.end, fields.CHAPTER, **more)
            if chapter is None:
                self.unread.add(name)
            else:
                yield chapter

    def _data(self, path: str, kind: Kind) -> Any:
        """The value of a file that is nothing but data; ``None`` when it cannot be read."""
        source = self._source(path)
        if source is None:
            return None
        if len(source.text) > front_matter.MAX_BODY:
            limit = say("The data has more than {limit} KiB", limit=front_matter.MAX_BODY >> 10)
            self.found.append(files.too_large(Span(path), limit))
            return None
        return self._read(source, 0, len(source.text), kind)

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

    def _texts(self, folder: str) -> Iterator[tuple[str, Source, front_matter.Front]]:
        """The files in *folder* that have an id, data and a text: the id, the file, and its halves."""
        for name, path in self._named(folder):
            source = self._source(path)
            halves = None if source is None else front_matter.split(source)
            if isinstance(halves, Finding):
                self.found.append(halves)
            elif source is not None and halves is not None:
                yield name, source, halves
                continue
            self.unread.add(name)

    def _source(self, path: str) -> Source | None:
        """A file as text; ``None``, with a finding, when it is not there or not text."""
        try:
            raw = self.tree.read(path)
        except Unreadable as fault:
            self.found.append(files.missing_file(path) if fault.missing else files.unreadable_file(path, fault.reason))
            return None
        source, odd = decode.decode(path, raw)
        self.sources[path] = source
        if odd is None:
            return source
        self.found.append(odd)
        return None

    def _named(self, folder: str) -> Iterator[tuple[str, str]]:
        """Name and path of every file in *folder* that can have an id."""
        entries = self._entries(folder)
        self.found += _collisions(entries)
        for entry in entries:
            if not entry.name.endswith(".md"):
                self.found.append(files.stray_file(entry.path, ".md", folder=entry.folder))
                continue
            name = entry.name.removesuffix(".md")
            fault = ids.fault(name)
            if fault is None:
                yield name, entry.path
            else:
                better = ids.slug(name)
                self.found.append(files.bad_file_name(entry.path, fault, better and f"{better}.md"))
                self.unread.add(name)

    def _strays(self) -> None:
        for entry in self._entries("plan"):
            if entry.path not in (PLAN, GOALS, ACTORS, ACTIONS, TEXTS):
                self.found.append(files.stray_file(entry.path, ".yaml", folder=entry.folder))

    def _entries(self, folder: str) -> tuple[Entry, ...]:
        try:
            return self.tree.entries(folder)
        except Unreadable as fault:
            self.found.append(files.unreadable_file(folder, fault.reason))
            return ()


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
