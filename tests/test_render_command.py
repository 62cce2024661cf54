"""``elzctl render`` as people run it: the real program, real files."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from drawn_meetings import FIRST, SECOND, THIRD, met
from drawn_plans import hostile, sound
from small_plans import ROOT, fiche, in_a_window, write
from test_pdf import pages

PROGRAM = [sys.executable, "-m", "elzctl"]
DAY = ("--today", "2025-03-15")
BROKEN = "---\ntitle: [\n---\n"


def run(root: Path, *arguments: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    """The program in the folder of a plan."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_LANG": language}
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


def made(root: Path) -> dict[str, bytes]:
    """The files that were made, by name."""
    return {path.name: path.read_bytes() for path in sorted((root / "build").glob("*"))}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sound(tmp_path)


def test_both_formats_are_written_and_their_paths_printed(root: Path) -> None:
    result = run(root, "render", "plan", *DAY)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [str(Path("build", "plan.html")), str(Path("build", "plan.pdf"))]
    files = made(root)
    assert list(files) == ["plan.html", "plan.pdf"]
    assert files["plan.html"].startswith(b"<!doctype html>")
    assert files["plan.pdf"].startswith(b"%PDF-")


def test_the_same_plan_and_day_give_the_same_bytes(root: Path) -> None:
    run(root, "render", "plan", *DAY)
    first = made(root)
    run(root, "render", "plan", *DAY, language="nl")
    assert made(root) == first
    run(root, "render", "plan", "--today", "2025-03-16")
    assert made(root)["plan.html"] != first["plan.html"]


@pytest.mark.parametrize(
    ("year", "words"),
    [
        ("1999", "error: Of the year 1999 nothing is known here: no action, no meeting, no update\n"),
        ("2027", "error: The year 2027 has not begun yet\nhelp: A report looks back"),
        ("twee", "error: “twee” is not a year\nhelp: Write it as 2025.\n"),
        ("20255", "error: “20255” is not a year\n"),
        ("-1", "error: “-1” is not a year\n"),
    ],
)
def test_a_report_of_a_year_of_which_nothing_is_known_is_not_made(root: Path, year: str, words: str) -> None:
    result = run(root, "render", "report", f"--year={year}", "--format", "html", *DAY)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith(words)
    assert not made(root)


@pytest.mark.parametrize(
    ("formats", "names"),
    [("html", ["plan.html"]), ("pdf", ["plan.pdf"]), (" PDF, html,html", ["plan.html", "plan.pdf"])],
)
def test_only_the_formats_that_are_asked_for_are_made(root: Path, formats: str, names: list[str]) -> None:
    assert run(root, "render", "plan", "--format", formats).returncode == 0
    assert list(made(root)) == names


def test_the_folder_is_made_where_the_user_is(root: Path, tmp_path: Path) -> None:
    (root / "hulp").mkdir()
    result = run(root / "hulp", "render", "plan", "--out", "a/b c", "--format", "html")
    assert result.stdout == f"{Path('a', 'b c', 'plan.html')}\n"
    assert (root / "hulp" / "a" / "b c" / "plan.html").exists()
    result = run(root / "plan", "render", "plan", "--format", "html")
    assert result.stdout == f"{Path('..', 'build', 'plan.html')}\n"
    assert (root / "build" / "plan.html").exists()
    elsewhere = tmp_path / "elders"
    result = run(tmp_path.parent, "-C", str(root), "render", "plan", "--out", str(elsewhere), "--format", "html")
    assert (elsewhere / "plan.html").exists()


def test_the_language_of_the_plan_decides_and_not_that_of_the_reader(root: Path) -> None:
    run(root, "render", "plan", "--format", "html", language="nl")
    assert b'<html lang="en">' in made(root)["plan.html"]
    plan = root / "plan" / "plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("language: en", "language: nl"), "utf-8")
    run(root, "render", "plan", *DAY, "--format", "html", language="en")
    assert b'<html lang="nl">' in made(root)["plan.html"]
    assert b"15 maart 2025" in made(root)["plan.html"]


@pytest.mark.parametrize("kind", ["report", "minutes"])
def test_every_document_in_all_formats_has_a_manifest(kind: str, meeting: Path) -> None:
    name = "report-2025" if kind == "report" else FIRST
    result = run(meeting, "render", kind, *((FIRST,) if kind == "minutes" else ()), "--format", "all", *DAY)
    assert result.returncode == 0, result.stderr
    files = made(meeting)
    assert set(files) == {f"{name}.{ending}" for ending in ("html", "pdf", "docx", "manifest.json")}
    manifest = json.loads(files.pop(f"{name}.manifest.json"))
    assert manifest["document"] == kind
    assert {one["name"]: one["sha256"] for one in manifest["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()
    }


def test_a_plan_without_anything_is_a_document(tmp_path: Path) -> None:
    write(tmp_path, plan="title: Leeg\nlanguage: en\n", actors="", goals="[]\n")
    result = run(tmp_path, "render", "plan", "--draft")
    assert result.returncode == 0
    assert list(made(tmp_path)) == ["plan-draft.html", "plan-draft.pdf"]


def test_a_hostile_plan_is_drawn_like_any_other(tmp_path: Path) -> None:
    result = run(hostile(tmp_path), "render", "plan", "--draft", *DAY)
    assert result.returncode == 0
    assert list(made(tmp_path)) == ["plan-draft.html", "plan-draft.pdf"]


# The documents of meetings


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    return met(tmp_path)


def names(root: Path, folder: str = "build") -> list[str]:
    return sorted(path.name for path in (root / folder).glob("*"))


def test_minutes_are_written_in_both_formats(meeting: Path) -> None:
    result = run(meeting, "render", "minutes", FIRST, *DAY)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [str(Path("build", f"{FIRST}.{ending}")) for ending in ("html", "pdf")]
    assert run(meeting, "render", "minutes", f"meetings/{FIRST}.md", "--format", "html").returncode == 0
    assert names(meeting) == [f"{FIRST}.html", f"{FIRST}.pdf"]


def test_an_invitation_has_a_calendar_file_and_a_message_too(meeting: Path) -> None:
    result = run(meeting, "render", "invitation", THIRD, *DAY)
    assert (result.returncode, result.stderr) == (0, "")
    assert names(meeting) == [f"{THIRD}-invitation.{ending}" for ending in ("eml", "html", "ics", "pdf")]
    files = made(meeting)
    assert files[f"{THIRD}-invitation.ics"].startswith(b"BEGIN:VCALENDAR")
    assert b"X-Unsent: 1" in files[f"{THIRD}-invitation.eml"]


def test_lists_of_a_series_are_written(meeting: Path) -> None:
    for kind in ("decisions", "points"):
        assert run(meeting, "render", kind, "overleg", "--from", "2025-01-01", "--format", "html").returncode == 0
    assert names(meeting) == ["overleg-decisions.html", "overleg-points.html"]


def test_an_internal_edition_goes_to_the_private_folder(meeting: Path) -> None:
    result = run(meeting, "render", "minutes", FIRST, "--internal", "--format", "html")
    assert result.returncode == 0
    assert names(meeting) == []
    assert names(meeting, "private") == [f"{FIRST}-internal.html"]


def test_the_same_meetings_and_day_give_the_same_bytes(meeting: Path) -> None:
    def every() -> dict[str, bytes]:
        for kind, name in (("minutes", FIRST), ("invitation", THIRD), ("points", "overleg")):
            assert run(meeting, "render", kind, name, *DAY).returncode == 0
        return made(meeting)

    assert every() == every()


def test_what_is_left_out_is_told_once(meeting: Path) -> None:
    path = meeting / "meetings" / f"{FIRST}.md"
    path.write_text(path.read_text("utf-8").replace("Welkom.", "Mail naam@voorbeeld.be."), "utf-8")
    assert run(meeting, "render", "minutes", FIRST).returncode == 1
    result = run(meeting, "render", "minutes", FIRST, "--draft")
    assert result.returncode == 0
    told = (
        f"warning: {FIRST}-draft.html: 1 e-mail address or telephone number is not printed; […] stands in its place\n"
    )
    assert result.stderr.count("is not printed") == 1
    assert result.stderr.endswith(told)


@pytest.mark.parametrize("option", ["--action", "--goal"])
def test_a_part_whose_file_cannot_be_read_says_so(option: str, root: Path) -> None:
    (root / "plan" / "actions" / "koffie.md").write_text(BROKEN)
    result = run(root, "render", "plan", option, "koffie", *DAY)
    assert (result.returncode, result.stdout) == (1, "")
    assert "The file of “koffie” could not be read" in result.stderr
    assert "elzctl validate" in result.stderr


def test_errors_in_a_fiche_do_not_stop_minutes_and_those_in_meetings_do(meeting: Path) -> None:
    (meeting / "plan" / "actions" / "kapot.md").write_text(BROKEN, "utf-8")
    assert run(meeting, "render", "minutes", FIRST, "--format", "html").returncode == 0
    (meeting / "meetings" / f"{SECOND}.md").write_text(BROKEN, "utf-8")
    result = run(meeting, "render", "minutes", FIRST, "--format", "html")
    assert result.returncode == 1
    assert f"meetings/{SECOND}.md" in result.stderr
    result = run(meeting, "render", "minutes", FIRST, "--format", "html", "--draft")
    assert result.returncode == 0
    assert f"These files have errors and could not be read. {SECOND}".encode() in made(meeting)[f"{FIRST}-draft.html"]
    result = run(meeting, "render", "minutes", SECOND, "--draft")
    assert result.returncode == 1
    assert f"The file of “{SECOND}” could not be read" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("minutes", "2025-01-14"), f"Did you mean “{FIRST}”?"),
        (("minutes", "iets"), f"There are: “{FIRST}”, “{SECOND}”, “{THIRD}”."),
        (("points", "overlegg"), "Did you mean “overleg”?"),
    ],
)
def test_a_name_that_is_not_there_has_a_hint(meeting: Path, arguments: tuple[str, ...], hint: str) -> None:
    result = run(meeting, "render", *arguments)
    assert result.returncode == 2
    assert hint in result.stderr


# Errors in the plan


def test_a_plan_with_errors_is_refused_and_the_errors_are_shown(root: Path) -> None:
    assert run(root, "render", "plan", "--format", "html").returncode == 0
    before = made(root)
    (root / "plan" / "actions" / "kapot.md").write_text(BROKEN, "utf-8")
    result = run(root, "render", "plan", "--format", "html")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.startswith("plan/actions/kapot.md:")
    assert "error: The plan has 1 error; nothing was made" in result.stderr
    assert "--draft" in result.stderr
    assert made(root) == before


def test_a_draft_is_made_all_the_same_and_says_what_is_missing(root: Path) -> None:
    (root / "plan" / "actions" / "kapot.md").write_text(BROKEN, "utf-8")
    result = run(root, "render", "plan", "--format", "html", "--draft")
    assert result.returncode == 0
    assert "plan/actions/kapot.md:" in result.stderr
    assert list(made(root)) == ["plan-draft.html"], "it is not taken for the plan"
    assert b"<li>kapot</li>" in made(root)["plan-draft.html"]


@pytest.mark.parametrize("kind", ["plan", "report"])
def test_a_draft_says_so_on_its_cover_in_every_format(kind: str, root: Path) -> None:
    (root / "plan" / "actions" / "kapot.md").write_text(BROKEN, "utf-8")
    result = run(root, "render", kind, "--format", "html,pdf,docx", "--draft")
    assert result.returncode == 0, result.stderr
    name = "plan-draft" if kind == "plan" else "report-2025-draft"
    files = made(root)
    assert set(files) == {f"{name}.html", f"{name}.pdf", f"{name}.docx"}
    with zipfile.ZipFile(io.BytesIO(files[f"{name}.docx"])) as archive:
        word = archive.read("word/document.xml").decode()
    for text in (files[f"{name}.html"].decode(), word, pages(files[f"{name}.pdf"])[0]):
        assert "DRAFT – " in text
        assert "Draft, with 1 error: not for use." in text


def test_the_draft_of_minutes_says_so_before_all_else_and_one_without_errors_is_no_draft(meeting: Path) -> None:
    assert run(meeting, "render", "minutes", FIRST, "--format", "html", "--draft").returncode == 0
    assert list(made(meeting)) == [f"{FIRST}.html"]
    assert b"DRAFT" not in made(meeting)[f"{FIRST}.html"]
    (meeting / "meetings" / f"{SECOND}.md").write_text(BROKEN, "utf-8")
    assert run(meeting, "render", "minutes", FIRST, "--format", "html", "--draft").returncode == 0
    page = made(meeting)[f"{FIRST}-draft.html"].decode()
    assert "<h1>DRAFT – " in page
    assert page.index("Draft, with 1 error: not for use.") < page.index("<h2")


# Wrong use, and faults of the machine


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("render",), "DOCUMENT is missing"),
        (("render", "verslag"), "“verslag” is not a value"),
        (("render", "plan", "koffie"), "There is one plan; “koffie” is not needed"),
        (("render", "report", "--action", "koffie"), "--goal, --action and --lead are for the plan"),
        (("render", "plan", "--from", "2025-01-01"), "--from and --to are for lists"),
        (("render", "minutes"), "Of which meeting?"),
        (("render", "points"), "Of which series?"),
        (("render", "points", "overleg", "--from", "2025-02-01", "--to", "2025-01-01"), "--to lies before --from"),
        (("render", "minutes", "2025-01-14-overleg"), "There is no meeting “2025-01-14-overleg”"),
        (("render", "minutes", "2025-01-14-overleg", "--format", "ics"), "“ics” is not a value for --format"),
        (("render", "plan", "--format", "odt"), "“odt” is not a value for --format"),
        (("render", "plan", "--format", ""), "“” is not a value for --format"),
        (("render", "plan", "--today", "morgen"), "“morgen” is not a day"),
        (("-C", "nergens", "render", "plan"), "There is no folder"),
        (("render", "plan", "--out", "plan/plan.yaml"), "lies among the files"),
    ],
)
def test_wrong_use_is_one_plain_line(root: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(root, *arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert said in result.stderr.splitlines()[0]
    assert not (root / "build").exists()


def test_a_file_that_may_not_be_overwritten_stays(root: Path) -> None:
    target = root / "build" / "plan.html"
    target.parent.mkdir()
    target.write_text("van iemand anders", "utf-8")
    target.chmod(0o444)
    result = run(root, "render", "plan", "--format", "html")
    assert result.returncode == 2
    assert "read-only" in result.stderr
    assert target.read_text("utf-8") == "van iemand anders"


def limited(root: Path, kibibytes: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a shell that allows no more data than that."""
    command = f'ulimit -d {kibibytes}; exec "$0" "$@"'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_LANG": "en"}
    return subprocess.run(
        ["sh", "-c", command, *PROGRAM, *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def large(root: Path) -> Path:
    """A plan that takes some seconds to draw."""
    text = "## Waarom?\n\n" + "Een zin die niet **zo** kort is, en die vaak terugkomt.\n\n" * 150
    texts = {f"actie_{number}": fiche(f"1.1.{number + 10}", text=text) for number in range(60)}
    return sound(root, **texts)


def test_without_enough_memory_nothing_is_written(tmp_path: Path) -> None:
    root = large(tmp_path)
    result = limited(root, 80_000, "render", "plan")
    assert result.returncode == 1
    assert "memory" in result.stderr
    assert "Nothing was written." in result.stderr
    assert "Traceback" not in result.stderr
    assert made(root) == {}


def children_of(process: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def started(root: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """The program at work on a large plan, with its two children."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_LANG": "en"}
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [*PROGRAM, "render", "plan"], cwd=root, env=environment, stdout=pipe, stderr=pipe, text=True
    )
    children: list[int] = []
    while len(children) < 2 and process.poll() is None:
        time.sleep(0.01)
        children = children_of(process.pid)
    return process, children


def test_ctrl_c_stops_everything_at_once(tmp_path: Path) -> None:
    process, children = started(large(tmp_path))
    time.sleep(0.5)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert time.monotonic() - begin < 1.5
    assert process.returncode == 130
    assert "Traceback" not in told
    assert not any(map(alive, children))
    assert made(tmp_path) == {}


def test_a_child_that_is_killed_leaves_no_half_file(tmp_path: Path) -> None:
    process, children = started(large(tmp_path))
    os.kill(children[1], signal.SIGKILL)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "plan.pdf: the system ended the work before it was done" in told
    assert made(tmp_path) == {}


def test_a_terminal_hears_that_the_work_goes_on_and_a_pipe_does_not(tmp_path: Path) -> None:
    root = large(tmp_path)
    arguments = ("-C", str(root), "render", "plan", "--format", "pdf")
    assert "Drawing …" in in_a_window(80, "--lang", "en", *arguments)
    assert run(root, "render", "plan", "--format", "pdf").stderr == ""


AGAIN = """
import sys
from elzctl.cli.main import main
codes = [main(line.split()) for line in sys.argv[1:]]
print(codes, "typst" in sys.modules)
"""


def test_the_engine_of_pdfs_never_runs_in_the_process_of_a_command(root: Path) -> None:
    """It begins threads that Python does not know of, and a copy of a process with threads may hang."""
    lines = (
        "render plan --format pdf",
        "render report --year 2025 --format pdf,docx",
        "site --out public --with pdf",
        "render plan",
    )
    dated = [f"{line} --today 2025-03-15" for line in lines]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ELZCTL_LANG": "en"}
    command = [sys.executable, "-c", AGAIN, *dated]
    result = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert result.stdout.splitlines()[-1] == "[0, 0, 0, 0] False", result.stderr


def test_minutes_in_which_nothing_was_noted_say_so_and_offer_the_invitation(tmp_path: Path) -> None:
    empty = "---\ntitle: Overleg\nseries: overleg\ndate: 2025-06-10\nstate: planned\n---\n\n## 1. Varia\n"
    met(tmp_path, m2025_06_10_overleg=empty)
    result = run(tmp_path, "render", "minutes", "2025-06-10-overleg", "--format", "html", *DAY)
    assert result.returncode == 0
    assert result.stderr == (
        "warning: nothing was noted yet in meetings/2025-06-10-overleg.md\n"
        "help: for its agenda: elzctl render invitation 2025-06-10-overleg\n"
    )
    (tmp_path / "meetings/2025-06-10-overleg.md").write_text(f"{empty}\nNiets meer.\n", "utf-8")
    assert run(tmp_path, "render", "minutes", "2025-06-10-overleg", "--format", "html", *DAY).stderr == ""


def test_what_was_noted_in_a_meeting_to_come_is_in_no_document_for_everybody(tmp_path: Path) -> None:
    noted = "## 1. Varia\n\nBESLUIT: Het geheim plan.\n\n- [ ] @kring: geheim punt (tegen 2025-07-01)\n"
    met(
        tmp_path,
        m2025_06_10_overleg="---\ntitle: Overleg\nseries: overleg\ndate: 2025-06-10\nstate: planned\n---\n\n" + noted,
    )
    day = ("--today", "2025-06-11", "--format", "html", "--draft")
    for words in (
        ("minutes", "2025-06-10-overleg"),
        ("decisions", "overleg"),
        ("points", "overleg"),
        ("report",),
        ("plan",),
    ):
        result = run(tmp_path, "render", *words, "--out", "uit", *day)
        assert result.returncode == 0, result.stderr
        assert ("state: planned" in result.stderr) is (words[0] == "minutes")
    made = [path.read_text("utf-8") for path in (tmp_path / "uit").glob("*.html")]
    assert len(made) == 5
    assert not any("geheim" in text for text in made)
    inside = run(tmp_path, "render", "minutes", "2025-06-10-overleg", "--out", "binnen", "--internal", *day)
    assert "state: planned" not in inside.stderr
    assert "geheim punt" in next((tmp_path / "binnen").glob("*.html")).read_text("utf-8")


@pytest.mark.parametrize(
    ("announced", "location", "place"),
    [("2025-06-10", "location: Zaal 2\n", None), ("2025-06-10", "", "Buurthuis"), ("2025-06-24", "", "…")],
)
def test_an_invitation_that_does_not_say_where_is_told_with_the_place_that_was_announced(
    tmp_path: Path, announced: str, location: str, place: str | None
) -> None:
    before = (
        "---\ntitle: Overleg\nseries: overleg\ndate: 2025-05-13\nstate: review\nno_action_points: Geen.\n"
        f"next: {{date: {announced}, location: Buurthuis}}\n---\n\n## 1. Varia\n\nNiets.\n"
    )
    asked = f"---\ntitle: Overleg\nseries: overleg\ndate: 2025-06-10\nstate: planned\n{location}---\n\n## 1. Varia\n"
    met(tmp_path, m2025_05_13_overleg=before, m2025_06_10_overleg=asked)
    result = run(tmp_path, "render", "invitation", "2025-06-10-overleg", "--format", "html", *DAY)
    assert result.returncode == 0
    warning = "warning: meetings/2025-06-10-overleg.md does not say where the meeting is\n"
    assert result.stderr == ("" if place is None else f"{warning}help: write “location: {place}” in it\n")
