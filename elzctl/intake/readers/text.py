"""Plain text and Markdown as a :class:`~elzctl.intake.paper.Paper`.

Every line of the file is one of :attr:`Paper.lines`, counted from 1 in the file; a form feed begins a page, and then lines
count within their page.  Text that was taken from a PDF has its paragraphs back, and text with a paragraph a line keeps
them.  ``style`` is always ""; ``level`` is 0 but in Markdown; ``marker`` and ``check`` are what an item begins with; numbers
of several levels (``1.1.2.``) stay in the text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from elzctl.intake.paper import Line, Make, Paper, Unfit
from elzctl.intake.readers.joined import Printed, blocks
from elzctl.intake.readers.running import running
from elzctl.wording import Message, say

MARKDOWN = (".md", ".markdown", ".mdown")
MOST_TEXT = 5 << 20
"""Characters of a document."""
MOST_LINES = 100_000

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Windows-1252 leaves five bytes open; they mean nothing in a text.
_OPEN_BYTES = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAIL = re.compile(r"(?im)^(from|to|cc|bcc|subject|date|sent|van|aan|onderwerp|datum|verzonden):[ \t]*\S")
_WHO = frozenset(("from", "van", "to", "aan"))
_WHAT = frozenset(("subject", "onderwerp"))
_WIRE = re.compile(r"(?im)^(?:mime-version|received|return-path|content-type|message-id):[ \t]*\S")


# A label as Markdown makes it bold, in a text that is none: **Trekker:** OCMW.
_STARRED = re.compile(r"^(\s*(?:[-*•+]\s+)?)(?:\*\*|__)([^*_:]{1,60})(?::(?:\*\*|__)|(?:\*\*|__)\s*:)\s*")


def read_text(name: str, data: bytes, encoding: str | None = None) -> Paper:
    """A text file; its bytes are UTF-8, UTF-16 with its mark, or Windows-1252, unless *encoding* says otherwise.

    Raises Unfit.
    """
    text, remarks = decoded(data, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _need_a_document(text)
    if not text.strip():
        raise Unfit(say("This file is empty: there is no text in it"))
    if len(text) > MOST_TEXT:
        raise Unfit(say("The document has more than {limit} million characters", limit=MOST_TEXT >> 20))
    if text.count("\n") > MOST_LINES:
        raise Unfit(say("The document has more than {limit} lines", limit=MOST_LINES))
    if _looks_like_mail(text):
        remarks = (
            *remarks,
            say("This looks like an e-mail: what stands above its text (from, to, subject) is read along"),
        )
    if name.lower().endswith(MARKDOWN):
        from elzctl.intake.readers.markdown import is_readable, read_markdown

        if is_readable(text):
            return read_markdown(name, text, remarks)
    lines = _lines(text)
    found = running(lines)
    lines = tuple(line._replace(running=place in found) for place, line in enumerate(lines))
    pages = max(line.page for line in lines)
    return Paper(name, Make.TEXT, lines, blocks(_printed(lines)), remarks, pages=pages)


def decoded(data: bytes, encoding: str | None) -> tuple[str, tuple[Message, ...]]:
    """The text of the bytes, and a remark when its encoding was guessed.  Raises Unfit for what is no text."""
    if encoding is not None:
        return _as_told(data, encoding), ()
    for mark, called in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(called), ()
            except UnicodeDecodeError:
                raise _no_text() from None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        if _OPEN_BYTES.search(data) or b"\x00" in data:
            raise _no_text() from None
        text = data.decode("cp1252")
        if _share_of_binary(text) > 0.001:
            raise _no_text() from None
        remark = say("The file is not UTF-8: it was read as Windows-1252. Look at letters such as é and ë")
        return text, (remark,)
    if "\x00" in text or _share_of_binary(text) > 0.01:
        raise _no_text()
    return text, ()


def _as_told(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError:
        raise Unfit(
            say("There is no encoding called “{name}”", name=encoding), say("For example: utf-8, cp1252, utf-16")
        ) from None
    except (UnicodeDecodeError, UnicodeError):
        raise Unfit(
            say("The file cannot be read as {name}", name=encoding), say("Leave --encoding out, or give another one")
        ) from None
    return text.removeprefix("\ufeff")


def _share_of_binary(text: str) -> float:
    return len(_BINARY.findall(text)) / max(1, len(text))


def _no_text() -> Unfit:
    return Unfit(
        say("This file is not a text, and none of the kinds that can be read"),
        say("Read are Word (.docx), PDF, HTML, text (.txt) and Markdown (.md)"),
    )


def _need_a_document(text: str) -> None:
    """Raises Unfit for texts that are records of another kind."""
    start = text.lstrip("\ufeff \n")[:4000]
    if start.startswith("WEBVTT") or re.match(r"\d+\n\d\d:\d\d:\d\d,\d{3} --> ", start):
        raise Unfit(
            say("This is the transcript of a recording, word for word and with names; it is not taken in"),
            say("Write minutes of it first, and take those in"),
        )
    head = start.partition("\n\n")[0]
    if len(_WIRE.findall(head)) > 1:
        raise Unfit(
            say("This is an e-mail as programs send it; its text cannot be told from the rest"),
            say("Open the e-mail, copy its text or save its attachment, and take that in"),
        )
    if start.startswith("{\\rtf"):
        raise Unfit(say("This is a Rich Text file (.rtf)"), say("Open it in Word and save it as .docx"))


def _looks_like_mail(text: str) -> bool:
    keys = {match[1].lower() for match in _MAIL.finditer("\n".join(text.split("\n", 12)[:12]))}
    return bool(keys & _WHO) and bool(keys & _WHAT)


def _lines(text: str) -> tuple[Line, ...]:
    """The lines; pages are counted when there are form feeds."""
    found = []
    paged = "\f" in text.rstrip("\f\n ")
    for page, whole in enumerate(text.rstrip("\f").split("\f") if paged else [text.replace("\f", "")], start=1):
        rows = whole.removesuffix("\n").split("\n")
        found += [Line(row, page if paged else 0, number) for number, row in enumerate(rows, start=1)]
    return tuple(found)


def _printed(lines: Sequence[Line]) -> tuple[Printed, ...]:
    """The lines that hold something and are not running."""
    found: list[Printed] = []
    empty, page, glued = 0, lines[0].page if lines else 0, _glued(lines)
    for place, line in enumerate(lines):
        if line.running or not line.text.strip():
            empty += not line.running
            continue
        is_glued = place in glued
        text = _STARRED.sub(r"\1\2: ", line.text.expandtabs(4))
        indent = 0 if is_glued else len(text) - len(text.lstrip())
        found.append(Printed(text.strip(), place, indent, empty, is_glued or line.page != page))
        empty, page = 0, line.page
    return tuple(found)


def _glued(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that begin with a single blank though few others do: the text of a PDF has one where a page begins."""
    single = [place for place, line in enumerate(lines) if re.match(r" \S", line.text)]
    held = sum(bool(line.text.strip()) for line in lines)
    return frozenset(single) if len(single) <= max(3, held // 10) else frozenset()
