"""The documents that go with a site: the plan and the public minutes as PDF or Word files, of what is public alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from elzctl.model import Plan
from elzctl.render.dress import Dress
from elzctl.render.editions import drawn
from elzctl.render.invitation_document import invitation_document
from elzctl.render.minutes_document import minutes_document
from elzctl.render.plan_document import plan_document
from elzctl.render.site.again import site_of
from elzctl.render.site.downloads import places
from elzctl.render.site.options import Options
from elzctl.render.site.page import Site
from elzctl.render.tree import Document
from elzctl.templates import OwnTemplates
from elzctl.views.published import has_minutes, is_open


def document_files(
    ending: str, plan: Plan, today: date, own: OwnTemplates | None, options: Options
) -> dict[str, bytes]:
    """The documents of one format by their paths.  Raises Refused."""
    site = site_of(plan, today, own, options)
    places(site)
    dress: Dress = site.dress
    return {
        path: drawn(ending, site.public(document), today, dress).data for path, document in _documents(ending, site)
    }


def _documents(ending: str, site: Site) -> Iterator[tuple[str, Document]]:
    yield site.places.page(f"{ending}:plan"), plan_document(site.whole, site.today, site.say)
    for meeting in site.plan.meetings:
        if is_open(site.plan, meeting):
            draw = minutes_document if has_minutes(site.plan, meeting) else invitation_document
            yield site.places.page(f"{ending}:{meeting.id}"), draw(meeting, site.text)
