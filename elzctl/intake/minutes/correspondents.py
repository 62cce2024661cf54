"""Those between whom a mail with minutes went: people, who stay private, and which of them says *ikzelf* in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from elzctl.intake import persons
from elzctl.intake.minutes.draft import Person, There
from elzctl.intake.minutes.mail import Mail
from elzctl.intake.minutes.people import Listed, people
from elzctl.intake.minutes.who import OWN_WORDS
from elzctl.intake.paper import Block
from elzctl.intake.who import Actors
from elzctl.record import NamedTuple

_HEAD = re.compile(
    r"(?i)(?P<label>van|from|afzender|sender|aan|to|cc|bcc|kopie|antwoorden aan|reply-to)\s*:\s*(?P<value>\S.*)"
)
_FROM = ("van", "from", "afzender", "sender")
# Behind a name: its address, which parts it from the next.
_ADDRESS = re.compile(r"\s*(?:<[^<>]*>|[\[(](?:mailto:)?[^\s\[\]()]+@[^\s\[\]()]+[\])])\s*[;,]?\s*")
_SURNAME_FIRST = re.compile(r"(?P<last>[^,;()]{2,40}),\s+(?P<first>[A-ZÀ-Þ][\w'’-]+)")
_ONLY_ADDRESS = re.compile(r"(?P<first>[a-z]{2,})[._](?P<last>[a-z._-]{2,})@\S+")


class Between(NamedTuple):
    """The people of a mail, and the one who sent it; ``None`` when that is not known."""

    people: tuple[Person, ...] = ()
    sender: Person | None = None


def between(mail: Mail, actors: Actors) -> Between:
    """Whom the head of a mail names; without one, whose name stands below its greeting."""
    found: list[Person] = []
    sender: Person | None = None
    for block in mail.heads:
        match = _HEAD.match(block.text)
        if match is None:
            continue
        ones = list(_people(match["value"], block.lines, actors))
        sender = sender or (ones[0] if ones and match["label"].lower() in _FROM else None)
        found += ones
    signed = [one for block in mail.closing[1:2] for one in _people(block.text, block.lines, actors)]
    found += [one for one in signed if " " in one.name]
    sender = sender or next(iter(signed), None)
    return Between(tuple({persons.key(one.name): one for one in reversed(found)}.values())[::-1], sender)


def with_them(listed: Sequence[Listed], mail: Between) -> list[Listed]:
    """Those who were there, with the people of the mail: *ikzelf* and a first name alone are the ones that it names in full."""
    found = [_in_full(one, mail) for one in listed]
    known = {persons.key(one.name) for one in found if isinstance(one, Person)}
    return [*found, *(one for one in mail.people if persons.key(one.name) not in known)]


def _in_full(one: Listed, mail: Between) -> Listed:
    if isinstance(one, There) and one.name.lower().strip(" .") in OWN_WORDS and mail.sender is not None:
        return mail.sender._replace(presence=one.presence, lines=one.lines)
    if " " in one.name.strip():
        return one
    named = [person for person in mail.people if one.name.lower() in _parts(person.name)]
    if len(named) != 1:
        return one
    if isinstance(one, There):
        return named[0]._replace(presence=one.presence, lines=one.lines)
    return one._replace(name=named[0].name, organisation=one.organisation or named[0].organisation)


def _parts(name: str) -> Iterable[str]:
    return (persons.first_name(name).lower(), persons.surname(name).lower())


def _people(value: str, lines: tuple[int, ...], actors: Actors) -> Iterator[Person]:
    """The people in a line of the head, without their addresses; organisations among them were not there."""
    for bit, mailbox in _apart(value):
        name = bit.strip(" \"'“”;,")
        turned = _SURNAME_FIRST.fullmatch(name)
        name = f"{turned['first']} {turned['last']}" if turned is not None else name
        address = _ONLY_ADDRESS.fullmatch(name)
        if address is not None:
            name = f"{address['first']} {re.sub('[._-]+', ' ', address['last'])}".title()
            if not persons.is_person(name):
                continue
        found = people("sent", [Block(name, lines)], actors, alone=True) if name and "@" not in name else ()
        yield from (one._replace(address=one.address or mailbox) for one in found if isinstance(one, Person))


def _apart(value: str) -> Iterator[tuple[str, str]]:
    """Each name in a line of the head with its address, "" for none."""
    found = list(_ADDRESS.finditer(value))
    if not found:
        sign = ";" if ";" in value else ","
        yield from ((bit, "") for bit in value.split(sign))
        return
    start = 0
    for match in found:
        yield value[start : match.start()], match[0].strip(" ;,<>[]()").removeprefix("mailto:")
        start = match.end()
    yield value[start:], ""
