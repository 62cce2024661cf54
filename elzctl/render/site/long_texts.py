"""Which texts may be too long for one page, told from the values alone: whoever makes a part of a site tells the same."""

from __future__ import annotations

from collections.abc import Sequence

from elzctl.meeting import Meeting, Passage, Piece
from elzctl.model import Action, Chapter, Goal, StrategicGoal

LONG, FEW = 40_000, 30
"""Signs of a text, with what stands around them on a page; of one with fewer the page never goes on on another one;
and rows of a list of which it does not."""
_LINE, _ROW, _NAME, _CELL = 150, 300, 60, 25
"""Signs of a page around a line of minutes, around a step, an indicator or an attachment, and of the name of an actor; and
around a cell of a table."""


def is_long_action(action: Action) -> bool:
    """True when the page of an action may have to go on on another one."""
    rows = [f"{one.what}{one.note}" for one in action.steps]
    for indicator in action.indicators:
        rows += [f"{indicator.what}{indicator.measure}", *(one.note for one in indicator.measured)]
    rows += [one.note for one in action.updates]
    texts = sum(_drawn(one.text) for one in action.body.prose())
    return texts + sum(_ROW + len(row) for row in rows) > LONG


def is_long_chapter(chapter: Chapter) -> bool:
    """The same of a running chapter."""
    return _drawn(chapter.body.text) > LONG


def is_long_goal(goal: Goal | StrategicGoal, actions: Sequence[Action]) -> bool:
    """The same of a goal, with the *actions* under it."""
    return len(goal.text) + _ROW * len(actions) > LONG


def is_long_meeting(meeting: Meeting) -> bool:
    """The same of a meeting: what was noted in it is listed again below its minutes."""
    text, names = meeting.minutes.prose.text, len(meeting.present) + len(meeting.excused)
    around = _ROW * len(meeting.attachments) + _NAME * names
    if text:
        return _drawn(text) + _LINE * text.count("\n") + around > LONG
    # What is published is no text any more.
    return sum(_ROW + sum(map(_size, item.pieces)) for item in meeting.minutes.items) + around > LONG


def _drawn(text: str) -> int:
    """Signs of a text and of the cells of its tables."""
    return len(text) + _CELL * text.count("|")


def _size(piece: Piece) -> int:
    return _drawn(piece.prose.text) if isinstance(piece, Passage) else 2 * (_ROW + len(piece.text))
