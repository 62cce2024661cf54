"""The files that go with public minutes, read for a site."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.value import replace
from elzctl.wording import Language, Message, say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from elzctl.attachments.inside import Found
    from elzctl.attachments.pdf import Look
    from elzctl.model import Plan
    from elzctl.render.site.attached import Attached

MOST = 200 << 20
"""Bytes of all files together, at most: a site has to fit on the web, and in the memory of a computer."""
_NOT_IN_GIT = say("is not in Git: others who make this site do not have it; add it with “git add”")
_UNKNOWN_TO_GIT = say("is held back, because Git does not say whether others have it")


class One(NamedTuple):
    """What came of a file: what is published of it, or why it is not; ``is_sure`` when it comes out so another time too."""

    found: Found | None
    reason: Message | None = None
    is_sure: bool = True


class Attachments(NamedTuple):
    """The files by their names, what stands in them by their paths on the site, and what is to be said: why others are not there.

    ``each`` is what came of each file that was read, by its name, with these contacts *allowed*.  ``is_final`` when all of it
    would be the same another time.
    """

    attached: Mapping[str, Attached]
    files: Mapping[str, bytes]
    told: tuple[Message, ...]
    each: Mapping[str, One] = {}
    allowed: frozenset[str] = frozenset()
    is_final: bool = True


def attachments(root: Path, plan: Plan, known: Attachments | None = None, stay: Collection[str] = ()) -> Attachments:
    """The files that go with the public minutes of the whole *plan*, as far as they are harmless and Git knows them.

    Where there is no Git, what stands in the folder is what there is.  Of the files that *stay* as they were, it is what is
    *known* when the same contacts are allowed.
    """
    if not plan.attachments:
        return Attachments({}, {}, ())
    from elzctl.render.site.attached import Attached, names, paths
    from elzctl.views.published import published

    wanted = names(published(replace(plan, meetings=tuple(one for one in plan.meetings if one.attachments))))
    if not wanted:
        return Attachments({}, {}, ())
    from elzctl.attachments.attachment import reason, remarks
    from elzctl.render.site.places import NAMES
    from elzctl.traces import known_contacts
    from elzctl.tree import Unreadable

    allowed = frozenset(known_contacts(plan.contacts))
    places = paths(wanted, NAMES[Language(plan.settings.language.value).code]["attachment"])
    before = known.each if known is not None and known.allowed == allowed else {}
    each = {name: before[name] for name in stay if name in before}
    told: list[Message] = []
    files: dict[str, bytes] = {}
    attached: dict[str, Attached] = {}
    is_final = True
    for name, one in _came_of(root, wanted, each, allowed).items():
        is_final &= one.is_sure
        if one.found is None:
            told.append(reason(name, Unreadable(one.reason or _NOT_IN_GIT)))
            continue
        files[places[name]] = one.found.data
        attached[name] = Attached(places[name], len(one.found.data))
        told += remarks(name, one.found)
    return Attachments(attached, files, tuple(told), each, allowed, is_final)


def up_to(day: date, beside: Attachments, plan: Plan) -> Attachments:
    """The files without those that go with meetings after a day alone, of which a site of that day tells no more than that they come."""
    from elzctl.views.not_yet import as_of, is_told_early

    if not beside.files or not any(one.attachments and is_told_early(one, day) for one in plan.meetings):
        return beside
    from elzctl.render.site.attached import names
    from elzctl.views.published import published

    attached = {name: beside.attached[name] for name in names(published(as_of(plan, day))) if name in beside.attached}
    paths = {one.path for one in attached.values()}
    return beside._replace(attached=attached, files={path: one for path, one in beside.files.items() if path in paths})


def _came_of(root: Path, wanted: Sequence[str], each: dict[str, One], allowed: frozenset[str]) -> dict[str, One]:
    """What came of each file; what is in *each* is not read again, and what was read comes into it."""
    from elzctl.git import is_below_dot_git

    in_git, left = _in_git(root), MOST
    is_silent = in_git is None and is_below_dot_git(root)
    found: dict[str, One] = {}
    new: dict[str, Found] = {}
    for name in wanted:
        if is_silent or (in_git is not None and name not in in_git):
            found[name] = One(None, _UNKNOWN_TO_GIT, is_sure=False) if is_silent else One(None, _NOT_IN_GIT)
            continue
        one = each.get(name)
        if one is None:
            one = each[name] = _one(root, name, allowed)
            new |= {} if one.found is None else {name: one.found}
        size = 0 if one.found is None else len(one.found.data)
        if size > left:
            found[name] = One(None, say("is too much: {count} MB are published together", count=MOST >> 20))
            new.pop(name, None)
            del each[name]
        else:
            found[name], left = one, left - size
    for name, look in _looked(new, allowed):
        remarks = () if look.remark is None else (look.remark,)
        one = One(new[name]._replace(remarks=remarks) if look.reason is None else None, look.reason, look.is_sure)
        found[name] = each[name] = one
        if not one.is_sure:
            del each[name]
    return found


def _one(root: Path, name: str, allowed: frozenset[str]) -> One:
    from elzctl.attachments.attachment import attachment
    from elzctl.tree import Unreadable

    try:
        return One(attachment(root, name, allowed))
    except Unreadable as fault:
        return One(None, fault.reason)


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
