"""People whose names are words of houses, products with the form of a name, and what the report tells.  All names are placeholders."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest

from elzctl.intake import doubtful, houses, known_houses, namesakes, persons
from elzctl.intake.enumerated import enumerated
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.veil import Veil
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.intake.undecided import undecided
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)


def minutes(text: str, *, there: str = "CAW Delta") -> Taken:
    whole = (
        f"Verslag zorgoverleg\nDatum: 13 mei 2025\nAanwezig: {there}\n\n1. Stand van zaken\n{text}\n\n2. Varia\nGeen.\n"
    )
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def plan(text: str, *, lead: str = "CAW Delta", partners: str = "OCMW Berg", title: str = "Een pas maken") -> Taken:
    whole = (
        "Actieplan 2026 ELZ Waterkant\n\nStrategische doelstelling 1: Gezond wonen\n\nOperationele doelstelling 1.1.: Veilig\n\n"
        f"1.1.1. {title}\nTrekker: {lead}\nPartners: {partners}\nWat?\n{text}\n"
    )
    return take_plan(read("plan.txt", whole.encode()), PlanOptions(today=TODAY))


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


def told(found: Taken) -> str:
    return " ".join(Language("en")(one) for one in found.remarks if "{names}" in one.text)


def shown(text: str) -> list[persons.Name]:
    """The people in a text, but for lone first names that are words too."""
    return [one for one in persons.find(text) if one.words.lower() not in persons.AMBIGUOUS]


def wondered(text: str, *known: str) -> list[str]:
    """What a document of this text makes the report ask about, without the numbers of lines."""
    small = frozenset(re.findall(r"\b[a-z]+\b", text))
    message = undecided(read("a.txt", text.encode()), small, known, shown)
    names = str(dict(message.args)["names"]) if message is not None else ""
    return [re.sub(r" \(\d+\)\Z", "", one) for one in names.split(", ") if one]


@pytest.mark.parametrize(
    "name",
    ["Voornaam Kring", "Voornaam Campus", "Voornaam Thuis", "Voornaam De Zorgher", "Voornaam Nulhuis", "Voornaam Dag"],
)
def test_a_first_name_before_a_word_of_houses_is_of_a_person(name: str) -> None:
    assert persons.is_person(name)
    assert persons.may_be_person(name)
    assert [one.words for one in persons.find(f"Dit doet {name} morgen.")] == [name]


@pytest.mark.parametrize(
    "name",
    ["Voornaam Thuiszorg", "Voornaam Zorgraad", "Voornaam Ocmw", "Voornaam Gezinsbond", "Jan Palfijn", "Roos Fonds"],
)
def test_a_word_that_is_put_together_an_association_and_a_known_house_make_no_person(name: str) -> None:
    assert not namesakes.is_sure(name)
    assert not persons.may_be_person(name) or not persons.shows_organisation(name)


def test_an_article_before_them_makes_it_a_house() -> None:
    assert list(persons.find("Het Voornaam Huis opent.")) == []
    assert [one.words for one in persons.find("Een Voornaam Huis opent.")] == ["Voornaam"]
    assert list(houses.Houses().spans("Ook Voornaam School komt.")) == []
    assert [*houses.Houses().spans("Ook Voornaam Zeta School komt.")] != []


def test_no_house_goes_on_behind_en() -> None:
    assert list(houses.Houses().spans("Stad en Nulzes komen.")) == []
    assert list(houses.Houses().spans("Stad Nulzes komt.")) != []


def test_initials_before_such_a_word_are_of_a_person_in_a_list() -> None:
    assert persons.may_be_person("E. Verbond")
    assert not persons.is_person("A. Werkgroep")
    found = minutes("E. Verbond belt.", there="Voornaam Zeta (CAW Delta), E. Verbond (Solidaris)")
    assert "verbond" not in public(found).lower()


def test_who_was_there_with_such_a_name_stays_private_with_both_parts() -> None:
    found = minutes(
        "Voornaam Kring opent. Kring dankt iedereen, zegt Voornaam.",
        there="Voornaam Kring (Dienstencentrum Ster), Quo De Zorgher",
    )
    text = public(found)
    assert "[persoon 1] opent." in text
    assert "Kring" not in text
    assert "dienstencentrum-ster" in text


def test_in_a_plan_too_and_a_thing_of_that_name_keeps_its_word() -> None:
    found = plan(
        "Voornaam Plein leidt de proef. Plein test. Het Plein Zuid is klaar. Ook Voornaam Campus en Voornaam Thuis testen."
    )
    assert "[persoon 1] leidt de proef. [persoon 1] test. Het Plein Zuid is klaar. Ook [persoon 2] en" in public(found)
    assert "Thuis" not in public(found)


def test_beside_people_an_unknown_first_name_before_such_a_word_is_one_of_them() -> None:
    text = "Nieuw: Quoni Winkel, Voornaam School en Zedek Aalst."
    names = [*persons.find(text)]
    assert [one.words for one in names] == ["Voornaam School"]
    assert sorted(one.words for one in doubtful.joined(text, names)) == ["Quoni Winkel", "Zedek Aalst"]
    text = "Ook Rode Winkel, Voornaam School en OCMW Aalst."
    assert list(doubtful.joined(text, persons.find(text))) == []


def test_the_end_of_another_name_is_nobody_and_a_capital_inside_is_of_a_product() -> None:
    text = "De Blauwe Nulzes en Voornaam komen. CoZo en Voornaam ook. McNulzes en Voornaam niet."
    assert [one.words for one in doubtful.joined(text, persons.find(text))] == ["McNulzes"]
    assert doubtful.is_product("BelRAI")
    assert not any(map(doubtful.is_product, ("DeNulzes", "VanNulzes", "D'Nulzes", "Nulzes")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dank aan NULZE Voornaam.", "NULZE Voornaam"),
        ("Dank aan EL NULZENI Voornaam.", "EL NULZENI Voornaam"),
        ("Ook Voornaam Nulzes van Omega komt.", "Voornaam Nulzes"),
    ],
)
def test_small_words_in_capitals_belong_to_a_name_and_whom_somebody_is_of_does_not(text: str, name: str) -> None:
    assert name in [one.words for one in doubtful.find(text)]


def test_titles_of_goals_and_campaigns_are_no_people() -> None:
    veil = Veil(Tongue.NL, ["Thema Wonen", "Thema Ontmoeten", "1.1.4 Bewegen", "Gezond Bewegen Op Verwijzing start."])
    for text in ("Thema Wonen", "Thema Ontmoeten", "Bewegen", "Bewegen Op Verwijzing start."):
        assert veil.text(text) == text


def test_the_function_that_stands_for_a_name_has_a_capital_at_the_head_of_a_sentence() -> None:
    found = plan("De coördinator, Voornaam Zeta, plant. Daarna telt de coördinator, Voornaam Zeta, alles.")
    assert "De coördinator plant. Daarna telt de coördinator alles." in public(found)


# What the report tells


def test_the_report_asks_about_words_side_by_side_and_first_about_those_like_names() -> None:
    text = "Dit is van Quoni Bravo. Roos Bank geeft geld. Quozi en Zedan komen. Vandaag telt Omegon mee. A.B.C. ook."
    found = wondered(text)
    assert found.index("Roos Bank") < found.index("A.B.C.")
    assert {"Quoni Bravo", "A.B.C.", "Quozi", "Zedan", "Omegon"} <= {*found}
    assert found.index("Quoni Bravo") < found.index("Omegon")


def test_the_report_asks_about_a_word_before_what_people_do() -> None:
    assert wondered("Quovi vraagt uitstel. Overleg helpt.") == ["Quovi"]


@pytest.mark.parametrize(
    "text",
    [
        "Ook Zorgzame Buurten groeit.",
        "Wij volgen Sint-Jozef Omega en Villa Voornaam.",
        "De Rode Ruiter rijdt. We zien een rode ruiter.",
        "Ook Aalst Lede doet mee.",
        "Tijdstip Van tien tot elf.",
        "Quodal Omega levert. ",
    ],
)
def test_the_report_asks_nothing_about_what_is_known(text: str) -> None:
    assert wondered(text, "Quodal Omega") == []


def test_a_surname_that_is_a_word_of_the_document_too_is_told_where_it_stays() -> None:
    text = "Voornaam Kring opent. Kring dankt iedereen. De kring groeit, want de Kring Zuid helpt."
    found = plan(text)
    assert "Kring dankt" in public(found)
    assert "Kring (" in told(found)
    assert told(plan("De kring groeit. Kring Zuid helpt.")) == ""


def test_words_of_headings_are_not_asked_about() -> None:
    paper = read("a.md", b"# Quodal Bravon\n\nDaarna komt Quodal Bravon.\n")
    assert undecided(paper, frozenset(), (), persons.find) is None
    other = read("a.md", b"# Iets\n\nDaarna komt Quodal Bravon.\n")
    assert undecided(other, frozenset(), (), persons.find) is not None


def test_no_part_of_a_name_stays_in_minutes_without_a_remark() -> None:
    found = minutes("Vraag van Quoni Bravo: wie rijdt? Linde Groep helpt. Voornaam Zeta zegt het.")
    for name in ("Quoni Bravo", "Linde Groep", "Voornaam Zeta"):
        assert name not in public(found) or name in told(found), name


# Leads of one word


@pytest.mark.parametrize("name", ["Vitalink", "Mobitwin", "QuoZed", "NULZ", "Quodix"])
def test_a_lead_of_one_word_that_shows_to_be_a_thing_is_published(name: str) -> None:
    text = "We gebruiken het platform Quodix." if name == "Quodix" else "We gebruiken dit."
    assert f"lead: [{name.lower()}]" in public(plan(text, lead=name))


@pytest.mark.parametrize(
    "text", ["Via Quodix delen we.", "Quodix vzw helpt.", "De Quodix-app helpt.", "De toepassing “Quodix” werkt."]
)
def test_how_a_text_uses_a_word_shows_that_it_is_a_thing(text: str) -> None:
    assert "lead: [quodix]" in public(plan(text, lead="Quodix"))


def test_a_first_name_is_no_thing_however_it_is_used() -> None:
    assert "lead" not in public(plan("Via Voornaam komt een pas. 1.1.1 Voornaam helpt.", lead="Voornaam"))


def test_the_title_of_an_action_shows_that_its_lead_is_a_thing() -> None:
    assert "lead: [quodix]" in public(plan("Iets.", lead="Quodix", title="Quodix overal"))


def test_a_lead_that_stays_private_has_the_lines_that_put_it_back() -> None:
    found = plan("Iets.", lead="Quodix en OCMW Berg")
    assert "quodix" not in public(found)
    reasons = [Language("en")(one.reason) for one in found.account.entries if one.field == "lead" and one.reason]
    assert len(reasons) == 1
    assert "“lead: [ocmw-berg, quodix]” in plan/actions/pas-maken.md" in reasons[0]
    assert "“quodix: {name: Quodix}” in plan/actors.yaml" in reasons[0]


@pytest.mark.parametrize("name", ["Voornaam", "dhr. Quodix", "Nulaert"])
def test_what_is_surely_a_person_has_none(name: str) -> None:
    found = plan("Iets.", lead=name)
    reasons = [Language("en")(one.reason) for one in found.account.entries if one.field == "lead" and one.reason]
    assert reasons
    assert not any("plan/actors.yaml" in one for one in reasons)


# What is known


def test_an_abbreviation_that_is_a_first_name_in_small_letters_is_known_in_capitals_alone() -> None:
    assert known_houses.is_known("LUCAS KU Leuven")
    assert all(known_houses.is_written(name) for name in ("Vitalink", "vitalink", "LUCAS"))
    assert not known_houses.is_written("Lucas")


def test_a_list_of_organisations_with_small_words_in_their_names_makes_the_others_organisations() -> None:
    text = "Steun komt van Stichting tegen Kanker, Quovi Bravo en Huis voor Zorg."
    assert list(enumerated([text], ())) == ["Quovi Bravo"]
    assert list(enumerated([text.replace("Quovi Bravo", "Voornaam Zeta")], ())) == []


@pytest.mark.parametrize(
    "sign",
    ["Voornaam Kring en ", "Quoni Winkel, ", "CoZo ", "A.B.C. ", "De Blauwe Nulzes ", "EL NULZE Voornaam ", "Aaa van "],
)
def test_long_texts_cost_no_more_than_their_length(sign: str) -> None:
    def cost(length: int) -> float:
        text = sign * (length // len(sign))
        before = time.process_time()
        names = [*persons.find(text), *doubtful.find(text)]
        list(doubtful.joined(text, names))
        list(houses.Houses().spans(text))
        wondered(text)
        return time.process_time() - before

    assert cost(60_000) < 12 * cost(15_000) + 1


@pytest.mark.parametrize("name", ["Thomas More", "Jan Palfijn Ziekenhuis"])
def test_a_house_with_a_name_like_that_of_a_person_names_no_one_where_organisations_stand(name: str) -> None:
    assert not persons.names_one(name)
    assert persons.names_one("Voornaam Zeta")
    assert name in public(minutes("Niets.", there=f"Voornaam Zeta (CAW Delta), {name}"))


def test_a_practice_before_the_name_of_a_place_is_no_first_name() -> None:
    assert not persons.may_be_person("Kine Nulland")
    assert not persons.may_be_person("Apotheek Nulland")


def test_a_professor_who_is_quoted_is_not_asked_about() -> None:
    assert wondered("Dit volgt uit onderzoek. Prof. Quovi vraagt meer.") == []


def test_what_several_do_stands_before_their_names() -> None:
    assert [one.words for one in doubtful.find("Vrijwilligers Quonida Zedan en Bravoni Omegon gaan mee.")] == [
        "Quonida Zedan",
        "Bravoni Omegon",
    ]
    assert list(doubtful.find("Vrijwilligers Samana Oost gaan mee.")) == []
