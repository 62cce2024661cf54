"""A line of its own below a point that says who does it or by when, and that the point cannot take: *Wie: CAW*, *Tegen: 3 juni*.

It is no point: what says the same again goes, what differs or names nobody stands under the point as it was typed.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Point, Under
from elzctl.intake.minutes.points import beside
from elzctl.intake.minutes.reading import Reading
from elzctl.intake.paper import Block
from elzctl.wording import Message, say

Unclear: TypeAlias = "tuple[str, tuple[int, ...], Message]"

_LABEL = re.compile(
    r"(?i)\W*(?P<label>wie|who|door(?: wie)?|by whom|owner|trekkers?|verantwoordelijken?|opvolging|(?:tegen |voor )?wanneer|when"
    r"|tegen|deadline|timing|termijn|due(?: date)?|uiterlijk)\s*:\s*(?=\S)"
)
_LONGEST = 80
_MOST_WORDS = 6
_DIFFERS = say("The line below the point says something else than the point does: it stands under it as it was typed")
_NOBODY = say("The line below the point gives nobody and no day that is known: it stands under it as it was typed")


def line_below(point: Point, block: Block, context: Context, *, listed: bool) -> tuple[Point, list[Unclear]] | None:
    """The point with the line below it that belongs to it, and what is told of that line; ``None`` for another line."""
    found = beside(point, block, context, listed=listed)
    below = (found, None) if found is not None else _labelled(point, block, context)
    return None if below is None else (below[0], [(block.text, block.lines, below[1])] if below[1] is not None else [])


def _labelled(point: Point, block: Block, context: Context) -> tuple[Point, Message | None] | None:
    """The point with a line that it cannot take, and why that is only text under it; ``None`` for another line."""
    label = _LABEL.match(block.text)
    if label is None or len(block.text) > _LONGEST or block.level or block.check is not None:
        return None
    value = block.text[label.end() :]
    asks = "Wie" if label["label"].lower() == "opvolging" else label["label"]
    reading = Reading(block._replace(text=f"{asks}: {value}", spans=()), context)
    reading.labelled()
    found, left = reading.point(), reading.block.text.strip(" .")
    lines = tuple(dict.fromkeys((*point.lines, *block.lines)))
    if not left and not found.under and _says_again(point, found):
        return point._replace(lines=lines), None
    tells = bool(found.owners or found.people or found.due)
    if not tells and len(value.split()) > _MOST_WORDS:
        return None  # a sentence
    reason = _DIFFERS if tells else _NOBODY
    filled = _filled(point, found)
    return filled._replace(lines=lines, under=(*point.under, Under("", block.text.strip()))), reason


def _filled(point: Point, found: Point) -> Point:
    """The point with who or when of the line, where it has none itself."""
    if not (point.owners or point.people):
        point = point._replace(
            owners=found.owners,
            people=found.people,
            owner_words=found.owner_words,
            owner_reason=found.owner_reason,
        )
    if point.due is None:
        point = point._replace(due=found.due, due_words=found.due_words, due_reason=found.due_reason)
    return point


def _says_again(point: Point, found: Point) -> bool:
    """True when the line tells what the point tells too, and nothing more."""
    is_due = found.due is None or (point.due is not None and found.due.value == point.due.value)
    is_who = {*found.owners} <= {*point.owners} and {*found.people} <= {*point.people}
    return is_due and is_who and bool(found.owners or found.people or found.due)
