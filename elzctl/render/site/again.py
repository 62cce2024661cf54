"""What all sites begin with, and what is made anew when only the texts of some actions changed.

It stands apart from :mod:`elzctl.render.site.files`, so that after such an edit nothing else has to be imported.
"""

from __future__ import annotations

from datetime import date

from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.dress import dress_of
from elzctl.render.memory import Memory
from elzctl.render.site.draw import light
from elzctl.render.site.kept import Built, Changes
from elzctl.render.site.options import Options
from elzctl.render.site.page import Page, Site
from elzctl.render.site.places import Places
from elzctl.render.site.plan_data import action_lines
from elzctl.render.site.plan_pages import action_pages
from elzctl.render.site.search import Entry, entry, index_file
from elzctl.render.site.search_box import INDEX
from elzctl.render.site.site_text import SiteText
from elzctl.templates import OwnTemplates
from elzctl.views.not_yet import as_of
from elzctl.views.published import inward, printed, published, without_texts
from elzctl.wording import Language


class Made(NamedTuple):
    """A page, of which only what leads to it is kept, as a file; and what can be found of it."""

    page: Page
    data: bytes
    entry: Entry | None


def rebuilt(
    plan: Plan,
    today: date,
    own: OwnTemplates | None,
    options: Options | None,
    texts: str | None,
    names: frozenset[str],
    earlier: Built,
) -> Changes:
    """What changes in a site when nothing did but the texts of the actions with these *names*.

    *earlier* is what was built before; its files are not needed.  *texts* is the folder of :class:`Memory`.
    """
    site = site_of(plan, today, own, options, Memory(texts))
    made = _pages(site, names, earlier)
    files = {one.page.path: one.data for one in made}
    entries = {one.page.name: tuple(one.entry) for one in made if one.entry is not None}
    files[INDEX] = index_file(site, (Entry(*one) for one in {**earlier.entries, **entries}.values()))
    return Changes(files, entries, action_lines(outward(site, plan, own), names))


def pages_again(
    plan: Plan,
    today: date,
    own: OwnTemplates | None,
    options: Options | None,
    texts: str | None,
    names: frozenset[str],
    earlier: Built,
) -> dict[str, bytes]:
    """The pages among what :func:`rebuilt` makes: of a large plan the rest takes much longer."""
    return {
        one.page.path: one.data for one in _pages(site_of(plan, today, own, options, Memory(texts)), names, earlier)
    }


def _pages(site: Site, names: frozenset[str], earlier: Built) -> list[Made]:
    site.places.restore(earlier.places)
    site.wants = names.__contains__
    return [made_of(page, site) for page in action_pages(site)]


def site_of(
    plan: Plan,
    today: date,
    own: OwnTemplates | None = None,
    options: Options | None = None,
    memory: Memory | None = None,
) -> Site:
    """What the pages of a plan are made of."""
    options = options or Options()
    whole = printed(inward(plan) if options.internal else published(as_of(plan, today)))
    language = Language(plan.settings.language.value)
    shown = without_texts(whole)
    text = SiteText(shown, language, today, options.attached, internal=options.internal, memory=memory)
    return Site(whole, text, Places(shown, language.code), dress_of(plan, own), options)


def outward(site: Site, plan: Plan, own: OwnTemplates | None) -> Site:
    """The site that files are made for: they say nowhere that they are internal, so they are public also in a preview."""
    if not site.options.internal:
        return site
    public = site_of(plan, site.today, own, site.options._replace(internal=False), site.text.memory)
    public.places.restore(site.places.known)
    return public


def made_of(page: Page, site: Site) -> Made:
    """A page as a file."""
    shown, data = light(page, site)
    return Made(page._replace(blocks=(), behind=None, fewer=None), data, entry(shown, site))
