"""The word VERSLAG below a line or two, and the head of the minutes below it.  All names are placeholders."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.terms import Tongue

TODAY = date(2026, 11, 26)
FACTS = "Datum: 5 november 2026\nUur: 14u tot 16u\nPlaats: LDC Ter Dijk\nAanwezig: CAW Meer, Familiehulp\nVerontschuldigd: Okra"
TOLD = (
    "date: 2026-11-05\nstart: 14u\nend: 16u\nlocation: LDC Ter Dijk\nstate: draft\n"
    "present: [caw-meer, familiehulp]\nexcused: [okra]\n"
)


def meeting(data: bytes, name: str = "verslag.txt") -> str:
    taken: Taken = take_minutes(read(name, data), MinutesOptions(None, None, Tongue.NL, TODAY))
    return next(text for path, text in taken.files.items() if path.startswith("meetings/2"))


@pytest.mark.parametrize(
    "items",
    ["1. Stand\nGoed.\n\n2. Einde\nGeen.", "STAND VAN ZAKEN\nGoed.\n\nNIEUWS\nGeen."],
)
@pytest.mark.parametrize(
    "above",
    [
        "Zorgraad Meerland\n\nVERSLAG",
        "ZORGRAAD MEERLAND\n\nVERSLAG",
        "Eerstelijnszone Meerland vzw\nwww.meerland.be\n\nVERSLAG",
        "Zorgraad Meerland\nKerkstraat 1, 9999 Meer\n\nNotulen",
        "Meer samen zorgen\n\nVERSLAG OVERLEG",
        "Zorgraad Meerland\n\nVERSLAG VAN DE VERGADERING",
    ],
)
def test_the_head_below_the_word_verslag_is_found(above: str, items: str) -> None:
    text = meeting(f"{above}\n\n{FACTS}\n\n{items}\n".encode())
    assert TOLD in text
    assert "VERSLAG\n" not in text
    assert text.count("\n## ") == 2


def test_what_stands_under_the_word_verslag_names_the_meeting() -> None:
    text = meeting(f"Zorgraad Meerland\n\nVERSLAG\n\nWerkgroep wonen\n{FACTS}\n\n1. Stand\nGoed.\n".encode())
    assert "title: Werkgroep wonen\n" in text
    assert TOLD in text
    assert "Zorgraad Meerland" in text


def test_a_sentence_under_the_word_verslag_names_nothing() -> None:
    text = meeting(f"Werkgroep wonen\n\nVERSLAG\n\nWe kwamen samen in de zaal.\n{FACTS}\n\n1. Stand\nGoed.\n".encode())
    assert "title: Werkgroep wonen\n" in text
    assert "We kwamen samen in de zaal." in text


@pytest.mark.parametrize("levels", [(1, 1), (1, 2), (0, 1)])
def test_a_heading_verslag_of_word_below_a_name_is_none_of_the_items(levels: tuple[int, int]) -> None:
    document = Document()
    for words, level in zip(("Zorgraad Meerland", "VERSLAG"), levels, strict=True):
        document.add_heading(words, level) if level else document.add_paragraph(words)
    for line in FACTS.splitlines():
        document.add_paragraph(line)
    for title, words in (("Stand", "Goed."), ("Einde", "Geen.")):
        document.add_heading(title, 2)
        document.add_paragraph(words)
    data = io.BytesIO()
    document.save(data)
    text = meeting(data.getvalue(), "verslag.docx")
    assert TOLD in text
    assert "## Stand\n\nGoed.\n\n## Einde\n" in text


def test_a_heading_verslag_behind_the_head_stands_around_the_items() -> None:
    text = meeting(
        f"# Werkgroep wonen\n\n{FACTS.replace(chr(10), chr(10) * 2)}\n\n# Verslag\n\n## Stand\n\nGoed.\n".encode(),
        "v.md",
    )
    assert TOLD in text
    assert "## Stand\n\nGoed." in text
