"""Files of Windows: the same findings on the same lines, whatever ends a line."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from test_broken import CODES, laid_out

from elzctl.checks.every import check
from elzctl.finding import by_place
from elzctl.load import load
from elzctl.source import Source
from elzctl.tree import WorkTree

ROOT = Path(__file__).parent.parent


def told(root: Path) -> list[tuple[str, int, int, str, str]]:
    loaded = load(WorkTree(root))
    found = sorted((*loaded.findings, *check(loaded.plan, date(2026, 6, 1))), key=by_place)
    return [(*one.span[:3], one.code, one.severity.value) for one in found]


def to_windows(root: Path) -> None:
    for path in (*root.rglob("*.md"), *root.rglob("*.yaml")):
        if path.is_file() and b"\r" not in (raw := path.read_bytes()):
            path.write_bytes(raw.replace(b"\n", b"\r\n"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("plan")
    for name in ("plan", "meetings"):
        shutil.copytree(ROOT / name, root / name)
    return root


def test_this_plan_and_its_meetings_have_the_same_findings_with_the_line_ends_of_windows(copy: Path) -> None:
    before = told(copy)
    assert len(before) > 90
    to_windows(copy)
    assert told(copy) == before


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_found_with_the_line_ends_of_windows(code: str, tmp_path: Path) -> None:
    before = told(laid_out(code, tmp_path))
    to_windows(tmp_path)
    assert told(tmp_path) == before


CONFLICT = "merge-conflict"
"""Git ends the lines with the marks of a conflict as it always does."""


@pytest.mark.parametrize("code", sorted(set(CODES) - {CONFLICT}))
def test_every_code_is_found_in_its_place_with_the_line_ends_of_an_old_mac(code: str, tmp_path: Path) -> None:
    before = told(laid_out(code, tmp_path))
    for path in (*tmp_path.rglob("*.md"), *tmp_path.rglob("*.yaml")):
        if path.is_file() and b"\0" not in (raw := path.read_bytes()):
            path.write_bytes(raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r"))
    assert told(tmp_path) == before


def test_lines_that_end_alike_are_the_same_lines() -> None:
    unix = Source("a.md", b"", "a\nb\n\nc")
    for end in ("\r", "\r\n"):
        other = Source("a.md", b"", unix.text.replace("\n", end))
        assert other.lines() == unix.lines() == ["a", "b", "", "c"]
        assert [other.line(number) for number in range(6)] == ["", "a", "b", "", "c", ""]
        at = other.text.index("c")
        assert other.span(at, at + 1)[1:3] == unix.span(5, 6)[1:3] == (4, 1)
