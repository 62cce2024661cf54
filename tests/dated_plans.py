"""Plans with dates at random: every way to write one, any day that can be named, with or without a year."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from elzctl import dates
from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.model import Action, Goal, Plan, Settings, StrategicGoal
from elzctl.terms import Number, Status

TEXTS = [text for text, _ in dates.table()]
WHEN = st.one_of(st.sampled_from(TEXTS), st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat))
GOAL = Goal("samen", Number((1, 1)), "Samen")
GOALS = (StrategicGoal("zorg", Number((1,)), "Zorg", goals=(GOAL,)),)


def read(text: str | None) -> VagueDate | None:
    when = dates.read(text) if text is not None else None
    assert when is None or isinstance(when, VagueDate)
    return when


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans with up to six actions, some under no goal, and dates at random, with or without a year."""
    some = st.one_of(st.none(), WHEN).map(read)
    steps = st.lists(st.builds(Step, st.just("Stap"), start=some, due=some, done=some), max_size=4).map(tuple)
    actions = [
        Action(
            f"actie-{at}",
            f"plan/actions/actie-{at}.md",
            Number((1, 1 + at % 2, at)),
            f"Actie {at}",
            Status.RUNNING,
            start=draw(some),
            due=draw(some),
            steps=draw(steps),
        )
        for at in range(1, draw(st.integers(1, 6)) + 1)
    ]
    year = draw(st.sampled_from([None, "2025", "2025-2026"]))
    return Plan(Settings(year=read(year)), GOALS, tuple(actions))
