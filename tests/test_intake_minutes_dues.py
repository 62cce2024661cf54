"""By when, in words that are no day: kept as they were typed; and one day in two notations.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
NEXT = "Volgende vergadering: dinsdag 8 december 2026 om 14 uur"


def points(lines: str, *, ahead: str = NEXT) -> str:
    whole = (
        "Verslag zorgoverleg\nDatum: 5 november 2026\nAanwezig: CAW Meer, Familiehulp\n\n1. Stand\nGoed.\n\n"
        f"2. Acties\n{lines}\n\n3. Einde\nGeen.\n\n{ahead}\n"
    )
    taken = take_minutes(read("verslag.txt", whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))
    text = next(text for path, text in taken.files.items() if path.startswith("meetings/2"))
    return text.partition("## 2. Acties\n")[2].partition("## 3. Einde")[0].strip()


@pytest.mark.parametrize(
    "words",
    [
        *("voor de kerst", "voor het bouwverlof", "na de paasvakantie", "vóór de grote vakantie", "tegen Pasen"),
        *("tegen het begin van het schooljaar", "voor de zomervakantie 2027", "na 1 maart 2027", "vanaf 1 maart 2027"),
    ],
)
@pytest.mark.parametrize(
    "form", ["Zaal boeken (CAW Meer, {})", "Zaal boeken – CAW Meer – {}", "Zaal boeken. Wie: CAW Meer. Wanneer: {}"]
)
def test_a_time_that_is_no_day_stays_as_it_was_typed(words: str, form: str) -> None:
    found = points(f"- {form.format(words)}")
    assert found.splitlines()[0].startswith("- [ ] Zaal boeken")
    assert found.splitlines()[0].endswith("@caw-meer")
    assert found.splitlines()[1] == f"  - Deadline: {words}"


def test_a_time_that_is_no_day_behind_the_bracket_stays_too() -> None:
    assert points("- Zaal boeken (CAW Meer) tegen Pasen") == "- [ ] Zaal boeken @caw-meer\n  - Deadline: tegen Pasen"
    assert points("- Zaal boeken voor de kerst (CAW Meer)") == "- [ ] Zaal boeken voor de kerst @caw-meer"


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("Zaal boeken (CAW Meer, ten laatste 30 juni 2027)", "Zaal boeken @caw-meer tegen:2027-06-30"),
        ("Zaal boeken (CAW Meer, uiterlijk eind maart)", 'Zaal boeken @caw-meer tegen:"eind maart 2027"'),
        ("Zaal boeken (CAW Meer, tegen volgende vergadering)", "Zaal boeken @caw-meer tegen:2026-12-08"),
        ("Zaal boeken, tegen volgende keer, CAW Meer", "Zaal boeken @caw-meer tegen:2026-12-08"),
        ("Zaal boeken, tegen 9/12/2026, CAW Meer", "Zaal boeken @caw-meer tegen:2026-12-09"),
        ("Zaal boeken. Wie: CAW Meer. Voor wanneer: 9/12/2026.", "Zaal boeken. @caw-meer tegen:2026-12-09"),
    ],
)
def test_a_day_by_which_in_the_words_of_people(line: str, point: str) -> None:
    assert points(f"- {line}") == f"- [ ] {point}"


def test_the_next_meeting_without_a_day_stays_as_it_was_typed_and_the_owner_is_known() -> None:
    found = points("- Zaal boeken (CAW Meer, tegen volgende vergadering)", ahead="Einde om 16u.")
    assert found == "- [ ] Zaal boeken @caw-meer\n  - Deadline: tegen volgende vergadering"


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("Zaal boeken ten laatste 30 juni 2027 (CAW Meer, 30/06/2027)", "Zaal boeken @caw-meer tegen:2027-06-30"),
        ("Zaal boeken tegen 30 juni 2027. Deadline: 30/06/2027", "Zaal boeken tegen:2027-06-30"),
        (
            "CAW Meer boekt ten laatste 30 juni 2027 een zaal, dus 30/06/2027",
            "CAW Meer boekt ten laatste 30 juni 2027 een zaal, dus 30/06/2027 @caw-meer tegen:2027-06-30",
        ),
    ],
)
def test_one_day_in_two_notations_is_one(line: str, point: str) -> None:
    assert points(f"- {line}") == f"- [ ] {point}"


@pytest.mark.parametrize(
    "line",
    [
        "Zaal zoeken die na de verbouwing open is",
        "Brief schrijven voor de buren",
        "Kinderen meenemen tijdens de wandeling",
        "Tentje huren (voor de tuin)",
    ],
)
def test_other_words_for_a_time_or_a_purpose_are_no_term(line: str) -> None:
    assert points(f"- {line}") == f"- [ ] {line}"


# Labels for who helps, and for whom


@pytest.mark.parametrize(
    "label",
    [
        *("Helpt mee", "Helpen mee", "Met wie", "Voor wie", "Bij wie", "Wie helpt mee", "Wie houdt het in de gaten"),
        *("In samenwerking met", "Met steun van", "Partners", "Betrokken partners", "Doelgroep"),
    ],
)
def test_who_helps_or_for_whom_it_is_does_not_do_it(label: str) -> None:
    assert points(f"- Zaal boeken. {label}: Familiehulp") == f"- [ ] Zaal boeken. {label}: Familiehulp"
    both = points(f"- Zaal boeken. Wie: CAW Meer. {label}: Familiehulp")
    assert both == f"- [ ] Zaal boeken. {label}: Familiehulp @caw-meer"
    assert points(f"Zaal boeken\n{label}: Familiehulp") == f"- [ ] Zaal boeken\n  - {label}: Familiehulp"


@pytest.mark.parametrize("words", ["met Familiehulp", "voor Familiehulp", "aan Familiehulp", "i.s.m. Familiehulp"])
def test_a_name_behind_such_a_word_in_brackets_does_not_do_it(words: str) -> None:
    assert points(f"- Zaal boeken ({words})") == f"- [ ] Zaal boeken ({words})"


def test_a_name_that_begins_with_such_a_word_does_it() -> None:
    head = "Verslag zorgoverleg\nDatum: 5 november 2026\nAanwezig: CAW Meer, Over Kop vzw\n\n1. Stand\nGoed.\n\n2. Acties\n- Zaal boeken (Over Kop)\n"
    taken = take_minutes(read("verslag.txt", head.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))
    assert "- [ ] Zaal boeken @kop" in next(t for path, t in taken.files.items() if path.startswith("meetings/2"))


@pytest.mark.parametrize(
    "words", ["Bellen met: Familiehulp", "Affiches bezorgen aan: Familiehulp", "Naar: Familiehulp"]
)
def test_a_name_behind_a_preposition_and_a_colon_does_not_do_it(words: str) -> None:
    assert points(f"- {words}") == f"- [ ] {words}"


def test_columns_for_who_pulls_and_who_helps() -> None:
    table = "| Actie | Trekt het | Helpt mee | Wie houdt het in de gaten? |\n|---|---|---|---|\n| Zaal boeken | CAW Meer | Familiehulp | Okra |"
    assert (
        points(table) == "- [ ] Zaal boeken @caw-meer\n  - Helpt mee: Familiehulp\n  - Wie houdt het in de gaten?: Okra"
    )
