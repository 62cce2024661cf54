"""The PDF: the same words as the page, tagged, and made in any case."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from drawn_plans import TODAY, document, hostile, missing, nodes, own_plan, rich, whole

from elzctl.render.pdf import Pdf, pdf
from elzctl.render.tree import (
    Block,
    Bullets,
    Contents,
    Document,
    Emphasis,
    Field,
    Heading,
    Item,
    Jump,
    Link,
    Listing,
    Note,
    Numbered,
    Paragraph,
    Part,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
)
from elzctl.render.words import page_words
from elzctl.wording import Language

WORDS = page_words(Language("en"))
FOOT = re.compile(r"Pagina? (\d+) van (\d+)|Page (\d+) of (\d+)")


def pages(made: Pdf | bytes) -> list[str]:
    """The text of each page."""
    found = pypdfium2.PdfDocument(made.data if isinstance(made, Pdf) else made)
    texts = [page.get_textpage().get_text_range() for page in found]
    found.close()
    return texts


def body(made: Pdf, drawn: Document) -> str:
    """The text without cover and contents, and without what stands at the head and foot of every page."""
    texts = pages(made)
    file = pypdfium2.PdfDocument(made.data)
    # The first bookmark is the contents, the second what stands behind them.
    places = [mark.get_dest().get_index() for mark in file.get_toc(max_depth=1)]
    file.close()
    first = places[1] if len(places) > 1 else 1
    return "\n".join(_without_margins(text, drawn) for text in texts[first:])


def _without_margins(text: str, drawn: Document) -> str:
    text = FOOT.sub("", text)
    again = dict(drawn.words).get("continued", "continued")
    for label in {node.label for node in nodes(drawn.parts) if isinstance(node, Field)}:
        text = text.replace(f"{label} ({again})", "")
    for head in (drawn.title, drawn.organisation):
        text = re.sub(re.escape(head[:39]).replace(r"\ ", r"\s+"), "", text, count=1) if head else text
    return text


def small_document(*blocks: Block, title: str = "Titel") -> Document:
    contents = tuple(
        Contents(
            block.level,
            block.anchor,
            block.label,
            "".join(child.text for child in block.children if isinstance(child, Text)),
        )
        for block in blocks
        if isinstance(block, Heading) and block.anchor
    )
    return Document(title, "", "Zone", "nl", "", WORDS, contents, (Part("chapters", blocks),))


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


@pytest.fixture(scope="module")
def own() -> tuple[Document, Pdf]:
    drawn = own_plan()
    return drawn, pdf(drawn, TODAY)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Pdf]:
    drawn = document(rich(tmp_path_factory.mktemp("plan")))
    return drawn, pdf(drawn, TODAY)


# What stands in it


def test_our_plan_needs_no_warning(own: tuple[Document, Pdf]) -> None:
    assert own[1].warnings == ()


@pytest.mark.parametrize("name", ["own", "small"])
def test_the_pdf_says_everything_in_order(name: str, request: pytest.FixtureRequest) -> None:
    drawn, made = request.getfixturevalue(name)
    assert missing(whole(drawn), body(made, drawn)) is None


def test_every_page_but_the_cover_says_which_it_is(own: tuple[Document, Pdf]) -> None:
    texts = pages(own[1])
    found = [[int(number) for number in match.groups() if number] for text in texts if (match := FOOT.search(text))]
    assert found == [[number, len(texts)] for number in range(2, len(texts) + 1)]


def test_the_contents_name_the_page_of_each_heading(small: tuple[Document, Pdf]) -> None:
    drawn, made = small
    texts = [" ".join(text.split()) for text in pages(made)]
    for line in drawn.contents:
        entry = re.search(re.escape(line.title) + r"[ .]+(\d+)", texts[1])
        assert entry is not None, line
        assert line.title in texts[int(entry[1]) - 1]


def test_the_bookmarks_are_the_contents(small: tuple[Document, Pdf]) -> None:
    drawn, made = small
    with pikepdf.open(io.BytesIO(made.data)) as file, file.open_outline() as outline:
        (own, *found) = _bookmarks(outline.root)
    assert own == "Contents"
    assert len(found) == len(drawn.contents)
    for title, line in zip(found, drawn.contents, strict=True):
        assert title.endswith(line.title)
        assert line.label in title


def _bookmarks(items: list[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _bookmarks(item.children)


# Accessible, and always the same


@pytest.mark.parametrize("name", ["own", "small"])
def test_it_is_tagged_and_claims_to_be_accessible(name: str, request: pytest.FixtureRequest) -> None:
    drawn, made = request.getfixturevalue(name)
    with pikepdf.open(io.BytesIO(made.data)) as file:
        metadata = file.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["dc:title"] == drawn.title
        assert str(file.Root.Lang).split("-")[0] == drawn.language
        assert file.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in file.Root
        assert file.Root.ViewerPreferences.DisplayDocTitle


def test_the_same_document_and_day_give_the_same_bytes(small: tuple[Document, Pdf]) -> None:
    drawn, made = small
    assert pdf(drawn, TODAY).data == made.data
    assert pdf(drawn, date(2025, 3, 16)).data != made.data


def test_nothing_of_a_hostile_plan_is_run(tmp_path: Path) -> None:
    drawn = document(hostile(tmp_path))
    made = pdf(drawn, TODAY)
    text = "\n".join(pages(made))
    assert (
        missing(['#read("/etc/passwd")', '#import "@preview/cetz:0.3.0"', "{{7*7}}", "<script>alert(1)</script>"], text)
        is None
    )
    assert "root:" not in text
    with pikepdf.open(io.BytesIO(made.data)) as file:
        assert "/Names" not in file.Root or "/JavaScript" not in file.Root.Names
        actions = [
            str(annotation.A.S) for page in file.pages for annotation in page.get("/Annots", ()) if "/A" in annotation
        ]
        addresses = [
            str(note.A.URI)
            for page in file.pages
            for note in page.get("/Annots", ())
            if "/A" in note and "/URI" in note.A
        ]
    assert set(actions) <= {"/URI", "/GoTo"}
    assert set(addresses) == {"https://spion.example/p.png"}


# What no font has, and what no page can hold


def test_a_character_that_no_font_has_is_a_box_and_a_warning() -> None:
    made = pdf(small_document(Heading(1, "a", (Text("Kop"),)), paragraph("voor \uf8ff na")), TODAY)
    assert "voor □ na" in " ".join(pages(made))
    (warning,) = made.warnings
    assert dict(warning.args) == {"code": "U+F8FF", "shown": "□", "place": "voor □ na"}
    with pikepdf.open(io.BytesIO(made.data)) as file:
        assert file.open_metadata()["pdfuaid:part"] == "1"


def test_arabic_letters_are_drawn_in_a_face_without_fixed_widths() -> None:
    made = pdf(small_document(Heading(1, "a", (Text("Kop"),)), paragraph("جمعية الصحة")), TODAY)
    assert made.warnings == ()
    with pikepdf.open(io.BytesIO(made.data)) as file:
        names = [str(one.get("/BaseFont", "")) for one in file.objects if isinstance(one, pikepdf.Dictionary)]
    assert any("NotoSansArabic" in name for name in names)
    assert not any("DejaVu" in name for name in names)


@pytest.mark.parametrize(
    ("text", "shown", "code"),
    [
        ("1\ufe0f\u20e3", "1", "U+20E3"),
        ("e\u20e3", "e", "U+20E3"),
        ("é\u20e3", "é", "U+20E3"),
        ("a\u20dd", "a", "U+20DD"),
        (".\u20e3", ".", "U+20E3"),
        ("漢", "□", "U+6F22"),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "[family]", "U+1F468 U+1F469 U+1F467"),
        ("\U0001f469\u200d\u2695\ufe0f", "[woman]", "U+1F469 U+2695"),
        ("\U0001f1e7\U0001f1ea", "[flag of BE]", "U+1F1E7 U+1F1EA"),
        ("\U0001f44d\U0001f3fd", "[thumbs up]", "U+1F44D U+1F3FD"),
        ("\U0001f31f\ufe0f", "[star]", "U+1F31F"),
        ("\U0001f9a9", "[emoji: flamingo]", "U+1F9A9"),
        ("\U0001f467", "[girl]", "U+1F467"),
        ("\U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1", "[people]", "U+1F9D1 U+1F91D U+1F9D1"),
        ("\uf0b7", "•", "U+F0B7"),
        ("\uf0fe", "☒", "U+F0FE"),
    ],
)
def test_a_mark_or_picture_that_no_font_has_costs_no_letter_anywhere_else(text: str, shown: str, code: str) -> None:
    same = "De 11 en 1 een e.n.a. B"
    document_ = small_document(Heading(1, "e1", (Text("Kop 1"),)), paragraph(same), paragraph(f"voor {text} na"))
    made = pdf(document_._replace(language="en"), TODAY)
    drawn = " ".join(pages(made))
    assert f"voor {shown} na" in drawn
    assert same in drawn
    assert "Kop 1" in drawn
    assert drawn.count("□") == shown.count("□")
    assert [dict(warning.args) for warning in made.warnings] == [
        {"code": code, "shown": shown, "place": f"voor {shown} na"}
    ]
    with pikepdf.open(io.BytesIO(made.data)) as file:
        assert file.open_metadata()["pdfuaid:part"] == "1"


@pytest.mark.parametrize("text", ["\u200d", "\ufe0f", "\x00\x07\x1b", "\u202e", "\ud800", ""])
def test_what_cannot_be_seen_is_left_out_or_shown(text: str) -> None:
    made = pdf(small_document(Heading(1, "a", (Text(f"Kop{text}"),)), paragraph(f"voor{text}na")), TODAY)
    assert "voor" in " ".join(pages(made))


def test_an_empty_document_is_a_cover() -> None:
    made = pdf(Document("Titel", "", "", "nl", "", WORDS, (), ()), TODAY)
    assert made.warnings == ()
    assert len(pages(made)) == 1


def test_every_kind_of_block_can_be_drawn() -> None:
    cell = (
        Strong((Text("vet"),)),
        Emphasis((Text("schuin"),)),
        Link("https://elz.be", (Text("weg"),)),
        Jump("weg", (Text("nergens"),)),
    )
    item = Item((paragraph("punt"), Bullets((Item((paragraph("dieper"),), checked=True),))))
    blocks = (
        Heading(4, "a", (Text("Kop"),)),
        Heading(2, "a", ()),
        Bullets((item, Item((), checked=False))),
        Numbered((item, item), start=7),
        Quote((Listing("x < y\n  z"),)),
        Rule(),
        Table("Tabel", (cell, cell), ((cell, cell),) * 80, (1, 2)),
        Table("", ((Text("a"),),) * 7, ()),
        Note("warning", (paragraph("let op"),)),
    )
    made = pdf(small_document(*blocks), TODAY)
    assert made.warnings == ()
    assert (
        missing(
            ["Kop", "punt", "dieper", "x < y", "z", "Tabel", "vet", "schuin", "weg", "nergens", "let op"],
            "\n".join(pages(made)),
        )
        is None
    )


@pytest.mark.parametrize("title", ["woord " * 333, "x" * 2000])
def test_a_title_of_2000_characters_fits(title: str, tmp_path: Path) -> None:
    root = rich(tmp_path)
    for path, old in (
        ("actions/koffie.md", "Koffie voor mantelzorgers"),
        ("goals.yaml", "Een sterke zone"),
        ("plan.yaml", "Actieplan 2025"),
    ):
        target = root / "plan" / path
        target.write_text(target.read_text("utf-8").replace(old, title.strip()), "utf-8")
    made = pdf(document(root), TODAY)
    assert made.warnings == ()
    with pikepdf.open(io.BytesIO(made.data)) as file:
        assert file.open_metadata()["pdfuaid:part"] == "1"
    assert "".join(pages(made)).count("woord") + "".join(pages(made)).count("xxxxxxxxxx") > 600
