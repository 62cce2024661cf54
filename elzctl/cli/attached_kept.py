"""The files that go with minutes, not looked into again as long as they did not change: to read a PDF takes longer than a site."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elzctl.cli.attached_pdf import can_look
from elzctl.cli.site_attached import Attachments, One, attachments, up_to
from elzctl.git import own_folder
from elzctl.picture_names import ATTACHMENTS
from elzctl.wording import Message

if TYPE_CHECKING:
    from datetime import date

    from elzctl.model import Plan
    from elzctl.shelf import Shelf

LARGEST = 32 << 20
"""Bytes of such files that are kept from one run to the next."""


def attachments_again(root: Path, plan: Plan, shelf: Shelf, files: str, day: date | None = None) -> Attachments:
    """See :func:`elzctl.cli.site_attached.attachments`; *files* is a hash of all that the plan is made of but for texts of actions.

    What an earlier run put on the *shelf* counts when it was made of the same, and of a file that is as it was what came of it.
    With a *day* it is what a site of that day has.
    """
    found = _again(root, plan, shelf, files)
    return found if day is None else up_to(day, found, plan)


def _again(root: Path, plan: Plan, shelf: Shelf, files: str) -> Attachments:
    if not plan.attachments:
        return Attachments({}, {}, ())
    made_of, marks = (files, can_look()), stamps(root, plan)
    kept = shelf.take()
    if kept is not None and kept[:2] == (made_of, marks):
        return _shown(*kept[2:5])
    is_known = kept is not None and kept[0][1:] == made_of[1:]
    known, stay = (_known(*kept[2:7]), unchanged(kept[1], marks)) if is_known else (None, ())
    found = attachments(root, plan, known, stay)
    if found.is_final and sum(map(len, found.files.values())) <= LARGEST and marks == stamps(root, plan):
        shelf.put((made_of, marks, *map(_plain, found[:5])))
    return found


def with_published_files(root: Path, plan: Plan) -> Plan:
    """The plan, which knows of no other files that go with minutes than those that a site would publish."""
    met = [one for one in plan.meetings if one.attachments]
    listed = [(one.id, one.state, one.series, [file.file for file in one.attachments]) for one in met]
    if not plan.attachments or not listed:
        return plan
    from elzctl.cli.site_kept import shelf_of
    from elzctl.value import replace

    series = [(one.id, one.access) for one in plan.series.values()]
    made_of = repr((plan.settings.language, series, listed, sorted(plan.contacts)))
    found = attachments_again(root, plan, shelf_of(root, os.environ, "9-names"), made_of)
    return replace(plan, attachments=frozenset(found.attached))


def stamps(root: Path, plan: Plan) -> dict[str, Any]:
    """When each file, and under "" the list of what Git keeps, was changed: a change of one does not leave all of this as it was."""
    git = own_folder(root)
    paths = {name: root / ATTACHMENTS / name for name in sorted(plan.attachments)}
    return {name: _stamp(path) for name, path in {**paths, **({} if git is None else {"": git / "index"})}.items()}


def unchanged(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of the files that were there before and are as they were."""
    return tuple(name for name, stamp in now.items() if name and stamp is not None and before.get(name) == stamp)


def _stamp(path: Path) -> tuple[int, ...] | None:
    try:
        one = os.lstat(path)
    except OSError:
        return None
    return one.st_mode, one.st_nlink, one.st_ino, one.st_size, one.st_mtime_ns, one.st_ctime_ns


def _plain(value: Any) -> Any:
    """What a shelf takes of a value: a message becomes a list, which no value in it is."""
    if isinstance(value, Message):
        return list(map(_plain, value))
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _message(value: Any) -> Any:
    """The value of which :func:`_plain` made another."""
    if isinstance(value, list):
        return Message(*map(_message, value))
    return tuple(map(_message, value)) if isinstance(value, tuple) else value


def _known(
    attached: dict[str, Any], files: dict[str, bytes], told: Any, each: dict[str, Any], allowed: Any
) -> Attachments:
    """What was kept, with what came of each file."""
    from elzctl.attachments.inside import Found

    ones = {
        name: One(None if found is None else Found(found[0], _message(found[1])), _message(reason), is_sure)
        for name, (found, reason, is_sure) in each.items()
    }
    return _shown(attached, files, told)._replace(each=ones, allowed=allowed)


def _shown(attached: dict[str, Any], files: dict[str, bytes], told: Any) -> Attachments:
    """What was kept for the site."""
    from elzctl.render.site.attached import Attached

    return Attachments({name: Attached(*one) for name, one in attached.items()}, files, _message(told))
