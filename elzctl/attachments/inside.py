"""What betrays people in files that go with minutes: addresses and numbers, in words and in the cells of tables."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping

from elzctl.attachments.acts import check_cells
from elzctl.attachments.cells import MOBILE, company_under_heading, mailboxes_in_cells, seen, without_cells
from elzctl.pictures import Most
from elzctl.record import NamedTuple
from elzctl.telephones import numbers_in_cells
from elzctl.traces import contacts, same_contact
from elzctl.tree import Unreadable
from elzctl.wording import Message, say

OFFICE: Mapping[str, str] = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": "content.xml",
}
"""A part that a document of each kind has."""
NOT_THAT = say("is not what the end of its name says")

PICTURE = Most(12_000, 60_000_000, say("Save a smaller copy."))
"""The largest picture that is published, alone or in a document."""
# What takes time to look at: the beginning of an address, of an account number.
_PERHAPS = re.compile(r"@|%40|[(\[{<] ?[aA] ?[tTpP)\]]|[A-Za-z]{2}\d\d|_at_| at [a-z0-9-]+\.[a-z]")
_MOST_SIGNS = 20_000
_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)
# What Excel takes for the sign between the cells, when it is the first line of a table.
_PARTED = re.compile(r"\s{0,20}\"?\s{0,20}sep\s{0,20}=(?P<sign>[^\r\n])", re.IGNORECASE)
# A cell of a table that a workbook became, and lost the zero of its number.
_ALONE = re.compile(rf"(?m)(^|[;,\t\"])({MOBILE})(?=[;,\t\"\r]|$)")


class Found(NamedTuple):
    """What is published of a file, and what is to be known of it: what follows its name in a sentence."""

    data: bytes
    remarks: tuple[Message, ...] = ()


def text(raw: bytes, ending: str, allowed: frozenset[str]) -> Found:
    """A text or a table.  Raises Unreadable when it betrays people; *allowed* are contacts as ``same_contact`` has them."""
    shown = _decoded(raw)
    begins = (shown.lstrip("\ufeff \t\r\n")[:1], raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1].decode("latin-1"))
    if "\0" in shown or "<" in begins:  # what some browsers take for a page
        raise Unreadable(NOT_THAT)
    shown = re.sub(_ALONE, r"\g<1>0\2", seen(shown))
    readings = [shown]
    if ending == "csv":
        parted = _PARTED.match(shown)
        readings += [shown.replace(parted["sign"], ";")] if parted is not None else []
        for one in readings:
            check_cells(one)
    found = sorted(
        {start for one in readings for start in betrayals(one, allowed) if not _is_company(one, start, ending)}
    )
    lines = [shown.count("\n", 0, start) + 1 for start in found]
    if lines:
        raise Unreadable(
            say(
                "holds an e-mail address or a number of somebody ({count}; the first on line {line})",
                count=len(lines),
                line=lines[0],
            )
        )
    return Found(raw)


def _is_company(table: str, start: int, ending: str) -> bool:
    """True for a number that the heading of its column says to be that of a company."""
    said = company_under_heading(table, start) if ending == "csv" else ""
    return bool(said) and not betrayals(said, frozenset())


def _decoded(raw: bytes) -> str:
    """A text in the code that it says to have, or in one of the two that do not say it.  Raises Unreadable."""
    try:
        if raw.startswith(_MARKS):
            return raw.decode("utf-16")
    except UnicodeDecodeError:
        raise Unreadable(NOT_THAT) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def betrayals(text: str, allowed: frozenset[str]) -> list[int]:
    """Where contacts begin that are not allowed.  Raises Unreadable when there is too much that may be one."""
    if sum(1 for _ in _PERHAPS.finditer(text)) > _MOST_SIGNS:
        raise Unreadable(say("holds more signs and codes than elzctl can look at for addresses and numbers"))
    places = sorted({*contacts(text), *numbers_in_cells(text)})
    found = {end: start for start, end in places if same_contact(text[start:end]) not in allowed}
    cut = mailboxes_in_cells(text)
    found |= {end: start for start, end in cut if same_contact(without_cells(text[start:end])) not in allowed}
    return sorted(set(found.values()))
