"""``elzctl renumber``: another number for an action or a goal, with all that hangs on it, or nothing at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from in_process import runner
from small_plans import fiche, in_a_window, write

from elzctl import edit
from elzctl.load import load
from elzctl.scaffold.allowed import Refused
from elzctl.terms import Number
from elzctl.tree import WorkTree
from elzctl.views.renumber import Taken, renumber


def plan(root: Path) -> Path:
    """Three actions under 1.1 and one under 1.2."""
    return write(
        root,
        koffie=fiche("1.1.1", text="## Waarom?\n\nZie [[taart]].\n"),
        taart=fiche('"1.1.2"   # voorlopig', title="Taart", text="## Waarom?\n\nZie ook actie 1.1.1.\n"),
        soep=fiche("1.1.4", title="Soep"),
        wandelen=fiche("1.2.1", title="Wandelen"),
    )


def numbers(root: Path) -> dict[str, str]:
    """The number of every action and goal by id."""
    found = load(WorkTree(root)).plan
    return {one.id: str(one.number) for one in (*found.all_goals, *found.actions)}


def test_only_the_number_in_the_file_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    before = (tmp_path / "plan/actions/taart.md").read_text("utf-8")
    assert runner(tmp_path, capsys, "renumber")("taart", "1.1.3") == (0, "1.1.2 → 1.1.3  taart  Taart\n", "")
    assert (tmp_path / "plan/actions/taart.md").read_text("utf-8") == before.replace("1.1.2", "1.1.3")


def test_a_number_names_an_action_too_and_may_lead_to_another_goal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(tmp_path)
    assert runner(tmp_path, capsys, "renumber")("1.1.4", "1.2.2")[:2] == (0, "1.1.4 → 1.2.2  soep  Soep\n")
    assert numbers(tmp_path)["soep"] == "1.2.2"
    assert load(WorkTree(tmp_path)).plan.by_goal[Number((1, 2))][-1].id == "soep"


def test_a_taken_number_is_refused_with_what_can_be_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    before = numbers(tmp_path)
    code, out, err = runner(tmp_path, capsys, "renumber")("koffie", "1.1.2")
    assert (code, out) == (2, "")
    assert err == (
        "error: Number 1.1.2 is taken by “Taart”\n"
        "help: 1.1.5 is free. Or: --swap gives it 1.1.1, --shift moves it and what follows one further.\n"
    )
    assert numbers(tmp_path) == before


def test_swap_lets_two_change_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    assert runner(tmp_path, capsys, "renumber")("koffie", "1.1.2", "--swap")[0] == 0
    found = numbers(tmp_path)
    assert (found["koffie"], found["taart"]) == ("1.1.2", "1.1.1")


def test_shift_moves_what_follows_up_to_the_first_gap(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    assert runner(tmp_path, capsys, "renumber")("wandelen", "1.1.1", "--shift")[0] == 0
    found = numbers(tmp_path)
    assert [found[name] for name in ("wandelen", "koffie", "taart", "soep")] == ["1.1.1", "1.1.2", "1.1.3", "1.1.4"]


def test_with_a_goal_go_its_actions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    code, out, _ = runner(tmp_path, capsys, "renumber")("samen-bewegen", "1.1", "--swap")
    assert code == 0
    assert "plan/goals.yaml keeps its order, and that is the order in which the goals are read." in out
    found = numbers(tmp_path)
    assert (found["samen-bewegen"], found["mantelzorg-zien"]) == ("1.1", "1.2")
    assert (found["wandelen"], found["koffie"], found["soep"]) == ("1.1.1", "1.2.1", "1.2.4")


def test_with_a_strategic_goal_goes_everything_under_it_and_back_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    run = runner(tmp_path, capsys, "renumber")
    assert run("1", "2", "--swap")[0] == 0
    found = numbers(tmp_path)
    assert [found[name] for name in ("zorg-dichtbij", "mantelzorg-zien", "koffie")] == ["2", "2.1", "2.1.1"]
    assert [found[name] for name in ("sterke-zone", "goed-bestuur")] == ["1", "1.1"]
    assert run("zorg-dichtbij", "1", "--swap")[0] == 0
    assert {path: path.read_bytes() for path in before} == before


def test_an_old_number_in_a_text_is_pointed_out_with_what_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan(tmp_path)
    _, out, _ = runner(tmp_path, capsys, "renumber")("koffie", "1.1.9")
    assert "1 text has an old number in it" in out
    assert re.search(r"plan/actions/taart\.md:9:\d+: .*actie 1\.1\.1", out)
    assert "Write [[koffie]]" in out


def test_a_number_of_something_else_in_a_text_is_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    assert runner(tmp_path, capsys, "renumber")("wandelen", "1.2.3")[1] == "1.2.1 → 1.2.3  wandelen  Wandelen\n"


def test_diff_shows_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    before = numbers(tmp_path)
    code, out, _ = runner(tmp_path, capsys, "renumber")("koffie", "1.1.9", "--diff")
    assert (code, "+number: 1.1.9\n" in out) == (0, True)
    assert numbers(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("koffie", "1.1"), "“1.1” is not a number of this level; write one such as 1.1.1"),
        (("koffie", "1.1.01"), "“1.1.01” is not a number of this level"),
        (("koffie", "x"), "“x” is not a number of this level"),
        (("1.1", "1.1.7"), "“1.1.7” is not a number of this level; write one such as 1.1"),
        (("koffie", "9.9.9"), "There is no goal 9.9"),
        (("mantelzorg-zien", "2.2"), "2.2 stands under another strategic goal than 1.1"),
        (("koffi", "1.1.9"), "There is no action or goal “koffi”\nhelp: Did you mean “koffie”?"),
        (("koffie", "1.1.2", "--swap", "--shift"), "--swap and --shift do not go together"),
    ],
)
def test_what_cannot_be_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], message: str
) -> None:
    plan(tmp_path)
    code, out, err = runner(tmp_path, capsys, "renumber")(*words)
    assert (code, out) == (2, "")
    assert message in err


def test_the_number_that_it_has_is_no_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    assert runner(tmp_path, capsys, "renumber")("koffie", "1.1.1")[:2] == (
        0,
        "“koffie” has the number 1.1.1 already. Nothing was changed.\n",
    )


def test_a_number_that_two_have_asks_for_the_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    write(tmp_path, brood=fiche("1.1.1", title="Brood"))
    run = runner(tmp_path, capsys, "renumber")
    assert "1.1.1 is more than one thing: brood, koffie" in run("1.1.1", "1.1.9")[2]
    assert "would not help" in run("koffie", "1.1.2", "--swap")[2]
    assert run("brood", "1.1.9")[0] == 0
    assert numbers(tmp_path)["brood"] == "1.1.9"


def test_goals_wait_until_every_number_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    (tmp_path / "plan/actions/stuk.md").write_text("---\nnumber: [\n---\n", "utf-8")
    run = runner(tmp_path, capsys, "renumber")
    code, _, err = run("1.1", "1.9")
    assert (code, "plan/actions/stuk.md" in err) == (2, True)
    assert run("koffie", "1.1.9")[0] == 0


def test_rights_that_name_a_goal_by_its_number_go_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    rights = "teams:\n  kern: {name: Kern, handle: elz/kern}\nadmin: [kern]\ngoals:\n  '1.1': [kern]\n  2: [kern]\n"
    (tmp_path / "plan/rights.yaml").write_text(rights, "utf-8")
    run = runner(tmp_path, capsys, "renumber")
    code, out, _ = run("1", "2", "--swap")
    assert code == 0
    assert "plan/rights.yaml names a goal by its number; that is changed too.\n" in out
    there = (tmp_path / "plan/rights.yaml").read_text("utf-8")
    assert there == rights.replace("'1.1'", "'2.1'").replace("  2:", "  1:")
    (tmp_path / "plan/rights.yaml").write_text("teams: [\n", "utf-8")
    assert "plan/rights.yaml cannot be read" in run("1", "2", "--swap")[2]


def test_when_one_file_cannot_be_written_none_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan(tmp_path)
    before = numbers(tmp_path)
    (tmp_path / "plan/actions/taart.md").chmod(0o444)
    code, out, err = runner(tmp_path, capsys, "renumber")("koffie", "1.1.2", "--swap")
    assert (code, out) == (2, "")
    assert "plan/actions/taart.md" in err
    assert numbers(tmp_path) == before


def test_on_a_terminal_a_long_title_is_cut(tmp_path: Path) -> None:
    write(tmp_path, koffie=fiche("1.1.1", title="Koffie " * 30))
    shown = in_a_window(60, "--lang", "en", "-C", str(tmp_path), "renumber", "koffie", "1.1.2")
    assert len(shown.splitlines()) == 1
    assert len(shown.rstrip("\n")) < 60


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["koffie", "taart", "soep", "wandelen", "1.1", "1.2", "2.1", "1", "2"]),
    st.lists(st.integers(1, 5), min_size=1, max_size=3),
    st.sampled_from(list(Taken)),
)
def test_no_number_is_used_twice_and_no_reference_breaks(
    tmp_path: Path, name: str, parts: list[int], taken: Taken
) -> None:
    plan(tmp_path)
    tree = WorkTree(tmp_path)
    before = load(tree)
    things = (*before.plan.all_goals, *before.plan.actions)
    thing = next(one for one in things if name in (one.id, str(one.number)))
    try:
        found = renumber(tree, before, thing, Number(tuple(parts)), taken)
    except Refused:
        return
    edit.apply(tmp_path, found.patches, before.sources)
    after = numbers(tmp_path)
    assert len(set(after.values())) == len(after)
    assert after[thing.id] == str(Number(tuple(parts)))
    assert load(tree).findings == before.findings


def test_the_title_of_what_has_the_number_is_cut_where_it_shows_and_names_no_brackets() -> None:
    from elzctl.views.renumber import _short

    assert _short("Thee met [[kennis-delen]] en [[koffie|een kop]]") == "Thee met kennis-delen en een kop"
    assert _short("woord " * 40) == "woord " * 12 + "woord w…"
