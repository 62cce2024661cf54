"""``elzctl import plan`` and ``init --from``: a document becomes a repository that loads, and nothing is ever written over."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from in_process import runner
from small_plans import ROOT, in_a_window, write
from test_cut_off import KILLED, own
from test_new_action import talk

from elzctl.cli.import_group import IMPORTS
from elzctl.cli.main import main
from elzctl.load import load
from elzctl.model import Plan
from elzctl.tree import WorkTree

DOCUMENT = """\
Actieplan 2026 ELZ Polder

Strategische doelstelling 1: Zorg dicht bij mensen

Operationele doelstelling 1.1: Mantelzorgers worden gezien

Actie 1.1.1: Koffie voor mantelzorgers

Waarom deze actie?
Mantelzorgers staan er vaak alleen voor.

Wat gaan we doen?
Elke maand een kop koffie, met <b>koekjes</b> en {{x}}.

Wie is de trekker van de actie?
Dienst Zorg

Actie 1.1.2: Samen wandelen

Waarom deze actie?
Bewegen doet deugd.

Wat gaan we doen?
Elke week een wandeling.

Strategische doelstelling 2: Een sterke zone

Operationele doelstelling 2.1: Goed bestuur

Actie 2.1.1: Vergaderen op tijd

Waarom deze actie?
Iedereen heeft weinig tijd.
"""
KOFFIE = "plan/actions/koffie-mantelzorgers.md"


class Ran:
    """Runs in a folder, without a terminal."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.capsys = capsys
        (root / "plan.txt").write_text(DOCUMENT, "utf-8")

    def __call__(self, *words: str) -> tuple[int, str, str]:
        code = main(["--lang", "en", "-C", str(self.root), *words])
        captured = self.capsys.readouterr()
        return code, captured.out, captured.err

    def plan(self, *words: str) -> tuple[int, str, str]:
        return self("import", "plan", "plan.txt", "--out", "zone", *words)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ran:
    return Ran(tmp_path, capsys)


def read(root: Path) -> Plan:
    loaded = load(WorkTree(root))
    assert [one for one in loaded.findings if one.severity.value == "error"] == []
    return loaded.plan


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


# A new repository


def test_a_document_becomes_a_repository_that_loads(run: Ran, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run.plan("--year", "2026", "--organisation", "ELZ Polder")
    assert (code in (0, 1), err) == (True, "")
    zone = run.root / "zone"
    plan = read(zone)
    assert [str(one.number) for one in plan.actions] == ["1.1.1", "1.1.2", "2.1.1"]
    assert [one.title for one in plan.strategic_goals] == ["Zorg dicht bij mensen", "Een sterke zone"]
    inside = runner(zone, capsys)
    assert inside("validate")[1].splitlines()[-1].split(" · ")[1] == "0 errors"
    assert json.loads(inside("export", "json")[1])["actions"][0]["title"] == "Koffie voor mantelzorgers"
    assert "private/" in (zone / ".gitignore").read_text("utf-8").splitlines()
    assert f"Check the plan: elzctl -C {zone} validate\n" in out


def test_every_line_of_the_document_stands_in_the_report(run: Ran) -> None:
    run.plan()
    report = (run.root / "zone/private/import-report-plan.md").read_text("utf-8")
    last = report.rpartition("\n## ")[2]
    numbers = [
        int(line.split(":")[0].removeprefix("- line ")) for line in last.splitlines() if line.startswith("- line ")
    ]
    assert numbers == [number for number, line in enumerate(DOCUMENT.splitlines(), 1) if line.strip()]


def test_an_import_into_an_empty_place_wants_to_know_where(run: Ran) -> None:
    code, _, err = run("import", "plan", "plan.txt")
    assert code == 2
    assert "Say where the files go: --out FOLDER. It may be new." in err


def test_without_out_it_is_the_plan_at_hand_and_that_is_told(run: Ran) -> None:
    run.plan()
    inside = Ran(run.root / "zone", run.capsys)
    code, _, err = inside("import", "plan", "plan.txt")
    assert (code in (0, 1), err) == (True, f"The files go into {run.root / 'zone'}.\n")


def test_check_writes_nothing_and_tells_all(run: Ran) -> None:
    before = files(run.root)
    code, out, _ = run.plan("--check", "--json")
    found = json.loads(out)
    assert (code in (0, 1), found["written"]) == (True, False)
    assert {"path": KOFFIE, "state": "new"} in found["files"]
    assert files(run.root) == before
    assert not (run.root / "zone").exists()


@pytest.mark.parametrize("form", ["--json", "--check"])
def test_check_tells_all_where_files_stand_in_the_way(run: Ran, form: str) -> None:
    run.plan()
    zone = run.root / "zone"
    fiche = zone / KOFFIE
    fiche.write_text(fiche.read_text().replace("title: Koffie", "title: Thee"))
    inside = Ran(zone, run.capsys)
    before = files(run.root)
    code, out, err = inside("import", "plan", "plan.txt", "--check", form)
    told, *kept_out = err.splitlines()
    assert (code, told) == (1, f"The files go into {zone}.")
    assert bool(kept_out) == (form == "--json")
    said = f"1 file exists already, with something else in it: {KOFFIE}."
    if form == "--json":
        found = json.loads(out)
        assert {"path": KOFFIE, "state": "changed"} in found["files"]
        assert found["documents"][0]["entries"]
        assert any(said in remark for remark in found["remarks"])
    else:
        assert said in " ".join(out.split())
        assert "Fields:" in out
        assert "+title" not in out
    assert files(run.root) == before
    assert inside("import", "plan", "plan.txt")[0] == 2


def test_init_begins_with_a_document(run: Ran) -> None:
    code, _, err = run("init", "zone", "--from", "plan.txt", "--forge", "gitlab")
    assert (code in (0, 1), err) == (True, "")
    zone = run.root / "zone"
    assert {"README.md", ".gitlab-ci.yml", ".ci/check.py", KOFFIE} <= {*files(zone)}
    assert not (zone / "plan/actions/eerste-actie.md").exists()
    assert len(read(zone).actions) == 3
    assert run("init", "zone", "--check")[0] == 0
    before = files(zone)
    code, _, err = run("init", "zone", "--from", "plan.txt")
    assert (code, files(zone)) == (2, before)
    assert "import plan plan.txt --out" in err


# What is there stays


def test_a_second_time_nothing_is_changed(run: Ran) -> None:
    run.plan()
    before = files(run.root / "zone/plan")
    code, out, _ = run.plan()
    assert (code in (0, 1), files(run.root / "zone/plan")) == (True, before)
    assert "Nothing was changed: it stands in the files already." in out


def edit(run: Ran) -> bytes:
    """A fiche that somebody worked on."""
    path = run.root / "zone" / KOFFIE
    text = path.read_text("utf-8").replace("title: Koffie", "# een noot\ntitle: Thee")
    path.write_text(text.replace("staan er vaak alleen voor", "zijn met velen"), "utf-8", newline="\r\n")
    return path.read_bytes()


def test_a_file_that_says_something_else_is_refused_and_nothing_at_all_is_written(run: Ran) -> None:
    run.plan()
    edit(run)
    (run.root / "zone/plan/actions/samen-wandelen.md").unlink()
    before = files(run.root / "zone")
    code, _, err = run.plan()
    assert code == 2
    assert f"1 file exists already, with something else in it: {KOFFIE}. Nothing was written" in err
    assert files(run.root / "zone") == before


def test_with_update_only_what_differs_changes_and_it_is_shown_first(run: Ran) -> None:
    run.plan()
    raw = edit(run)
    code, out, err = run.plan("--update")
    assert code == 2
    assert "-title: Thee voor mantelzorgers" in out
    assert "+title: Koffie voor mantelzorgers" in out
    assert "Add --yes to make the changes." in err
    assert (run.root / "zone" / KOFFIE).read_bytes() == raw
    assert run.plan("--update", "--yes")[0] in (0, 1)
    expected = raw.replace(b"Thee", b"Koffie").replace(b"zijn met velen", b"staan er vaak alleen voor")
    assert (run.root / "zone" / KOFFIE).read_bytes() == expected


NAMED = DOCUMENT.replace("Dienst Zorg", "Voornaam Achternaam")


def test_what_was_kept_private_is_no_reason_to_refuse_a_second_time(run: Ran) -> None:
    (run.root / "plan.txt").write_text(NAMED, "utf-8")
    run.plan()
    people = run.root / "zone/private/import-plan.md"
    own = people.read_text("utf-8")
    assert "Voornaam Achternaam" in own
    for more in ((), ("--update",), ("--update", "--yes")):
        code, out, err = run.plan(*more)
        assert (code in (0, 1), err) == (True, "")
        assert "Nothing was changed: it stands in the files already." in out
    (run.root / "plan.txt").write_text(NAMED.replace("Achternaam", "Andernaam"), "utf-8")
    out = run.plan("--update")[1]
    assert (
        "private/import-plan.md is there already, and was left as it is; this time it is private/import-plan-2.md"
        in out
    )
    assert people.read_text("utf-8") == own
    assert "Voornaam Andernaam" in (people.parent / "import-plan-2.md").read_text("utf-8")


def test_an_action_that_the_document_no_longer_has_is_told(run: Ran) -> None:
    run.plan()
    (run.root / "plan.txt").write_text(DOCUMENT[: DOCUMENT.index("Strategische doelstelling 2")], "utf-8")
    before = files(run.root / "zone/plan/actions")
    out = run.plan("--update", "--check", "--report", "x.md")[1]
    assert "Action 2.1.1 “Vergaderen op tijd” is not in the document; plan/actions/vergaderen-tijd.md stays as" in out
    assert files(run.root / "zone/plan/actions") == before


def test_a_number_that_another_action_took_over_is_told_with_what_to_do(run: Ran) -> None:
    run.plan()
    start, end = DOCUMENT.index("Actie 1.1.1"), DOCUMENT.index("Actie 1.1.2")
    (run.root / "plan.txt").write_text((DOCUMENT[:start] + DOCUMENT[end:]).replace("1.1.2", "1.1.1"), "utf-8")
    before = files(run.root)
    code, _, err = run.plan("--update", "--yes")
    assert code == 2
    assert "Action 1.1.1 “Koffie voor mantelzorgers” is not in the document, and its number is that of “Samen w" in err
    assert f"Remove these, or give them another number first: 1.1.1 ({KOFFIE}). Then again." in err
    assert files(run.root) == before
    (run.root / "zone" / KOFFIE).unlink()
    assert run.plan("--update", "--yes")[0] in (0, 1)
    assert [str(one.number) for one in read(run.root / "zone").actions] == ["1.1.1", "2.1.1"]


def test_a_file_that_would_come_back_is_shown_before_it_is_written(run: Ran) -> None:
    run.plan()
    (run.root / "zone" / KOFFIE).unlink()
    code, out, err = run.plan("--update")
    assert (code, f"New: {KOFFIE}\n" in out, "Add --yes" in err) == (2, True, True)
    words = ("--lang", "en", "import", "plan", "plan.txt", "--out", "zone", "--update")
    assert talk(run.root, *words, answers=[""]).code == 130
    assert not (run.root / "zone" / KOFFIE).exists()


def test_a_state_that_the_document_does_not_tell_is_never_changed(run: Ran) -> None:
    run.plan()
    path = run.root / "zone" / KOFFIE
    path.write_text(path.read_text("utf-8").replace("status: running", "status: waiting"), "utf-8")
    path.rename(path.parent / "koffie.md")
    assert "status: waiting" in (path.parent / "koffie.md").read_text("utf-8")
    assert "Nothing was changed" in run.plan("--update")[1]
    assert not path.exists()


def test_a_person_at_a_terminal_is_asked(run: Ran) -> None:
    run.plan()
    raw = edit(run)
    words = ("--lang", "en", "import", "plan", "plan.txt", "--out", "zone", "--update")
    assert talk(run.root, *words, answers=["n"]).code == 130
    assert (run.root / "zone" / KOFFIE).read_bytes() == raw
    assert talk(run.root, *words, answers=["y"]).code in (0, 1)
    assert (run.root / "zone" / KOFFIE).read_bytes() != raw


def test_the_notes_in_an_earlier_report_stay(run: Ran) -> None:
    run.plan()
    report = run.root / "zone/private/import-report-plan.md"
    noted = report.read_text("utf-8") + "nagekeken\n"
    report.write_text(noted, "utf-8")
    run.plan()
    assert report.read_text("utf-8") == noted
    assert "Every line of `plan.txt`" in (report.parent / "import-report-plan-2.md").read_text("utf-8")
    assert [path.name for path in run.root.rglob("import-report*") if "private" not in path.parts] == []


def test_a_report_goes_over_an_earlier_one_and_over_nothing_else(run: Ran) -> None:
    (run.root / "mijn.md").write_text("van mij\n", "utf-8")
    before = files(run.root)
    code, _, err = run.plan("--report", "mijn.md")
    assert (code, "mijn.md exists already, and is no report of elzctl" in err) == (2, True)
    assert files(run.root) == before
    for _ in range(2):
        assert run.plan("--report", "elders.md")[0] in (0, 1)
    assert (run.root / "elders.md").read_text("utf-8").startswith("<!-- elzctl import -->")


def test_a_report_never_goes_among_the_files_of_another_plan(run: Ran) -> None:
    write(run.root / "ander")
    before = files(run.root)
    for report in ("ander/plan/plan.yaml", "ander/plan/nieuw.md", "ander/meetings/x.md"):
        code, _, err = run.plan("--report", report)
        assert (code, "cannot be the place of the report" in err) == (2, True)
    assert files(run.root) == before


@pytest.mark.parametrize("report", ["zone/plan/verslag.md", "zone/meetings/x.md", "."])
def test_a_report_among_the_files_of_the_plan_is_refused_before_anything_is_written(run: Ran, report: str) -> None:
    before = files(run.root)
    code, _, err = run.plan("--report", report)
    assert (code, "cannot be the place of the report" in err) == (2, True)
    assert files(run.root) == before


# Where it may go


def test_a_link_inside_the_repository_leads_nowhere(run: Ran, tmp_path: Path) -> None:
    other = tmp_path / "elders"
    other.mkdir()
    (run.root / "zone").mkdir()
    (run.root / "zone/plan").symlink_to(other)
    code, _, err = run.plan()
    assert code == 2
    assert "link" in err
    assert files(other) == {}


def test_a_link_to_the_repository_itself_is_followed(run: Ran, tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (run.root / "zone").symlink_to(tmp_path / "echt")
    assert run.plan()[0] in (0, 1)
    assert len(read(tmp_path / "echt").actions) == 3


@pytest.mark.parametrize("out", [".git", "zone/.git", "zone/.GIT/hooks", ".github"])
def test_what_git_works_with_is_no_folder_for_a_plan(run: Ran, out: str) -> None:
    (run.root / ".git").mkdir()
    before = files(run.root)
    code, _, err = run("import", "plan", "plan.txt", "--out", out)
    assert (code, "where no output is written" in err) == (2, True)
    assert files(run.root) == before


@pytest.mark.parametrize("out", ["plan", "plan/actions", "meetings", "diep/er"])
def test_a_folder_inside_another_plan_is_refused(run: Ran, out: str) -> None:
    write(run.root)
    before = files(run.root)
    code, _, err = run("import", "plan", "plan.txt", "--out", out)
    assert (code, "this folder lies inside it" in err) == (2, True)
    assert files(run.root) == before


def test_a_file_is_no_folder(run: Ran) -> None:
    code, _, err = run("import", "plan", "plan.txt", "--out", "plan.txt")
    assert (code, "plan.txt is a file; elzctl expects a folder" in err) == (2, True)


def test_a_place_that_cannot_be_written_costs_one_line(run: Ran) -> None:
    code, _, err = run("import", "plan", "plan.txt", "--out", "plan.txt/zone")
    assert (code, err.count("error:")) == (2, 1)
    code, _, err = run("import", "plan", "plan.txt", "--out", "/proc/zone")
    assert (code, err.count("error:")) == (2, 1)


# What cannot be read


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("leeg.txt", b"", "empty"),
        ("foto.docx", b"\x89PNG\r\n\x1a\n" + bytes(80), "picture"),
        ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(80), "old Word"),
        ("binair.txt", bytes(range(256)) * 8, ""),
        ("brief.txt", b"Beste,\n\nTot morgen.\n", "no plan was found in it"),
    ],
)
def test_what_is_no_plan_is_refused_plainly(run: Ran, name: str, data: bytes, message: str) -> None:
    (run.root / name).write_bytes(data)
    before = files(run.root)
    code, _, err = run("import", "plan", name, "--out", "zone")
    assert (code, err.count("error:")) == (2, 1)
    assert message in err
    assert files(run.root) == before
    assert not (run.root / "zone").exists()


def test_what_is_no_file_is_refused_plainly(run: Ran) -> None:
    os.mkfifo(run.root / "pijp")
    for name, message in (("nergens.docx", "There is no file"), (".", "is a folder"), ("pijp", "not an ordinary file")):
        code, _, err = run("import", "plan", name, "--out", "zone")
        assert (code, message in err) == (2, True), err


def test_the_name_of_a_file_is_shown_and_never_obeyed(run: Ran) -> None:
    name = "plan \x1b]0;x\x07\u202e [b]`--`.txt"
    (run.root / name).write_text(DOCUMENT, "utf-8")
    code, out, err = run("import", "plan", name, "--out", "zone")
    assert code in (0, 1)
    assert "\x1b" not in out + err
    assert "\\x1b" in out
    report = (run.root / "zone/private/import-report-plan-0-x-b.md").read_text("utf-8")
    assert "\x1b" not in report
    assert "## ``plan \\x1b]0;x\\x07\\u202e [b]`--`.txt``" in report


@pytest.mark.parametrize("make", [lambda text: text.replace("\n", "\r\n").encode(), lambda text: text.encode("cp1252")])
def test_the_ends_of_lines_and_the_encoding_of_a_text_make_no_difference(run: Ran, make: object) -> None:
    assert callable(make)
    run.plan()
    (run.root / "plan.txt").write_bytes(make(DOCUMENT))
    code, out, _ = run.plan()
    assert code in (0, 1)
    assert "Nothing was changed" in out


# Told


@pytest.mark.parametrize("kind", IMPORTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_has_a_page_of_help(run: Ran, kind: str, language: str) -> None:
    code = main(["--lang", language, "import", kind, "--help"])
    page = run.capsys.readouterr().out
    assert (code, page.startswith(("Usage: elzctl import", "Gebruik: elzctl import"))) == (0, True)
    assert max(map(len, page.splitlines())) <= 100


def test_a_kind_that_does_not_exist_is_told_with_the_nearest_one(run: Ran) -> None:
    code, _, err = run("import", "plam")
    assert (code, "Did you mean “plan”?" in err) == (2, True)
    assert run("import")[1].count("  minutes  ") == 1


def test_it_fits_in_a_window(run: Ran) -> None:
    long = DOCUMENT + "\n".join(
        f"\nActie 1.1.{number}: Een actie over {'van alles ' * 9}\n\nx{number}\n" for number in range(3, 30)
    )
    (run.root / "plan.txt").write_text(long, "utf-8")
    words = ("-C", str(run.root), "import", "plan", "plan.txt", "--out", "zone")
    screen = in_a_window(80, *words)
    assert len(screen.splitlines()) <= 25
    shown = [line for line in screen.splitlines() if str(run.root) not in line]  # a path to copy stays whole
    assert max(map(len, shown)) < 80


def test_a_plan_in_dutch_is_told_in_dutch_and_in_english(run: Ran) -> None:
    run.plan("--report", "een.md")
    assert (run.root / "een.md").read_text("utf-8").splitlines()[1] == "# What came of the import"


# Cut off, and two at once


def test_killed_anywhere_it_leaves_all_of_it_or_can_be_finished(run: Ran, tmp_path: Path) -> None:
    run.plan()
    whole = files(run.root / "zone/plan")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    halves, place = 0, 0
    while True:
        root = tmp_path / f"zone{place}"
        root.mkdir()
        words = ["import", "plan", str(run.root / "plan.txt"), "--out", str(root)]
        command = [sys.executable, "-c", KILLED, str(place), str(root), *words]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if done.returncode != -signal.SIGKILL:
            break
        halves += 1
        # The next one finishes what was begun, and says so; or all of it is done again.
        code, _, err = run("import", "plan", "plan.txt", "--out", str(root))
        assert code in (0, 1) or "it is finished now" in err, err
        code, _, err = run("import", "plan", "plan.txt", "--out", str(root))
        assert code in (0, 1), err
        runner(root, run.capsys)("doctor", "--fix", "--yes")
        assert files(root / "plan") == whole
        assert own(root) == []
        place += 3
    assert halves > 2


def test_two_at_once_leave_one_plan(run: Ran) -> None:
    command = [sys.executable, "-m", "elzctl", "-C", str(run.root), "import", "plan", "plan.txt", "--out", "zone"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    both = [subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe) for _ in range(2)]
    told = [one.communicate()[1].decode() for one in both]
    codes = [one.returncode for one in both]
    assert any(code in (0, 1) for code in codes), told
    assert all(code in (0, 1, 2) for code in codes), told
    assert len(read(run.root / "zone").actions) == 3
    assert own(run.root) == []
