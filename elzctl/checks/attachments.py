"""Files that go with minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.checks.private import is_private
from elzctl.finding import Finding, Severity
from elzctl.ids import fault
from elzctl.model import Plan
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from elzctl.meeting import Attachment

TYPES = ("pdf", "docx", "xlsx", "pptx", "odt", "png", "jpg", "jpeg", "csv", "txt")
"""The endings of files that may go with minutes; what a browser would run is not among them."""

_LONGEST = 120


def attachment_name(plan: Plan) -> Iterator[Finding]:
    """An attachment is no plain file name, or a kind of file that cannot be published.

    Attachments stand in ``meetings/attachments``, without folders. They go to readers, so that only documents, pictures
    and tables are taken: pdf, docx, xlsx, pptx, odt, png, jpg, csv and txt. A site takes out who made a document, and on
    which computer. It leaves out a file with e-mail addresses, telephone numbers, comments, hidden parts or changes that
    were not settled in it, one that does something by itself when it is opened, and one that is not in Git. What stands in
    pictures is not read, and the text of a PDF only where ``elzctl[import]`` is installed.

    Wrong::

        attachments: [{file: ../../presentatie.pdf}, {file: formulier.html}]

    Right::

        attachments: [{file: presentatie.pdf}]
    """
    for attachment in _attachments(plan):
        message = _odd_name(attachment.file)
        if message is not None and not is_private(attachment.file):
            hint = say("Put the file in meetings/attachments, and write its name alone.")
            if message is _KIND:
                hint = say("These will do: {endings}.", endings=", ".join(TYPES))
            yield Finding("attachment-name", Severity.ERROR, message, attachment.at["file"], hint)


_KIND = say("Files of this kind do not go with minutes")


def _odd_name(name: str) -> Message | None:
    """Why this is no name of a file that goes with minutes, or ``None``."""
    if any(sign in name for sign in "/\\:") or ".." in name:
        return say("This is a path, and no name of a file")
    if (
        not name.isprintable()
        or name.startswith((".", "~", " ", "-"))
        or name.endswith((".", " "))
        or len(name) > _LONGEST
    ):
        return say("This name does not work on every computer")
    if any(sign in name for sign in '<>"|?*') or fault(name.partition(".")[0].lower()) == _RESERVED:
        return say("This name does not work on every computer")
    return None if name.lower().rpartition(".")[2] in TYPES and "." in name else _KIND


_RESERVED = fault("con")


def attachment_missing(plan: Plan) -> Iterator[Finding]:
    """An attachment is not in ``meetings/attachments``.

    Capitals count: what opens on Windows does not on the web.

    Wrong::

        attachments: [{file: Presentatie.pdf}]     and the file is presentatie.pdf

    Right::

        attachments: [{file: presentatie.pdf}]
    """
    for attachment in _attachments(plan):
        name = attachment.file
        if name not in plan.attachments and _odd_name(name) is None:
            same = next((other for other in sorted(plan.attachments) if other.lower() == name.lower()), None)
            hint = say("Put the file there, or take it out of this list.")
            if same is not None:
                hint = say("Write “{near}”.", near=same)
            message = say("There is no file “{name}” in meetings/attachments", name=name)
            yield Finding("attachment-missing", Severity.ERROR, message, attachment.at["file"], hint)


def _attachments(plan: Plan) -> Iterator[Attachment]:
    for meeting in plan.meetings:
        for attachment in meeting.attachments:
            if attachment.file:
                yield attachment
