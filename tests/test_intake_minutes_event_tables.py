"""Tables of what takes place in minutes: events, and no action points.  All names are placeholders."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import pytest
from docx import Document

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "Verslag zorgoverleg\nDatum: 5 november 2026\nAanwezig: CAW Meer, Logo Meer, Saskia Omegabeta (Okra)\n"


def taken(data: bytes, name: str = "verslag.md") -> Taken:
    return take_minutes(read(name, data), MinutesOptions(None, None, Tongue.NL, TODAY))


def typed(rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def minutes(heading: str, rows: Sequence[Sequence[str]]) -> Taken:
    return taken(f"{HEAD}\n## 1. {heading}\n\n{typed(rows)}\n\n## 2. Slot\n\nGeen.\n".encode())


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def events(found: Taken) -> list[str]:
    return [line.removeprefix("EVENEMENT: ") for line in meeting(found).splitlines() if line.startswith("EVENEMENT: ")]


def told(found: Taken, field: str = "events[") -> set[Certainty]:
    return {one.certainty for one in found.account.entries if one.field.startswith(field) and one.field.endswith("]")}


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("In de agenda", ("Wanneer", "Wat", "Waar", "Organisatie")),
        ("Evenementen", ("Wanneer", "Wat", "Waar", "Wie")),
        ("Kalender", ("Datum", "Activiteit", "Plaats", "Organisator")),
        ("Agenda van het netwerk", ("Datum", "Titel", "Locatie", "Organisatie")),
        ("Activiteiten komende maanden", ("Dag", "Evenement", "Plaats", "Organisatie")),
        ("Varia", ("Wanneer", "Wat", "Waar", "Wie")),
        ("Nieuws", ("Datum", "Vorming", "Locatie", "Organisator")),
        ("Campagne", ("Datum", "Activiteit", "Locatie", "Verantwoordelijke")),
    ],
)
def test_a_table_of_what_takes_place_makes_events(heading: str, columns: Sequence[str]) -> None:
    rows = (columns, ("zaterdag 5 december 2026, 14u-17u", "Zorgfeest", "Zaal Ter Dijk, Meerdorp", "CAW Meer"))
    found = minutes(heading, rows)
    assert events(found) == ["2026-12-05 14u-17u Zorgfeest – Zaal Ter Dijk, Meerdorp @caw-meer"]
    assert "- [ ]" not in meeting(found)


def test_a_heading_about_events_makes_them_sure_and_a_column_of_places_a_guess() -> None:
    rows = (("Wanneer", "Wat", "Waar", "Wie"), ("5/12/2026", "Zorgfeest", "Ter Dijk", "CAW Meer"))
    assert told(minutes("Evenementen", rows)) == {Certainty.READ}
    assert told(minutes("Stand van zaken", rows)) == {Certainty.GUESSED}


def test_hours_have_a_column_and_a_person_stays_private() -> None:
    rows = (
        ("Datum", "Uur", "Activiteit", "Waar", "Organisatie", "Info"),
        ("5 december 2026", "19u30", "Praatavond", "Ter Dijk", "Saskia Omegabeta", "gratis"),
        ("10/12", "van 9u tot 12u", "Vormingsdag", "online", "Logo Meer", ""),
    )
    found = minutes("Data om te noteren", rows)
    assert events(found) == [
        "2026-12-05 19u30 Praatavond – Ter Dijk – Info: gratis @okra",
        "2026-12-10 9u-12u Vormingsdag – online @logo-meer",
    ]
    assert "Omegabeta" not in meeting(found)


def test_who_is_not_known_stands_in_the_words() -> None:
    rows = (("Wanneer", "Wat", "Waar", "Organisatie"), ("5/12/2026", "Zorgfeest", "Ter Dijk", "nog te zoeken"))
    assert events(minutes("Kalender", rows)) == ["2026-12-05 Zorgfeest – Ter Dijk – Organisatie: nog te zoeken"]


def test_a_row_without_a_day_stays_a_row_and_the_others_are_events() -> None:
    rows = (
        ("Wanneer", "Wat", "Waar", "Wie"),
        ("5/12/2026", "Zorgfeest", "Ter Dijk", "CAW Meer"),
        ("nog te bepalen", "Quizavond", "Ter Dijk", "Logo Meer"),
    )
    found = minutes("Kalender", rows)
    assert events(found) == ["2026-12-05 Zorgfeest – Ter Dijk @caw-meer"]
    assert "Quizavond" in meeting(found)
    assert "nog te bepalen" in meeting(found)


@pytest.mark.parametrize(
    ("heading", "columns", "row"),
    [
        ("Actiepunten", ("Wanneer", "Wat", "Waar", "Wie"), ("5/12/2026", "Zaal boeken", "Ter Dijk", "CAW Meer")),
        ("Stand", ("Wat", "Wie", "Tegen wanneer", "Plaats"), ("Zaal boeken", "CAW Meer", "5/12/2026", "Ter Dijk")),
        ("Stand", ("Wat", "Wie", "Wanneer"), ("Zaal boeken", "CAW Meer", "5/12/2026")),
        (
            "Kalender",
            ("Actie", "Verantwoordelijke", "Deadline", "Status"),
            ("Zaal boeken", "CAW Meer", "5/12/2026", "open"),
        ),
    ],
)
def test_a_table_of_what_is_to_be_done_keeps_its_points(
    heading: str, columns: Sequence[str], row: Sequence[str]
) -> None:
    found = minutes(heading, (columns, row))
    assert events(found) == []
    assert "- [ ] Zaal boeken @caw-meer tegen:2026-12-05" in meeting(found)


def test_what_is_to_be_done_at_a_place_is_no_event() -> None:
    rows = (
        ("Wanneer", "Wat", "Waar"),
        ("5 december", "Zaal reserveren", "De Kei"),
        ("9/12", "Folder versturen", "mail"),
    )
    found = minutes("Planning", rows)
    assert events(found) == []
    assert "- [ ] Zaal reserveren tegen:2026-12-05" in meeting(found)


def test_an_agenda_that_begins_with_days_is_a_calendar_and_another_one_is_not() -> None:
    text = (
        "1. Stand\nGoed.\n\n2. Agenda\n- 17/12 zorgquiz, Meer, vanaf 10u\n- 24 december: markt\n- di 29/12 wandeling\n"
    )
    found = taken(f"{HEAD}\n{text}\n3. Slot\nGeen.\n".encode(), "verslag.txt")
    assert events(found) == ["2026-12-17 10u zorgquiz, Meer", "2026-12-24 markt", "2026-12-29 wandeling"]
    assert "## 2. Agenda" in meeting(found)
    listed = f"{HEAD}\nAgenda\n1. Stand\n2. Slot\n\n1. Stand\nGoed.\n\n2. Slot\nGeen.\n"
    assert "Agenda" not in meeting(taken(listed.encode(), "verslag.txt"))


def test_what_was_before_the_meeting_is_no_event() -> None:
    rows = (("Datum", "Activiteit", "Plaats"), ("5/10/2026", "Zorgfeest", "Ter Dijk"))
    found = minutes("Terugblik", rows)
    assert events(found) == []
    assert "Zorgfeest" in meeting(found)


def test_a_table_of_word_under_a_heading_of_its_own() -> None:
    document = Document()
    document.add_heading("Verslag netwerkoverleg", 0)
    document.add_paragraph("Datum: 5 november 2026")
    document.add_paragraph("Aanwezig: CAW Meer, Logo Meer")
    document.add_heading("1. Op de kalender", 1)
    table = document.add_table(2, 3)
    for cell, words in zip(table.rows[0].cells, ("Wanneer?", "Wat?", "Wie?"), strict=True):
        cell.text = words
    for cell, words in zip(table.rows[1].cells, ("di 8 december 2026 om 20u", "Filmavond", "Logo Meer"), strict=True):
        cell.text = words
    document.add_heading("2. Slot", 1)
    document.add_paragraph("Geen.")
    data = io.BytesIO()
    document.save(data)
    assert events(taken(data.getvalue(), "verslag.docx")) == ["2026-12-08 20u Filmavond @logo-meer"]
