"""The list of the parts of a long page, which stands under its title and leads to each of them.

The parts are the headings below the title, whoever drew them.  One without an id gets one that is made of its words, so that
it stays the same as long as these do; ``_elz-`` begins no id that people give, so that none is there twice.
"""

from __future__ import annotations

import re
from html import escape, unescape

from elzctl.ids import slug
from elzctl.render.site.page import Page, Site
from elzctl.wording import say

FEWEST = 4
"""Parts of a page that has a list of them, at least."""
KINDS = frozenset(("chapter", "list", "meeting", "text"))
"""Pages that can be long; an action and a goal have their parts in a fixed order, and the plan has its own list."""
_BEFORE = "_elz-part-"

_HEADING = re.compile(r"<h2([^>]*)>(.*?)</h2>", re.DOTALL)
_IDENTITY = re.compile(r' id="([^"]*)"')
_TAG = re.compile(r"<[^>]*>")


def on_this_page(page: Page, site: Site, drawn: str) -> tuple[str, str]:
    """The list of the parts of a page, as HTML, and the page as *drawn* with an id for each; ``""`` when it has few.

    In what is drawn all texts are escaped already.
    """
    if not page.titled or page.kind not in KINDS or drawn.count("<h2") < FEWEST:
        return "", drawn
    given: set[str] = set()
    items: list[str] = []

    def with_id(found: re.Match[str]) -> str:
        attributes, words = found.groups()
        name = _TAG.sub("", words).strip()
        known = _IDENTITY.search(attributes)
        identity = known[1] if known is not None else _identity(name, given)
        items.append(f'<li><a href="#{identity}">{name}</a></li>\n')
        return found[0] if known is not None else f'<h2{attributes} id="{identity}">{words}</h2>'

    drawn = _HEADING.sub(with_id, drawn)
    label = escape(site.say(say("On this page")))
    return (
        f'<nav class="parts" aria-label="{label}">\n<p aria-hidden="true">{label}</p>\n<ul>\n{"".join(items)}</ul>\n</nav>\n',
        drawn,
    )


def _identity(name: str, given: set[str]) -> str:
    """An id made of the words of a heading: the second of the same words has a number behind it."""
    words = re.sub(r"^\d+\. ", "", unescape(name))
    first = found = f"{_BEFORE}{slug(words) or 'x'}"
    place = 1
    while found in given:
        place += 1
        found = f"{first}.{place}"
    given.add(found)
    return found
