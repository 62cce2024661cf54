"""A document as the bytes of a file: what all editions share.

They read text that strangers may have written: run them in :mod:`elzctl.render.confined`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from elzctl.render.dress import PLAIN, Dress
from elzctl.render.job import Limits, Refused, give_back
from elzctl.wording import Message, say, say_count

if TYPE_CHECKING:
    from elzctl.render.tree import Document


LARGEST = 64 << 20
"""Bytes of a file: no plan has as many, a template that goes on and on does."""


class Edition(NamedTuple):
    """The bytes of a file, and what had to be done differently to make it."""

    data: bytes
    warnings: tuple[Message, ...] = ()


def drawn(ending: str, document: Document, today: date, dress: Dress = PLAIN) -> Edition:
    """The page, the PDF or the Word file of a document in its *dress*.  Raises Refused."""
    data, warnings = _drawn(ending, document, today, dress)
    if len(data) > LARGEST:
        raise Refused(say("this would have more than {count} MB", count=LARGEST >> 20))
    return Edition(data, (*dress.warnings, *warnings))


def _drawn(ending: str, document: Document, today: date, dress: Dress) -> Edition:
    if ending == "html":
        from elzctl.render.html import html
        from elzctl.render.page import TemplateFault

        try:
            return Edition(html(document, dress).encode())
        except TemplateFault as fault:
            raise Refused(fault.message) from fault
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
    "html": ("elzctl.render.html", "jinja2.sandbox", "markdown_it"),
    "pdf": ("elzctl.render.pdf", "typst", "markdown_it"),
    "docx": ("elzctl.render.docx", "markdown_it"),
    "ics": ("elzctl.render.calendar", "elzctl.render.redacted"),
    "eml": ("elzctl.render.html", "jinja2.sandbox", "markdown_it", "elzctl.render.mail"),
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
