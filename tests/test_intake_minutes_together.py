"""Minutes that elzctl printed, taken in together into a plan without meetings, find each other again."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_meetings import FIRST, SECOND, met
from drawn_plans import DUTCH, read
from in_process import runner
from test_intake_minutes_trip import TODAY, as_page, as_word

from elzctl.intake.minutes.cited import cited
from elzctl.render.plan_text import PlanText

MOVED = "2025-09-09-overleg"
MOVED_TEXT = """\
---
title: Overleg zorg
series: overleg
date: 2025-09-16
start: 10:00
state: draft
was: [{date: 2025-09-09, start: 10:00}]
last: yes
no_action_points: Alles loopt.
---

## 1. Terugblik

We lazen [[2025-01-14-overleg/B1]] opnieuw, en ook [[2025-03-11-overleg]].

AFSPRAAK: @kring @apothekers hangen de affiche op

EVENEMENT: 2025-10-03/2025-10-04 Koffieweekend

- [ ] Lijst van [[2025-01-14-overleg/1]] aanvullen @kring tegen:2025-10-01

## 2. Varia

Niets.
"""


@pytest.mark.parametrize("make", [as_page, as_word])
def test_meetings_that_come_in_together_refer_to_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make: object
) -> None:
    root = met(tmp_path / "plan", **{f"m{MOVED.replace('-', '_')}": MOVED_TEXT})
    plan, names = read(root).plan, (FIRST, SECOND, MOVED)
    text, kind = PlanText(plan, DUTCH, TODAY, internal=False), "html" if make is as_page else "docx"
    for name in names:
        assert callable(make)
        (root / f"{name}.{kind}").write_bytes(make(plan.meetings_by_id[name], text))
    for path in (root / "meetings").glob("2*.md"):
        path.unlink()
    code, _, err = runner(root, capsys, "import", "minutes")(*(f"{name}.{kind}" for name in names))
    assert code in (0, 1), err
    after = read(root).plan
    assert [one.id for one in after.meetings] == [*names]
    moved = (root / "meetings" / f"{MOVED}.md").read_text("utf-8")
    assert "We lazen [[2025-01-14-overleg/B1]] opnieuw, en ook [[2025-03-11-overleg]]." in moved
    assert "Lijst van [[2025-01-14-overleg/1]] aanvullen" in moved
    assert "AFSPRAAK: @kring @apothekers hangen de affiche op" in moved
    assert "EVENEMENT: 2025-10-03/2025-10-04 Koffieweekend" in moved
    assert after.meetings_by_id[SECOND].attachments == plan.meetings_by_id[SECOND].attachments


def test_a_meeting_that_was_there_before_and_the_own_title_are_no_new_references(tmp_path: Path) -> None:
    plan = read(met(tmp_path)).plan
    text = {
        f"meetings/{FIRST}.md": "---\ntitle: x\n---\n\nZie Overleg zorg, 14 januari 2025 en Overleg zorg, 11 maart 2025.\n"
    }
    assert cited(text, plan, plan) == text
    assert (
        "Zie Overleg zorg, 14 januari 2025 en [[2025-03-11-overleg]]."
        in cited(text, plan, None)[f"meetings/{FIRST}.md"]
    )
