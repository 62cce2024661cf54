"""Plans in shapes that no list has: facts in bullets, forms with other words for headings, codes with a cell of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from intake_word import Word

from elzctl.intake.ledger import Certainty
from elzctl.intake.paper import Line
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.readers.running import running
from elzctl.intake.taken import Taken
from elzctl.load import load
from elzctl.model import Action, Plan
from elzctl.tree import WorkTree


def taken(data: bytes, name: str) -> Taken:
    return take_plan(read(name, data), PlanOptions(today=date(2026, 11, 1)))


def plan_of(found: Taken, root: Path) -> Plan:
    """The plan that the files of a document are."""
    for path, text in found.files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return load(WorkTree(root)).plan


def state(action: Action) -> str:
    return action.status.value if action.status else ""


def who(action: Action) -> tuple[list[str], list[str]]:
    """Who leads an action, and who works along."""
    return [one.id for one in action.lead], [one.id for one in action.partners]


def goals(plan: Plan) -> list[tuple[str, str]]:
    return [(str(one.number), str(one.title)) for one in plan.all_goals]


def in_bullets(facts: dict[str, list[str]]) -> bytes:
    word = Word(dutch=True)
    word.title("Werkingsplan 2027 Eerstelijnszone Duinrand")
    word.heading(1, "Strategische doelstelling 1: Samen sterk")
    word.heading(2, "Operationele doelstelling 1.1: Elkaar vinden")
    for number, (title, items) in enumerate(facts.items(), start=1):
        word.heading(3, f"Actie 1.1.{number}: {title}")
        word.bullets(*items)
    return word.data()


def test_facts_in_bullets_keep_to_their_own_label(tmp_path: Path) -> None:
    facts = {
        "Buurtsoep": ["Locatie: de kiem", "Eigenaar: LDC De Kiem", "Bondgenoten: Ferm, OKRA, Samana", "Sprint: lente 2027", "Toestand: loopt"],
        "Fietsbieb": ["Locatie: sporthal", "Eigenaar: OCMW Duinrand", "Bondgenoten: CM, Solidaris", "Sprint: zomer 2027", "Toestand: niet meer nodig"],
        "Ruilkast": ["Locatie: kerkzaal", "Eigenaar: CAW Duinen", "Bondgenoten: Natuurpunt, KVLV", "Sprint: najaar 2027", "Toestand: moet nog starten"],
    }  # fmt: skip
    plan = plan_of(taken(in_bullets(facts), "bullets.docx"), tmp_path)
    assert [(one.title, state(one), who(one), str(one.due and one.due.text)) for one in plan.actions] == [
        ("Buurtsoep", "running", (["ldc-kiem"], ["ferm", "okra", "samana"]), "lente 2027"),
        ("Fietsbieb", "stopped", (["ocmw-duinrand"], ["cm", "solidaris"]), "zomer 2027"),
        ("Ruilkast", "planned", (["caw-duinen"], ["natuurpunt", "kvlv"]), "najaar 2027"),
    ]
    assert set(plan.actors) >= {"ldc-kiem", "ferm"}
    assert not {"locatie", "sprint", "toestand", "loopt", "de-kiem"} & set(plan.actors)


def test_one_label_that_nobody_knows_ends_the_value_before_it(tmp_path: Path) -> None:
    data = in_bullets(
        {"Buurtsoep": ["Trekker: OCMW Duinrand", "Partners: CM, Solidaris", "Kleurcode: blauw groen", "Status: lopend"]}
    )
    found = taken(data, "one.docx")
    (action,) = plan_of(found, tmp_path).actions
    assert who(action) == (["ocmw-duinrand"], ["cm", "solidaris"])
    assert "**Kleurcode:** blauw groen" in found.files["plan/actions/buurtsoep.md"]


@pytest.mark.parametrize("line", ["Kwartaal: Q1 2027", "Gestart: nog niet", "Kostenplaats: drie vier vijf"])
def test_a_line_below_a_list_of_partners_with_a_label_of_its_own_names_none(line: str, tmp_path: Path) -> None:
    text = f"Actieplan 2027\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\nActie 1.1.1: Soep\nTrekker: Ferm\nPartners:\n- Okra\n- OCMW Bosland\n{line}\n"
    found = taken(text.encode(), "plan.txt")
    assert who(plan_of(found, tmp_path).actions[0]) == (["ferm"], ["okra", "ocmw-bosland"])
    assert line in found.files["plan/actions/soep.md"]


LINES = """Verantwoordelijke: {lead}
Partners: {partners}
Projectcode: X-{number}
Horizon: {due}
Groeipad: van klein naar groot
Stand van zaken: {state}

"""


def test_a_label_above_a_list_in_a_list_belongs_to_the_facts_around_it(tmp_path: Path) -> None:
    word = Word(dutch=True)
    word.title("Actieplan 2027 ELZ Bosland")
    word.heading(1, "SD 1 Jong")
    word.heading(2, "OD 1.1 Spelen")
    word.heading(3, "Actie 1.1.1 Speelbos")
    word.bullets("Trekker: Jeugddienst Bosland", "Partners:")
    word.bullets("Chiro Bosland", "KSA Bosland", depth=2)
    word.bullets("Stand: afgewerkt")
    (action,) = plan_of(taken(word.data(), "nested.docx"), tmp_path).actions
    assert (state(action), who(action)) == ("done", (["jeugddienst-bosland"], ["chiro-bosland", "ksa-bosland"]))


def test_lines_with_labels_that_nobody_knows_name_no_actor(tmp_path: Path) -> None:
    text = "Jaarplan 2027\nEerstelijnszone Duinrand\n\nSD 1 Zorg dichtbij\n\nOD 1.1 Thuis blijven\n\n"
    rows = [("Valpreventie", "Logo Duinen", "WZC De Linde, Okra", "2 mei 2027", "gehaald"), ("Dagopvang", "CGG Duinen", "Familiehulp", "Q2 2027", "gaat niet door wegens plaatsgebrek")]  # fmt: skip
    for number, (title, lead, partners, due, stands) in enumerate(rows, start=1):
        form = LINES.format(lead=lead, partners=partners, number=number, due=due, state=stands)
        text += f"1.1.{number} {title}\n\n{form}"
    plan = plan_of(taken(text.encode(), "lines.txt"), tmp_path)
    assert [(state(one), who(one), str(one.due and one.due.text)) for one in plan.actions] == [
        ("done", (["logo-duinen"], ["wzc-linde", "okra"]), "2 mei 2027"),
        ("stopped", (["cgg-duinen"], ["familiehulp"]), "Q2 2027"),
    ]


def test_forms_and_goals_with_words_that_no_list_has_are_found(tmp_path: Path) -> None:
    word = Word(dutch=True)
    word.title("Beleidsnota 2027")
    word.para("Gemeente Zandberg")
    for goal, below in (("1: Jong zijn", ("1.1", "1.2")), ("2: Oud worden", ("2.1",))):
        word.heading(1, f"Koers {goal}")
        for number in below:
            word.heading(2, f"Halte {number} - Onderweg {number}")
            for place in (1, 2):
                rows = [(f"Bouwsteen {number}.{place}", f"Steen {number} {place}"), ("Trekker", "Jeugddienst Zandberg"), ("Geven een hand", "CAW Zandberg, Chiro Zandberg"), ("Status", "lopend")]  # fmt: skip
                word.table(rows, widths=(5, 11))
                word.para("")
    plan = plan_of(taken(word.data(), "stones.docx"), tmp_path)
    assert goals(plan) == [
        ("1", "Jong zijn"),
        ("1.1", "Onderweg 1.1"),
        ("1.2", "Onderweg 1.2"),
        ("2", "Oud worden"),
        ("2.1", "Onderweg 2.1"),
    ]
    assert [(str(one.number), one.title) for one in plan.actions] == [
        (f"{number}.{place}", f"Steen {number} {place}") for number in ("1.1", "1.2", "2.1") for place in (1, 2)
    ]
    assert all(who(one) == (["jeugddienst-zandberg"], ["caw-zandberg", "chiro-zandberg"]) for one in plan.actions)


def test_several_organisations_behind_a_label_that_nobody_knows_do_not_lead(tmp_path: Path) -> None:
    word = Word(dutch=True)
    word.title("Actieplan 2027")
    word.heading(1, "Strategische doelstelling 1: Rust")
    word.heading(2, "Operationele doelstelling 1.1: Slapen")
    crews = (("Domus Medica", "Logo Zandberg", "OKRA"), ("WZC De Linde", "CM"))
    for number, crew in enumerate(crews, start=1):
        rows = [(f"1.1.{number}", f"Kaart {number}"), ("Bemanning", ""), ("Wanneer", "2027"), ("Status", "bezig")]
        table = word.table(rows, widths=(5, 11))
        word.bullets(*crew, where=table.cell(1, 1))
        word.para("")
    found = taken(word.data(), "crew.docx")
    assert [who(one) for one in plan_of(found, tmp_path).actions] == [
        ([], ["domus-medica", "logo-zandberg", "okra"]),
        ([], ["wzc-linde", "cm"]),
    ]
    told = [one.certainty for one in found.account.entries if one.field == "partners"]
    assert set(told) == {Certainty.GUESSED}


def test_a_code_with_a_cell_of_its_own_has_its_title_beside_it(tmp_path: Path) -> None:
    word = Word(dutch=True)
    word.title("Meerjarenplan 2026-2031")
    word.para("Lokaal bestuur Vennedorp")
    word.para("De eerstelijnszone Kempenland werkt mee; ook in 2026 doet de eerstelijnszone Kempenland mee.")
    word.heading(1, "BD-1 Zorgzaam Vennedorp")
    word.table([("AP-1.1", "Iedereen vindt de weg")], widths=(3, 13))
    word.para("Wat hieronder staat doen we samen.")
    for number, title in enumerate(("Zorgloket openen", "Belrondes houden"), start=1):
        word.table([(f"ACT-1.1.{number}", title), ("Verantwoordelijke", "Dienst welzijn"), ("Stand", "lopend")])
        word.para("")
    plan = plan_of(taken(word.data(), "codes.docx"), tmp_path)
    assert goals(plan) == [("1", "Zorgzaam Vennedorp"), ("1.1", "Iedereen vindt de weg")]
    assert [(str(one.number), one.title) for one in plan.actions] == [
        ("1.1.1", "Zorgloket openen"),
        ("1.1.2", "Belrondes houden"),
    ]
    organisation = plan.settings.organisation
    assert organisation is not None
    assert organisation.id == "lokaal-bestuur-vennedorp"


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1.1", "1.2", "1.3")])
def test_a_word_and_a_number_above_a_form_head_an_action_when_they_come_back(
    numbers: tuple[str, ...], tmp_path: Path
) -> None:
    text = "Charter 2027\nEerstelijnszone Vennedorp\n\nDoel 1: Een warme buurt\n\n"
    for number, stands in zip(numbers, ("loopt", "behaald", f"opgenomen in traject {numbers[1]}"), strict=True):
        text += f"Traject {number} – Wandeling {number[-1]}\nTrekker: Logo Vennedorp\nPartners: OCMW Vennedorp\nStatus: {stands}\n\n"
    plan = plan_of(taken(text.encode(), "charter.txt"), tmp_path)
    assert [(one.title, state(one)) for one in plan.actions] == [
        ("Wandeling 1", "running"),
        ("Wandeling 2", "done"),
        ("Wandeling 3", "merged"),
    ]
    into = plan.actions[2].into
    assert into is not None
    assert into.id == "wandeling-2"


def test_steps_and_phases_with_numbers_are_no_actions(tmp_path: Path) -> None:
    text = "Actieplan 2027\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\nActie 1.1.1: Soep\n\nTrekker: OCMW Vennedorp\n\nHoe?\n\n"
    text += "Fase 1: koken\n\nTiming: mei 2027\n\nFase 2: eten\n\nTiming: juni 2027\n"
    plan = plan_of(taken(text.encode(), "phases.txt"), tmp_path)
    assert [one.title for one in plan.actions] == ["Soep"]


def test_sentences_that_begin_with_a_word_and_a_number_head_nothing(tmp_path: Path) -> None:
    text = "Actieplan 2027\n\nSinds 1 jaar werken we samen\n\nRuim 2 op 3 doet mee.\n\nDoel 1: Zorg\n\nActie 1.1: Soep\nTrekker: Ferm\n\n"
    text += "Sinds 2 jaar is er meer\n\nDoel 2: Rust\n\nActie 2.1: Slaap\nTrekker: Okra\n"
    plan = plan_of(taken(text.encode(), "plan.txt"), tmp_path)
    assert [title for _, title in goals(plan)] == ["Zorg", "Zorg", "Rust", "Rust"]
    assert [one.title for one in plan.actions] == ["Soep", "Slaap"]


MARKDOWN = """# Jaarplan 2027
## Strategische doelstelling 1: Zorg
### Operationele doelstelling 1.1: Warm
{sign}Actie 1.1.1: Soepbus
{bold}Trekker:{bold} OCMW Vennedorp
{bold}Partners:{bold} Ferm, Okra
{bold}Timing:{bold} mei 2027
{bold}Status:{bold} lopend

{sign}Actie 1.1.2: Koffiekar
{bold}Trekker:{bold} CAW Vennedorp
{bold}Status:{bold} gestopt op verzoek van de gemeente
"""


@pytest.mark.parametrize("sign", ["#### ", ""])
@pytest.mark.parametrize("bold", ["**", ""])
def test_markdown_without_blank_lines_has_a_label_on_each_line(sign: str, bold: str, tmp_path: Path) -> None:
    plan = plan_of(taken(MARKDOWN.format(sign=sign, bold=bold).encode(), "plan.md"), tmp_path)
    soup, coffee = plan.actions
    assert (soup.title, state(soup), who(soup)) == ("Soepbus", "running", (["ocmw-vennedorp"], ["ferm", "okra"]))
    assert (coffee.title, state(coffee), who(coffee)[0]) == ("Koffiekar", "stopped", ["caw-vennedorp"])
    assert coffee.reason == "gestopt op verzoek van de gemeente"


def test_a_paragraph_of_markdown_that_was_cut_stays_one(tmp_path: Path) -> None:
    text = "# Jaarplan 2027\n\n## 1. Zorg\n\nWe doen dit voor wie\nVennedorp: een gemeente aan het water,\nkent en er woont.\n"
    (chapter,) = [text for path, text in taken(text.encode(), "plan.md").files.items() if "Vennedorp" in text]
    assert "voor wie Vennedorp: een gemeente aan het water, kent" in chapter


def test_bold_labels_of_markdown_are_labels_in_a_text_too(tmp_path: Path) -> None:
    text = "Actieplan 2027\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\nActie 1.1.1: Soep\n**Trekker:** OCMW Vennedorp\n**Status**: geschrapt\n"
    (action,) = plan_of(taken(text.encode(), "plan.txt"), tmp_path).actions
    assert (state(action), who(action)[0], action.reason) == ("stopped", ["ocmw-vennedorp"], "")


def test_one_bold_label_in_an_item_is_a_label(tmp_path: Path) -> None:
    text = "# Actieplan 2027\n\n## SD 1 Zorg\n\n### OD 1.1 Thuis\n\n#### Actie 1.1.1: Soep\n\nVan alles.\n\n- **Status:** geschrapt\n"
    (action,) = plan_of(taken(text.encode(), "plan.md"), tmp_path).actions
    assert state(action) == "stopped"


def test_the_list_of_headings_at_the_beginning_heads_nothing(tmp_path: Path) -> None:
    word = Word(dutch=True)
    word.title("Charter 2027 netwerk Scholen")
    word.heading(1, "Overzicht")
    titles = {"1.1": "Bewegen", "1.2": "Eten", "2.1": "Luisteren"}
    for number, title in titles.items():
        word.para(f"Mikpunt {number} {title}")
    for goal in ("1", "2"):
        word.heading(1, f"Doel {goal}: Samen {goal}")
        for number, title in titles.items():
            if number.startswith(goal):
                word.heading(2, f"Mikpunt {number} {title}")
                word.bullets("Trekker: CLB Waterkant", "Laatste stand: loopt")
    plan = plan_of(taken(word.data(), "charter.docx"), tmp_path)
    assert [(one.title, state(one), who(one)[0]) for one in plan.actions] == [
        (title, "running", ["clb-waterkant"]) for title in titles.values()
    ]


def test_a_row_that_all_forms_have_is_no_foot_of_a_page() -> None:
    row = "Timing juni 2027"
    pages = (("Nota 2027", "Soep", row, "Brood", row, "Kaas", row), ("Water", row, "Thee", row))
    lines = [Line(text, page, at) for page, rows in enumerate(pages, 1) for at, text in enumerate(rows, 1)]
    assert running(lines) == frozenset()
    footed = [
        Line("Nota 2027", page, at) if text == row else Line(text, page, at)
        for page, rows in ((1, ("Soep", row)), (2, ("Water", row)))
        for at, text in enumerate(rows, 1)
    ]
    assert running(footed) == {1, 3}


def test_a_word_between_the_number_and_the_title_of_a_goal_is_no_title(tmp_path: Path) -> None:
    text = "Jaarplan 2027\n\n1. Strategische doelstelling: Zorg\n\n1.1 Operationele doelstelling: Warm\n\n1.1.1 Soep\nTrekker: Okra\nStatus: lopend\n"
    assert goals(plan_of(taken(text.encode(), "plan.txt"), tmp_path)) == [("1", "Zorg"), ("1.1", "Warm")]


def test_the_rule_below_the_head_of_a_table_in_markdown_is_not_left_over() -> None:
    text = "# Charter 2027\n\n## Traject 1: Taal\n\n| Trekker | OCMW Bosland |\n|---|---|\n| Status | lopend |\n\n---\n"
    assert taken(text.encode(), "plan.md").account.left == ()


STATES = {
    "gehaald": "done",
    "Status zoals gepland: nog niet gehaald": "planned",
    "niet meer nodig": "stopped",
    "gaat niet door": "stopped",
    "De actie gaat niet door bij gebrek aan geld.": "stopped",
    "opgenomen in actie 1.1.1": "merged",
    "Wordt voortaan overgenomen door fiche 1.1.1.": "merged",
    "opgenomen in de begroting 2027": "planned",
    "de markt ging door op 12 mei, de actie is dus klaar.": "done",
    "Deze actie ligt stil tot er iemand begint.": "on-hold",
    "start in 2029": "planned",
    "vertraagd": "running",
    "verschoven naar 2029": "on-hold",
    "verdaagd": "on-hold",
    "✓": "done",
    "geschrapt, te weinig vraag": "stopped",
}


@pytest.mark.parametrize(("words", "wanted"), STATES.items())
def test_what_stands_behind_the_label_of_a_status_tells_it(words: str, wanted: str, tmp_path: Path) -> None:
    text = (
        "Actieplan 2026\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\nActie 1.1.1: Markt\nTrekker: Okra\nStatus: lopend\n\n"
        f"Actie 1.1.2: Soep\nTrekker: Okra\nStatus: {words}\n"
    )
    found = taken(text.encode(), "plan.txt")
    soup = plan_of(found, tmp_path).actions[1]
    assert state(soup) == wanted
    told = [one for one in found.account.entries if one.path.endswith("soep.md") and one.field == "status"]
    if wanted == "running" or "niet gehaald" in words or "begroting" in words:
        assert all(one.certainty is not Certainty.READ for one in told)
        assert words in found.files["plan/actions/soep.md"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("geschrapt op vraag van de partners", "geschrapt op vraag van de partners"),
        ("stopgezet, te weinig vraag", "te weinig vraag"),
        ("niet meer nodig", "niet meer nodig"),
        ("gaat niet door", ""),
    ],
)
def test_what_stands_behind_a_state_is_its_reason(words: str, reason: str, tmp_path: Path) -> None:
    text = f"Actieplan 2026\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\nActie 1.1.1: Soep\nTrekker: Okra\nStatus: {words}\n"
    (soup,) = plan_of(taken(text.encode(), "plan.txt"), tmp_path).actions
    assert (state(soup), soup.reason) == ("stopped", reason)


def test_a_start_and_an_end_in_one_line_are_both_read(tmp_path: Path) -> None:
    text = "Actieplan 2026\n\nSD 1 Zorg\n\nOD 1.1 Thuis\n\nActie 1.1.1: Soep\nTrekker: Okra\nTiming: Start mei 2026, klaar tegen eind 2027\n"
    (soup,) = plan_of(taken(text.encode(), "plan.txt"), tmp_path).actions
    assert (str(soup.start and soup.start.text), str(soup.due and soup.due.text)) == ("mei 2026", "eind 2027")
