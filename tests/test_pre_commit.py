"""The hooks for pre-commit, run as pre-commit runs them: the entry with the names of the files that are to be committed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from histories import begin, git
from small_plans import ROOT, fiche, write

HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
BY_ID = {hook["id"]: hook for hook in HOOKS}
UNTIDY = fiche("1.1.1").replace("number: 1.1.1\ntitle: Koffie\n", "title: Koffie\nnumber: 1.1.1\n")


def run(root: Path, name: str) -> tuple[int, str]:
    """The exit code and all output of a hook, in a repository where everything is about to be committed."""
    hook = BY_ID[name]
    staged = git(root, "diff", "--cached", "--name-only", "-z").split("\0")
    left_out = hook.get("exclude", "^$")
    files = [path for path in staged if path and re.search(hook["files"], path) and not re.search(left_out, path)]
    if not files:
        return 0, "no files"
    program, *words = hook["entry"].split()
    assert program == "elzctl"
    named = files if hook.get("pass_filenames", True) else []
    command = [sys.executable, "-m", "elzctl", "--lang", "en", *words, *named]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def staged(root: Path, **fiches: str) -> Path:
    write(begin(root), **fiches)
    actors = root / "plan/actors.yaml"
    actors.write_text(actors.read_text("utf-8").replace("  member_of: [kring]\n", ""), "utf-8")
    (root / "README.md").write_text("# Plan\n\n\n\nVan ons. \n", "utf-8")
    (root / "meetings").mkdir()
    (root / "meetings/README.md").write_text("Uitleg. \n", "utf-8")
    (root / "plan/actions/ReadMe.md").write_text("Uitleg. \n", "utf-8")
    (root / "plan/nota.md").write_text("Nota. \n", "utf-8")
    git(root, "add", "--all")
    return root


def test_each_hook_says_what_pre_commit_needs() -> None:
    assert list(BY_ID) == ["elzctl-validate", "elzctl-fmt"]
    for hook in HOOKS:
        assert {"id", "name", "description", "entry", "language", "files"} <= set(hook)
        assert hook["language"] == "python"


def test_fmt_gets_the_files_of_the_plan_and_no_others(tmp_path: Path) -> None:
    staged(tmp_path, koffie=UNTIDY, taart=fiche("1.1.2", text="Tekst.\n"))
    code, out = run(tmp_path, "elzctl-fmt")
    assert code == 0
    assert "Rewritten: plan/actions/koffie.md\n" in out
    assert "taart" not in out
    # That a file changed is what makes pre-commit stop.
    assert git(tmp_path, "diff", "--name-only").split() == ["plan/actions/koffie.md", "plan/goals.yaml"]
    git(tmp_path, "add", "--all")
    assert run(tmp_path, "elzctl-fmt")[0] == 0
    assert git(tmp_path, "diff", "--name-only") == ""


def test_fmt_stops_a_commit_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    staged(tmp_path, koffie="---\nnumber: [\n---\n")
    code, out = run(tmp_path, "elzctl-fmt")
    assert code == 1
    assert "Left alone: plan/actions/koffie.md" in out


def test_validate_looks_at_the_whole_plan_and_stops_at_errors(tmp_path: Path) -> None:
    staged(tmp_path, koffie=fiche("1.1.1", "lead: [kring]"))
    assert run(tmp_path, "elzctl-validate")[0] == 0
    (tmp_path / "plan/actions/taart.md").write_text(fiche("1.1.1"), "utf-8")
    code, out = run(tmp_path, "elzctl-validate")
    assert code == 1
    assert "error[number-used-twice]" in out


@pytest.mark.parametrize("path", ["docs/x.md", "README.md", "plannen/x.md", "x/plan/y.md"])
def test_other_files_are_nobodys_business(path: str) -> None:
    assert not any(re.search(hook["files"], path) for hook in HOOKS)
