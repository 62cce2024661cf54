"""What stays text though the document has a sign of a value there: it is named in the report.  All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
ENGLISH = Language("en")
HEAD = "Verslag intervisie zorg\n\nDatum: 16 oktober 2026, 10u-12u\nPlaats: LDC De Kring\nAanwezig: Logo Meer, OCMW Meer, Jef Testman (CAW Meer)\n\n1. Folders\nWe bekeken de folders.\n\n2. Varia\n"
LAST = "\n\nVolgende intervisie: vrijdag 15 januari 2027, 9u30, LDC De Kring\n"


def taken(text: str) -> Taken:
    data = f"{HEAD}{text}{LAST}".encode()
    return take_minutes(read("v.txt", data), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def remarks(found: Taken) -> str:
    return "\n".join(map(ENGLISH, found.remarks))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("volgende zorgraad", "- [ ] Signalen bespreken @logo-meer\n  - Deadline: volgende zorgraad"),
        ("volgende stuurgroep", "- [ ] Signalen bespreken @logo-meer\n  - Deadline: volgende stuurgroep"),
        ("volgende vergadering", "- [ ] Signalen bespreken @logo-meer tegen:2027-01-15"),
        ("volgende intervisie", "- [ ] Signalen bespreken @logo-meer tegen:2027-01-15"),
        ("volgende keer", "- [ ] Signalen bespreken @logo-meer tegen:2027-01-15"),
    ],
)
def test_the_next_time_of_another_group_is_no_day(words: str, line: str) -> None:
    assert line in written(taken(f"Actie: Signalen bespreken – Logo Meer – {words}"))


def test_words_of_another_group_in_a_sentence_stay() -> None:
    text = written(taken("Actie: Logo Meer bespreekt de signalen tegen de volgende zorgraad"))
    assert "tegen de volgende zorgraad" in text
    assert "tegen:" not in text


# Events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "- Thuiszorgwinkel wil gratis rollators nakijken, in LDC De Zonnebloem, woe 25/11 van 14u tot 17u",
            "2026-11-25 14u-17u Thuiszorgwinkel wil gratis rollators nakijken, in LDC De Zonnebloem",
        ),
        (
            "Iedereen kan gratis de bloeddruk laten meten bij Logo Meer, op 3 december 2026 van 10 tot 12 uur.",
            "2026-12-03 10u-12u Iedereen kan gratis de bloeddruk laten meten bij Logo Meer",
        ),
        (
            "Ruilmoment voor kinderkledij in zaal De Pit, za 5/12 (9u-12u)",
            "2026-12-05 9u-12u Ruilmoment voor kinderkledij in zaal De Pit",
        ),
    ],
)
def test_a_day_with_hours_behind_a_place_is_an_event(text: str, event: str) -> None:
    found = taken(text)
    assert f"EVENEMENT: {event}" in written(found)
    assert next(one.certainty for one in found.account.entries if one.field == "events[1]") is Certainty.GUESSED


@pytest.mark.parametrize(
    "text",
    [
        "Inschrijven kan in LDC De Zonnebloem tot 25/11 van 14u tot 17u",
        "De werkgroep vergadert in LDC De Zonnebloem op 25/11 van 14u tot 17u",
        "We waren in LDC De Zonnebloem op 7/10 van 14u tot 17u",
        "Het loket in LDC De Zonnebloem is vanaf 25/11 open van 14u tot 17u",
        "LDC De Zonnebloem is op 25/11 gesloten van 14u tot 17u",
    ],
)
def test_hours_of_something_else_make_no_event(text: str) -> None:
    assert "EVENEMENT" not in written(taken(text))


# What is named in the report


def named(found: Taken) -> str:
    return next((one for one in map(ENGLISH, found.remarks) if "gave no field" in one), "")


@pytest.mark.parametrize(
    "text",
    [
        "Nele Proefman gaat met pensioen in december.",
        "We doen opnieuw mee, van 1 tot 10 februari.",
        "Vraag: kan dat ook elders? -> nog na te vragen",
        "De nieuwe wet gaat in op 1 januari 2027.",
        "Volgende nieuwsbrief: teksten welkom",
        "Dat bekijken we volgende week nog eens.",
        "CAW Meer: folders bestellen",
        "Jef: folders ophangen",
        "Folders bestellen (Logo Meer)",
        "Nieuwe affiches – Logo Meer – 20/12",
        "De tentoonstelling loopt nog tot eind november.",
    ],
)
def test_a_sentence_with_a_sign_of_a_value_is_named(text: str) -> None:
    found = taken(f"{text}\n")
    words = next(one for one in text.split() if len(one) > 4 and one.islower()).strip(".,:?")
    is_taken = any(one.field.startswith(("points[", "events[", "agreements[")) for one in found.account.entries)
    assert is_taken or words in named(found) + remarks(found)


@pytest.mark.parametrize(
    "text",
    [
        "We spraken over de folders en de zaal.",
        "In 2024 waren er 180 deelnemers, in 2025 nog 150.",
        "Op 3 maart 2026 ging de beurs door.",
        "De drukker is goedkoper dan vorig jaar.",
        "Jef: de zaal was veel te klein voor zoveel mensen.",
    ],
)
def test_a_sentence_without_one_is_not(text: str) -> None:
    assert not named(taken(f"{text}\n"))


def test_a_heading_with_a_day_to_come_is_named() -> None:
    found = taken("Geen nieuws.\n\n3. Week van de folder (20-26 april 2027)\nDat wordt druk.\n")
    assert "Week van de folder" in named(found)


def test_the_next_meeting_is_not_named_again() -> None:
    assert not named(taken("De volgende vergadering is op 15 januari 2027 in LDC De Kring.\n"))


# Who writes


MAIL = "Van: Veerle Testman <v.testman@voorbeeld.be>\nVerzonden: woensdag 4 maart 2026 16:42\nAan: werkgroep\nOnderwerp: verslag werkgroep zorg 3 maart\n\nDag allemaal,\n\nHet verslag van dinsdag 3 maart 2026.\n\n{}\n\n1) Folders\nDe folders zijn klaar.\n\n2) Zaal\nDe zaal is te klein.\n\nGroetjes,\nVeerle\n\nVeerle Testman\nStafmedewerker {}\n"


def mailed(list_: str, house: str = "ELZ Meerdal") -> Taken:
    return take_minutes(
        read("v.txt", MAIL.format(list_, house).encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None)
    )


@pytest.mark.parametrize(
    ("line", "house", "there"),
    [
        ("Waren erbij: CGG Meer, Logo Meer en ikzelf.", "ELZ Meerdal", "present: [cgg-meer, logo-meer, elz-meerdal]"),
        ("Aanwezig: CGG Meer, ondergetekende", "OCMW Meer", "present: [cgg-meer, ocmw-meer]"),
        ("Aanwezig: CGG Meer en ik", "ELZ Meerdal", "present: [cgg-meer, elz-meerdal]"),
    ],
)
def test_who_writes_was_there_for_the_house_of_the_signature(line: str, house: str, there: str) -> None:
    found = mailed(line, house)
    assert there in written(found)
    owns = [one for one in found.account.entries if one.field == "present"]
    assert owns[-1].certainty is Certainty.GUESSED
    assert not found.account.left


def test_who_writes_was_excused_too() -> None:
    found = mailed("Aanwezig: CGG Meer, Logo Meer\nVerontschuldigd: Samana en ikzelf")
    assert "excused: [samana, elz-meerdal]" in written(found)


def test_the_day_of_a_mail_tells_where_its_year_stands() -> None:
    found = mailed("Aanwezig: CGG Meer, Logo Meer")
    day = next(one for one in found.account.entries if one.field == "date")
    assert day.value == "2026-03-03"
    assert "year" not in ENGLISH(day.reason) if day.reason else True


def test_no_decision_in_a_cell_keeps_its_label() -> None:
    from io import BytesIO

    from docx import Document

    word = Document()
    word.add_paragraph("Verslag intervisie zorg – 16 oktober 2026")
    for title, decision in (("1. Casus", "Geen."), ("2. Folders", "We drukken er 100.")):
        word.add_paragraph().add_run(title).bold = True
        table = word.add_table(rows=0, cols=2)
        for label, value in (("Bespreking", "We spraken erover."), ("Besluit", decision)):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, value
    stream = BytesIO()
    word.save(stream)
    found = take_minutes(read("v.docx", stream.getvalue()), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    assert "\nBesluit: geen.\n" in written(found)
    assert written(found).count("BESLUIT") == 1


def test_who_writes_is_no_organisation_when_nobody_knows_who_it_is() -> None:
    data = HEAD.replace("OCMW Meer,", "OCMW Meer, ondergetekende,").encode()
    found = take_minutes(read("v.txt", data), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    assert "present: [logo-meer, ocmw-meer, caw-meer]" in written(found)
    assert any("who writes" in ENGLISH(one.reason) for one in found.account.entries if one.reason)


def test_the_next_time_of_another_group_is_nobody_that_does_it() -> None:
    text = written(
        taken("Actiepunten:\n- subsidie navragen: OCMW Meer, volgende stuurgroep\n- folders: Logo Meer, 9/12\n")
    )
    assert "- [ ] subsidie navragen @ocmw-meer\n  - Deadline: volgende stuurgroep" in text


def test_a_day_of_something_else_before_the_next_time_is_not_its_day() -> None:
    data = f"{HEAD}De brochure is vanaf mei te bestellen, en de politie komt volgende keer uitleg geven.\n".encode()
    found = take_minutes(read("v.txt", data), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    assert "next:" not in written(found)
