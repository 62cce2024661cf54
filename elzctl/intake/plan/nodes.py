"""What an outline is made of: headings of goals, actions and chapters, each with what follows it."""

from __future__ import annotations

from elzctl.intake.paper import Block
from elzctl.intake.plan.codes import Level
from elzctl.intake.plan.words import Label
from elzctl.record import NamedTuple


class Node(NamedTuple):
    """A heading, and what stands between it and the next one.

    ``code`` is what the document calls it ("1.1.1", "AP-3", ""), ``numbers`` are the numbers of that.  ``head`` are the
    blocks of the heading itself.  ``row`` holds what the cells of a row of a table say, when it is one, each with the heading of its column.
    """

    level: Level
    code: str
    numbers: tuple[int, ...]
    title: str
    head: tuple[Block, ...]
    blocks: tuple[Block, ...] = ()
    guessed: bool = False
    row: tuple[tuple[Label, str, Block], ...] = ()
    words: str = ""

    @property
    def anchor(self) -> str:
        """The name that the document gives to it, "" for none."""
        return next((block.anchor for block in self.head if block.anchor), "")


class Outline(NamedTuple):
    """The nodes in reading order; ``before`` is what stands before the first, ``contents`` the lines of a list of contents."""

    before: tuple[Block, ...]
    nodes: tuple[Node, ...]
    contents: tuple[Block, ...]
