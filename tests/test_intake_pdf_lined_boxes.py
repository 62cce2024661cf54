"""Check boxes of a PDF that are drawn as four lines, or four thin bars, each by itself."""

from __future__ import annotations

import pytest
import typst
from test_intake_pdf_drawn import PAGE, printed

from elzctl.intake.paper import Paper
from elzctl.intake.readers.pdf_squares import lined_squares
from elzctl.intake.readers.read import read

DRAWN = """
#let side(from, to) = place(line(start: from, end: to, stroke: 0.6pt))
#let sides(s, body) = box(width: s, height: s)[#side((0pt, 0pt), (s, 0pt)) #side((s, 0pt), (s, s)) #side((s, s), (0pt, s)) #side((0pt, s), (0pt, 0pt)) #body]
#let bar(x, y, w, h) = place(dx: x, dy: y, rect(width: w, height: h, fill: black))
#let bars(s, body) = box(width: s, height: s)[#bar(0pt, 0pt, s, 0.7pt) #bar(0pt, s - 0.7pt, s, 0.7pt) #bar(0pt, 0pt, 0.7pt, s) #bar(s - 0.7pt, 0pt, 0.7pt, s) #body]
#let cross = [#side((1pt, 1pt), (7pt, 7pt)) #side((1pt, 7pt), (7pt, 1pt))]
#let letter = [#set text(size: 7pt); #align(center + horizon)[X]]
#let block = place(dx: 2pt, dy: 2pt, rect(width: 5pt, height: 5pt, fill: black))
"""


def both(source: str) -> list[Paper]:
    """What is read of a page with these boxes, without tags and with them."""
    return [printed(DRAWN + source), read("plan.pdf", typst.compile(f"{PAGE}{DRAWN}{source}".encode()))]


def told(made: Paper) -> list[int]:
    return [one.number for one in made.remarks if "drawn" in one.text]


@pytest.mark.parametrize("frame", ["sides", "bars"])
@pytest.mark.parametrize("mark", ["cross", "letter", "block"])
def test_four_lines_are_a_box(frame: str, mark: str) -> None:
    """Nothing of it was read before."""
    for made in both(f"#{frame}(9pt, {mark}) Procesevaluatie\n\n#{frame}(9pt, none) Resultaatgerichte evaluatie"):
        assert [(one.text, one.check) for one in made.blocks] == [
            ("Procesevaluatie", True),
            ("Resultaatgerichte evaluatie", False),
        ]
        assert told(made) == [2]


def test_such_boxes_stand_in_a_line_and_in_a_table() -> None:
    states = "#sides(8pt, none) gepland #sides(8pt, cross) lopend #sides(8pt, none) afgerond"
    for made in both(f"Status: {states}"):
        assert [one.text for one in made.blocks] == ["Status: ☐ gepland ☒ lopend ☐ afgerond"]
    for made in both(f"#table(columns: 2, [Status], [{states}])"):
        [state] = [one for one in made.blocks if one.cell is not None and one.cell.column == 2]
        assert (state.check, state.text) == (False, "gepland ☒ lopend ☐ afgerond")


@pytest.mark.parametrize(
    "source",
    [
        "Datum: #stack(dir: ltr, sides(12pt, none), sides(12pt, none), sides(12pt, none)) en meer",
        "#table(columns: (60pt, 10pt, 10pt, 10pt), inset: 1pt, rows: 10pt, [Soep], [x], [], [], [Brood], [], [x], [])",
        "#side((0pt, 0pt), (9pt, 0pt)) #side((0pt, 9pt), (9pt, 9pt)) Tekst",
    ],
    ids=["a field for one letter each", "narrow cells", "two lines"],
)
def test_cells_next_to_each_other_and_lines_are_no_boxes(source: str) -> None:
    for made in both(source):
        assert all(one.check is None and "☐" not in one.text and "☒" not in one.text for one in made.blocks)
        assert not told(made)


def test_the_lines_of_a_whole_page_are_looked_at_quickly() -> None:
    many = [(x, x + 9.0, y, y + 0.5) for x in range(0, 400, 20) for y in range(0, 420, 20)]
    assert lined_squares([*many, *((x, x + 0.5, y, y + 9.0) for x, _, y, _ in many)]) == []


def test_an_empty_cell_of_a_tagged_table_has_its_column() -> None:
    """What stood behind one was read as if it stood in its place: a cross under *Q2* as one under *Q1*."""
    table = "#table(columns: (60pt, 60pt, 60pt, 60pt), [Actie], [Q1], [Q2], [Q3], [Soep], [], [x], [], [Brood], [], [], [x], [Taart], [x], [], [])"
    for made in both(table):
        marks = {one.cell.row: one.cell.column for one in made.blocks if one.cell is not None and one.text == "x"}
        assert marks == {2: 3, 3: 4, 4: 2}
