"""Plans whose structure is hard to see: contents above the text, single and double numbers, tables, lists of actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from time import perf_counter

import pytest
from made_documents import Placed, pdf

from elzctl.intake.hyphens import Hyphens
from elzctl.intake.inert import inert
from elzctl.intake.ledger import Certainty, Fate
from elzctl.intake.paper import Block, Cell, Line, Make, Paper
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.times import GAPS
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.intake.which import not_a_plan, not_minutes
from elzctl.source import Prose, Span
from elzctl.walled import wall_faults

TODAY = date(2026, 11, 26)
GOALS = "Actieplan 2026 ELZ Waterkant\n\nSD 1: Gezond wonen\n\nOD 1.1: Woningen zijn veilig\n\n"


def take(text: str) -> Taken:
    return take_plan(read("plan.txt", text.encode()), PlanOptions(today=TODAY))


def of(*told: str | tuple[str, int] | Sequence[tuple[str, ...]]) -> Taken:
    """A Word document: texts, headings with their level, and tables as lists of rows."""
    lines: list[Line] = []
    blocks: list[Block] = []
    for number, one in enumerate(told, 1):
        rows = one if isinstance(one, list) else [(one if isinstance(one, str) else one[0],)]
        level = one[1] if isinstance(one, tuple) else 0
        for row, cells in enumerate(rows, 1):
            for column, text in enumerate(cells, 1):
                cell = Cell(number, row, column) if isinstance(one, list) else None
                style = f"heading {level}" if level else "normal"
                blocks += [Block(text, (len(lines),), style, level, cell=cell)] if text else []
                lines += [Line(text, 0, len(lines) + 1)] if text else []
    return take_plan(Paper("plan.docx", Make.DOCX, tuple(lines), tuple(blocks)), PlanOptions(today=TODAY))


def actions(found: Taken) -> dict[str, str]:
    """The files of actions by their number."""
    texts = [text for path, text in found.files.items() if path.startswith("plan/actions/")]
    return {re.split(r"\n|  #", text.split("number: ")[1])[0]: text for text in texts}


def test_contents_right_above_the_text_do_not_take_its_headings() -> None:
    heads = ("Strategische doelstelling 1: Samen", "Operationele doelstelling 1.1: Buren", "Actie 1.1.1: Netwerkdag")
    rows = [("Post", "Wie"), ("Zaal", "ELZ Waterkant")]
    found = of(
        "Actieplan 2026 ELZ Waterkant",
        ("Inhoud", 1),
        *(f"{text} ........ {page}" for page, text in enumerate(heads, 3)),
        *((text, level) for level, text in enumerate(heads, 1)),
        "Trekker: OCMW",
        rows,
        ("Lijst van afkortingen", 1),
        "CAW: centrum algemeen welzijnswerk",
    )
    assert found.files["plan/goals.yaml"].count("title: ") == 2
    assert "lead: [ocmw]" in actions(found)["1.1.1"]
    assert "Zaal\n\nELZ Waterkant\n" in actions(found)["1.1.1"]
    assert "CAW" not in actions(found)["1.1.1"]
    assert "plan/texts/lijst-afkortingen.md" in found.files
    running = [one.line.text for one in found.account.lines if one.fate is Fate.RUNNING]
    assert len(running) == 4


def test_a_name_in_a_table_before_the_goals_stays_in_the_table() -> None:
    rows = [("Functie", "Wie"), ("Penhouder", "ELZ Waterkant")]
    found = of("Actieplan 2026 ELZ Waterkant", ("Wie wij zijn", 1), rows, ("SD 1: Samen", 1), ("Actie 1.1.1: Markt", 3))
    assert (
        "| Penhouder | ELZ Waterkant |"
        in found.files[next(path for path in found.files if path.startswith("plan/texts/"))]
    )


def test_strategic_goals_may_have_a_number_and_nothing_behind_it() -> None:
    text = "Jaarplan 2026 ELZ Waterkant\n\n1 Gezond wonen\n1.1 Veilig\n1.1.1 Woningpas\nTrekker: CAW\n\n2 Ouderen\n2.1 Vallen\n2.1.1 Valkliniek\nTrekker: Logo\n"
    found = take(text)
    goals = found.files["plan/goals.yaml"]
    assert [line.strip() for line in goals.split("\n") if "title" in line] == [
        "title: Gezond wonen",
        "title: Veilig",
        "title: Ouderen",
        "title: Vallen",
    ]
    assert list(actions(found)) == ["1.1.1", "2.1.1"]
    assert found.account.left == ()


def test_a_number_used_twice_loses_no_action() -> None:
    found = take(
        f"{GOALS}1.1.1 Eerste\n\nTrekker: OCMW\n\n1.1.1 Tweede\n\nTrekker: CAW\n\n1.1.2 Derde\n\nTrekker: Logo\n"
    )
    texts = actions(found)
    assert {number: text.split("title: ")[1].split("\n")[0] for number, text in texts.items()} == {
        "1.1.1": "Eerste",
        "1.1.2": "Derde",
        "1.1.3": "Tweede",
    }
    assert "lead: [ocmw]\n" in texts["1.1.1"]
    assert "lead: [caw]\n" in texts["1.1.3"]
    [entry] = [one for one in found.account.entries if one.field == "number" and one.value == "1.1.3"]
    assert entry.certainty is Certainty.GUESSED
    assert entry.reason is not None
    assert entry.reason.args == (("code", "1.1.1"),)


def _form(top: float, head: str, *rows: tuple[str, ...]) -> list[Placed]:
    """A heading in bold letters and a table below it without lines, as a browser or a word processor prints it."""
    edges = (90, 306) if len(rows[0]) == 2 else (90, 234, 378)
    cells = [
        (edge, top - 24 * (number + 1), text, 11)
        for number, row in enumerate(rows)
        for edge, text in zip(edges, row, strict=True)
        if text
    ]
    return [(90, top, head, 14), *cells]


def test_tables_of_a_pdf_among_text_are_tables_and_it_is_said() -> None:
    page = [
        *_form(
            760, "Actie 1.1.1 Markt", ("Stand van zaken", "afgerond"), ("Trekker", "OCMW"), ("Timing", "maart 2026")
        ),
        *_form(
            640, "Afspraken", ("Wat", "Wie", "Wanneer"), ("Zaal zoeken", "CAW", "mei 2026"), ("Affiche", "Logo", "")
        ),
        (90, 540, "Daarna breiden we uit (zie actie 1.1.1), en we gaan samen met alle partners na hoe dat kan.", 11),
    ]
    made = read("plan.pdf", pdf(page))
    cells = [(block.text, block.cell and block.cell[1:]) for block in made.blocks]
    assert cells == [
        ("Actie 1.1.1 Markt", None),
        ("Stand van zaken", (1, 1)),
        ("afgerond", (1, 2)),
        ("Trekker", (2, 1)),
        ("OCMW", (2, 2)),
        ("Timing", (3, 1)),
        ("maart 2026", (3, 2)),
        ("Afspraken", None),
        ("Wat", (1, 1)),
        ("Wie", (1, 2)),
        ("Wanneer", (1, 3)),
        ("Zaal zoeken", (2, 1)),
        ("CAW", (2, 2)),
        ("mei 2026", (2, 3)),
        ("Affiche", (3, 1)),
        ("Logo", (3, 2)),
        ("Daarna breiden we uit (zie actie 1.1.1), en we gaan samen met alle partners na hoe dat kan.", None),
    ]
    assert ["tables in this PDF" in remark.text for remark in made.remarks] == [True]
    assert "status: done" in actions(take_plan(made, PlanOptions(today=TODAY)))["1.1.1"]


def test_a_table_of_steps_in_an_action_gives_its_steps() -> None:
    heads = (("SD 1: Samen", 1), ("OD 1.1: Buren", 2), ("Actie 1.1.1: Netwerkdag", 3), "Trekker: CAW")
    wanted = "steps:\n  - {what: Zaal zoeken, due: maart 2026, by: [ocmw]}\n  - {what: Uitnodigen, due: mei 2026, by: [caw]}\n"
    for label in ("Hoe?", "Planning"):
        for names in (("Stap", "Wie", "Wanneer"), ("Actie", "Verantwoordelijke", "Timing")):
            rows = [names, ("Zaal zoeken", "OCMW", "maart 2026"), ("Uitnodigen", "CAW", "mei 2026")]
            found = of("Actieplan 2026 ELZ Waterkant", *heads, label, rows)
            [text] = actions(found).values()
            assert wanted in text
            assert "|" not in text  # the steps say all of it


def test_the_codes_of_a_document_are_told_and_stand_behind_our_numbers_alone() -> None:
    text = "Plan 2026\n\nBeleidsdoelstelling BD-1: Zorgzaam\n\nActieplan AP-1: Buurten\n\nActie AC-1: Punten openen\n\nTrekker: CAW\n"
    blocks = read("plan.txt", text.encode()).blocks
    strong = tuple(block._replace(style="strong") for block in blocks)
    paper = read("plan.txt", text.encode())._replace(blocks=strong)
    found = take_plan(paper, PlanOptions(today=TODAY))
    assert "text:" not in found.files["plan/goals.yaml"]
    assert actions(found)["1.1.1"].startswith("---\nnumber: 1.1.1  # AC-1\n")
    assert actions(found)["1.1.1"].count("AC-1") == 1
    assert "number: 1.1  # AP-1\n" in found.files["plan/goals.yaml"]
    assert found.account.left == ()
    codes = [one.reason.args for one in found.account.entries if one.field.endswith("number") and one.reason]
    assert codes == [(("code", "AP-1"),), (("code", "AC-1"),)]


def test_a_number_alone_takes_the_next_line_as_its_title_and_no_label() -> None:
    found = take(f"{GOALS}1.1.1.\n\nEen woningpas\n\nTrekker: CAW\n\n1.1.2.\n\nTrekker: Logo\n")
    texts = actions(found)
    assert "title: Een woningpas\n" in texts["1.1.1"]
    assert "title: 1.1.2\n" in texts["1.1.2"]
    assert "lead: [logo]" in texts["1.1.2"]


def test_minutes_and_plans_are_told_apart() -> None:
    plan = read("plan.txt", f"{GOALS}1.1.1 Woningpas\n\nTrekker: CAW\n".encode())
    minutes = read(
        "m.txt", b"Verslag werkgroep\n\nAanwezig: CAW, OCMW\n\nVerontschuldigd: Logo\n\n1. Actieplan 2026\n\nTekst.\n"
    )
    assert (not_a_plan(plan), not_minutes(minutes)) == (None, None)
    assert not_minutes(plan) is not None
    remarks = take_plan(minutes, PlanOptions(today=TODAY)).remarks
    assert remarks[0] == not_a_plan(minutes)


def test_items_of_lists_with_facts_in_brackets_are_actions() -> None:
    found = take(
        "Jaarplan 2026 ELZ Waterkant\n\n1 Zorg\n\n1.1 Wachttijden\n\n- Overleg opstarten (trekker: CGG Rivier, timing: Q1)\n- Permanentie (trekker: CAW; status: gepland)\n\n1.2 Taboe\n\n- Campagne in scholen\n"
    )
    texts = actions(found)
    assert "title: Overleg opstarten\nstatus: running\nlead: [cgg-rivier]\ndue: Q1 2026\n" in texts["1.1.1"]
    assert "title: Permanentie\nstatus: planned\nlead: [caw]\n" in texts["1.1.2"]
    assert "title: Campagne in scholen\n" in texts["1.2.1"]
    # Where one has a heading, lists are text.
    assert list(
        actions(take(f"{GOALS}- Iets (trekker: CAW)\n- Nog (trekker: CAW)\n\n1.1.1 Pas\n\nTrekker: Logo\n"))
    ) == ["1.1.1"]


def test_columns_for_quarters_say_when_and_a_budget_is_a_chapter() -> None:
    rows = [
        ("Actie", "Trekker", "Q1", "Q2", "Q3", "Q4"),
        ("Wandelen", "Logo", "X", "X", "", ""),
        ("Feest", "OCMW", "", "", "", "met muziek"),
        ("Markt", "CAW", "x", "", "", "x"),
    ]
    found = of("Jaarplan 2026 ELZ Waterkant", ("SD 1: Zorg", 1), ("OD 1.1: Bewegen", 2), rows, ("Budget", 1), "Geld.")
    texts = actions(found)
    assert "start: Q1 2026\ndue: Q2 2026\n" in texts["1.1.1"]
    assert "due: Q4 2026\n" in texts["1.1.2"]
    assert "**Q4:** met muziek" in texts["1.1.2"]
    # With a gap the times stay in the text too, and the first and the last are a guess.
    assert "start: Q1 2026\ndue: Q4 2026\n" in texts["1.1.3"]
    assert "\n\nTiming: Q1 2026, Q4 2026" in texts["1.1.3"]
    guessed = {one.field for one in found.account.entries if one.path.endswith("markt.md") and one.reason == GAPS}
    assert guessed == {"start", "due"}
    assert found.files["plan/texts/budget.md"].endswith("Geld.\n")


def test_abbreviations_at_the_end_are_no_text_of_the_last_action() -> None:
    found = take(f"{GOALS}1.1.1 Pas\n\nTrekker: CAW\n\nLijst van afkortingen\n\nCAW: centrum algemeen welzijnswerk.\n")
    assert "centrum" not in actions(found)["1.1.1"]
    assert found.files["plan/texts/lijst-afkortingen.md"].endswith("CAW: centrum algemeen welzijnswerk.\n")


def test_a_line_like_an_internal_part_gives_nothing_to_say() -> None:
    for text in ("::: intern", ":: internal", "(intern)", "// Intern", "- ::: intern", "\\ intern", "zie ::: intern"):
        written = inert(text)
        prose = Prose(f"Een zin.\n\n{written}\n\n- {written}\n", Span("plan/texts/x.md"))
        assert [*wall_faults(prose)] == [], text
    assert inert("**intern** overleg").count("&") == 0


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("het initi-", "atief van", "het initiatief van"),
        ("een zee-", "eend zwemt", "een zee-eend zwemt"),
        ("zorgen en/", "of helpen", "zorgen en/of helpen"),
        ("zorg-", "en welzijn", "zorg- en welzijn"),
        ("een backoffi\u00ad", "ce", "een backoffice"),
    ],
)
def test_a_word_that_a_line_cuts_is_whole_again(before: str, after: str, whole: str) -> None:
    assert Hyphens([]).joined(before, after) == whole


def test_one_huge_word_takes_no_time() -> None:
    start = perf_counter()
    for word in ("a" * 100_000, "a-" * 50_000, f"https://{'a' * 100_000} x"):
        Hyphens([word, word]).joined(word, word)
    assert perf_counter() - start < 2
