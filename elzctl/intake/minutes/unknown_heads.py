"""Headings of columns that nobody knows: they stay with the words of their cells, and one that may be of actions is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from elzctl.intake.minutes.parts import Table, columns, lines_of, text_of
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

Head: TypeAlias = tuple[str, tuple[int, ...]]
"""The words of a heading, and its lines."""

_OF_ACTIONS = re.compile(
    r"(?i)\b(?:acties?|actiepunt\w*|taak|taken|to[ -]?do\w*|wie|wanneer|afspra\w+|opvolging|actions?|tasks?|who)\b"
)
_MAY_BE = say("This column may hold actions; what stands under it stays text. Write “Actie” above it when it does")


def unknown(table: Table) -> list[Head]:
    """The headings that nobody knows, above cells that hold text."""
    roles = columns(table.rows[0])
    return [
        (text_of(head), lines_of(head))
        for at, (role, head) in enumerate(zip(roles, table.rows[0], strict=True))
        if not role and text_of(head) and any(text_of(row[at]) for row in table.rows[1:])
    ]


def known_lines(table: Table) -> tuple[int, ...]:
    """The lines of the other headings, which say what the cells are, and stand nowhere."""
    kept = {line for _, lines in unknown(table) for line in lines}
    return tuple(line for cell in table.rows[0] for line in lines_of(cell) if line not in kept)


def doubted(heads: Iterable[Head]) -> Iterator[tuple[str, tuple[int, ...], Message]]:
    """Those that may be of actions, and why they are told."""
    return ((words, lines, _MAY_BE) for words, lines in heads if _OF_ACTIONS.search(words))


def under(head: str, blocks: list[Block]) -> list[Block]:
    """The paragraphs of a cell, the first with its heading before it."""
    words = head.strip(" :")
    return [blocks[0]._replace(text=f"{words}: {blocks[0].text}", spans=()), *blocks[1:]] if words else blocks
