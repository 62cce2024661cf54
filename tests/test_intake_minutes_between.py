"""The people of a mail: its sender says ikzelf, and nobody of its head stands in a public file.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEADS = {
    "names": "Van: Qwerta Nulbeta\nVerzonden: vrijdag 6 november 2026 9:12\nAan: Saskia Omegabeta; Zwartia Tweebeta\nCC: Plonka Driebeta (CAW Meer), Wimpa Vierbeta",
    "addresses": "From: Qwerta Nulbeta <q@voorbeeld.be>\nSent: Friday, November 6, 2026 9:12 AM\nTo: 'Saskia Omegabeta' <s@voorbeeld.be>; Tweebeta, Zwartia <z@voorbeeld.be>\nCc: Plonka Driebeta (CAW Meer) <p@voorbeeld.be>; Wimpa Vierbeta [mailto:w@voorbeeld.be]",
}
TEXT = (
    "Onderwerp: Verslag zorgoverleg 5 november 2026\n\nDag allemaal,\n\n"
    "Aanwezig: CAW Meer, Saskia Omegabeta (OCMW Meer), Zwartia en ikzelf\nVerontschuldigd: Okra\n\n"
    "1. Stand\nQwerta belt de drukker. Wimpa en Tweebeta lachten.\n"
    "Actie: zaal boeken (Plonka, tegen 1/12)\nActie: stoelen boeken (ikzelf, tegen 1/12)\n\n2. Einde\nGeen.\n\n"
    "Met vriendelijke groeten,\nQwerta\n"
)
PEOPLE = ("Qwerta", "Nulbeta", "Zwartia", "Tweebeta", "Plonka", "Driebeta", "Wimpa", "Vierbeta", "Omegabeta")


def taken(text: str) -> Taken:
    return take_minutes(read("verslag.txt", text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def public(found: Taken) -> str:
    return "\n".join(text for path, text in found.files.items() if not path.startswith("private/"))


def listed(found: Taken) -> list[str]:
    text = next(text for path, text in found.files.items() if path.startswith("private/deelnemers"))
    return [f"{row.split(';')[0]}: {row.split(';')[4]}" for row in text.splitlines()[1:]]


@pytest.mark.parametrize("head", HEADS)
def test_nobody_of_a_mail_stands_in_a_public_file(head: str) -> None:
    found = public(taken(f"{HEADS[head]}\n{TEXT}"))
    assert [name for name in PEOPLE if name.lower() in found.lower()] == []


@pytest.mark.parametrize("head", HEADS)
def test_the_people_of_a_mail_are_private_participants(head: str) -> None:
    assert listed(taken(f"{HEADS[head]}\n{TEXT}")) == [
        "Saskia Omegabeta: aanwezig",
        "Zwartia Tweebeta: aanwezig",
        "Qwerta Nulbeta: aanwezig",
        "Plonka Driebeta: ter kennisgeving",
        "Wimpa Vierbeta: ter kennisgeving",
    ]


@pytest.mark.parametrize("head", HEADS)
def test_who_is_named_in_the_head_does_a_point_and_ikzelf_is_the_sender(head: str) -> None:
    found = taken(f"{HEADS[head]}\n{TEXT}")
    assert "- [ ] zaal boeken @caw-meer tegen:2026-12-01\n- [ ] stoelen boeken tegen:2026-12-01" in public(found)
    notes = next(text for path, text in found.files.items() if path.startswith("private/verslag"))
    assert "zorgoverleg/3: Qwerta Nulbeta" in notes  # behind the guess that Qwerta calls


def test_who_signs_a_mail_without_a_head_says_ikzelf() -> None:
    found = taken(
        "Verslag zorgoverleg van 5 november 2026\nAanwezig: CAW Meer, Okra en ikzelf\n\n1. Stand\nQwerta lachte.\n\n"
        "2. Einde\nGeen.\n\nMet vriendelijke groeten,\nQwerta Nulbeta\n"
    )
    assert listed(found) == ["Qwerta Nulbeta: aanwezig"]
    assert "Qwerta" not in public(found)
    assert "present: [caw-meer, okra]" in public(found)
