"""Who was there by a mail that somebody sent, and one organisation behind several names.  All names are placeholders."""

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
HEAD = "Van: Saskia Omegabeta <saskia@huis.example>\nVerzonden: donderdag 5 november 2026 09:14\nAan: Roos Nulbeta\nOnderwerp: Verslag overleg spelen 4/11\n\nDag allen,\n\n"


def taken(text: str) -> Taken:
    return take_minutes(read("verslag.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def mail(said: str, signed: str, head: str = HEAD) -> Taken:
    return taken(f"{head}{said}\n\n1. Rondje\n\nGoed.\n\nGroeten\n\nSaskia Omegabeta\n{signed}\n")


def present(found: Taken) -> str:
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2"))
    return next((line for line in text.splitlines() if line.startswith(("present", "excused"))), "")


def listed(found: Taken) -> list[str]:
    return next((text for path, text in found.files.items() if path.endswith(".csv")), "").splitlines()[1:]


@pytest.mark.parametrize(
    ("said", "signed", "there"),
    [
        ("We zaten gisteren samen met het OCMW Gooik en Okra.", "CAW Halle", "caw-halle"),
        ("We waren met vijf.", "Stafmedewerker Logo Heuvel", "logo-heuvel"),
        ("Gisteren bespraken we de lijst.", "coördinator CAW Halle", "caw-halle"),
        ("Wij hebben gisteren veel afgesproken.", "CAW Halle\n0400 00 00 00", "caw-halle"),
    ],
)
def test_who_sent_a_mail_that_tells_what_we_did_was_there_as_a_guess(said: str, signed: str, there: str) -> None:
    found = mail(said, signed)
    assert present(found) == f"present: [{there}]"
    house = next(one for one in found.account.entries if one.field == "present")
    assert house.certainty is Certainty.GUESSED
    assert house.reason is not None
    assert any(line.startswith("Saskia Omegabeta;") and line.endswith(";aanwezig") for line in listed(found))
    person = next(one for one in found.account.entries if one.field == "naam" and one.value == "Saskia Omegabeta")
    assert person.certainty is Certainty.GUESSED
    assert not any("Omegabeta" in text for path, text in found.files.items() if not path.startswith("private/"))


@pytest.mark.parametrize(
    "said",
    [
        "In bijlage het verslag.",
        "Even samenvatten wat gisteren gezegd werd.",
        "We zaten gisteren samen met Okra. Ik kon er zelf niet bij zijn.",
        "We hebben een nieuwe folder.",
    ],
)
def test_another_mail_says_nothing_of_its_sender(said: str) -> None:
    found = mail(said, "CAW Halle")
    assert "caw" not in present(found)
    assert any(line.startswith("Saskia Omegabeta;") and line.endswith(";ter kennisgeving") for line in listed(found))


def test_who_passes_a_mail_on_was_not_there_for_that() -> None:
    found = mail("We zaten gisteren samen met Okra.", "CAW Halle", HEAD.replace("Onderwerp: ", "Onderwerp: FW: "))
    assert "caw" not in present(found)


def test_a_sender_without_an_organisation_goes_to_private_alone() -> None:
    found = mail("We waren met vijf.", "0400 00 00 00")
    assert present(found) == ""
    assert any(line.startswith("Saskia Omegabeta;;") and line.endswith(";aanwezig") for line in listed(found))


def people(head: str) -> Taken:
    return taken(f"Overleg zorg\nDatum: 5 november 2026\n{head}\n\n1. Stand\n\nGoed.\n\n2. Slot\n\nGeen.\n")


def told(found: Taken) -> list[str]:
    return [one for one in map(ENGLISH, found.remarks) if "behind the last" in one]


@pytest.mark.parametrize(
    ("head", "rows", "houses"),
    [
        ("Aanwezig: Saskia Omegabeta, Roos Nulbeta (OCMW Meer)", ["Saskia Omegabeta;", "Roos Nulbeta;OCMW Meer"], "OCMW Meer"),
        ("Aanwezig: Saskia Omegabeta en Roos Nulbeta (OCMW Meer)", ["Saskia Omegabeta;", "Roos Nulbeta;OCMW Meer"], "OCMW Meer"),
        ("Verontschuldigd: Saskia Omegabeta, Roos Nulbeta - OCMW Meer", ["Saskia Omegabeta;", "Roos Nulbeta;OCMW Meer"], "OCMW Meer"),
        ("Aanwezig:\n- Saskia Omegabeta, Roos Nulbeta (OCMW Meer)\n- Fien Gammabeta (CAW)", ["Saskia Omegabeta;", "Roos Nulbeta;OCMW Meer", "Fien Gammabeta;CAW"], "OCMW Meer"),
        ("Aanwezig: Saskia Omegabeta, Roos Nulbeta (OCMW Meer); Fien Gammabeta, Mia Deltabeta (CAW)", ["Saskia Omegabeta;", "Roos Nulbeta;OCMW Meer", "Fien Gammabeta;", "Mia Deltabeta;CAW"], "OCMW Meer, CAW"),
    ],
)  # fmt: skip
def test_one_organisation_behind_several_names_is_that_of_the_last_and_told(
    head: str, rows: list[str], houses: str
) -> None:
    found = people(head)
    assert [";".join(line.split(";")[:2]) for line in listed(found)] == rows
    assert [one.partition(" stand")[0] for one in told(found)] == [houses]


@pytest.mark.parametrize(
    "head",
    [
        "Aanwezig: Saskia Omegabeta (CAW), Roos Nulbeta, Fien Gammabeta (OCMW Meer)",
        "Aanwezig: CAW, Roos Nulbeta (OCMW Meer)",
        "Aanwezig: Saskia Omegabeta, Roos Nulbeta (voorzitter)",
        "Aanwezig: Roos Nulbeta (OCMW Meer)",
        "Aanwezig:\n- Saskia Omegabeta\n- Roos Nulbeta (OCMW Meer)",
    ],
)
def test_other_lists_are_clear(head: str) -> None:
    assert told(people(head)) == []
