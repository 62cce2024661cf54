"""The files that go with minutes, read to be published: kinds that no browser runs, and each what its name says it is.

Pictures lose what a camera noted in them, and documents who made them; tables and texts with addresses or numbers of
people are not published, nor documents with comments or hidden parts in them.  Pages of a PDF are read by ``pdf``.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from elzctl.attachments.inside import OFFICE, PICTURE, Found, text
from elzctl.picture_names import ATTACHMENTS
from elzctl.pictures import Unusable, picture
from elzctl.tree import CAREFUL, Unreadable
from elzctl.wording import Message, say

LARGEST = 20 << 20
"""Bytes of one file, at most."""


def attachment(root: Path, name: str, allowed: frozenset[str]) -> Found:
    """What is published of a file in ``meetings/attachments``.  Raises Unreadable, with the reason.

    *allowed* are the contacts that may be in it, in the form of :func:`~elzctl.traces.same_contact`.
    """
    ending = name.lower().rpartition(".")[2]
    if "/" in name or "\\" in name or name.startswith("."):
        raise Unreadable(say("is a path, and no name of a file"))
    if ending not in KINDS:
        raise Unreadable(say("is none of the kinds that can be: {kinds}", kinds=", ".join(KINDS)))
    return KINDS[ending](_read(root, name), ending, allowed)


def _read(root: Path, name: str) -> bytes:
    """The bytes of a regular file that is not too large; no link is followed."""
    folder = root
    for part in ATTACHMENTS.split("/"):
        folder /= part
        if os.path.islink(folder):
            raise Unreadable(say("is a link, or lies behind one; elzctl reads only real folders"))
    try:
        if os.path.islink(folder / name):
            raise Unreadable(say("is a link; elzctl reads only real files"))
        handle = os.open(folder / name, CAREFUL)
    except OSError as error:
        raise Unreadable(say("cannot be read ({why})", why=error.strerror or type(error).__name__)) from None
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(say("is not an ordinary file"))
        if status.st_nlink > 1 and status.st_nlink > _links_within(folder, status):
            raise Unreadable(
                say("is one and the same as a file in another folder (a hard link); put a copy of it in its place")
            )
        if status.st_size > LARGEST:
            raise Unreadable(say("is larger than {limit} MiB", limit=LARGEST >> 20))
        try:
            return file.read(LARGEST)
        except OSError as error:
            raise Unreadable(say("cannot be read ({why})", why=error.strerror or type(error).__name__)) from None


def _links_within(folder: Path, status: os.stat_result) -> int:
    """Under how many names the same file stands in the folder."""
    with os.scandir(folder) as entries:
        found = [entry.stat(follow_symlinks=False) for entry in entries]
    return sum(os.path.samestat(one, status) for one in found)


# One kind after the other


def _pdf(raw: bytes, _: str, allowed: frozenset[str]) -> Found:
    from elzctl.attachments.pdf_parts import pdf

    return pdf(raw, allowed)


def _office(raw: bytes, ending: str, allowed: frozenset[str]) -> Found:
    from elzctl.attachments.office import office  # few sites have one

    return office(raw, ending, allowed)


def _picture(raw: bytes, _: str, __: frozenset[str]) -> Found:
    try:
        return Found(picture(raw, PICTURE).data)
    except Unusable as fault:
        raise Unreadable(fault.reason) from None


KINDS: Mapping[str, Callable[[bytes, str, frozenset[str]], Found]] = {
    "pdf": _pdf,
    **dict.fromkeys(OFFICE, _office),
    **dict.fromkeys(("png", "jpg", "jpeg"), _picture),
    **dict.fromkeys(("csv", "txt"), text),
}
"""What may be published, by the end of its name."""


def reason(name: str, fault: Unreadable) -> Message:
    """That a file is not published, and why."""
    return say("{path} is not published: it {reason}.", path=f"{ATTACHMENTS}/{name}", reason=fault.reason)


def remarks(name: str, found: Found) -> Iterator[Message]:
    """What is to be known of a file that is published."""
    for remark in found.remarks:
        yield say("{path} is published, but {remark}.", path=f"{ATTACHMENTS}/{name}", remark=remark)
