"""Where a meeting is and where the next one is: questions in the notes, more days in a line, *zelfde uur en plaats*.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
NOTES = "overleg spelen 22/4/26\n{}\nerbij: logo, CAW Meer\n\n- verslag ok\n- bewegen\n    - 2 groepen vol\n{}- markt was goed\n\nvolgende: wo 17 juni 14u zelfde plek\n"
MINUTES = "# Verslag netwerkmoment spelen\n\n3 november 2026, 13u30 - 15u30, buurthuis De Kring, Meer\n\nAanwezig: CAW Meer\n\n## 1. Rondje\n\nGoed.\n\n{}\n"


def taken(text: str) -> Taken:
    name = "v.md" if text.startswith("#") else "v.txt"
    return take_minutes(read(name, text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("bij LDC de Linde, 14u - 15u45", "LDC de Linde"),
        ("LDC De Linde (14u-15u45)", "LDC De Linde"),
        ("in de raadzaal van Meer van 14u tot 15u45", "raadzaal van Meer"),
    ],
)
@pytest.mark.parametrize(
    "asked",
    [
        "    - zaal? CAW Meer vraagt na bij gemeente\n",
        "    - locatie: logo vraagt na\n",
        "    - waar? nog niet bekend\n",
        "    - plaats: zaal 3\n",
    ],
)
def test_a_question_deep_in_the_notes_is_no_place_of_the_meeting(line: str, place: str, asked: str) -> None:
    found = written(taken(NOTES.format(line, asked)))
    assert f"start: 14u\nend: 15u45\nlocation: {place}\n" in found
    assert f"start: 14u, location: {place}" in found
    assert asked.strip(" -\n").split()[-1] in found.split("---\n", 2)[2]


@pytest.mark.parametrize("asked", ["- Waar? Parochiezaal\n", "- plaats: Parochiezaal\n"])
def test_a_label_with_a_question_mark_in_a_list_still_tells_the_place(asked: str) -> None:
    assert "location: Parochiezaal\n" in written(taken(NOTES.format("", asked)))


def test_a_sentence_with_hours_is_no_place() -> None:
    found = written(taken(NOTES.format("we hebben gewerkt 14u - 15u", "")))
    assert "location" not in found.split("---\n")[1]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (
            "Volgende netwerkmomenten: donderdag 10 december 2026 (12u-14u, Huis van het Kind Meer), donderdag 11 maart 2027 en donderdag 10 juni 2027.",
            "next: {date: 2026-12-10, start: 12u, end: 14u, location: Huis van het Kind Meer}",
        ),
        ("Volgende clustermomenten: 10/12/2026, 11/03/2027 en 10/06/2027", "next: {date: 2026-12-10}"),
        ("Data volgende momenten: 10 december 2026 en 11 maart 2027", "next: {date: 2026-12-10}"),
    ],
)
def test_more_days_of_meetings_are_no_event(line: str, value: str) -> None:
    found = written(taken(MINUTES.format(f"## Data om te noteren\n\n{line}\n\nBeurs: 17 november 2026, 9u30, online.")))
    assert f"{value}\n" in found
    assert line in found
    assert found.count("EVENEMENT") == 1


def test_a_gathering_of_another_kind_stays_an_event() -> None:
    found = written(taken(MINUTES.format("## Data om te noteren\n\nVolgend infomoment: 10 december 2026, 14u")))
    assert "EVENEMENT: 2026-12-10 14u Volgend infomoment" in found


@pytest.mark.parametrize(
    ("behind", "value"),
    [
        ("zelfde uur en plaats", "start: 13u30, end: 15u30, location: "),
        ("zelfde plaats en uur", "start: 13u30, end: 15u30, location: "),
        ("opnieuw om hetzelfde uur en op dezelfde plek", "start: 13u30, end: 15u30, location: "),
        ("zelfde tijdstip, zelfde locatie", "start: 13u30, end: 15u30, location: "),
        ("zelfde uur", "start: 13u30, end: 15u30}"),
        ("15u, zelfde plaats", "start: 15u, location: "),
        ("same time and place", "start: 13u30, end: 15u30, location: "),
    ],
)
def test_the_hours_and_the_place_of_the_next_are_those_of_this_one(behind: str, value: str) -> None:
    found = taken(MINUTES.format(f"Volgende bijeenkomst: 10 december 2026, {behind}"))
    assert f"next: {{date: 2026-12-10, {value}" in written(found)
    told = {one.field: one.certainty for one in found.account.entries if one.field.startswith("next.")}
    guessed = {key for key, sure in told.items() if sure is Certainty.GUESSED}
    assert guessed == set(told) - {"next.date"} - ({"next.start"} if behind.startswith("15u") else set())


@pytest.mark.parametrize(
    "line",
    [
        "Volgende bijeenkomst: 10 december 2026, zelfde uur en plaats",
        "Volgende vergadering: 10 december 2026, zelfde uur",
    ],
)
def test_the_same_hours_stay_text_when_nobody_knows_them(line: str) -> None:
    text = f"# Verslag overleg spelen\n\n3 november 2026\n\nAanwezig: CAW Meer\n\n## 1. Rondje\n\nGoed.\n\n{line}\n"
    found = written(taken(text))
    assert "next: {date: 2026-12-10}\n" in found
    assert line in found
