"""Small series of meetings made of text, as real files beside a small plan."""

from __future__ import annotations

from pathlib import Path

from small_plans import PLAN, write

from elzctl.load import load
from elzctl.meeting import Meeting
from elzctl.model import Plan
from elzctl.tree import WorkTree

SERIES = """\
overleg:
  name: Overleg welzijn
  start: 13:30
  end: 16:00
stuurgroep:
  name: Stuurgroep
"""

TOWNS = """\
elz-polder:
  name: Eerstelijnszone Polder
  kind: zone
besturen:
  name: Lokale besturen
  kind: group
  member_of: [elz-polder]
aa:
  name: Aa
  kind: municipality
  member_of: [besturen]
bee:
  name: Bee
  kind: municipality
  member_of: [besturen]
partners:
  name: Partners
  kind: group
dienst:
  name: Dienst Zorg
  kind: organisation
  member_of: [partners]
"""


def minutes(date: str, *lines: str, text: str = "", series: str = "overleg", title: str = "Overleg welzijn") -> str:
    """A meeting with these lines of data; a draft, when they do not say otherwise."""
    state = () if any(line.startswith("state:") for line in lines) else ("state: draft",)
    return "\n".join(["---", f"title: {title}", f"series: {series}", f"date: {date}", *state, *lines, "---", "", text])


def write_meetings(root: Path, /, meetings: dict[str, str], plan: str = PLAN, actors: str = TOWNS) -> Path:
    """A plan with these meetings and no others, each by its id."""
    write(root, plan=plan, actors=actors)
    folder = root / "meetings"
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.md"):
        old.unlink()
    (folder / "series.yaml").write_text(SERIES, "utf-8")
    for name, text in meetings.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return root


def plan_with(root: Path, /, meetings: dict[str, str], plan: str = PLAN, actors: str = TOWNS) -> Plan:
    """The same, read; nothing in it may be lost."""
    found = load(WorkTree(write_meetings(root, meetings, plan, actors)))
    assert set(found.plan.meetings_by_id) == set(meetings)
    return found.plan


def one_meeting(root: Path, /, text: str, name: str = "2025-05-13-overleg") -> tuple[Plan, Meeting]:
    """A plan with one meeting, and the meeting."""
    plan = plan_with(root, {name: text})
    return plan, plan.meetings_by_id[name]
