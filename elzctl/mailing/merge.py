"""Mailing lists as one: who is on which of them, who would get a message twice, and who opted out.

They are read by :mod:`elzctl.mailing.read`.  What stands in a list is private: messages here name a file, a line and a
heading that elzctl knows, and nothing else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from elzctl.record import NamedTuple
from elzctl.wording import Message


class Place(NamedTuple):
    """A row: the name of its file, and the line on which it begins."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Remark(NamedTuple):
    """Something about a row."""

    place: Place
    message: Message


class Entry(NamedTuple):
    """One address of one row."""

    place: Place
    address: str
    name: str
    organisation: str
    opted_out: bool


class MailingList(NamedTuple):
    """A list as it was read: *column* has the addresses, *opt_outs* are the columns that were asked for opt-outs.

    *rows* counts those in which something stands.  *unusable* rows have no address or a part that is none; in *doubtful*
    ones the opt-out column says neither yes nor no, which is read as yes.
    """

    name: str
    rows: int
    column: Message
    opt_outs: tuple[Message, ...]
    entries: tuple[Entry, ...]
    unusable: tuple[Remark, ...]
    doubtful: tuple[Remark, ...]


class Recipient(NamedTuple):
    """An address, once; where it stands, and where it opted out.  It is spelled and named as where it stands first."""

    address: str
    name: str
    organisation: str
    places: tuple[Place, ...]
    out: tuple[Place, ...]

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists that it is on."""
        return tuple(dict.fromkeys(place.file for place in self.places))


class Merged(NamedTuple):
    """All lists as one.  An address is in *written* or in *opted_out*, and never in both.

    *alike* are different addresses that seem to be of one person: of the same name, or in the same row while only one
    of them opted out.
    """

    lists: tuple[MailingList, ...]
    written: tuple[Recipient, ...]
    opted_out: tuple[Recipient, ...]
    alike: tuple[tuple[Recipient, ...], ...]

    @property
    def double(self) -> tuple[Recipient, ...]:
        """Who would get it twice, had the lists not been merged."""
        return tuple(one for one in self.written if len(one.places) > 1)

    @property
    def single(self) -> tuple[Recipient, ...]:
        """Who is on one list only; of one list nobody is."""
        return tuple(one for one in self.written if len(one.lists) == 1) if len(self.lists) > 1 else ()

    @property
    def unusable(self) -> tuple[Remark, ...]:
        """The rows of all lists that could not be used, or not wholly."""
        return tuple(remark for one in self.lists for remark in one.unusable)

    @property
    def doubtful(self) -> tuple[Remark, ...]:
        """The rows of all lists that say neither yes nor no."""
        return tuple(remark for one in self.lists for remark in one.doubtful)


def merge(lists: Sequence[MailingList]) -> Merged:
    """Every address once, in the order of the lists.  Who opted out in one row is opted out of all."""
    met: dict[str, list[Entry]] = {}
    for one in lists:
        for entry in one.entries:
            met.setdefault(key(entry.address), []).append(entry)
    found = {address: _recipient(entries) for address, entries in met.items()}
    written = tuple(one for one in found.values() if not one.out)
    opted_out = tuple(one for one in found.values() if one.out)
    return Merged(tuple(lists), written, opted_out, _alike(met, found))


def key(address: str) -> str:
    """What two spellings of one address have in common."""
    return unicodedata.normalize("NFC", address).lower()


def _recipient(entries: Sequence[Entry]) -> Recipient:
    name = next((entry.name for entry in entries if entry.name), "")
    organisation = next((entry.organisation for entry in entries if entry.organisation), "")
    out = tuple(entry.place for entry in entries if entry.opted_out)
    return Recipient(entries[0].address, name, organisation, tuple(entry.place for entry in entries), out)


def _alike(met: Mapping[str, list[Entry]], found: Mapping[str, Recipient]) -> tuple[tuple[Recipient, ...], ...]:
    ties: dict[str | Place, dict[str, Recipient]] = {}
    for address, entries in met.items():
        for entry in entries:
            for tie in (entry.name.casefold(), entry.place):
                if tie:
                    ties.setdefault(tie, {})[address] = found[address]
    groups = (tuple(tied.values()) for tied in ties.values() if len(tied) > 1)
    return tuple(dict.fromkeys(group for group in groups if _is_telling(group)))


def _is_telling(group: Sequence[Recipient]) -> bool:
    """False for addresses that one row puts together on purpose, unless some of them opted out and some did not."""
    apart = not frozenset(group[0].places).intersection(*(one.places for one in group[1:]))
    return apart or len({bool(one.out) for one in group}) > 1
