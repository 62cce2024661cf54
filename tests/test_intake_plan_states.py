"""A word for a state is the state of an action only when the sentence speaks of the action, and takes nothing back."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read

HEAD = "Actieplan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n"


def stub(text: str) -> tuple[str, Entry]:
    """The file of an action that says this, and what the report says of its status."""
    plan = f"{HEAD}1.1.1 Soep verdelen\n\n{text}\n\n1.1.2 Brood bakken\n\nWaarom?\n\nDaarom.\n"
    found = take_plan(read("plan.txt", plan.encode()), PlanOptions(today=date(2026, 3, 1)))
    path = "plan/actions/soep-verdelen.md"
    last = [one for one in found.account.entries if (one.path, one.field) == (path, "status")][-1]
    return found.files[path], last


@pytest.mark.parametrize(
    "sentence",
    [
        # So for a part, or nearly so.
        "Deze actie is nagenoeg afgerond.",
        "De eerste fase werd afgerond; de rest loopt.",
        "De actie werd bijna stopgezet.",
        "Afgerond voor 80 %.",
        "Een deel van deze actie is geschrapt.",
        "Deze actie werd stopgezet. In 2026 starten we opnieuw.",
        "Deze actie wordt afgerond.",
        "Klaar om te starten.",
        # Tied to something, asked, wished, or still to come.
        "Zodra de folder is afgerond, starten we.",
        "Als deze actie is afgerond, maken we een verslag.",
        "Wordt deze actie niet gefinancierd, dan wordt ze stopgezet.",
        "Tot deze actie afgerond is, vergaderen we elke maand.",
        "Is deze actie afgerond?",
        "We hopen dat deze actie in 2026 afgerond is.",
        "De stuurgroep vraagt om deze actie stop te zetten.",
        "Er is nog geen beslissing om deze actie stop te zetten.",
        "Deze actie zal in 2027 worden stopgezet.",
        # Said of something else, of another place or time.
        "De vorige werkgroep werd stopgezet.",
        "De werkgroep werd stopgezet.",
        "In Buurstad werd deze actie stopgezet.",
        "Vorig jaar werd deze actie stopgezet.",
        "Actie 1.1.2 is afgerond.",
        "De actie van vorig jaar werd stopgezet.",
        "Stopgezette projecten krijgen een tweede kans.",
        "Het inloophuis verhuist naar de Dorpsstraat.",
        "Deze actie was in 2023 on hold, maar is sindsdien actief.",
        "In afwachting van de subsidie werken we gewoon verder.",
    ],
)
def test_what_is_not_said_of_the_action_as_it_stands_is_never_read_as_its_state(sentence: str) -> None:
    text, entry = stub(sentence)
    assert f"status: {'planned' if entry.certainty is Certainty.UNCLEAR else 'running'}\n" in text
    assert "into:" not in text
    assert entry.certainty is not Certainty.READ


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Na een evaluatie met de partners werd de actie afgerond.", "done"),
        ("Sinds januari 2026 is deze actie klaar.", "done"),
        ("Actie 1.1.1 is afgerond.", "done"),
        ("Deze actie werd half 2025 volledig uitgevoerd.", "done"),
        ("Het bestuursorgaan besliste op 12/03/2026 om deze actie te schrappen.", "stopped"),
        ("Wegens te weinig tijd en middelen werd de actie stopgezet.", "stopped"),
        ("We stoppen met deze actie.", "stopped"),
        ("Door ziekte van de coördinator ligt deze actie stil.", "on-hold"),
        ("On hold: de subsidie loopt af.", "on-hold"),
        ("ELZ Waterkant diende een dossier in maar werd niet weerhouden.", "not-retained"),
        ("Deze fiche is opgenomen in actie 1.1.2.", "merged"),
        ("We doen dit in afwachting van de erkenning nog niet.", "waiting"),
    ],
)
def test_what_a_sentence_says_of_the_action_is_its_state_and_told_as_a_guess(sentence: str, status: str) -> None:
    text, entry = stub(sentence)
    assert f"status: {status}\n" in text
    assert entry.certainty is Certainty.GUESSED
    assert entry.reason is not None


def test_what_is_said_of_a_thing_in_the_title_is_guessed() -> None:
    text, entry = stub("De soep is afgerond in 2025.")
    assert "status: planned\n" in text
    long = "1.1.1 Campagne voor griepprik\n\nDe campagne is afgerond in 2025.\n"
    found = take_plan(read("plan.txt", (HEAD + long).encode()), PlanOptions(today=date(2026, 3, 1)))
    states = [one for one in found.account.entries if one.field == "status"]
    assert [(one.value, one.certainty) for one in states] == [("done", Certainty.GUESSED)]
    assert entry.certainty is Certainty.UNCLEAR


@pytest.mark.parametrize(
    ("label", "status", "certainty"),
    [
        ("nagenoeg afgerond", "running", Certainty.GUESSED),
        ("80 %", "running", Certainty.GUESSED),
        ("afgerond, de rest volgt in 2027", "running", Certainty.GUESSED),
        ("gepland / lopend / afgerond", "planned", Certainty.UNCLEAR),
        ("☐ gepland ☐ lopend ☒ on hold", "on-hold", Certainty.READ),
        ("afgerond?", "planned", Certainty.UNCLEAR),
        ("Afgerond (juni 2025)", "done", Certainty.READ),
    ],
)
def test_a_label_is_read_as_it_stands(label: str, status: str, certainty: Certainty) -> None:
    text, entry = stub(f"Status: {label}\n\nWaarom?\n\nOmdat.")
    assert f"status: {status}\n" in text
    assert entry.certainty is certainty


def test_a_reason_is_not_said_again_in_the_text() -> None:
    text, _ = stub("Soep is gezond. Deze actie werd stopgezet wegens te duur. We danken allen.")
    assert "reason: Deze actie werd stopgezet wegens te duur." in text
    assert text.count("stopgezet") == 1
    assert "Soep is gezond. We danken allen." in text


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("Status: loopt volgens plan", "volgens plan"),
        ("Stand van zaken: in uitvoering (60 %)", "60 %"),
        ("Status: wacht op subsidie", "reason: wacht op subsidie"),
        ("Status: uitgevoerd in mei 2025", "since: mei 2025"),
        ("Stand van zaken januari 2026: in uitvoering", "Stand van zaken januari 2026"),
    ],
)
def test_what_a_label_says_beside_the_state_is_not_lost(label: str, kept: str) -> None:
    text, _ = stub(f"Waarom?\n\nOmdat.\n\n{label}\nTrekker: OCMW Beek")
    assert kept in text


def test_what_waits_tells_what_for() -> None:
    text, _ = stub("Waarom?\n\nOmdat.\n\nStatus: wacht op subsidie\nTrekker: OCMW Beek")
    assert "condition: {what: wacht op subsidie}" in text
    assert text.count("wacht op subsidie") == 2


SETTINGS = [
    "Wat?\n\n{}",
    "Wat?\n\nWe verdelen soep in elke wijk. {} Daarna zien we verder.",
    "Waarom?\n\nEr is honger.\n\n{}",
    "Waarom?\n\nEr is honger.\n\nTrekker: Okra\n\n{}",
]


@pytest.mark.parametrize("place", SETTINGS)
@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("De raad van bestuur besliste op 3 februari 2026 om deze actie on hold te zetten tot de subsidie er is.", "on-hold"),
        ("Op 3 februari 2026 werd beslist om deze actie voorlopig on hold te zetten.", "on-hold"),
        ("Er werd op 3 februari 2026 beslist om deze actie stop te zetten.", "stopped"),
        ("De stuurgroep besloot op 3 februari 2026 om deze actie niet uit te voeren.", "stopped"),
    ],
)  # fmt: skip
def test_a_decision_on_the_action_tells_its_state_wherever_it_is_written(
    place: str, sentence: str, status: str
) -> None:
    text, last = stub(place.format(sentence))
    assert (last.value, last.certainty, last.words) == (status, Certainty.GUESSED, sentence)
    assert f"status: {status}\n" in text
    assert "on: 3 februari 2026}" in text
    assert "since: 3 februari 2026\n" in text
    assert "besloot" not in text.split("decision:")[1].partition("}")[0]


@pytest.mark.parametrize("place", SETTINGS)
@pytest.mark.parametrize(
    "sentence",
    [
        "Er werd niet beslist om deze actie stop te zetten.",
        "In Buurstad werd beslist om deze actie stop te zetten.",
        "Werd beslist om deze actie stop te zetten?",
        "Indien wordt beslist om deze actie stop te zetten, zoeken we iets anders.",
        "Er werd beslist om dit stop te zetten.",
    ],
)
def test_a_decision_that_is_not_clear_is_told_and_never_called_silence(place: str, sentence: str) -> None:
    text, last = stub(place.format(sentence))
    assert (last.value, last.certainty, last.words) == ("planned", Certainty.UNCLEAR, sentence)
    assert sentence in text


@pytest.mark.parametrize(
    "sentence",
    [
        "De stuurgroep besliste om de folder niet uit te voeren.",
        "Zonder steun is deze actie niet uit te voeren.",
        "De stuurgroep besliste om deze actie op te nemen in het plan.",
    ],
)
def test_a_decision_on_something_else_tells_nothing_of_the_action(sentence: str) -> None:
    text, last = stub(f"Wat?\n\n{sentence}")
    assert (last.value, last.words) == ("running", "")
    assert sentence in text
