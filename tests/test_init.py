"""``elzctl init``: a zone's repository from nothing, what is left alone, and what drifted."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from histories import begin, commit, git
from in_process import Run, runner
from small_plans import ROOT, write
from test_cli import CLEAN, elzctl
from test_new_action import talk

from elzctl import __version__
from elzctl.cli.main import main
from elzctl.load import load
from elzctl.terms import GoalKind
from elzctl.tree import WorkTree

NAME = ("--name", "ELZ Polder", "--year", "2026", "--today", "2026-01-05")
LACKING = (
    "There is no elzctl-….whl in .ci: the checks run only once it is there, or once the forge has a variable "
    "ELZCTL_WHEEL. README.md says how.\n"
)
FORGES = ["github", "gitlab", "forgejo"]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(tmp_path, capsys, "init")


def contents(root: Path) -> dict[str, bytes]:
    """Every file below a folder, but for those of Git."""
    found = (path for path in root.rglob("*") if path.is_file() and ".git" not in path.relative_to(root).parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


# A new zone


@pytest.mark.parametrize("forge", FORGES)
def test_a_new_zone_is_a_valid_plan_with_checks_for_its_forge(
    forge: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], run: Run
) -> None:
    code, out, err = run("zone", *NAME, "--forge", forge)
    assert (code, err) == (0, "")
    zone = tmp_path / "zone"
    written = {line.split(maxsplit=1)[1] for line in out.splitlines() if line.startswith("written ")}
    assert written == contents(zone).keys()
    firsts = {"github": ".github/workflows/proposal.yml", "gitlab": ".gitlab-ci.yml"}
    assert firsts.get(forge, ".forgejo/workflows/proposal.yml") in written
    assert sum(path.startswith((".github", ".gitlab", ".forgejo")) for path in written) in (3, 5, 6)
    code, out, _ = runner(zone, capsys)("validate")
    assert code == 0
    assert "0 errors" in out
    assert load(WorkTree(zone)).plan.settings.title == "Actieplan 2026"


def test_the_skeleton_has_the_goals_that_the_guideline_asks_for(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME)
    plan = load(WorkTree(tmp_path / "zone")).plan
    kinds = [goal.kind for goal in plan.strategic_goals]
    assert len(kinds) == 5
    assert kinds.count(GoalKind.CONTENT) >= 2
    assert kinds.count(GoalKind.GOVERNANCE) >= 2
    assert all(goal.goals for goal in plan.strategic_goals)
    assert (len(plan.actions), len(plan.meetings)) == (1, 1)


def test_everything_works_in_a_new_zone(tmp_path: Path, capsys: pytest.CaptureFixture[str], run: Run) -> None:
    run("zone", *NAME)
    works = runner(tmp_path / "zone", capsys)
    assert works("rights", "--codeowners", "--check")[0] == 0
    assert works("fmt", "--check")[0] == 0
    assert works("new-action", "--goal", "3.1", "--title", "Koffie")[0] == 0
    assert works("new-meeting", "bestuursorgaan", "--date", "2026-05-05", "--yes")[0] == 0
    assert works("render", "plan", "--format", "html")[0] == 0
    assert "Koffie" in (tmp_path / "zone" / "build" / "plan.html").read_text("utf-8")
    assert works("init")[0] == 0
    assert works("init", "--check")[0] == 0


def test_a_new_action_says_that_codeowners_is_to_be_made_again_and_how(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], run: Run
) -> None:
    run("zone", *NAME)
    works = runner(tmp_path / "zone", capsys)
    code, out, _ = works("new-action", "--goal", "3.1", "--title", "Koffie")
    told = ".github/CODEOWNERS is not as plan/rights.yaml says.\nMake it again: elzctl "
    assert (code, told in out) == (0, True)
    assert works("rights", "--codeowners", "--check")[0] == 1
    assert works("rights", "--codeowners", "--out", ".github/CODEOWNERS")[0] == 0
    assert works("rights", "--codeowners", "--check")[0] == 0
    (tmp_path / "zone" / ".github" / "CODEOWNERS").write_text("* @elz/team\n", "utf-8")
    assert "CODEOWNERS" not in works("new-action", "--goal", "3.1", "--title", "Thee")[1]


def test_git_keeps_all_of_it_and_nothing_private(tmp_path: Path, run: Run) -> None:
    zone = begin(tmp_path / "zone")
    code, out, _ = run("zone", *NAME)
    assert code == 0
    assert "git init" not in out
    (zone / "private").mkdir()
    (zone / "private" / "leden.csv").write_text("x", "utf-8")
    commit(zone)
    tracked = git(zone, "ls-files").splitlines()
    assert set(tracked) == contents(zone).keys() - {"private/leden.csv"}
    assert git(zone, "status", "--porcelain") == ""


def test_the_readme_leads_a_colleague_to_the_manual_and_installs_what_is_there(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME)
    zone = tmp_path / "zone"
    readme = (zone / "README.md").read_text("utf-8")
    links = re.findall(r"\]\(([^)]+)\)", readme)
    assert "docs/handleiding.md" in links
    assert [one for one in links if not (zone / one).is_file() or not one.endswith(".md")] == []
    assert (zone / "docs" / "handleiding.md").read_bytes() == (ROOT / "docs" / "handleiding.md").read_bytes()


@pytest.mark.parametrize("path", ["templates/init/README.md", "docs/handleiding.md"])
def test_what_says_how_to_install_elzctl_names_the_file_of_this_version(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    lines = [line for line in text.splitlines() if re.search(r"\b(pip|pipx|tool) install .*elzctl", line)]
    assert lines
    assert all(f".ci/elzctl-{__version__}-py3-none-any.whl" in line for line in lines), lines


def test_what_the_checks_leave_behind_is_not_taken_by_git(tmp_path: Path, run: Run) -> None:
    zone = begin(tmp_path / "zone")
    run("zone", *NAME)
    commit(zone)
    (zone / ".ci" / "__pycache__").mkdir()
    (zone / ".ci" / "__pycache__" / "beside.cpython-311.pyc").write_bytes(b"x")
    assert git(zone, "status", "--porcelain") == ""


def test_without_git_and_in_a_script_it_works_too(tmp_path: Path) -> None:
    done = elzctl("--lang", "en", "init", "zone", *NAME, cwd=tmp_path, PATH="/nonexistent")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-9:] == [
        "  elzctl -C zone render plan",
        LACKING.rstrip(),
        "Then put it in Git and on the forge, in a new and empty repository there:",
        "  git init --initial-branch=main zone",
        "  git -C zone add --all",
        '  git -C zone commit --message "The plan begins"',
        "  git -C zone remote add origin ADDRESS",
        "  git -C zone push --set-upstream origin main",
        "What else there is to do once stands in README.md.",
    ]


def test_the_schemas_are_those_of_this_elzctl(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME)
    zone = tmp_path / "zone"
    assert main(["--lang", "nl", "-C", str(zone), "schema", "--out", "schemas"]) == 0
    assert contents(zone / "schemas") == contents(zone / ".vscode" / "schemas")
    settings = json.loads((zone / ".vscode" / "settings.json").read_text("utf-8"))
    for schema in settings["yaml.schemas"]:
        assert (zone / schema).is_file()


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("NO", "no"),
        ("ELZ: 'Polder' #1 \\ \"zuid\"", "elz-polder-1-zuid"),
        ("123", "123"),
        ("Bestuursorgaan", "elz-bestuursorgaan"),
        ("…", "zone"),
        ("@TITLE@ {{ x }}", "title-x"),
        ("Zone " + "lang " * 60, "zone-lang-lang-lang-lang-lang-lang-lang-lang"),
    ],
)
def test_a_zone_may_have_any_name(
    name: str, own: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], run: Run
) -> None:
    assert run("zone", "--name", name, "--year", "2026")[0] == 0
    plan = load(WorkTree(tmp_path / "zone")).plan
    assert plan.settings.organisation is not None
    assert plan.settings.organisation.id.startswith(own)
    assert plan.actors[plan.settings.organisation.id].name == name.strip()
    assert runner(tmp_path / "zone", capsys)("validate")[0] == 0


def test_the_year_is_this_year_when_it_is_not_given(tmp_path: Path, run: Run) -> None:
    assert run("zone", "--name", "ELZ Polder", "--today", "2031-02-03")[0] == 0
    assert load(WorkTree(tmp_path / "zone")).plan.settings.title == "Actieplan 2031"


@pytest.mark.parametrize("today", ["2026-01-01", "2026-03-01", "2026-07-14", "2026-11-26", "2026-12-30", "2025-06-01"])
def test_the_examples_are_still_to_come(today: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ("--name", "ELZ Polder", "--year", "2026", "--today", today)
    assert runner(tmp_path, capsys)("init", "zone", *given)[0] == 0
    zone = tmp_path / "zone"
    plan = load(WorkTree(zone)).plan
    day = date.fromisoformat(today)
    assert [meeting.day >= day for meeting in plan.meetings] == [True]
    (action,) = plan.actions
    assert all(step.due is not None and step.due.last >= day for step in action.steps)
    status = json.loads(runner(zone, capsys)("status", "--json", "--today", today)[1])
    assert status["counts"]["standing"]["late"] == 0
    assert runner(zone, capsys)("validate", "--today", today)[0] == 0


def test_git_that_is_there_already_gets_only_what_is_left_to_do(tmp_path: Path, run: Run) -> None:
    zone = begin(tmp_path / "zone")
    git(zone, "remote", "add", "origin", "https://example.org/zone.git")
    _, out, _ = run("zone", *NAME)
    steps = [line.strip() for line in out.splitlines() if line.startswith("  git ")]
    assert [step.split(" ", 3)[3] for step in steps] == [
        "add --all",
        'commit --message "The plan begins"',
        "push --set-upstream origin main",
    ]


# What is there


def test_a_second_run_changes_nothing_and_says_so(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME, "--forge", "gitlab")
    before = contents(tmp_path / "zone")
    assert run("zone") == (0, "Everything was there already; nothing was changed.\n", "")
    assert run("zone", *NAME, "--forge", "gitlab") == (0, "Everything was there already; nothing was changed.\n", "")
    assert contents(tmp_path / "zone") == before


def test_what_is_there_is_left_alone_and_told(tmp_path: Path, run: Run) -> None:
    zone = tmp_path / "zone"
    zone.mkdir()
    own = {"README.md": b"Van ons\r\n", ".gitignore": b"geheim\n", "plan/goals.yaml": b"[]\n", "nota.txt": b"x"}
    for path, data in own.items():
        (zone / path).parent.mkdir(exist_ok=True)
        (zone / path).write_bytes(data)
    code, out, _ = run("zone", *NAME)
    assert code == 0
    left = [line.split()[-1] for line in out.splitlines() if line.startswith("left alone")]
    assert left == ["plan/goals.yaml", "README.md", ".gitignore"]
    assert {path: (zone / path).read_bytes() for path in own} == own


def test_a_plan_that_is_there_gets_no_examples(tmp_path: Path, run: Run) -> None:
    zone = write(tmp_path / "zone")
    code, out, _ = run("zone", "--forge", "forgejo")
    assert code == 0
    assert "eerste-actie" not in out
    assert "written     .forgejo/CODEOWNERS" not in out
    assert not (zone / "meetings").exists()
    assert (zone / ".forgejo" / "workflows" / "publish.yml").exists()


def test_examples_that_a_zone_threw_away_do_not_come_back(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME)
    (tmp_path / "zone" / "plan" / "actions" / "eerste-actie.md").unlink()
    assert run("zone")[1] == "Everything was there already; nothing was changed.\n"
    assert run("zone", "--check")[0] == 0


# What drifted


def test_drift_is_told_file_by_file_with_what_to_do(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME)
    zone = tmp_path / "zone"
    assert run("zone", "--check") == (0, f"Everything is as it comes with this elzctl, for GitHub.\n{LACKING}", "")
    (zone / ".ci" / "elzctl-1-py3-none-any.whl").write_bytes(b"x")
    assert run("zone", "--check") == (0, "Everything is as it comes with this elzctl, for GitHub.\n", "")
    for path in ("plan/plan.yaml", "plan/goals.yaml", "README.md", ".vscode/settings.json", ".github/CODEOWNERS"):
        (zone / path).write_text("van ons", "utf-8")
    (zone / ".gitattributes").write_text("*.xyz binary\n" + (zone / ".gitattributes").read_text("utf-8"), "utf-8")
    assert run("zone", "--check")[0] == 0
    ignored = (zone / ".gitignore").read_text("utf-8")
    (zone / ".gitignore").write_text(ignored.replace("private/\n", ""), "utf-8")
    (zone / ".ci" / "check.py").write_text("pass\n", "utf-8")
    (zone / ".github" / "workflows" / "comment.yml").unlink()
    before = contents(zone)
    code, out, err = run("zone", "--check")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "differs         .gitignore",
        "                  + private/",
        "differs         .ci/check.py",
        "missing         .github/workflows/comment.yml",
        "3 files differ or are missing, for GitHub.",
        "Add the lines after “+” to their file yourself.",
        f"A file that differs: look at it, take it away, and run: elzctl -C {tmp_path} init zone",
        f"What is missing comes with: elzctl -C {tmp_path} init zone",
    ]
    assert contents(zone) == before


def test_line_ends_of_windows_are_no_drift(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME)
    for path in (tmp_path / "zone").rglob("*"):
        if path.is_file():
            path.write_bytes(b"\xef\xbb\xbf" * (path.suffix == ".yml") + path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("zone", "--check")[0] == 0


def test_drift_as_data(tmp_path: Path, run: Run) -> None:
    code, out, _ = run("zone", *NAME, "--json")
    assert code == 0
    made = json.loads(out)
    assert made["forges"] == ["github"]
    assert {one["state"] for one in made["files"]} == {"written"}
    (tmp_path / "zone" / ".ci" / "publish.py").unlink()
    code, out, _ = run("zone", "--check", "--json")
    found = json.loads(out)
    assert (code, found["drift"], found["schema_version"]) == (1, True, 1)
    (missing,) = [one for one in found["files"] if one["state"] != "same"]
    assert missing == {"path": ".ci/publish.py", "state": "missing", "lines": [], "reason": None}


def test_the_forge_is_known_from_the_files(tmp_path: Path, run: Run) -> None:
    run("zone", *NAME, "--forge", "forgejo")
    assert run("zone", "--check")[1].startswith("Everything is as it comes with this elzctl, for Forgejo")
    code, out, _ = run("zone", "--check", "--forge", "gitlab")
    assert code == 1
    assert "missing         .gitlab-ci.yml" in out
    assert f"elzctl -C {tmp_path} init zone --forge gitlab" in out


# What is refused


@pytest.mark.parametrize("path", [".github", ".vscode", "plan", ".ci/check.py", "README.md"])
def test_nothing_is_written_through_a_link(path: str, tmp_path: Path, run: Run) -> None:
    zone, elsewhere = tmp_path / "zone", tmp_path / "elders"
    (zone / path).parent.mkdir(parents=True)
    elsewhere.mkdir()
    (zone / path).symlink_to(elsewhere / "weg" if "." in path[1:] else elsewhere)
    code, out, err = run("zone", *NAME)
    assert (code, out) == (2, "")
    assert path in err
    assert "nothing was written" in err
    assert [*elsewhere.iterdir()] == []
    assert [one for one in zone.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("zone",), "Not given: --name"),
        (("zone", "--name", " "), "--name: This cannot be left empty"),
        (("zone", "--name", "a\nb"), "--name: This has to be one line"),
        (("zone", "--name", "x", "--year", "26"), "--year: “26” is no year between 1900 and 2200"),
        (("zone", "--name", "x", "--year", "²²²²"), "is no year"),
        (("zone", "--name", "x", "--forge", "svn"), "“svn” is not a value for --forge"),
        (("zone", "--check"), "No plan here: no file plan/plan.yaml"),
        (("bestand", "--name", "x"), "is a file; elzctl expects a folder"),
        (("oud/plan/nieuw", "--name", "x"), "There is a plan in"),
        (("zone", "--ask", "--name", "x"), "--ask needs somebody to ask"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(words: tuple[str, ...], complaint: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "bestand").write_text("x", "utf-8")
    write(tmp_path / "oud")
    before = contents(tmp_path)
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert complaint in err
    assert contents(tmp_path) == before
    assert not (tmp_path / "zone").exists()


def test_elzctl_itself_is_no_zone(capsys: pytest.CaptureFixture[str]) -> None:
    here = runner(ROOT, capsys, "init")
    for words in ((), ("--check",)):
        code, out, err = here(*words)
        assert (code, out) == (2, "")
        assert "is the repository of elzctl itself" in err


def test_inside_another_repository_it_says_where_the_forge_looks(tmp_path: Path, run: Run) -> None:
    begin(tmp_path)
    code, out, err = run("zone", *NAME)
    assert code == 0
    assert err == f"Mind: a forge looks for its files at the top of a repository, and that is {tmp_path}.\n"
    assert "git init" not in out


def test_a_run_that_is_killed_leaves_no_half_file_and_is_finished_by_the_next(tmp_path: Path) -> None:
    whole = tmp_path / "heel"
    assert elzctl("init", str(whole), *NAME).returncode == 0
    expected = contents(whole)
    command = [sys.executable, "-m", "elzctl", "init"]
    for turn in range(6):
        zone = tmp_path / f"zone{turn}"
        process = subprocess.Popen([*command, str(zone), *NAME], env=CLEAN, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < until and len(list(zone.rglob("*"))) <= 8 * turn:
            time.sleep(0.0005)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = {path: data for path, data in contents(zone).items() if ".tmp" not in path and ".lock" not in path}
        assert left.items() <= expected.items()
        (zone / ".elzctl.lock").unlink(missing_ok=True)
        assert elzctl("init", str(zone), *NAME).returncode == 0
        assert {path: data for path, data in contents(zone).items() if ".tmp" not in path} == expected


def test_a_folder_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    done = elzctl("--lang", "en", "init", "/proc/zone", *NAME)
    assert done.returncode == 2
    assert "/proc/zone" in done.stderr
    assert "Traceback" not in done.stderr


# On a terminal


def test_the_wizard_asks_for_name_year_and_forge(tmp_path: Path) -> None:
    screen = talk(
        tmp_path, "--lang", "nl", "init", "zone", "--today", "2026-11-26", answers=["ELZ Polder", "2027", "gitlab", "j"]
    )
    assert screen.code == 0, screen.screen
    assert (tmp_path / "zone" / ".gitlab-ci.yml").exists()
    assert load(WorkTree(tmp_path / "zone")).plan.settings.title == "Actieplan 2027"


def test_a_no_at_the_end_writes_nothing(tmp_path: Path) -> None:
    screen = talk(tmp_path, "--lang", "en", "init", "zone", answers=["ELZ Polder", "", "", "n"])
    assert screen.code == 130
    assert os.listdir(tmp_path) == []
