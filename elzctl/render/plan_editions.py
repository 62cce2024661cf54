"""The plan as files: one function a format, each from a plan to the bytes of a file.

They read text that strangers may have written: run them in :mod:`elzctl.render.confined`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from elzctl.model import Plan
from elzctl.render.job import Limits, Refused
from elzctl.wording import Language, Message


class Edition(NamedTuple):
    """The bytes of a file, and what had to be done differently to make it."""

    data: bytes
    warnings: tuple[Message, ...] = ()


def html_edition(plan: Plan, today: date) -> Edition:
    """One HTML page in the language of the plan."""
    from elzctl.render.html import html
    from elzctl.render.plan_document import plan_document

    return Edition(html(plan_document(plan, today, _language(plan))).encode())


def pdf_edition(plan: Plan, today: date) -> Edition:
    """A PDF in the language of the plan.  Raises Refused."""
    from elzctl.render.pdf import PdfFault, pdf
    from elzctl.render.plan_document import plan_document

    try:
        return Edition(*pdf(plan_document(plan, today, _language(plan)), today))
    except PdfFault as fault:
        raise Refused(fault.message) from fault


Draw: TypeAlias = Callable[[Plan, date], Edition]

EDITIONS: Mapping[str, Draw] = {"html": html_edition, "pdf": pdf_edition}
"""By format, which is the ending of the file too."""

MODULES: Mapping[str, tuple[str, ...]] = {
    "html": ("elzctl.render.html", "elzctl.render.plan_document", "jinja2.sandbox", "markdown_it"),
    "pdf": ("elzctl.render.pdf", "elzctl.render.plan_document", "typst", "markdown_it"),
}
"""What a child can import before it has the plan."""

# Seconds on the clock, seconds of processor time and GB, for any plan; and the same for each MB of its files.  On a slow
# computer the PDF of 39 actions (0.14 MB) takes 3 seconds and 0.2 GB, that of 1,000 (3 MB) 80 seconds and 3.2 GB.
_ROOM = {"html": ((30, 10, 1), (60, 20, 1)), "pdf": ((30, 20, 1), (120, 120, 2))}


def limits(edition: str, size: int) -> Limits:
    """What drawing an edition may take for a plan whose files have *size* bytes together."""
    seconds, cpu, gigabytes = (base + more * size / (1 << 20) for base, more in zip(*_ROOM[edition], strict=True))
    return Limits(int(seconds), int(cpu), int(gigabytes * (1 << 30)))


def _language(plan: Plan) -> Language:
    return Language(plan.settings.language.value)
