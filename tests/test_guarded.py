"""A slip in what begins or ends an internal part: nothing of that part is seen in drafts, nor in the preview."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from time import process_time

import pytest
from in_process import runner
from test_broken import BROKEN, TODAY, laid_out
from test_walled import CHAPTER, FICHE, HARDLY_SEEN_LABELS, HARDLY_SEEN_SLIPS, LABELS, MINUTES, SECRET, SLIPS

from elzctl.cli.guarded import guarded
from elzctl.load import Loaded, load
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

OTHERS = [
    ":: intern budget",
    "Tekst. ::: intern budget is 3",
    "```intern",
    "1. :: intern",
    "<!-- opgelet\n::: intern -->",
    "## Kop\n\nGeheim vooraf.",
    "::: Intern",
    ":::intern",
    ":::: intern",
    "::: inter",
    "- a\n  - :: intern",
]


def written(root: Path, path: str, text: str) -> Loaded:
    """A small plan with a text behind one of its files."""
    laid_out("_base", root)
    if path == MINUTES:
        shutil.copytree(BROKEN / "open-internal" / "meetings", root / "meetings")
        file = root / path
        file.write_text(file.read_text("utf-8").partition("::: intern")[0], "utf-8")
    with (root / path).open("a", encoding="utf-8") as opened:
        opened.write(text)
    return load(WorkTree(root))


def codes(loaded: Loaded) -> set[str]:
    return {one.code for one in loaded.findings} & {"almost-internal", "unopened-internal"}


@pytest.mark.parametrize("line", [*SLIPS, *HARDLY_SEEN_SLIPS, *OTHERS])
@pytest.mark.parametrize("path", [FICHE, CHAPTER, MINUTES])
def test_what_was_meant_to_be_internal_is_in_no_draft(line: str, path: str, tmp_path: Path) -> None:
    loaded = written(tmp_path, path, f"\nBegin.\n\n{line}\n{SECRET}")
    right = guarded(loaded, WorkTree(tmp_path))
    assert codes(right) == set()
    files = site_files(right.plan, TODAY, None, Options(errors=1))
    assert [name for name, data in files.items() if b"Geheim" in data] == []
    assert path != FICHE or any(b"Open." in data for name, data in files.items() if "koffie" in name)


@pytest.mark.parametrize("line", [*LABELS, *HARDLY_SEEN_LABELS])
@pytest.mark.parametrize("path", [FICHE, CHAPTER, MINUTES])
def test_behind_a_word_that_hides_nothing_a_text_is_in_no_draft_up_to_the_next_heading(
    line: str, path: str, tmp_path: Path
) -> None:
    more = "Geheim vervolg.\n\n- geheim punt\n"
    loaded = written(tmp_path, path, f"\nBegin.\n\n{line}\n{more}\n### Verder\n\nOpen.\n")
    right = guarded(loaded, WorkTree(tmp_path))
    assert codes(right) == set()
    files = site_files(right.plan, TODAY, None, Options(errors=1))
    assert [name for name, data in files.items() if b"geheim" in data.lower()] == []
    assert path != FICHE or any(b"Open." in data for name, data in files.items() if "koffie" in name)


def test_where_it_is_not_certain_that_a_text_is_internal_nothing_is_hidden(tmp_path: Path) -> None:
    loaded = written(tmp_path, FICHE, "\nIntern: nieuwsbrief.\n")
    assert codes(loaded) == {"almost-internal"}
    assert guarded(loaded, WorkTree(tmp_path)) is loaded


def test_the_text_of_a_goal_is_left_out_whole(tmp_path: Path) -> None:
    file = laid_out("_base", tmp_path) / "plan/goals.yaml"
    text = "text: |\n    Open.\n\n    :: intern\n    Geheim.\n    :::\n  "
    file.write_text(file.read_text("utf-8").replace("  kind:", f"  {text}kind:", 1), "utf-8")
    loaded = load(WorkTree(tmp_path))
    assert "Geheim" in loaded.plan.strategic_goals[0].text
    assert [goal.text for goal in guarded(loaded, WorkTree(tmp_path)).plan.strategic_goals[:1]] == [""]


def test_a_plan_without_a_slip_is_the_same_one(tmp_path: Path) -> None:
    loaded = written(tmp_path, FICHE, "\n::: intern\nGeheim.\n:::\n\nWe werken intern: zo en zo.\n")
    assert guarded(loaded, WorkTree(tmp_path)) is loaded


def test_a_slip_that_a_hidden_part_leaves_behind_hides_more(tmp_path: Path) -> None:
    text = "\nGeheim a.\n:::\n\n:: intern\nGeheim b.\n\nGeheim c. :: intern\nGeheim d.\n:::\n\nGeheim e.\n:::\n"
    right = guarded(written(tmp_path, FICHE, text), WorkTree(tmp_path))
    assert codes(right) == set()
    assert "Geheim" not in str(site_files(right.plan, TODAY, None, Options(errors=1)))


def test_thousands_of_slips_hide_a_text_whole_in_a_moment(tmp_path: Path) -> None:
    loaded = written(tmp_path, FICHE, "\n" + "Geheim.\n:::\n" * 15_000 + ":: intern\n" * 500)
    before = process_time()
    right = guarded(loaded, WorkTree(tmp_path))
    assert process_time() - before < 10
    assert codes(right) == set()
    assert "Geheim" not in str(site_files(right.plan, TODAY, None, Options(errors=1)))


def test_a_draft_of_a_document_and_of_a_site_hide_it_and_still_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, FICHE, f"\n:: intern\n{SECRET}")
    run = runner(tmp_path, capsys)
    assert run("site", "--out", "public")[0] == 1
    for words in (
        ("site", "--out", "public", "--draft", "--no-history"),
        ("render", "plan", "--format", "html,docx", "--draft", "--out", "build"),
    ):
        code, _, err = run(*words)
        assert code == 0
        assert "almost-internal" in err
    made = [one for folder in ("public", "build") for one in (tmp_path / folder).rglob("*") if one.is_file()]
    assert len(made) > 20
    for one in made:
        data = one.read_bytes()
        if one.suffix == ".docx":
            with zipfile.ZipFile(one) as archive:
                data = b"".join(map(archive.read, archive.namelist()))
        assert b"Geheim" not in data, one
