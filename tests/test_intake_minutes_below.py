"""Surnames that are houses too, days of the week, lines below a point, to-do lists, marks inside notes.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "Aanwezig: Ferm, Samana, CAW, Okra"


def taken(text: str, *, name: str = "verslag.txt", day: str = "13 mei 2025", head: str = HEAD) -> Taken:
    whole = f"Verslag zorgoverleg\n\nDatum: {day}\n\n{head}\n\n{text}\n"
    return take_minutes(read(name, whole.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def in_item(text: str, *, title: str = "Stand", head: str = HEAD) -> Taken:
    return taken(f"1. {title}\n{text}\n\n2. Slot\nGeen.", head=head)


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def public(found: Taken) -> str:
    return "".join(text for path, text in found.files.items() if not path.startswith("private/"))


def lines(found: Taken, start: str) -> list[str]:
    return [line for line in meeting(found).splitlines() if line.startswith(start)]


def entry(found: Taken, field: str) -> Entry:
    return next(one for one in found.account.entries if one.field == field)


def unclear(found: Taken) -> list[str]:
    return [one.words for one in found.account.entries if one.certainty is Certainty.UNCLEAR]


# A surname that is a house too


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Karel Ferm belde vorige week.", "[persoon 1] belde vorige week."),
        ("We vroegen het aan Karel Samana en hij kijkt na.", "We vroegen het aan [persoon 1] en hij kijkt na."),
        (
            "Toen spraken Lies Okra en Karel Ferm over de zaal.",
            "Toen spraken [persoon 1] en [persoon 2] over de zaal.",
        ),
        ("Signaal van Lies Ferm over de bus.", "Signaal van [persoon 1] over de bus."),
        ("Karel Ferm belde. Karel zocht een zaal.", "[persoon 1] belde. [persoon 1] zocht een zaal."),
        ("Okra belde met Karel Okra, die mailt.", "Okra belde met [persoon 1], die mailt."),
        ("De heer Karel Ferm belt.", "[persoon 1] belt."),
        ("Lies Okra's fiets is stuk.", "[persoon 1]'s fiets is stuk."),
        ("Dank aan Roos Ferm voor de soep.", "Dank aan [persoon 1] voor de soep."),
    ],
)
def test_a_first_name_before_a_house_is_a_person_with_that_surname(text: str, shown: str) -> None:
    assert f"\n{shown}\n" in meeting(in_item(text))


@pytest.mark.parametrize(
    "shown", ["Karel (Ferm) belt.", "Karel, Ferm, belt.", "Karel – Ferm – belt.", "Karel van Ferm belt."]
)
def test_where_the_document_shows_the_house_it_stays(shown: str) -> None:
    assert "We vroegen het aan [persoon 1] Ferm." in meeting(in_item(f"We vroegen het aan Karel Ferm.\n\n{shown}"))


def test_the_house_of_somebody_who_is_listed_stays_and_owns_the_point() -> None:
    found = in_item("Lies Ferm belde.\n\n- [ ] bakker bellen (Lies Ferm)", head="Aanwezig: Lies Nulbeta (Ferm), Okra")
    assert "Ferm belde." in meeting(found)
    assert "Lies" not in public(found)
    assert lines(found, "- [ ]") == ["- [ ] bakker bellen @ferm"]


@pytest.mark.parametrize(
    "text",
    [
        "CAW Ferm belt.",
        "Het team Okra belt.",
        "Samana Ferm belt.",
        "AZ Jan Palfijn belt.",
        "Elke partner van Ferm belt.",
        "We bellen Ferm.",
        "Okra en Ferm bellen.",
    ],
)
def test_a_house_without_a_first_name_stays(text: str) -> None:
    assert f"\n{text}\n" in meeting(in_item(text))


@pytest.mark.parametrize(
    "point",
    ["bakker bellen (Karel Ferm)", "Karel Ferm belt de bakker tegen 3 juni", "bakker bellen - Lies Samana - 3 juni"],
)
def test_such_a_person_makes_no_actor(point: str) -> None:
    found = in_item(f"- {point}", title="Actiepunten")
    assert "Karel" not in public(found)
    assert "karel" not in public(found)
    assert "lies" not in public(found).replace("verlies", "")
    assert "@" not in "".join(lines(found, "- [ ]"))


# The day of the week


@pytest.mark.parametrize(
    "text",
    [
        "Roos zoekt helpers voor de wandeling van zaterdag 30 mei.",
        "Er is een infoavond op zaterdag 30 mei om 14 uur.",
        "Evenement: zaterdag 30 mei wandeling in Meer",
        "za 30 mei: wandeling in Meer",
    ],
)
def test_an_event_is_in_the_year_in_which_its_weekday_fits(text: str) -> None:
    found = in_item(text, title="Activiteiten")
    assert lines(found, "EVENEMENT: 2026-05-30")
    when = entry(found, "events[1].when")
    assert when.certainty is Certainty.GUESSED
    assert when.reason is not None
    assert "fits" in when.reason.text


@pytest.mark.parametrize(
    "text",
    [
        "Roos zoekt helpers voor de wandeling van maandag 2 juni 2025.",
        "Roos zoekt helpers voor de wandeling van vrijdag 30 mei.",
    ],
)
def test_a_weekday_that_fits_changes_nothing(text: str) -> None:
    found = in_item(text)
    assert lines(found, "EVENEMENT: 2025-0")
    reason = entry(found, "events[1].when").reason
    assert reason is None or "{day}" not in reason.text


@pytest.mark.parametrize(
    "text", ["zondag 30 mei: wandeling in Meer", "Er is een infoavond op zondag 30 mei om 14 uur."]
)
def test_a_weekday_that_fits_in_no_year_nearby_is_told(text: str) -> None:
    found = in_item(text, title="Activiteiten")
    when = entry(found, "events[1].when")
    assert when.certainty is Certainty.GUESSED
    assert when.reason is not None
    assert when.reason.text == "“{words}”: {date} is a {day}"


def test_points_and_the_next_meeting_do_the_same() -> None:
    found = in_item(
        "Actie: Okra belt tegen zaterdag 30 mei.\n\nDe volgende vergadering is op zaterdag 30 mei om 14 uur."
    )
    assert "tegen:2026-05-30" in meeting(found)
    assert "next: {date: 2026-05-30" in meeting(found)


# Lines below a point


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Actie: zaal zoeken\nWie: CAW\nWanneer: 30 november 2025", "- [ ] zaal zoeken @caw tegen:2025-11-30"),
        ("- [ ] zaal zoeken\n\nDoor: CAW", "- [ ] zaal zoeken @caw"),
        ("Actie: zaal zoeken\n\nTegen: 3 juni 2025", "- [ ] zaal zoeken tegen:2025-06-03"),
        ("Actie: zaal zoeken (CAW)\n\nWie: CAW", "- [ ] zaal zoeken @caw"),
        ("- [ ] zaal zoeken tegen 3 juni 2025\n- Wanneer: 3 juni 2025", "- [ ] zaal zoeken tegen:2025-06-03"),
    ],
)
def test_a_line_with_who_or_when_belongs_to_the_point_above(text: str, point: str) -> None:
    found = in_item(text)
    assert meeting(found).split("## 1. Stand\n\n")[1].split("\n\n##")[0] == point


@pytest.mark.parametrize(
    ("text", "point", "line"),
    [
        ("Actie: zaal zoeken (Samana)\n\nDoor: CAW", "- [ ] zaal zoeken @samana", "Door: CAW"),
        (
            "- [ ] zaal zoeken tegen 3 juni 2025\n\nTegen: 10 juni 2025",
            "- [ ] zaal zoeken tegen:2025-06-03",
            "Tegen: 10 juni 2025",
        ),
        ("Actie: zaal zoeken (Samana)\n\nWie: nog te bepalen", "- [ ] zaal zoeken @samana", "Wie: nog te bepalen"),
        (
            "Actie: zaal zoeken tegen 3 juni 2025\n\nWie: CAW, tegen: 10 juni 2025",
            "- [ ] zaal zoeken @caw tegen:2025-06-03",
            "Wie: CAW, tegen: 10 juni 2025",
        ),
    ],
)
def test_what_differs_stands_under_the_point_and_is_told(text: str, point: str, line: str) -> None:
    found = in_item(text)
    assert lines(found, "- [ ]") == [point]
    assert f"{point}\n  - {line}\n" in meeting(found)
    assert line in unclear(found)


def test_in_a_list_of_actions_such_a_line_is_no_point() -> None:
    found = in_item(
        "- zaal zoeken\n- Wie: CAW\n- bakker bellen (Samana)\n- Door: CAW\n- Tegen: 3 juni 2025", title="Acties"
    )
    assert lines(found, "- [ ]") == ["- [ ] zaal zoeken @caw", "- [ ] bakker bellen @samana tegen:2025-06-03"]
    assert "Door: CAW" in unclear(found)


def test_a_sentence_behind_such_a_word_stays_text() -> None:
    found = in_item("Actie: zaal zoeken (Samana)\n\nWie: dat bespreken we de volgende keer nog eens met de hele groep.")
    assert "\n\nWie: dat bespreken we" in meeting(found)


# A heading that only introduces points


@pytest.mark.parametrize("word", ["todo", "To do", "TO-DO's", "to do lijst"])
def test_a_list_of_what_to_do_is_no_item_of_the_agenda(word: str) -> None:
    found = taken(f"# Zaal\n\nTe klein.\n\n# Varia\n\nNiets.\n\n# {word}\n\n- zaal zoeken (CAW)", name="verslag.md")
    assert lines(found, "## ") == ["## Zaal", "## Varia"]
    assert f"### {word}\n\n- [ ] zaal zoeken @caw" in meeting(found)


def test_below_notes_without_headings_it_is_no_item_either() -> None:
    found = taken("- zaal is te klein\n- bus rijdt\n    - om 9 uur\n\ntodo\n* zaal zoeken - CAW - 3/6")
    assert lines(found, "#") == []
    assert lines(found, "- [ ]") == ["- [ ] zaal zoeken @caw tegen:2025-06-03"]
    assert "todo" in [words for words, _ in found.account.labels]


@pytest.mark.parametrize(
    "text",
    [
        "# Zaal\n\nTe klein.\n\n# Varia\n\nNiets.\n\n# To do\n\nWe praatten over de lijst.\n\n- zaal zoeken (CAW)",
        "# Zaal\n\nTe klein.\n\n# To do van de kerngroep dit jaar\n\n- zaal zoeken (CAW)",
        "1. Zaal\nTe klein.\n\n2. To do\n- zaal zoeken (CAW)\n\n3. Slot\nGeen.",
    ],
)
def test_with_a_number_or_text_below_it_is_an_item(text: str) -> None:
    assert any("To do" in line for line in lines(taken(text, name="verslag.md"), "## "))


# Marks inside a line of notes


@pytest.mark.parametrize(
    ("line", "noted"),
    [
        ("zaal te klein; afgesproken: we zoeken een andere", ["AFSPRAAK: we zoeken een andere"]),
        ("zaal te klein, afgesproken: we zoeken een andere", ["AFSPRAAK: we zoeken een andere"]),
        ("zaal te klein – afgesproken: we zoeken een andere", ["AFSPRAAK: we zoeken een andere"]),
        ("Zaal te klein. Afgesproken: we zoeken een andere.", ["AFSPRAAK: we zoeken een andere."]),
        ("drukte, signaal: ouderen vinden geen hulp", ["SIGNAAL: ouderen vinden geen hulp"]),
        ("drukte; signaal: ouderen vinden geen hulp", ["SIGNAAL: ouderen vinden geen hulp"]),
        (
            "zaal te klein; afgesproken: we blijven; signaal: de bus rijdt niet",
            ["AFSPRAAK: we blijven", "SIGNAAL: de bus rijdt niet"],
        ),
        ("zaal te klein; afgesproken: CAW belt tegen 3 juni 2025", ["- [ ] CAW belt @caw tegen:2025-06-03"]),
    ],
)
def test_a_mark_inside_a_line_of_notes_begins_what_it_says(line: str, noted: list[str]) -> None:
    found = meeting(in_item(f"- {line}\n- nog iets"))
    assert [one for one in found.splitlines() if one.startswith(("AFSPRAAK", "SIGNAAL", "- [ ]"))] == noted
    assert not any(one.rstrip().endswith((";", ",", "–")) for one in found.splitlines())


@pytest.mark.parametrize(
    "line",
    ["het afgesproken bedrag: 50 euro", "wat was afgesproken is gedaan; niets meer", "een signaal-app: te duur"],
)
def test_the_word_without_its_colon_is_no_mark(line: str) -> None:
    assert f"- {line}" in meeting(in_item(f"- {line}\n- nog iets"))
