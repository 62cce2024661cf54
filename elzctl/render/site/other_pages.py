"""The pages beside the plan and the meetings: timeline, downloads, privacy, accessibility, all pages, and none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from elzctl.render.accessibility_document import accessibility_document
from elzctl.render.markdown import clean
from elzctl.render.plan_timeline import timeline
from elzctl.render.site.cells import Line, bullets, part, to_goal
from elzctl.render.site.page import Page, Site
from elzctl.render.tree import Block, Jump, Link, Paragraph, Text
from elzctl.render.vetted import is_vetted
from elzctl.views.reachable import mailbox
from elzctl.wording import Message, say

MOST_SIGNS = 80_000
"""So much of the list of all pages stands on one page."""
_AROUND = 36
"""Signs around each line of it."""

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
        document = accessibility_document(site.plan, site.today, site.say, on_site=True)
        yield site.page("page:accessibility", document.title, document.parts[0].blocks)
    else:
        site.places.drop("page:accessibility")
    yield site.page("page:missing", say("Not found"), tuple(_lost(site)))


def _lost(site: Site) -> Iterator[Block]:
    """What who comes to no page is told; without an address of the site it cannot lead anywhere."""
    if site.options.address:
        lost = say("There is no page at this address. Perhaps it moved; you find everything from the first page.")
        yield site.text.paragraph(site.say(lost))
        yield from bullets([_to("page:home", say("The first page"), site)])
    else:
        lost = say(
            "There is no page at this address. Perhaps it moved. Make the address in your browser shorter: that leads to the first page of this site."
        )
        yield site.text.paragraph(site.say(lost))


def all_pages(pages: Sequence[Page], site: Site) -> tuple[Page, ...]:
    """Every page of the site, by kind; of a large site on more pages than one."""
    shares: list[list[Block]] = [[]]
    left = MOST_SIGNS
    for kind, title in _KINDS:
        lines: list[Line] = []
        for page in (page for page in pages if page.kind == kind and _is_listed(page)):
            left -= len(page.path) + len(page.full_title) + _AROUND
            if left < 0:
                shares[-1] += part(title, bullets(lines), site)
                shares.append([])
                lines, left = [], MOST_SIGNS
            lines.append((Jump(page.name, (Text(page.full_title),)),))
        shares[-1] += part(title, bullets(lines), site)
    names = [_all_name(number, site) for number in range(1, len(shares) + 1)]
    made = []
    for number, (name, blocks) in enumerate(zip(names, shares, strict=True), 1):
        title = say("All pages, part {number}", number=number) if number > 1 else say("All pages")
        others = [
            (Jump(other, (Text(site.say(say("All pages, part {number}", number=place))),)),)
            for place, other in enumerate(names, 1)
            if other != name
        ]
        made.append(site.page(name, title, (*blocks, *part(say("The other pages"), bullets(others), site))))
    return tuple(made)


def _all_name(number: int, site: Site) -> str:
    """The anchor of a part of the list, which gets its place."""
    if number > 1:
        site.places.file(f"page:all-{number}", site.places.page("page:all").replace(".html", f"-{number}.html"))
    return f"page:all-{number}" if number > 1 else "page:all"


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
    ("data:plan.jsonld", say("The same as linked data, in the words of schema.org (JSON-LD)")),
    ("data:actions.csv", say("The actions, for a spreadsheet (CSV)")),
    ("data:points.csv", say("The action points, for a spreadsheet (CSV)")),
)


def _data(site: Site) -> Iterable[Line]:
    return (_to(anchor, words, site) for anchor, words in _DATA if site.places.page(anchor))


# Privacy


def _privacy(site: Site) -> Iterator[Block]:
    for words in _PRIVACY:
        yield site.text.paragraph(site.say(words))
    if to := tuple(_told_at(site)):
        ask = site.say(say("Do you find something here that should not be public? Tell us, and we take it away."))
        yield Paragraph((Text(f"{ask} "), *to))


def _told_at(site: Site) -> Iterator[Link]:
    """Where a reader can say it: in the mailbox, or where the plan is written."""
    box, forge = clean(mailbox(site.plan)), site.plan.settings.forge
    if box:
        yield Link(f"mailto:{box}", (Text(box),))
    elif forge is not None and is_vetted(forge.url):
        yield Link(forge.url, (Text(site.say(say("Where the plan is written (you need an account there)"))),))


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
