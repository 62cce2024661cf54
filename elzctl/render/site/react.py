"""How a reader can react: on the forge of the plan, or by a message to the zone when it allows its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from elzctl.render.forge import guessed
from elzctl.render.html_blocks import Writer
from elzctl.render.markdown import clean
from elzctl.render.site.page import Site
from elzctl.render.vetted import is_vetted
from elzctl.terms import ForgeKind
from elzctl.views.reachable import can_be_reached, mailbox
from elzctl.wording import say

_ISSUES: Mapping[ForgeKind, str] = {
    ForgeKind.GITHUB: "/issues/new?title={title}&body={body}",
    ForgeKind.GITLAB: "/-/issues/new?issue[title]={title}&issue[description]={body}",
    ForgeKind.FORGEJO: "/issues/new?title={title}&body={body}",
}
"""Where a forge asks for a new issue, with what is filled in."""


def react(title: str, name: str, site: Site, _: Writer) -> str:
    """The part of a page that says how to react to it, as HTML; ``""`` when there is no way to.

    What is filled in says what it is about: on a forge *name* as a ``[[reference]]``, where one can name the page, and in
    a message the *title*, for who writes it reads it too.
    """
    if not site.once("can be reached", lambda site: can_be_reached(site.plan)):
        return ""
    links = tuple(_links(site.public(title), name, site))
    if not links:
        return ""
    head = f"<h2>{escape(site.say(say('React')))}</h2>"
    ask = escape(site.say(say("Do you have a question about this, or an idea? Tell us.")))
    items = "".join(
        f'<li><a href="{escape(href)}" rel="noopener noreferrer">{escape(words)}</a></li>\n' for href, words in links
    )
    return f'<section class="react">\n{head}\n<p>{ask}</p>\n<ul>\n{items}</ul>\n</section>\n'


def _links(title: str, name: str, site: Site) -> Iterator[tuple[str, str]]:
    from urllib.parse import quote

    told = site.say(say("This is about: {title}", title=title))
    about = f"[[{name}]]" if name in site.plan.titles else title
    message, body = (quote(f"{one}\n\n{site.address_of(name)}".rstrip() + "\n\n", safe="") for one in (told, about))
    title = quote(title, safe="")
    box = site.once("mailbox", lambda site: clean(mailbox(site.plan)))
    # A message ends its lines with both signs (RFC 6068, 5); a forge wants one.
    lines = message.replace("%0A", "%0D%0A")
    if box and is_vetted(href := f"mailto:{quote(box, safe='@+')}?subject={title}&body={lines}"):
        yield href, site.say(say("By e-mail to {address}", address=box))
    forge = site.plan.settings.forge
    if forge is not None and forge.url:
        base = forge.url.rstrip("/").removesuffix(".git")
        href = base + _ISSUES[forge.kind or guessed(forge.url)].format(title=title, body=body)
        if is_vetted(href):
            host = forge.url.removeprefix("https://").partition("/")[0]
            yield href, site.say(say("Leave a message on {place} (you need an account there)", place=host))
