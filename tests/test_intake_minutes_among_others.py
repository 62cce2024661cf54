"""Who was there where a sentence counts them and names some of their houses.  All names are made up."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def minutes(line: str) -> Taken:
    whole = f"Netwerklunch zorg\nDinsdag 17 november 2026, 12 – 13.30 uur, LDC De Kring\n{line}\n\n1. Stand\nSamana bezorgt 50 flyers aan de balie.\n\n2. Slot\nGeen.\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def written(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


@pytest.mark.parametrize(
    ("line", "there"),
    [
        (
            "21 deelnemers van o.a. CAW, OCMW Meer, Thuiszorg Het Anker en Samana.",
            "caw, ocmw-meer, thuiszorg-anker, samana",
        ),
        ("21 deelnemers van o.a. CAW Meer, OCMW. Gastvrouw was Nele Proefman (WGC Meer).", "caw-meer, ocmw"),
        ("21 deelnemers van o.a. CAW Meer, OCMW Meer. Gastvrouw was Nele Proefman (WGC Meer).", "caw-meer, ocmw-meer"),
        ("Er waren 14 deelnemers (o.a. van CAW Meer, OCMW Meer, Samana).", "caw-meer, ocmw-meer, samana"),
        ("Een twintigtal mensen aanwezig, waaronder CAW Meer en het OCMW Meer", "caw-meer, ocmw-meer"),
        ("We waren met 12 mensen van onder andere CAW Meer, OCMW Meer, enz.", "caw-meer, ocmw-meer"),
        ("Ongeveer 9 organisaties, o.a. CAW Meer, OCMW Meer & Samana", "caw-meer, ocmw-meer, samana"),
    ],
)
def test_houses_that_a_count_names_were_there_as_a_guess(line: str, there: str) -> None:
    found = minutes(line)
    assert f"present: [{there}]" in written(found)
    entry = next(one for one in found.account.entries if one.field == "present")
    assert entry.certainty is Certainty.GUESSED
    assert line.rstrip(".").split(" (")[0].split(". Gast")[0] in written(found)  # how many there were is not lost


@pytest.mark.parametrize(
    "line",
    [
        "21 deelnemers kregen een map van het CAW en het OCMW.",
        "12 mensen van de wijk, zoals elk jaar.",
        "21 deelnemers van o.a. Nele Proefman, Jef Testman.",
        "30 mensen volgden de vorming van CAW Meer, OCMW Meer.",
    ],
)
def test_other_counts_name_nobody(line: str) -> None:
    assert "present:" not in written(minutes(line))


def test_a_house_that_was_there_does_something() -> None:
    found = minutes("21 deelnemers van o.a. CAW Meer, OCMW Meer, Samana.")
    assert "- [ ] Samana bezorgt 50 flyers aan de balie @samana" in written(found)
