"""The one style sheet, the one script and the logo of a site."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.render.html_dress import dressed
from elzctl.render.markdown import clean
from elzctl.render.page import Pages
from elzctl.render.site.frame import LOGO, SCRIPT, STYLE
from elzctl.render.site.page import Site

STYLES = ("plan.css", "meeting.css", "site.css", "dashboard.css", "search.css")
"""Those of the documents, and what only a site has."""
SCRIPTS = ("site.js", "search.js")


def asset_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """What the pages are drawn with, in the colours of the zone and with its own templates."""
    yield STYLE, site.once("style sheet", style).encode()
    yield SCRIPT, clean(Pages(site.dress.own.html).text(*SCRIPTS)).encode()
    if site.dress.logo is not None:
        picture = site.dress.logo.picture
        yield f"{LOGO}.{picture.kind}", picture.data


def style(site: Site) -> str:
    """The style sheet."""
    widths = "".join(f"col.w{percent} {{ width: {percent}%; }}\n" for percent in range(1, 101))
    return clean(dressed(Pages(site.dress.own.html).text(*STYLES), site.dress) + widths)
