"""What stands around every page: head, navigation, where the page stands, and the foot.

The page allows itself the style and the script of the site, pictures of the site, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import TypeAlias

from elzctl import dates
from elzctl.record import NamedTuple
from elzctl.render.markdown import clean
from elzctl.render.site.addresses import address, canonical, is_adrift, link
from elzctl.render.site.feed_links import feed_links
from elzctl.render.site.page import Page, Site
from elzctl.render.site.search_box import search_box
from elzctl.render.vetted import is_vetted
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
_NAMES = dict(NAVIGATION)
_HEAVIEST = 40_000
"""Signs of a logo that stands in a page."""
_DRAFT, _INTERNAL = say("DRAFT – {title}", title="{title}"), say("INTERNAL – {title}", title="{title}")

FOOT: tuple[tuple[str, Message], ...] = (
    ("page:subscribe", say("Subscribe")),
    ("page:abbreviations", say("Abbreviations")),
    ("page:all", say("All pages")),
    ("page:privacy", say("Privacy")),
    ("page:accessibility", say("Accessibility")),
)

Slot: TypeAlias = Callable[[Site, Page], str]
"""A piece of HTML that is the same on all pages of a folder; whoever makes it escapes what comes from the plan.

The page “not found” has its own, because it is shown under any address.
"""

HEAD: tuple[Slot, ...] = (feed_links,)
"""What goes at the end of the head: links to feeds, more scripts."""

TOP: tuple[Slot, ...] = (search_box,)
"""What goes in the header, behind the name of the house: a box to search in."""


class Around(NamedTuple):
    """What is the same around all pages of a folder: ``navigation`` and ``foot`` are addresses and words by anchor."""

    before_title: str
    after_title: str
    after_navigation: str
    navigation: tuple[tuple[str, str, str], ...]
    crumbs: str
    foot: str
    after_day: str
    end: str


def framed(page: Page, site: Site, body: str) -> str:
    """The whole page around *body*, in which everything is escaped and can be seen."""
    key = (page.path.rpartition("/")[0], page.name == "page:missing")
    around = site.frames.get(key)
    if around is None:
        around = site.frames[key] = _around(page, site)
    title = escape(clean(page.full_title))
    full = title if page.title == site.house else f"{title} – {escape(clean(site.house))}"
    for is_so, words in ((site.options.errors, _DRAFT), (site.options.internal, _INTERNAL)):
        if is_so:  # a browser prints the title on every sheet
            full = site.say(words._replace(args=(("title", full),)))
    return (
        f"{around.before_title}{full}</title>\n{canonical(page, site)}{around.after_title}{''.join(_items(page, around))}{around.after_navigation}"
        f"{_crumbs(page, site, around)}"
        f'<main id="_elz-main" tabindex="-1" data-kind="{page.kind}">\n{body}</main>\n'
        f"{around.foot}{_dated(page, site)}{around.after_day}{_source(page, site)}{around.end}"
    )


def _around(page: Page, site: Site) -> Around:
    """What stands around a page of the folder of *page*."""
    name = escape(clean(site.house))
    policy, dress = _dress(page, site)
    begin, end = f'<nav aria-label="{escape(site.say(say("Site")))}">\n<ul>\n', "</ul>\n</nav>\n"
    if is_adrift(page, site):
        begin = end = ""
    return Around(
        f"""\
<!doctype html>
<html lang="{site.say.code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>""",
        f"""\
<link rel="icon" href="data:,">
{dress}{"".join(slot(site, page) for slot in HEAD)}</head>
<body>
<a class="skip" href="#_elz-main">{escape(site.say(say("Skip to the text")))}</a>
<header class="site">
<div>
{_house(page, site, name)}
{"".join(slot(site, page) for slot in TOP)}{begin}""",
        f"""\
{end}</div>
</header>
<div class="page">
{_internal(site)}{_draft(site)}""",
        tuple(
            (anchor, target, escape(site.say(words)))
            for anchor, words in NAVIGATION
            if (target := link(page, site, anchor))
        ),
        f'<nav class="crumbs" aria-label="{escape(site.say(say("You are here")))}">\n<ol>\n',
        f"""\
</div>
<footer class="site">
<div>
<p>{name}""",
        f"""\
</p>
{_foot(page, site)}""",
        f"""\
{"" if is_adrift(page, site) else "</ul>"}
</div>
</footer>
</body>
</html>
""",
    )


def _dress(page: Page, site: Site) -> tuple[str, str]:
    """What the page may use, and the elements with its style and its script.

    The page “not found” of a site whose address is not known finds no other file: its style stands in it, and nothing else.
    """
    if not is_adrift(page, site):
        style, script = address(page, site, STYLE), address(page, site, SCRIPT)
        return POLICY, f'<link rel="stylesheet" href="{style}">\n<script src="{script}" defer></script>\n'
    from binascii import b2a_base64

    from elzctl.hashes import sha256
    from elzctl.render.site.assets import style as sheet

    words = site.once("style sheet", sheet).replace("\r", "").replace("</", "<\\/")
    hashed = b2a_base64(sha256(words.encode()), newline=False).decode()
    return POLICY.replace("style-src 'self'", f"style-src 'sha256-{hashed}'"), f"<style>{words}</style>\n"


def _house(page: Page, site: Site, name: str) -> str:
    """The name of the house, which leads to the first page."""
    home, shown = link(page, site, "page:home"), f"{_logo(page, site)}{name}"
    return (
        f'<p class="house"><a href="{home}">{shown}</a></p>' if home else f'<p class="house"><span>{shown}</span></p>'
    )


def _logo(page: Page, site: Site) -> str:
    found = site.logo
    if found is None or site.dress.logo is None:
        return ""
    path = address(page, site, f"{LOGO}.{site.dress.logo.picture.kind}")
    if is_adrift(page, site):
        path = found.source
        if len(path) > _HEAVIEST:
            return ""
    # The name of the house stands beside it.
    return f'<img src="{path}" alt="" width="{found.width}" height="{found.height}">'


def _items(page: Page, around: Around) -> Iterator[str]:
    for anchor, target, words in around.navigation:
        here = ' aria-current="page"' if page.name == anchor else ""
        here = here or (' aria-current="true"' if anchor in page.above else "")
        yield f'<li><a href="{target}"{here}>{words}</a></li>\n'


def _internal(site: Site) -> str:
    """That not everybody may see the page."""
    words = escape(site.say(say("Internal: do not share")))
    return f'<aside class="draft" aria-label="{words}">\n<p>{words}</p>\n</aside>\n' if site.options.internal else ""


def _draft(site: Site) -> str:
    """That it is a draft, when the plan has errors."""
    if not site.options.errors:
        return ""
    words = say_count(
        "This is a draft: the plan has {count} error.",
        "This is a draft: the plan has {count} errors.",
        site.options.errors,
    )
    label = escape(site.say(say("Draft")))
    return f'<aside class="draft" aria-label="{label}">\n<p>{escape(site.say(words))}</p>\n</aside>\n'


def _crumbs(page: Page, site: Site, around: Around) -> str:
    """Where the page stands; not on the pages that the navigation leads to."""
    if not page.above:
        return ""
    items = []
    for anchor in ("page:home", *page.above):
        words = site.say(_NAMES[anchor]) if anchor in _NAMES else _called(anchor, site)
        if target := link(page, site, anchor):
            items.append(f'<li><a href="{target}">{escape(clean(words))}</a></li>\n')
    return f"{around.crumbs}{''.join(items)}</ol>\n</nav>\n"


def _called(anchor: str, site: Site) -> str:
    """A goal in few words: its number, and its title when it has none."""
    number, title = site.plan.titles.get(anchor, ("", ""))
    if not number:
        return site.public(site.text.title_text(title))
    return site.say(say("Goal {number}", number=number))


def _foot(page: Page, site: Site) -> str:
    """The links of the foot, of a list that goes on."""
    if is_adrift(page, site):
        return ""
    links = ((link(page, site, anchor), words) for anchor, words in FOOT)
    items = (f'<li><a href="{target}">{escape(site.say(words))}</a></li>\n' for target, words in links if target)
    return f"<ul>\n{''.join(items)}"


def _dated(page: Page, site: Site) -> str:
    """How current the page is: the first one says of which day the site is, the others when their file was last changed.

    No other page says the day of the site: it would have to be written anew every day.
    """
    if page.name == "page:home":
        return f" · {escape(site.say(say('Version of {day}', day=dates.in_words(site.today, site.say.code))))}"
    day = site.options.touched.get(site.paths.get(page.name, ""))
    if day is None:
        return ""
    return f" · {escape(site.say(say('Last changed on {day}', day=dates.in_words(day, site.say.code))))}"


def _source(page: Page, site: Site) -> str:
    """The file behind the page, where it can be read."""
    known = dict(page.sources)
    source = known.get("") or known.get(page.name, "")
    if not is_vetted(source):
        return ""
    name = escape(site.say(say("Source file")))
    return f'<li><a href="{escape(source)}" rel="noopener noreferrer">{name}</a></li>\n'
