"""What keeps minutes from being handed in or approved, shown like findings; and the change of their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elzctl.cli.session import FINDINGS, Stop
from elzctl.value import replace
from elzctl.wording import say, say_count

if TYPE_CHECKING:
    from pathlib import Path

    from elzctl.cli.session import Session
    from elzctl.finding import Finding
    from elzctl.load import Loaded
    from elzctl.meeting import Meeting
    from elzctl.source import Patch
    from elzctl.wording import Message

# Warnings that say that a text still has to be written.
_LEFT = ("placeholder", "form-prompt")
# Warnings of what should perhaps not be read by others.
_PRIVATE = ("person-in-text", "contact-in-text", "private-link")


def need_state(meeting: Meeting) -> None:
    """Raises Stop for a meeting without a state, or that was cancelled."""
    from elzctl.terms import MeetingState

    if meeting.state is None:
        raise Stop(
            say("{path} has no state that elzctl knows", path=meeting.path), say("See “elzctl validate”."), FINDINGS
        )
    if meeting.state is MeetingState.CANCELLED:
        raise Stop(say("This meeting was cancelled: {path}", path=meeting.path), say("Give it another state first."))


def checked(loaded: Loaded, meeting: Meeting, closed: Meeting) -> tuple[Finding, ...]:
    """What is found in the file of *meeting* once it is *closed*."""
    from elzctl.checks.every import check

    meetings = tuple(closed if one is meeting else one for one in loaded.plan.meetings)
    found = (*loaded.findings, *check(replace(loaded.plan, meetings=meetings)))
    return tuple(one for one in found if one.span.path == meeting.path)


def has_obstacles(
    session: Session, loaded: Loaded, meeting: Meeting, closed: Meeting, found: tuple[Finding, ...]
) -> bool:
    """Shows what keeps *meeting* from becoming *closed*, of which *found* is known; true when there is something."""
    from elzctl.cli.look import show_findings

    found = _obstacles(session.root(), loaded, meeting, closed, found)
    show_findings(session, found, loaded.sources)
    if found:
        session.say(
            say_count(
                "Nothing was changed: {count} thing has to be settled first.",
                "Nothing was changed: {count} things have to be settled first.",
                len(found),
            )
        )
    return bool(found)


def tell_private(session: Session, loaded: Loaded, found: tuple[Finding, ...]) -> None:
    """Shows what was *found* in minutes of persons and of how to reach them, at the moment that others read it."""
    from elzctl.cli.look import show_findings
    from elzctl.finding import by_place

    private = sorted((one for one in found if one.code in _PRIVATE), key=by_place)
    if private:
        show_findings(session, private, loaded.sources)
        session.say(
            say("From now on others read these minutes, and what is public is on the website: may this stand there?")
        )


def write(session: Session, loaded: Loaded, patches: tuple[Patch, ...], closed: Meeting) -> None:
    """Writes the new state, and prints the file.  Raises Stop, WriteFault."""
    from elzctl.amend import amend
    from elzctl.render.terminal import printable
    from elzctl.scaffold.allowed import Refused

    try:
        amend(session.root(), loaded.sources[closed.path], patches, closed)
    except Refused as refused:
        raise Stop(refused.message, refused.hint) from None
    session.print(printable(closed.path))


def _obstacles(
    root: Path, loaded: Loaded, meeting: Meeting, closed: Meeting, checks: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """The closing rules that are not met, the errors of the file, and what still has to be written, by place."""
    from elzctl.finding import Finding, Severity, by_place
    from elzctl.followup.closing import obstacles
    from elzctl.scaffold.meeting import help_left

    plan = replace(loaded.plan, meetings=tuple(closed if one is meeting else one for one in loaded.plan.meetings))
    found = [
        Finding(one.code, Severity.ERROR, one.message, one.span, one.hint, one.related)
        for one in obstacles(plan, closed)
    ]
    message, hint = say("The help of elzctl still stands in these minutes"), say("Delete this comment.")
    found += [
        Finding("form-prompt", Severity.ERROR, message, span, hint)
        for span in help_left(root, loaded.sources[meeting.path])
    ]
    found += [one for one in checks if one.severity is Severity.ERROR or one.code in _LEFT]
    # The checks of a closed meeting find the same obstacles once more.
    once: dict[tuple[str, int, Message], Finding] = {}
    for one in found:
        once.setdefault((one.code, one.span.start, one.message), one)
    return tuple(sorted(once.values(), key=by_place))
