"""What looks like the name of a natural person, by shape, title and first name.  All names here are placeholders."""

from __future__ import annotations

import pytest

from elzctl.intake import persons


@pytest.mark.parametrize(
    "name", ["Voornaam Achternaam", "dhr. X", "Mevr. Y", "de heer Z", "naam@voorbeeld.be", "Dokter Q"]
)
def test_a_title_a_first_name_and_an_address_are_of_a_person(name: str) -> None:
    assert persons.is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "CAW",
        "OCMW Lede",
        "Logo Dender",
        "Kind en Gezin",
        "Rode Kruis",
        "De Rode Antraciet",
        "Gezonde Buurt",
        "coördinator ELZ",
        "Thuisverpleging Rivierland",
        "Ergotherapie Oost",
        "Home Nursing Union",
        "Lokale besturen",
        "Wit-Gele Kruis",
        "",
    ],
)
def test_organisations_and_functions_are_no_persons(name: str) -> None:
    assert not persons.is_person(name)
    assert not persons.may_be_person(name)


def test_two_unknown_words_with_capitals_may_be_a_person() -> None:
    assert persons.may_be_person("Xandrine Ypsilon")
    assert not persons.is_person("Xandrine Ypsilon")


def test_names_are_found_in_running_text_but_not_in_streets_and_saints() -> None:
    text = (
        "Voor Voornaam en mevr. X is het klaar. De zaal ligt in de Voornaamstraat, bij WZC Voornaam en Sint-Voornaam."
    )
    assert [one.words for one in persons.find(text)] == ["Voornaam", "mevr. X"]


def test_two_ways_to_write_a_name_are_the_same() -> None:
    assert persons.key("Mevr. Voornaam  ACHTERNAAM") == persons.key("Voornaam Achternaam")
    assert persons.first_name("dhr. Voornaam Achternaam") == "Voornaam"
