"""What a plan says half: all of a kind, numbers of a week, what is new, criteria under an evaluation, and facts in sentences."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml

from elzctl.intake import who
from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.plan.around_names import is_everybody
from elzctl.intake.plan.collapsed import NO_GOALS, NONE
from elzctl.intake.plan.evaluated import NO_CRITERION
from elzctl.intake.plan.indicators import target_in
from elzctl.intake.plan.settings import SAID_ONCE
from elzctl.intake.plan.standing import HINTED
from elzctl.intake.plan.steps import TERM_IN_TEXT
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.render.intake_grouped import by_rule

READ, GUESSED, UNCLEAR = Certainty.READ, Certainty.GUESSED, Certainty.UNCLEAR
HEAD = "Actieplan 2026 ELZ Zandhove\n\n1. Samen\n\n1.1 Dichtbij\n\n1.1.1 Soep verdelen\n\n"


def taken(text: str, name: str = "plan.txt") -> Taken:
    return accounted(take_plan(read(name, text.encode()), PlanOptions(today=date(2026, 11, 26))))


class Fiche:
    """One action: its keys, its text and the entries of the report."""

    def __init__(self, found: Taken, path: str = "plan/actions/soep-verdelen.md") -> None:
        _, values, text = found.files[path].split("---\n", 2)
        self.written = values
        self.values: dict[str, Any] = yaml.load(values, yaml.BaseLoader)
        self.text = " ".join(text.split())
        self.entries: list[Entry] = [one for one in found.account.entries if one.path == path]

    def of(self, field: str) -> list[Entry]:
        return [one for one in self.entries if one.field == field]

    def sure(self, field: str) -> Certainty:
        return self.of(field)[-1].certainty


def fiche(lines: str) -> Fiche:
    return Fiche(taken(f"{HEAD}{lines}\n"))


# All of a kind


@pytest.mark.parametrize(
    "said",
    [
        "alle lokale besturen",
        "alle gemeenten van de zone",
        "alle 5 gemeenten",
        "de zes OCMW's",
        "zes OCMW’s",
        "elk lokaal bestuur",
        "beide ziekenhuizen",
        "alle woonzorgcentra in de regio",
        "de drie eerstelijnszones",
    ],
)
def test_so_many_of_a_kind_are_no_actor_and_told(said: str) -> None:
    one = fiche(f"Partners: {said}, Samana")
    assert one.values["partners"] == ["samana"]
    assert [entry.value for entry in one.of("partners") if entry.certainty is UNCLEAR] == [""]
    assert said in one.text
    alone = fiche(f"Trekker: {said}")
    assert "lead" not in alone.values
    assert alone.sure("lead") is UNCLEAR


@pytest.mark.parametrize(
    "name",
    ["De Vijf Gemeenten vzw", "De Vijf Torens vzw", "lokale besturen", "OCMW Beek", "LDC De Zes", "AZ Alle Heiligen"],
)
def test_names_with_such_words_are_names(name: str) -> None:
    assert not is_everybody(name)
    assert len(fiche(f"Partners: {name}").values["partners"]) == 1


# Numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("20 prikken per week", "20"),
        ("minstens 5 gesprekken per dag", "5"),
        ("Wekelijks 12 bezoekers", "12"),
        ("om de twee weken 15 bezoekers", "15"),
        ("2 overleggen per schooljaar", "2"),
        ("3 x overleg", "3"),
        ("2 van de 5 gemeenten doen mee", "2"),
        ("8 of the 10 schools", "8"),
    ],
)
def test_a_number_of_a_week_or_of_so_many_is_a_guess(text: str, number: str) -> None:
    found = target_in(text)
    assert found is not None
    assert found.number == number
    assert not found.sure


@pytest.mark.parametrize("text", ["40 bezoekers per jaar", "4 cafés per kwartaal", "10 deelnemers per café"])
def test_a_number_of_a_period_that_can_be_kept_is_sure(text: str) -> None:
    found = target_in(text)
    assert found is not None
    assert found.sure


# States


@pytest.mark.parametrize("said", ["nieuw", "Nieuw.", "nieuwe actie", "new", "nieuw in 2026"])
def test_new_is_a_guess_and_its_word_stays(said: str) -> None:
    one = fiche(f"Status: {said}")
    assert one.values["status"] == "planned"
    assert one.sure("status") is GUESSED
    assert said in one.text


@pytest.mark.parametrize(
    ("said", "status", "certainty"),
    [
        ("Dit loopt al in twee wijken.", "running", GUESSED),
        ("We zijn hier al mee bezig.", "running", GUESSED),
        ("Dit is niet voor dit jaar.", "planned", UNCLEAR),
        ("Dit is geen werk voor dit jaar, we nemen het op in 2027.", "planned", UNCLEAR),
        ("Dit is nog niet gestart.", "planned", GUESSED),
        ("We moeten nog beginnen.", "planned", GUESSED),
        ("De lessen zijn nog niet begonnen.", "planned", UNCLEAR),
        ("Volgend jaar nemen we dit op.", "planned", UNCLEAR),
        ("Er loopt al een project in Gent.", "running", UNCLEAR),
    ],
)
def test_a_sentence_that_hints_at_a_state_is_told(said: str, status: str, certainty: Certainty) -> None:
    one = fiche(said)
    [entry] = one.of("status")
    assert (entry.value, entry.certainty, entry.words) == (status, certainty, said)
    assert certainty is GUESSED or entry.reason == HINTED
    assert said in one.text


@pytest.mark.parametrize(
    "said",
    [
        "We koken soep.",
        "In 2027 evalueren we dit.",
        "In 2025 kookten we ook.",
        "We evalueren pas volgend jaar.",
        "Het water loopt uit de kraan.",
    ],
)
def test_another_sentence_hints_at_none(said: str) -> None:
    [entry] = fiche(said).of("status")
    assert entry.words == ""


# Criteria under an evaluation


@pytest.mark.parametrize(
    ("said", "targets"),
    [
        ("20 apotheken doen mee", ["20"]),
        ("minstens 4 groepen", ["4"]),
        ("10 ritten, minstens 80 gesprekken", ["10", "80"]),
        ("80 % van de fiches is nagekeken", ["80%"]),
        ("Aantal deelnemers", [None]),
        ("Twaalf wandelingen. We bevragen de trekkers.", ["12"]),
    ],
)
def test_what_is_counted_under_an_evaluation_is_guessed_to_be_an_indicator(
    said: str, targets: list[str | None]
) -> None:
    one = fiche(f"Evaluatie: {said}")
    assert [each.get("target") for each in one.values["indicators"]] == targets
    assert {entry.certainty for entry in one.entries if entry.field.startswith("indicators")} == {GUESSED}
    assert said in one.text


@pytest.mark.parametrize("said", ["We evalueren in juni met 3 partners.", "In 2025 waren er minstens 40 mensen."])
def test_another_number_there_is_named(said: str) -> None:
    one = fiche(f"Evaluatie: {said}")
    assert "indicators" not in one.values
    [entry] = one.of("indicators")
    assert (entry.words, entry.reason) == (said, NO_CRITERION)


@pytest.mark.parametrize(
    "said", ["Na 2 jaar", "Juni 2027", "Jaarlijkse bespreking in de stuurgroep", "1 november 2026"]
)
def test_when_and_how_it_is_evaluated_is_no_indicator(said: str) -> None:
    one = fiche(f"Evaluatie: {said}")
    assert "indicators" not in one.values
    assert not one.of("indicators")


def test_a_label_for_indicators_leaves_the_evaluation_as_it_is() -> None:
    one = fiche("Indicator: 5 cafés\n\nEvaluatie: 3 groepen")
    assert [each["target"] for each in one.values["indicators"]] == ["5"]


# Numbers of actions


def test_a_number_that_a_rule_changed_is_told_so_and_the_old_one_stays() -> None:
    found = taken(
        "# Actieplan 2026 ELZ Zandhove\n\n## Doelstelling 1: Samen\n\n### Actie 1.1: Soep\n\nTrekker: Samana\n\n"
        "### Actie 1.2: Brood\n\nTrekker: SAAMO\n",
        "plan.md",
    )
    one = Fiche(found, "plan/actions/brood.md")
    assert one.values["number"] == "1.1.2"
    assert re.search(r"(?m)^number: 1\.1\.2\s+# 1\.2$", one.written)
    assert one.sure("number") is GUESSED
    assert "1.1.2" in {entry.value for _, group in by_rule(found.account.entries) for entry in group}


# Who


@pytest.mark.parametrize(
    ("said", "lead", "partners"),
    [
        ("Trekker is SAAMO.", ["saamo"], None),
        (
            "De trekker van deze actie is CAW Oost, samen met OCMW Beek en Samana.",
            ["caw-oost"],
            ["ocmw-beek", "samana"],
        ),
        ("Logo Zuid neemt het voortouw.", ["logo-zuid"], None),
        ("Logo Zuid trekt dit, met steun van Samana.", ["logo-zuid"], ["samana"]),
    ],
)
def test_who_leads_in_a_sentence_is_a_guess(said: str, lead: list[str], partners: list[str] | None) -> None:
    one = fiche(said)
    assert (one.values.get("lead"), one.values.get("partners")) == (lead, partners)
    assert one.sure("lead") is GUESSED
    assert said in one.text


@pytest.mark.parametrize("said", ["De huisarts trekt dit.", "De trekker is nog niet gekend."])
def test_a_sentence_that_names_no_organisation_is_told(said: str) -> None:
    one = fiche(said)
    assert "lead" not in one.values
    assert one.sure("lead") is UNCLEAR


BOLD = (
    "# Actieplan 2026 ELZ Zandhove\n\n## {one}Eten\n\n**Soep.** We koken samen voor de hele straat. Partners:\n\n- CAW Oost (trekker)\n- Samana\n\n"
    "**Brood.** We bakken elke week brood voor de buurt. {brood}\n\n## {two}Wandelen\n\n**Stoet.** We stappen met trommels door het dorp. {stoet}\n\n**Bank.** We zetten een bank op het plein. Met: OCMW Beek.\n\n## Opvolging\n\nElk jaar.\n"
)


def test_a_label_at_the_end_of_a_text_heads_the_list_below_it() -> None:
    facts = {"brood": "Timing: mei 2026.", "stoet": "Trekker: SAAMO."}
    found = taken(BOLD.format(one="Doelstelling 1: ", two="Doelstelling 2: ", **facts), "plan.md")
    one = Fiche(found, "plan/actions/soep.md")
    assert (one.values["lead"], one.values["partners"]) == (["caw-oost"], ["samana"])


def test_titles_in_bold_under_plain_headings_are_actions_when_facts_stand_there() -> None:
    found = taken(BOLD.format(one="", two="", brood="Timing: mei 2026.", stoet="Trekker: SAAMO."), "plan.md")
    made = {path.rsplit("/", 1)[1] for path in found.files if path.startswith("plan/actions/")}
    assert made == {"soep.md", "brood.md", "stoet.md", "bank.md"}
    assert "plan/texts/opvolging.md" in found.files
    titles = [one for one in found.account.entries if one.field == "title" and one.path.startswith("plan/actions/")]
    assert {one.certainty for one in titles} == {GUESSED}


@pytest.mark.parametrize(
    ("head", "below", "is_goal"),
    [
        ("Zingen", "**Koor.** Iedereen zingt mee op het plein.\n\n**Dans.** We dansen in de zaal van het dorp.", True),
        ("Zingen", "**Koor.** Iedereen zingt mee op het plein.\n\nWe hebben veel gezongen.", False),
        ("Wie zijn we?", "**Raad.** De raad bestuurt de zone.\n\n**Team.** Het team voert de plannen uit.", False),
        ("Terugblik", "**Raad.** De raad kwam vaak samen.\n\n**Team.** Het team voerde de plannen uit.", False),
    ],
)
def test_a_heading_beside_them_is_a_goal_when_all_its_paragraphs_begin_so(head: str, below: str, is_goal: bool) -> None:
    text = BOLD.format(one="", two="", brood="Timing: mei 2026.", stoet="Trekker: SAAMO.")
    found = taken(text.replace("## Eten", f"## {head}\n\n{below}\n\n## Eten"), "plan.md")
    goals = [one["title"] for one in yaml.safe_load(found.files["plan/goals.yaml"])]
    assert goals == ([head] if is_goal else []) + ["Eten", "Wandelen"]


def test_without_a_fact_they_stay_text_and_the_report_tells_what_helps() -> None:
    text = re.sub(r" Partners:\n\n- .*\n- .*| Met: .*", "", BOLD.format(one="", two="", brood="", stoet=""))
    found = taken(text, "plan.md")
    assert not any(path.startswith("plan/actions/") for path in found.files)
    assert NO_GOALS in found.remarks
    helped = taken(
        text.replace("## Eten", "## Doelstelling 1: Eten").replace("## Wandelen", "## Doelstelling 2: Wandelen"),
        "plan.md",
    )
    assert sum(path.startswith("plan/actions/") for path in helped.files) == 4
    assert NONE in taken("# Actieplan 2026 ELZ Zandhove\n\n## Eten\n\nWe koken.\n", "plan.md").remarks


@pytest.mark.parametrize("said", ["Klaar tegen het feest (eind september 2026).", "We starten in februari."])
def test_a_term_in_a_sentence_is_named(said: str) -> None:
    [entry] = [one for one in fiche(said).entries if one.reason == TERM_IN_TEXT]
    assert (entry.words, entry.certainty) == (said, GUESSED)


@pytest.mark.parametrize("name", ["SHM Elk zijn Huis", "vzw Wij zijn Thuis", "Wij zijn Thuis vzw"])
def test_a_name_may_have_a_verb_in_it(name: str) -> None:
    assert who.names(f"Samana, {name}") == ("Samana", name)


@pytest.mark.parametrize("text", ["OCMW Beek zijn partners", "Kinderen zijn welkom", "CAW Oost zijn de trekker"])
def test_a_sentence_is_no_name(text: str) -> None:
    assert who.names(text) == ()


def test_what_falls_out_of_a_line_of_names_is_named() -> None:
    one = fiche("Partners: Samana, de scholen zijn ook welkom")
    assert one.values["partners"] == ["samana"]
    [entry] = one.of("partners")
    assert entry.reason is not None
    assert dict(entry.reason.args) == {"words": "scholen zijn ook welkom"}


# When, and whose plan it is


@pytest.mark.parametrize(
    ("said", "due"),
    [("eerste trimester 2026", "eerste kwartaal 2026"), ("2e trimester", "2e kwartaal 2026")],
)
def test_a_trimester_is_guessed_to_be_three_months(said: str, due: str) -> None:
    one = fiche(f"Timing: {said}")
    assert one.values["due"] == due
    assert one.sure("due") is GUESSED
    assert said in one.text


GOALS = "## SD 1: Samen\n\n### OD 1.1: Dicht\n\n#### 1.1.1 Soep\n\nTrekker: OCMW Beek\n"


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Regionale Zorgraad Demer en Gete\n\n# Actieplan 2026\n\n", "regionale-zorgraad-demer-gete"),
        ("# Werkgroep Valpreventie Demerdal: plan 2026\n\n", "werkgroep-valpreventie-demerdal"),
        ("# Actieplan 2026 ELZ Demer\n\n", "elz-demer"),
    ],
)
def test_whose_plan_it_is(text: str, organisation: str) -> None:
    found = taken(text + GOALS, "plan.md")
    [entry] = [one for one in found.account.entries if one.field == "organisation"]
    assert yaml.safe_load(found.files["plan/plan.yaml"])["organisation"] == organisation
    assert entry.certainty is GUESSED
    assert not found.account.left


def test_an_organisation_that_is_named_once_is_not_called_the_most_named() -> None:
    found = taken("# Plan 2026\n\n" + GOALS, "plan.md")
    [entry] = [one for one in found.account.entries if one.field == "organisation"]
    assert entry.reason == SAID_ONCE


def test_the_report_names_who_was_left_out_beside_an_organisation() -> None:
    one = fiche("Trekker: Lotte Voorbeeld (CAW Beekdal)")
    assert one.values["lead"] == ["caw-beekdal"]
    [entry] = one.of("lead")
    assert entry.reason is not None
    assert dict(entry.reason.args)["names"] == "Lotte Voorbeeld"
    assert "Voorbeeld" not in one.written + one.text
