"""First names that a document shows to be of organisations; in doubt they are of people, and stay private."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.shown_houses import formed, shown
from elzctl.intake.taken import Taken


def taken(lead: str, partners: str, text: str) -> Taken:
    plan = (
        "Actieplan 2026 ELZ Middenheide\n\n1. Samen sterk\n\n1.1 Netwerken\n\n1.1.1 Soep\n\n"
        f"Trekker: {lead}\nPartners: {partners}\nWat?\n\n{text}\n"
    )
    return take_plan(read("plan.txt", plan.encode()), PlanOptions(today=date(2026, 3, 1)))


def public(found: Taken) -> str:
    return "".join(text for path, text in found.files.items() if not path.startswith("private/"))


@pytest.mark.parametrize("name", ["vzw Alma", "Alma vzw", "WZC Alma", "woonzorgcentrum Alma"])
def test_what_is_called_an_organisation_leads_and_stays_in_a_text(name: str) -> None:
    found = taken(name, "OCMW Heide", f"De soep van {name} is warm.")
    assert f"De soep van {name} is warm." in public(found)
    assert "lead: [" in public(found)
    assert "[persoon" not in public(found)


@pytest.mark.parametrize("elsewhere", ["vzw Alma", "Alma vzw", "WZC Alma"])
def test_alone_it_is_the_organisation_where_nobody_looks_to_be_called_so_and_is_a_guess(elsewhere: str) -> None:
    found = taken("Alma", "OCMW Heide", f"De soep komt van {elsewhere}.")
    [lead] = [one for one in found.account.entries if one.field == "lead"]
    assert (lead.value, lead.certainty) == ("alma", Certainty.GUESSED)


@pytest.mark.parametrize(
    "text",
    [
        "De soep is warm.",
        "De soep komt van vzw Alma. Alma Ypsilon belt de partners.",
        "De soep komt van vzw Alma. Alma neemt contact op.",
        "De soep komt van vzw Alma. Contact: Alma",
        "De soep komt van vzw Alma. Alma en Xandrine doen mee.",
        "De soep komt van vzw Alma. De coördinator Alma kookt.",
        "De soep komt van vzw Alma. Mevrouw Alma kookt.",
        "De soep komt van vzw Alma. Alma (coördinator) kookt.",
        "De soep komt van de voorzitter vzw Alma.",
    ],
)
def test_in_doubt_it_is_a_person(text: str) -> None:
    found = taken("Alma", "OCMW Heide", text)
    assert "lead:" not in public(found)
    assert "name: Alma" not in public(found)
    assert "Alma" in found.files["private/import-plan.md"]


def test_a_full_name_behind_a_legal_form_is_of_a_person() -> None:
    assert "Emma Ypsilon" not in public(taken("OCMW Heide", "CAW Heide", "vzw Emma Ypsilon belt."))


def test_somebody_of_an_organisation_with_a_legal_form_is_a_person() -> None:
    found = taken("OCMW Heide", "CAW Heide", "Emma vzw De Brug kookt. Emma belt.")
    assert "Emma" not in public(found)


def test_houses_of_one_kind_next_to_each_other_stay_in_a_text() -> None:
    found = taken("OCMW Heide", "CAW Heide", "De woonzorgcentra Alma, Iris en Emma doen mee.")
    assert "De woonzorgcentra Alma, Iris en Emma doen mee." in public(found)


def test_a_name_beside_houses_is_not_one_of_them() -> None:
    found = taken("OCMW Heide", "WZC Alma, WZC Iris, Emma", "De soep is warm.")
    assert "partners: [wzc-alma, wzc-iris]\n" in public(found)
    assert "Emma" not in public(found)


def test_an_unknown_word_as_lead_stays_private_and_is_told() -> None:
    found = taken("Vlinderdans", "OCMW Heide", "De soep is warm.")
    assert "Vlinderdans" not in public(found)
    [lead] = [one for one in found.account.entries if one.field == "lead"]
    assert lead.certainty is Certainty.UNCLEAR
    assert lead.reason is not None
    assert dict(lead.reason.args)["key"] == "lead"


def test_where_they_stand() -> None:
    text = "Met vzw Alma, Iris vzw en de jeugdhuizen Emma en Noor."
    assert [text[first:last] for first, last in formed(text)] == ["vzw Alma", "Iris vzw", "jeugdhuizen Emma en Noor"]
    assert shown([text]) == {"Alma", "Iris"}
    assert shown([text], by_form=True) == {"Alma", "Iris"}
    assert shown(["WZC Alma"], by_form=True) == frozenset()
