"""Which files of a plan everybody may read, and what may be told of the name of another one: one rule for every public log."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from elzctl.ids import fault
from elzctl.load import ACTIONS, ACTORS, GOALS, MEETINGS, PLAN, PRIVATE, RIGHTS, SERIES, TEXTS
from elzctl.model import Plan
from elzctl.picture_names import ATTACHMENTS, PICTURES
from elzctl.source import Source
from elzctl.templates import ENDINGS, OWN, is_built_in
from elzctl.terms import Access
from elzctl.traces import contacts
from elzctl.views.published import has_minutes

_KINDS = tuple(f"{OWN}/{kind}" for kind in ENDINGS)
_FOLDERS = (ACTIONS, TEXTS, PICTURES, "plan", ATTACHMENTS, MEETINGS, *_KINDS, OWN, PRIVATE)
"""The folders whose names are elzctl's own, an inner one before the one around it."""
_NAMES = frozenset((*_FOLDERS, PLAN, GOALS, ACTORS, RIGHTS, SERIES))
"""What is called so in every plan: such a name tells nothing."""
_KEY = re.compile(r"^[^\s#-][^:\n]*(?=:)", re.MULTILINE)


class PublishedFiles:
    """The files of a plan of which what they say is published as well, as far as that can be known.

    These are the settings, goals, actors and fiches, the chapters that the plan prints, minutes of open series from the
    moment that they are to be read, the files that go with these, and templates in the place of those of elzctl.  What
    cannot be read is none of them, but for a fiche or a printed chapter: these are published as soon as they can be.
    A file whose very name tells an address or a number of somebody is none either.
    """

    def __init__(self, plan: Plan, series: Source | None = None) -> None:
        """*series* is the file of the series, when there is one that could be read."""
        self._plan = plan
        self._series = series

    def has(self, path: str) -> bool:
        """True for a file that everybody may read."""
        folder, _, name = path.rpartition("/")
        if path == SERIES:
            return self._all_open
        if path in (PLAN, GOALS, ACTORS):
            return True
        if any(contacts(name)):
            return False
        if folder in (ACTIONS, TEXTS):
            id_ = name.removesuffix(".md")
            is_named = name.endswith(".md") and fault(id_) is None
            return is_named and (folder == ACTIONS or id_ in self._chapters)
        return path in self._minutes or (folder in _KINDS and is_built_in(path))

    def told(self, path: str) -> str:
        """The path; of a file that is not for everybody its folder, and the day of a meeting."""
        if path in _NAMES or self.has(path):
            return path
        folder = next((one for one in _FOLDERS if path.startswith(f"{one}/")), "")
        if not folder:
            return "…"
        return f"{folder}/{_day(path) if folder == MEETINGS else ''}…"

    @cached_property
    def names(self) -> str:
        """What everybody may know: how folders and files are called in every plan, and the series, of which is told that they meet."""
        return "\n".join((*_NAMES, *(f"{one.id}\n{one.name}" for one in self._plan.series.values())))

    @cached_property
    def attachments(self) -> tuple[str, ...]:
        """The files that go with minutes, published or not."""
        return tuple(f"{ATTACHMENTS}/{name}" for name in self._plan.attachments)

    @cached_property
    def _chapters(self) -> frozenset[str]:
        chapters = self._plan.settings.chapters
        return frozenset(ref.id for ref in (*chapters.before, *chapters.after))

    @cached_property
    def _minutes(self) -> frozenset[str]:
        """The minutes that are published, and what goes with them."""
        found = [one for one in self._plan.meetings if has_minutes(self._plan, one)]
        beside = (f"{ATTACHMENTS}/{file.file}" for one in found for file in one.attachments)
        return frozenset((*(one.path for one in found), *beside))

    @cached_property
    def _all_open(self) -> bool:
        """True when every series that the file names could be read, and is open."""
        series = self._plan.series
        is_read = self._series is not None and set(_KEY.findall(self._series.text)) <= set(series)
        return bool(series) and is_read and all(one.access is Access.OPEN for one in series.values())


def _day(path: str) -> str:
    """The day with which the name of a file begins, and a hyphen."""
    text = path.removeprefix(f"{MEETINGS}/")[:10]
    try:
        return f"{date.fromisoformat(text)}-"
    except ValueError:
        return ""
