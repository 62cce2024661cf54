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


# Other ways to write a name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Huisartsenkring", "Huisartsen-kring vzw"),
        ("Huisartsenkring", "huisartsen kring"),
        ("Lokaal Dienstencentrum", "Lokale dienstencentra"),
        ("Centrum Algemeen Welzijnswerk", "Centrum voor Algemeen Welzijnswerk"),
        ("Woonzorgnetwerk Polder", "woonzorg netwerk Polder"),
        ("Okra-Sport", "OKRA Sport"),
    ],
)
def test_one_organisation_that_is_spelled_in_several_ways_is_one_actor(one: str, other: str) -> None:
    actors = Actors()
    assert actors.ref(one) == actors.ref(other)
    assert list(actors.new.values()) == [(one,)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Logo Waas", "Logo"), ("OCMW Berg", "OCMW Bergen"), ("CM", "CMS"), ("Huis 13", "Huis 31"), ("CAW", "cawa")],
)
def test_another_organisation_stays_another_actor(one: str, other: str) -> None:
    actors = Actors()
    assert actors.ref(one) != actors.ref(other)


def test_the_plan_of_our_own_keeps_two_actors_of_which_the_names_are_alike() -> None:
    actors = Actors({"kring": ("Huisartsenkring",), "kringen": ("Huisartsenkringen",)})
    assert (actors.find("Huisartsenkring"), actors.find("huisartsenkringen")) == ("kring", "kringen")


def test_what_a_document_explains_is_the_same_actor_later() -> None:
    actors = Actors()
    actors.explain(lambda name: ["Regionaal Landschap"] if name == "RL" else [])
    known = actors.ref("Regionaal landschap")
    assert actors.find("RL") == known
    actors.also(known, "Landschapsraad")
    assert actors.find("landschaps-raad") == known
    assert actors.new == {known: ("Regionaal landschap", "Landschapsraad")}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("OCMW, Dienst Welzijn, Zorg en Gezin, CAW", ("OCMW", "Dienst Welzijn, Zorg en Gezin", "CAW")),
        ("Dienst Milieu, Energie en Wonen", ("Dienst Milieu, Energie en Wonen",)),
        ("Gezin en Handicap, Kind en Gezin en CAW", ("Gezin en Handicap", "Kind en Gezin", "CAW")),
        ("Eén gezin, één plan, CAW", ("Eén gezin, één plan", "CAW")),
        ("Zorgband Rupel en Nete, ELZ Leie en Schelde", ("Zorgband Rupel en Nete", "ELZ Leie en Schelde")),
        ("Dienst Wonen, Zorg en Welzijn, CAW", ("Dienst Wonen, Zorg en Welzijn", "CAW")),
        ("OCMW, Wonen en Werken en CAW", ("OCMW", "Wonen en Werken", "CAW")),
        ("Kind en Samenleving", ("Kind en Samenleving",)),
        ("Welzijn en OCMW", ("Welzijn", "OCMW")),
        ("Dienst Welzijn, OCMW en CAW", ("Dienst Welzijn", "OCMW", "CAW")),
    ],
)
def test_a_name_with_commas_and_en_is_not_cut(text: str, wanted: tuple[str, ...]) -> None:
    assert names(text) == wanted


def test_names_that_are_known_are_looked_up_whole_before_a_list_is_cut() -> None:
    known = Actors({"jws": ("Jong, Wijs en Sterk",)}).joined
    assert known == ("Jong, Wijs en Sterk",)
    assert names("CAW, jong, wijs en sterk en OCMW Berg", known) == ("CAW", "jong, wijs en sterk", "OCMW Berg")
    assert names("CAW, jong, wijs en OCMW Berg", known) != ("CAW", "jong, wijs en OCMW Berg")


def test_a_long_list_of_names_that_en_joins_ends() -> None:
    assert len(names(" en ".join(f"OCMW Berg{number}" for number in range(3_000)))) == 3_000
