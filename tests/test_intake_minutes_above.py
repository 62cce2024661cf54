"""Where and when a meeting is, the next one, the name of the zone, and what the account says of them.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.begun import begun
from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.load import load
from elzctl.model import Plan
from elzctl.scaffold.allowed import OneFile
from elzctl.terms import Tongue
from elzctl.wording import Message

TODAY = date(2026, 11, 26)
HEAD = "Aanwezig: CAW Meer, Okra, Saskia Omegabeta (Ferm)"


def taken(text: str, name: str = "verslag.txt", plan: Plan | None = None) -> Taken:
    return take_minutes(read(name, text.encode()), MinutesOptions(None, plan, Tongue.NL, TODAY))


def minutes(text: str, *, title: str = "Stand", head: str = HEAD, day: str = "Datum: 5 november 2026") -> Taken:
    return taken(f"Verslag zorgoverleg\n{day}\n{head}\n\n1. {title}\n{text}\n\n2. Slot\nGeen.\n")


def mail(text: str, subject: str = "verslagje zorgoverleg 5 november") -> Taken:
    head = "Van: Saskia Omegabeta <saskia@voorbeeld.example>\nVerzonden: vrijdag 6 november 2026 9:14\nAan: zorgoverleg@voorbeeld.example"
    return taken(f"{head}\nOnderwerp: {subject}\n\nDag iedereen,\n\n{text}\n\nGroeten\nSaskia\n")


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def field(found: Taken, key: str) -> str:
    lines = (line for line in meeting(found).splitlines() if line.startswith(f"{key}: "))
    return next(lines, "").removeprefix(f"{key}: ")


def entry(found: Taken, key: str) -> Entry:
    return next(one for one in found.account.entries if one.field == key)


# The next meeting


@pytest.mark.parametrize(
    "said",
    [
        "Het volgende netwerkoverleg vindt plaats op",
        "Het volgende partneroverleg gaat door op",
        "De volgende werkgroepvergadering is op",
        "Het volgende clusterplatform komt samen op",
        "De volgende netwerkbijeenkomst is gepland op",
        "Het volgende overlegmoment vindt plaats op",
    ],
)
def test_the_next_meeting_of_any_kind_of_group(said: str) -> None:
    found = minutes(
        f"{said} donderdag 10 december 2026, van 9u tot 12u, bij Okra Meerdorp, Boomstraat 15. Samana stelt dan haar werking voor."
    )
    told = field(found, "next")
    assert told.startswith('{date: 2026-12-10, start: 9u, end: 12u, location: "Okra Meerdorp, Boomstraat 15"')
    assert told.endswith("speaker: samana}")
    assert "EVENEMENT" not in meeting(found)


@pytest.mark.parametrize(
    "text",
    [
        "De volgende gemeenteraad vindt plaats op donderdag 10 december 2026 om 20 uur.",
        "Het volgende cliëntoverleg is op donderdag 10 december 2026.",
        "De volgende ouderraad van de school is op donderdag 10 december 2026.",
    ],
)
def test_a_meeting_of_others_is_not_the_next_one(text: str) -> None:
    assert field(minutes(text), "next") == ""


# Where and when it was


@pytest.mark.parametrize(
    ("text", "place", "start", "end"),
    [
        (
            "We zaten met 9 rond de tafel in WZC Ter Dijk in Meer, van 13u30 tot een stuk na 15u30.",
            "WZC Ter Dijk in Meer",
            "13u30",
            "15u30",
        ),
        ("We waren te gast bij CAW Meer in Meerdorp, van 10u tot rond 12u.", "CAW Meer in Meerdorp", "10u", "12u"),
        (
            "Fijn dat we weer samen zaten in Huis van het Kind Leem, van 9u30 tot 11u30.",
            "Huis van het Kind Leem",
            "9u30",
            "11u30",
        ),
        ("We kwamen met zessen samen in OC De Kei, van 9 uur tot iets na 11 uur.", "OC De Kei", "9u", "11u"),
    ],
)
def test_a_running_sentence_of_a_mail_tells_where_and_when(text: str, place: str, start: str, end: str) -> None:
    found = mail(f"Bedankt voor jullie komst. {text} Het was gezellig.")
    assert (field(found, "location"), field(found, "start"), field(found, "end")) == (place, start, end)
    assert {entry(found, key).certainty for key in ("location", "start", "end")} == {Certainty.GUESSED}
    assert text in meeting(found)


@pytest.mark.parametrize(
    ("line", "place"),
    [("Lokaal sociaal netwerk Kreekdorp", ""), ("Lokaal 2.14", "Lokaal 2.14"), ("Zaal Ter Dijk", "Zaal Ter Dijk")],
)
def test_a_room_has_a_number_or_a_name(line: str, place: str) -> None:
    found = taken(f"Verslag zorgoverleg\n{line}\nDatum: 5 november 2026\n{HEAD}\n\n1. Stand\nGoed.\n\n2. Slot\nGeen.\n")
    assert field(found, "location") == place


def test_a_sentence_of_a_document_tells_it_too() -> None:
    text = "We zaten rond de tafel in WZC Ter Dijk, van 13u30 tot net na 15u30."
    found = taken(
        f"Verslag zorgoverleg\nDatum: 5 november 2026\n{HEAD}\n\n{text}\n\n1. Stand\nGoed.\n\n2. Slot\nGeen.\n"
    )
    assert (field(found, "location"), field(found, "start"), field(found, "end")) == ("WZC Ter Dijk", "13u30", "15u30")


@pytest.mark.parametrize(
    "text",
    ["Okra is bereikbaar in het dorpshuis van 9u tot 12u.", "De vorming in Ter Dijk liep van 9u tot kort na 12u."],
)
def test_hours_of_something_else_are_not_those_of_the_meeting(text: str) -> None:
    assert field(minutes(text), "start") == ""


# By when, without a day


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("zorgraad december", 'tegen:"december 2026"'),
        ("raad van bestuur van januari", 'tegen:"januari 2027"'),
        ("overleg maart 2027", 'tegen:"maart 2027"'),
        ("stuurgroep in februari", 'tegen:"februari 2027"'),
    ],
)
def test_a_month_behind_a_meeting_in_a_column_is_a_guess(words: str, due: str) -> None:
    found = taken(
        f"# Verslag zorgoverleg\n\nDatum: 5 november 2026\n{HEAD}\n\n## 1. Acties\n\n| Wat | Wie | Wanneer |\n|---|---|---|\n| Nota schrijven | Okra | {words} |\n\n## 2. Slot\n\nGeen.\n",
        "verslag.md",
    )
    assert f"- [ ] Nota schrijven @okra {due}\n  - {words}" in meeting(found)
    assert entry(found, "points[1].due").certainty is Certainty.GUESSED


@pytest.mark.parametrize("words", ["na de zorgraad van december", "vanaf januari", "sinds maart"])
def test_a_month_behind_after_is_no_day_by_which(words: str) -> None:
    found = taken(
        f"# Verslag zorgoverleg\n\nDatum: 5 november 2026\n{HEAD}\n\n## 1. Acties\n\n| Wat | Wie | Wanneer |\n|---|---|---|\n| Nota schrijven | Okra | {words} |\n\n## 2. Slot\n\nGeen.\n",
        "verslag.md",
    )
    assert f"- [ ] Nota schrijven @okra\n  - Deadline: {words}" in meeting(found)


@pytest.mark.parametrize("words", ["z.s.m.", "asap", "a.s.a.p.", "zo snel mogelijk", "als het kan"])
def test_a_term_without_a_day_is_kept_as_typed_and_told(words: str) -> None:
    found = taken(
        f"# Verslag zorgoverleg\n\nDatum: 5 november 2026\n{HEAD}\n\n## 1. Acties\n\n| Wat | Wie | Wanneer |\n|---|---|---|\n| Nota schrijven | Okra | {words} |\n\n## 2. Slot\n\nGeen.\n",
        "verslag.md",
    )
    assert f"- [ ] Nota schrijven @okra\n  - Deadline: {words}\n" in meeting(found)
    told = entry(found, "points[1].due")
    assert (told.value, told.certainty, told.words) == ("", Certainty.UNCLEAR, words)


# The zone


def zone_of(found: Taken) -> str:
    files = {**found.files, **begun(found.files, Tongue.NL)}
    settings = load(OneFile("plan/plan.yaml", files["plan/plan.yaml"].encode())).plan.settings
    actors = load(OneFile("plan/actors.yaml", files["plan/actors.yaml"].encode())).plan.actors
    assert settings.organisation is not None
    return actors[settings.organisation.id].name


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Eerstelijnszone Scheldekant – overleg zorg", "Eerstelijnszone Scheldekant"),
        ("ELZ Leiekouter vzw", "ELZ Leiekouter vzw"),
        ("ELZ Vlaamse Kreek", "ELZ Vlaamse Kreek"),
        ("Eerstelijnszone Leie en Kreek", "Eerstelijnszone Leie en Kreek"),
    ],
)
def test_the_zone_has_the_name_that_stands_at_the_top(top: str, name: str) -> None:
    found = taken(
        f"{top}\n\nVerslag zorgoverleg\n\nDatum: 5 november 2026\nAanwezig: CAW Meer, Saskia Omegabeta (ELZ)\n\n1. Stand\nGoed.\n\n2. Slot\nGeen.\n"
    )
    assert zone_of(found) == name
    assert "elz" in field(found, "present") or "eerstelijnszone" in field(found, "present")
    assert field(found, "present").count(",") == 1


def test_the_zone_of_a_title_and_of_a_signature() -> None:
    found = taken(
        f"# Verslag WG Wonen - ELZ Kreekland\n\n5 november 2026, 9u30-11u30\n\n{HEAD}\n\n## 1. Stand\n\nGoed.\n",
        "verslag.md",
    )
    assert zone_of(found) == "ELZ Kreekland"
    signed = mail(
        "We spraken af om verder te gaan.\n\nGroetjes\nSaskia\n\nSaskia Omegabeta\nStafmedewerker ELZ Heuvelkam"
    )
    assert zone_of(signed) == "ELZ Heuvelkam"


def test_two_zones_leave_the_name_of_none() -> None:
    found = minutes("ELZ Kreekland en ELZ Heuvelkam werken samen.", head="Aanwezig: CAW Meer, Saskia Omegabeta (ELZ)")
    assert zone_of(found) == "ELZ"


@pytest.mark.parametrize("words", ["ELZ Team", "ELZ Nieuws", "ELZ Bestuur", "ELZ Actieplan 2027"])
def test_a_word_of_the_zone_is_not_its_name(words: str) -> None:
    found = taken(
        f"{words}\n\nVerslag zorgoverleg\n\nDatum: 5 november 2026\nAanwezig: CAW Meer, Saskia Omegabeta (ELZ)\n\n1. Stand\nGoed.\n\n2. Slot\nGeen.\n"
    )
    assert zone_of(found) == "ELZ"


# The account


def test_the_items_have_the_numbers_of_the_file() -> None:
    head = f"{HEAD}\n\nWe begonnen wat later, de trein stond stil."
    found = minutes("Goed.", head=head)
    titles = [(one.field, one.value) for one in found.account.entries if one.field.startswith("items[")]
    assert titles == [("items[1]", "Stand"), ("items[2]", "Slot")]
    above = next(one for one in found.account.lines if "trein" in one.line.text)
    assert above.where == ("meetings/2026-11-05-zorgoverleg.md",)


@pytest.mark.parametrize(("label", "role"), [("Afwezig", "absent"), ("Voorzitter", "chair"), ("Verslag", "scribe")])
def test_who_has_a_part_is_in_the_private_list(label: str, role: str) -> None:
    found = minutes("Goed.", head=f"{HEAD}\n{label}: Roos Nulbeta")
    line = next(one for one in found.account.lines if "Roos" in one.line.text)
    assert all(not where.endswith(f"#{role}") or where.startswith("private/") for where in line.where)
    assert any(where.startswith("private/deelnemers") for where in line.where)


@pytest.mark.parametrize("found", [mail("We kwamen gisteren samen."), minutes("Goed.", day="Datum: 5 november")])
def test_the_year_of_the_day_is_not_taken_from_that_day_itself(found: Taken) -> None:
    reason = entry(found, "date").reason
    assert isinstance(reason, Message)
    assert "day of the meeting" not in reason.text
