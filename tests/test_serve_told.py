"""What the box of the preview says of the page beside it: its file, why a draft is not on it, and what a save brought."""

from __future__ import annotations

from pathlib import Path

import pytest
import test_serve
from drawn_meetings import met
from test_serve import Preview

from elzctl.cli.preview.build import said
from elzctl.cli.preview.made_of import made_of
from elzctl.cli.preview.since import Since, elsewhere
from elzctl.load import load
from elzctl.render.site.whole import site_files
from elzctl.tree import WorkTree
from elzctl.views.examine import examined
from elzctl.wording import Language

ENGLISH = Language("en")
DRAFT = (
    "What you write in this draft can be seen with “elzctl serve --internal”; "
    "readers see it once the minutes are sent round."
)
FILES = {
    "/": "plan/plan.yaml",
    "/actions/koffie.html": "plan/actions/koffie.md",
    "/actions/koffie.2.html": "plan/actions/koffie.md",
    "/goals/zorg-dichtbij.html": "plan/goals.yaml",
    "/who-does-what/kring.html": "plan/actors.yaml",
    "/meetings/2025-01-14-overleg.html": "meetings/2025-01-14-overleg.md",
}


preview, own = test_serve.preview, test_serve.own


@pytest.mark.parametrize(("page", "file"), FILES.items())
def test_the_box_names_the_file_of_a_page_that_is_made_of_one(preview: Preview, page: str, file: str) -> None:
    assert preview.state(page)["said"]["page"] == [f"This page is made of {file}"]


def test_a_page_that_is_made_of_many_files_names_none(preview: Preview) -> None:
    assert preview.state("/plan.html")["said"]["page"] == []
    assert preview.state("/decisions.html")["said"]["page"] == []


def test_every_page_that_is_named_is_on_the_site_and_the_site_itself_names_no_file(tmp_path: Path) -> None:
    plan = load(WorkTree(met(tmp_path))).plan
    found = made_of(plan, ENGLISH, internal=False)
    files = site_files(plan, plan.meetings[0].day)
    # Who carries nothing has no page.
    assert {path for path in found if not path.startswith("who-does-what/")} <= set(files)
    told = ("made of", "elzctl serve", *(name for name in FILES.values() if name != "plan/plan.yaml"))
    pages = b"".join(data for path, data in files.items() if path.endswith(".html")).decode()
    assert not [name for name in told if name in pages]


def test_a_draft_says_why_what_is_written_in_it_is_not_there(preview: Preview, tmp_path: Path) -> None:
    page = "/meetings/2025-03-11-overleg.html"
    assert preview.state(page)["said"]["page"] == ["This page is made of meetings/2025-03-11-overleg.md", DRAFT]
    plan = load(WorkTree(met(tmp_path))).plan
    assert made_of(plan, ENGLISH, internal=True)[page[1:]].words == (
        "This page is made of meetings/2025-03-11-overleg.md",
    )


def test_a_file_that_is_cut_and_is_fine_by_itself_is_named_with_what_it_brought(own: Preview) -> None:
    goals = own.root / "plan/goals.yaml"
    whole = goals.read_text("utf-8")
    goals.write_text(whole[: whole.index("    - id: samen-bewegen")], "utf-8")
    own.until(lambda: own.state()["said"]["worst"] == "error")
    said = own.state()["said"]
    assert str(said["since"]).startswith("New since plan/goals.yaml was saved: ")
    assert "plan/actions/wandelen.md" in {row["place"].partition(":")[0] for row in said["rows"]}
    goals.write_text(whole, "utf-8")
    own.until(lambda: own.state()["said"]["worst"] != "error")
    assert own.state()["said"]["since"] == ""


def test_a_new_warning_in_the_file_that_was_saved_opens_the_box_and_leads_on_every_page(own: Preview) -> None:
    mail = "Mail naar iemand@example.org."
    own.save("plan/actions/wandelen.md", "due: 2025\n---\n", f"due: 2025\n---\n\n{mail}\n")
    own.until(lambda: bool(own.state()["said"]["open"]))
    own.save("plan/actions/koffie.md", "Een woord vooraf.", "Bel 053 12 34 56.\n\nEen woord vooraf.")
    own.until(lambda: "053 12 34 56" in str(own.state()["said"]["rows"]))
    said = own.state("/goals/zorg-dichtbij.html")["said"]
    assert (said["open"], said["worst"]) == (True, "warning")
    assert {row["place"].partition(":")[0] for row in said["rows"][:2]} == {
        "plan/actions/koffie.md",
        "plan/actions/wandelen.md",
    }
    own.save("plan/actions/koffie.md", "Bel 053 12 34 56.", "Bel ons.")
    own.save("plan/actions/wandelen.md", mail, "Mail ons.")
    own.until(lambda: not own.state()["said"]["open"])


def test_the_findings_of_the_file_of_the_page_stand_first(tmp_path: Path) -> None:
    root = met(tmp_path)
    for name in ("koffie", "wandelen"):
        path = root / "plan/actions" / f"{name}.md"
        path.write_text(f"{path.read_text('utf-8')}\nMail naar {name}@example.org.\n", "utf-8")
    loaded = load(WorkTree(root))
    findings = examined(loaded, loaded.plan.meetings[0].day).findings
    rows = said(findings, (), loaded, ENGLISH)["rows"]

    def files(page: str) -> list[str]:
        return [row["place"].partition(":")[0] for row in rows.beside(page)["rows"]]

    mine = "plan/actions/wandelen.md"
    assert len(set(files(""))) > 1
    assert sorted(files(mine)) == sorted(files(""))
    assert files(mine)[0] == mine != files("")[0]


def test_errors_that_only_follow_come_after_those_of_the_file_that_was_saved(tmp_path: Path) -> None:
    root = met(tmp_path)
    since, goals, fiche = Since(), root / "plan/goals.yaml", root / "plan/actions/koffie.md"

    def new() -> tuple[list[str], str]:
        loaded = load(WorkTree(root))
        findings = examined(loaded, loaded.plan.meetings[0].day).findings
        found = since.new(findings, ENGLISH)
        return [one.code for one in found], elsewhere(found, ("plan/goals.yaml",), findings, ENGLISH)

    assert new() == ([], "")
    since.keep()
    text = goals.read_text("utf-8")
    fiche.write_text(fiche.read_text("utf-8").replace("status: ", "stats: ", 1), "utf-8")
    codes, told = new()
    assert "unknown-key" in codes
    assert told.startswith("New since plan/goals.yaml was saved: ")
    since.keep()
    assert new() == ([], "")
    goals.write_text(text.replace("title: ", "titel: ", 1), "utf-8")
    codes, told = new()
    assert codes
    assert told == ""


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("plan/texts/vooraf.md", "/chapters/vooraf.html"),
        ("plan/actions/koffie.md", "/actions/koffie.html"),
        ("plan/goals.yaml", "/goals/zorg-dichtbij.html"),
    ],
)
def test_a_file_that_lost_its_title_stays_on_the_screen_as_it_was(own: Preview, path: str, page: str) -> None:
    before = own.get(page)
    assert before[0] == 200
    own.save(path, "title: ", "titel: ")
    own.until(lambda: own.state()["said"]["worst"] == "error")
    said = own.state()["said"]
    assert said["older"] == f"The pages show the previous version of: {path}"
    assert said["rows"][0]["place"].startswith(f"{path}:")
    assert own.get(page)[2] == before[2]
    own.save(path, "titel: ", "title: ")
    own.until(lambda: own.state()["said"]["older"] == "")
