"""What is read in PDF files that go with minutes, looked at for what betrays people: pages, forms, remarks, contents.

It is done in a child under limits: nobody knows where a PDF came from.  Pictures of pages are not read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from elzctl.attachments.cells import seen
from elzctl.attachments.folders import names_user
from elzctl.attachments.inside import betrayals
from elzctl.attachments.pdf_reached import off_pages
from elzctl.attachments.pdf_unseen import unseen
from elzctl.attachments.pdf_versions import earlier, held, lost
from elzctl.record import NamedTuple
from elzctl.tree import Unreadable
from elzctl.wording import Message, say

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# A line ends in the middle of a number, or of a word with a hyphen that only that end put there.
_BROKEN = r"\r?\n(?<=\d\n)(?=[\d(+])"
_HYPHEN = "[\x02\ufffe\xad]\r?\n?"
_SAID = ("Contents", "V", "DV", "TU")
# A note, and marks on the text of somebody else: highlighted, underlined, wavy, struck out, put in between.
_REMARKS = (1, 9, 10, 11, 12, 14)
# What is drawn or typed on a page, and redactions that were not applied: a remark when it says who made it.
_DRAWN = (3, 4, 5, 6, 7, 8, 13, 15, 16, 28)
# Of its properties, those in which people are named or may have typed anything.
_EMPTIED = ("Author", "Subject", "Keywords")
_MOST_PAGES = 2_000
_MOST_ON_PAGE = 5_000


class Look(NamedTuple):
    """Why a file is not published, or what is to be known of it, as a part of a sentence; neither when all is well.

    ``is_sure`` is false when it may turn out otherwise another time.
    """

    reason: Message | None = None
    remark: Message | None = None
    is_sure: bool = True


def looked(files: Sequence[bytes], allowed: frozenset[str]) -> tuple[Look, ...]:
    """What came of each file.  *allowed* are contacts as ``same_contact`` has them."""
    found = []
    for raw in files:
        try:
            found.append(_look(raw, allowed))
        except Unreadable as fault:
            found.append(Look(fault.reason))
    return tuple(found)


class _OnPage(NamedTuple):
    """Whether a page has words or no picture, what is on it, and which words are seen there, in order, and which are not."""

    has_words: bool
    held: Counter[str]
    seen: Sequence[str]
    unseen: frozenset[str]


def _look(raw: bytes, allowed: frozenset[str]) -> Look:
    """Raises Unreadable."""
    last = _read(raw, allowed)
    for end in earlier(raw):
        _check_earlier(raw[:end], last, allowed)
    if (reason := off_pages(raw)) is not None:
        raise Unreadable(reason)
    pictures = (number for number, one in enumerate(last, start=1) if not one.has_words)
    page = next(pictures, 0)
    return Look(remark=say("elzctl cannot read page {page}, which is a picture", page=page)) if page else Look()


def _check_earlier(raw: bytes, last: Sequence[_OnPage], allowed: frozenset[str]) -> None:
    """Raises Unreadable for an earlier version of a file in which there is what may not be, or is no longer in the last one.

    What was only added, such as a signature or what is filled in, takes nothing out.
    """
    import pypdfium2

    try:
        pypdfium2.PdfDocument(raw).close()
    except pypdfium2.PdfiumError:
        return  # nobody can open that
    try:
        page = lost([one.held for one in _read(raw, allowed)], [one.held for one in last])
    except Unreadable:
        raise Unreadable(
            say(
                "keeps an earlier version of itself, in which there is what may not be published; print it to a new PDF, and take that"
            )
        ) from None
    if page:
        raise Unreadable(
            say(
                "keeps an earlier version of itself, with what was taken out or changed since (on page {page}), which others can get back; print it to a new PDF, and take that",
                page=page,
            )
        )


def _read(raw: bytes, allowed: frozenset[str]) -> Sequence[_OnPage]:
    """Raises Unreadable."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise Unreadable(say("needs a password") if locked else say("is no PDF that can be read")) from None
    try:
        if len(document) > _MOST_PAGES:
            raise Unreadable(say("has more than {count} pages", count=_MOST_PAGES))
        if document.count_attachments():
            raise Unreadable(say("holds other files, into which elzctl does not look"))
        properties = "\n".join(_beside(document))
        _check(properties, allowed)
        if names_user(properties):
            raise Unreadable(
                say("names a folder on somebody's computer; leave no more of that than the name of the file")
            )
        if any(document.get_metadata_value(key).strip() for key in _EMPTIED):
            raise Unreadable(say("has properties that elzctl cannot empty; print it to a new PDF, and take that"))
        pages = [_on_page(page, number, allowed) for number, page in enumerate(document, start=1)]
    except pypdfium2.PdfiumError:
        raise Unreadable(say("is no PDF that can be read")) from None
    finally:
        document.close()
    _check_seen(pages)
    return pages


def _check_seen(pages: Sequence[_OnPage]) -> None:
    """Raises Unreadable for words that nobody sees on a page, nor on another one: a heading may be under a picture."""
    known = frozenset(word for page in pages for word in page.seen)
    unknown = [page.unseen - known for page in pages]
    shown = f" {' '.join(word for page in pages for word in page.seen)} " if any(unknown) else ""
    for number, words in enumerate(unknown, start=1):
        if any(f" {one} " not in shown for one in words):
            raise Unreadable(
                say(
                    "holds words that nobody sees: covered, cut off, in the colour of what is behind them, beside the page or as small as a dot (on page {page}); take these out in the program that made it",
                    page=number,
                )
            )


def _beside(document: PdfDocument) -> Iterator[str]:
    """The properties, and the table of contents that programs show beside the pages."""
    yield from document.get_metadata_dict(skip_empty=True).values()
    for one in document.get_toc():
        yield one.get_title() or ""


def _on_page(page: PdfPage, number: int, allowed: frozenset[str]) -> _OnPage:
    """What is on a page.  Raises Unreadable."""
    written = page.get_textpage()
    text = written.get_text_range(errors="ignore")
    plain = re.sub(_HYPHEN, "", text).replace("\r\n", "\n")
    read = "\n".join((re.sub(_BROKEN, " ", plain), *_noted(page, number)))
    _check(read, allowed, number)
    has_words = bool(text.strip()) or next(page.get_objects(filter=(3,), max_depth=3), None) is None
    return _OnPage(has_words, held(read, page), *unseen(page, written))


def _noted(page: PdfPage, number: int) -> Iterator[str]:
    """What is filled in, and written beside the text.  Raises Unreadable for remarks, which are not for readers."""
    import pypdfium2.raw as raw

    for place in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_ON_PAGE)):
        note = raw.FPDFPage_GetAnnot(page, place)
        said = [_string(note, key) for key in _SAID]
        kind = raw.FPDFAnnot_GetSubtype(note)
        is_remark = kind in _REMARKS or (kind in _DRAWN and _string(note, "T").strip())
        raw.FPDFPage_CloseAnnot(note)
        if is_remark and (said[0].strip() or kind in _DRAWN):
            raise Unreadable(
                say("holds remarks (on page {page}); take these out in the program that made it", page=number)
            )
        yield from said


def _string(note: object, key: str) -> str:
    """A text of a note; ``""`` when there is none."""
    import ctypes

    import pypdfium2.raw as raw

    size = raw.FPDFAnnot_GetStringValue(note, key.encode(), None, 0)
    room = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(note, key.encode(), ctypes.cast(room, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return room.raw.decode("utf-16-le", "ignore").rstrip("\0")


def _check(text: str, allowed: frozenset[str], page: int = 0) -> None:
    """Raises Unreadable when a text betrays somebody."""
    if not betrayals(seen(text), allowed):
        return
    if page:
        raise Unreadable(say("holds an e-mail address or a number of somebody (on page {page})", page=page))
    raise Unreadable(say("holds an e-mail address or a number of somebody (in its properties or its contents)"))
