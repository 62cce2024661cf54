"""Every code has a smallest folder that provokes it.

A folder is laid over ``_base``, a tiny plan with nothing to find; ``x.delete`` takes file x away.
``expect.txt`` has one line a finding: ``path:line:column severity code``; ``git.txt`` names the files that Git keeps.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from elzctl.checks.acceptance import unused_acceptance
from elzctl.checks.every import CHECKS, check
from elzctl.faults import FAULTS
from elzctl.finding import Finding, by_place
from elzctl.load import load
from elzctl.tree import WorkTree

TODAY = date(2026, 6, 1)
BROKEN = Path(__file__).parent / "broken"
CODES = sorted(folder.name for folder in BROKEN.iterdir() if folder.name != "_base")


def laid_out(code: str, target: Path) -> Path:
    """The plan of a code as real files."""
    shutil.copytree(BROKEN / "_base", target, dirs_exist_ok=True)
    if code != "_base":
        shutil.copytree(BROKEN / code, target, dirs_exist_ok=True)
    for gone in list(target.rglob("*.delete")):
        gone.with_suffix("").unlink(missing_ok=True)
        gone.unlink()
    # Names that not every computer can keep in a working copy are given here.
    for given in (target / "rename.txt").read_text("utf-8").splitlines() if (target / "rename.txt").exists() else ():
        old, new = given.split(" -> ")
        (target / old).rename(target / new)
    # What Git keeps of it is given here; then it is a repository.
    if (target / "git.txt").exists():
        kept = (target / "git.txt").read_text("utf-8").split()
        for command in (("init", "--quiet"), ("add", "--force", "--", *kept)):
            subprocess.run(["git", *command], cwd=target, check=True)
    return target


def found(root: Path) -> list[Finding]:
    """Everything that is wrong there."""
    loaded = load(WorkTree(root))
    return sorted((*loaded.findings, *check(loaded.plan, TODAY)), key=by_place)


def line(finding: Finding) -> str:
    path, row, column = finding.span[:3]
    return f"{path}:{row}:{column} {finding.severity.value} {finding.code}"


def test_the_plan_below_all_of_them_is_in_order(tmp_path: Path) -> None:
    assert found(laid_out("_base", tmp_path)) == []


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_found_where_it_stands(code: str, tmp_path: Path) -> None:
    expected = (BROKEN / code / "expect.txt").read_text(encoding="utf-8").splitlines()
    lines = [line(finding) for finding in found(laid_out(code, tmp_path))]
    assert lines == expected
    assert any(text.endswith(f" {code}") for text in lines)


def test_every_code_has_its_folder() -> None:
    codes = {function.__name__.replace("_", "-") for function in (*FAULTS, *CHECKS, unused_acceptance)}
    assert codes == set(CODES)
