"""Bold lines: which of them are no headings but labels with a value, and which stand above a list that minutes have."""

from __future__ import annotations

from elzctl.intake.minutes.parts import Part, is_strong
from elzctl.intake.minutes.words import PEOPLE, label_kind
from elzctl.intake.paper import Block

_AT_TOP = PEOPLE | {"date", "when", "where", "hours", "start", "end", "place"}


def is_value(text: str) -> bool:
    """True for a label of what stands above the agenda, with its value: *Datum: 5 november*."""
    label, colon, value = text.partition(": ")
    return bool(colon and value.strip()) and label_kind(label) in _AT_TOP


def is_of_list(part: Part, rank: str) -> bool:
    """True for a bold heading of *rank* that a word makes one: *Todo*."""
    return rank == "word" and isinstance(part, Block) and is_strong(part)
