"""From the bytes of a file to its text: UTF-8, no control characters, no merge conflict, or the finding that says so."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from elzctl.faults import files
from elzctl.finding import Finding
from elzctl.source import Source, Span

_ZIP = b"PK\x03\x04"
# How other kinds of files begin, and what they are called.
_OTHER_KINDS = (
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (_ZIP, "Word, ZIP"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Word 97"),
)
_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0D})
# Patterns that few files need are compiled (and kept) by re when the first one does.
# C1 controls and noncharacters begin with these bytes; the exact look follows only when one is there.
_RARE = rb"\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]"
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
_MARKER = r"(?m)^(?:<{7}|>{7}|\|{7})(?: |$)|^(?:`{3,}(?=[^`\n]*$)|~{3,})"


def decode(path: str, raw: bytes) -> tuple[Source, Finding | None]:
    """The text of a file, and what makes it unreadable as text.  Never raises.

    With a finding the text is what could be made of it, good enough to show the line, and not to be read further.
    """
    try:
        text = raw.decode() if raw[:3] != BOM_UTF8 else raw[3:].decode()
    except UnicodeDecodeError as error:
        return _foreign(path, raw, error.start)
    source = Source(path, raw, text)
    # A single byte is found many times as fast as two.
    rare = (b"\xc2" in raw or b"\xef" in raw) and re.search(_RARE, raw)
    if rare or len(raw.translate(None, _CONTROL_BYTES)) != len(raw):
        bad = re.search(_CONTROL, text)
        if bad:
            if raw.startswith(_ZIP) or _has_wide_letters(raw):
                return _foreign(path, raw, 0)
            at = source.span(bad.start(), bad.end())
            return source, files.control_character(at, f"U+{ord(bad[0]):04X}")
    if ("<" in text or ">" in text) and ("<<<<<<<" in text or ">>>>>>>" in text):
        return source, _conflict(source)
    return source, None


def _foreign(path: str, raw: bytes, position: int) -> tuple[Source, Finding]:
    """A file that is not UTF-8: what it looks like, and where the first strange byte stands."""
    guess = next((name for start, name in _OTHER_KINDS if raw.startswith(start)), "Windows-1252")
    if _has_wide_letters(raw):
        guess = "UTF-16"
    whole = raw.removeprefix(BOM_UTF8)  # the position that is told counts without it too
    source = Source(path, raw, whole.decode("cp1252", "replace"))
    if guess != "Windows-1252":
        return source, files.not_utf8(Span(path), guess)
    before = whole[:position].decode("utf-8", "replace")
    here = Source(path, raw, before).span(len(before), len(before))
    return source, files.not_utf8(Span(path, here.line, here.column, position, position + 1), guess)


def _has_wide_letters(raw: bytes) -> bool:
    """True for Latin letters in UTF-16 without its mark: each has an empty byte before or behind it."""
    return raw[1:2] == raw[3:4] == b"\0" or raw[:1] == raw[2:3] == b"\0"


def _conflict(source: Source) -> Finding | None:
    fence = ""
    for match in re.finditer(_MARKER, source.text):
        mark = match[0]
        if mark[0] in "`~":
            fence = mark if not fence else "" if mark.startswith(fence) else fence
        elif not fence:
            return files.merge_conflict(source.span(match.start(), match.end()))
    return None
