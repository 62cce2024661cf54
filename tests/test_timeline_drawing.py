"""The timeline as a drawing: every action once, inside its axis, with words and forms for all that it says."""

from __future__ import annotations

import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
import pytest
from dated_plans import plans
from drawn_plans import DUTCH, ENGLISH, EVIL, TODAY, document, hostile, squeezed
from hypothesis import given, settings
from small_plans import ROOT, fiche, loaded, write

from elzctl.model import Plan
from elzctl.render.html import html
from elzctl.render.letters import broken, wide
from elzctl.render.markdown import plain
from elzctl.render.pdf import Pdf, pdf
from elzctl.render.plan_text import PlanText
from elzctl.render.plan_timeline import figure
from elzctl.render.plan_timeline import timeline as blocks
from elzctl.render.timeline_layout import NARROW, WIDE, Form, Head, sheets
from elzctl.render.timeline_svg import drawings, timeline_file
from elzctl.render.tree import Document, Heading, Jump, Part, Table
from elzctl.render.tree_timeline import Bar, Timeline
from elzctl.render.words import page_words
from elzctl.views.timeline import timeline

SVG = "{http://www.w3.org/2000/svg}"
WORDS = dict(page_words(ENGLISH))
FORMS = pytest.mark.parametrize("form", [WIDE, NARROW], ids=["wide", "narrow"])


def drawn(plan: Plan, today: date = TODAY) -> Timeline:
    view = timeline(plan)
    assert view is not None
    return figure(view, PlanText(plan, ENGLISH, today), today)


def figure_of(root: Path, /, **texts: str) -> Timeline:
    return drawn(loaded(root, **texts).plan)


def svg_of(block: Timeline, form: Form = WIDE) -> list[ET.Element]:
    return [ET.fromstring(drawing.svg) for drawing in drawings(block, WORDS, form, address="#{}".format)]


def rows(svg: ET.Element) -> list[ET.Element]:
    return [element for element in svg.iter() if element.get("class") == "t-row"]


def of_class(element: ET.Element, name: str) -> list[ET.Element]:
    return [one for one in element.iter() if one.get("class") == name]


def said(element: ET.Element) -> list[str]:
    """The texts that are seen, in order."""
    return ["".join(one.itertext()) for one in element.iter(f"{SVG}text")]


def areas(row: ET.Element) -> list[tuple[float, float]]:
    """From where to where each piece of a bar reaches."""
    found = [one for one in row.iter(f"{SVG}rect") if one.get("class") != "t-paper"]
    return [(float(one.get("x", "")), float(one.get("x", "")) + float(one.get("width", ""))) for one in found]


def many(count: int) -> dict[str, str]:
    """So many actions, each with dates of its own."""
    return {
        f"actie_{at}": fiche(
            f"{('1.1', '1.2', '2.1')[at * 3 // count]}.{1 + at}",
            f"start: 2025-{1 + at % 9:02}",
            f"due: 2025-{3 + at % 9:02}-15",
            title=f"Actie nummer {at} " + "over iets belangrijks " * (at % 5),
        )
        for at in range(count)
    }


# What is drawn


def test_what_is_vague_fades_and_has_no_end(tmp_path: Path) -> None:
    texts = {
        "a": fiche("1.1.1", "start: 2025-02-01", "due: 2025-06-30"),
        "b": fiche("1.1.2", "start: voorjaar 2025", "due: eind 2025"),
        "c": fiche("1.1.3", "due: 2025"),
    }
    (svg,) = svg_of(figure_of(tmp_path, **texts))
    exact, soft, nothing = rows(svg)
    fills = [[one.get("fill", "") for one in row.iter(f"{SVG}rect")] for row in (exact, soft, nothing)]
    assert fills == [["#2a7784"], ["url(#t-1-in)", "#2a7784", "url(#t-1-out)"], ["#2a7784"]]
    assert [one.get("fill-opacity") for row in (exact, nothing) for one in row.iter(f"{SVG}rect")] == [None, ".3"]
    broken_lines = [[one.get("stroke-dasharray") for one in of_class(row, "t-edge")] for row in (exact, soft, nothing)]
    assert broken_lines == [[None], ["2.2 1.8", None], ["2.2 1.8"]]
    closed = [[(one.get("d") or "").count("V") for one in of_class(row, "t-edge")] for row in (exact, soft, nothing)]
    assert closed == [[2], [0, 0], [0]]


def test_one_sharp_end_is_closed_and_the_other_fades(tmp_path: Path) -> None:
    (svg,) = svg_of(figure_of(tmp_path, a=fiche("1.1.1", "start: 2025-02-01", "due: eind 2025")))
    assert [one.get("fill") for one in svg.iter(f"{SVG}rect") if one.get("class") in (None, "t-bar")][:2] == [
        "#2a7784",
        "url(#t-1-out)",
    ]
    assert sum((one.get("d") or "").count("V") for one in of_class(rows(svg)[0], "t-edge")) == 1


def test_steps_that_are_done_have_another_form_than_open_ones(tmp_path: Path) -> None:
    steps = "steps: [{what: Zaal, done: 2025-02-03}, {what: Koek, due: mei 2025}, {what: Dank, due: 2025-12-01}]"
    for form in (WIDE, NARROW):
        (svg,) = svg_of(figure_of(tmp_path, koffie=fiche("1.1.1", steps)), form)
        (row,) = rows(svg)
        assert [one.tag for one in of_class(row, "t-done")] == [f"{SVG}circle"]
        assert [one.tag for one in of_class(row, "t-open")] == [f"{SVG}path"] * 2


def test_steps_that_fall_together_are_one_mark_with_their_number(tmp_path: Path) -> None:
    steps = ", ".join("{what: Stap, due: 2025-06-30}" for _ in range(4))
    texts = {
        "a": fiche("1.1.1", f"steps: [{steps}, {{what: Zaal, done: 2025-06-29}}]"),
        "b": fiche("1.1.2", "due: 2025"),
    }
    (svg,) = svg_of(figure_of(tmp_path, **texts))
    row = rows(svg)[0]
    (disc,), (diamond,) = of_class(row, "t-done"), of_class(row, "t-open")
    top = re.match(r"M\S+ (\S+)l", diamond.get("d", ""))
    assert top is not None
    assert float(disc.get("cy", "")) + 3 < float(top[1]) + 4.4, "neither hides the other"
    assert "4" in said(row)
    assert "number of steps at the same time" in said(svg)
    assert "number of steps at the same time" not in said(svg_of(figure_of(tmp_path, a=texts["b"]))[0])


def test_a_bar_that_goes_on_outside_has_an_arrow_and_no_end(tmp_path: Path) -> None:
    texts = {
        "a": fiche("1.1.1", "start: 1999-01-01", "due: 2099-12-31"),
        "b": fiche("1.1.2", "start: 2025-01-01", "due: 2099-12-31"),
        "c": fiche("1.1.3", "due: 1999-01-01"),
        "d": fiche("1.1.4", "start: 2024-01-01", "due: 2026-12-31"),
    }
    for form in (WIDE, NARROW):
        (svg,) = svg_of(figure_of(tmp_path, **texts), form)
        both, after, before, inside = rows(svg)
        assert [len(of_class(row, "t-beyond")) for row in (both, after, before, inside)] == [2, 1, 1, 0]
        assert [sum((one.get("d") or "").count("V") for one in of_class(row, "t-edge")) for row in rows(svg)] == [
            0,
            1,
            0,
            2,
        ]
        assert areas(both) == areas(inside) == [(form.left, form.right)]
        assert areas(before) == []
        assert said(before)[-1] == "by 1 January 1999"
        assert "goes on outside the drawing" in said(svg)


def test_bars_stand_under_their_goals_which_are_said_once(tmp_path: Path) -> None:
    texts = {
        "a": fiche("1.1.1", "due: 2025"),
        "b": fiche("1.1.2", "due: 2025"),
        "c": fiche("1.2.1", "due: 2025"),
        "d": fiche("2.1.1", "due: 2025"),
        "e": fiche("9.9.9", "due: 2025"),
    }
    for form in (WIDE, NARROW):
        (sheet,) = sheets(figure_of(tmp_path, **texts), form)
        heads = [(line.level, line.text) if isinstance(line, Head) else line.bar.number for line in sheet.lines]
        assert heads == [
            *((0, "1 Zorg dicht bij mensen"), (1, "1.1 Mantelzorgers worden gezien"), "1.1.1", "1.1.2"),
            *((1, "1.2 Iedereen beweegt, samen met goal 1.1"), "1.2.1"),
            *((0, "2 Een sterke zone"), (1, "2.1 Goed bestuur"), "2.1.1"),
            *((0, "Actions without a goal"), "9.9.9"),
        ]


def test_today_has_a_line_with_its_word_and_only_inside_the_time_that_is_drawn(tmp_path: Path) -> None:
    plan = loaded(tmp_path, a=fiche("1.1.1", "start: 2025-01-01", "due: 2025-12-31")).plan
    for today, expected in ((TODAY, 1), (date(2025, 1, 1), 1), (date(2025, 12, 31), 1), (date(2026, 1, 1), 0)):
        for form in (WIDE, NARROW):
            (svg,) = svg_of(drawn(plan, today), form)
            assert said(svg).count("today") == expected
            lines = [one for one in of_class(svg, "t-today") if one.tag == f"{SVG}path"]
            assert len(lines) == expected
    (word,) = (one for one in of_class(svg_of(drawn(plan, date(2025, 12, 31)))[0], "t-today") if one.text)
    assert float(word.get("x", "")) + wide("today", 9, bold=True) / 2 <= WIDE.end + 0.1


def test_quarters_stand_under_their_years_and_a_long_time_has_years_alone(tmp_path: Path) -> None:
    block = figure_of(tmp_path, a=fiche("1.1.1", "start: oktober 2024", "due: 2025"))
    (svg,) = svg_of(block)
    assert [text for text in said(svg) if re.fullmatch(r"Q\d", text)] == ["Q4", "Q1", "Q2", "Q3", "Q4"]
    assert [text for text in said(svg) if re.fullmatch(r"20\d\d", text)][:2] == ["2024", "2025"]
    block = figure_of(tmp_path, plan="title: Plan\n", a=fiche("1.1.1", "start: 2010-05-01", "due: 2030-05-01"))
    assert block.years == ()
    (svg,) = svg_of(block)
    assert [text for text in said(svg) if re.fullmatch(r"20[123]\d", text)] == [
        str(year) for year in range(2010, 2031, 2)
    ]


def test_a_bar_leads_to_its_action(tmp_path: Path) -> None:
    block = figure_of(tmp_path, a=fiche("1.1.1", "due: 2025"), b=fiche("1.1.2", "due: 2025"))
    (svg,) = svg_of(block)
    assert [one.get("href") for one in svg.iter(f"{SVG}a")] == ["#a", "#b"]
    (alone,) = drawings(block, WORDS)
    assert "href" not in alone.svg


# Long and hostile texts


@FORMS
def test_a_long_title_is_shortened_and_its_number_is_whole(tmp_path: Path, form: Form) -> None:
    title = "Samen werken aan zorg en welzijn " * 10
    texts = {
        "a": fiche("1.1.1", "due: 2025", title=title),
        "b": fiche("123.456.789", "due: 2025", title="x" * 300),
        "c": fiche("1.1.2", "due: 2025", title="Kort"),
    }
    (svg,) = svg_of(figure_of(tmp_path, **texts), form)
    (sheet,) = sheets(figure_of(tmp_path, **texts), form)
    long, short, endless = ["".join(one.text or "" for one in of_class(row, "t-name")) for row in rows(svg)]
    assert short == "1.1.2Kort"
    for shown, number, whole in ((long, "1.1.1", title), (endless, "123.456.789", "x" * 300)):
        assert shown.startswith(number)
        assert shown.endswith("…")
        assert squeezed(number + whole).startswith(squeezed(shown))
    room = (form.left if form.beside else form.right) - sheet.indent
    assert all(wide(line, 10.5) <= room for strip in sheet.strips for line in strip.name)
    title_of_row = rows(svg)[0].find(f"{SVG}title")
    assert title_of_row is not None
    assert title.strip() in (title_of_row.text or "")


def test_text_is_broken_between_words_and_cut_only_when_it_must_be() -> None:
    assert broken("een twee drie", 10, 1000, 1) == ("een twee drie",)
    assert broken("", 10, 100, 3) == ()
    lines = broken("een twee drie vier vijf", 10, 60, 9)
    assert " ".join(lines) == "een twee drie vier vijf"
    assert all(wide(line, 10) <= 60 for line in lines)
    assert broken("een twee drie vier vijf", 10, 60, 1)[0].endswith("…")
    assert "".join(broken("x" * 50, 10, 60, 99)) == "x" * 50
    assert broken("a", 10, 0, 3) == ("a",)
    assert wide("字", 10) == 10
    assert wide("e\u0301", 10) == wide("e", 10)
    assert wide("m", 10) > wide("n", 10) > wide("i", 10)


def test_hostile_texts_are_text_in_every_drawing(tmp_path: Path) -> None:
    block = document(hostile(tmp_path))
    (found,) = (one for part in block.parts for one in part.blocks if isinstance(one, Timeline))
    texts = [drawing.svg for form in (WIDE, NARROW) for drawing in drawings(found, WORDS, form)]
    for text in (*texts, timeline_file(found, WORDS)):
        svg = ET.fromstring(text)
        tags = {one.tag.removeprefix(SVG) for one in svg.iter()}
        assert tags <= set("svg title desc defs linearGradient stop rect path circle g a text".split())
        names = {name for one in svg.iter() for name in one.attrib}
        assert not {name for name in names if name.startswith("on") or name.endswith("href") or name == "style"}
        assert not re.search(r"url\((?!#)", text)
    shown = "".join("".join(one.itertext()) for one in ET.fromstring(texts[0]).iter(f"{SVG}title"))
    assert squeezed(EVIL[0]) in squeezed(shown)


@pytest.mark.parametrize("odd", ["\x00", "\x1b[31m", "\ud800", "\ufffe", "]]>", "&", "<", '"', "\u202e"])
def test_any_character_gives_a_drawing_that_can_be_read(odd: str) -> None:
    bar = Bar(f"a{odd}", f"1.1.1 Zorg {odd} zorg", f"mei {odd}", 0.1, 0.5, True, number="1.1.1", goals=(f"1 {odd}",))
    block = Timeline(f"Wanneer {odd}", ((0.0, f"K1 {odd}"),), (bar,), 0.3, ((0.0, f"2025 {odd}"),), f"Alles {odd}")
    for text in (drawings(block, WORDS, address="#{}".format)[0].svg, timeline_file(block, WORDS)):
        assert "zorg" in ET.tostring(ET.fromstring(text.encode("utf-8", "strict")), "unicode")


# Many actions


@FORMS
def test_many_actions_go_over_several_drawings_each_with_its_axis(tmp_path: Path, form: Form) -> None:
    block = figure_of(tmp_path, **many(200))
    found = sheets(block, form)
    assert len(found) > 3
    assert [strip.bar for sheet in found for strip in sheet.strips] == list(block.bars)
    assert all(sheet.height <= form.tallest for sheet in found)
    made = drawings(block, WORDS, form)
    assert [drawing.title for drawing in made] == [
        f"When the actions run ({at} of {len(made)})" for at in range(1, len(made) + 1)
    ]
    for drawing, sheet in zip(made, found, strict=True):
        svg = ET.fromstring(drawing.svg)
        assert [text for text in said(svg) if text in ("2025", "Q1", "Q2", "Q3", "Q4")] == [
            "Q1",
            "Q2",
            "Q3",
            "Q4",
            "2025",
        ]
        assert said(svg).count("today") == 1
        first, second, *_ = sheet.lines
        assert isinstance(first, Head)
        assert isinstance(second, Head)
        assert not isinstance(sheet.lines[-1], Head)
        assert f"{sheet.strips[0].bar.number} – {sheet.strips[-1].bar.number}. 200 actions from" in drawing.alt
    ids = [one.get("id") for drawing in made for one in ET.fromstring(drawing.svg).iter() if one.get("id")]
    assert len(ids) == len(set(ids))


def test_lines_on_a_sheet_follow_each_other_without_a_gap(tmp_path: Path) -> None:
    for form in (WIDE, NARROW):
        for sheet in sheets(figure_of(tmp_path, **many(60)), form):
            bottom = 0.0
            for line in sheet.lines:
                assert line.top == pytest.approx(bottom)
                bottom = line.top + line.height
            assert bottom == pytest.approx(sheet.height)


def test_a_file_holds_all_drawings_on_a_ground_of_its_own(tmp_path: Path) -> None:
    block = figure_of(tmp_path, **many(60))
    svg = ET.fromstring(timeline_file(block, WORDS))
    assert len(rows(svg)) == 60
    tall = float(svg.get("viewBox", "").split()[3])
    ground = next(svg.iter(f"{SVG}rect"))
    assert (ground.get("class"), ground.get("height")) == ("t-paper", svg.get("viewBox", "").split()[3])
    assert float(svg.get("height", "")) == pytest.approx(1.6 * tall, abs=0.2)
    assert "When the actions run" in said(svg)
    ids = [one.get("id") for one in svg.iter() if one.get("id")]
    assert len(ids) == len(set(ids))


# Whatever the dates are


@settings(max_examples=60, deadline=None)
@given(plans())
def test_every_bar_is_drawn_once_within_its_axis_and_is_soft_when_it_is_vague(plan: Plan) -> None:
    view = timeline(plan)
    if view is None:
        return
    block = drawn(plan)
    for form in (WIDE, NARROW):
        (svg,) = svg_of(block, form)
        assert [row.get("href") for row in rows(svg)] == [f"#{row.action.id}" for row in view.rows]
        (sheet,) = sheets(block, form)
        for row, strip, vague in zip(rows(svg), sheet.strips, view.rows, strict=True):
            pieces = areas(row)
            assert all(form.left <= start < end <= form.right + 0.11 for start, end in pieces)
            assert all(one[1] == pytest.approx(other[0], abs=0.11) for one, other in pairwise(pieces))
            assert strip.ends is None or strip.ends[1] - strip.ends[0] >= 4 - 1e-9
            is_soft = any(one.get("stroke-dasharray") for one in of_class(row, "t-edge"))
            assert vague.soft or not is_soft
            assert is_soft or not vague.soft or strip.came_before or strip.goes_on or strip.ends is None
            marks = [form.left - 0.1 <= sign.x <= form.right + 0.1 for sign in strip.signs]
            assert all(marks)
            assert sum(sign.steps for sign in strip.signs) == len(strip.bar.marks)
            assert [sign.x for sign in strip.signs] == sorted(sign.x for sign in strip.signs)
        starts = sorted((bar.first, form.place(bar.first)) for bar in block.bars)
        assert [place for _, place in starts] == sorted(place for _, place in starts)


@settings(max_examples=40, deadline=None)
@given(plans())
def test_the_table_has_the_same_actions_with_the_same_dates(plan: Plan) -> None:
    text = PlanText(plan, ENGLISH, TODAY)
    if timeline(plan) is None:
        assert not any(isinstance(block, (Timeline, Table)) for block in blocks(text, TODAY))
        return
    block, table, *rest = blocks(text, TODAY)
    assert isinstance(block, Timeline)
    assert isinstance(table, Table)
    assert [bar.label for bar in block.bars] == [plain(row[0]) for row in table.rows]
    assert [bar.text for bar in block.bars] == [plain(row[1]) for row in table.rows]
    assert [cell.anchor for row in table.rows for cell in row[0] if isinstance(cell, Jump)] == [
        bar.anchor for bar in block.bars
    ]
    listed = {bar.anchor for bar in block.bars} | {
        jump.anchor for one in rest for item in getattr(one, "items", ()) for jump in item.blocks[0].children
    }
    assert listed == {action.id for action in plan.actions}


# In a PDF


def paged(found: Document) -> Document:
    """The timeline alone, as a document."""
    parts = tuple(part for part in found.parts if any(isinstance(block, Timeline) for block in part.blocks))
    return found._replace(contents=(), parts=parts)


def pages(made: Pdf) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.data)]


def test_a_pdf_has_the_drawing_as_a_figure_with_its_words(tmp_path: Path) -> None:
    made = pdf(paged(document(write(tmp_path, **many(5)))), TODAY)
    assert made.warnings == ()
    text = squeezed("".join(pages(made)))
    for words in ("today", "Q1", "1.1.1 Actie nummer 0", "1 Zorg dicht bij mensen", "exact dates", "step to do"):
        assert squeezed(words) in text
    with pikepdf.open(io.BytesIO(made.data)) as file:
        figures = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert [str(one["/Alt"]) for one in figures] == [
            "5 actions from 1 January 2025 to 31 December 2025; the table after it says the same."
        ]
        assert file.Root.MarkInfo.Marked


def test_two_hundred_actions_in_a_pdf_have_an_axis_on_every_page_of_drawings(tmp_path: Path) -> None:
    block = paged(document(write(tmp_path, **many(200))))
    (found,) = (one for part in block.parts for one in part.blocks if isinstance(one, Timeline))
    made = pdf(block, TODAY)
    assert made.warnings == ()
    drawn_on = [text for text in pages(made) if "When the actions run" in text]
    assert len(drawn_on) == len(sheets(found, WIDE))
    assert all("Q1" in text and "today" in text for text in drawn_on)
    assert len(pages(made)) < 30


@pytest.mark.parametrize("title", ["☒ Ωμέγα zorg", "नमस्ते zorg", "مرحبا zorg", "👩‍👩‍👧 zorg", "Zorg \uf0f0 ☐ Ж"])
def test_letters_that_no_font_has_cost_the_drawing_a_letter_and_not_its_claim(tmp_path: Path, title: str) -> None:
    """The engine puts faces together for a drawing in another way than for text."""
    block = paged(document(write(tmp_path, a=fiche("1.1.1", "due: 2025", title=title))))
    made = pdf(block, TODAY)
    assert not any("accessible" in warning.text for warning in made.warnings)
    assert "zorg" in "".join(pages(made)).lower()


def test_the_pdf_has_the_look_of_its_templates(tmp_path: Path) -> None:
    bare = document(write(tmp_path, **many(3)))
    text = html(bare)
    assert "'Source Sans 3'" in text, "the face of the drawing, which a page may replace"
    assert pdf(paged(bare), TODAY).data == pdf(paged(bare), TODAY).data


def test_our_own_timeline_can_be_drawn_in_dutch() -> None:
    from elzctl.load import load
    from elzctl.tree import WorkTree

    plan = load(WorkTree(ROOT)).plan
    view = timeline(plan)
    assert view is not None
    block = figure(view, PlanText(plan, DUTCH, TODAY), TODAY)
    made = drawings(block, dict(page_words(DUTCH)))
    assert [row.get("class") for drawing in made for row in rows(ET.fromstring(drawing.svg))] == ["t-row"] * len(
        view.rows
    )
    assert "vandaag" in said(ET.fromstring(made[0].svg))
    made_pdf = pdf(
        Document("t", "", "", "nl", "", page_words(DUTCH), (), (Part("x", (Heading(1, "a", ()), block)),)), TODAY
    )
    assert made_pdf.warnings == ()
