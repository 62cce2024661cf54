"""Charters whose actions nothing calls so but their place: bold words before a text, bold lines and headings under goals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import yaml
from intake_word import OFFICE, Word, converted

from elzctl.intake.ledger import Certainty
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

GOALS = ("Niemand eet alleen", "Jongeren vinden hulp", "Wie zorgt, krijgt zorg")
ACTIONS = {
    1: (
        ("Buurttafels", "De parochiezaal opent elke donderdag haar deuren. OCMW Linde kookt, Okra Linde dekt de tafels. Dit loopt al."),
        ("Maaltijd aan huis", "Wie niet buiten kan, krijgt een warme maaltijd. We mikken op veertig gezinnen. Nog niet gestart."),
    ),
    2: (
        ("Praatbank op school", "Twee scholen zetten een bank in de tuin, samen met het CLB. Deze actie is afgerond."),
        ("Open huis voor twintigers", "Het JAC zoekt een pand in de Statiestraat. Deze actie staat on hold tot de gemeente beslist."),
        ("Kaart met hulplijnen", "Een kaart van het formaat van een bankkaart, in vier talen."),
    ),
    3: (("Ademruimte", "Een vrijwilliger neemt een namiddag over. Zo kan de mantelzorger even weg."),),
}  # fmt: skip
ALL = [action for actions in ACTIONS.values() for action in actions]
Make = Callable[[Word, str, str], None]


def run_in(word: Word, title: str, text: str, end: str = ".") -> None:
    paragraph = word.para(f"{title}{end}", bold=True)
    paragraph.add_run(f" {text}")


def with_colon(word: Word, title: str, text: str) -> None:
    run_in(word, title, text, ":")


def with_dash(word: Word, title: str, text: str) -> None:
    paragraph = word.para(title, bold=True)
    paragraph.add_run(f" – {text}")


def named_run_in(word: Word, title: str, text: str) -> None:
    paragraph = word.para("Actie: ")
    paragraph.add_run(f"{title}.").bold = True
    paragraph.add_run(f" {text}")


def named_all_bold(word: Word, title: str, text: str) -> None:
    paragraph = word.para(f"Actie: {title}.", bold=True)
    paragraph.add_run(f" {text}")


def named_plain(word: Word, title: str, text: str) -> None:
    word.para(f"Actie: {title}. {text}")


def own_line(word: Word, title: str, text: str) -> None:
    word.para(title, bold=True)
    word.para(text)


def own_line_in_two(word: Word, title: str, text: str) -> None:
    own_line(word, title, text)
    word.para("Meer hierover staat op onze website.")


def heading(word: Word, title: str, text: str) -> None:
    word.heading(2, title)
    word.para(text)


def lower_heading(word: Word, title: str, text: str) -> None:
    word.heading(3, title)
    word.para(text)


MAKES: tuple[Make, ...] = (
    run_in,
    with_colon,
    with_dash,
    named_run_in,
    named_all_bold,
    named_plain,
    own_line,
    own_line_in_two,
    heading,
    lower_heading,
)
NAMED = (named_run_in, named_all_bold, named_plain)
ABOVE = ("Doel {n}: {goal}", "Pijler {letter}. {goal}", "Ambitie {n} – {goal}")


def charter(make: Make, above: str = ABOVE[0], *, intro: bool = True) -> Word:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    word.heading(1, "Wie we zijn")
    word.para("Twaalf organisaties uit drie gemeenten werken samen sinds 2021.")
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, above.format(n=number, letter="ABC"[number - 1], goal=goal))
        if intro:
            word.para("Daar zijn goede redenen voor, zegt de bevraging van vorig jaar.")
        for title, text in ACTIONS[number]:
            make(word, title, text)
    word.heading(1, "Afspraken")
    word.para("We beslissen samen. Wie stopt, zegt het op tijd.")
    return word


def taken(data: bytes, name: str = "charter.docx") -> Taken:
    return take_plan(read(name, data), PlanOptions(today=date(2026, 3, 1)))


def fiches(found: Taken) -> list[tuple[dict[str, Any], str]]:
    """What stands above each fiche and its text, in the order of the document."""
    parts = [text.split("---\n", 2) for path, text in found.files.items() if path.startswith("plan/actions/")]
    return [(yaml.safe_load(top.replace("number:", "number: !!str")), below) for _, top, below in parts]


def check(found: Taken) -> None:
    made = fiches(found)
    assert [one["title"] for one, _ in made] == [title for title, _ in ALL]
    assert [one["number"].split(".")[0] for one, _ in made] == ["1", "1", "2", "2", "2", "3"]
    assert [goal["title"] for goal in yaml.safe_load(found.files["plan/goals.yaml"])] == list(GOALS)
    # Each has its own text, and nothing of the one behind it.
    for (_, text), (_, words) in zip(made, ALL, strict=True):
        assert words.split(".")[0] in text
        assert sum(other.split(".")[0] in text for _, other in ALL) == 1
    assert (made[2][0]["status"], made[3][0]["status"]) == ("done", "on-hold")
    assert {path for path in found.files if "texts" in path} == {"plan/texts/zijn.md", "plan/texts/afspraken.md"} or {
        path for path in found.files if "texts" in path
    } == {"plan/texts/wie-zijn.md", "plan/texts/afspraken.md"}


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("make", MAKES, ids=lambda make: make.__name__)
def test_each_title_under_a_goal_is_an_action(make: Make, above: str) -> None:
    check(taken(charter(make, above).data()))


@pytest.mark.parametrize("make", MAKES, ids=lambda make: make.__name__)
def test_so_it_is_without_a_sentence_below_the_goal(make: Make) -> None:
    check(taken(charter(make, intro=False).data()))


@pytest.mark.parametrize("make", MAKES, ids=lambda make: make.__name__)
def test_what_only_the_place_calls_an_action_is_guessed_and_told(make: Make) -> None:
    found = taken(charter(make).data())
    titles = [one for one in found.account.entries if one.field == "title" and "actions" in one.path]
    assert {one.certainty for one in titles} == {Certainty.READ if make in NAMED else Certainty.GUESSED}
    is_told = any("nothing else calls them" in str(remark) for remark in found.remarks)
    assert is_told is (make not in NAMED)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed: nothing makes a PDF")
def test_so_it_is_in_a_pdf() -> None:
    makes = (run_in, own_line, named_run_in, heading)
    made = converted({f"{make.__name__}.docx": charter(make).data() for make in makes}, "pdf")
    for data in made.values():
        check(taken(data, "charter.pdf"))


@pytest.mark.parametrize("end", [".", ":", ""])
def test_so_it_is_in_markdown(end: str) -> None:
    lines = ["# Charter Netwerk Linde 2026", "## Wie we zijn", "Twaalf organisaties werken samen."]
    for number, goal in enumerate(GOALS, 1):
        lines.append(f"## Doel {number}: {goal}")
        lines += [f"**{title}{end}**{' ' if end else chr(10) * 2}{text}" for title, text in ACTIONS[number]]
    lines += ["## Afspraken", "We beslissen samen."]
    check(taken("\n\n".join(lines).encode(), "charter.md"))


def test_a_label_below_each_goal_is_no_action_beside_the_titles() -> None:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        run_in(word, "Waarom dit doel", f"Omdat straat {number} het vroeg.")
        for title, text in ACTIONS[number]:
            run_in(word, title, text)
    found = taken(word.data())
    assert [one["title"] for one, _ in fiches(found)] == [title for title, _ in ALL]
    assert found.files["plan/goals.yaml"].count("het vroeg.") == 3


def test_one_title_that_looks_like_a_label_is_an_action_as_the_others() -> None:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    word.heading(1, "Doel 1: Niemand eet alleen")
    titles = (
        "Buurttafels",
        "Eén contactpunt",
        "Samenwerking met de kerk",
        "Praatbank",
        "Soepdag",
        "Open deur",
        "Feest",
    )
    for title in titles:
        run_in(word, title, "We doen dit samen met de buurt.")
    assert [one["title"] for one, _ in fiches(taken(word.data()))] == list(titles)


# What is no action


def no_actions(found: Taken) -> None:
    assert fiches(found) == []
    assert any("No action was found" in str(remark) for remark in found.remarks)


@pytest.mark.parametrize("make", [run_in, with_colon, own_line, heading], ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "titles",
    [
        ("Context", "Aanpak"),
        ("Waarom", "Hoe"),
        ("Vertrekpunt", "Wat we willen"),
        ("Wat willen we bereiken?", "Waar staan we nu?"),
    ],
)
def test_titles_that_come_back_under_each_goal_are_its_labels(make: Make, titles: tuple[str, str]) -> None:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        for title in titles:
            make(word, title, f"Dit is een zin over doel {number} die wat uitlegt.")
    assert not {one["title"] for one, _ in fiches(taken(word.data()))} & set(titles)


def test_bold_words_at_the_head_of_a_sentence_are_no_title() -> None:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        for first in ("Iedereen", "Veel buren", "Onze jongeren"):
            word.para(first, bold=True).add_run(f" telt mee in straat {number}, en dat blijft zo.")
    no_actions(taken(word.data()))


@pytest.mark.parametrize("make", [run_in, with_colon, own_line], ids=lambda make: make.__name__)
def test_who_does_what_is_no_list_of_actions(make: Make) -> None:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    houses = iter(("OCMW Linde", "CAW Kempen", "Huis van het Kind Linde", "vzw De Brug", "Logo Kempen", "WZC Linde"))
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        for _ in range(2):
            make(word, next(houses), f"Deze organisatie neemt de wijk {number} voor haar rekening.")
    assert fiches(taken(word.data())) == []


def test_one_bold_line_in_a_whole_charter_is_no_action() -> None:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    for number, goal in enumerate(GOALS, 1):
        word.heading(1, f"Doel {number}: {goal}")
        word.para("We vertrekken van wat mensen ons vertellen in de bevraging.")
    word.para("Belangrijk", bold=True)
    word.para("Niemand hoeft iets te betalen.")
    no_actions(taken(word.data()))


def test_where_actions_have_numbers_bold_words_in_their_text_stay_there() -> None:
    word = Word()
    word.title("Actieplan 2026 ELZ Linde")
    word.heading(1, "Doel 1: Niemand eet alleen")
    for number, (title, text) in enumerate(ACTIONS[1], 1):
        word.heading(2, f"Actie 1.{number}: {title}")
        run_in(word, "Wat we weten", text)
        run_in(word, "Wat we hopen", "Dat het beter wordt.")
    found = taken(word.data())
    assert [one["title"] for one, _ in fiches(found)] == [title for title, _ in ACTIONS[1]]


def test_the_word_action_before_a_sentence_in_a_fiche_begins_no_other_one() -> None:
    word = Word()
    word.title("Actieplan 2026 ELZ Linde")
    word.heading(1, "Doel 1: Niemand eet alleen")
    for number, (title, text) in enumerate(ACTIONS[1], 1):
        word.heading(2, f"Actie 1.{number}: {title}")
        word.para("Trekker: OCMW Linde", text, "Actie: we bellen eerst alle scholen. Daarna volgt een brief.")
    found = taken(word.data())
    assert [one["title"] for one, _ in fiches(found)] == [title for title, _ in ACTIONS[1]]


def test_facts_behind_an_action_that_is_called_so_are_still_read() -> None:
    word = Word()
    word.title("Charter Netwerk Linde 2026")
    word.heading(1, "Doel 1: Niemand eet alleen")
    for title, _ in ACTIONS[2]:
        paragraph = word.para("Actie: ")
        paragraph.add_run(f"{title}.").bold = True
        paragraph.add_run(" We doen dit in elke wijk. Trekker: OCMW Linde. Timing: mei 2026. Stand: afgerond.")
    made = fiches(taken(word.data()))
    assert [one["title"] for one, _ in made] == [title for title, _ in ACTIONS[2]]
    assert {(one["lead"][0], one["due"], one["status"]) for one, _ in made} == {("ocmw-linde", "mei 2026", "done")}
