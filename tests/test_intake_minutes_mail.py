"""Minutes as people type them in a mail: who was there in one paragraph, short words with a stop, arrows.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest
from test_intake_minutes_promises import minutes as promised
from test_intake_minutes_promises import stand

from elzctl.intake.minutes.marks import SENTENCES
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def minutes(head: str, body: str = "1. Stand\nNiets.\n\n2. Slot\nGeen.\n") -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{head}\n\n{body}"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def people(found: Taken) -> list[str]:
    text = next((text for path, text in found.files.items() if path.startswith("private/deelnemers")), "\n")
    return text.splitlines()[1:]


@pytest.mark.parametrize(
    "words",
    [
        *("Hadden zich laten excuseren", "Hebben zich laten verontschuldigen", "Lieten zich excuseren"),
        *("Lieten zich verontschuldigen", "Konden er niet bij zijn"),
    ],
)
def test_a_sentence_behind_those_present_begins_those_who_sent_word(words: str) -> None:
    found = minutes(
        f"We waren met 5: CAW Meer, Familiehulp en ikzelf. {words}: Samana, dokter Saskia Omegabeta en Ferm!?."
    )
    assert "present: [caw-meer, familiehulp]\nexcused: [samana, ferm]\n" in meeting(found)
    assert people(found) == ["dokter Saskia Omegabeta;;;;verontschuldigd"]


def test_who_excused_themselves_may_stand_before_the_words() -> None:
    found = minutes("Aanwezig: CAW Meer. Samana en Ferm hebben zich laten excuseren.")
    assert "present: [caw-meer]\nexcused: [samana, ferm]\n" in meeting(found)


@pytest.mark.parametrize("words", ["mensen van", "twee collega's van", "enkele medewerkers van"])
def test_people_of_a_house_in_a_list_are_that_house(words: str) -> None:
    found = minutes(f"Aanwezig: CAW Meer, {words} Steunpunt Lommer, Familiehulp")
    assert "present: [caw-meer, steunpunt-lommer, familiehulp]" in meeting(found)
    assert not found.account.left


def test_people_of_a_group_without_a_name_stay_as_they_are() -> None:
    found = minutes("Aanwezig: CAW Meer, mensen van de wijk, Familiehulp")
    assert "name: Mensen van de wijk\n" in found.files["plan/actors.yaml"]


def test_two_people_of_one_house_are_in_the_list_with_it() -> None:
    found = minutes("Aanwezig: CAW Meer, Saskia Omegabeta en Jan Nulbeta van vzw Lommerrijk, Familiehulp")
    assert "present: [caw-meer, lommerrijk, familiehulp]" in meeting(found)
    assert people(found) == [
        "Saskia Omegabeta;vzw Lommerrijk;;;aanwezig",
        "Jan Nulbeta;vzw Lommerrijk;;;aanwezig",
    ]


@pytest.mark.parametrize(
    "short", ["dr.", "Prof.", "mevr.", "Dhr.", "nr.", "bv.", "i.v.m.", "t.e.m.", "ca.", "m.b.t.", "o.l.v."]
)
def test_a_short_word_with_a_stop_ends_no_sentence(short: str) -> None:
    assert SENTENCES.split(f"Zij komt {short} Omegabeta. Daarna is er soep.") == [
        f"Zij komt {short} Omegabeta.",
        "Daarna is er soep.",
    ]


@pytest.mark.parametrize("name", ["Aalst", "Ibdr", "Toerist"])
def test_a_name_that_ends_as_a_short_word_does_ends_a_sentence(name: str) -> None:
    assert SENTENCES.split(f"We gaan naar {name}. Daarna is er soep.") == [
        f"We gaan naar {name}.",
        "Daarna is er soep.",
    ]


def test_an_event_keeps_who_gives_it_and_with_whom() -> None:
    text = (
        "Op dinsdag 1 december om 19 uur geeft dr. Omegabeta een infoavond in CC De Bron, samen met Ferm. Er is soep."
    )
    assert stand(promised(text)).splitlines() == [
        "EVENEMENT: 2026-12-01 19u Op dinsdag 1 december om 19 uur geeft [persoon 1] een infoavond in CC De Bron, samen met Ferm.",
        "",
        "Er is soep.",
    ]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        (
            "-> Familiehulp contacteert de directies, klaar eind december",
            'Familiehulp contacteert de directies @familiehulp tegen:"eind december 2026"',
        ),
        (
            "-> Logo Midden-West-Vlaanderen wordt gevraagd om budget vrij te maken",
            "Logo Midden-West-Vlaanderen wordt gevraagd om budget vrij te maken @logo-midden-west-vlaanderen",
        ),
        (
            "CAW Meer zoekt uit waar het fout loopt, uiterlijk tegen 8 januari.",
            "CAW Meer zoekt uit waar het fout loopt @caw-meer tegen:2027-01-08",
        ),
        (
            "CAW Meer zoekt uit waar het fout loopt, uiterlijk tegen het einde van deze week.",
            "CAW Meer zoekt uit waar het fout loopt @caw-meer tegen:2026-11-05/2026-11-08",
        ),
        (
            "CAW Meer bezorgt de lijst, ten laatste tegen de volgende vergadering.",
            "CAW Meer bezorgt de lijst @caw-meer tegen:2026-12-08",
        ),
    ],
)
def test_a_point_has_its_day_and_no_word_for_it_left(text: str, point: str) -> None:
    assert stand(promised(text)) == f"- [ ] {point}"


@pytest.mark.parametrize(
    ("aside", "kept"),
    [
        ("0477/98.76.54, p.omegabeta@vossem.example", "([…], […]) "),
        ("info@vossem.example", "([…]) "),
        ("9/12/2026", ""),
    ],
)
def test_where_to_reach_somebody_is_not_who_does_it(aside: str, kept: str) -> None:
    due = "" if kept else " tegen:2026-12-09"
    found = stand(promised(f"Familiehulp neemt contact op met Samana ({aside})."))
    assert found == f"- [ ] Familiehulp neemt contact op met Samana {kept}@familiehulp{due}"


@pytest.mark.parametrize("first", ["Onderwerp", "Punt", "Agendapunt", "Thema"])
@pytest.mark.parametrize("second", ["Wat werd gezegd", "Bespreking", "Verslag", "Toelichting"])
def test_a_table_of_what_was_said_is_the_agenda(first: str, second: str) -> None:
    table = f"| {first} | {second} |\n|---|---|\n| 1. Nieuwe folder | De tekst is kort. |\n| 2. Zaal | De zaal is te klein. |\n"
    whole = f"# Verslag zorgoverleg\n\nDatum: 5 november 2026\n\nAanwezig: CAW Meer\n\n{table}"
    found = take_minutes(read("verslag.md", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))
    assert meeting(found).endswith("## 1. Nieuwe folder\n\nDe tekst is kort.\n\n## 2. Zaal\n\nDe zaal is te klein.\n")
    assert not found.account.left


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("We kwamen samen in het LDC De Wingerd, Dorpsstraat 4, Meer.", "LDC De Wingerd, Dorpsstraat 4, Meer"),
        ("We kwamen deze keer samen bij Familiehulp om te praten over zorg.", "Familiehulp"),
        ("De werkgroep vergaderde in het Sociaal Huis.", "Sociaal Huis"),
    ],
)
def test_a_sentence_says_where_they_met(text: str, place: str) -> None:
    assert f"\nlocation: {place}\n" in meeting(minutes(f"Aanwezig: CAW Meer\n\n{text}")).replace('"', "")


@pytest.mark.parametrize(
    "text",
    [
        "We kwamen samen in het kader van het project Warme Buurt.",
        "We kwamen samen in kleine groepen, CAW was er ook.",
        "De werkgroep vergaderde in de voormiddag.",
        "We kwamen samen in december 2025 in het LDC De Wingerd.",
    ],
)
def test_a_sentence_about_something_else_is_no_place(text: str) -> None:
    assert "location:" not in meeting(minutes(f"Aanwezig: CAW Meer\n\n{text}"))


def test_how_many_they_were_is_not_left_over() -> None:
    assert not minutes("We waren met 9\n\nAanwezig: CAW Meer, Familiehulp").account.left
