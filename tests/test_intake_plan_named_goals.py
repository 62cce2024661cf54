"""Forms that name the goal of their action: such a row refers, and the goals are what is named, once each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from test_intake_plan_structure import actions, of, take

from elzctl.intake.taken import Taken

TITLE = "Actieplan 2026 ELZ Waterkant"
FICHES = {
    "1.1.1": ("Wegwijzer op papier", "SD 1: Burgers vinden zorg", "OD 1.1: Het aanbod is bekend", "OCMW Zandhove"),
    "2.1.1": ("Wijkoverleg", "SD 2: Zorgverleners kennen elkaar", "OD 2.1: Elke wijk heeft overleg", "Okra Zuid"),
    "1.1.2": ("Infosessies", "SD 1: Burgers vinden zorg", "OD 1.1: Het aanbod is bekend", "Samana Zuid"),
}
TREE = {
    "Burgers vinden zorg": {"Het aanbod is bekend": ["Wegwijzer op papier", "Infosessies"]},
    "Zorgverleners kennen elkaar": {"Elke wijk heeft overleg": ["Wijkoverleg"]},
}
ONE_LEVEL = {goal: {goal: titles} for goal, below in TREE.items() for titles in below.values()}


def bare(goal: str) -> str:
    """*SD 1: Samen* as *1. Samen*, *OD 1.1: Samen* as *1.1 Samen*."""
    code, title = goal.split(": ")
    number = code.split()[1]
    return f"{number} {title}" if "." in number else f"{number}. {title}"


def no(goal: str) -> str:
    return goal.split()[1].rstrip(":")


def facts(lead: str) -> list[tuple[str, ...]]:
    return [("Trekker", lead), ("Partners", "CAW Halle, Wit-Gele Kruis"), ("Timing", "mei 2026"), ("Status", "lopend")]


def lines(lead: str) -> list[str]:
    return [": ".join(fact) for fact in facts(lead)]


TABLES: dict[str, Callable[[str, str, str, str], list[tuple[str, ...]]]] = {
    "codes": lambda n, t, s, o: [("Fiche", f"{n} {t}"), ("Strategische doelstelling", s), ("Operationele doelstelling", o)],
    "numbers": lambda n, t, s, o: [("Fiche", f"{n} {t}"), ("Strategische doelstelling", bare(s)), ("Operationele doelstelling", bare(o))],
    "letters": lambda n, t, s, o: [("Fiche", f"{n} {t}"), ("SD", s), ("OD", o)],
    "in the label": lambda n, t, s, o: [
        ("Actie", f"{n} {t}"),
        (f"Strategische doelstelling {no(s)}", s.split(": ")[1]),
        (f"Operationele doelstelling {no(o)}", o.split(": ")[1]),
    ],
    "before": lambda n, t, s, o: [("Strategische doelstelling:", s), ("Operationele doelstelling:", o), ("Actie", f"{n} {t}")],
    "in one cell": lambda n, t, s, o: [(f"Actiefiche {n}: {t}",), ("Strategische doelstelling", s), ("Operationele doelstelling", o)],
    "no codes": lambda _, t, s, o: [("Actie", t), ("Strategische doelstelling", s.split(": ")[1]), ("Operationele doelstelling", o.split(": ")[1])],
}  # fmt: skip
LINES: dict[str, Callable[[str, str, str, str], list[str]]] = {
    "codes": lambda n, t, s, o: [f"Actie {n}: {t}", f"Strategische doelstelling: {s}", f"Operationele doelstelling: {o}"],
    "in the label": lambda n, t, s, o: [
        f"Actie {n}: {t}",
        f"Strategische doelstelling {no(s)}: {s.split(': ')[1]}",
        f"Operationele doelstelling {no(o)}: {o.split(': ')[1]}",
    ],
    "no codes": lambda n, t, s, o: [
        f"Actie {n}: {t}",
        f"Strategische doelstelling: {s.split(': ')[1]}",
        f"Operationele doelstelling: {o.split(': ')[1]}",
    ],
    "before": lambda n, t, s, o: [f"Strategische doelstelling: {s}", f"Operationele doelstelling: {o}", f"Actie {n}: {t}"],
}  # fmt: skip


def tree(found: Taken) -> dict[str, dict[str, list[str]]]:
    """The titles of the actions below those of their goals."""
    made: dict[str, dict[str, list[str]]] = {}
    titles = {number: re.findall(r"title: (.*)", text)[0] for number, text in actions(found).items()}
    for goal in yaml.safe_load(found.files["plan/goals.yaml"]) or []:
        below: dict[str, Any] = {}
        for one in goal.get("goals", []):
            assert "text" not in one
            below[one["title"]] = [
                titles[number] for number in sorted(titles) if number.startswith(f"{one['number']}.")
            ]
        made[goal["title"]] = below
    return made


def assert_filled(found: Taken) -> None:
    leads = {re.findall(r"\nlead: \[(.*)\]", text)[0] for text in actions(found).values()}
    assert leads == {"ocmw-zandhove", "okra-zuid", "samana-zuid"}
    assert all("\npartners: [caw-halle, wit-gele-kruis]\n" in text for text in actions(found).values())
    assert all("\ndue: mei 2026\n" in text for text in actions(found).values())


@pytest.mark.parametrize("form", TABLES)
def test_a_row_that_names_a_goal_refers(form: str) -> None:
    found = of(TITLE, *([*TABLES[form](n, t, s, o), *facts(lead)] for n, (t, s, o, lead) in FICHES.items()))
    assert tree(found) == TREE
    assert_filled(found)


@pytest.mark.parametrize("row", ["Doelstelling | Doelstelling {no}: {title}", "Doelstelling {no} | {title}"])
def test_one_row_for_the_goal(row: str) -> None:
    def named(goal: str) -> tuple[str, ...]:
        return tuple(row.format(no=no(goal), title=goal.split(": ")[1]).split(" | "))

    found = of(TITLE, *([("Naam actie", t), named(s), *facts(lead)] for t, s, _, lead in FICHES.values()))
    assert tree(found) == ONE_LEVEL
    assert_filled(found)


@pytest.mark.parametrize("form", LINES)
def test_a_line_that_names_a_goal_refers(form: str) -> None:
    parts = ["\n".join([*LINES[form](n, t, s, o), *lines(lead)]) for n, (t, s, o, lead) in FICHES.items()]
    found = take("\n\n".join([TITLE, *parts]))
    assert tree(found) == TREE
    assert_filled(found)


def test_where_headings_are_the_goals_forms_name_them_and_make_none() -> None:
    tables = {n: [*TABLES["codes"](n, t, s, o), *facts(lead)] for n, (t, s, o, lead) in FICHES.items()}
    found = of(
        TITLE,
        ("SD 1: Burgers vinden zorg", 1),
        ("OD 1.1: Het aanbod is bekend", 2),
        tables["1.1.1"],
        ("SD 2: Zorgverleners kennen elkaar", 1),
        ("OD 2.1: Elke wijk heeft overleg", 2),
        tables["2.1.1"],
        tables["1.1.2"],
    )
    assert tree(found) == TREE
    assert_filled(found)


def test_operational_goals_that_only_forms_name_come_below_the_headings() -> None:
    tables = {n: [*TABLES["codes"](n, t, s, o), *facts(lead)] for n, (t, s, o, lead) in FICHES.items()}
    found = of(
        TITLE,
        ("SD 1: Burgers vinden zorg", 1),
        tables["1.1.1"],
        tables["1.1.2"],
        ("SD 2: Zorgverleners kennen elkaar", 1),
        tables["2.1.1"],
    )
    assert tree(found) == TREE


def test_lines_that_come_once_before_their_actions_stay_headings() -> None:
    found = take(
        f"{TITLE}\n\nStrategische doelstelling: Burgers vinden zorg\n\nOperationele doelstelling: Het aanbod is bekend\n\n"
        "Actie 1: Wegwijzer\nTrekker: OCMW Zandhove\nTiming: mei 2026\n\nActie 2: Infosessies\nTrekker: Okra Zuid\nTiming: juni 2026\n\n"
        "Operationele doelstelling: Niemand valt uit\n\nActie 3: Formulier\nTrekker: CAW Halle\nTiming: mei 2026\n"
    )
    assert tree(found) == {
        "Burgers vinden zorg": {"Het aanbod is bekend": ["Wegwijzer", "Infosessies"], "Niemand valt uit": ["Formulier"]}
    }


def test_empty_actions_beside_forms_below_goals_are_told_first() -> None:
    found = take(
        f"{TITLE}\n\nActie 1.1.1: Wegwijzer\n\nOperationele doelstelling 1.1: Het aanbod is bekend\nDit doel is groot.\n\n"
        "Trekker: OCMW Zandhove\nTiming: mei 2026\n\nActie 1.1.2: Infosessies\nTrekker: Okra Zuid\nTiming: juni 2026\n"
    )
    assert "lead:" not in actions(found)["1.1.1"]
    assert found.remarks[0].text.startswith("Actions came out empty")
    assert dict(found.remarks[0].args)["path"] == "plan/actions/wegwijzer.md"


@pytest.mark.parametrize("number", ["{n}.", "{n})"])
@pytest.mark.parametrize("again", [True, False])
def test_numbered_items_with_a_text_and_labels_below_goals_are_the_actions(number: str, *, again: bool) -> None:
    parts = [TITLE]
    count = 0
    for goal, titles in (("Doelstelling 1: Samen eten", ("Soep", "Brood")), ("Doelstelling 2: Bewegen", ("Wandelen", "Fietsen"))):  # fmt: skip
        parts.append(goal)
        count = 0 if again else count
        for title in titles:
            count += 1
            parts.append(
                f"{number.format(n=count)} {title}\nWe doen dit in elke wijk, met vrijwilligers.\nWie: OCMW Zandhove (trekker), Okra Zuid\nWanneer: mei 2026"
            )
    found = take("\n\n".join(parts))
    assert tree(found) == {"Samen eten": {"Samen eten": ["Soep", "Brood"]}, "Bewegen": {"Bewegen": ["Wandelen", "Fietsen"]}}  # fmt: skip
    assert all("lead: [ocmw-zandhove]\npartners: [okra-zuid]\n" in text for text in actions(found).values())
    assert "Again" not in "".join(actions(found).values())


def test_a_row_of_one_cell_with_a_word_and_number_for_a_goal_heads_the_rows_below() -> None:
    rows = [("Actie", "Trekker", "Timing"), ("Thema 1: Eten",), ("Soep", "OCMW Zandhove", "mei 2026"), ("Brood", "Okra Zuid", "mei 2026"), ("Thema 2: Bewegen",), ("Wandelen", "CAW Halle", "mei 2026")]  # fmt: skip
    assert tree(of(TITLE, rows)) == {"Eten": {"Eten": ["Soep", "Brood"]}, "Bewegen": {"Bewegen": ["Wandelen"]}}


HEAD = f"{TITLE}\n\nSD 1: Samen\n\nOD 1.1: Elkaar kennen\n\n1.1.1 Netwerkdag\n"


@pytest.mark.parametrize(
    ("line", "lead", "partners"),
    [
        ("Trekker: Seniorenraad Zandhove, i.s.m. ELZ Waterkant", "seniorenraad-zandhove", "elz-waterkant"),
        ("Trekker: OCMW Zandhove i.s.m. CAW Halle", "ocmw-zandhove", "caw-halle"),
        ("Trekker: Samana, in samenwerking met Okra", "samana", "okra"),
        ("Trekker: Samana (i.s.m. Okra, CAW Halle)", "samana", "okra, caw-halle"),
        ("Trekker: Samana m.m.v. Okra", "samana", "okra"),
        ("Trekker: Logo Zuid, samen met Okra en CAW Halle", "logo-zuid", "okra, caw-halle"),
        ("Wie: Samana (trekker), Okra", "samana", "okra"),
        ("Wie: dienst Lokale Economie (trekker), Unizo Zandstreek", "dienst-lokale-economie", "unizo-zandstreek"),
        ("Trekker: OCMW Zandhove\nPartners: Okra, i.s.m. CAW Halle", "ocmw-zandhove", "okra, caw-halle"),
        ("Trekker: OCMW Zandhove\nPartners: Uit De Marge, Samana", "ocmw-zandhove", "marge, samana"),
    ],
)
def test_who_works_along_leads_nothing(line: str, lead: str, partners: str) -> None:
    text = actions(take(f"{HEAD}{line}\nTiming: mei 2026\n"))["1.1.1"]
    assert f"\nlead: [{lead}]\npartners: [{partners}]\n" in text


def test_a_person_who_works_along_stays_private() -> None:
    found = take(f"{HEAD}Trekker: Samana, i.s.m. Sarah Zwartjes\nTiming: mei 2026\n")
    assert "lead: [samana]" in actions(found)["1.1.1"]
    assert not any("Zwartjes" in text for path, text in found.files.items() if not path.startswith("private/"))


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Dit staat on hold tot de provincie antwoordt.", "on-hold"),
        ("Deze actie ligt voorlopig in de koelkast tot er geld is.", "on-hold"),
        ("Staat dit on hold?", "running"),
        ("Dit staat niet on hold.", "running"),
    ],
)
def test_on_hold_until(sentence: str, status: str) -> None:
    text = actions(take(f"{HEAD}We zoeken uit wat kan. {sentence}\nTrekker: Samana\nTiming: mei 2026\n"))["1.1.1"]
    assert f"\nstatus: {status}\n" in text


def test_what_stands_before_a_greeting_is_of_no_action() -> None:
    fiches = "\n\n".join(
        f"Actie 1.1.{n}: {t}\nWe doen het.\nTrekker: OCMW Zandhove\nTiming: mei 2026"
        for n, t in enumerate(("Soep", "Brood", "Wandelen", "Fietsen"), 1)
    )
    end = "Nog dit: het volgende overleg is in juni.\n\nMet vriendelijke groeten en tot dan,\n\nOkra Zuid\n"
    found = take(f"{TITLE}\n\nSD 1: Samen\n\nOD 1.1: Elkaar kennen\n\n{fiches}\n\n{end}")
    assert not any("Nog dit" in text or "groeten" in text for text in actions(found).values())
