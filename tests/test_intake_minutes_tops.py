"""What stands above the agenda in informal minutes, and what is told of the next meeting.  All names are placeholders."""

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


def taken(text: str | bytes, name: str = "verslag.txt", day: date | None = None) -> Taken:
    data = text if isinstance(text, bytes) else text.encode()
    return take_minutes(read(name, data), MinutesOptions(None, None, Tongue.NL, TODAY, day))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def told(found: Taken) -> list[str]:
    return [ENGLISH(one) for one in found.remarks]


@pytest.mark.parametrize(
    "word", ["sorry", "niet", "Niet", "konden niet", "kon er niet bij zijn", "verontsch.", "ontbraken"]
)
@pytest.mark.parametrize("name", ["verslag.md", "verslag.txt"])
def test_a_line_with_a_word_for_it_names_who_is_excused(word: str, name: str) -> None:
    text = f"# Verslag overleg spelen\n\n3 november 2026\n\nwie: CAW Meer, Spelotheek vzw\n{word}: Ferm Meer, Kind en Gezin\n\n## Rondje\n\nGoed.\n"
    found = written(taken(text, name))
    assert "present: [caw-meer, spelotheek]\nexcused: [ferm-meer, kind-gezin]\n" in found


def test_who_could_not_make_it_is_excused() -> None:
    text = "Minutes play forum\n\n3 November 2026\n\nPresent: CAW Meer, Mind vzw\nCouldn't make it: Ferm Meer\n\n1. Round\nGood.\n"
    assert "present: [caw-meer, mind]\nexcused: [ferm-meer]\n" in written(taken(text))


def test_a_sentence_with_the_word_for_minutes_is_no_title_under_the_subject_of_a_mail() -> None:
    text = (
        "From: Office <office@meer.example>\nSent: Thursday, 12 November 2026 09:14\nSubject: notes task force play\n\n"
        "Notes of our task force meeting of Tuesday 10 November 2026, 2pm-4pm, at Campus Meer.\n\nPresent: CAW Meer\n\n1. Round\nGood.\n"
    )
    found = written(taken(text))
    assert found.startswith("---\ntitle: Task force play\n")
    assert "date: 2026-11-10\nstart: 14u\nend: 16u\nlocation: Campus Meer\n" in found


def test_a_word_in_small_letters_ends_a_list_of_people() -> None:
    found = taken(
        "# Verslag overleg spelen\n\n3 november 2026\n\nwie: CAW Meer, Ferm Meer\nkoffie: Spelotheek\n\n## Rondje\n\nGoed.\n",
        "v.md",
    )
    assert "present: [caw-meer, ferm-meer]\n" in written(found)
    assert "koffie: Spelotheek" in written(found)


def word(*paragraphs: tuple[int, str]) -> bytes:
    """A document of Word: levels of headings, 0 for none, with their words."""
    document = Document()
    for level, text in paragraphs:
        if level:
            document.add_heading(text, level)
        else:
            document.add_paragraph(text)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


REST = (
    (0, "Van 9u tot 11u30, online via Zoom"),
    (0, "Aanwezigen: CAW Meer, Ferm Meer"),
    (0, "Verontschuldigd: Spelotheek vzw"),
    (2, "Rondje"),
    (0, "Goed."),
    (2, "Plannen"),
    (0, "Later."),
)


@pytest.mark.parametrize("above", ["ELZ Meerland", "Eerstelijnszone Meer en Land vzw", ""])
@pytest.mark.parametrize(
    "title", ["Werkgroep spelen – verslag 3 november 2026", "Werkgroep spelen, verslag van 3 november 2026"]
)
def test_the_only_heading_of_its_level_is_the_title_under_the_name_of_the_house(above: str, title: str) -> None:
    found = written(taken(word(*([(0, above)] if above else []), (1, title), *REST), "v.docx"))
    assert found.startswith(
        "---\ntitle: Werkgroep spelen\nseries: werkgroep-spelen\ndate: 2026-11-03\nstart: 9u\nend: 11u30\n"
    )
    assert "location: online via Zoom\n" in found
    assert "present: [caw-meer, ferm-meer]\nexcused: [spelotheek]\n" in found
    assert (f"{above}\n\n## Rondje" if above else "---\n\n## Rondje") in found


def test_a_title_may_stand_under_the_name_of_the_house_without_a_style() -> None:
    text = "Eerstelijnszone Meerland\n\nKernteam spelen - verslag van dinsdag 3 november 2026\n\nErbij: CAW Meer, Ferm Meer\n\n1. Rondje\nGoed.\n"
    assert written(taken(text)).startswith("---\ntitle: Kernteam spelen\n")


def test_what_is_missing_above_the_agenda_is_told_once() -> None:
    text = "Verslag overleg spelen\nDatum: 3 november 2026\n\n1. Rondje\nGoed.\n"
    missing = [one for one in told(taken(text)) if one.startswith("Not found")]
    assert missing == [
        "Not found in the document: the hours, the place, who was there, the day of the next meeting. Write it in the file yourself when you know it"
    ]


def test_nothing_is_told_when_nothing_is_missing() -> None:
    text = (
        "Verslag overleg spelen\nDatum: 3 november 2026\nUur: 9u tot 10u\nPlaats: De Spil\nAanwezig: CAW Meer\n\n"
        "1. Rondje\nGoed.\n\nVolgende: dinsdag 8 december 2026 om 10u\n"
    )
    found = taken(text)
    assert [one for one in told(found) if one.startswith("Not found")] == []
    assert "next: {date: 2026-12-08, start: 10u}" in written(found)


def ahead(line: str) -> Taken:
    return taken(f"Verslag overleg spelen\nDatum: 15 oktober 2026\nAanwezig: CAW Meer\n\n1. Rondje\nGoed.\n\n{line}\n")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("De volgende vergadering wordt verplaatst van 5 januari naar 26 januari 2027 om 14u.", "date: 2027-01-26"),
        ("Volgende: het overleg van 3 november schuift, het wordt verschoven naar 10 november.", "date: 2026-11-10"),
        ("Volgende vergadering in de week van 13 januari 2027", "date: 2027-01-11/2027-01-17"),
        ("next: Fri 4 Dec 2026, 10h", "date: 2026-12-04, start: 10u"),
        ("Volgende denktank in de week van 7 december.", "date: 2026-12-07/2026-12-13"),
        ("Volgende vergadering in het najaar van 2027.", "date: najaar van 2027}"),
    ],
)
def test_the_day_of_the_next_meeting(line: str, date: str) -> None:
    assert f"next: {{{date}" in written(ahead(line))


@pytest.mark.parametrize(
    "line",
    ["Volgende: affiche drukken tegen 9/12", "Volgend: CAW Meer belt op 9 december", "Next: CAW Meer by 9 December"],
)
def test_what_comes_next_need_not_be_a_meeting(line: str) -> None:
    found = ahead(line)
    assert "next:" not in written(found)
    assert line.partition(" ")[2].split()[0] in written(found)


def test_a_heading_for_what_comes_next_is_none_for_the_next_meeting() -> None:
    found = ahead("2. Volgende\nCAW Meer belt de drukker op 9 december.")
    assert "next:" not in written(found)
    assert "## 2. Volgende\n\n- [ ] CAW Meer belt de drukker @caw-meer tegen:2026-12-09" in written(found)


def test_a_week_is_a_guess() -> None:
    entry = next(
        one
        for one in ahead("Volgende vergadering in de week van 13 januari 2027").account.entries
        if one.field == "next.date"
    )
    assert entry.certainty is Certainty.GUESSED


@pytest.mark.parametrize(
    "line",
    [
        "Volgende vergadering: 12/01 of 14/01/2027, de doodle volgt",
        "Volgende vergadering: dinsdag 12 januari of woensdag 13 januari 2027 om 10u",
        "De volgende vergadering is op 12 of 14 januari 2027.",
    ],
)
def test_one_day_or_another_is_no_day(line: str) -> None:
    found = ahead(line)
    assert "next:" not in written(found)
    assert line in written(found)
    assert [one for one in told(found) if one.startswith("The day of the next meeting is not sure")] != []
    assert [one for one in told(found) if "the day of the next meeting." in one] == []


def test_the_day_of_the_document_counts_before_the_one_that_was_given() -> None:
    text = "Verslag overleg spelen\nDatum: 3 november 2026\nAanwezig: CAW Meer\n\n1. Rondje\nGoed.\n"
    found = taken(text, day=date(2026, 11, 10))
    assert "date: 2026-11-03\n" in written(found)
    assert "The document gives 2026-11-03 as its day: --date 2026-11-10 was not used" in told(found)
    assert [one for one in told(taken(text, day=date(2026, 11, 3))) if "--date" in one] == []


def test_the_day_that_was_given_counts_where_the_document_has_no_year() -> None:
    text = "Verslag overleg spelen\nDatum: 3 november\nAanwezig: CAW Meer\n\n1. Rondje\nGoed.\n"
    assert "date: 2024-11-03\n" in written(taken(text, day=date(2024, 11, 3)))


def test_a_person_beside_a_name_with_and_in_it_is_there_for_it() -> None:
    found = taken(
        "Verslag overleg spelen\nDatum: 3 november 2026\nAanwezig:\n- Zorgband Rupel en Nete – N. Omegabeta\n- CAW Meer\n\n1. Rondje\nGoed.\n"
    )
    people = next(text for path, text in found.files.items() if path.endswith(".csv"))
    assert "N. Omegabeta;Zorgband Rupel en Nete;" in people


def test_the_foot_of_a_page_is_no_text() -> None:
    found = taken(
        "Verslag overleg spelen\nDatum: 3 november 2026\nAanwezig: CAW Meer\n\n1. Rondje\nGoed.\n\nVerslag 3 november 2026 – vertrouwelijk\n"
    )
    assert "vertrouwelijk" not in written(found)


def in_word(title: str, style: str, head: list[tuple[str, str]]) -> bytes:
    paper, out = Document(), BytesIO()
    paper.add_paragraph(title, style=style)
    table = paper.add_table(rows=0, cols=2)
    for row in head:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    paper.add_paragraph("Rondje", style="Heading 2")
    paper.add_paragraph("Goed.")
    paper.add_paragraph("Zaal", style="Heading 2")
    paper.add_paragraph("Vol.")
    paper.save(out)
    return out.getvalue()


@pytest.mark.parametrize("title", ["VERSLAG", "Notulen", "Verslag vergadering"])
@pytest.mark.parametrize("style", ["Heading 1", "Heading 2", "Normal"])
def test_the_word_for_minutes_alone_is_no_heading_above_the_head(title: str, style: str) -> None:
    head = [
        ("Overleg", "Stuurgroep spelen"),
        ("Datum", "3 november 2026"),
        ("Uur", "9.00 u. tot 11.15 u."),
        ("Locatie", "Campus Meer"),
        ("Aanwezig", "CAW Meer"),
        ("Verontschuldigd", "Ferm Meer"),
    ]
    found = written(taken(in_word(title, style, head), "m2.docx"))
    assert found.startswith(
        "---\ntitle: Stuurgroep spelen\nseries: stuurgroep-spelen\ndate: 2026-11-03\nstart: 9u\nend: 11u15\nlocation: Campus Meer\n"
    )
    assert "present: [caw-meer]\nexcused: [ferm-meer]\n" in found
    assert found.count("\n## ") == 2


def test_a_sentence_under_the_word_for_minutes_is_no_title() -> None:
    text = "# Verslag\n\nWe spraken over de zaal van het dorp en over het feest van 3 november 2026.\n\n- CAW Meer bezorgt de sleutel\n"
    found = written(taken(text, "stuurgroep.md"))
    assert found.startswith("---\ntitle: Stuurgroep\n")
    assert "\nWe spraken over de zaal van het dorp en over het feest van 3 november 2026.\n" in found


def with_rows(heads: list[str], row: list[str]) -> bytes:
    paper, out = Document(), BytesIO()
    paper.add_paragraph("Verslag overleg spelen")
    paper.add_paragraph("Datum: 3 november 2026")
    paper.add_paragraph("Aanwezig: CAW Meer, Ferm Meer")
    table = paper.add_table(rows=0, cols=len(heads))
    for words in (heads, row):
        for cell, one in zip(table.add_row().cells, words, strict=True):
            cell.text = one
    paper.save(out)
    return out.getvalue()


@pytest.mark.parametrize("columns", [["Agendapunt", "Bespreking", "Actie", "Wie", "Tegen"], ["Actie", "Wie", "Tegen"]])
def test_lines_beside_each_other_in_a_row_are_points_of_their_own(columns: list[str]) -> None:
    row = ["1. Zaal", "Vol.", "Zaal vastleggen\nFolder laten drukken", "CAW Meer\nFerm Meer", "1 december\n15 december"]
    found = written(taken(with_rows(columns, row[-len(columns) :]), "m2.docx"))
    assert (
        "- [ ] Zaal vastleggen @caw-meer tegen:2026-12-01\n- [ ] Folder laten drukken @ferm-meer tegen:2026-12-15\n"
        in found
    )


def test_two_names_beside_three_lines_are_of_all_of_them() -> None:
    row = ["1. Zaal", "Zaal vastleggen\nFolder drukken\nBrief sturen", "CAW Meer\nFerm Meer", "1 december"]
    found = written(taken(with_rows(["Agendapunt", "Actie", "Wie", "Tegen"], row), "m2.docx"))
    assert found.count("@caw-meer @ferm-meer tegen:2026-12-01\n") == 3


def test_a_year_below_its_day_is_no_day_of_another_point() -> None:
    row = ["De zaal vastleggen voor\nhet feest", "CAW Meer\nFerm Meer", "1 december\n2026"]
    found = written(taken(with_rows(["Actie", "Wie", "Tegen"], row), "m2.docx"))
    assert "- [ ] De zaal vastleggen voor het feest @caw-meer @ferm-meer tegen:2026-12-01\n" in found
