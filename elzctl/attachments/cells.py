"""What people see in the cells of a table: an address over several of them, such as ``jan``, ``@`` and ``voorbeeld.be``."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOBILE = r"4[5-9]\d{7}(?<!0000)"
"""What Excel makes of 0471 23 45 67: a number without its first zero."""

_SIGNS = ";,|\t\n"
_BETWEEN = rf"[\"\s]{{0,20}}[{_SIGNS}][\"\s]{{0,20}}"
_LOCAL = rf"(?P<begins>\A|[{_SIGNS}][\"\s]{{0,20}})?(?P<local>[\w.+%-]{{1,64}})(?:(?P<cut>{_BETWEEN})|[\"\s]{{0,20}})\Z"
_DOMAIN = (
    rf"(?:(?P<cut>{_BETWEEN})|[\"\s]{{0,20}})(?P<domain>[\w-]{{1,63}}(?:(?:{_BETWEEN})?\.(?:{_BETWEEN})?[\w-]{{1,63}}){{1,6}})"
    rf"(?=[\"\s{_SIGNS}]|\Z)(?<=[A-Za-z]{{2}})"
)
_BLANKS = '" \r'
_COMPANY = rf"(?:BE ?)?[01]\d{{3}}[. ]?\d{{3}}[. ]?\d{{3}}(?=[\"\r{_SIGNS}]|\Z)"
_PLAIN_LOCAL = r"[a-z\d]+(?:[._-][a-z\d]+)*"
_WIDEST = 120


def seen(text: str) -> str:
    """The text without what cannot be seen, which may stand in the middle of an address."""
    return re.sub("[\xad\u200b-\u200f\u2060\ufeff]", "", text)


def mailboxes_in_cells(text: str) -> Iterator[tuple[int, int]]:
    """Where such addresses begin and end in a text of which each cell stands on a line or behind a sign.

    Where only the sign goes with the host, the cell before it has to look like the name of a mailbox: the host alone may
    be what a table is about.
    """
    for sign in re.finditer("@", text):
        start = max(0, sign.start() - _WIDEST)
        local = re.search(_LOCAL, text[start : sign.start()])
        domain = re.match(_DOMAIN, text[sign.end() : sign.end() + 2 * _WIDEST])
        if local is None or domain is None or not (local["cut"] or domain["cut"]):
            continue
        if local["cut"] and domain["cut"] and local["cut"].strip(_BLANKS) != domain["cut"].strip(_BLANKS):
            continue  # the end of a row
        is_alone = local["begins"] is not None and (bool(local["begins"]) or not start)
        if domain["cut"] or (is_alone and re.fullmatch(_PLAIN_LOCAL, local["local"])):
            yield start + local.start("local"), sign.end() + domain.end()


def company_under_heading(text: str, start: int) -> str:
    """The number of a company that is all of a cell, with the heading of its column before it; ``""`` for anything else.

    The heading may say what that number is: without it, and without dots, it looks like that of a telephone.  Its last two
    digits follow from the others; of a telephone that stands there by mistake they seldom do.
    """
    cell = re.compile(_COMPANY).match(text, start)
    digits = re.sub(r"\D", "", cell[0]) if cell is not None else ""
    if not digits or int(digits[8:]) != 97 - int(digits[:8]) % 97:
        return ""
    headings = text.partition("\n")[0]
    sign = max(_SIGNS[:-1], key=headings.count)
    place = text.count(sign, text.rfind("\n", 0, start) + 1, start)
    names = headings.split(sign)
    return f"{names[place].strip(_BLANKS)}: {cell[0]}" if cell is not None and place < len(names) else ""


def without_cells(contact: str) -> str:
    """An address without what stands between its cells."""
    return re.sub(rf"[\"\s{_SIGNS}]", "", contact) if "@" in contact else contact
