"""Any document to one common form: what it is, is seen from its bytes and not from its name.

``.txt`` and ``.md`` need nothing; Word, PDF and HTML are read by modules that are imported when they are needed, Word and PDF
with the libraries of the extra ``import``.
"""

from __future__ import annotations

import re

from elzctl.intake.paper import Paper, Unfit
from elzctl.record import NamedTuple
from elzctl.wording import Message, say

LARGEST = 20 << 20
"""Bytes of a document."""


_FIRST = 12
_INTERNAL = re.compile(r"(?:Internal edition: do not publish|Interne uitgave: niet publiceren)\b")


class _Foreign(NamedTuple):
    """A kind of file that is not read: how it begins, what it is, and what to do."""

    starts: tuple[bytes, ...]
    what: Message
    hint: Message


_AS_DOCX = say("Open it in Word and save it as .docx")
_FOREIGN = (
    _Foreign(
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
        say("This is a file of an old Word or Excel (.doc, .xls), or one with a password"),
        say("Open it in Word, without the password if it has one, and save it as .docx"),
    ),
    _Foreign((b"{\\rtf",), say("This is a Rich Text file (.rtf)"), _AS_DOCX),
    _Foreign(
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM"),
        say("This is a picture: there is no text in it that can be read"),
        say("Take the document that it was made of"),
    ),
    _Foreign(
        (b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),
        say("This is a packed file"),
        say("Unpack it first, and give the document in it"),
    ),
    _Foreign((b"MZ", b"\x7fELF"), say("This is a program, and no document"), say("Give a document")),
)


def read(name: str, data: bytes, encoding: str | None = None) -> Paper:
    """The document *data* with its file *name*; *encoding* is for texts alone.  Raises Unfit."""
    paper = _read(name, data, encoding)
    if any(_INTERNAL.match(block.text) for block in paper.blocks[:_FIRST]):
        # What is internal in it could not be told from the rest everywhere, and would become public.
        raise Unfit(
            say("This is an internal edition: what is internal in it would become public"),
            say("Take the public edition, or the files that it was made of"),
        )
    return paper


def _read(name: str, data: bytes, encoding: str | None) -> Paper:
    if not data.strip(b"\0 \t\r\n"):
        raise Unfit(say("This file is empty: there is no text in it"))
    if len(data) > LARGEST:
        raise Unfit(
            say("The file has more than {limit} MiB", limit=LARGEST >> 20),
            say("Take pictures out of it, or cut it in parts"),
        )
    if data.startswith(b"PK"):
        return _packed(name, data)
    if b"%PDF-" in data[:1024]:
        from elzctl.intake.readers.pdf import read_pdf

        return read_pdf(name, data)
    for foreign in _FOREIGN:
        if data.startswith(foreign.starts):
            raise Unfit(foreign.what, foreign.hint)
    if _is_html(name, data):
        from elzctl.intake.readers.html import read_html

        return read_html(name, data, encoding)
    from elzctl.intake.readers.text import read_text

    return read_text(name, data, encoding)


def _packed(name: str, data: bytes) -> Paper:
    from elzctl.intake.readers.docx import read_docx

    return read_docx(name, data)


def _is_html(name: str, data: bytes) -> bool:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    marked = start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml"))
    return marked or (name.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in start)
