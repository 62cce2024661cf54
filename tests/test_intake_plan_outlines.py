"""Outlines of plans of other makes: letters and numbers of goals, headings without style, and what stands behind the actions."""

from __future__ import annotations

from datetime import date

import yaml

from elzctl.intake.paper import Block, Line, Make, Paper
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken


def taken(data: bytes | str, name: str = "plan.txt") -> Taken:
    raw = data.encode() if isinstance(data, str) else data
    return take_plan(read(name, raw), PlanOptions(today=date(2026, 3, 1)))


def outline(found: Taken) -> list[str]:
    """The numbers and titles of goals and actions, in the order of their numbers."""
    goals = yaml.safe_load(found.files["plan/goals.yaml"])
    rows = [(str(one["number"]), one["title"]) for goal in goals for one in (goal, *goal.get("goals", ()))]
    for path, text in found.files.items():
        if path.startswith("plan/actions/"):
            head = yaml.safe_load(text.split("---")[1])
            rows.append((str(head["number"]), head["title"]))
    return [f"{number} {title}" for number, title in sorted(rows)]


def test_letters_of_pillars_are_numbers_of_the_goals_and_actions_below_them() -> None:
    text = "Plan 2026 ELZ Waterkant\n\n"
    for letter, pillar in (("A", "BUURT"), ("B", "NETWERK"), ("C", "KENNIS")):
        text += f"Pijler {letter} – {pillar}\n\n"
        for goal in (1, 2):
            text += f"Doelstelling {letter}{goal}. Iets voor {pillar.lower()} {goal}\n\n"
            text += (
                f"Actie {letter}{goal}.1 Doen voor {pillar.lower()} {goal}\nTrekker: OCMW Waterkant\nTiming: 2026\n\n"
            )
    found = outline(taken(text))
    assert [row for row in found if row.count(".") == 0] == ["1 BUURT", "2 NETWERK", "3 KENNIS"]
    assert "2.1 Iets voor netwerk 1" in found
    assert [row for row in found if "Doen" in row] == [
        f"{at}.{goal}.1 Doen voor {pillar} {goal}"
        for at, pillar in enumerate(("buurt", "netwerk", "kennis"), 1)
        for goal in (1, 2)
    ]


def test_letters_that_are_short_for_words_are_no_numbers() -> None:
    text = "Plan 2026 ELZ Waterkant\n\n"
    for goal in (1, 2):
        text += f"D{goal} Doel nummer {goal}\n\n"
        text += f"A{goal} Doen voor {goal}\nTrekker: OCMW Waterkant\nTiming: 2026\n\n"
    assert [row for row in outline(taken(text)) if "Doen" in row] == ["1.1.1 Doen voor 1", "2.1.1 Doen voor 2"]


def test_a_goal_with_a_short_title_and_the_number_of_an_action_before_it_is_a_goal() -> None:
    text = (
        "Plan 2026 ELZ Waterkant\n\nSD1 Buurten\nOD1.1 Er is soep\nActie 1: Koken\n Trekker: OCMW Waterkant\n Wanneer: 2026\n"
        "Actie 2: Eten\n Trekker: CAW Polder\n Wanneer: 2026\n\nSD2 Kennis\nOD2.1 Er zijn cijfers\nActie 3: Tellen\n Trekker: Logo Polder\n"
        " Wanneer: 2026\n\nSD3 Geld\nOD3.1 Er is geld\nActie 4: Sparen\n Trekker: CAW Polder\n Wanneer: 2026\n"
    )
    assert outline(taken(text)) == [
        "1 Buurten",
        "1.1 Er is soep",
        "1.1.1 Koken",
        "1.1.2 Eten",
        "2 Kennis",
        "2.1 Er zijn cijfers",
        "2.1.1 Tellen",
        "3 Geld",
        "3.1 Er is geld",
        "3.1.1 Sparen",
    ]


def test_what_stands_behind_the_actions_is_a_chapter_where_no_heading_has_a_style() -> None:
    for heading in ("Slot", "Slotwoord", "Bijlage 1: wie we zijn", "Annex – who we are"):
        found = taken(
            "Plan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n"
            f"1.1.1 Soep\n\nWaarom?\n\nHet is koud.\n\n{heading}\n\nDank aan alle diensten die meewerken.\n"
        )
        assert "Dank aan" not in found.files["plan/actions/soep.md"]
        assert any("Dank aan" in text for path, text in found.files.items() if path.startswith("plan/texts/"))


def paper(*rows: tuple[str, int, str]) -> Paper:
    """A document of a PDF: each row a text, the level of its heading and its style."""
    lines = tuple(Line(text, 1, at) for at, (text, _, _) in enumerate(rows, 1))
    blocks = tuple(Block(text, (at,), style, level, gap=True) for at, (text, level, style) in enumerate(rows))
    return Paper("plan.pdf", Make.PDF, lines, blocks)


def test_a_heading_with_the_style_of_the_chapters_before_the_goals_ends_them() -> None:
    found = take_plan(
        paper(
            ("Charter werkgroep Vallen 2026", 0, "title"),
            ("Missie", 1, "heading 1"),
            ("De werkgroep wil dat ouderen minder vallen.", 0, ""),
            ("Afspraken", 1, "heading 1"),
            ("Doelstelling 1: Ouderen kennen hun risico", 0, ""),
            ("Actie 1.1: Een dag in elke gemeente", 0, ""),
            ("Trekker: Thuiszorg Polder", 0, ""),
            ("Wanneer: oktober 2026", 0, ""),
            ("Manier van werken", 1, "heading 1"),
            ("We komen vier keer per jaar samen.", 0, ""),
        ),
        PlanOptions(today=date(2026, 3, 1)),
    )
    assert not any("vier keer" in text for path, text in found.files.items() if path.startswith("plan/actions/"))
    assert "vier keer" in found.files["plan/texts/manier-werken.md"]


def test_a_strong_line_right_above_a_form_is_an_action_below_the_headings() -> None:
    found = take_plan(
        paper(
            ("Actieplan 2026 ELZ Waterkant", 1, "heading 1"),
            ("Gezonde buurten", 2, "heading 2"),
            ("Mensen bewegen meer", 3, "heading 3"),
            ("Routes tekenen", 0, "strong"),
            ("Trekker: Sportdienst Waterkant", 0, ""),
            ("Status: lopend", 0, ""),
            ("Dit is belangrijk", 0, "strong"),
            ("En dit niet.", 0, ""),
            ("Banken zetten", 0, "strong"),
            ("Trekker: Dienst Wegen", 0, ""),
            ("Timing: 2026", 0, ""),
        ),
        PlanOptions(today=date(2026, 3, 1)),
    )
    assert outline(found)[-2:] == ["1.1.1 Routes tekenen", "1.1.2 Banken zetten"]
    assert "Dit is belangrijk" in found.files["plan/actions/routes-tekenen.md"]


def test_a_label_that_ends_with_its_own_sign_gets_no_colon() -> None:
    text = "Plan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n1.1.1 Soep\n\n"
    found = taken(f"{text}Wanneer?\n\nals het koud is en er genoeg kommen zijn\n\nWaarom?\n\nHet is koud.\n")
    assert "?:" not in found.files["plan/actions/soep.md"]


def test_actions_that_are_counted_anew_under_each_goal_are_actions() -> None:
    text = "Werkplan 2027 Eerstelijnszone Waterkant\n\n"
    text += "1 Preventie\n1.1 Minder vallen\nA. Koffer met hulpmiddelen\nTrekker: Logo Polder\nTiming: 2027\nB. Route door het dorp\n"
    text += (
        "Trekker: Sportdienst Polder\nTiming: 2027\n1.2 Meer praten\nA. Praattafel\nTrekker: CAW Polder\nTiming: 2027\n"
    )
    text += "2 Samenwerking\n2.1 Besturen\nA. Ontbijt\nTrekker: OCMW Waterkant\nTiming: 2027\n"
    assert outline(taken(text)) == [
        "1 Preventie",
        "1.1 Minder vallen",
        "1.1.1 Koffer met hulpmiddelen",
        "1.1.2 Route door het dorp",
        "1.2 Meer praten",
        "1.2.1 Praattafel",
        "2 Samenwerking",
        "2.1 Besturen",
        "2.1.1 Ontbijt",
    ]


def test_roman_numbers_before_points_are_numbers_and_letters_stay_letters() -> None:
    roman = "Plan 2026 ELZ Waterkant\n\n"
    for number, name in (("I", "zorg"), ("II", "buurt"), ("IV", "kennis")):
        roman += (
            f"Speerpunt {number}. Over {name}\n\nDoel {number}.1 Meer {name}\n\nActie {number}.1.a Doen aan {name}\n"
        )
        roman += "Trekker: OCMW Waterkant\nTiming: 2026\n\n"
    found = outline(taken(roman))
    assert [row for row in found if "Doen" in row] == [
        "1.1.1 Doen aan zorg",
        "2.1.1 Doen aan buurt",
        "4.1.1 Doen aan kennis",
    ]


def test_an_action_is_referred_to_by_its_whole_code() -> None:
    text = "Plan 2026 ELZ Waterkant\n\nSpeerpunt I. Zorg\n\nDoel I.1 Meer zorg\n\nActie I.1.a Soep\nTrekker: CAW\nTiming: 2026\n\n"
    found = taken(f"{text}Actie I.1.b Brood\nTrekker: CAW\nTiming: 2026\nHoe?\nZoals in actie I.1.a en voor I.1.\n")
    assert "Zoals in actie [[soep]] en voor [[meer-zorg]]." in found.files["plan/actions/brood.md"]
