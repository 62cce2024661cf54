"""``elzctl new-action``: the real program on a terminal and in scripts, alone and with others at once."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import resource
import select
import shlex
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from in_process import Run, runner
from small_plans import ACTORS, PLAN, fiche, write
from test_cli import CLEAN, ROOT, elzctl

from elzctl.checks.every import check
from elzctl.cli.questions import Choice, fitting
from elzctl.fiche import ids
from elzctl.load import load
from elzctl.model import Action
from elzctl.terms import Status
from elzctl.tree import WorkTree

LOGO = ACTORS + "logo-dender:\n  name: Logo Dender\n  kind: organisation\nouders:\n  name: Ouders, kinderen en ruimte\n"
PROMPTS = re.compile(r"(?:^|\n)(?:> |[^\n]*\[(?:[JY]/n|[jy]/N)\] )\Z")


LATER = ("on-hold", "waiting", "done", "moved", "merged", "not-retained", "stopped", "Not retained")


class Talk(NamedTuple):
    """What stood on the screen of a terminal, and the exit code."""

    screen: str
    code: int


def talk(root: Path, *arguments: str, answers: Iterable[str | bytes], columns: int = 80, **environment: str) -> Talk:
    """Runs the program on a terminal and types one answer at each prompt, with Enter; ``^`` and a letter is that key."""
    pid, ours = pty.fork()
    if pid == 0:
        os.chdir(root)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        modes = termios.tcgetattr(0)
        modes[3] |= termios.NOFLSH  # Ctrl-C throws nothing away that is still to be read here
        termios.tcsetattr(0, termios.TCSANOW, modes)
        kept = {key: value for key, value in CLEAN.items() if key not in ("COLUMNS", "LINES")}
        command = [sys.executable, "-m", "elzctl", *arguments]
        os.execve(sys.executable, command, {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm", **environment})
    left = list(answers)
    screen = ""
    try:
        while piece := _piece(ours):
            screen += piece.decode(errors="replace").replace("\r\n", "\n")
            if left and PROMPTS.search(screen):
                os.write(ours, _keys(left.pop(0)))
    except TimeoutError:
        os.kill(pid, signal.SIGKILL)
        screen += "<it waits>"
    _, status = os.waitpid(pid, 0)
    os.close(ours)
    assert left == [], screen
    return Talk(screen, os.waitstatus_to_exitcode(status))


def _piece(terminal: int) -> bytes:
    if not select.select([terminal], [], [], 10)[0]:
        raise TimeoutError
    try:
        return os.read(terminal, 65536)
    except OSError:  # the end of a terminal, as Linux says it
        return b""


def _keys(answer: str | bytes) -> bytes:
    if isinstance(answer, bytes):
        return answer + b"\n"
    if answer.startswith("^"):
        return bytes([ord(answer[1]) & 0x1F])
    return answer.encode() + b"\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(tmp_path, capsys, "new-action")


def actions(root: Path) -> dict[str, Action]:
    return dict(load(WorkTree(root)).plan.by_id)


def files(root: Path) -> dict[str, bytes]:
    """Every file under a folder, hidden ones too."""
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


# Options


def test_all_options_make_a_whole_fiche(tmp_path: Path, run: Run) -> None:
    write(tmp_path, actors=LOGO, koffie=fiche("1.1.4"))
    before = files(tmp_path)
    code, out, err = run(
        *(
            "--goal",
            "mantelzorg-zien",
            "--title",
            "-- 's Middags: koken #samen",
            "--lead",
            "kring",
            "--lead",
            "elz-polder",
        ),
        *("--role", "partner", "--partner", "logo-dender, apothekers", "--target-group", "mantelzorgers,scholen"),
        *("--theme", "bewegen", "--status", "running", "--start", "maart 2025", "--due", "eind 2025"),
        *("--id", "samen-koken", "--number", "1.1.9", "--yes"),
    )
    assert (code, err) == (0, "")
    path, number, next_step = out.splitlines()
    assert path == "plan/actions/samen-koken.md"
    assert "1.1.9" in number
    assert next_step == f"  elzctl -C {tmp_path} validate {path}"
    after = files(tmp_path)
    assert after.pop(path).decode().partition("\n\n")[0] == (
        '---\nnumber: 1.1.9\ntitle: "-- \'s Middags: koken #samen"\nstatus: running\nlead: [kring, elz-polder]\n'
        "role: partner\npartners: [logo-dender, apothekers]\ntarget_groups: [mantelzorgers, scholen]\n"
        "themes: [bewegen]\nstart: maart 2025\ndue: eind 2025\n---"
    )
    assert after == before


def test_the_next_command_that_is_shown_works(tmp_path: Path) -> None:
    write(tmp_path)
    result = elzctl("--lang", "en", "new-action", "--goal", "1.2", "--title", "Fietsen", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    command = result.stdout.splitlines()[2].partition("elzctl ")[2].split()
    assert command == ["validate", "plan/actions/fietsen.md"]
    checked = elzctl(*command, "--level", "error", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout


def test_without_a_terminal_what_is_missing_is_named_at_once(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    before = files(tmp_path)
    code, out, err = run()
    assert (code, out) == (2, "")
    assert err.startswith("error: Not given: --goal, --title\n")
    code, _, err = run("--title", "中文", "--lead", "onbekend")
    assert code == 2
    assert err.splitlines()[0] == "error: Not given: --goal"
    assert "error: No id can be made of this title" in err
    assert "error: --lead: there is no “onbekend”" in err
    assert files(tmp_path) == before


def test_git_bash_is_told_how_to_be_asked(tmp_path: Path) -> None:
    result = elzctl("--lang", "en", "new-action", cwd=write(tmp_path), MSYSTEM="MINGW64")
    assert result.returncode == 2
    assert "winpty" in result.stderr


def test_nothing_is_read_from_a_pipe(tmp_path: Path) -> None:
    answers = "1.1\nTitel\n\n\n\n\n\n\n\n\n\nj\n"
    result = elzctl("--lang", "en", "new-action", cwd=write(tmp_path), stdin=answers)
    assert (result.returncode, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--lead", "Logo Dender", "Did you mean “logo-dender”?"),
        ("--partner", "logo-denter", "Did you mean “logo-dender”?"),
        ("--partner", "Eerstelijnszone Pölder", "Did you mean “elz-polder”?"),
        ("--lead", "kring,Dienst Zorg", "Did you mean “dienst-zorg”?"),
        ("--lead", "dender", "Did you mean “logo-dender”?"),
        ("--lead", "zorg", "Did you mean one of these: cluster-zorg, dienst-zorg?"),
        ("--goal", "1", "Did you mean one of these: mantelzorg-zien, samen-bewegen?"),
        ("--goal", "Goed bestuur", "Did you mean “goed-bestuur”?"),
        ("--target-group", "school", "Did you mean “scholen”?"),
        ("--theme", "xyz", "Known here: mantelzorg, bewegen."),
        ("--role", "leader", "Did you mean “lead”?"),
        ("--goal", "9.9", "Known here: 1.1 (mantelzorg-zien), 1.2 (samen-bewegen), 2.1 (goed-bestuur)."),
        ("--status", "lopend", "Known here: proposed, planned, running."),
        *(("--status", later, "Make it first; change its status later") for later in LATER),
        ("--start", "31 februari 2025", "28"),
        ("--due", "ooit", ""),
        ("--number", "1.2.1", ""),
        ("--number", "1.1", "Write a number such as 3.3.6."),
        ("--number", "1.1.4", ""),
        ("--id", "../../etc/passwd", ""),
        ("--id", "con", ""),
        ("--id", "koffie", ""),
        ("--id", "Café", ""),
        ("--title", "twee\nregels", ""),
        ("--title", "a\x00b", ""),
        ("--title", "   ", ""),
    ],
)
def test_a_wrong_option_is_named_with_what_is_right(
    tmp_path: Path, run: Run, option: str, value: str, hint: str
) -> None:
    write(tmp_path, actors=LOGO, koffie=fiche("1.1.4"))
    before = files(tmp_path)
    given = {"--goal": "1.1", "--title": "Titel", option: value}
    code, out, err = run(*(word for pair in given.items() for word in pair))
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {option}: ")
    assert hint in err
    assert "Traceback" not in err
    assert files(tmp_path) == before


def test_all_wrong_options_are_named_in_one_run(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    code, _, err = run(
        "--goal", "9.9", "--title", "x\ty", "--role", "baas", "--start", "13 maart 2025", "--due", "maart 2024"
    )
    assert code == 2
    assert re.findall(r"^error: (--\w+):", err, re.MULTILINE) == ["--goal", "--title", "--role", "--due"]
    assert "“maart 2024” is over before “13 maart 2025” begins" in err


def test_a_title_of_2000_characters_is_written_with_a_remark(tmp_path: Path, run: Run) -> None:
    title = "Verder samen: " + "mantelzorg " * 180
    write(tmp_path)
    code, out, err = run("--goal", "1.1", "--title", title)
    assert code == 0
    assert "characters; up to 120" in err
    (made,) = actions(tmp_path).values()
    assert made.title == title.strip()
    assert out.splitlines()[0] == "plan/actions/verder-samen-mantelzorg-mantelzorg-mantelzorg.md"


def test_an_option_may_be_left_empty(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    code, _, err = run("--goal", "1.1", "--title", "Titel", "--lead", "", "--role", "", "--start", "", "--status", "")
    assert (code, err) == (0, "")
    assert actions(tmp_path)["titel"].lead == ()


# Plans that are not whole


def test_without_goals_the_next_step_is_a_goal(tmp_path: Path, run: Run) -> None:
    write(tmp_path, goals="# nog niets\n")
    code, out, err = run("--goal", "1.1", "--title", "Titel")
    assert (code, out) == (2, "")
    assert err == (
        "error: There is no operational goal yet to put an action under\n"
        f"help: Make one first: elzctl -C {tmp_path} new-goal\n"
    )
    write(tmp_path, goals="- id: a\n  title: a: b\n")
    code, out, err = run("--goal", "1.1", "--title", "Titel")
    assert code == 2
    assert f"elzctl -C {tmp_path} validate plan/goals.yaml" in err


def test_a_fiche_that_cannot_be_read_is_a_warning(tmp_path: Path, run: Run) -> None:
    write(tmp_path, kapot="---\nnumber: 1.1.7\ntitle: a: b\n---\n", goed=fiche("1.1.2"))
    code, out, err = run("--goal", "1.1", "--title", "Titel")
    assert code == 0
    assert "plan/actions/kapot.md" in err
    assert "kapot" not in out
    assert str(actions(tmp_path)["titel"].number) == "1.1.3"


def test_outside_a_plan_nothing_is_asked(tmp_path: Path) -> None:
    result = elzctl("--lang", "en", "new-action", cwd=tmp_path)
    assert result.returncode == 2
    assert "No plan here" in result.stderr


# The disk


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    write(tmp_path)
    before = files(tmp_path)
    command = [sys.executable, "-m", "elzctl", "--lang", "en", "new-action", "--goal", "1.1", "--title", "Titel"]
    result = subprocess.run(
        command,
        cwd=tmp_path,
        env={**CLEAN, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400)),
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "error: plan/actions/titel.md: The disk is full; nothing was changed\n"
    assert files(tmp_path) == before


def busy(root: Path) -> Path:
    """The lock of another computer, which nobody here can call dead."""
    (root / ".elzctl.lock").write_text(json.dumps({"pid": 1, "host": f"{socket.gethostname()}-2", "time": "nu"}))
    return root / ".elzctl.lock"


def test_while_another_writes_the_answers_are_not_lost(tmp_path: Path) -> None:
    lock = busy(write(tmp_path))
    made = talk(tmp_path, "--lang", "en", "new-action", "--ask", *WHOLE, answers=["", "", "n"])
    assert made.code == 130
    assert "Another elzctl is writing here" in made.screen
    assert "Try again? [Y/n]" in made.screen
    assert actions(tmp_path) == {}
    assert lock.exists()


@pytest.mark.parametrize("count", [2, 8])
def test_writers_at_once_get_numbers_and_ids_of_their_own(tmp_path: Path, count: int) -> None:
    write(tmp_path, koffie=fiche("1.1.4"))
    before = files(tmp_path)
    command = [sys.executable, "-m", "elzctl", "--lang", "en", "new-action", "--goal", "1.1", "--title", "Zelfde titel"]
    environment = {**CLEAN, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    said = [writer.communicate(timeout=60) for writer in writers]
    assert [err for _, err in said] == [""] * count
    paths = {out.splitlines()[0] for out, _ in said}
    new = {path: text for path, text in files(tmp_path).items() if path not in before}
    assert set(new) == paths
    assert len(paths) == count
    numbers = sorted(number.parts for action in actions(tmp_path).values() if (number := action.number) is not None)
    assert numbers == [(1, 1, last) for last in range(4, 5 + count)]
    assert {path: files(tmp_path)[path] for path in before} == before


# On a terminal

WHOLE = (
    *("--goal", "1.1", "--title", "Titel", "--lead", "", "--role", "", "--partner", "", "--target-group", ""),
    *("--theme", "", "--status", "planned", "--start", "", "--due", ""),
)


def test_the_wizard_asks_for_everything_and_writes_at_the_end(tmp_path: Path) -> None:
    write(tmp_path, actors=LOGO, koffie=fiche("1.2.4"))
    before = files(tmp_path)
    made = talk(
        tmp_path,
        *("--lang", "en", "new-action"),
        answers=[
            *("1", "1.2", "", "Samen bewegen: iedereen mee!"),  # goal, title
            *("logo, apo", "4", "dienst zorg, ouders, kinderen en ruimte", ""),  # lead, role, partners, target groups
            *("bewe", "3", "31 februari 2025", "maart 2025"),  # theme, status, start
            *("eind 2024", "eind 2025", "koffie", "", "wat", "y"),  # due, id, agreed
        ],
    )
    assert made.code == 0, made.screen
    path = "plan/actions/samen-bewegen-iedereen-mee.md"
    after = files(tmp_path)
    assert after.pop(path).decode().partition("\n\n")[0] == (
        '---\nnumber: 1.2.5\ntitle: "Samen bewegen: iedereen mee!"\nstatus: running\nlead: [logo-dender, apothekers]\n'
        "role: partner\npartners: [dienst-zorg, ouders]\nthemes: [bewegen]\nstart: maart 2025\ndue: eind 2025\n---"
    )
    assert after == before
    for told in (
        "  ! More than one fits “1”\n",
        "    1.2  Iedereen beweegt, samen met [[mantelzorg-zien]]\n",
        "  ! This cannot be left empty\n",
        "  = Logo Dender (logo-dender), Apothekers (apothekers)\n",
        "  = Partner (partner)\n",
        "  ! There is no 31/2/2025",
        "  = March 2025\n",
        "  ! “eind 2024” is over before “maart 2025” begins\n",
        "  = 1 October – 31 December 2025\n",
        "  ! The id “koffie” is taken already\n",
        f"  1.2.5 Samen bewegen: iedereen mee!\n  {path}\n",
        f"\n{path}\nThis is action 1.2.5. Write its text in this file, and check it with:\n  elzctl validate {path}\n",
    ):
        assert told in made.screen, made.screen
    assert max(map(len, made.screen.splitlines())) <= 80


def test_the_wizard_in_dutch_takes_ja_and_writes_dutch_sections(tmp_path: Path) -> None:
    write(tmp_path)
    made = talk(tmp_path, "new-action", answers=["2.1", "Vergaderen", *[""] * 9, "misschien", "J"], LANG="nl_BE.UTF-8")
    assert made.code == 0, made.screen
    assert made.screen.count("[J/n] ") == 2
    assert "## Waarom?" in (tmp_path / "plan/actions/vergaderen.md").read_text("utf-8")
    assert actions(tmp_path)["vergaderen"].status is Status.PROPOSED


def test_a_no_at_the_end_writes_nothing(tmp_path: Path) -> None:
    before = files(write(tmp_path))
    made = talk(tmp_path, "new-action", "--ask", *WHOLE, answers=["", "nee"])
    assert made.code == 130
    assert files(tmp_path) == before


def test_a_no_at_the_end_gives_the_answers_back(tmp_path: Path) -> None:
    write(tmp_path)
    answers = ["1.1", "Thee & 'koffie'", "1", *[""] * 4, "2", "", "lente 2025", "", "nee"]
    made = talk(tmp_path, "new-action", answers=answers, columns=200, LANG="nl_BE.UTF-8")
    assert made.code == 130, made.screen
    line = next(line for line in made.screen.splitlines() if "elzctl new-action --goal" in line)
    words = shlex.split(line[line.index("elzctl new-action") :])
    assert elzctl(*words[1:], cwd=tmp_path).returncode == 0
    (action,) = actions(tmp_path).values()
    assert (action.title, action.due.text if action.due else "") == ("Thee & 'koffie'", "lente 2025")
    assert len(action.lead) == 1
    assert action.status is Status.PLANNED


@pytest.mark.parametrize("key", ["^D", "^C"])
@pytest.mark.parametrize("answered", [0, 3, 11])
def test_control_c_and_the_end_of_input_write_nothing(tmp_path: Path, key: str, answered: int) -> None:
    before = files(write(tmp_path))
    answers = ["1.1", "Titel", *[""] * 9][:answered]
    made = talk(tmp_path, "--lang", "en", "new-action", answers=[*answers, key])
    assert made.code == 130, made.screen
    assert made.screen.endswith("\nerror: Stopped; nothing was written.\n")
    assert files(tmp_path) == before


def test_options_that_are_given_are_not_asked(tmp_path: Path) -> None:
    write(tmp_path)
    made = talk(
        tmp_path, "--lang", "en", "new-action", "--ask", *WHOLE, "--id", "gekozen", "--number", "1.1.6", answers=["y"]
    )
    assert made.code == 0, made.screen
    assert "\n> " not in made.screen
    assert str(actions(tmp_path)["gekozen"].number) == "1.1.6"


def test_with_goal_and_title_a_terminal_is_asked_nothing(tmp_path: Path) -> None:
    write(tmp_path)
    made = talk(tmp_path, "--lang", "en", "new-action", "--goal", "1.1", "--title", "Titel", answers=[])
    assert made.code == 0, made.screen
    assert actions(tmp_path)["titel"].lead == ()


def test_a_title_without_letters_asks_for_an_id_and_says_why(tmp_path: Path, run: Run) -> None:
    write(tmp_path)
    code, out, err = run("--goal", "1.1", "--title", "!!!")
    assert (code, out) == (2, "")
    assert err == (
        "error: No id can be made of this title; give one yourself: small letters, digits and hyphens\n"
        "help: The title has no letter from a to z and no digit. Add a name of your own: --id praatcafe\n"
    )
    answers = [*[""] * 8, "uitroep", "y"]
    made = talk(tmp_path, "--lang", "en", "new-action", "--goal", "1.1", "--title", "!!!", answers=answers)
    assert made.code == 0, made.screen
    assert "No id can be made of this title. What is its short name?" in made.screen
    assert actions(tmp_path)["uitroep"].title == "!!!"


def test_a_name_like_no_other_is_told_where_the_names_stand(tmp_path: Path, run: Run) -> None:
    write(tmp_path, actors="".join(f"actor-{n}:\n  name: Organisatie {n}\n" for n in range(1, 31)))
    code, _, err = run("--goal", "1.1", "--title", "Titel", "--lead", "foo")
    assert code == 2
    assert err.endswith("help: The ids to choose from stand in plan/actors.yaml.\n")


def test_an_answer_that_is_no_yes_and_no_no_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    made = talk(tmp_path, "new-action", "--ask", *WHOLE, answers=["", "misschien", "ja"], LANG="nl_BE.UTF-8")
    assert made.code == 0, made.screen
    assert re.search(r"\[J/n\] misschien\n  ! \S.* j .*\n", made.screen), made.screen


@pytest.mark.parametrize(("plan", "year"), [(PLAN, "2025"), (PLAN.replace("2025", "2031"), "2031")])
def test_the_examples_of_a_date_are_of_the_year_of_the_plan(tmp_path: Path, plan: str, year: str) -> None:
    made = talk(write(tmp_path, plan=plan), "--lang", "en", "new-action", answers=["1.1", "Titel", *[""] * 6, "^D"])
    assert f"As vague as it is: {year}, autumn {year}, end of March {year}, 9 October {year}.\n" in made.screen


@pytest.mark.parametrize("language", ["nl", "en"])
def test_new_fiches_are_no_copies_of_each_other(tmp_path: Path, run: Run, language: str) -> None:
    write(tmp_path, plan=f"{PLAN}language: {language}\n")
    for title in ("Eerste", "Tweede"):
        assert run("--goal", "1.1", "--title", title, "--lead", "kring", "--due", "eind 2025")[0] == 0
    loaded = load(WorkTree(tmp_path))
    found = Counter(finding.code for finding in check(loaded.plan) if finding.span.path.startswith("plan/actions"))
    assert found == {"empty-section": 12, "do-not-open": 2, "no-evaluation": 2}


def test_the_example_of_the_readme_has_seven_warnings_and_one_info(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    title = "Mantelzorgers samenbrengen: praatcafé"
    given = ("--goal", "3.3", "--title", title, "--lead", "elz-dender", "--due", "eind 2025")
    made = elzctl("new-action", *given, cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    told = elzctl("validate", "plan/actions/mantelzorgers-samenbrengen-praatcafe.md", cwd=tmp_path)
    assert told.stdout.splitlines()[-1] == "1 bestand · 0 fouten · 7 waarschuwingen · 1 info"


def test_with_yes_a_terminal_is_asked_nothing(tmp_path: Path) -> None:
    write(tmp_path)
    made = talk(tmp_path, "--lang", "en", "new-action", "--goal", "1.1", "--yes", answers=[])
    assert made.code == 2
    assert "Not given: --title" in made.screen
    made = talk(tmp_path, "--lang", "en", "new-action", "--goal", "1.1", "--title", "Titel", "--yes", answers=[])
    assert made.code == 0, made.screen
    assert "titel" in actions(tmp_path)


def test_wrong_options_are_told_before_anything_is_asked(tmp_path: Path) -> None:
    made = talk(write(tmp_path), "--lang", "en", "new-action", "--lead", "onbekend", "--due", "ooit", answers=[])
    assert made.code == 2
    assert "“onbekend”" in made.screen
    assert "“ooit”" in made.screen
    assert "\n> " not in made.screen


def test_an_option_that_clashes_with_an_answer_is_asked_again(tmp_path: Path) -> None:
    write(tmp_path)
    start = WHOLE.index("--start")
    given = [*WHOLE[:start], *WHOLE[start + 2 : -1], "maart 2025"]
    made = talk(tmp_path, "--lang", "en", "new-action", "--ask", *given, answers=["april 2025", "mei 2025", "", "y"])
    assert made.code == 0, made.screen
    assert "“maart 2025” is over before “april 2025” begins" in made.screen
    due = actions(tmp_path)["titel"].due
    assert due is not None
    assert due.text == "mei 2025"


def test_a_long_list_is_shown_when_it_is_asked_for(tmp_path: Path) -> None:
    many = "".join(f"actor-{n}:\n  name: Organisatie nummer {n}\n" for n in range(1, 31))
    write(tmp_path, actors=many)
    without_lead = [*WHOLE[:4], *WHOLE[6:]]
    made = talk(
        tmp_path, "--lang", "en", "new-action", "--ask", *without_lead, answers=["?", "xyz", "nummer 30, 7", "", "y"]
    )
    assert made.code == 0, made.screen
    before, after = made.screen.split("> ?\n")
    assert "Organisatie" not in before
    assert "\n   7  Organisatie nummer 7\n" in f"\n{after}"
    assert "  ! Nothing in the list fits “xyz”\n    ? shows the list.\n" in after
    assert ids(actions(tmp_path)["titel"].lead) == ("actor-30", "actor-7")


def test_what_a_plan_does_not_have_is_not_asked(tmp_path: Path) -> None:
    write(tmp_path, plan="title: Plan\nyear: 2025\n", actors="{}\n")
    made = talk(tmp_path, "--lang", "en", "new-action", answers=["1.1", "Titel", "", "", "", "", "", "y"])
    assert made.code == 0, made.screen
    assert "Who answers" not in made.screen
    assert "titel" in actions(tmp_path)


def test_odd_keys_are_explained_and_asked_again(tmp_path: Path) -> None:
    write(tmp_path)
    without_title = [*WHOLE[:2], *WHOLE[4:]]
    answers: list[str | bytes] = ["\x1b[D\x1b[D", "tab\\t\x16\t", b"caf\xe9", "a\x00b", "Goed", "", "y"]
    made = talk(tmp_path, "--lang", "en", "new-action", "--ask", *without_title, answers=answers, LANG="C.UTF-8")
    assert made.code == 0, made.screen
    assert "The arrow keys do not work here" in made.screen
    assert made.screen.count("  ! This has to be one line without invisible characters") == 3
    assert [action.title for action in actions(tmp_path).values()] == ["Goed"]


def test_what_stands_in_a_plan_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    goals = '- id: a\n  number: 1\n  title: "A\\u202eB"\n  goals:\n    - {id: b, number: 1.1, title: "[red]C[/red]\\u200b"}\n'
    write(tmp_path, actors='kwaad:\n  name: "[/x] \\u2066kwaad"\n', goals=goals)
    made = talk(tmp_path, "--lang", "en", "new-action", answers=["1.1", "Titel", "1", "^D"])
    assert made.code == 130
    assert "  1 A\\u202eB\n    1.1  [red]C[/red]\\u200b\n" in made.screen
    assert "  = [/x] \\u2066kwaad (kwaad)\n" in made.screen
    assert not set(made.screen) & set("\x1b\u202e\u200b\u2066")


@pytest.mark.parametrize("columns", [30, 40, 80])
def test_the_wizard_fits_its_window(tmp_path: Path, columns: int) -> None:
    write(tmp_path, plan=PLAN.replace("Scholen", "Scholen " * 30))
    answers = ["1.2", "Kort", "zorg", "1, 2, 3", "", "", "2", "", "", "ooit", "", "", "", "n"]
    made = talk(tmp_path, "--lang", "en", "new-action", answers=answers, columns=columns)
    assert made.code == 130, made.screen
    asked = made.screen.partition("Write this")[0]
    assert max(map(len, asked.splitlines())) <= columns, asked


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_terminal_of_windows_1252_shows_what_it_can(tmp_path: Path, language: str) -> None:
    write(tmp_path)
    answers = ["1.1", "Titel", *[""] * 9, ""]
    made = talk(tmp_path, "--lang", language, "new-action", answers=answers, PYTHONIOENCODING="cp1252")
    assert made.code == 0, made.screen


# What an answer fits

CHOICES = tuple(
    Choice(str(line), name.lower().replace(" ", "-"), name, also)
    for line, (name, also) in enumerate(
        [("Logo Dender", ()), ("Preventiewerker van Logo Dender", ()), ("Geïntegreerde zorg", ("GZ",)), ("Zorg 3", ())],
        1,
    )
)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("1", "1"),
        ("2.", "2"),
        ("logo dender", "1"),
        ("LOGO-DENDER", "1"),
        ("logo", "12"),
        ("dender preventie", "2"),
        ("geintegreerde", "3"),
        ("gz", "3"),
        ("zorg", "34"),
        ("3", "3"),
        ("", ""),
        ("  ", ""),
        ("niets", ""),
    ],
)
def test_an_answer_fits_by_line_id_name_or_a_part_of_it(typed: str, lines: str) -> None:
    assert "".join(choice.key for choice in fitting(typed, CHOICES)) == lines
