"""What stays of a site when a plan changes: after an edit in the text of an action, all pages but its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import elzctl
from elzctl.render.job import Job
from elzctl.render.site import job
from elzctl.render.site.kept import PLAN, Built, Inputs, Kept, changed, inputs_of, together
from elzctl.views.published import around_actions, without_texts

if TYPE_CHECKING:
    from elzctl.load import Loaded
    from elzctl.render.job import Limits
    from elzctl.render.site.options import Options
    from elzctl.shelf import Shelf
    from elzctl.templates import OwnTemplates

LARGEST = 64 << 20
"""Bytes of a site that is kept from one run to the next."""


class Standing:
    """The last whole site that was made, as far as it is known."""

    def __init__(self, kept: Kept | None = None) -> None:
        """*kept* is what an earlier run left."""
        self.kept = kept
        self.has_changed = False
        self.inputs = Inputs("", "", {})
        self.edited: frozenset[str] | None = None
        """The actions of which only the text changed since that site was made, of a plan without errors, and nothing else did."""
        self._stays: Kept | None = None

    def job(
        self,
        loaded: Loaded,
        today: date,
        options: Options,
        own: OwnTemplates | None,
        limits: Limits,
        texts: tuple[str, dict[str, str]] | None = None,
    ) -> Job:
        """What a child has to do for the site to be that of the plan as it is now; :meth:`whole` takes what comes of it.

        *texts* are :func:`~elzctl.render.site.kept.hashed`, when that is known already.
        """
        self.inputs, self._stays = inputs_of(loaded, today, options, own, texts), None
        names = self.edited = changed(self.kept, self.inputs) if self.kept is not None else None
        if self.kept is None or names is None:
            return Job("site", job.whole, (loaded.plan, today, own, options), limits)
        self._stays = self.kept
        if not names:
            return Job("site", job.nothing, (), limits)
        old = self.kept.built
        earlier = old._replace(files={PLAN: old.files[PLAN]})
        plan = without_texts(around_actions(loaded.plan, names), names)  # the rest would only have to be brought there
        return Job("site", job.part, (plan, today, own, options, names, earlier), limits)

    def whole(self, found: Built) -> Mapping[str, bytes]:
        """All files, of which a child made what is not as it was."""
        if self._stays is None or found.files:
            built = found if self._stays is None else together(self._stays, found)
            self.kept, self.has_changed = Kept(self.inputs, built), True
        assert self.kept is not None
        return self.kept.built.files


def standing(shelf: Shelf) -> Standing:
    """What an earlier run put on the *shelf*."""
    found = shelf.take()
    if found is None:
        return Standing()
    files, common, actions, *built = found
    return Standing(Kept(Inputs(files, common, actions), Built(*built)))


def keep(shelf: Shelf, site: Standing) -> None:
    """Puts a site that changed on the *shelf*, unless it is too large to be worth it."""
    kept = site.kept if site.has_changed else None
    if kept is not None and sum(map(len, kept.built.files.values())) <= LARGEST:
        shelf.put((*kept.inputs, *kept.built))


def shelf_of(root: Path, environment: Mapping[str, str], name: str = "8-site") -> Shelf:
    """Where the site of the plan under *root* is kept: of no use to another elzctl, with other code or other libraries."""
    from elzctl.cache import Cache, folder_of
    from elzctl.shelf import Shelf

    return Shelf(Cache(folder_of(environment), root).folder, name, f"{_code()} {root}")


@cache
def _code() -> str:
    """Which code and which templates make a site."""
    from elzctl.templates import folder

    found = PathFinder.find_spec("typer")
    assert found is not None
    assert found.origin is not None
    libraries = os.stat(Path(found.origin).parents[1]).st_mtime_ns  # it changes when anything is installed there
    files = sorted((*_stamps(Path(elzctl.__file__).parent), *_stamps(folder("html"))))
    return f"{elzctl.__version__} {sys.version_info[:3]} {libraries} {crc32(repr(files).encode()):08x}"


def _stamps(place: str | Path) -> Iterator[tuple[str, int]]:
    """The files below a folder, and when each was changed."""
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                yield entry.path, entry.stat().st_mtime_ns
