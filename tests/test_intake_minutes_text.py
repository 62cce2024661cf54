"""Minutes in a plain text: what the meeting is called, its agenda by letters, who was there, and tables of blanks."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from elzctl.cli import taking
from elzctl.cli.session import Session, Stop
from elzctl.intake import when
from elzctl.intake.impossible import impossible
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)


def minutes(text: str) -> Taken:
    return take_minutes(read("zoutweg.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


LETTERED = """\
STUURGROEP VALPREVENTIE ELZ ZOUTWEG
Verslag van dinsdag 3 febr. 2026, 14u - 16u, Den Dries te Aalst
Aanw.: OCMW Zoutdorp, CAW
Veront.: Samana

A/ Vorig verslag
Geen opmerkingen.

B/ Folder
De folder is klaar.
Actie: folder drukken (CAW, tegen 1/03)

C/ Varia
Niets.

Volgende bijeenkomst: woensdag 8 april om 14u, plaats volgt.
"""


def test_the_title_is_the_line_that_names_the_meeting_and_letters_number_the_agenda() -> None:
    text = meeting(minutes(LETTERED))
    assert "title: Stuurgroep valpreventie ELZ Zoutweg\n" in text
    assert "start: 14u\nend: 16u\nlocation: Den Dries te Aalst\n" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## 1. Vorig verslag",
        "## 2. Folder",
        "## 3. Varia",
    ]
    assert "- [ ] folder drukken @caw tegen:2026-03-01" in text


def test_what_is_not_understood_of_the_next_meeting_stays_where_it_stood() -> None:
    text = meeting(minutes(LETTERED))
    assert "next: {date: 2026-04-08, start: 14u}" in text
    assert text.rstrip().endswith("Volgende bijeenkomst: woensdag 8 april om 14u, plaats volgt.")


def test_under_the_word_for_minutes_alone_stands_what_the_meeting_is() -> None:
    found = minutes(
        "Verslag\nOverleg thuiszorg Zoutdorp\n05-02-2026 van 10:30 tot 12:00 (online)\n\n"
        "Aanwezigen: Ferm, Okra\nAfwezig met kennisgeving: Samana\n\n1) Opvolging\nNiets.\n2) Varia\nGeen.\n"
    )
    text = meeting(found)
    assert "title: Overleg thuiszorg Zoutdorp\n" in text
    assert "date: 2026-02-05\nstart: 10u30\nend: 12u\nlocation: online\n" in text
    assert "present: [ferm, okra]\nexcused: [samana]\n" in text
    assert "(online)" not in text


def test_the_one_numbered_line_of_minutes_is_an_item() -> None:
    found = minutes("Verslag zorgoverleg\nDatum: 3 februari 2026\n\n1. Opstart\nWe zijn gestart.\n")
    assert "## 1. Opstart\n\nWe zijn gestart." in meeting(found)


TABLE = """\
Verslag zorgraad Zoutweg
Datum: 3 februari 2026
Aanwezig: CAW, OCMW Zoutdorp

1. Folder
De folder is klaar.

2. Zaal
We zoeken een zaal.

Actiepunten
{rows}
"""
BLANKS = """\
Wie              Wat                                 Tegen wanneer
CAW              folder drukken                      1 maart 2026
OCMW Zoutdorp-Centrum-Oost         zaal zoeken       eind april 2026
CAW              affiches ophangen in alle           15/05/2026
                 scholen van de gemeente
                 en in de bibliotheek"""


def test_a_table_of_blanks_has_the_columns_of_its_headings() -> None:
    found = minutes(TABLE.format(rows=BLANKS))
    points = [line for line in meeting(found).splitlines() if line.startswith("- [")]
    assert points == [
        "- [ ] folder drukken @caw tegen:2026-03-01",
        '- [ ] zaal zoeken @ocmw-zoutdorp-centrum-oost tegen:"eind april 2026"',
        "- [ ] affiches ophangen in alle scholen van de gemeente en in de bibliotheek @caw tegen:2026-05-15",
    ]
    assert found.account.left == ()


def test_a_cell_that_is_empty_in_a_table_of_blanks_takes_nothing_of_the_next() -> None:
    rows = "Wat                  Wie        Deadline\nfolder drukken                  1 maart 2026\nzaal zoeken          CAW"
    points = [line for line in meeting(minutes(TABLE.format(rows=rows))).splitlines() if line.startswith("- [")]
    assert points == ["- [ ] folder drukken tegen:2026-03-01", "- [ ] zaal zoeken @caw"]


def test_blanks_in_a_text_without_headings_of_columns_make_no_table() -> None:
    found = minutes(TABLE.format(rows="De zaal   is groot en mooi.\nHet plein   ook."))
    assert "De zaal is groot en mooi." in meeting(found)


@pytest.mark.parametrize("text", ["31/04/2026", "30 februari 2026", "29-02-2026", "31 juni", "0/5/2026", "1/13/2026"])
def test_a_day_that_no_calendar_has_is_told(text: str) -> None:
    assert list(impossible(f"We komen samen op {text} om 14u.")) == [text]
    found = minutes(TABLE.format(rows=f"- zaal zoeken tegen {text}"))
    assert any(text in Language("en")(one) for one in found.remarks)


@pytest.mark.parametrize("text", ["30/04/2026", "29 februari 2024", "29 februari", "3.1.2026 ", "31 mei", "34 mensen"])
def test_a_day_that_exists_is_no_remark(text: str) -> None:
    assert list(impossible(text)) == []


def test_a_hostile_line_of_dates_is_read_in_seconds() -> None:
    begun = time.process_time()
    assert len(list(when.find("op mei " * 20_000, TODAY))) == 20_000
    minutes(f"Verslag\nDatum: 12/02/2026\nAanwezig: {'A' * 50_000}{'Jan ' * 40_000}\n\n1. Varia\nGeen.\n")
    assert time.process_time() - begun < 40


def test_a_document_is_given_up_after_ten_seconds_of_work_and_waits_longer_on_a_busy_computer() -> None:
    assert taking.SECONDS < 10 < taking.CLOCK <= 30


def too_much(name: str, data: bytes) -> None:
    """A job that needs more memory than there is."""
    raise MemoryError(name, data)


def test_who_has_a_document_that_takes_too_much_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stop:
        taking.taken(Session(Language("en"), tmp_path), [taking.Given("a.txt", b"a")], too_much)
    assert stop.value.hint is not None
    assert "Cut the document in parts, or try again" in stop.value.hint.text


def test_the_end_of_a_point_that_a_page_breaks_off_at_a_dash_belongs_to_it() -> None:
    found = minutes(TABLE.format(rows="Actie: affiches ophangen – CAW\n– 1 juni 2026\n"))
    assert "- [ ] affiches ophangen @caw tegen:2026-06-01" in meeting(found)
    found = minutes(TABLE.format(rows="- affiches ophangen (CAW)\n- 1 juni 2026 is het feest\n"))
    assert "- [ ] affiches ophangen @caw\n" in meeting(found)


def test_how_urgent_it_is_stands_beside_who_does_it() -> None:
    text = meeting(minutes(TABLE.format(rows="Actie: zaal reserveren (OCMW Zoutdorp, dringend)\n")))
    assert "- [ ] zaal reserveren @ocmw-zoutdorp\n  - Deadline: dringend" in text


def test_hours_with_a_stroke_between_them_and_a_next_meeting_in_a_heading() -> None:
    found = minutes(
        "Verslag zorgraad Zoutweg\ndinsdag 3 februari 2026 - 19u30/21u30 - Teams\nAanwezig: CAW\n\n"
        "1/ Folder\nKlaar.\n\n2/ Varia\nGeen.\n\n3/ Volgende keer: dinsdag 5/05/2026, 19u30, 't Klokhuis\n"
    )
    text = meeting(found)
    assert "start: 19u30\nend: 21u30\nlocation: Teams\n" in text
    assert 'next: {date: 2026-05-05, start: 19u30, location: "\'t Klokhuis"}' in text
