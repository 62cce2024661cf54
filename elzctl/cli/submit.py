"""``elzctl submit``: minutes are handed in, so that others read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.options import Argument, Context
from elzctl.cli.session import FINDINGS, FINE, Stop
from elzctl.value import replace
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.session import Session

Name = Annotated[str, Argument(metavar="MEETING", help="The id of the meeting, or its file.")]


def submit(ctx: Context, meeting: Name) -> int:
    """Hand in minutes to be read.

    The state becomes “review”. That goes only when the meeting is rounded off: it has an action point or says why not,
    something was noted about each open point, the next meeting has a day, and nothing is left to be filled in.
    Everything that is missing is listed at its place; the exit code is then 1.

    elzctl submit 2025-05-13-clusteroverleg
    """
    from elzctl.amend_state import with_state
    from elzctl.cli.ask import command_line
    from elzctl.cli.closing import checked, has_obstacles, need_state, tell_private, write
    from elzctl.cli.which import meeting_of
    from elzctl.terms import MeetingState

    session: Session = ctx.obj
    loaded = session.load()
    found = meeting_of(loaded, meeting)
    need_state(found)
    if found.state is MeetingState.REVIEW:
        session.say(say("These minutes were handed in already: {path}", path=found.path))
        return FINE
    if found.state is MeetingState.APPROVED:
        hint = say(
            "Was the text changed since? Then approve it again: {command}",
            command=command_line(session, f"approve {found.id}"),
        )
        raise Stop(say("These minutes were approved already: {path}", path=found.path), hint)
    closed = replace(found, state=MeetingState.REVIEW)
    findings = checked(loaded, found, closed)
    if has_obstacles(session, loaded, found, closed, findings):
        return FINDINGS
    write(session, loaded, with_state(found, MeetingState.REVIEW), closed)
    tell_private(session, loaded, findings)
    session.say(say("These minutes are ready to be read. Send them to the participants, or open a pull request:"))
    session.print(f"  {command_line(session, f'render minutes {found.id}')}")
    session.say(say("Once they were approved in a meeting:"))
    session.print(f"  {command_line(session, f'approve {found.id}')}")
    return FINE
