"""The program as a person meets it: language, help, usage errors, exit codes, odd terminals."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from test_broken import laid_out

from elzctl.cli.verbs import VERBS

ROOT = Path(__file__).parent.parent
CLEAN = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "ELZCTL", "NO_COLOR"))}


def elzctl(*arguments: str, cwd: Path = ROOT, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """One run of the real program."""
    return subprocess.run(
        [sys.executable, "-m", "elzctl", *arguments],
        cwd=cwd,
        env={**CLEAN, "PYTHONPATH": str(ROOT), **environment},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


# Language


def test_the_language_is_asked_then_set_then_the_plan_s_then_the_locale_s(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    assert elzctl("status", "--help", cwd=root).stdout.startswith("Gebruik: elzctl status")
    assert elzctl("status", "--help", cwd=root, ELZCTL_LANG="en").stdout.startswith("Usage: elzctl status")
    assert elzctl("--lang", "nl", "status", "--help", cwd=root, ELZCTL_LANG="en").stdout.startswith("Gebruik:")
    settings = root / "plan/plan.yaml"
    settings.write_text(settings.read_text("utf-8") + "language: en\n", "utf-8")
    assert elzctl("status", "--help", cwd=root, LANG="nl_BE.UTF-8").stdout.startswith("Usage:")
    assert elzctl("--help", cwd=tmp_path.parent, LANG="en_GB.UTF-8").stdout.startswith("Usage:")
    assert elzctl("--help", cwd=tmp_path.parent, LANG="nl_BE.UTF-8").stdout.startswith("Gebruik:")
    assert elzctl("--help", cwd=tmp_path.parent).stdout.startswith("Gebruik:")


def test_a_language_that_elzctl_does_not_have_is_told(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    assert "ELZCTL_LANG" in elzctl("status", cwd=root, ELZCTL_LANG="fr").stderr
    assert elzctl("status", cwd=root, ELZCTL_LANG="en").stderr == elzctl("status", cwd=root).stderr == ""


@pytest.mark.parametrize("command", ["done", "show", "log", "explain", "fmt", "templates", "nergens"])
def test_a_word_that_is_no_text_is_refused_with_a_sentence(command: str, tmp_path: Path) -> None:
    done = elzctl("--lang", "en", command, "a\udcff", cwd=laid_out("_base", tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", VERBS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_has_a_page_of_help(command: str, language: str) -> None:
    result = elzctl("--lang", language, command, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    first = {"nl": "Gebruik", "en": "Usage"}[language]
    assert result.stdout.startswith(f"{first}: elzctl {command}")
    assert ("OPTIES" if language == "nl" else "OPTIONS") in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_help_names_every_command() -> None:
    for result in (elzctl("--help"), elzctl()):
        assert result.returncode == 0
        assert all(re.search(rf"^  {command}  ", result.stdout, re.MULTILINE) for command in VERBS)


def test_help_fits_a_narrow_window() -> None:
    for command in VERBS:
        text = elzctl(command, "--help", COLUMNS="40").stdout
        # A line that is there to be copied stays whole.
        whole = ("Gebruik", "  -", "  elzctl ")
        assert max(len(line) for line in text.splitlines() if not line.startswith(whole)) <= 40


# Usage errors

WRONG = (
    (("statsu",), "Er is geen opdracht “statsu”", "status"),
    (("status", "--laet"), "Er is geen optie --laet", "--late"),
    (("status", "--lead"), "--lead", ""),
    (("status", "--late=ja"), "--late", ""),
    (("site", "--out", ""), "“” kan niet bij --out", "Laat --out weg"),
    (("log", "x", "--since="), "“” kan niet bij --since", "Laat --since weg"),
    (("show",), "ID|NUMMER ontbreekt", ""),
    (("status", "een", "twee"), "een", ""),
    (("--lang", "fr", "status"), "fr", "nl"),
    (("-C", "nergens", "status"), "nergens", ""),
    (("status", "--today", "morgen"), "morgen", "2025-12-31"),
)


@pytest.mark.parametrize(("arguments", "what", "hint"), WRONG, ids=[" ".join(arguments) for arguments, _, _ in WRONG])
def test_a_wrong_command_line_is_told_in_dutch(arguments: tuple[str, ...], what: str, hint: str) -> None:
    result = elzctl(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("fout: ")
    assert what in result.stderr
    assert hint in result.stderr
    assert "Error" not in result.stderr
    assert "Usage" not in result.stderr


def test_there_is_no_plan_here(tmp_path: Path) -> None:
    result = elzctl("status", cwd=tmp_path)
    assert result.returncode == 2
    assert "geen plan" in result.stderr
    assert "-C" in result.stderr


def test_a_folder_below_the_plan_will_do() -> None:
    assert elzctl("status", cwd=ROOT / "plan/actions").stdout == elzctl("-C", "plan", "status").stdout != ""


# Terminals


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_a_terminal_without_all_signs_gets_others(encoding: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "elzctl", "status"],
        cwd=ROOT,
        env={**CLEAN, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"3.3.6" in result.stdout
    result.stdout.decode(encoding)


def test_what_stands_in_a_plan_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    fiche = root / "plan/actions/koffie-mantelzorgers.md"
    title = r'"[red]Rood[/x] \x1b]0;weg\x07 \u202ekeerom ::error::x"'
    fiche.write_text(re.sub("title: .*", lambda _: f"title: {title}", fiche.read_text("utf-8"), count=1), "utf-8")
    for command in (("status",), ("show", "1.1.1"), ("validate",)):
        result = elzctl(*command, cwd=root)
        assert "\x1b" not in result.stdout
        assert "\u202e" not in result.stdout
        assert result.returncode in (0, 1, 2)
        assert "Traceback" not in result.stderr


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m elzctl status | head -1"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr, len(result.stdout.splitlines())) == (0, "", 1)


def test_a_list_cut_off_by_the_reader_is_no_finding() -> None:
    command = f"set -o pipefail; {sys.executable} -m elzctl validate | head -1"
    for _ in range(5):
        result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.stderr == ""
        assert result.returncode in (0, 141)  # the list may be short enough to have been heard whole


def test_a_full_disk_behind_the_output_is_told() -> None:
    command = f"{sys.executable} -m elzctl status > /dev/full"
    result = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith("fout: De uitvoer kan niet geschreven worden")


def test_a_closed_output_is_no_fault_of_elzctl() -> None:
    for command in ("status", "validate --level error", "--help"):
        result = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m elzctl {command} >&-"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stderr) == (0, "")


def test_words_are_utf8_whatever_the_locale_says() -> None:
    plain = {**CLEAN, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "elzctl", "--lang", "nl", "status", "--lead", "één"]
    result = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, check=False)
    assert "één" in result.stderr.decode("utf-8")


def test_dutch_words_of_a_status_will_do() -> None:
    assert elzctl("status", "--status", "lopend").stdout == elzctl("status", "--status", "running").stdout != ""


def test_everything_works_without_git_and_outside_a_repository(tmp_path: Path) -> None:
    root = laid_out("_base", tmp_path)
    for command in (("status",), ("validate",), ("show", "1.1.1"), ("export", "json"), ("schema",)):
        assert elzctl(*command, cwd=root, PATH="").returncode == 0


def test_a_fault_of_elzctl_itself_is_told_in_a_line(tmp_path: Path) -> None:
    # A package without its templates is what an incomplete installation looks like.
    broken = tmp_path / "site"
    shutil.copytree(ROOT / "elzctl", broken / "elzctl", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "elzctl", "-C", str(ROOT), "render", "plan", "--out", str(tmp_path / "out")]
    result = subprocess.run(
        [*command, "--format", "html"],
        cwd=tmp_path,
        env={**CLEAN, "PYTHONPATH": str(broken)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 3
    assert "Traceback" not in result.stderr
    assert "--debug" in result.stderr
