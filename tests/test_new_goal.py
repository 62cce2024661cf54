"""``elzctl new-goal``: the real program on a terminal and in scripts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from in_process import Run, runner
from small_plans import GOALS, fiche, write
from test_cli import CLEAN, ROOT, elzctl
from test_new_action import files, talk

from elzctl.load import load
from elzctl.model import StrategicGoal
from elzctl.terms import GoalKind, Number
from elzctl.tree import WorkTree

GOALS_FILE = "plan/goals.yaml"
REAL = ROOT / "plan" / "goals.yaml"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(tmp_path, capsys, "new-goal")


def strategic(root: Path) -> tuple[StrategicGoal, ...]:
    return load(WorkTree(root)).plan.strategic_goals


def goals(root: Path) -> str:
    return (root / GOALS_FILE).read_bytes().decode()


# Options


def test_all_options_make_a_goal_in_its_place(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    given = (
        "--under",
        "1",
        "--title",
        "- 's Middags: samen",
        "--motto",
        "samen #eten",
        "--id",
        "eten",
        "--number",
        "1.9",
    )
    code, out, err = run(*given)
    assert (code, err) == (0, "")
    path, number, next_step = out.splitlines()
    assert path == GOALS_FILE
    assert "1.9" in number
    assert next_step == f"  elzctl -C {tmp_path} new-action --goal eten"
    first, second = GOALS.split("- id: sterke-zone")
    new = '    - id: eten\n      number: 1.9\n      title: "- \'s Middags: samen"\n      motto: "samen #eten"\n'
    assert goals(tmp_path) == f"{first}{new}- id: sterke-zone{second}"


def test_every_goal_of_the_real_plan_can_have_one_more(tmp_path: Path, run: Run) -> None:
    text = REAL.read_bytes().decode()
    write(tmp_path, goals=text)
    for known in strategic(tmp_path):
        (tmp_path / GOALS_FILE).write_bytes(text.encode())
        code, _, err = run("--under", known.id, "--title", "Nog een doel")
        assert (code, err) == (0, "")
        old, new = text.splitlines(), goals(tmp_path).splitlines()
        place = next(line for line, pair in enumerate(zip([*old, ""], new, strict=False)) if pair[0] != pair[1])
        assert new[:place] + new[place + 3 :] == old
        number = f"{known.number}.{len(known.goals) + 1}"
        assert new[place : place + 3] == ["    - id: nog-doel", f"      number: {number}", "      title: Nog een doel"]


def test_a_strategic_goal_and_its_first_goals(tmp_path: Path, run: Run) -> None:
    write(tmp_path, goals="")
    code, out, _ = run("--strategic", "--title", "Samen sterk", "--kind", "governance")
    assert code == 0
    assert out.splitlines()[2] == f"  elzctl -C {tmp_path} new-goal --under samen-sterk"
    assert run("--under", "samen-sterk", "--title", "Een")[0] == 0
    assert run("--under", "1", "--title", "Twee")[0] == 0
    (only,) = strategic(tmp_path)
    assert only.kind is GoalKind.GOVERNANCE
    assert [(goal.id, goal.number) for goal in only.goals] == [("een", Number((1, 1))), ("twee", Number((1, 2)))]


def test_an_action_can_follow_at_once(tmp_path: Path) -> None:
    write(tmp_path)
    first = elzctl("--lang", "en", "new-goal", "--under", "2", "--title", "Meer leden", cwd=tmp_path)
    command = first.stdout.splitlines()[2].split()[1:]
    second = elzctl("--lang", "en", *command, "--title", "Leden werven", cwd=tmp_path)
    assert (second.returncode, second.stderr) == (0, "")
    assert str(load(WorkTree(tmp_path)).plan.by_id["leden-werven"].number) == "2.2.1"


def test_windows_line_endings_and_comments_stay(tmp_path: Path, run: Run) -> None:
    text = "\ufeff" + GOALS.replace(
        "      motto: bewegen\n", "      motto: bewegen   # kort\n      # nog uit te werken\n"
    )
    windows = text.replace("\n", "\r\n").encode()
    write(tmp_path)
    (tmp_path / GOALS_FILE).write_bytes(windows)
    assert run("--under", "zorg-dichtbij", "--title", "Nieuw")[0] == 0
    new = b"    - id: nieuw\r\n      number: 1.3\r\n      title: Nieuw\r\n"
    assert (tmp_path / GOALS_FILE).read_bytes().replace(new, b"") == windows
    assert [goal.id for goal in strategic(tmp_path)[0].goals] == ["mantelzorg-zien", "samen-bewegen", "nieuw"]


def test_without_a_terminal_what_is_missing_is_named_at_once(tmp_path: Path, run: Run) -> None:
    before = files(write(tmp_path))
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("error: Not given: --under, --title\n")
    assert run("--strategic")[2].startswith("error: Not given: --title\n")
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--under", "Zorg dicht bij mensen"), "Did you mean “zorg-dichtbij”?"),
        (("--under", "1.1"), "Known here: 1 (zorg-dichtbij), 2 (sterke-zone)."),
        (("--number", "2.5"), "--number: 2.5 does not stand under 1"),
        (("--number", "1.2"), "--number: Number 1.2 is taken"),
        (("--number", "1.2.3"), "Write a number such as 3.3."),
        (("--id", "../goals"), "--id: The id “../goals” has other signs"),
        (("--id", "nul"), "reserved by Windows"),
        (("--id", "koffie"), "--id: The id “koffie” is taken already"),
        (("--motto", "twee\nregels"), "--motto: This has to be one line"),
        (("--title", "a\x00b"), "--title: This has to be one line"),
        (("--kind", "content"), "--kind is for a strategic goal"),
        (("--strategic",), "--strategic and --under do not go together"),
    ],
)
def test_a_wrong_option_is_named_with_what_is_right(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    before = files(write(tmp_path, koffie=fiche("1.1.1")))
    code, out, err = run("--under", "1", "--title", "Titel", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert files(tmp_path) == before


def test_without_a_strategic_goal_the_next_step_is_one(tmp_path: Path, run: Run) -> None:
    write(tmp_path, goals="")
    code, _, err = run("--under", "1", "--title", "Titel")
    assert code == 2
    assert err.endswith(f"help: Make one first: elzctl -C {tmp_path} new-goal --strategic\n")


def test_a_file_in_another_style_is_not_touched_and_the_lines_are_shown(tmp_path: Path, run: Run) -> None:
    write(tmp_path, goals="- {id: a, number: 1, title: A}\n")
    before = files(tmp_path)
    code, out, err = run("--under", "a", "--title", "Nieuw: doel")
    assert (code, out) == (2, "")
    assert err == (
        "error: elzctl cannot change plan/goals.yaml safely as it is written; nothing was written\n"
        "help: Add these lines yourself to “goals” of “a” (line 1):\n"
        '    - id: nieuw-doel\n      number: 1.1\n      title: "Nieuw: doel"\n'
    )
    assert files(tmp_path) == before


@pytest.mark.parametrize("arguments", [("--under", "1"), ("--strategic",)])
def test_a_broken_file_is_not_touched(tmp_path: Path, run: Run, arguments: tuple[str, ...]) -> None:
    before = files(write(tmp_path, goals="- id: a\n  title: a: b\n"))
    code, out, err = run(*arguments, "--title", "Titel")
    assert (code, out) == (2, "")
    assert err.splitlines()[1] == f"help: See what is wrong: elzctl -C {tmp_path} validate plan/goals.yaml"
    assert files(tmp_path) == before


def test_a_long_title_is_written_with_a_remark(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    code, _, err = run("--under", "1", "--title", "woord " * 300)
    assert code == 0
    assert "up to 120" in err
    assert strategic(tmp_path)[0].goals[-1].title == ("woord " * 300).strip()


@pytest.mark.parametrize("count", [2, 8])
def test_writers_at_once_all_get_their_lines(tmp_path: Path, count: int) -> None:
    write(tmp_path)
    command = [sys.executable, "-m", "elzctl", "--lang", "en", "new-goal", "--under", "1", "--title", "Zelfde doel"]
    environment = {**CLEAN, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    assert [writer.communicate(timeout=60)[1] for writer in writers] == [""] * count
    made = strategic(tmp_path)[0].goals[2:]
    assert [str(goal.number) for goal in made] == [f"1.{number}" for number in range(3, 3 + count)]
    assert len({goal.id for goal in made}) == count
    assert load(WorkTree(tmp_path)).findings == ()


# On a terminal


def test_the_wizard_asks_and_writes_at_the_end(tmp_path: Path) -> None:
    write(tmp_path)
    answers = ["zorg", "", "Iedereen eet samen", "eten: samen", "goed-bestuur", "", "y"]
    made = talk(tmp_path, "--lang", "en", "new-goal", answers=answers)
    assert made.code == 0, made.screen
    goal = strategic(tmp_path)[0].goals[-1]
    assert (goal.id, str(goal.number), goal.title, goal.motto) == (
        "eten-samen",
        "1.3",
        "Iedereen eet samen",
        "eten: samen",
    )
    for told in (
        "  1  Zorg dicht bij mensen\n  2  Een sterke zone\n",
        "  = 1 Zorg dicht bij mensen\n",
        "  ! This cannot be left empty\n",
        "  ! The id “goed-bestuur” is taken already\n",
        "  1.3 Iedereen eet samen\n  eten-samen, plan/goals.yaml\n",
        "\nplan/goals.yaml\nThis is goal 1.3. To put something under it:\n  elzctl new-action --goal eten-samen\n",
    ):
        assert told in made.screen, made.screen


def test_with_its_place_and_title_a_terminal_is_asked_nothing(tmp_path: Path) -> None:
    write(tmp_path)
    made = talk(tmp_path, "--lang", "en", "new-goal", "--under", "1", "--title", "Samen eten", answers=[])
    assert made.code == 0, made.screen
    asked = ("new-goal", "--under", "1", "--title", "Samen koken", "--ask")
    made = talk(tmp_path, "--lang", "en", *asked, answers=["koken", "", "y"])
    assert made.code == 0, made.screen
    assert [goal.id for goal in strategic(tmp_path)[0].goals[2:]] == ["samen-eten", "koken"]


def test_the_wizard_makes_the_first_goal_of_a_plan(tmp_path: Path) -> None:
    write(tmp_path, goals="")
    made = talk(tmp_path, "new-goal", answers=["Samen sterk", "", "2", "", "j"], LANG="nl_BE.UTF-8")
    assert made.code == 0, made.screen
    assert strategic(tmp_path) == (StrategicGoal("samen-sterk", Number((1,)), "Samen sterk", GoalKind.GOVERNANCE),)


@pytest.mark.parametrize("key", ["^C", "^D", "n"])
@pytest.mark.parametrize("arguments", [(), ("--strategic",)])
def test_stopping_writes_nothing(tmp_path: Path, key: str, arguments: tuple[str, ...]) -> None:
    before = files(write(tmp_path))
    first = [] if arguments else ["1"]
    asked = [*first, "Titel", "", *(["1"] if arguments else []), ""]
    made = talk(tmp_path, "--lang", "en", "new-goal", *arguments, answers=[*asked, key])
    assert made.code == 130, made.screen
    assert "error: Stopped; nothing was written.\n" in made.screen
    assert ("--title Titel" in made.screen.rpartition("error:")[2]) is (key == "n")
    assert files(tmp_path) == before


def test_a_plan_without_settings_can_have_goals(tmp_path: Path, run: Run) -> None:
    write(tmp_path, plan="\t", actors="- [")
    assert run("--under", "2", "--title", "Nieuw")[0] == 0
    assert strategic(tmp_path)[1].goals[-1].id == "nieuw"
