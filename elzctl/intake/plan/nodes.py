"""What an outline is made of: headings of goals, actions and chapters, each with what follows it."""

from __future__ import annotations

from typing import TypeAlias

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.words import Label
from elzctl.record import NamedTuple

Fact: TypeAlias = "tuple[Label, str, Block]"
"""What a cell of a table says, with the heading of its column."""


class Listing(NamedTuple):
    """What a table that lists the actions says of one that has a fiche.

    ``again`` are blocks that say the same, ``looser`` times that say it too, ``more`` what only the table says,
    ``others`` what it says otherwise, ``past`` what a table about an earlier time says,
    and ``titles`` what it is called there, when that is something else.
    """

    again: tuple[Block, ...] = ()
    more: tuple[Fact, ...] = ()
    others: tuple[Fact, ...] = ()
    looser: tuple[Fact, ...] = ()
    past: tuple[Fact, ...] = ()
    titles: tuple[Fact, ...] = ()


class Node(NamedTuple):
    """A heading, and what stands between it and the next one.

    ``code`` is what the document calls it ("1.1.1", "AP-3", ""), ``numbers`` are the numbers of that.  ``head`` are the
    blocks of the heading itself.  ``row`` holds what the cells of a row of a table say, when it is one, each with the heading of its column.
    ``guessed`` is true where nothing but its place tells what it is.  ``listing`` is what a table of all actions says of it too.
    """

    level: Level
    code: str
    numbers: tuple[int, ...]
    title: str
    head: tuple[Block, ...]
    blocks: tuple[Block, ...] = ()
    guessed: bool = False
    row: tuple[Fact, ...] = ()
    words: str = ""
    listing: Listing = Listing()

    @property
    def anchor(self) -> str:
        """The name that the document gives to it, "" for none."""
        return next((block.anchor for block in self.head if block.anchor), "")


class Outline(NamedTuple):
    """The nodes in reading order; ``before`` is what stands before the first, ``contents`` the lines of a list of contents."""

    before: tuple[Block, ...]
    nodes: tuple[Node, ...]
    contents: tuple[Block, ...]
