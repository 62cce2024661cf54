"""Action points from the words of a document: what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

from elzctl.intake.minutes.draft import Point, Under
from elzctl.intake.minutes.parts import cut
from elzctl.intake.minutes.point_words import BULLET
from elzctl.intake.minutes.reading import Context, Reading
from elzctl.intake.paper import Block

__all__ = ["Context", "from_cells", "more", "read_point"]


def read_point(block: Block, context: Context, *, sure: bool) -> Point:
    """A point in one paragraph; *sure* when it stands in a list of actions or behind the word for one."""
    bullet = BULLET.match(block.text)
    block = cut(block, bullet.end()) if bullet else block
    reading = Reading(block, context, sure=sure)
    reading.labelled()
    reading.brackets()
    reading.tail()
    reading.lead(sure=sure)
    reading.brackets()
    reading.behind()
    reading.subject()
    return reading.point()


def from_cells(what: Block, who: str, by: str, state: str, context: Context) -> Point:
    """A point of a row: each of its cells."""
    reading = Reading(what, context)
    if who.strip():
        found = context.directory.who(who, sure=True)
        if found is not None:
            reading.by_whom(found, who)
    if by.strip():
        reading.by(by)
    if state.strip():
        reading.state(state)
    if not who.strip() and not by.strip():
        reading.brackets()
        reading.tail()
        reading.lead(sure=True)
        reading.subject()
    return reading.point()


def more(point: Point, block: Block, context: Context) -> Point:
    """The same point with a line under it: who or when when it tells that alone, otherwise a remark."""
    reading = Reading(block, context)
    reading.labelled()
    extra = reading.point()
    under = (*point.under, *extra.under)
    if extra.words.text.strip(" .,;–-"):
        under = (*under, Under("", extra.words.text))
    return point._replace(
        owners=tuple(dict.fromkeys((*point.owners, *extra.owners))),
        people=tuple(dict.fromkeys((*point.people, *extra.people))),
        due=point.due or extra.due,
        due_words=point.due_words or extra.due_words,
        due_reason=point.due_reason or extra.due_reason,
        owner_words=", ".join(filter(None, (point.owner_words, extra.owner_words))),
        ticked=point.ticked or extra.ticked,
        done=point.done or extra.done,
        under=under,
        lines=tuple(dict.fromkeys((*point.lines, *block.lines))),
    )
