"""A document as the bytes of a file: what all editions share.

They read text that strangers may have written: run them in :mod:`elzctl.render.confined`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from elzctl.record import NamedTuple
from elzctl.render.dress import PLAIN, Dress
from elzctl.render.job import Limits, Refused, give_back
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.render.html import Page
    from elzctl.render.tree import Document


LARGEST = 64 << 20
"""Bytes of a file: no plan has as many, a template that goes on and on does."""


class Edition(NamedTuple):
    """The bytes of a file, and what had to be done differently to make it; or the parts of a *page* of our own make."""

    data: bytes
    warnings: tuple[Message, ...] = ()
    page: Page | None = None


def drawn(ending: str, document: Document, today: date, dress: Dress = PLAIN) -> Edition:
    """The page, the PDF or the Word file of a document in its *dress*.  Raises Refused."""
    data, warnings, _ = _drawn(ending, document, today, dress)
    _refuse(len(data))
    return Edition(data, (*dress.warnings, *warnings))


def in_parts(document: Document, dress: Dress) -> Edition:
    """The parts of a page, for :func:`laid_out`; the whole page when templates of the zone's lay it out.  Raises Refused."""
    from elzctl.render.html import drawn as parts_of

    page = parts_of(document, dress)
    _refuse(sum(len(blocks) for _, blocks in page.values["parts"]))
    if page.is_ours:
        return Edition(b"", dress.warnings, page)
    data = _laid_out(page)
    _refuse(len(data))
    return Edition(data, dress.warnings)


def laid_out(edition: Edition) -> Edition:
    """The same as bytes: of our own make the page is put together by a process that has waited for its parts."""
    return edition if edition.page is None else edition._replace(data=_laid_out(edition.page), page=None)


def _laid_out(page: Page) -> bytes:
    from elzctl.render.html import laid_out as page_of
    from elzctl.render.page import TemplateFault

    try:
        return page_of(page).encode()
    except TemplateFault as fault:
        raise Refused(fault.message) from fault


def _refuse(size: int) -> None:
    if size > LARGEST:
        raise Refused(say("this would have more than {count} MB", count=LARGEST >> 20))


def _drawn(ending: str, document: Document, today: date, dress: Dress) -> Edition:
    if ending == "html":
        from elzctl.render.html import drawn as parts_of

        return Edition(_laid_out(parts_of(document, dress)))
    if ending == "docx":
        from elzctl.render.docx import docx
        from elzctl.render.docx_archive import DocxFault

        try:
            return Edition(*docx(document, today, dress.own.docx, dress))
        except DocxFault as fault:
            raise Refused(fault.message) from fault
    from elzctl.render.pdf import PdfFault, pdf

    give_back()
    try:
        return Edition(*pdf(document, today, dress))
    except PdfFault as fault:
        raise Refused(fault.message) from fault


def hidden(count: int) -> tuple[Message, ...]:
    """The warning that so many addresses and numbers are not printed."""
    if not count:
        return ()
    return (
        say_count(
            "{count} e-mail address or telephone number is not printed; […] stands in its place",
            "{count} e-mail addresses or telephone numbers are not printed; […] stands in their place",
            count,
        ),
    )


MODULES: Mapping[str, tuple[str, ...]] = {
    "html": ("elzctl.render.html", "markdown_it"),
    "pdf": ("elzctl.render.pdf", "typst", "markdown_it"),
    "docx": ("elzctl.render.docx", "markdown_it"),
    "ics": ("elzctl.render.calendar", "elzctl.render.redacted"),
    "eml": ("elzctl.render.html", "markdown_it", "elzctl.render.page_ahead", "elzctl.render.mail"),
}
"""What a child can import before it has the plan, by format; formats are the endings of the files too."""

# Seconds on the clock, seconds of processor time and GB, for any plan; and the same for each MB of its files.  On a slow
# computer the PDF of 39 actions (0.14 MB) takes 3 seconds and 0.2 GB, that of 1,000 (3 MB) 80 seconds and 3.2 GB.
_ROOM = {"html": ((30, 10, 1), (60, 20, 1)), "pdf": ((30, 20, 1), (120, 120, 2))}


def limits(ending: str, size: int) -> Limits:
    """What drawing an edition may take for a plan whose files have *size* bytes together."""
    room = _ROOM.get(ending, _ROOM["html"])
    seconds, cpu, gigabytes = (base + more * size / (1 << 20) for base, more in zip(*room, strict=True))
    return Limits(int(seconds), int(cpu), int(gigabytes * (1 << 30)))
