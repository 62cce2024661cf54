"""The items of an agenda and their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.meeting import Item


def agenda_number_twice(plan: Plan) -> Iterator[Finding]:
    """Two items of one agenda have the same number.

    Who speaks of "item 3" then speaks of two things. The document prints the numbers as they are typed.

    Wrong::

        ## 3. Netwerken
        ## 3. Varia

    Right::

        ## 3. Netwerken
        ## 4. Varia
    """
    for meeting in plan.meetings:
        numbers = [item.number for item in meeting.minutes.items if item.number is not None]
        if len(set(numbers)) == len(numbers):
            continue
        seen: dict[int | None, Item] = {}
        for item in meeting.minutes.items:
            first = seen.setdefault(item.number, item)
            if item.number is not None and first is not item:
                message = say("Item {number} stands here a second time", number=item.number)
                related = ((say("the first"), first.span),)
                hint = say("Number the items one by one; {number} is free.", number=max(numbers) + 1)
                yield Finding("agenda-number-twice", Severity.WARNING, message, item.span, hint, related)


def agenda_order(plan: Plan) -> Iterator[Finding]:
    """The numbers of an agenda do not count up one by one.

    An item may have been taken out, or stands in another place than where it was discussed.

    Wrong::

        ## 1. Opvolging
        ## 3. Varia

    Right::

        ## 1. Opvolging
        ## 2. Varia
    """
    for meeting in plan.meetings:
        last: int | None = None
        for item in meeting.minutes.items:
            if item.number is None:
                continue
            wanted = 1 if last is None else last + 1
            if item.number != wanted and item.number != last:
                message = say("Item {number} follows where {wanted} is expected", number=item.number, wanted=wanted)
                hint = say("Number the items from 1 on, or leave the numbers out.")
                yield Finding("agenda-order", Severity.INFO, message, item.span, hint)
            last = item.number
