"""A table that lists all actions, beside a fiche for each: every action comes once, with what either of them says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import yaml
from intake_word import OFFICE, Word, converted

from elzctl.intake.ledger import Certainty, Entry, Fate
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

HEADS = ("Nr.", "Actie", "Trekker", "Tegen", "Stand")
ROWS = (
    ("1.1", "Fietsbus voor senioren", "WZC Zuiderlicht", "mei 2027", "lopend"),
    ("1.2", "Soep aan de deur", "OCMW Zandhove", "eind 2027", "nog niet gestart"),
    ("2.1", "Zwemmen op recept", "Logo Zuid", "juni 2027", "on hold"),
)
GOALS = ("Iedereen komt buiten", "Sporten helpt")
NAMES = [row[1] for row in ROWS]


def fiche(word: Word, head: str, *facts: str) -> None:
    word.heading(2, head)
    word.heading(3, "Waarom?")
    word.para("Omdat het nodig is.")
    word.heading(3, "Praktisch")
    word.table([tuple(fact.split(": ")) for fact in (*facts, "Partners: Okra Zuid")], widths=(4, 12))


def plan(
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    heads: Sequence[str] = HEADS,
    fiche_of: str = "Fiche {0} {1}",
    goal_of: str = "Doel {n}: {goal}",
    last: bool = False,
    only: int = 3,
    facts: Sequence[str] = (),
) -> Word:
    """A plan with a table and a fiche for the first so many of its actions; the table first or *last*."""
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    if not last:
        overview(word, heads, rows)
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, goal_of.format(n=number, goal=goal))
        for row in [one for one in ROWS[:only] if one[0].startswith(str(number))]:
            fiche(word, fiche_of.format(*row), *facts)
    if last:
        overview(word, heads, rows)
    return word


def overview(word: Word, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    word.heading(1, "Overzicht van onze acties")
    word.table([tuple(heads), *rows], widths=(2, 5, 4, 3, 3)[-len(heads) :])


def taken(word: Word, kind: str = "docx") -> Taken:
    data = word.data() if kind == "docx" else converted({"plan.docx": word.data()}, kind)["plan.docx"]
    return take_plan(read(f"plan.{kind}", data), PlanOptions(today=date(2026, 11, 1)))


def fiches(found: Taken) -> list[dict[str, Any]]:
    """What stands above each fiche, in the order of the document."""
    texts = [text for path, text in found.files.items() if path.startswith("plan/actions/")]
    return [yaml.safe_load(text.split("---")[1].replace("number:", "number: !!str")) for text in texts]


def goals(found: Taken) -> list[str]:
    return [goal["title"] for goal in yaml.safe_load(found.files["plan/goals.yaml"])]


def told(found: Taken, field: str, certainty: Certainty) -> list[Entry]:
    return [one for one in found.account.entries if one.field == field and one.certainty is certainty]


def check(found: Taken) -> None:
    """All that the plans below have: six values of three actions, that are said to be read."""
    assert [one["title"] for one in fiches(found)] == NAMES
    assert [one["status"] for one in fiches(found)] == ["running", "planned", "on-hold"]
    assert [one["due"] for one in fiches(found)] == ["mei 2027", "eind 2027", "juni 2027"]
    assert [one["lead"] for one in fiches(found)] == [["wzc-zuiderlicht"], ["ocmw-zandhove"], ["logo-zuid"]]
    assert [one["partners"] for one in fiches(found)] == [["okra-zuid"]] * 3
    assert goals(found) == list(GOALS)
    assert len(told(found, "status", Certainty.READ)) == 3
    assert not [one for one in found.account.lines if one.fate is Fate.LEFT]


@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize("head", ["Fiche {0} {1}", "Actie {0}: {1}", "{0} {1}"])
def test_each_action_comes_once_with_what_the_table_says_of_it(head: str, last: bool) -> None:
    check(taken(plan(fiche_of=head, last=last)))


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed: nothing makes a PDF")
def test_so_it_does_in_a_pdf() -> None:
    check(taken(plan(), "pdf"))


def test_numbers_of_three_levels_are_joined_too() -> None:
    rows = [(f"{row[0]}.1", *row[1:]) for row in ROWS]
    found = taken(plan(rows, fiche_of="Actie {0}.1 {1}", goal_of="Strategische doelstelling {n}: {goal}"))
    check(found)


def test_titles_alone_join_a_table_without_numbers() -> None:
    check(taken(plan([row[1:] for row in ROWS], heads=HEADS[1:], last=True)))


def test_a_shorter_title_with_the_same_number_is_the_same_action() -> None:
    rows = [("1.1", "fietsbus", *ROWS[0][2:]), ROWS[1], ROWS[2]]
    check(taken(plan(rows)))


def test_goals_in_the_table_are_those_of_the_headings() -> None:
    rows = [
        ("Doel 1: Iedereen komt buiten", "", "", "", ""),
        *ROWS[:2],
        ("Doel 2: Sporten helpt", "", "", "", ""),
        ROWS[2],
    ]
    check(taken(plan(rows)))


def test_goals_that_only_the_table_has_stand_above_the_fiches() -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    rows = [(GOALS[int(row[0][0]) - 1], *row[1:]) for row in ROWS]
    overview(word, ("Doelstelling", *HEADS[1:]), rows)
    for row in ROWS:
        fiche(word, f"Fiche: {row[1]}")
    found = taken(word)
    assert goals(found) == list(GOALS)
    assert [(one["number"], one["title"]) for one in fiches(found)] == [
        ("1.1.1", NAMES[0]),
        ("1.1.2", NAMES[1]),
        ("2.1.1", NAMES[2]),
    ]
    assert [one["status"] for one in fiches(found)] == ["running", "planned", "on-hold"]


def test_what_both_say_alike_is_said_once() -> None:
    found = taken(plan(facts=["Trekker: OCMW Zandhove", "Timing: 1 januari 2027 tot 31 december 2027"]))
    assert [one["lead"] for one in fiches(found)] == [["ocmw-zandhove"]] * 3
    other = told(found, "lead", Certainty.UNCLEAR)
    assert [one.words for one in other] == ["WZC Zuiderlicht", "Logo Zuid"]
    # The months lie within the year of the fiche.
    assert {one["due"] for one in fiches(found)} == {"31 december 2027"}
    assert told(found, "due", Certainty.UNCLEAR) == []
    assert "mei 2027" not in "".join(text for path, text in found.files.items() if "actions" in path)


def test_another_state_in_the_table_is_told() -> None:
    found = taken(plan(facts=["Stand: afgerond"]))
    assert [one["status"] for one in fiches(found)] == ["done"] * 3
    assert [one.words for one in told(found, "status", Certainty.UNCLEAR)] == [row[4] for row in ROWS]


def test_what_the_fiche_does_not_say_in_a_way_that_is_understood_comes_from_the_table() -> None:
    found = taken(plan(facts=["Timing: zodra er geld is"]))
    assert [one["due"] for one in fiches(found)] == ["mei 2027", "eind 2027", "juni 2027"]
    assert all("zodra er geld is" in text for path, text in found.files.items() if "actions" in path)


def test_an_action_without_a_fiche_stands_under_its_goal() -> None:
    found = taken(plan(only=2))
    assert [(one["number"], one["title"]) for one in fiches(found)] == [
        ("1.1.1", NAMES[0]),
        ("1.1.2", NAMES[1]),
        ("2.1.1", NAMES[2]),
    ]
    assert goals(found) == list(GOALS)
    assert [one["status"] for one in fiches(found)] == ["running", "planned", "on-hold"]


def test_two_tables_without_fiches_are_joined_by_number_and_title() -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    overview(word, HEADS, ROWS)
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        rows = [(row[0], row[1], "Okra Zuid", f"{row[0][0]}0 deelnemers") for row in ROWS if row[0][0] == str(number)]
        word.table([("Nr.", "Actie", "Partners", "Indicator"), *rows], widths=(2, 6, 4, 4))
    check(taken(word))


# What is no overview


def test_the_same_title_under_two_goals_stays_two_actions() -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        rows = [("Netwerkdag", "Okra Zuid", "mei 2027"), (f"Folder {number}", "OCMW Zandhove", "juni 2027")]
        word.table([("Actie", "Trekker", "Tegen"), *rows], widths=(6, 4, 4))
    found = taken(word)
    assert [one["title"] for one in fiches(found)] == ["Netwerkdag", "Folder 1", "Netwerkdag", "Folder 2"]


def test_a_table_with_other_actions_is_none() -> None:
    rows = [
        ("3.1", "Moestuin", "Okra Zuid", "mei 2027", "lopend"),
        ("3.2", "Kookles", "Okra Zuid", "mei 2027", "lopend"),
    ]
    found = taken(plan(rows, last=True))
    assert [one["title"] for one in fiches(found)] == [*NAMES, "Moestuin", "Kookles"]


def test_the_same_number_with_another_title_is_another_action() -> None:
    rows = [("1.1", "Moestuin", *ROWS[0][2:]), ("2.1", "Kookles", *ROWS[2][2:])]
    assert {one["title"] for one in fiches(taken(plan(rows)))} == {*NAMES, "Moestuin", "Kookles"}


# A table about another time


@pytest.mark.parametrize(
    "head", ["Terugblik op 2026", "Stand van de acties van 2026", "Evaluatie van vorig jaar", "Wat deden we in 2026?"]
)
@pytest.mark.parametrize("last", [False, True], ids=["first", "last"])
def test_what_a_table_says_of_an_earlier_year_is_no_value_of_this_one(head: str, last: bool) -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    rows = [("Actie", "Trekker", "Stand"), *((row[1], row[2], "afgerond") for row in ROWS)]

    def table() -> None:
        word.heading(1, head)
        word.table(rows, widths=(6, 4, 4))

    if not last:
        table()
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        for row in [one for one in ROWS if one[0].startswith(str(number))]:
            fiche(word, f"Fiche {row[0]} {row[1]}", "Trekker: OCMW Zandhove")
    if last:
        table()
    found = taken(word)
    assert [one["title"] for one in fiches(found)] == NAMES
    assert {one["status"] for one in fiches(found)} == {"planned"}
    assert {one["lead"][0] for one in fiches(found)} == {"ocmw-zandhove"}
    assert len(told(found, "status", Certainty.UNCLEAR)) == 3


# Tables and fiches of other makes


def test_titles_in_short_are_those_of_the_fiches_and_that_is_told() -> None:
    rows = [(title, *row[2:]) for title, row in zip(("Fietsbus", "Soep", "Zwemmen"), ROWS, strict=True)]
    found = taken(plan(rows, heads=HEADS[1:], last=True))
    check(found)
    titles = told(found, "title", Certainty.GUESSED)
    assert [one.words for one in titles] == ["Fietsbus", "Soep", "Zwemmen"]


def test_a_title_that_fits_two_fiches_is_that_of_none() -> None:
    rows = [("Fietsbus voor senioren in de stad", *ROWS[0][2:]), ("op", *ROWS[2][2:])]
    found = taken(plan([*rows, ("Zand", *ROWS[1][2:])], heads=HEADS[1:], last=True))
    assert len(fiches(found)) == len(ROWS) + 3


@pytest.mark.parametrize("code", ["F{n}", "{n}"])
@pytest.mark.parametrize("goal_of", ["Doel {n}: {goal}", ""])
def test_codes_before_the_titles_are_no_part_of_them(code: str, goal_of: str) -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    codes = [code.format(n=number) for number in range(1, 4)]
    overview(word, HEADS, [(one, *row[1:]) for one, row in zip(codes, ROWS, strict=True)])
    for number, goal in enumerate(GOALS, 1):
        if goal_of:
            word.heading(1, goal_of.format(n=number, goal=goal))
        for one, row in zip(codes, ROWS, strict=True):
            if row[0].startswith(str(number)):
                fiche(word, f"{'Fiche ' if one.isdigit() else ''}{one} {row[1]}")
    found = taken(word)
    assert [one["title"] for one in fiches(found)] == NAMES
    assert [one["status"] for one in fiches(found)] == ["running", "planned", "on-hold"]
    assert not goal_of or goals(found) == list(GOALS)


def test_columns_for_the_goals_say_again_what_the_headings_say() -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    rows = [(f"SD {row[0][0]}", f"OD {row[0][0]}.1", f"{row[0][0]}.1.{row[0][2]} {row[1]}", *row[2:]) for row in ROWS]
    word.heading(1, "Overzichtstabel")
    word.table([("SD", "OD", "Actie", *HEADS[2:]), *rows], widths=(2, 2, 5, 3, 3, 2))
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"SD {number}: {goal}")
        word.heading(2, f"OD {number}.1: Deel {number}")
        for row in [one for one in ROWS if one[0].startswith(str(number))]:
            word.heading(3, f"{number}.1.{row[0][2]} {row[1]}")
            word.para("Waarom?", "Omdat het nodig is.", "Partners: Okra Zuid")
    check(taken(word))


@pytest.mark.parametrize("bold", [True, False])
def test_titles_in_bold_are_the_actions_of_the_table(*, bold: bool) -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    overview(word, HEADS[1:], [row[1:] for row in ROWS])
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        for row in [one for one in ROWS if one[0].startswith(str(number))]:
            if bold:
                word.para(row[1], bold=True)
                word.para("Dit is nodig.", "Partners: Okra Zuid")
            else:
                word.para(f"{row[1]}.", bold=True).add_run(" Dit is nodig. Partners: Okra Zuid")
    check(taken(word))


def test_what_three_tables_say_of_an_action_comes_into_one_fiche() -> None:
    word = plan()
    word.heading(1, "Wie trekt wat?")
    word.table([("Actie", "Trekker", "Budget"), *((row[1], row[2], "500 euro") for row in ROWS)], widths=(6, 4, 4))
    check(taken(word))
