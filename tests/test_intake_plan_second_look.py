"""What a second pair of eyes found in plans: open words with a bracket, sentences about an action, shares, units, owners, villages."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml

from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.plan.beside_names import BY_LETTERS, OF_ALL, SERVICE
from elzctl.intake.plan.chapters import LEGEND
from elzctl.intake.plan.closing import CLOSES
from elzctl.intake.plan.evaluated import IN_TEXT
from elzctl.intake.plan.indicators import target_in
from elzctl.intake.plan.not_yet import is_not_yet
from elzctl.intake.plan.settings import BY_SUBJECT
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.villages import villages
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

READ, GUESSED, UNCLEAR = Certainty.READ, Certainty.GUESSED, Certainty.UNCLEAR
HEAD = "Jaarplan 2027\nEerstelijnszone Testland\n\nDoelstelling 1: Samen zorgen\n\n"


def taken(text: str, name: str = "plan.txt") -> Taken:
    return accounted(take_plan(read(name, text.encode()), PlanOptions(today=date(2026, 11, 26))))


def action(lines: str, head: str = HEAD) -> tuple[dict[str, Any], str, list[Entry]]:
    """The keys, the text and the entries of the one action with these lines."""
    found = taken(f"{head}Actie 1.1: Soep verdelen\n{lines}\n")
    (path,) = [path for path in found.files if path.startswith("plan/actions/")]
    _, values, text = found.files[path].split("---\n", 2)
    entries = [one for one in found.account.entries if one.path == path]
    return yaml.load(values, yaml.BaseLoader), " ".join(text.split()), entries


def of(entries: list[Entry], field: str) -> Entry:
    return next(one for one in entries if one.field == field)


# Nobody yet


@pytest.mark.parametrize(
    "said",
    [
        "nog geen (iemand??)",
        "nog te zoeken (Samana?)",
        "n.t.b. (CAW of OCMW)",
        "? (OCMW)",
        "nog geen trekker [wie wil?]",
        "nog te bepalen - Samana?",
        "nog te bepalen, wellicht Samana",
        "geen (nog te zoeken)",
        "nog niemand",
    ],
)
def test_who_it_might_be_behind_open_words_is_nobody_yet(said: str) -> None:
    values, _, entries = action(f"Trekker: {said}")
    assert "lead" not in values
    assert of(entries, "lead").certainty is UNCLEAR
    assert of(entries, "lead").words == said


@pytest.mark.parametrize(
    "said", ["OCMW Zuurbeke (nog te bevestigen)", "Open School (Menen)", "geen", "Samana, nog te bepalen"]
)
def test_a_name_before_a_bracket_is_somebody(said: str) -> None:
    assert not is_not_yet(said)


def test_a_sentence_may_tell_who_leads_where_the_label_does_not() -> None:
    values, _, entries = action("Trekker: ???\nDe trekker is Samana Zuurbeke.")
    assert values["lead"] == ["samana-zuurbeke"]
    assert entries[-1].certainty is GUESSED or of(entries, "lead").certainty is UNCLEAR


# Sentences about an action

TABLE = (
    "# Roadmap 2027\nEerstelijnszone Testland\n\n## Doelstelling 1: Samen\n\n| Nr | Actie | Trekker | Timing |\n|---|---|---|---|\n"
    "| 1.1 | Koken | CAW Oost | maart 2027 |\n| 1.2 | Wandelen | OCMW Zuurbeke | mei 2027 |\n\n"
)


@pytest.mark.parametrize(
    "said",
    [
        "Actie 1.1 heeft nog geen trekker. We zetten dit op de agenda van het volgende overleg.",
        "Actie 1.2: trekker nog te bevestigen door het bestuur.",
        "Actie 1.2 wordt besproken op 3 maart 2027",
        "1.2 is nog niet zeker.",
    ],
)
def test_a_sentence_about_an_action_is_no_action(said: str) -> None:
    found = taken(f"{TABLE}{said}\n", "plan.md")
    assert sorted(path for path in found.files if path.startswith("plan/actions/")) == [
        "plan/actions/koken.md",
        "plan/actions/wandelen.md",
    ]
    assert said.rsplit(maxsplit=1)[-1] in "".join(found.files.values())


@pytest.mark.parametrize("title", ["werken aan zorgzame buurten", "starten met een leesclub", "Hebben en delen"])
def test_a_title_that_begins_small_stays_one(title: str) -> None:
    found = taken(f"{HEAD}Actie 1.1: Koken\nTrekker: CAW Oost\n\nActie 1.2 {title}\nTrekker: CAW Oost\n")
    assert sum(path.startswith("plan/actions/") for path in found.files) == 2


# Targets


@pytest.mark.parametrize(
    ("said", "number", "unit"),
    [
        ("in 70 % van de woningen minstens één aanpassing uitgevoerd", "70%", ""),
        ("minstens één aanpassing in 70 % van de woningen", "70%", ""),
        ("80 % van de scholen heeft minimaal 2 vormingen gevolgd", "80%", ""),
        ("minstens 200 deelnemers, waarvan 40 % mannen", "200", "deelnemers"),
        ("minstens 3 sessies met 80 % tevredenheid", "3", "sessies"),
        ("5 extra vrijwillige chauffeurs tegen eind 2027", "5", "extra vrijwillige chauffeurs"),
        ("12 nieuwe kleine groepen", "12", "nieuwe kleine groepen"),
        ("5 extra vrijwillige", "5", ""),
        ("3 grote en kleine acties", "3", ""),
        ("8 lokale psychosociale opvangpunten in de zone", "8", "lokale psychosociale opvangpunten"),
    ],
)
def test_the_share_is_aimed_at_and_the_unit_says_what(said: str, number: str, unit: str) -> None:
    found = target_in(said)
    assert found is not None
    assert (found.number, found.unit) == (number, unit)


def test_a_target_for_a_part_in_words_is_a_guess() -> None:
    found = target_in("in de helft van de gemeenten minstens één aanspreekpunt")
    assert found is not None
    assert not found.sure


def test_the_report_tells_the_unit_and_the_period() -> None:
    _, _, entries = action("Indicator: 4 sessies per jaar\nIndicator: 5 extra vrijwillige chauffeurs")
    assert (of(entries, "indicators[0].unit").value, of(entries, "indicators[0].unit").certainty) == ("sessies", READ)
    assert of(entries, "indicators[0].per").value == "year"
    assert of(entries, "indicators[1].unit").certainty is GUESSED


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("Op het einde van het jaar is 80 % van de fiches nagekeken.", "80%"),
        ("We tellen de koffers; we mikken op 150.", "150"),
        ("We streven naar twaalf wandelingen.", "12"),
        ("We willen 120 mensen bereiken.", "120"),
    ],
)
def test_what_a_sentence_aims_at_is_a_guess(said: str, target: str) -> None:
    values, text, entries = action(f"Trekker: CAW Oost\nEvaluatie: {said}")
    assert values["indicators"][0]["target"] == target
    assert of(entries, "indicators[0].what").certainty is GUESSED
    assert said in text


@pytest.mark.parametrize(
    "said",
    ["Vorig jaar namen 60 % van de scholen deel.", "We willen geen 3 kranten maken.", "Halen we 50 % van de gezinnen?"],
)
def test_what_was_or_is_asked_is_not_aimed_at(said: str) -> None:
    values, _, entries = action(f"Trekker: CAW Oost\nEvaluatie: {said}")
    assert "indicators" not in values
    assert of(entries, "indicators").certainty is UNCLEAR


def test_a_wish_in_the_text_is_a_guess_too() -> None:
    _, _, entries = action("We bezoeken mensen thuis. We willen 120 mensen bereiken.")
    assert of(entries, "indicators[0].what").reason == IN_TEXT


# Whose plan


@pytest.mark.parametrize(
    ("top", "more", "owner"),
    [
        ("Meerjarenplan 2026-2031\nStrategische nota\nGemeente en OCMW Zuurbeke", "Partners: ELZ Midden, CAW Oost", "Gemeente en OCMW Zuurbeke"),
        ("Jaarplan 2027\nGemeente & OCMW Zuurbeke", "Partners: ELZ Midden", "Gemeente & OCMW Zuurbeke"),
        ("Charter werkgroep Zorgzame Buren", "Wat: We bezorgen dit aan de eerstelijnszone Noorderland.", "Werkgroep Zorgzame Buren"),
        ("Actieplan 2027", "Partners: ELZ Midden, CAW Oost", ""),
        ("Actieplan 2027", "Wat: We werken samen met OCMW Zuurbeke en bezorgen het aan ELZ Zuiderland.", ""),
        ("Actieplan 2027\n\nDit is het plan van de eerstelijnszone Noorderland.", "Partners:\n- ELZ Zuiderland", "Eerstelijnszone Noorderland"),
    ],
)  # fmt: skip
def test_who_only_works_along_or_gets_something_is_not_the_owner(top: str, more: str, owner: str) -> None:
    found = taken(f"{top}\n\nDoelstelling 1: Samen\n\nActie 1: Koffie\nTrekker: Dienst Welzijn\n{more}\n")
    (entry,) = [one for one in found.account.entries if one.field == "organisation"]
    assert entry.certainty is (GUESSED if owner else UNCLEAR)
    assert not owner or f"name: {owner}" in found.files["plan/actors.yaml"]


def test_the_subject_of_a_mail_is_the_title() -> None:
    head = "Van: Bureau <info@testland.example>\nAan: Bestuur\nOnderwerp: RE: voorstel acties 2027 gezinnen\n\nDag allemaal,\n\n"
    found = taken(f"{head}Doelstelling 1: Samen\n\nActie 1: Koffie\nTrekker: CAW Oost\n")
    assert "title: voorstel acties 2027 gezinnen\n" in found.files["plan/plan.yaml"]
    (entry,) = [one for one in found.account.entries if one.path == "plan/plan.yaml" and one.field == "title"]
    assert (entry.certainty, entry.reason) == (GUESSED, BY_SUBJECT)


# Why, and since when


@pytest.mark.parametrize(
    ("said", "reason", "on"),
    [
        ("Deze actie wordt voorlopig on hold gezet. De zorgraad besliste dat op 15 oktober 2026 omdat er te weinig scholen zijn.", "De zorgraad besliste dat op 15 oktober 2026 omdat er te weinig scholen zijn.", "15 oktober 2026"),
        ("Deze actie is stopgezet. Er waren te weinig inschrijvingen.", "Er waren te weinig inschrijvingen.", ""),
        ("Deze actie werd geschrapt omdat er geen geld is. Het bestuur besliste dat op 3 november 2026.", "Deze actie werd geschrapt omdat er geen geld is.", "3 november 2026"),
        ("Deze actie wordt on hold gezet. De stuurgroep besliste op 3 maart 2026 om een website te maken.", "Deze actie wordt on hold gezet.", ""),
    ],
)  # fmt: skip
def test_the_sentence_behind_a_state_tells_why_and_who_decided(said: str, reason: str, on: str) -> None:
    values, _, entries = action(said)
    assert values["reason"] == reason
    assert of(entries, "reason").certainty is GUESSED
    assert (values.get("decision", {}).get("on", ""), values.get("since", "")) == (on, on)


def test_a_label_with_two_sentences_gives_both() -> None:
    values, _, _ = action(
        "Status: On hold. De zorgraad besliste dat op 15 oktober 2026 omdat er te weinig scholen zijn."
    )
    assert values["decision"] == {"body": "zorgraad", "on": "15 oktober 2026"}


@pytest.mark.parametrize("said", ["stoppen we mee", "we stoppen ermee", "hier stoppen we mee"])
def test_we_stop_with_it_is_a_state(said: str) -> None:
    values, _, _ = action(f"Status: {said}, te weinig interesse")
    assert (values["status"], values["reason"]) == ("stopped", "te weinig interesse")


def test_an_idea_that_is_not_retained_and_what_is_ready_by_a_day() -> None:
    values, _, _ = action("Dit idee is voorlopig niet weerhouden omdat er geen keuken is.")
    assert values["status"] == "not-retained"
    values, _, entries = action("De eerste bundel is klaar tegen november 2027.")
    assert (values["status"], of(entries, "status").certainty) == ("planned", GUESSED)


# Times


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("april – juni 2027: de cafés", {"what": "de cafés", "start": "april 2027", "due": "juni 2027"}),
        ("1 april – 15 mei 2027: de cafés", {"what": "de cafés", "start": "1 april 2027", "due": "15 mei 2027"}),
        ("april - juni: de cafés", {"what": "de cafés", "start": "april 2027", "due": "juni 2027"}),
        ("april: rust – of niet", {"what": "rust – of niet", "due": "april 2027"}),
        ("april 2027 – opvolging: alles", {"what": "opvolging: alles", "due": "april 2027"}),
    ],
)
def test_a_dash_inside_the_time_of_a_step_is_of_the_time(line: str, step: dict[str, str]) -> None:
    values, _, _ = action(f"Hoe?\n- januari 2027: data vastleggen\n- {line}\n- september 2027: bevraging")
    assert values["steps"][1] == step


def test_a_season_has_no_article_and_a_dash_is_no_time() -> None:
    values, _, _ = action("Trekker: CAW Oost\nTiming: tegen de zomer")
    assert values["due"] == "zomer 2027"
    values, text, entries = action("Trekker: CAW Oost\nTiming: -")
    assert "due" not in values
    assert "Timing" not in text
    assert not [one for one in entries if one.field == "due"]


# Villages and homes

VILLAGES = "Jaarplan 2027\nEerstelijnszone Testland\nDeelgemeenten Heikant, Kalmt en Achterdorp\n\nDoelstelling 1: Samen zorgen\n\n"


def test_a_village_that_the_document_names_is_nobody() -> None:
    said = "Ziekenzorg Heikant bezoekt ouderen. De winkel van Heikant sponsort. Een bewoner van Kalmt zingt."
    values, text, _ = action(f"Trekker: Ziekenzorg Heikant\n{said}", VILLAGES)
    assert values["lead"] == ["ziekenzorg-heikant"]
    assert said in text


def test_villages_are_named_in_lists_addresses_and_behind_uit() -> None:
    texts = ["De dorpen Onder en Boven.", "Kerkstraat 4, 8500 Lauwerd", "iemand uit Zuiderdam", "in 2027 Zomers"]
    assert villages(texts) == {"Onder", "Boven", "Lauwerd", "Zuiderdam"}


def test_in_doubt_a_village_in_a_full_name_stays_private() -> None:
    _, text, _ = action("Piet Kalmt komt langs. Ook Kalmt telt mee.", VILLAGES)
    assert "Kalmt" not in text


@pytest.mark.parametrize(
    "said",
    [
        "Mevrouw An Vandenbogaerde, mantelzorger uit Lauwerd, testte de koffer.",
        "Mevrouw An Vandenbogaerde uit Lauwerd testte de koffer.",
        "Mevrouw An Vandenbogaerde, bewoner van Lauwerd, testte de koffer.",
        "An Vandenbogaerde woont in Lauwerd en testte de koffer.",
    ],
)
def test_the_village_of_somebody_stays_private(said: str) -> None:
    _, text, _ = action(said)
    assert "Lauwerd" not in text
    assert "testte de koffer" in text


# Ends, labels and names


def test_a_greeting_and_what_stands_behind_it_close_a_mail() -> None:
    actions = "".join(f"Actie {at}: Punt {at}\nTrekker: CAW Oost\nTiming: maart 2027\n\n" for at in range(1, 5))
    end = "Budget voor alles samen is 9500 euro.\n\nGroetjes,\nBureau\n\n--\nnetwerkcoördinator\nStationsplein 4, 3090 Zuurbeke\n"
    found = taken(f"{HEAD}{actions}{end}")
    assert "Budget voor alles samen" in found.files["plan/texts/slot.md"]
    published = "".join(text for path, text in found.files.items() if not path.startswith("private/"))
    assert not re.search("Stationsplein|Groetjes|netwerkco", published)
    assert next(one.words for one in found.account.left if one.reason == CLOSES) == "Groetjes,"


def test_niet_before_a_colon_is_what_is_not_done() -> None:
    _, text, _ = action("Wat: samen koken\nNiet: geen individuele hulp")
    assert "### Wat doen we niet? geen individuele hulp" in text


def test_a_legend_is_left_with_its_own_reason() -> None:
    table = TABLE.replace("| Timing |", "| Stand |").replace("maart 2027", "groen").replace("mei 2027", "rood")
    found = taken(table.replace("\n\n## ", "\n\nLegende: groen = klaar, rood = nog niet begonnen\n\n## "), "plan.md")
    assert [one.reason for one in found.account.left if one.words.startswith("Legende")] == [LEGEND]


def test_letters_of_a_known_name_and_a_service_are_one_actor() -> None:
    head = HEAD.replace("Testland", "Waasdam Noord-Oost")
    values, _, entries = action("Trekker: ELZ WNO\nPartners: ELZ ABC", head)
    assert values["lead"] == ["eerstelijnszone-waasdam-noord-oost"]
    assert of(entries, "lead").reason == BY_LETTERS
    assert values["partners"] == ["elz-abc"]
    values, _, entries = action("Trekker: Gemeente Zuurbeke, sportdienst")
    assert (values["lead"], of(entries, "lead").reason) == (["gemeente-zuurbeke-sportdienst"], SERVICE)


def test_whose_the_first_are_may_go_on_behind_a_comma() -> None:
    _, _, entries = action("Doelgroep: medewerkers van besturen, mutualiteiten en ziekenhuizen")
    assert of(entries, "target_groups").reason == OF_ALL
    _, _, entries = action("Doelgroep: ouderen, mantelzorgers")
    assert of(entries, "target_groups").certainty is READ


def test_languages_and_known_organisations_are_no_people() -> None:
    found = taken(f"{HEAD}Actie 1.1: Folders\nTrekker: Unizo\nWat: folders in Roemeens, Engels en Turks.\n")
    remarks = " ".join(one.text for one in found.remarks)
    assert "Engels" not in remarks
    (entry,) = [one for one in found.account.entries if one.field == "lead"]
    assert entry.certainty is READ


@pytest.mark.parametrize(
    "sentence",
    [
        "Mia Peeters, mantelzorger uit Haacht, helpt mee.",
        "Een bewoner van Haacht werkt mee aan de pas.",
        "Samen met een buurvrouw uit Haacht maakt Okra een pas.",
    ],
)
def test_somebody_from_a_village_is_no_actor(sentence: str) -> None:
    text = f"Actieplan 2026 ELZ Waterkant\n\nActie 1: Een woningpas maken\n\nTrekker: OCMW Meer\n\nWat?\n\n{sentence}\n"
    files = take_plan(read("plan.txt", text.encode()), PlanOptions()).files
    assert "aacht" not in files["plan/actors.yaml"]
