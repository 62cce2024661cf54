"""Somebody whose name stands behind a function that nobody listed stays private; the organisation does not.  All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
PARTS = "Vlora Dertestin Karel Testman".lower().split()


def taken(text: str) -> Taken:
    return take_minutes(read("v.md", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY, None))


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


def attended(found: Taken) -> str:
    return next((text for path, text in found.files.items() if path.startswith("private/deelnemers")), "")


def present(line: str) -> str:
    return f"# Verslag overleg spelen\n\n3 november 2026\n\n{line}\n\n## 1. Rondje\n\nGoed.\n"


@pytest.mark.parametrize(
    "entry",
    [
        "OCMW Meer – hulpverlener Vlora Dertestin",
        "OCMW Meer - maatschappelijk werkster Vlora Dertestin",
        "OCMW Meer / trajectbegeleider Vlora van de Dertestin",
        "OCMW Meer: zorgbemiddelaar Vlora Dertestin",
        "OCMW Meer – Zorgbemiddelaar Vlora Dertestin",
        "OCMW Meer – onze nieuwe kracht Vlora Dertestin",
        "OCMW Meer – buurtanimator Karel",
        "OCMW Meer → huisbezoekster Vlora Dertestin",
        "OCMW Meer huisbezoekster Vlora Dertestin",
        "OCMW Meer (zorgbemiddelaar Vlora Dertestin)",
        "zorgbemiddelaar Vlora Dertestin (OCMW Meer)",
        "zorgbemiddelaar Vlora Dertestin van OCMW Meer",
    ],
)
@pytest.mark.parametrize("label", ["present", "excused"])
def test_who_stands_behind_a_function_is_private_and_the_organisation_is_told(entry: str, label: str) -> None:
    first = "Aanwezig: Logo Waas; " if label == "present" else "Aanwezig: Logo Waas\nVerontschuldigd: "
    found = taken(present(f"{first}{entry}"))
    assert not [part for part in PARTS if part in public(found).lower()]
    line = next(one for one in public(found).splitlines() if one.startswith(label))
    assert line in (f"{label}: [logo-waas, ocmw-meer]", f"{label}: [ocmw-meer]")
    assert "OCMW Meer" in attended(found)


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("OCMW Meer – team Oud Centrum", "ocmw-meer-team-oud-centrum"),
        ("OCMW Meer - dienst Sociaal Huis", "ocmw-meer-dienst-sociaal-huis"),
        ("cluster Oud Gent", "cluster-oud-gent"),
        ("vrijwilligers Rode Kruis", "vrijwilligers-rode-kruis"),
        ("Artsen Zonder Grenzen", "artsen-zonder-grenzen"),
    ],
)
def test_a_part_of_a_house_is_no_person(entry: str, name: str) -> None:
    assert f"present: [logo-waas, {name}]" in public(taken(present(f"Aanwezig: Logo Waas; {entry}")))


@pytest.mark.parametrize(
    "who", ["OCMW Meer – hulpverlener Vlora Dertestin", "zorgbemiddelaar Vlora Dertestin (OCMW Meer)"]
)
def test_an_owner_behind_a_function_is_private(who: str) -> None:
    table = f"| Actie | Wie | Tegen |\n|---|---|---|\n| Bellen | {who} | 12 december 2026 |\n| Folder | Logo Waas | 13 december 2026 |\n"
    text = present("Aanwezig: Logo Waas").replace("Goed.\n", table)
    found = taken(text)
    assert not [part for part in PARTS if part in public(found).lower()]
    assert "- [ ] Bellen @ocmw-meer tegen:2026-12-12" in public(found)


def test_a_speaker_behind_a_function_is_private() -> None:
    found = taken(present("Aanwezig: Logo Waas\nSpreker: onthaalster Vlora Dertestin"))
    assert not [part for part in PARTS if part in public(found).lower()]


def test_a_name_behind_a_function_in_the_text_is_private() -> None:
    text = present("Aanwezig: Logo Waas").replace("Goed.", "De vraag komt van zorgbemiddelaar Vlora Dertestin.")
    assert "zorgbemiddelaar [persoon 1]" in public(taken(text))


@pytest.mark.parametrize(
    ("line", "there"),
    [
        (
            "We waren met drie: CAW Meer, Arktos en Karel van de ELZ. De Kring kon er niet bij zijn.",
            "caw-meer, arktos, elz",
        ),
        ("Aanwezig: CAW Meer, Mia LDC, Logo Waas", "caw-meer, ldc, logo-waas"),
        ("erbij: CAW Meer, Mia WGK en Karel CLB", "caw-meer, wgk, clb"),
        ("Aanwezig: Mia OCMW, Karel WZC De Linde, Logo Waas", "ocmw, wzc-linde, logo-waas"),
        ("Aanwezig: CAW Meer; Karel, namens de ELZ", "caw-meer, elz"),
        ("Aanwezig: CAW Meer, Karel DE SMET, Mia MAES, Karel de Bruyne", "caw-meer"),
    ],
)
def test_the_organisation_behind_a_name_was_there(line: str, there: str) -> None:
    found = taken(present(line))
    assert f"present: [{there}]\n" in public(found)
    assert "karel" not in public(found).lower()
    assert "mia" not in public(found).lower()


@pytest.mark.parametrize("before", ["", "de ", "onze "])
def test_a_function_before_a_name_makes_way_with_it(before: str) -> None:
    text = present("Aanwezig: OCMW Meer – onthaalmedewerker Karel Testman").replace(
        "Goed.", f"We nodigen {before}hulpverlener Karel Testman uit."
    )
    assert "We nodigen de onthaalmedewerker uit." in public(taken(text))


@pytest.mark.parametrize(
    ("table", "there"),
    [
        (
            "| Organisatie | Aanwezig |\n|---|---|\n| OCMW Meer – hulpverlener Vlora Dertestin | x |\n| Logo Waas | x |\n",
            "present: [ocmw-meer, logo-waas]\n",
        ),
        (
            "| Naam | Aanwezig |\n|---|---|\n| zorgbemiddelaar Vlora Dertestin (OCMW Meer) | x |\n| Logo Waas | x |\n",
            "present: [ocmw-meer, logo-waas]\n",
        ),
        (
            "| Aanwezig | Verontschuldigd |\n|---|---|\n| OCMW Meer – hulpverlener Vlora Dertestin | Logo Waas |\n",
            "present: [ocmw-meer]\nexcused: [logo-waas]\n",
        ),
    ],
)
def test_a_table_of_people_tells_the_organisation_and_hides_who(table: str, there: str) -> None:
    found = public(taken(present(f"## Aanwezig\n\n{table}")))
    assert there in found
    assert not [part for part in PARTS if part in found.lower()]


@pytest.mark.parametrize("surname", ["Kring", "Plein", "Campus", "School"])
def test_a_surname_that_is_a_word_of_houses_stays_private(surname: str) -> None:
    for entry in (f"Karel {surname}", f"Karel {surname} (Dienstencentrum Ster)", f"huisbezoekster Karel {surname}"):
        found = taken(present(f"Aanwezig: CAW Delta; {entry}").replace("Goed.", f"Karel {surname} opent."))
        assert "karel" not in public(found).lower(), entry
        assert surname.lower() not in public(found).lower(), entry


@pytest.mark.parametrize("entry", ["Vlora Dertestin en Karel Testman (OCMW Meer)", "Vlora en Karel (OCMW Meer)"])
def test_two_of_one_house_are_both_there_and_so_is_the_house(entry: str) -> None:
    found = taken(present(f"Aanwezig: {entry}, An Testman (gemeente Zee)"))
    assert "present: [ocmw-meer, gemeente-zee]" in public(found)
    assert attended(found).count(";OCMW Meer;") == 2
    assert ";gemeente Zee;;" in attended(found)
    assert not [part for part in PARTS if part in public(found).lower()]
