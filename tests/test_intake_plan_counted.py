"""Numbers in words as targets, and how sure it is that a number is aimed at."""

from __future__ import annotations

import pytest

from elzctl.intake.plan.indicators import several, target_in
from elzctl.intake.plan.number_words import in_figures


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Vier cafés", "4", "cafés"),
        ("minstens tien deelnemers per café", "10", "deelnemers"),
        ("vijfentwintig gezinnen", "25", "gezinnen"),
        ("tweeëndertig scholen", "32", "scholen"),
        ("honderdvijftig folders", "150", "folders"),
        ("tweeduizend vijfhonderd folders", "2500", "folders"),
        ("Acht sessies", "8", "sessies"),
        ("één website", "1", "website"),
        ("minstens een overleg", "1", "overleg"),
        ("at least ten people", "10", "people"),
        ("four cafés", "4", "cafés"),
        ("Aantal deelnemers: 40", "40", ""),
        ("200 wandelaars", "200", "wandelaars"),
        ("150 afgenomen vragenlijsten", "150", "afgenomen vragenlijsten"),
        ("7 opgevolgd of beëindigd", "7", "opgevolgd"),
    ],
)
def test_a_number_in_words_is_a_target_and_sure_where_a_criterion_begins_with_it(
    text: str, number: str, unit: str
) -> None:
    found = target_in(text)
    assert found is not None
    assert (found.number, found.unit, found.sure) == (number, unit, True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("een twintigtal vrijwilligers", "20"),
        ("een dozijn cafés", "12"),
        ("ongeveer 25 deelnemers", "25"),
        ("zo'n dertig gezinnen", "30"),
        ("± 40 huizen", "40"),
    ],
)
def test_about_so_many_is_a_guess(text: str, number: str) -> None:
    found = target_in(text)
    assert found is not None
    assert found.number == number
    assert found.why is not None
    assert "about" in found.why.text


@pytest.mark.parametrize(
    ("text", "number"),
    [("We organiseren vier cafés", "4"), ("Deelname van 12 huisartsen", "12"), ("We bereiken 40 mensen", "40")],
)
def test_a_number_inside_a_sentence_is_a_guess(text: str, number: str) -> None:
    found = target_in(text)
    assert found is not None
    assert (found.number, found.sure) == (number, False)


@pytest.mark.parametrize(
    "text",
    [
        "een café in elke wijk",
        "Vier samen feest",
        "Acht slaan op signalen",
        "tientallen deelnemers",
        "honderden mensen",
        "De vier gemeenten doen mee",
        "Evaluatie na 3 maanden",
        "zes à acht sessies",
        "een en ander is klaar",
        "elke vrouw heeft één aanspreekpunt",
        "Ten huize van",
    ],
)
def test_other_words_are_no_target(text: str) -> None:
    assert target_in(text) is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("negenennegentig acties", "99 acties"),
        ("elfhonderd folders", "1100 folders"),
        ("twaalf duizend mensen", "12000 mensen"),
        ("een tiental acties", "ongeveer 10 acties"),
        ("eenentwintig", "eenentwintig"),
        ("de een of de ander", "de een of de ander"),
    ],
)
def test_words_are_figures_before_another_word(text: str, figures: str) -> None:
    assert in_figures(text) == figures


def test_two_numbers_in_words_are_two_targets() -> None:
    assert several("Vier cafés en tien vrijwilligers") == ("Vier cafés", "tien vrijwilligers")
    assert several("Vier cafés en een markt") == ("Vier cafés en een markt",)
