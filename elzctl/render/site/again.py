"""What all sites begin with, and what is made anew when only the texts of some actions changed.

It stands apart from :mod:`elzctl.render.site.files`, so that after such an edit nothing else has to be imported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from elzctl.model import Plan
from elzctl.render.dress import dress_of
from elzctl.render.site.attached import SiteText
from elzctl.render.site.downloads import plan_data_file
from elzctl.render.site.draw import drawn
from elzctl.render.site.kept import Built
from elzctl.render.site.options import Options
from elzctl.render.site.page import Page, Site
from elzctl.render.site.places import Places
from elzctl.render.site.plan_pages import action_pages
from elzctl.render.site.search import Entry, entry, index_file
from elzctl.render.site.search_box import INDEX
from elzctl.templates import OwnTemplates
from elzctl.views.published import published, without_texts
from elzctl.wording import Language

FileMaker: TypeAlias = Callable[[Site, Sequence[Page]], Iterable[tuple[str, bytes]]]

OF_TEXTS: tuple[FileMaker, ...] = (plan_data_file,)
"""The files beside the pages that hold the texts of actions."""


class Made(NamedTuple):
    """A page, of which only what leads to it is kept, as a file; and what can be found of it."""

    page: Page
    data: bytes
    entry: Entry | None


def rebuilt(
    plan: Plan, today: date, own: OwnTemplates | None, options: Options | None, names: frozenset[str], earlier: Built
) -> Built:
    """What changes in a site when nothing did but the texts of the actions with these *names*.

    *earlier* is what was built before, without its files.
    """
    site = site_of(plan, today, own, options)
    made = _pages(site, names, earlier)
    files = {one.page.path: one.data for one in made}
    for make in OF_TEXTS:
        files.update(make(site, ()))
    entries = {one.page.name: tuple(one.entry) for one in made if one.entry is not None}
    files[INDEX] = index_file(site, (Entry(*one) for one in {**earlier.entries, **entries}.values()))
    return Built(files, entries, {})


def pages_again(
    plan: Plan, today: date, own: OwnTemplates | None, options: Options | None, names: frozenset[str], earlier: Built
) -> dict[str, bytes]:
    """The pages among what :func:`rebuilt` makes: of a large plan the rest takes much longer."""
    return {one.page.path: one.data for one in _pages(site_of(plan, today, own, options), names, earlier)}


def _pages(site: Site, names: frozenset[str], earlier: Built) -> list[Made]:
    site.places.restore(earlier.places)
    site.wants = names.__contains__
    return [made_of(page, site) for page in action_pages(site)]


def site_of(plan: Plan, today: date, own: OwnTemplates | None = None, options: Options | None = None) -> Site:
    """What the pages of a plan are made of."""
    whole, options = published(plan), options or Options()
    public, language = without_texts(whole), Language(plan.settings.language.value)
    text = SiteText(public, language, today, options.attached)
    return Site(whole, text, Places(public, language.code), dress_of(plan, own), options)


def made_of(page: Page, site: Site) -> Made:
    """A page as a file."""
    shown = site.shown(page)
    return Made(page._replace(blocks=(), behind=None), drawn(shown, site), entry(shown, site))
