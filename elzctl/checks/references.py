"""``[[References]]`` in running text and in goals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from elzctl.body import Reference
from elzctl.checks.names import Meant, Names
from elzctl.finding import Finding, Severity
from elzctl.model import Plan
from elzctl.source import Patch, Span
from elzctl.wording import say

_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})*\.?\Z")


class _Cited(NamedTuple):
    """A reference, and the id of the goal in whose text it stands."""

    reference: Reference
    about: str = ""


def unknown_reference(plan: Plan) -> Iterator[Finding]:
    """A ``[[reference]]`` names no action, goal or chapter.

    A reference is the id of what it points at: the file name of an action or chapter without ``.md``, or the
    ``id`` of a goal. It prints as a link with the number and the title of the day. A number between the brackets
    does not work: numbers change.

    Wrong::

        Zie [[3.3.6]].

    Right::

        Zie [[jonge-mantelzorgers]].
    """
    if not plan.strategic_goals:
        return  # the file of the goals is missing or broken, and that has been said
    known = plan.titles.keys() | plan.unread
    unknown = [cited for cited in _cited(plan) if cited.reference.id not in known]
    # Who writes a title writes blanks; to look through all titles for anything else only takes time.
    titled = any(" " in cited.reference.id for cited in unknown)
    names = Names((name, (title,) if titled else ()) for name, (_, title) in plan.titles.items() if unknown)
    numbers = ids_by_number(plan) if any(_NUMBER.match(cited.reference.id) for cited in unknown) else {}
    for reference, about in unknown:
        message = say("“{name}” is no action, goal or chapter", name=reference.id[:80])
        meant = _meant(plan, reference, names, numbers)
        hint = meant.hint or say("Between [[ and ]] goes the id of an action, a goal or a chapter.")
        yield Finding("unknown-reference", Severity.ERROR, message, reference.span, hint, fix=meant.fix, about=about)


def ids_by_number(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """What has which number today; more than one id when a number is used twice."""
    found: dict[str, tuple[str, ...]] = {}
    for name, (number, _) in plan.titles.items():
        if number:
            found[number] = (*found.get(number, ()), name)
    return found


def _cited(plan: Plan) -> Iterator[_Cited]:
    for action in plan.actions:
        for reference in action.body.references:
            yield _Cited(reference)
    for goal in plan.all_goals:
        for reference in goal.references:
            yield _Cited(reference, goal.id)
    for chapter in plan.chapters:
        for reference in chapter.references:
            yield _Cited(reference)


def _meant(plan: Plan, reference: Reference, names: Names, numbers: Mapping[str, tuple[str, ...]]) -> Meant:
    place = _id_place(reference)
    if _NUMBER.match(reference.id):
        number = reference.id.rstrip(".")
        owners = numbers.get(number, ())
        if len(owners) != 1:
            return Meant(say("Write an id instead of a number; no one thing has the number {number}.", number=number))
        title = plan.titles[owners[0]][1]
        fix = () if place is None else (Patch(place.path, place.start, place.end, owners[0]),)
        return Meant(say("Write [[{id}]]: today {number} is “{title}”.", id=owners[0], number=number, title=title), fix)
    if reference.id in plan.actors:
        return Meant(say("“{name}” is an actor: write its name without brackets.", name=reference.id))
    return names.meant(reference.id, place)


def _id_place(reference: Reference) -> Span | None:
    """Where the id stands between the brackets; ``None`` when only the whole text around the reference is known."""
    path, line, column, start, end = reference.span
    typed = len(reference.id) + len("[[]]") + (len(reference.label) + 1 if reference.label else 0)
    if end - start != typed:
        return None
    return Span(path, line, column + 2, start + 2, start + 2 + len(reference.id))
