"""``elzctl import minutes``: minutes that exist become files of meetings, and people stay in private."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_process import Run, runner
from meeting_files import meetings
from small_plans import PLAN, fiche, write

from elzctl.load import load
from elzctl.model import Plan
from elzctl.tree import WorkTree

MINUTES = """\
Verslag overleg polder

Datum: 9 oktober 2025
Uur: 13.30 – 16.00 uur
Plaats: Zaal Ter Dijk
Aanwezig: Dienst Zorg, Huisartsenkring

1. Acties

- Actie: zaal zoeken (Dienst Zorg, tegen 20/10/2025)

2. Varia

Niets te melden.
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / "verslag.txt").write_text(MINUTES, "utf-8")
    return runner(tmp_path, capsys, "import", "minutes")


def read(root: Path) -> Plan:
    return load(WorkTree(root)).plan


def errors(root: Path) -> list[str]:
    return [one.message.text for one in load(WorkTree(root)).findings if one.severity.value == "error"]


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_minutes_come_into_the_plan_at_hand(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path)
    before = files(tmp_path / "plan")
    code, out, err = run("verslag.txt", "--series", "overleg")
    assert (code in (0, 1), err) == (True, f"The files go into {tmp_path}.\n"), err
    (meeting,) = read(tmp_path).meetings
    assert (meeting.id, str(meeting.start)) == ("2025-10-09-overleg", "13:30")
    assert [ref.id for ref in meeting.present] == ["dienst-zorg", "kring"]
    assert files(tmp_path / "plan") == before
    assert "private/import-report-verslag.md" in out
    assert (tmp_path / "private/import-report-verslag.md").is_file()
    assert not (tmp_path / "import-report.md").exists()


def test_where_there_is_no_plan_one_is_begun_that_loads(tmp_path: Path, run: Run) -> None:
    code, out, _ = run("verslag.txt", "--out", "zone")
    assert code in (0, 1)
    assert "There was no plan here: one was begun" in out
    assert errors(tmp_path / "zone") == []
    plan = read(tmp_path / "zone")
    assert (str(plan.settings.year and plan.settings.year.text), len(plan.meetings)) == ("2025", 1)


def test_what_would_be_added_to_a_file_that_exists_is_refused_without_update(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path)
    (tmp_path / "verslag.txt").write_text(MINUTES.replace("Huisartsenkring", "Wijkcentrum De Brug"), "utf-8")
    before = files(tmp_path)
    code, _, err = run("verslag.txt", "--series", "overleg")
    assert code == 2
    assert "plan/actors.yaml. Nothing was written" in err
    assert "Add --update: it shows what would be added there first." in err
    assert files(tmp_path) == before
    code, out, _ = run("verslag.txt", "--series", "overleg", "--update", "--yes")
    assert code in (0, 1)
    assert "+wijkcentrum-brug:" in out
    text = (tmp_path / "plan/actors.yaml").read_bytes()
    assert text.startswith(before["plan/actors.yaml"])
    assert errors(tmp_path) == before_errors(tmp_path, before)


def before_errors(root: Path, before: dict[str, bytes]) -> list[str]:
    other = root / "voordien"
    for name, data in before.items():
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_bytes(data)
    return errors(other)


def test_several_come_in_together_or_none(tmp_path: Path, run: Run) -> None:
    (tmp_path / "later.txt").write_text(
        MINUTES.replace("9 oktober", "11 december").replace("20/10/2025", "20/1/2026"), "utf-8"
    )
    (tmp_path / "leeg.txt").write_text("", "utf-8")
    before = files(tmp_path)
    code, _, err = run("verslag.txt", "later.txt", "leeg.txt", "--out", "zone")
    assert (code, err.startswith("error: leeg.txt: ")) == (2, True)
    assert files(tmp_path) == before
    assert run("verslag.txt", "verslag.txt", "later.txt", "--out", "ander")[0] in (
        0,
        1,
    )  # the same twice is one meeting
    assert [one.day.isoformat() for one in read(tmp_path / "ander").meetings] == ["2025-10-09", "2025-12-11"]
    assert errors(tmp_path / "ander") == []


def test_two_documents_of_one_meeting_are_not_mixed(tmp_path: Path, run: Run) -> None:
    (tmp_path / "ander.txt").write_text(MINUTES.replace("Niets te melden", "Toch iets"), "utf-8")
    code, _, err = run("verslag.txt", "ander.txt", "--out", "zone")
    assert (code, "would both be meetings/2025-10-09-" in err) == (2, True)
    assert not (tmp_path / "zone").exists()


def test_without_a_day_it_asks_for_one(tmp_path: Path, run: Run) -> None:
    (tmp_path / "verslag.txt").write_text(
        MINUTES.replace("Datum: 9 oktober 2025\n", "").replace(", tegen 20/10/2025", ""), "utf-8"
    )
    code, _, err = run("verslag.txt", "--out", "zone")
    assert (code, "--date" in err) == (2, True)
    assert run("verslag.txt", "--out", "zone", "--date", "2025-10-09")[0] in (0, 1)
    assert [one.day.isoformat() for one in read(tmp_path / "zone").meetings] == ["2025-10-09"]
    code, _, err = run("verslag.txt", "verslag.txt", "--out", "zone", "--date", "2025-10-09")
    assert (code, "--date goes with one file" in err) == (2, True)


def test_people_stay_in_private_which_git_does_not_keep(tmp_path: Path, run: Run) -> None:
    meetings(tmp_path, PLAN)
    (tmp_path / ".gitignore").write_text("build/", "utf-8")
    present = "Dienst Zorg, Huisartsenkring, Voornaam Achternaam"
    (tmp_path / "verslag.txt").write_text(MINUTES.replace("Dienst Zorg, Huisartsenkring", present), "utf-8")
    assert run("verslag.txt", "--series", "overleg", "--update", "--yes")[0] in (0, 1)
    public = {name: data for name, data in files(tmp_path).items() if not name.startswith(("private/", "verslag"))}
    assert [name for name, data in public.items() if b"Achternaam" in data] == []
    assert (tmp_path / ".gitignore").read_text("utf-8") == "build/\nprivate/\n"


def test_minutes_that_actions_cite_and_that_are_not_there_are_told(tmp_path: Path, run: Run) -> None:
    cited = "decision: {body: kring, on: mei 2025, text: De koffie stopt., meeting: 2025-05-13-bestuur/B1}"
    write(tmp_path, koffie=fiche("1.1.1", "reason: Te duur.", cited, status="stopped"))
    code, out, err = run("verslag.txt", "--update", "--yes")
    report = next((tmp_path / "private").glob("import-report*.md")).read_text("utf-8")
    assert (code, "minutes that are not here (2025-05-13-bestuur)" in report) == (1, True), (out, err)
    assert errors(tmp_path) == []
    code, out, _ = run("verslag.txt", "--update", "--yes", "--json")
    assert "2025-05-13-bestuur" in out


def test_a_document_of_lines_without_words_is_refused_with_a_sentence(tmp_path: Path, run: Run) -> None:
    (tmp_path / "verslag.txt").write_text("---\n---\n---", "utf-8")
    code, _, err = run("verslag.txt", "--out", "zone")
    assert (code, "The day of the meeting is not found in this document" in err) == (2, True)


@pytest.mark.parametrize("series", ["{a}", "[{a: b}]", "a: b", "Een naam", "../x"])
def test_a_series_that_can_be_no_id_is_refused_before_anything_is_written(
    series: str, tmp_path: Path, run: Run
) -> None:
    root = meetings(write(tmp_path / "zone"))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    code, _, err = run("verslag.txt", "--out", "zone", "--series", series, "--update", "--yes")
    assert (code, err.startswith(f"error: “{series}” is not an id: ids have small letters")) == (2, True)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
