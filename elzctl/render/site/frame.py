"""What stands around every page: head, navigation, where the page stands, and the foot.

The page allows itself the style and the script of the site, pictures of the site, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import TypeAlias

from elzctl import dates
from elzctl.render.markdown import is_vetted
from elzctl.render.site.addresses import address, link
from elzctl.render.site.feeds import feed_links
from elzctl.render.site.page import Page, Site
from elzctl.render.site.search_box import search_box
from elzctl.wording import Message, say, say_count

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
    " form-action 'none'"
)
STYLE, SCRIPT, LOGO = "assets/style.css", "assets/site.js", "assets/logo"

NAVIGATION: tuple[tuple[str, Message], ...] = (
    ("page:home", say("Home")),
    ("page:plan", say("Plan")),
    ("page:timeline", say("Timeline")),
    ("page:dashboard", say("Dashboard")),
    ("page:meetings", say("Meetings")),
    ("page:actors", say("Who does what")),
    ("page:subjects", say("Target groups and themes")),
    ("page:downloads", say("Downloads")),
)
"""The pages that every page leads to; one that was not made is left out."""

FOOT: tuple[tuple[str, Message], ...] = (
    ("page:subscribe", say("Subscribe")),
    ("page:all", say("All pages")),
    ("page:privacy", say("Privacy")),
    ("page:accessibility", say("Accessibility")),
)

Slot: TypeAlias = Callable[[Site, Page], str]
"""A piece of HTML that stands on every page; whoever makes it escapes what comes from the plan."""

HEAD: tuple[Slot, ...] = (feed_links,)
"""What goes at the end of the head: links to feeds, more scripts."""

TOP: tuple[Slot, ...] = (search_box,)
"""What goes in the header, behind the name of the house: a box to search in."""


def framed(page: Page, site: Site, body: str) -> str:
    """The whole page around *body*, in which everything is escaped."""
    title = escape(page.title)
    name = escape(site.house)
    full = title if page.title == site.house else f"{title} – {name}"
    return f"""\
<!doctype html>
<html lang="{site.say.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{full}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="{address(page, site, STYLE)}">
<script src="{address(page, site, SCRIPT)}" defer></script>
{"".join(slot(site, page) for slot in HEAD)}</head>
<body>
<a class="skip" href="#_elz-main">{escape(site.say(say("Skip to the text")))}</a>
<header class="site">
<div>
<p class="house"><a href="{link(page, site, "page:home")}">{_logo(page, site)}{name}</a></p>
{"".join(slot(site, page) for slot in TOP)}<nav aria-label="{escape(site.say(say("Site")))}">
<ul>
{"".join(_items(page, site))}</ul>
</nav>
</div>
</header>
<div class="page">
{_draft(site)}{_crumbs(page, site)}<main id="_elz-main" tabindex="-1" data-kind="{page.kind}">
{body}</main>
</div>
<footer class="site">
<div>
<p>{name} · {escape(site.say(say("Version of")))} {escape(dates.in_words(site.today, site.say.code))}</p>
<ul>
{"".join(_foot(page, site))}</ul>
</div>
</footer>
</body>
</html>
"""


def _logo(page: Page, site: Site) -> str:
    found = site.logo
    if found is None or site.dress.logo is None:
        return ""
    path = address(page, site, f"{LOGO}.{site.dress.logo.picture.kind}")
    # The name of the house stands beside it.
    return f'<img src="{path}" alt="" width="{found.width}" height="{found.height}">'


def _items(page: Page, site: Site) -> Iterator[str]:
    for anchor, words in NAVIGATION:
        target = link(page, site, anchor)
        if target:
            here = ' aria-current="page"' if page.name == anchor else ""
            here = here or (' aria-current="true"' if anchor in page.above else "")
            yield f'<li><a href="{target}"{here}>{escape(site.say(words))}</a></li>\n'


def _draft(site: Site) -> str:
    """That it is a draft, when the plan has errors."""
    if not site.options.errors:
        return ""
    words = say_count(
        "This is a draft: the plan has {count} error.",
        "This is a draft: the plan has {count} errors.",
        site.options.errors,
    )
    return f'<p class="draft">{escape(site.say(words))}</p>\n'


def _crumbs(page: Page, site: Site) -> str:
    """Where the page stands; not on the pages that the navigation leads to."""
    if not page.above:
        return ""
    names = {**dict(NAVIGATION), "page:meetings": say("Meetings")}
    items = []
    for anchor in ("page:home", *page.above):
        words = site.say(names[anchor]) if anchor in names else _called(anchor, site)
        if target := link(page, site, anchor):
            items.append(f'<li><a href="{target}">{escape(words)}</a></li>\n')
    label = escape(site.say(say("You are here")))
    return f'<nav class="crumbs" aria-label="{label}">\n<ol>\n{"".join(items)}</ol>\n</nav>\n'


def _called(anchor: str, site: Site) -> str:
    """A goal in few words: its number, and its title when it has none."""
    number, title = site.plan.titles.get(anchor, ("", ""))
    if not number:
        return site.public(site.text.title_text(title))
    return site.say(say("Goal {number}", number=number))


def _foot(page: Page, site: Site) -> Iterator[str]:
    for anchor, words in FOOT:
        if target := link(page, site, anchor):
            yield f'<li><a href="{target}">{escape(site.say(words))}</a></li>\n'
    source = dict(page.sources).get("") or dict(page.sources).get(page.name, "")
    if is_vetted(source):
        name = escape(site.say(say("Source file")))
        yield f'<li><a href="{escape(source)}" rel="noopener noreferrer">{name}</a></li>\n'
