"""Surnames of two words that are ordinary words or those of a house: all of the name is private."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake import persons
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.run_on import is_run_on

NAMES = ("Karel Ferm Dijk", "Els Zorg Dijk", "Xandrine Sint Brug", "Pieter Groene Wal", "Liesbet Berg Molen")
PLACES = (
    "Trekker: {n}",
    "Trekker: CAW Oost\nPartners: Ferm, {n}, OCMW Lennik",
    "Contactpersoon: {n}\nTrekker: CAW Oost\nWat: We doen dit met {n} en Ferm.",
    "Trekker: {n} (CAW Oost)\nWat: Vragen aan {n}, tel 0470 12 34 56.",
    "Trekker: CAW Oost\nWat:\n- {n}: belt\n- {n} (Ferm)\n- dr. {n}",
    "Trekker: CAW Oost\nWat: De voorzitter, {n}, opent. Met dank aan {n}.",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_such_a_name_is_public(name: str, place: str) -> None:
    """Of the first three the surname stayed, or all of it was an actor."""
    text = f"Jaarplan 2026\n\nDoelstelling 1: Weg\n\nActie 1.1 Kaart\n{place.format(n=name)}\nTiming: mei 2026\n\nActie 1.2 Soep\nTrekker: CAW Oost\nTiming: juni 2026\n"
    made = take_plan(read("plan.txt", text.encode()), PlanOptions(today=date(2026, 3, 1)))
    public = "\n".join(one for path, one in made.files.items() if not path.startswith("private/")).lower()
    assert not [word for word in name.lower().split() if word in public and word != "ferm"]
    assert f"ferm {name.rsplit(maxsplit=1)[-1].lower()}" not in public


@pytest.mark.parametrize("name", NAMES)
def test_minutes_keep_it_private_too(name: str) -> None:
    """Of the first two the surname stood in the title, and all of it was an actor that was there."""
    text = (
        f"Verslag Werkgroep Buurt\nDatum: 12 maart 2026\nAanwezig: {name} (CAW Oost), OCMW Lennik, {name}\nVerslag: {name}\n\n"
        f"1. Welkom\n{name} opent. Met dank aan {name}.\n- {name} maakt de lijst tegen 1 april 2026.\nActie: {name} belt iedereen.\n"
    )
    options = MinutesOptions(series=None, plan=None, language=None, today=date(2026, 3, 20))
    made = take_minutes(read("verslag.txt", text.encode()), options)
    public = "\n".join(one for path, one in made.files.items() if not path.startswith("private/")).lower()
    assert not [word for word in name.lower().split() if word in public]


@pytest.mark.parametrize(
    "name",
    [
        "Karel de Grote Hogeschool",
        "Maria Middelares Ziekenhuis",
        "Karel Peeters",
        "Jan Thuiszorg Oost",
        "Roos Centrum Gent",
    ],
)
def test_names_of_houses_and_of_one_surname_are_as_they_were(name: str) -> None:
    assert not is_run_on(name, persons.shows_organisation)


def test_an_organisation_with_letters_or_small_words_behind_a_first_name_stays() -> None:
    for house in ("CAW Oost", "Huis van het Kind"):
        text = f"Jaarplan 2026\n\nDoelstelling 1: Weg\n\nActie 1.1 Kaart\nTrekker: Els ({house})\nWat: Vraag het Els, {house}.\n"
        made = take_plan(read("plan.txt", text.encode()), PlanOptions(today=date(2026, 3, 1)))
        assert f"name: {house}" in made.files["plan/actors.yaml"]
