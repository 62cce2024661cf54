"""What minutes have above their agenda as a rule, and this document does not: told once, so that a person can write it."""

from __future__ import annotations

from collections.abc import Container

from elzctl.wording import Message, say

TITLE, HOURS, PLACE = say("the title"), say("the hours"), say("the place")
END = say("the hour at which it ended")
PRESENT, ITEMS, NEXT = say("who was there"), say("the items of the agenda"), say("the day of the next meeting")
_FIELDS = (
    *(("title", TITLE), ("start", HOURS), ("end", END), ("location", PLACE)),
    *(("present", PRESENT), ("items", ITEMS), ("next", NEXT)),
)


def missed(there: Container[str]) -> Message | None:
    """What to tell of the fields that are not among those that were found; ``None`` when all are."""
    missing = (one for one in _FIELDS if one[0] not in there)
    names = tuple(name for key, name in missing if key != "end" or "start" in there)
    if not names:
        return None
    return say("Not found in the document: {what}. Write it in the file yourself when you know it", what=names)
