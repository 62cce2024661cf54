"""Minutes that were changed after they were approved."""

from __future__ import annotations

from elzctl.meeting import Meeting


def is_changed(meeting: Meeting) -> bool:
    """True when the text, as it was read, is no longer the one whose hash was kept at the approval."""
    return bool(meeting.covered) and meeting.approved is not None and meeting.covered != meeting.approved.text
