"""Forms with labels that no list has, codes of municipalities, goals in lists, and tables that ask what is done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from intake_word import Word

from elzctl.intake.ledger import Certainty
from elzctl.intake.paper import Block, Cell
from elzctl.intake.plan.form_tables import across, parted
from elzctl.intake.plan.loose import asked
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.words import Label
from elzctl.intake.readers.read import read
from elzctl.load import load
from elzctl.model import Plan
from elzctl.tree import WorkTree


def plan_of(data: bytes, name: str, root: Path) -> Plan:
    """The plan that a document amounts to, written and loaded."""
    found = take_plan(read(name, data), PlanOptions(today=date(2026, 3, 1)))
    for path, text in found.files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return load(WorkTree(root)).plan


def facts(plan: Plan) -> dict[str, tuple[str, list[str], list[str]]]:
    """Of each action its state, who leads it and who works along."""
    return {
        one.title: (
            str(one.status and one.status.value),
            [plan.actor_name(ref.id) for ref in one.lead],
            [plan.actor_name(ref.id) for ref in one.partners],
        )
        for one in plan.actions
    }


FORM = """Naam initiatief: {title}
Waarom is dit nodig? Het is nodig.
Wie neemt het voortouw? {lead}
Wie werkt mee? {partner}
Waar staan we? {state}
Klaar tegen: {due}
Waaraan merken we succes? {goal}

"""
ASKED = {
    "Zorgbuddy's": ("running", ["CAW Noord"], ["Sociaal Huis Noord"]),
    "Tolken op afspraak": ("done", ["OCMW Noorddorp"], ["Logo Noord"]),
}


def forms() -> list[dict[str, str]]:
    words = {"running": "In uitvoering", "done": "Afgerond"}
    return [
        {
            "title": title,
            "lead": lead[0],
            "partner": partner[0],
            "state": words[state],
            "due": "juni 2026",
            "goal": "25 mensen kregen hulp",
        }
        for title, (state, lead, partner) in ASKED.items()
    ]


def test_labels_that_come_back_are_read_by_what_they_ask(tmp_path: Path) -> None:
    text = "Actieplan 2026 ELZ Noordrand\n\n" + "".join(FORM.format(**one) for one in forms())
    plan = plan_of(text.encode(), "plan.txt", tmp_path)
    assert facts(plan) == ASKED
    for one in plan.actions:
        assert one.due is not None
        assert one.due.text == "juni 2026"
        assert [indicator.what for indicator in one.indicators] == ["25 mensen kregen hulp"]


def test_labels_below_each_other_in_a_table_are_read_by_what_they_ask(tmp_path: Path) -> None:
    word = Word()
    word.title("Actieplan 2026 ELZ Noordrand")
    for one in forms():
        lines = [line for line in FORM.format(**one).split("\n") if line]
        rows = [(label, value) for line in lines for label, _, value in [line.replace("? ", "?: ").partition(": ")]]
        word.table(rows)
        word.para("")
    assert facts(plan_of(word.data(), "plan.docx", tmp_path)) == ASKED


def test_the_value_of_a_label_that_nobody_knows_is_never_lost(tmp_path: Path) -> None:
    text = (
        "Actieplan 2026\n\nActie 1.1.1 Soep\n\nTrekker: OCMW Noorddorp\nWie houdt de ketel warm? De kok van dienst.\n"
    )
    found = take_plan(read("plan.txt", text.encode()), PlanOptions(today=date(2026, 3, 1)))
    assert "Wie houdt de ketel warm? De kok van dienst." in "".join(found.files.values())
    assert tmp_path.exists()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Wie neemt het voortouw?", Label.LEAD),
        ("Trekkende partner", Label.LEAD),
        ("Medetrekker", Label.PARTNERS),
        ("In samenwerking met", Label.PARTNERS),
        ("Hoe ver staan we?", Label.STATUS),
        ("Klaar tegen", Label.DUE),
        ("Uitvoeringsperiode", Label.TIMING),
        ("Waaraan merken we succes?", Label.INDICATORS),
        ("Wie neemt het voortouw? Samana", None),
        ("We vergaderden en kozen samen met alle partners voor een nieuwe aanpak", None),
        ("Soep", None),
    ],
)
def test_a_short_text_asks_for_something(text: str, label: Label | None) -> None:
    assert asked(text) is label


def test_facts_in_a_list_with_signs_are_labels(tmp_path: Path) -> None:
    text = (
        "ACTIEPLAN 2026\n\nDOELSTELLING I – Preventie\n\nActie I.1 – Rookstop\n- Trekker: Logo Maas\n- Stand: klaar\n\n"
        "DOELSTELLING II – Samen\n\nActie II.1 – Sociale kaart\n- Trekker: CAW Maas\n- Stand: bezig\n"
    )
    plan = plan_of(text.encode(), "plan.txt", tmp_path)
    assert facts(plan) == {"Rookstop": ("done", ["Logo Maas"], []), "Sociale kaart": ("running", ["CAW Maas"], [])}
    assert [one.title for one in plan.strategic_goals] == ["Preventie", "Samen"]


def test_two_facts_on_one_line_are_two_facts(tmp_path: Path) -> None:
    text = "BD-1 Zorg\n\nAP-1.1 Thuis\n\nAC-1.1.1 Soep\nTrekker: OCMW Beek; partners: Okra, Samana\nStatus: gepland\n"
    plan = plan_of(text.encode(), "plan.txt", tmp_path)
    assert facts(plan) == {"Soep": ("planned", ["OCMW Beek"], ["Okra", "Samana"])}


def test_codes_of_municipalities_are_numbers_and_stay_beside_ours(tmp_path: Path) -> None:
    word = Word()
    word.heading(1, "Beleidsdoelstelling BD000001: Zorg voor elkaar")
    word.heading(2, "Actieplan AP000001: Buren")
    word.heading(3, "Actie AC000012: Buurtbabbels")
    word.para("Verantwoordelijke dienst: OCMW Beek")
    plan = plan_of(word.data(), "plan.docx", tmp_path)
    assert [(str(one.number), one.title) for one in plan.all_goals] == [("1", "Zorg voor elkaar"), ("1.1", "Buren")]
    assert [one.title for one in plan.actions] == ["Buurtbabbels"]
    assert "# AC000012" in (tmp_path / plan.actions[0].path).read_text("utf-8")


def test_numbered_items_below_a_goal_are_goals(tmp_path: Path) -> None:
    word = Word()
    word.title("Doelen 2026")
    word.heading(1, "Doel 1: Zorg voor iedereen")
    word.bullets("1.1 De zorg is bereikbaar", "1.2 De zorg spreekt klare taal")
    word.heading(1, "Doel 2: Zorg thuis")
    word.bullets("2.1 Ouderen wonen thuis")
    plan = plan_of(word.data(), "plan.docx", tmp_path)
    assert [str(one.number) for one in plan.all_goals] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_table_that_asks_what_is_done_lists_actions_under_the_goal_above_it(tmp_path: Path) -> None:
    word = Word()
    for goal, rows in (
        ("Doel A: Veilig bewegen", [("Beweegles", "Sportdienst Zuid", "juni 2026", "loopt")]),
        ("Doel B: Veilig wonen", [("Huisbezoek", "OCMW Zuid", "mei 2026", "uitgesteld")]),
    ):
        word.heading(1, goal)
        word.table([("Wat gaan we doen?", "Door wie?", "Tegen wanneer?", "Hoever staan we?"), *rows])
    plan = plan_of(word.data(), "plan.docx", tmp_path)
    assert facts(plan) == {
        "Beweegles": ("running", ["Sportdienst Zuid"], []),
        "Huisbezoek": ("on-hold", ["OCMW Zuid"], []),
    }
    assert [one.title for one in plan.strategic_goals] == ["Veilig bewegen", "Veilig wonen"]


def test_chapters_that_are_counted_on_behind_the_actions_are_chapters(tmp_path: Path) -> None:
    text = (
        "CHARTER WERKGROEP SOEP\n\n1. Missie\nWij willen dat niemand honger heeft.\n\n2. Doelen\n"
        "Doelstelling 1: Eten\n\nActie 1: Soep\nTrekker: OCMW Beek\nStatus: lopend\n\n3. Werking\nWij komen elke maand samen.\n"
    )
    plan = plan_of(text.encode(), "plan.txt", tmp_path)
    assert [one.title for one in plan.chapters] == ["Missie", "Werking"]
    assert "samen" not in (tmp_path / plan.actions[0].path).read_text("utf-8")


def test_a_bold_line_between_two_rows_of_a_table_is_the_goal_of_the_rows_below_it() -> None:
    def cell(text: str, row: int, column: int) -> Block:
        return Block(text, (0,), cell=Cell(1, row, column))

    bold = Block("Thema zorg", (0,), style="strong")
    blocks = (cell("Actie", 1, 1), cell("Wie", 1, 2), bold, cell("Soep", 2, 1), cell("OCMW", 2, 2))
    assert [block.cell for block in across(blocks)] == [
        Cell(1, 1, 1),
        Cell(1, 1, 2),
        Cell(1, 2, 1),
        Cell(1, 3, 1),
        Cell(1, 3, 2),
    ]
    heading = bold._replace(level=2)
    assert across((*blocks[:2], heading, *blocks[3:]))[2].cell is None


def test_forms_below_each_other_in_one_table_are_forms_apart() -> None:
    rows = [("Naam van de actie", "Soep"), ("Trekker", "OCMW"), ("Waarom?", "Honger"), ("Status", "lopend")] * 2
    blocks = [
        Block(text, (0,), cell=Cell(1, number, column))
        for number, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    ]
    assert [block.cell.table for block in parted(blocks) if block.cell] == [1] * 8 + [2] * 8


def test_goals_with_letters_stand_between_numbered_chapters(tmp_path: Path) -> None:
    word = Word()
    word.heading(1, "Beleidsplan 2026-2028 Welzijnsregio Zuid")
    word.heading(2, "1 Inleiding")
    word.para("Twaalf gemeenten werken samen.")
    word.heading(2, "2 Doelstellingen en acties")
    word.heading(3, "SD A – Iedereen vindt hulp")
    word.heading(4, "OD A.1 – Zorg is eenvoudig")
    word.heading(5, "Actie A.1.1 Onthaal")
    word.para("Hoofdverantwoordelijke: OCMW Zuid", "Meewerkende partners: CAW Zuid", "Vordering: 40 %")
    word.heading(2, "3 Opvolging")
    word.para("De stuurgroep volgt het plan op.")
    plan = plan_of(word.data(), "plan.docx", tmp_path)
    assert [(str(one.number), one.title) for one in plan.all_goals] == [
        ("1", "Iedereen vindt hulp"),
        ("1.1", "Zorg is eenvoudig"),
    ]
    assert facts(plan) == {"Onthaal": ("running", ["OCMW Zuid"], ["CAW Zuid"])}
    assert [(one.id, one.title) for one in plan.chapters] == [("inleiding", "Inleiding"), ("opvolging", "Opvolging")]
    assert [one.id for one in plan.settings.chapters.before] == ["inleiding"]


def test_a_heading_that_is_higher_than_all_others_is_the_title(tmp_path: Path) -> None:
    text = "# Werkjaar 2026 werkgroep Soep\n\n## Actie 1.1.1 Koken\n\nTrekker: OCMW Beek\n"
    plan = plan_of(text.encode(), "plan.md", tmp_path)
    assert plan.settings.title == "Werkjaar 2026 werkgroep Soep"


def test_chapters_of_a_few_words_above_a_text_are_chapters_before_and_behind_the_actions(tmp_path: Path) -> None:
    text = (
        "Charter werkgroep Soep 2026\n\nOpdracht\nDe werkgroep wil dat niemand honger heeft.\n\nDoel 1. Eten\n\n"
        "Actie 1.1. Soep\nTrekker: OCMW Beek\nVoortgang: gestart\n\nAfspraken\nDe werkgroep vergadert elke zes weken.\n"
    )
    plan = plan_of(text.encode(), "plan.txt", tmp_path)
    assert [one.id for one in plan.settings.chapters.before] == ["opdracht"]
    assert [one.id for one in plan.settings.chapters.after] == ["afspraken"]
    assert facts(plan) == {"Soep": ("running", ["OCMW Beek"], [])}


VALUED = """Actie 1.1.{number} {title}
Kapitein op de brug: {lead}
Wie vaart er nog mee op dit schip: {partners}
Weer op zee: {state}
Haven: {place}

"""


def test_labels_that_nobody_knows_are_told_by_what_stands_behind_them_and_then_guessed(tmp_path: Path) -> None:
    rows = [
        {
            "title": "Soep",
            "lead": "OCMW Beek",
            "partners": "CAW Beek, Logo Beek",
            "state": "gepland",
            "place": "LDC Beek",
        },
        {
            "title": "Brood",
            "lead": "Logo Beek",
            "partners": "CAW Beek en OCMW Beek",
            "state": "afgerond",
            "place": "CAW Beek",
        },
    ]
    text = "Actieplan 2026\n\n" + "".join(VALUED.format(number=at, **row) for at, row in enumerate(rows, 1))
    text = text.replace("Haven:", "Plaats:")
    found = take_plan(read("plan.txt", text.encode()), PlanOptions(today=date(2026, 3, 1)))
    assert facts(plan_of(text.encode(), "plan.txt", tmp_path)) == {
        "Soep": ("planned", ["OCMW Beek"], ["CAW Beek", "Logo Beek"]),
        "Brood": ("done", ["Logo Beek"], ["CAW Beek", "OCMW Beek"]),
    }
    guessed = {one.field for one in found.account.entries if one.certainty is Certainty.GUESSED}
    assert {"lead", "partners"} <= guessed
    assert "Plaats: LDC Beek" in found.files["plan/actions/soep.md"]


def test_a_label_that_stands_once_is_told_by_nothing(tmp_path: Path) -> None:
    text = "Actieplan 2026\n\nActie 1.1.1 Soep\nWaarom?\nHonger.\nKapitein: OCMW Beek\n"
    assert facts(plan_of(text.encode(), "plan.txt", tmp_path)) == {"Soep": ("running", [], [])}
    assert "Kapitein: OCMW Beek" in (tmp_path / "plan/actions/soep.md").read_text("utf-8")


def test_a_table_of_milestones_outside_of_actions_lists_them(tmp_path: Path) -> None:
    word = Word()
    word.title("Roadmap 2026 ELZ Zuid")
    head = ("Mijlpaal", "Coördinatie", "Ondersteuning", "Startdatum", "Einddatum", "Voortgang")
    rows = [
        ("Website", "CGG Zuid", "Similes Zuid", "januari 2026", "maart 2026", "afgerond"),
        ("Vorming", "CLB Zuid", "", "april 2026", "juni 2026", "nog niet opgestart"),
    ]
    word.merged([head, ("Voorjaar",), *rows])
    plan = plan_of(word.data(), "plan.docx", tmp_path)
    assert facts(plan) == {
        "Website": ("done", ["CGG Zuid"], ["Similes Zuid"]),
        "Vorming": ("planned", ["CLB Zuid"], []),
    }
    assert [(one.start and one.start.text, one.due and one.due.text) for one in plan.actions] == [
        ("januari 2026", "maart 2026"),
        ("april 2026", "juni 2026"),
    ]


def test_columns_that_nobody_knows_are_told_by_their_cells_and_then_guessed(tmp_path: Path) -> None:
    word = Word()
    word.title("Jaarprogramma 2026 werkgroep Welzijn")
    head = ("Wanneer", "Wat", "Wie neemt op", "Met")
    rows = [
        ("maart 2026", "Netwerklunch", "CAW Zuid", "OCMW Beek"),
        ("juni 2026", "Zomerschool", "Logo Zuid", ""),
        ("mei 2026", "Vorming", "CGG Zuid", "CLB Zuid"),
    ]
    word.table([head, *rows])
    data = word.data()
    assert facts(plan_of(data, "plan.docx", tmp_path)) == {
        "Netwerklunch": ("running", ["CAW Zuid"], ["OCMW Beek"]),
        "Zomerschool": ("running", ["Logo Zuid"], []),
        "Vorming": ("running", ["CGG Zuid"], ["CLB Zuid"]),
    }
    found = take_plan(read("plan.docx", data), PlanOptions(today=date(2026, 3, 1)))
    leads = {one.certainty for one in found.account.entries if one.field == "lead"}
    assert leads == {Certainty.GUESSED}
