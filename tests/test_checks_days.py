"""What is only wrong on a day: a condition that should have been met by now, minutes of a meeting that is said to come."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import met
from in_process import runner
from test_broken import laid_out

from elzctl.checks.approval import minutes_before_meeting
from elzctl.checks.meetings import notes_while_planned
from elzctl.checks.stubs import condition_overdue
from elzctl.load import load
from elzctl.tree import WorkTree

FICHE = "plan/actions/koffie-mantelzorgers.md"


@pytest.mark.parametrize(
    ("status", "by", "today", "told"),
    [
        ("running", "maart 2025", date(2025, 4, 1), True),
        ("running", "maart 2025", date(2025, 3, 31), False),
        ("running", "eind 2025", date(2025, 12, 1), False),
        ("waiting", "maart 2025", date(2025, 4, 1), True),
        ("on-hold", "maart 2025", date(2025, 4, 1), True),
        ("done", "maart 2025", date(2025, 4, 1), False),
        ("stopped", "maart 2025", date(2025, 4, 1), False),
        ("running", "maart 2025", None, False),
    ],
)
def test_a_condition_is_overdue_after_its_last_day(
    status: str, by: str, today: date | None, told: bool, tmp_path: Path
) -> None:
    file = laid_out("condition-overdue", tmp_path) / FICHE
    text = file.read_text("utf-8").replace("status: running", f"status: {status}\nreason: Zo is het.")
    file.write_text(text.replace("by: maart 2025", f"by: {by}"), "utf-8")
    found = list(condition_overdue(load(WorkTree(tmp_path)).plan, today))
    assert [finding.span.line for finding in found] == ([12] if told else [])


def test_validate_looks_at_the_day_that_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(laid_out("condition-overdue", tmp_path), capsys)
    assert "condition-overdue" in run("validate", "--today", "2025-04-01")[1]
    assert "condition-overdue" not in run("validate", "--today", "2025-03-31")[1]


@pytest.mark.parametrize(
    ("state", "text", "today", "told"),
    [
        ("planned", "BESLUIT: We gaan door.", date(2025, 6, 1), True),
        ("planned", "- [ ] Bellen @kring tegen:2025-07-01", date(2025, 6, 1), True),
        ("planned", "Breng je vragen mee.", date(2025, 6, 9), False),
        ("planned", "De groep zegt ja.", date(2025, 6, 10), True),
        ("planned", "", date(2025, 6, 11), False),
        ("draft", "BESLUIT: We gaan door.", date(2025, 6, 11), False),
        ("cancelled", "BESLUIT: We gaan door.", date(2025, 6, 11), False),
        ("planned", "BESLUIT: We gaan door.", None, False),
    ],
)
def test_what_is_noted_while_a_meeting_is_planned_is_told(
    state: str, text: str, today: date | None, told: bool, tmp_path: Path
) -> None:
    head = f"---\ntitle: Overleg\nseries: overleg\ndate: 2025-06-10\nstate: {state}\n---\n"
    root = met(tmp_path, m2025_06_10_overleg=f"{head}\n## 1. Toelichting\n\n{text}\n")
    found = list(notes_while_planned(load(WorkTree(root)).plan, today))
    assert [(finding.code, finding.span.line) for finding in found] == ([("notes-while-planned", 5)] if told else [])


@pytest.mark.parametrize("state", ["planned", "draft", "review", "approved", "cancelled"])
def test_minutes_of_a_day_that_is_still_to_come_are_told(state: str, tmp_path: Path) -> None:
    head = f"---\ntitle: Overleg\nseries: overleg\ndate: 2025-06-10\nstate: {state}\n---\n"
    plan = load(WorkTree(met(tmp_path, m2025_06_10_overleg=f"{head}\n## 1. Toelichting\n\nDe groep zegt ja.\n"))).plan
    found = [(one.code, one.span.line) for one in minutes_before_meeting(plan, date(2025, 6, 9))]
    assert found == ([("minutes-before-meeting", 4)] if state in ("review", "approved") else [])
    assert not list(minutes_before_meeting(plan, date(2025, 6, 10)))
    assert not list(minutes_before_meeting(plan))
