"""The files of a plan in canonical form, worked out on the texts in memory: nothing is written here.

A new text is only given when everything that elzctl reads from it is what it read before, its findings too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from elzctl import fields, front_matter
from elzctl.body import Reference
from elzctl.canonical import Odd, canonical
from elzctl.faults import files, syntax
from elzctl.finding import Finding
from elzctl.load import ACTIONS, ACTORS, GOALS, MEETINGS, PLAN, RIGHTS, SERIES, TEXTS, Loaded, load
from elzctl.neat import neat
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import OneFile
from elzctl.schema import Kind
from elzctl.source import Patch, Prose, Source
from elzctl.wording import Message, say

BROKEN = frozenset(
    fault.__name__.replace("_", "-")
    for fault in (
        files.unreadable_file,
        files.not_utf8,
        files.control_character,
        files.merge_conflict,
        files.too_large,
        syntax.no_front_matter,
        syntax.open_front_matter,
        syntax.broken_yaml,
        syntax.unquoted_colon,
        syntax.tab_character,
        syntax.yaml_anchor,
        syntax.duplicate_key,
    )
)
"""The codes of findings that say that a file cannot be read as data and text."""

UNSURE = say("elzctl cannot put this file in order without the risk of changing what it says")

_ENDINGS = ("\n", "\r\n", "\r")


class Tidy(NamedTuple):
    """One patch for each file that is not in canonical form, the files that are, and those that are left alone, with why."""

    patches: tuple[Patch, ...]
    right: tuple[str, ...]
    broken: tuple[Finding, ...]
    unsure: tuple[str, ...]


def tidy(loaded: Loaded, wanted: Callable[[str], bool]) -> Tidy:
    """The files of a plan whose path is *wanted*, in canonical form."""
    broken: dict[str, Finding] = {}
    for finding in loaded.findings:
        if finding.code in BROKEN and wanted(finding.span.path):
            broken.setdefault(finding.span.path, finding)
    patches, right, unsure = [], [], []
    for path, source in sorted(loaded.sources.items()):
        kind = _kind(path)
        if kind is None or path in broken or not wanted(path):
            continue
        try:
            text = tidied(source, kind)
        except Odd:
            unsure.append(path)
            continue
        if text == source.text:
            right.append(path)
        else:
            patches.append(Patch(path, 0, len(source.text), text))
    return Tidy(tuple(patches), tuple(right), tuple(broken[path] for path in sorted(broken)), tuple(unsure))


def tidied(source: Source, kind: Kind) -> str:
    """The text of a file in canonical form, with the line ends that it has.  Raises Odd."""
    text = re.sub(r"\r\n?", "\n", source.text)
    made = _whole(Source(source.path, source.raw, text), kind)
    made = made.replace("\n", _ending(source.text))
    if made != source.text and not _reads_the_same(source, made):
        raise Odd
    return made


def _whole(source: Source, kind: Kind) -> str:
    if not source.path.endswith(".md"):
        return canonical(source.text, kind, alone=True)
    front = front_matter.split(source)
    if isinstance(front, Finding):
        raise Odd
    data = canonical(source.text[front.start : front.end], kind, alone=False)
    body = neat(front.body.text).strip("\n")
    return f"---\n{data}---\n" + (f"\n{body}\n" if body else "")


def _ending(text: str) -> str:
    """How most lines of a text end."""
    counts = {"\r\n": text.count("\r\n")}
    counts |= {"\n": text.count("\n") - counts["\r\n"], "\r": text.count("\r") - counts["\r\n"]}
    return max(_ENDINGS, key=lambda ending: counts[ending])


def _reads_the_same(source: Source, text: str) -> bool:
    before, after = (load(OneFile(source.path, raw)) for raw in (source.raw, text.encode("utf-8", "surrogatepass")))
    return _said(before) == _said(after) and _meant(before.plan) == _meant(after.plan)


def _said(loaded: Loaded) -> Counter[tuple[str, str, Message]]:
    """The findings without their places."""
    return Counter((finding.code, finding.span.path, finding.message) for finding in loaded.findings)


def _meant(value: Any) -> object:
    """A value of the model in which blanks at the end of lines and empty lines do not count."""
    if isinstance(value, Prose):
        return [line.rstrip() for line in re.split(r"\r\n?|\n", value.text) if line.strip()]
    if isinstance(value, tuple) and value and all(isinstance(part, Reference) for part in value):
        # They stand in the order of the file.
        return sorted((part.id, part.label) for part in value)
    if isinstance(value, tuple):
        return [_meant(part) for part in value]
    if isinstance(value, Mapping):
        return [(key, _meant(part)) for key, part in value.items()]
    counted = getattr(value, "counted", None)
    return value if counted is None else (type(value), [_meant(getattr(value, name)) for name in counted])


def _kind(path: str) -> Kind | None:
    """What the data of a file may be; ``None`` for a file that nobody puts in order."""
    folder = path.rpartition("/")[0]
    if folder == MEETINGS:
        from elzctl.fields_meetings import MEETING
        from elzctl.fields_meetings import SERIES as KIND

        return KIND if path == SERIES else MEETING
    if path == RIGHTS:
        from elzctl.fields_rights import RIGHTS as KEYS

        return KEYS
    return _KINDS.get(path) or _KINDS.get(folder)


_KINDS: dict[str, Kind] = {
    PLAN: fields.SETTINGS,
    GOALS: fields.GOALS,
    ACTORS: fields.ACTORS,
    ACTIONS: fields.ACTION,
    TEXTS: fields.CHAPTER,
}
