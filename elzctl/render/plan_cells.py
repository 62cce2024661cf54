"""Cells that the tables of the plan share: heads, actions by number and title, how an action stands."""

from __future__ import annotations

from math import ceil
from typing import TypeAlias

from elzctl.model import Action, Plan
from elzctl.render.plan_text import PlanText
from elzctl.render.tree import Badge, Inline, Jump, Text
from elzctl.render.words import STATUSES
from elzctl.wording import Message, say

Cell: TypeAlias = tuple[Inline, ...]
Row: TypeAlias = tuple[Cell, ...]

_DIGIT, _DOT, _SIDES = 1.43, 0.71, 1.6
"""Millimetres in the head of a dense table: of a digit, of a dot, and of what stays free beside them."""

NONE: Cell = (Text("–"),)
"""A cell that has nothing to say."""


def head(text: PlanText, *labels: Message) -> Row:
    """The head of a table."""
    return tuple((Text(text.say(label)),) for label in labels)


def words(found: str) -> Cell:
    """Bare characters; a dash when there are none."""
    return (Text(found),) if found else NONE


def titled(action: Action, text: PlanText) -> Cell:
    """An action by its number and title, as a jump to its fiche."""
    return (Jump(action.id, (Text(f"{action.number or ''} {text.title_text(action.title)}".strip()),)),)


def numbered(action: Action, text: PlanText) -> Cell:
    """An action by its number alone, as a jump; by its title when it has no number."""
    return (Jump(action.id, (Text(str(action.number or text.title_text(action.title))),)),)


def number_width(plan: Plan) -> int:
    """Millimetres that the longest number of an action takes in a dense table, apart from what stands beside it."""
    numbers = (str(action.number) for action in plan.actions if action.number is not None)
    widths = (sum(_DOT if sign == "." else _DIGIT for sign in number) for number in numbers)
    return ceil(max(widths, default=0) + _SIDES)


def state(action: Action, text: PlanText) -> Cell:
    """How an action stands: in words, with the colour of its status."""
    if action.status is None:
        return (Badge("", (Text(text.say(say("Status unknown"))),)),)
    return (Badge(action.status.value, (Text(text.say(STATUSES[action.status])),)),)
