"""What keeps minutes from being submitted and approved: the rules that every meeting ends with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from elzctl.followup.points import follow_up, following, is_treated, previous
from elzctl.meeting import Item, Meeting, Passage, Point
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.source import Span
from elzctl.wording import Message, say

# The items that fill themselves in a document: what is followed up, what was approved.
FOLLOW_UP = re.compile(r"\b(?:opvolg\w*|follow[- ]?up)", re.IGNORECASE)
APPROVAL = re.compile(r"\b(?:goedkeur\w*|goedgekeurd\w*|approv\w*)", re.IGNORECASE)

_LATER = timedelta(weeks=8)


class Obstacle(NamedTuple):
    """A closing rule that is not met: the code of its check, where, what is wrong, and what to do."""

    code: str
    span: Span
    message: Message
    hint: Message
    related: tuple[tuple[Message, Span], ...] = ()


def obstacles(plan: Plan, meeting: Meeting) -> tuple[Obstacle, ...]:
    """What is missing before the minutes of *meeting* can be closed; placeholders are found by the checks of texts."""
    return (
        *no_action_point(meeting),
        *untreated_points(plan, meeting),
        *no_next_meeting(plan, meeting),
        *empty_items(meeting),
    )


def no_action_point(meeting: Meeting) -> Iterator[Obstacle]:
    """Neither an action point nor the reason why there is none."""
    if not meeting.points and not meeting.no_action_points.strip():
        yield Obstacle(
            "no-action-point",
            meeting.place("title"),
            say("This meeting has no action point"),
            say("Note one as “- [ ] what @who tegen:date”, or give the reason: “no_action_points: …”."),
        )


def untreated_points(plan: Plan, meeting: Meeting) -> Iterator[Obstacle]:
    """Points that were open when the meeting began, and about which nothing was written since."""
    for row in follow_up(plan, meeting):
        if not is_treated(plan, meeting, row):
            yield untreated(meeting, row.point)


def untreated(meeting: Meeting, point: Point) -> Obstacle:
    """The obstacle that a point is which was open when *meeting* began, and about which nothing was written."""
    return Obstacle(
        "untreated-point",
        meeting.place("title"),
        say("Point {id} was open at this meeting, and nothing was noted about it", id=point.id),
        say(
            "Run “elzctl done {id} --on {day}”, or move-point, drop-point or note-point.",
            id=point.id,
            day=str(meeting.day),
        ),
        ((say("noted here"), point.span),),
    )


def no_next_meeting(plan: Plan, meeting: Meeting) -> Iterator[Obstacle]:
    """No day for the next meeting, and not the last one either."""
    if not meeting.last and (meeting.next is None or meeting.next.date is None):
        yield Obstacle(
            "no-next-meeting",
            meeting.place("next"),
            say("The next meeting has no day"),
            say(
                "Write “{example}”, or “last: yes”.",
                example=_example(plan, meeting),
            ),
        )


def _example(plan: Plan, meeting: Meeting) -> str:
    """What to write: when and where the series already meets after this, else a day some weeks later."""
    later = following(plan, meeting)
    if later is None or later.day <= (meeting.date.last if meeting.date is not None else meeting.day):
        return f"next: {{date: {_some_weeks_later(meeting)}, start: 13u30, location: …}}"
    from elzctl.edit import scalar

    place = scalar(later.location, flow=True) if later.location else "…"
    start = f", start: {later.start}" if later.start is not None else ""
    return f"next: {{date: {later.day}{start}, location: {place}}}"


def _some_weeks_later(meeting: Meeting) -> date:
    """A day for an example that can be copied: the same day of the week, after all days of the meeting."""
    last = meeting.date.last if meeting.date is not None else meeting.day
    return last + _LATER if last < date.max - _LATER else last


def place_announced(plan: Plan, meeting: Meeting) -> str:
    """Where *meeting* is, as the one before it says; as YAML, and ``""`` when that says nothing of it."""
    from elzctl.edit import scalar

    before = previous(plan, meeting)
    said = before.next if before is not None else None
    if said is None or not said.location or (said.date is not None and meeting.date != said.date):
        return ""
    return scalar(said.location)


def empty_items(meeting: Meeting) -> Iterator[Obstacle]:
    """Items of the agenda under which nothing stands."""
    for item in meeting.minutes.items:
        if item.title and is_empty(item) and not fills_itself(item):
            yield Obstacle(
                "empty-agenda-item",
                item.span,
                say("Nothing is noted under “{title}”", title=item.title[:80]),
                say("Note what was said, or take the item out."),
            )


def is_empty(item: Item) -> bool:
    """True when nothing stands under an item of the agenda but blanks and headings."""
    return all(isinstance(piece, Passage) and not _has_words(piece.prose.text) for piece in item.pieces)


def fills_itself(item: Item) -> bool:
    """True for the items that a document fills: follow-up and approval."""
    return bool(FOLLOW_UP.search(item.title) or APPROVAL.search(item.title))


def _has_words(text: str) -> bool:
    """True when there is more than headings and blanks."""
    begin = text.lstrip()[:1]
    # Most texts do not begin with a heading, and that is soon seen.
    return begin != "" and (begin != "#" or bool(re.sub(r"(?m)^[ \t]{0,3}#{1,6}(?:[ \t].*)?$", "", text).strip()))
