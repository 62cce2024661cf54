"""The pages of a site: what makes them, and those that somebody looks at alone.

They are made of text that strangers may have written: run this in :mod:`elzctl.render.confined`.  A page more is one more
function in :data:`PAGES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from elzctl.model import Plan
from elzctl.render.memory import Memory
from elzctl.render.site.abbreviations import abbreviation_pages
from elzctl.render.site.actor_pages import actor_pages
from elzctl.render.site.again import outward, site_of
from elzctl.render.site.assets import asset_files
from elzctl.render.site.choices import rows_files
from elzctl.render.site.dashboard import dashboard_pages
from elzctl.render.site.downloads import places
from elzctl.render.site.draw import light
from elzctl.render.site.home import home_page
from elzctl.render.site.meeting_list import meeting_pages
from elzctl.render.site.options import Options
from elzctl.render.site.other_pages import about_pages, timeline_pages
from elzctl.render.site.overview import plan_page
from elzctl.render.site.page import Page, Site
from elzctl.render.site.picture_files import picture_files
from elzctl.render.site.plan_pages import action_pages, chapter_pages, goal_pages
from elzctl.render.site.registers import register_pages
from elzctl.render.site.subject_pages import subject_pages
from elzctl.render.site.subscribe_page import subscribe_pages
from elzctl.templates import OwnTemplates

PageMaker: TypeAlias = Callable[[Site], Iterable[Page]]

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
    abbreviation_pages,
    about_pages,
)
"""The pages; each function gives places to what it makes before it makes it.  Links are looked up when all are made."""


def page_files(
    plan: Plan, today: date, own: OwnTemplates | None, options: Options | None, texts: str | None, paths: frozenset[str]
) -> dict[str, bytes]:
    """The pages at *paths* alone, and what they are drawn with: what somebody looks at, before there is time for the rest."""
    site = site_of(plan, today, own, options, Memory(texts))
    site.wants = lambda anchor: site.places.page(anchor) in paths
    files = {page.path: light(page, site)[1] for page in pages_of(site) if page.path in paths}
    files.update(picture_files(site.plan, files.values))
    files.update(rows_files(outward(site, plan, own), files))
    files.update(asset_files(site))
    return files


def pages_of(site: Site) -> tuple[Page, ...]:
    """All pages, the first one first, but for the list of them; of those of which there are many the ones that are wanted."""
    places(site)
    made = tuple(page for make in PAGES for page in make(site))
    first = (("page:home", home_page), ("page:plan", plan_page))
    return (*(make(site) for name, make in first if site.wants(name)), *made)


def sitemap(pages: Sequence[Page], address: str) -> bytes:
    """The list of pages for search engines, which take whole addresses alone."""
    return "".join(_sitemap_lines(pages, address)).encode()


def _sitemap_lines(pages: Sequence[Page], address: str) -> Iterator[str]:
    from html import escape

    yield '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    for page in pages:
        if page.name != "page:missing":
            yield f"<url><loc>{escape(address + page.path)}</loc></url>\n"
    yield "</urlset>\n"
