"""Names of organisations as they are written: signs, small letters, abbreviations beside them, and the zone itself."""

from __future__ import annotations

import re
from datetime import date

import pytest

from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.shortened import begin_of, paired
from elzctl.intake.who import Actors, names, remainder, shown

BODY = "\n\n1. Samen sterk\n\n1.1 Netwerken\n\n1.1.1 Soep\n\nTrekker: ELZ\nPartners: CAW Heide, de eerstelijnszone\nWaarom? Honger.\n"


def actors(text: str) -> dict[str, tuple[str, ...]]:
    found = Actors()
    for name in names(text):
        found.ref(name)
    return found.new


@pytest.mark.parametrize("name", ["publiq", "imec", "i-mens"])
def test_what_is_written_small_stays_so(name: str) -> None:
    assert shown(name) == name


def test_other_words_begin_with_a_capital() -> None:
    assert [shown(name) for name in ("huisartsen", "werkgroep")] == ["Huisartsen", "Werkgroep"]


@pytest.mark.parametrize(
    ("text", "names_of_one"),
    [
        ("VAN – Vlaams Apothekersnetwerk", ("Vlaams Apothekersnetwerk", "VAN")),
        ("Vlaams Apothekersnetwerk - VAN", ("Vlaams Apothekersnetwerk", "VAN")),
        ("HVK – Huis voor Kinderen", ("Huis voor Kinderen", "HVK")),
    ],
)
def test_an_abbreviation_and_its_name_are_one_actor(text: str, names_of_one: tuple[str, ...]) -> None:
    assert list(actors(text).values()) == [names_of_one]
    assert remainder(text, names(text)) == ""


@pytest.mark.parametrize("text", ["CAW Heide – team Berg", "OCMW – Berg", "LDC – Linde"])
def test_other_names_with_a_dash_between_them_are_two(text: str) -> None:
    assert paired(text) == text
    assert len(actors(text)) == 2


def test_a_word_that_is_put_together_gives_more_letters() -> None:
    assert begin_of("Vlaams Apothekersnetwerk en meer", "VAN") == "Vlaams Apothekersnetwerk"
    assert begin_of("Vlaams Apothekersnetwerk", "VAX") == ""


def of_plan(head: str) -> tuple[list[str], list[str]]:
    """The actors that a plan has, and the ids behind lead and partners of its action."""
    found = take_plan(read("plan.txt", f"{head}{BODY}".encode()), PlanOptions(today=date(2026, 3, 1)))
    action = next(text for path, text in found.files.items() if path.startswith("plan/actions/"))
    return (
        re.findall(r"  name: (.+)", found.files["plan/actors.yaml"]),
        re.findall(r"^(?:lead|partners): \[(.*)\]", action, re.MULTILINE),
    )


@pytest.mark.parametrize(
    ("head", "zone", "ids"),
    [
        ("Actieplan 2026 ELZ Middenheide", "ELZ Middenheide", "elz-middenheide"),
        ("Actieplan 2026 ELZ Gezond+", "ELZ Gezond+", "elz-gezond"),
        ("Actieplan 2026 eerstelijnszone regio Heide", "Eerstelijnszone regio Heide", "eerstelijnszone-regio-heide"),
        (
            "Actieplan 2026\n\nWij zijn de Eerstelijnszone (ELZ) Heide.",
            "Eerstelijnszone Heide",
            "eerstelijnszone-heide",
        ),
        ("Actieplan 2026 Zorgraad Heide", "Zorgraad Heide", "zorgraad-heide"),
        ("Actieplan 2026\n\nZorgraad Heide\n\nHet plan van ELZ Heide.", "ELZ Heide", "elz-heide"),
    ],
)
def test_the_zone_alone_is_the_one_that_the_document_names(head: str, zone: str, ids: str) -> None:
    known, told = of_plan(head)
    assert zone in known
    assert "ELZ" not in known
    assert told == [ids, f"caw-heide, {ids}"]


def test_the_zone_alone_stays_so_where_the_document_names_two() -> None:
    known, _ = of_plan("Actieplan 2026 OCMW Berg\n\nWe werken samen met ELZ Heide. Ook ELZ Linde doet mee.")
    assert "ELZ Heide en ELZ Linde" not in known


def test_a_group_keeps_its_sign_in_a_decision() -> None:
    text = f"Actieplan 2026 ELZ Heide{BODY}Hoe?\n\nStuurgroep Gezond+ besliste op 3 februari 2026 om deze actie te schrappen.\n"
    found = take_plan(read("plan.txt", text.encode()), PlanOptions(today=date(2026, 3, 1)))
    assert "  name: Stuurgroep Gezond+\n" in found.files["plan/actors.yaml"]
