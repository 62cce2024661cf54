"""Sentences of minutes behind an arrow, in a bullet, or about something to go to, and where the report says that they stand."""

from __future__ import annotations

from datetime import date

import pytest
from drawn_plans import ENGLISH
from intake_word import Word
from test_intake_minutes_promises import minutes, stand

from elzctl.intake.minutes.quoted import Quoted
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.paper import Block, Line, Make, Paper
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.render.intake_words import places
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "Aanwezig: CAW Meer, Familiehulp, Steunpunt Lommer"


def said(text: str) -> list[str]:
    return [line for line in stand(minutes(text, head=HEAD)).splitlines() if line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("-> Familiehulp zoekt nog tien helpers", ["- [ ] Familiehulp zoekt nog tien helpers @familiehulp"]),
        (
            "- een bank aan de bushalte -> CAW Meer vraagt de prijs",
            ["- een bank aan de bushalte", "- [ ] CAW Meer vraagt de prijs @caw-meer"],
        ),
        (
            "Een lied voor de kinderen => Steunpunt Lommer schrijft de tekst, tegen half januari",
            [
                "Een lied voor de kinderen",
                '- [ ] Steunpunt Lommer schrijft de tekst @steunpunt-lommer tegen:"half januari 2027"',
            ],
        ),
        (
            "- Steunpunt Lommer kijkt na wie de sleutel heeft",
            ["- [ ] Steunpunt Lommer kijkt na wie de sleutel heeft @steunpunt-lommer"],
        ),
        (
            "Familiehulp neemt contact op met alle scholen van de gemeente om de affiche van de tweede reeks lessen ook bij hen op te hangen in de gang.",
            [
                "- [ ] Familiehulp neemt contact op met alle scholen van de gemeente om de affiche van de tweede reeks lessen ook bij hen op te hangen in de gang @familiehulp"
            ],
        ),
    ],
)
def test_who_does_something_behind_an_arrow_or_in_a_bullet_is_a_point(text: str, lines: list[str]) -> None:
    assert said(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Meer bezoekers -> langere rijen aan de kassa",
        "De vraag ging van school -> gemeente -> provincie.",
        "- de wachtlijst => CAW Meer werkt al samen met Familiehulp",
        "Nadien -> iedereen naar de cafetaria",
    ],
)
def test_an_arrow_alone_makes_no_point(text: str) -> None:
    assert not [line for line in said(text) if line.startswith("- [")]
    assert text.removeprefix("- ").replace("->", "").split()[-1].rstrip(".") in "\n".join(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Akkoord van alle leden om de zaal te huren.",
        "Niemand heeft bezwaar; de werkgroep keurt de begroting goed.",
        "Er zijn geen opmerkingen, de stuurgroep keurt de nota goed.",
        "Nobody objects to it; the working group approves the new route.",
    ],
)
def test_nobody_objects_is_part_of_a_decision(text: str) -> None:
    assert said(text) == [f"BESLUIT: {text}"]


@pytest.mark.parametrize(
    "text", ["Er zijn geen opmerkingen, de zaal was warm.", "Niemand had bezwaar en we aten taart."]
)
def test_nobody_objects_alone_is_no_decision(text: str) -> None:
    assert said(text) == [text]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "De cursus begint op 3 februari 2027 om 20 u. in de bibliotheek.",
            "2027-02-03 20u De cursus begint in de bibliotheek.",
        ),
        (
            "We organiseren een derde sessie: dinsdag 19 januari 2027 van 10 tot 12 uur in de turnzaal.",
            "2027-01-19 10u-12u We organiseren een derde sessie in de turnzaal.",
        ),
        (
            "Op vrijdag 15 januari 2027 is er een spelnamiddag in de refter, van 13u30 tot 16u.",
            "2027-01-15 13u30-16u Spelnamiddag in de refter",
        ),
        (
            "Op zondag 17 januari 2027 is er een zorgmarkt op het plein (9u-12u), met soep.",
            "2027-01-17 9u-12u Zorgmarkt op het plein met soep.",
        ),
    ],
)
def test_hours_behind_the_place_of_an_event_are_its_hours(text: str, event: str) -> None:
    assert said(text) == [f"EVENEMENT: {event}"]


@pytest.mark.parametrize(
    "text",
    [
        "De inschrijvingen voor de cursus starten op 3 februari 2027 om 20 u.",
        "We plannen twee uur: dinsdag 19 januari 2027 van 10 tot 12 uur.",
        "Op maandagavond 11 januari 2027 belt de voorzitter de leden.",
    ],
)
def test_a_day_to_come_alone_is_no_event(text: str) -> None:
    assert said(text) == [text]


def test_an_hour_to_register_by_is_not_that_of_the_event() -> None:
    (line,) = said("Op zondag 17 januari 2027 is er een zorgmarkt op het plein, inschrijven tot 12u.")
    assert line == "EVENEMENT: 2027-01-17 Zorgmarkt op het plein, inschrijven tot 12u."


@pytest.mark.parametrize("text", ["Dat moet nog bekeken worden.", "De affiche moet nog besproken worden."])
def test_what_is_to_be_looked_at_is_told_as_a_doubt(text: str) -> None:
    told = [dict(one.args).get("words") for one in minutes(text, head=HEAD).remarks]
    assert text in told


# Where it stands


def taken(data: bytes) -> Taken:
    return take_minutes(read("verslag.docx", data), MinutesOptions(None, None, Tongue.NL, TODAY))


def test_a_word_file_has_rows_of_tables_and_paragraphs_beside_them() -> None:
    word = Word(dutch=True)
    word.title("Verslag zorgoverleg")
    word.table([["Datum", "5 november 2026"], ["Plaats", "Buurthuis"]])
    word.heading(1, "1. Stand")
    word.para("Goed.")
    account = taken(word.data()).account
    shown = {one.line.text: places((at,), account.lines, Make.DOCX, ENGLISH) for at, one in enumerate(account.lines)}
    assert shown["Buurthuis"] == "table 1, row 2"
    assert shown["Goed."] == "paragraph 3"


def test_a_line_that_columns_share_is_quoted_as_what_was_read_there() -> None:
    lines = (Line("Verslag", 1, 1), Line("Aanwezig van de zomer is", 1, 2))
    blocks = (Block("Verslag", (0,)), Block("Aanwezig", (1,)), Block("van de zomer is", (1,)))
    quoted = Quoted(Paper("x.pdf", Make.PDF, lines, blocks))
    assert quoted.words((0,), "Iets") == "Verslag"
    assert quoted.words((1,), "Aanwezig") == "Aanwezig"
