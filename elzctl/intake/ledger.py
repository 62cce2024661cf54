"""The account of a document: where each of its lines went, and how sure that is.

A :class:`Ledger` is filled while a document is taken in; :meth:`Ledger.closed` gives the account, in which every line
that holds something has a place or is left over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from enum import Enum

from elzctl.intake.paper import Cell, Line, Paper
from elzctl.record import NamedTuple
from elzctl.wording import Message

# A line that holds no more than the rules of a table or between parts.
_RULE = re.compile(r"[\s|:*_=~+-]*")


class Fate(Enum):
    """What became of a line.  When several things did, the first in this order counts."""

    LEFT = "left"
    FIELD = "field"
    TEXT = "text"
    HEADING = "heading"
    PROMPT = "prompt"
    RUNNING = "running"
    EMPTY = "empty"


class Certainty(Enum):
    """How sure a field is: it stood there, it was inferred, or words stand where one belongs that were not understood."""

    READ = "read"
    GUESSED = "guessed"
    UNCLEAR = "unclear"


COLLAPSED = "actions"
"""The field of an entry that tells that too little came of the document; it is not clear then."""


class Entry(NamedTuple):
    """What one field of a file got.

    ``path`` is the file and ``field`` its key as it is written (``lead``, ``steps[2].due``, ``present``).  ``value`` is what the
    file says now, "" for nothing; ``words`` are the document's own; ``lines`` are indices into the paper's lines.
    ``reason`` tells why it was guessed or not understood, and what to look at.
    """

    path: str
    field: str
    value: str
    certainty: Certainty
    words: str
    lines: tuple[int, ...]
    reason: Message | None = None


class Placed(NamedTuple):
    """A line, what became of it, and where: a path with its key or section (``plan/actions/x.md#why``), "" for nowhere.

    ``cell`` is where it stands in a table; ``paragraph`` counts the lines that hold something and stand in none, from 1.
    """

    line: Line
    fate: Fate
    where: tuple[str, ...]
    cell: Cell | None = None
    paragraph: int = 0


class Left(NamedTuple):
    """Words that found no place, and why; part of a line, or all of it."""

    words: str
    lines: tuple[int, ...]
    reason: Message | None = None


class Account(NamedTuple):
    """The whole account of a document, in its order."""

    lines: tuple[Placed, ...]
    entries: tuple[Entry, ...]
    left: tuple[Left, ...]
    labels: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Words of headings that only say what something is, and stand in no file, with their lines."""

    @property
    def collapse(self) -> Message | None:
        """Why too little came of the document; ``None`` when it came in."""
        told = (one for one in self.entries if one.field == COLLAPSED and one.certainty is Certainty.UNCLEAR)
        return next((one.reason for one in told), None)

    @property
    def share(self) -> tuple[int, int]:
        """How many characters found a place, of how many that hold something (headers of pages and prompts apart)."""
        counted = [one for one in self.lines if one.fate not in (Fate.EMPTY, Fate.RUNNING, Fate.PROMPT)]
        whole = sum(len(one.line.text.strip()) for one in counted)
        lost = sum(len(left.words.strip()) for left in self.left)
        return max(0, whole - lost), whole


class Ledger:
    """An account that is being made."""

    def __init__(self, paper: Paper) -> None:
        """Of *paper*: lines at the heads and feet of its pages have their place already."""
        self.paper = paper
        self._fates: dict[int, dict[Fate, list[str]]] = {}
        self._entries: list[Entry] = []
        self._left: list[Left] = []
        self._labels: list[tuple[str, tuple[int, ...]]] = []

    def put(self, lines: Iterable[int], fate: Fate, where: str = "") -> None:
        """These lines, or words of them, went there."""
        for line in lines:
            places = self._fates.setdefault(line, {}).setdefault(fate, [])
            if where and where not in places:
                places.append(where)

    def field(self, entry: Entry) -> None:
        """A field got its value from these lines."""
        self._entries.append(entry)
        self.put(entry.lines, Fate.FIELD, f"{entry.path}#{entry.field}")

    def label(self, path: str, words: str, lines: tuple[int, ...]) -> None:
        """These words only say what stands below them in that file: they need stand in none."""
        self._labels.append((words, lines))
        self.put(lines, Fate.HEADING, path)

    def doubt(self, path: str, field: str, reason: Message, lines: Container[int] | None = None) -> None:
        """What was read for that field of the file said of last, or for a part of it, is a guess; with *lines* only what comes from those."""
        for at, one in self._last(path):
            told = (re.split(r"[.\[]", one.field)[0], one.certainty) == (field, Certainty.READ)
            if told and (lines is None or any(line in lines for line in one.lines)):
                self._entries[at] = one._replace(certainty=Certainty.GUESSED, reason=reason)

    def take_back(self, path: str, stands: Callable[[Entry], bool], reason: Message) -> None:
        """What was said of the fields of the file said of last and does not stand there was not understood, for this reason."""
        for at, one in self._last(path):
            if one.certainty is not Certainty.UNCLEAR and one.value and not stands(one):
                self._entries[at] = one._replace(value="", certainty=Certainty.UNCLEAR, reason=reason)

    def has(self, lines: Iterable[int]) -> bool:
        """True when one of these lines has a place already."""
        return any(line in self._fates for line in lines)

    def is_in(self, lines: Iterable[int], fate: Fate) -> bool:
        """True when words of one of these lines went there."""
        return any(fate in self._fates.get(line, ()) for line in lines)

    def left(self, words: str, lines: Iterable[int], reason: Message | None = None) -> None:
        """These words found no place."""
        found = tuple(lines)
        self._left.append(Left(words, found, reason))
        self.put(found, Fate.LEFT)

    def _last(self, path: str) -> Iterator[tuple[int, Entry]]:
        """The last entries, with their places, as long as they are of that file."""
        for at in range(len(self._entries) - 1, -1, -1):
            if self._entries[at].path != path:
                return
            yield at, self._entries[at]

    def closed(self) -> Account:
        """The account; what nobody placed is left over."""
        placed: list[Placed] = []
        cells = {line: block.cell for block in self.paper.blocks if block.cell is not None for line in block.lines}
        count = 0
        for index, line in enumerate(self.paper.lines):
            fates = self._fates.get(index, {})
            fate = next((one for one in Fate if one in fates), None)
            if fate is None:
                fate = Fate.EMPTY if _RULE.fullmatch(line.text) else Fate.RUNNING if line.running else Fate.LEFT
                if fate is Fate.LEFT:
                    self._left.append(Left(line.text.strip(), (index,)))
            where = tuple(place for one in Fate if one in fates for place in fates[one])
            is_paragraph = index not in cells and not line.running and bool(line.text.strip())
            count += is_paragraph
            placed.append(Placed(line, fate, where, cells.get(index), count if is_paragraph else 0))
        self._left.sort(key=lambda left: left.lines[:1])
        return Account(tuple(placed), _once(self._entries), tuple(self._left), tuple(self._labels))


def _once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each entry once, with all its lines: the same may be said in several places."""
    found: dict[tuple[str, str, str, str, Certainty], Entry] = {}
    for one in entries:
        key = (one.path, one.field, one.value, one.words, one.certainty)
        first = found.setdefault(key, one)
        if first is not one:
            found[key] = first._replace(lines=tuple(dict.fromkeys((*first.lines, *one.lines))))
    return tuple(found.values())
