"""What belongs to a name behind a title, and where a first name is a word, a municipality, or a part of a house's name."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake import persons
from elzctl.intake.no_first_name import is_each, is_surely_each, is_town, is_word
from elzctl.intake.paper import Block
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.plan.veil import Veil
from elzctl.intake.readers.read import read
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def found(text: str) -> list[str]:
    """The names in a text."""
    return [one.words for one in persons.find(text)]


def veiled(*texts: str) -> list[str]:
    """The texts of one document as they are published."""
    veil = Veil(Tongue.NL, texts)
    return [veil.clean(Block(text, ())).text for text in texts]


@pytest.mark.parametrize(
    "name",
    [
        "Dr. Voornaam van den Ypsilon",
        "Mevrouw Voornaam van de Ypsilon",
        "Prof. dr. Voornaam van Ypsilon",
        "Dokter Voornaam van den Ypsilon",
        "mevr. Voornaam op ’t Ypsilon",
        "Prof.dr. Voornaam van 't Ypsilon",
        "Mvr. Voornaam de Ypsilon",
        "mijnheer Voornaam van der Ypsilon",
        "Dr. Xandrine van den Ypsilon",
        "Zuster Xandrine op den Ypsilon",
        "Dr. Voornaam de Zeda-van den Ypsilon",
        "dr. VOORNAAM VAN DEN YPSI",
        "Juffrouw Voornaam in den Ypsilon",
        "mevr. Voornaam van 's Ypsilon",
    ],
)
def test_the_small_words_and_the_surname_behind_a_title_belong_to_the_name(name: str) -> None:
    assert found(f"{name} leest de nota na.") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr. Voornaam van Familiehulp belt.", "Dr. Voornaam"),
        ("Dr. Voornaam van den Ypsilon van Domus Medica belt.", "Dr. Voornaam van den Ypsilon"),
        ("Dr. Peeters van den Dienst Wonen belt.", "Dr. Peeters"),
        ("Mevr. Xandrine van de Zorgraad belt.", "Mevr. Xandrine"),
        ("Mevr. Vanypsilon van de Zeda belt.", "Mevr. Vanypsilon"),
    ],
)
def test_the_organisation_behind_a_name_with_a_title_is_no_part_of_it(text: str, name: str) -> None:
    assert found(text) == [name]


def test_a_double_surname_goes_on_behind_its_small_words() -> None:
    assert found("Verslag: Voornaam Zeda-Op ’t Ypsilon.") == ["Voornaam Zeda-Op ’t Ypsilon"]


def test_a_first_name_and_surname_in_capitals_with_small_words_are_a_name() -> None:
    assert found("VOORNAAM VAN DEN YPSILON tekent.") == ["VOORNAAM VAN DEN YPSILON"]
    assert found("VOORNAAM CAW tekent.") == []


def test_two_people_with_one_first_name_have_two_numbers() -> None:
    first, second, again = veiled(
        "Dr. Voornaam van den Ypsilon spreekt.",
        "Dokter Voornaam van der Zeda luistert.",
        "Voornaam van den Ypsilon telt.",
    )
    assert first == "[persoon 1] spreekt."
    assert second == "[persoon 2] luistert."
    assert again == "[persoon 1] telt."


@pytest.mark.parametrize(
    "whom",
    [
        "Zedabekenaar",
        "Gentenaar",
        "Vlaming",
        "Kempenaar",
        "Limburger",
        "Stedeling",
        "Zorgverlener",
        "Gentse",
        "Leuvense",
        "Senior",
        "Zwangere",
        "Werkende",
    ],
)
def test_each_of_those_who_live_or_work_somewhere_is_nobody(whom: str) -> None:
    text = f"Elke {whom} vindt de weg. Elke {whom} telt mee."
    assert is_each(f"Elke {whom}")
    assert veiled(text) == [text]


def test_each_of_a_place_that_is_not_known_stays_to_be_looked_at() -> None:
    assert [is_surely_each(f"Elke {one}") for one in ("Gentenaar", "Zorgverlener", "Zedabekenaar")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("name", ["Elke Ypsilon", "Elke De Ypsilon", "Elke Molenaar", "Elke Vanypsilon"])
def test_a_person_is_called_so_too(name: str) -> None:
    assert found(f"{name} zit voor.") == [name]


def test_inside_a_sentence_the_capital_shows_a_person() -> None:
    assert found("Het verslag is van Elke Zedabekenaar.") == ["Elke Zedabekenaar"]


def test_a_first_name_that_is_a_word_is_veiled_where_somebody_is_meant() -> None:
    named, *others = veiled(
        "Wil Voorbeeld komt, en Roos Voorbeeldig ook.",
        "Wil je meer weten? Wil belt straks.",
        "We vragen Wil om te helpen.",
        "Het team en Roos tekenen.",
        "Roos: een plan voor de tuin.",
        "Roos is een bloem.",
        "Lente in de wijk",
    )
    assert named == "[persoon 1] komt, en [persoon 2] ook."
    assert others == [
        "Wil je meer weten? [persoon 1] belt straks.",
        "We vragen [persoon 1] om te helpen.",
        "Het team en [persoon 2] tekenen.",
        "[persoon 2]: een plan voor de tuin.",
        "[persoon 2] is een bloem.",
        "Lente in de wijk",
    ]


def test_will_is_a_verb_of_english_before_who_does_it() -> None:
    assert veiled("Will Voorbeeld paints.", "Will it last? We ask Will or wait.") == [
        "[persoon 1] paints.",
        "Will it last? We ask [persoon 1] or wait.",
    ]


def test_such_a_word_behind_an_article_is_a_thing() -> None:
    assert is_word("Onder de Linde zitten", 9, 14)
    assert not is_word("Vraag aan Linde of het kan", 10, 15)
    assert veiled("Linde Voorbeeld komt.", "Onder de Linde zitten we, vraag Linde hoe.") == [
        "[persoon 1] komt.",
        "Onder de Linde zitten we, vraag [persoon 1] hoe.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sessie te Brecht.",
        "We rijden naar Brecht en Malle.",
        "Plaats: Brecht",
        "Dorpsstraat 1, 2960 Brecht",
        "Malle, Brecht en Zoersel betalen mee.",
        "Gemeente Brecht zorgt voor de zaal.",
        "Ontmoetingscentrum Het Zed, Brecht",
        "Buurtwerk Brecht opent de deuren.",
        "TaalTandem Peer geeft les.",
        "Zaal Zed, Peer",
    ],
)
def test_a_municipality_that_is_a_first_name_too_is_a_place_where_places_stand(text: str) -> None:
    town = "Peer" if "Peer" in text else "Brecht"
    assert veiled(text, f"{town} Voorbeeld helpt mee.")[0] == text
    assert is_town(text, text.index(town), text.index(town) + len(town))


@pytest.mark.parametrize(
    "text",
    [
        "We mailen de cijfers naar Brecht.",
        "We belden het ziekenhuis, Brecht vroeg raad.",
        "Bij punt 3, Brecht kijkt na.",
        "Op 4 mei 2026 Brecht gebeld.",
    ],
)
def test_elsewhere_it_is_somebody(text: str) -> None:
    assert "Brecht" in found(text)


def test_somebody_who_is_called_as_a_municipality_is_veiled() -> None:
    assert veiled("Brecht neemt het woord.", "Brecht Voorbeeld helpt mee.", "An, Brecht en Mia gaan mee.")[:2] == [
        "[persoon 1] neemt het woord.",
        "[persoon 1] helpt mee.",
    ]
    assert found("Mia, Brecht en Hilde gaan mee.") == ["Mia", "Brecht", "Hilde"]


def test_a_house_in_a_municipality_is_no_person() -> None:
    assert not persons.may_be_person("Zeda te Halle")
    assert persons.may_be_person("Xandrine Ypsilon te Halle")
    text = "We komen samen in het Zeda te Halle."
    assert veiled(text) == [text]


@pytest.mark.parametrize(
    "name", ["OverKop Zedabeke", "Tandem Zedastad", "BuurtBabbel Zedastad", "Karel de Grote Hogeschool"]
)
def test_a_house_that_is_known_or_has_a_capital_inside_is_no_person(name: str) -> None:
    assert not persons.may_be_person(name)
    assert not persons.names_one(name)


@pytest.mark.parametrize("name", ["DeWit Xandrina", "McYpsilon Zeda", "AnneMie Ypsilon", "Voornaam OverKop"])
def test_a_capital_inside_a_name_of_people_shows_no_house(name: str) -> None:
    assert persons.may_be_person(name)


def test_an_organisation_with_the_name_of_somebody_in_it_may_be_published() -> None:
    assert persons.names_one("Voornaam Achternaam")
    assert not persons.names_one("Voornaam de Ypsilon Hogeschool")


def test_languages_materials_and_tools_are_not_told_as_names() -> None:
    text = """\
Actieplan 2026 ELZ Zeda

Strategische doelstelling 1: Taal

Operationele doelstelling 1.1.: Folders

1.1.1. Folders maken

Wat?

We schrijven folders in het Nederlands, Turks, Farsi en Tigrinya, via Teams. Elke Zorgverlener geeft ze mee. Materiaal: een krat met Klei, Verf en Karton, in de Torhoutsesteenweg. Ook Zeddema denkt mee.
"""
    remarks = " ".join(
        str(value)
        for remark in take_plan(read("plan.txt", text.encode()), PlanOptions(today=TODAY)).remarks
        for _, value in remark.args
    )
    assert "Zeddema" in remarks
    assert not [one for one in ("Turks", "Farsi", "Tigrinya", "Teams", "Klei", "Verf", "Karton") if one in remarks]


def test_a_first_name_with_the_letter_of_the_surname_is_the_one_who_has_both() -> None:
    assert veiled("Mia Voorbeeld en Voornaam de Zeda komen.", "Mia V. belt.", "Voornaam Z. mailt.") == [
        "[persoon 1] en [persoon 2] komen.",
        "[persoon 1] belt.",
        "[persoon 2] mailt.",
    ]
    both = veiled("Mia Voorbeeld en Mia Vanzeda komen.", "Mia V. belt.")
    assert both[1] == "[persoon 3] belt."
