"""What stays together in a Word file: the end of a part, the rows of a table, so that no page has a few lines alone."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from drawn_plans import TODAY
from word_files import W, check_package, line_of, xml

from elzctl.render.docx import docx
from elzctl.render.docx_ends import TAIL
from elzctl.render.tree import Block, Document, Fiche, Field, Heading, Paragraph, Part, Table, Text

SENTENCE = "Samen met partners in de zone werken we aan zorg en welzijn. "
ROOMY = tuple(f"regel {at} " + SENTENCE * 3 for at in range(12))


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Text(text),)) for text in texts)


def body(*parts: tuple[Block, ...], kind: str = "plan") -> ET.Element:
    """What stands in the Word file of a document with these parts, which is sound."""
    document = Document(
        title="Titel",
        subtitle="",
        organisation="",
        language="nl",
        date="",
        words=(("version", "Versie"), ("contents", "Inhoud")),
        contents=(),
        parts=tuple(Part("chapters", blocks) for blocks in parts),
        kind=kind,
    )
    data = docx(document, TODAY).data
    assert check_package(data) == []
    found = xml(data).find(f"{W}body")
    assert found is not None
    return found


def pieces(found: ET.Element) -> Iterator[tuple[str, bool, bool]]:
    """For each paragraph and row its words, whether it stands on the page of what follows, and whether it may be broken."""
    for one in found:
        if one.tag == f"{W}p":
            yield line_of(one), has(one, "keepNext"), not has(one, "keepLines")
        for row in one.findall(f"{W}tr"):
            inside = list(row.iter(f"{W}p"))
            with_next = {has(paragraph, "keepNext") for paragraph in inside}
            yield " ".join(map(line_of, inside)), with_next == {True}, row.find(f"{W}trPr/{W}cantSplit") is None


def has(paragraph: ET.Element, name: str) -> bool:
    return paragraph.find(f"{W}pPr/{W}{name}") is not None


def heading(words: str, level: int = 1) -> Heading:
    return Heading(level, words, (Text(words),))


def chapter(name: str) -> tuple[Block, ...]:
    return (heading(name), *paragraphs(*ROOMY))


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(tuple((Text(cell),) for cell in row) for row in rows)
    return Table("", tuple((Text(f"kop{at}"),) for at in range(2)), cells)


def test_the_last_lines_of_a_chapter_are_held_on_one_page() -> None:
    found = list(pieces(body(chapter("Een"), chapter("Twee"))))
    for name in ("Een", "Twee"):
        start = [words for words, _, _ in found].index(name) + 1
        part = found[start : start + 12]
        assert [words[:6] for words, _, _ in part] == ["regel "] * 12
        kept = [with_next for _, with_next, _ in part]
        least = kept.index(True)
        # Three lines each, and the last one leads to nothing.
        assert 3 <= 12 - least <= TAIL / 2
        assert kept == [False] * least + [True] * (11 - least) + [False]
        assert [may_break for _, _, may_break in part] == [True] * least + [False] * (12 - least)


def test_a_short_part_goes_with_the_end_of_the_one_before_it() -> None:
    found = list(pieces(body(chapter("Een"), (heading("Colofon"), *paragraphs("Versie 1")))))
    *_, before, last, colophon, version = found
    assert colophon[0] == "Colofon"
    assert version[1] is False
    assert (before[1], last[1]) == (True, True)


@pytest.mark.parametrize(("count", "may_break"), [(4, False), (14, False), (40, True)])
def test_the_last_row_of_a_form_is_broken_only_when_it_is_long(count: int, may_break: bool) -> None:
    fields = tuple(
        Field(name, name, paragraphs(*[SENTENCE[:55]] * many)) for name, many in (("Hoe?", 18), ("Evaluatie", count))
    )
    form = Fiche(heading("Actie", 2), "running", "lopend", (), fields)
    found = list(pieces(body((heading("Doel"), form), chapter("Twee"))))
    rows = {words.split()[0]: (with_next, broken) for words, with_next, broken in found if words}
    assert rows["Evaluatie"] == (False, may_break)
    # A short one has the row before it on its page.
    assert rows["Hoe?"] == ((True, False) if count < 8 else (False, True))


def test_no_row_stands_alone_under_a_heading_or_at_the_end_of_a_table() -> None:
    rows = (
        ("groep1",),
        ("a", "1"),
        ("groep2",),
        *((name, "2") for name in "bcdef"),
        ("groep3",),
        ("g", "3"),
        ("h", "4"),
    )
    found = list(pieces(body((heading("Bijlage"), table(*rows), *paragraphs(*ROOMY)))))
    kept = {words.split()[0]: with_next for words, with_next, _ in found if words}
    assert [name for name in ("groep1", "a", "groep2", *"bcdef", "groep3", "g", "h") if kept[name]] == [
        "groep1",
        "groep2",
        "b",
        "e",
        "groep3",
        "g",
    ]


def test_rows_of_a_table_of_one_column_are_no_headings() -> None:
    cells = tuple(((Text(name),),) for name in "abcdef")
    found = list(pieces(body((heading("Bijlage"), Table("", ((Text("kop"),),), cells), *paragraphs(*ROOMY)))))
    assert [words for words, with_next, _ in found if words in tuple("abcdef") and with_next] == ["a", "e"]


@pytest.mark.parametrize(("columns", "style"), [(4, "TableText"), (7, "TableTextSmall"), (12, "TableTextTiny")])
def test_letters_are_smaller_in_a_table_of_many_columns(columns: int, style: str) -> None:
    cells = tuple((Text("waarde"),) for _ in range(columns))
    (row,) = (
        row for row in body((Table("", cells, (cells,)),)).iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None
    )
    assert {one.attrib[f"{W}val"] for one in row.iter(f"{W}pStyle")} == {style}


def test_words_have_company_on_a_page() -> None:
    document = Document("T", "", "", "nl", "", (("version", ""), ("contents", "")), (), ())
    (normal,) = (
        style
        for style in xml(docx(document, TODAY).data, "word/styles.xml").iter(f"{W}style")
        if style.attrib[f"{W}styleId"] == "Normal"
    )
    assert normal.find(f"{W}pPr/{W}widowControl") is not None
