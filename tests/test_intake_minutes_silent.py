"""Sentences in which somebody does something: points, events, and what the remarks name when it is neither.  All names are made up."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
ENGLISH = Language("en")
HEAD = "# Verslag overleg spelen\n\n3 februari 2026\n\nAanwezig: Samana, Kind en Gezin / Opgroeien – Karel Testman, Wit-Gele Kruis, Stad Meer (Mia Testman, coördinator), OCMW Meer (Jef Proefman, voorzitter), logo\n\n## 1. Rondje\n\n"


def taken(text: str) -> Taken:
    return take_minutes(read("v.md", f"{HEAD}{text}\n".encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def named(found: Taken) -> str:
    return " ".join(one for one in map(ENGLISH, found.remarks) if "may be" in one and "action point" in one)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        (
            "Het Wit-Gele Kruis neemt de screening mee op de teamvergaderingen van april.",
            "Het Wit-Gele Kruis neemt de screening mee op de teamvergaderingen van april @wit-gele-kruis",
        ),
        (
            "De nota moet op 31 maart bij de Stichting zijn. Samana zorgt hiervoor.",
            "De nota moet op 31 maart bij de Stichting zijn. Samana zorgt hiervoor @samana tegen:2026-03-31",
        ),
        (
            "De zaal moet nog gehuurd worden. Wit-Gele Kruis doet dit.",
            "De zaal moet nog gehuurd worden. Wit-Gele Kruis doet dit @wit-gele-kruis",
        ),
        (
            "Actie: Opgroeien bezorgt een fiche aan de scholen.",
            "Opgroeien bezorgt een fiche aan de scholen. @kind-gezin-opgroeien",
        ),
        (
            "Actie: de coördinator past de begroting aan tegen 1 april 2026.",
            "de coördinator past de begroting aan @stad-meer tegen:2026-04-01",
        ),
    ],
)
def test_who_does_it_is_found(text: str, point: str) -> None:
    found = taken(text)
    assert f"- [ ] {point}\n" in written(found)
    owner = next(one for one in found.account.entries if one.field == "points[1].owner")
    assert owner.certainty is Certainty.GUESSED


def test_the_one_that_leads_the_meeting_does_not_do_it_for_a_house() -> None:
    assert "@ocmw-meer" not in written(taken("De voorzitter maakt een lijst tegen 3 maart."))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Samana: op 19 maart is er een koffienamiddag om 14u.", "2026-03-19 Samana: Koffienamiddag om 14u"),
        ("Samana: infoavond op 19 maart om 20u.", "2026-03-19 20u Samana: infoavond"),
    ],
)
def test_what_is_on_behind_the_name_of_a_house_is_an_event(text: str, event: str) -> None:
    assert f"EVENEMENT: {event}" in written(taken(text))


@pytest.mark.parametrize(
    "text",
    [
        "Samana past de folder nog wat aan.",
        "Stad Meer bezorgt iets lekkers.",
        "Mia zorgt voor koffie en taart.",
        "De coördinator herbekijkt de lijst in het najaar.",
        "Samana komt in maart langs.",
        "Samana en Wit-Gele Kruis werken de komende maanden aan een folder.",
        "Karel belt de kring",
        "logo belt Samana",
        "Stad Meer plant bomen in het voorjaar.",
    ],
)
def test_what_may_be_a_point_is_named(text: str) -> None:
    found = taken(f"- {text}\n- goed")
    guessed = [one for one in found.account.entries if one.field == "points[1]" and one.certainty is Certainty.GUESSED]
    assert guessed or text.split()[-2] in named(found)


@pytest.mark.parametrize(
    "text",
    [
        "Samana meldt dat de bus niet rijdt.",
        "Samana zorgt al jaren voor koffie.",
        "Kind en Gezin heeft een nieuwe folder.",
        "Karel vindt dat we dit in maart moeten doen.",
        "Samana betaalt vanaf dit jaar mee.",
        "Wie zorgt voor koffie?",
        "Stad Meer is in april gesloten.",
        "De bus rijdt in april anders.",
    ],
)
def test_what_is_told_is_not_named(text: str) -> None:
    assert named(taken(text)) == ""


def test_a_sentence_behind_the_bracket_of_a_point_is_none_of_it() -> None:
    found = written(taken("Actie: Samana zoekt twee tekenaars (tegen eind mei). Wie ideeën heeft, belt de kring."))
    assert '- [ ] Samana zoekt twee tekenaars @samana tegen:"eind mei 2026"\n\nWie ideeën heeft' in found


def test_the_hours_go_out_of_an_event_and_its_place_stays() -> None:
    found = written(taken("Samana: op 19 maart is er een namiddag met quiz, 14u, parochiezaal."))
    assert "EVENEMENT: 2026-03-19 14u Samana: Namiddag met quiz, parochiezaal." in found


def test_the_second_sentence_of_a_house_names_its_event_with_it() -> None:
    found = written(taken("- Samana: verhuist in mei. Opendeurdag op zaterdag 23 mei 2026, 10u-16u."))
    assert "EVENEMENT: 2026-05-23 10u-16u Samana: Opendeurdag\n" in found


def test_a_name_with_its_article_is_the_only_one_that_ends_so() -> None:
    text = HEAD.replace("Samana,", "Inloophuis De Vlinder,") + "Actie: De Vlinder maakt een lijst tegen 3 mei.\n"
    found = take_minutes(read("v.md", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    assert "De Vlinder maakt een lijst @inloophuis-vlinder tegen:2026-05-03\n" in written(found)


def test_a_function_before_the_name_of_a_house_is_no_part_of_it() -> None:
    text = HEAD.replace("logo\n", "Berta Proefman (vertegenwoordiger PZON), Karel (kine)\n")
    found = take_minutes(read("v.md", (text + "Goed.\n").encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    present = next(line for line in written(found).splitlines() if line.startswith("present"))
    assert present.endswith("ocmw-meer, pzon]")


def test_a_name_makes_way_for_its_only_function_whatever_stands_behind_that() -> None:
    text = HEAD.replace("(Mia Testman, coördinator)", "(Mia Testman)").replace(
        "logo\n", "Berta Proefman (penningmeester, Kring Meer)\n"
    )
    text += "Berta wijst op de index.\n"
    found = take_minutes(read("v.md", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    assert "De penningmeester wijst op de index." in written(found)


def test_a_verb_behind_a_place_is_no_part_of_it() -> None:
    text = (
        "From: Office <office@meer.example>\nSent: Thursday, 5 November 2026 09:14\nSubject: Verslag overleg spelen 4/11\n\n"
        "Dag allen,\n\nEen samenvatting van wat we op 4 november in het Sociaal Huis van Meer bespraken (van 10u tot 12u).\n\n1. Rondje\nGoed.\n"
    )
    found = take_minutes(read("v.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    assert "location: Sociaal Huis van Meer\n" in written(found)


def test_the_title_of_a_document_goes_before_a_day_below_it() -> None:
    document = Document()
    document.add_paragraph("Lokaal netwerk spelen – regio Meer", style="Title")
    document.add_paragraph("Netwerkmoment van dinsdag 3 november 2026 – 12u tot 14u", style="Subtitle")
    document.add_heading("Rondje", 1)
    document.add_paragraph("Goed.")
    data = BytesIO()
    document.save(data)
    found = take_minutes(read("v.docx", data.getvalue()), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    assert "title: Lokaal netwerk spelen – regio Meer\n" in written(found)
    assert "date: 2026-11-03\nstart: 12u\nend: 14u\n" in written(found)


@pytest.mark.parametrize(
    "text",
    [
        "lesgever: sportdienst bellen (Karel, voor de vakantie)",
        "formulier te lang!! logo maakt korte versie -> klaar tegen 15 mei",
        "Karel wil dat graag bij ons en legt een zaal vast.",
        "Karel zou bij de kring polsen, en laat iets weten voor eind november.",
    ],
)
def test_a_note_that_may_be_a_point_is_named(text: str) -> None:
    found = taken(f"- {text}\n- goed")
    assert "- [ ]" not in written(found)
    assert text.split()[-2] in named(found)


@pytest.mark.parametrize(
    "text", ["de zaal (Samana, OCMW Meer)", "folder van 2025 (Samana, 2025)", "lokaal 3 (Samana, 14u)"]
)
def test_a_bracket_without_a_time_to_come_is_not_named(text: str) -> None:
    assert named(taken(f"- {text}\n- goed")) == ""
