"""The annual report: every number counted once and adding up, what was never measured said, and nothing that is not public."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_plans import DUTCH, EVIL, fiches, hostile, squeezed, whole
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_meetings import minutes, plan_with, write_meetings
from small_plans import ROOT, fiche, loaded

from elzctl.dates import VagueDate
from elzctl.fiche import Step
from elzctl.followup.points import PointState, counts, points
from elzctl.load import load
from elzctl.model import Action, Plan, Settings
from elzctl.render.report_document import report_document
from elzctl.render.report_editions import report_edition
from elzctl.render.tree import Document
from elzctl.terms import Status
from elzctl.tree import WorkTree
from elzctl.views import status as view
from elzctl.views.planned import Outcome, planned_steps
from elzctl.views.report import Report, report, tally
from elzctl.views.status import Standing
from elzctl.views.year import year
from elzctl.wording import Language

ENGLISH = Language("en")
END = date(2025, 12, 31)
LATER = date(2026, 2, 1)
REAL = load(WorkTree(ROOT)).plan


def of(plan: Plan, number: int = 2025, today: date = LATER) -> Report:
    return report(plan, year(number, today))


def drawn(plan: Plan, number: int = 2025, today: date = LATER) -> Document:
    return report_document(plan, number, today, ENGLISH)


def outcomes(
    root: Path, *lines: str, number: int = 2025, today: date = LATER, status: str = "running"
) -> dict[str, str]:
    """What became of each step of an action."""
    reason = () if status in ("running", "planned", "proposed") else ("reason: daarom",)
    found = of(loaded(root, koffie=fiche("1.1.1", *lines, *reason, status=status)).plan, number, today)
    return {row.step.what: row.outcome.value for row in found.steps}


def block(document: Document, name: str = "koffie") -> str:
    """The block of an action as one text."""
    return " | ".join(whole(document._replace(parts=(document.parts[0]._replace(blocks=(fiches(document)[name],)),))))


def indicator(root: Path, line: str, number: int = 2025, today: date = LATER) -> str:
    """What the report says of one indicator."""
    plan = loaded(root, koffie=fiche("1.1.1", "indicators:", f"  - {line}")).plan
    return block(drawn(plan, number, today)).rpartition("Indicators | ")[2].replace("\N{NO-BREAK SPACE}", " ")


# Adding up


@pytest.mark.parametrize(("number", "today"), [(2025, LATER), (2025, date(2025, 9, 20)), (2026, date(2026, 12, 31))])
def test_the_numbers_of_actions_and_points_add_up_to_the_status_of_the_same_day(number: int, today: date) -> None:
    found = report(REAL, year(number, today), internal=True)
    day = found.year.day
    rows = view.status(REAL, day)
    expected = view.counts(rows)
    counted = tally(found.actions)
    assert counted.total == expected.total == len(REAL.actions)
    assert counted.live + counted.late == expected.live
    assert counted.late == expected.standing[Standing.LATE]
    assert counted.total - counted.live - counted.late == expected.stubs
    listed = counts(points(REAL, day), REAL)
    assert len(found.points.carried) == listed.to_do
    assert len(found.points.of(PointState.MOVED)) == listed.states[PointState.MOVED]


def test_every_number_on_the_first_page_is_the_sum_of_the_table_under_it() -> None:
    found = of(REAL)
    assert sum(tally(goal.actions).total for goal in found.goals) == tally(found.actions).total
    flows = found.points.by_series().values()
    assert sum(len(flow.rows) for flow in flows) == len(found.points.rows) == found.points.brought + found.points.noted
    closed = found.points.of(PointState.DONE, PointState.DROPPED)
    assert len(closed) + len(found.points.carried) == len(found.points.rows)
    assert sum(len(found.steps_with(outcome)) for outcome in Outcome) == len(found.steps)


WHENS = st.one_of(
    st.none(),
    st.tuples(st.dates(date(2023, 1, 1), date(2028, 1, 1)), st.integers(0, 500)).map(
        lambda pair: VagueDate("ooit", pair[0], date.fromordinal(pair[0].toordinal() + pair[1]))
    ),
)
STEPS = st.builds(Step, what=st.sampled_from("abc"), start=WHENS, due=WHENS, done=WHENS)
ACTIONS = st.builds(
    lambda status, start, due, since, steps: Action(
        "x", "x.md", None, "X", status, start=start, due=due, since=since, steps=tuple(steps)
    ),
    *(st.sampled_from(Status), WHENS, WHENS, WHENS, st.lists(STEPS, max_size=5)),
)


@given(
    action=ACTIONS, plan_year=WHENS, number=st.integers(2022, 2029), today=st.dates(date(2022, 1, 1), date(2030, 1, 1))
)
@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_planned_is_done_dropped_or_carried_over_and_what_is_carried_is_planned_next_year(
    action: Action, plan_year: VagueDate | None, number: int, today: date
) -> None:
    plan = Plan(Settings(year=plan_year), actions=(action,))
    rows = planned_steps(plan, action, year(number, today))
    done = [row for row in rows if row.outcome is Outcome.DONE]
    dropped = [row for row in rows if row.outcome is Outcome.DROPPED]
    carried = [row for row in rows if row.outcome.is_carried]
    assert len(done) + len(dropped) + len(carried) == len(rows)
    far = date(2031, 1, 1)
    this, following = (planned_steps(plan, action, year(one, far)) for one in (number, number + 1))
    # A step that was done or dropped never comes back; one that is carried over is in the next year too.
    next_year = [row.step for row in following]
    for row in this:
        assert (id(row.step) in map(id, next_year)) is row.outcome.is_carried
    # And none is done twice, or lost: each is done in the year of its day.
    for step in action.steps:
        if step.done is not None:
            hits = [
                y
                for y in range(2020, 2031)
                for row in planned_steps(plan, action, year(y, far))
                if row.step is step and row.outcome is Outcome.DONE
            ]
            assert hits == [step.done.first.year]


# Steps


def test_steps_are_told_by_what_became_of_them(tmp_path: Path) -> None:
    steps = (
        "steps:",
        "  - {what: klaar, due: maart 2025, done: 2025-03-31}",
        "  - {what: vroeger, done: 2024}",
        "  - {what: te laat, due: zomer 2025}",
        "  - {what: net niet, due: eind 2025}",
        "  - {what: over nieuwjaar, due: winter 2025}",
        "  - {what: begonnen, start: najaar 2025, due: 2026}",
        "  - {what: later, due: 2026}",
        "  - {what: ooit}",
    )
    assert outcomes(tmp_path, *steps) == {
        "klaar": "done",
        "te laat": "late",
        "net niet": "missed",
        "over nieuwjaar": "later",
        "begonnen": "later",
        "ooit": "no-date",
    }


def test_a_step_that_was_done_after_the_year_was_open_when_it_ended(tmp_path: Path) -> None:
    plan = loaded(
        tmp_path, koffie=fiche("1.1.1", "steps: [{what: Zaal, due: juni 2025, done: 2026-01-12}]"), taart=fiche("1.1.2")
    ).plan
    found = of(plan)
    assert [row.outcome for row in found.steps] == [Outcome.LATE]
    assert tally(found.actions).late == 1, "the action was late too on that day"
    assert "2026" not in block(drawn(plan))
    assert [row.outcome for row in of(plan, 2026).steps] == [Outcome.DONE]


@pytest.mark.parametrize(
    ("status", "line", "expected"),
    [
        ("stopped", "since: mei 2025", "dropped"),
        ("merged", "into: thee", "dropped"),
        ("done", "since: 2025-11-01", "dropped"),
        ("on-hold", "since: 2024", "held"),
        ("stopped", "since: 2024", ""),
        ("stopped", "decision: {body: kring, on: 2024-08-30}", ""),
        ("stopped", "since: 2026-01-10", "late"),
    ],
)
def test_what_an_action_left_undone_when_it_ended_is_dropped_in_that_year(
    tmp_path: Path, status: str, line: str, expected: str
) -> None:
    found = outcomes(tmp_path, line, "steps: [{what: Zaal, due: april 2025}]", status=status)
    assert found == ({"Zaal": expected} if expected else {})


def test_a_status_that_came_after_the_year_is_named_on_the_first_page(tmp_path: Path) -> None:
    text = fiche("1.1.1", "reason: klaar", "since: 2026-01-10", status="done")
    lines = whole(drawn(loaded(tmp_path, koffie=text).plan))
    assert "These actions got the state that is shown here only after 31 December 2025: 1.1.1." in lines


@pytest.mark.parametrize(
    ("since", "number", "kind"),
    [
        ("eind 2024", 2024, "done"),
        ("eind 2024", 2025, "before"),
        ("2025", 2025, "done"),
        ("2025-12-31", 2025, "done"),
        ("2026-01-01", 2025, "later"),
        ("2025-2026", 2025, "later"),
        ("2025-2026", 2026, "done"),
    ],
)
def test_an_action_is_done_in_the_year_of_the_last_day_of_its_date(
    since: str, number: int, kind: str, tmp_path: Path
) -> None:
    text = fiche("1.1.1", "reason: klaar", f"since: {since}", status="done")
    counted = tally(of(loaded(tmp_path, koffie=text).plan, number, date(2027, 1, 1)).actions)
    assert {name: count for name, count in counted._asdict().items() if count} == {kind: 1}


def test_the_first_line_says_of_each_kind_what_it_is_and_adds_up(tmp_path: Path) -> None:
    reason = "reason: daarom"
    texts = {
        "al": fiche("1.1.1", reason, "since: 2024", status="done"),
        "nu": fiche("1.1.2", reason, "since: 2025-05-01", status="done"),
        "ooit": fiche("1.1.3", reason, status="done"),
        "straks": fiche("1.1.4", reason, "since: 2026-01-20", status="done"),
        "wacht": fiche("1.1.5", reason, status="waiting"),
        "niet": fiche("1.1.6", reason, status="not-retained"),
        "loopt": fiche("1.2.1"),
        "laat": fiche("1.2.2", "due: 2025-03-01"),
    }
    plan = loaded(tmp_path, **texts).plan
    said = " ".join(whole(drawn(plan)))
    assert (
        "8 actions, 1 already done before 2025, 1 done in 2025, 1 done, with no date, 1 live and not late, 1 live and late, "
        "1 on hold or waiting, 1 moved, merged, not retained or stopped, 1 done or stopped only later"
    ) in said


def test_a_goal_whose_actions_are_of_other_years_does_not_say_that_it_has_none(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie=fiche("1.1.1", "due: 2025"), taart=fiche("1.2.1", "start: najaar 2024")).plan
    lines = whole(drawn(plan, 2024))
    assert "Of this goal the plan had no actions in 2024." in lines
    empty = [goal for goal in plan.goals if goal.number not in plan.by_goal]
    assert lines.count("This goal has no actions yet.") == len(empty)


def test_what_was_due_on_the_last_day_of_a_year_that_is_over_was_not_reached(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie=fiche("1.1.1", "steps: [{what: Zaal, due: 2025}]")).plan
    over, running = (block(drawn(plan, 2025, today)) for today in (LATER, date(2025, 12, 30)))
    assert "not reached in 2025" in over
    assert "not late yet" not in over
    assert "not late yet" in running


# Indicators


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "{kind: output, what: Gasten, target: 6, unit: gasten, measured: [{on: 2025-03-31, value: 5}]}",
            "Gasten 5 of 6 gasten (83 %) · 31 March 2025",
        ),
        (
            "{kind: output, what: Gasten, target: 6, measured: [{on: 2025-03-31, value: 2}, {on: 2025-11-30, value: 6, note: vol}, {on: 2024-05-01, value: 9}, {on: 2026-01-05, value: 11}]}",
            "Gasten 6 of 6 (100 %) · 30 November 2025 · vol · before: 2, 31 March 2025",
        ),
        (
            "{kind: output, what: Gasten, target: 200, measured: [{on: 2025, value: 199}]}",
            "Gasten 199 of 200 (99 %) · 2025",
        ),
        (
            "{kind: output, what: Gasten, target: 900, measured: [{on: 2025, value: 1}]}",
            "Gasten 1 of 900 (1 %) · 2025",
        ),
        ("{kind: output, what: Klachten, target: 0, measured: [{on: 2025, value: 3}]}", "Klachten 3 of 0 · 2025"),
        ("{kind: output, what: Gasten, target: 6, measured: [{on: 2025, value: 0}]}", "Gasten 0 of 6 (0 %) · 2025"),
        (
            "{kind: output, what: Gasten, target: 6, unit: gasten, per: year}",
            "Gasten Not measured; target: 6 gasten per year",
        ),
        (
            "{kind: output, what: Gasten, target: 6, measured: [{on: 2024-05-01, value: 9}, {on: 2026-01-05, value: 11}]}",
            "Gasten Not measured; target: 6",
        ),
        ("{kind: output, what: Gasten, measured: [{on: 2025, value: 7}], unit: gasten}", "Gasten 7 gasten · 2025"),
        ("{kind: output, what: Gasten}", "1 indicator has no target in figures and was not measured."),
        (
            "{kind: output, what: Bereik, target: 80, unit: '%', measured: [{on: 2025, value: 72}]}",
            "Bereik 72 of 80 % · 2025",
        ),
        (
            "{kind: output, what: Bereik, target: 2, per: quarter, unit: keer, measured: [{on: 2025-06-30, value: 7}]}",
            "Bereik 7 of 2 keer per quarter · 30 June 2025",
        ),
        (
            "{kind: output, what: Bereik, target: '2,5', measured: [{on: 2025, value: '1,25'}]}",
            "Bereik 1,25 of 2,5 (50 %) · 2025",
        ),
    ],
)
def test_an_indicator_shows_what_of_what_and_a_percentage_only_of_both(
    tmp_path: Path, line: str, expected: str
) -> None:
    assert squeezed(indicator(tmp_path, line)) == squeezed(expected)
    assert ("%" in indicator(tmp_path, line)) is ("%" in expected)


def test_only_what_was_measured_up_to_the_day_counts_when_the_year_is_not_over(tmp_path: Path) -> None:
    line = "{kind: output, what: Gasten, target: 6, measured: [{on: 2025-03-31, value: 2}, {on: 2025-11-30, value: 6}]}"
    assert "2 of 6 (33 %) · 31 March 2025" in indicator(tmp_path, line, today=date(2025, 6, 1))
    assert "Not measured" in indicator(tmp_path, line, today=date(2025, 3, 30))


def test_results_that_were_reached_are_small_wins_and_a_target_of_zero_is_not(tmp_path: Path) -> None:
    lines = (
        "indicators:",
        "  - {kind: output, what: Gasten, target: 6, measured: [{on: 2025-03-31, value: 7}]}",
        "  - {kind: output, what: Bijna, target: 6, measured: [{on: 2025-03-31, value: '5,99'}]}",
        "  - {kind: output, what: Klachten, target: 0, measured: [{on: 2025-03-31, value: 0}]}",
        "  - {kind: process, what: Overleg, target: 1, measured: [{on: 2025-03-31, value: 1}]}",
    )
    found = of(loaded(tmp_path, koffie=fiche("1.1.1", *lines)).plan)
    assert [row.indicator.what for row in found.wins.results] == ["Gasten"]
    assert [(row.percent, row.is_reached) for row in found.indicators] == [
        (117, True),
        (99, False),
        (None, None),
        (100, True),
    ]


COUNTED = fiche("1.1.1", "indicators: [{kind: process, what: Overleg, target: 1, per: quarter, count: overleg}]")


def counting(root: Path) -> Plan:
    """Minutes in 2025: two approved, one in review, one cancelled, one that should have been; and one approved in 2024."""
    approved = ("state: approved", "approved: {in: 2025-12-01-overleg, on: 2025-12-01}", "no_action_points: geen")
    texts = {
        "2024-11-01-overleg": minutes("2024-11-01", *approved),
        "2025-03-01-overleg": minutes("2025-03-01", *approved),
        "2025-06-01-overleg": minutes("2025-06-01", *approved),
        "2025-09-01-overleg": minutes("2025-09-01", "state: review"),
        "2025-10-01-overleg": minutes("2025-10-01", "state: cancelled", "reason: ziek"),
        "2025-12-01-overleg": minutes("2025-12-01", "state: planned"),
    }
    write_meetings(root, texts)
    series = root / "meetings" / "series.yaml"
    series.write_text(
        series.read_text("utf-8").replace("  name: Overleg welzijn\n", "  name: Overleg welzijn\n  per_year: 4\n"),
        "utf-8",
    )
    (root / "plan" / "actions" / "koffie.md").write_text(COUNTED, "utf-8")
    return load(WorkTree(root)).plan


def test_what_is_counted_comes_from_approved_minutes_of_the_year_and_names_the_meetings(tmp_path: Path) -> None:
    plan = counting(tmp_path)
    text = block(drawn(plan)).replace("\N{NO-BREAK SPACE}", " ")
    assert "2 of 4 (1 per quarter) (50 %)" in text
    assert "approved minutes: 1 March 2025, 1 June 2025; not approved yet: 1 September 2025" in text
    (row,) = of(plan, 2025, date(2025, 4, 1)).indicators
    assert row.value is not None
    assert row.value.value == 1, "as far as the day of the report"
    (row,) = of(plan, 2026).indicators
    assert row.value is None, "without any minutes nothing was counted, and that is not 0"


def test_meetings_are_held_of_planned_and_approved_of_held(tmp_path: Path) -> None:
    plan = counting(tmp_path)
    (series,) = of(plan).series
    found = [len(some) for some in (series.approved, series.unapproved, series.silent, series.cancelled, series.coming)]
    assert (series.per_year, len(series.held), found) == (4, 3, [2, 1, 1, 1, 0])
    lines = whole(drawn(plan))
    at = lines.index("Overleg welzijn")
    assert lines[at + 1 : at + 4] == [
        "3 of 4",
        "2 of 3",
        "1 March 2025, 1 June 2025; not approved yet: 1 September 2025; no minutes: 1 December 2025; cancelled: 1 October 2025",
    ]
    (series,) = of(plan, 2025, date(2025, 7, 1)).series
    assert (len(series.held), len(series.coming), len(series.silent)) == (2, 2, 0)


# Points and decisions

OLD = """\
## 1. Punten
- [ ] Oud en open @aa tegen:2025-02-01
- [x] Oud en klaar @aa op:2024-12-01
- [x] Oud, later klaar @aa op:2025-05-01
"""
NEW = """\
## 1. Punten
- [ ] Verschoven @aa tegen:2025-06-01
  - verschoven op:2025-05-20 tegen:2026-02-01: geen tijd
- [ ] Vervallen @aa
  - vervallen op:2025-09-01: niet meer nodig
- [x] Pas volgend jaar klaar @aa op:2026-01-15
BESLUIT: We kopen koffie voor [[koffie]].
::: intern
- [ ] GEHEIM punt @aa
BESLUIT: GEHEIM besluit.
:::
"""


def with_points(root: Path) -> Plan:
    return plan_with(
        root,
        {
            "2024-11-01-overleg": minutes("2024-11-01", text=OLD),
            "2025-05-13-overleg": minutes("2025-05-13", "present: [aa]", text=NEW),
        },
    )


def test_points_of_before_and_of_the_year_are_done_dropped_or_still_open_at_its_end(tmp_path: Path) -> None:
    found = of(with_points(tmp_path)).points
    assert (found.brought, found.noted) == (2, 3)
    states = {state.value: [row.point.text for row in found.of(state)] for state in PointState}
    assert states == {
        "open": ["Oud en open", "Pas volgend jaar klaar"],
        "moved": ["Verschoven"],
        "done": ["Oud, later klaar"],
        "dropped": ["Vervallen"],
    }
    assert of(with_points(tmp_path), 2026).points.brought == 3


def test_the_public_report_holds_nothing_internal_and_no_participants(tmp_path: Path) -> None:
    plan = with_points(tmp_path)
    public, internal = (
        "\n".join(whole(report_document(plan, 2025, LATER, ENGLISH, internal=one))) for one in (False, True)
    )
    assert "GEHEIM" not in public
    assert "Present" not in public
    assert internal.count("GEHEIM") == 2
    assert len(of(plan).decisions) == 1


def test_addresses_and_numbers_in_what_was_noted_are_not_printed(tmp_path: Path) -> None:
    text = "## 1. X\n- [x] Bellen naar 0475 12 34 56 @aa op:2025-06-01\nBESLUIT: Mail naar iemand@voorbeeld.be.\n"
    plan = plan_with(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text=text)})
    data, warnings, _ = report_edition("html", plan, 2025, LATER)
    assert b"0475" not in data
    assert b"iemand@" not in data
    assert "[…]".encode() in data
    assert warnings


# Years


def test_a_year_without_anything_says_so_everywhere(tmp_path: Path) -> None:
    lines = whole(drawn(loaded(tmp_path, koffie=fiche("1.1.1")).plan))
    for words in (
        "No step, action point or result of this year was noted as done.",
        "No step with a date was left open.",
        "No indicator has a target in figures.",
        "No meetings were noted.",
        "No action points were noted.",
        "No decisions were noted.",
        "No updates were written.",
    ):
        assert words in lines
    assert not any("%" in line for line in lines)


def test_a_year_before_the_plan_has_no_actions_and_says_of_which_year_the_plan_is(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie=fiche("1.1.1", "due: 2025"), taart=fiche("1.2.1", "start: najaar 2024")).plan
    document = drawn(plan, 2019)
    lines = whole(document)
    assert "This plan is of 2025; of 2019 it may not tell all." in lines
    assert not fiches(document)
    assert set(fiches(drawn(plan, 2024))) == {"taart"}
    assert set(fiches(drawn(plan))) == {"koffie", "taart"}


def test_the_first_year_that_there_is_has_a_report_too(tmp_path: Path) -> None:
    plan = loaded(tmp_path).plan
    assert year(1, LATER).eve == date.min
    assert whole(drawn(plan, 1))


def test_a_year_that_is_not_over_says_so_on_the_first_page(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie=fiche("1.1.1", "steps: [{what: Zaal, due: eind 2025}]")).plan
    over, running = drawn(plan), drawn(plan, 2025, date(2025, 11, 25))
    assert over.subtitle == "As it stood on 31 December 2025"
    assert running.subtitle == "As it stands on 25 November 2025; the year is not over"
    assert f"{running.subtitle}." in whole(running)
    assert "Appendix 2 Carried over to 2026" in whole(over)
    assert "Appendix 2 Still to do" in whole(running)
    assert over.date == "1 February 2026"


def test_the_same_year_gives_the_same_report_whenever_it_is_made_afterwards() -> None:
    one, other = (drawn(REAL, 2025, today) for today in (LATER, date(2027, 5, 1)))
    assert one.parts == other.parts


def test_updates_stand_with_their_action_and_by_date(tmp_path: Path) -> None:
    lines = (
        "updates:",
        "  - {on: 2025-09-30, health: at-risk, note: Het loopt stroef.}",
        "  - {on: 2025-06-30, health: on-track}",
        "  - {on: 2024-06-30, note: Vroeger.}",
    )
    plan = loaded(
        tmp_path, koffie=fiche("1.1.1", *lines), taart=fiche("1.1.2", "updates: [{on: 2025-07-01, note: Rustig.}]")
    ).plan
    assert [(action.id, update.note) for action, update in of(plan).updates] == [
        ("koffie", ""),
        ("taart", "Rustig."),
        ("koffie", "Het loopt stroef."),
    ]
    text = block(drawn(plan))
    assert "30 June 2025 · on track | 30 September 2025 · at risk: Het loopt stroef." in text
    assert "Vroeger" not in text


def test_files_that_could_not_be_read_are_named_on_the_first_page(tmp_path: Path) -> None:
    plan = loaded(tmp_path, koffie=fiche("1.1.1")).plan
    (tmp_path / "plan" / "actions" / "stuk.md").write_bytes(b"---\ntitle: \xff\n---\n")
    plan = load(WorkTree(tmp_path)).plan
    assert any("could not be read" in line and "stuk" in line for line in whole(drawn(plan)))


# Documents


def test_hostile_texts_are_text_in_every_format(tmp_path: Path) -> None:
    root = hostile(tmp_path)
    meetings = root / "meetings"
    meetings.mkdir()
    evil = " ".join(EVIL)
    (meetings / "2025-05-13-kwaad.md").write_text(
        minutes(
            "2025-05-13", series="kwaad", text=f"## 1. {evil}\n- [x] {evil} @{evil} op:2025-06-01\nBESLUIT: {evil}\n"
        ),
        "utf-8",
    )
    plan = load(WorkTree(root)).plan
    page = report_edition("html", plan, 2025, LATER).data.decode()
    for tag in ("<script>", "<img", 'href="javascript', 'href="file', ' onclick="'):
        assert tag not in page
    assert "{{7*7}}" in page
    assert report_edition("pdf", plan, 2025, LATER).data.startswith(b"%PDF")
    assert report_edition("docx", plan, 2025, LATER).data.startswith(b"PK")


@pytest.mark.parametrize("ending", ["html", "pdf", "docx"])
def test_the_report_of_this_repository_is_drawn_alike_twice_and_without_a_warning(ending: str) -> None:
    one, other = (report_edition(ending, REAL, 2025, LATER) for _ in range(2))
    assert one == other
    assert not one.warnings


def test_the_contents_hold_goals_and_appendices_and_every_action_is_there_once() -> None:
    document = report_document(REAL, 2025, LATER, DUTCH)
    assert len(fiches(document)) == len(REAL.actions)
    listed = {line.anchor for line in document.contents}
    assert {goal.id for goal in REAL.all_goals} <= listed
    assert {
        f"report.{name}"
        for name in ("short", "wins", "carried", "unmeasured", "meetings", "points", "decisions", "updates")
    } <= listed
