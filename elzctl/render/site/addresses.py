"""How a page leads to another one, and to the files of the site."""

from __future__ import annotations

from html import escape

from elzctl.render.site.page import Page, Site


def link(page: Page, site: Site, anchor: str) -> str:
    """How *page* leads to an anchor; ``""`` when that is nowhere."""
    if is_adrift(page, site):
        return ""
    found = site.places.link(page.path, anchor)
    return _rooted(page, site, found)


def address(page: Page, site: Site, path: str) -> str:
    """How *page* leads to a file of the site."""
    return _rooted(page, site, "../" * page.path.count("/") + path)


def canonical(page: Page, site: Site) -> str:
    """For the head of a page: its one address on the web, when that of the site is known."""
    if not site.options.address or page.name == "page:missing":
        return ""
    return f'<link rel="canonical" href="{escape(site.options.address + page.path)}">\n'


def is_adrift(page: Page, site: Site) -> bool:
    """True for the page “not found” of a site whose address is not known: no link made for it leads anywhere for certain."""
    return page.name == "page:missing" and not site.options.address


def _rooted(page: Page, site: Site, found: str) -> str:
    """A server shows the page “not found” under any address: there only a whole address leads anywhere."""
    is_lost = page.name == "page:missing" and site.options.address and found and not found.startswith("#")
    return escape(site.options.address + found) if is_lost else found
