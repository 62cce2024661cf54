"""Where a goal or an action begins and ends: chapters with a number, headings above tables that are times, closing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
import yaml
from intake_word import Word

from elzctl.intake.ledger import Certainty, Fate
from elzctl.intake.plan.chapters import ABOVE_TABLE
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken


def taken(text: str | Word, name: str = "plan.md") -> Taken:
    data, name = (text.encode(), name) if isinstance(text, str) else (text.data(), "plan.docx")
    return take_plan(read(name, data), PlanOptions(today=date(2026, 11, 1)))


def goals(found: Taken) -> list[tuple[str, str]]:
    """The numbers and titles of the strategic goals."""
    rows = yaml.safe_load(found.files["plan/goals.yaml"].replace("number:", "number: !!str")) or []
    return [(goal["number"], goal["title"]) for goal in rows]


def fiches(found: Taken) -> dict[str, dict[str, Any]]:
    """What stands above each fiche, by its title."""
    tops = [text.split("---")[1] for path, text in found.files.items() if path.startswith("plan/actions/")]
    return {one["title"]: one for one in (yaml.safe_load(top.replace("number:", "number: !!str")) for top in tops)}


def chapters(found: Taken) -> dict[str, str]:
    """The texts by their titles."""
    texts = [text.split("---", 2) for path, text in found.files.items() if path.startswith("plan/texts/")]
    return {str(yaml.safe_load(top)["title"]): body.strip() for _, top, body in texts}


# Chapters with a number among the goals

FORM = "\n\nTrekker: OCMW Zandhove\n\nTiming: 2027\n\nStatus: lopend\n\n"
DEEP = (
    "## {a}. Zorg in de buurt\n\n### {a}.1 Thuis\n\n#### {a}.1.1 Klusdienst" + FORM + "#### {a}.1.2 Nachtzuster" + FORM
    + "## {b}. Gezonde jeugd\n\n### {b}.1 School\n\n#### {b}.1.1 Schoolfruit" + FORM
)  # fmt: skip
FLAT = (
    "## {a}. Zorg in de buurt\n\n### {a}.1 Klusdienst" + FORM + "### {a}.2 Nachtzuster" + FORM
    + "## {b}. Gezonde jeugd\n\n### {b}.1 Schoolfruit" + FORM
)  # fmt: skip
TITLE = "# Actieplan 2027 ELZ Zuiderzand\n\n"


@pytest.mark.parametrize("plan", [DEEP, FLAT], ids=["three levels", "two levels"])
@pytest.mark.parametrize(
    ("head", "title", "first"),
    [
        ("## 0. Waar staan we?", "Waar staan we?", 1),
        ("## 0 Terugblik", "Terugblik", 1),
        ("## 0. Wat vooraf ging", "Wat vooraf ging", 1),
        ("## 1. Inleiding", "Inleiding", 2),
        ("## 1. Terugblik op 2026", "Terugblik op 2026", 2),
        ("## 1. Missie en visie", "Missie en visie", 2),
        ("## 1. Wie zijn we?", "Wie zijn we?", 2),
    ],
)
def test_a_numbered_chapter_before_the_goals_is_no_goal(plan: str, head: str, title: str, first: int) -> None:
    text = "Acht acties liepen, en twee stopten."
    found = taken(f"{TITLE}{head}\n\n{text}\n\n{plan.format(a=first, b=first + 1)}")
    assert goals(found) == [(str(first), "Zorg in de buurt"), (str(first + 1), "Gezonde jeugd")]
    assert chapters(found) == {title: text}
    [entry] = [one for one in found.account.entries if one.field == "title" and one.value == title]
    assert entry.certainty is Certainty.GUESSED
    assert list(fiches(found)) == ["Klusdienst", "Nachtzuster", "Schoolfruit"]


@pytest.mark.parametrize("plan", [DEEP, FLAT], ids=["three levels", "two levels"])
@pytest.mark.parametrize("title", ["Opvolging en evaluatie", "Communicatie", "Begroting 2027", "Hoe volgen we dit op?"])
def test_a_numbered_chapter_behind_the_goals_is_no_goal(plan: str, title: str) -> None:
    found = taken(f"{TITLE}{plan.format(a=1, b=2)}## 3. {title}\n\nWe bekijken dit in december.\n\n")
    assert goals(found) == [("1", "Zorg in de buurt"), ("2", "Gezonde jeugd")]
    assert list(chapters(found).values()) == ["We bekijken dit in december."]
    assert "We bekijken" not in "".join(text for path, text in found.files.items() if "actions" in path)


def test_chapters_with_numbers_below_them_are_whole() -> None:
    before = "## 1. Inleiding\n\n### 1.1 Situering\n\nDrie gemeenten.\n\n### 1.2 Onze partners\n\nTwintig huizen.\n\n"
    found = taken(f"{TITLE}{before}{DEEP.format(a=2, b=3)}")
    assert goals(found) == [("2", "Zorg in de buurt"), ("3", "Gezonde jeugd")]
    assert (
        re.sub(r"[#\n]+ ?", "|", chapters(found)["Inleiding"])
        == "|Situering|Drie gemeenten.|Onze partners|Twintig huizen."
    )


@pytest.mark.parametrize("place", ["between", "last"])
def test_a_goal_with_nothing_below_it_stays_one_and_is_a_guess(place: str) -> None:
    goal = "## {n}. Sterke mantelzorgers\n\nIn het voorjaar werken we de acties uit.\n\n"
    parts = re.split(r"(?m)^(?=## )", DEEP.format(a=1, b=2 if place == "last" else 3))[1:]
    parts.insert(1 if place == "between" else 2, goal.format(n=2 if place == "between" else 3))
    found = taken(TITLE + "".join(parts))
    assert [title for _, title in goals(found)].count("Sterke mantelzorgers") == 1
    number = "2" if place == "between" else "3"
    [entry] = [one for one in found.account.entries if one.field == f"goals[{number}].title"]
    assert entry.certainty is Certainty.GUESSED


def test_a_goal_about_communication_with_actions_stays_one() -> None:
    found = taken(TITLE + DEEP.format(a=1, b=2).replace("Gezonde jeugd", "Communicatie"))
    assert goals(found) == [("1", "Zorg in de buurt"), ("2", "Communicatie")]


def test_a_plan_of_goals_alone_keeps_them() -> None:
    found = taken(f"{TITLE}## Doel 1: Communicatie\n\nBeter.\n\n## Doel 2: Wie zorgt er?\n\nIedereen.\n\n")
    assert [title for _, title in goals(found)] == ["Communicatie", "Wie zorgt er?"]


# Headings above tables

ROWS = {
    1: (("Valweek", "Logo Zuid"), ("Kookles", "Okra Zuid")),
    2: (("Zomerbar", "OCMW Zandhove"),),
}


def tables(*heads: str, level: int = 1, due: Sequence[str] = (), after: str = "", sentence: str = "") -> Word:
    """A plan with a table under each heading, with a column for when or without."""
    word = Word()
    word.title("Jaarplan 2027 ELZ Zuiderzand")
    word.para("Opgemaakt voor de zorgraad, die het plan elk kwartaal bekijkt.")
    for number, head in enumerate(heads, 1):
        word.heading(level, head)
        if sentence:
            word.para(sentence)
        rows = [(*row, *due[:1]) for row in ROWS[number]]
        word.table([("Actie", "Trekker", *(["Klaar tegen"] if due else [])), *rows], widths=(6, 4, 4)[: 2 + bool(due)])
    if after:
        word.para(after)
    return word


QUARTERS = (
    ("Eerste kwartaal", "Tweede kwartaal"),
    ("Eerste kwartaal (januari – maart)", "Tweede kwartaal (april – juni)"),
    ("Kwartaal 1", "Kwartaal 2"),
    ("Q1 2027", "Q2 2027"),
    ("Januari", "April"),
    ("Voorjaar 2027", "Zomer 2027"),
    ("1ste semester", "2de semester"),
)


@pytest.mark.parametrize("heads", QUARTERS, ids=lambda heads: heads[0])
def test_a_time_above_a_table_is_no_goal_and_no_chapter(heads: tuple[str, str]) -> None:
    found = taken(tables(*heads))
    assert list(fiches(found)) == ["Valweek", "Kookles", "Zomerbar"]
    assert not {title for _, title in goals(found)} & set(heads)
    assert not set(chapters(found)) & set(heads)
    assert found.account.left == ()


@pytest.mark.parametrize("heads", QUARTERS[:6], ids=lambda heads: heads[0])
def test_it_says_when_where_no_column_does(heads: tuple[str, str]) -> None:
    found = taken(tables(*heads))
    made = fiches(found)
    assert all("2027" in made[title]["due"] for title in made)
    assert made["Valweek"]["due"] == made["Kookles"]["due"] != made["Zomerbar"]["due"]
    dues = [one for one in found.account.entries if one.field == "due"]
    assert {one.certainty for one in dues} == {Certainty.GUESSED}


def test_a_column_says_it_better() -> None:
    made = fiches(taken(tables(*QUARTERS[0], due=["15 mei 2027"])))
    assert {one["due"] for one in made.values()} == {"15 mei 2027"}


def test_a_text_behind_the_last_table_stands_behind_the_goals_and_bears_no_time() -> None:
    after = "Afspraken: elke trekker meldt op tijd hoe het loopt. Wie niets laat weten, krijgt een telefoontje."
    found = taken(tables(*QUARTERS[1], after=after))
    assert chapters(found)["Afspraken"] == after
    [entry] = [one for one in found.account.entries if one.field == "title" and one.value == "Afspraken"]
    assert entry.certainty is Certainty.GUESSED
    settings = yaml.safe_load(found.files["plan/plan.yaml"])
    assert settings["chapters"]["after"] == ["afspraken"]


@pytest.mark.parametrize("sentence", ["", "Dit vinden we belangrijk voor iedereen in de zone."])
def test_other_headings_above_tables_are_goals_by_their_place(sentence: str) -> None:
    found = taken(tables("Ouder worden in de buurt", "Gezond bewegen", sentence=sentence))
    assert [title for _, title in goals(found)] == ["Ouder worden in de buurt", "Gezond bewegen"]
    titles = [one for one in found.account.entries if re.fullmatch(r"goals\[\d\]\.title", one.field)]
    assert {one.certainty for one in titles} == {Certainty.GUESSED}
    assert [one["number"] for one in fiches(found).values()] == ["1.1.1", "1.1.2", "2.1.1"]
    assert not sentence or found.files["plan/goals.yaml"].count(sentence) == 2


def test_headings_that_tell_how_the_actions_stand_are_no_goals() -> None:
    found = taken(tables("Lopende acties", "Nieuwe acties"))
    assert not {title for _, title in goals(found)} & {"Lopende acties", "Nieuwe acties"}
    made = fiches(found)
    assert [one["status"] for one in made.values()] == ["running", "running", "planned"]
    states = [one for one in found.account.entries if one.field == "status"]
    assert {one.certainty for one in states} == {Certainty.GUESSED}
    assert found.account.left == ()


def test_one_table_under_a_heading_for_all_actions_makes_no_goal_of_it() -> None:
    found = taken(tables("Acties voor 2027"))
    assert "Acties voor 2027" not in {title for _, title in goals(found)}
    assert len(fiches(found)) == 3 - 1


def test_a_heading_above_one_table_is_told_as_such() -> None:
    found = taken(tables("In de wijken"))
    [left] = found.account.left
    assert (left.words, left.reason) == ("In de wijken", ABOVE_TABLE)


# What closes a plan, and what stays open

PLAN = (
    "Actieplan 2027 ELZ Zuiderzand\n\nSD 1: Zorg\n\nOD 1.1: Thuis\n\n1.1.1 Klusdienst\n\nTrekker: OCMW Zandhove\n\nStatus: lopend\n\n"
    "1.1.2 Nachtzuster\n\nWe zoeken een nachtzuster.\n\nTrekker: Logo Zuid\n\nStatus: lopend\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Vragen? Bel of mail gerust: info@elzzuiderzand.be of 058 00 00 00.",
        "Contact: info@elzzuiderzand.be",
        "Meer weten? Surf naar www.elzzuiderzand.be of bel 058 00 00 00.",
        "Met vragen kan je terecht op 058 00 00 00.",
        "Heb je nog opmerkingen, mail dan naar info@elzzuiderzand.be.",
        "Voor akkoord: de voorzitter van de zorgraad",
    ],
)
def test_a_closing_line_is_in_no_action(line: str) -> None:
    found = taken(f"{PLAN}{line}\n", "plan.txt")
    first = line.split(maxsplit=1)[0]
    assert all(first not in text for path, text in found.files.items() if "actions" in path)
    assert any(first in one.words for one in found.account.left)


@pytest.mark.parametrize("line", ["Contact: info@elzzuiderzand.be", "Vragen? Mail info@elzzuiderzand.be."])
def test_a_line_that_other_actions_have_too_stays_in_its_action(line: str) -> None:
    text = f"{PLAN}{line}\n".replace("1.1.2 Nacht", f"{line}\n\n1.1.2 Nacht")
    found = taken(text, "plan.txt")
    words = line.split(maxsplit=1)[0].strip("?:")
    assert sum(words in one for path, one in found.files.items() if "actions" in path) == 2


def test_a_sentence_about_questions_stays_in_the_last_action() -> None:
    found = taken(f"{PLAN}Vragen van bewoners gaan naar het loket, dat elke dag open is.\n", "plan.txt")
    assert "Vragen van bewoners" in "".join(text for path, text in found.files.items() if "actions" in path)


@pytest.mark.parametrize(
    "words", ["nog te bepalen", "nog te zoeken", "n.t.b.", "nog niet gekend", "wordt later bepaald", "?", "vacant"]
)
@pytest.mark.parametrize(("label", "field"), [("Trekker", "lead"), ("Partners", "partners")])
def test_who_is_not_known_yet_is_told_and_no_text(words: str, label: str, field: str) -> None:
    text = PLAN.replace("Trekker: Logo Zuid", f"{label}: {words}")
    found = taken(text, "plan.txt")
    [entry] = [one for one in found.account.entries if one.field == field and one.words == words]
    assert (entry.certainty, entry.value) == (Certainty.UNCLEAR, "")
    fiche = next(text for path, text in found.files.items() if "nachtzuster" in path)
    assert words not in fiche.replace("We zoeken een nachtzuster.", "")
    assert "Met wie" not in fiche


def test_a_heading_above_a_form_leaves_no_empty_heading() -> None:
    word = Word()
    word.title("Actieplan 2027 ELZ Zuiderzand")
    word.heading(1, "Doel 1: Zorg")
    for number, title in enumerate(("Klusdienst", "Nachtzuster"), 1):
        word.heading(2, f"Fiche 1.{number} {title}")
        word.heading(3, "Wat?")
        word.para("We doen iets.")
        word.heading(3, "In de praktijk")
        word.table([("Trekker", "OCMW Zandhove"), ("Timing", "2027")], widths=(4, 12))
        word.heading(3, "Goed om te weten")
        word.para("Het kost niets.")
    found = taken(word)
    texts = [text for path, text in found.files.items() if "actions" in path]
    assert all("In de praktijk" not in text and "### Goed om te weten\n\nHet kost niets." in text for text in texts)
    assert found.account.left == ()
    assert not [one for one in found.account.lines if one.fate is Fate.LEFT]
