"""Which values of minutes are read, and which are guessed and why: what a label, a column or a fixed form says is read.  All names are placeholders."""

from __future__ import annotations

from datetime import date

import pytest

from elzctl.intake.ledger import Certainty, Entry
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "Datum: 5 november 2026\nAanwezig: CAW Meer, Familiehulp, Samenlevingsopbouw in de Polders, Saskia Omegabeta (OCMW Meer)\n"
READ, GUESSED = Certainty.READ, Certainty.GUESSED


def minutes(text: str, *, name: str = "verslag.txt") -> Taken:
    return take_minutes(read(name, text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY))


def listed(line: str) -> Taken:
    return minutes(f"Verslag zorgoverleg\n{HEAD}\n1. Stand\nGoed.\n\n2. Acties\n{line}\n\n3. Einde\nGeen.\n")


def said(line: str) -> Taken:
    return minutes(f"Verslag zorgoverleg\n{HEAD}\n1. Stand\n{line}\n\n2. Einde\nGeen.\n")


def entry(taken: Taken, field: str) -> Entry:
    found = [one for one in taken.account.entries if one.field == field]
    assert len(found) == 1
    return found[0]


def sure(taken: Taken, field: str) -> Certainty:
    """How sure a field is; a guess says why."""
    one = entry(taken, field)
    assert (one.reason is None) == (one.certainty is READ)
    return one.certainty


def meeting(taken: Taken) -> str:
    return next(text for path, text in taken.files.items() if path.startswith("meetings/2"))


# Who does it


@pytest.mark.parametrize(
    "line",
    [
        "- Zaal boeken (CAW Meer)",
        "- Zaal boeken (CAW Meer, tegen 9/12/2026)",
        "- Zaal boeken – CAW Meer – 9/12/2026",
        "- Zaal boeken, CAW Meer, 9/12/2026",
        "- CAW Meer: zaal boeken",
        "- Zaal boeken. Wie: CAW Meer",
        "- Zaal boeken. Trekt het: CAW Meer",
        "- Zaal boeken. Eindverantwoordelijke: CAW Meer",
        "Actie: zaal boeken (CAW Meer, tegen 9/12/2026)",
        "Actie CAW Meer: zaal boeken",
        "| Actie | Trekt het | Tegen wanneer |\n|---|---|---|\n| Zaal boeken | CAW Meer | 9/12/2026 |",
        "- Zaal boeken. Wie: CAW",
    ],
)
def test_a_name_behind_a_label_or_in_a_fixed_form_is_read_as_who_does_it(line: str) -> None:
    taken = listed(line)
    assert entry(taken, "points[1].owner").value == "caw-meer"
    assert sure(taken, "points[1].owner") is READ


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("- CAW Meer boekt de zaal", "caw-meer"),
        ("- Affiches: Familiehulp", "familiehulp"),
        ("CAW Meer:\n- zaal boeken", "caw-meer"),
        ("- Zaal boeken (CAW Meer i.s.m. Familiehulp)", "caw-meer, familiehulp"),
        ("- Zaal boeken. Wie: CAW Meer met Familiehulp", "caw-meer, familiehulp"),
        ("- Zaal boeken. Wie: Samenlevingsopbouw", "samenlevingsopbouw-polders"),
        ("- Zaal boeken. Wie: XQB", "xqb"),
        ("- Zaal boeken (SO)", "ocmw-meer"),
        (
            "| Zaal boeken in het dorp | CAW Meer | 9/12/2026 |\n| Tafels huren en zetten | Familiehulp | 9/12/2026 |",
            None,
        ),
    ],
)
def test_who_does_it_is_a_guess_when_only_grammar_or_a_place_says_so(line: str, owners: str | None) -> None:
    taken = listed(line)
    if owners is not None:
        assert entry(taken, "points[1].owner").value == owners
        assert sure(taken, "points[1].owner") is GUESSED


@pytest.mark.parametrize(
    "line",
    [
        "CAW Meer neemt dit op.",
        "CAW Meer bezorgt de lijst tegen 9 december 2026.",
        "We vragen aan CAW Meer om de lijst te bezorgen.",
        "Tegen 9 december 2026 bezorgt CAW Meer de lijst.",
        "CAW Meer: lijst nalezen tegen 9 december 2026",
        "We spraken af dat CAW Meer tegen 9 december 2026 een brief schrijft.",
    ],
)
def test_in_a_running_sentence_who_and_by_when_are_guesses(line: str) -> None:
    taken = said(line)
    assert entry(taken, "points[1].owner").value == "caw-meer"
    assert sure(taken, "points[1].owner") is GUESSED
    if "december" in line:
        assert entry(taken, "points[1].due").value == "2026-12-09"
        assert sure(taken, "points[1].due") is GUESSED


def test_who_is_asked_does_it_and_not_who_asks() -> None:
    taken = said("Familiehulp vraagt aan CAW Meer om de cijfers te bezorgen.")
    assert entry(taken, "points[1].owner").value == "caw-meer"


def test_labels_in_the_text_stay_read_in_a_running_sentence() -> None:
    taken = said("De zaal wordt geboekt (trekker: CAW Meer, deadline: 9/12/2026).")
    assert sure(taken, "points[1].owner") is READ
    assert sure(taken, "points[1].due") is READ


def test_a_new_name_is_a_guess_however_often_it_stands_there() -> None:
    taken = listed("- Dienstencentrum De Linde: zaal vrijhouden\n- Dienstencentrum De Linde: koffie zetten")
    assert [sure(taken, f"points[{number}].owner") for number in (1, 2)] == [GUESSED, GUESSED]


def test_a_point_of_a_sentence_that_a_list_tells_too_is_read() -> None:
    text = (
        f"Verslag zorgoverleg\n{HEAD}\n1. Stand\nCAW Meer bezorgt de lijst met adressen tegen 9 december 2026.\n\n"
        "2. Actiepunten\n- Lijst met adressen bezorgen (CAW Meer, tegen 9/12/2026)\n"
    )
    taken = minutes(text)
    assert [sure(taken, field) for field in ("points[1]", "points[1].owner", "points[1].due")] == [READ] * 3


# By when


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        ("- Zaal boeken tegen 9 december 2026", READ),
        ("- Zaal boeken, ten laatste 9/12/2026", READ),
        ("- Zaal boeken. Deadline: 9/12/2026", READ),
        ("- Zaal boeken (CAW Meer, 9/12/2026)", READ),
        ("- Zaal boeken (9/12/2026)", GUESSED),
        ("- Zaal boeken – 9 december 2026", GUESSED),
        ("- Zaal boeken op 9 december 2026", GUESSED),
        ("- Zaal boeken. Status: loopt, tegen 9 december 2026", GUESSED),
        ("- Zaal boeken tegen 1/12/2026 en betalen tegen 9/12/2026", GUESSED),
        ("- Zaal boeken tegen 9 december", GUESSED),
        ("- Zaal boeken. Deadline: twee weken voor 9/12/2026", GUESSED),
    ],
)
def test_a_day_is_read_as_the_day_by_which_when_words_say_so(line: str, certainty: Certainty) -> None:
    taken = listed(line)
    assert entry(taken, "points[1].due").value == "2026-12-09"
    assert sure(taken, "points[1].due") is certainty


def test_columns_without_headings_are_a_guess() -> None:
    rows = "\n".join(
        f"<tr><td>{what}</td><td>{who}</td><td>9/12/2026</td></tr>"
        for what, who in (("Zaal boeken in het dorp", "CAW Meer"), ("Tafels huren en zetten", "Familiehulp"))
    )
    page = f"<h1>Verslag zorgoverleg</h1><p>{HEAD.replace(chr(10), '</p><p>')}</p><h2>Acties</h2><table>{rows}</table>"
    taken = minutes(page, name="verslag.html")
    assert entry(taken, "points[2].owner").value == "familiehulp"
    assert [sure(taken, f"points[2]{field}") for field in ("", ".owner", ".due")] == [READ, GUESSED, GUESSED]


def test_a_table_of_figures_without_headings_has_nobody_who_does_it() -> None:
    rows = "<tr><td>Rode stoelen</td><td>5</td></tr><tr><td>Blauwe stoelen</td><td>7</td></tr>"
    page = f"<h1>Verslag zorgoverleg</h1><p>{HEAD.replace(chr(10), '</p><p>')}</p><h2>Acties</h2><table>{rows}</table>"
    assert "- [ ]" not in meeting(minutes(page, name="verslag.html"))


# The head


@pytest.mark.parametrize(
    ("head", "field", "certainty"),
    [
        ("Verslag werkgroep wonen\nDatum: 5 november 2026", "title", READ),
        ("Vergadering: werkgroep wonen\nDatum: 5 november 2026", "title", READ),
        ("Werkgroep wonen\nDatum: 5 november 2026", "title", GUESSED),
        ("Verslag werkgroep wonen\nDatum: 5 november 2026", "date", READ),
        ("Verslag werkgroep wonen van 5 november 2026", "date", READ),
        ("Verslag werkgroep wonen\nDonderdag 5 november 2026", "date", READ),
        ("Verslag werkgroep wonen\n5 november 2026, 14u-16u", "date", READ),
        ("Verslag werkgroep wonen\n5 november 2026", "date", GUESSED),
        ("Werkgroep wonen 5 november 2026", "date", GUESSED),
        ("Verslag werkgroep wonen\nDatum: 5/11", "date", GUESSED),
        ("Verslag werkgroep wonen\nDatum en plaats: 5 november 2026, LDC Ter Dijk", "location", READ),
        ("Verslag werkgroep wonen\nDatum: 5 november 2026 – LDC Ter Dijk", "location", GUESSED),
        ("Verslag werkgroep wonen\nDatum: 5 november 2026\nVan 14u tot 16u in LDC Ter Dijk", "location", GUESSED),
        ("Verslag wonen\nDatum: 5 november 2026\nAanwezig: CAW, Okra", "present", READ),
        ("Verslag wonen\nDatum: 5 november 2026\nAanwezig: CAW, OCMW Meer, Okra, Baken", "present", GUESSED),
        ("Verslag wonen\nDatum: 5 november 2026\nAanwezig: CAW\nUitgenodigd: OCMW Meer", "present", GUESSED),
        ("Verslag wonen\nDatum: 5 november 2026\nSpreker: Okra", "speaker", READ),
        ("Verslag wonen\nDatum: 5 november 2026\nSpreker: Baken", "speaker", GUESSED),
    ],
)
def test_the_head_is_read_where_a_label_or_a_fixed_form_says_it(head: str, field: str, certainty: Certainty) -> None:
    assert sure(minutes(f"{head}\n\n1. Stand\nGoed.\n\n2. Einde\nGeen.\n"), field) is certainty


def test_a_heading_by_its_style_is_a_title_and_a_name_of_a_file_is_a_guess() -> None:
    assert sure(minutes(f"# Werkgroep wonen\n\n{HEAD}\n\n## Stand\n\nGoed.\n", name="a.md"), "title") is READ
    assert sure(minutes(f"{HEAD}\n1. Stand\nGoed.\n", name="Werkgroep wonen.txt"), "title") is GUESSED


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Volgende vergadering: 10 december 2026 om 14u", READ),
        ("De volgende vergadering is op donderdag 10 december 2026 om 14u.", READ),
        ("We komen opnieuw samen op donderdag 10 december 2026 om 14u.", READ),
        ("We bekijken op de volgende vergadering de cijfers die op 10 december 2026 om 14u klaar zijn.", GUESSED),
        ("Daarom is de volgende vergadering pas op 10 december 2026 om 14u.", GUESSED),
    ],
)
def test_the_next_meeting_is_read_when_the_sentence_says_no_more(text: str, certainty: Certainty) -> None:
    taken = minutes(f"Verslag zorgoverleg\n{HEAD}\n1. Stand\nGoed.\n\n2. Einde\n{text}\n")
    assert [sure(taken, field) for field in ("next.date", "next.start")] == [certainty, certainty]


def test_headings_that_only_stand_alone_are_guesses() -> None:
    taken = minutes(f"Verslag zorgoverleg\n{HEAD}\nWelkom\nIedereen is blij.\n\nStand van zaken\nAlles gaat goed.\n")
    assert [sure(taken, f"items[{number}]") for number in (1, 2)] == [GUESSED, GUESSED]
    taken = minutes(f"Verslag zorgoverleg\n{HEAD}\n1. Welkom\nIedereen is blij.\n\n2. Stand\nAlles gaat goed.\n")
    assert [sure(taken, f"items[{number}]") for number in (1, 2)] == [READ, READ]
