"""Points of somebody who is only told by a function, and houses of one kind in several places.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.minutes.by_function import function
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.several_places import each_house
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def taken(head: str, text: str) -> Taken:
    whole = f"Overleg zorg\nDatum: 5 november 2026\n{head}\n\n1. Stand\n\n{text}\n\n2. Slot\n\nGeen.\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def points(found: Taken) -> list[str]:
    return [line.strip() for line in meeting(found).splitlines() if line.lstrip().startswith(("- [", "- Wie"))]


def owners(found: Taken) -> list[Entry]:
    return [one for one in found.account.entries if one.field.endswith(".owner")]


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("De voorzitter maakt de nota tegen 9/10/2027.", ["- [ ] De voorzitter maakt de nota tegen:2027-10-09"]),
        (
            "- De verslaggever bezorgt het verslag tegen 9/12/2026.",
            ["- [ ] De verslaggever bezorgt het verslag tegen:2026-12-09"],
        ),
        (
            "De netwerkcoach stuurt de lijst door tegen 9/12/2026.",
            ["- [ ] De netwerkcoach stuurt de lijst door tegen:2026-12-09"],
        ),
        (
            "Actie: lijst maken (secretaris, tegen 9/12/2026)",
            ["- [ ] lijst maken tegen:2026-12-09", "- Wie: secretaris"],
        ),
        ("Actie: lijst bezorgen (coördinator)", ["- [ ] lijst bezorgen", "- Wie: coördinator"]),
        ("Acties:\n- Penningmeester: kas nakijken", ["- [ ] kas nakijken", "- Wie: Penningmeester"]),
        ("Acties:\n- Nota maken – Wie: huisarts", ["- [ ] Nota maken", "- Wie: huisarts"]),
    ],
)
def test_a_function_is_no_organisation_and_who_does_it_is_not_understood(text: str, noted: list[str]) -> None:
    found = taken("Aanwezig: CAW, OCMW Meer", text)
    assert points(found) == noted
    assert [(one.value, one.certainty) for one in owners(found)] == [("", Certainty.UNCLEAR)]
    assert "name: OCMW Meer\n" in found.files["plan/actors.yaml"]
    assert found.files["plan/actors.yaml"].count("name:") == 2


@pytest.mark.parametrize(
    ("head", "text", "owner"),
    [
        ("Voorzitter: OCMW Meer", "De voorzitter maakt de nota tegen 9/10/2027.", "ocmw-meer"),
        ("Verslaggever: CAW", "De verslaggever bezorgt het verslag tegen 9/12/2026.", "caw"),
        ("", "Acties:\n- Nota lezen – Wie: de coördinator van het CAW", "caw"),
    ],
)
def test_the_house_that_the_document_gives_a_function_is_a_guess(head: str, text: str, owner: str) -> None:
    found = taken(f"Aanwezig: CAW, OCMW Meer\n{head}".rstrip(), text)
    assert [(one.value, one.certainty) for one in owners(found)] == [(owner, Certainty.GUESSED)]
    assert "oördinator van het CAW" in meeting(found) if not head else f"@{owner}" in meeting(found)


def test_a_function_in_a_calendar_stays_in_the_words_of_the_event() -> None:
    found = minutes_with_calendar("voorzitter")
    assert "EVENEMENT: 2027-03-12 Infoavond" in meeting(found)
    assert "voorzitter" in meeting(found)
    assert "oorzitter" not in found.files["plan/actors.yaml"]
    assert "@ocmw-meer" in meeting(minutes_with_calendar("OCMW Meer"))


def minutes_with_calendar(who: str) -> Taken:
    rows = f"| Wanneer | Wat | Wie |\n| --- | --- | --- |\n| 12/03/2027 | Infoavond | {who} |\n"
    text = f"# Overleg zorg\n\nDatum: 5 november 2026\n\nAanwezig: CAW, OCMW Meer\n\n## Stand\n\nKalender\n\n{rows}\n## Slot\n\nGeen.\n"
    return take_minutes(read("verslag.md", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def test_who_leads_as_a_person_gives_no_house() -> None:
    found = taken(
        "Aanwezig: Saskia Omegabeta (CAW), OCMW Meer\nVoorzitter: Saskia Omegabeta",
        "De voorzitter maakt de nota tegen 9/10/2027.",
    )
    assert points(found) == ["- [ ] De voorzitter maakt de nota tegen:2027-10-09"]


def test_one_beside_a_house_stands_under_the_point() -> None:
    found = taken("Aanwezig: CAW, OCMW Meer", "Acties:\n- Brief schrijven – Wie: voorzitter en CAW")
    assert points(found) == ["- [ ] Brief schrijven @caw", "- Wie: voorzitter"]


@pytest.mark.parametrize("name", ["CAW", "Bestuur", "Gezin en Handicap", "huisartsen", "apothekers", "Secretariaat", "De Meester vzw", "Vrijwilligers", "Cluster Zorg", "schepenen"])  # fmt: skip
def test_the_name_of_a_house_or_a_group_is_no_function(name: str) -> None:
    assert function(name) is None


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("LDC's van Gooik en Lennik", "LDC Gooik, LDC Lennik"),
        ("de OCMW’s van Asse, Halle en Ternat", "OCMW Asse, OCMW Halle, OCMW Ternat"),
        ("De huisartsenkringen van Alfadal en Betadal", "huisartsenkring Alfadal, huisartsenkring Betadal"),
        ("de lokale besturen van Gooik, Lennik en Asse", "lokaal bestuur Gooik, lokaal bestuur Lennik, lokaal bestuur Asse"),
        ("WZC's Ter Linde en Ter Stelten", "WZC Ter Linde, WZC Ter Stelten"),
        ("Huizen van het Kind van Asse en Halle", "Huis van het Kind Asse, Huis van het Kind Halle"),
        ("OCMW Asse en Halle", "OCMW Asse, OCMW Halle"),
        ("CAW, OCMW's van Gooik en Lennik en Logo", "CAW, OCMW Gooik, OCMW Lennik en Logo"),
        ("municipalities of Asse and Halle", "municipality Asse, municipality Halle"),
    ],
)  # fmt: skip
def test_several_houses_of_a_kind_are_each_one(text: str, each: str) -> None:
    assert each_house(text) == each


@pytest.mark.parametrize(
    "text",
    [
        "lokale besturen, OCMW's en huisartsen",
        "OCMW's van Asse, CAW en Okra",
        "LDC's Gooik, Samana en Okra",
        "thuiszorgdiensten Ferm en Okra",
        "dienst van Zorg en Welzijn",
        "diensten van Zorg en Welzijn",
        "OCMW Meer en CAW",
        "scholen van Ternat en omgeving",
        "wijken Noord en Zuid",
        "ELZ Leie en Schelde",
        "Verenigingen van Ouders en Kinderen",
    ],
)
def test_other_names_stay_whole(text: str) -> None:
    assert each_house(text) == text


def test_a_name_that_the_plan_has_stays_whole() -> None:
    assert (
        each_house("gemeenten Asse en Halle", lambda words: words == "gemeenten Asse en Halle")
        == "gemeenten Asse en Halle"
    )


def test_several_houses_that_were_there_are_a_guess() -> None:
    found = taken("Aanwezig: LDC's van Gooik en Lennik, CAW", "Goed.")
    assert "present: [ldc-gooik, ldc-lennik, caw]\n" in meeting(found)
    there = next(one for one in found.account.entries if one.field == "present")
    assert there.certainty is Certainty.GUESSED


@pytest.mark.parametrize(
    "text",
    [
        "Actie: lijst maken (OCMW's van Gooik en Lennik, tegen 9/12/2026)",
        "De OCMW's van Gooik en Lennik bezorgen de lijst tegen 9/12/2026.",
        "Acties:\n- Lijst maken – Wie: OCMW's van Gooik en Lennik",
    ],
)
@pytest.mark.parametrize("head", ["Aanwezig: CAW", "Aanwezig: CAW, OCMW Gooik, OCMW Lennik"])
def test_several_houses_do_a_point_as_a_guess(head: str, text: str) -> None:
    found = taken(head, text)
    assert "@ocmw-gooik @ocmw-lennik" in meeting(found)
    assert [one.certainty for one in owners(found)] == [Certainty.GUESSED]
