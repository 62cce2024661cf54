"""The folder ``private/``: nothing that is published leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elzctl.checks.documents import Document
from elzctl.checks.texts import texts
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say

FOLDER = "private"
# The address of a link as far as it stands before the name of the folder, and behind it.
_BEFORE, _BEHIND = r"(?:\]\(\s*<?|\]:[ \t]*<?|<)([^()\s<>\0]*)\Z", r"(?i)[/\\]|%2f|%5c|[)>\s]"
_WIDEST = 200


def private_link(plan: Plan) -> Iterator[Finding]:
    """A link or an attachment leads into the folder ``private/``.

    What stands there is for nobody else: lists of participants, mailing lists. It is in no edition of any document, so
    that the link is dead, and the name of the file alone may say too much.

    Wrong::

        Zie [de deelnemerslijst](../private/deelnemers-2025-05-13.csv).

    Right::

        Wie er was, staat op een aparte lijst.
    """
    message = say("This leads into the folder private/, that nobody else has")
    hint = say("Take the link out; what everyone may see goes in meetings/attachments.")
    for document, place in texts(plan).places(FOLDER):
        where = _link(document, place)
        if where is not None:
            yield document.finding("private-link", Severity.ERROR, message, where, hint)
    for meeting in plan.meetings:
        for attachment in meeting.attachments:
            if is_private(attachment.file):
                yield Finding("private-link", Severity.ERROR, message, attachment.at["file"], hint)


def is_private(path: str) -> bool:
    """True for a path that leads through a folder of that name."""
    return FOLDER in _plain(path).lower().split("/")[:-1]


def _link(document: Document, place: int) -> tuple[int, int] | None:
    """Where the address stands that leads into the folder, when the name at a place is part of one."""
    text, end = document.text, place + len(FOLDER)
    if not re.compile(_BEHIND).match(text, end):
        return None
    before = re.compile(_BEFORE).search(text[max(0, place - _WIDEST) : place])
    if before is None or ":" in before[1]:
        return None
    is_folder = _plain(before[1] + FOLDER).rpartition("/")[2] == FOLDER
    return (place - len(before[1]), end) if is_folder else None


def _plain(path: str) -> str:
    """The path with ``/`` between its parts."""
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    return path.replace("\\", "/")
