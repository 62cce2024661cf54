"""Minutes with headings, labels and lists in words of their own: who does what by when, who was there, the next meeting."""

from __future__ import annotations

from datetime import date

import pytest
from intake_word import Word
from made_pdf import pdf

from elzctl.intake.minutes.printed_list import printed_list
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.minutes.words import column_of, label_kind
from elzctl.intake.readers.read import read

TODAY = date(2026, 11, 26)
TITLE = "Verslag Netwerk Jeugd\ndinsdag 3 maart 2026, 14u-16u, Huis van de Stad\n"
HEAD = f"{TITLE}Aanwezig: OCMW Zeedorp, CAW Kust, SAAMO\n\n"
BODY = "1. Zomer\nDe zomer is lang.\n\n2. Varia\nNiets.\n"


def files(data: str | bytes, name: str = "verslag.txt") -> dict[str, str]:
    raw = data.encode() if isinstance(data, str) else data
    return dict(take_minutes(read(name, raw), MinutesOptions(None, None, None, TODAY)).files)


def meeting(data: str | bytes, name: str = "verslag.txt") -> str:
    return next(text for path, text in files(data, name).items() if path.startswith("meetings/2"))


def points(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- [")]


# Columns and headings


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Verantw.", "who"),
        ("Verantwoordelijk(e)", "who"),
        ("Wie neemt op?", "who"),
        ("Wie neemt dit op?", "who"),
        ("DOOR WIE", "who"),
        ("Klaar op", "when"),
        ("Wanneer klaar?", "when"),
        ("Klaar tegen", "when"),
        ("Deadline", "when"),
        ("Tegen wanneer?", "when"),
        ("Klaar?", "state"),
        ("Wie was er", ""),
    ],
)
def test_a_column_is_known_by_the_words_of_its_heading(heading: str, role: str) -> None:
    assert column_of(heading) == role


def test_a_table_with_such_columns_is_a_list_of_points() -> None:
    word = Word()
    for line in HEAD.splitlines():
        word.para(line)
    word.table([["Wat?", "Wie neemt dit op?", "Klaar op"], ["Folder maken", "SAAMO", "1/11/2026"]])
    assert points(meeting(word.data(), "verslag.docx")) == ["- [ ] Folder maken @saamo tegen:2026-11-01"]


@pytest.mark.parametrize(
    "heading",
    [
        "To do's op een rij",
        "Afgesproken taken",
        "Huiswerk tegen volgende keer",
        "Takenlijst",
        "Takenlijst voor het najaar",
        "Wat moet er gebeuren?",
    ],
)
def test_lines_with_an_arrow_under_a_heading_of_a_list_are_points(heading: str) -> None:
    listed = "Folder maken -> SAAMO, 1/11\nZaal boeken => CAW Kust, 5/11\nBrief schrijven → OCMW Zeedorp, 12/11\nAffiche drukken –> SAAMO\n"
    assert points(meeting(f"{HEAD}{BODY}\n{heading}\n{listed}")) == [
        "- [ ] Folder maken @saamo tegen:2026-11-01",
        "- [ ] Zaal boeken @caw-kust tegen:2026-11-05",
        "- [ ] Brief schrijven @ocmw-zeedorp tegen:2026-11-12",
        "- [ ] Affiche drukken @saamo",
    ]


@pytest.mark.parametrize(
    "heading", ["Huiswerk voor kwetsbare leerlingen", "Taken van de coach", "Afspraken met scholen"]
)
def test_an_item_of_the_agenda_about_tasks_is_no_list(heading: str) -> None:
    assert label_kind(heading) == ""


# Who was there


@pytest.mark.parametrize("label", ["We waren met acht:", "Waren er bij:", "Waren aanwezig:", "We waren met 3:"])
def test_who_was_there_is_told_in_a_sentence(label: str) -> None:
    text = meeting(f"{TITLE}{label} OCMW Zeedorp, CAW Kust\n\n{BODY}")
    assert "present: [ocmw-zeedorp, caw-kust]\n" in text
    assert label not in text


def test_a_sentence_about_how_many_there_were_is_text() -> None:
    assert "We waren met acht." in meeting(f"{HEAD}1. Zomer\nWe waren met acht.\nCAW Kust\n\n2. Varia\nNiets.\n")


def test_a_heading_below_the_list_is_nobody_that_was_there() -> None:
    found = files(
        f"{TITLE}Aanwezig:\nOCMW Zeedorp\nCAW Kust\nOpvolging\nDe folder is klaar.\nZomer\nDe zomer is lang.\n"
    )
    text = next(text for path, text in found.items() if path.startswith("meetings/2"))
    assert "present: [ocmw-zeedorp, caw-kust]\n" in text
    assert text.index("Opvolging") < text.index("De folder is klaar.") < text.index("De zomer is lang.")
    assert "Opvolging" not in found["plan/actors.yaml"]


def test_a_street_with_a_number_is_no_organisation() -> None:
    found = files(
        f"{TITLE}Aanwezig: OCMW Zeedorp, Kerkstraat 12\n\n1. Zomer\nKort.\n\n2. Actiepunten\n- Zaal boeken (Kerkstraat 12)\n"
    )
    text = next(text for path, text in found.items() if path.startswith("meetings/2"))
    assert "Kerkstraat" not in found["plan/actors.yaml"]
    assert "\nKerkstraat 12\n" in text
    assert points(text) == ["- [ ] Zaal boeken (Kerkstraat 12)"]


# The next meeting


def test_when_we_meet_again_is_no_point() -> None:
    text = meeting(
        f"{HEAD}1. Zomer\nKort.\n\n2. Actiepunten\n- Zaal boeken\n- We zien elkaar terug op dinsdag 8 december om 14u.\n"
    )
    assert points(text) == ["- [ ] Zaal boeken"]
    assert "next: {date: 2026-12-08, start: 14u}\n" in text


@pytest.mark.parametrize("label", ["Volgende vergadering:", "Volgende vergadering", "Volgend overleg"])
@pytest.mark.parametrize("indent", ["", "  "])
def test_a_line_about_the_next_meeting_is_no_part_of_the_bullet_above_it(label: str, indent: str) -> None:
    listed = "Actiepunten\n• Folder maken\n• De zaal boeken en daarna de affiche hangen aan\n"
    data = pdf(f"{HEAD}{listed}{indent}{label} dinsdag 8 december 2026, 14u")
    text = meeting(data, "verslag.pdf")
    assert points(text) == ["- [ ] Folder maken", "- [ ] De zaal boeken en daarna de affiche hangen aan"]
    assert "next: {date: 2026-12-08, start: 14u}\n" in text


# What elzctl printed itself


def test_a_name_with_a_comma_in_it_is_one_in_a_printed_list() -> None:
    known = {"CAW Kust": "caw-kust"}
    listed = "Eén gezin, één plan, CAW Kust, alle partners, huisartsen, de Brug"
    assert [name for name, _ in printed_list(listed, known.get)] == [
        "Eén gezin, één plan",
        "CAW Kust",
        "alle partners",
        "huisartsen",
        "de Brug",
    ]
    assert list(printed_list("CAW Kust, één plan", known.get)) == [("CAW Kust", "caw-kust"), ("één plan", None)]


def test_an_organisation_with_a_comma_comes_back_as_one_from_minutes_that_elzctl_printed() -> None:
    word = Word()
    word.title("Verslag: Netwerk Jeugd")
    word.table(
        [
            ["Datum", "3 maart 2026"],
            ["Aanwezig", "Eén gezin, één plan, OCMW Zeedorp"],
            ["Staat", "ontwerpverslag"],
        ]
    )
    word.heading(1, "1. Zomer")
    word.para("☐ Punt 1 Folder maken")
    word.para("Wie: Eén gezin, één plan · Termijn: 1 november 2026")
    found = files(word.data(), "verslag.docx")
    text = next(text for path, text in found.items() if path.startswith("meetings/2"))
    assert "present: [gezin-plan, ocmw-zeedorp]\n" in text
    assert points(text) == ["- [ ] Folder maken @gezin-plan tegen:2026-11-01"]
    assert "gezin-plan:\n  name: Eén gezin, één plan\n" in found["plan/actors.yaml"]
