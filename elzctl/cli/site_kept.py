"""What stays of a site when a plan changes: after an edit in the text of an action, all pages but its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import typer

import elzctl
from elzctl.render.job import Job
from elzctl.render.site import job
from elzctl.render.site.kept import Built, Inputs, Kept, changed, inputs_of, together

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
        self.is_same = False
        self._new: Inputs | None = None
        self._stays: Kept | None = None

    def job(self, loaded: Loaded, today: date, options: Options, own: OwnTemplates | None, limits: Limits) -> Job:
        """What a child has to do for the site to be that of the plan as it is now; :meth:`whole` takes what comes of it."""
        self._new, self._stays, self.is_same = inputs_of(loaded, today, options, own), None, False
        names = changed(self.kept, self._new) if self.kept is not None else None
        arguments = (loaded.plan, today, own, options)
        if self.kept is None or names is None:
            return Job("site", job.whole, arguments, limits)
        self._stays, self.is_same = self.kept, not names
        if self.is_same:
            return Job("site", job.nothing, (), limits)
        return Job("site", job.part, (*arguments, names, self.kept.built._replace(files={})), limits)

    def whole(self, found: Built) -> Mapping[str, bytes]:
        """All files, of which a child made what is not as it was."""
        assert self._new is not None, "a job comes first"
        if self._stays is None or found.files:
            built = found if self._stays is None else together(self._stays, found)
            self.kept, self.has_changed = Kept(self._new, built), True
        assert self.kept is not None
        return self.kept.built.files


def standing(shelf: Shelf) -> Standing:
    """What an earlier run put on the *shelf*."""
    found = shelf.take()
    if found is None:
        return Standing()
    common, actions, *built = found
    return Standing(Kept(Inputs(common, actions), Built(*built)))


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


def _code() -> str:
    """Which code and which templates make a site."""
    from elzctl.templates import folder

    libraries = os.stat(Path(typer.__file__).parents[1]).st_mtime_ns  # it changes when anything is installed there
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
