"""The timeline: from dates that stand in the plan to bars, and no day that nobody wrote."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from dated_plans import plans
from hypothesis import given
from small_plans import fiche, loaded

from elzctl.model import Plan
from elzctl.views.timeline import Timeline, timeline


def seen(tmp_path: Path, **fiches: str) -> Timeline | None:
    return timeline(loaded(tmp_path, **fiches).plan)


def found(tmp_path: Path, **fiches: str) -> Timeline:
    view = seen(tmp_path, **fiches)
    assert view is not None
    return view


def test_a_bar_reaches_from_the_earliest_to_the_latest_date(tmp_path: Path) -> None:
    steps = "steps: [{what: Zaal, start: maart 2025}, {what: Koek, due: eind juni 2025}, {what: Dank}]"
    (row,) = found(tmp_path, koffie=fiche("1.1.1", "start: 2025-02-01", steps)).rows
    assert (row.start.first, row.end.last) == (date(2025, 2, 1), date(2025, 6, 30))
    assert (row.start.text, row.end.text) == ("2025-02-01", "eind juni 2025")


@pytest.mark.parametrize(
    ("dates", "soft"),
    [
        (("start: 2025-02-01", "due: 2025-06-30"), False),
        (("start: voorjaar 2025", "due: 2025-06-30"), True),
        (("start: 2025-02-01", "due: eind 2025"), True),
        (("start: 2025-02-01", "due: juni 2025", "steps: [{what: Dank, due: 2025-06-30}]"), False),
        (("start: februari 2025", "steps: [{what: Zaal, start: 2025-02-01}, {what: Dank, due: 2025-12-01}]"), False),
        (("due: 2025-06-30",), False),
        (("due: 2025",), True),
    ],
)
def test_an_end_that_is_not_known_to_the_day_is_soft(tmp_path: Path, dates: tuple[str, ...], soft: bool) -> None:
    (row,) = found(tmp_path, koffie=fiche("1.1.1", *dates)).rows
    assert row.soft is soft


def test_a_deadline_is_marked_on_its_last_day_and_a_done_step_where_it_was_done(tmp_path: Path) -> None:
    steps = "steps: [{what: Zaal, due: maart 2025}, {what: Koek, due: mei 2025, done: 2025-04-02}, {what: Dank, start: 2025}]"
    (row,) = found(tmp_path, koffie=fiche("1.1.1", steps)).rows
    assert [(mark.step.what, mark.day, mark.done) for mark in row.marks] == [
        ("Zaal", date(2025, 3, 31), False),
        ("Koek", date(2025, 4, 2), True),
    ]


def test_stubs_have_no_bar_and_live_actions_without_a_date_are_named(tmp_path: Path) -> None:
    view = found(
        tmp_path,
        koffie=fiche("1.1.1", "due: 2025"),
        taart=fiche("1.1.2", "due: 2025", "reason: Geen tijd", status="stopped"),
        thee=fiche("1.1.3", "steps: [{what: Water koken}]"),
    )
    assert [row.action.id for row in view.rows] == ["koffie"]
    assert [action.id for action in view.undated] == ["thee"]


def test_without_dates_there_is_no_timeline(tmp_path: Path) -> None:
    assert seen(tmp_path, thee=fiche("1.1.1"), taart=fiche("1.1.2", "due: 2025", status="on-hold")) is None


def test_the_window_is_the_plan_year_and_at_most_a_year_around_it(tmp_path: Path) -> None:
    view = found(tmp_path, koffie=fiche("1.1.1", "start: 1999", "due: 2099"))
    assert (view.first, view.last) == (date(2024, 1, 1), date(2027, 1, 1))
    assert view.share(view.rows[0].start.first) < 0
    assert view.share(view.rows[0].end.last) > 1
    assert view.share(date(2024, 1, 1)) == 0
    assert view.share(date(2027, 1, 1)) == 1


def test_the_window_is_no_larger_than_needed(tmp_path: Path) -> None:
    view = found(tmp_path, koffie=fiche("1.1.1", "start: november 2024", "due: mei 2025"))
    assert (view.first, view.last) == (date(2024, 10, 1), date(2026, 1, 1))
    assert view.ticks == (date(2024, 10, 1), *(date(2025, month, 1) for month in (1, 4, 7, 10)))


def test_a_plan_without_a_year_shows_whole_years_of_a_long_time(tmp_path: Path) -> None:
    view = timeline(loaded(tmp_path, plan="title: Plan\n", koffie=fiche("1.1.1", "start: mei 1950", "due: 2150")).plan)
    assert view is not None
    assert (view.first, view.last) == (date(1950, 1, 1), date(2151, 1, 1))
    assert 2 < len(view.ticks) <= 17
    assert all((tick.month, tick.day) == (1, 1) for tick in view.ticks)


@pytest.mark.parametrize("day", ["2025-12-31", "2025-01-01", "1900", "2200", "winter 2025"])
def test_any_single_date_gives_a_window_that_is_wider_than_nothing(tmp_path: Path, day: str) -> None:
    view = timeline(loaded(tmp_path, plan="title: Plan\n", koffie=fiche("1.1.1", f"due: {day}")).plan)
    assert view is not None
    assert view.first < view.last
    assert 0 <= view.share(view.rows[0].start.first) < view.share(view.rows[0].end.last) + 1e-9 <= 1 + 1e-9


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        (("start: 2025-02-01", "due: 2025-06-30"), (date(2025, 2, 1), date(2025, 6, 30))),
        (("start: voorjaar 2025", "due: 2025-12-24"), (date(2025, 5, 31), date(2025, 12, 24))),
        (("start: 2025-02-01", "due: eind 2025"), (date(2025, 2, 1), date(2025, 10, 1))),
        (("start: 2025", "due: eind 2025"), None),
        (("due: 2025",), None),
        (("due: 2025-06-30",), (date(2025, 6, 30), date(2025, 6, 30))),
    ],
)
def test_an_action_surely_runs_after_all_of_its_beginning_and_before_all_of_its_end(
    tmp_path: Path, lines: tuple[str, ...], sure: tuple[date, date] | None
) -> None:
    (row,) = found(tmp_path, koffie=fiche("1.1.1", *lines)).rows
    assert row.sure == sure


@pytest.mark.parametrize(
    ("lines", "begins", "ends"),
    [
        (("start: 2025-02-01",), True, False),
        (("due: 2025-02-01",), False, True),
        (("steps: [{what: Zaal, start: 2025}]",), True, False),
        (("steps: [{what: Zaal, done: 2025-02-01}]",), False, True),
        (("start: 2025", "steps: [{what: Zaal, due: 2025}]"), True, True),
    ],
)
def test_a_deadline_alone_is_no_beginning(tmp_path: Path, lines: tuple[str, ...], begins: bool, ends: bool) -> None:
    (row,) = found(tmp_path, koffie=fiche("1.1.1", *lines)).rows
    assert (row.begins, row.ends) == (begins, ends)


def test_rows_know_the_goals_above_them(tmp_path: Path) -> None:
    texts = {"koffie": fiche("1.2.1", "due: 2025"), "los": fiche("9.9.9", "due: 2025")}
    rows = found(tmp_path, **texts).rows
    assert [[goal.id for goal in row.above] for row in rows] == [["zorg-dichtbij", "samen-bewegen"], []]


def test_only_what_is_wanted_is_shown_and_the_window_with_it(tmp_path: Path) -> None:
    plan = loaded(
        tmp_path,
        koffie=fiche("1.1.1", "start: november 2024", "due: 2025"),
        taart=fiche("1.1.2", "due: mei 2025"),
        thee=fiche("1.1.3"),
    ).plan
    view = timeline(plan, {"taart", "thee"})
    assert view is not None
    assert [row.action.id for row in view.rows] == ["taart"]
    assert [action.id for action in view.undated] == ["thee"]
    assert view.first == date(2025, 1, 1)
    assert timeline(plan, {"thee"}) is None
    assert timeline(plan, frozenset()) is None


# Whatever the dates are


@given(plans())
def test_every_action_with_a_date_has_one_row_and_all_its_dates_lie_in_it(plan: Plan) -> None:
    view = timeline(plan)
    dated = [
        action
        for action in plan.actions
        if action.start or action.due or any(step.start or step.due or step.done for step in action.steps)
    ]
    assert [row.action for row in (view.rows if view is not None else ())] == dated
    if view is None:
        return
    assert [action for action in plan.actions if action not in dated] == list(view.undated)
    for row in view.rows:
        for when in (row.action.start, row.action.due, *(mark.step.due for mark in row.marks)):
            assert when is None or row.start.first <= when.first <= when.last <= row.end.last
        assert all(row.start.first <= mark.day <= row.end.last for mark in row.marks)
        assert row.soft == (row.start.is_vague or row.end.is_vague)
        assert row.soft or row.sure == (row.start.first, row.end.last)
        if row.sure is not None:
            assert row.start.last == row.sure[0] <= row.sure[1] == row.end.first


@given(plans())
def test_positions_keep_the_order_of_time(plan: Plan) -> None:
    view = timeline(plan)
    if view is None:
        return
    days = sorted(
        day for row in view.rows for day in (row.start.first, row.end.last, *(mark.day for mark in row.marks))
    )
    shares = [view.share(day) for day in days]
    assert shares == sorted(shares)
    assert view.share(view.first) == 0
    assert view.share(view.last) == 1
    ticks = [view.share(day) for day in view.ticks]
    assert ticks == sorted(set(ticks))
    assert ticks[0] == 0
    assert len(ticks) <= 17
    for row in view.rows:
        first, last = view.span(row.start.first, row.end.last)
        assert first < last
        if row.sure is not None:
            assert first - 1e-9 <= view.span(*row.sure)[0] < view.span(*row.sure)[1] <= last + 1e-9
