"""Facts without a label of their own, titles in bold, lists that count from 1 again: nothing of a plan is lost or invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from elzctl.cli.main import main
from elzctl.intake.plan.behind import apart, counts, state_behind
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.words import Label
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

TODAY = date(2026, 11, 26)


def taken(text: str, name: str = "plan.md") -> Taken:
    return take_plan(read(name, text.encode()), PlanOptions(today=TODAY))


def actions(found: Taken) -> dict[str, dict[str, Any]]:
    """The front matter of each action, by its title, with the text below it as ``text``."""
    made = {}
    for path, text in found.files.items():
        if path.startswith("plan/actions/"):
            _, values, body = text.split("---\n", 2)
            front = yaml.safe_load(values)
            made[front["title"]] = {**front, "text": " ".join(body.split())}
    return made


def public(found: Taken) -> str:
    return " ".join(text for path, text in found.files.items() if not path.startswith("private/"))


# Lists that count from 1 again


COUNTED = """# Actieplan 2027 Eerstelijnszone Heidekant

## Doel 1: Bewegen

1. **Fietsbieb.** Kinderen lenen een fiets. Trekker: Okra. Status: loopt.
2. **Beweegbank.** In elk park komt een bank. Trekker: Okra. Status: loopt.
3. **Wandelkaart.** We drukken een kaart. Trekker: Okra. Status: loopt.

## Doel 2: Eten

1. **Kookles.** We koken met verse groenten. Trekker: Femma. Status: loopt.
2. **Volkstuin.** Een tuin voor de wijk. Trekker: Femma. Status: loopt.
3. **Fruitmand.** Fruit in elke klas. Trekker: Femma. Status: loopt.
"""


def test_a_list_that_counts_from_1_again_is_no_list_of_contents() -> None:
    found = taken(COUNTED)
    assert list(actions(found)) == ["Fietsbieb", "Beweegbank", "Wandelkaart", "Kookles", "Volkstuin", "Fruitmand"]
    assert not [one for one in found.account.lines if one.fate.value == "running"]


def test_two_lists_in_running_text_both_stay() -> None:
    text = "Actieplan 2027 Eerstelijnszone Heidekant\n\nVoorwoord\nWe geloven in:\n1. Buren die elkaar helpen.\n2. Zorg die dichtbij is.\n3. Tijd voor een gesprek.\n\n"
    text += "Strategische doelstelling 1: Bewegen\nOperationele doelstelling 1.1: Buiten\nActie 1.1.1: Fietsbieb\nWaarom?\nOmdat:\n1. Kinderen weinig fietsen.\n2. Fietsen duur zijn.\n3. De school ver is.\nTrekker: Okra\n"
    told = public(taken(text, "plan.txt"))
    for words in ("Buren die elkaar helpen", "Tijd voor een gesprek", "Fietsen duur zijn"):
        assert words in told


def test_a_list_of_contents_is_still_none_of_the_text() -> None:
    heads = ["1.1.1 Fietsbieb voor kinderen", "1.1.2 Beweegbank in het park", "1.1.3 Wandelkaart van de zone"]
    text = "Actieplan 2027 Eerstelijnszone Heidekant\n\n" + "\n".join(heads) + "\n\n1 Bewegen\n\n1.1 Buiten\n\n"
    text += "\n".join(f"{one}\n\nTrekker: Okra\nStatus: loopt\n" for one in heads)
    found = taken(text, "plan.txt")
    assert len(actions(found)) == 3
    assert len([one for one in found.account.lines if one.fate.value == "running"]) == 3


# A person who leads


@pytest.mark.parametrize(
    "lines",
    [
        "1. **Lezing.** Een arts vertelt. Trekker: Voornaam Achternaam. Partners: Femma, Okra.\n2. **Soep.** We koken. Trekker: Femma. Partners: Okra.\n3. **Brood.** We bakken. Trekker: Femma. Partners: Okra.",
        "### Actie 1: Lezing\n\nEen arts vertelt. Trekker: Voornaam Achternaam. Partners: Femma, Okra.\n\n### Actie 2: Soep\n\nWe koken. Trekker: Femma. Partners: Okra.",
    ],
)
def test_of_a_paragraph_with_a_person_only_the_name_goes(lines: str) -> None:
    found = taken(
        f"# Charter 2026\n\nEerstelijnszone Heidekant\n\n## Doelstelling 1: Samen\n\n{lines}\n".replace(
            "Voornaam Achternaam", "dhr. Achternaam"
        )
    )
    lecture = actions(found)["Lezing"]
    assert lecture["partners"] == ["femma", "okra"]
    assert "lead" not in lecture
    assert "Een arts vertelt." in lecture["text"]
    assert "Achternaam" not in public(found)
    assert "Achternaam" in found.files["private/import-plan.md"]


# States, and facts without a label


ROADS = """# Jaarplanning 2026

Eerstelijnszone Heidekant werkt hieraan.

## Eerste kwartaal 2026

- Fietsbieb in Molem. Trekker: Logo Kempen. Met Helan en Samana. (afgerond)
- Infoavond voor ouders (geannuleerd)
- Toneel over rouw (volzet)
- Overleg met de huisartsen – loopt

## Tweede kwartaal 2026

- Beweegbank. Trekker: Femma. Klaar tegen 15 juni 2026. Doel: 12 banken. (bijna afgerond)
- Meting op de markt (120 metingen)
- Kookles [Buurthuis Molem] – uitgesteld
- Infomoment premies (in samenwerking met Fluvius)
- Wandelkaart (trekker: Okra; partners: Helan, Samana; stopgezet)
"""


def test_states_and_facts_behind_each_other_are_read() -> None:
    made = actions(taken(ROADS))
    assert {title: one["status"] for title, one in made.items()} == {
        "Fietsbieb in Molem": "done",
        "Infoavond voor ouders": "stopped",
        "Toneel over rouw (volzet)": "running",
        "Overleg met de huisartsen": "running",
        "Beweegbank": "running",
        "Meting op de markt (120 metingen)": "running",
        "Kookles": "on-hold",
        "Infomoment premies": "running",
        "Wandelkaart": "stopped",
    }
    assert made["Fietsbieb in Molem"]["lead"] == ["logo-kempen"]
    assert made["Fietsbieb in Molem"]["partners"] == ["helan", "samana"]
    assert made["Beweegbank"]["due"] == date(2026, 6, 15) or made["Beweegbank"]["due"] == "15 juni 2026"
    assert [(one["target"], one["unit"]) for one in made["Beweegbank"]["indicators"]] == [(12, "banken")]
    assert made["Kookles"]["lead"] == ["buurthuis-molem"]
    assert made["Wandelkaart"]["partners"] == ["helan", "samana"]
    assert made["Infomoment premies"]["partners"] == ["fluvius"]
    for title in (
        "Infoavond voor ouders",
        "Toneel over rouw (volzet)",
        "Meting op de markt (120 metingen)",
        "Infomoment premies",
    ):
        assert "lead" not in made[title]


def test_facts_behind_a_label_are_read_in_running_text_too() -> None:
    text = "SD 1 Samen\n\nOD 1.1 Dichtbij\n\nActie 1.1.1: Babbelbank\nWe zetten een bank. Trekker: Femma. Met Okra en Samana. Klaar tegen mei 2027. Doel: 30 bezoekers.\n"
    made = actions(taken(f"Actieplan 2026\n\n{text}", "plan.txt"))["Babbelbank"]
    assert (made["lead"], made["partners"], made["due"]) == (["femma"], ["okra", "samana"], "mei 2027")
    assert made["indicators"][0]["target"] == 30
    assert "We zetten een bank." in made["text"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Babbelbank (afgerond)", "afgerond"),
        ("Babbelbank – loopt", "loopt"),
        ("Babbelbank (uitgesteld naar september)", "uitgesteld naar september"),
        ("Babbelbank (nieuw)", None),
        ("Babbelbank (klaar voor de start)", None),
        ("Babbelbank (gratis)", None),
        ("Week van de zorg – samen vooruit", None),
        ("(afgerond)", None),
    ],
)
def test_a_state_is_one_only_where_its_words_say_so(text: str, state: str | None) -> None:
    found = state_behind(text)
    assert (found["inside"] if found is not None else None) == state


@pytest.mark.parametrize(
    "text", ["WZC St. Jozef en dr. Boeckx", "Okra; Nulzer", "Te Gek!? en GO! Heide", "Okra. Nulzer."]
)
def test_names_with_signs_between_them_are_not_cut(text: str) -> None:
    assert apart(text, Label.PARTNERS) == (len(text), ())


@pytest.mark.parametrize(
    ("value", "is_aim"), [("200 metingen", True), ("minstens 12 banken", True), ("iedereen beweegt meer", False)]
)
def test_a_goal_is_a_target_where_it_is_a_number(value: str, is_aim: bool) -> None:
    assert counts("Doel", value) is is_aim


# Titles in bold


@pytest.mark.parametrize(("before", "behind"), [("", "We koken samen. "), ("", ""), ("1. ", "We koken samen. ")])
def test_paragraphs_with_a_title_in_bold_are_actions(before: str, behind: str) -> None:
    lines = [
        f"**{before}{title}.** {behind}Trekker: Femma. Partners: Okra. Status: loopt.\n" for title in ("Soep", "Brood")
    ]
    made = actions(
        taken("# Charter 2026\n\nEerstelijnszone Heidekant\n\n## Doelstelling 1: Samen eten\n\n" + "\n".join(lines))
    )
    assert list(made) == ["Soep", "Brood"]
    assert all((one["lead"], one["partners"]) == (["femma"], ["okra"]) for one in made.values())
    assert all(behind.strip() in one["text"] for one in made.values())


def test_one_goal_may_have_paragraphs_and_another_a_list() -> None:
    text = "# Charter 2026\n\nEerstelijnszone Heidekant\n\n## Doelstelling 1: Samen eten\n\n**Soep.** We koken. Trekker: Femma. Met GO! Heide en Okra.\n\n**Brood.** We bakken. Trekker: Okra.\n\n"
    text += "## Doelstelling 2: Samen buiten\n\n1. **Fietsbieb.** Trekker: Okra. Partners: Samana.\n2. **Wandelkaart.** Trekker: Femma.\n"
    made = actions(taken(text))
    assert list(made) == ["Soep", "Brood", "Fietsbieb", "Wandelkaart"]
    assert len(made["Soep"]["partners"]) == 2


def test_a_name_of_the_zone_in_capitals_is_found_before_that_of_a_partner() -> None:
    found = taken(
        "WERKPLAN 2027 EERSTELIJNSZONE HEIDEKANT\n\n" + ROADS.partition("hieraan.")[2].replace("Femma", "OCMW Molem"),
        "plan.txt",
    )
    assert yaml.safe_load(found.files["plan/plan.yaml"])["organisation"] == "eerstelijnszone-heidekant"
    assert (
        yaml.safe_load(found.files["plan/actors.yaml"])["eerstelijnszone-heidekant"]["name"]
        == "Eerstelijnszone Heidekant"
    )


def test_bold_words_in_the_text_of_a_goal_are_no_actions() -> None:
    text = "# Charter 2026\n\nEerstelijnszone Heidekant\n\n## Doelstelling 1: Samen eten\n\n**Samen** is beter dan alleen.\n\n**Eten** verbindt mensen.\n"
    assert actions(taken(text)) == {}


def test_one_quarter_with_a_list_is_a_road_map() -> None:
    text = ROADS.partition("## Tweede")[0]
    assert len(actions(taken(text))) == 4


def test_a_bold_heading_behind_the_last_action_begins_a_chapter() -> None:
    found = taken(f"{COUNTED}\n**Werkafspraken**\n\nWe zien elkaar elke maand.\n")
    assert "We zien elkaar elke maand." in found.files["plan/texts/werkafspraken.md"]
    assert "elke maand" not in actions(found)["Fruitmand"]["text"]


# A plan without actions


def test_a_plan_without_actions_says_so_first_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "visie.md"
    document.write_text(
        "# Actieplan 2026\n\nEerstelijnszone Heidekant\n\n## Strategische doelstelling 1: Samen\n\nWe doen het samen.\n"
    )
    assert main(["--lang", "en", "import", "plan", str(document), "--out", str(tmp_path / "plan")]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("No action was found in this document")
    assert "%" not in printed


# Labels by what they ask


def test_questions_of_a_form_are_read_by_what_they_ask() -> None:
    text = "SD 1 Samen\n\nOD 1.1 Dichtbij\n\nActie 1.1.1: Babbelbank\n\nWat ondernemen we?\nWe zetten een bank.\n\nVoor welke bewoners?\nMantelzorgers\n\nHoe ver staan we?\nGestart in maart 2026\n\nTrekker: Femma\n"
    made = actions(taken(f"Actieplan 2026\n\n{text}", "plan.txt"))["Babbelbank"]
    assert made["target_groups"] == ["mantelzorgers"]
    assert "## Wat? We zetten een bank." in made["text"]
    assert (made["status"], made["start"]) == ("running", "maart 2026")


# Goals in cells


def test_what_stands_below_a_goal_in_its_cell_is_its_text() -> None:
    rows = "<tr><td>Doelstelling</td><td>Actie</td><td>Trekker</td></tr>"
    rows += (
        "<tr><td><p>1. Iedereen eet gezond</p><p>Groenten zijn nog te duur.</p></td><td>Soep</td><td>Femma</td></tr>"
    )
    rows += "<tr><td><p>2. Iedereen beweegt</p><p>en komt buiten</p></td><td>Fietsbieb</td><td>Okra</td></tr>"
    found = taken(f"<h1>Actieplan 2026</h1><table>{rows}</table>", "plan.html")
    goals = yaml.safe_load(found.files["plan/goals.yaml"])
    assert [(one["title"], one.get("text")) for one in goals] == [
        ("Iedereen eet gezond", "Groenten zijn nog te duur.\n"),
        ("Iedereen beweegt en komt buiten", None),
    ]


def test_a_number_that_is_aimed_at_is_no_heading_of_a_goal() -> None:
    text = "1. Samen\n\n1.1 Dichtbij\n\nActie 1.1.1 Babbelbank\nTrekker: Femma\nStatus: begonnen in maart 2026\nDoel: 25 bezoekers\n\nActie 1.1.2 Soep\nTrekker: Okra\n"
    found = taken(f"Actieplan 2026\n\n{text}", "plan.txt")
    assert [one["title"] for one in yaml.safe_load(found.files["plan/goals.yaml"])] == ["Samen"]
    bank = actions(found)["Babbelbank"]
    assert [(one["target"], one["unit"]) for one in bank["indicators"]] == [(25, "bezoekers")]
    assert (bank["status"], bank["start"]) == ("running", "maart 2026")


def test_a_title_of_many_words_ends_where_a_code_or_label_stands() -> None:
    more = "We koken elke week samen met de buren van de straat en delen wat over is met wie het nodig heeft in de wijk en daarbuiten."
    text = f"Actieplan 2026\n\nSD 1 Samen eten {more} Trekker: Femma. Timing: 2026\n\nOD 1.1 Dichtbij\n\nActie 1.1.1: Soep\nTrekker: Okra\n"
    found = taken(text, "plan.txt")
    [goal] = yaml.safe_load(found.files["plan/goals.yaml"])
    assert goal["title"].startswith("Samen eten We koken")
    assert "Trekker" not in goal["title"]
    assert "Trekker: Femma. Timing: 2026" in goal["text"]


def test_headings_that_count_behind_a_dash_are_no_page_numbers() -> None:
    text = "Actieplan 2026\n\n" + "\n".join(f"Werf – {at}\n\nWe doen {at} ding.\n" for at in range(1, 4))
    assert not [one for one in read("plan.txt", text.encode()).lines if one.running]


NUMBERED = """Charter 2026

Zorgraad Heidekant

Engagement 1: Samen eten

1. Stickeractie. Stickers in elke keuken. Trekker: Okra. Status: loopt.
2. Kookles (geannuleerd). Trekker: Femma.
3. Brooddag – on hold. Trekker: Samana. (tot nader order)
"""


def test_the_first_sentence_of_an_item_is_its_title_and_its_state_may_stand_before_the_facts() -> None:
    made = actions(taken(NUMBERED, "plan.txt"))
    assert {title: one["status"] for title, one in made.items()} == {
        "Stickeractie": "running",
        "Kookles": "stopped",
        "Brooddag": "on-hold",
    }
    assert made["Stickeractie"]["text"] == "Stickers in elke keuken."
    assert "tot nader order" in made["Brooddag"]["text"]


def test_a_goal_with_a_list_has_actions_also_where_those_of_another_have_headings() -> None:
    listed = "1. **Soep.** Trekker: Okra.\n2. **Brood.** Trekker: Femma. Partners: Samana.\n"
    headed = (
        "### Operationele doelstelling 1.1: Buiten\n\n#### Actie 1.1.1: Fietsbieb\n\nTrekker: Okra\n\nStatus: loopt\n\n"
    )
    text = (
        f"# Plan 2026\n\n## Strategische doelstelling 1: Bewegen\n\n{headed}### Operationele doelstelling 1.2: Eten\n\n"
    )
    assert list(actions(taken(text + listed))) == ["Fietsbieb", "Soep", "Brood"]
    assert list(actions(taken(text + "1. Groenten.\n2. Fruit.\n"))) == ["Fietsbieb"]
