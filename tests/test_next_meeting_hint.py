"""The example in a hint can be copied: what it then says is right."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from small_meetings import minutes, plan_with, write_meetings

from elzctl.followup.closing import no_next_meeting
from elzctl.load import load
from elzctl.tree import WorkTree
from elzctl.views.examine import examined
from elzctl.wording import Language

TEXT = "## 1. Varia\n\n- [ ] Bellen @dienst tegen:2030-01-01\n"


@pytest.mark.parametrize("day", ["2025-12-11", "2024-02-29", "2027-05-13", "9999-12-30"])
def test_the_example_of_a_next_meeting_is_after_the_meeting(tmp_path: Path, day: str) -> None:
    lines = ("state: review", "start: 13u30", "end: 16u")
    plan = plan_with(tmp_path, {f"{day}-overleg": minutes(day, *lines, text=TEXT)})
    (obstacle,) = no_next_meeting(plan, plan.meetings[0])
    example = re.search("“(next: .+?)”", Language("en")(obstacle.hint))
    assert example is not None
    if day < "9999":
        write_meetings(tmp_path, {f"{day}-overleg": minutes(day, *lines, example[1], text=TEXT)})
        loaded = load(WorkTree(tmp_path))
        found = [
            one.code for one in examined(loaded, date.fromisoformat(day)).findings if one.span.path.startswith("meet")
        ]
        following = loaded.plan.meetings[0].next
        assert following is not None
        assert following.date is not None
        assert following.date.first.weekday() == date.fromisoformat(day).weekday()
        assert not {"next-before-meeting", "no-next-meeting", "unknown-key", "bad-date"} & set(found)


def test_the_example_is_the_meeting_of_the_series_that_is_there_already(tmp_path: Path) -> None:
    later = ("state: planned", "start: 10u", "location: Zaal 2, Huis A")
    files = {
        "2026-11-27-overleg": minutes("2026-11-27", "state: review", text=TEXT),
        "2026-12-23-overleg": minutes("2026-12-23", *later),
    }
    plan = plan_with(tmp_path, files)
    (obstacle,) = no_next_meeting(plan, plan.meetings[0])
    example = re.search("“(next: .+?)”", Language("en")(obstacle.hint))
    assert example is not None
    files["2026-11-27-overleg"] = minutes("2026-11-27", "state: review", example[1], text=TEXT)
    write_meetings(tmp_path, files)
    first, second = load(WorkTree(tmp_path)).plan.meetings
    assert first.next is not None
    assert (first.next.date, first.next.start, first.next.location) == (second.date, second.start, "Zaal 2, Huis A")
