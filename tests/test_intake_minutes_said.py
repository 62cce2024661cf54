"""What sentences and labels of minutes say: who could not come, who was there, what was agreed, what takes place.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)


def minutes(text: str = "Niets.", *, head: str = "Aanwezig: CAW, Familiehulp", title: str = "Stand") -> Taken:
    whole = f"Verslag zorgoverleg\nDatum: 5 november 2026\n{head}\n\n1. {title}\n{text}\n\n2. Slot\nGeen.\n"
    return take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


@pytest.mark.parametrize(
    "label",
    [
        *("Konden niet", "Kon er niet bij zijn", "Konden er helaas niet bij zijn", "Kunnen niet komen"),
        *("Wie kon niet komen", "Waren verhinderd", "Could not attend"),
    ],
)
def test_who_could_not_come_is_excused(label: str) -> None:
    found = minutes(head=f"Aanwezig: CAW\n{label}: Saskia Omegabeta, Okra")
    assert "present: [caw]\nexcused: [okra]\n" in meeting(found)
    assert "Omegabeta" not in meeting(found)


@pytest.mark.parametrize("label", ["Waren niet aanwezig", "Waren er niet bij", "Wie was er niet"])
def test_who_was_not_there_is_absent(label: str) -> None:
    found = minutes(head=f"Aanwezig: CAW\n{label}: Saskia Omegabeta, Okra")
    assert "Afwezig: Okra" in meeting(found)
    assert "Omegabeta" not in meeting(found)


def test_a_sentence_says_who_could_not_come() -> None:
    found = minutes(head="Aanwezig: CAW\nVerontschuldigd: Samana. Okra en Ferm konden er niet bij zijn.")
    assert "excused: [samana, okra, ferm]" in meeting(found)


@pytest.mark.parametrize("label", ["Organisaties", "Partnerorganisaties", "Vertegenwoordigde organisaties"])
def test_organisations_above_the_agenda_were_there(label: str) -> None:
    found = minutes(head=f"Aanwezig: Saskia Omegabeta, Q. Nulbeta\n{label}: CM, Solidaris, OCMW Meer")
    assert "present: [cm, solidaris, ocmw-meer]" in meeting(found)


def test_an_item_about_organisations_stays_one() -> None:
    assert "## 1. Organisaties" in meeting(minutes(title="Organisaties"))


@pytest.mark.parametrize("said", ["We spraken af", "Alle partners spreken af", "Er werd afgesproken"])
def test_what_was_agreed_is_an_agreement_and_with_a_day_a_point(said: str) -> None:
    text = meeting(minutes(f"{said} dat elke partner een affiche ophangt. Dat is goed."))
    assert f"AFSPRAAK: {said} dat elke partner een affiche ophangt.\n\nDat is goed." in text
    assert "- [ ] CAW tegen 1 december een brief schrijft. @caw tegen:2026-12-01" in meeting(
        minutes(f"{said} dat CAW tegen 1 december een brief schrijft.")
    )


@pytest.mark.parametrize(
    ("title", "text", "event"),
    [
        (
            "Stand",
            "Op 12 december om 19 uur geeft Samana een vorming.",
            "2026-12-12 19u Op 12 december om 19 uur geeft Samana een vorming.",
        ),
        ("Stand", "De infoavond gaat door op 3 december om 20 uur.", "2026-12-03 20u De infoavond gaat door"),
        ("Nieuws", "De markt vindt dit jaar plaats op 19 december.", "2026-12-19 De markt vindt dit jaar plaats"),
        ("Nieuws", "27 en 28 november: beurs in Meer", "2026-11-27/2026-11-28 beurs in Meer"),
    ],
)
def test_what_takes_place_on_a_day_to_come_is_an_event(title: str, text: str, event: str) -> None:
    assert f"EVENEMENT: {event}" in meeting(minutes(text, title=title))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Stand", "De markt vindt dit jaar plaats op 19 december."),
        ("Nieuws", "Op 4 december om 12 uur gaat de inschrijving dicht."),
        ("Nieuws", "Op 8 december om 14 uur komt de werkgroep samen."),
        ("Nieuws", "De vorming vond plaats op 3 oktober om 20 uur."),
    ],
)
def test_other_days_are_no_events(title: str, text: str) -> None:
    assert "EVENEMENT" not in meeting(minutes(text, title=title))
    assert text in meeting(minutes(text, title=title))


def test_an_initial_at_the_head_of_a_line_is_no_letter_of_a_list() -> None:
    text = meeting(minutes("R. Nulbeta (CAW) volgt dit op."))
    assert "## 1. Stand\n\n- [ ] [persoon 1] (CAW) volgt dit op @caw" in text
    listed = meeting(minutes("Keuze:\nA. Bellen\nB. Mailen\nC. Wachten"))
    assert "- A. Bellen\n- B. Mailen\n- C. Wachten" in listed


def test_an_owner_by_the_organisation_of_a_person_is_a_guess() -> None:
    head = "Aanwezig: Saskia Omegabeta (Okra), CAW"
    found = minutes("Actie: cijfers bezorgen (Saskia, tegen 20/11)\nActie: zaal boeken (CAW)", head=head)
    owners = [(one.value, one.certainty) for one in found.account.entries if one.field.endswith(".owner")]
    assert owners == [("okra", Certainty.GUESSED), ("caw", Certainty.READ)]


def test_the_next_table_of_a_network_is_the_next_meeting() -> None:
    found = minutes("Volgende netwerktafel: donderdag 10 december 2026 om 9.15 u. in LDC Ter Dijk.")
    assert "next: {date: 2026-12-10, start: 9u15, location: LDC Ter Dijk}" in meeting(found)
