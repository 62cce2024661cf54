"""How a PDF is laid out: what stays together, what finds room, and how quickly it is made again."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from drawn_plans import TODAY, document, own_plan, squeezed
from small_plans import ROOT, write
from small_plans import fiche as action
from test_pdf import pages, paragraph, small_document

from elzctl.render.markdown import plain
from elzctl.render.pdf import Pdf, pdf, sources
from elzctl.render.tree import (
    Bullets,
    Code,
    Document,
    Emphasis,
    Fiche,
    Field,
    Heading,
    Item,
    Link,
    Paragraph,
    Strong,
    Table,
    Text,
)

AGAIN = """
import sys, time
from elzctl.render.markdown import plain
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


def numbered_plan(root: Path, first: int, count: int) -> Document:
    """A plan whose actions have numbers from 1.1.*first* on."""
    lines = ("lead: [kring]", "partners: [apothekers]", "target_groups: [scholen]", "due: eind 2025")
    texts = {f"a{at}": action(f"1.1.{at}", *lines, title=f"Titel{at}") for at in range(first, first + count)}
    return document(write(root, **texts))


def tables_of(drawn: Document, *kinds: str) -> list[Table]:
    """The tables in the parts of these kinds, in reading order."""
    return [one for part in drawn.parts if part.kind in kinds for one in part.blocks if isinstance(one, Table)]


@pytest.mark.parametrize("first", [91, 901])
def test_numbers_of_many_actions_stand_apart(tmp_path: Path, first: int) -> None:
    drawn = numbered_plan(tmp_path, first, 12)
    matrices = [one for one in tables_of(drawn, "appendix") if len(one.head) > 7]
    assert matrices
    for table in matrices:
        heads = [plain(cell) for cell in table.head]
        bare = small_document(Heading(1, "g", (Text("Doel"),)), table._replace(caption=""))
        places = boxes(pdf(bare, TODAY), heads[1:])
        assert len(places) == len(heads) - 1
        for (_, _, right, _), (left, _, _, _) in pairwise(places):
            assert right + 2 < left, heads


@pytest.mark.parametrize("kind", ["glance", "appendix"])
def test_the_number_of_an_action_stands_apart_from_its_title(tmp_path: Path, kind: str) -> None:
    drawn = numbered_plan(tmp_path, 900, 2)
    table = next(one for one in tables_of(drawn, kind) if "No." in map(plain, one.head))
    made = pdf(small_document(Heading(1, "g", (Text("Doel"),)), table), TODAY)
    at = [plain(cell) for cell in table.head].index("No.")
    row = next(row for row in table.rows if len(row) > 1)
    words = [plain(row[place]).split()[0] for place in (at, at + 1)]
    (_, _, right, _), (left, _, _, _) = boxes(made, words)
    assert right + 2 < left


@pytest.mark.parametrize("month", ["november", "september"])
def test_no_month_is_cut_in_two_in_a_narrow_column(month: str) -> None:
    head = tuple((Text(f"k{at}"),) for at in range(5))
    row = ((Text(f"27 {month} 2026, 3"),), *((Text("woorden"),),) * 4)
    table = Table("", head, (row,), (4, 15, 10, 8, 15))
    made = pdf(small_document(Heading(1, "g", (Text("Doel"),)), table), TODAY)
    ((left, _, right, _),) = boxes(made, [month])
    assert right > left


def test_a_row_of_a_table_stays_on_one_page_when_it_fits() -> None:
    words = "samen met partners in de zone "
    times = [7 + at * 5 % 11 for at in range(40)]
    rows = tuple(
        (Text("lang"), Text(f"begin{at} {words * many} einde{at}"), Text("ja")) for at, many in enumerate(times)
    )
    long = (Text("lang"), Text(f"begin99 {words * 400} einde99"), Text("kort"))
    cells = tuple(tuple((one,) for one in row) for row in (*rows, long))
    head = tuple((Text(word),) for word in ("Actie", "Wat", "Hoe"))
    made = pages(pdf(small_document(Heading(1, "g", (Text("Doel"),)), Table("", head, cells, (3, 5, 3))), TODAY))
    for at in range(40):
        first, last = ([bool(re.search(rf"{word}{at}\b", text)) for text in made] for word in ("begin", "einde"))
        assert first == last
        assert any(first)
    # What is longer than a page is broken, and all of it is there.
    assert squeezed("".join(made)).count("samen") == sum(times) + 400
    assert "einde99" in made[-1]


LONG_WORDS = {
    "strong and plain": tuple(
        Strong((Text("samenwerking"),)) if at % 2 else Text("gezondheidszorg") for at in range(20)
    ),
    "within a strong word": (
        Strong(tuple(Emphasis((Text("eerstelijns"),)) if at % 2 else Text("zone") for at in range(30))),
    ),
    "code and plain": tuple(Code("waarde123") if at % 2 else Text("sleutel456") for at in range(20)),
    "a link": tuple(Link("https://elz.example", (Text("zorgverlening"),)) if at % 2 else Text("x") for at in range(24)),
}


@pytest.mark.parametrize("name", LONG_WORDS)
def test_a_long_word_of_several_pieces_does_not_run_off_the_page(name: str) -> None:
    line = LONG_WORDS[name]
    table = Table("", ((Text("a"),), (Text("b"),)), ((line, (Text("kort"),)),), (1, 1))
    drawn = small_document(Heading(1, "g", (Text("Doel"),)), Paragraph(line), table)
    made = pdf(drawn, TODAY)
    file = pypdfium2.PdfDocument(made.data)
    for page in file:
        text = page.get_textpage()
        rights = [text.get_charbox(at)[2] for at in range(text.count_chars())]
        assert max(rights) < page.get_width() - 60
    file.close()
    assert squeezed("".join(pages(made))).count(squeezed(plain(line))) == 2


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
