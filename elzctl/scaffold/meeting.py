"""New meetings: the invitation and agenda of the next meeting of a series, from what the last one says about it.

The file is made while nobody else can write, and only when no meeting of the series takes place on that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from elzctl import dates, disk
from elzctl.edit import scalar
from elzctl.load import MEETINGS, Loaded, load
from elzctl.lock import lock
from elzctl.meeting import Meeting, Occasion
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.scaffold.allowed import OneFile, Refused, errors, id_fault, refuse, template, title_fault
from elzctl.source import Source, Span
from elzctl.terms import MeetingState, Tongue
from elzctl.tree import WorkTree
from elzctl.value import replace
from elzctl.wording import say

_FIELD = re.compile(r"\{(previous|speaker)\}")
_AGENDA = "{agenda}"
_NUMBER = re.compile(r"[0-9]{1,2}[.)] ")
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


class Announced(NamedTuple):
    """What a meeting says about the next one of its series."""

    by: Meeting
    next: Occasion


class Taken(NamedTuple):
    """The file of a series and a day that is there already, and its meeting when it can be read."""

    path: str
    meeting: Meeting | None


# What is known


def latest(plan: Plan, series: str) -> Meeting | None:
    """The last meeting of a series that was not cancelled."""
    held = _held(plan, series)
    return held[-1] if held else None


def announced(plan: Plan, series: str) -> Announced | None:
    """When and where the next meeting is, as the last meeting says; else an earlier one, for a day after the last."""
    held = _held(plan, series)
    for one in reversed(held):
        if one.next is not None and one.next.date is not None:
            when = one.next.date
            return Announced(one, one.next) if one is held[-1] or when.first > held[-1].day else None
    return None


def taken(plan: Plan, series: str, day: date) -> Taken | None:
    """The meeting of a series on a day, under whatever name, or the file that has its name."""
    name = _name(series, day)
    same_day = [one for one in plan.meetings_of.get(series, ()) if one.day == day]
    there = [one for one in same_day if one.state is not MeetingState.CANCELLED] or [
        one for one in plan.meetings if one.id == name
    ]
    if there:
        return Taken(there[0].path, there[0])
    return Taken(f"{MEETINGS}/{name}.md", None) if name in plan.unread else None


def _held(plan: Plan, series: str) -> list[Meeting]:
    return [one for one in plan.meetings_of.get(series, ()) if one.state is not MeetingState.CANCELLED]


def _name(series: str, day: date) -> str:
    return f"{day.isoformat()}-{series}"


# A new meeting


def new_meeting(root: Path, wanted: Meeting) -> Meeting | Taken:
    """Writes a meeting and returns it with its id and path; or what is there on that day.  Raises Refused, WriteFault.

    *wanted* has a series, a day and a title.
    """
    refuse(title_fault(wanted.title))
    with lock(root):
        loaded = load(WorkTree(root))
        series, day = wanted.series.id if wanted.series is not None else "", wanted.day
        there = taken(loaded.plan, series, day)
        if there is not None:
            return there
        made = replace(_placed(loaded, wanted, series), title=wanted.title.strip())
        titles, text = _agenda(root, loaded.plan, made)
        raw = (_front_matter(made) + text).encode("utf-8", "surrogatepass")
        if not _reads_back(made, titles, raw):
            raise Refused(say("This cannot be written so that it reads back the same; nothing was written"))
        disk.write(root, made.path, raw, expected=None)
    return made


def help_left(root: Path, source: Source) -> tuple[Span, ...]:
    """The comments with the help of elzctl that are still in the file of a meeting."""
    texts = [template(root, f"meeting.{tongue.value}.md") for tongue in Tongue]
    known = {_first_line(match[1]) for text in texts for match in _COMMENT.finditer(text)} - {""}
    return tuple(
        source.span(match.start(), match.end())
        for match in _COMMENT.finditer(source.text)
        if _first_line(match[1]) in known
    )


def _first_line(comment: str) -> str:
    return " ".join("".join(comment.strip().splitlines()[:1]).split())


def _placed(loaded: Loaded, wanted: Meeting, series: str) -> Meeting:
    hidden = next((finding.message for finding in loaded.findings if finding.span.path == MEETINGS), None)
    refuse(None if hidden is None else say("{path}: {message}", path=MEETINGS, message=hidden))
    name = _name(series, wanted.day)
    refuse(id_fault(loaded.plan, name))
    return replace(wanted, id=name, path=f"{MEETINGS}/{name}.md")


def _front_matter(meeting: Meeting) -> str:
    rows = (
        ("title", scalar(meeting.title)),
        ("series", scalar(meeting.series.id) if meeting.series else ""),
        ("date", meeting.day.isoformat()),
        ("start", scalar(str(meeting.start)) if meeting.start else ""),
        ("end", scalar(str(meeting.end)) if meeting.end else ""),
        ("location", scalar(meeting.location) if meeting.location else ""),
        ("state", meeting.state.value if meeting.state else ""),
        ("speaker", scalar(meeting.speaker.id) if meeting.speaker else ""),
    )
    lines = "".join(f"{key}: {value}\n" for key, value in rows if value)
    return f"---\n{lines}---\n\n"


def _agenda(root: Path, plan: Plan, meeting: Meeting) -> tuple[list[str], str]:
    """The titles of the agenda, and the text under the data: the items of the template that apply, numbered."""
    tongue = plan.settings.language.value
    intro, *blocks = re.split(r"^(?=## )", template(root, f"meeting.{tongue}.md"), flags=re.MULTILINE)
    if not any(_AGENDA in block for block in blocks):
        blocks.append(f"## {_AGENDA}")
    fields = _fields(plan, meeting, tongue)
    items: list[tuple[str, str]] = []
    for block in blocks:
        head, _, text = block.partition("\n")
        if all(fields.get(name) != "" for name in _FIELD.findall(head)):
            items.append((_title(_FIELD.sub(lambda match: fields.get(match[1], match[0]), head)), text))
    titles, pieces = list[str](), [intro.strip("\n")]
    for title, text in _with_standing(items, _standing(plan, meeting)):
        if title and title not in titles:
            titles.append(title)
            pieces += (f"## {len(titles)}. {title}", text.strip("\n"))
    return titles, "\n\n".join(filter(None, pieces)) + "\n"


def _fields(plan: Plan, meeting: Meeting, tongue: str) -> dict[str, str]:
    """What goes in the fields of a template; one that is empty takes its item with it."""
    series = meeting.series.id if meeting.series is not None else ""
    before = [one for one in _held(plan, series) if one.day < meeting.day]
    return {
        "previous": dates.in_words(before[-1].day, tongue) if before else "",
        "speaker": plan.actor_name(meeting.speaker.id) if meeting.speaker is not None else "",
    }


def _standing(plan: Plan, meeting: Meeting) -> tuple[str, ...]:
    series = plan.series.get(meeting.series.id) if meeting.series is not None else None
    return tuple(map(_title, series.agenda)) if series is not None else ()


def _with_standing(items: list[tuple[str, str]], standing: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The standing agenda in its place; what another item says more fully, such as “Toelichting door …”, only there."""
    own = [f"{title} ".casefold() for title, _ in items]
    for title, text in items:
        if title == _AGENDA:
            for one in standing:
                if not any(other.startswith(f"{one} ".casefold()) for other in own):
                    yield one, text
        else:
            yield title, text


def _title(typed: str) -> str:
    """A heading on one line, without its marks and its number; no comment and no internal part opens in it."""
    words = " ".join(re.sub(":{2,}", ":", typed.replace("<!--", "<! --")).split())
    return _NUMBER.sub("", words.lstrip("# "), count=1).rstrip("# ")


def _reads_back(made: Meeting, titles: list[str], raw: bytes) -> bool:
    loaded = load(OneFile(made.path, raw))
    read = loaded.plan.meetings
    if errors(loaded, made.path) or len(read) != 1 or replace(read[0], minutes=made.minutes) != made:
        return False
    return [item.title for item in read[0].minutes.items if item.title] == titles
