"""The pages beside the plan and the meetings: timeline, downloads, privacy, accessibility, all pages, and none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elzctl.render.accessibility_document import accessibility_document
from elzctl.render.plan_timeline import timeline
from elzctl.render.site.cells import Line, bullets, part, to_goal
from elzctl.render.site.page import Page, Site
from elzctl.render.site.react import mailbox
from elzctl.render.tree import Block, Jump, Link, Paragraph, Text
from elzctl.wording import Message, say

_KINDS: tuple[tuple[str, Message], ...] = (
    ("plan", say("The plan")),
    ("chapter", say("Chapters")),
    ("goal", say("Goals")),
    ("action", say("Actions")),
    ("meeting", say("Meetings")),
    ("list", say("Lists")),
    ("actor", say("Who does what")),
    ("group", say("Target groups")),
    ("theme", say("Themes")),
    ("text", say("About this site")),
)


def timeline_pages(site: Site) -> Iterator[Page]:
    """When the actions run, when there is one that does; of a plan with many, each goal has a timeline of its own."""
    blocks = _by_goal(site) if site.is_large else timeline(site.text, site.today)
    if blocks:
        yield site.page("page:timeline", say("Timeline"), blocks, kind="plan")
    else:
        site.places.drop("page:timeline")


def _by_goal(site: Site) -> tuple[Block, ...]:
    first = site.text.paragraph(site.say(say("Each goal has the timeline of its actions.")))
    return (first, *bullets(to_goal(goal, site) for goal in site.plan.goals))


def about_pages(site: Site) -> Iterator[Page]:
    """Downloads, privacy, accessibility, and the page for an address that is not there."""
    yield site.page("page:downloads", say("Downloads"), tuple(_downloads(site)))
    yield site.page("page:privacy", say("Privacy"), tuple(_privacy(site)))
    if site.plan.settings.accessibility is not None:
        document = accessibility_document(site.plan, site.today, site.say)
        yield site.page("page:accessibility", document.title, document.parts[0].blocks)
    else:
        site.places.drop("page:accessibility")
    lost = say("There is no page at this address. Perhaps it moved; you find everything from the first page.")
    blocks = (site.text.paragraph(site.say(lost)), *bullets([_to("page:home", say("The first page"), site)]))
    yield site.page("page:missing", say("Not found"), blocks)


def all_page(pages: Sequence[Page], site: Site) -> Page:
    """Every page of the site, by kind."""
    blocks: list[Block] = []
    for kind, title in _KINDS:
        lines = [(Jump(page.name, (Text(page.title),)),) for page in pages if page.kind == kind and _is_listed(page)]
        blocks += part(title, bullets(lines), site)
    return site.page("page:all", say("All pages"), tuple(blocks))


def _is_listed(page: Page) -> bool:
    return page.name != "page:missing"


def _to(anchor: str, words: Message, site: Site) -> Line:
    return (Jump(anchor, (Text(site.say(words)),)),)


# Downloads


def _downloads(site: Site) -> Iterator[Block]:
    documents = [_to(f"{ending}:plan", _DOCUMENTS[ending], site) for ending in site.options.documents]
    yield from part(say("The plan as a document"), bullets(documents), site)
    yield from part(say("The plan as data"), bullets(_data(site)), site)
    words = say("The data are those of this site: what is not public is not in them.")
    yield site.text.paragraph(site.say(words))
    if site.places.page("page:subscribe"):
        yield Paragraph(_to("page:subscribe", say("Subscribe to news and calendars"), site))


_DOCUMENTS = {"pdf": say("The plan as a PDF, to read and print"), "docx": say("The plan as a Word file")}
_DATA = (
    ("data:plan.json", say("The plan and the meetings, for programs (JSON)")),
    ("data:actions.csv", say("The actions, for a spreadsheet (CSV)")),
    ("data:points.csv", say("The action points, for a spreadsheet (CSV)")),
)


def _data(site: Site) -> Iterable[Line]:
    return (_to(anchor, words, site) for anchor, words in _DATA if site.places.page(anchor))


# Privacy


def _privacy(site: Site) -> Iterator[Block]:
    for words in _PRIVACY:
        yield site.text.paragraph(site.say(words))
    box = mailbox(site.plan)
    ask = site.say(say("Do you find something here that should not be public? Tell us, and we take it away."))
    yield Paragraph((Text(f"{ask} " if box else ask), *((Link(f"mailto:{box}", (Text(box),)),) if box else ())))


_PRIVACY = (
    say("This site keeps nothing about you: it has no cookies, counts no visitors, and asks nothing of other sites."),
    say(
        "It names organisations and groups, not people. Which people were at a meeting is not on it, and what minutes keep for the"
        " own organisation is not on it either."
    ),
    say(
        "E-mail addresses and telephone numbers are left out, except those that an organisation allows as its contact."
    ),
)
