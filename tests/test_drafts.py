"""What was noted in drafts and in meetings to come is in no document for everybody; an internal one shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_meetings import SERIES, meetings
from drawn_plans import sound
from in_process import runner

TODAY = "--today=2025-06-01"
DRAFT, AHEAD, STATELESS = (f"meetings/2025-0{month}-14-overleg.md" for month in (1, 2, 4))


def notes(day: str, state: str) -> str:
    head = f"---\nseries: overleg\ntitle: Overleg\ndate: {day}\n" + (f"state: {state}\n" if state else "")
    word = f"WOORD-{state or 'zonder'}"
    return (
        f"{head}---\n\n## 1. Bellen\n\n{word} gezegd, zie [[koffie]].\n\nBESLUIT: {word} besluit.\n\n"
        f"- [ ] {word} punt @dienst-zorg tegen:2025-06-01\n"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return meetings(
        sound(tmp_path),
        SERIES,
        m2025_01_14_overleg=notes("2025-01-14", "draft"),
        m2025_02_14_overleg=notes("2025-02-14", "planned"),
        m2025_03_14_overleg=notes("2025-03-14", "review"),
        m2025_04_14_overleg=notes("2025-04-14", ""),
        m2025_06_14_overleg=notes("2025-06-14", "planned").replace("WOORD-planned", "STRAKS"),
    )


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("decisions", "overleg"), "overleg-decisions-draft"),
        (("points", "overleg"), "overleg-points-draft"),
        (("report", "--year", "2025"), "report-2025-draft"),
    ],
)
def test_lists_and_the_report_have_no_drafts_and_say_so(
    words: tuple[str, ...], file: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = runner(root, capsys, "render", *words, "--format=html", "--draft", TODAY)()
    assert code == 0
    text = (root / "build" / f"{file}.html").read_text("utf-8")
    assert {one for one in ("WOORD-draft", "WOORD-planned", "WOORD-zonder", "WOORD-review") if one in text} == {
        "WOORD-review"
    }
    assert f"warning: what was noted in {DRAFT}, {AHEAD}, {STATELESS} is not shown\n" in err
    code, _, err = runner(root, capsys, "render", *words, "--format=html", "--draft", "--internal", TODAY)()
    internal = (root / "private" / f"{file.removesuffix('-draft')}-internal-draft.html").read_text("utf-8")
    assert "WOORD-draft" in internal
    assert "is not shown" not in err


@pytest.mark.parametrize("ending", ["html", "eml"])
def test_an_invitation_asks_after_no_points_of_drafts_and_of_meetings_that_were_to_come(
    ending: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("render", "invitation", "2025-06-14-overleg", f"--format={ending}", "--draft", TODAY)
    code, _, err = runner(root, capsys, *words)()
    assert code == 0
    assert "2025-06-14-overleg.md says “state: planned”, so only its agenda is shown" in err
    text = (root / "build" / f"2025-06-14-overleg-invitation-draft.{ending}").read_bytes().decode()
    assert ("WOORD-review" in text, "Bellen" in text) == (True, True)
    assert not any(one in text for one in ("WOORD-draft", "WOORD-planned", "WOORD-zonder", "STRAKS"))


def test_the_minutes_of_a_draft_are_those_of_a_draft_and_the_plan_does_not_lead_to_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("minutes", "2025-01-14-overleg"), ("plan",)):
        assert runner(root, capsys, "render", *words, "--format=html", "--draft", TODAY)()[0] == 0
    assert "WOORD-draft besluit" in (root / "build" / "2025-01-14-overleg-draft.html").read_text("utf-8")
    plan = (root / "build" / "plan-draft.html").read_text("utf-8")
    assert ("Overleg, 14 March 2025" in plan, "14 January 2025" in plan) == (True, False)
