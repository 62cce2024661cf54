"""The approval of minutes: in which meeting, and that nothing changed since."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.checks.unread import is_unread
from elzctl.finding import Finding, Severity
from elzctl.followup.approval import is_changed
from elzctl.model import Plan
from elzctl.source import Span
from elzctl.terms import MeetingState
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from datetime import date

    from elzctl.meeting import Approval, Meeting


def approved_without_meeting(plan: Plan) -> Iterator[Finding]:
    """Minutes are approved, and no later meeting is named that approved them.

    Minutes stand when those who were there have read them, in a meeting after it. ``elzctl approve`` writes which one.

    Wrong::

        state: approved

    Right::

        state: approved
        approved: {in: 2025-10-09-clusteroverleg-welzijn, on: 2025-10-09}
    """
    for meeting in plan.meetings:
        if meeting.state is MeetingState.APPROVED or meeting.approved is not None:
            for span, message, hint in _faults(plan, meeting):
                yield Finding("approved-without-meeting", Severity.ERROR, message, span, hint)


def _faults(plan: Plan, meeting: Meeting) -> Iterator[tuple[Span, Message, Message]]:
    """What is wrong with an approval: where, what, and what to do."""
    approved = meeting.approved
    if approved is None:
        if not is_unread(meeting.at, "approved"):
            hint = say("Run “elzctl approve {id}”, or add “{line}”.", id=meeting.id, line="approved: {in: …, on: …}")
            yield meeting.place("state"), say("It is not said in which meeting these minutes were approved"), hint
        return
    if meeting.state not in (None, MeetingState.APPROVED):
        message = say("The minutes were approved, and their state says otherwise")
        yield meeting.place("approved"), message, say("Write “state: approved”, or take out “approved”.")
    if approved.meeting is not None:
        yield from _faults_of_place(plan, meeting, approved)
    if approved.on is not None and approved.on.last < meeting.day:
        message = say("The approval ({date}) is before the meeting itself", date=approved.on.text)
        yield approved.at["on"], message, say("Correct the date.")


def _faults_of_place(plan: Plan, meeting: Meeting, approved: Approval) -> Iterator[tuple[Span, Message, Message]]:
    assert approved.meeting is not None
    name, span = approved.meeting.id, approved.meeting.span
    other = plan.meetings_by_id.get(name)
    hint = say("Name the meeting in which these minutes were approved.")
    if other is None:
        if name not in plan.unread:
            yield span, say("There is no meeting “{name}”", name=name[:80]), hint
    elif other is meeting:
        yield span, say("A meeting cannot approve its own minutes"), hint
    elif other.day < meeting.day:
        yield span, say("“{name}” was before this meeting", name=name), hint
    elif other.state is MeetingState.CANCELLED:
        yield span, say("“{name}” was cancelled", name=name), hint


def changed_after_approval(plan: Plan) -> Iterator[Finding]:
    """Approved minutes were changed.

    When minutes are approved, a hash of their text is kept. What may still happen to action points and signals (a tick,
    a line of progress, a new date) is no change; everything else is.

    Wrong::

        a sentence of approved minutes is written anew

    Right::

        the sentence as it was approved; or the minutes approved again by a later meeting, with “elzctl approve --in”
    """
    for meeting in plan.meetings:
        if meeting.approved is not None and meeting.approved.text and is_changed(meeting):
            message = say("These minutes are not the ones that were approved")
            hint = say(
                "Put the text back as it was, or have a later meeting approve it: “elzctl approve {id} --in …”. Is what was said"
                " and decided the same (a slip of the pen, a name that was taken out, the id of something that was renamed), or"
                " did the meeting that approved it ask for the change: “elzctl approve {id} --corrected”.",
                id=meeting.id,
            )
            yield Finding("changed-after-approval", Severity.ERROR, message, meeting.approved.at["text"], hint)


def approval_without_hash(plan: Plan) -> Iterator[Finding]:
    """Minutes are approved, and nothing is kept by which a later change would be seen.

    Wrong::

        approved: {in: 2025-10-09-clusteroverleg-welzijn, on: 2025-10-09}

    Right::

        approved: {in: 2025-10-09-clusteroverleg-welzijn, on: 2025-10-09, text: 0f3c…}
    """
    for meeting in plan.meetings:
        if meeting.state is MeetingState.APPROVED and meeting.approved is not None and not meeting.approved.text:
            message = say("A change in these minutes would not be seen")
            hint = say("Run “elzctl approve {id}”: it keeps a hash of the text.", id=meeting.id)
            yield Finding("approval-without-hash", Severity.INFO, message, meeting.place("approved"), hint)


def minutes_before_meeting(plan: Plan, today: date | None = None) -> Iterator[Finding]:
    """Minutes are to be read or approved, and the day of the meeting is still to come.

    Until that day the site shows an invitation, and nothing of what was noted. Most often the year or the month is a slip.

    Wrong::

        date: 2052-10-09     and below it “state: review”

    Right::

        date: 2025-10-09
    """
    told = (MeetingState.REVIEW, MeetingState.APPROVED)
    for meeting in plan.meetings if today is not None else ():
        if meeting.state in told and today is not None and meeting.day > today:
            message = say("There are minutes of this meeting, and it is still to come")
            hint = say(
                "Is the date right? Until that day the site shows its invitation, and nothing of what was noted."
            )
            yield Finding("minutes-before-meeting", Severity.WARNING, message, meeting.place("date"), hint)
