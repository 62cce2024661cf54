"""What is said of the meeting of a document: nothing was noted yet, or an invitation does not say where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.cli.before_drawing import paths_for_readers
from elzctl.terms import MeetingState
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.cli.documents import Asked
    from elzctl.cli.session import Session
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting


def tell_of_meeting(session: Session, loaded: Loaded, asked: Asked) -> None:
    """Says what the minutes or the invitation that were made do not say."""
    from elzctl.cli.which import meeting_of

    meeting = meeting_of(loaded, asked.name)
    (path,) = paths_for_readers((meeting.path,), loaded, public=asked.reads)
    _tell_empty(session, meeting, path, asked)
    if asked.kind == "invitation" and not meeting.location and meeting.state is not MeetingState.CANCELLED:
        _tell_placeless(session, loaded, meeting, path)


def _tell_empty(session: Session, meeting: Meeting, path: str, asked: Asked) -> None:
    """Says so when there is nothing to read yet: nothing was noted, or what was noted stays out as long as it is planned."""
    from elzctl.cli.ask import command_line
    from elzctl.followup.closing import is_empty
    from elzctl.views.published import is_noted_ahead

    if not asked.internal and is_noted_ahead(meeting):
        session.tell(say("warning: {path} says “state: planned”, so only its agenda is shown", path=path))
        session.tell(say("help: whoever takes minutes sets “state: draft” first"))
        return
    is_read = meeting.state not in (MeetingState.PLANNED, MeetingState.DRAFT)
    if asked.kind == "minutes" and not is_read and all(map(is_empty, meeting.minutes.items)):
        session.tell(say("warning: nothing was noted yet in {path}", path=path))
        session.tell(
            say("help: for its agenda: {command}", command=command_line(session, f"render invitation {meeting.id}"))
        )


def _tell_placeless(session: Session, loaded: Loaded, meeting: Meeting, path: str) -> None:
    """Says so when an invitation does not say where, with the place that the meeting before named."""
    from elzctl.followup.closing import place_announced

    session.tell(say("warning: {path} does not say where the meeting is", path=path))
    place = place_announced(loaded.plan, meeting)
    session.tell(say("help: write “location: {place}” in it", place=place or "…"))
