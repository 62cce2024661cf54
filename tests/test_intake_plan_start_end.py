"""Columns for the start and the end of actions: their heads are never a time themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import yaml
from intake_word import Word

from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty
from elzctl.intake.plan.table_times import is_when
from elzctl.intake.plan.tables import column_label
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.words import Label
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

GOAL = "Doelstelling 1. Jongeren sneller helpen"
ROWS = (
    ("Soep verdelen", "CAW Oost", "januari 2027", "maart 2027", "Gepland"),
    ("Brood bakken", "OCMW Zandhove", "", "2028", "Bezig"),
)
READ = {"soep-verdelen": ("januari 2027", "maart 2027"), "brood-bakken": (None, "2028")}
TITLES = ("Roadmap", "Roadmap 2027")


def word(title: str, rows: Sequence[Sequence[str]]) -> tuple[str, bytes]:
    made = Word()
    made.heading(1, title)
    made.heading(2, GOAL)
    made.table(rows, widths=[16 / len(rows[0])] * len(rows[0]))
    return "plan.docx", made.data()


def markdown(title: str, rows: Sequence[Sequence[str]]) -> tuple[str, bytes]:
    lines = [f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])]
    return "plan.md", "\n".join([f"# {title}", "", f"## {GOAL}", "", *lines, ""]).encode()


def taken(name: str, data: bytes) -> Taken:
    return accounted(take_plan(read(name, data), PlanOptions(today=date(2026, 11, 26))))


def actions(found: Taken) -> dict[str, tuple[dict[str, Any], str]]:
    """The data and the text of each action, by the name of its file."""
    parts = {path: text.split("---\n", 2) for path, text in found.files.items() if "/actions/" in path}
    return {
        path.split("/")[-1].removesuffix(".md"): (yaml.load(data, yaml.BaseLoader), text.strip())
        for path, (_, data, text) in parts.items()
    }


def times(found: Taken) -> dict[str, tuple[str | None, str | None]]:
    return {name: (data.get("start"), data.get("due")) for name, (data, _) in actions(found).items()}


@pytest.mark.parametrize("made", [word, markdown])
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "heads",
    [
        *(("Start", "Einde"), ("Begin", "Einde"), ("Start", "Eind"), ("BEGIN", "EIND"), ("Start:", "Eind:")),
        *(("Van", "Tot"), ("Vanaf", "Tegen"), ("Start", "End")),
    ],
)
def test_the_heads_are_no_times(made: Any, title: str, heads: tuple[str, str]) -> None:
    found = taken(*made(title, [("Actie", "Trekker", *heads, "Status"), *ROWS]))
    assert times(found) == READ
    assert all(not text for _, text in actions(found).values())
    told = [one for one in found.account.entries if one.field in ("start", "due")]
    assert len(told) == 3
    assert {one.certainty for one in told} == {Certainty.READ}


@pytest.mark.parametrize("made", [word, markdown])
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("heads", [("Start", "Einde"), ("Begin", "Eind")])
def test_no_more_than_these_columns(made: Any, title: str, heads: tuple[str, str]) -> None:
    rows = [("Actie", *heads), *((row[0], *row[2:4]) for row in ROWS)]
    assert times(taken(*made(title, rows))) == READ


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("head", ["Eind", "Einde", "Eind 2027", "Einde (2027)"])
def test_the_end_alone_is_due(title: str, head: str) -> None:
    rows = [("Actie", "Trekker", head, "Status"), *((*row[:2], *row[3:]) for row in ROWS)]
    assert {name: due for name, (_, due) in times(taken(*word(title, rows))).items()} == {
        "soep-verdelen": "maart 2027",
        "brood-bakken": "2028",
    }


@pytest.mark.parametrize("made", [word, markdown])
@pytest.mark.parametrize("heads", [("Start 2027", "Einde 2027"), ("Start (2027)", "Eind (2027)")])
def test_a_year_in_the_heads_makes_them_no_times(made: Any, heads: tuple[str, str]) -> None:
    found = taken(*made("Roadmap", [("Actie", "Trekker", *heads, "Status"), *ROWS]))
    assert times(found) == READ
    assert not any("Timing" in text for _, text in actions(found).values())


@pytest.mark.parametrize("heads", [("Q1 2027", "Q2 2027"), ("Start 2027", "Einde 2027"), ("2027", "2028")])
def test_crosses_below_times_still_say_when(heads: tuple[str, str]) -> None:
    rows = [("Actie", "Trekker", *heads), ("Soep verdelen", "CAW Oost", "x", "x"), ("Brood bakken", "SAAMO", "x", "")]
    assert times(taken(*word("Roadmap", rows)))["soep-verdelen"] == heads


def test_words_below_years_still_say_when() -> None:
    rows = [("Actie", "Trekker", "2027", "2028"), ("Soep verdelen", "CAW Oost", "kookteam zoeken", "koken")]
    assert times(taken(*word("Roadmap", rows)))["soep-verdelen"] == ("2027", "2028")


def test_empty_heads_are_no_start_and_end() -> None:
    rows = [("Taak", "", ""), ("Soep verdelen", "pan", "mes"), ("Brood bakken", "oven", "mes")]
    assert not actions(taken(*word("Roadmap 2027", rows)))


@pytest.mark.parametrize(
    "words", ["Start", "einde", "Eind", "Begin", "midden", "Tegen", "begin - einde", "start/eind", ""]
)
def test_part_of_a_time_alone(words: str) -> None:
    assert not is_when(words)


@pytest.mark.parametrize("words", ["eind 2027", "einde 2027", "maart", "Q1", "zomer", "eerste helft", "2027"])
def test_named_times(words: str) -> None:
    assert is_when(words)


@pytest.mark.parametrize(("head", "label"), [("Eind", Label.DUE), ("Einde", Label.DUE), ("Vanaf", Label.START), ("Begin", Label.START)])  # fmt: skip
def test_labels(head: str, label: Label) -> None:
    assert column_label(head) is label
