"""Values of a plan as people type them: why an action stopped, for whom it is, when, how many, and a legend of codes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

TODAY = date(2026, 11, 26)
READ, GUESSED, UNCLEAR = Certainty.READ, Certainty.GUESSED, Certainty.UNCLEAR
PLAN = "Actieplan {year} ELZ Waterkant\n\nStrategische doelstelling 1: Zorg\n\nOperationele doelstelling 1.1: Thuis\n\n"


def taken(text: str, name: str = "plan.txt") -> Taken:
    return accounted(take_plan(read(name, text.encode()), PlanOptions(today=TODAY)))


class Fiche:
    """The action *Soep verdelen* of a plan that says this of it: its keys, its text, and what the report tells."""

    def __init__(self, lines: str, *, year: str = "2026", found: Taken | None = None) -> None:
        body = f"1.1.1 Soep verdelen\n\n{lines}\n\n1.1.2 Brood bakken\n\nWaarom?\n\nDaarom.\n"
        self.taken = found or taken(PLAN.format(year=year) + body)
        path = "plan/actions/soep-verdelen.md"
        _, values, text = self.taken.files[path].split("---\n", 2)
        self.values: dict[str, Any] = yaml.load(values, yaml.BaseLoader)
        self.text = " ".join(text.split())
        self.entries = [one for one in self.taken.account.entries if one.path == path]
        self.actors: dict[str, Any] = yaml.load(self.taken.files["plan/actors.yaml"], yaml.BaseLoader) or {}
        plan = yaml.load(self.taken.files["plan/plan.yaml"], yaml.BaseLoader)
        self.groups = plan.get("target_groups", {})

    def told(self, field: str) -> Entry:
        """What the report says last of a field."""
        return [one for one in self.entries if one.field == field][-1]

    def sure(self, field: str) -> Certainty:
        return self.told(field).certainty

    def lost(self) -> str:
        return " ".join(one.words for one in self.taken.account.left)


# Why it stands so


@pytest.mark.parametrize(
    ("said", "status", "reason", "since", "decision", "text"),
    [
        # The reason ends with its sentence; what comes behind it is another thing, and stays text.
        ("Stopgezet in mei 2026: geen lesgevers gevonden. De lokalen blijven vrij.", "stopped", "geen lesgevers gevonden.", "mei 2026", None, "De lokalen blijven vrij."),
        ("Geschrapt: te duur. Besloten door de stuurgroep op 4 mei 2026.", "stopped", "te duur.", "4 mei 2026", {"body": "stuurgroep", "on": "4 mei 2026"}, ""),
        ("On hold: te weinig personeel. De raad van bestuur besliste dit op 12/02/2026.", "on-hold", "te weinig personeel.", "12/02/2026", {"body": "raad-bestuur", "on": "12/02/2026"}, ""),
        ("Gestopt op 1 april 2026. Er was geen subsidie meer. Het materiaal staat in de kelder.", "stopped", "Er was geen subsidie meer.", "1 april 2026", None, "Het materiaal staat in de kelder."),
        ("Stopgezet. Het restbudget gaat naar de mobiele bus.", "stopped", None, None, None, "Het restbudget gaat naar de mobiele bus."),
        ("On hold (te weinig personeel)", "on-hold", "te weinig personeel", None, None, None),
        ("Stopgezet wegens te duur. De partners blijven elkaar zien.", "stopped", "Stopgezet wegens te duur.", None, None, "De partners blijven elkaar zien."),
        ("On hold: de coördinator is ziek. Er is geen vervanger.", "on-hold", "de coördinator is ziek. Er is geen vervanger.", None, None, ""),
        ("Afgevoerd. De gemeenteraad besliste op 3 maart 2026 om het lokaal te verkopen.", "stopped", None, None, None, "het lokaal te verkopen"),
        ("Gestopt. De stuurgroep besliste op 3 maart 2026 om deze actie stop te zetten.", "stopped", None, "3 maart 2026", {"body": "stuurgroep", "on": "3 maart 2026"}, None),
        ("stopgezet, zie het verslag van 3 maart 2026", "stopped", None, None, None, "zie het verslag van 3 maart 2026"),
        # What is done has what came of it behind it, and no reason; a time in that is not the day it was done.
        ("afgewerkt. De brochure ligt sinds 3 maart 2026 in alle wachtzalen.", "done", None, None, None, "De brochure ligt sinds 3 maart 2026 in alle wachtzalen."),
        ("Afgerond. We deelden tussen 1 mei en 30 juni 2026 tachtig pakketten uit.", "done", None, None, None, "tachtig pakketten"),
        ("afgerond: de gids ligt overal", "done", None, None, None, "de gids ligt overal"),
        ("gedaan van 1 juli tot 31 augustus 2026", "done", None, None, None, "1 juli tot 31 augustus 2026"),
        ("afgerond in juni 2026. Goedgekeurd door de zorgraad op 2 juli 2026.", "done", None, "juni 2026", {"body": "zorgraad", "on": "2 juli 2026"}, None),
        # Since when, behind what was done.
        ("klaar (uitgedeeld op 5 oktober)", "done", None, "5 oktober 2026", None, "uitgedeeld op 5 oktober"),
        ("afgerond, overhandigd op 9 juni 2026", "done", None, "9 juni 2026", None, "overhandigd op 9 juni 2026"),
        ("klaar (evaluatie op 5 oktober)", "done", None, None, None, "evaluatie op 5 oktober"),
        ("klaar (uitgedeeld op 5 december)", "done", None, "5 december 2025", None, "uitgedeeld op 5 december"),
    ],
)  # fmt: skip
def test_behind_a_state_the_reason_is_no_more_than_the_reason(
    said: str, status: str, reason: str | None, since: str | None, decision: dict[str, str] | None, text: str | None
) -> None:
    one = Fiche(f"Status: {said}")
    keys = ("status", "reason", "since", "decision")
    assert [one.values.get(key) for key in keys] == [status, reason, since, decision]
    assert all(one.sure(key) is GUESSED for key in ("reason", "since") if key in one.values)
    if text is not None:
        assert (text in one.text) if text else not one.text
    assert one.lost() == ""


@pytest.mark.parametrize(
    ("said", "year", "status", "certainty"),
    [
        ("uitgesteld naar 2027, de zaal was bezet", "2026", "on-hold", READ),
        ("uitgesteld naar 2026 omdat de zaal bezet was", "2026", "planned", GUESSED),
        ("verdaagd tot 2027", "2027", "planned", GUESSED),
        ("uitgesteld naar najaar 2026", "2026", "on-hold", GUESSED),
        ("uitgesteld in 2026", "2026", "on-hold", READ),
    ],
)
def test_what_was_put_off_to_the_year_of_the_plan_is_to_be_done(
    said: str, year: str, status: str, certainty: Certainty
) -> None:
    one = Fiche(f"Status: {said}", year=year)
    assert (one.values["status"], one.sure("status")) == (status, certainty)
    assert status == "on-hold" or said in one.text


# For whom


@pytest.mark.parametrize(
    ("said", "groups", "certainty"),
    [
        # What stands behind the last may be said of all.
        ("kinderen en ouders met een vluchtverhaal", ["Kinderen en ouders met een vluchtverhaal"], GUESSED),
        ("mannen en vrouwen boven de 55 jaar", ["Mannen en vrouwen boven de 55 jaar"], GUESSED),
        ("kinderen, jongeren en volwassenen in armoede", ["Kinderen, jongeren en volwassenen in armoede"], GUESSED),
        # Unless it needs it itself.
        ("mantelzorgers en mensen met dementie", ["Mantelzorgers", "Mensen met dementie"], READ),
        ("huisartsen, apothekers en diensten voor thuiszorg", ["Huisartsen", "Apothekers", "Diensten voor thuiszorg"], READ),
        ("ouderen en mantelzorgers", ["Ouderen", "Mantelzorgers"], READ),
        # Whose they are is said before.
        ("nieuwkomers en hun gezinnen", ["Nieuwkomers en hun gezinnen"], READ),
        ("personen met dementie, hun mantelzorgers en buren", ["Personen met dementie, hun mantelzorgers en buren"], READ),
        ("patiënten en hun naasten, artsen", ["Patiënten en hun naasten", "Artsen"], READ),
        ("carers and their families", ["Carers and their families"], READ),
        # How many they are is no group.
        ("alleenstaande ouders, ongeveer 300 gezinnen", ["Alleenstaande ouders"], READ),
        ("75-plussers, in totaal 1 200 inwoners", ["75-plussers"], READ),
        ("leerkrachten (± 85 personen) en leerlingen", ["Leerkrachten", "Leerlingen"], READ),
        ("80 gezinnen in Waterkant", ["80 gezinnen in Waterkant"], READ),
        ("65-plussers, 80-plussers", ["65-plussers", "80-plussers"], READ),
        # Whom it is for above all.
        ("alle burgers, met extra aandacht voor nieuwkomers en ouderen", ["Alle burgers", "Nieuwkomers", "Ouderen"], GUESSED),
        ("inwoners met bijzondere aandacht voor mantelzorgers", ["Inwoners", "Mantelzorgers"], GUESSED),
        ("jongeren, met focus op jongens", ["Jongeren", "Jongens"], GUESSED),
        ("ouderen, in het bijzonder alleenstaanden", ["Ouderen", "Alleenstaanden"], GUESSED),
        ("artsen met aandacht voor hun patiënten", ["Artsen"], GUESSED),
    ],
)  # fmt: skip
def test_a_target_group_is_whole_and_is_a_group(said: str, groups: list[str], certainty: Certainty) -> None:
    one = Fiche(f"Doelgroep: {said}")
    assert list(one.groups.values()) == groups
    assert one.sure("target_groups") is certainty
    assert one.lost() == ""


@pytest.mark.parametrize(
    "said", ["alleenstaande ouders, ongeveer 300 gezinnen", "alle burgers, met extra aandacht voor nieuwkomers"]
)
def test_words_that_are_no_group_stay_text(said: str) -> None:
    assert said in Fiche(f"Doelgroep: {said}").text


def test_a_group_in_too_many_words_is_told_and_stays_text() -> None:
    said = "kinderen en jongeren van 0 tot en met 18 jaar uit de hele zone, hun ouders en hun grootouders"
    one = Fiche(f"Doelgroep: {said}")
    assert one.groups == {}
    assert one.sure("target_groups") is UNCLEAR
    assert said in one.text


def test_whose_they_are_is_no_group_by_itself() -> None:
    one = Fiche("Doelgroep:\n\n- nieuwkomers\n- hun kinderen")
    assert list(one.groups.values()) == ["Nieuwkomers"]
    assert one.sure("target_groups") is UNCLEAR
    assert "hun kinderen" in one.text


# When


@pytest.mark.parametrize(
    ("said", "start", "due", "certainty", "kept"),
    [
        # From and to.
        ("februari tot april 2026", "februari 2026", "april 2026", READ, False),
        ("maart t/m mei 2026", "maart 2026", "mei 2026", READ, False),
        ("Q1 – Q3 2026", "Q1 2026", "Q3 2026", READ, False),
        ("van 1 tot 30 september 2026", "1 september 2026", "30 september 2026", READ, False),
        ("september - oktober 2026, elke vrijdag", "september 2026", "oktober 2026", READ, True),
        ("juni tot december 2026, telkens om 14 uur", "juni 2026", "december 2026", READ, True),
        # Each with a word for it.
        ("start mei 2026, klaar okt. 2026", "mei 2026", "okt. 2026", READ, False),
        ("opstart in maart 2026, af tegen 1 december 2026", "maart 2026", "1 december 2026", READ, False),
        ("start maart 2026, klaar in november", "maart 2026", "november 2026", GUESSED, False),
        ("start maart, klaar tegen november", "maart 2026", "november 2026", GUESSED, False),
        ("begint in maart 2026, evaluatie in februari 2027", "maart 2026", None, READ, True),
        ("opstart ten laatste 1 juni 2026", "1 juni 2026", None, GUESSED, True),
        ("ten vroegste in het najaar van 2026", "najaar van 2026", None, GUESSED, True),
        # One date among other words.
        ("loket klaar tegen 15 september 2026", None, "15 september 2026", GUESSED, True),
        ("stuurgroep van 8 oktober 2026", None, "8 oktober 2026", GUESSED, True),
        ("tegen de Dag van de Zorg (maart 2026)", None, "maart 2026", GUESSED, True),
        ("drie dinsdagen in oktober 2026", None, "oktober 2026", GUESSED, True),
        ("herfst 2026, indien er budget is", None, "herfst 2026", GUESSED, True),
        ("de week van 14 september 2026", None, "2026-09-14/2026-09-20", GUESSED, True),
        ("oktober 2026 tot heden", "oktober 2026", None, GUESSED, True),
        ("deel 1: jan-maart 2026; deel 2: mei-juni 2026", "jan 2026", "juni 2026", GUESSED, True),
        ("12/03, 19/03 en 26/03/2027", "12/03/2027", "26/03/2027", GUESSED, True),
        # Holidays of the schools have their days.
        ("tegen de herfstvakantie 2026", None, "2 – 8 november 2026", GUESSED, True),
        ("kerstvakantie 2025-2026", None, "22 december 2025 – 4 januari 2026", GUESSED, True),
        ("in de paasvakantie van 2026", None, "6 – 19 april 2026", GUESSED, True),
        # Two digits of a year.
        ("15/09/26", None, "15/09/2026", GUESSED, False),
        ("tegen 3-6-26", None, "3-6-2026", GUESSED, False),
        ("juni '26", None, "juni 2026", GUESSED, False),
        # Several times.
        ("4 maart en 9 september 2026", "4 maart 2026", "9 september 2026", GUESSED, True),
        ("lente 2026 in Oost, de andere wijken winter 2026", "lente 2026", "winter 2026", GUESSED, True),
        ("1 in de lente van 2026, 1 in het najaar", "lente van 2026", "najaar 2026", GUESSED, True),
        # The year of the plan.
        ("eind mei", None, "eind mei 2026", GUESSED, False),
        ("tegen 1 november", None, "1 november 2026", GUESSED, False),
        ("juli en augustus", "juli 2026", "augustus 2026", GUESSED, True),
        ("april tot juni", "april 2026", "juni 2026", GUESSED, False),
        ("15/9", None, "15/9/2026", GUESSED, False),
        ("tweede kwartaal", None, "tweede kwartaal 2026", GUESSED, False),
        ("zomer", None, "zomer 2026", GUESSED, False),
    ],
)  # fmt: skip
def test_when_is_read_in_the_words_of_people(
    said: str, start: str | None, due: str | None, certainty: Certainty, *, kept: bool
) -> None:
    one = Fiche(f"Timing: {said}")
    assert (one.values.get("start"), one.values.get("due")) == (start, due)
    assert {one.sure(key) for key in ("start", "due") if key in one.values} == {certainty}
    assert (said in one.text) is kept
    assert one.lost() == ""


@pytest.mark.parametrize(
    "said",
    [
        "maart en oktober, elk jaar",
        "jaarlijks in mei",
        "zodra er budget is",
        "elke eerste maandag van de maand",
        "zie het verslag van 2025",
        "2 keer per jaar",
        "evaluatie tegen mei 2027",
        "10/06/87",
        "na de zomer van 2026",
        "voor de zomervakantie",
        "beslissing van de raad in juni 2026",
        "mei of juni",
        "niet voor het beleidsplan 2030 klaar is",
    ],
)
def test_what_is_no_time_of_the_action_is_told_and_stays_text(said: str) -> None:
    one = Fiche(f"Timing: {said}")
    assert not {"start", "due"} & set(one.values)
    assert one.sure("due") is UNCLEAR
    assert said in one.text


@pytest.mark.parametrize(
    ("label", "year", "due"),
    [
        ("Klaar tegen: eind januari", "2026", "eind januari 2026"),
        ("Deadline: 1 december", "2027", "1 december 2027"),
        ("Deadline: 1 december", "2026-2028", None),
    ],
)
def test_a_year_comes_from_the_label_or_the_plan_when_there_is_one(label: str, year: str, due: str | None) -> None:
    one = Fiche(label, year=year)
    assert one.values.get("due") == due
    assert one.sure("due") is (GUESSED if due else UNCLEAR)


@pytest.mark.parametrize("column", ["Timing 2025", "Wanneer (2025)"])
def test_the_year_of_a_column_is_that_of_its_times(column: str) -> None:
    rows = f"| Actie | Trekker | {column} |\n|---|---|---|\n| Soep | OCMW | eind januari |\n| Brood | Okra | maart |\n"
    found = taken(f"# Jaarplan 2026 ELZ Waterkant\n\n## Acties\n\n{rows}", "plan.md")
    told = [one for one in found.account.entries if one.field == "due"]
    assert [(one.value, one.certainty) for one in told] == [("eind januari 2025", GUESSED), ("maart 2025", GUESSED)]


# How many


@pytest.mark.parametrize(
    ("said", "targets", "certainty"),
    [
        ("de gids ligt in alle 12 wachtzalen", ["12"], GUESSED),
        ("alle 9 gemeenten doen mee", ["9"], GUESSED),
        ("de 9 gemeenten doen mee", [None], None),
        ("om de 3 maanden een nieuwsbrief", [None], None),
        ("minstens 15 deelnemers, en een korte bevraging na afloop", ["15", None], READ),
        ("6 sessies, gemiddeld 12 deelnemers", ["6", "12"], READ),
        ("3 sessies met een huisarts en een apotheker", ["3"], None),
        ("8 op de 10 deelnemers zijn tevreden", ["80%"], GUESSED),
        ("3 op 4 gezinnen komt terug", ["75%"], GUESSED),
        ("1 op de 3 bezoekers is nieuw", [None], None),
        ("gemiddelde score van 8 op 10", ["8"], GUESSED),
    ],
)
def test_a_target_is_a_number_that_is_aimed_at(
    said: str, targets: list[str | None], certainty: Certainty | None
) -> None:
    one = Fiche(f"Indicator: {said}")
    assert [each.get("target") for each in one.values["indicators"]] == targets
    assert certainty is None or one.sure("indicators[0].target") is certainty


# Who


@pytest.mark.parametrize(
    "said", ["alle partners", "alle kringen", "alle betrokken diensten van de zone", "elke organisatie"]
)
def test_all_of_a_kind_are_no_organisation(said: str) -> None:
    one = Fiche(f"Partners: OCMW Waterkant, {said}")
    assert one.values["partners"] == ["ocmw-waterkant"]
    assert said in one.text
    alone = Fiche(f"Partners: {said}")
    assert "partners" not in alone.values
    assert alone.sure("partners") is UNCLEAR
    assert said in alone.text


@pytest.mark.parametrize("said", ["alle huisartsen", "Alle Kinderen Thuis vzw", "Partners in Zorg"])
def test_a_group_of_people_or_a_name_may_begin_so(said: str) -> None:
    assert "partners" in Fiche(f"Partners: {said}").values


@pytest.mark.parametrize(
    ("said", "partners", "named"),
    [
        ("Toegankelijk Dorp (Rolwijzer)", ["toegankelijk-dorp"], "Toegankelijk Dorp (Rolwijzer)"),
        ("OCMW Waterkant (sociale dienst)", ["ocmw-waterkant"], "OCMW Waterkant (sociale dienst)"),
        ("vzw De Hooizolder", ["hooizolder"], "vzw De Hooizolder"),
        ("De Hooizolder vzw", ["hooizolder"], "De Hooizolder vzw"),
        ("dienstencentra Molenveld en Ginderbeek", ["dienstencentrum-molenveld", "dienstencentrum-ginderbeek"], "dienstencentrum Ginderbeek"),
        ("gemeenten van Molenveld, Zuurbeke en Ginderbeek", ["gemeente-molenveld", "gemeente-zuurbeke", "gemeente-ginderbeek"], "gemeente Zuurbeke"),
        ("thuiszorgdiensten en Okra", ["thuiszorgdiensten", "okra"], "Okra"),
        ("LDC Molenveld en Samana", ["ldc-molenveld", "samana"], "LDC Molenveld"),
        ("de scholen en hun CLB’s", ["scholen", "clb"], "CLB’s"),
    ],
)  # fmt: skip
def test_the_name_of_an_organisation_stays_whole(said: str, partners: list[str], named: str) -> None:
    one = Fiche(f"Partners: {said}")
    assert one.values["partners"] == partners
    assert named in one.taken.files["plan/actors.yaml"]
    assert "hun" not in one.taken.files["plan/actors.yaml"]
    assert one.lost() == ""


def test_an_aside_in_brackets_stays_text_and_is_no_name() -> None:
    one = Fiche("Partners: OCMW Waterkant (onder voorbehoud van goedkeuring)")
    assert one.values["partners"] == ["ocmw-waterkant"]
    assert "voorbehoud" not in one.taken.files["plan/actors.yaml"]
    assert "onder voorbehoud van goedkeuring" in one.text


def test_the_organisation_of_a_plan_keeps_its_legal_form() -> None:
    found = taken(
        "# Actieplan 2026\n\nEerstelijnszone Waterkant vzw\n\n## Doel 1: Zorg\n\n### Actie 1: Soep\n\nTrekker: OCMW\n",
        "plan.md",
    )
    assert "Eerstelijnszone Waterkant vzw" in found.files["plan/plan.yaml"] + found.files["plan/actors.yaml"]


# A legend


TABLE = "| Actie | Trekker | Klaar tegen | Stand |\n|---|---|---|---|\n| Soep verdelen | OCMW Waterkant | maart 2026 | {one} |\n| Brood bakken | Okra | mei 2026 | {two} |\n| Kaas maken | Femma | mei 2026 | {three} |\n"


def states(legend: str, *codes: str) -> list[tuple[str, Certainty]]:
    one, two, three = codes
    found = taken(
        f"# Jaarplan 2026 ELZ Waterkant\n\n{legend}\n\n## Acties\n\n{TABLE.format(one=one, two=two, three=three)}",
        "plan.md",
    )
    told = [one for one in found.account.entries if one.field == "status"]
    return [(one.value, one.certainty) for one in told]


@pytest.mark.parametrize(
    "legend",
    [
        "Legende: K = klaar, L = lopend, N = nog niet gestart",
        "K: klaar; L: lopend; N: nog niet gestart",
        "In de kolom stand betekent K dat de actie klaar is, L dat ze loopt en N dat ze nog niet gestart is.",
        "De letter K staat voor klaar, L voor lopend en N voor nog niet gestart.",
        "Gebruikte afkortingen: K (klaar), L (lopend), N (nog niet gestart).",
        "- K: klaar\n- L: lopend\n- N: nog niet gestart",
        "- **K** – klaar\n- **L** – lopend\n- **N** – nog niet gestart",
        "| Code | Betekenis |\n|---|---|\n| K | klaar |\n| L | lopend |\n| N | nog niet gestart |",
        "| K | klaar |\n|---|---|\n| L | lopend |\n| N | nog niet gestart |",
    ],
)
def test_a_legend_says_what_codes_of_states_mean(legend: str) -> None:
    assert states(legend, "K", "L", "N") == [("done", READ), ("running", READ), ("planned", READ)]


@pytest.mark.parametrize("legend", ["groen = op schema, oranje = vertraagd, rood = stopgezet"])
def test_a_legend_of_colours_is_one_too(legend: str) -> None:
    assert [one for one, _ in states(legend, "groen", "Oranje", "rood")] == ["running", "running", "stopped"]


@pytest.mark.parametrize(
    "legend",
    [
        "",
        "We werken met K (kinderen), L (leerlingen) en N (nieuwkomers).",
        "K = klaar",
        "K = klaar, K = kapot, L = laat",
        "Stap K is klaar en stap L loopt; N volgt.",
        "Fase K is klaar, L is lopend, N is nog niet gestart.",
    ],
)
def test_codes_without_a_legend_of_states_are_not_understood(legend: str) -> None:
    assert all(sure is not READ for _, sure in states(legend, "K", "L", "N"))


def test_a_code_that_the_legend_does_not_have_stays_text() -> None:
    found = states("K = klaar, L = lopend, X = wie weet", "K", "X", "L")
    assert found == [("done", READ), ("planned", UNCLEAR), ("running", READ)]


def test_ok_in_a_column_of_states_is_a_guess_that_it_is_done() -> None:
    assert states("", "OK", "bezig", "ok") == [("done", GUESSED), ("running", READ), ("done", GUESSED)]
