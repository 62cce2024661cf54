"""Action points from the words of a document: what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from elzctl.intake.minutes.context import Context
from elzctl.intake.minutes.draft import Point, Under
from elzctl.intake.minutes.inferred import SIDE_BY_SIDE
from elzctl.intake.minutes.parts import bare, cut, text_of
from elzctl.intake.minutes.point_codes import code_of, with_code, without_code
from elzctl.intake.minutes.point_words import BULLET, IS_HELP_LINE, WHEN, WHO
from elzctl.intake.minutes.reading import Reading
from elzctl.intake.paper import Block
from elzctl.wording import Message

__all__ = ["Context", "beside", "each_of", "from_cells", "in_doubt", "more", "names_in", "read_point", "unmarked"]

_BESIDE = re.compile(
    rf"(?i)\W*(?P<label>(?P<asks>{WHO}|{WHEN})|opvolging|opgevolgd door|op te volgen door|follow-up)\s*:\s*(?=\S)"
)
_MARKED = re.compile(r"(?i)\A(?:[-–•→➔]|=>)\s*(?=\S)")
# A line of its own in a cell.
_BEGINS = re.compile(r"[A-ZÀ-Þ\d]")
_YEAR = re.compile(r"\d{4}")
_DASHES = frozenset("-–—")
_NOTHING = Block("", ())
_LONGEST_BESIDE = 160


def read_point(block: Block, context: Context, *, sure: bool) -> Point:
    """A point in one paragraph; *sure* when it stands in a list of actions or behind the word for one."""
    bullet = BULLET.match(block.text)
    block = cut(block, bullet.end()) if bullet else block
    code = code_of(block)
    block = without_code(code, block)
    reading = Reading(block, context, sure=sure)
    reading.brackets()
    reading.labelled()
    reading.brackets()
    reading.tail()
    reading.lead(sure=sure)
    reading.brackets()
    reading.behind()
    reading.subject()
    point = reading.point()
    point = point if point.words.text.strip(" .:") else point._replace(words=bare(block))
    return point._replace(words=with_code(code, point.words))


def from_cells(what: Block, who: str, by: str, state: str, context: Context) -> Point:
    """A point of a row: each of its cells."""
    code = code_of(what)
    reading = Reading(without_code(code, what), context)
    if who.strip():
        found = context.directory.who(who, sure=True)
        if found is not None:
            reading.by_whom(found, who, placed=True)
    if by.strip():
        reading.by(by)
    if state.strip():
        reading.state(state)
    if not who.strip() and not by.strip():
        reading.brackets()
        reading.tail()
        reading.lead(sure=True)
        reading.behind()
        reading.subject()
    point = reading.point()
    return point._replace(words=with_code(code, point.words))


def each_of(what: Sequence[Block], who: Sequence[Block], by: Sequence[Block], context: Context) -> list[Point]:
    """The points of cells with as many lines each, of which one may have a line for all of them; none for other cells.

    Every line has to name somebody and a day; where one is for all, those of the others have to stand apart too.
    """
    whose, days = ([block for block in cell if block.text.strip()] for cell in (who, by))
    is_broken = any(_YEAR.fullmatch(day.text.strip(" .")) for day in days)  # "1 december" and "2026" below it
    counts = {len(whose), len(days) or 1}
    if is_broken or len(what) < 2 or len(what) not in counts or counts - {len(what), 1}:
        return []
    for_all = len(counts) > 1
    found = [
        in_doubt(from_cells(unmarked(words), one.text, day.text, "", context), SIDE_BY_SIDE)._replace(
            lines=(*words.lines, *one.lines, *day.lines)
        )
        for words, one, day in zip(what, _padded(whose, what), _padded(days or [_NOTHING], what), strict=True)
    ]
    if for_all and not (_stand_apart(what) and _are_known([point.owners for point in found], context, len(whose))):
        return []
    return found if all((point.owners or point.people) and (point.due or not days) for point in found) else []


def in_doubt(point: Point, reason: Message | None) -> Point:
    """The point, of which who does it and by when are a guess for that reason; ``None`` leaves it as it is."""
    if reason is None:
        return point
    return point._replace(owner_reason=point.owner_reason or reason, due_reason=point.due_reason or reason)


def _padded(cell: Sequence[Block], what: Sequence[Block]) -> Sequence[Block]:
    return cell if len(cell) == len(what) else [cell[0]] * len(what)


def _stand_apart(lines: Sequence[Block]) -> bool:
    """True for lines that each begin anew: none goes on in the next."""
    return all(one.depth or _BEGINS.match(unmarked(one).text) for one in lines) and not any(
        re.search(r"(?:[,;:–-]|\b(?:en|of|van|voor|met|de|het|een|and|or|of|the))\s*\Z", one.text) for one in lines[:-1]
    )


def _are_known(owners: Sequence[tuple[str, ...]], context: Context, count: int) -> bool:
    """True when every line names one that is known, each another; one line for all is fine."""
    made = context.directory.made
    return count == 1 or (
        len(set(owners)) == len(owners) and all(len(one) == 1 and one[0] not in made for one in owners)
    )


def names_in(cell: Sequence[Block], context: Context) -> str:
    """The words of a cell for who does it; lines that are each an organisation that is known are parted by commas."""
    lines = [block.text.strip(" .,;") for block in cell if block.text.strip()]
    found = [context.directory.who(line, sure=False) for line in lines] if len(lines) > 1 else []
    is_list = bool(found) and all(one is not None and one.ids and not one.is_new and not one.rest for one in found)
    return ", ".join(lines) if is_list else text_of(cell)


def unmarked(block: Block) -> Block:
    """A paragraph of a cell without the mark of a list that it begins with."""
    found = _MARKED.match(block.text)
    return bare(cut(block, found.end())) if found else bare(block)


def more(point: Point, block: Block, context: Context) -> Point:
    """The same point with a line under it: who or when when it tells that alone, otherwise a remark."""
    reading = Reading(block, context)
    reading.labelled()
    words = reading.block.text
    return _with(point, reading.point(), block, (Under("", words),) if words.strip(" .,;–-") else ())


def beside(point: Point, block: Block, context: Context, *, listed: bool) -> Point | None:
    """The same point with the next line, when that says who does it or by when and nothing else: ``Opvolging: CAW, tegen 9/10``.

    *listed*: the point is an item of a list, and so is another line with a dash.
    """
    if len(block.text) > _LONGEST_BESIDE:
        return None
    if IS_HELP_LINE.match(block.text):
        return more(point, block, context)
    label = _BESIDE.match(block.text)
    if label is None:
        return None if listed else _broken_off(point, block, context)
    words = block.text[label.start("label") :] if label["asks"] else f"Wie: {block.text[label.end() :]}"
    reading = Reading(block._replace(text=words, spans=()), context)
    reading.labelled()
    extra = reading.point()
    told = bool(extra.owners or extra.people or extra.due) and not (extra.under or reading.block.text.strip(" ."))
    twice = (point.owners and extra.owners) or (point.due and extra.due)
    return _with(point, extra, block) if told and not twice else None


def _broken_off(point: Point, block: Block, context: Context) -> Point | None:
    """The same point with a line that only seems to be an item: the end of *… – CAW – juni* at the width of a page."""
    if block.marker.strip() not in _DASHES:
        return None
    reading = Reading(block, context, sure=True)
    if not reading.bits(block.text.strip(" .")):
        return None
    extra = reading.point()
    twice = (point.owners and extra.owners) or (point.due and extra.due)
    return None if twice or extra.under or not (extra.owners or extra.due) else _with(point, extra, block)


def _with(point: Point, extra: Point, block: Block, under: tuple[Under, ...] = ()) -> Point:
    return point._replace(
        owners=tuple(dict.fromkeys((*point.owners, *extra.owners))),
        people=tuple(dict.fromkeys((*point.people, *extra.people))),
        due=point.due or extra.due,
        due_words=point.due_words or extra.due_words,
        due_reason=point.due_reason or extra.due_reason,
        owner_words=", ".join(filter(None, (point.owner_words, extra.owner_words))),
        owner_reason=point.owner_reason or extra.owner_reason,
        ticked=point.ticked or extra.ticked,
        done=point.done or extra.done,
        under=(*point.under, *extra.under, *under),
        lines=tuple(dict.fromkeys((*point.lines, *block.lines))),
    )
