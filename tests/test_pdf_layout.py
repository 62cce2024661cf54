"""How a PDF is laid out: what stays together, what finds room, and how quickly it is made again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from drawn_plans import TODAY, own_plan
from small_plans import ROOT
from test_pdf import pages, paragraph, small_document

from elzctl.render.pdf import Pdf, pdf, sources
from elzctl.render.tree import Bullets, Document, Fiche, Field, Heading, Item, Table, Text

AGAIN = """
import sys, time
from elzctl.render.pdf import pdf
sys.path.insert(0, "tests")
from drawn_plans import TODAY, own_plan
from test_pdf_layout import other_word
document = own_plan()
taken = []
for one in (document, other_word(document)):
    start = time.process_time()
    pdf(one, TODAY)
    taken.append(time.process_time() - start)
print(*taken)
"""


@pytest.fixture(scope="module")
def own() -> tuple[Document, Pdf]:
    drawn = own_plan()
    return drawn, pdf(drawn, TODAY)


def other_word(document: Document) -> Document:
    """The same document with a few words more in a chapter."""
    (place, part), *_ = ((at, one) for at, one in enumerate(document.parts) if one.kind == "chapters")
    heading, first, *rest = part.blocks
    changed = part._replace(blocks=(heading, paragraph("Een zin erbij."), first, *rest))
    return document._replace(parts=(*document.parts[:place], changed, *document.parts[place + 1 :]))


def boxes(made: Pdf, words: list[str]) -> list[tuple[float, float, float, float]]:
    """Where each word stands first on the first page that has it: left, bottom, right, top."""
    file = pypdfium2.PdfDocument(made.data)
    found = []
    for word in words:
        for page in file:
            text = page.get_textpage()
            if place := text.search(word, match_case=True, match_whole_word=True).get_next():
                found.append(text.get_rect(0) if text.count_rects(*place) else (0.0,) * 4)
                break
    file.close()
    return found


def test_every_one_of_many_columns_has_room() -> None:
    long = ("gezondheidsvaardigheden", "langewoordensamenstelling")
    head = tuple((Text(f"k{at}"),) for at in range(12))
    row = tuple((Text(long[at % 2] if at in (1, 6) else f"w{at} donderdag"),) for at in range(12))
    table = Table("", head, (row, row))
    inside = Fiche(Heading(3, "a", (Text("Actie"),)), "running", "lopend", (), (Field("what", "Wat?", (table,)),))
    drawn = small_document(Heading(1, "g", (Text("Doel"),)), inside)
    places = boxes(pdf(drawn, TODAY), [f"k{at}" for at in range(12)])
    assert len(places) == 12
    for (_, _, right, _), (left, _, _, _) in pairwise(places):
        assert right < left


def test_the_timeline_fills_its_first_page(own: tuple[Document, Pdf]) -> None:
    first = next(text for text in pages(own[1]) if "(1 van" in text)
    assert "Bijlage 1" in first
    file = pypdfium2.PdfDocument(own[1].data)
    (page,) = (one for one in file if "(1 van" in one.get_textpage().get_text_range())
    text = page.get_textpage()
    # The foot of the page is below all else: "Pagina 66 van 80".
    heights = [text.get_charbox(at)[1] for at in range(text.count_chars())]
    lowest = min(one for one in heights if one > 60)
    file.close()
    assert lowest < 0.18 * 842


def fiches(document: Document) -> list[dict[str, Any]]:
    data = json.loads(sources(document)["data.json"])
    return [block for part in data["parts"] for block in part["blocks"] if block["t"] == "fiche"]


def test_words_that_announce_a_list_go_where_the_list_goes(own: tuple[Document, Pdf]) -> None:
    pieces = 0
    for fiche in fiches(own[0]):
        for row, after in pairwise(fiche["fields"]):
            if after["label"] == "":
                pieces += 1
                ends, begins = row["blocks"][-1]["t"], after["blocks"][0]["t"]
                assert (ends, begins) not in (
                    ("paragraph", "bullets"),
                    ("paragraph", "numbered"),
                    ("paragraph", "table"),
                )
    assert pieces > 20


def test_a_few_words_under_a_goal_stay_with_its_first_action() -> None:
    first = Fiche(
        Heading(3, "a", (Text("Actie"),)), "running", "lopend", (), (Field("what", "Wat?", (paragraph("x"),)),)
    )
    for words, sticks in (("Drie acties, twee klaar.", True), ("Een lang verhaal over dit doel. " * 40, False)):
        goal = small_document(Heading(2, "g", (Text("Doel"),)), paragraph(words), first, paragraph("einde " * 300))
        blocks = json.loads(sources(goal)["data.json"])["parts"][0]["blocks"]
        assert bool(blocks[1].get("stick")) == sticks


@pytest.mark.parametrize("head", ["", "https://voorbeeld.be/", "www.", "https://voorbeeld.be/map/"])
def test_nothing_without_a_blank_in_it_runs_off_the_page(head: str) -> None:
    long = Text(head + "a" * 150)
    table = Table("", ((Text("a"),), (Text("b"),), (Text("c"),)), (((long,), (Text("b"),), (long,)),))
    blocks = (Heading(2, "b", (long,)), paragraph(long.text), Bullets((Item((paragraph(long.text),)),)), table)
    made = pdf(small_document(Heading(1, "a", (Text("Kop"),)), *blocks), TODAY)
    for page in pypdfium2.PdfDocument(made.data):
        letters = page.get_textpage()
        edge = page.get_width() - 60
        assert all(letters.get_charbox(at)[2] < edge for at in range(letters.count_chars()))


def test_the_long_row_of_an_action_that_is_not_running_has_one_label() -> None:
    step = "Een stap die gedaan moet worden, en die een hele regel lang is om te lezen"
    steps = Bullets(tuple(Item((paragraph(step),)) for _ in range(14)))
    fields = (Field("since", "Sinds", (paragraph("2024"),)), Field("steps", "Stappen", (paragraph("Veertien"), steps)))
    stub = Fiche(Heading(2, "b", (Text("Actie"),)), "done", "gedaan", (), fields, stub=True)
    made = pdf(small_document(Heading(1, "a", (Text("Kop"),)), stub), TODAY)
    assert made.warnings == ()
    text = " ".join(pages(made))
    assert text.count("Stappen") == 1
    assert text.count("Een stap") == 14


def test_a_plan_with_one_change_is_drawn_again_in_a_fraction_of_the_time() -> None:
    """As when somebody looks at a plan while writing it: what did not change is not laid out anew."""
    command = [sys.executable, "-c", AGAIN]
    found = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True
    )
    first, second = map(float, found.stdout.split())
    assert second < first / 3
