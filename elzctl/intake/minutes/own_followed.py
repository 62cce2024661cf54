"""The table of earlier points in minutes that elzctl printed: its rows stand in the files of other meetings, when those are there."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from elzctl.intake.alike import spoken
from elzctl.intake.ledger import Account, Fate, Left
from elzctl.intake.minutes.linked import Printed
from elzctl.intake.minutes.own import FOLLOWED
from elzctl.intake.minutes.parts import Table, lines_of, parts, text_of
from elzctl.intake.minutes.printed import parted
from elzctl.model import Plan
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.intake.minutes.state import State

_UNKNOWN = say("The plan has no such point: it stands in the minutes of an earlier meeting; import those too")
_REFERENCES = re.compile(r" \([^()]*(?:\([^()]*\)[^()]*)*\)\s*\Z")
_BETWEEN = " · "
_POINT = 1  # the column with the words of a point


def unknown_points(taking: State) -> Iterator[Left]:
    """The rows of those tables with a point that no meeting of the plan has."""
    blocks = taking.paper.blocks
    if not any(FOLLOWED.match(block.text) for block in blocks):
        return
    points = (point for meeting in taking.plan.meetings for point in meeting.points)
    known = {_letters(spoken(taking.printed.words(point.text))) for point in points}
    for before, table in pairwise(parts(parted(blocks, taking.paper.lines))):
        if not isinstance(table, Table) or isinstance(before, Table) or not FOLLOWED.match(before.text):
            continue
        for row in table.rows[1:]:
            words = text_of(row[_POINT]) if len(row) > _POINT else ""
            if not {_letters(words), _letters(_REFERENCES.sub("", words))} & known:
                yield Left(
                    _BETWEEN.join(filter(None, map(text_of, row))),
                    lines_of([one for cell in row for one in cell]),
                    _UNKNOWN,
                )


def together(account: Account, plan: Plan) -> Account:
    """The account without the rows that :func:`unknown_points` left over and that *plan* has now: documents came in together."""
    printed = Printed(plan, dutch=True)
    points = (point for meeting in plan.meetings for point in meeting.points)
    known = {_letters(spoken(printed.words(point.text))) for point in points}
    found = [one for one in account.left if one.reason == _UNKNOWN and _is_known(one.words, known)]
    if not found:
        return account
    made = {line for one in found for line in one.lines}
    lines = tuple(one._replace(fate=Fate.PROMPT) if at in made else one for at, one in enumerate(account.lines))
    return account._replace(lines=lines, left=tuple(one for one in account.left if one not in found))


def _is_known(row: str, known: Container[str]) -> bool:
    """True when one cell of a row, as :func:`unknown_points` told it, is one of these points."""
    return any(_letters(cell) in known or _letters(_REFERENCES.sub("", cell)) in known for cell in row.split(_BETWEEN))


def _letters(words: str) -> str:
    """A PDF does not tell the hyphens of words from those at the ends of its lines."""
    return re.sub(r"[\W_]+", "", words).casefold()
