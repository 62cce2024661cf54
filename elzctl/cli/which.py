"""Which meeting, point or day is meant by what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from elzctl import dates
from elzctl.cli.session import FINDINGS, Stop
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting, Point
    from elzctl.model import Plan

MOST_NEAR = 3


def meeting_of(loaded: Loaded, typed: str) -> Meeting:
    """The meeting with that id or file, or the only one whose id begins like that.  Raises Stop."""
    plan = loaded.plan
    name = typed.strip().replace("\\", "/").rpartition("/")[2].removesuffix(".md")
    found = [meeting for meeting in plan.meetings if meeting.id == name] or [
        meeting for meeting in plan.meetings if name and meeting.id.startswith(name)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise Stop(say("More than one meeting begins with “{name}”", name=name[:80]), _near(one.id for one in found))
    if name in plan.unread:
        raise Stop(say("The file of “{name}” could not be read", name=name), say("See “elzctl validate”."), FINDINGS)
    raise Stop(say("There is no meeting “{name}”", name=name[:80]), _like(name, plan))


def point_of(loaded: Loaded, typed: str) -> tuple[Meeting, Point]:
    """The point ``MEETING/N``, with the meeting in which it was noted.  Raises Stop."""
    name, _, number = typed.strip().rpartition("/")
    hint = say("Write the meeting and the number, such as {example}.", example="2025-05-13-clusteroverleg/2")
    if not name or number.endswith(".md"):
        raise Stop(say("“{point}” names no action point", point=typed[:80]), hint)
    meeting = meeting_of(loaded, name)
    found = next((point for point in meeting.points if point.id == f"{meeting.id}/{number}"), None)
    if found is not None:
        return meeting, found
    message = say("{meeting} has no action point “{number}”", meeting=meeting.id, number=number[:80])
    count = len(meeting.points)
    if not count:
        raise Stop(message, say("No action point was noted there."))
    raise Stop(message, say("Its points are {first} to {last}.", first=f"{meeting.id}/1", last=f"{meeting.id}/{count}"))


def date_of(option: str, typed: str) -> dates.VagueDate:
    """The date that was typed for an option.  Raises Stop."""
    found = dates.read(typed)
    if isinstance(found, dates.Fault):
        raise Stop(say("{option}: {message}", option=option, message=found.message), found.hint)
    return found


def day_so_far(option: str, typed: str, today: date) -> dates.VagueDate:
    """The date on which something happened, *today* when none was typed.  Raises Stop when it is still to come."""
    if not typed:
        return dates.VagueDate(today.isoformat(), today, today)
    found = date_of(option, typed)
    if found.is_vague:
        raise Stop(
            say("{option}: “{date}” is more than one day", option=option, date=found.text),
            say("Give the day on which it happened."),
        )
    if found.first > today:
        message = say("{option}: “{date}” is still to come", option=option, date=found.text)
        raise Stop(message, say("Give the day on which it happened."))
    return found


def _like(name: str, plan: Plan) -> Message:
    """The meetings whose id holds what was typed, and those that look like it."""
    from difflib import get_close_matches

    known = [meeting.id for meeting in plan.meetings]
    low = name.lower()[:80]
    close = [*(one for one in reversed(known) if low and low in one), *get_close_matches(low, known, MOST_NEAR, 0.6)]
    if close:
        return _near(close)
    return say("Meetings are named by their file, such as {example}.", example="2025-05-13-clusteroverleg")


def _near(names: Iterable[str]) -> Message:
    near = list(dict.fromkeys(names))[:MOST_NEAR]
    if len(near) == 1:
        return say("Did you mean “{near}”?", near=near[0])
    return say("Did you mean one of these: {ids}?", ids=", ".join(near))
