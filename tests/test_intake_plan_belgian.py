"""Figures, states, periods and names as plans in Flanders write them: thousands with a dot, ranges, *hiermee gestopt*."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.named import names
from elzctl.intake.plan.indicators import target_in
from elzctl.intake.plan.state import BY_WORDS, NOT_CLEAR, NOT_SAID_BEGUN
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.times import period_in
from elzctl.intake.readers.read import read

HEAD = "Actieplan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n"
PATH = "plan/actions/soep-verdelen.md"


def stub(text: str) -> tuple[str, list[Entry]]:
    """The file of an action that says this, and what the report says of it."""
    plan = f"{HEAD}1.1.1 Soep verdelen\n\n{text}\n\n1.1.2 Brood bakken\n\nWaarom?\n\nDaarom.\n"
    found = take_plan(read("plan.txt", plan.encode()), PlanOptions(today=date(2026, 3, 1)))
    return found.files[PATH], [one for one in found.account.entries if one.path == PATH]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Minstens 3.000 kaarten verdeeld", "3000", "kaarten verdeeld"),
        ("Aantal deelnemers: 10.000", "10000", ""),
        ("Budget van € 12.500", "12500", "€"),
        ("1 500 bezoekers", "1500", "bezoekers"),
        ("minstens 2\u00a0000 flyers", "2000", "flyers"),
        ("minstens 1.250.000 stappen", "1250000", "stappen"),
        ("2,5 % minder valpartijen", "2,5%", "minder valpartijen"),
        ("minstens 3.5 op 5", "3.5", ""),
        ("2026 500 mensen", "500", "mensen"),
        ("Fase 2 100 deelnemers", "100", "deelnemers"),
        ("In 2026 – 30 deelnemers", "30", "deelnemers"),
    ],
)
def test_a_dot_or_blank_before_three_figures_makes_thousands(text: str, number: str, unit: str) -> None:
    found = target_in(text)
    assert found is not None
    assert found.number == number
    assert unit.startswith(found.unit)
    assert bool(found.unit) == bool(unit)


@pytest.mark.parametrize(
    "text",
    [
        "tussen 20 en 30 deelnemers",
        "tussen de 20 en de 30 deelnemers",
        "5 à 10 sessies",
        "20-30 deelnemers",
        "20 – 30 deelnemers",
        "minstens 12 tot 15 deelnemers",
        "40 à 50 % deelname",
    ],
)
def test_a_range_is_no_target(text: str) -> None:
    assert target_in(text) is None


def test_a_number_beside_a_range_is_the_target() -> None:
    found = target_in("20 à 30 deelnemers, minstens 4 sessies")
    assert found is not None
    assert (found.number, found.unit) == ("4", "sessies")


def test_what_is_still_to_be_decided_is_no_indicator_and_is_in_the_report() -> None:
    text, entries = stub("Indicatoren:\n\n- nog te bepalen\n- n.v.t.\n- 3 bijeenkomsten per jaar")
    assert text.count("kind:") == 1
    assert "3 bijeenkomsten per jaar" in text
    unclear = [one.words for one in entries if one.field == "indicators" and one.certainty is Certainty.UNCLEAR]
    assert unclear == ["nog te bepalen", "n.v.t."]


@pytest.mark.parametrize("before", ["", "Status: "])
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("We zijn hiermee gestopt in mei 2026.", "stopped"),
        ("Het bestuursorgaan besliste op 12/02/2026 om hiermee te stoppen.", "stopped"),
        ("Het bestuur besliste in februari 2026 hiermee te stoppen.", "stopped"),
        ("Wordt niet verdergezet.", "stopped"),
        ("Tijdelijk stopgezet", "on-hold"),
        ("Staat even stil", "on-hold"),
        ("Staat stil wegens ziekte.", "on-hold"),
        ("Uitgesteld naar 2027.", "on-hold"),
        ("Moet nog beginnen", "planned"),
        ("Nog niet gestart.", "planned"),
        ("Nog geen stappen gezet.", "planned"),
        ("Gaat van start in september 2026.", "planned"),
    ],
)
def test_a_state_in_common_words_is_read(before: str, words: str, status: str) -> None:
    text, entries = stub(before + words)
    assert f"status: {status}\n" in text
    assert len([one for one in entries if one.field == "status"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        "We staan stil bij de resultaten.",
        "De werkgroep staat stil bij de noden.",
        "Soep is duur. We zijn hiermee gestopt in mei 2025.",
        "Rokers krijgen hulp om hiermee te stoppen.",
        "Het bestuur vroeg om hiermee te stoppen.",
        "Deze actie was tijdelijk stopgezet.",
        "Nog niet gestart met de folder.",
        "Moet nog beginnen?",
        "Gaat van start in 2025.",
        "Gaat van start op het plein.",
    ],
)
def test_what_only_looks_like_such_a_state_is_none(words: str) -> None:
    text, entries = stub(words)
    [entry] = (one for one in entries if one.field == "status")
    assert f"status: {'planned' if entry.certainty is Certainty.UNCLEAR else 'running'}\n" in text
    assert entry.reason in (NOT_CLEAR, NOT_SAID_BEGUN, BY_WORDS)


def test_an_action_that_stood_still_for_a_while_is_not_stopped() -> None:
    assert "status: on-hold\n" in stub("Deze actie werd in februari 2026 tijdelijk stopgezet.")[0]


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("van januari 2026 tot juni 2027", "januari 2026", "juni 2027"),
        ("van 1 maart tot 30 juni 2026", "1 maart 2026", "30 juni 2026"),
        ("Van 1 maart 2026 tot 30 juni 2026.", "1 maart 2026", "30 juni 2026"),
        ("Van 1 tot en met 30 juni 2026", "1 juni 2026", "30 juni 2026"),
        ("van maart tot juni 2026", "maart 2026", "juni 2026"),
    ],
)
def test_from_and_to_are_start_and_end(text: str, start: str, due: str) -> None:
    first, last = period_in(text)
    assert first is not None
    assert last is not None
    assert (first.text, last.text) == (start, due)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ELZ Leie en Schelde", ("ELZ Leie en Schelde",)),
        ("Eerstelijnszone Leie en Schelde, CAW en CM", ("Eerstelijnszone Leie en Schelde", "CAW", "CM")),
        ("Huis van het Kind Brug en Beek", ("Huis van het Kind Brug en Beek",)),
        ("politiezone Leie en Schelde en de gemeente Beek", ("politiezone Leie en Schelde", "gemeente Beek")),
        ("OCMW Beek, Zorgband Leie en Schelde en CAW", ("OCMW Beek", "Zorgband Leie en Schelde", "CAW")),
        ("ELZ Brug en OCMW Beek", ("ELZ Brug", "OCMW Beek")),
        ("ELZ Brug en Familiehulp", ("ELZ Brug", "Familiehulp")),
        ("ELZ Brug en Woonwinkel", ("ELZ Brug", "Woonwinkel")),
        ("ELZ Brug en Domus Medica", ("ELZ Brug", "Domus Medica")),
        ("ELZ Brug en ELZ Beek", ("ELZ Brug", "ELZ Beek")),
        ("Brug en Beek", ("Brug", "Beek")),
    ],
)
def test_a_zone_of_two_parts_is_one_name(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


def test_a_state_that_nobody_knows_is_told_once() -> None:
    text, entries = stub("Waarom?\n\nOmdat.\n\nStatus: blauw")
    assert "status: planned\n" in text
    assert "blauw" in text
    told = [(one.value, one.words, one.certainty) for one in entries if one.field == "status"]
    assert told == [("planned", "blauw", Certainty.UNCLEAR)]


def test_a_label_that_is_no_state_is_in_the_report_when_the_text_tells_the_state() -> None:
    text, entries = stub("Deze actie werd stopgezet.\n\nStatus: blauw")
    assert "status: stopped\n" in text
    told = [(one.value, one.certainty) for one in entries if one.field == "status"]
    assert told == [("", Certainty.UNCLEAR), ("stopped", Certainty.GUESSED)]
