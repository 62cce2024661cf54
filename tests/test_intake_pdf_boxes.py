"""Check boxes of a PDF that are drawn, with and without tags."""

from __future__ import annotations

import pytest
import typst
from test_intake_pdf_drawn import PAGE, printed

from elzctl.intake.paper import Paper
from elzctl.intake.readers.read import read

DRAWN = """
#let open = box(width: 8pt, height: 8pt, stroke: 0.6pt)
#let crossed = box(width: 8pt, height: 8pt, stroke: 0.6pt)[#place(line(start: (1pt, 1pt), end: (7pt, 7pt), stroke: 0.6pt)) #place(line(start: (1pt, 7pt), end: (7pt, 1pt), stroke: 0.6pt))]
#let filled = box(width: 9pt, height: 9pt, stroke: 0.6pt)[#place(dx: 2pt, dy: 2pt, rect(width: 5pt, height: 5pt, fill: black))]
#let lettered = box(width: 9pt, height: 9pt, stroke: 0.6pt)[#set text(size: 7pt); #align(center + horizon)[X]]
#let solid = box(width: 8pt, height: 8pt, fill: black)
"""


def both(source: str) -> list[Paper]:
    """What is read of a page with these boxes, without tags and with them."""
    return [printed(DRAWN + source), read("plan.pdf", typst.compile(f"{PAGE}{DRAWN}{source}".encode()))]


def told(made: Paper) -> list[tuple[str, int]]:
    return [(one.text, one.number) for one in made.remarks if "drawn" in one.text]


@pytest.mark.parametrize("box", ["crossed", "filled", "lettered"])
def test_a_drawn_box_with_something_in_it_is_ticked_and_told(box: str) -> None:
    for made in both(f"#{box} Procesevaluatie\n\n#open Resultaatgerichte evaluatie"):
        assert [(one.text, one.check) for one in made.blocks] == [
            ("Procesevaluatie", True),
            ("Resultaatgerichte evaluatie", False),
        ]
        [(text, number)] = told(made)
        assert (text.startswith("1 check box in this PDF is drawn"), number) == (True, 2)


def test_boxes_in_a_line_stand_before_what_they_are_of() -> None:
    for made in both("Status: #open gepland #crossed lopend #open afgerond"):
        assert [one.text for one in made.blocks] == ["Status: ☐ gepland ☒ lopend ☐ afgerond"]


def test_boxes_in_a_table_are_boxes_too() -> None:
    for made in both("#table(columns: 2, [Status], [#open gepland #crossed lopend])"):
        [state] = [one for one in made.blocks if one.cell is not None and one.cell.column == 2]
        assert (state.check, state.text) == (False, "gepland ☒ lopend")


def test_a_box_that_is_dark_as_a_whole_is_not_understood_and_told_beside_others() -> None:
    for made in both("#solid Procesevaluatie\n\n#open Resultaatgerichte evaluatie"):
        assert {one.text: one.check for one in made.blocks}["Procesevaluatie"] is None
        assert [text.startswith("1 drawn box in this PDF was not understood") for text, _ in told(made)] == [
            False,
            True,
        ]


def test_a_box_with_no_text_behind_it_is_told_beside_others() -> None:
    for made in both("Afgerond #crossed\n\n#open gepland"):
        assert sum("not understood" in text for text, _ in told(made)) == 1


def test_small_squares_before_items_and_drawings_are_no_boxes() -> None:
    dots = "#let dot = box(width: 4pt, height: 4pt, fill: black)\n#dot een\n\n#dot twee"
    for source in (dots, "Tekst.\n\n#solid #solid #solid", "- een\n- twee"):
        for made in both(source):
            assert all(one.check is None for one in made.blocks)
            assert not told(made)
