"""The Word file: the same words as the page, in real styles, in a package that Word opens without a question."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx as python_docx
import pytest
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from drawn_plans import EVIL, TODAY, document, hostile, missing, own_plan, rich, whole
from hypothesis import given, settings, strategies
from made_pictures import png
from test_html import main_of, parsed, words
from test_pdf_pages import lines_on
from word_files import R, W, check_package, line_of, parts_of, styles_of, text_of, values, xml

from elzctl.pictures import picture
from elzctl.render import docx_blocks, docx_lines, docx_styles, tree
from elzctl.render.docx import Docx, docx
from elzctl.render.html import html
from elzctl.render.tree import (
    Badge,
    Block,
    Break,
    Bullets,
    CheckBox,
    Code,
    Contents,
    Document,
    Emphasis,
    Entry,
    Fact,
    Facts,
    Fiche,
    Field,
    Figure,
    Heading,
    Inline,
    Item,
    Jump,
    Link,
    Listing,
    Marked,
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
from elzctl.render.tree_timeline import Bar, Timeline
from elzctl.render.words import page_words
from elzctl.wording import Language

WORDS = page_words(Language("en"))
OFFICE = shutil.which("soffice")


def drawn(*blocks: Any, kind: str = "plan", **changes: Any) -> Document:
    """A document that holds these blocks."""
    found = Document("Titel", "", "Zone", "nl", "", WORDS, (), (Part("chapters", blocks),), kind)
    return found._replace(**changes)


def body_of(*blocks: object) -> ET.Element:
    return xml(docx(drawn(*blocks), TODAY).data)


def text(words: str) -> tuple[Text]:
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words))


# One of each kind, nested in the ways that a plan and minutes nest them.
LINE: tuple[Inline, ...] = (
    Text("gewoon "),
    Strong((Text("vet "), Emphasis((Text("en schuin"),)))),
    Code("code()"),
    Break(),
    Link("https://elz.be/a?b=1&c=2#d", text("buiten")),
    Jump("doel", text("binnen")),
    Jump("nergens", text("nergens")),
    Badge("running", text("Lopend")),
)
TABLE = Table("Onderschrift", (text("Wie"), text("Wat")), ((text("Kring"), LINE), (text("ELZ"), text("Koek"))), (1, 3))
LISTS: tuple[Block, ...] = (
    Bullets(
        (
            Item(
                (paragraph("één"), Numbered((Item((paragraph("a"),)), Item((paragraph("b"), paragraph("verder")))), 3))
            ),
            Item((paragraph("gedaan"),), checked=True),
            Item((paragraph("te doen"), TABLE), checked=False),
            Item(()),
        )
    ),
    Numbered((Item((paragraph("eerst"),)), Item((paragraph("dan"),), checked=False))),
    Numbered((Item((paragraph("opnieuw"),)),)),
)
FICHE = Fiche(
    Heading(3, "actie", text("Koffie"), "1.1.1"),
    "running",
    "Lopend",
    (paragraph("Vooraf."),),
    (
        Field("lead", "Trekker", (paragraph("Kring"),), brief=True),
        Field("role", "Rol", (Note("quiet", (paragraph("Nog niet ingevuld"),)),), brief=True),
        Field("what", "Wat?", (paragraph("We schenken."), Heading(5, "", text("Wat wel?")), *LISTS, TABLE)),
        Field("evaluation", "Evaluatie", (CheckBox(True, "aangevinkt", "Proces"), CheckBox(False, "niet", "Output"))),
    ),
)
BLOCKS: tuple[Block, ...] = (
    Heading(1, "doel", text("Eerste"), "Strategische doelstelling 1"),
    Note("motto", (paragraph("samen"),)),
    Paragraph(LINE),
    *LISTS,
    Quote((paragraph("gezegd"), Quote((paragraph("dieper"),)))),
    Listing("regel 1\n\tregel <2>"),
    Figure("Een kaart", picture(png())),
    Rule(),
    TABLE,
    Table("", (text("a"), text("b")), ()),
    FICHE,
    FICHE._replace(heading=Heading(3, "stomp", text("Taart"), "1.1.2"), state="merged", stub=True),
    Note("warning", (paragraph("Let op."), Bullets((Item((paragraph("punt"),)),)))),
    Marked("gewijzigd", (paragraph("Anders."), Heading(5, "", text("Kop")), *LISTS, TABLE, Note("warning", (Rule(),)))),
    FICHE._replace(heading=Heading(3, "nieuw", text("Thee"), "1.1.3"), mark="nieuw"),
    FICHE._replace(
        heading=Heading(3, "anders", text("Melk"), "1.1.4", mark="gewijzigd"),
        fields=tuple(field._replace(mark="gewijzigd") for field in FICHE.fields),
    ),
    Heading(2, "titel", text("Andere titel"), "1.2", mark="gewijzigd"),
    Note("internal", (Entry("point", "p1", "Punt 1", LINE, (paragraph("Wie: kring"), LISTS[0]), checked=False),)),
    Facts((Fact("Waar", text("Asse")), Fact("Wanneer", LINE))),
    Entry("decision", "B1", "Besluit B1", text("We gaan door.")),
    Entry("signal", "S1", "Signaal S1", text("Het is te ver."), (TABLE,)),
    Timeline(
        "Wanneer",
        ((0.0, "2024"), (0.25, "K2"), (0.5, "K3"), (0.75, "K4")),
        (
            Bar("actie", "1.1.1 Koffie", "heel 2024", -0.5, 1.0, False, ((0.1, True), (0.5, False))),
            Bar("", "Zonder plaats", "zomer", 0.5, 0.75, True),
        ),
        0.6,
    ),
    TABLE,
)
CONTENTS = (Contents(1, "doel", "1", "Eerste"), Contents(3, "actie", "1.1.1", "Koffie"), Contents(3, "weg", "", "Weg"))
EVERYTHING = drawn(*BLOCKS, contents=CONTENTS, subtitle="Deel van het beleidsplan", date="15 maart 2025")


@pytest.fixture(scope="module")
def own() -> tuple[Document, Docx]:
    found = own_plan()
    return found, docx(found, TODAY)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Docx]:
    found = document(rich(tmp_path_factory.mktemp("plan")))
    return found, docx(found, TODAY)


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Docx]:
    found = document(hostile(tmp_path_factory.mktemp("plan")))
    return found, docx(found, TODAY)


@pytest.fixture(scope="module")
def every() -> tuple[Document, Docx]:
    return EVERYTHING, docx(EVERYTHING, TODAY)


@pytest.fixture(scope="module")
def meeting() -> tuple[Document, Docx]:
    found = drawn(*BLOCKS, kind="meeting", subtitle="dinsdag 13 mei 2025")
    return found, docx(found, TODAY)


ALL = pytest.mark.parametrize("name", ["own", "small", "evil", "every", "meeting"])


def made(name: str, request: pytest.FixtureRequest) -> tuple[Document, bytes]:
    found, file = request.getfixturevalue(name)
    return found, file.data


# The words


def test_every_kind_of_node_is_written() -> None:
    """A kind that is added to the tree has to be added here and to the example above."""
    kinds = {kind for kind in vars(tree).values() if "t" in getattr(kind, "_fields", ())}
    within = {Item, Field, Fact}
    assert set(docx_blocks.BLOCKS) | set(docx_lines._INLINES) | within == kinds
    assert set(docx_blocks.BLOCKS) == {getattr(tree, name) for name in re.findall(r"\w+", str(tree.Block))}
    assert set(docx_lines._INLINES) == {getattr(tree, name) for name in re.findall(r"\w+", str(tree.Inline))}
    assert {type(node) for node in _deep(BLOCKS)} >= kinds


def _deep(node: object) -> Iterator[object]:
    yield node
    if isinstance(node, tuple):
        for part in node:
            yield from _deep(part)


@ALL
def test_the_file_says_everything_in_order(name: str, request: pytest.FixtureRequest) -> None:
    found, data = made(name, request)
    assert missing(whole(found), text_of(xml(data))) is None


@ALL
def test_headings_and_paragraphs_follow_each_other_as_on_the_page(name: str, request: pytest.FixtureRequest) -> None:
    found, data = made(name, request)
    page = main_of(parsed(html(found)))
    on_page = [
        (int(element.tag[-1]) - 1, words(element)) for element in page.iter() if re.search(r"h[2-6]$", str(element.tag))
    ]
    in_word = [(level, " ".join(line.split())) for level, line in _outline(data)]
    assert [line for _, line in in_word] == [line or "–" for _, line in on_page]
    # The page has six levels with the title as the first one; Word has one more below that.
    assert [min(level, 5) for level, _ in in_word] == [level for level, _ in on_page]


def _outline(data: bytes) -> Iterator[tuple[int, str]]:
    """The level and the words of each heading."""
    levels: dict[str, int | None] = {}
    for key, style in styles_of(data).items():
        own_level = next(iter(values(style, "outlineLvl")), None)
        parent = next(iter(values(style, "basedOn")), "")
        levels[key] = int(own_level) if own_level is not None else levels.get(parent)
    for one in xml(data).iter(f"{W}p"):
        named = next(iter(values(one, "pStyle")), "Normal")
        direct = next(iter(values(one, "outlineLvl")), None)
        level = int(direct) if direct is not None else levels[named]
        if level is not None:
            yield level + 1, line_of(one)


@ALL
def test_headings_skip_no_level_and_are_not_empty(name: str, request: pytest.FixtureRequest) -> None:
    outline = list(_outline(made(name, request)[1]))
    assert outline[0][0] == 1
    assert all(below - above <= 1 for (above, _), (below, _) in pairwise(outline))
    assert all(line.strip() for _, line in outline)


def test_boxes_are_signs_with_their_words(every: tuple[Document, Docx]) -> None:
    shown = text_of(xml(every[1].data)).splitlines()
    for line in ("☒ Proces", "☐ Output", "☒ gedaan", "☐ te doen", "☐ dan"):
        assert line in shown
    assert "☐ Punt 1  gewoon vet en schuincode() buitenbinnennergensLopend" in shown


def test_lists_are_real_and_each_begins_at_its_own_number() -> None:
    data = docx(drawn(*LISTS), TODAY).data
    numbering = xml(data, "word/numbering.xml")
    starts = {
        number.attrib[f"{W}numId"]: (one.attrib[f"{W}ilvl"], *values(one, "startOverride"))
        for number in numbering.iter(f"{W}num")
        for one in number.iter(f"{W}lvlOverride")
    }
    assert starts == {"2": ("1", "3"), "3": ("0", "1"), "4": ("0", "1")}
    marked = [(values(one, "numId"), values(one, "ilvl"), line_of(one)) for one in xml(data).iter(f"{W}p")]
    assert [mark for mark in marked if mark[0]] == [
        (["1"], ["0"], "één"),
        (["2"], ["1"], "a"),
        (["2"], ["1"], "b"),
        (["1"], ["0"], ""),
        (["3"], ["0"], "eerst"),
        (["3"], ["0"], "☐ dan"),
        (["4"], ["0"], "opnieuw"),
    ]


def test_a_number_that_word_cannot_count_to_is_text() -> None:
    body = body_of(Numbered((Item((paragraph("ver"),)), Item((paragraph("verder"),))), 123456789))
    assert "123456789. ver\n123456790. verder" in text_of(body)
    assert values(body, "numId") == []


def test_lists_deeper_than_word_knows_stay_lists() -> None:
    inside: Block = paragraph("diep")
    for _ in range(12):
        inside = Bullets((Item((inside,)),))
    levels = [int(level) for level in values(body_of(inside), "ilvl")]
    assert max(levels) == 8
    assert len(levels) == 12


def test_a_heading_has_its_number_as_text() -> None:
    body = body_of(
        Heading(1, "a", text("Tijdlijn"), "Bijlage 1"), Heading(2, "", text("Kop"), "1.10"), Heading(2, "", ())
    )
    assert text_of(body).splitlines()[-3:] == ["Bijlage 1 Tijdlijn", "1.10 Kop", "–"]
    assert values(body, "numId") == []


# Word's own things


def test_word_finds_headings_tables_and_properties(every: tuple[Document, Docx]) -> None:
    """An independent reader of Word files sees what we meant."""
    file = python_docx.Document(io.BytesIO(every[1].data))
    names = [(one.style.name, one.text) for one in file.paragraphs if one.style is not None]
    assert ("Title", "Titel") in names
    assert ("Subtitle", "Deel van het beleidsplan") in names
    assert ("Heading 1", "Strategische doelstelling 1\nEerste") in names
    assert ("Heading 2", "1.1.1 Koffie") in names  # the third level of the plan, and no level is skipped
    assert ("List Number", "opnieuw") in names
    assert ("Quote", "gezegd") in names
    assert ("Caption", "Onderschrift") in names
    tables = [one for one in file.iter_inner_content() if isinstance(one, WordTable)]
    styles = [table.style.name for table in tables if table.style is not None]
    assert styles[:5] == ["Plan Table", "Plan Table", "Plan Table", "Fiche", "Fiche Stub"]
    assert [cell.text for cell in tables[1].rows[0].cells] == ["Wie", "Wat"]
    form = tables[3]
    assert [row.cells[0].text for row in form.rows] == ["Trekker", "Rol", "Wat?", "Evaluatie"]
    assert {row.cells[0].paragraphs[0].style.name for row in form.rows} == {"Fiche Label"}
    inner = [one for one in form.rows[2].cells[1].iter_inner_content() if isinstance(one, WordParagraph)]
    assert ("Heading 4", "Wat wel?") in [(one.style.name, one.text) for one in inner if one.style is not None]
    about = file.core_properties
    assert (about.title, about.author, about.language) == ("Titel", "Zone", "nl-BE")
    assert (about.subject, about.last_modified_by, about.comments) == ("Deel van het beleidsplan", "", "")
    assert about.created == about.modified
    assert about.created is not None
    assert about.created.date() == TODAY


@pytest.mark.parametrize(("language", "expected"), [("nl", "nl-BE"), ("en", "en-GB")])
def test_the_language_stands_wherever_word_looks(language: str, expected: str) -> None:
    data = docx(drawn(paragraph("a"), language=language), TODAY).data
    (lang,) = xml(data, "word/styles.xml").iter(f"{W}lang")
    assert lang.attrib[f"{W}val"] == expected
    assert values(xml(data, "word/settings.xml"), "themeFontLang") == [expected]
    assert f"<dc:language>{expected}<" in parts_of(data)["docProps/core.xml"].decode()


def test_the_contents_are_a_field_that_is_filled(every: tuple[Document, Docx], small: tuple[Document, Docx]) -> None:
    for found, file in (every, small):
        body = xml(file.data)
        (field,) = body.iter(f"{W}instrText")
        assert field.text == ' TOC \\o "1-3" \\h \\z '
        kinds = values(body, "fldChar", "fldCharType")
        assert kinds == ["begin", "separate", "end"]
        (box,) = body.iter(f"{W}sdt")
        entries = [line_of(one) for one in box.iter(f"{W}p")][1:]
        assert entries == [f"{line.label} {line.title}".strip() for line in found.contents]
    assert len(small[0].contents) > 5


@ALL
def test_nothing_makes_word_ask_a_question(name: str, request: pytest.FixtureRequest) -> None:
    parts = parts_of(made(name, request)[1])
    everything = b"".join(parts.values())
    assert b"updateFields" not in everything
    assert b"w:dirty" not in everything
    assert b"attachedTemplate" not in everything
    assert b'"compatibilityMode"' in parts["word/settings.xml"]


def test_pages_say_which_they_are_and_of_what(every: tuple[Document, Docx], meeting: tuple[Document, Docx]) -> None:
    foot = xml(every[1].data, "word/footer1.xml")
    assert values(foot, "fldSimple", "instr") == [" PAGE ", " NUMPAGES "]
    assert text_of(foot) == "Page 1 of 1"
    head = xml(every[1].data, "word/header1.xml")
    assert values(head, "fldSimple", "instr") == [" TITLE "]
    assert text_of(head) == "Titel Zone"
    # A cover has neither; the first page of minutes has a foot.
    assert _edges(every[1].data) == {("header", "default"), ("footer", "default")}
    assert _edges(meeting[1].data) == {("header", "default"), ("footer", "default"), ("footer", "first")}
    for _, file in (every, meeting):
        assert len(list(xml(file.data).iter(f"{W}titlePg"))) == 1


def _edges(data: bytes) -> set[tuple[str, str]]:
    body = xml(data)
    return {(kind, pages) for kind in ("header", "footer") for pages in values(body, f"{kind}Reference", "type")}


def test_parts_of_a_plan_begin_a_page_and_those_of_minutes_do_not() -> None:
    parts = tuple(
        Part("goal", (Heading(1, "", text(name)), *(paragraph("Een zin.") for _ in range(20)))) for name in "abc"
    )
    for kind, count in (("plan", 3), ("meeting", 0)):
        data = docx(drawn(kind=kind, parts=parts), TODAY).data
        assert len(list(xml(data).iter(f"{W}pageBreakBefore"))) == count


def test_parts_of_a_few_lines_share_a_page() -> None:
    few = Part("goal", (Heading(1, "", text("Kort")), paragraph("Nog geen acties.")))
    many = Part("goal", (Heading(1, "", text("Lang")), *(paragraph("Een zin.") for _ in range(30))))
    for parts, begun in (
        ((few, few, few), ""),
        ((few, many, few), "0"),
        ((many, few, many), "01"),
        ((many, many), "01"),
    ):
        body = xml(docx(drawn(parts=parts), TODAY).data).find(f"{W}body")
        assert body is not None
        heads = [one for one in body.findall(f"{W}p") if text_of(one) in ("Kort", "Lang")]
        on_new_page = [at for at, one in enumerate(heads) if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
        assert on_new_page == list(map(int, begun)), parts


def test_tables_repeat_their_head_and_keep_their_rows(every: tuple[Document, Docx]) -> None:
    for table in xml(every[1].data).iter(f"{W}tbl"):
        (style,) = table.findall(f"{W}tblPr/{W}tblStyle")
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        is_data = style.attrib[f"{W}val"] in ("PlanTable", "TimelineTable")
        assert heads == [at == 0 and is_data for at in range(len(rows))]
        (look,) = table.findall(f"{W}tblPr/{W}tblLook")
        assert look.attrib[f"{W}firstRow"] == str(int(is_data))
        assert look.attrib[f"{W}firstColumn"] == str(int(style.attrib[f"{W}val"] in ("Fiche", "FicheStub")))
        columns = table.find(f"{W}tblGrid")
        assert columns is not None
        grid = [int(width) for width in values(columns, "gridCol", "w")]
        for row in rows:
            widths = [int(cell.attrib[f"{W}w"]) for cell in row.findall(f"{W}tc/{W}tcPr/{W}tcW")]
            assert widths in (grid, [sum(grid)])
            assert all(width > 0 for width in widths)


def test_long_rows_may_break_and_short_ones_may_not() -> None:
    long = Table("", (text("a"),), ((text("kort"),), (text("lang " * 700),)))
    rows = list(body_of(long).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, True, False]


def test_tables_say_what_they_show(every: tuple[Document, Docx]) -> None:
    said = values(xml(every[1].data), "tblDescription")
    for words_ in ("Onderschrift", "a, b", "Koffie", "Waar, Wanneer", "Wanneer"):
        assert words_ in said


def test_a_row_with_too_few_or_too_many_cells_fits_its_table() -> None:
    head = (text("a"), text("b"), text("c"))
    body = body_of(Table("", head, (head[:2], (*head, text("d")), head[:1])))
    assert [len(row.findall(f"{W}tc")) for row in body.iter(f"{W}tr")] == [3, 3, 3, 1]
    assert values(body, "gridSpan") == ["3"]


def test_a_timeline_shades_where_an_action_runs(every: tuple[Document, Docx]) -> None:
    table = next(one for one in xml(every[1].data).iter(f"{W}tbl") if values(one, "tblStyle") == ["TimelineTable"])
    rows = [
        [(line_of(cell), bool(values(cell, "shd", "fill"))) for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]
    assert [label for label, _ in rows[0]] == ["", "2024", "K2", "K3 ▼", "K4"]
    assert rows[1] == [("1.1.1 Koffie · heel 2024", False), ("◀●", True), ("", True), ("○", True), ("", True)]
    assert rows[2] == [("Zonder plaats · zomer", False), ("", False), ("", False), ("", True), ("", False)]


def test_a_timeline_has_the_goals_above_their_bars_and_is_dark_where_it_is_sure() -> None:
    goals = ("1 Zorg", "1.1 " + "Dichtbij " * 20)
    sure = Bar("", "a", "b", 0.0, 1.2, True, (), (0.25, 0.5), goals=goals)
    bars = (sure, sure._replace(core=None, goals=goals[:1]), sure._replace(soft=False, core=None, goals=("2 Zone",)))
    ticks = ((0.0, "K1"), (0.25, "K2"), (0.5, "K3"), (0.75, "K4"))
    table = next(body_of(Timeline("t", ticks, bars, years=((0.0, "2025"),))).iter(f"{W}tbl"))
    rows = [
        [(line_of(cell), values(cell, "shd", "fill")) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")
    ]
    assert [label for label, _ in rows[0]] == ["", "2025", "K2", "K3", "K4"]
    names = [row[0][0] for row in rows[1:]]
    assert names == ["1 Zorg", f"1.1{' Dichtbij' * 11}…", "a · b", "a · b", "2 Zone", "a · b"]
    shades = [[fill for _, found in row[1:] for fill in found] for row in rows if row[0][0] == "a · b"]
    assert shades == [["CFDEE1", "6B959E", "CFDEE1", "CFDEE1"], ["CFDEE1"] * 4, ["6B959E"] * 4]
    assert [row[-1][0] for row in rows if row[0][0] == "a · b"] == ["▶"] * 3


def test_a_timeline_of_many_years_has_no_more_columns_than_fit() -> None:
    ticks = tuple((at / 60, str(2000 + at // 4) if at % 4 == 0 else f"K{at % 4 + 1}") for at in range(60))
    for many in (ticks, tuple((at / 60, str(2000 + at)) for at in range(60)), ()):
        table = next(body_of(Timeline("t", many, (Bar("", "a", "b", 0.0, 1.0, True),))).iter(f"{W}tbl"))
        assert 2 <= len(list(table.iter(f"{W}gridCol"))) <= 17


# Links


def test_jumps_arrive_and_links_lead_out(every: tuple[Document, Docx]) -> None:
    body = xml(every[1].data)
    names = values(body, "bookmarkStart", "name")
    anchors = [one.attrib[f"{W}anchor"] for one in body.iter(f"{W}hyperlink") if f"{W}anchor" in one.attrib]
    assert set(anchors) <= set(names)
    assert {"doel", "actie"} <= set(anchors)
    assert names == ["doel", "actie", "stomp", "nieuw", "anders", "titel", "p1", "B1", "S1"]
    out = {one.attrib[f"{R}id"] for one in body.iter(f"{W}hyperlink") if f"{R}id" in one.attrib}
    assert {relations(every[1].data)[one] for one in out} == {"https://elz.be/a?b=1&c=2#d"}


def relations(data: bytes) -> dict[str, str]:
    root = xml(data, "word/_rels/document.xml.rels")
    return {one.attrib["Id"]: one.attrib["Target"] for one in root}


def test_names_of_places_are_short_and_the_only_ones() -> None:
    anchors = ["actie", "ACTIE", "a" * 60, "a" * 61, "2025-05-13-x/B1", "2025-05-13-x.B1", "é", "_elz-t", "actie"]
    body = body_of(
        *(Heading(1, anchor, text("x")) for anchor in anchors), *(Paragraph((Jump(one, text("y")),)) for one in anchors)
    )
    names = values(body, "bookmarkStart", "name")
    assert len(names) == len({name.lower() for name in names}) == len(set(anchors))
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)
    assert values(body, "hyperlink", "anchor") == [*names, names[0]]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://elz.be/é?q=a b|c", None),
        ("https://elz.be/é%zz|[1]#a#b", "https://elz.be/%C3%A9%25zz%7C%5B1%5D#a%23b"),
        ("https://zürich.example/pad", "https://xn--zrich-kva.example/pad"),
        ("mailto:info@elz.be?subject=Vraag&body=a", "mailto:info@elz.be?subject=Vraag&body=a"),
        ("https://elz.be/" + "a" * 3000, None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//elz.be", None),
    ],
)
def test_an_address_is_one_that_word_can_read_or_only_words(href: str, target: str | None) -> None:
    data = docx(drawn(Paragraph((Link(href, text("woorden")),))), TODAY).data
    assert "woorden" in text_of(xml(data))
    assert [to for one, to in relations(data).items() if one.startswith("link")] == ([target] if target else [])


def test_a_link_in_a_link_is_words() -> None:
    body = body_of(
        Heading(1, "a", text("A")), Paragraph((Link("https://elz.be", (Text("uit "), Jump("a", text("in")))),))
    )
    assert len(list(body.iter(f"{W}hyperlink"))) == 1
    assert "uit in" in text_of(body)


# Characters


def test_a_hostile_plan_is_text_and_nothing_else(evil: tuple[Document, Docx]) -> None:
    parts = parts_of(evil[1].data)
    body = ET.fromstring(parts["word/document.xml"])
    shown = " ".join(text_of(body).split())
    assert " ".join(EVIL[:7]) in shown
    for typed in ("<script>alert(1)</script>", "{{7*7}}", '#read("/etc/passwd")', "klik", '" onclick="alert(1)'):
        assert typed in shown
    plain = parts_of(docx(drawn(paragraph("braaf")), TODAY).data)
    assert sorted(parts) == sorted({*plain, "docProps/custom.xml"})  # the names of actors
    allowed = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    assert {one.tag[1:].partition("}")[0] for one in body.iter()} == allowed
    assert [one.text for one in body.iter(f"{W}instrText")] == [' TOC \\o "1-3" \\h \\z ']
    outward = [to for one, to in relations(evil[1].data).items() if one.startswith("link")]
    assert outward == ["https://spion.example/p.png"]  # a link to follow, and never a picture to fetch


def test_odd_characters_are_harmless() -> None:
    odd = "]]> &amp; & < > \" ' \x00\x07\x1b[31m \ufffe\uffff \ud800 \u202eomgekeerd\u2066 \u200b a\u2028b \xad \ufdd0 tab\there\r\nregel"
    title = drawn(
        paragraph(odd), Heading(1, "a", text(odd), odd), Listing(odd), Table(odd, (text(odd),), ()), title=odd
    )
    data = docx(title._replace(organisation=odd, subtitle=odd, words=(("page_x_of_y", odd),)), TODAY).data
    for name, part in parts_of(data).items():
        ET.fromstring(part)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u202a-\u202e\u2066-\u2069]", part.decode()), name
    assert "]]> &amp; & < > \" ' [31m   omgekeerd  a b   tab here regel" in text_of(xml(data))


@settings(max_examples=60, deadline=None)
@given(any_text=strategies.text())
def test_any_text_makes_a_sound_file(any_text: str) -> None:
    line = (Text(any_text), Code(any_text), Jump(any_text, text(any_text)), Link(any_text, text(any_text)))
    table = Table(any_text, (line,), ((line,),))
    blocks = (Heading(1, any_text, line, any_text), Listing(any_text), table, CheckBox(True, any_text, any_text))
    found = drawn(*blocks, title=any_text, organisation=any_text, subtitle=any_text, date=any_text)
    assert check_package(docx(found, TODAY).data) == []


def test_private_characters_are_boxes_with_a_warning() -> None:
    made_ = docx(
        drawn(
            paragraph("Zie \uf8ff hier"),
            paragraph("nog \uf8ff eens"),
            paragraph("en \uf0f0 toe"),
            Heading(1, "", text("\U00100000")),
        ),
        TODAY,
    )
    assert "Zie □ hier\nnog □ eens\nen → toe\n□" in text_of(xml(made_.data))
    assert [Language("en")(warning) for warning in made_.warnings] == [
        "No font has the character U+F8FF; the Word file shows □ in its place: “Zie □ hier”",
        "No font has the character U+100000; the Word file shows □ in its place: “□”",
    ]


def test_arabic_and_hebrew_run_from_right_to_left_and_greek_does_not() -> None:
    body = body_of(Paragraph((Strong(text("Voor مرحبا 2025 بكم en שלום, Καλημέρα 😀")),)))
    runs = [(_text(run), run.find(f"{W}rPr/{W}rtl") is not None) for run in body.iter(f"{W}r")][-5:]
    assert runs == [
        ("Voor ", False),
        ("مرحبا 2025 بكم", True),
        (" en ", False),
        ("שלום", True),
        (", Καλημέρα 😀", False),
    ]
    assert [lang.get(f"{W}bidi") for lang in body.iter(f"{W}lang")] == ["ar-SA", "he-IL"]


def _text(run: ET.Element) -> str:
    return "".join(one.text or "" for one in run.iter(f"{W}t"))


def test_a_long_title_is_set_smaller_and_cut_in_the_head() -> None:
    sizes = []
    for length in (10, 100, 300, 900):
        data = docx(drawn(paragraph("a"), title="woord " * (length // 6)), TODAY).data
        title = next(one for one in xml(data).iter(f"{W}p") if values(one, "pStyle") == ["Title"])
        sizes.append(next(iter(values(title, "sz")), ""))
        (date_line,) = [one for one in values(xml(data), "pStyle") if one.startswith("CoverDate")]
        assert (date_line == "CoverDateNear") is (length > 200)
        assert len(text_of(xml(data, "word/header1.xml"))) <= 80
        assert bool(values(xml(data, "word/header1.xml"), "fldSimple", "instr")) == (length == 10)
    assert sizes == ["", "52", "36", "22"]


def test_an_empty_document_is_a_file_too() -> None:
    bare = Document("", "", "", "nl", "", (), (), ())
    for kind in ("plan", "meeting"):
        data = docx(bare._replace(kind=kind), TODAY).data
        assert check_package(data) == []
        python_docx.Document(io.BytesIO(data))


# The package


@ALL
def test_word_finds_nothing_to_repair(name: str, request: pytest.FixtureRequest) -> None:
    assert check_package(made(name, request)[1]) == []


def test_the_check_itself_sees_what_is_wrong(every: tuple[Document, Docx]) -> None:
    def changed(name: str, old: str, new: str) -> list[str]:
        parts = parts_of(every[1].data)
        assert old in parts[name].decode()
        parts[name] = parts[name].decode().replace(old, new, 1).encode()
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for one, part in parts.items():
                archive.writestr(one, part)
        return check_package(file.getvalue())

    main = "word/document.xml"
    assert changed(main, "<w:b/><w:bCs/><w:i/>", "<w:i/><w:b/><w:bCs/>")
    assert changed(main, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Titel"/>')
    assert changed(main, '<w:numId w:val="3"/>', '<w:numId w:val="99"/>')
    assert changed(main, 'w:anchor="doel"', 'w:anchor="weg"')
    assert changed(main, 'r:id="link1"', 'r:id="link9"')
    assert changed("word/_rels/document.xml.rels", "styles.xml", "stijlen.xml")
    assert changed("[Content_Types].xml", "/word/numbering.xml", "/word/lijsten.xml")


@ALL
def test_no_person_no_tool_and_no_moment_is_named(name: str, request: pytest.FixtureRequest) -> None:
    data = made(name, request)[1]
    about = parts_of(data)["docProps/core.xml"].decode() + parts_of(data)["docProps/app.xml"].decode()
    assert "python" not in about.lower()
    assert "lastModifiedBy" not in about
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", about)) == {f"{TODAY}T00:00:00Z"}
    assert b"rsid" not in b"".join(parts_of(data).values())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert archive.namelist()[2:] == sorted(
            archive.namelist()[2:], key=lambda one: one.replace("_rels/", "").removesuffix(".rels")
        )


def test_the_same_document_gives_the_same_bytes_in_every_process(own: tuple[Document, Docx]) -> None:
    """Another process, another place on earth, another order of sets."""
    program = (
        "import sys, time; sys.path.insert(0, sys.argv[1])\n"
        "from drawn_plans import own_plan, TODAY\n"
        "from elzctl.render.docx import docx\n"
        "drawn = own_plan(); start = time.process_time(); data = docx(drawn, TODAY).data\n"
        "taken = time.process_time() - start\n"
        "lines = open('/proc/self/status').readlines() if sys.platform == 'linux' else ['VmHWM: 0 kB']\n"
        "most = next(int(line.split()[1]) for line in lines if line.startswith('VmHWM'))\n"
        "print(taken, most // 1024, file=sys.stderr)\n"
        "sys.stdout.buffer.write(data)"
    )
    environment = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    command = [sys.executable, "-c", program, str(Path(__file__).parent)]
    result = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert result.stdout == own[1].data
    seconds, megabytes = map(float, result.stderr.split())
    assert seconds < 3
    assert megabytes < 250


def test_the_colours_are_those_of_the_pdf() -> None:
    look = (Path(__file__).parent.parent / "templates" / "pdf" / "look.typ").read_text("utf-8")
    named = {
        name: colour.upper() for name, colour in re.findall(r'#let (\w+) = (?:rgb\(|colour\("\w+", )"#(\w{6})"\)', look)
    }
    assert dict(docx_styles.COLOURS) == named
    states = re.findall(r'^  ([\w-]+): \(rgb\("#(\w{6})"\), rgb\("#(\w{6})"\)\)', look, re.MULTILINE)
    assert dict(docx_styles.STATES) == {name: (ground.upper(), ink.upper()) for name, ground, ink in states}


# Another program that opens it


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The files as LibreOffice reads them: as text and as PDF."""
    folder = tmp_path_factory.mktemp("office")
    files = []
    for name in ("own", "every", "meeting"):
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(made(name, request)[1])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind in ("txt:Text (encoded):UTF8", "pdf"):
        command = [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
    return folder


NEEDS_OFFICE = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice (soffice) is not installed: nothing to open the file with"
)


@NEEDS_OFFICE
@pytest.mark.parametrize("name", ["own", "every", "meeting"])
def test_libreoffice_reads_the_same_words_in_the_same_order(
    name: str, converted: Path, request: pytest.FixtureRequest
) -> None:
    found, _ = made(name, request)
    read = (converted / f"{name}.txt").read_text("utf-8-sig")
    assert missing(whole(found), read) is None
    page = main_of(parsed(html(found)))
    headings = [words(element) for element in page.iter() if re.search(r"h[2-6]$", str(element.tag))]
    assert missing(headings, read) is None


@NEEDS_OFFICE
def test_libreoffice_makes_pages_that_say_which_they_are(converted: Path) -> None:
    import pypdfium2

    file = pypdfium2.PdfDocument(converted / "own.pdf")
    texts = [page.get_textpage().get_text_range() for page in file]
    lines = [lines_on(page) for page in file]
    file.close()
    assert min(lines[1:]) >= 8  # the first is the cover
    feet = [re.findall(r"Pagina (\d+) van (\d+)", page) for page in texts]
    assert feet == [[], *([(str(at), str(len(texts)))] for at in range(2, len(texts) + 1))]
    assert all(len(page) > 120 for page in texts[1:]), "a page with nothing on it"


@NEEDS_OFFICE
def test_long_numbers_of_actions_are_not_broken_in_any_table(tmp_path: Path) -> None:
    import pypdfium2
    from small_plans import fiche, write

    lines = ("lead: [kring]", "partners: [apothekers]", "target_groups: [scholen]", "due: eind 2025")
    write(tmp_path, **{f"a{at}": fiche(f"1.1.{at}", *lines) for at in range(95, 107)})
    data = docx(document(tmp_path), TODAY).data
    (tmp_path / "plan.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "plan.docx")], capture_output=True, check=True, timeout=120)
    file = pypdfium2.PdfDocument(tmp_path / "plan.pdf")
    drawn = "\n".join(page.get_textpage().get_text_range() for page in file)
    file.close()
    assert drawn.count("1.1.106") > 6
    # The beginning of a number that was broken would be one that the plan does not have.
    assert set(re.findall(r"\b1\.1(?:\.\d*)?(?![\d.])", drawn)) == {"1.1", *(f"1.1.{at}" for at in range(95, 107))}
