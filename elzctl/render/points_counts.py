"""How many action points there are, in a line or two; one line in a pipe, where *columns* is ``None``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from elzctl.followup.points import PointCounts, PointStanding
from elzctl.render.meeting_words import POINT_STANDINGS, POINT_STATES
from elzctl.wording import Language, say, say_count


def points_summary(made: PointCounts, language: Language, columns: int | None) -> str:
    """How many were written and what became of them, and how those to do stand."""
    total = language(say_count("{count} action point", "{count} action points", made.written))
    states = " + ".join(f"{number} {language(POINT_STATES[state])}" for state, number in made.states.items())
    standing = ", ".join(_standing(made, language))
    text = "; ".join((f"{total} = {states}" + (f": {standing}" if standing else ""), *_lacks(made, language)))
    return text if columns is None else textwrap.fill(text, columns)


def points_line(made: PointCounts, language: Language, columns: int | None) -> str:
    """The points below the list of actions: how many are to do, how they stand, and where to see them."""
    to_do = language(say("{count} to do", count=made.to_do))
    counted = " · ".join((to_do, *_standing(made, language), *_lacks(made, language)))
    text = f"{language(say('Action points'))}: {counted}; elzctl status --points"
    return text if columns is None else textwrap.fill(text, columns, break_on_hyphens=False)


def _standing(made: PointCounts, language: Language) -> Iterator[str]:
    for standing, number in made.standing.items():
        if number and standing is not PointStanding.CLOSED:
            yield f"{number} {language(POINT_STANDINGS[standing])}"


def _lacks(made: PointCounts, language: Language) -> Iterator[str]:
    if made.without_owner:
        yield language(say("{count} without an owner", count=made.without_owner))
    if made.without_contribution:
        yield language(say("{count} without a contribution", count=made.without_contribution))
