"""Labels that ask, deny or tell a time; rows that a page cuts; sentences on who leads and who decided."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from elzctl.intake import persons
from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty
from elzctl.intake.plan.beside_names import services
from elzctl.intake.plan.loose import asked
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.who_leads import says_who
from elzctl.intake.plan.words import Label, label_of
from elzctl.intake.readers.pdf_drawn import _is_rest
from elzctl.intake.readers.pdf_runs import Rule, _is_between
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.intake.who import names

HEAD = "# Actieplan 2027 ELZ Testland\n\n## Doel 1: Samen zorgen\n\n"
ASKED = "{b}Wie trekt?{e} CAW Oost\n{b}Met wie?{e} bib Meerdorp, apothekers, vrijwilligers van Samana\n{b}Wanneer?{e} 11 maart 2027\n{b}Stand:{e} gepland\n"
STORY = "\nWe zetten een tafel in de hal.\n\nProgramma:\n\n1. onthaal met broodjes\n2. rondes van 10 min\n\n"


def taken(text: str, name: str = "plan.md") -> Taken:
    return accounted(take_plan(read(name, text.encode()), PlanOptions(today=date(2026, 11, 26))))


def actions(found: Taken) -> list[tuple[dict[str, Any], str]]:
    files = [text for path, text in found.files.items() if path.startswith("plan/actions/")]
    return [(yaml.load(text.split("---\n", 2)[1], yaml.BaseLoader), text.split("---\n", 2)[2]) for text in files]


def one(lines: str) -> tuple[dict[str, Any], str]:
    [found] = actions(
        taken(f"Jaarplan 2026\n\nDoelstelling 1: Samen zorgen\n\nActie 1.1: Soep verdelen\n{lines}\n", "plan.txt")
    )
    return found


# Labels that ask


@pytest.mark.parametrize(
    ("begins", "ends"),
    [("- **", "**"), ("- ", ""), ("* **", "**"), ("**", "**"), ("- **", ":**"), ("- **", "**:")],
)
def test_a_label_that_asks_is_one_in_a_list_and_below_another(begins: str, ends: str) -> None:
    """In an item one was read only with a colon, and lines below each other became one name."""
    form = ASKED.replace("{b}", begins).replace("{e}", ends).replace("Stand::", "Stand:")
    text = HEAD + "".join(f"### {at}. Praatpunt {at}{letter}\n\n{form}{STORY}" for at, letter in ((1, "a"), (2, "b")))
    found = actions(taken(text))
    assert len(found) == 2
    for values, rest in found:
        assert values["title"].startswith("Praatpunt")
        assert values["lead"] == ["caw-oost"]
        assert values["partners"] == ["bib-meerdorp", "apothekers", "vrijwilligers-samana"]
        assert (values["due"], values["status"]) == ("11 maart 2027", "planned")
        assert "## Met wie?" not in rest
        assert "onthaal met broodjes" in rest


def test_other_items_of_a_list_are_no_labels() -> None:
    values, text = one("Trekker: CAW Oost\nWaarom?\n- Wie komt er? Iedereen.\n- Wanneer precies, weten we nog niet.")
    assert values["lead"] == ["caw-oost"]
    assert "partners" not in values
    assert "due" not in values
    assert "Wie komt er? Iedereen." in text


# Labels of a state, and those that deny


@pytest.mark.parametrize(
    "label",
    [
        "Stand eind 2026",
        "Stand (eind 2026)",
        "Stand op 1/12/2026",
        "Status december 2026",
        "Stand van zaken juni 2026",
        "Uitgevoerd?",
        "Gerealiseerd?",
    ],
)
def test_a_label_of_a_state_may_have_a_time_or_ask(label: str) -> None:
    """The state was filled in by rule, though it stood there; the word of the label was taken as the state."""
    assert label_of(label) is Label.STATUS
    for state, wanted in (
        ("uitgesteld", "on-hold"),
        ("niet gestart", "planned"),
        ("uitgevoerd", "done"),
        ("lopend", "running"),
    ):
        assert one(f"{label}: {state}\nTrekker: CAW Oost")[0]["status"] == wanted


@pytest.mark.parametrize("text", ["Stand op de markt", "Stand 2", "Standplaats 2026", "Uitgevoerd", "Status en reden"])
def test_other_words_are_no_label_of_a_state(text: str) -> None:
    assert label_of(text) is not Label.STATUS


def test_results_that_are_all_states_are_states() -> None:
    head = "Evaluatie actieplan 2026\n\nDoelstelling 1: Samen zorgen\n\n"
    rows = [("uitgesteld", "on-hold"), ("afgerond", "done"), ("lopend", "running")]
    text = head + "".join(
        f"Actie 1.{at}: Soep {at}\nResultaat: {state}\nTrekker: CAW\n\n" for at, (state, _) in enumerate(rows, 1)
    )
    assert [values["status"] for values, _ in actions(taken(text, "plan.txt"))] == [wanted for _, wanted in rows]
    values, _ = one("Resultaat: 40 bezoekers\nTrekker: CAW Oost")
    assert values["indicators"]


@pytest.mark.parametrize("label", ["Waarom niet?", "Waarom niet alles?", "Waarom lukte het niet?", "Why not?"])
def test_why_not_is_the_reason_and_never_why(label: str) -> None:
    """It stood as the reason for the action."""
    assert label_of(label) is Label.REASON
    values, text = one(f"Stand: uitgesteld\n{label} De bus raakte niet door de keuring.")
    assert values["reason"] == "De bus raakte niet door de keuring."
    assert "Waarom?" not in text
    values, text = one(f"Stand: lopend\n{label} De bus raakte niet door de keuring.")
    assert f"{label} De bus" in text
    assert "## Waarom?" not in text


@pytest.mark.parametrize("text", ["Wie doet niet mee?", "Voor wie niet?", "Welke partners niet?"])
def test_a_label_that_denies_asks_for_none_of_what_it_denies(text: str) -> None:
    assert asked(text) is None


# Who leads, works along, decided


@pytest.mark.parametrize(
    ("sentence", "lead", "along"),
    [
        ("Huisartsenkring Zuid trekt de actie en zorgt voor de accreditering", "Huisartsenkring Zuid", ""),
        ("Logo Kempen trekt de kar, samen met Samana", "Logo Kempen", "Samana"),
        ("KLAV en de kring denken mee over het programma", "", "KLAV en de kring"),
    ],
)
def test_sentences_with_more_tell_who_leads_too(sentence: str, lead: str, along: str) -> None:
    found = says_who(f"{sentence}.")
    assert found is not None
    assert (found.lead, found.along) == (lead, along)


def test_the_head_of_a_sentence_is_no_name_and_more_sentences_name_more() -> None:
    """An actor was called “Ook Samana”."""
    values, _ = one(
        "Trekker van deze actie is CAW Oost, samen met het OCMW van Meerdorp. Ook Samana en OKRA werken mee."
    )
    assert values["lead"] == ["caw-oost"]
    assert values["partners"] == ["ocmw-meerdorp", "samana", "okra"]


def test_who_decided_stands_beside_the_deciding() -> None:
    values, _ = one(
        "Deze actie wordt niet verdergezet. De werkgroep kwam in 2025 samen en het bestuursorgaan besliste op 15 oktober 2026 om ze stop te zetten wegens te weinig trekkracht."
    )
    assert values["status"] == "stopped"
    assert values["decision"] == {"body": "bestuursorgaan", "on": "15 oktober 2026"}
    assert values["since"] == "15 oktober 2026"
    assert "te weinig trekkracht" in values["reason"]


def test_we_stop_with_this_action_and_somebody_else_does_not() -> None:
    values, _ = one(
        "Stand: niet uitgevoerd\nWaarom niet? Te weinig vrijwilligers.\n\nVooruitblik: We stoppen met deze actie. Beslissing van de cluster ouderen van 8 oktober 2026."
    )
    assert (values["status"], values["reason"]) == ("stopped", "Te weinig vrijwilligers.")
    assert values["decision"] == {"body": "cluster-ouderen", "on": "8 oktober 2026"}
    assert one("Samana stopt met deze actie in Meerdorp.")[0]["status"] != "stopped"


# Names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CGG Mandel en Leie; Unizo Zuid", ("CGG Mandel en Leie", "Unizo Zuid")),
        ("OCMW en CAW Oost; Samana", ("OCMW", "CAW Oost", "Samana")),
        ("Samana; OCMW en CAW", ("Samana", "OCMW", "CAW")),
        ("Rode Kruis-Vlaanderen, afdeling Meer en ELZ Meer", ("Rode Kruis-Vlaanderen, afdeling Meer", "ELZ Meer")),
        ("Natuurpunt, kern Meer, OKRA", ("Natuurpunt, kern Meer", "OKRA")),
        ("Gezinsbond, afdeling Lede en CAW", ("Gezinsbond, afdeling Lede", "CAW")),
        ("OCMW Lede, CAW, Samana", ("OCMW Lede", "CAW", "Samana")),
    ],
)
def test_a_name_stays_whole_where_the_list_says_so(text: str, wanted: tuple[str, ...]) -> None:
    assert names(text, services(text)) == wanted


@pytest.mark.parametrize(
    "text", ["Max. 12 deelnemers per keer.", "Max. een half uur.", "Gratis. Max. 15 personen.", "Jan. 2027: start"]
)
def test_an_abbreviation_at_the_head_of_a_sentence_is_nobody(text: str) -> None:
    assert not list(persons.find(text))


@pytest.mark.parametrize("text", ["Max brengt soep.", "Vraag het aan Max. 12 mensen kwamen.", "Jan. 12 mensen kwamen."])
def test_a_name_there_is_somebody_still(text: str) -> None:
    assert list(persons.find(text))


# Times, title, rows over pages


def test_how_often_before_since_when_and_before_the_times() -> None:
    values, text = one("Timing: elke woensdagnamiddag vanaf januari 2027")
    assert values["start"] == "januari 2027"
    assert "elke woensdagnamiddag" in text
    values, _ = one("Timing: 3x per jaar: nov 2026, feb 2027, mei 2027")
    assert (values["start"], values["due"]) == ("nov 2026", "mei 2027")


@pytest.mark.parametrize(
    ("line", "is_title"),
    [("Doelen en indicatoren 2027", True), ("Onze speerpunten voor 2027", True), ("Een verhaal over 2027", False)],
)
def test_a_short_line_on_goals_and_a_year_is_the_title(line: str, is_title: bool) -> None:
    found = taken(
        f"ELZ Testland\n\n{line}\n\nBeste leden\n\nDoel 1. Meer bewegen\n\nActie 1.1 Soep\nTrekker: CAW\n", "plan.txt"
    )
    assert (yaml.safe_load(found.files["plan/plan.yaml"])["title"] == line) is is_title
    if is_title:
        assert (
            next(entry for entry in found.account.entries if entry.field == "title" and entry.value == line).certainty
            is Certainty.GUESSED
        )


def test_a_row_without_its_code_goes_on_from_the_page_before() -> None:
    """Its words became a goal of the plan."""
    last = {1: "3.1", 2: "Wachttijden", 4: "Netwerk GGZ", 8: "bevraging loopt"}
    assert _is_rest({2: "zichtbaar maken", 4: "Zuid", 8: "Psychologen"}, last)
    assert not _is_rest({1: "3.2", 2: "Jaarmarkt", 4: "OCMW"}, last)
    assert not _is_rest({2: "Jaarmarkt", 4: "OCMW", 8: "Opkomst"}, last)


def test_the_short_upright_lines_of_a_low_row_count_and_those_of_a_box_do_not() -> None:
    low, high = Rule(30, 750, 80, 81), Rule(30, 750, 90, 91)
    assert _is_between(Rule(121, 122, 80, 91), [low, high])
    assert not _is_between(Rule(121, 122, 84, 87), [low, high])
    assert not _is_between(Rule(121, 122, 80, 91), [low])
