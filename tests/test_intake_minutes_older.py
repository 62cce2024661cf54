"""The year of a point of an older list, and what a line decides behind a comma.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "# Verslag overleg spelen\n\n3 februari 2026\n\nAanwezig: CAW Meer, Logo Waas\n\n"
COLUMNS = "| Actie | Wie | Tegen | Stand van zaken |\n|---|---|---|---|\n"


def taken(text: str) -> Taken:
    return take_minutes(read("v.md", (HEAD + text).encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


@pytest.mark.parametrize(
    ("by", "state", "due"),
    [
        ("15/12", "Gedaan", "2025-12-15"),
        ("31/01", "Lopende", "2026-01-31"),
        ("eind januari", "Nog niet gebeurd, nieuwe deadline 28/02", "2026-02-28"),
        ("15/01/2026", "uitgesteld naar 1 april", "2026-04-01"),
        ("december", "Vervalt – te duur", '"december 2025"'),
        ("20 juni", "Lopende", "2026-06-20"),
        ("10 oktober", "Te starten", "2026-10-10"),
    ],
)
def test_a_day_without_a_year_beside_how_it_goes(by: str, state: str, due: str) -> None:
    found = taken(f"## Actielijst\n\n{COLUMNS}| Folder maken | CAW Meer | {by} | {state} |\n\n## 1. Rondje\n\nGoed.\n")
    assert f"Folder maken @caw-meer tegen:{due}\n" in written(found)
    told = next(one for one in found.account.entries if one.field == "points[1].due")
    assert told.certainty is Certainty.GUESSED
    assert told.reason is not None


def test_a_list_of_the_last_meeting_is_of_this_year() -> None:
    text = "## Actiepunten vorige vergadering\n\n- Bank vragen (CAW Meer, tegen eind januari)\n- Kaart maken (Logo Waas, tegen 15/12)\n"
    found = written(taken(text))
    assert 'Bank vragen @caw-meer tegen:"eind januari 2026"\n' in found
    assert "Kaart maken @logo-waas tegen:2025-12-15\n" in found


def test_a_new_point_is_due_at_the_next_such_day() -> None:
    found = written(taken("## 1. Rondje\n\nGoed.\n\nActie: CAW Meer maakt een lijst tegen eind januari.\n"))
    assert 'tegen:"eind januari 2027"\n' in found


@pytest.mark.parametrize(
    "line",
    [
        "budget 350 euro over, beslist: gaat naar de buurt",
        "zaal te klein, besluit: we verhuizen naar de bib",
        "De affiche bevalt niet – besloten: een nieuwe met foto",
        "plein, te duur, unaniem beslist: geen plein",
        "De groep wil meer volk, akkoord: elke maand een praatcafé",
        "Budget: 350 euro over, beslist: gaat naar de buurt",
    ],
)
def test_a_decision_behind_a_comma_is_one(line: str) -> None:
    assert f"BESLUIT: {line}\n" in written(taken(f"## 1. Rondje\n\n- Goed.\n- {line}\n- nog iets\n"))


@pytest.mark.parametrize(
    "line",
    [
        "de zaal, nog niet beslist: wie ze poetst",
        "vorig jaar, toen beslist: gaat naar de buurt",
        "de stad beslist: geen subsidie",
        "de prijs, besluit: nog te nemen",
    ],
)
def test_what_is_not_decided_here_stays_text(line: str) -> None:
    assert "BESLUIT" not in written(taken(f"## 1. Rondje\n\n- Goed.\n- {line}\n- nog iets\n"))


def test_an_action_behind_a_comma_is_a_point() -> None:
    found = written(taken("## 1. Rondje\n\n- te laat besproken, actie: CAW Meer belt de stad\n- nog iets\n"))
    assert "- te laat besproken\n" in found
    assert "- [ ] CAW Meer belt de stad @caw-meer\n" in found
