"""How the plan stands as a whole, in numbers: one look at everything that is counted, each number from the view that counts it.

Missing is missing, never 0: an indicator without a value of the year is not measured, and an action of which no day is
known was not touched at a day that can be named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from elzctl.dates import VagueDate
from elzctl.fiche import ids
from elzctl.model import Action, Goal, Plan, StrategicGoal
from elzctl.record import NamedTuple
from elzctl.terms import MeetingState, Status
from elzctl.views.deadlines import Deadline, deadlines
from elzctl.views.involved import Carrier, carriers
from elzctl.views.measured import IndicatorRow, measured
from elzctl.views.status import Counts, Row, Standing, counts, status
from elzctl.views.year import Year, results_year

BEFORE, AFTER = 12, 24
"""So many months before and after this one stand alone; what is further away stands together.

Before and after the years of the plan, its first and its last month are the ones to look from.
"""
_SWEPT = 3
"""A day on which Git took in more fiches than this, and more than a third of all, says nothing of one of them."""


class GoalRow(NamedTuple):
    """The actions under a strategic or an operational goal; ``None`` for those that stand under no goal."""

    goal: StrategicGoal | Goal | None
    rows: tuple[Row, ...]

    @property
    def statuses(self) -> Mapping[Status | None, int]:
        """How many there are of each status."""
        return Counter(row.action.status for row in self.rows)

    @property
    def counts(self) -> Counts:
        """How many there are, and how they stand."""
        return counts(self.rows)


class Months(NamedTuple):
    """The steps that end from the month of *first* up to that of *last*, mostly one and the same."""

    first: date
    last: date
    done: int
    late: int
    to_do: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.late + self.to_do


class Sign(Enum):
    """By what an action was touched last."""

    UPDATE = "update"
    STEP = "step"
    MEASURED = "measured"
    MEETING = "meeting"
    COMMIT = "commit"


class Age(Enum):
    """How long ago that was, up to so many days; the last two have no end, and no day."""

    MONTH = 31
    QUARTER = 92
    HALF_YEAR = 183
    YEAR = 366
    OLDER = -1
    NEVER = -2


class Fresh(NamedTuple):
    """A live action with the last day that is known of it, and what happened then.

    Of a date that is longer than a day *day* is the last one that has come; *when* is that date as somebody typed it.
    """

    row: Row
    day: date | None
    sign: Sign | None
    age: Age
    when: VagueDate | None = None


class Served(NamedTuple):
    """A target group, and how many live actions are for it under each strategic goal, and in all."""

    group: str
    cells: tuple[int, ...]
    total: int


class Dashboard(NamedTuple):
    """Everything of a day.

    *goals* holds each strategic goal followed by its operational ones, and last what stands under none.  *undated* are
    open steps without a date.  *indicators* are those of live actions, with their results of *year*.  *fresh* begins with
    what was longest not touched.  *served* has a cell for each of *columns*, of which the last may be ``None``.
    """

    rows: tuple[Row, ...]
    goals: tuple[GoalRow, ...]
    months: tuple[Months, ...]
    undated: int
    year: Year
    indicators: tuple[IndicatorRow, ...]
    fresh: tuple[Fresh, ...]
    carriers: tuple[Carrier, ...]
    columns: tuple[StrategicGoal | None, ...]
    served: tuple[Served, ...]

    @property
    def counts(self) -> Counts:
        """All actions, as ``elzctl status`` counts them."""
        return counts(self.rows)

    def standing(self, standing: Standing) -> tuple[Row, ...]:
        """The actions that stand like that."""
        return tuple(row for row in self.rows if row.standing is standing)


def dashboard(plan: Plan, today: date, committed: Mapping[str, date] | None = None) -> Dashboard:
    """The numbers of a day; *committed* has for paths of fiches the day of the last commit that changed them, if known."""
    rows = status(plan, today)
    found = deadlines(plan, today)
    now = results_year(plan, today)
    columns = _columns(plan, rows)
    return Dashboard(
        rows,
        tuple(_goals(plan, rows)),
        _months([one for one in found.rows if one.step is not None], _seen_from(plan, today)),
        found.undated,
        now,
        tuple(one for action in plan.actions if not action.is_stub for one in measured(plan, action, now)),
        _fresh(plan, rows, today, committed or {}),
        carriers(plan),
        columns,
        tuple(_served(plan, columns)),
    )


def _goals(plan: Plan, rows: Sequence[Row]) -> Iterator[GoalRow]:
    below: dict[str, list[Row]] = {}
    for row in rows:
        below.setdefault(row.goal.id if row.goal is not None else "", []).append(row)
    for strategic in plan.strategic_goals:
        parts = [GoalRow(goal, tuple(below.get(goal.id, ()))) for goal in strategic.goals]
        yield GoalRow(strategic, tuple(row for part in parts for row in part.rows))
        yield from parts
    if "" in below:
        yield GoalRow(None, tuple(below[""]))


# Steps


def _seen_from(plan: Plan, today: date) -> date:
    """Today, or the day in the years of the plan that is nearest to it."""
    return today if plan.years is None else min(max(today, plan.years[0]), plan.years[1])


def _months(found: Sequence[Deadline], today: date) -> tuple[Months, ...]:
    """A row for each month from the first to the last, also for those in which nothing ends; no month lies between rows."""
    if not found:
        return ()
    this = _count(today)
    least, most = this - BEFORE, this + AFTER
    places: dict[int, list[Deadline]] = {}
    for one in found:
        places.setdefault(min(max(_count(one.month), least - 1), most + 1), []).append(one)
    return tuple(_stretch(place, places.get(place, ())) for place in range(min(places), max(places) + 1))


def _stretch(place: int, found: Sequence[Deadline]) -> Months:
    months = [_month(place), *(one.month for one in found)]
    late = sum(one.standing is Standing.LATE for one in found)
    done = sum(one.standing is None for one in found)
    return Months(min(months), max(months), done, late, len(found) - late - done)


def _count(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)


# Touched


def _fresh(plan: Plan, rows: Iterable[Row], today: date, committed: Mapping[str, date]) -> tuple[Fresh, ...]:
    met = _met(plan, today)
    committed = _own_commits(plan, committed)
    found = []
    for row in rows:
        if not row.action.is_stub:
            known = [one for one in _signs(row.action, met, committed, today) if one[0] <= today]
            day, sign, when = max(known, key=lambda one: (one[0], one[2] is None), default=(None, None, None))
            found.append(Fresh(row, day, sign, _age(day, today), when))
    return tuple(sorted(found, key=lambda one: (one.day is not None, one.day or today)))


def _signs(
    action: Action, met: Mapping[str, date], committed: Mapping[str, date], today: date
) -> Iterator[tuple[date, Sign, VagueDate | None]]:
    """What has a day; a vague date counts on its last one, or today when it is not over yet."""
    dated: tuple[tuple[Sign, Iterable[VagueDate | None]], ...] = (
        (Sign.UPDATE, (one.on for one in action.updates)),
        (Sign.STEP, (one.done for one in action.steps)),
        (Sign.MEASURED, (one.on for indicator in action.indicators for one in indicator.measured)),
    )
    for sign, days in dated:
        for day in days:
            if day is not None:
                yield min(day.last, max(day.first, today)), sign, day if day.is_vague else None
    for found, name, sign in ((met, action.id, Sign.MEETING), (committed, action.path, Sign.COMMIT)):
        if name in found:
            yield found[name], sign, None


def _own_commits(plan: Plan, committed: Mapping[str, date]) -> Mapping[str, date]:
    """The days of commits that say something of one fiche: not when a plan was brought into Git, put in form or numbered anew."""
    days = Counter(committed[one.path] for one in plan.actions if one.path in committed)
    most = max(_SWEPT, len(plan.actions) // 3)
    return {path: day for path, day in committed.items() if days[day] <= most}


def _met(plan: Plan, today: date) -> dict[str, date]:
    """The day of the last meeting that names something, by its id."""
    found: dict[str, date] = {}
    for meeting in plan.meetings:
        if meeting.day <= today and meeting.state not in (MeetingState.PLANNED, MeetingState.CANCELLED):
            for reference in meeting.minutes.references:
                found[reference.id] = max(found.get(reference.id, meeting.day), meeting.day)
    return found


def _age(day: date | None, today: date) -> Age:
    if day is None:
        return Age.NEVER
    return next((age for age in Age if 0 <= (today - day).days <= age.value), Age.OLDER)


# Target groups


def _columns(plan: Plan, rows: Iterable[Row]) -> tuple[StrategicGoal | None, ...]:
    """The strategic goals, and ``None`` when a live action stands under none of them."""
    strays = any(row.goal is None and not row.action.is_stub for row in rows)
    return (*plan.strategic_goals, *((None,) if strays else ()))


def _served(plan: Plan, columns: Sequence[StrategicGoal | None]) -> Iterator[Served]:
    """Target groups in the order of ``plan.yaml``; unknown ones come last."""
    places = {goal.number: place for place, above in enumerate(plan.strategic_goals) for goal in above.goals}
    found: dict[str, list[int]] = {}
    for action in plan.actions:
        if not action.is_stub:
            place = places.get(action.number.parent, -1) if action.number is not None else -1
            for name in dict.fromkeys(ids(action.target_groups)):
                found.setdefault(name, [0] * len(columns))[place] += 1
    known = [name for name in plan.settings.target_groups if name in found]
    for name in dict.fromkeys((*known, *found)):
        yield Served(name, tuple(found[name]), sum(found[name]))
