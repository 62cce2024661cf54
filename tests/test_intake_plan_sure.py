"""Which values of a plan are read, because a label in known words says them, and which are guesses with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from intake_word import Word

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.plan.said import says
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.words import Label
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

READ, GUESSED, UNCLEAR = Certainty.READ, Certainty.GUESSED, Certainty.UNCLEAR
HEAD = "Actieplan 2026 ELZ Middenheide\n\n1. Samen sterk\n\n1.1 Netwerken\n\n"
TITLE = "1.1.1 Soep verdelen\n\n"


def taken(data: bytes | str, name: str = "plan.txt") -> Taken:
    data = data.encode() if isinstance(data, str) else data
    return take_plan(read(name, data), PlanOptions(today=date(2026, 3, 1)))


def entries(found: Taken, field: str) -> list[Entry]:
    return [one for one in found.account.entries if one.field == field]


def fiche(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("plan/actions/"))


def certainty(text: str, field: str) -> Certainty:
    """How sure the last value of a field is; a guess has a reason."""
    one = entries(taken(HEAD + TITLE + text), field)[-1]
    assert one.value
    assert (one.certainty is READ) == (one.reason is None)
    return one.certainty


# Labels


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Trekker", Label.LEAD),
        ("Trekker(s) van deze actie", Label.LEAD),
        ("Trekker / verantwoordelijke", Label.LEAD),
        ("Onze partners", Label.PARTNERS),
        ("Status van het project", Label.STATUS),
        ("Wanneer?", Label.TIMING),
        ("Einddatum", Label.TIMING),
        ("Wie is de trekker van de actie?", Label.LEAD_ASKED),
        ("Indicatoren", Label.OUTPUT),
    ],
)
def test_known_words_say_what_is_asked(title: str, label: Label) -> None:
    assert says(title, label)


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Wie houdt het roer vast", Label.LEAD),
        ("Helpende handen", Label.PARTNERS),
        ("Trekker en partners", Label.LEAD),
        ("Verantwoordelijke partner", Label.LEAD),
        ("Wie", Label.LEAD),
        ("met", Label.PARTNERS),
        ("Partners", Label.LEAD),
        ("Waar staan we?", Label.STATUS),
    ],
)
def test_other_words_may_ask_for_something_else(title: str, label: Label) -> None:
    assert not says(title, label)


FORM = """{number} {title}

{lead}: {who}
{with_}: {others}
{when}: {day}
{how}: {state}

"""
KNOWN = {"lead": "Trekker", "with_": "Partners", "when": "Timing", "how": "Status"}
LOOSE = {
    "lead": "Wie neemt het voortouw",
    "with_": "Samen met wie rekenen we",
    "when": "Wanneer willen we er zijn",
    "how": "Waar staan we",
}
NOBODY = {"lead": "Kapitein", "with_": "Helpende handen", "when": "Halte", "how": "Peil"}
FACTS = [
    {
        "number": f"1.1.{at}",
        "title": f"Soep in wijk {at}",
        "who": "OCMW Heide",
        "others": "CAW Heide, Okra",
        "day": "juni 2026",
        "state": "lopend",
    }
    for at in (1, 2, 3)
]


@pytest.mark.parametrize(("labels", "wanted"), [(KNOWN, READ), (LOOSE, GUESSED), (NOBODY, GUESSED)])
def test_values_are_read_behind_known_labels_alone(labels: dict[str, str], wanted: Certainty) -> None:
    found = taken(HEAD + "".join(FORM.format(**labels, **one) for one in FACTS))
    for field in ("lead", "partners", "due", "status"):
        told = [one for one in entries(found, field) if one.value]
        if labels is NOBODY:
            # What nobody knows may not be understood at all; then it stays in the text.
            assert all(one.certainty is not READ for one in told)
        else:
            assert {one.certainty for one in told} == {wanted}, field
        assert all(one.reason is not None for one in told if one.certainty is GUESSED)


def test_labels_that_nobody_knows_are_never_read_though_they_may_change_places() -> None:
    swapped = "".join(
        f"1.1.{at} Soep in wijk {at}\n\nHelpende handen: {one}\nWie houdt het roer vast: {two}\n\n"
        for at, (one, two) in enumerate([("CAW Heide", "OCMW Heide"), ("Okra", "CAW Heide"), ("OCMW Berg", "Okra")], 1)
    )
    found = taken(HEAD + swapped)
    for field in ("lead", "partners"):
        assert all(one.certainty is GUESSED and one.reason for one in entries(found, field) if one.value)


def test_a_column_that_says_who_and_no_more_does_not_say_who_leads() -> None:
    rows = [("Soep", "OCMW Heide", "2026"), ("Brood", "CAW Heide", "2026")]
    for head, wanted in (("Trekker", READ), ("Wie", GUESSED)):
        word = Word()
        word.title("Actieplan 2026 ELZ Middenheide")
        word.table([("Actie", head, "Timing"), *rows])
        leads = entries(taken(word.data(), "plan.docx"), "lead")
        assert {one.certainty for one in leads} == {wanted}


def test_names_on_the_line_of_with_whom_are_partners_for_sure_only_where_the_lead_is_told() -> None:
    assert certainty("Met wie? CAW Heide, Okra\nWaarom? Honger.\n", "partners") is GUESSED
    assert certainty("Trekker: OCMW Heide\nMet wie? CAW Heide, Okra\nWaarom? Honger.\n", "partners") is READ


def test_the_first_of_several_lines_behind_the_question_who_leads_is_a_guess() -> None:
    asked = "Waarom?\n\nHonger.\n\nMet wie?\n\nWie is de trekker van de actie?\n\nOCMW Heide\n\n"
    assert certainty(f"{asked}Partners:\n\n- Okra\n", "lead") is READ
    assert certainty(f"{asked}CAW Heide\n\nHoe?\n\nZo.\n", "lead") is GUESSED


# Facts without a label


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("1.1.1 Soep verdelen (afgerond)", "status"),
        ("1.1.1 Soep verdelen (OCMW Heide, voorjaar 2026)", "due"),
        ("1.1.1 Soep verdelen (OCMW Heide, voorjaar 2026)", "lead"),
    ],
)
def test_what_stands_in_brackets_behind_a_title_is_a_guess(title: str, field: str) -> None:
    [one] = entries(taken(f"{HEAD}{title}\n\nWaarom? Honger.\n"), field)
    assert (one.certainty, bool(one.reason)) == (GUESSED, True)


def test_a_sentence_behind_who_leads_does_not_make_partners_for_sure() -> None:
    assert certainty("Trekker: OCMW Heide. Met CAW Heide en Okra.\nWaarom? Honger.\n", "partners") is GUESSED


# States


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("lopend", READ),
        ("Afgerond (juni 2025)", READ),
        ("On hold: de subsidie loopt af", READ),
        ("Geschrapt wegens te duur", READ),
        ("loopt volgens plan", GUESSED),
        ("gestart met de eerste groep", GUESSED),
        ("rond de tafel met de partners", GUESSED),
    ],
)
def test_a_label_tells_a_state_for_sure_when_it_says_no_more(words: str, wanted: Certainty) -> None:
    assert certainty(f"Trekker: OCMW Heide\nStatus: {words}\n", "status") is wanted


@pytest.mark.parametrize("field", ["status", "reason", "decision.body", "decision.on"])
def test_what_a_sentence_says_is_a_guess(field: str) -> None:
    text = "Het bestuursorgaan besliste op 3 februari 2026 om deze actie stop te zetten.\n"
    assert certainty(text, field) is GUESSED


def test_where_an_action_goes_on_is_a_guess_when_a_sentence_says_it() -> None:
    assert certainty("Deze actie is samengevoegd met actie 1.1.2.\n\n1.1.2 Brood bakken\n\nWaarom? Honger.\n", "status")
    found = taken(f"{HEAD}{TITLE}Deze actie is samengevoegd met actie 1.1.2.\n\n1.1.2 Brood\n\nWaarom? Honger.\n")
    [into] = entries(found, "into")
    assert into.certainty is GUESSED


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("facilitator", READ), ("de zone is partner in een netwerk van scholen", GUESSED)],
)
def test_a_role_behind_its_label_is_read_when_it_says_no_more(words: str, wanted: Certainty) -> None:
    assert certainty(f"Trekker: OCMW Heide\nRol van de zone: {words}\n", "role") is wanted


def test_a_role_that_is_denied_is_none() -> None:
    found = taken(f"{HEAD}{TITLE}Waarom? Honger.\nMet wie?\n\nDe ELZ is geen regisseur.\n")
    assert "role:" not in fiche(found)


def test_a_role_in_a_sentence_is_a_guess() -> None:
    assert certainty("Waarom? Honger.\nMet wie?\n\nELZ in een faciliterende rol.\n", "role") is GUESSED


# Times


def test_a_year_that_was_filled_in_is_a_guess_with_that_reason() -> None:
    word = Word()
    word.title("Actieplan 2026 ELZ Middenheide")
    word.table([("Actie", "Trekker", "Q1", "Q2"), ("Soep", "OCMW Heide", "x", ""), ("Brood", "CAW Heide", "", "x")])
    dues = entries(taken(word.data(), "plan.docx"), "due")
    assert [(one.value, one.certainty) for one in dues] == [("Q1 2026", GUESSED), ("Q2 2026", GUESSED)]
    assert all(one.reason is not None and "year" in one.reason.text for one in dues)


def test_columns_with_their_year_say_when() -> None:
    word = Word()
    word.title("Actieplan 2026 ELZ Middenheide")
    heads = ("Actie", "Trekker", "Q1 2026", "Q2 2026")
    word.table([heads, ("Soep", "OCMW Heide", "x", ""), ("Brood", "CAW Heide", "", "x")])
    assert {one.certainty for one in entries(taken(word.data(), "plan.docx"), "due")} == {READ}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("kwartaal 1 2026", "1e kwartaal 2026"),
        ("K3 2026", "3e kwartaal 2026"),
        ("kwartaal 2 van 2026", "2e kwartaal 2026"),
        ("K4/2026", "4e kwartaal 2026"),
        ("2026 – kwartaal 1", "1e kwartaal 2026"),
        ("1e kwartaal 2026", "1e kwartaal 2026"),
        ("eerste kwartaal 2026", "eerste kwartaal 2026"),
        ("Q1 2026", "Q1 2026"),
        ("quarter 2 2026", "Q2 2026"),
    ],
)
def test_a_quarter_stays_in_the_language_in_which_it_was_typed(typed: str, kept: str) -> None:
    found = taken(f"{HEAD}{TITLE}Trekker: OCMW Heide\nTiming: {typed}\n")
    assert f"due: {kept}\n" in fiche(found)


# Steps


@pytest.mark.parametrize("section", ["Wat?", "Hoe?"])
@pytest.mark.parametrize(
    "lines",
    [
        "maart: rondvraag bij de buren\njuni: eerste café",
        "- maart: rondvraag bij de buren\n- juni: eerste café",
        "maart 2026 – rondvraag bij de buren\njuni 2026 – eerste café",
        "maart: rondvraag bij de buren; juni: eerste café",
    ],
)
def test_lines_that_each_begin_with_a_date_are_steps_and_told_as_guesses(section: str, lines: str) -> None:
    found = taken(f"{HEAD}{TITLE}Waarom?\n\nHonger.\n\n{section}\n\n{lines}\n")
    text = fiche(found)
    assert "- {what: rondvraag bij de buren, due: maart 2026}" in text
    assert "- {what: eerste café, due: juni 2026}" in text
    assert section not in text
    told = [one for one in found.account.entries if one.field.startswith("steps")]
    assert {one.certainty for one in told} == {GUESSED}


def test_days_seasons_and_beginnings_are_dates_of_steps_too() -> None:
    lines = "- In het eerste kwartaal: lijst\n- vanaf 15/04: wekelijks overleg\n- tegen de zomer: folder\n- najaar: evaluatie\n"
    text = fiche(taken(f"{HEAD}{TITLE}Waarom? Honger.\nHoe?\n\n{lines}"))
    assert "- {what: wekelijks overleg, start: 15/04/2026}" in text
    assert "- {what: lijst, due: eerste kwartaal 2026}" in text
    assert "- {what: folder, due: zomer 2026}" in text
    assert "- {what: evaluatie, due: najaar 2026}" in text


def test_dates_of_a_plan_of_several_years_are_told_and_stay_text() -> None:
    head = HEAD.replace("2026", "2026-2031")
    found = taken(f"{head}{TITLE}Waarom? Honger.\nHoe?\n\nmaart: rondvraag\njuni: eerste café\n")
    assert "steps:" not in fiche(found)
    assert "maart: rondvraag" in fiche(found)
    told = entries(found, "steps")
    assert [(one.words, one.certainty) for one in told] == [("maart", UNCLEAR), ("juni", UNCLEAR)]


def test_a_list_of_which_one_line_has_no_date_stays_a_text() -> None:
    found = taken(f"{HEAD}{TITLE}Waarom? Honger.\nWat?\n\n- maart: rondvraag\n- een café in elke wijk\n")
    assert "steps:" not in fiche(found)
    assert "- maart: rondvraag" in fiche(found)


@pytest.mark.parametrize(
    "sentence", ["In september openen we een café.", "Tegen 1 december 2026 staat er een café.", "Eind mei kiezen we."]
)
@pytest.mark.parametrize("section", ["Wat?", "Hoe?"])
def test_a_date_in_a_sentence_is_told(section: str, sentence: str) -> None:
    found = taken(f"{HEAD}{TITLE}Waarom? Honger.\n{section}\n\nWe koken. {sentence}\n")
    told = [one for one in found.account.entries if one.words == sentence]
    assert [one.certainty for one in told] == [GUESSED]
    assert sentence in fiche(found)


def test_what_comes_back_each_year_and_what_was_is_not_told() -> None:
    text = "Elk jaar in maart is er soep. In 2019 werd de eerste soep verdeeld."
    found = taken(f"{HEAD}{TITLE}Waarom? Honger.\nWat?\n\n{text}\n")
    assert not entries(found, "what")


def test_a_date_in_the_middle_of_a_step_is_a_guess() -> None:
    lines = "- tegen mei 2026 een café\n- een café openen tegen mei 2026\n- de partners van het plan 2026 bevragen\n"
    found = taken(f"{HEAD}{TITLE}Waarom? Honger.\nStappen:\n\n{lines}")
    assert [(one.field, one.certainty) for one in found.account.entries if one.field.endswith(".due")] == [
        ("steps[0].due", READ),
        ("steps[1].due", READ),
    ]


# Sections


def test_the_only_sentence_of_a_section_stays_there_also_as_reason() -> None:
    sentence = "Deze actie werd stopgezet op 3 februari 2026."
    found = taken(f"{HEAD}{TITLE}Waarom?\n\nHonger.\n\nWat?\n\n{sentence}\n")
    text = fiche(found)
    assert f"reason: {sentence}\n" in text
    assert f"## Wat?\n\n{sentence}\n" in text


# Goals and actions


def test_a_motto_behind_a_sign_and_a_goal_by_its_place_are_guesses() -> None:
    found = taken(
        f"Actieplan 2026 ELZ Middenheide\n\n1. Goed eten = een gezond lichaam\n\n1.1 Soep\n\n{TITLE}Waarom? Honger.\n"
    )
    [motto] = entries(found, "goals[1].motto")
    assert (motto.value, motto.certainty) == ("een gezond lichaam", GUESSED)
    word = Word()
    word.title("Jaarplan 2026 ELZ Middenheide")
    word.heading(1, "Lekker eten")
    for title in ("Soep verdelen", "Brood bakken"):
        word.heading(2, title)
        word.para("Trekker: OCMW Heide", "Timing: 2026")
    [named] = entries(taken(word.data(), "plan.docx"), "goals[1].title")
    assert (named.value, named.certainty) == ("Lekker eten", GUESSED)


def test_an_action_that_only_its_place_in_a_list_shows_is_a_guess() -> None:
    items = (
        "- Soep verdelen (trekker: OCMW Heide, timing: juni 2026)\n- Brood bakken (trekker: Okra, timing: mei 2026)\n"
    )
    found = taken(f"Jaarplan 2026 ELZ Middenheide\n\n1 Eten\n\n1.1 Warm eten\n\n{items}\n1.2 Koud eten\n\n- Sla\n")
    titles = [one for one in entries(found, "title") if one.path.startswith("plan/actions/")]
    assert [(one.value, one.certainty) for one in titles[:2]] == [("Soep verdelen", GUESSED), ("Brood bakken", GUESSED)]
    assert {one.certainty for one in entries(found, "lead")} == {READ}


# Tables where names belong


def test_of_a_table_in_a_cell_one_column_names_the_partners_and_they_are_guesses() -> None:
    word = Word()
    word.title("Actieplan 2026 ELZ Middenheide")
    word.heading(1, "1. Samen sterk")
    word.heading(2, "1.1 Netwerken")
    word.heading(3, "1.1.1 Soep verdelen")
    form = word.table([("Trekker", "OCMW Heide"), ("Partners", ""), ("Wat?", "Soep.")])
    inner = form.cell(1, 1).add_table(3, 2)
    for row, cells in enumerate([("Wie", "Inbreng"), ("CAW Heide", "begeleiding"), ("WZC Berg", "keuken")]):
        for column, text in enumerate(cells):
            inner.cell(row, column).text = text
    form.cell(1, 1).add_paragraph("")
    found = taken(word.data(), "plan.docx")
    assert "partners: [caw-heide, wzc-berg]\n" in fiche(found)
    assert {one.certainty for one in entries(found, "partners")} == {GUESSED}
    assert "begeleiding" in fiche(found)
    assert any("stands in a cell of another table" in one.text for one in found.remarks)
