"""Formal minutes: letters beside a name, cells with somebody on each line, signatures, codes, states, levels, put-off decisions, proxies and groups.

All names of people are placeholders.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from elzctl.intake.accounted import accounted
from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.asides import Cut, proxy
from elzctl.intake.minutes.cell_lists import one_each
from elzctl.intake.minutes.given_letters import given_letters
from elzctl.intake.minutes.point_codes import are_counted, code_of
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.paper import Block, Cell, Line, Make
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
HEAD = "Verslag zorgoverleg\nDatum: 5 november 2026\n"
THERE = "Aanwezig: Voornaam Achternaam (CAW Meer), Eerste Tweede (Okra), mobiel team Durme\n"


def taken(text: str, name: str = "verslag.txt") -> Taken:
    return accounted(take_minutes(read(name, text.encode()), MinutesOptions(None, None, Tongue.NL, TODAY)))


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def private(found: Taken) -> str:
    return "".join(text for path, text in found.files.items() if path.startswith("private/deelnemers"))


def field(found: Taken, key: str) -> str:
    match = re.search(rf"(?m)^{key}: \[(.*)\]$", meeting(found))
    return match[1] if match is not None else ""


def points(found: Taken) -> list[str]:
    return re.findall(r"(?m)^- \[.\] (.*)$", meeting(found))


def listed(actions: str) -> Taken:
    return taken(f"{HEAD}{THERE}\n1. Stand\n\nGoed.\n\n2. Actiepunten\n\n{actions}\n")


# Letters beside a name


@pytest.mark.parametrize(
    ("name", "note", "letters"),
    [
        ("Voornaam Achternaam", "VA", ("VA",)),
        ("Voornaam Van Achternaam", "VVA", ("VVA",)),
        ("Voornaam Achternaam", "VACH", ("VACH",)),
        ("Voornaam Achternaam", "OCMW Meer", ()),
        ("Voornaam Achternaam", "ELZ", ()),
        ("Els Zaman", "ELZ", ()),
        ("Carla Mees", "CM", ()),
        ("Voornaam Achternaam", "WGC De Brug", ()),
        ("Willem Geens Claes", "WGC", ()),
    ],
)
def test_letters_are_of_somebody_when_they_fit_the_name_and_are_of_no_house(
    name: str, note: str, letters: tuple[str, ...]
) -> None:
    assert given_letters(name, note, {"WGC"}) == letters


def test_a_house_behind_a_second_dash_is_nobody_s_initials() -> None:
    head = (
        HEAD + "Plaats: OCMW Meer\nAanwezig: Voornaam Achternaam – WGC De Brug – OCMW Ham – ELZ\nEerste Tweede – CM\n"
    )
    found = taken(f"{head}\n1. Pand\n\nHet OCMW en de ELZ zoeken een pand.\n")
    assert "location: OCMW Meer" in meeting(found)
    assert "Het OCMW en de ELZ zoeken een pand." in meeting(found)


# A cell of a PDF with somebody on each line


def _cells(*columns: tuple[str, str, tuple[int, ...]]) -> list[Block]:
    heads = [Block(head, (0,), cell=Cell(1, 1, at)) for at, (head, _, _) in enumerate(columns, 1)]
    return heads + [Block(text, lines, cell=Cell(1, 2, at)) for at, (_, text, lines) in enumerate(columns, 1)]


LINES = [
    Line(text, 1, at)
    for at, text in enumerate(
        [
            "Aanwezig Verontschuldigd",
            "Voornaam Achternaam – OCMW Meer Eerste Tweede – Samana",
            "Derde Vierde – huisartsenkring Vijfde Zesde – Okra",
            "Zevende Achtste – CM (volmacht aan Derde Vierde)",
        ],
        1,
    )
]


def test_the_lines_of_a_cell_under_aanwezig_are_each_of_one_in_every_column() -> None:
    there = "Voornaam Achternaam – OCMW Meer Derde Vierde – huisartsenkring Zevende Achtste – CM"
    away = "Eerste Tweede – Samana Vijfde Zesde – Okra (volmacht aan Derde Vierde)"
    blocks = _cells(("Aanwezig", there, (1, 2, 3)), ("Verontschuldigd", away, (1, 2, 3)))
    assert [one.text for one in one_each(blocks, LINES, Make.PDF)][2:] == [
        "Voornaam Achternaam – OCMW Meer",
        "Derde Vierde – huisartsenkring",
        "Zevende Achtste – CM",
        "Eerste Tweede – Samana",
        "Vijfde Zesde – Okra (volmacht aan Derde Vierde)",
    ]


def test_a_cell_under_another_heading_stays_one_paragraph() -> None:
    text = "Voornaam Achternaam – OCMW Meer Derde Vierde – huisartsenkring"
    blocks = _cells(("Bespreking", text, (1, 2)))
    assert [one.text for one in one_each(blocks, LINES, Make.PDF)][1:] == [text]


# Signatures


@pytest.mark.parametrize(
    "signed",
    [
        "Voor verslag,\nEerste Tweede",
        "De voorzitter,\nVoornaam Achternaam",
        "Verslag: Eerste Tweede, 0470 11 22 33",
        "Opgemaakt te Meer op 6 november 2026",
        "Voornaam Achternaam, voorzitter",
    ],
)
def test_who_signs_below_a_list_of_actions_is_no_point(signed: str) -> None:
    assert points(listed(f"Zaal vastleggen – Okra – 1/12/2026\n\n{signed}")) == [
        "Zaal vastleggen @okra tegen:2026-12-01"
    ]


def test_a_table_of_actions_ends_the_list_and_a_bullet_below_goes_on() -> None:
    table = "| Actie | Wie |\n|---|---|\n| Zaal vastleggen | Okra |\n\nIedereen is akkoord.\n\n- Brief schrijven (Okra)"
    found = taken(f"{HEAD}{THERE}\n## 1. Stand\n\nGoed.\n\n## Actiepunten\n\n{table}\n", "verslag.md")
    assert points(found) == ["Zaal vastleggen @okra", "Brief schrijven @okra"]


# Codes and states


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("2026-04 Partners bellen", "2026-04 "),
        ("AP 2026-04 Partners bellen", "AP 2026-04 "),
        ("B26-05: lijst maken", "B26-05: "),
        ("ZR26/14 – Scholen bellen", "ZR26/14 – "),
        ("VP7 Partners bellen", "VP7 "),
        ("2026-11-05 Partners bellen", ""),
        ("15/11 Zaal vastleggen", ""),
        ("Partners bellen", ""),
        ("OCMW Meer bellen", ""),
    ],
)
def test_the_code_of_a_point(words: str, code: str) -> None:
    assert code_of(Block(words, (0,))) == code


@pytest.mark.parametrize(
    ("line", "point"),
    [
        ("AP 2026-04 Partners bellen – CAW Meer – 15/12/2026", "AP 2026-04 Partners bellen @caw-meer tegen:2026-12-15"),
        ("2026-08 Gemeenten uitnodigen – Okra", "2026-08 Gemeenten uitnodigen @okra"),
        ("Brief schrijven – CAW Meer – 15/12/2026 – loopt", "Brief schrijven @caw-meer tegen:2026-12-15"),
        ("Aanbod tonen – Okra – 3/12/2026 – on hold", "Aanbod tonen @okra tegen:2026-12-03"),
        ("AP 2026-11 Overleg plannen – mobiel team Durme – 't voorjaar – loopt", 'AP 2026-11 Overleg plannen @mobiel-team-durme tegen:"voorjaar 2027"'),
    ],
)  # fmt: skip
def test_a_code_before_a_word_for_a_group_and_a_state_at_the_end(line: str, point: str) -> None:
    assert points(listed(line)) == [point]


@pytest.mark.parametrize(
    ("head", "first", "second", "lines"),
    [
        ("Nr.", "2025-14", "2026-01", ["  - Nr: 2025-14", "  - Nr: 2026-01"]),
        ("ID", "B26-05", "B26-06", ["  - ID: B26-05", "  - ID: B26-06"]),
        ("Ref.", "R7", "R12", ["  - Ref: R7", "  - Ref: R12"]),
        ("Nr", "7", "12", ["  - Nr: 7", "  - Nr: 12"]),
        ("Nr", "1", "2", []),
    ],
)
def test_a_column_of_codes_is_kept_and_one_that_counts_rows_is_not(
    head: str, first: str, second: str, lines: list[str]
) -> None:
    table = f"| {head} | Actie | Wie |\n|---|---|---|\n| {first} | Lijst nakijken | Okra |\n| {second} | Nota maken | CAW Meer |"
    found = taken(f"{HEAD}{THERE}\n## 1. Stand\n\nGoed.\n\n## Actiepunten\n\n{table}\n", "verslag.md")
    assert re.findall(r"(?m)^  - .*$", meeting(found)) == lines


def test_rows_that_are_counted_on_another_page() -> None:
    assert are_counted(["4", "5."], goes_on=True)
    assert not are_counted(["4", "5"], goes_on=False)
    assert not are_counted(["2025-14"], goes_on=True)


# Levels of headings, and decisions that were put off


def test_heads_of_lists_that_stand_higher_are_not_the_level_of_the_agenda() -> None:
    text = "# Verslag bestuur\n\nDatum: 5 november 2026\n\n## 1. Pand\n\nGoed.\n\n## 2. Geld\n\nGoed.\n\n# Actielijst\n\n- Zaal vastleggen\n\n# Volgende vergadering\n\n10 december 2026 om 14u\n"
    found = taken(text, "verslag.md")
    assert re.findall(r"(?m)^## (.*)$", meeting(found))[:2] == ["1. Pand", "2. Geld"]


@pytest.mark.parametrize(
    "words", ["uitgesteld naar volgende vergadering.", "wordt verdaagd tot januari.", "nog te nemen"]
)
def test_a_decision_that_was_put_off_keeps_its_label_and_is_told(words: str) -> None:
    found = taken(f"{HEAD}{THERE}\n1. Pand\n\nWe keken ernaar.\n\nBesluit: {words}\n")
    assert f"\nBesluit: {words}\n" in meeting(found)
    assert words in [one.words for one in found.account.entries if one.certainty is Certainty.UNCLEAR]


def test_such_a_decision_in_a_cell_keeps_its_label_too() -> None:
    table = "| Punt | Bespreking | Besluit / actie |\n|---|---|---|\n| 1. Pand | We keken. | Besluit: uitgesteld naar volgende keer. |\n| 2. Geld | Goed. | Besluit: goedgekeurd. |"
    found = taken(f"{HEAD}{THERE}\n{table}\n", "verslag.md")
    assert "\nBesluit: uitgesteld naar volgende keer.\n" in meeting(found)


def test_a_lone_geen_is_told_by_nothing() -> None:
    found = taken(f"{HEAD}{THERE}\n1. Pand\n\nWe keken ernaar.\n\nBesluit: geen\n")
    assert all(one.words != "geen" for one in found.account.entries)


# Proxies


@pytest.mark.parametrize(
    ("words", "who", "note"),
    [
        ("Derde Vierde geeft volmacht aan Eerste Tweede", "Derde Vierde", "geeft volmacht aan Eerste Tweede"),
        ("Derde Vierde aan Eerste Tweede", "Derde Vierde", "volmacht aan Eerste Tweede"),
        ("Derde Vierde geeft volmacht aan de voorzitter", "Derde Vierde", "geeft volmacht aan de voorzitter"),
        ("Eerste Tweede heeft volmacht van Derde Vierde", "Derde Vierde", "Eerste Tweede heeft volmacht van Derde Vierde"),
        ("OCMW Meer geeft volmacht aan CAW Meer", "OCMW Meer", "geeft volmacht aan CAW Meer"),
        ("die volmacht gaven aan Okra", "die volmacht gaven aan Okra", ""),
        ("Hulp aan Huis Meer", "Hulp aan Huis Meer", ""),
    ],
)  # fmt: skip
def test_who_gives_a_proxy_and_to_whom(words: str, who: str, note: str) -> None:
    assert proxy(words) == Cut(who, note)


@pytest.mark.parametrize(
    "lines",
    [
        "Verontschuldigd: Derde Vierde (OCMW Meer)\nVolmacht: Derde Vierde geeft volmacht aan Eerste Tweede",
        "Verontschuldigd: Derde Vierde (OCMW Meer)\nVolmachten: Derde Vierde aan Eerste Tweede",
        "Verontschuldigd: Derde Vierde – OCMW Meer (volmacht aan Eerste Tweede)",
        "Verontschuldigd: Derde Vierde (OCMW Meer)\nVolmacht: Eerste Tweede heeft volmacht van Derde Vierde.",
    ],
)
def test_a_proxy_is_noted_in_private_with_whom_it_is_of_and_the_house_is_excused(lines: str) -> None:
    found = taken(f"{HEAD}{THERE}{lines}\n\n1. Stand\n\nGoed.\n")
    assert field(found, "excused") == "ocmw-meer"
    row = next(row for row in private(found).splitlines() if row.startswith("Derde Vierde;OCMW Meer;"))
    assert "volmacht" in row
    assert "Eerste Tweede" in row
    assert private(found).count("\nDerde Vierde;") == 1
    assert "volmacht" not in meeting(found)


# Groups before a colon


@pytest.mark.parametrize(
    ("words", "present"),
    [
        ("Cluster gezondheid: Voornaam Achternaam (huisartsenkring Meer). Cluster welzijn: Eerste Tweede (CAW Meer).", "huisartsenkring-meer, caw-meer"),
        ("Stemgerechtigd: Voornaam Achternaam (CAW Meer), Eerste Tweede (OCMW Meer); Raadgevend: Derde Vierde (Okra)", "caw-meer, ocmw-meer, okra"),
        ("Sector wonen: Huurdersbond, Woonpunt Meer; Sector zorg: Okra, Samana", "huurdersbond, woonpunt-meer, okra, samana"),
        ("CAW Meer: Voornaam Achternaam, Eerste Tweede; OCMW Meer: Derde Vierde", "caw-meer, ocmw-meer"),
        ("Cluster zorg: Voornaam Achternaam (Okra). CAW Meer: Eerste Tweede (coörd.)", "okra, caw-meer"),
    ],
)  # fmt: skip
def test_a_group_before_a_colon_was_not_there_and_those_in_it_were(words: str, present: str) -> None:
    assert field(taken(f"{HEAD}Aanwezig: {words}\n\n1. Stand\n\nGoed.\n"), "present") == present


def test_the_group_of_somebody_is_noted_in_private() -> None:
    found = taken(f"{HEAD}Aanwezig: Cluster zorg: Voornaam Achternaam (Okra)\n\n1. Stand\n\nGoed.\n")
    assert "Voornaam Achternaam;Okra;;;aanwezig;Cluster zorg" in private(found)
