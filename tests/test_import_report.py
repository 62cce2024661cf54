"""What came of an import, told: in a window, as a page of Markdown, and as JSON of which the shape is frozen."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from hostile_texts import HOSTILE

from elzctl.intake.ledger import Certainty, Entry, Fate, Ledger
from elzctl.intake.outcome import Document, Outcome, State
from elzctl.intake.paper import Line, Make, Paper
from elzctl.render.intake_json import intake_json
from elzctl.render.intake_report import code, intake_report
from elzctl.render.intake_text import intake_text
from elzctl.render.intake_words import percentage
from elzctl.render.terminal import Paint
from elzctl.wording import Language, say

GOLDEN = Path(__file__).parent / "golden/import.json"
ENGLISH = Language("en")
NEXT = ((say("Check the plan"), "elzctl -C zone validate"),)


def document(
    make: Make = Make.PDF, texts: tuple[str, ...] = ("Actieplan", "Titel", "Trekker: wie dan ook", "rest", "3")
) -> Document:
    lines = tuple(Line(text, 2, number, running=text == "3") for number, text in enumerate(texts, 1))
    ledger = Ledger(Paper("plan.pdf", make, lines, ()))
    ledger.put([0], Fate.HEADING, "plan/plan.yaml")
    path = "plan/actions/x.md"
    ledger.field(Entry(path, "title", texts[1], Certainty.READ, texts[1], (1,)))
    ledger.field(Entry(path, "status", "running", Certainty.GUESSED, "", (), say("no status is given")))
    ledger.field(Entry(path, "lead", "", Certainty.UNCLEAR, texts[2], (2,), say("this is no date that can be read")))
    return Document("plan.pdf", make, 3, ledger.closed(), (say("Comments were left out: {count}", count=2),), (path,))


def outcome(*documents: Document) -> Outcome:
    files = (("plan/actions/x.md", State.NEW), ("plan/plan.yaml", State.CHANGED), ("plan/actors.yaml", State.SAME))
    return Outcome(documents or (document(),), files, "import-report.md", private=False, written=True, errors=1)


def test_the_shape_of_the_json_is_frozen() -> None:
    """ELZCTL_GOLDEN=1 writes the file anew."""
    made = intake_json(outcome(), ENGLISH) + "\n"
    if os.environ.get("ELZCTL_GOLDEN"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text("utf-8")


def test_the_lines_that_are_named_are_those_of_the_document() -> None:
    found = json.loads(intake_json(outcome(), ENGLISH))["documents"][0]
    (left,) = found["left"]
    assert [found["lines"][place]["text"] for place in left["lines"]] == [left["words"]] == ["rest"]
    assert found["share"] == {"placed": len("Actieplan" + "Titel" + "Trekker: wie dan ook"), "whole": 38}


def test_the_page_tells_first_what_to_look_at_and_then_every_line() -> None:
    page = intake_report(outcome(), NEXT, ENGLISH)
    assert re.findall("^#+ .*", page, re.MULTILINE) == [
        "# What came of the import",
        "## What to do now",
        "## `plan.pdf` (PDF)",
        "### Left over (1)",
        "### Not understood (1)",
        "### Filled in by a rule: change what you want otherwise (1)",
        "### Read (1)",
        "## Files",
        "## Every line of `plan.pdf`",
    ]
    assert "- page 2, line 4: `rest` – Nothing shows where it belongs: put it in a text" in page
    assert (
        "- `plan/actions/x.md` `lead`: nothing from `Trekker: wie dan ook` (page 2, line 3) – this is no date" in page
    )
    assert "- page 2, line 5: the head or foot of a page, left out: `3`\n" in page


@pytest.mark.parametrize(("make", "place"), [(Make.DOCX, "paragraph 4"), (Make.TABLE, "row 4"), (Make.TEXT, "line 4")])
def test_a_place_is_named_as_people_find_it(make: Make, place: str) -> None:
    one = document(make)
    lines = tuple(placed._replace(line=placed.line._replace(page=0)) for placed in one.account.lines)
    one = one._replace(account=one.account._replace(lines=lines))
    assert f"- {place}: `rest` – " in intake_report(outcome(one), NEXT, ENGLISH)


def test_a_window_tells_why_words_are_left_over_and_never_shows_three_dots_for_them() -> None:
    shown = "\n".join(intake_text(outcome(), NEXT, ENGLISH, Paint(on=False), None))
    assert "page 2, line 4: “rest” – Nothing shows where it belongs: put it in a text" in shown
    one = document()
    hidden = one.account._replace(left=(one.account.left[0]._replace(words="…", reason=say("It names a person.")),))
    for text in (
        "\n".join(intake_text(outcome(one._replace(account=hidden)), NEXT, ENGLISH, Paint(on=False), None)),
        intake_report(outcome(one._replace(account=hidden)), NEXT, ENGLISH),
    ):
        assert "page 2, line 4: It names a person." in text


def test_what_stands_in_a_document_is_text_in_the_page() -> None:
    for hostile in (*HOSTILE, "`", "``x`", "a\n# b", "\x1b[31m", "-->", "[[x]]", "@iemand", ""):
        page = intake_report(outcome(document(texts=("Actieplan", hostile, hostile, hostile, "3"))), NEXT, ENGLISH)
        assert page.count("\n# ") == 1
        assert "\x1b" not in page
        found = re.fullmatch(r"(`+)([^`](?:.*[^`])?)\1", code(hostile))
        assert found is not None
        assert found[1] not in re.findall("`+", found[2])


def test_a_window_shows_a_screen_however_much_there_is() -> None:
    texts = ("Actieplan", "Titel", *("x " * 90 for _ in range(60)), "3")
    one = document(texts=texts)
    many = outcome(*(one._replace(name=f"{'plan' * 30}{number}.pdf") for number in range(12)))
    paths = [f"plan/{'map' * 9}{number}/actie.md" for number in range(9)]
    files = tuple((path, state) for state in State for path in paths)
    many = many._replace(files=files, remarks=(say("empty"),) * 5)
    lines = intake_text(many, NEXT * 3, ENGLISH, Paint(on=False), 79)
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 79
    assert len(intake_text(many, NEXT, ENGLISH, Paint(on=False), None)) <= 24


def test_a_document_that_is_placed_whole_says_so_and_one_that_is_not_never_rounds_to_it() -> None:
    assert [percentage(share) for share in ((5, 5), (99_999, 100_000), (0, 9), (0, 0))] == ["100", "99.9", "0", "–"]
    ledger = Ledger(Paper("x.txt", Make.TEXT, (Line("a", 0, 1), Line("", 0, 2)), ()))
    ledger.put([0], Fate.TEXT, "plan/texts/a.md")
    whole = outcome(Document("x.txt", Make.TEXT, 0, ledger.closed(), (), ()))
    assert (whole.is_whole, whole.share) == (True, (1, 1))
    assert not outcome().is_whole


def test_a_long_remark_goes_over_several_lines_and_loses_no_word() -> None:
    remark = "Dit is een lange opmerking over van alles en nog wat, die niet op een enkele regel van het venster past"
    one = document()._replace(remarks=(say("{words}", words=remark),))
    lines = intake_text(outcome(one), NEXT, ENGLISH, Paint(on=False), 60)
    assert max(map(len, lines[:-1])) <= 60
    assert remark in " ".join(" ".join(lines).split())
