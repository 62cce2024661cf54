"""PDF files → blocks: by their tags where they have them, otherwise by how things stand on the page."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst
from made_documents import Placed, pdf

from elzctl.intake.hyphens import Hyphens
from elzctl.intake.paper import Block, Cell, Make, Paper, Unfit
from elzctl.intake.readers.pdf_blocks import blocks
from elzctl.intake.readers.pdf_faces import heavier
from elzctl.intake.readers.pdf_parts import Part, Row
from elzctl.intake.readers.pdf_runs import Run
from elzctl.intake.readers.read import read
from elzctl.wording import Language

ENGLISH = Language("en")


def paper(data: bytes) -> Paper:
    return read("plan.pdf", data)


def refused(data: bytes) -> str:
    with pytest.raises(Unfit) as caught:
        paper(data)
    return ENGLISH(caught.value.message)


def lines(
    left: float, top: float, *texts: str, step: float = 14, size: float = 11
) -> list[tuple[float, float, str, float]]:
    """Texts under each other."""
    return [(left, top - step * number, text, size) for number, text in enumerate(texts)]


def shown(made: Paper) -> list[tuple[str, str, int]]:
    return [(block.text, block.marker, block.depth) for block in made.blocks]


PROSE = (
    "De zorgraad stelt vast dat heel wat bewoners de weg naar de zorg niet vinden en dat",
    "ook de partners elkaar te weinig kennen. Daarom maken we samen een overzicht.",
)

# Without tags


def test_lines_are_paragraphs_and_larger_letters_are_headings() -> None:
    page = [
        (72, 760, "Actieplan van de zone", 20),
        (72, 720, "Waarom?", 14),
        *lines(72, 700, *PROSE),
        *lines(72, 650, "Een tweede alinea, na wit."),
    ]
    made = paper(pdf(page))
    assert (made.make, made.pages) == (Make.PDF, 1)
    assert [(one.text, one.level, one.gap) for one in made.blocks] == [
        ("Actieplan van de zone", 1, True),
        ("Waarom?", 2, True),
        (" ".join(PROSE), 0, False),
        ("Een tweede alinea, na wit.", 0, True),
    ]


@pytest.mark.parametrize(
    ("step", "blocks"), [(24, ["Met wie? {}", "Wanneer? najaar 2026", "Status: loopt"]), (14, None)]
)
def test_a_label_that_stands_clearly_lower_begins_a_block_though_the_row_above_it_is_full(
    step: int, blocks: list[str] | None
) -> None:
    many = "Okra, Samana, het Huis van het Kind en alle apotheken die in deze zone aan huis leveren"
    form = [f"Met wie? {many}", "Wanneer? najaar 2026", "Status: loopt"]
    # As far apart as most rows, so that the step itself says nothing.
    page = [row for at in range(3) for row in lines(72, 800 - 100 * at, *PROSE)]
    page += [row for at in range(5) for row in lines(72, 770 - 100 * at, *form, step=step)]
    texts = [block.text for block in paper(pdf(page)).blocks]
    assert texts.count(" ".join(PROSE)) == 3
    wanted = [one.format(many) for one in blocks or [f"Met wie? {many} Wanneer? najaar 2026", "Status: loopt"]]
    assert [text for text in texts if text in wanted] == 5 * wanted


def test_items_have_their_signs_and_depths() -> None:
    page = [
        *lines(72, 700, PROSE[0], "\u2022 Eerste punt", step=20),
        *lines(90, 660, "- onder"),
        *lines(72, 640, "\u2022 Tweede", "1. Genummerd", step=20),
    ]
    assert shown(paper(pdf(page)))[1:] == [
        ("Eerste punt", "•", 1),
        ("onder", "-", 2),
        ("Tweede", "•", 1),
        ("Genummerd", "1.", 1),
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"Linkerkolom regel {number} met tekst tot aan" for number in range(10)]
    right = [f"Rechterkolom regel {number} met tekst tot" for number in range(10)]
    made = paper(
        pdf(
            [
                (72, 780, "Een titel die over de hele breedte van het blad staat, boven twee kolommen"),
                *lines(72, 740, *left),
                *lines(320, 740, *right),
            ]
        )
    )
    words = " ".join(block.text for block in made.blocks)
    assert words.index("titel") < words.index("Linkerkolom regel 0")
    assert words.index("Linkerkolom regel 9") < words.index("Rechterkolom regel 0")
    assert all(block.cell is None for block in made.blocks)


def test_a_form_of_labels_and_texts_is_a_table() -> None:
    page = [
        *lines(72, 700, "Datum", "Uur", "Plaats", step=16),
        *lines(180, 700, "dinsdag 13 mei 2025", "13u30 tot 16u", "WOC De Linde, Asse", step=16),
    ]
    made = paper(pdf(page))
    assert [(one.cell, one.text) for one in made.blocks] == [
        (Cell(1, 1, 1), "Datum"),
        (Cell(1, 1, 2), "dinsdag 13 mei 2025"),
        (Cell(1, 2, 1), "Uur"),
        (Cell(1, 2, 2), "13u30 tot 16u"),
        (Cell(1, 3, 1), "Plaats"),
        (Cell(1, 3, 2), "WOC De Linde, Asse"),
    ]


def test_a_table_with_drawn_lines_is_no_text_in_columns() -> None:
    heads = ("Wanneer", "Wat", "Wie", "Stand")
    rows = [(f"maart 202{at}", f"Vorming nummer {at}", f"Dienst Welzijn {at}", "Lopend, gepland") for at in range(7)]
    lefts = (72, 170, 316, 430)
    page = [
        (left, 700 - 20 * at, text)
        for at, row in enumerate((heads, *rows))
        for left, text in zip(lefts, row, strict=True)
    ]
    rules = [(66, 540, 714.0 - 20 * at) for at in range(9)]
    made = paper(pdf(page, rules=rules))
    assert [(block.cell, block.text) for block in made.blocks] == [
        (Cell(1, at, column), text) for at, row in enumerate((heads, *rows), 1) for column, text in enumerate(row, 1)
    ]


def test_the_signs_of_a_list_in_a_cell_are_no_column() -> None:
    page: list[Placed] = [
        *lines(72, 700, "Trekker", step=16),
        *lines(300, 700, "Sociaal Huis", step=16),
        *lines(72, 668, "Partners"),
        *[(300, 668 - 13 * at, "\u2022") for at in range(2)],
        *[(324, 668 - 13 * at, text) for at, text in enumerate(("Thuiszorg Polder", "Huisartsen Polder"))],
        *lines(72, 620, "Timing"),
        *lines(300, 620, "2026"),
    ]
    rules = [(66, 540, 714.0), (66, 540, 684.0), (66, 540, 644.0), (66, 540, 610.0)]
    made = paper(pdf(page, rules=rules))
    assert not [block for block in made.blocks if block.text.strip() in ("", "•")]
    listed = [block for block in made.blocks if "Polder" in block.text]
    assert [(block.text, block.marker, block.cell.column if block.cell else 0) for block in listed] == [
        ("Thuiszorg Polder", "•", 2),
        ("Huisartsen Polder", "•", 2),
    ]


def test_a_label_in_the_middle_of_its_row_comes_first() -> None:
    texts = [f"Regel {number} van de lange uitleg die in de rechterkolom van de fiche staat." for number in range(5)]
    page: list[Placed] = [
        *lines(180, 700, *texts),
        (72, 672, "Waarom?"),
        *lines(180, 600, "Iedereen."),
        (72, 600, "Voor wie?"),
    ]
    rules = [(60, 540, 716), (60, 540, 630), (60, 540, 590)]
    made = paper(pdf(page, rules=rules))
    firsts = {block.cell: block.text for block in reversed(made.blocks)}
    assert made.blocks[0].text == "Waarom?"
    assert firsts[Cell(1, 1, 2)].startswith("Regel 0")
    assert (firsts[Cell(1, 2, 1)], firsts[Cell(1, 2, 2)]) == ("Voor wie?", "Iedereen.")


def test_a_row_of_a_table_that_runs_over_lines_is_one_row() -> None:
    page = [
        *lines(72, 700, "Wat", step=16),
        *lines(250, 700, "Wie"),
        *lines(400, 700, "Wanneer"),
        *lines(72, 680, "De flyer nalezen en", "aanvullen met gegevens"),
        *lines(250, 680, "CAW, OCMW", "en Logo"),
        *lines(400, 680, "9 april"),
        *lines(72, 640, "Zaal vastleggen"),
        *lines(250, 640, "CM"),
        *lines(400, 640, "mei"),
    ]
    made = paper(pdf(page, rules=[(60, 540, 714), (60, 540, 694), (60, 540, 656), (60, 540, 630)]))
    assert [(one.cell, one.text) for one in made.blocks][3:] == [
        (Cell(1, 2, 1), "De flyer nalezen en aanvullen met gegevens"),
        (Cell(1, 2, 2), "CAW, OCMW en Logo"),
        (Cell(1, 2, 3), "9 april"),
        (Cell(1, 3, 1), "Zaal vastleggen"),
        (Cell(1, 3, 2), "CM"),
        (Cell(1, 3, 3), "mei"),
    ]


def test_heads_feet_and_page_numbers_are_running_lines_and_paragraphs_run_over_pages() -> None:
    words = ("eerste", "tweede", "derde", "vierde")
    pages: list[list[Placed]] = [
        [
            (72, 800, "ELZ Voorbeeld"),
            *lines(
                72,
                700,
                f"Wat op het {word} blad staat: {PROSE[0]}",
                f"en dit hoort bij het {word} blad van het plan, dat",
            ),
            (500, 30, f"{n}"),
        ]
        for n, word in enumerate(words, start=1)
    ]
    made = paper(pdf(*pages))
    assert [line.text for line in made.lines if line.running] == [
        text for n in range(1, 5) for text in ("ELZ Voorbeeld", f"{n}")
    ]
    assert [line.page for line in made.lines if "het derde blad staat" in line.text] == [3]
    assert not any("Voorbeeld" in block.text for block in made.blocks)


def test_words_that_were_cut_are_whole_again() -> None:
    page = lines(
        72,
        700,
        "De leden van de zorgraad en alle partners van het overleg bespreken nu de samen-",
        "werking in de zes gemeenten van de zone.",
        PROSE[0],
    )
    assert "de samenwerking in de zes" in paper(pdf(page)).blocks[0].text


def test_the_hyphen_between_two_months_stays() -> None:
    [block] = paper(pdf(lines(72, 700, f"{PROSE[0]} november-", "december van dit jaar."))).blocks
    assert "november-december" in block.text


def test_every_word_is_in_a_block_or_runs_along() -> None:
    made = paper(pdf([*lines(72, 700, *PROSE), (72, 600, "links"), (300, 600, "rechts"), (72, 500, "einde")]))
    held = {line for block in made.blocks for line in block.lines}
    assert [line.text for place, line in enumerate(made.lines) if place not in held and not line.running] == []


# With tags

TAGGED = """\
#set document(title: "Actieplan")
#set text(lang: "nl", size: 11pt)
#set page(height: 12cm, width: 15cm, footer: context [Blad #counter(page).display()])
= Doel 1
Een alinea#footnote[De bron.] over de zone.
== Actie
- een punt
  - eronder
- nog een
+ genummerd
#table(columns: 2, [Wie], [Wat], [CAW], [De flyer nalezen en aanvullen])
#lorem(120)
"""


def test_tags_give_headings_lists_tables_and_notes() -> None:
    made = paper(typst.compile(TAGGED.encode()))
    assert (made.language, made.title) == ("nl", "Actieplan")

    def of(text: str) -> Block:
        return next(block for block in made.blocks if block.text.startswith(text))

    assert [of("Doel 1").level, of("Actie").level] == [1, 2]
    assert [(of(text).depth, of(text).marker) for text in ("een punt", "eronder", "nog een", "genummerd")] == [
        (1, "•"),
        (2, "‣"),
        (1, "•"),
        (1, "1."),
    ]
    assert (of("CAW").cell, of("De flyer").cell) == (Cell(1, 2, 1), Cell(1, 2, 2))
    assert any(block.note and block.text.endswith("De bron.") for block in made.blocks)
    assert not any("Blad" in block.text for block in made.blocks)
    assert any(line.running and line.text.startswith("Blad") for line in made.lines)


def test_a_paragraph_of_a_tagged_file_runs_over_pages() -> None:
    made = paper(typst.compile(b"#set page(height: 6cm)\n" + b"Zin met woorden " * 200 + b"einde."))
    assert made.pages > 1
    assert len(made.blocks) == 1


# What is hostile


def test_a_file_with_a_password_is_told() -> None:
    made, found = pikepdf.open(io.BytesIO(pdf([(72, 700, "x")]))), io.BytesIO()
    made.save(found, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "password" in refused(found.getvalue())


def test_a_scan_is_told() -> None:
    made = pikepdf.new()
    page = made.add_blank_page()
    stream = pikepdf.Stream(
        made,
        bytes(100),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=10,
        Height=10,
        BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray,
    )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=made.make_indirect(stream)))
    page.Contents = made.make_stream(b"q 100 0 0 100 0 0 cm /I Do Q")
    found = io.BytesIO()
    made.save(found)
    assert "scan" in refused(found.getvalue())


def test_too_many_pages_are_told_soon() -> None:
    made, found = pikepdf.new(), io.BytesIO()
    for _ in range(501):
        made.add_blank_page()
    made.save(found)
    assert "501 pages" in refused(found.getvalue())


def test_a_document_without_text_or_with_a_loop_is_told() -> None:
    assert refused(pdf([])) == "There is no text in this document"
    loop = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>"
    assert refused(loop)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_half_a_file_is_refused_or_read(share: float) -> None:
    data = pdf(lines(72, 700, *PROSE))
    try:
        found = [block.text for block in paper(data[: int(share * len(data))]).blocks]
    except Unfit as unfit:
        found = [ENGLISH(unfit.message)]
    assert found[0] in (
        "The document is damaged: it is no PDF that can be read",
        "There is no text in this document",
        " ".join(PROSE),
    )


# What narrow cells and long addresses do


def test_paragraphs_of_one_full_row_stay_apart_where_they_are_many() -> None:
    single = "Deze ene regel van het verslag is precies even breed als de andere regels hier"
    page = [row for at in range(3) for row in lines(72, 800 - 60 * at, *PROSE)]
    page += lines(
        72, 600, *[f"{number} {single}" for number in ("Een", "Twee", "Drie", "Vier", "Vijf", "Zes")], step=24
    )
    texts = [block.text for block in paper(pdf(page)).blocks]
    assert [text for text in texts if single in text] == [
        f"{number} {single}" for number in ("Een", "Twee", "Drie", "Vier", "Vijf", "Zes")
    ]


def test_addresses_below_each_other_are_several() -> None:
    first, second = "https://voorbeeld.be/pagina?fbclid=a1b2c3", "https://voorbeeld.be/een-heel-andere-pagina-1"
    assert Hyphens(()).joined(first, second) == f"{first} {second}"
    assert Hyphens(()).joined(first, "www.voorbeeld.be/nog-een") == f"{first} www.voorbeeld.be/nog-een"
    assert (
        Hyphens(()).joined("https://voorbeeld.be/een-", "heel/lange/weg") == "https://voorbeeld.be/een-heel/lange/weg"
    )


def test_an_address_that_runs_over_rows_is_whole() -> None:
    page = lines(
        72,
        700,
        "https://voorbeeld.be/gezonde-buurt/groepsaanbod/flowchart-",
        "arbeidsongeschikt-en-nu",
        "Een gewone zin daarna.",
    )
    assert (
        paper(pdf(page)).blocks[0].text
        == "https://voorbeeld.be/gezonde-buurt/groepsaanbod/flowchart-arbeidsongeschikt-en-nu"
    )


def test_a_raised_number_is_that_of_a_note() -> None:
    page: list[Placed] = [(72, 700, "Een cijfer"), (122, 704, "3", 6), (130, 700, "staat hier.")]
    assert paper(pdf(page)).blocks[0].text == "Een cijfer[3] staat hier."


NOTED = """\
#set page(height: 10cm)
Een bewering#footnote[De eerste bron.] en nog een zin.

Een andere alinea.
"""


def test_a_note_stands_behind_the_block_that_has_its_number() -> None:
    made = paper(typst.compile(NOTED.encode()))
    assert [(one.note, one.marker) for one in made.blocks] == [(False, ""), (True, "1"), (False, "")]
    assert made.blocks[1].text == "De eerste bron."


ROWS = """\
#set page(height: 7cm, width: 14cm)
#table(columns: 2, [Waarom?], [#lorem(90)], [Hoe?], [Zo.])
"""


def test_a_cell_of_a_tagged_file_stays_one_over_pages() -> None:
    made = paper(typst.compile(ROWS.encode()))
    assert made.pages > 1
    assert [(one.cell, one.text[:5]) for one in made.blocks] == [
        (Cell(1, 1, 1), "Waaro"),
        (Cell(1, 1, 2), "Lorem"),
        (Cell(1, 2, 1), "Hoe?"),
        (Cell(1, 2, 2), "Zo."),
    ]


# Places and links


def test_places_with_a_name_are_anchors_links_lead_to_them_and_soft_hyphens_leave() -> None:
    source = """
    #set page(width: 160pt, height: 400pt, margin: 20pt)
    #set text(lang: "nl", hyphenate: true)
    = Eerst
    Zie #link(<jonge-mantelzorgers>)[die actie] en #link("https://zone.example/")[het web].
    = Jonge mantelzorgers <jonge-mantelzorgers>
    Het eerstelijnszorginitiatief in Oost-Vlaanderen neemt initiatieven voor eerstelijnsgezondheidszorg.
    """
    made = paper(typst.compile(source.encode(), format="pdf"))
    assert [block.anchor for block in made.blocks if block.level] == ["", "jonge-mantelzorgers"]
    links = [(block.text[span.start : span.end].strip(), span.link) for block in made.blocks for span in block.spans]
    assert [one for one in links if one[1]] == [
        ("die actie", "#jonge-mantelzorgers"),
        ("het web", "https://zone.example/"),
    ]
    assert made.blocks[-1].text.startswith("Het eerstelijnszorginitiatief in Oost-Vlaanderen neemt initiatieven voor")


def test_a_table_goes_on_over_pages_and_a_row_that_the_page_cut_is_one_row() -> None:
    months = "jan maart mei juli sep nov".split()

    def row(top: float, at: int) -> list[Placed]:
        return [(72, top, f"Vorming {at}"), (200, top, f"{months[at]} 2026"), (330, top, f"Dienst {months[-at]}")]

    first = [(72, 300, "Actie"), (200, 300, "Wanneer"), (330, 300, "Wie"), *row(270, 1), *row(240, 2), *row(90, 3)]
    second = [*lines(72, 780, "over een goed thema"), *row(740, 4), *row(710, 5)]
    rules = [(66, 500, 316.0 - 30 * at) for at in range(4)]
    made = paper(
        pdf(first, second, rules=[*rules, (66, 500, 104.0), (66, 500, 80.0), (66, 500, 796.0), (66, 500, 760.0)])
    )
    cells = [block.cell for block in made.blocks]
    assert {cell.table for cell in cells if cell} == {1}
    assert None not in cells, [block for block in made.blocks if block.cell is None]
    assert [block.text for block in made.blocks if block.cell and block.cell.column == 1] == [
        "Actie",
        "Vorming 1",
        "Vorming 2",
        "Vorming 3 over een goed thema",
        "Vorming 4",
        "Vorming 5",
    ]


def test_the_last_row_of_a_table_on_each_page_is_no_foot() -> None:
    pages = [
        lines(72, 700, f"Vorming {3 * at} in maart", f"Een zin van {at}", f"Nieuwsbrief {5 * at} in mei")
        for at in (1, 2, 3)
    ]
    made = paper(pdf(*pages))
    assert not any(line.running for line in made.lines)
    feet: list[list[Placed]] = [[*page, (300, 40, f"Actieplan Polder | {at}")] for at, page in enumerate(pages, 1)]
    assert sum(line.running for line in paper(pdf(*feet)).lines) == 3


def test_a_font_with_wider_letters_than_the_one_of_its_name_that_is_used_most_is_bold() -> None:
    usual, wide = {"a": 0.50, "e": 0.49, "n": 0.55}, {"a": 0.53, "e": 0.51, "n": 0.57}
    widths = {"AAAAAA+Sans": usual, "BBBBBB+Sans": wide, "CCCCCC+Other": wide, "Sans": wide}
    assert heavier(widths, {"AAAAAA+Sans": 900, "BBBBBB+Sans": 20, "CCCCCC+Other": 5, "Sans": 1}) == {"BBBBBB+Sans"}
    assert heavier(widths, {"AAAAAA+Sans": 20, "BBBBBB+Sans": 900, "CCCCCC+Other": 5, "Sans": 1}) == frozenset()


@pytest.mark.parametrize(
    ("first", "rest", "broken"),
    [
        ("huisartse", "nkring", True),
        ("bekendm", "aken", True),
        ("Palliatief", "netwerk", False),
        ("praten", "steunen", False),
        ("samen", "sterk", False),
    ],
)
def test_a_word_that_begins_or_ends_as_none_does_was_broken(first: str, rest: str, broken: bool) -> None:
    assert Hyphens(()).is_broken(first, rest) is broken


@pytest.mark.parametrize(("depth", "count"), [(1, 1), (0, 2)])
def test_what_stands_below_a_list_on_the_next_page_is_no_more_of_its_last_item(depth: int, count: int) -> None:
    long = "Geteld uit de verslagen van de stuurgroep en de werkgroep van het bestuursorgaan"
    above, below = (
        Row((Run(text, 60, 520, bottom, bottom + 10, 10, strong=False, emphasis=False, mark=at),), at)
        for at, text, bottom in ((1, long, 60), (2, "Zeeland en Waasland tellen mee.", 760))
    )
    parts = (Part((above,), depth=1, tagged=True), Part((below,), depth=depth, tagged=True))
    assert len(blocks(parts, {above: 0, below: 1}, {})) == count
