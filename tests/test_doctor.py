"""``elzctl doctor``: what it sees of the surroundings of a plan, and the one thing that it mends."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from histories import begin, commit, git
from in_process import runner
from small_plans import ROOT, fiche, in_a_window, write

from elzctl.views.doctor import Program, program
from elzctl.views.doctor_files import named
from elzctl.views.remark import Level

FINE = Program("3.11.7", "1.0", (("typer", "0.28.0"),), "utf-8", fast_yaml=True)


def repository(root: Path, **fiches: str) -> Path:
    """A plan in a repository in which all is well."""
    begin(root)
    write(root, **(fiches or {"koffie": fiche("1.1.1")}))
    (root / ".gitignore").write_text("private/\n", "utf-8")
    commit(root)
    return root


def remarks(root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[dict[str, Any]]]:
    """The exit code, and everything that is not well."""
    code, out, err = runner(root, capsys, "doctor")("--json")
    assert err == ""
    return code, [one for one in json.loads(out)["remarks"] if one["level"] != "ok"]


def only(found: list[dict[str, Any]], words: str) -> dict[str, Any]:
    """The one remark with these words."""
    (one,) = [remark for remark in found if words in remark["message"]]
    return one


# All is well


def test_where_all_is_well_each_line_says_ok(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = runner(repository(tmp_path), capsys, "doctor")()
    assert (code, err) == (0, "")
    assert {line.split()[0] for line in out.splitlines()} == {"ok"}
    for words in ("Python 3.", "Libraries: ", "Git 2.", "A Git repository", "All 4 files", "Every number"):
        assert words in out


def test_it_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path, koffie=fiche("1.1.1"), taart=fiche("1.1.1"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert runner(tmp_path, capsys, "doctor")()[0] == 1
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_plan_of_this_repository_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = remarks(ROOT, capsys)
    assert [one for one in found if one["level"] == "fault"] == []
    assert code == 0


# The program


def test_what_is_missing_or_poor_is_said() -> None:
    poor = FINE._replace(libraries=(("typer", None), ("jinja2", "3")), encoding="cp1252", fast_yaml=False)
    found = list(program(poor))
    assert [one.level for one in found] == [Level.OK, Level.FAULT, Level.OK, Level.NOTE, Level.NOTE]
    assert all(one.hint is not None for one in found if one.level is not Level.OK)
    assert all(one.level is Level.OK for one in program(FINE))


def test_a_console_that_cannot_show_all_is_noted(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "elzctl", "--lang", "en", "-C", str(repository(tmp_path)), "doctor"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 0
    assert b"The console cannot show all signs (cp1252)" in done.stdout


# Git


def test_without_a_repository_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    code, found = remarks(tmp_path, capsys)
    assert (code, [one["level"] for one in found]) == (0, ["note"])
    assert "in no Git repository" in found[0]["message"]


def test_without_git_it_says_so_and_goes_on(tmp_path: Path) -> None:
    write(tmp_path, koffie=fiche("1.1.1"), taart=fiche("1.1.1"))
    environment = {**os.environ, "PATH": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "elzctl", "--lang", "en", "-C", str(tmp_path), "doctor"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Git is not installed" in done.stdout
    assert b"taart \xe2\x86\x92 1.1.2" in done.stdout


def test_without_a_commit_without_a_plan_and_without_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(begin(tmp_path / "nieuw"))
    code, found = remarks(tmp_path / "nieuw", capsys)
    assert (code, found[0]["message"], found[0]["level"]) == (0, "There is no commit yet", "note")
    code, found = remarks(tmp_path, capsys)
    assert code == 1
    assert "No plan here" in found[-1]["message"]
    code, found = remarks(tmp_path / "nergens", capsys)
    assert code == 1
    assert "There is no folder" in found[-1]["message"]


def test_a_rebase_and_a_history_that_was_cut_off_are_noted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path / "bron")
    commit(tmp_path / "bron", "2025-02-01")
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "bron").as_uri(), "kopie")
    (tmp_path / "kopie/.git/rebase-merge").mkdir()
    code, found = remarks(tmp_path / "kopie", capsys)
    assert code == 0
    assert "git rebase --abort" in only(found, "in the middle of a rebase")["hint"]
    assert "git fetch --unshallow" in only(found, "cut off")["hint"]


def test_a_damaged_repository_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    for path in (tmp_path / ".git/objects").rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"")
    code, found = remarks(tmp_path, capsys)
    assert code == 1
    assert "git fsck" in next(one["hint"] or "" for one in found if one["level"] == "fault")


def test_nothing_of_a_hostile_repository_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    (tmp_path / "private").mkdir()
    (tmp_path / "private/lijst.csv").write_text("a\n", "utf-8")
    git(tmp_path, "add", "--force", "private")
    (tmp_path / ".gitattributes").write_text("* diff=kwaad filter=kwaad\n", "utf-8")
    commit(tmp_path, "2025-02-01")
    witness = tmp_path / "getuige"
    evil = tmp_path / "kwaad.sh"
    evil.write_text(f"#!/bin/sh\ntouch {witness}\ncat\n", "utf-8")
    evil.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "diff.external", "diff.kwaad.textconv", "diff.kwaad.command"):
        git(tmp_path, "config", name, str(evil))
    for name in ("filter.kwaad.clean", "filter.kwaad.smudge", "gpg.program", "core.sshCommand", "core.editor"):
        git(tmp_path, "config", name, str(evil))
    git(tmp_path, "config", "log.showSignature", "true")
    git(tmp_path, "config", "log.showRoot", "false")
    _, found = remarks(tmp_path, capsys)
    assert only(found, "private file is in Git")["places"] == ["private/lijst.csv"]
    assert not witness.exists()


# Files


def test_how_files_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    actions = tmp_path / "plan/actions"
    (actions / "bom.md").write_bytes(b"\xef\xbb\xbf" + fiche("1.1.2").encode())
    (actions / "gemengd.md").write_bytes(fiche("1.1.3").replace("\n", "\r\n", 2).encode())
    (actions / "latijn.md").write_bytes(fiche("1.1.4", title="Café").encode("latin-1"))
    (actions / "botsing.md").write_text("---\n<<<<<<< HEAD\nnumber: 1\n=======\n>>>>>>> x\n---\n", "utf-8")
    code, found = remarks(tmp_path, capsys)
    assert code == 1
    assert only(found, "byte-order mark")["places"] == ["plan/actions/bom.md"]
    assert only(found, "different line ends")["places"] == ["plan/actions/gemengd.md"]
    assert only(found, "not UTF-8")["places"] == ["plan/actions/latijn.md:3"]
    assert only(found, "merge conflict")["places"] == ["plan/actions/botsing.md:2"]
    assert {one["level"] for one in found} == {"note", "fault"}


@pytest.mark.parametrize(
    "name",
    [
        "con.md",
        "Aux",
        "com1.txt",
        "a:b.md",
        "vraag?.md",
        "punt.",
        "spatie ",
        "regel\neinde.md",
        "nul",
        "a\\b",
        "x\ufffd",
    ],
)
def test_names_that_windows_refuses(name: str) -> None:
    (one,) = named([f"plan/{name}", "plan/plan.yaml"])
    assert one.level is Level.FAULT
    assert "\n" not in "".join(one.places)


@pytest.mark.parametrize("name", ["conform.md", "com10.md", ".gitignore", "één bestand.md", "a.b-c_d.yaml"])
def test_names_that_work_everywhere(name: str) -> None:
    assert [one.level for one in named([name])] == [Level.OK]


@pytest.mark.parametrize("pair", [("a/Kop.md", "a/kop.md"), ("caf\u00e9.md", "cafe\u0301.md"), ("A/x", "a/x")])
def test_names_that_are_one_file_elsewhere(pair: tuple[str, str]) -> None:
    (one,) = named(pair)
    assert one.level is Level.FAULT
    assert " = " in one.places[0]


def test_names_are_looked_at_in_the_whole_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    (tmp_path / "nota's").mkdir()
    (tmp_path / "nota's/prn.txt").write_text("x", "utf-8")
    commit(tmp_path)
    assert only(remarks(tmp_path, capsys)[1], "name that Windows does not allow")["places"] == ["nota's/prn.txt"]


def test_a_picture_with_such_a_name_is_told_before_git_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path)
    (tmp_path / "plan" / "pictures").mkdir()
    (tmp_path / "plan/pictures/con.png").write_bytes(b"x")
    found = only(remarks(tmp_path, capsys)[1], "name that Windows does not allow")
    assert found["places"] == ["plan/pictures/con.png"]


def test_what_was_left_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    for name in (".elzctl.lock", "plan/actions/.elzctl-7-0123456789ab.tmp", ".elzctl-01234567.tmp"):
        (tmp_path / name).touch()
    code, found = remarks(tmp_path, capsys)
    assert code == 0
    places = only(found, "left by an elzctl that was stopped")["places"]
    assert sorted(places) == [".elzctl-01234567.tmp", ".elzctl.lock", "plan/actions/.elzctl-7-0123456789ab.tmp"]


def test_a_stopped_elzctl_is_cleaned_up_after_a_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a process that lives may still write stays, and so does what is not elzctl's."""
    repository(tmp_path)
    dead, alive = 2**31 - 1, os.getpid()
    own = f"plan/actions/.elzctl-{alive}-0123456789ab.tmp"
    for name in (f".github/workflows/.elzctl-{dead}-0123456789ab.tmp", own, "plan/eigen.tmp"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    held = {"pid": dead, "host": socket.gethostname(), "time": ""}
    (tmp_path / ".elzctl.lock").write_text(json.dumps(held), "utf-8")
    run = runner(tmp_path, capsys, "doctor")
    assert run("--fix")[0] == 2
    assert (tmp_path / ".elzctl.lock").exists()
    code, out, _ = run("--fix", "--yes")
    assert code == 0
    assert f"  .elzctl.lock\n  {own}\n" in out
    assert f"Removed: .github/workflows/.elzctl-{dead}-0123456789ab.tmp\n" in out
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob(".elzctl*")}
    assert left == {own}
    assert (tmp_path / "plan/eigen.tmp").exists()


def test_what_elzctl_works_with_does_not_belong_in_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    (tmp_path / "plan/.elzctl.lock").touch()
    (tmp_path / ".elzctl.lock").touch()
    commit(tmp_path, "2025-02-01")
    code, found = remarks(tmp_path, capsys)
    assert code == 1
    assert only(found, "with which elzctl works are in Git")["places"] == [".elzctl.lock", "plan/.elzctl.lock"]


def test_where_nothing_can_be_written_is_noted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    (tmp_path / "plan/goals.yaml").chmod(0o444)
    (tmp_path / "plan/actions").chmod(0o555)
    code, found = remarks(tmp_path, capsys)
    (tmp_path / "plan/actions").chmod(0o755)
    assert code == 0
    assert only(found, "may not be written")["places"] == ["plan/actions", "plan/goals.yaml"]


def test_lines_of_both_sides_without_a_question_are_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    (tmp_path / ".gitattributes").write_text("*.md merge=union\n", "utf-8")
    code, found = remarks(tmp_path, capsys)
    assert code == 1
    assert only(found, "keeps the lines of both sides")["places"] == ["plan/actions/koffie.md"]


def test_checks_of_a_forge_that_find_no_elzctl_are_noted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci/install.py").touch()
    code, found = remarks(tmp_path, capsys)
    assert code == 0
    assert only(found, "no elzctl-….whl in .ci")["level"] == "note"


# What is kept


def test_it_tells_where_it_keeps_what_it_read_and_forgets_it(tmp_path: Path) -> None:
    write(tmp_path / "zone", koffie=fiche("1.1.1", title="Geheime koffie"))
    kept = tmp_path / "bewaard"
    (kept / "elzctl/van mij").mkdir(parents=True)
    environment = {**os.environ, "ELZCTL_CACHE": str(kept), "PYTHONPATH": str(ROOT)}

    def run(*words: str) -> str:
        command = [sys.executable, "-m", "elzctl", "--lang", "en", "-C", str(tmp_path / "zone"), *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    run("status")
    assert any(b"Geheime koffie" in path.read_bytes() for path in kept.rglob("*") if path.is_file())
    assert f"is kept for the next run in {kept}/elzctl (" in run("doctor")
    assert run("doctor", "--forget") == f"What was kept in {kept}/elzctl is gone.\n"
    assert [path.name for path in (kept / "elzctl").iterdir()] == ["van mij"]
    environment["ELZCTL_CACHE"] = ""
    assert run("doctor", "--forget") == "Nothing is kept: ELZCTL_CACHE says so.\n"
    assert "is kept for" not in run("doctor")


# Links


def test_a_folder_that_is_a_link_is_not_looked_into(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(tmp_path / "zone")
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders/con.md").touch()
    (root / "plan/texts").symlink_to(tmp_path / "elders")
    assert not any("con.md" in str(one) for one in remarks(root, capsys)[1])


# Private


def test_private_files_in_git_now_and_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On a branch that was never merged, in a merge itself, and in the first commit; and none of their content."""
    write(begin(tmp_path))
    (tmp_path / "private").mkdir()
    (tmp_path / "private/eerst.csv").write_text("GEHEIM", "utf-8")
    commit(tmp_path)
    git(tmp_path, "rm", "--quiet", "private/eerst.csv")
    commit(tmp_path, "2025-02-01")
    git(tmp_path, "checkout", "--quiet", "-b", "zijtak")
    (tmp_path / "private").mkdir(exist_ok=True)
    (tmp_path / "private/zij tak.csv").write_text("GEHEIM", "utf-8")
    commit(tmp_path, "2025-02-02")
    git(tmp_path, "checkout", "--quiet", "-b", "zijtak-2", "main")
    commit(tmp_path, "2025-02-03")
    git(tmp_path, "merge", "--quiet", "--no-commit", "zijtak")
    git(tmp_path, "rm", "--quiet", "--force", "private/zij tak.csv")
    (tmp_path / "private").mkdir(exist_ok=True)
    (tmp_path / "private/in-de-merge.csv").write_text("GEHEIM", "utf-8")
    commit(tmp_path, "2025-02-04")
    git(tmp_path, "checkout", "--quiet", "main")
    (tmp_path / "private").mkdir(exist_ok=True)
    (tmp_path / "private/nu.csv").write_text("GEHEIM", "utf-8")
    commit(tmp_path, "2025-02-03")
    code, out, _ = runner(tmp_path, capsys, "doctor")("--json")
    assert code == 1
    assert "GEHEIM" not in out
    found = [one for one in json.loads(out)["remarks"] if one["level"] != "ok"]
    assert only(found, "private file is in Git")["places"] == ["private/nu.csv"]
    assert only(found, "in the history of Git")["places"] == [
        "private/eerst.csv",
        "private/in-de-merge.csv",
        "private/zij tak.csv",
    ]
    assert only(found, "Nothing keeps the folder")["level"] == "note"


@pytest.mark.parametrize("folder", ["Private", "PRIVATE/oud", "meetings/private", "plan/actions/Private"])
def test_private_in_another_place_or_other_letters_is_private_too(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path)
    (tmp_path / folder).mkdir(parents=True)
    (tmp_path / folder / "lijst.csv").write_text("GEHEIM", "utf-8")
    (tmp_path / "tests/private").mkdir(parents=True)
    (tmp_path / "tests/private/voorbeeld.csv").write_text("x", "utf-8")
    git(tmp_path, "add", "--force", "--all")
    commit(tmp_path, "2025-02-01")
    one = only(remarks(tmp_path, capsys)[1], "private file is in Git")
    assert one["places"] == [f"{folder}/lijst.csv"]
    assert f"git rm -r --cached {folder}” and commit" in one["hint"]
    assert "elzctl doctor --forget" in one["hint"]
    git(tmp_path, "rm", "--quiet", "-r", "--cached", folder)
    commit(tmp_path, "2025-02-02")
    (tmp_path / ".git/info/exclude").write_text("lijst.csv\n", "utf-8")
    git(tmp_path, "rm", "--quiet", "--cached", "--ignore-unmatch", f"{folder}/lijst.csv")
    commit(tmp_path, "2025-02-03")
    found = remarks(tmp_path, capsys)[1]
    assert only(found, "in the history of Git")["places"] == [f"{folder}/lijst.csv"]
    assert "elzctl doctor --forget" in only(found, "in the history of Git")["hint"]


def test_a_plan_in_a_folder_of_a_larger_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(tmp_path)
    write(tmp_path / "zone")
    (tmp_path / ".gitignore").write_text("# eigen\n/private/*\n", "utf-8")
    (tmp_path / "zone/private").mkdir()
    (tmp_path / "zone/private/lijst.csv").write_text("x", "utf-8")
    (tmp_path / "private").mkdir()
    git(tmp_path, "add", "--force", "zone/private")
    commit(tmp_path)
    found = remarks(tmp_path / "zone", capsys)[1]
    assert only(found, "private file is in Git")["places"] == ["private/lijst.csv"]


# Numbers


def test_the_younger_one_gives_way_by_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path, zon=fiche("1.1.1"), maan=fiche("1.1.2"))
    write(tmp_path, aap=fiche("1.1.1", title="Aap"))
    commit(tmp_path, "2025-03-01")
    write(tmp_path, beer=fiche("1.1.1", title="Beer"))
    code, found = remarks(tmp_path, capsys)
    assert code == 1
    one = only(found, "The number 1.1.1 is used more than once")
    assert one["places"] == [f"plan/actions/{name}.md:2" for name in ("aap", "beer", "zon")]
    assert "aap → 1.1.3, beer → 1.1.4" in one["hint"]


def collision(root: Path, *, merged: str) -> Path:
    """Branch br gives aap the number that main gives beer a day later; then one of the two comes into the other."""
    repository(root)
    git(root, "checkout", "--quiet", "-b", "br")
    write(root, aap=fiche("1.1.2", title="Aap"))
    commit(root, "2025-11-02")
    git(root, "checkout", "--quiet", "main")
    write(root, beer=fiche("1.1.2", title="Beer"))
    commit(root, "2025-11-03")
    if merged:
        other = "main" if merged == "br" else "br"
        git(root, "checkout", "--quiet", merged)
        when = "2025-11-04T12:00:00"
        git(root, "merge", "--quiet", "--no-edit", other, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)
    return root


@pytest.mark.parametrize("where", ["main", "br"])
def test_what_the_main_line_had_first_keeps_its_number_whatever_the_day(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The younger commit was published first: what a branch brings comes with its merge."""
    one = only(remarks(collision(tmp_path, merged=where), capsys)[1], "The number 1.1.2 is used more than once")
    assert "aap → 1.1.3" in one["hint"]
    assert runner(tmp_path, capsys, "doctor")("--fix", "--yes")[0] == 0
    assert "number: 1.1.2" in (tmp_path / "plan/actions/beer.md").read_text("utf-8")
    assert "number: 1.1.3" in (tmp_path / "plan/actions/aap.md").read_text("utf-8")


@pytest.mark.parametrize("where", ["main", "br"])
def test_the_advice_before_a_merge_is_what_is_done_after_it(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(collision(tmp_path, merged=""), "checkout", "--quiet", where)
    assert "elzctl renumber aap 1.1.3" in only(remarks(tmp_path, capsys)[1], "has the number 1.1.2")["hint"]


def test_what_was_published_keeps_its_number_in_a_clone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Main was pushed; here the branch came first into a main line of one's own, with the published one merged into it."""
    collision(tmp_path / "bron", merged="")
    git(tmp_path, "clone", "--quiet", (tmp_path / "bron").as_uri(), "kopie")
    root = tmp_path / "kopie"
    git(root, "reset", "--quiet", "--hard", "origin/br")
    git(root, "merge", "--quiet", "--no-edit", "origin/main")
    hint = only(remarks(root, capsys)[1], "The number 1.1.2 is used more than once")["hint"]
    assert "aap → 1.1.3" in hint


def test_a_number_that_was_changed_and_not_committed_came_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path, aap=fiche("1.1.2"), beer=fiche("1.1.1"))
    write(tmp_path, aap=fiche("1.1.1"))
    hint = only(remarks(tmp_path, capsys)[1], "The number 1.1.1 is used more than once")["hint"]
    assert "aap → 1.1.2" in hint


def test_without_a_history_the_first_by_name_keeps_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, zon=fiche("1.1.1"), aap=fiche("1.1.1", text="Zie actie 1.1.1.\n"))
    run = runner(tmp_path, capsys, "doctor")
    code, out, _ = run("--fix", "--yes")
    assert code == 0
    assert "-number: 1.1.1\n+number: 1.1.2\n" in out
    assert "1.1.1 → 1.1.2  zon  Koffie\n" in out
    assert (tmp_path / "plan/actions/zon.md").read_text("utf-8").startswith("---\nnumber: 1.1.2\n")
    assert run("--fix", "--yes")[1].startswith("There is nothing that elzctl can change by itself.\n")


def test_fix_asks_first_and_needs_somebody_to_ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, zon=fiche("1.1.1"), aap=fiche("1.1.1"))
    run = runner(tmp_path, capsys, "doctor")
    code, out, err = run("--fix")
    assert (code, "+number: 1.1.2" in out, "Add --yes" in err) == (2, True, True)
    assert run("--fix", "--json")[0] == 2
    assert (tmp_path / "plan/actions/zon.md").read_text("utf-8").startswith("---\nnumber: 1.1.1\n")


def test_two_goals_with_one_number_are_left_to_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    path = tmp_path / "plan/goals.yaml"
    path.write_text(path.read_text("utf-8").replace("number: 1.2", "number: 1.1"), "utf-8")
    code, found = remarks(tmp_path, capsys)
    assert code == 1
    assert "Keep it in one place" in only(found, "The number 1.1 is used more than once")["hint"]
    assert "nothing that elzctl can change" in runner(tmp_path, capsys, "doctor")("--fix", "--yes")[1]


def test_a_number_that_another_branch_took_is_seen_before_the_merge(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "tak")
    write(tmp_path, koffie=fiche("1.1.1"), zon=fiche("1.1.2"))
    commit(tmp_path, "2025-02-01")
    git(tmp_path, "checkout", "--quiet", "main")
    assert remarks(tmp_path, capsys)[1] == []
    write(tmp_path, koffie=fiche("1.1.1"), maan=fiche("1.1.2"))
    commit(tmp_path, "2025-02-02")
    code, found = remarks(tmp_path, capsys)
    assert code == 0
    assert [one["message"] for one in found] == ["On branch tak, “zon” has the number 1.1.2 that “maan” has here"]
    assert "elzctl renumber zon 1.1.3" in found[0]["hint"]


def test_a_branch_that_let_two_change_places_takes_no_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository(tmp_path, zon=fiche("1.1.1"), maan=fiche("1.1.2"))
    git(tmp_path, "checkout", "--quiet", "-b", "tak")
    write(tmp_path, zon=fiche("1.1.2"), maan=fiche("1.1.1"))
    commit(tmp_path, "2025-02-01")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, "2025-02-02")
    assert remarks(tmp_path, capsys) == (0, [])


# How it is shown


def test_on_a_terminal_lines_fit_and_places_stand_under_them(tmp_path: Path) -> None:
    write(tmp_path, **{f"a{number}": fiche("1.1.1") for number in range(14)})
    shown = in_a_window(60, "--lang", "en", "-C", str(tmp_path), "doctor")
    assert all(len(line) < 60 for line in shown.splitlines())
    assert "       - plan/actions/a0.md:2" in shown
    assert "… and 4 more" in shown


def test_nothing_in_a_name_acts_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository(tmp_path)
    (tmp_path / "x\x1b[31m\n::error::.txt").write_text("x", "utf-8")
    commit(tmp_path)
    code, out, _ = runner(tmp_path, capsys, "doctor")()
    assert code == 1
    assert "\x1b" not in out
    assert not any(line.startswith("::") for line in out.splitlines())
