"""What stands on each page of a PDF: never a few lines alone, a heading with what is under it, a label beside what goes on."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from drawn_plans import TODAY, document, squeezed
from small_plans import PLAN, write
from small_plans import fiche as action
from test_pdf import pages, paragraph, small_document
from test_pdf_tags import SHOWING, inside, structure

from elzctl.render.pdf import Pdf, pdf
from elzctl.render.tree import Bullets, Document, Entry, Fiche, Field, Heading, Item, Paragraph, Table, Text

FEWEST = 6
"""Lines on a page, without its head and foot."""
SENTENCE = "Samen met partners in de zone. "


def lines_on(page: pypdfium2.PdfPage) -> int:
    """How many lines of text a page has between its head and its foot."""
    text = page.get_textpage()
    boxes = (text.get_rect(at) for at in range(text.count_rects()))
    heights = sorted((bottom + top) / 2 for _, bottom, _, top in boxes)
    between = [height for height in heights if 60 < height < page.get_height() - 66]
    return sum(after - before > 5 for before, after in zip((-9.0, *between), between, strict=False))


def goals(*counts: int) -> str:
    """Strategic goals, each with so many operational ones."""
    found = ""
    for number, many in enumerate(counts, 1):
        found += f"- id: d{number}\n  number: {number}\n  title: Doel {number}\n  kind: content\n  motto: samen\n"
        found += "  goals:\n" * (many > 0)
        for under in range(1, many + 1):
            found += f"    - id: d{number}o{under}\n      number: {number}.{under}\n      title: Onderdeel {under}\n"
    return found


def long_action(number: str) -> str:
    texts = (f"## {head}\n\n{SENTENCE * 30}\n" for head in ("Waarom?", "Wat?", "Hoe?", "Evaluatie"))
    return action(number, "lead: [dienst-zorg]", "due: eind 2025", title="Actie", text="\n".join(texts))


def with_chapters(root: Path, words: str) -> None:
    (root / "plan" / "texts").mkdir(exist_ok=True)
    for name in ("vooraf", "achteraf"):
        (root / "plan" / "texts" / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n\n{words}\n", "utf-8")


CHAPTERS = f"{PLAN}chapters:\n  before: [vooraf]\n  after: [achteraf]\n"
MADE = {
    "goals without actions": (PLAN, goals(1, 1, 1, 1, 1), {}),
    "one goal without anything": (PLAN, goals(0), {}),
    "no goals": (PLAN, "[]\n", {}),
    "no goals, and chapters": (CHAPTERS, "[]\n", {}),
    "short goals and chapters": (CHAPTERS, goals(1, 0, 2), {}),
    "a short goal first": (PLAN, goals(1, 1), {"a": long_action("2.1.1")}),
    "a short goal last": (CHAPTERS, goals(1, 1), {"a": long_action("1.1.1")}),
    "a short goal between long ones": (
        CHAPTERS,
        goals(1, 0, 1),
        {"a": long_action("1.1.1"), "b": long_action("3.1.1")},
    ),
    "an action that stopped": (PLAN, goals(1, 1), {"a": action("2.1.1", "reason: geen geld", status="stopped")}),
}


@pytest.mark.parametrize("name", MADE)
def test_no_page_has_a_few_lines_alone(name: str, tmp_path: Path) -> None:
    plan, goal_texts, actions = MADE[name]
    root = write(tmp_path, plan=plan, goals=goal_texts, **actions)
    with_chapters(root, "Een zin.")
    drawn = document(root)
    file = pypdfium2.PdfDocument(pdf(drawn, TODAY).data)
    counts = [lines_on(page) for page in file]
    file.close()
    # The whole of a plan without anything may be less than that.
    enough = FEWEST if actions or len(goal_texts) > 200 else 3
    assert min(counts[1:]) >= enough, counts


def test_the_band_of_a_goal_is_never_apart_from_what_is_under_it(tmp_path: Path) -> None:
    for long in range(8, 40, 4):
        text = f"## Waarom?\n\n{SENTENCE}\n\n## Hoe?\n\n" + f"{SENTENCE * 4}\n\n" * (long // 4)
        first = action("1.1.1", "lead: [dienst-zorg]", title="Actie", text=text)
        made = pages(pdf(document(write(tmp_path, goals=goals(1, 1), a=first)), TODAY))
        (page,) = (one for one in made[2:] if "Doel 2" in one and "Strategic goal 2" in one)
        assert "2.1" in page
        assert "This goal has no actions yet." in page


def fiche_of(rows: int) -> Document:
    """An action after so many lines, with a long row of which the words can be counted, and a row after it."""
    before = tuple(paragraph("Vooraf.") for _ in range(rows))
    steps = Bullets(tuple(Item((paragraph(f"stap{at} is een stap."),)) for at in range(70)))
    fields = (
        Field("how", "Hoe gaat het?", (paragraph("Zo:"), steps)),
        Field("who", "Met wie?", (paragraph("Samen."),)),
    )
    fiche = Fiche(Heading(2, "a", (Text("Actie"),)), "running", "lopend", (), fields)
    return small_document(Heading(1, "d", (Text("Doel"),)), *before, fiche)


@pytest.mark.parametrize("rows", range(4, 40, 6))
def test_a_row_that_goes_on_has_its_label_on_each_page_and_once_in_the_structure(rows: int) -> None:
    made = pdf(fiche_of(rows), TODAY)
    assert made.warnings == ()
    with_steps = [text for text in pages(made) if "stap" in text.replace("stap.", "")]
    assert len(with_steps) > 1
    for at, text in enumerate(with_steps):
        assert text.count("Hoe gaat het?") == 1
        assert text.count("Hoe gaat het? (continued)") == (at > 0)
    assert "Met wie? (continued)" not in "".join(with_steps)
    file = pikepdf.open(io.BytesIO(made.data))
    (root,) = structure(file.Root.StructTreeRoot.K)
    titles = [str(one.node.get("/T", "")) for one in inside(root) if one.kind == "H3"]
    assert titles == ["Hoe gaat het?", "Met wie?"]
    # Marked as no part of the text: who listens hears the steps go on.
    plain, *others = [shown_apart(page) for page in file.pages if "Hoe gaat het?" in text_of(made, page.index)]
    assert all(count > plain for count in others)


def text_of(made: Pdf, index: int) -> str:
    return pages(made)[index]


def shown_apart(page: pikepdf.Page) -> int:
    """How often text is shown on a page that is marked as no part of the text."""
    found, inside_of = 0, []
    for one in pikepdf.parse_content_stream(page):
        operator = str(one.operator)
        if operator in ("BDC", "BMC"):
            inside_of.append(str(one.operands[0]))
        elif operator == "EMC":
            inside_of.pop()
        found += operator in SHOWING and "/Artifact" in inside_of
    return found


def test_no_row_stands_alone_under_a_heading_or_at_the_end_of_a_table() -> None:
    words = ("Groep", "maand")
    rows: list[tuple[tuple[Text, ...], ...]] = []
    for group in range(12):
        rows.append(((Text(f"Groep{group}"),),))
        rows += [((Text(f"rij{group}x{at}"),), (Text(SENTENCE * (1 + at % 2)),)) for at in range(2 + group % 4)]
    table = Table("Tabel", tuple((Text(word),) for word in words), tuple(rows))
    for before in range(2, 30, 3):
        filler = (Paragraph((Text(SENTENCE),)) for _ in range(before))
        made = pages(pdf(small_document(Heading(1, "d", (Text("Doel"),)), *filler, table), TODAY))
        for group in range(12):
            counts = [text.count(f"rij{group}x") for text in made if f"rij{group}x" in text]
            assert min(counts) > 1, (before, group, counts)
        for text in made:  # a heading comes again on the next page, and never stands at the foot of one
            for group in range(12):
                assert (f"Groep{group}\r" in text) == (f"rij{group}x" in text)


def test_words_with_a_colon_go_to_the_page_of_what_they_announce() -> None:
    announced = "Van de vorige vergadering houden we deze acties over:"
    entry = Entry("point", "", "Punt 1", (Text(SENTENCE * 6),), (), False)
    after = tuple(paragraph(SENTENCE) for _ in range(30))
    for before in range(20, 44):
        filler = (paragraph(SENTENCE) for _ in range(before))
        drawn = small_document(Heading(1, "d", (Text("Doel"),)), *filler, paragraph(announced), entry, *after)
        (page,) = (text for text in pages(pdf(drawn, TODAY)) if announced in text)
        assert "Punt 1" in page, before


LONG = "Samen met partners in de zone werken wij verder aan zorg en aan welzijn voor iedereen. "


@pytest.mark.parametrize(
    ("before", "sentences", "in_form"),
    [(0, 58, False), (6, 50, False), (42, 60, False), (0, 38, True), (6, 30, True), (21, 14, True), (42, 38, True)],
)
def test_a_long_paragraph_leaves_no_few_lines_on_the_last_page(before: int, sentences: int, in_form: bool) -> None:
    long = paragraph(LONG * sentences)
    fields = (Field("how", "Hoe gaat het?", (long,)),)
    last = Fiche(Heading(2, "a", (Text("Actie"),)), "running", "lopend", (), fields) if in_form else long
    filler = (paragraph(f"Vooraf {at}.") for at in range(before))
    made = pdf(small_document(Heading(1, "d", (Text("Doel"),)), *filler, last), TODAY)
    file = pypdfium2.PdfDocument(made.data)
    counts = [lines_on(page) for page in file]
    file.close()
    assert len(counts) > 2
    assert min(counts[1:]) >= FEWEST
    # It is divided where a sentence ends, and nothing of it is lost.
    assert squeezed("".join(pages(made))).count(squeezed(LONG)) >= sentences - 2
    assert made.warnings == ()


def test_the_pieces_of_a_divided_paragraph_are_as_close_as_its_lines() -> None:
    made = pdf(small_document(Heading(1, "d", (Text("Doel"),)), paragraph(LONG * 42)), TODAY)
    file = pypdfium2.PdfDocument(made.data)
    text = file[len(file) - 1].get_textpage()
    heights = sorted({round(text.get_rect(at)[1], 1) for at in range(text.count_rects()) if text.get_rect(at)[1] > 66})
    file.close()
    steps = [round(after - before, 1) for before, after in pairwise(heights)]
    assert max(steps[:34]) < 14  # points; between paragraphs there are 16


def test_an_item_stays_with_the_list_under_it() -> None:
    for before in range(30, 44):
        inner = Bullets(tuple(Item((paragraph(f"sub{at}"),)) for at in range(2)))
        items = tuple(Item((paragraph(f"item{at}"), inner)) for at in range(8))
        filler = (paragraph("Vooraf.") for _ in range(before))
        made = pages(pdf(small_document(Heading(1, "d", (Text("Doel"),)), *filler, Bullets(items)), TODAY))
        lasts = [max(text.rfind("sub"), 0) > text.rfind("item") for text in made if "item" in text]
        assert all(lasts), before
