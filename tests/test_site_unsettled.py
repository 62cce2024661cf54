"""What stands in minutes that nobody approved yet: every page that quotes it says so; and a draft is called a draft."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

import pytest
from drawn_meetings import FIRST_TEXT, met

from elzctl.load import load
from elzctl.render.site.options import Options
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree

DAY = date(2025, 4, 1)
MARK = "not approved yet"
REVIEW = FIRST_TEXT.replace("state: approved", "state: review").replace(
    "approved: {in: 2025-03-11-overleg, on: 2025-03-11}\n", ""
)
QUOTED = (
    ("decisions.html", "14 January 2025, B1 ({mark})"),
    ("action-points.html", "14 January 2025, point 1 ({mark})"),
    ("signals.html", "14 January 2025 ({mark})"),
    ("agreements.html", "Overleg zorg, 14 January 2025, {mark}"),
    ("events.html", "Overleg zorg, 14 January 2025, {mark}"),
    ("actions/koffie.html", "Overleg zorg, 14 January 2025 ({mark})"),
    ("who-does-what/kring.html", "Overleg zorg, 14 January 2025, {mark}"),
    ("subscribe/minutes.xml", "Decisions ({mark})"),
    ("assets/search-index.js", "decision B1, Overleg zorg, 14 January 2025, {mark}"),
)


def words(data: bytes) -> str:
    """The text of a page or of a feed, in which text is escaped twice."""
    text = html.unescape(html.unescape(data.decode()))
    return " ".join(re.sub("<[^>]+>", " ", text).split()).replace(" ,", ",").replace("( ", "(").replace(" )", ")")


def files_of(root: Path, options: Options | None = None) -> dict[str, bytes]:
    return site_files(load(WorkTree(root)).plan, DAY, None, options or Options())


@pytest.mark.parametrize(("path", "quoted"), QUOTED)
def test_who_quotes_minutes_that_are_not_approved_says_so(tmp_path: Path, path: str, quoted: str) -> None:
    assert quoted.format(mark=MARK) in words(files_of(met(tmp_path, m2025_01_14_overleg=REVIEW))[path])


def test_of_what_is_approved_nothing_is_said(tmp_path: Path) -> None:
    files = files_of(met(tmp_path))
    assert all(MARK not in words(files[path]) for path, _ in QUOTED)


def test_a_decision_that_a_status_cites_says_it_beside_the_link(tmp_path: Path) -> None:
    root = met(tmp_path, m2025_01_14_overleg=REVIEW)
    fiche = root / "plan/actions/koffie.md"
    head, _, rest = fiche.read_text("utf-8").partition("\nstatus: ")
    stub = f"{head}\nstatus: stopped\nreason: Genoeg.\ndecision: 2025-01-14-overleg/B1\n{rest.partition(chr(10))[2]}"
    fiche.write_text(stub, "utf-8")
    assert f"Read the decision ({MARK})" in words(files_of(root)["actions/koffie.html"])


@pytest.mark.parametrize("state", ["state: draft\n", ""])
def test_for_its_own_people_a_draft_is_a_draft_on_its_page_in_the_list_and_where_it_is_quoted(
    tmp_path: Path, state: str
) -> None:
    draft = REVIEW.replace("state: review\n", state)
    root = met(tmp_path, m2025_01_14_overleg=draft)
    inside = files_of(root, Options(internal=True))
    page = words(inside["meetings/2025-01-14-overleg.html"])
    assert "These are draft minutes, not sent round yet" in page
    assert "State draft minutes" in page
    assert "to be read and approved" not in page
    assert "14 January 2025 Overleg zorg draft minutes" in words(inside["meetings.html"])
    assert "14 January 2025, B1 (draft minutes)" in words(inside["decisions.html"])
    # For everybody it stays an agenda.
    outside = files_of(root)
    assert "We drinken koffie" not in words(outside["meetings/2025-01-14-overleg.html"])
    assert "draft minutes" not in words(outside["meetings.html"])


def test_for_its_own_people_minutes_that_are_to_be_read_are_called_that(tmp_path: Path) -> None:
    inside = files_of(met(tmp_path, m2025_01_14_overleg=REVIEW), Options(internal=True))
    assert "State minutes to be read and approved" in words(inside["meetings/2025-01-14-overleg.html"])
