"""What the engines that draw say of a fault, told in plain words; they say it in English, and to programmers."""

from __future__ import annotations

import re
from typing import TypeAlias

from elzctl.wording import Message, say

LONGEST = 200
LONGEST_NAME = 60

Table: TypeAlias = "tuple[tuple[str, Message], ...]"
"""How a sentence of an engine begins, each with the same in plain words; what a pattern names fills the places in them."""

APART = say("two values that do not go together, such as a text and a number, are counted or compared")
NO_LIST = say("a list is needed here, and this is none")
BY_ZERO = say("something is divided by zero")
CIRCLES = say("this template goes round in circles")
"""What goes wrong in the templates of both."""


def told(table: Table, words: str) -> Message | None:
    """The engine's *words* in plain ones out of a table; ``None`` when they are not in it."""
    words = " ".join(words.split())
    for pattern, plain in table:
        if match := re.match(pattern, words):
            return plain._replace(args=tuple((name, short(text)) for name, text in match.groupdict().items()))
    return None


def quoted(words: str) -> Message:
    """The engine's words, said to be the engine's."""
    reason = " ".join(words.split())
    reason = reason if len(reason) <= LONGEST else f"{reason[: LONGEST - 1]}…"
    return say("this template stopped; the engine that draws it says: “{reason}”", reason=reason)


def short(name: str) -> str:
    """A name out of a template, not longer than a line can bear."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
