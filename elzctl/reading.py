"""One file, from its bytes to its value and what is wrong with it.

What has not changed since it was read before does not come here, and a run without such a file does not pay for
importing this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from elzctl import decode, fields, front_matter, nodes
from elzctl.faults import files, syntax
from elzctl.finding import Finding
from elzctl.pasted import pasted
from elzctl.reread import read_text
from elzctl.schema import Kind, Reading
from elzctl.sections import open_comment, references, without_comments
from elzctl.source import Prose, Source, Span
from elzctl.value import replace
from elzctl.walled import wall_faults
from elzctl.wording import say

Read: TypeAlias = tuple[Source, Any, tuple[Finding, ...]]
"""A file, its value (``None`` when there is none), and what is wrong with it."""

# A value that loses what stands behind " #": a comment has a blank after the sign.
_HASH = r"(?m)^[ ]*(?:-[ ]+)?[\w-]+:[ ]+(?:[^'\"\[{|>#\s][^\n]*?[ \t])?(#[^\s#][^\r\n]*)"


def read(path: str, raw: bytes, what: str) -> Read:
    """The value of a file that holds *what*, one of :data:`READERS`.  Never raises for bad data."""
    found: list[Finding] = []
    source, odd = decode.decode(path, raw)
    if odd is not None:
        return source, None, (odd,)
    value = READERS[what](source, found)
    return source, value, tuple(found)


def _data(kind: Kind, source: Source, found: list[Finding]) -> Any:
    """The value of a file that is nothing but data."""
    if len(source.text) <= front_matter.MAX_BODY:
        return _read(source, (0, len(source.text)), found, kind)
    limit = say("The data has more than {limit} KiB", limit=front_matter.MAX_BODY >> 10)
    found.append(files.too_large(Span(source.path), limit))
    return None


def _action(source: Source, found: list[Finding]) -> Any:
    halves = _halves(source, found)
    if halves is None:
        return None
    body = read_text(source, halves, found)
    return _read(source, halves[:2], found, fields.ACTION, body=body)


def _chapter(source: Source, found: list[Finding]) -> Any:
    halves = _halves(source, found)
    if halves is None:
        return None
    found += open_comment(halves.body)
    found += wall_faults(halves.body)
    found += pasted(source, halves.body)
    body = Prose(without_comments(halves.body.text), halves.body.span)
    return _read(source, halves[:2], found, fields.CHAPTER, body=body, references=references(body))


def _meeting(source: Source, found: list[Finding]) -> Any:
    halves = _halves(source, found)
    if halves is None:
        return None
    # A plan without meetings does not pay for them.
    from elzctl.fields_meetings import MEETING
    from elzctl.minutes import read_minutes

    text, odd = read_minutes(halves.body, _name(source))
    found += odd
    found += pasted(source, halves.body)
    meeting = _read(source, halves[:2], found, MEETING, minutes=text)
    if meeting is None or meeting.approved is None or not meeting.approved.text:
        return meeting
    # Once, when it is read: what makes a hash takes longer to load than all meetings.
    from elzctl.covered import fingerprint

    return replace(meeting, covered=fingerprint(meeting))


def _rights(source: Source, found: list[Finding]) -> Any:
    # Few plans have them, and no others pay for them.
    from elzctl.fields_rights import RIGHTS

    return _data(RIGHTS, source, found)


def _goals(source: Source, found: list[Finding]) -> Any:
    goals = _data(fields.GOALS, source, found)
    for goal in (one for strategic in goals or () for one in (strategic, *strategic.goals)):
        # A text in the data is not letter for letter what stands in the file: nothing is changed in it.
        if goal.text and "text" in goal.at:
            faults = wall_faults(Prose(goal.text, goal.at["text"], exact=False))
            found += (replace(fault, fix=(), about=goal.id) for fault in faults)
    return goals


def _series(source: Source, found: list[Finding]) -> Any:
    from elzctl.fields_meetings import SERIES

    return _data(SERIES, source, found)


READERS: Mapping[str, Callable[[Source, list[Finding]], Any]] = {
    "settings": partial(_data, fields.SETTINGS),
    "actors": partial(_data, fields.ACTORS),
    "goals": _goals,
    "series": _series,
    "rights": _rights,
    "action": _action,
    "chapter": _chapter,
    "meeting": _meeting,
}


def _name(source: Source) -> str:
    """The id that a file gives to what it holds."""
    return source.path.rpartition("/")[2].removesuffix(".md")


def _halves(source: Source, found: list[Finding]) -> front_matter.Front | None:
    halves = front_matter.split(source)
    if not isinstance(halves, Finding):
        return halves
    found.append(halves)
    return None


def _read(source: Source, part: tuple[int, int], found: list[Finding], kind: Kind, **more: Any) -> Any:
    """The value of the data from one character to another; *more* is what the text below it gives."""
    start, end = part
    yaml, odd = nodes.compose(source, start, end)
    found += odd
    if odd:
        return None
    if more:
        more |= {"id": _name(source), "path": source.path}
    if yaml.node is None:
        if not more:
            found.append(syntax.broken_yaml(Span(source.path), say("This file holds no data"), None))
            return None
        yaml = yaml._replace(node=nodes.nothing())
    value = kind.read(yaml.node, Reading(yaml, found), **more)
    _lost_behind_hash(source, part, found, yaml)
    return value


def _lost_behind_hash(source: Source, part: tuple[int, int], found: list[Finding], yaml: nodes.Yaml) -> None:
    start, end = part
    if source.text.find(" #", start, end) < 0:
        return
    for match in re.finditer(_HASH, source.text[start:end]):
        if nodes.ends_before(yaml, start + match.start(1)):
            at = source.span(start + match.start(1), start + match.end(1))
            found.append(syntax.text_after_hash(at, match[1]))
