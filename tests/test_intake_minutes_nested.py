"""Tables inside a cell of a table, and rows whose cells have as many lines.  All names are placeholders."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from docx import Document

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
ACTIONS = [
    ["Actie", "Wie", "Wanneer"],
    ["Zaal boeken", "CAW Meer", "9/12/2026"],
    ["Tafels huren", "Okra", "10/12/2026"],
]
POINTS = "- [ ] Zaal boeken @caw-meer tegen:2026-12-09\n- [ ] Tafels huren @okra tegen:2026-12-10"


def meeting(fill: Callable[[Any], None]) -> str:
    document = Document()
    for line in ("Verslag zorgoverleg", "Datum: 5 november 2026", "Aanwezig: CAW Meer, Familiehulp, Okra"):
        document.add_paragraph(line)
    fill(document)
    data = io.BytesIO()
    document.save(data)
    taken = take_minutes(read("verslag.docx", data.getvalue()), MinutesOptions(None, None, Tongue.NL, TODAY))
    assert taken.account.left == ()
    return next(text for path, text in taken.files.items() if path.startswith("meetings/2"))


def table(where: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table; a line end in a cell makes another paragraph."""
    made = where.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            first, *others = text.split("\n")
            made.cell(row, column).paragraphs[0].text = first
            for line in others:
                made.cell(row, column).add_paragraph(line)
    return made


def test_the_points_of_a_table_in_a_cell_are_of_the_item_of_its_row_and_the_items_go_on() -> None:
    def fill(document: Any) -> None:
        rows = [["Agendapunt", "Bespreking"], ["Stand", "Goed."], ["Wonen", "We bekeken cijfers."], ["Einde", "Geen."]]
        outer = table(document, rows)
        table(outer.cell(2, 1), ACTIONS)
        outer.cell(2, 1).add_paragraph("Daarna was er koffie.")

    wonen = f"## Wonen\n\nWe bekeken cijfers.\n\nDaarna was er koffie.\n\n{POINTS}\n\n## Einde\n\nGeen."
    assert f"## Stand\n\nGoed.\n\n{wonen}" in meeting(fill)


def test_a_table_in_a_cell_of_a_list_of_actions_leaves_that_list_whole() -> None:
    def fill(document: Any) -> None:
        document.add_heading("Acties", 1)
        rows = [
            ["Actie", "Wie", "Wanneer"],
            ["Stoelen tellen", "Okra", "9/12/2026"],
            ["Drank halen", "Familiehulp", "10/12/2026"],
        ]
        outer = table(document, rows)
        table(outer.cell(1, 0), [["Rood", "5"], ["Blauw", "7"]])

    found = meeting(fill)
    assert "- [ ] Stoelen tellen @okra tegen:2026-12-09\n" in found
    assert "| Rood | 5 |\n| --- | --- |\n| Blauw | 7 |" in found
    assert "- [ ] Drank halen @familiehulp tegen:2026-12-10\n" in found
    assert found.count("- [ ]") == 2


def test_a_table_in_the_first_cell_of_a_row_is_of_that_row() -> None:
    def fill(document: Any) -> None:
        document.add_heading("Acties", 1)
        outer = table(document, [["Acties", "Status"], ["", "open"]])
        table(outer.cell(1, 0), ACTIONS)

    found = meeting(fill)
    assert POINTS in found
    assert found.count("Status") == 1


def listed(what: str, who: str, when: str) -> str:
    def fill(document: Any) -> None:
        document.add_heading("Acties", 1)
        table(document, [["Wat", "Wie", "Wanneer"], [what, who, when]])

    return meeting(fill).partition("## Acties\n")[2].strip()


@pytest.mark.parametrize(
    ("who", "when", "points"),
    [
        (
            "CAW Meer\nOkra",
            "9/12/2026",
            "- [ ] Zaal boeken @caw-meer tegen:2026-12-09\n- [ ] Tafels huren @okra tegen:2026-12-09",
        ),
        (
            "CAW Meer",
            "9/12/2026\n10/12/2026",
            "- [ ] Zaal boeken @caw-meer tegen:2026-12-09\n- [ ] Tafels huren @caw-meer tegen:2026-12-10",
        ),
        ("CAW Meer\nOkra", "", "- [ ] Zaal boeken @caw-meer\n- [ ] Tafels huren @okra"),
        ("CAW Meer", "9/12/2026", "- [ ] Zaal boeken Tafels huren @caw-meer tegen:2026-12-09"),
        ("CAW Meer\nCAW Meer", "9/12/2026", "- [ ] Zaal boeken Tafels huren @caw-meer tegen:2026-12-09"),
    ],
)
def test_lines_beside_each_other_are_points_of_their_own(who: str, when: str, points: str) -> None:
    assert listed("Zaal boeken\nTafels huren", who, when) == points


def test_a_line_that_goes_on_is_no_point_of_its_own() -> None:
    found = listed("Zaal boeken voor\nde markt in mei", "CAW Meer\nOkra", "9/12/2026")
    assert found == "- [ ] Zaal boeken voor de markt in mei @caw-meer @okra tegen:2026-12-09"
