"""All files of a site, by their paths: a pure function of a plan and a day.

They are made of text that strangers may have written: run this in :mod:`elzctl.render.confined`.  A page or a file more
is one more function in :data:`PAGES` or :data:`FILES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from elzctl.model import Plan
from elzctl.render.dress import dress_of
from elzctl.render.plan_text import PlanText
from elzctl.render.site.actor_pages import actor_pages, subject_pages
from elzctl.render.site.assets import asset_files
from elzctl.render.site.dashboard import dashboard_pages
from elzctl.render.site.downloads import calendar_files, data_files, places
from elzctl.render.site.draw import drawn
from elzctl.render.site.feeds import feed_files
from elzctl.render.site.home import home_page
from elzctl.render.site.meeting_pages import meeting_pages
from elzctl.render.site.other_pages import about_pages, all_page, timeline_pages
from elzctl.render.site.overview import plan_page
from elzctl.render.site.page import Options, Page, Site
from elzctl.render.site.places import Places
from elzctl.render.site.plan_pages import action_pages, chapter_pages, goal_pages
from elzctl.render.site.registers import register_pages
from elzctl.render.site.search import index_files
from elzctl.render.site.subscribe_page import subscribe_pages
from elzctl.render.site.subscriptions import subscription_files
from elzctl.templates import OwnTemplates
from elzctl.views.published import published
from elzctl.wording import Language

PageMaker: TypeAlias = Callable[[Site], Iterable[Page]]
FileMaker: TypeAlias = Callable[[Site, Sequence[Page]], Iterable[tuple[str, bytes]]]

PAGES: tuple[PageMaker, ...] = (
    action_pages,
    goal_pages,
    chapter_pages,
    meeting_pages,
    register_pages,
    actor_pages,
    subject_pages,
    timeline_pages,
    dashboard_pages,
    subscribe_pages,
    about_pages,
)
"""The pages; each function gives places to what it makes before it makes it.  Links are looked up when all are made."""

FILES: tuple[FileMaker, ...] = (
    asset_files,
    data_files,
    calendar_files,
    feed_files,
    subscription_files,
    index_files,
)
"""The files beside the pages; they may look at the pages."""


def site_files(
    plan: Plan, today: date, own: OwnTemplates | None = None, options: Options | None = None
) -> dict[str, bytes]:
    """Every file of the site by its path from the root, in the language of the plan, but for its documents.

    *plan* is the whole plan: what is not public is left out here.
    """
    site = site_of(plan, today, own, options)
    pages = pages_of(site)
    files = {page.path: drawn(page, site) for page in pages}
    for make in FILES:
        files.update(make(site, pages))
    if site.options.address:
        files["sitemap.xml"] = _sitemap(pages, site.options.address)
    return files


def page_files(
    plan: Plan, today: date, own: OwnTemplates | None, options: Options | None, paths: frozenset[str]
) -> dict[str, bytes]:
    """The pages at *paths* alone, and what they are drawn with: what somebody looks at, before there is time for the rest."""
    site = site_of(plan, today, own, options)
    site.only = paths
    pages = pages_of(site)
    # The list of all pages lacks those that were not made.
    files = {page.path: drawn(page, site) for page in pages if page.path in paths and page.name != "page:all"}
    files.update(asset_files(site, pages))
    return files


def site_of(plan: Plan, today: date, own: OwnTemplates | None = None, options: Options | None = None) -> Site:
    """What the pages of a plan are made of."""
    language, public = Language(plan.settings.language.value), published(plan)
    text = PlanText(public, language, today, pictures=False)
    return Site(public, text, Places(public, language.code), dress_of(plan, own), options or Options())


def pages_of(site: Site) -> tuple[Page, ...]:
    """All pages, the first one first."""
    places(site)
    made = tuple(page for make in PAGES for page in make(site))
    pages = (home_page(site), plan_page(site), *made)
    return (*pages, all_page(pages, site))


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
