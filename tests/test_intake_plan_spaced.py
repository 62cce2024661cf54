"""Labels with a tab or a column behind them, in Word and in what is printed of it; and values at the end of a page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from docx.shared import Cm
from intake_word import OFFICE, Word, converted

from elzctl.intake.paper import Line
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.readers.running import running
from elzctl.intake.taken import Taken

FORMS = (
    ("Soep op straat", "OCMW Lennik", "mei 2026", "Samana, CAW Oost", "Buren kennen elkaar niet.", "Loopt"),
    ("Belronde", "CAW Oost", "najaar 2026", "LDC De Zonne", "Ouderen zijn alleen.", "Gepland"),
    ("Huisbezoeken", "Logo Dender", "juni 2026", "OCMW Lennik", "Wie niet komt, bezoeken we.", "Gepland"),
)
LABELS = ("Trekker", "Timing", "Partners", "Waarom", "Status")


def taken(data: bytes, name: str) -> Taken:
    return take_plan(read(name, data), PlanOptions(today=date(2026, 3, 1)))


def actions(made: Taken) -> list[dict[str, Any]]:
    files = [text for path, text in made.files.items() if path.startswith("plan/actions/")]
    return [yaml.safe_load(text.split("---")[1]) | {"text": text.split("---", 2)[2]} for text in files]


def document(sign: str, *, bold: bool = False) -> bytes:
    word = Word()
    word.title("Actieplan 2026 ELZ Waterkant")
    word.heading(1, "Doelstelling 1: Iedereen kent de weg")
    for number, (title, *values) in enumerate(FORMS, 1):
        word.heading(2, f"Actie 1.{number} {title}")
        for label, value in zip(LABELS, values, strict=True):
            paragraph = word.doc.add_paragraph()
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(4))
            paragraph.add_run(label).bold = bold
            paragraph.add_run(f"{sign}{value}")
    return word.data()


def check(made: Taken) -> None:
    found = actions(made)
    assert [(one["title"], one["due"], one["status"]) for one in found] == [
        ("Soep op straat", "mei 2026", "running"),
        ("Belronde", "najaar 2026", "planned"),
        ("Huisbezoeken", "juni 2026", "planned"),
    ]
    assert [one["lead"] for one in found] == [["ocmw-lennik"], ["caw-oost"], ["logo-dender"]]
    assert [len(one["partners"]) for one in found] == [2, 1, 1]
    assert all("## Waarom?" in one["text"] and "Timing" not in one["text"] for one in found)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("sign", ["\t", "\t\t", ":\t"])
def test_a_tab_behind_a_label_is_enough(sign: str, bold: bool) -> None:
    """Without a colon all of it was text, and nothing was told."""
    check(taken(document(sign, bold=bold), "plan.docx"))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not there")
def test_what_is_printed_of_it_says_the_same() -> None:
    printed = converted({"tab.docx": document("\t"), "colon.docx": document(":\t")}, "pdf")
    for name, data in printed.items():
        check(taken(data, name))


def test_sentences_that_begin_with_the_word_of_a_label_are_text() -> None:
    text = "Actieplan 2026\n\nDoelstelling 1: Weg\n\nActie 1.1 Soep\nTrekker: CAW Oost\n\nPartners Samana en Ferm komen samen.\n\nTiming is belangrijk.\n\nWat Samana doet, doet Ferm.\n\nStatus quo is geen optie.\n"
    [one] = actions(taken(text.encode(), "plan.txt"))
    assert "partners" not in one
    assert "due" not in one
    assert "Partners Samana en Ferm komen samen." in one["text"]


def test_a_value_beside_its_label_stays_behind_it() -> None:
    """The label and the value were a paragraph each."""
    text = (
        "Actieplan 2026\n\nDoelstelling 1: Weg\n\nActie 1.1 Soep\nTrekker: CAW Oost\n\nTiming\n\ndoorlopend in 2026\n"
    )
    [one] = actions(taken(text.encode(), "plan.txt"))
    assert "Timing: doorlopend in 2026" in one["text"]


# The same value at the end of two pages


def lines(*pages: str) -> list[Line]:
    return [
        Line(text, page, number) for page, of in enumerate(pages, 1) for number, text in enumerate(of.split("|"), 1)
    ]


def test_a_value_at_the_end_of_two_pages_is_no_foot_of_a_page() -> None:
    """*Gepland* went as the foot of both pages."""
    assert running(lines("Een|Tekst|Status:|Gepland", "Twee|Anders|Status:|Gepland")) == frozenset()
    assert running(lines("Een|Tekst|Status|Gepland", "Twee|Anders|Status|Gepland")) == frozenset()
    assert running(lines("Een|Trekker:|OCMW Lennik", "Twee|Trekker:|OCMW Lennik")) == frozenset()
    assert running(lines("Een|Tekst|ELZ Waterkant", "Twee|Anders|ELZ Waterkant")) == {2, 5}
    assert running(lines("Een|Tekst|Pagina 1", "Twee|Anders|Pagina 2")) == {2, 5}
