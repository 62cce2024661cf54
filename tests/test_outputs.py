"""What --out never writes over: files that Git keeps, and what Git or a forge runs from."""

from __future__ import annotations

from pathlib import Path

import pytest
from histories import begin, commit
from in_process import Run, runner
from small_plans import fiche, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = begin(write(tmp_path / "zone", koffie=fiche("1.1.1", "due: eind 2026", title="Koffie")))
    files = ("README.md", "tekening.svg", "build/oud.html", ".github/workflows/publish.yml", ".git/hooks/pre-commit")
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("van ons\n", "utf-8")
    commit(root)
    write(root, koffie=fiche("1.1.1", "due: eind 2026", title="Thee"))
    return root


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(root, capsys)


DIFF = ("diff", "--format", "markdown", "--out")


@pytest.mark.parametrize(
    ("words", "name", "why"),
    [
        (DIFF, "README.md", "README.md is kept by Git, and is not written over"),
        (DIFF, "build/oud.html", "is kept by Git"),
        (DIFF, ".github/workflows/publish.yml", "lies in .github/, where no output is written"),
        (DIFF, ".git/hooks/pre-commit", "lies in .git/, where no output is written"),
        (DIFF, ".GIT/hooks/post-commit", "lies in .git/, where no output is written"),
        (DIFF, "../zone/.ci/check.py", "lies in .ci/, where no output is written"),
        (("timeline", "--out"), "tekening.svg", "is kept by Git"),
        (("trend", "--svg"), "tekening.svg", "is kept by Git"),
        (("schema", "--out"), ".gitlab", "lies in .gitlab/"),
        (("render", "plan", "--draft", "--format", "html", "--out"), ".ci", "lies in .ci/"),
    ],
)
def test_what_is_there_to_stay_is_not_written_over(
    words: tuple[str, ...], name: str, why: str, root: Path, run: Run
) -> None:
    place = root / name
    before = place.read_bytes() if place.is_file() else None
    code, out, err = run(*words, name)
    assert (code, out) == (2, "")
    assert why in err
    assert "Choose another name, or a folder of its own such as build." in err
    assert (place.read_bytes() if place.is_file() else None) == before


def test_an_output_that_git_does_not_keep_is_made_again(root: Path, run: Run) -> None:
    for _ in range(2):
        assert run(*DIFF, "build/nieuw.md")[0] == 0
        assert run("timeline", "--out", "tijdlijn.svg")[0] == 0
    assert "Thee" in (root / "build" / "nieuw.md").read_text("utf-8")


def test_what_elzctl_makes_under_its_own_name_is_kept_up_to_date_in_git_too(root: Path, run: Run) -> None:
    words = ("schema", "--out", "schemas"), ("render", "plan", "--draft", "--format", "html", "--out", "site")
    for one in words:
        assert run(*one)[0] == 0
    commit(root, message="gemaakt")
    for one in words:
        assert run(*one)[0] == 0


def test_a_zone_whose_own_folder_has_such_a_name_is_no_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = begin(write(tmp_path / ".github", koffie=fiche("1.1.1", "due: eind 2026", title="Koffie")))
    assert runner(root, capsys)("timeline", "--out", "tijdlijn.svg")[0] == 0
