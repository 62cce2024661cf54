"""Git is asked for what it keeps, and runs nothing of anybody else's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_broken import BROKEN, laid_out

from elzctl.git import tracked
from elzctl.load import load
from elzctl.tree import WorkTree

ROOT = Path(__file__).parent.parent


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "plan van de zone"
    root.mkdir()
    (root / "private").mkdir()
    for name in ("deelnemers.csv", "één lijst.csv", "nieuw.csv"):
        (root / "private" / name).write_text("organisatie\n", "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--force", "private/deelnemers.csv", "private/één lijst.csv")
    return root


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, stdout=subprocess.DEVNULL)


def asked(root: Path, **environment: str) -> str:
    """What a program of its own finds there, with these variables."""
    program = (
        "import sys; from pathlib import Path; from elzctl.git import tracked; print(tracked(Path('.'), 'private'))"
    )
    kept = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=root, env=kept, check=True, capture_output=True, text=True
    ).stdout.strip()


def test_what_git_keeps_of_a_folder_is_told(repository: Path) -> None:
    assert tracked(repository, "private") == ("private/deelnemers.csv", "private/één lijst.csv")
    assert tracked(repository, "meetings") == ()
    assert tracked(repository / "private", "private") == ()


def test_a_name_with_signs_of_a_pattern_is_a_name(repository: Path) -> None:
    assert tracked(repository, "p*") == ()
    assert tracked(repository, ":(icase)PRIVATE") == ()


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert tracked(tmp_path, "private") is None
    assert tracked(tmp_path / "nergens", "private") is None


@pytest.mark.skipif(sys.platform == "win32", reason="a program of this kind")
def test_git_is_not_even_asked_where_nothing_has_the_name_that_it_looks_for(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "git"
    program.write_text('#!/bin/sh\n: > "${0%/*}/asked"\n', "utf-8")
    program.chmod(0o755)
    (tmp_path / "los").mkdir()
    assert asked(tmp_path / "los", PATH=str(program.parent)) == "None"
    assert not (program.parent / "asked").exists()
    (tmp_path / "link").symlink_to(repository / "private")
    for below in (repository, repository / "private", tmp_path / "link"):
        (program.parent / "asked").unlink(missing_ok=True)
        assert asked(below, PATH=str(program.parent)) == "()"
        assert (program.parent / "asked").exists()


def test_a_damaged_repository_is_no_reason_to_stop(repository: Path) -> None:
    (repository / ".git/index").write_bytes(b"DIRC kapot")
    assert tracked(repository, "private") is None


def test_programs_in_the_configuration_of_a_repository_do_not_run(repository: Path, tmp_path: Path) -> None:
    trace = tmp_path / "gelopen"
    evil = tmp_path / "evil"
    evil.write_text(f"#!/bin/sh\ntouch '{trace}'\n", "utf-8")
    evil.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "fsmonitor-watchman"):
        (hooks / name).write_bytes(evil.read_bytes())
        (hooks / name).chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "pager.ls-files"):
        git(repository, "config", key, str(evil))
    git(repository, "config", "core.hooksPath", str(hooks))
    git(repository, "config", "alias.ls-files", f"!{evil}")
    assert len(tracked(repository, "private") or ()) == 2
    assert not trace.exists()


def test_the_variables_of_git_are_not_inherited(repository: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    found = asked(repository, GIT_DIR=str(tmp_path), GIT_TRACE=str(trace), GIT_INDEX_FILE=str(tmp_path / "leeg"))
    assert found == "('private/deelnemers.csv', 'private/één lijst.csv')"
    assert not trace.exists()


@pytest.mark.parametrize("path", ["", ".", ".:", "bin", ":"])
def test_git_is_never_taken_from_the_folder_where_one_stands(path: str, repository: Path, tmp_path: Path) -> None:
    for folder in (repository, repository / "bin"):
        folder.mkdir(exist_ok=True)
        (folder / "git").write_text(f"#!/bin/sh\ntouch '{tmp_path}/gelopen'\n", "utf-8")
        (folder / "git").chmod(0o755)
    assert asked(repository, PATH=path) == "None"
    assert not (tmp_path / "gelopen").exists()


# The folder private/ of a plan.


def codes(root: Path) -> list[str]:
    return [finding.code for finding in load(WorkTree(root)).findings]


def test_a_plan_without_the_folder_asks_nothing(tmp_path: Path) -> None:
    assert codes(laid_out("_base", tmp_path)) == []


def test_the_folder_is_in_order_outside_git(tmp_path: Path) -> None:
    laid_out("_base", tmp_path)
    (tmp_path / "private").mkdir()
    (tmp_path / "private/lijst.csv").write_text("x", "utf-8")
    assert codes(tmp_path) == []


@pytest.mark.parametrize(
    ("ignored", "found"),
    [
        ("private/\n", []),
        ("*.tmp\r\n/private/\r\n", []),
        ("private\n", []),
        ("private/*\n", []),
        ("# private/\n", ["private-not-ignored"]),
        ("!private/\n", ["private-not-ignored"]),
        ("privately/\n", ["private-not-ignored"]),
        ("\u00ff\udcff", ["private-not-ignored"]),
    ],
)
def test_a_line_keeps_the_folder_out_of_git(ignored: str, found: list[str], tmp_path: Path) -> None:
    laid_out("private-not-ignored", tmp_path)
    (tmp_path / ".gitignore").write_bytes(ignored.encode("utf-8", "surrogateescape"))
    assert codes(tmp_path) == found


def test_files_that_git_keeps_are_counted_and_not_named(tmp_path: Path) -> None:
    (finding,) = load(WorkTree(laid_out("private-in-git", tmp_path))).findings
    assert finding.code == "private-in-git"
    assert "deelnemers" not in repr(finding)


def test_a_link_of_that_name_can_be_in_git_too(tmp_path: Path) -> None:
    laid_out("_base", tmp_path)
    (tmp_path / "private").symlink_to("/etc")
    (tmp_path / ".gitignore").write_text("private/\n", "utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--force", "private")
    assert codes(tmp_path) == ["private-in-git"]


def test_the_folders_of_the_other_tests_hold_no_repository() -> None:
    assert not list(BROKEN.rglob(".git"))
