"""The initials of somebody whom a plan names: where they sign or stand between brackets, they make way as the name does."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.plan.take import PlanOptions, take_plan
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

HEAD = "# Actieplan 2026 ELZ Waterkant\n\n## Inleiding\n\n{line}\n\n## SD 1: Zorg\n\n### OD 1.1: Thuis\n\n#### 1.1.1 Soep verdelen\n\nTrekker: {who}\n\nStatus: lopend\n"


def taken(line: str, who: str = "Xandra Quirijnen (OCMW Zeedorp)") -> Taken:
    data = HEAD.format(line=line, who=who).encode()
    return take_plan(read("plan.md", data), PlanOptions(language=Tongue.NL, today=date(2026, 3, 1)))


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


@pytest.mark.parametrize(
    "line",
    [
        "Deze versie werd bijgewerkt op 2/10/2026 (XQ).",
        "Laatst bijgewerkt: 2/10/2026 (XQ, na de zorgraad).",
        "De zaal werd al vastgelegd (actie: XQ).",
        "We bellen iedereen op (XQ/OCMW).",
        "Deze tekst werd opgemaakt door XQ.",
        "Dit plan is een ontwerp. Verslag: XQ",
        "Dit plan is een ontwerp van 2/10/2026 – XQ",
        "Xandra Quirijnen (XQ) maakte deze tekst.",
        "Deze versie is nagelezen [XQ].",
    ],
)
def test_initials_of_somebody_who_is_named_are_in_no_public_file(line: str) -> None:
    found = taken(line)
    assert "XQ" not in public(found)
    assert "[persoon 1]" in public(found)
    assert "XQ" in found.files["private/import-plan.md"]


@pytest.mark.parametrize(
    "line",
    [
        "Het Xylofoon Quartet (XQ) speelt op de netwerkdag.",
        "De xenoquote (XQ) daalt elk jaar, zo blijkt uit onze cijfers.",
        "We werken samen met het XQ in Zeedorp, en vragen raad (XQ).",
        "Onze XQ-meting (XQ) gaat door in mei.",
        "Wie een XQ heeft, komt langs.",
        "De norm XQ 12 geldt (XQ 12).",
    ],
)
def test_the_same_letters_for_another_thing_stay(line: str) -> None:
    assert line in public(taken(line)).replace("\\", "")


@pytest.mark.parametrize("short", ["CAW", "ELZ", "LOGO"])
def test_an_abbreviation_that_is_known_stays(short: str) -> None:
    line = f"Dit werd bijgewerkt op 2/10/2026 ({short})."
    assert line in public(taken(line))


def test_two_letters_that_are_known_are_of_somebody_behind_a_day_alone() -> None:
    who = "Tobias Vermeiren (OCMW Zeedorp)"
    assert "TV" not in public(taken("Deze tekst werd bijgewerkt op 2/10/2026 (TV).", who))
    assert "(TV)" in public(taken("Het filmpje komt op lokale zenders (TV).", who))
    assert "(TV)" in public(taken("Het filmpje komt in mei op TV. Bekijk het op 2/10/2026 (TV).", who))


def test_letters_of_nobody_stay() -> None:
    line = "Dit werd bijgewerkt op 2/10/2026 (ZW)."
    assert line in public(taken(line))
