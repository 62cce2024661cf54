"""PDF files without tags as other programs print them: drawn tables, columns, notes, broken words, signs that are drawn."""

from __future__ import annotations

import io

import pikepdf
import pytest
import typst
from made_documents import Placed, pdf

from elzctl.intake.hyphens import Hyphens
from elzctl.intake.paper import Paper
from elzctl.intake.readers.read import read

PAGE = '#set page(height: 12cm, width: 16cm, margin: 2cm)\n#set text(font: "Libertinus Serif", lang: "nl")\n'


def printed(source: str, *, page: str = PAGE) -> Paper:
    """What Typst prints, without its tags."""
    made, found = pikepdf.open(io.BytesIO(typst.compile(f"{page}{source}".encode()))), io.BytesIO()
    for key in ("/StructTreeRoot", "/MarkInfo"):
        if key in made.Root:
            del made.Root[key]
    made.save(found)
    return read("plan.pdf", found.getvalue())


def cells(made: Paper) -> list[tuple[tuple[int, int], str]]:
    """The blocks in cells, by row and column."""
    return [(block.cell[1:], block.text) for block in made.blocks if block.cell is not None]


def texts(made: Paper) -> list[str]:
    return [block.text for block in made.blocks]


# Tables with lines

CODES = (
    "#table(columns: (1.8cm, 4cm, 3.2cm, 2.6cm),"
    " [Code], [Actie], [Trekker], [Timing],"
    " table.cell(colspan: 4)[*BD-1 Iedereen woont veilig*],"
    " [ACT-1], [Nachtopvang voor mensen met een zware zorgnood], [WZC Ter Linden], [vanaf 2027],"
    " [ACT-2], [Dorpspunt], [OCMW Meerdonk], [Q2 2026])"
)


def test_a_narrow_table_is_read_by_its_lines() -> None:
    assert cells(printed(CODES)) == [
        ((1, 1), "Code"),
        ((1, 2), "Actie"),
        ((1, 3), "Trekker"),
        ((1, 4), "Timing"),
        ((2, 1), "BD-1 Iedereen woont veilig"),
        ((3, 1), "ACT-1"),
        ((3, 2), "Nachtopvang voor mensen met een zware zorgnood"),
        ((3, 3), "WZC Ter Linden"),
        ((3, 4), "vanaf 2027"),
        ((4, 1), "ACT-2"),
        ((4, 2), "Dorpspunt"),
        ((4, 3), "OCMW Meerdonk"),
        ((4, 4), "Q2 2026"),
    ]


def test_a_cell_that_goes_over_rows_stands_in_the_first_one() -> None:
    source = (
        "#table(columns: 3, [Doel], [Actie], [Wie], table.cell(rowspan: 2)[Zorg is nabij],"
        " [Spreekuur], [OCMW], [Buurtbus], [Gemeente])"
    )
    tagged = read("plan.pdf", typst.compile(f"{PAGE}{source}".encode()))
    for made in (printed(source), tagged):
        assert cells(made)[3:] == [
            ((2, 1), "Zorg is nabij"),
            ((2, 2), "Spreekuur"),
            ((2, 3), "OCMW"),
            ((3, 2), "Buurtbus"),
            ((3, 3), "Gemeente"),
        ]


LONG = "\n#table(columns: (2cm, 6cm, 3cm), table.header([Nummer van de actie], [Actie], [Trekker]), {})"


def test_the_head_of_a_table_that_each_page_repeats_is_read_once() -> None:
    rows = ", ".join(f"[1.{number}], [Actie met nummer {number}], [Dienst {number}]" for number in range(1, 40))
    made = printed(LONG.format(rows))
    assert made.pages > 2
    assert len({block.cell[0] for block in made.blocks if block.cell is not None}) == 1
    assert texts(made).count("Trekker") == 1
    assert [text for (_, column), text in cells(made) if column == 1] == [
        "Nummer van de actie",
        *(f"1.{number}" for number in range(1, 40)),
    ]
    again = [line for line in made.lines if "Trekker" in line.text and line.page > 1]
    assert again
    assert all(line.running for line in again)


def test_a_row_that_a_page_cut_is_one_row() -> None:
    page = PAGE.replace("12cm", "7cm")
    made = printed("#v(1.9cm)\n" + LONG.format("[ACT-1], [Een opleiding voor verpleegkundigen van de hele streek en voor wie hen helpt bij het werk in de wijk], [OCMW], [ACT-2], [Dorpspunt], [Ferm]"), page=page)  # fmt: skip
    assert made.pages > 1
    assert cells(made)[3:] == [
        ((2, 1), "ACT-1"),
        (
            (2, 2),
            "Een opleiding voor verpleegkundigen van de hele streek en voor wie hen helpt bij het werk in de wijk",
        ),
        ((2, 3), "OCMW"),
        ((3, 1), "ACT-2"),
        ((3, 2), "Dorpspunt"),
        ((3, 3), "Ferm"),
    ]


LINED = (
    "#set table(stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt), fill: (x, y) => if y == 0 {{ silver }})\n"
    "#table(columns: (2cm, 4cm, 3cm, 2cm), [Nr.], [Actie], [Trekker], [Timing],"
    " [1.1], [Spreekuur in de wijk met een arts], [Huisartsenkring Ter Durme], [2026],"
    " [1.2], [Buurtbus], [Gemeente], [2027])\n{}\n"
    "#table(columns: (2cm, 4cm, 3cm, 2cm), [Nr.], [Actie], [Trekker], [Timing], [2.1], [Mondzorg], [WZC], [2026])"
)


def test_rows_with_lines_between_them_are_a_table_and_a_title_between_two_tables_is_none() -> None:
    made = printed(LINED.format("*Doel 2 De mond*"))
    found = [(block.cell[0] if block.cell else 0, block.text) for block in made.blocks]
    assert ((1, "Spreekuur in de wijk met een arts") in found, (1, "Huisartsenkring Ter Durme") in found) == (
        True,
        True,
    )
    assert (0, "Doel 2 De mond") in found
    assert found[-4:] == [(2, "2.1"), (2, "Mondzorg"), (2, "WZC"), (2, "2026")]


def test_names_below_each_other_in_a_cell_stay_apart() -> None:
    names = ("Huisartsen Houtland", "Wit-Gele Kruis Waas", "Kine", "AZ Sint-Jan", "Vbzv")
    lists = ", ".join(f"[{' / '.join(one)}]".replace(" / ", r" \ ") for one in (names, ("Ferm", "OKRA")))
    made = printed(f"#table(columns: (4.3cm, 4.3cm), [Aanwezig], [Verontschuldigd], {lists})")
    assert [text for place, text in cells(made) if place == (2, 1)] == [*names]


# Words that were too long for their cell


def narrow(*rows: tuple[float, str], edge: float = 128.0) -> Paper:
    """A table of two columns with lines; *rows* stand in the first one, from 76 to *edge*."""
    page: list[Placed] = [
        *[(76, height, text) for height, text in rows],
        (150, 700, "Gepland"),
        (150, 640, "Lopend"),
        (76, 640, "Zorg"),
    ]
    made, found = pikepdf.open(io.BytesIO(pdf(page))), io.BytesIO()
    ends = " ".join(f"72 {height} m 300 {height} l S" for height in (714, 655, 630))
    sides = " ".join(f"{left} 630 m {left} 714 l S" for left in (72, edge, 300))
    made.pages[0].Contents = made.make_stream(made.pages[0].Contents.read_bytes() + f"\n{ends} {sides}".encode())
    made.save(found)
    return read("plan.pdf", found.getvalue())


def test_a_word_that_was_broken_where_no_letter_more_would_fit_is_whole() -> None:
    made = narrow((700, "Kinesithe"), (687, "rapie in"), (674, "de wijk"))
    assert texts(made)[0] == "Kinesitherapie in de wijk"


def test_two_words_stay_two_where_there_was_room_or_one_of_them_stands_elsewhere() -> None:
    assert texts(narrow((700, "Kinesithe"), (687, "rapie in"), edge=160.0))[0] == "Kinesithe rapie in"
    assert texts(narrow((700, "Uitgesteld"), (687, "naar 2027"), edge=130.0))[0] == "Uitgesteld naar 2027"
    assert texts(narrow((700, "Opvolging"), (687, "zorg in"), (674, "de wijk")))[0] == "Opvolging zorg in de wijk"


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("opname en -", "ontslag", "opname en -ontslag"),
        ("een meer-", "op-maatgesprek", "een meer-op-maatgesprek"),
        ("de OCMW-", "medewerker", "de OCMW-medewerker"),
        ("de huis-", "arts", "de huisarts"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_when_it_is_part_of_a_word(before: str, after: str, whole: str) -> None:
    assert Hyphens([before, after]).joined(before, after) == whole


# Columns and notes

PROSE = (
    "In juli vallen er bij drie diensten gaten. Het woonzorgcentrum houdt vier bedden vrij voor kortverblijf, en de"
    " diensten spreken af dat geen enkele gebruiker zonder hulp valt in de zomer."
)


def test_a_table_in_the_second_column_is_not_mixed_with_the_first() -> None:
    table = "#table(columns: (2.6cm, 2.2cm), [Wat], [Wie], [Kalender delen], [Ferm], [Zaal zoeken], [OCMW])"
    made = printed(f"#columns(2)[{PROSE}\n\n{PROSE} Einde.\n#colbreak()\n{PROSE}\n\n{table}\nSlot van het verslag.]")
    assert [text for _, text in cells(made)] == ["Wat", "Wie", "Kalender delen", "Ferm", "Zaal zoeken", "OCMW"]
    found = texts(made)
    assert [text for text in found if text == PROSE] == [PROSE, PROSE]
    assert found.index(f"{PROSE} Einde.") < found.index("Wat") < found.index("Slot van het verslag.")


def test_a_part_of_a_page_may_be_in_columns() -> None:
    last = f"Over de hele breedte staat het besluit van deze vergadering. {PROSE}"
    made = printed(f"#columns(2)[{PROSE}\n#colbreak()\n{PROSE} Rechts.]\n\n{last}")
    assert texts(made) == [PROSE, f"{PROSE} Rechts.", last]


def test_a_note_at_the_foot_does_not_stand_in_the_sentence_that_the_page_cut() -> None:
    source = "#set par(spacing: 1em)\n#set super(typographic: false)\n" + "\n\n".join(
        [PROSE, f"Een bron#footnote[Bevraging van de zorgraad.] telt. {PROSE} {PROSE} {PROSE}", "Slot."]
    )
    made = printed(source, page=PAGE.replace("12cm", "8cm"))
    assert made.pages > 1
    assert texts(made) == [
        PROSE,
        f"Een bron[1] telt. {PROSE} {PROSE} {PROSE}",
        "Bevraging van de zorgraad.",
        "Slot.",
    ]
    assert [block.marker for block in made.blocks if block.note] == ["1"]


def test_a_page_number_between_dashes_runs_along() -> None:
    made = read("plan.pdf", pdf(*[[(72, 700, f"Tekst {place}."), (290, 40, f"- {place}")] for place in (1, 2, 3)]))
    assert texts(made) == ["Tekst 1.", "Tekst 2.", "Tekst 3."]


# Headings, items and labels


def test_the_number_before_a_title_is_no_cell() -> None:
    page: list[Placed] = [
        *[(72, 700 - 20 * at, number) for at, number in enumerate(("1.", "1.1.", "1.1.1."))],
        *[(130, 700 - 20 * at, text) for at, text in enumerate(("Zorg is nabij", "Jongeren", "Een luisterend oor"))],
    ]
    made = read("plan.pdf", pdf(page))
    assert cells(made) == []
    assert [block.whole for block in made.blocks] == ["1. Zorg is nabij", "1.1. Jongeren", "1.1.1. Een luisterend oor"]


def test_a_paragraph_on_the_left_of_an_item_does_not_go_on_with_it() -> None:
    item = "Bedden doorgeven aan de diensten van de hele zone en van de zones daarnaast"
    page = [(90, 700, "\u2022"), (104, 700, item), (72, 686, "Volgend overleg: woensdag 23 september 2026")]
    assert texts(read("plan.pdf", pdf(page))) == [item, "Volgend overleg: woensdag 23 september 2026"]


def test_a_label_in_bold_begins_a_paragraph_also_behind_a_full_line() -> None:
    line = "*Voor wie is het bedoeld?* trainers en vrijwilligers van sportclubs uit de regio"
    made = printed(f"{line} \\ *Wanneer?* najaar 2026", page=PAGE.replace("16cm", "17.1cm"))
    assert texts(made) == [line.replace("*", ""), "Wanneer? najaar 2026"]


def test_the_sign_of_an_item_may_be_drawn() -> None:
    made, found = pikepdf.open(io.BytesIO(pdf([(90, 700, "Ferm"), (90, 686, "lokale besturen")]))), io.BytesIO()
    dots = " ".join(f"76 {height} 4 4 re f" for height in (702, 688))
    made.pages[0].Contents = made.make_stream(made.pages[0].Contents.read_bytes() + f"\n{dots}".encode())
    made.save(found)
    items = read("plan.pdf", found.getvalue()).blocks
    assert [(one.text, one.marker, one.depth) for one in items] == [("Ferm", "•", 1), ("lokale besturen", "•", 1)]


def test_larger_letters_that_sentences_are_written_in_are_no_headings() -> None:
    body = [(72, 800 - 28 * at, f"Zin nummer {at} van de gewone tekst, die verder gaat.", 12) for at in range(10)]
    table = [(72, 500 - 12 * at, f"Kleine letters van een lange opsomming met nummer {at} erin", 9) for at in range(30)]
    assert {block.level for block in read("plan.pdf", pdf([*body, *table])).blocks} == {0}


def test_a_table_between_two_short_ones_of_its_width_is_one_of_its_own() -> None:
    def drawn(title: str, rows: int) -> str:
        cells = ", ".join(f"[{title}{at}], [Soep voor de hele straat {at}], [Dienst {title}]" for at in range(rows))
        return f"#table(columns: (2cm, 5cm, 4cm), {cells})"

    made = printed("\n\nTussentekst die iets langer is.\n\n".join(map(drawn, "ABC", (2, 3, 2))))
    tables = {block.cell.table for block in made.blocks if block.cell is not None}
    assert len(tables) == 3
    assert [text for place, text in cells(made) if place[1] == 1] == ["A0", "A1", "B0", "B1", "B2", "C0", "C1"]
    assert texts(made).count("Tussentekst die iets langer is.") == 2
