"""What all meetings together noted: signals and what became of them, agreements, events.

A register holds what is public; what stands in ``::: intern`` is counted, and listed only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from elzctl.clock import Clock
from elzctl.dates import VagueDate
from elzctl.fiche import Ref, ids
from elzctl.meeting import Agreement, Event, Meeting, Signal, SignalStep
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.terms import MeetingState, Stage
from elzctl.views.members import groups_of

CLOSING = (Stage.ACTION, Stage.REFERRED, Stage.NO_MANDATE)
"""What a signal can come to."""


class Wanted(NamedTuple):
    """Which rows are asked for; what is empty asks nothing, and what a register does not know of is not asked.

    *first* and *last* are days of which an event must touch one; *is_open*: signals that came to nothing yet.  An actor
    sees what it is named for, and what the groups that it belongs to are named for.
    """

    series: str = ""
    target_group: str = ""
    theme: str = ""
    actor: str = ""
    first: date | None = None
    last: date | None = None
    is_open: bool = False
    upcoming: bool = False
    internal: bool = False


EVERYTHING = Wanted()


class Place(NamedTuple):
    """A step of a signal: the day as written, and the meeting of its series on that day; the first has no *step*."""

    stage: Stage
    on: VagueDate | None
    meeting: Meeting | None
    step: SignalStep | None = None


class SignalRow(NamedTuple):
    """A signal as of a day: how far it came, under which name it was grouped, and its age in days."""

    meeting: Meeting
    noted: Signal
    stage: Stage
    places: tuple[Place, ...]
    group: str
    age: int

    @property
    def is_open(self) -> bool:
        """True while it came to nothing yet."""
        return self.stage not in CLOSING


class SignalGroup(NamedTuple):
    """Signals that were put together; *name* is ``""`` for those that were not."""

    name: str
    rows: tuple[SignalRow, ...]


class AgreementRow(NamedTuple):
    """An agreement with its tags kept apart; a tag that the plan does not know is taken for a theme."""

    meeting: Meeting
    noted: Agreement
    themes: tuple[str, ...]
    target_groups: tuple[str, ...]


class Timing(Enum):
    """Whether an event is over on a day; what goes on is still to come."""

    PAST = "past"
    UPCOMING = "upcoming"
    NO_DATE = "no-date"


class EventRow(NamedTuple):
    """An event, and whether it is over."""

    meeting: Meeting
    noted: Event
    timing: Timing


Row = TypeVar("Row", SignalRow, AgreementRow, EventRow)


class Register(NamedTuple, Generic[Row]):
    """The rows that are asked for; how many like them are internal and left out; how many were noted in all."""

    rows: tuple[Row, ...]
    left_out: int
    noted: int


def signals(plan: Plan, wanted: Wanted, today: date) -> Register[SignalRow]:
    """The signals that were noted up to *today*, as they stood then, in the order of meetings."""
    by_day = _meetings_by_day(plan)
    rows = [
        _signal_row(meeting, noted, by_day, today)
        for meeting in plan.meetings
        if meeting.day <= today
        for noted in meeting.minutes.noted()
        if isinstance(noted, Signal)
    ]
    tests = [*_shared_tests(plan, wanted)]
    if wanted.target_group:
        tests.append(lambda row: wanted.target_group in ids(row.noted.tags))
    if wanted.is_open:
        tests.append(lambda row: row.is_open)
    return _register(rows, tests, wanted)


def grouped(rows: Iterable[SignalRow]) -> tuple[SignalGroup, ...]:
    """The signals by the name of their group, as it was written first; what has none comes last."""
    found: dict[str, list[SignalRow]] = {}
    for row in rows:
        found.setdefault(row.group.casefold(), []).append(row)
    ordered = sorted(found.items(), key=lambda one: not one[0])
    return tuple(SignalGroup(rows[0].group, tuple(rows)) for _, rows in ordered)


def agreements(plan: Plan, wanted: Wanted) -> Register[AgreementRow]:
    """The agreements in the order of meetings."""
    rows = [
        AgreementRow(meeting, noted, *kinds_of_tags(plan, noted.tags))
        for meeting in plan.meetings
        for noted in meeting.minutes.noted()
        if isinstance(noted, Agreement)
    ]
    tests = [*_shared_tests(plan, wanted)]
    if wanted.theme:
        tests.append(lambda row: wanted.theme in row.themes)
    return _register(rows, tests, wanted)


def events(plan: Plan, wanted: Wanted, today: date) -> Register[EventRow]:
    """The events by day and hour; what has no date comes last."""
    noted = ((meeting, one) for meeting in plan.meetings for one in meeting.minutes.noted())
    rows = event_rows(((meeting, one) for meeting, one in noted if isinstance(one, Event)), today)
    tests = [*_shared_tests(plan, wanted)]
    first, last = wanted.first, wanted.last
    if first is not None:
        tests.append(lambda row: row.noted.when is not None and row.noted.when.last >= first)
    if last is not None:
        tests.append(lambda row: row.noted.when is not None and row.noted.when.first <= last)
    if wanted.upcoming:
        tests.append(lambda row: row.timing is Timing.UPCOMING)
    return _register(rows, tests, wanted)


def event_rows(found: Iterable[tuple[Meeting, Event]], today: date) -> tuple[EventRow, ...]:
    """Events by day and hour, with whether each is over; what has no date comes last."""
    rows = (EventRow(meeting, noted, _timing(noted.when, today)) for meeting, noted in found)
    return tuple(sorted(rows, key=_by_day))


def target_groups(plan: Plan) -> tuple[str, ...]:
    """The target groups that can be asked for: the known ones, and what signals are tagged with anyway."""
    tags = (tag for noted in plan.noted.values() if isinstance(noted, Signal) for tag in ids(noted.tags))
    return tuple(dict.fromkeys((*plan.settings.target_groups, *tags)))


def themes(plan: Plan) -> tuple[str, ...]:
    """The themes that can be asked for: the known ones, and what agreements are tagged with anyway."""
    tags = (noted.tags for noted in plan.noted.values() if isinstance(noted, Agreement))
    return tuple(
        dict.fromkeys((*plan.settings.themes, *(one for some in tags for one in kinds_of_tags(plan, some)[0])))
    )


def actors(plan: Plan) -> tuple[str, ...]:
    """The actors that can be asked for: the known ones, and those that an agreement or event names anyway."""
    named = (who for noted in plan.noted.values() if isinstance(noted, (Agreement, Event)) for who in ids(noted.who))
    return tuple(dict.fromkeys((*plan.actors, *named)))


def series(plan: Plan) -> tuple[str, ...]:
    """The series that can be asked for."""
    return tuple(dict.fromkeys((*plan.series, *plan.meetings_of)))


def _shared_tests(plan: Plan, wanted: Wanted) -> Iterator[Callable[..., bool]]:
    """What a row of any register must be, one question at a time."""
    if wanted.series:
        yield lambda row: row.meeting.series is not None and row.meeting.series.id == wanted.series
    if wanted.actor:
        names = {wanted.actor, *groups_of(plan, wanted.actor)}
        yield lambda row: not names.isdisjoint(ids(row.noted.who))


def _register(rows: Iterable[Row], tests: Iterable[Callable[..., bool]], wanted: Wanted) -> Register[Row]:
    every, tests = tuple(rows), tuple(tests)
    found = [row for row in every if all(test(row) for test in tests)]
    shown = tuple(row for row in found if wanted.internal or not row.noted.internal)
    return Register(shown, len(found) - len(shown), len(every))


def _meetings_by_day(plan: Plan) -> dict[tuple[str, date], Meeting]:
    """The meetings that took place, by series and day."""
    held = (one for one in plan.meetings if one.series is not None and one.state is not MeetingState.CANCELLED)
    return {(one.series.id, one.day): one for one in held if one.series is not None}


def _signal_row(meeting: Meeting, noted: Signal, by_day: dict[tuple[str, date], Meeting], today: date) -> SignalRow:
    when = meeting.date or VagueDate(str(meeting.day), meeting.day, meeting.day)
    places = [Place(Stage.NOTED, when, meeting)]
    group = ""
    for step in noted.steps:
        if step.on is None or step.on.first <= today:
            places.append(Place(step.stage, step.on, _meeting_on(meeting, step.on, by_day), step))
            group = " ".join(step.text.split()) if step.stage is Stage.GROUPED else group
    return SignalRow(meeting, noted, _stage(places), tuple(places), group, (today - meeting.day).days)


def _stage(places: Iterable[Place]) -> Stage:
    """How far a signal came, in the order of stages; of two that close it, the one that was written last."""
    order = {stage: min(place, len(Stage) - len(CLOSING)) for place, stage in enumerate(Stage)}
    furthest = Stage.NOTED
    for place in places:
        if order[place.stage] >= order[furthest]:
            furthest = place.stage
    return furthest


def _meeting_on(meeting: Meeting, on: VagueDate | None, by_day: dict[tuple[str, date], Meeting]) -> Meeting | None:
    if on is None or on.is_vague:
        return None
    if on.first == meeting.day:
        return meeting
    return by_day.get((meeting.series.id, on.first)) if meeting.series is not None else None


def kinds_of_tags(plan: Plan, tags: tuple[Ref, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The themes and the target groups among tags."""
    settings = plan.settings
    about = tuple(tag for tag in ids(tags) if tag in settings.themes or tag not in settings.target_groups)
    return about, tuple(tag for tag in ids(tags) if tag not in about)


def _timing(when: VagueDate | None, today: date) -> Timing:
    if when is None:
        return Timing.NO_DATE
    return Timing.PAST if when.last < today else Timing.UPCOMING


def _by_day(row: EventRow) -> tuple[bool, date, Clock, date, str]:
    when, start = row.noted.when, row.noted.start or Clock(0)
    if when is None:
        return True, row.meeting.day, start, row.meeting.day, row.noted.id
    return False, when.first, start, when.last, row.noted.id
