"""The search box of every page, which its script completes.  What it looks in is made by :mod:`elzctl.render.site.search`."""

from __future__ import annotations

from html import escape

from elzctl.render.site.addresses import address, is_adrift
from elzctl.render.site.page import Page, Site
from elzctl.wording import say

INDEX = "assets/search-index.js"


def search_box(site: Site, page: Page) -> str:
    """The box, hidden until a script shows it; none where the script would not find what it looks in."""
    if is_adrift(page, site):
        return ""
    label = escape(site.say(say("Search this site")))
    failed = escape(site.say(say("Searching does not work now. At the foot of the page you find all pages.")))
    return f"""\
<form class="search" role="search" id="_elz-search" hidden data-index="{address(page, site, INDEX)}" data-failed="{failed}">
<input type="search" aria-label="{label}" placeholder="{label}">
</form>
"""
