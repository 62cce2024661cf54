"""``elzctl log``: the history of one thing in real repositories, whatever it was called then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from histories import begin, commit, git
from in_process import Run, runner
from small_meetings import SERIES, minutes
from small_plans import ACTORS, GOALS, PLAN, fiche, in_a_window, plain, write

WHY = (
    "## Waarom?\n\nOmdat mantelzorgers elkaar zelden zien, en er in elke gemeente zelf om vragen bij koffie en taart.\n"
)


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    """An action in five commits: new, another lead and date, only typed otherwise, another file and number, another title."""
    root = write(begin(tmp_path / "zone"), koffie=fiche("1.1.1", "lead: []", "due: voorjaar 2025", text=WHY))
    commit(root, "2025-01-15")
    write(root, koffie=fiche("1.1.1", "lead: [dienst-zorg]", "due: eind 2025", text=WHY))
    commit(root, "2025-02-20")
    write(root, koffie=fiche("1.1.1", "due: 'eind 2025'", "lead: [ dienst-zorg ]  # wie anders", text=WHY))
    commit(root, "2025-03-01")
    (root / "plan/actions/koffie.md").unlink()
    write(root, koffie_drinken=fiche("1.1.2", "lead: [dienst-zorg]", "due: eind 2025", text=WHY))
    commit(root, "2025-04-01")
    write(root, koffie_drinken=fiche("1.1.2", "lead: [kring]", "due: eind 2025", title="Thee", text=WHY))
    commit(root, "2025-05-01")
    return root


@pytest.fixture
def log(zone: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(zone, capsys, "log")


def told(run: Run, *arguments: str) -> str:
    """The words of a run that goes well and complains about nothing."""
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    return out


def data(run: Run, *arguments: str) -> Any:
    return json.loads(told(run, *arguments, "--json"))


def days(run: Run, *arguments: str) -> list[tuple[str, list[str]]]:
    """The day of each change, and what became of the thing."""
    return [(one["commit"]["day"], one["change"]["how"]) for one in data(run, *arguments)["records"]]


# What is told.


def test_the_newest_change_comes_first_and_typing_is_no_change(log: Run, zone: Path) -> None:
    out = told(log, "koffie-drinken")
    ids = [git(zone, "rev-parse", f"HEAD~{number}")[:10] for number in (0, 1, 3, 4)]
    assert out.split("\n\n")[:5] == [
        "1.1.2  Thee\nplan/actions/koffie-drinken.md",
        f"2025-05-01  {ids[0]}  another title\n  title: Koffie → Thee\n  lead: Dienst Zorg → Huisartsenkring",
        f"2025-04-01  {ids[1]}  another number, was 1.1.1; another file name, was koffie",
        f"2025-02-20  {ids[2]}\n  lead: nobody → Dienst Zorg\n  due: voorjaar 2025 → eind 2025 (later)",
        f"2025-01-15  {ids[3]}  new\n  status: running\n  due: voorjaar 2025\n  text: 17 words (Why?)",
    ]
    assert out.splitlines()[-1] == "4 changes, from 2025-01-15 to 2025-05-01."


def test_a_thing_has_many_names(log: Run) -> None:
    for name in ("koffie-drinken", "1.1.2", "plan/actions/koffie-drinken.md", "plan\\actions\\koffie-drinken.md"):
        assert data(log, name)["id"] == "koffie-drinken"


def test_an_earlier_name_or_number_leads_to_what_became_of_it(log: Run) -> None:
    for name in ("koffie", "1.1.1", "koffie.md"):
        assert told(log, name) == told(log, "koffie-drinken")


def test_what_is_gone_is_found_by_the_name_or_number_that_it_had_last(log: Run, zone: Path) -> None:
    (zone / "plan/actions/koffie-drinken.md").unlink()
    commit(zone, "2025-06-01")
    for name in ("koffie-drinken", "1.1.2", "koffie"):
        found = data(log, name)
        assert (found["id"], found["number"], found["title"]) == ("koffie-drinken", "1.1.2", "Thee")
        assert found["records"][0]["change"]["how"] == ["removed"]
    assert told(log, "1.1.2").startswith("1.1.2  Thee\nplan/actions/koffie-drinken.md\n")


def test_a_part_of_the_history_can_be_asked_for(log: Run) -> None:
    assert [day for day, _ in days(log, "1.1.2", "--since", "april 2025")] == ["2025-05-01", "2025-04-01"]
    assert [day for day, _ in days(log, "1.1.2", "--limit", "1")] == ["2025-05-01"]
    assert data(log, "1.1.2", "--limit", "1")["more"] is True
    assert data(log, "1.1.2", "--limit", "4")["more"] is False
    assert "There are older changes; a higher --limit shows them." in told(log, "1.1.2", "--limit", "3")
    assert told(log, "1.1.2", "--since", "2026").endswith("\nNothing of it changed.\n")


def test_authors_are_named_only_when_they_are_asked_for(log: Run, zone: Path) -> None:
    assert all(one["author"] is None for one in data(log, "1.1.2")["records"])
    assert "elz@" not in told(log, "1.1.2", "--authors", "--json")
    assert data(log, "1.1.2", "--authors")["records"][0]["author"] == "elz"
    assert f"2025-05-01  {git(zone, 'rev-parse', 'HEAD')[:10]}  elz  another title\n" in told(log, "1.1.2", "--authors")


def test_a_goal_has_a_history_whatever_its_number_or_id(log: Run, zone: Path) -> None:
    write(zone, goals=GOALS.replace("number: 1.2\n", "number: 1.3\n"))
    commit(zone, "2025-06-01")
    write(zone, goals=GOALS.replace("number: 1.2\n", "number: 1.3\n").replace("id: samen-bewegen", "id: bewegen"))
    commit(zone, "2025-07-01")
    expected = [("2025-07-01", ["new-id"]), ("2025-06-01", ["renumbered"]), ("2025-01-15", ["added"])]
    assert days(log, "bewegen") == days(log, "1.3") == expected
    assert data(log, "bewegen")["thing"] == "goal"
    assert days(log, "1.2") == days(log, "samen-bewegen") == expected
    assert days(log, "2") == [("2025-01-15", ["added"])]


def test_a_goal_in_a_file_that_cannot_be_read_is_told_once(log: Run, zone: Path) -> None:
    write(zone, goals="<<<<<<< HEAD\n" + GOALS)
    commit(zone, "2025-06-01")
    write(zone, goals=GOALS.replace("motto: bewegen", "motto: fietsen"))
    commit(zone, "2025-07-01")
    assert days(log, "samen-bewegen")[:2] == [("2025-07-01", ["readable"]), ("2025-06-01", ["unreadable"])]
    assert "  motto: bewegen → fietsen" in told(log, "samen-bewegen")


def test_what_changed_while_a_file_could_not_be_read_is_told_when_it_can_be_again(log: Run, zone: Path) -> None:
    path = zone / "plan/actions/koffie-drinken.md"
    path.write_text("---\nnumber: [\n---\n", "utf-8")
    commit(zone, "2025-06-01")
    path.write_text("---\nnumber: {\n---\n", "utf-8")
    commit(zone, "2025-06-02")
    write(zone, koffie_drinken=fiche("1.1.2", "lead: []", "due: eind 2025", title="Thee", text=WHY))
    commit(zone, "2025-07-01")
    assert days(log, "1.1.2")[:3] == [
        ("2025-07-01", ["readable"]),
        ("2025-06-01", ["unreadable"]),
        ("2025-05-01", ["renamed"]),
    ]
    assert "can be read again\n  lead: Huisartsenkring → nobody\n" in told(log, "1.1.2")


def test_a_file_that_was_never_readable_has_a_history_too(log: Run, zone: Path) -> None:
    (zone / "plan/actions/kapot.md").write_text("---\nnumber: [\n---\n", "utf-8")
    commit(zone, "2025-06-01")
    assert days(log, "kapot") == [("2025-06-01", ["unreadable"])]
    write(zone, kapot=fiche("1.2.1", title="Heel"))
    commit(zone, "2025-07-01")
    assert days(log, "kapot") == [("2025-07-01", ["readable"]), ("2025-06-01", ["unreadable"])]


def test_what_was_taken_out_and_put_back_goes_on(log: Run, zone: Path) -> None:
    path = zone / "plan/actions/koffie-drinken.md"
    text = path.read_bytes()
    path.unlink()
    commit(zone, "2025-06-01")
    path.write_bytes(text)
    commit(zone, "2025-07-01")
    assert days(log, "1.1.2")[:3] == [
        ("2025-07-01", ["added"]),
        ("2025-06-01", ["removed"]),
        ("2025-05-01", ["renamed"]),
    ]


def test_of_two_files_that_got_other_names_each_keeps_its_own_history(log: Run, zone: Path) -> None:
    write(zone, wandelen=fiche("1.2.1", title="Wandelen langs het water"))
    commit(zone, "2025-06-01")
    for name in ("wandelen", "koffie-drinken"):
        (zone / f"plan/actions/{name}.md").unlink()
    tea = fiche("1.1.2", "lead: [kring]", "due: eind 2025", title="Thee", text=WHY)
    write(zone, aan_de_waterkant=fiche("1.2.1", title="Wandelen langs het water"), thee=tea)
    commit(zone, "2025-07-01")
    assert days(log, "aan-de-waterkant") == [("2025-07-01", ["new-id"]), ("2025-06-01", ["added"])]
    assert [day for day, _ in days(log, "thee")][:2] == ["2025-07-01", "2025-05-01"]


def test_names_are_those_of_then(log: Run, zone: Path) -> None:
    actors = ACTORS.replace("name: Dienst Zorg", "name: Zorgpunt")
    write(zone, actors=actors)
    commit(zone, "2025-06-01")
    write(
        zone,
        actors=actors,
        koffie_drinken=fiche("1.1.2", "lead: [dienst-zorg]", "due: eind 2025", title="Thee", text=WHY),
    )
    commit(zone, "2025-07-01")
    out = told(log, "1.1.2")
    assert "  lead: Huisartsenkring → Zorgpunt\n" in out
    assert "  lead: nobody → Dienst Zorg\n" in out


def test_an_actor_with_another_id_is_no_other_lead(log: Run, zone: Path) -> None:
    write(
        zone,
        actors=ACTORS.replace("kring:\n", "artsenkring:\n").replace("[kring]", "[artsenkring]"),
        koffie_drinken=fiche("1.1.2", "lead: [artsenkring]", "due: 2026", title="Thee", text=WHY),
    )
    commit(zone, "2025-07-01")
    keys = [one["key"] for one in data(log, "1.1.2")["records"][0]["change"]["changes"]]
    assert keys == ["due"]


# Meetings, and what is not for everybody.


POINT = "## 1. Signalen\n\n- [ ] Zaal zoeken @kring tegen:2025-06-01\n"
DONE = "## 1. Signalen\n\n- [x] Zaal zoeken @kring tegen:2025-06-01 op:2025-05-30\n"
SECRET = "\n::: intern\nDe sleutel ligt onder de mat.\n:::\n"
PHONE = "\nBel 0470 12 34 56 voor de zaal.\n"


@pytest.fixture
def meeting(zone: Path) -> Path:
    """A meeting in five commits: planned, with a point, with an internal remark, with the point done, with a number."""
    (zone / "meetings").mkdir()
    (zone / "meetings/series.yaml").write_text(SERIES, "utf-8")
    texts = ("## 1. Signalen\n", POINT, POINT + SECRET, DONE + SECRET, DONE + SECRET + PHONE)
    for month, text in enumerate(texts, 5):
        path = zone / "meetings/2025-05-13-overleg.md"
        path.write_text(minutes("2025-05-13", text=text), "utf-8")
        commit(zone, f"2025-{month:02}-02")
    return zone


def test_a_meeting_has_a_history_and_a_day_names_it(log: Run, meeting: Path) -> None:
    found = data(log, "2025-05-13")
    assert (found["thing"], found["id"]) == ("meeting", "2025-05-13-overleg")
    assert [day for day, _ in days(log, "2025-05-13-overleg")] == [
        "2025-09-02",
        "2025-08-02",
        "2025-06-02",
        "2025-05-02",
    ]
    out = told(log, "2025-05-13")
    assert out.startswith("·  Overleg welzijn (2025-05-13)\nmeetings/2025-05-13-overleg.md\n")
    assert "  action point: “Zaal zoeken”: done 2025-05-30\n" in out
    assert "  action point (new): Zaal zoeken" in out


def test_what_is_internal_is_counted_and_shown_when_it_is_asked_for(log: Run, meeting: Path) -> None:
    for arguments in ((), ("--json",)):
        out = told(log, "2025-05-13", *arguments)
        assert "sleutel" not in out
        assert "0470" not in out
    assert data(log, "2025-05-13")["hidden"] == 1
    assert "1 internal change is left out; --internal shows it." in told(log, "2025-05-13")
    shown = told(log, "2025-05-13", "--internal")
    assert "De sleutel ligt onder de mat." in shown
    assert "0470 12 34 56" in shown
    assert [day for day, _ in days(log, "2025-05-13", "--internal")][2] == "2025-07-02"


# Commits of every kind.


def test_a_branch_counts_as_one_change_on_the_day_it_was_merged(log: Run, zone: Path) -> None:
    git(zone, "checkout", "--quiet", "-b", "tak", "HEAD~1")
    for number, day in ((1, "2025-04-10"), (2, "2025-04-20")):
        write(zone, koffie_drinken=fiche("1.1.2", "lead: [dienst-zorg]", f"due: {2025 + number}", text=WHY))
        commit(zone, day)
    git(zone, "checkout", "--quiet", "main")
    when = "2025-06-15T12:00:00+01:00"
    git(zone, "merge", "--quiet", "--no-commit", "--no-ff", "-X", "theirs", "tak")
    git(zone, "commit", "--quiet", "-m", "samen", GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    first = data(log, "1.1.2")["records"][0]
    assert first["commit"] == {"id": git(zone, "rev-parse", "HEAD"), "day": "2025-06-15"}
    assert [day for day, _ in days(log, "1.1.2")][:2] == ["2025-06-15", "2025-05-01"]


@pytest.mark.parametrize(
    "when", ["1970-01-01T00:00:01+00:00", "@1 -1200", "2099-12-31T12:00:00+00:00", "@253402300800 +0000"]
)
def test_commits_of_any_day_are_told_in_the_order_of_the_history(when: str, log: Run, zone: Path) -> None:
    write(zone, koffie_drinken=fiche("1.1.2", title="Thee", text=WHY))
    if when.startswith("@"):
        git(zone, "add", "--all")
        git(zone, "commit", "--quiet", "-m", "x", GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    else:
        commit(zone, when)
    write(zone, koffie_drinken=fiche("1.1.2", title="Soep", text=WHY))
    commit(zone, "2025-07-01")
    found = [day for day, _ in days(log, "1.1.2")]
    assert (found[0], found[2:]) == ("2025-07-01", ["2025-05-01", "2025-04-01", "2025-02-20", "2025-01-15"])
    assert found[1] in ("1970-01-01", "1969-12-31", "2099-12-31", "9999-12-31")
    assert "2025-07-01" in [day for day, _ in days(log, "1.1.2", "--since", "2025-06-01")]


def test_a_plan_in_a_part_of_a_repository_has_a_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write(begin(tmp_path) / "zones/één zone", koffie=fiche("1.1.1"))
    commit(tmp_path, "2025-01-01")
    write(tmp_path / "zones/andere", koffie=fiche("1.1.1"))
    commit(tmp_path, "2025-02-01")
    write(root, koffie=fiche("1.1.1", title="Thee"))
    commit(tmp_path, "2025-03-01")
    assert [day for day, _ in days(runner(root, capsys, "log"), "koffie")] == ["2025-03-01", "2025-01-01"]


# How it is shown.


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_window_is_filled_and_never_passed(columns: int, zone: Path) -> None:
    shown = plain(in_a_window(columns, "-C", str(zone), "log", "1.1.2", "--authors", colours=True))
    assert max(map(len, shown.splitlines())) < columns
    assert "Huisartsenkring" in shown


def test_a_pipe_has_each_record_on_its_lines_and_no_colours(log: Run) -> None:
    out = told(log, "1.1.2")
    assert "\x1b" not in out
    assert sum(line.startswith("2025-") for line in out.splitlines()) == 4


def test_hostile_words_stay_words(log: Run, zone: Path) -> None:
    evil = "\x1b]0;x\x07\u202e::error::x"
    write(
        zone,
        koffie_drinken=fiche("1.1.2", "lead: [kring]", title=f'"{evil.encode("unicode_escape").decode()}"', text=WHY),
    )
    git(zone, "add", "--all")
    git(zone, "-c", "user.name=\x1b[31m::error::mij", "commit", "--quiet", "-m", evil)
    for arguments in ((), ("--json",), ("--authors",)):
        out = told(log, "1.1.2", *arguments)
        assert not {"\x1b", "\x07", "\u202e"} & set(out)
        assert not any(line.startswith("::") for line in out.splitlines())
    out = log("\x1b[31mx")[2]
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("thee",), "There is no action, goal or meeting “thee”, and there was none"),
        (("9.9.9",), "There is no action, goal or meeting “9.9.9”, and there was none"),
        (("-x",), "There is no option -x"),
        (("1.1.2", "--limit", "0"), "--limit cannot have this value"),
        (("1.1.2", "--since", "ooit"), "--since: “ooit” is not a date that elzctl can read"),
        ((), "ID|NUMBER|MEETING is missing"),
        (("café",), "There is no action, goal or meeting “café”"),
    ],
)
def test_what_cannot_be_told_is_one_clear_line(arguments: tuple[str, ...], expected: str, log: Run) -> None:
    code, out, err = log(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {expected}")
    assert len(err.splitlines()) == 2


def test_a_name_that_is_nearly_right_is_suggested(log: Run) -> None:
    assert "“koffie-drinken”" in log("koffie-drinke")[2]


def test_a_number_of_two_things_asks_which(log: Run, zone: Path) -> None:
    write(zone, wandelen=fiche("1.1.2", title="Wandelen"))
    assert log("1.1.2")[2].splitlines() == [
        "error: “1.1.2” can mean 2 things",
        "help: Name one by its id: koffie-drinken, wandelen.",
    ]


def test_what_nobody_committed_has_no_history(log: Run, zone: Path) -> None:
    write(zone, wandelen=fiche("1.2.1", title="Wandelen"))
    assert told(log, "wandelen") == "1.2.1  Wandelen\nplan/actions/wandelen.md\n\nNothing of it changed.\n"


def test_a_year_of_new_files_is_no_new_name(log: Run, zone: Path) -> None:
    for path in (zone / "plan/actions").iterdir():
        path.unlink()
    write(
        zone,
        plan=PLAN.replace("2025", "2026"),
        dansen=fiche("1.1.1", title="Dansen", text="## Waarom?\n\nBewegen is gezond.\n"),
    )
    commit(zone, "2026-01-01")
    assert days(log, "dansen") == [("2026-01-01", ["added"])]
    assert days(log, "koffie-drinken")[0] == ("2026-01-01", ["removed"])


# Files with many things in them.


def test_a_file_with_many_things_has_a_history(log: Run, zone: Path) -> None:
    goals = zone / "plan/goals.yaml"
    text = goals.read_text("utf-8")
    goals.write_text(text.replace("title: ", "title: Nieuwe ", 1), "utf-8")
    plan = zone / "plan/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("title: ", "title: Nieuw ", 1), "utf-8")
    commit(zone, "2025-09-09")
    code, out, err = log("plan/goals.yaml")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].endswith("plan/goals.yaml")
    assert lines[2].startswith("2025-09-09  ")
    assert "Nieuwe " in lines[3]
    assert "(another title)" in lines[3]
    assert lines[4].startswith("    title: ")
    assert log("goals.yaml")[1] == out
    assert "  title: Actieplan 2025 → Nieuw Actieplan 2025\n" in log("plan.yaml", "--limit", "1")[1]
    found = json.loads(log("goals.yaml", "--json")[1])
    assert (found["thing"], found["id"], found["title"]) == ("settings", "plan/goals.yaml", "plan/goals.yaml")
    assert [one["how"] for one in found["records"][0]["changes"]] == [["renamed"]]
    assert "(new)" in log("actors.yaml")[1]


def test_a_file_that_has_no_history_of_its_own_leads_to_those_that_have(log: Run, zone: Path) -> None:
    (zone / "meetings").mkdir(exist_ok=True)
    (zone / "meetings/README.md").write_text("x", "utf-8")
    commit(zone, "2025-09-09")
    for name in ("meetings/README.md", "plan/logo.png", "plan/rights.yaml"):
        code, out, err = log(name)
        assert (code, out) == (2, "")
        assert err.startswith(f"error: There is no action, goal or meeting “{name}”, and there was none")
        assert "plan/goals.yaml, plan/actors.yaml, meetings/series.yaml, plan/rights.yaml" in err
