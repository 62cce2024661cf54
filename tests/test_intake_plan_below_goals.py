"""Bare labels under goals and under actions: which of the two levels is that of the actions follows from the whole document."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml

from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.who_leads import says_who
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

CHARTER = """# Charter 2026

ELZ Waterkant

## Doel 1: Iedereen kent de weg

Context

Veel mensen vinden de hulp niet.

Aanpak

### Kaart van de buurt

Waarom

De folder is oud.

Wie

OCMW Waterkant

Wanneer

mei 2026

### Huisbezoeken

Waarom

Wie niet komt, bezoeken we.

Wie

CAW Oost, Samana

Wanneer

najaar 2026

## Doel 2: Minder eenzame ouderen

Context

Een op de vijf is alleen.

Aanpak

### Belronde

Waarom

Bellen helpt.

Wie

Samana

Wanneer

juni 2026
"""
LABELS = r"(?m)^(Context|Aanpak|Waarom|Wie|Wanneer|Resultaat)$"


def taken(text: str, name: str = "plan.md") -> Taken:
    return take_plan(read(name, text.encode()), PlanOptions(today=date(2026, 3, 1)))


def goals(made: Taken) -> list[str]:
    return [one["title"] for one in yaml.safe_load(made.files["plan/goals.yaml"])]


def actions(made: Taken) -> dict[str, dict[str, object]]:
    files = [text for path, text in made.files.items() if path.startswith("plan/actions/")]
    heads = [yaml.safe_load(text.split("---")[1]) for text in files]
    return {one["title"]: one for one in heads}


def bold(text: str, what: str) -> str:
    return re.sub(what, r"**\1**", text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CHARTER, "plan.md"),
        (re.sub(r"(?m)^#+ ", "", CHARTER), "plan.txt"),
        (bold(CHARTER, r"(?m)^### (.*)$"), "plan.md"),
        (bold(bold(CHARTER, r"(?m)^### (.*)$"), LABELS), "plan.md"),
        (re.sub(LABELS, r"#### \1", CHARTER), "plan.md"),
        (CHARTER.replace("\nAanpak\n", "\nResultaat\n\nAllen zijn mee.\n"), "plan.md"),
        (CHARTER.replace("Doel ", "Ambitie "), "plan.md"),
        (re.sub(r"Doel \d: ", "", CHARTER), "plan.md"),
        (
            re.sub(r"Doel (\d):", r"\1.", CHARTER)
            .replace("### Kaart", "### 1.1 Kaart")
            .replace("### Huis", "### 1.2 Huis")
            .replace("### Bel", "### 2.1 Bel"),
            "plan.md",
        ),
    ],
    ids=["headings", "text", "bold", "all bold", "labels as headings", "result", "ambition", "no word", "numbers"],
)
def test_labels_under_goals_are_their_sections_where_who_and_when_stand_below(text: str, name: str) -> None:
    """Before, the goals were actions, and the titles of the actions text in them, in all but the one without a word."""
    made = taken(text, name)
    assert goals(made) == ["Iedereen kent de weg", "Minder eenzame ouderen"]
    assert "Veel mensen vinden de hulp niet." in made.files["plan/goals.yaml"]
    assert {title: (one["lead"], one["due"]) for title, one in actions(made).items()} == {
        "Kaart van de buurt": (["ocmw-waterkant"], "mei 2026"),
        "Huisbezoeken": (["caw-oost", "samana"], "najaar 2026"),
        "Belronde": (["samana"], "juni 2026"),
    }


@pytest.mark.parametrize("looks", [r"\1", r"**\1**", r"### \1"])
def test_headings_called_goals_with_who_and_when_under_them_are_actions_as_a_guess(looks: str) -> None:
    """That they are actions was told as read."""
    text = re.sub(r"(?m)^### .*\n\n", "", CHARTER).replace("Aanpak\n\n", "").replace("Context", "Resultaat")
    first, second = text.split("Waarom\n\nWie niet")[0], text[text.index("## Doel 2") :]
    made = taken(re.sub(LABELS, looks, first + second))
    assert list(actions(made)) == ["Iedereen kent de weg", "Minder eenzame ouderen"]
    told = [one for one in made.account.entries if one.field == "title" and one.path.startswith("plan/actions/")]
    assert {one.certainty.value for one in told} == {"guessed"}
    assert all(one.reason is not None and "The document calls it" in one.reason.text for one in told)


def test_a_list_below_the_word_for_actions_holds_them_and_what_follows_is_of_the_goal() -> None:
    """Before, the goals were actions, and the titles of the actions their partners."""
    text = "# Jaarplan 2026 ELZ Waterkant\n"
    lists = {
        "Weg kennen": ("Kaart (OCMW Lennik, mei 2026)", "Bezoek (CAW Oost, juni 2026)"),
        "Samen zijn": ("Soep (Samana, mei 2026)",),
    }
    for number, (goal, items) in enumerate(lists.items(), 1):
        text += f"\n## Doel {number}: {goal}\n\nContext\n\nHet is nodig.\n\nActies\n\n"
        text += "".join(f"- {one}\n" for one in items) + f"\nResultaat\n\nHet lukt voor {goal.lower()}.\n"
    made = taken(text)
    assert goals(made) == ["Weg kennen", "Samen zijn"]
    assert {title: one["lead"] for title, one in actions(made).items()} == {
        "Kaart": ["ocmw-lennik"],
        "Bezoek": ["caw-oost"],
        "Soep": ["samana"],
    }
    assert "Het lukt voor weg kennen." in made.files["plan/goals.yaml"]
    assert all("indicators" not in one for one in actions(made).values())


@pytest.mark.parametrize("own", ["Trekker: Werkgroep Buurt", "Wie\n\nWerkgroep Buurt\n\nWanneer\n\n2026"])
def test_goals_that_tell_who_too_are_goals_above_whole_forms_and_that_is_told(own: str) -> None:
    """All forms below a goal were one action, and the titles of the others were lost in it."""
    made = taken(CHARTER.replace("\nAanpak\n", f"\n{own}\n"))
    assert goals(made) == ["Iedereen kent de weg", "Minder eenzame ouderen"]
    assert list(actions(made)) == ["Kaart van de buurt", "Huisbezoeken", "Belronde"]
    assert "Werkgroep Buurt" in made.files["plan/goals.yaml"]
    told = [dict(one.args).get("goal") for one in made.remarks if "no field for it" in one.text]
    assert told == ["1", "2"]


def who(said: str) -> tuple[Taken, dict[str, object]]:
    made = taken(
        f"Jaarplan 2026 ELZ Waterkant\n\nDoelstelling 1: Weg\n\nActie 1.1 Kaart\n\nWaarom\n\nZomaar.\n\n{said}\n\nWanneer\n\nmei 2026\n",
        "plan.txt",
    )
    return made, actions(made)["Kaart"]


@pytest.mark.parametrize("label", ["Wie\n\n", "Wie: "])
def test_who_below_a_label_is_a_guess_and_a_person_is_private(label: str) -> None:
    """Below a bare label nothing was told; a person behind *Wie:* became an actor, and so did “alle ouderen”."""
    made, one = who(f"{label}OCMW Lennik (trekker), CAW Oost")
    assert (one["lead"], one["partners"]) == (["ocmw-lennik"], ["caw-oost"])
    for words in ("Xandrine Ypsilon", "Alle ouderen in de buurt", "We gaan langs met vrijwilligers."):
        made, one = who(f"{label}{words}")
        assert "lead" not in one
        assert "partners" not in one
        assert [entry.words for entry in made.account.entries if entry.field == "lead"] == [words]
        public = "".join(text for path, text in made.files.items() if not path.startswith("private/"))
        assert "psilon" not in public


# Leads in sentences

LED = {
    "Het CAW trekt dit project, samen met OCMW Lennik en LOGO Dender.": ("CAW", "OCMW Lennik en LOGO Dender"),
    "De trekker is CAW Oost, partners zijn Samana en Ferm.": ("CAW Oost", "Samana en Ferm"),
    "Dit gebeurt onder leiding van OCMW Lennik.": ("OCMW Lennik", ""),
    "LOGO Dender neemt het voortouw.": ("LOGO Dender", ""),
    "Samana neemt hierin de leiding, met steun van Ferm.": ("Samana", "Ferm"),
    "Dit project wordt getrokken door CAW Oost, in samenwerking met Samana.": ("CAW Oost", "Samana"),
    "Getrokken door CAW Oost en Samana.": ("CAW Oost en Samana", ""),
    "CAW Oost is de trekker van deze actie.": ("CAW Oost", ""),
    "De coördinatie ligt bij CAW Oost.": ("CAW Oost", ""),
    "CAW Oost coördineert, Samana en Ferm werken mee.": ("CAW Oost", "Samana en Ferm"),
    "OCMW Lennik treedt op als trekker.": ("OCMW Lennik", ""),
    "OCMW Lennik neemt de rol van trekker op.": ("OCMW Lennik", ""),
    "CAW Oost stuurt dit project aan.": ("CAW Oost", ""),
    "CAW Oost staat in voor de coördinatie.": ("CAW Oost", ""),
    "Het initiatief gaat uit van CAW Oost.": ("CAW Oost", ""),
    "Samana zal dit project trekken, met hulp van Ferm.": ("Samana", "Ferm"),
    "We doen dit samen met OCMW Lennik en Samana.": ("", "OCMW Lennik en Samana"),
    "Samana en Ferm werken mee.": ("", "Samana en Ferm"),
}
NOT_LED = """Wie trekt dit?|Nog geen trekker.|CAW Oost trekt dit niet.|CAW Oost is geen trekker.|Is CAW Oost de trekker?
Misschien neemt CAW Oost het voortouw.|CAW Oost kan het voortouw nemen.|CAW Oost trok dit project vorig jaar.|Niemand trekt dit project.
De trekker is niet CAW Oost.|Dit wordt niet getrokken door CAW Oost.|Vroeger was CAW Oost de trekker.|Als CAW Oost dit trekt, doen we mee.
CAW Oost trekt veel mensen aan.|Samana leidt vrijwilligers op.|CAW Oost leidt dit jaar 20 vrijwilligers op.|De leiding van Samana is akkoord.
CAW Oost of Samana trekt dit project.|We vragen Samana om te trekken.|Samana is verantwoordelijk voor de communicatie.|Samana zorgt voor soep.
De coördinatie van de vrijwilligers gebeurt door Samana.|Samana werkt niet mee.|Samana is geen partner.|Trekker is nog te bepalen."""


@pytest.mark.parametrize("said", LED)
def test_a_sentence_tells_who_leads_and_who_works_along(said: str) -> None:
    found = says_who(said)
    assert found is not None
    assert (found.lead.removeprefix("Het ").removeprefix("het "), found.along, found.sure) == (*LED[said], True)


@pytest.mark.parametrize("said", NOT_LED.replace("\n", "|").split("|"))
def test_a_question_a_negation_and_what_may_be_give_no_lead(said: str) -> None:
    """*De trekker is niet CAW Oost* gave the lead “niet CAW Oost”."""
    found = says_who(said)
    assert found is None or not found.sure
    made = taken(
        f"Jaarplan 2026\n\nDoelstelling 1: Weg\n\nActie 1.1 Kaart\nAanpak: Zomaar. {said}\nTiming: mei 2026\n",
        "plan.txt",
    )
    one = actions(made)["Kaart"]
    assert "lead" not in one
    assert "partners" not in one
    if found is not None and found.lead:
        [told] = [entry for entry in made.account.entries if entry.field == "lead"]
        assert (told.certainty.value, told.words) == ("unclear", said)


def test_what_a_sentence_tells_is_a_guess_and_a_person_is_none() -> None:
    text = "Jaarplan 2026\n\nDoelstelling 1: Weg\n\nActie 1.1 Kaart\nAanpak: Zomaar. {}\nTiming: mei 2026\n"
    made = taken(text.format("Het CAW Oost trekt dit project, samen met Samana."), "plan.txt")
    assert {
        (one.field, one.value, one.certainty.value) for one in made.account.entries if one.field in ("lead", "partners")
    } == {
        ("lead", "caw-oost", "guessed"),
        ("partners", "samana", "guessed"),
    }
    made = taken(text.format("Trekker is Samana Kalmthoek; de buren sponsoren."), "plan.txt")
    assert actions(made)["Kaart"]["lead"] == ["samana-kalmthoek"]
    made = taken(text.format("Onder leiding van Xandrine Ypsilon."), "plan.txt")
    assert "lead" not in actions(made)["Kaart"]
    assert "psilon" not in made.files["plan/actors.yaml"]


@pytest.mark.parametrize(
    ("said", "houses"),
    [
        ("LDC's van Gooik en Lennik", ["ldc-gooik", "ldc-lennik"]),
        ("Samana en de OCMW's van Aalst, Ninove en Haaltert", ["samana", "ocmw-aalst", "ocmw-ninove", "ocmw-haaltert"]),
        ("de huisartsenkringen van Gooik en Lennik, Ferm", ["huisartsenkring-gooik", "huisartsenkring-lennik", "ferm"]),
    ],
)
@pytest.mark.parametrize("label", ["Partners: ", "Trekker: ", "Wie: "])
def test_several_places_behind_one_word_are_as_many_houses(label: str, said: str, houses: list[str]) -> None:
    """They were one actor, and read."""
    made, one = who(f"{label}{said}")
    key = "partners" if label == "Partners: " else "lead"
    assert one[key] == houses
    assert [entry.certainty.value for entry in made.account.entries if entry.field == key] == ["guessed"]


def test_all_houses_of_the_zone_are_none_in_particular() -> None:
    made, one = who("Partners: OCMW's van de zone")
    assert "partners" not in one
    assert [entry.certainty.value for entry in made.account.entries if entry.field == "partners"] == ["unclear"]
