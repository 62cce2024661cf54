"""``elzctl approve``: minutes are approved in a meeting, and what was approved is kept as a hash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINDINGS, FINE, Stop, today_of
from elzctl.value import replace
from elzctl.wording import say

if TYPE_CHECKING:
    from datetime import date

    from elzctl.cli.session import Session
    from elzctl.dates import VagueDate
    from elzctl.load import Loaded
    from elzctl.meeting import Approval, Meeting
    from elzctl.wording import Message

Name = Annotated[str, Argument(metavar="MEETING", help="The meeting whose minutes are approved: its id or file.")]
In = Annotated[
    str,
    Option(
        "--in", metavar="MEETING", help="The meeting that approved them; the next one of the series when not given."
    ),
]
On = Annotated[str, Option("--on", metavar="DATE", help="The day of the approval; that of --in when not given.")]
Corrected = Annotated[
    bool,
    Option(
        "--corrected",
        help="What changed since is a slip of the pen, a name taken out or an id; or the meeting that approved them asked for it.",
    ),
]
Today = Annotated[str, Option("--today", metavar="DAY", help="Act as on this day, such as 2025-12-31.")]


def approve(
    ctx: Context, meeting: Name, in_: In = "", on: On = "", corrected: Corrected = False, today: Today = ""
) -> int:
    """Approve minutes, and keep what was approved.

    The state becomes “approved”, with the meeting that approved them, the day, and a hash of the text. A later change
    of the text is an error, until a later meeting approves the minutes again; name that one with --in. Is what was said and
    decided the same, because a slip of the pen was mended or a name was taken out, then --corrected keeps the text as it is
    now: “elzctl diff” and the page of the minutes still tell what changed. What becomes of action points and signals is no
    change of the text.

    Everything that is missing is listed at its place, as by submit; the exit code is then 1.

    elzctl approve 2025-05-13-clusteroverleg --in 2025-10-09-clusteroverleg
    """
    from elzctl.amend_state import with_approval
    from elzctl.cli.closing import checked, has_obstacles, write
    from elzctl.cli.which import meeting_of
    from elzctl.covered import fingerprint
    from elzctl.fiche import Ref
    from elzctl.meeting import Approval
    from elzctl.source import Span
    from elzctl.terms import MeetingState

    session: Session = ctx.obj
    day = today_of(today)
    loaded = session.load()
    found = meeting_of(loaded, meeting)
    _need_review(session, found)
    by = _approving(loaded, found, in_)
    if not corrected:
        _need_later(loaded, found, by)
    when = _day(found, by, in_, on, day)
    approval = Approval(Ref(by.id, Span("")), when, fingerprint(found))
    if found.state is MeetingState.APPROVED and found.approved == approval:
        session.say(say("These minutes were approved already, in {meeting}: {path}", meeting=by.id, path=found.path))
        return FINE
    closed = replace(found, state=MeetingState.APPROVED, approved=approval)
    if has_obstacles(session, loaded, found, closed, checked(loaded, found, closed)):
        return FINDINGS
    write(session, loaded, with_approval(loaded.sources[found.path], found, approval), closed)
    session.say(_told(found, approval) if corrected else _approved(approval))
    session.say(say("The minutes are final now: a change in their text is reported until they are approved again."))
    return FINE


def _approved(approval: Approval) -> Message:
    meeting, on = approval.meeting, approval.on
    return say("Approved in {meeting}, on {date}.", meeting=meeting.id if meeting else "", date=on.text if on else "")


def _told(before: Meeting, approval: Approval) -> Message:
    """What --corrected did: it keeps another text under the approval that there was, or it is the first one."""
    kept = before.approved
    if kept is None or not kept.text or kept.meeting != approval.meeting or approval.meeting is None:
        return _approved(approval)
    return say(
        "The correction was noted: this text now stands as the one that {meeting} approved.",
        meeting=approval.meeting.id,
    )


def _need_review(session: Session, meeting: Meeting) -> None:
    """Raises Stop for minutes that nobody could read yet."""
    from elzctl.cli.ask import command_line
    from elzctl.cli.closing import need_state
    from elzctl.terms import MeetingState

    need_state(meeting)
    if meeting.state in (MeetingState.PLANNED, MeetingState.DRAFT):
        hint = say("Do that first: {command}", command=command_line(session, f"submit {meeting.id}"))
        raise Stop(say("These minutes were not handed in yet: {path}", path=meeting.path), hint)


def _approving(loaded: Loaded, meeting: Meeting, typed: str) -> Meeting:
    """The meeting that approves: the one that was typed or written down, else the next of the series.  Raises Stop."""
    from elzctl.cli.which import meeting_of
    from elzctl.followup.points import following
    from elzctl.terms import MeetingState

    written = (
        meeting.approved.meeting.id if meeting.approved is not None and meeting.approved.meeting is not None else ""
    )
    found = (
        meeting_of(loaded, typed)
        if typed
        else loaded.plan.meetings_by_id.get(written) or following(loaded.plan, meeting)
    )
    if found is None:
        message = say("There is no later meeting of this series that could have approved these minutes")
        raise Stop(message, say("Name the meeting that did with --in."))
    if found.id == meeting.id or found.day < meeting.day:
        message = say("{other} is not later than {meeting}", other=found.id, meeting=meeting.id)
        raise Stop(message, say("Name the meeting that approved these minutes with --in."))
    if found.state is MeetingState.CANCELLED:
        raise Stop(
            say("{meeting} was cancelled", meeting=found.id),
            say("Name the meeting that approved these minutes with --in."),
        )
    return found


def _need_later(loaded: Loaded, meeting: Meeting, by: Meeting) -> None:
    """Raises Stop when the text changed since, and *by* is no later meeting than the one that approved it."""
    from elzctl.followup.approval import is_changed

    kept = meeting.approved
    if kept is None or kept.meeting is None or not kept.text or not is_changed(meeting):
        return
    earlier = loaded.plan.meetings_by_id.get(kept.meeting.id)
    if by.id == kept.meeting.id or (earlier is not None and by.day <= earlier.day):
        message = say(
            "The text is no longer the one that {meeting} approved: {path}", meeting=kept.meeting.id, path=meeting.path
        )
        hint = say(
            "Put it back as it was, or name the later meeting that approved the change with --in. Is what was said and decided"
            " the same (a slip of the pen, a name that was taken out, the id of something that was renamed), or did {meeting}"
            " itself ask for the change: add --corrected.",
            meeting=kept.meeting.id,
        )
        raise Stop(message, hint)


def _day(meeting: Meeting, by: Meeting, in_: str, on: str, today: date) -> VagueDate:
    """The day that was typed, or the one that is written down, else that of the meeting that approves.  Raises Stop."""
    from elzctl.cli.which import day_so_far
    from elzctl.dates import VagueDate

    written = meeting.approved.on if meeting.approved is not None else None
    if written is not None and not on and not in_:
        return written
    found = day_so_far("--on", on, today) if on else VagueDate(by.day.isoformat(), by.day, by.day)
    if found.first > today:
        message = say("{meeting} is still to come: it takes place on {day}", meeting=by.id, day=str(by.day))
        raise Stop(message, say("Approve the minutes once it was there, or name another meeting with --in."))
    if found.last < meeting.day:
        raise Stop(say("--on: “{date}” is before the meeting itself ({day})", date=found.text, day=str(meeting.day)))
    return found
