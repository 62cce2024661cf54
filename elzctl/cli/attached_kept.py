"""The files that go with minutes, not looked into again as long as neither they nor the plan around them changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elzctl.cli.attached_pdf import can_look
from elzctl.cli.site_attached import Attachments, attachments
from elzctl.git import own_folder
from elzctl.picture_names import ATTACHMENTS
from elzctl.wording import Message

if TYPE_CHECKING:
    from elzctl.model import Plan
    from elzctl.shelf import Shelf

LARGEST = 8 << 20
"""Bytes of such files that are kept from one run to the next."""


def attachments_again(root: Path, plan: Plan, shelf: Shelf, files: str) -> Attachments:
    """See :func:`elzctl.cli.site_attached.attachments`; *files* is a hash of all that the plan is made of but for texts of actions.

    What an earlier run put on the *shelf* counts when it was made of the same.
    """
    if not plan.attachments:
        return Attachments({}, {}, ())
    made_of = (files, can_look(), *_stamps(root, plan))
    kept = shelf.take()
    if kept is not None and kept[0] == made_of:
        from elzctl.render.site.attached import Attached

        attached = {name: Attached(*one) for name, one in kept[1].items()}
        return Attachments(attached, kept[2], tuple(map(_message, kept[3])))
    found = attachments(root, plan)
    if sum(map(len, found.files.values())) <= LARGEST and made_of[2:] == tuple(_stamps(root, plan)):
        places = {name: tuple(one) for name, one in found.attached.items()}
        shelf.put((made_of, places, dict(found.files), tuple(map(_plain, found.told))))
    return found


def _stamps(root: Path, plan: Plan) -> Iterator[Any]:
    """When the files, and the list of what Git keeps, were changed: a change of one does not leave all of this as it was."""
    files = [root / ATTACHMENTS / name for name in sorted(plan.attachments)]
    git = own_folder(root)
    for path in (*files, *([] if git is None else [git / "index"])):
        try:
            one = os.lstat(path)
        except OSError:
            yield os.fspath(path)
        else:
            yield os.fspath(path), one.st_mode, one.st_nlink, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns


def _plain(value: Any) -> Any:
    """A message, or a value in it, as a shelf takes it: a message becomes a list, which no value in it is."""
    if isinstance(value, Message):
        return list(map(_plain, value))
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _message(value: Any) -> Any:
    """The value of which :func:`_plain` made another."""
    if isinstance(value, list):
        return Message(*map(_message, value))
    return tuple(map(_message, value)) if isinstance(value, tuple) else value
