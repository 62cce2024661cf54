"""What stands in none of the files of an import is left over, whatever was said of its line."""

from __future__ import annotations

from datetime import date

import pytest
from intake_run import Case, minutes_cases, plan_cases, unseen_cases
from intake_wanted import WantedPlan

from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty, Entry, Fate, Ledger, Left
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.paper import Line, Make, Paper
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

TODAY = date(2025, 11, 26)
FICHE = "plan/actions/lezing.md"
CASES = [*plan_cases(), *minutes_cases(), *unseen_cases()]


def ledger_of(*texts: str) -> Ledger:
    return Ledger(Paper("x.txt", Make.TEXT, tuple(Line(text, 0, at) for at, text in enumerate(texts, 1)), ()))


def left_of(ledger: Ledger, *files: str) -> list[str]:
    """What is left over of a document with these lines, of which these files were made."""
    taken = accounted(Taken({f"plan/texts/{at}.md": text for at, text in enumerate(files)}, ledger.closed()))
    for one in taken.account.left:
        assert all(taken.account.lines[line].fate is Fate.LEFT for line in one.lines)
    return [one.words for one in taken.account.left]


def field(name: str, value: str, words: str, certainty: Certainty = Certainty.READ) -> Entry:
    return Entry(FICHE, name, value, certainty, words, (0,))


def test_a_sentence_that_is_in_no_file_is_left_over_though_a_field_came_of_its_line() -> None:
    line = "1. Lezing in het dorp. De dokter vertelt over slapen, en iedereen mag vragen stellen. Partners: Okra, Neos."
    ledger = ledger_of(line)
    ledger.field(field("title", "Lezing in het dorp", line))
    ledger.field(field("partners", "okra, neos", "Okra, Neos."))
    fiche = "title: Lezing in het dorp\npartners: [okra, neos]\n"
    assert left_of(ledger, fiche) == ["dokter vertelt over slapen, en iedereen mag vragen stellen"]
    assert left_of(ledger, f"{fiche}De dokter vertelt over slapen, en iedereen mag vragen stellen.") == []


def test_states_with_an_empty_box_are_not_left_over_beside_the_one_that_is_ticked() -> None:
    line = "Stand van zaken: ☐ nog te starten ☒ in uitvoering ☐ afgerond ☐ stopgezet"
    ledger = ledger_of(line)
    ledger.field(field("status", "running", "in uitvoering"))
    assert left_of(ledger, "status: running\n") == []


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("☒ in uitvoering ☐ folder vertalen", "folder vertalen"),  # no state
        ("☒ in uitvoering ☐ afgerond door de drukker", "afgerond door de drukker"),  # more than a state
        ("☐ afgerond ☐ stopgezet", "afgerond ☐ stopgezet"),  # nothing is chosen
    ],
)
def test_what_else_stands_behind_an_empty_box_is_left_over(line: str, lost: str) -> None:
    ledger = ledger_of(line)
    ledger.field(field("status", "running", "in uitvoering"))
    assert left_of(ledger, "status: running\n") == [lost]


def test_what_was_called_a_foot_of_a_page_is_one_when_it_repeats() -> None:
    value = "2. Buren die voor buren koken."
    once, twice = ledger_of(value, "Pagina 3"), ledger_of(value, value, "Pagina 3", "Pagina 4")
    for ledger in (once, twice):
        ledger.put(range(len(ledger.paper.lines)), Fate.RUNNING)
    assert left_of(once) == ["Buren die voor buren koken"]
    assert left_of(twice) == []


@pytest.mark.parametrize(
    "line",
    [
        "Trekker: Okra",
        "Okra (trekker: Okra, timing: voorjaar 2026)",
        "Wie neemt het voortouw? Okra",
        "Okra https://okra.example/pagina?volgteken=abcdefgh",
        "donderdag 12 februari 2026 – Okra",
        "Ókra",
    ],
)
def test_labels_days_and_addresses_need_stand_nowhere(line: str) -> None:
    ledger = ledger_of(line)
    ledger.put([0], Fate.FIELD, FICHE)
    assert left_of(ledger, "okra:\n  name: Okra\n", "due: voorjaar 2026\n") == []


def test_what_the_report_tells_already_is_told_once() -> None:
    ledger = ledger_of("Lezing loopt prima – mikpunt onbekend")
    ledger.field(field("status", "", "loopt prima", Certainty.UNCLEAR))
    ledger.left("mikpunt onbekend", [0])
    assert left_of(ledger, "title: Lezing\n") == ["mikpunt onbekend"]


def test_a_word_that_goes_on_over_a_line_is_whole_in_a_file() -> None:
    ledger = ledger_of("De eerstelijns-", "zone werkt samen")
    ledger.put([0, 1], Fate.TEXT, FICHE)
    assert left_of(ledger, "De eerstelijnszone werkt samen") == []


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_no_word_of_any_document_is_lost(case: Case) -> None:
    paper = read(case.name, case.data)
    if isinstance(case.wanted, WantedPlan):
        taken = take_plan(paper, PlanOptions(today=TODAY))
    else:
        taken = take_minutes(paper, MinutesOptions(None, None, None, TODAY))
    lost: list[Left] = [one for one in accounted(taken).account.left if one not in taken.account.left]
    assert lost == []
