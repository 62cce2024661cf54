"""What says of meetings that they are to come: the words above the next ones, and beside the day in a list."""

from __future__ import annotations

from elzctl.meeting import Meeting
from elzctl.render.site.cells import Line
from elzctl.render.site.page import Site
from elzctl.render.tree import Jump, Text
from elzctl.terms import MeetingState
from elzctl.views import coming
from elzctl.views.coming import Ahead, is_over
from elzctl.views.published import is_open
from elzctl.wording import Message, say


def next_title(following: Ahead | None, site: Site, *, several: bool = False) -> Message:
    """What the next meetings of open series are called: by that word, when one of a closed series comes before them."""
    if _closed_is_first(following, site):
        return say("Next open meetings") if several else say("Next open meeting")
    return say("Next meetings") if several else say("Next meeting")


def none_called(site: Site) -> Message:
    """That there is no next meeting of an open series."""
    if _closed_is_first(None, site):
        return say("No open meeting has been called.")
    return say("No meeting has been called.")


def _closed_is_first(following: Ahead | None, site: Site) -> bool:
    """True when a meeting that is not open comes before the next open one, or when there is no such one."""
    closed = coming.closed(site.plan, site.today)
    return bool(closed) and (following is None or closed[0].day < following.place[0])


def dated(meeting: Meeting, site: Site) -> Line:
    """The day of a meeting, as a jump to its page when it has one; and that it is to come."""
    day = Text(site.text.day(meeting))
    told = _told(meeting, site)
    return (
        Jump(meeting.id, (day,)) if is_open(site.plan, meeting) else day,
        *((Text(f", {site.say(told)}"),) if told is not None else ()),
    )


def _told(meeting: Meeting, site: Site) -> Message | None:
    if meeting.state is MeetingState.CANCELLED or is_over(meeting, site.today):
        return None
    last = meeting.date.last if meeting.date is not None else meeting.day
    return say("today") if meeting.day == last == site.today else say("still to come")
