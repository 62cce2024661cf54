"""How far minutes are, and who approved an action or the plan, written in their data.  Pure functions to patches."""

from __future__ import annotations

import re
from collections.abc import Mapping

from elzctl.edit import scalar
from elzctl.fiche import Decision, Spans
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
        return (*state, *_renewed(source, meeting.at["approved"], meeting.approved.at, rows))
    flow = _flow(rows)
    there = meeting.at.get("approved")
    if there is not None:
        return (*state, _filled(source, "approved", there, flow))
    return (*state, _below(source, meeting.at["state"], [f"approved: {flow}"]))


def with_sign_off(
    source: Source, at: Spans, earlier: Decision | None, approved: Decision, end: int
) -> tuple[Patch, ...]:
    """The changes that write down who approved an action or the plan; what was written *earlier* is brought up to date.

    *at* holds the places of the keys, *end* is where the data ends.
    """
    rows = {
        "meeting": scalar(approved.meeting, flow=True),
        "body": scalar(approved.body.id if approved.body is not None else "", flow=True),
        "on": scalar(approved.on.text if approved.on is not None else "", flow=True),
        "hash": scalar(approved.hash, flow=True),
    }
    there = at.get("approved")
    if there is None:
        text = source.text[:end]
        whole = text.rstrip(" \t\r\n")
        newline = "" if text[len(whole) :].count("\n") else "\n"
        place = end if newline else len(whole) + len(text[len(whole) :].partition("\n")[0]) + 1
        return (Patch(source.path, place, place, f"{newline}approved: {_flow(rows)}\n"),)
    # A decision alone, without a key, stands at the place of all of it.
    if earlier is not None and earlier.at and there not in earlier.at.values():
        return _renewed(source, there, earlier.at, rows)
    return (_filled(source, "approved", there, _flow(rows)),)


def _flow(rows: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {text}' for key, text in rows.items())}}}"


def _rows(approval: Approval) -> dict[str, str]:
    return {
        "in": scalar(approval.meeting.id if approval.meeting is not None else "", flow=True),
        "on": scalar(approval.on.text if approval.on is not None else "", flow=True),
        "text": scalar(approval.text, flow=True),
    }


def _renewed(source: Source, whole: Span, places: Spans, rows: dict[str, str]) -> tuple[Patch, ...]:
    """Each key that is there gets its new value; what lacks comes behind the last one."""
    patches = tuple(_filled(source, key, places[key], rows[key]) for key in rows if key in places)
    missing = [f"{key}: {text}" for key, text in rows.items() if key not in places]
    last = max(places.values(), key=lambda span: span.end)
    if not missing:
        return patches
    if source.text.startswith("{", whole.start):
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
