"""The tables of meetings: points and how they stand on a day, and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import TypeAlias

from elzctl import dates
from elzctl.followup.points import PointRow, follow_up, row_of
from elzctl.meeting import Meeting, Resolution
from elzctl.render.meeting_words import standing_in_words
from elzctl.render.minutes_items import actions, contribution, turn
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Block, Break, Inline, Jump, Strong, Table, Text
from elzctl.wording import Message, say

Cell: TypeAlias = tuple[Inline, ...]

_FAR_WIDTHS, _NEAR_WIDTHS = (8, 15, 10, 9, 15), (3, 17, 10, 8, 16)
_NONE: Cell = (Text("–"),)


def followed_up(meeting: Meeting, text: PlanText) -> tuple[Block, ...]:
    """What was still to do when a meeting began, as it stood on its day, or on the day of the document when that is earlier."""
    words, rows = rows_to_follow(meeting, text)
    shown, more = text.few_points(rows)
    return (*points_table(shown, words, text, far=True), *more)


def rows_to_follow(meeting: Meeting, text: PlanText) -> tuple[str, tuple[PointRow, ...]]:
    """The points of that table that this edition shows, and what it is called."""
    rows = follow_up(text.plan, meeting)
    words, day = say("What was still to do, and how it stood on {date}"), meeting.day
    if text.today < day:
        warn_before = text.plan.settings.warn_before
        today = (row_of(row.meeting, row.point, text.today, warn_before) for row in rows)
        rows, words, day = tuple(row for row in today if row.is_open), say("Still to do on {date}"), text.today
    return caption(words, day, text), tuple(row for row in rows if text.internal or not row.point.internal)


def caption(what: Message, day: date, text: PlanText) -> str:
    """What a table shows on a *day*."""
    return text.say(what._replace(args=(("date", dates.in_words(day, text.say.code)),)))


def points_table(rows: Iterable[PointRow], title: str, text: PlanText, *, far: bool) -> tuple[Block, ...]:
    """Points with who does them by when, and how they stand, under a *title*; nothing when there are none.

    *far*: they were noted in other meetings, and so their numbers need a date.
    """
    shown = [row for row in rows if text.internal or not row.point.internal]
    if not shown:
        return ()
    labels = (say("No."), say("Action point"), say("Who"), say("Deadline"), say("How it stands"))
    cells = tuple(tuple(_point(row, text, far=far)) for row in shown)
    return (Table(title, head(text, *labels), cells, _FAR_WIDTHS if far else _NEAR_WIDTHS),)


def decisions_table(decisions: Iterable[tuple[Meeting, Resolution]], text: PlanText, *, far: bool) -> tuple[Block, ...]:
    """Decisions with their numbers, and in a list over meetings with their days; nothing when there are none."""
    shown = [(meeting, one) for meeting, one in decisions if text.internal or not one.internal]
    if not shown:
        return ()
    rows = tuple((_number(meeting, one, text, far=far), text.noted(one.text)) for meeting, one in shown)
    widths = (3, 10) if far else (1, 12)
    return (Table("", head(text, say("No."), say("Decision")), rows, widths),)


def head(text: PlanText, *labels: Message) -> tuple[Cell, ...]:
    """The head of a table."""
    return tuple((Text(text.say(label)),) for label in labels)


def _point(row: PointRow, text: PlanText, *, far: bool) -> Iterator[Cell]:
    point = row.point
    yield _number(row.meeting, point, text, far=far)
    more = actions(point.references, point.text, text)
    yield (*text.noted(point.text), *((Text(" ("), *more, Text(")")) if more else ()))
    yield (Text(text.actors(point.owners)),) if point.owners else _NONE
    yield (Text(text.when(row.due)),) if row.due is not None else _NONE
    lines: list[Cell] = [(Strong((Text(standing_in_words(row, text.say)),)),)]
    lines += [contribution(one, text) for one in point.contributions]
    lines += [turn(row.turn, text)] if row.turn is not None else []
    yield tuple(chain.from_iterable((*((Break(),) if at else ()), *line) for at, line in enumerate(lines)))


def _number(meeting: Meeting, noted: Resolution | object, text: PlanText, *, far: bool) -> Cell:
    name = str(getattr(noted, "id", ""))
    number = name.rpartition("/")[2]
    internal = f" ({text.say(say('internal'))})" if getattr(noted, "internal", False) else ""
    return (Jump(name, (Text(f"{text.day(meeting)}, {number}{internal}"),)),) if far else (Text(number + internal),)
