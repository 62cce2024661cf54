"""All files of a site, by their paths: a pure function of a plan and a day.

They are made of text that strangers may have written: run this in :mod:`elzctl.render.confined`.  A page or a file more
is one more function in :data:`PAGES` or :data:`FILES`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import elzctl.render.markdown_rules  # noqa: F401 - else each half of the pages would import it for itself
from elzctl.beside import beside
from elzctl.model import Plan
from elzctl.render.site.actor_pages import actor_pages, subject_pages
from elzctl.render.site.again import Made, made_of, outward, site_of
from elzctl.render.site.assets import asset_files
from elzctl.render.site.dashboard import dashboard_pages
from elzctl.render.site.downloads import calendar_files, data_files, places
from elzctl.render.site.draw import drawn
from elzctl.render.site.feeds import feed_files
from elzctl.render.site.home import home_page
from elzctl.render.site.kept import Built
from elzctl.render.site.meeting_pages import meeting_pages
from elzctl.render.site.options import Options
from elzctl.render.site.other_pages import about_pages, all_pages, timeline_pages
from elzctl.render.site.overview import plan_page
from elzctl.render.site.page import Page, Site
from elzctl.render.site.picture_files import picture_files
from elzctl.render.site.plan_data import plan_data_file
from elzctl.render.site.plan_pages import action_pages, chapter_pages, goal_pages
from elzctl.render.site.registers import register_pages
from elzctl.render.site.search import decisions, index_file
from elzctl.render.site.search_box import INDEX
from elzctl.render.site.subscribe_page import subscribe_pages
from elzctl.render.site.subscriptions import subscription_files
from elzctl.templates import OwnTemplates

PageMaker: TypeAlias = Callable[[Site], Iterable[Page]]
FileMaker: TypeAlias = Callable[[Site], Iterable[tuple[str, bytes]]]

PAGES: tuple[PageMaker, ...] = (
    action_pages,
    goal_pages,
    chapter_pages,
    register_pages,
    meeting_pages,
    subscribe_pages,
    actor_pages,
    subject_pages,
    timeline_pages,
    dashboard_pages,
    about_pages,
)
"""The pages; each function gives places to what it makes before it makes it.  Links are looked up when all are made."""

FILES: tuple[FileMaker, ...] = (asset_files, data_files, calendar_files, feed_files, subscription_files)
"""The files beside the pages, but for the data of the whole plan."""


class Unasked(Exception):
    """Nobody waits any more for a part of the pages."""


class Share:
    """A half of the pages: every second one, in the order in which somebody asks whether it is wanted."""

    def __init__(self, *, first: bool, asker: int = 0) -> None:
        """*asker* is the process that waits for it, perhaps this one: the work ends when it is gone."""
        self._first = first
        self._asker = asker
        self._places = {"page:home": 0, "page:plan": 1}

    def __call__(self, anchor: str) -> bool:
        """True when the page is in this half.  Raises Unasked."""
        if self._asker and self._asker not in (os.getpid(), os.getppid()):
            raise Unasked
        return (self.place(anchor) % 2 == 0) is self._first

    def place(self, anchor: str) -> int:
        """Which of the pages it is."""
        return self._places.setdefault(anchor, len(self._places))


def site_files(
    plan: Plan, today: date, own: OwnTemplates | None = None, options: Options | None = None
) -> dict[str, bytes]:
    """Every file of the site by its path from the root, in the language of the plan, but for its documents.

    *plan* is the whole plan: what is not public is left out here.
    """
    return dict(built(plan, today, own, options).files)


def built(plan: Plan, today: date, own: OwnTemplates | None = None, options: Options | None = None) -> Built:
    """The whole site, as :func:`site_files` makes it, with what is needed to make only a part of it the next time."""
    site, share, here = site_of(plan, today, own, options), Share(first=True), os.getpid()
    others = beside(lambda: _second(site.again(), Share(first=False, asker=here), plan, own))
    made = _half(site, share)
    files = _files(FILES, outward(site, plan, own))
    theirs, data, parsed = others()
    files.update(data)
    made = sorted((*made, *theirs), key=lambda one: share.place(one.page.name))
    pages = [one.page for one in made]
    made += [made_of(one, site) for one in all_pages(pages, site)]
    found = {one.page.path: one.data for one in made}
    files.update(found)
    files.update(picture_files(site.plan, found))
    if site.options.address:
        files["sitemap.xml"] = _sitemap(pages, site.options.address)
    entries = {one.page.name: one.entry for one in made if one.entry is not None}
    entries.update(decisions(site))
    files[INDEX] = index_file(site, entries.values())
    entered = {name: tuple(one) for name, one in entries.items()}
    return Built(files, entered, site.places.known, {**site.parsed, **parsed})


def page_files(
    plan: Plan, today: date, own: OwnTemplates | None, options: Options | None, paths: frozenset[str]
) -> dict[str, bytes]:
    """The pages at *paths* alone, and what they are drawn with: what somebody looks at, before there is time for the rest."""
    site = site_of(plan, today, own, options)
    site.wants = lambda anchor: site.places.page(anchor) in paths
    files = {page.path: drawn(site.shown(page), site) for page in pages_of(site) if page.path in paths}
    files.update(picture_files(site.plan, files))
    files.update(asset_files(site))
    return files


def pages_of(site: Site) -> tuple[Page, ...]:
    """All pages, the first one first, but for the list of them; of those of which there are many the ones that are wanted."""
    places(site)
    made = tuple(page for make in PAGES for page in make(site))
    first = (("page:home", home_page), ("page:plan", plan_page))
    return (*(make(site) for name, make in first if site.wants(name)), *made)


def _half(site: Site, share: Share) -> list[Made]:
    """A half of the pages; all have to be asked for, so that links are known and the other half is the rest."""
    site.wants = share
    return [made_of(page, site) for page in pages_of(site) if share(page.name)]


def _second(
    site: Site, share: Share, plan: Plan, own: OwnTemplates | None
) -> tuple[list[Made], dict[str, bytes], Mapping[str, Any]]:
    """The second half of the pages, the file that takes longest, and what was read of texts."""
    return _half(site, share), _files((plan_data_file,), outward(site, plan, own)), site.parsed


def _files(makers: Iterable[FileMaker], site: Site) -> dict[str, bytes]:
    return {path: data for make in makers for path, data in make(site)}


def _sitemap(pages: Sequence[Page], address: str) -> bytes:
    """The list of pages for search engines, which take whole addresses alone."""
    return "".join(_sitemap_lines(pages, address)).encode()


def _sitemap_lines(pages: Sequence[Page], address: str) -> Iterator[str]:
    from html import escape

    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for page in pages:
        if page.name != "page:missing":
            yield f"<url><loc>{escape(address + page.path)}</loc></url>\n"
    yield "</urlset>\n"
