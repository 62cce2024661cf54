"""When a meeting began and ended, told in sentences with other words around the hour.  All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
ENGLISH = Language("en")
HEAD = "Verslag overleg Meer\n\nDatum: 23 juni 2026\nPlaats: LDC De Kring\nAanwezig: Logo Meer, OCMW Meer\n\n{}1. Folders\nWe bekeken de folders.\n\n2. Varia\nGeen nieuws uit de buurt.\n\n"


def taken(above: str, below: str) -> Taken:
    text = HEAD.format(f"{above}\n\n" if above else "") + f"{below}\n"
    return take_minutes(read("v.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def hours(found: Taken) -> tuple[str, str]:
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2")).split("\n---\n")[0]
    rows = dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)
    return rows.get("start", ""), rows.get("end", "")


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        ("De vergadering wordt om 20 uur geopend door de voorzitter en om 21.40 uur gesloten.", "", ("20u", "21u40")),
        ("De vergadering wordt om 20 uur geopend door de voorzitter, en gesloten om 21u40.", "", ("20u", "21u40")),
        ("", "De vergadering wordt om 21.40 uur gesloten.", ("", "21u40")),
        ("", "De voorzitter sluit de vergadering om 21.40 uur.", ("", "21u40")),
        ("", "De voorzitter dankt iedereen voor de inzet en sluit de vergadering om 21u40.", ("", "21u40")),
        ("", "einde 21u40", ("", "21u40")),
        ("", "Einde: 21u40", ("", "21u40")),
        ("", "We sluiten af rond 16u", ("", "16u")),
        ("", "Rond 16u ronden we af. Bedankt allemaal!", ("", "16u")),
        ("", "Het overleg werd afgerond om 16u10, met dank aan Logo Meer.", ("", "16u10")),
        ("We startten om 14u.", "Om 16u sloten we de vergadering af.", ("14u", "16u")),
        ("", "Einde van de vergadering om 21u40.", ("", "21u40")),
        ("De vergadering begon om 9u en eindigde om 11u30.", "", ("9u", "11u30")),
        ("", "De voorzitter sluit af om 14u50.", ("", "14u50")),
        ("", "De zitting wordt geheven om 22 uur.", ("", "22u")),
    ],
)
def test_a_sentence_with_other_words_around_the_hour(above: str, below: str, said: tuple[str, str]) -> None:
    assert hours(taken(above, below)) == said


@pytest.mark.parametrize(
    "below",
    [
        "De bib sluit om 18u.",
        "De inschrijvingen worden om 16u afgesloten.",
        "Het onthaal eindigt vanaf nu om 16u.",
        "De volgende vergadering begint om 14u en eindigt om 16u.",
        "Het overleg van vorige keer werd om 17u afgesloten.",
        "We sluiten het loket voortaan om 16u.",
        "Einde van het project om 16u op de Markt.",
    ],
)
def test_hours_of_something_else_are_not_those_of_the_meeting(below: str) -> None:
    assert hours(taken("", below)) == ("", "")


def test_the_sentence_stays_when_it_tells_more() -> None:
    found = taken("", "De voorzitter dankt iedereen voor de inzet en sluit de vergadering om 21u40.")
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2"))
    assert "dankt iedereen voor de inzet" in text
    assert next(one.certainty for one in found.account.entries if one.field == "end") is Certainty.GUESSED


def test_an_end_that_is_not_there_is_told() -> None:
    found = taken("De vergadering begon om 9u.", "")
    assert "the hour at which it ended" in " ".join(map(ENGLISH, found.remarks))


def test_another_hour_than_the_one_at_the_top_is_told() -> None:
    found = taken("Uur: 13u - 15u", "De voorzitter sluit de vergadering om 14u50, met dank aan Logo Meer.")
    assert hours(found) == ("13u", "15u")
    assert "another hour" in " ".join(map(ENGLISH, found.remarks))


def test_the_same_hour_is_not() -> None:
    found = taken("Uur: 13u - 15u", "De voorzitter sluit de vergadering om 15u, met dank aan Logo Meer.")
    assert "another hour" not in " ".join(map(ENGLISH, found.remarks))


def test_the_place_of_the_next_meeting_may_begin_with_small_words() -> None:
    found = taken("", "De volgende vergadering is op 12 januari 2027 om 19u30 in lokaal dienstencentrum De Brug.")
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2"))
    assert "next: {date: 2027-01-12, start: 19u30, location: lokaal dienstencentrum De Brug}" in text


def test_a_place_in_small_letters_behind_the_hour_is_one() -> None:
    data = "# Notulen netwerktafel\n\n**Wanneer** 3 november 2026, 19u30\n**Waar** bibliotheek Meer\n\nAanwezig: Logo Meer\n\n## Folders\nGoed.\n\n## Varia\nNiets.\n"
    found = take_minutes(read("v.md", data.encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2"))
    assert "location: bibliotheek Meer\n" in text
