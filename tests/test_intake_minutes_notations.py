"""Minutes in notations that many people use: who was there, headings without a style, points in a row, and what is no decision."""

from __future__ import annotations

from datetime import date

import pytest
from intake_word import Word

from elzctl.intake.ledger import Fate
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.minutes.undecided import is_undecided
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken

TODAY = date(2026, 11, 26)
TITLE = "Verslag Netwerk Jeugd\ndinsdag 3 maart 2026, 14u-16u, Huis van de Stad\n"
HEAD = f"{TITLE}Aanwezig: OCMW Zeedorp, CAW Kust\n\n"
BODY = "\n1. Zomer\nDe zomer is lang.\n\n2. Varia\nNiets.\n"


def taken(data: str | Word) -> Taken:
    raw = data.encode() if isinstance(data, str) else data.data()
    name = "verslag.txt" if isinstance(data, str) else "verslag.docx"
    return take_minutes(read(name, raw), MinutesOptions(None, None, None, TODAY))


def meeting(data: str | Word) -> str:
    return next(text for path, text in taken(data).files.items() if path.startswith("meetings/2"))


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("## ")]


# Decisions that are none


@pytest.mark.parametrize(
    "sentence",
    [
        "Is beslist dat er een wachtlijst komt?",
        "We beslisten nog niet over de naam.",
        "We beslissen daarover later.",
        "Er werd niet beslist.",
        "Er werd beslist of de zaal open is.",
        "De raad beslist in juni over de zaal.",
        "De raad beslist zodra de cijfers er zijn.",
        "nog te nemen",
        "geen. Over de huur spreken we later.",
        "nog niet beslist",
    ],
)
def test_a_question_a_denial_or_a_condition_is_no_decision(sentence: str) -> None:
    assert is_undecided(sentence)
    assert "BESLUIT" not in meeting(f"{HEAD}1. Zomer\n{sentence}\n\n2. Varia\nBesluit: {sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "De raad besliste om niet deel te nemen.",
        "We beslissen niet mee te doen.",
        "De vergadering beslist na bespreking dat de markt doorgaat.",
        "De groep keurt het budget goed.",
        "Het forum besliste een café te openen.",
    ],
)
def test_a_decision_not_to_do_something_is_one(sentence: str) -> None:
    assert not is_undecided(sentence)
    assert f"BESLUIT: {sentence}" in meeting(f"{HEAD}1. Zomer\n{sentence}\n\n2. Varia\nNiets.\n")


def test_words_that_say_there_is_nothing_stay_text() -> None:
    text = meeting(f"{HEAD}1. Zomer\nActie: geen\nBesluit: nog te nemen\n\n2. Varia\nNiets.\n")
    assert "- [ ]" not in text
    assert "Actie: geen" in text
    assert "Besluit: nog te nemen" in text


def test_a_decision_of_a_table_that_is_still_to_be_taken_is_text() -> None:
    word = Word()
    word.para(*TITLE.splitlines())
    word.table(
        [("Agendapunt", "Bespreking", "Besluit"), ("Zomer", "Lang.", "nog te nemen"), ("Huur", "Duur.", "We huren.")]
    )
    text = meeting(word)
    assert "BESLUIT: We huren." in text
    assert text.count("BESLUIT") == 1
    assert "nog te nemen" in text


@pytest.mark.parametrize(
    "state", ["klaar tegen 1 mei", "afgerond, maar nog niet verstuurd", "klaar?", "ok als de stad betaalt"]
)
def test_what_is_done_later_or_on_a_condition_is_not_done(state: str) -> None:
    word = Word()
    word.para(*TITLE.splitlines())
    word.table(
        [("Actie", "Wie", "Status"), ("Flyer maken", "OCMW Zeedorp", state), ("Zaal boeken", "CAW Kust", "klaar")]
    )
    text = meeting(word)
    assert "- [ ] Flyer maken" in text
    assert "- [x] Zaal boeken" in text


def test_a_day_that_was_in_a_state_is_no_deadline() -> None:
    word = Word()
    word.para(*TITLE.splitlines())
    word.table([("Actie", "Wie", "Status"), ("Flyer maken", "OCMW Zeedorp", "open, besproken op 9 januari 2026")])
    assert "- [ ] Flyer maken @ocmw-zeedorp\n" in meeting(word)


# Above the agenda


@pytest.mark.parametrize(
    ("lines", "there"),
    [
        ("Stemgerechtigd aanwezig: OCMW Zeedorp, CAW Kust", "present: [ocmw-zeedorp, caw-kust]"),
        ("We zaten samen. Aanwezig waren: OCMW Zeedorp en CAW Kust.", "present: [ocmw-zeedorp, caw-kust]"),
        ("Wie was er? CAW Kust, VDAB\nWie liet zich verontschuldigen? OCMW Zeedorp", "excused: [ocmw-zeedorp]"),
        ("Aanwezig: OCMW Zeedorp / CAW Kust / VDAB", "present: [ocmw-zeedorp, caw-kust, vdab]"),
        ("Aanwezig: OCMW Zeedorp, de gemeenten Rupel en Netedorp", "gemeente-rupel, gemeente-netedorp]"),
        ("P: OCMW Zeedorp, CAW Kust\nV: VDAB\nA: Arktos vzw", "present: [ocmw-zeedorp, caw-kust]\nexcused: [vdab]"),
        ("A: OCMW Zeedorp, CAW Kust\nV: VDAB", "present: [ocmw-zeedorp, caw-kust]\nexcused: [vdab]"),
        ("Aanwezig: CAW Kust\nExcuses van: VDAB, OCMW Zeedorp", "excused: [vdab, ocmw-zeedorp]"),
        ("Aanwezig: CAW Kust\nNiet aanwezig (verontschuldigd): VDAB", "excused: [vdab]"),
        ("Aanwezig: de vertegenwoordigers van OCMW Zeedorp en VDAB", "present: [ocmw-zeedorp, vdab]"),
        ("Aanwezig: CAW Kust\n          i-mens Zeedorp\n          VDAB", "present: [caw-kust, i-mens-zeedorp, vdab]"),
    ],
)
def test_who_was_there_is_read_in_many_notations(lines: str, there: str) -> None:
    assert there in meeting(f"{TITLE}{lines}\n{BODY}")


def test_a_table_that_lays_out_the_data_holds_nobody() -> None:
    word = Word()
    word.table([("VERSLAG\nNetwerk Jeugd", "Datum: 3 maart 2026\nUur: 14u tot 16u\nPlaats: Sociaal Huis, zaal 2")])
    word.heading(1, "Zomer")
    word.para("Lang.")
    word.heading(1, "Varia")
    text = meeting(word)
    assert "title: Netwerk Jeugd\n" in text
    assert "date: 2026-03-03\nstart: 14u\nend: 16u\nlocation: Sociaal Huis, zaal 2\nstate: draft\n---" in text


def test_a_table_whose_first_row_is_the_title_is_no_list_of_people() -> None:
    word = Word()
    word.table(
        [("NETWERK JEUGD", "Verslag nr. 2026/2"), ("Datum", "3 maart 2026"), ("Tijd", "14u-16u"), ("Locatie", "Bib")]
    )
    word.para("Aanwezig: CAW Kust")
    word.heading(1, "Verslag van de wijkwerking")
    word.para("Lang.")
    word.heading(1, "Varia")
    text = meeting(word)
    assert "title: Netwerk jeugd\n" in text
    assert "location: Bib\n" in text
    assert headings(text) == ["## Verslag van de wijkwerking", "## Varia"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Gehouden te Zeedorp op dinsdag 3 maart 2026 om 14 uur", "Zeedorp"),
        ("dinsdag 3 maart 2026\nVan 14u00 tot 16u00 in het vrijetijdscentrum De Kaai", "vrijetijdscentrum De Kaai"),
        ("Netwerk Jeugd - 3/3/2026 - Huis van het Kind Lindedorp\nTijd: 14u", "Huis van het Kind Lindedorp"),
        ("Netwerk Jeugd - 3/3/2026 - Huis van het Kind\nTijd: 14u\nPlaats: Bib, zaal 2", "Bib, zaal 2"),
        ("3 maart 2026 | 14.00 – 16.00 uur | Huis van het Kind, Kaai 1", "Huis van het Kind, Kaai 1"),
    ],
)
def test_the_place_is_read_from_a_line_with_the_hours(line: str, place: str) -> None:
    text = meeting(f"{line}\n{BODY}" if line.startswith("Netwerk") else f"Verslag Netwerk Jeugd\n{line}\n{BODY}")
    assert "title: Netwerk Jeugd\n" in text
    assert "start: 14u\n" in text
    assert f"location: {place}\n" in text


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Community Care Forum – Meeting Minutes", "Community Care Forum"),
        ("Notulen nr. 12 – Netwerk Jeugd", "Netwerk Jeugd"),
        ("# Netwerk Jeugd", "Netwerk Jeugd"),
        ("NETWERK JEUGD KUST\nVerslag nr. 3/2026", "Netwerk jeugd kust"),
        ("Netwerk Jeugd\nVerslag van de online bijeenkomst", "Netwerk Jeugd"),
        ("FW: Verslag netwerk jeugd", "Netwerk jeugd"),
        ("ELZ Zeestreek\nNetwerk Jeugd – verslag van de vergadering", "Netwerk Jeugd"),
        ("ELZ Zeestreek\nOverleg: Netwerk Jeugd", "Netwerk Jeugd"),
        ("BESTUUR ZORGZONE VELD VZW", "Bestuur zorgzone veld vzw"),
    ],
)
def test_the_title_is_the_name_of_the_meeting(title: str, name: str) -> None:
    assert f"title: {name}\n" in meeting(f"{title}\n3 maart 2026\n{BODY}")


def test_a_number_of_the_meeting_before_its_day_makes_no_range_of_days() -> None:
    text = meeting(
        f"Netwerk Jeugd\nVerslag bijeenkomst 4 – donderdag 5 maart 2026 – 9u tot 11u\n{BODY}- flyer (1 mei 2026)\n"
    )
    assert "title: Netwerk Jeugd\n" in text
    assert "date: 2026-03-05\nstart: 9u\nend: 11u\n" in text


def test_a_deadline_is_no_day_of_the_meeting() -> None:
    text = meeting(
        "Verslag Netwerk Jeugd\n\n1. Zomer\nFlyer klaar tegen 1 mei 2026.\nWe zaten samen op 3 maart 2026.\n\n2. Varia\nNiets.\n"
    )
    assert "date: 2026-03-03\n" in text


def test_the_next_meeting_is_told_by_any_word_for_one() -> None:
    text = meeting(f"{HEAD}1. Zomer\nLang.\n\nVolgende cluster: donderdag 7 mei 2026 om 14u in De Spil.\n")
    assert "next: {date: 2026-05-07, start: 14u, location: De Spil}" in text


def test_the_same_place_is_that_of_this_meeting() -> None:
    text = meeting(f"{HEAD}1. Zomer\nLang.\n\n2. Varia\nNiets.\n\nVolgend overleg: 5 mei 2026, 14u, zelfde plaats.\n")
    assert "next: {date: 2026-05-05, start: 14u, location: Huis van de Stad}" in text


# The agenda


@pytest.mark.parametrize(
    "body",
    [
        "* Zomer\nDe zomer is lang.\n\n* Herfst\nDe herfst is kort.\n",
        "** Zomer **\nDe zomer is lang.\n\n** Herfst **\nDe herfst is kort.\n",
        "Zomer:\nDe zomer is lang.\n\nHerfst:\nDe herfst is kort.\n",
        "14u00 Zomer\nDe zomer is lang.\n\n14u30 Herfst\nDe herfst is kort.\n",
        "Zomer\n-----\nDe zomer is lang.\n\nHerfst\n------\nDe herfst is kort.\n",
    ],
)
def test_lines_that_stand_alone_in_one_way_are_the_agenda(body: str) -> None:
    found = taken(f"{HEAD}{body}\nActielijst:\n1) flyer maken - CAW Kust - 15/4\n2) zaal boeken - OCMW Zeedorp\n")
    text = next(text for path, text in found.files.items() if path.startswith("meetings/2"))
    assert headings(text)[:2] == ["## Zomer", "## Herfst"]
    assert "- [ ] flyer maken @caw-kust tegen:2026-04-15\n- [ ] zaal boeken @ocmw-zeedorp\n" in text
    assert all(one.fate is not Fate.LEFT for one in found.account.lines)


def test_who_was_there_may_stand_behind_the_agenda() -> None:
    word = Word()
    word.para(*TITLE.splitlines())
    for title in ("Zomer", "Varia"):
        word.heading(1, title)
        word.para("Lang.")
    word.para("Aanwezigheden", bold=True)
    word.table([("Organisatie", "Aanwezig"), ("OCMW Zeedorp", "ja"), ("CAW Kust", "ja")])
    text = meeting(word)
    assert "present: [ocmw-zeedorp, caw-kust]" in text
    assert text.endswith("## Varia\n\nLang.\n")


def test_who_came_to_something_that_an_item_tells_of_was_not_at_the_meeting() -> None:
    word = Word()
    word.para(*TITLE.splitlines())
    word.para("Aanwezig: CAW Kust")
    for title in ("Kick-off", "Varia"):
        word.heading(1, title)
        word.para("Lang.")
        if title == "Kick-off":
            word.para("Aanwezigen", bold=True)
            word.bullets("OCMW Zeedorp", "VDAB")
    text = meeting(word)
    assert "present: [caw-kust]\n" in text
    assert "- OCMW Zeedorp\n- VDAB\n" in text


def test_under_a_heading_for_decisions_inside_an_item_stand_decisions() -> None:
    word = Word()
    word.para(*TITLE.splitlines())
    for title in ("Zomer", "Varia"):
        word.heading(1, title)
        word.heading(2, "Besluit")
        word.para("Er komen vier vuilnisbakken bij." if title == "Zomer" else "Geen besluit.")
        word.heading(2, "Acties")
        word.bullets(f"{title} aanpakken (CAW Kust)")
    text = meeting(word)
    assert "BESLUIT: Er komen vier vuilnisbakken bij." in text
    assert text.count("BESLUIT") == 1
    assert text.count(" aanpakken @caw-kust") == 2


def test_a_list_of_those_who_were_there_is_no_agenda() -> None:
    text = meeting(f"{TITLE}Aanwezig:\n* OCMW Zeedorp\nVerontschuldigd:\n* CAW Kust\n{BODY}")
    assert headings(text) == ["## 1. Zomer", "## 2. Varia"]
    assert "present: [ocmw-zeedorp]\nexcused: [caw-kust]\n" in text


def test_the_number_of_a_page_is_no_text() -> None:
    found = taken(f"{HEAD}1. Zomer\nDe zomer is lang.\n\nblz. 1 / 2\n\n2. Varia\nNiets.\n")
    assert all("blz" not in text for text in found.files.values())
    assert [one.fate for one in found.account.lines if "blz" in one.line.text] == [Fate.PROMPT]


def test_forty_lines_between_two_headings_all_stand_under_the_first() -> None:
    lines = [f"Zin {number} gaat over wijk {number}, waar van alles gebeurt." for number in range(1, 41)]
    text = meeting(f"{HEAD}1. Wijken\n" + "\n".join(lines) + "\n\n2. Varia\nNiets.\n")
    under = text.split("## 1. Wijken")[1].split("## 2. Varia")[0]
    assert " ".join(under.split()) == " ".join(lines)


# Points


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("- Dossier schrijven; CAW Kust; 20/04/2026", "Dossier schrijven @caw-kust tegen:2026-04-20"),
        ("- Dossier schrijven, CAW Kust, 20/04/2026", "Dossier schrijven @caw-kust tegen:2026-04-20"),
        ("- ocmw Zeedorp schrijft een dossier", "ocmw Zeedorp schrijft een dossier @ocmw-zeedorp"),
        ("- Dossier schrijven -> CAW Kust", "Dossier schrijven @caw-kust"),
        (
            "- foto's bezorgen aan de gemeente: CAW Kust, tegen 25 maart",
            "foto's bezorgen aan de gemeente @caw-kust tegen:2026-03-25",
        ),
        ("- Mailen naar Logo, CAW Kust", "Mailen naar Logo, CAW Kust"),
    ],
)
def test_a_point_in_a_row_tells_who_and_when(line: str, point: str) -> None:
    text = meeting(f"{HEAD}1. Zomer\nDe zomer is lang.\n\n2. Acties\n{line}\n")
    assert f"- [ ] {point}\n" in text


def test_the_heading_of_what_became_data_is_told_in_the_account() -> None:
    word = Word()
    word.para(*TITLE.splitlines())
    word.para("Afgemeld", bold=True)
    word.bullets("CAW Kust")
    word.heading(1, "Zomer")
    word.heading(1, "Varia")
    assert "Afgemeld" in [words for words, _ in taken(word).account.labels]
