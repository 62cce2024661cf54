"""A whole site: a pure function of a plan and a day, made by two processes where there are two processors.

The pages that hold texts are made by the one that reads Markdown, all others and most files by the one that knows what else
there is: so each imports only what it needs, which takes as long as the drawing.  What one half knows and the other not
are the places of pages, and these it tells.  They are made of text that strangers may have written: run this in
:mod:`elzctl.render.confined`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from elzctl.beside import beside_told
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.job import Parcel
from elzctl.render.memory import Memory
from elzctl.render.site.again import Made, made_of, outward, site_of
from elzctl.render.site.kept import Built, put_together
from elzctl.render.site.options import Options
from elzctl.render.site.page import Site
from elzctl.render.site.search_box import INDEX
from elzctl.templates import OwnTemplates

FEW = 100
"""Pages with texts that take as long as all other pages do; of more, every third one is made with these."""


class Unasked(Exception):
    """Nobody waits any more for a part of the pages."""


class Shift(NamedTuple):
    """What is not where it was: new places by their anchors, and anchors without a place."""

    new: Mapping[str, str]
    gone: frozenset[str]


class Texts(NamedTuple):
    """The pages that hold texts without their files, which lie in a parcel."""

    pages: list[Made]
    parcel: Parcel


def site_files(
    plan: Plan, today: date, own: OwnTemplates | None = None, options: Options | None = None
) -> dict[str, bytes]:
    """Every file of the site by its path from the root, in the language of the plan, but for its documents.

    *plan* is the whole plan: what is not public is left out here.
    """
    return dict(built(plan, today, own, options).files)


def built(plan: Plan, today: date, own: OwnTemplates | None = None, options: Options | None = None) -> Built:
    """The whole site, as :func:`site_files` makes it, with what is needed to make only a part of it the next time."""
    return put_together(parts(plan, today, own, options))


def parts(
    plan: Plan,
    today: date,
    own: OwnTemplates | None = None,
    options: Options | None = None,
    texts: str | None = None,
) -> Iterator[Any]:
    """The same, of which :func:`~elzctl.render.site.kept.put_together` makes one: each part as soon as it is there.

    First most files, then a parcel with those of the other half, and at last all the rest.  *texts* is the folder of
    :class:`~elzctl.render.memory.Memory`.
    """
    site, theirs, here = site_of(plan, today, own, options, Memory(texts)), texts_apart(plan), os.getpid()
    first = dict(site.places.known)
    out = partial(outward, plan=plan, own=own)
    tell, others = beside_told(partial(texts_of, site.again(), theirs, out=out, asker=here))
    # Imported now that the other half is at work.
    from elzctl.render.site.choices import rows_files
    from elzctl.render.site.files import pages_of, sitemap
    from elzctl.render.site.other_pages import all_pages
    from elzctl.render.site.picture_files import picture_files
    from elzctl.render.site.plan_data import plan_data_file
    from elzctl.render.site.search import decisions, index_file

    order = {"page:home": 0, "page:plan": 1}
    site.wants = lambda name: order.setdefault(name, len(order)) >= 0 and name not in theirs
    mine = pages_of(site)
    known = site.places.known
    tell(Shift({name: one for name, one in known.items() if first.get(name) != one}, frozenset(first.keys() - known)))
    made = [made_of(page, site) for page in mine]
    files = dict(plan_data_file(out(site)))
    found = {one.page.path: one.data for one in made}
    yield {**files, **found}
    made = [one._replace(data=b"") for one in made]
    decided = dict(decisions(site))
    with_texts = others()
    yield with_texts.parcel
    every = sorted((*made, *with_texts.pages), key=lambda one: order.setdefault(one.page.name, len(order)))
    pages = [one.page for one in every]
    last = [made_of(one, site) for one in all_pages(pages, site)]
    files = {one.page.path: one.data for one in last}
    found.update(files)
    files.update(picture_files(site.plan, lambda: (*found.values(), *with_texts.parcel.opened().values())))
    files.update(rows_files(out(site), found))
    if site.options.address:
        files["sitemap.xml"] = sitemap(pages, site.options.address)
    entries = {one.page.name: one.entry for one in (*every, *last) if one.entry is not None}
    entries.update(decided)
    files[INDEX] = index_file(site, entries.values())
    entered = {name: tuple(one) for name, one in entries.items()}
    yield Built(files, entered, site.places.known)


def texts_apart(plan: Plan) -> frozenset[str]:
    """The names of the pages that the half with texts makes."""
    names = [one.id for some in (plan.actions, plan.all_goals, plan.chapters, plan.meetings) for one in some]
    return frozenset(name for at, name in enumerate(names) if len(names) <= FEW or at % 3)


def texts_of(
    site: Site, names: frozenset[str], told: Callable[[], Shift], *, out: Callable[[Site], Site], asker: int
) -> Texts:
    """The pages with these *names*, and tables; links in pages are looked up when their places are *told*.

    *out* gives the site that files are made for.  Raises Unasked.
    """
    from elzctl.render.site.meeting_pages import each_meeting
    from elzctl.render.site.other_files import FILES, files_of
    from elzctl.render.site.plan_pages import action_pages, chapter_pages, goal_pages

    site.wants = lambda name: _is_asked(asker) and name in names
    made = [page for make in (action_pages, goal_pages, chapter_pages, each_meeting) for page in make(site)]
    moved = told()
    known = {name: one for name, one in site.places.known.items() if name not in moved.gone}
    site.places.restore({**known, **moved.new})
    drawn = [made_of(page, site) for page in made if _is_asked(asker)]
    files = {**{one.page.path: one.data for one in drawn}, **files_of(FILES, out(site))}
    return Texts([one._replace(data=b"") for one in drawn], Parcel(files))


def _is_asked(asker: int) -> bool:
    """True while the process that waits is there, perhaps this one.  Raises Unasked."""
    if asker not in (os.getpid(), os.getppid()):
        raise Unasked
    return True
