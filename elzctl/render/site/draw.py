"""A page of the site as bytes: its blocks by the same writer as the documents, in the frame of the site."""

from __future__ import annotations

import re
from functools import partial
from html import escape

from elzctl.render.markdown import clean
from elzctl.render.site.abbreviations import spelled_out
from elzctl.render.site.addresses import address, link
from elzctl.render.site.cells import MOST
from elzctl.render.site.frame import framed
from elzctl.render.site.on_this_page import on_this_page
from elzctl.render.site.page import Page, PublicPage, Site
from elzctl.render.site.writer import SiteWriter
from elzctl.render.tree import Document, Part

HEAVIEST = 96_000
"""Bytes of a page whose lists can be shorter; what changed comes on some pages later."""
KIND = "meeting"
"""Pages look as the short documents do: on a telephone a row of a table is a card."""

BY_CLASS = {
    "edge": 'fill="none" stroke-width="0.8"',
    "line": 'fill="none"',
    "open": 'stroke="currentColor" stroke-width="1.3"',
    "name": 'font-size="10.5"',
}
"""Looks that ``site.css`` gives to all there is of a class."""
# What a timeline says for where there is no style sheet; in a text of the plan these would not have such quotes.
_LOOKS = re.compile(r""" (?:(?:fill|stroke|stop-color|color)="#[0-9a-f]{6}"|font-variation-settings="'wght' \d+")""")


def light(page: Page, site: Site) -> tuple[PublicPage, bytes]:
    """A page as it may be seen, and as a file; with fewer rows in its lists as long as it is too heavy for a telephone."""
    most = MOST
    while True:
        shown = site.shown(page)
        data = drawn(shown, site)
        if len(data) <= HEAVIEST or page.fewer is None or most == 1:
            return shown, data
        most = max(1, int(most * min(0.9, HEAVIEST / len(data))))
        page = page.fewer(most)


def drawn(page: PublicPage, site: Site) -> bytes:
    """The page as a file."""
    document = Document(
        *(page.title, page.subtitle, site.house, site.say.code, "", site.words, ()),
        (Part(KIND, page.blocks),),
        KIND,
        page.sources,
    )
    writer = SiteWriter(document, partial(link, page, site), partial(address, page, site), titled=page.titled)
    blocks = _lighter(writer.blocks(page.blocks))
    behind = page.behind(site, writer) if page.behind is not None else ""
    short = spelled_out(page, site, writer, f"{blocks}{behind}")
    parts, blocks = on_this_page(page, site, f"{blocks}{behind}{short}")
    part = f'<div class="part" data-kind="{KIND}">\n{blocks}</div>\n'
    return framed(page, site, clean(_title(page, parts) + part)).encode()


def _lighter(blocks: str) -> str:
    """Blocks in which timelines leave their looks to the style sheet, by their classes: a quarter lighter."""
    if '<figure class="timeline">' not in blocks:
        return blocks
    blocks = _LOOKS.sub("", blocks)
    for name, looks in BY_CLASS.items():
        blocks = blocks.replace(f'class="t-{name}" {looks}', f'class="t-{name}"')
    return blocks


def _title(page: Page, parts: str) -> str:
    """The title, with the list of the *parts* of the page under it."""
    if not page.titled:
        return ""
    subtitle = f'<p class="subtitle">{escape(page.subtitle)}</p>\n' if page.subtitle else ""
    return f'<div class="top">\n<h1>{escape(page.title)}</h1>\n{subtitle}{parts}</div>\n'
