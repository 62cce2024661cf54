"""What somebody cannot see in a part of a cell, or in a cell whose form of numbers shows nothing, is not published."""

from __future__ import annotations

import io
import re
import time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.table import Table
from test_attached_faint import DARK, PAPER, told
from test_attached_inside import parts, refused, seen
from test_attached_words import SHEET, UNSEEN, changed, workbook

WHITE, BLACK = InlineFont(color="FFFFFFFF"), InlineFont(color="FF000000")
TINY, BOLD = InlineFont(sz=1), InlineFont(b=True)


def pieces(
    *said: tuple[InlineFont | None, str],
    font: Font | None = None,
    fill: PatternFill | None = None,
    table: str = "",
    shared: bool = False,
) -> bytes:
    """A workbook with a cell that is made of pieces, each with letters of its own, or with those of the cell."""
    book, data = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.append(["wie", "hoe", None, "waar", "wanneer"])
    page["B2"] = CellRichText(*(text if font is None else TextBlock(font, text) for font, text in said))
    if font is not None:
        page["B2"].font = font
    if fill is not None:
        page["B2"].fill = fill
    if table:
        page.add_table(Table(displayName="Tabel1", ref=table))
    book.save(data)
    return listed(data.getvalue()) if shared else data.getvalue()


def listed(raw: bytes) -> bytes:
    """The same as Excel writes it: the texts in a list, of which the first is empty, and their numbers in the cells."""
    texts = ["<si/>"]

    def numbered(cell: re.Match[str]) -> str:
        texts.append(f"<si>{cell[2]}</si>")
        return f'{cell[1]} t="s"><v>{len(texts) - 1}</v></c>'

    held = {name: part.decode() for name, part in parts(raw).items()}
    held[SHEET] = re.sub(r'(<c [^<>]*?) t="inlineStr"><is>(.*?)</is></c>', numbered, held[SHEET])
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    held["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{"".join(texts)}</sst>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    held["[Content_Types].xml"] = held["[Content_Types].xml"].replace("</Types>", part)
    data = io.BytesIO()
    with ZipFile(data, "w") as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    return data.getvalue()


def test_a_list_of_texts_is_read_as_the_library_reads_it() -> None:
    raw = pieces((BLACK, "Welkom "), (WHITE, "GEHEIM"), shared=True)
    page = openpyxl.load_workbook(io.BytesIO(raw), rich_text=True).active
    assert page is not None
    assert (page["A1"].value, str(page["B2"].value)) == ("wie", "Welkom GEHEIM")
    assert [piece.font.color.rgb for piece in page["B2"].value] == ["FF000000", "FFFFFFFF"]


NAVY, PAGE = InlineFont(color="FF1F4E79"), InlineFont(color=Color(theme=0))
FAINT: list[tuple[list[tuple[InlineFont | None, str]], dict[str, Any]]] = [
    ([(None, "Welkom "), (WHITE, "GEHEIM")], {}),
    ([(BLACK, "Welkom "), (TINY, "GEHEIM")], {}),
    ([(PAGE, "GEHEIM"), (BOLD, " Welkom")], {}),
    ([(BOLD, "Welkom "), (WHITE, "GEHEIM")], {"fill": PAPER}),
    ([(WHITE, "Welkom "), (NAVY, "GEHEIM")], {"fill": DARK}),
    ([(None, "GEHEIM"), (BLACK, " Welkom")], {"font": Font(color="FFFFFFFF")}),
    ([(BLACK, "Welkom "), (WHITE, "GEHEIM")], {"table": "D1:E4"}),
]
SEEN: list[tuple[list[tuple[InlineFont | None, str]], dict[str, Any]]] = [
    ([(None, "Welkom "), (BOLD, "allemaal")], {}),
    ([(BLACK, "Welkom "), (WHITE, " – ")], {}),
    ([(BLACK, "Welkom "), (NAVY, "allemaal")], {}),
    ([(WHITE, "Welkom "), (BOLD, "allemaal")], {"fill": DARK}),
    ([(WHITE, "Welkom "), (BOLD, "allemaal")], {"fill": PatternFill("gray125")}),
    ([(BOLD, "Welkom "), (BLACK, "allemaal")], {"font": Font(color="FFFFFFFF")}),
    ([(BLACK, "Welkom "), (WHITE, "allemaal")], {"table": "A1:B4"}),
    ([(BLACK, "m"), (InlineFont(sz=6, vertAlign="superscript"), "2")], {}),
]


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(("said", "look"), FAINT)
def test_a_piece_of_a_cell_that_nobody_can_read_is_not_published(
    said: list[tuple[InlineFont | None, str]], look: dict[str, Any], shared: bool, tmp_path: Path
) -> None:
    assert refused(tmp_path, "a.xlsx", pieces(*said, shared=shared, **look)).startswith(told(SHEET))


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(("said", "look"), SEEN)
def test_pieces_of_a_cell_that_can_be_read_are_published(
    said: list[tuple[InlineFont | None, str]], look: dict[str, Any], shared: bool, tmp_path: Path
) -> None:
    seen(tmp_path, "a.xlsx", pieces(*said, shared=shared, **look))


def test_a_text_that_no_cell_shows_any_more_counts_for_nothing(tmp_path: Path) -> None:
    raw = pieces((BLACK, "Welkom "), (WHITE, "GEHEIM"), shared=True)
    number = parts(raw)["xl/sharedStrings.xml"].count(b"<si>")
    assert refused(tmp_path, "a.xlsx", raw).startswith(told(SHEET))
    raw = changed(raw, SHEET, f"<v>{number}</v>", "<v>1</v>")
    seen(tmp_path, "a.xlsx", raw)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (12, ";;"),
        (-12, "0;;"),
        (-12, "0;"),
        (12, ";-0;0;@"),
        ("GEHEIM", "0;-0;0;"),
        ("GEHEIM", '0;-0;0;" "'),
        (12, "_-;;"),
        (12, "* ;* ;* ;* "),
        (12, "[Red];[Red];;"),
        (0.5, '""'),
        (0, ";;;"),
    ],
)
def test_a_cell_whose_form_shows_nothing_of_what_is_in_it_is_not_published(
    value: object, form: str, tmp_path: Path
) -> None:
    assert refused(tmp_path, "a.xlsx", workbook(value, form)).startswith(UNSEEN.format(SHEET))


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (12, "0;;"),
        (0, "0;;"),
        (0, '0;-0;"";@'),
        ("Welkom", ";;"),
        ("Welkom", "0;;;@"),
        ("Welkom", '""'),
        (12, "[=0];[>0]0;0"),
        (12, '"ja";"nee"'),
        (12, "[h]"),
        (True, "0;-0;;@"),
        (-12, r"#,##0_-;\-#,##0_-"),
    ],
)
def test_a_cell_that_shows_something_or_hides_a_zero_is_published(value: object, form: str, tmp_path: Path) -> None:
    seen(tmp_path, "a.xlsx", workbook(value, form))


def test_a_number_that_its_form_makes_white_is_not_published(tmp_path: Path) -> None:
    for form in ("[White]0", "[white]General;[White]-0", "[Color2]0;[Color2]0;[Color2]0;[Color2]@"):
        assert refused(tmp_path, "a.xlsx", workbook(12, form)).startswith(told(SHEET))
    for form in ("[Red]0", "0;[White]-0", "[White]0;[Red]-0"):
        seen(tmp_path, "a.xlsx", workbook(12, form))


def test_sheets_that_only_a_program_shows_again_and_rows_without_height_are_not_published(tmp_path: Path) -> None:
    raw = workbook("Welkom", hide="sheet")
    very = changed(raw, "xl/workbook.xml", 'state="hidden"', 'state="veryHidden"')
    for book in (raw, very):
        assert refused(tmp_path, "a.xlsx", book).startswith(UNSEEN.format("xl/workbook.xml"))
    row = changed(workbook("GEHEIM"), SHEET, '<row r="3"', '<row ht="0" customHeight="1" r="3"')
    assert refused(tmp_path, "a.xlsx", row).startswith(UNSEEN.format(SHEET))


@pytest.mark.parametrize("text", ["<c ", "<c r='A1' t='s'>", "<is><r><rPr>", "<c><is><r><t>a</t></r>", "rPr><r>"])
def test_hostile_cells_take_no_more_than_a_moment(text: str, tmp_path: Path) -> None:
    raw = changed(workbook("Welkom"), SHEET, "</sheetData>", text * (1_000_000 // len(text)))
    begun = time.process_time()
    seen(tmp_path, "a.xlsx", raw)
    assert time.process_time() - begun < 10
