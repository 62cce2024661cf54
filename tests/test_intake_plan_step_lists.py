"""Lists in the text of an action that say when in the words of people: *in het eerste kwartaal: …*, *tegen de zomer: …*, *daarna: …*."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from elzctl.intake.ledger import Certainty
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

HEAD = "Actieplan {year} ELZ Waterkant\n\nSD 1: Zorg\n\nOD 1.1: Thuis\n\n1.1.1 Soep verdelen\n\nWat gaan we doen?\n\nWe verdelen soep.\n\n"


def taken(*items: str, year: str = "2027", sign: str = "- ", label: str = "") -> Taken:
    head = HEAD.format(year=year).replace("Wat gaan we doen?", label or "Wat gaan we doen?")
    text = head + "\n".join(f"{sign}{one}" for one in items) + "\n\nTrekker: OCMW Zeedorp\n"
    return take_plan(read("plan.txt", text.encode()), PlanOptions(today=date(2026, 11, 1)))


def fiche(found: Taken) -> str:
    return found.files["plan/actions/soep-verdelen.md"]


def steps(found: Taken) -> list[dict[str, Any]]:
    top = yaml.safe_load(fiche(found).split("---")[1].replace("number:", "number: !!str"))
    found_steps: list[dict[str, Any]] = top.get("steps", [])
    return found_steps


def when(found: Taken) -> list[tuple[str, str, str]]:
    return [(one["what"], str(one.get("start", "")), str(one.get("due", ""))) for one in steps(found)]


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        (
            ("in het eerste kwartaal: buren zoeken", "tegen de zomer: de eerste soepdag", "daarna: elke maand een soepdag"),
            [("buren zoeken", "", "eerste kwartaal 2027"), ("de eerste soepdag", "", "zomer 2027"), ("elke maand een soepdag", "", "")],
        ),
        (
            ("In het voorjaar: rondvraag", "In de zomer: proefdag", "Tegen eind 2027: verslag"),
            [("rondvraag", "", "voorjaar 2027"), ("proefdag", "", "zomer 2027"), ("verslag", "", "eind 2027")],
        ),
        (
            ("vanaf maart: buren zoeken", "begin juni: proefdag", "nadien: bijsturen", "in december: afronden"),
            [("buren zoeken", "maart 2027", ""), ("proefdag", "", "begin juni 2027"), ("bijsturen", "", ""), ("afronden", "", "december 2027")],
        ),
        (
            ("eerst: buren zoeken", "in mei 2027: proefdag", "vervolgens: bijsturen", "eind 2027: verslag"),
            [("buren zoeken", "", ""), ("proefdag", "", "mei 2027"), ("bijsturen", "", ""), ("verslag", "", "eind 2027")],
        ),
        (
            ("1ste kwartaal – buren zoeken", "2de kwartaal – proefdag", "2de helft van het jaar – uitrollen"),
            [("buren zoeken", "", "1ste kwartaal 2027"), ("proefdag", "", "2de kwartaal 2027"), ("uitrollen", "", "2de helft 2027")],
        ),
        (
            ("tussen januari en maart: buren zoeken", "tegen september: proefdag", "ten slotte: verslag"),
            [("buren zoeken", "januari 2027", "maart 2027"), ("proefdag", "", "september 2027"), ("verslag", "", "")],
        ),
    ],
    ids=range(6),
)  # fmt: skip
@pytest.mark.parametrize("label", ["Wat gaan we doen?", "Hoe?"])
def test_each_line_is_a_step_and_a_guess(
    items: tuple[str, ...], wanted: list[tuple[str, str, str]], label: str
) -> None:
    found = taken(*items, label=label)
    assert when(found) == wanted
    told = [one for one in found.account.entries if one.field.startswith("steps")]
    assert told
    assert {one.certainty for one in told} == {Certainty.GUESSED}
    assert all(item.split(": ")[-1].split("– ")[-1] not in fiche(found).split("---")[2] for item in items)


@pytest.mark.parametrize(
    "items",
    [
        ("in de eerste plaats: buren zoeken", "daarna: een soepdag"),
        ("eerst: buren zoeken", "daarna: een soepdag", "later: nog een"),
        ("in het park: soep", "in de kerk: brood", "tegen de muur: een bank"),
        ("in het eerste kwartaal: buren zoeken", "en we zien wel wat er dan nog kan"),
    ],
)
def test_other_lists_stay_text(items: tuple[str, ...]) -> None:
    found = taken(*items)
    assert steps(found) == []
    assert all(one in fiche(found) for one in items)


@pytest.mark.parametrize("year", ["", "2027"])
def test_a_time_that_no_step_has_is_told(year: str) -> None:
    # Without a year of the plan no date is made; with a line that says no time it is no list of steps.
    items = ("in het eerste kwartaal: buren zoeken", "tegen de zomer: een soepdag")
    found = taken(*items, *([] if not year else ["en we zien wel wat er dan nog kan"]), year=year)
    assert steps(found) == []
    told = [one for one in found.account.entries if one.lines and one.certainty is not Certainty.READ]
    assert any("eerste kwartaal" in one.words for one in told)
    assert any("zomer" in one.words for one in told)


@pytest.mark.parametrize(
    ("row", "stays"),
    [("| Zaal zoeken | OCMW Zeedorp | mei 2027 |", False), ("| Zaal zoeken | iedereen | ooit |", True)],
)
def test_a_table_of_steps_is_no_text_of_the_section_above_it_unless_the_steps_say_less(
    row: str, *, stays: bool
) -> None:
    table = f"| Stap | Wie | Wanneer |\n| --- | --- | --- |\n{row}\n| Soep koken | OCMW Zeedorp | juni 2027 |\n"
    text = "# Actieplan 2027 ELZ Waterkant\n\n## SD 1: Zorg\n\n### OD 1.1: Thuis\n\n#### 1.1.1 Soep verdelen\n\n"
    text += f"**Wat doen we niet?**\n\nWe koken niet elke dag.\n\n{table}\n**Trekker:** OCMW Zeedorp\n"
    found = take_plan(read("plan.md", text.encode()), PlanOptions(today=date(2026, 11, 1)))
    assert [one["what"] for one in steps(found)] == ["Zaal zoeken", "Soep koken"]
    assert ("| Soep koken |" in fiche(found)) is stays
