"""What a document amounts to as a meeting, before it is written: fields, people, points and the text between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TypeAlias

from elzctl.clock import Clock
from elzctl.intake.ledger import Certainty
from elzctl.intake.paper import Block
from elzctl.intake.when import Dated
from elzctl.record import NamedTuple
from elzctl.wording import Message


class Fact(NamedTuple):
    """The value of a field as text, where it stood, and how sure it is."""

    value: str
    lines: tuple[int, ...]
    certainty: Certainty = Certainty.READ
    words: str = ""
    reason: Message | None = None


class Person(NamedTuple):
    """Somebody in a list of people; *presence* is ``present``, ``excused``, ``absent``, ``chair`` and the like."""

    name: str
    presence: str
    organisation: str = ""
    function: str = ""
    address: str = ""
    note: str = ""
    lines: tuple[int, ...] = ()


class There(NamedTuple):
    """An organisation in a list of people; *note* is what is said of it there, and has no field."""

    name: str
    presence: str
    lines: tuple[int, ...] = ()
    note: str = ""


class Who(NamedTuple):
    """Who does something: ids of actors, natural persons (who go nowhere public), and words that name nobody.

    *is_new*: one of the actors was not known before.  *is_short*: one of the names is the beginning of a longer one.
    """

    ids: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    rest: str = ""
    is_new: bool = False
    is_short: bool = False


class Under(NamedTuple):
    """A line under a point: ``bijdrage``, ``stand``, ``verschoven``, ``vervallen``, or "" for a plain remark."""

    word: str
    text: str
    who: tuple[str, ...] = ()
    on: str = ""
    due: str = ""


class Point(NamedTuple):
    """An action point; *words* is what is to be done, *lines* everything that it was made of, *number* what is printed; *owner_reason* says why its owners are a guess; *function* are the words for who is told by what they do alone."""

    words: Block
    owners: tuple[str, ...] = ()
    due: Dated | None = None
    ticked: bool = False
    done: str = ""
    under: tuple[Under, ...] = ()
    people: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    reason: Message | None = None
    due_reason: Message | None = None
    owner_words: str = ""
    due_words: str = ""
    references: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    number: str = ""
    owner_reason: Message | None = None
    function: str = ""


class Noted(NamedTuple):
    """A decision (*kind* is ``B``), signal (``S``), agreement (``A``) or event (``E``) with its date and hours.

    *people* hold it, whose names go nowhere public; *who_words* are those for who does.
    """

    kind: str
    words: Block
    when: Dated | None = None
    start: Clock | None = None
    end: Clock | None = None
    who: tuple[str, ...] = ()
    steps: tuple[Under, ...] = ()
    lines: tuple[int, ...] = ()
    reason: Message | None = None
    references: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    number: str = ""
    people: tuple[str, ...] = ()
    who_words: str = ""


class Prose(NamedTuple):
    """Running text."""

    blocks: tuple[Block, ...]


Piece: TypeAlias = "Point | Noted | Prose"


def gathered(pieces: Sequence[Piece]) -> list[Piece]:
    """Running text that follows itself as one."""
    made: list[Piece] = []
    for is_text, run in groupby(pieces, lambda piece: isinstance(piece, Prose)):
        if is_text:
            made.append(Prose(tuple(block for piece in run if isinstance(piece, Prose) for block in piece.blocks)))
        else:
            made += run
    return made


class Item(NamedTuple):
    """An item of the agenda; above the first one, *title* is ``None``.  *reason* says why its heading is a guess."""

    number: int | None
    title: Block | None
    pieces: tuple[Piece, ...]
    reason: Message | None = None
