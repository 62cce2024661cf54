"""What stays of a site when a plan changes: after an edit in the text of an action, all pages but its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from elzctl.our_code import code
from elzctl.render.job import Job
from elzctl.render.site import job
from elzctl.render.site.kept import Built, Changes, Inputs, Kept, changed, inputs_of, put_together
from elzctl.views.published import around_actions, without_texts

if TYPE_CHECKING:
    from types import TracebackType

    from elzctl.load import Loaded
    from elzctl.render.job import Limits
    from elzctl.render.site.options import Options
    from elzctl.shelf import Shelf
    from elzctl.templates import OwnTemplates

LARGEST = 64 << 20
"""Bytes of a site that is kept from one run to the next."""
_SINCE = "8-site-since"
_PARTS = 4
"""In so many a site is kept: see :func:`~elzctl.render.site.kept.put_together`; and what it was made of."""
_NONE = Changes({}, {}, {})


class Standing:
    """The last whole site that was made, as far as it is known."""

    def __init__(
        self, kept: Kept | None = None, base: Inputs | None = None, since: Changes = _NONE, *, texts: str | None = None
    ) -> None:
        """*kept* is what an earlier run left: what was made of *base*, and *since* then.

        *texts* is the folder of :class:`~elzctl.render.memory.Memory`.
        """
        self._texts = texts
        self.kept = kept
        self.base = base
        self.since = since
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
            return Job("site", job.whole, (loaded.plan, today, own, options, self._texts), limits)
        self._stays = self.kept
        if not names:
            return Job("site", job.nothing, (), limits)
        earlier = self.kept.built._replace(files={})
        plan = without_texts(around_actions(loaded.plan, names), names)  # the rest would only have to be brought there
        return Job("site", job.part, (plan, today, own, options, self._texts, names, earlier), limits)

    def whole(self, found: Iterable[Any] | Changes) -> Mapping[str, bytes]:
        """All files, of which a child made what is not as it was, or parts of all."""
        if not isinstance(found, Changes):
            self.kept, self.base = Kept(self.inputs, put_together(found)), self.inputs
            self.since, self.has_changed = _NONE, True
        elif found.files and self._stays is not None:
            self.kept, self.has_changed = self._stays.with_changes(self.inputs, found), True
            self.since = self.since.then(found)
        assert self.kept is not None
        return self.kept.built.files


def standing(shelf: Shelf) -> Standing:
    """What an earlier run put on the *shelf*."""
    found = shelf.take_parts()
    if len(found) != _PARTS:
        return Standing(texts=shelf.folder)
    *parts, rest, inputs = found
    base = Inputs(*inputs)
    kept = Kept(base, put_together((*parts, Built(*rest))))
    more = shelf.beside(_SINCE).take()
    if more is None or more[0] != tuple(base):
        return Standing(kept, base, texts=shelf.folder)
    since = Changes(*more[2])
    return Standing(kept.with_changes(Inputs(*more[1]), since), base, since, texts=shelf.folder)


class Keeping:
    """Puts a site on a *shelf*, a whole one while its parts come.  Leaving the ``with`` block ends that."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._begun = shelf.begin()
        self._count = 0

    def __enter__(self) -> Keeping:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._begun.__exit__(kind, error, trace)

    def part(self, part: Any) -> None:
        """Keeps a part of a whole site."""
        self._count += 1
        self._begun.add(tuple(part) if isinstance(part, Built) else part)

    def keep(self, site: Standing) -> None:
        """Keeps a site that changed, unless it is too large to be worth it; or beside it what changed since."""
        kept = site.kept if site.has_changed else None
        if kept is None or site.base is None or sum(map(len, kept.built.files.values())) > LARGEST:
            return
        if site.since.files:
            self._shelf.beside(_SINCE).put((tuple(site.base), tuple(kept.inputs), tuple(site.since)))
            return
        if not self._count:  # its parts were put together already
            self.part(kept.built.files)
            self.part({})
            self.part(kept.built._replace(files={}))
        self._begun.add(tuple(kept.inputs))
        self._begun.done()


def shelf_of(root: Path, environment: Mapping[str, str], name: str = "8-site") -> Shelf:
    """Where the site of the plan under *root* is kept: of no use to another elzctl, with other code or other libraries."""
    from elzctl.cache import Cache, folder_of
    from elzctl.shelf import Shelf

    return Shelf(Cache(folder_of(environment), root).folder, name, lambda: f"{code()} {root}")
