"""Decisions that a plan cites from minutes that are not there: their words stay, and a person is told."""

from __future__ import annotations

from collections.abc import Iterator

from elzctl.model import Plan
from elzctl.wording import Message, say_count

_MOST = 8  # names; more would not be read


def uncited(plan: Plan) -> Iterator[Message]:
    """What to tell of the minutes that actions cite and that *plan* does not have."""
    cited = [
        found.meeting for action in plan.actions for found in (action.decision, action.approved) if found is not None
    ]
    names = dict.fromkeys(name.partition("/")[0] for name in cited if name)
    absent = [name for name in names if name not in plan.meetings_by_id and name not in plan.unread]
    if absent:
        yield say_count(
            "The plan cites a decision in minutes that are not here ({names}): bring these in too, or remove “meeting” there; its words stay",
            "The plan cites decisions in {count} minutes that are not here ({names}): bring these in too, or remove “meeting” there; their words stay",
            len(absent),
            names=", ".join(absent[:_MOST]) + (" …" if len(absent) > _MOST else ""),
        )
