"""The feeds of a site, and how each page leads to them.  What is in them is made by :mod:`elzctl.render.site.feeds`."""

from __future__ import annotations

from html import escape

from elzctl.render.site.page import Page, Site
from elzctl.wording import Message, say

FEEDS: tuple[tuple[str, Message, str], ...] = (
    ("minutes", say("Minutes"), "page:meetings"),
    ("actions", say("What happened in the actions"), "page:plan"),
)
"""The feeds: their names, their titles, and the page that shows the same."""


def feed_links(site: Site, page: Page) -> str:
    """For the head of a page: where a program that reads feeds finds them."""
    if page.name == "page:missing":  # it is shown under any address, from which nothing can be counted
        return ""
    found = [(site.places.link(page.path, f"feed:{name}"), site.say(title)) for name, title, _ in FEEDS]
    return "".join(
        f'<link rel="alternate" type="application/atom+xml" title="{escape(title)}" href="{path}">\n'
        for path, title in found
        if path
    )
