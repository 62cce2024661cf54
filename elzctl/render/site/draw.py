"""A page of the site as bytes: its blocks by the same writer as the documents, in the frame of the site."""

from __future__ import annotations

from functools import partial
from html import escape

from elzctl.render.html_blocks import Writer
from elzctl.render.markdown import clean
from elzctl.render.site.addresses import link
from elzctl.render.site.frame import framed
from elzctl.render.site.page import Page, Site
from elzctl.render.tree import Document, Part

KIND = "meeting"
"""Pages look as the short documents do: on a telephone a row of a table is a card."""


def drawn(page: Page, site: Site) -> bytes:
    """The page, without anything that is not public."""
    page = page._replace(
        title=site.public(page.title), subtitle=site.public(page.subtitle), blocks=site.public(page.blocks)
    )
    document = Document(
        *(page.title, page.subtitle, site.house, site.say.code, "", site.words, ()),
        (Part(KIND, page.blocks),),
        KIND,
        page.sources,
    )
    writer = Writer(document, partial(link, page, site), titled=page.titled)
    blocks = writer.blocks(page.blocks)
    behind = page.behind(site, writer) if page.behind is not None else ""
    part = f'<div class="part" data-kind="{KIND}">\n{blocks}{behind}</div>\n'
    return clean(framed(page, site, _title(page) + part)).encode()


def _title(page: Page) -> str:
    if not page.titled:
        return ""
    subtitle = f'<p class="subtitle">{escape(page.subtitle)}</p>\n' if page.subtitle else ""
    return f'<div class="top">\n<h1>{escape(page.title)}</h1>\n{subtitle}</div>\n'
