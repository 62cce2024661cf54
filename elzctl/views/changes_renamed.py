"""Which things only got another id: what is gone, and what came for it because it says nearly the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.views.changes_parts import Renamed
from elzctl.views.likeness import MOST_PAIRS, bag, likeness

ALIKE, A_BIT_ALIKE = 0.75, 0.3
"""The share of words that two things have in common when the one is the other, and when their numbers say so too."""
ENOUGH = 20
"""Words that a text needs before it can tell two things apart."""


class _Traits(NamedTuple):
    """By what a thing is known: numbers, days or the like that only one has, the words of its title and its text."""

    marks: frozenset[Any]
    title: set[str]
    text: set[str]


def renamed(old: Plan, new: Plan) -> Renamed:
    """The ids that were given up, each with the one that took its place."""
    things: dict[str, str] = {}
    series = _renamed(old.series, new.series, frozenset(), frozenset(), _named)
    for before, after, traits in (
        (old.all_goals, new.all_goals, _goal),
        (old.actions, new.actions, _action),
        (old.chapters, new.chapters, _chapter),
        (old.meetings, new.meetings, lambda one: _meeting(one, series)),
    ):
        things |= _renamed(_by_id(before), _by_id(after), old.unread, new.unread, traits)
    return Renamed(things, _renamed(old.actors, new.actors, frozenset(), frozenset(), _named), series)


def _renamed(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    unread: frozenset[str],
    unread_now: frozenset[str],
    traits: Callable[[Any], _Traits],
) -> dict[str, str]:
    if old.keys() == new.keys():
        return {}
    gone = {name: traits(one) for name, one in old.items() if name not in new and name not in unread_now}
    come = {name: traits(one) for name, one in new.items() if name not in old and name not in unread}
    if not gone or not come or len(gone) * len(come) > MOST_PAIRS:
        return {}
    scores = (
        (_score(one, other), name, other_name) for name, one in gone.items() for other_name, other in come.items()
    )
    found: dict[str, str] = {}
    for _, name, other_name in sorted(
        (score for score in scores if score[0]), key=lambda score: (-score[0], score[1:])
    ):
        if name not in found and other_name not in found.values():
            found[name] = other_name
    return found


def _score(one: _Traits, other: _Traits) -> float:
    """How surely two things are one; 0 when they are not."""
    title = likeness(one.title, other.title)
    both = min(len(one.text), len(other.text)) >= ENOUGH
    text = likeness(one.text, other.text) if both else 0.0
    same_mark = not one.marks.isdisjoint(other.marks)
    if max(title, text) >= (A_BIT_ALIKE if same_mark else ALIKE):
        return title + text + same_mark
    return 0.0


def _goal(goal: Any) -> _Traits:
    marks = frozenset() if goal.number is None else frozenset({(type(goal), goal.number)})
    return _Traits(marks, bag(goal.title), bag(goal.text))


def _action(action: Any) -> _Traits:
    text = " ".join(prose.text for prose in action.body.prose())
    return _Traits(frozenset({action.number} - {None}), bag(action.title), bag(text))


def _chapter(chapter: Any) -> _Traits:
    return _Traits(frozenset(), bag(chapter.title), bag(chapter.body.text))


def _meeting(meeting: Any, renamed_series: Mapping[str, str]) -> _Traits:
    """Meetings of a series have one title: it tells nothing, their day does, also one on which it was planned before.

    What says the same in all but its day is one too: a date that was corrected, in a file that got the name of that day.
    """
    known = meeting.series.id if meeting.series else ""
    series = renamed_series.get(known, known)
    before = (one.date.first for one in meeting.was if one.date is not None)
    title = " ".join((series, meeting.title)).casefold()
    words = re.findall(r"\w+", meeting.minutes.prose.text.casefold())
    place = (meeting.location, meeting.start, meeting.end, meeting.speaker.id if meeting.speaker else "")
    same = ((title, place, tuple(words)),) if words else ()
    marks = frozenset(((series, meeting.day), *((series, day) for day in before), *same))
    return _Traits(marks, {series, str(meeting.day)}, set(words))


def _named(one: Any) -> _Traits:
    """An actor, or a series: its name is all that it says of itself."""
    return _Traits(frozenset(), bag(one.name), set())


def _by_id(things: Iterable[Any]) -> dict[str, Any]:
    return {one.id: one for one in things}
