"""What a plan says in words of its own: how an action stands, who leads it, and what it does not say at all."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

HEAD = (
    "Actieplan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n"
    "1.1.1 Soep verdelen\n\n"
)


def taken(text: str, name: str = "plan.txt") -> Taken:
    return take_plan(read(name, text.encode()), PlanOptions(today=date(2026, 3, 1)))


def entries(found: Taken, field: str) -> list[Entry]:
    return [one for one in found.account.entries if one.field == field and one.path.endswith("soep-verdelen.md")]


def fiche(found: Taken) -> str:
    return found.files["plan/actions/soep-verdelen.md"]


# How it stands


@pytest.mark.parametrize(
    "sentence",
    [
        "Deze actie is nog niet klaar en nog niet afgerond.",
        "De actie werd nooit stopgezet.",
        "Deze actie wordt voorlopig niet opgeschort.",
        "Het bestuur besliste om deze actie niet te schrappen.",
        "Deze actie is niet verplaatst naar 1.1.2.",
        "Een gelijkaardige actie werd stopgezet in de buurzone.",
        "This action is not completed.",
        "Deze actie schuift door naar 2027.",
        "We starten deze actie pas in 2027 op.",
    ],
)
@pytest.mark.parametrize("below", ["", "Waarom?\n\nOmdat.\n"])
def test_what_is_denied_or_said_of_another_action_is_no_state(sentence: str, below: str) -> None:
    found = taken(f"{HEAD}{sentence}\n\n{below}1.1.2 Brood bakken\n\nWaarom?\n\nDaarom.\n")
    [entry] = entries(found, "status")
    assert f"status: {'planned' if entry.certainty is Certainty.UNCLEAR else 'running'}" in fiche(found)
    assert "into:" not in fiche(found)
    assert all(one.certainty is not Certainty.READ for one in entries(found, "status"))
    assert sentence.split(maxsplit=1)[0] in fiche(found)


def test_words_on_how_it_stands_that_are_not_clear_are_told_as_such() -> None:
    [entry] = entries(taken(f"{HEAD}Deze actie is nog niet afgerond.\n"), "status")
    assert (entry.certainty, entry.words) == (Certainty.UNCLEAR, "Deze actie is nog niet afgerond.")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Deze actie is afgerond.", "done"),
        ("De actie werd volledig gerealiseerd in 2025.", "done"),
        ("Afgevoerd wegens te duur.", "stopped"),
        ("Het bestuur besliste om deze actie te pauzeren.", "on-hold"),
        ("Deze actie wordt niet meer verdergezet.", "stopped"),
        ("Deze actie is niet weerhouden.", "not-retained"),
        ("Deze actie wordt samengevoegd met actie 1.1.2.", "merged"),
    ],
)
def test_what_a_sentence_says_of_the_action_is_its_state(sentence: str, status: str) -> None:
    found = taken(f"{HEAD}{sentence}\n\n1.1.2 Brood bakken\n\nWaarom?\n\nDaarom.\n")
    assert f"status: {status}\n" in fiche(found)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Deze actie is afgerond in februari 2026.", "done"),
        ("Stopgezet: er kwam niemand.", "stopped"),
        ("Deze actie is afgerond als er tien soepen zijn.", "running"),
        ("Deze actie stond vorig jaar lang on hold.", "running"),
        ("De folder is afgerond.", "running"),
    ],
)
def test_a_sentence_by_itself_below_the_fields_tells_the_state_too(sentence: str, status: str) -> None:
    found = taken(f"{HEAD}Waarom?\n\nOmdat het koud is.\n\nTrekker: OCMW Waterkant\n\n{sentence}\n")
    assert f"status: {status}\n" in fiche(found)


def test_a_label_with_a_state_that_nobody_knows_is_not_said_to_be_silent() -> None:
    found = entries(taken(f"{HEAD}Status: in de wachtzaal\nWaarom?\nOmdat.\n"), "status")
    assert {one.certainty for one in found} == {Certainty.UNCLEAR}


# Who


@pytest.mark.parametrize(
    ("who", "lead", "partners"),
    [
        ("OCMW Waterkant", "[ocmw-waterkant]", ""),
        ("Samana (trekker), CAW Polder en OCMW Waterkant", "[samana]", "[caw-polder, ocmw-waterkant]"),
        ("CAW Polder, Samana (trekker)", "[samana]", "[caw-polder]"),
    ],
)
def test_who_in_one_line_of_a_form_leads(who: str, lead: str, partners: str) -> None:
    text = fiche(taken(f"{HEAD}Waarom: het is koud\nWie: {who}\nWanneer: 2026\n"))
    assert f"lead: {lead}\n" in text
    assert f"partners: {partners}\n" in text if partners else "partners:" not in text


def test_who_beside_a_lead_is_text() -> None:
    text = fiche(taken(f"{HEAD}Trekker: OCMW Waterkant\nWie: CAW Polder\n"))
    assert "lead: [ocmw-waterkant]" in text
    assert "CAW Polder" in text.partition("## ")[2]


@pytest.mark.parametrize("words", ["nog geen", "zie actie 1.1.2", "nog niet gekend", "volgt later", "see action 1.1.2"])
def test_what_stands_where_a_name_belongs_and_is_none_makes_no_actor(words: str) -> None:
    found = taken(f"{HEAD}Trekker: {words}\nPartners: {words}\n\n1.1.2 Brood bakken\n\nTrekker: CAW Polder\n")
    assert "lead:" not in fiche(found)
    assert "partners:" not in fiche(found)
    assert "caw-polder:" in found.files["plan/actors.yaml"]
    assert len(found.files["plan/actors.yaml"].split("name:")) == 3


@pytest.mark.parametrize(("again", "into"), [("Actie 3", True), ("Actie 1", False)])
def test_an_action_is_named_by_its_word_and_number_unless_two_have_that(again: str, into: bool) -> None:
    found = taken(
        "Actieplan 2026 ELZ Waterkant\n\nSD1 Zorg\nOD1.1 Thuis\nActie 1: Soep verdelen\n Waarom: koud\n Trekker: CAW\n"
        "Actie 2: Brood bakken\n Dit wordt samengevoegd met actie 1.\n\nOD1.2 Buiten\n"
        f"{again}: Kaas maken\n Waarom: honger\n Trekker: CAW\n"
    )
    text = found.files["plan/actions/brood-bakken.md"]
    assert ("into: soep-verdelen" in text) is into
    assert ("status: merged" in text) is into


# When, and how much


@pytest.mark.parametrize(
    ("timing", "wanted"),
    [
        ("start in september 2026", "start: september 2026"),
        ("We starten in 2026", "start: 2026"),
        ("vanaf maart 2026", "start: maart 2026"),
    ],
)
def test_a_time_at_which_it_starts_is_its_start(timing: str, wanted: str) -> None:
    assert f"{wanted}\n" in fiche(taken(f"{HEAD}Waarom: koud\nTiming: {timing}\n"))


def test_a_time_with_a_year_that_is_no_date_is_not_said_to_have_none() -> None:
    [entry] = entries(taken(f"{HEAD}Waarom: koud\nTiming: ergens na de verhuis van 2026\n"), "due")
    assert entry.reason is not None
    assert "year" not in entry.reason.text


def test_a_label_for_how_it_is_measured_gives_an_indicator_and_its_unit_is_whole() -> None:
    text = fiche(taken(f"{HEAD}Waarom: koud\nMeetbaar via: minstens 200 bereikte ouderen\n"))
    assert "target: 200, unit: bereikte ouderen" in text


def test_a_state_with_its_reason_behind_a_label_has_that_reason() -> None:
    text = fiche(taken(f"{HEAD}Waarom: koud\nStand van zaken: Geschrapt wegens te duur\n"))
    assert "status: stopped" in text
    assert "reason: Geschrapt wegens te duur" in text


def test_one_line_that_was_cut_in_a_text_of_short_lines_is_whole() -> None:
    long = "Het is koud en dan smaakt soep aan iedereen die in de straat woont"
    text = fiche(taken(f"{HEAD}Waarom?\n\n{long}\nen die van soep houdt.\n\nWie: CAW Polder\nWanneer: 2026\n"))
    assert f"{long} en die van soep houdt." in text
