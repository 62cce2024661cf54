"""The pages beside the plan and the meetings: timeline, downloads, privacy, accessibility, all pages, and none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from elzctl import dates
from elzctl.render.accessibility_document import accessibility_document
from elzctl.render.html_blocks import Writer
from elzctl.render.markdown import clean
from elzctl.render.plan_timeline import timeline
from elzctl.render.site.cells import Line, actor_name, bullets, part, to_goal
from elzctl.render.site.continued import is_more
from elzctl.render.site.page import Page, Site
from elzctl.render.tree import Block, Inline, Jump, Link, Paragraph, Text
from elzctl.render.tree_timeline import Timeline
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
        blocks = (blocks[0], *_outside(blocks[0], site), *blocks[1:])
        yield site.page("page:timeline", say("Timeline"), blocks, kind="plan")
    else:
        site.places.drop("page:timeline")


def _outside(drawn: Block, site: Site) -> Iterator[Block]:
    """That today is not in a drawing, of which the window is that of the plan."""
    if isinstance(drawn, Timeline) and drawn.today is None:
        words = say("Today, {day}, lies outside this timeline.", day=dates.in_words(site.today, site.say.code))
        yield site.text.paragraph(site.say(words))


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
    behind = None if site.options.address else _ways_home
    yield site.page("page:missing", say("Not found"), tuple(_lost(site)), behind=behind)


def _lost(site: Site) -> Iterator[Block]:
    """What who comes to no page is told; links that may lead on stand behind it when the site knows no address of its own."""
    if site.options.address:
        lost = say("There is no page at this address. Perhaps it moved; you find everything from the first page.")
        yield site.text.paragraph(site.say(lost))
        yield from bullets([_to("page:home", say("The first page"), site)])
    else:
        lost = say(
            "There is no page at this address. Perhaps it moved. One of these links leads to the first page; when neither does, make the address in your browser shorter."
        )
        yield site.text.paragraph(site.say(lost))


def _ways_home(site: Site, _: Writer) -> str:
    """Links to the first page from where a server may show this one: pages stand beside it, or in a folder there."""
    home = escape(site.places.page("page:home"))
    ways = ((home, say("The first page")), (f"../{home}", say("The first page, one folder up")))
    items = "".join(f'<li><a href="{way}">{escape(site.say(words))}</a></li>\n' for way, words in ways)
    return f"<ul>\n{items}</ul>\n"


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
    """True for what stands in the list: not a page on which another one goes on."""
    return page.name != "page:missing" and not is_more(page)


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
    house = site.plan.settings.organisation
    if house is not None:
        answers = site.say(say("Who answers for what stands on this site:"))
        yield Paragraph((Text(f"{answers} "), *actor_name(house.id, site), Text(".")))
    to = tuple(_told_at(site))
    if to:
        ask = site.say(say("Do you find something here that should not be public? Tell us, and we take it away."))
    elif house is not None:
        ask = site.say(
            say(
                "Do you find something here that should not be public? Tell {organisation}. This plan does not say at which address.",
                organisation=site.house,
            )
        )
    else:
        ask = site.say(say("Do you find something here that should not be public? Tell who publishes this plan."))
    yield Paragraph((Text(f"{ask} "), *to) if to else (Text(ask),))


def _told_at(site: Site) -> Iterator[Inline]:
    """Where a reader can say it: in the mailbox, where the plan is written, or else as the organisation can be reached."""
    box, forge, house = clean(mailbox(site.plan)), site.plan.settings.forge, site.plan.settings.organisation
    actor = site.plan.actors.get(house.id) if house is not None else None
    if box:
        yield Link(f"mailto:{box}", (Text(box),))
    elif forge is not None and is_vetted(forge.url):
        yield Link(forge.url, (Text(site.say(say("Where the plan is written (you need an account there)"))),))
    elif actor is not None and actor.contact:
        yield Text(clean(", ".join(actor.contact)))


_PRIVACY = (
    say(
        "These pages keep nothing about you: they have no cookies, count no visitors, and ask nothing of other sites. The computer"
        " that hands them out may note who asked for which page, and when, as with every site."
    ),
    say(
        "We try to name organisations and groups here, and not people. Of a meeting it is listed which organisations were there,"
        " not which people. What minutes mark as meant for the own organisation is left out. A program looks for names in the"
        " texts and points them out to us; it does not find all, and takes none away."
    ),
    say(
        "A program also looks for e-mail addresses and telephone numbers, and leaves out those that it finds, except those that"
        " an organisation allows as its contact. It does not find all."
    ),
)
