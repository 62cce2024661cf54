"""Who owes what by when: standings at their boundaries, filters, groups, counts, and how it looks."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plans import ROOT, fiche, in_a_window, loaded, plain, write

from elzctl.cli.main import main
from elzctl.load import load
from elzctl.model import Plan
from elzctl.render.status_text import status_table
from elzctl.render.terminal import Paint
from elzctl.tree import WorkTree
from elzctl.views.status import By, Next, Row, Standing, Wanted, actors, circle, counts, goal_names, grouped, status
from elzctl.wording import Language, Message

DAY = date(2025, 6, 15)
REAL = load(WorkTree(ROOT)).plan


def only(root: Path, text: str, today: date = DAY) -> Row:
    """The row of a plan with one action."""
    (row,) = status(loaded(root, koffie=text).plan, today)
    return row


def names(plan: Plan, wanted: Wanted, today: date = DAY) -> list[str]:
    return [row.action.id for row in status(plan, today, wanted)]


# Standing


@pytest.mark.parametrize(
    ("due", "today", "standing"),
    [
        ("eind 2025", date(2025, 12, 31), Standing.DUE_SOON),
        ("eind 2025", date(2026, 1, 1), Standing.LATE),
        ("eind 2025", date(2025, 12, 1), Standing.DUE_SOON),
        ("eind 2025", date(2025, 11, 30), Standing.ON_TRACK),
        ("2025-06-15", date(2025, 6, 15), Standing.DUE_SOON),
        ("2025-06-15", date(2025, 6, 16), Standing.LATE),
        ("schooljaar 2024-2025", date(2025, 8, 31), Standing.DUE_SOON),
        ("schooljaar 2024-2025", date(2025, 9, 1), Standing.LATE),
        ("2025", date(2025, 6, 15), Standing.ON_TRACK),
    ],
)
def test_an_action_is_late_after_its_last_day_and_due_soon_thirty_days_before_it(
    tmp_path: Path, due: str, today: date, standing: Standing
) -> None:
    assert only(tmp_path, fiche("1.1.1", f"due: {due}"), today).standing is standing


def test_the_plan_says_how_long_before_is_soon(tmp_path: Path) -> None:
    text = fiche("1.1.1", "due: 2025-06-20")
    for days, standing in ((5, Standing.DUE_SOON), (4, Standing.ON_TRACK)):
        (row,) = status(loaded(tmp_path, plan=f"title: P\nyear: 2025\nwarn_before: {days}\n", koffie=text).plan, DAY)
        assert row.standing is standing


def test_an_action_without_any_date_has_no_date_and_names_its_first_open_step(tmp_path: Path) -> None:
    row = only(tmp_path, fiche("1.1.1", "steps:", "  - {what: Bellen, done: 2025-01-10}", "  - what: Bakken"))
    assert (row.standing, row.next) == (Standing.NO_DATE, Next("Bakken", None))
    bare = only(tmp_path, fiche("1.1.1"))
    assert (bare.standing, bare.next) == (Standing.NO_DATE, None)


def what_next(root: Path, *lines: str) -> tuple[str, str]:
    coming = only(root, fiche("1.1.1", *lines)).next
    assert coming is not None
    assert coming.due is not None
    return coming.what, coming.due.text


def test_the_deadline_is_the_first_of_the_open_steps_and_the_action_itself(tmp_path: Path) -> None:
    steps = (
        "steps:",
        "  - {what: Bellen, due: maart 2025, done: 2025-03-01}",
        "  - {what: Bakken, due: najaar 2025}",
        "  - {what: Dekken, due: september 2025}",
        "  - {what: Drinken}",
    )
    assert what_next(tmp_path, *steps) == ("Dekken", "september 2025")
    assert what_next(tmp_path, *steps, "due: eind 2025") == ("Dekken", "september 2025")
    assert what_next(tmp_path, *steps, "due: zomer 2025") == ("", "zomer 2025")
    assert what_next(tmp_path, *steps, "due: 2025-09-30") == ("Dekken", "september 2025")


def test_an_action_whose_steps_are_all_done_keeps_its_own_deadline(tmp_path: Path) -> None:
    row = only(tmp_path, fiche("1.1.1", "due: april 2025", "steps: [{what: Bellen, due: 2026, done: 2025-01-05}]"))
    assert (row.standing, row.next and row.next.what) == (Standing.LATE, "")
    ready = only(tmp_path, fiche("1.1.1", "steps: [{what: Bellen, due: maart 2025, done: 2025-03-01}]"))
    assert (ready.standing, ready.next) == (Standing.NO_DATE, None)


@pytest.mark.parametrize("word", ["on-hold", "done", "moved", "merged", "not-retained", "stopped"])
def test_what_is_no_longer_worked_on_stays_listed_as_a_stub_without_a_deadline(tmp_path: Path, word: str) -> None:
    row = only(tmp_path, fiche("1.1.1", "due: januari 2025", "reason: Geen tijd", status=word))
    assert (row.standing, row.next, row.lacks_lead) == (Standing.STUB, None, False)


@pytest.mark.parametrize("word", ["proposed", "planned", "running"])
def test_a_live_action_with_a_condition_keeps_its_own_dates(tmp_path: Path, word: str) -> None:
    lines = ("due: januari 2025", "condition: {what: het dossier is goedgekeurd, by: eind 2025}")
    row = only(tmp_path, fiche("1.1.1", *lines, status=word))
    assert (row.standing, row.lacks_lead) == (Standing.LATE, True)


def test_a_waiting_action_waits_and_says_for_what_and_until_when(tmp_path: Path) -> None:
    row = only(tmp_path, fiche("1.1.1", "condition: {what: subsidie, by: januari 2025}", status="waiting"))
    assert row.standing is Standing.WAITING
    assert row.next is not None
    assert (row.next.what, row.next.due and row.next.due.text) == ("subsidie", "januari 2025")
    made = counts((row,))
    assert (made.live, made.stubs, made.standing[Standing.WAITING]) == (0, 1, 1)


def test_a_status_that_cannot_be_read_does_not_make_the_action_disappear(tmp_path: Path) -> None:
    row = only(tmp_path, fiche("1.1.1", "due: januari 2025", status="bezig"))
    assert (row.action.status, row.standing) == (None, Standing.LATE)


# Filters


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return loaded(
        tmp_path,
        koffie=fiche(
            "1.1.1", "lead: [dienst-zorg]", "partners: [kring]", "target_groups: [mantelzorgers]", "due: mei 2025"
        ),
        thee=fiche("1.1.2", "lead: [cluster-zorg, kring]", "themes: [bewegen]", "due: zomer 2025", status="planned"),
        wandelen=fiche("1.2.1", "lead: [elz-polder]", "partners: [onbekend]", "due: 2025"),
        bestuur=fiche("2.1.1"),
        oud=fiche("2.1.2", "into: thee", "reason: Hoort daar", status="moved"),
    ).plan


def test_rows_come_in_the_order_of_the_plan(plan: Plan) -> None:
    assert names(plan, Wanted()) == ["koffie", "thee", "wandelen", "bestuur", "oud"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(lead="dienst-zorg"), ["koffie", "thee", "wandelen"]),
        (Wanted(lead="cluster-zorg"), ["thee", "wandelen"]),
        (Wanted(lead="elz-polder"), ["wandelen"]),
        (Wanted(lead="apothekers"), ["thee"]),
        (Wanted(partner="apothekers"), ["koffie"]),
        (Wanted(partner="onbekend"), ["wandelen"]),
        (Wanted(goal="1"), ["koffie", "thee", "wandelen"]),
        (Wanted(goal="1.2"), ["wandelen"]),
        (Wanted(goal="mantelzorg-zien"), ["koffie", "thee"]),
        (Wanted(goal="sterke-zone"), ["bestuur", "oud"]),
        (Wanted(status="moved"), ["oud"]),
        (Wanted(status="running"), ["koffie", "wandelen", "bestuur"]),
        (Wanted(target_group="mantelzorgers"), ["koffie"]),
        (Wanted(theme="bewegen"), ["thee"]),
        (Wanted(late=True), ["koffie"]),
        (Wanted(no_lead=True), ["bestuur"]),
        (Wanted(due_before=date(2025, 6, 1)), ["koffie"]),
        (Wanted(due_before=date(2025, 5, 31)), []),
        (Wanted(due_before=date(2025, 9, 1)), ["koffie", "thee"]),
        (Wanted(due_before=date(2026, 1, 1)), ["koffie", "thee", "wandelen"]),
        (Wanted(lead="dienst-zorg", goal="1.2"), ["wandelen"]),
    ],
)
def test_a_filter_keeps_what_it_says(plan: Plan, wanted: Wanted, found: list[str]) -> None:
    assert names(plan, wanted) == found


def test_an_actor_sees_what_its_groups_lead_and_groups_of_each_other_end(plan: Plan) -> None:
    assert circle(plan, "dienst-zorg") == {"dienst-zorg", "cluster-zorg", "elz-polder"}
    assert circle(plan, "kring") == {"kring", "apothekers"}
    assert circle(plan, "nergens") == {"nergens"}


def test_what_can_be_asked_for_is_what_the_plan_knows_or_names(plan: Plan) -> None:
    assert actors(plan) == ("elz-polder", "cluster-zorg", "dienst-zorg", "kring", "apothekers", "onbekend")
    assert {"zorg-dichtbij", "1", "samen-bewegen", "1.2"} <= set(goal_names(plan))


def test_a_goal_can_be_asked_for_by_number_when_the_goals_cannot_be_read(tmp_path: Path) -> None:
    broken = loaded(tmp_path, goals="- [\n", koffie=fiche("1.1.1"), thee=fiche("2.1.1")).plan
    assert goal_names(broken) == ("1.1", "1", "2.1", "2")
    assert names(broken, Wanted(goal="1")) == ["koffie"]


# Groups and counts


def keys(plan: Plan, by: By) -> list[tuple[str, list[str]]]:
    return [(group.key, [row.action.id for row in group.rows]) for group in grouped(status(plan, DAY), by, plan)]


def test_groups_by_lead_hold_an_action_under_each_of_its_leads(plan: Plan) -> None:
    assert keys(plan, By.LEAD) == [
        ("elz-polder", ["wandelen"]),
        ("cluster-zorg", ["thee"]),
        ("dienst-zorg", ["koffie"]),
        ("kring", ["thee"]),
        ("", ["bestuur", "oud"]),
    ]


def test_groups_by_goal_and_by_month_come_in_order_and_what_has_none_comes_last(plan: Plan) -> None:
    assert [key for key, _ in keys(plan, By.GOAL)] == ["mantelzorg-zien", "samen-bewegen", "goed-bestuur"]
    assert keys(plan, By.MONTH) == [
        ("2025-05", ["koffie"]),
        ("2025-08", ["thee"]),
        ("2025-12", ["wandelen"]),
        ("", ["bestuur", "oud"]),
    ]


def test_the_real_plan_has_39_actions_31_live_and_8_stubs() -> None:
    made = counts(status(REAL, DAY))
    assert (made.total, made.live, made.stubs) == (39, 31, 8)


WANTED = st.builds(
    Wanted,
    lead=st.sampled_from(("", *actors(REAL))),
    partner=st.sampled_from(("", "", "", *actors(REAL))),
    goal=st.sampled_from(("", "", *goal_names(REAL))),
    late=st.booleans(),
    no_lead=st.booleans(),
)


@given(WANTED, st.integers(0, 1500))
def test_counts_add_up_and_groups_hold_every_row(wanted: Wanted, later: int) -> None:
    rows = status(REAL, date(2023, 6, 1) + timedelta(later), wanted)
    made = counts(rows)
    assert made.total == made.live + made.stubs == sum(made.standing.values()) == len(rows)
    assert made.live == sum(not row.action.is_stub for row in rows)
    for by in By:
        assert {row.action.id for group in grouped(rows, by, REAL) for row in group.rows} == {r.action.id for r in rows}
    assert set(rows) <= set(status(REAL, date(2023, 6, 1) + timedelta(later)))


# The command


def run(root: Path, *arguments: str) -> int:
    return main(["-C", str(root), "--lang", "en", "status", "--today", "2025-06-15", *arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        koffie=fiche("1.1.1", "lead: [dienst-zorg]", "due: mei 2025", title="Koffie voor mantelzorgers"),
        thee=fiche(
            "1.1.2", "lead: [cluster-zorg, kring]", "steps: [{what: Water koken, due: zomer 2025}]", title="Thee"
        ),
        wandelen=fiche("1.2.1", title="Wandelen met [[koffie]]"),
        oud=fiche("2.1.2", "into: thee", "reason: Hoort daar", status="moved", title="Oud"),
    )


def test_in_a_pipe_every_action_is_one_line_with_aligned_columns(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "1.1.1  late      running  mei 2025    Dienst Zorg      Koffie voor mantelzorgers",
        "1.1.2  on track  running  zomer 2025  Cluster zorg +1  Thee                       Water koken",
        "1.2.1  no date   running  -           no lead          Wandelen met 1.1.1",
        "2.1.2  stub      moved    -           -                Oud                        see 1.1.2",
        "",
        "4 actions = 3 live + 1 not live: 1 late, 1 on track, 1 no date; 1 without a lead",
    ]
    assert err == ""


def test_groups_have_a_heading_and_the_summary_counts_each_action_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "--by", "lead") == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [lines[0], *(lines[place + 1] for place, line in enumerate(lines[:-2]) if not line)]
    assert heads == ["Cluster zorg", "Dienst Zorg", "Huisartsenkring", "No lead"]
    assert lines[-1].startswith("4 actions = 3 live + 1 not live")
    assert run(root, "--by", "month") == 0
    assert capsys.readouterr().out.startswith("May 2025\n1.1.1  late")
    assert run(root, "--by", "goal") == 0
    assert "\n1.2 Iedereen beweegt, samen met 1.1\n1.2.1  no date" in capsys.readouterr().out


JSON = {
    "schema_version": 1,
    "today": "2025-06-15",
    "actions": [
        {
            "id": "thee",
            "number": "1.1.2",
            "title": "Thé \u202e",
            "path": "plan/actions/thee.md",
            "status": "running",
            "standing": "on-track",
            "lead": ["cluster-zorg", "kring"],
            "role": "facilitator",
            "next": {
                "what": "Water koken",
                "due": {"text": "zomer 2025", "first": "2025-06-01", "last": "2025-08-31"},
            },
            "goal": {"id": "mantelzorg-zien", "number": "1.1"},
            "into": None,
            "approved": None,
        },
        {
            "id": "oud",
            "number": "3.1.2",
            "title": "Oud",
            "path": "plan/actions/oud.md",
            "status": "moved",
            "standing": "stub",
            "lead": [],
            "role": None,
            "next": None,
            "goal": None,
            "into": "thee",
            "approved": None,
        },
    ],
    "counts": {
        "total": 2,
        "live": 1,
        "stubs": 1,
        "standing": {"late": 0, "due-soon": 0, "on-track": 1, "no-date": 0, "waiting": 0, "stub": 1},
        "no_lead": 0,
    },
    "points": [],
    "point_counts": {
        "written": 0,
        "open": 0,
        "moved": 0,
        "done": 0,
        "dropped": 0,
        "standing": {"late": 0, "due-soon": 0, "on-track": 0, "no-date": 0},
        "no_owner": 0,
        "no_contribution": 0,
    },
    "approved": None,
    "incomplete": [],
    "as_of": None,
}


def test_the_data_has_a_fixed_shape_in_ascii(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steps = "steps: [{what: Water koken, due: zomer 2025}]"
    lines = ("lead: [cluster-zorg, kring]", "role: facilitator", steps)
    thee = fiche("1.1.2", *lines, title='"Thé \\u202e"')
    oud = fiche("3.1.2", "into: thee", status="moved", title="Oud")
    assert run(write(tmp_path, thee=thee, oud=oud), "--json") == 0
    out = capsys.readouterr().out
    assert out.isascii()
    found = json.loads(out)
    board = found.pop("dashboard")
    assert list(board) == [
        *("goals", "months", "undated_steps", "results", "indicators", "freshness", "load", "target_groups"),
    ]
    assert board["months"] == [{"first": "2025-08", "last": "2025-08", "done": 0, "late": 0, "to_do": 1}]
    assert board["load"][0] == {"actor": "cluster-zorg", "leads": 1, "partners": 0, "all": 1}
    assert found == JSON
    assert list(found) == list(JSON)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--fail-on", "late"), 1),
        (("--fail-on", "due-soon"), 0),
        (("--fail-on", "due-soon", "--fail-on", "no-date"), 1),
        (("--fail-on", "no-lead"), 1),
        (("--fail-on", "late", "--goal", "1.2"), 0),
        (("--fail-on", "no-lead", "--goal", "2"), 0),
        (("--fail-on", "late", "--json"), 1),
        ((), 0),
    ],
)
def test_fail_on_looks_at_the_rows_that_are_shown(root: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run(root, *arguments) == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--lead", "dienst-zrog"), "Did you mean “dienst-zorg”?"),
        (("--partner", "krong"), "Did you mean “kring”?"),
        (("--goal", "mantelzorg-zie"), "Did you mean “mantelzorg-zien”?"),
        (("--goal", "zzz"), "plan/goals.yaml"),
        (("--theme", "bewgen"), "Did you mean “bewegen”?"),
        (("--target-group", "mantelzorger"), "Did you mean “mantelzorgers”?"),
        (("--status", "runing"), "Did you mean “running”?"),
        (("--by", "leed"), "Did you mean “lead”?"),
        (("--fail-on", "laat"), "Did you mean “late”?"),
        (("--due-before", "gauw"), "gauw"),
        (("--today", "morgen"), "2025-12-31"),
        (("--by", "goal", "--json"), "--json"),
    ],
)
def test_a_value_that_the_plan_does_not_have_is_refused_with_the_nearest(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(root, *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


@pytest.mark.parametrize("option", ["--lead", "--mine", "--goal", "--as-of", "--fail-on", "--due-before"])
def test_an_option_with_nothing_behind_it_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    assert run(root, f"{option}=") == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0]) == ("", f"error: “” is not a value for {option}")


def test_a_vague_date_bounds_the_list_by_its_first_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "--due-before", "juni 2025") == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("1.1.1")
    assert run(root, "--due-before", "mei 2025") == 0
    assert capsys.readouterr().out == "None of the 4 actions is like that.\n"


def test_files_that_cannot_be_read_are_told_and_the_rest_is_listed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "plan/actions/kapot.md").write_text("---\ntitle: [\n---\n", "utf-8")
    assert run(root) == 1
    out, err = capsys.readouterr()
    assert "4 actions" in out
    assert err == "This may not be all: plan/actions/kapot.md could not be read fully; see “elzctl validate”.\n"
    write(root, stuk=fiche("1.1.9", status="bezig"))
    assert run(root, "--json") == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["incomplete"] == ["plan/actions/kapot.md", "plan/actions/stuk.md"]
    assert "2 files could not be read fully (plan/actions/kapot.md, plan/actions/stuk.md); see" in err


def test_a_plan_of_which_nothing_can_be_read_is_not_good_news(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan").mkdir()
    assert run(tmp_path) == 1
    assert "could not be read" in capsys.readouterr().err
    assert run(write(tmp_path)) == 0
    assert "elzctl new-action" in capsys.readouterr().out


# In a window


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("by", [(), ("--by", "lead")])
def test_the_real_plan_fits_every_window(columns: int, by: tuple[str, ...]) -> None:
    text = in_a_window(columns, "-C", str(ROOT), "status", "--today", "2025-06-15", *by)
    lines = text.splitlines()
    assert max(map(len, lines)) <= columns
    starts = [line for line in lines if line[:1].isdigit() and line[:5].count(".") == 2]
    assert len(starts) >= 39
    assert all(str(action.number) in text for action in REAL.actions)


def test_a_wide_window_is_used_and_a_narrow_one_takes_two_lines(root: Path) -> None:
    write(root, lang=fiche("1.1.3", "lead: [dienst-zorg]", "due: mei 2025", title="Woord " * 30, status="planned"))
    call = ("-C", str(root), "--lang", "en", "status", "--today", "2025-06-15")
    (wide,) = (line for line in in_a_window(120, *call).splitlines() if "1.1.3" in line)
    assert len(wide) > 110
    assert wide.startswith("1.1.3  Woord Woord Woord Woord Woord Woord Woord Woord")
    assert wide.endswith("  late, planned")
    assert [line for line in in_a_window(40, *call).splitlines() if "1.1.3" in line or "planned" in line] == [
        "1.1.3 Woord Woord Woord Woord Woord Wo…",
        "  late, planned · mei 2025 · Dienst Zo…",
    ]


def test_that_there_is_no_lead_is_never_cut(tmp_path: Path) -> None:
    due = "due: {}".format
    root = write(
        tmp_path,
        koffie=fiche("1.1.1", due("najaar 2024"), title="Koffie voor mantelzorgers " * 4),
        thee=fiche("1.1.2", "lead: [dienst-zorg]", due("werkjaar 2024-2025"), title="Thee " * 20),
    )
    for columns in (40, 60, 80, 100):
        assert "geen trekker" in in_a_window(columns, "-C", str(root), "status")


def test_a_long_title_makes_no_other_line_longer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    step = "steps: [{what: Water koken}]"
    write(tmp_path, koffie=fiche("1.1.1", title="a" * 2000), thee=fiche("1.1.2", step, title="Thee"))
    assert run(tmp_path) == 0
    long, short, *_ = capsys.readouterr().out.splitlines()
    assert long.endswith("a" * 2000)
    assert short.endswith("Water koken")
    assert len(short) < 200


class Wordy(Language):
    """A language whose words are half as long again as English ones."""

    def __call__(self, message: Message | str) -> str:
        text = super().__call__(message)
        return text + "x" * (len(text) // 2)


@pytest.mark.parametrize("columns", [40, 60, 79, 119])
def test_the_table_survives_long_words(columns: int) -> None:
    groups = grouped(status(REAL, DAY), By.LEAD, REAL)
    lines = list(status_table(groups, By.LEAD, REAL, Wordy("en"), Paint(on=False), columns))
    assert max(map(len, lines)) <= columns
    assert sum(line.count("xx") for line in lines) > 39


def test_colours_say_nothing_that_the_words_do_not(root: Path) -> None:
    call = ("-C", str(root), "status", "--today", "2025-06-15")
    painted, bare = in_a_window(80, *call, colours=True), in_a_window(80, *call)
    assert "\x1b[1;31m" in painted
    assert plain(painted) == bare


def test_a_title_cannot_obey_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = '"[red]rood[/red] [/x] \\u202e \\t \\n einde"'
    root = write(tmp_path, koffie=fiche("1.1.1", title=title), ander=fiche("1.1.2", title="Ander"))
    assert run(root) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.endswith("[red]rood[/red] [/x] \\u202e einde")
    for columns in (40, 80, 120):
        text = in_a_window(columns, "-C", str(root), "status")
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert text.count("1.1.") == 2


def test_a_title_of_two_thousand_characters_stays_on_its_line(tmp_path: Path) -> None:
    root = write(tmp_path, koffie=fiche("1.1.1", title="a" * 2000), wit=fiche("1.1.2", title="日本" * 100))
    lines = in_a_window(80, "-C", str(root), "status").splitlines()
    assert [line[:7] for line in lines if "…" in line] == ["1.1.1  ", "1.1.2  "]


def test_a_reader_that_leaves_early_hears_nothing(tmp_path: Path) -> None:
    many = {f"actie_{n}": fiche(f"1.1.{n}", title=f"Actie {n} " + "lang " * 60) for n in range(1, 400)}
    write(tmp_path, **many)
    command = f'"{sys.executable}" -m elzctl -C "{tmp_path}" status | head -1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.count("\n") == 1
    assert (done.stderr, done.returncode) == ("", 0)
