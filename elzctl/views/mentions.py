"""Who refers to whom: the other actions, goals and chapters that one names, and those that name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elzctl.model import Plan
from elzctl.record import NamedTuple


class Mention(NamedTuple):
    """The other end of a reference: its id, number and title (``""`` when it does not exist).

    ``into`` when the one was moved to or merged into the other, and not only named in a text.
    """

    id: str
    number: str
    title: str
    into: bool = False


class Mentions(NamedTuple):
    """What something refers to, in the order of its text, and what refers to it, in the order of the plan."""

    to: tuple[Mention, ...]
    by: tuple[Mention, ...]


def mentions(plan: Plan, name: str) -> Mentions:
    """The references from and to the action, goal or chapter with the id *name*, each once; to itself does not count."""
    pairs = list(dict.fromkeys((one, other, into) for one, other, into in _pairs(plan) if name in (one, other)))
    # A move is more than a mention: it comes first, and the same pair as a mention says nothing new.
    moved = {(one, other) for one, other, into in pairs if into}
    pairs = [pair for pair in pairs if pair[0] != pair[1] and (pair[2] or pair[:2] not in moved)]
    return Mentions(
        tuple(_mention(plan, other, into=into) for one, other, into in pairs if one == name),
        tuple(_mention(plan, one, into=into) for one, other, into in pairs if other == name),
    )


def _mention(plan: Plan, name: str, *, into: bool) -> Mention:
    return Mention(name, *plan.titles.get(name, ("", "")), into=into)


def _pairs(plan: Plan) -> Iterator[tuple[str, str, bool]]:
    """Every reference of the plan: from, to, and whether the one goes on as the other."""
    for action in plan.actions:
        if action.into is not None:
            yield action.id, action.into.id, True
        yield from _named(action.id, (reference.id for reference in action.body.references))
    for goal in plan.all_goals:
        yield from _named(goal.id, (reference.id for reference in goal.references))
    for chapter in plan.chapters:
        yield from _named(chapter.id, (reference.id for reference in chapter.references))


def _named(one: str, others: Iterable[str]) -> Iterator[tuple[str, str, bool]]:
    return ((one, other, False) for other in others)
