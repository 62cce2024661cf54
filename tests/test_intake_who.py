"""Names of organisations in a text, and the register of actors that they amount to."""

from __future__ import annotations

import pytest

from elzctl.intake.who import Actors, key, kind, names, remainder

LISTS = {
    "ELZ Polder en Logo Polder": ("ELZ Polder", "Logo Polder"),
    "huisartsen, apothekers en de lokale besturen": ("huisartsen", "apothekers", "lokale besturen"),
    "Kernpartners: huisartsen, AZ Linde en het OCMW, …": ("huisartsen", "AZ Linde", "OCMW"),
    "OCMW / CAW / vzw De Brug": ("OCMW", "CAW", "vzw De Brug"),
    "Lokale besturen: dienstencentra, buurtwerk, enz.": ("Lokale besturen", "dienstencentra", "buurtwerk"),
    "Gemeente Zandvoorde; Woonzorgcentrum De Linde": ("Gemeente Zandvoorde", "Woonzorgcentrum De Linde"),
    "De Rode Draad en de mutualiteiten": ("De Rode Draad", "mutualiteiten"),
    "Carers Network and the Library": ("Carers Network", "Library"),
    # One name, whatever joins its words.
    "Cluster PZON, mantelzorgers en vrijwilligers": ("Cluster PZON, mantelzorgers en vrijwilligers",),
    "Dienst Zorg en Welzijn": ("Dienst Zorg en Welzijn",),
    "Kind en Gezin": ("Kind en Gezin",),
    "Zorg- en welzijnsactoren": ("Zorg- en welzijnsactoren",),
    "Werkgroep voeding en beweging": ("Werkgroep voeding en beweging",),
    "Eén huis, één loket": ("Eén huis, één loket",),
    "Organisaties met een aanbod rond bewegen en gezond eten": (
        "Organisaties met een aanbod rond bewegen en gezond eten",
    ),
    "Verenigingen waarin ouderen elkaar ontmoeten": ("Verenigingen waarin ouderen elkaar ontmoeten",),
    # Asides are no names.
    "ELZ Heide (in afwachting van de hertekening)": ("ELZ Heide (in afwachting van de hertekening)",),
    "Burgers, meer bepaald wie alleen woont": ("Burgers",),
    "Diensten rond wonen, zoals bv. de woonwinkel": ("Diensten rond wonen", "woonwinkel"),
}
NONE = (
    "nog te bepalen",
    "n.v.t.",
    "…",
    "Afhankelijk van de projecten",
    "Partners zijn zelf verantwoordelijk voor hun agendapunten.",
    "uit verschillende sectoren die cijfers hebben",
    "",
)


@pytest.mark.parametrize(("text", "found"), LISTS.items())
def test_the_names_in_a_list_come_out_as_they_are_written(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


@pytest.mark.parametrize("text", NONE)
def test_a_sentence_or_a_word_for_nothing_is_no_name(text: str) -> None:
    assert names(text) == ()


def test_what_names_do_not_tell_is_left() -> None:
    assert (
        remainder("huisartsen, apothekers en de lokale besturen, …", ("huisartsen", "apothekers", "lokale besturen"))
        == ""
    )
    assert remainder("huisartsen die graag meedoen", ("huisartsen",)) == "die graag meedoen"


@pytest.mark.parametrize(
    "spellings",
    [
        ("AZ Sint-Anna", "az Sint Anna", "het AZ Sint Anna"),
        ("OCMW's", "OCMW", "de OCMW’s"),
        ("Patiënten Samen vzw", "Patienten samen"),
        ("Eerstelijnszone Polder", "ELZ Polder", "de eerstelijnszone Polder"),
        ("Vlaams Kenniscentrum Wonen (VKW)", "VKW", "Vlaams kenniscentrum wonen"),
    ],
)
def test_all_spellings_of_a_name_are_one_actor(spellings: tuple[str, ...]) -> None:
    actors = Actors()
    assert len({actors.ref(one) for one in spellings}) == 1
    assert len(actors.new) == 1


def test_the_zone_itself_is_meant_by_its_kind_alone() -> None:
    actors = Actors(own="ELZ Polder")
    assert {actors.ref(one) for one in ("ELZ", "de eerstelijnszone", "ELZ Polder")} == {actors.own}


def test_actors_that_are_there_keep_their_ids() -> None:
    actors = Actors({"kring": ("Huisartsenkring Polder", "De Kring")})
    assert actors.ref("de kring") == "kring"
    assert actors.ref("huisartsenkring polder") == "kring"
    assert actors.new == {}
    assert actors.ref("Apothekers") == "apothekers"
    assert actors.yaml(new=True) == "apothekers:\n  name: Apothekers\n"


def test_two_names_with_the_same_telling_words_get_two_ids() -> None:
    actors = Actors()
    assert (actors.ref_as_is("De Brug"), actors.ref_as_is("Brug")) == ("brug", "brug-2")


def test_the_words_of_a_name_say_what_kind_it_is() -> None:
    found = {
        one: kind(one)
        for one in ("ELZ Polder", "Cluster zorg", "Kerngroep cluster zorg", "Netwerk Thuis", "Gemeente Heide", "CAW")
    }
    assert list(found.values()) == ["zone", "cluster", "group", "network", "municipality", ""]


def test_a_key_has_no_case_accent_article_or_legal_form() -> None:
    assert key("De Brug vzw (regio Zuid)") == key("brug") == "brug"
