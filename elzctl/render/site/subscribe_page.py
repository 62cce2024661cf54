"""The page from which people subscribe: to feeds, and to calendars."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.render.markdown import clean
from elzctl.render.site.cells import Line, bullets, part
from elzctl.render.site.continued import listed
from elzctl.render.site.feed_links import FEEDS
from elzctl.render.site.feeds import feed_places
from elzctl.render.site.page import Page, Site
from elzctl.render.site.subscriptions import Due, calendar_places, open_series, owners
from elzctl.render.tree import Block, Heading, Jump, Text
from elzctl.wording import Message, say


def subscribe_pages(site: Site) -> Iterator[Page]:
    """The page with every feed and calendar; none when there is nothing to subscribe to."""
    feed_places(site)
    blocks = tuple(_blocks(calendar_places(site), site))
    if blocks:
        yield from listed(site.page("page:subscribe", say("Subscribe"), blocks), len(site.plan.actors), site)
    else:
        site.places.drop("page:subscribe")


def _blocks(found: tuple[Due, ...], site: Site) -> Iterator[Block]:
    feeds = bullets(
        _to(f"feed:{name}", site.say(say("{title} (feed)", title=title)))
        for name, title, _ in FEEDS
        if site.places.page(f"feed:{name}")
    )
    words = say(
        "A feed tells you what is new. Copy its address into a program that reads feeds, such as that for mail."
    )
    yield from part(say("News"), (site.text.paragraph(site.say(words)), *feeds) if feeds else (), site)
    series = bullets(
        _calendar(f"series:{name}", site.plan.series[name].name or name, site) for name in open_series(site)
    )
    every = [_calendar("feed:deadlines", say("All deadlines of the plan"), site)] if found else []
    leads = (_calendar(f"lead:{name}", site.plan.actor_name(name), site) for name in owners(found, site))
    own = bullets((*every, *leads))
    if series or own:
        words = say(
            "A calendar to which you subscribe stays up to date by itself. Copy the address of the link, and add it in your"
            " calendar as a calendar from the internet (“from a URL”). Who opens the file instead, gets it as it is now."
        )
        yield from part(say("Calendars"), (site.text.paragraph(site.say(words)),), site)
    yield from _under(say("Meetings"), series, site)
    past = say(
        "In these is every deadline to come, what is late since a year at most, and what was done of the past three months."
    )
    yield from _under(say("Deadlines"), (site.text.paragraph(site.say(past)), *own) if own else (), site)


def _to(anchor: str, words: str) -> Line:
    return (Jump(anchor, (Text(words),)),)


def _calendar(anchor: str, title: Message | str, site: Site) -> Line:
    name = clean(title) if isinstance(title, str) else title
    return _to(anchor, site.say(say("{name} (calendar, .ics)", name=name)))


def _under(title: Message, blocks: tuple[Block, ...], site: Site) -> tuple[Block, ...]:
    return (Heading(2, "", (Text(site.say(title)),)), *blocks) if blocks else ()
