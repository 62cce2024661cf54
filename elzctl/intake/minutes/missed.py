"""What minutes have above their agenda as a rule, and this document does not: told once, so that a person can write it."""

from __future__ import annotations

from collections.abc import Container

from elzctl.wording import Message, say

TITLE, HOURS, PLACE = say("the title"), say("the hours"), say("the place")
PRESENT, NEXT = say("who was there"), say("the day of the next meeting")
_FIELDS = (("title", TITLE), ("start", HOURS), ("location", PLACE), ("present", PRESENT), ("next", NEXT))


def missed(there: Container[str]) -> Message | None:
    """What to tell of the fields that are not among those that were found; ``None`` when all are."""
    names = tuple(name for key, name in _FIELDS if key not in there)
    if not names:
        return None
    return say("Not found in the document: {what}. Write it in the file yourself when you know it", what=names)
