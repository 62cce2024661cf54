"""How far minutes are, written in the data at the top: their state, and the approval.  Pure functions to patches."""

from __future__ import annotations

import re

from elzctl.edit import scalar
from elzctl.meeting import Approval, Meeting
from elzctl.source import Patch, Source, Span
from elzctl.terms import MeetingState

_ENDING = re.compile(r"\r\n|\r|\n")


def with_state(meeting: Meeting, state: MeetingState) -> tuple[Patch, ...]:
    """The changes that give a meeting another state; it must have one."""
    if meeting.state is state:
        return ()
    at = meeting.at["state"]
    return (Patch(at.path, at.start, at.end, state.value),)


def with_approval(source: Source, meeting: Meeting, approval: Approval) -> tuple[Patch, ...]:
    """The changes that write down an approval; one that is there already is brought up to date key by key."""
    state = with_state(meeting, MeetingState.APPROVED)
    rows = _rows(approval)
    if meeting.approved is not None and meeting.approved.at:
        return (*state, *_renewed(source, meeting, rows))
    flow = f"{{{', '.join(f'{key}: {text}' for key, text in rows.items())}}}"
    there = meeting.at.get("approved")
    if there is not None:
        return (*state, _filled(source, "approved", there, flow))
    return (*state, _below(source, meeting.at["state"], [f"approved: {flow}"]))


def _rows(approval: Approval) -> dict[str, str]:
    return {
        "in": scalar(approval.meeting.id if approval.meeting is not None else "", flow=True),
        "on": scalar(approval.on.text if approval.on is not None else "", flow=True),
        "text": scalar(approval.text, flow=True),
    }


def _renewed(source: Source, meeting: Meeting, rows: dict[str, str]) -> tuple[Patch, ...]:
    """Each key that is there gets its new value; what lacks comes behind the last one."""
    places = meeting.approved.at if meeting.approved is not None else {}
    patches = tuple(_filled(source, key, places[key], rows[key]) for key in rows if key in places)
    missing = [f"{key}: {text}" for key, text in rows.items() if key not in places]
    last = max(places.values(), key=lambda span: span.end)
    if not missing:
        return patches
    if source.text.startswith("{", meeting.at["approved"].start):
        return (*patches, Patch(source.path, last.end, last.end, "".join(f", {row}" for row in missing)))
    return (*patches, _below(source, last, missing))


def _filled(source: Source, key: str, there: Span, value: str) -> Patch:
    """Another value for a key; where nothing stands behind it, its place is that of the key itself."""
    if source.text[there.start : there.end] != key:
        return Patch(source.path, there.start, there.end, value)
    colon = source.text.index(":", there.end) + 1
    return Patch(source.path, colon, colon, f" {value}")


def _below(source: Source, there: Span, rows: list[str]) -> Patch:
    """Lines under the one of a value, as far from the left."""
    start = max(source.text.rfind(sign, 0, there.start) for sign in "\r\n") + 1
    line = source.text[start : there.start]
    indent = line[: len(line) - len(line.lstrip(" "))]
    ending = _ENDING.search(source.text, there.end)
    place, newline = (len(source.text), "\n") if ending is None else (ending.start(), ending[0])
    return Patch(source.path, place, place, "".join(f"{newline}{indent}{row}" for row in rows))
