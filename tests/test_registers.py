"""Signals, agreements and events of all meetings: how they stand, for whom they count, what stays inside."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_meetings import minutes, plan_with
from small_plans import ROOT

from elzctl.load import load
from elzctl.model import Plan
from elzctl.terms import Stage
from elzctl.tree import WorkTree
from elzctl.views.matrix import matrix
from elzctl.views.members import groups_of, members_of
from elzctl.views.registers import (
    EVERYTHING,
    Register,
    SignalRow,
    Timing,
    Wanted,
    actors,
    agreements,
    events,
    grouped,
    series,
    signals,
    target_groups,
    themes,
)

DAY = date(2025, 12, 31)
REAL = load(WorkTree(ROOT)).plan


def one_signal(root: Path, *steps: str, today: date = DAY) -> SignalRow:
    """The signal of a meeting in May, as it stands after the meetings of June and October."""
    text = "\n".join(("SIGNAAL: Ouders vinden de weg niet #scholen", *steps))
    plan = plan_with(
        root,
        {
            "2025-05-13-overleg": minutes("2025-05-13", text=text),
            "2025-06-10-overleg": minutes("2025-06-10"),
            "2025-06-12-stuurgroep": minutes("2025-06-12", series="stuurgroep"),
            "2025-10-02-overleg": minutes("2025-10-09"),
            "2025-11-06-overleg": minutes("2025-11-06", "state: cancelled"),
        },
    )
    (row,) = signals(plan, EVERYTHING, today).rows
    return row


# Signals

GROUPED, DISCUSSED = "- gegroepeerd op:2025-06-10: toeleiding", "- besproken op:2025-10-09"


@pytest.mark.parametrize(
    ("steps", "stage", "is_open"),
    [
        ((), Stage.NOTED, True),
        ((GROUPED,), Stage.GROUPED, True),
        ((GROUPED, DISCUSSED), Stage.DISCUSSED, True),
        ((DISCUSSED, GROUPED), Stage.DISCUSSED, True),
        ((GROUPED, DISCUSSED, "- actie op:2025-10-09: [[koffie]]"), Stage.ACTION, False),
        (("- doorverwezen op:2025-10-09 @dienst: neemt het op",), Stage.REFERRED, False),
        (("- geen mandaat op:2025-10-09: te groot voor ons",), Stage.NO_MANDATE, False),
        (("- actie: meteen", "- besproken op:2025-10-09"), Stage.ACTION, False),
        (("- actie op:2025-06-10: wij", "- doorverwezen op:2025-10-09 @dienst"), Stage.REFERRED, False),
        (("- referred on:2025-06-10 @dienst", "- action on:2025-10-09: we do it"), Stage.ACTION, False),
    ],
)
def test_a_signal_stands_as_far_as_it_came_and_closes_with_one_of_three_ends(
    tmp_path: Path, steps: tuple[str, ...], stage: Stage, is_open: bool
) -> None:
    row = one_signal(tmp_path, *steps)
    assert (row.stage, row.is_open) == (stage, is_open)


def test_each_step_has_the_meeting_of_its_series_on_that_day(tmp_path: Path) -> None:
    row = one_signal(
        tmp_path,
        "- gegroepeerd op:2025-06-12: toeleiding",
        "- besproken op:2025-10-09",
        "- besproken op:2025-11-06",
        "- besproken op:2025-05-13",
        '- actie op:"juni 2025": wij',
        "- doorverwezen @dienst",
    )
    assert [(place.stage, place.meeting and place.meeting.id) for place in row.places] == [
        (Stage.NOTED, "2025-05-13-overleg"),
        (Stage.GROUPED, None),
        (Stage.DISCUSSED, "2025-10-02-overleg"),
        (Stage.DISCUSSED, None),
        (Stage.DISCUSSED, "2025-05-13-overleg"),
        (Stage.ACTION, None),
        (Stage.REFERRED, None),
    ]


@pytest.mark.parametrize(
    ("today", "stage", "group", "age"),
    [
        (date(2025, 5, 13), Stage.NOTED, "", 0),
        (date(2025, 6, 9), Stage.NOTED, "", 27),
        (date(2025, 6, 10), Stage.GROUPED, "toeleiding", 28),
        (date(2025, 10, 8), Stage.GROUPED, "toeleiding", 148),
        (date(2025, 10, 9), Stage.ACTION, "toeleiding", 149),
    ],
)
def test_a_signal_is_seen_as_on_a_day(tmp_path: Path, today: date, stage: Stage, group: str, age: int) -> None:
    row = one_signal(tmp_path, GROUPED, DISCUSSED, "- actie op:2025-10-09: wij", today=today)
    assert (row.stage, row.group, row.age) == (stage, group, age)


def test_what_is_noted_later_is_not_there_yet(tmp_path: Path) -> None:
    plan = plan_with(tmp_path, {"2025-05-13-overleg": minutes("2025-05-13", text="SIGNAAL: Later #scholen")})
    assert signals(plan, EVERYTHING, date(2025, 5, 12)) == ((), 0, 0)


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    may = """\
SIGNAAL: Eerste #scholen
- gegroepeerd op:2025-06-10: Toeleiding
SIGNAAL: Tweede #mantelzorgers
- actie op:2025-06-10: wij
SIGNAAL: Derde #onbekend
- gegroepeerd op:2025-06-10: toeleiding
::: intern
SIGNAAL: Vierde #scholen
AFSPRAAK: @aa doet iets stil #bewegen
EVENEMENT: 2025-10-01 Stil feest @aa
:::
AFSPRAAK: @besturen helpen verspreiden #bewegen
AFSPRAAK: @aa en @dienst bellen #mantelzorg #bewegen
AFSPRAAK: @elz-polder betaalt #mantelzorg
AFSPRAAK: Iemand kijkt het na #eigen-thema
AFSPRAAK: @partners luisteren #scholen
AFSPRAAK: @besturen en @aa doen mee #mantelzorg
EVENEMENT: 2025-10-11 13u30-17u Taart @dienst
EVENEMENT: najaar 2025 Wandeling @besturen
EVENEMENT: Ooit een feest
EVENEMENT: 2025-10-11 9u Ontbijt
"""
    june = "SIGNAAL: Vijfde #scholen\n- gegroepeerd op:2025-06-12: vervoer\nEVENEMENT: 2025-06-20 Zomerbar\n"
    return plan_with(
        tmp_path,
        {
            "2025-05-13-overleg": minutes("2025-05-13", text=may),
            "2025-06-12-stuurgroep": minutes("2025-06-12", text=june, series="stuurgroep"),
        },
    )


def texts(register: Register[Any]) -> list[str]:
    return [row.noted.text.split()[0] for row in register.rows]


def test_signals_are_put_together_under_the_name_of_their_group(plan: Plan) -> None:
    groups = grouped(signals(plan, EVERYTHING, DAY).rows)
    found = [(group.name, [row.noted.text for row in group.rows]) for group in groups]
    assert found == [("Toeleiding", ["Eerste", "Derde"]), ("vervoer", ["Vijfde"]), ("", ["Tweede"])]


@pytest.mark.parametrize(
    ("wanted", "found", "left_out"),
    [
        (EVERYTHING, ["Eerste", "Tweede", "Derde", "Vijfde"], 1),
        (Wanted(internal=True), ["Eerste", "Tweede", "Derde", "Vierde", "Vijfde"], 0),
        (Wanted(target_group="scholen"), ["Eerste", "Vijfde"], 1),
        (Wanted(target_group="onbekend"), ["Derde"], 0),
        (Wanted(series="stuurgroep"), ["Vijfde"], 0),
        (Wanted(is_open=True), ["Eerste", "Derde", "Vijfde"], 1),
        (Wanted(is_open=True, target_group="mantelzorgers"), [], 0),
    ],
)
def test_signals_are_what_is_asked_for(plan: Plan, wanted: Wanted, found: list[str], left_out: int) -> None:
    register = signals(plan, wanted, DAY)
    assert (texts(register), register.left_out, register.noted) == (found, left_out, 5)


# Agreements


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EVERYTHING, ["A2", "A3", "A4", "A5", "A6", "A7"]),
        (Wanted(internal=True), ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]),
        (Wanted(theme="mantelzorg"), ["A3", "A4", "A7"]),
        (Wanted(theme="eigen-thema"), ["A5"]),
        (Wanted(actor="bee"), ["A2", "A7"]),
        (Wanted(actor="aa"), ["A2", "A3", "A7"]),
        (Wanted(actor="besturen"), ["A2", "A7"]),
        (Wanted(actor="dienst"), ["A3", "A6"]),
        (Wanted(actor="elz-polder"), ["A4"]),
        (Wanted(actor="aa", theme="bewegen"), ["A2", "A3"]),
        (Wanted(series="stuurgroep"), []),
    ],
)
def test_an_actor_sees_its_agreements_and_those_of_its_groups_but_not_of_the_zone(
    plan: Plan, wanted: Wanted, found: list[str]
) -> None:
    assert [row.noted.id.rpartition("/")[2] for row in agreements(plan, wanted).rows] == found


def test_an_internal_agreement_is_counted(plan: Plan) -> None:
    assert agreements(plan, EVERYTHING).left_out == 1
    assert agreements(plan, Wanted(theme="mantelzorg")).left_out == 0


def test_the_matrix_counts_a_group_for_its_municipalities_and_keeps_everything(plan: Plan) -> None:
    made = matrix(plan, agreements(plan, EVERYTHING).rows)
    assert made.themes == ("mantelzorg", "bewegen", "eigen-thema", "")
    assert made.actors == ("elz-polder", "aa", "bee", "partners", "dienst", "")
    found = {
        place: [(one.row.noted.id.rpartition("/")[2], one.via) for one in cell] for place, cell in made.cells.items()
    }
    assert found == {
        ("mantelzorg", "elz-polder"): [("A4", "")],
        ("mantelzorg", "aa"): [("A3", ""), ("A7", "")],
        ("mantelzorg", "bee"): [("A7", "besturen")],
        ("mantelzorg", "dienst"): [("A3", "")],
        ("bewegen", "aa"): [("A2", "besturen"), ("A3", "")],
        ("bewegen", "bee"): [("A2", "besturen")],
        ("bewegen", "dienst"): [("A3", "")],
        ("eigen-thema", ""): [("A5", "")],
        ("", "partners"): [("A6", "")],
        ("", "dienst"): [("A6", "partners")],
    }


def test_the_framework_of_the_example_is_five_themes_by_five_local_authorities() -> None:
    made = matrix(REAL, agreements(REAL, Wanted(series="clusteroverleg-welzijn")).rows)
    five = ("affligem", "asse", "liedekerke", "merchtem", "opwijk")
    own = {theme for theme in made.themes if all(made.cells.get((theme, town)) for town in five)}
    assert {"gelukswandeling", "mantelzorg", "mentaal-welbevinden", "vrijwilligerswerk", "preventie"} <= own
    assert set(five) <= set(made.actors)
    assert "lokale-besturen-amalo" not in made.actors


def test_groups_of_each_other_end_and_a_zone_speaks_for_itself(tmp_path: Path) -> None:
    actors_text = (
        "zone: {name: Z, kind: zone}\na: {name: A, kind: group, member_of: [b, zone]}\n"
        "b: {name: B, kind: network, member_of: [a]}\nc: {name: C, member_of: [a]}\nd: {name: D, member_of: [c, weg]}\n"
        "e: {name: E, kind: organisation, member_of: [d]}\nf: {name: F, member_of: [e]}\n"
    )
    found = plan_with(tmp_path, {}, actors=actors_text)
    assert groups_of(found, "f") == set()
    assert groups_of(found, "e") == {"a", "b", "c", "d"}
    assert groups_of(found, "a") == {"b"}
    assert members_of(found, "a") == {"b", "c", "d", "e"}
    assert members_of(found, "zone") == members_of(found, "e") == members_of(found, "nergens") == set()


@given(st.data())
def test_a_member_and_its_group_say_the_same_of_each_other(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(REAL.actors)))
    assert all(name in members_of(REAL, group) for group in groups_of(REAL, name))
    assert all(name in groups_of(REAL, member) for member in members_of(REAL, name))


# Events


def test_events_come_by_day_and_hour_and_what_has_no_date_comes_last(plan: Plan) -> None:
    register = events(plan, EVERYTHING, date(2025, 10, 11))
    assert texts(register) == ["Zomerbar", "Wandeling", "Ontbijt", "Taart", "Ooit"]
    assert [row.timing for row in register.rows] == [Timing.PAST, *3 * [Timing.UPCOMING], Timing.NO_DATE]
    assert register.left_out == 1


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(upcoming=True), ["Wandeling"]),
        (Wanted(first=date(2025, 10, 11)), ["Wandeling", "Ontbijt", "Taart"]),
        (Wanted(first=date(2025, 10, 12)), ["Wandeling"]),
        (Wanted(last=date(2025, 9, 1)), ["Zomerbar", "Wandeling"]),
        (Wanted(last=date(2025, 6, 19)), []),
        (Wanted(first=date(2025, 10, 11), last=date(2025, 10, 11)), ["Wandeling", "Ontbijt", "Taart"]),
        (Wanted(actor="dienst"), ["Taart"]),
        (Wanted(actor="bee"), ["Wandeling"]),
        (Wanted(series="stuurgroep"), ["Zomerbar"]),
        (Wanted(internal=True, actor="aa"), ["Wandeling", "Stil"]),
    ],
)
def test_events_are_what_is_asked_for(plan: Plan, wanted: Wanted, found: list[str]) -> None:
    assert texts(events(plan, wanted, date(2025, 10, 12))) == found


def test_an_event_is_over_after_its_last_day(plan: Plan) -> None:
    for today, timing in ((date(2025, 11, 30), Timing.UPCOMING), (date(2025, 12, 1), Timing.PAST)):
        (row,) = events(plan, Wanted(actor="bee"), today).rows
        assert row.timing is timing


# Names


def test_what_can_be_asked_for_is_what_the_plan_knows_or_names(plan: Plan) -> None:
    assert series(plan) == ("overleg", "stuurgroep")
    assert target_groups(plan) == ("mantelzorgers", "scholen", "onbekend")
    assert themes(plan) == ("mantelzorg", "bewegen", "eigen-thema")
    assert actors(plan) == ("elz-polder", "besturen", "aa", "bee", "partners", "dienst")


@given(
    st.integers(0, 500),
    st.builds(
        Wanted,
        series=st.sampled_from(("", *series(REAL))),
        target_group=st.sampled_from(("", "", "ouders", "kwetsbare-groepen")),
        theme=st.sampled_from(("", "", *themes(REAL))),
        actor=st.sampled_from(("", "", *actors(REAL))),
        is_open=st.booleans(),
        upcoming=st.booleans(),
        internal=st.booleans(),
    ),
)
def test_nothing_is_lost_on_any_day(later: int, wanted: Wanted) -> None:
    today = date(2025, 1, 1) + timedelta(later)
    every = wanted._replace(internal=True)
    for shown, whole in (
        (signals(REAL, wanted, today), signals(REAL, every, today)),
        (agreements(REAL, wanted), agreements(REAL, every)),
        (events(REAL, wanted, today), events(REAL, every, today)),
    ):
        assert len(shown.rows) + shown.left_out == len(whole.rows) <= whole.noted
        assert whole.left_out == 0
    rows = signals(REAL, wanted, today).rows
    assert {row.noted.id for group in grouped(rows) for row in group.rows} == {row.noted.id for row in rows}
    made = matrix(REAL, found := agreements(REAL, wanted).rows)
    assert {one.row.noted.id for cell in made.cells.values() for one in cell} == {row.noted.id for row in found}
