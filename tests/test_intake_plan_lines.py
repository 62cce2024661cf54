"""Facts of an action on one line, roles in forms and tables with words of their own, and more than one number that is aimed at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from elzctl.intake.ledger import Certainty
from elzctl.intake.nobody import is_nobody
from elzctl.intake.plan.indicators import several, target_in
from elzctl.intake.plan.parts import line
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

CHARTER = "Charter 2026 - 2028\n\nEerstelijnszone Polder\n\nENGAGEMENT 1 - Samen eten\nOmdat samen eten goed is.\n"
SOUP = "* Soepbar op het plein. Trekker: OCMW Polder. Partners: Okra en Samana. Timing: 2027. Stand: lopend.\n"


def taken(text: str, name: str = "plan.txt") -> Taken:
    return take_plan(read(name, text.encode()), PlanOptions(today=date(2026, 11, 26)))


def actions(found: Taken) -> dict[str, dict[str, Any]]:
    """The front matter of each action, by its title, with the text below it as ``text``."""
    made = {}
    for path, text in found.files.items():
        if path.startswith("plan/actions/"):
            _, values, body = text.split("---\n", 2)
            front = yaml.safe_load(values)
            made[front["title"]] = {**front, "text": " ".join(body.split())}
    return made


# On one line


@pytest.mark.parametrize(
    "item",
    [
        "Broodronde voor buren; trekker CAW Polder, partners Okra en Samana; klaar tegen eind 2027; meten: 40 rondes; stand: stopgezet in juni 2026 omdat de bakker dicht is",
        "Broodronde voor buren - wie: CAW Polder met Okra en Samana - tegen eind 2027 - doelwaarde: 40 rondes - stand: stopgezet in juni 2026 omdat de bakker dicht is",
        "Broodronde voor buren (trekker CAW Polder, samen met Okra en Samana, tegen eind 2027, doel 40 rondes, stand: stopgezet in juni 2026 omdat de bakker dicht is)",
    ],
)
def test_facts_on_one_line_are_no_part_of_the_title(item: str) -> None:
    one = actions(taken(f"{CHARTER}{SOUP}* {item}\n"))["Broodronde voor buren"]
    assert (one["lead"], one["partners"], one["due"]) == (["caw-polder"], ["okra", "samana"], "eind 2027")
    assert one["indicators"] == [{"kind": "output", "what": "40 rondes", "target": 40, "unit": "rondes"}]
    assert (one["status"], one["since"]) == ("stopped", "juni 2026")
    assert "omdat de bakker dicht is" in one["reason"]


def test_a_period_between_brackets_is_when_it_begins_and_ends() -> None:
    item = "Belronde (trekker Rode Kruis-Vlaanderen, van november 2026 tot februari 2027) - nog niet gestart"
    one = actions(taken(f"{CHARTER}{SOUP}* {item}\n"))["Belronde"]
    assert (one["start"], one["due"], one["status"]) == ("november 2026", "februari 2027", "planned")


def test_the_line_of_an_action_with_a_number_may_tell_facts_too() -> None:
    plan = "Actieplan 2026 ELZ Polder\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n"
    found = taken(
        f"{plan}1.1.1 Soep; trekker OCMW Polder, met Okra; tegen mei 2027\n\nWe koken samen.\n\n1.1.2 Brood\n\nTrekker: CAW\n"
    )
    soup = actions(found)["Soep"]
    assert (soup["lead"], soup["partners"], soup["due"]) == (["ocmw-polder"], ["okra"], "mei 2027")
    assert "We koken samen." in soup["text"]


def test_words_that_are_no_fact_stay_text_and_a_person_stays_private() -> None:
    items = (
        "* Soep koken; trekker Lies Peeters, partners Okra; tegen mei 2027; zonder vuur\n"
        "* Fietsen met bussen, trekker Samana, samen met CM, tegen 2027\n"
        "* Bibliotheek aan huis; trekker OCMW Polder; 2027; budget 2.500 euro; status afgerond\n"
    )
    found = taken(f"{CHARTER}{SOUP}{items}")
    made = actions(found)
    assert (made["Soep koken"]["partners"], made["Soep koken"]["due"]) == (["okra"], "mei 2027")
    assert "zonder vuur" in made["Soep koken"]["text"]
    assert (made["Fietsen met bussen"]["lead"], made["Fietsen met bussen"]["partners"]) == (["samana"], ["cm"])
    library = made["Bibliotheek aan huis"]
    assert (library["status"], library["due"]) == ("done", 2027)
    assert "2.500 euro" in library["text"]
    assert not any("Peeters" in text for path, text in found.files.items() if not path.startswith("private/"))


def test_a_long_title_ends_where_the_facts_begin() -> None:
    title = "Een ronde met brood en soep langs alle buren die alleen wonen en niet meer zelf naar de winkel of de markt kunnen gaan"
    made = actions(taken(f"{CHARTER}{SOUP}* {title}; trekker CAW Polder; tegen mei 2027\n"))
    assert made[title]["lead"] == ["caw-polder"]


@pytest.mark.parametrize(
    "text",
    [
        "Soep - brood - kaas",
        "Praten over zorg; luisteren naar buren",
        "Overleg met scholen - start 2027",
        "Trekker: OCMW Polder; met Okra; tegen mei 2027",
        "trekker OCMW Polder; met Okra; tegen mei 2027",
        "Wandelen; trekker van het peloton; doel en middelen",
    ],
)
def test_a_title_with_signs_in_it_stays_whole(text: str) -> None:
    assert line(text) is None


@pytest.mark.parametrize(
    ("name", "nobody"), [("75 kastjes", True), ("2.000 folders", True), ("1712 vzw", False), ("11 Huizen", False)]
)
def test_a_number_of_things_is_no_actor(name: str, nobody: bool) -> None:
    assert is_nobody(name) is nobody


# Forms and tables with words of their own


def form(title: str, rows: dict[str, str]) -> str:
    first, *more = (f"| {label} | {value} |\n" for label, value in rows.items())
    return f"### {title}\n\n{first}|---|---|\n{''.join(more)}\n"


def test_the_row_with_one_organisation_leads_and_a_row_of_persons_does_not() -> None:
    rows = [
        ("A1 Soep", "CAW Polder", "OCMW Polder, Tandem Noord en Okra", "Lies Peeters"),
        ("A2 Brood", "Logo Polder", "CM; Samana; De Kaai", "Bart Claes, 09 111 22 33"),
        ("A3 Kaas", "OCMW Polder", "CGG Polder, Familiehulp", "An Maes en Jef Wouters"),
    ]
    text = "# Werkplan 2026\n\nEerstelijnszone Polder\n\n## Doelstelling A: Eten\n\n" + "".join(
        form(
            f"Actie {title}",
            {
                "Waar draait het om": "Mensen eten alleen.",
                "Wie houdt het roer vast": lead,
                "Wie vaart mee": along,
                "Hoe ver staan we": "Lopend",
                "Aanspreekpunt": contact,
            },
        )
        for title, lead, along, contact in rows
    )
    found = taken(text, "plan.md")
    made = {title.split()[-1]: one for title, one in actions(found).items()}
    leads = {title: one["lead"] for title, one in made.items()}
    assert leads == {"Soep": ["caw-polder"], "Brood": ["logo-polder"], "Kaas": ["ocmw-polder"]}
    assert made["Soep"]["partners"] == ["ocmw-polder", "tandem-noord", "okra"]
    assert len(made["Brood"]["partners"]) == 3
    public = " ".join(text for path, text in found.files.items() if not path.startswith("private/"))
    assert not any(name in public for name in ("Peeters", "Claes", "Maes", "Wouters", "111 22 33"))
    assert not any(one.field == "lead" and one.certainty is Certainty.UNCLEAR for one in found.account.entries)


def test_a_column_that_one_table_proves_is_the_same_in_the_others() -> None:
    head = "| Nr. | Actie | Kartrekker | In zee met | Wanneer |\n|---|---|---|---|---|\n"
    text = (
        "# Actietabel 2027\n\nEerstelijnszone Polder\n\n## Doelstelling 1. Eten\n\n"
        f"{head}| 1.1 | Soep | Samana | Het Zeil, Sporting Noord | mei 2027 |\n\n"
        f"## Doelstelling 2. Bewegen\n\n{head}| 2.1 | Turnen | Okra | OCMW Polder, CM | mei 2027 |\n"
        "| 2.2 | Dansen | CM | CAW Polder, Okra | najaar |\n"
    )
    found = taken(text, "plan.md")
    made = actions(found)
    assert made["Turnen"]["partners"] == ["ocmw-polder", "cm"]
    assert made["Soep"]["partners"] == ["zeil", "sporting-noord"]
    [due] = [one for one in found.account.entries if one.field == "due" and one.path.endswith("dansen.md")]
    assert (due.value, due.certainty) == ("najaar 2027", Certainty.GUESSED)
    assert due.reason is not None


# More than one number


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("25 huisbezoeken; 80 % van de mensen heeft een schema", 2),
        ("8 koffies, 150 deelnemers", 2),
        ("Minstens 3 zorgtafels en 60 unieke bezoekers", 2),
        ("3 sessies van 2 uur en 40 deelnemers", 1),
        ("4 overleggen, 2 dagen per jaar", 1),
        ("tussen 10 en 20 deelnemers", 1),
        ("8 koffies, een folder", 1),
    ],
)
def test_each_number_with_what_it_counts_is_an_indicator(text: str, parts: int) -> None:
    found = several(text)
    assert len(found) == parts
    assert all(part in text for part in found)


@pytest.mark.parametrize(
    ("text", "number"),
    [("verspreid op 2.000 exemplaren", "2000"), ("60 unieke bezoekers", "60"), ("folders in 2026", "")],
)
def test_thousands_are_no_year_and_a_word_with_u_no_hour(text: str, number: str) -> None:
    found = target_in(text)
    assert (found.number if found is not None else "") == number


def test_two_numbers_of_an_action_are_two_indicators_and_a_quarter_is_a_time() -> None:
    text = "Actieplan 2026 ELZ Polder\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n1.1.1 Soep\n\nTrekker: OCMW Polder\nTiming: kwartaal 2 van 2027\nIndicatoren: 8 koffies, 150 deelnemers\n"
    one = actions(taken(text))["Soep"]
    assert [(row["target"], row["unit"]) for row in one["indicators"]] == [(8, "koffies"), (150, "deelnemers")]
    assert one["due"] == "2e kwartaal 2027"


# Behind the last action


def test_a_line_in_capitals_behind_the_last_action_is_a_chapter() -> None:
    text = f"{CHARTER}{SOUP}* Broodronde. Trekker: CAW Polder. Timing: 2027. Stand: gepland.\n\nAFSPRAKEN OVER DIT CHARTER\nElke partner stuurt iemand.\n"
    found = taken(text)
    assert "Elke partner" not in actions(found)["Broodronde"]["text"]
    assert any(path.startswith("plan/texts/") and "Elke partner" in text for path, text in found.files.items())


def test_a_line_in_capitals_behind_the_last_form_is_a_chapter_too_and_between_forms_a_label() -> None:
    plan = "Actieplan 2026 ELZ Polder\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n1.1.1 Soep\n\nTrekker: OCMW Polder\n\n{between}1.1.2 Brood\n\nTrekker: CAW Polder\n\nOVER DIT PLAN\nWe kijken elk jaar terug.\n"
    found = taken(plan.format(between=""))
    assert "kijken" not in actions(found)["Brood"]["text"]
    found = taken(plan.format(between="OVER DIT PLAN\nWe kijken elk jaar om.\n\n"))
    assert "kijken elk jaar terug" in actions(found)["Brood"]["text"]
