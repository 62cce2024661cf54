"""What is told of sentences that stay text: all of it in the report, a few lines in a window, and no names in a log."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from in_process import Run, runner

from elzctl.intake.ledger import Account, Fate, Left, Placed
from elzctl.intake.outcome import Document, Outcome, State
from elzctl.intake.paper import Line, Make
from elzctl.render.intake_report import intake_report
from elzctl.render.intake_text import intake_text
from elzctl.render.terminal import Paint
from elzctl.wording import Language, say

ENGLISH = Language("en")
TASKS = "\n".join(f"Er moet nog een zaal nummer {number} gezocht worden." for number in range(1, 41))
MINUTES = f"""\
Verslag overleg polder

Datum: 9 oktober 2025
Aanwezig: Dienst Zorg, Saskia Omegabeta

1. Zalen

{TASKS}
Saskia Omegabeta lachte.
Tweebeta vertelde dat Zwartia belt.

2. Varia

Niets te melden.
"""


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    (tmp_path / "verslag.txt").write_text(MINUTES, "utf-8")
    return runner(tmp_path, capsys, "import", "minutes")


def test_the_report_names_every_sentence_on_a_line_of_its_own(tmp_path: Path, run: Run) -> None:
    run("verslag.txt", "--out", "uit")
    report = next((tmp_path / "uit" / "private").glob("import-report*.md")).read_text("utf-8")
    assert len(re.findall(r"^  - `Er moet nog een zaal nummer \d+ gezocht worden\.`$", report, re.MULTILINE)) == 40


def test_a_log_has_no_words_of_the_document(run: Run) -> None:
    _, out, err = run("verslag.txt", "--out", "uit")
    assert "verslag.txt" in out
    for name in ("Saskia", "Omegabeta", "Tweebeta", "Zwartia"):
        assert name not in out + err


def test_json_has_all_of_it_and_says_so(run: Run) -> None:
    _, out, err = run("verslag.txt", "--out", "uit", "--json")
    assert any("Saskia" in line["text"] for line in json.loads(out)["documents"][0]["lines"])
    assert "JSON" in err


@pytest.mark.parametrize("names", [True, False])
def test_words_that_are_not_shown_count_in_the_share(*, names: bool) -> None:
    placed, left = Placed(Line("Een zaal.", 0, 1), Fate.TEXT, ()), Placed(Line("Nog iets anders.", 0, 2), Fate.LEFT, ())
    account = Account((placed, left), (), (Left("Nog iets anders.", (1,)),))
    outcome = Outcome((Document("v.txt", Make.TEXT, 0, account, (), ()),), (), "", private=True, written=True)
    lines = intake_text(outcome, (), ENGLISH, Paint(on=False), None, names=names)
    assert "Placed: 9 of 25 characters (36 %)." in lines


def test_a_window_shows_a_few_lines_of_a_remark() -> None:
    words = "".join(f"\nEr moet nog een zaal nummer {number} gezocht worden." for number in range(40))
    remarks = (say("Told: {words}", words=words),)
    one = Document("v.txt", Make.TEXT, 0, Account((), (), ()), remarks, ())
    outcome = Outcome((one,), (("meetings/x.md", State.NEW),), "", private=True, written=True)
    lines = intake_text(outcome, (), ENGLISH, Paint(on=False), 79)
    told = lines[next(at for at, line in enumerate(lines) if line.startswith("Told: Er moet")) :]
    assert len(told) == 3
    assert told[-1].endswith("…")
    assert intake_report(outcome, (), ENGLISH).count("\n  - `Er moet") == 40
    assert "Told: …" in intake_text(outcome, (), ENGLISH, Paint(on=False), None, names=False)
