"""What a PDF says to who listens to it: the structure of every document, looked up in the file that was made."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf
import pytest
from changed_plans import changed, marked
from drawn_meetings import FIRST, THIRD, invitation, met, minutes
from drawn_plans import ENGLISH, document, nodes, own_plan, read, rich, statement

from elzctl.render.pdf import pdf
from elzctl.render.report_document import report_document
from elzctl.render.tree import Document, Table

TODAY = date(2025, 3, 15)
NAMES = ("plan", "own", "changes", "minutes", "invitation", "report", "statement")
HEADINGS = tuple(f"H{level}" for level in range(1, 7))
SHOWING = {"Tj", "TJ", "'", '"'}


class Element(NamedTuple):
    """A node of the structure: what it is, its dictionary, and what is in it."""

    kind: str
    node: Any
    children: tuple[Element, ...]


class Made(NamedTuple):
    """A document and the file that was made of it."""

    document: Document
    file: pikepdf.Pdf
    root: Element


def structure(node: Any) -> tuple[Element, ...]:
    """The elements of a node's content, without numbers of content and objects."""
    if isinstance(node, pikepdf.Array):
        return tuple(element for one in node for element in structure(one))
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        return (Element(str(node.S).removeprefix("/"), node, structure(node.get("/K", pikepdf.Array()))),)
    return ()


def inside(element: Element) -> Iterator[Element]:
    """Everything in an element, in reading order."""
    for child in element.children:
        yield child
        yield from inside(child)


def of_kind(made: Made, *kinds: str) -> list[Element]:
    return [element for element in inside(made.root) if element.kind in kinds]


def attribute(element: Element, name: str) -> str:
    given = element.node.get("/A", pikepdf.Array())
    for one in given if isinstance(given, pikepdf.Array) else (given,):
        if isinstance(one, pikepdf.Dictionary) and name in one:
            return str(one[name])
    return ""


@pytest.fixture(scope="module")
def all_made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    folder = tmp_path_factory.mktemp("plans")
    meetings = met(folder / "meetings")
    documents = {
        "plan": document(rich(folder / "plan")),
        "own": own_plan(),
        "changes": marked(changed(folder / "changes")),
        "minutes": minutes(meetings, FIRST),
        "invitation": invitation(meetings, THIRD),
        "report": report_document(read(meetings).plan, 2025, TODAY, ENGLISH),
        "statement": statement(folder / "statement"),
    }
    found = {}
    for name, drawn in documents.items():
        made = pdf(drawn, TODAY)
        assert made.warnings == (), name
        file = pikepdf.open(io.BytesIO(made.data))
        (root,) = structure(file.Root.StructTreeRoot.K)
        found[name] = Made(drawn, file, root)
    return found


@pytest.fixture(params=NAMES)
def made(request: pytest.FixtureRequest, all_made: dict[str, Made]) -> Made:
    return all_made[request.param]


def test_it_says_its_language_and_title_and_claims_to_be_accessible(made: Made) -> None:
    root, metadata = made.file.Root, made.file.open_metadata()
    assert str(root.Lang) == {"nl": "nl-BE", "en": "en-GB"}[made.document.language]
    assert metadata["dc:title"] == made.document.title
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked
    assert metadata["pdfuaid:part"] == "1"


def test_headings_begin_at_the_first_level_and_skip_none(made: Made) -> None:
    levels = [HEADINGS.index(element.kind) + 1 for element in of_kind(made, *HEADINGS)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_heading_of_a_table_says_what_it_is_the_heading_of(made: Made) -> None:
    tables = of_kind(made, "Table")
    for table in tables:
        heads = [element for element in inside(table) if element.kind == "TH"]
        assert heads
        assert all(attribute(head, "/Scope") in ("/Column", "/Row", "/Both") for head in heads)
        known = {str(head.node.ID) for head in heads}
        cells = [element for element in inside(table) if element.kind == "TD"]
        for cell in cells:
            headers = next((one.Headers for one in cell.node.get("/A", ()) if "/Headers" in one), ())
            assert {str(name) for name in headers} <= known
    assert bool(tables) == any(isinstance(node, Table) for node in nodes(made.document.parts))


def test_lists_hold_items_and_items_have_a_body(made: Made) -> None:
    lists = of_kind(made, "L")
    assert lists
    for one in lists:
        assert {element.kind for element in one.children} <= {"LI", "L", "Caption"}
        for item in (element for element in one.children if element.kind == "LI"):
            assert {element.kind for element in item.children} <= {"Lbl", "LBody"}
            assert [element.kind for element in item.children].count("LBody") == 1


def test_every_picture_says_in_words_what_it_shows(made: Made) -> None:
    for figure in of_kind(made, "Figure", "Formula"):
        assert str(figure.node.get("/Alt", "")).strip() or str(figure.node.get("/ActualText", "")).strip()


def test_every_link_says_where_it_leads_and_is_in_the_structure(made: Made) -> None:
    notes = [note for page in made.file.pages for note in page.get("/Annots", ()) if note.Subtype == "/Link"]
    assert all(str(note.get("/Contents", "")).strip() for note in notes)
    objects = [
        one.Obj.objgen
        for link in of_kind(made, "Link", "Reference")
        for one in (link.node.K if isinstance(link.node.K, pikepdf.Array) else [link.node.K])
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/OBJR"
    ]
    assert {note.objgen for note in notes} <= set(objects)


def test_everything_that_is_drawn_is_content_or_said_to_be_none(made: Made) -> None:
    """A running head or foot is no part of the text: it is not read out on every page."""
    for number, page in enumerate(made.file.pages):
        margins, open_marks = set(), []
        for instruction in pikepdf.parse_content_stream(page):
            operands, name = instruction.operands, str(instruction.operator)
            if name in ("BDC", "BMC"):
                open_marks.append(operands)
                if str(operands[0]) == "/Artifact" and len(operands) > 1:
                    margins.add(str(operands[1].get("/Subtype", "")))
            elif name == "EMC":
                open_marks.pop()
            elif name in SHOWING:
                assert open_marks, f"text on page {number + 1} that is neither content nor a margin"
        assert open_marks == []
        if len(made.file.pages) > 1 and number:
            assert "/Footer" in margins


def test_every_page_keeps_the_order_of_the_structure_for_the_keyboard(made: Made) -> None:
    assert all(page.Tabs == "/S" for page in made.file.pages)
