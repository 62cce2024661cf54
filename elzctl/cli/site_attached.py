"""The files that go with public minutes, read for a site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.value import replace
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from pathlib import Path

    from elzctl.attached_inside import Found
    from elzctl.attached_pdf import Look
    from elzctl.model import Plan
    from elzctl.render.site.attached import Attached

MOST = 200 << 20
"""Bytes of all files together, at most: a site has to fit on the web, and in the memory of a computer."""


class Attachments(NamedTuple):
    """The files by their names, what stands in them by their paths on the site, and what is to be said: why others are not there."""

    attached: Mapping[str, Attached]
    files: Mapping[str, bytes]
    told: tuple[Message, ...]


def attachments(root: Path, plan: Plan) -> Attachments:
    """The files that go with the public minutes of the whole *plan*, as far as they are harmless and Git knows them.

    Where there is no Git, what stands in the folder is what there is.
    """
    if not plan.attachments:
        return Attachments({}, {}, ())
    from elzctl.render.site.attached import Attached, names, paths
    from elzctl.views.published import published

    wanted = names(published(replace(plan, meetings=tuple(one for one in plan.meetings if one.attachments))))
    if not wanted:
        return Attachments({}, {}, ())
    from elzctl.attached import reason, remarks
    from elzctl.render.site.places import NAMES
    from elzctl.traces import known_contacts
    from elzctl.tree import Unreadable

    allowed = frozenset(known_contacts(plan.contacts))
    places = paths(wanted, NAMES[Language(plan.settings.language.value).code]["attachment"])
    in_git = _in_git(root)
    found: dict[str, Found] = {}
    told: list[Message] = []
    for name in wanted:
        try:
            found[name] = _read(root, name, in_git, allowed, MOST - sum(len(one.data) for one in found.values()))
        except Unreadable as fault:
            told.append(reason(name, fault))
    for name, look in _looked(found, allowed):
        if look.reason is None:
            found[name] = found[name]._replace(remarks=() if look.remark is None else (look.remark,))
        else:
            told.append(reason(name, Unreadable(look.reason)))
            del found[name]
    told += [remark for name, one in found.items() for remark in remarks(name, one)]
    attached = {name: Attached(places[name], len(one.data)) for name, one in found.items()}
    return Attachments(attached, {places[name]: one.data for name, one in found.items()}, tuple(told))


def _looked(found: Mapping[str, Found], allowed: frozenset[str]) -> tuple[tuple[str, Look], ...]:
    """What came of reading the PDF files among them; nothing when the program that reads these is not installed."""
    names = [name for name in found if name.lower().endswith(".pdf")]
    if not names:
        return ()
    from elzctl.cli.attached_pdf import can_look, looked

    if not can_look():
        return ()
    return tuple(zip(names, looked([found[name].data for name in names], allowed), strict=True))


def _in_git(root: Path) -> frozenset[str] | None:
    """The names of the files that Git keeps; ``None`` where there is no Git."""
    from elzctl.git import tracked
    from elzctl.picture_names import ATTACHMENTS

    found = tracked(root, ATTACHMENTS)
    return None if found is None else frozenset(path.removeprefix(f"{ATTACHMENTS}/") for path in found)


def _read(root: Path, name: str, in_git: frozenset[str] | None, allowed: frozenset[str], left: int) -> Found:
    """What is published of a file, when there is room *left*.  Raises Unreadable."""
    from elzctl.attached import attachment
    from elzctl.tree import Unreadable

    if in_git is not None and name not in in_git:
        raise Unreadable(say("is not in Git: others who make this site do not have it; add it with “git add”"))
    found = attachment(root, name, allowed)
    if len(found.data) > left:
        raise Unreadable(say("is too much: {count} MB are published together", count=MOST >> 20))
    return found
