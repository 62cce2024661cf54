"""What children have to do for a site, what they may take for it, and the zone's own files that they draw it with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from elzctl.cli.session import FINDINGS, Stop

if TYPE_CHECKING:
    from elzctl.cli.session import Session
    from elzctl.load import Loaded
    from elzctl.render.job import Job, Limits
    from elzctl.render.site.options import Options
    from elzctl.templates import OwnTemplates


def site_limits(loaded: Loaded) -> Limits:
    """What making the pages may take."""
    from elzctl.render.job import Limits

    # As drawing a document as HTML may take; what says so costs a tenth of a run to import.
    size = _size(loaded) / (1 << 20)
    return Limits(int(30 + 60 * size), int(10 + 20 * size), int((1 + size) * (1 << 30)))


def documents_job(loaded: Loaded, today: date, options: Options, ending: str, own: OwnTemplates | None) -> Job:
    """What a child has to do to make the documents of one format."""
    from elzctl.render.editions import limits
    from elzctl.render.job import Job
    from elzctl.render.site.documents import document_files

    bounds = limits(ending, 2 * _size(loaded))
    return Job(f"site, {ending}", document_files, (ending, loaded.plan, today, own, options), bounds)


def own_templates(session: Session) -> OwnTemplates:
    """The zone's own style sheets, scripts and templates.  Raises Stop when one cannot be read."""
    from elzctl.templates import BadTemplate, own
    from elzctl.tree import WorkTree

    try:
        return own(WorkTree(session.root()))
    except BadTemplate as fault:
        raise Stop(fault.message, None, FINDINGS) from None


def modules(ending: str) -> tuple[str, ...]:
    """What a child imports that makes the documents of one format."""
    from elzctl.render.editions import MODULES as OF

    return (*OF[ending], "elzctl.render.site.documents")


def _size(loaded: Loaded) -> int:
    return sum(len(source.raw) for source in loaded.sources.values())
