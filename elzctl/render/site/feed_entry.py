"""One entry of a feed as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from elzctl.hashes import sha1
from elzctl.model import Plan
from elzctl.record import NamedTuple

_ADDRESSES = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""The name space of addresses."""


class Entry(NamedTuple):
    """Something new: *key* is what it is known by, *anchor* where it stands, *parts* are lines under headings."""

    key: str
    anchor: str
    title: str
    since: date
    updated: date
    parts: tuple[tuple[str, tuple[str, ...]], ...]


def entry_lines(one: Entry, name: str, address: str) -> str:
    """An entry by the *name* that it keeps, with the *address* where it stands, escaped; "" when that is nowhere."""
    link = f'<link rel="alternate" type="text/html" href="{address}"/>\n' if address else ""
    return (
        f"<entry>\n<id>{name}</id>\n<title>{escape(one.title)}</title>\n"
        f"<published>{moment(one.since)}</published>\n<updated>{moment(one.updated)}</updated>\n{link}"
        f'<content type="html">{escape("".join(_html(one.parts)))}</content>\n</entry>\n'
    )


def urn(plan: Plan, key: str) -> str:
    """The name by which readers know something, wherever the site of the plan stands."""
    return urn_of(house_of(plan), key)


def urn_of(house: str, key: str) -> str:
    """The same for the plan of a *house*, by its id."""
    return f"urn:uuid:{_uuid5(f'elzctl:{house}/{key}')}"


def house_of(plan: Plan) -> str:
    """The id of the organisation of a plan, "" when it names none."""
    house = plan.settings.organisation
    return house.id if house is not None else ""


def _uuid5(name: str) -> str:
    """The UUID of an address, as ``uuid.uuid5`` makes it (RFC 9562, 5.5); that module asks the machine who it is."""
    found = bytearray(sha1(_ADDRESSES + name.encode())[:16])
    found[6], found[8] = found[6] & 0x0F | 0x50, found[8] & 0x3F | 0x80
    text = found.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def moment(day: date) -> str:
    """A day as a moment: noon, which is that day from Iceland to Japan."""
    return f"{day.isoformat()}T12:00:00Z"


def _html(parts: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    for head, lines in parts:
        if head:
            yield f"<h2>{escape(head)}</h2>"
        yield f"<p>{escape(lines[0])}</p>" if len(lines) == 1 else f"<ul>{''.join(map(_item, lines))}</ul>"


def _item(line: str) -> str:
    return f"<li>{escape(line)}</li>"
