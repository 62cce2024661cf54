"""In doubt it is a person: names that nothing shows to be of somebody, or of something.  All names are placeholders."""

from __future__ import annotations

import time
from datetime import date

import pytest

from elzctl.intake import doubtful, persons
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.intake.towns import is_place
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def minutes(text: str, *, there: str = "CAW") -> Taken:
    whole = (
        f"Verslag zorgoverleg\nDatum: 13 mei 2025\nAanwezig: {there}\n\n1. Stand van zaken\n{text}\n\n2. Varia\nGeen.\n"
    )
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def named(text: str, *small: str) -> list[str]:
    return [one.words for one in doubtful.find(text, frozenset(small))]


@pytest.mark.parametrize(
    "text",
    [
        "De nota van Xandrine Ypsilon is klaar.",
        "Xandrine Ypsilon neemt dit op.",
        "Voor Xandrine Ypsilon is dat nieuw.",
        "Dit volgt de voorzitter Xandrine Ypsilon op.",
        "Bespreking met Xandrine Ypsilon.",
    ],
)
def test_two_words_with_capitals_in_a_sentence_are_a_person(text: str) -> None:
    assert named(text, "bespreking") == ["Xandrine Ypsilon"]


def test_small_words_and_hyphens_belong_to_a_name() -> None:
    assert named("Xandrine van de Zed en Quo-Vadia Zeta.") == ["Xandrine van de Zed", "Quo-Vadia Zeta"]


@pytest.mark.parametrize(
    "text",
    [
        "De Rode Ster komt.",
        "We gaan naar Den Haard.",
        "Levensloop Aalst loopt.",
        "Zorgzame Buurten groeit.",
        "Buurthuis Xandrine Ypsilon opent.",
        "Het project Xandrine Ypsilon start.",
        "Digibank Zeedorp leent laptops uit.",
        "Onze Kruispunten app is klaar.",
        "Op Maandag Dinsdag niet.",
        "Slaatje Praatje is er.",
        "Age Concern Riverside came.",
        "Vanaf Januari Mei niet.",
    ],
)
def test_what_shows_that_it_is_something_else_is_no_person(text: str) -> None:
    assert named(text, "slaatje") == []


def test_who_holds_an_office_is_a_person_and_what_it_is_of_is_none() -> None:
    assert named("Burgemeester Ypsilon opent, schepen Zeta volgt.") == ["Ypsilon", "Zeta"]
    assert named("Schepen Welzijn en burgemeester Aalst zijn er.") == []


def test_a_house_or_a_campaign_shows_what_it_is() -> None:
    assert is_place("Sint-Niklaas")
    assert is_place("Aalsts") is False
    for name in ("Digibank Hoogland", "Beschut Wonen De Schakel", "Riverside Clinic", "Warme Ypsilon"):
        assert not persons.may_be_person(name), name


def test_unknown_names_in_the_text_make_way_for_numbers() -> None:
    found = minutes("De nota van Xandrine Ypsilon is klaar. Xandrine mailt ze; Ypsilon belt. Zij is blij.")
    assert "De nota van [persoon 1] is klaar. [persoon 1] mailt ze; [persoon 1] belt." in meeting(found)
    assert "Xandrine Ypsilon" in "\n".join(text for path, text in found.files.items() if path.startswith("private/"))


def test_whoever_stands_beside_them_two_words_with_capitals_are_of_a_person() -> None:
    found = minutes("Niets.", there="Xandrine Ypsilon, CAW Delta, OCMW Berg, Logo Waas, Zeta Quovadia")
    assert "present: [caw-delta, ocmw-berg, logo-waas]" in meeting(found)
    assert "ypsilon" not in public(found).lower()
    doubts = [one for one in found.account.entries if one.field == "naam" and one.certainty is Certainty.GUESSED]
    assert [one.value for one in doubts] == ["Xandrine Ypsilon", "Zeta Quovadia"]
    assert all(one.reason is not None for one in doubts)


def test_the_letters_of_who_was_there_stand_for_a_name_and_abbreviations_do_not() -> None:
    found = minutes(
        "XY noteert. (XY/QZ) volgen op. QV meldt zich af. KB van 12 juni en CAW blijven.",
        there="Xandrine Ypsilon (CAW), Quo-Vadia Zeta (CM), Karelina Beta",
    )
    text = meeting(found)
    assert "[persoon 1] noteert. ([persoon 1]/[persoon 2]) volgen op. [persoon 2] meldt zich af." in text
    assert "KB van 12 juni en CAW blijven." in text


def test_an_address_without_its_sign_and_initials_beside_a_name_go_too() -> None:
    found = minutes(
        "Mail xandrine.ypsilon bij de zone, @xandrine ook. J. Ypsilon noteert. Patiente Voornaam V. belde.",
        there="Xandrine Ypsilon (CAW), OCMW Berg",
    )
    text = public(found)
    assert "xandrine" not in text.lower()
    assert "Mail [persoon 1] bij de zone, [persoon 1] ook." in text
    assert "J. [" not in text
    assert "V. belde" not in text


def test_a_place_keeps_its_name() -> None:
    found = take_minutes(
        read("v.txt", b"Verslag zorgoverleg\nDatum: 13 mei 2025\nPlaats: Klein Veldeken\n\n1. Varia\nGeen.\n"),
        MinutesOptions(None, None, Tongue.NL, TODAY),
    )
    assert "location: Klein Veldeken" in meeting(found)


def test_the_look_for_names_takes_no_longer_than_the_text_does() -> None:
    for sign in ("Aa ", "A", "Xand de ", "burgemeester ", "A. "):
        begun = time.process_time()
        list(doubtful.find(sign * (100_000 // len(sign))))
        assert time.process_time() - begun < 5


PLAN = """\
Actieplan 2026 ELZ Waterkant

Strategische doelstelling 1: Gezond wonen

Operationele doelstelling 1.1.: Woningen zijn veilig

1.1.1. Een woningpas maken

Waarom?

{text}

Partners:

• Woonwinkel
"""


def plan(text: str) -> str:
    return public(take_plan(read("plan.txt", PLAN.format(text=text).encode()), PlanOptions(today=TODAY)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De pas is van Xandrine Ypsilon.", "De pas is van [persoon 1]."),
        (
            "Xandrine Ypsilon begon. Xandrines pas is er; Ypsilon mailt.",
            "[persoon 1] begon. [persoon 1]s pas is er; [persoon 1] mailt.",
        ),
        ("Ypsilon Voornaam volgt op, met dank aan Saskia.", "[persoon 1] volgt op, met dank aan [persoon 2]."),
        ("J. Ypsilon en Xandrine Ypsilon volgen op.", "[persoon 1] en [persoon 1] volgen op."),
        (
            "Buurthuis Xandrine Ypsilon en De Rode Ster doen mee.",
            "Buurthuis Xandrine Ypsilon en De Rode Ster doen mee.",
        ),
        ("Elke buur krijgt een pas in Sint-Niklaas.", "Elke buur krijgt een pas in Sint-Niklaas."),
    ],
)
def test_names_in_the_text_of_a_plan_make_way_and_names_of_houses_stay(text: str, wanted: str) -> None:
    assert wanted in plan(text)


@pytest.mark.parametrize("name", ["huisarts Ypsilon", "apotheker Xandrine Ypsilon", "Burgemeester Ypsilon"])
def test_what_somebody_does_before_a_name_makes_no_organisation_of_it(name: str) -> None:
    assert persons.may_be_person(name)
    assert not persons.shows_organisation(name)
    found = minutes("Ypsilon vraagt het woord.", there=f"Dr. Alfanaam, {name}, OCMW Berg, CAW Delta")
    assert "present: [ocmw-berg, caw-delta]" in meeting(found)
    assert "Ypsilon" not in public(found)


@pytest.mark.parametrize("name", ["coördinator Logo", "voorzitter Zorgraad", "medewerker CAW", "Zorgbedrijf Ypsilon"])
def test_what_it_is_done_for_is_an_organisation(name: str) -> None:
    assert not persons.may_be_person(name)
    assert persons.shows_organisation(name)


@pytest.mark.parametrize(
    "name", ["DE YPSILON Voornaam", "EL Zed Voornaam", "Y. Zed", "Ypsilon Voornaam", "VAN DE ZED Voornaam"]
)
def test_a_surname_in_capitals_with_its_small_words_is_of_a_person(name: str) -> None:
    assert persons.may_be_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "AZ Voornaam",
        "Uit De Marge",
        "Onze Lieve Vrouw",
        "Heilig Hart",
        "Rotary Aalst",
        "Landelijke Ypsilon",
        "Jong Zeedorp",
    ],
)
def test_a_short_name_a_small_word_or_a_town_shows_an_organisation(name: str) -> None:
    assert not persons.may_be_person(name)


def test_a_lead_by_a_surname_that_the_document_has_in_full_elsewhere_is_a_person() -> None:
    text = (
        PLAN.format(text="Xandrine Ypsilon begon.")
        + "\n1.1.2. Een beurs houden\n\nTrekker: Ypsilon\n\nWat?\n\nEen beurs.\n"
    )
    assert "ypsilon" not in public(take_plan(read("plan.txt", text.encode()), PlanOptions(today=TODAY))).lower()
