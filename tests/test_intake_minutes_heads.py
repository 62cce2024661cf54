"""Headings of columns and of lists that say more than one thing, and those that nobody knows.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty, Fate
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "# Verslag werkgroep spelen\n\nDatum: 9 juni 2026\n\nAanwezig: Logo Waas, CAW Meer, OCMW Meer\n\n"


def taken(text: str) -> Taken:
    return take_minutes(read("v.md", (HEAD + text).encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def table(head: str) -> str:
    return (
        f"| Punt | Bespreking | Besluit | {head} |\n|---|---|---|---|\n"
        "| 1. Vorig verslag | Geen opmerkingen. | Goedgekeurd | |\n"
        "| 2. Speelplein | De buurt wil meedoen. | Er komt een plein. | Aanvraag indienen – CAW Meer – 30/06 |\n"
        "| 3. Varia | Niets. | / | Zaal boeken – OCMW Meer |\n"
    )


@pytest.mark.parametrize(
    "head",
    [
        "Actie – wie – wanneer",
        "Actie - wie - wanneer",
        "Actie/wie/wanneer",
        "Acties, door wie en tegen wanneer",
        "Actie (wie – wanneer)",
        "Wie doet wat tegen wanneer",
        "Taak + trekker + timing",
        "Afspraken / wie / tegen wanneer",
        "Action – who – by when",
    ],
)
def test_a_column_for_what_who_and_when_in_one_holds_points(head: str) -> None:
    found = written(taken(table(head)))
    assert "- [ ] Aanvraag indienen @caw-meer tegen:2026-06-30\n" in found
    assert "- [ ] Zaal boeken @ocmw-meer\n" in found


def test_a_table_with_such_a_column_alone_holds_points() -> None:
    text = "| Nr | Actie – wie – wanneer |\n|---|---|\n| 1 | Aanvraag indienen – CAW Meer – 30/06 |\n| 2 | Zaal boeken – OCMW Meer |\n"
    found = taken(text)
    assert "- [ ] Aanvraag indienen @caw-meer tegen:2026-06-30\n- [ ] Zaal boeken @ocmw-meer\n" in written(found)
    assert not [one for one in found.account.lines if one.fate is Fate.LEFT]


def test_a_heading_that_nobody_knows_stands_before_the_words_of_its_cells() -> None:
    found = taken(table("Impact").replace("Zaal boeken – OCMW Meer", "Klein"))
    assert "Impact: Klein\n" in written(found)
    assert [one.fate for one in found.account.lines if "Impact" in one.line.text] != [Fate.PROMPT]


def test_a_heading_that_may_be_of_actions_is_told_when_nobody_knows_it() -> None:
    found = taken(table("Actie en vervolg"))
    assert "Actie en vervolg: Zaal boeken – OCMW Meer\n" in written(found)
    told = [one.words for one in found.account.entries if one.certainty is Certainty.UNCLEAR]
    assert told == ["Actie en vervolg"]


def test_a_heading_above_empty_cells_stays_a_question() -> None:
    found = written(
        taken(
            table("Impact").replace("Zaal boeken – OCMW Meer", "").replace("Aanvraag indienen – CAW Meer – 30/06", "")
        )
    )
    assert "Impact" not in found


LIST = "- CAW Meer: lijst aanpassen, tegen 20 november\n- OCMW Meer: zaal zoeken (januari)\n- Logo Waas: affiche bezorgen aan de buurt\n"


@pytest.mark.parametrize(
    "line",
    [
        "Wat doet wie nog eens op een rijtje:",
        "Wie doet wat, kort samengevat:",
        "Actie – wie – wanneer:",
        "Nog even de acties op een rij:",
        "Wie doet wat tegen wanneer:",
        "**Wie doet wat nog even op een rijtje**",
    ],
)
def test_a_line_that_says_with_more_words_what_the_list_is(line: str) -> None:
    found = written(taken(f"## 1. Rondje\n\nGoed.\n\n{line}\n\n{LIST}"))
    assert "- [ ] zaal zoeken @ocmw-meer tegen:" in found
    assert "- [ ] affiche bezorgen aan de buurt @logo-waas\n" in found


@pytest.mark.parametrize("line", ["Wie deed wat vorige keer op het plein:", "Wat we deden nog eens op een rijtje:"])
def test_a_list_of_what_was_is_none_of_actions(line: str) -> None:
    assert "- Logo Waas: affiche bezorgen aan de buurt\n" in written(
        taken(f"## 1. Rondje\n\nGoed.\n\n{line}\n\n{LIST}")
    )
