"""Words that have the form of a surname or the name of a house, and words that name nobody yet.  All names are placeholders."""

from __future__ import annotations

import pytest

from elzctl.intake import doubtful, houses, surnames
from elzctl.intake.named import names
from elzctl.intake.unnamed import is_open


@pytest.mark.parametrize(
    "words",
    """xxx|XXX|?|…|TBC|n.n.|N.n.|nog te zoeken|in te vullen|nog niet gekend|te bepalen|wordt nog bepaald door de zorgraad
    |moet nog gezocht worden|nog af te spreken|dezelfde partners als in 1|Dezelfde als actie 2|iedereen die wil|wie zin heeft
    |alle betrokkenen|zie hierboven|volgt|nog niemand""".replace("\n", "").split("|"),
)
def test_words_that_stand_for_nobody_yet_are_no_name(words: str) -> None:
    assert is_open(words.strip())
    assert names(f"CAW, {words.strip()}") == ("CAW",)


@pytest.mark.parametrize(
    "words",
    [
        "CAW",
        "Open Huis",
        "Te Gek!?",
        "alle scholen",
        "lokale besturen",
        "Nog Niet BV",
        "mensen in armoede",
        "De Bekende",
    ],
)
def test_what_names_somebody_is_a_name(words: str) -> None:
    assert not is_open(words)


@pytest.mark.parametrize(
    "word", ["Vandernulzes", "Nulaert", "Nulzesoglu", "Nulowska", "Tshinul", "Nuleyns", "NULAERTS"]
)
def test_a_word_that_is_spelled_as_surnames_are_has_their_form(word: str) -> None:
    assert surnames.has_form(word)


@pytest.mark.parametrize(
    "word", ["Vandaag", "Vanavond", "Kussens", "Verdelen", "Opdeling", "Lokeren", "Telkens", "feedback", "Waterski"]
)
def test_a_word_of_today_has_not(word: str) -> None:
    assert not surnames.has_form(word)


@pytest.mark.parametrize("word", ["Oost-Vlaanderen", "Tele-Onthaal", "Sint-Xandrine", "Knokke-Heist", "Zorg-Lab"])
def test_a_hyphen_alone_makes_no_two_surnames(word: str) -> None:
    assert not surnames.is_double(word)
    assert surnames.is_double("Nulzes-Nulacht")


def test_behind_de_a_surname_and_a_house_differ() -> None:
    assert houses.is_house("De Kaap")
    assert not houses.is_house("De Smet")


def test_two_first_names_of_capitals_are_told_from_an_abbreviation() -> None:
    assert [one.words for one in doubtful.find("NULZESAAR Voornaam komt.")] == ["NULZESAAR Voornaam"]
    assert not list(doubtful.find("OCMW Voornaam komt."))
