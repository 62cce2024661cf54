"""Rows of a table of a PDF that were cut in two, where a cell goes on below a line that the others do not have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from elzctl.intake.minutes.parts import joined, text_of
from elzctl.intake.paper import Block

_Row: TypeAlias = tuple[tuple[Block, ...], ...]


def whole(rows: Sequence[_Row], roles: Sequence[str]) -> list[_Row]:
    """The rows; one without a number, where those around it have one, goes on in the cells of the row above it."""
    at = list(roles).index("number") if "number" in roles else -1
    if at < 0 or not rows or not text_of(rows[0][at]):
        return list(rows)
    found: list[_Row] = []
    for row in rows:
        if found and not text_of(row[at]) and _goes_on(row, roles):
            found[-1] = tuple(_together(one, more) for one, more in zip(found[-1], row, strict=True))
        else:
            found.append(row)
    return found


def _goes_on(row: _Row, roles: Sequence[str]) -> bool:
    """True when nothing in it can begin a row: no day of its own, and what is to be done goes on in small letters."""
    cells = {role: text_of(cell) for role, cell in zip(roles, row, strict=True)}
    return not cells.get("when") and not cells.get("what", "")[:1].isupper()


def _together(one: tuple[Block, ...], more: tuple[Block, ...]) -> tuple[Block, ...]:
    return (joined((*one, *more))._replace(cell=(one or more)[0].cell),) if one or more else ()
