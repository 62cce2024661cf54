"""Sentences of events, lists under what was noted, bold lines of Markdown, and when minutes were approved.  All names are placeholders."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document

from elzctl.intake.ledger import Certainty
from elzctl.intake.minutes.take import MinutesOptions, take_minutes
from elzctl.intake.paper import Block
from elzctl.intake.readers.read import read
from elzctl.intake.taken import Taken
from elzctl.intake.written import markdown
from elzctl.terms import Tongue
from elzctl.wording import Language

TODAY = date(2026, 11, 26)
ENGLISH = Language("en")


def taken(data: bytes, name: str) -> Taken:
    return take_minutes(read(name, data), MinutesOptions(None, None, Tongue.NL, TODAY))


def minutes(text: str, end: str = "", name: str = "verslag.md", head: str = "") -> Taken:
    whole = f"# Overleg zorg\n\nDatum: 5 november 2026\n\nAanwezig: CAW, OCMW Meer\n\n{head}\n\n## 1. Stand\n\n{text}\n\n## 2. Slot\n\nGeen.\n\n{end}\n"
    return taken((whole if name.endswith("md") else whole.replace("#", "")).encode(), name)


def meeting(found: Taken) -> str:
    return next(text for path, text in found.files.items() if path.startswith("meetings/2"))


def under(found: Taken) -> str:
    return meeting(found).partition("## 1. Stand\n\n")[2].partition("\n\n## 2. Slot")[0]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Op 12 maart 2027 is er de infodag, in het CC De Meent.", "2027-03-12 De infodag, in het CC De Meent."),
        ("Op 12 maart 2027 organiseert het CAW een infoavond.", "2027-03-12 Op 12 maart 2027 organiseert het CAW een infoavond."),
        ("Zaterdag 13 maart 2027 organiseren we een wandeling, vertrek aan het station.", "2027-03-13 Zaterdag 13 maart 2027 organiseren we een wandeling, vertrek aan het station."),
        ("De infodag, op 12 maart 2027, is in het CC De Meent.", "2027-03-12 De infodag is in het CC De Meent."),
        ("De infodag vindt plaats op 12 maart 2027 in het CC De Meent.", "2027-03-12 De infodag vindt plaats in het CC De Meent."),
        ("Er is op 12 maart 2027 een vorming rond valpreventie, om 14u, in het OCMW.", "2027-03-12 14u Er is een vorming rond valpreventie, in het OCMW."),
        ("Het OCMW houdt op vrijdag 12 maart 2027 een open dag voor mantelzorgers, van 10u tot 16u.", "2027-03-12 10u-16u Het OCMW houdt een open dag voor mantelzorgers"),
        ("Infoavond op 12 maart 2027, inschrijven kan tot 1 maart.", "2027-03-12 Infoavond – inschrijven kan tot 1 maart."),
    ],
)  # fmt: skip
def test_the_sentence_of_an_event_reads_well_without_its_day(text: str, event: str) -> None:
    assert under(minutes(text)) == f"EVENEMENT: {event}"


@pytest.mark.parametrize(
    "text", ["Op 12 maart 2025 organiseerde het CAW een infoavond.", "Er is op 12 maart 2027 een vergadering."]
)
def test_what_is_past_or_a_meeting_is_no_event(text: str) -> None:
    assert "EVENEMENT" not in meeting(minutes(text))


def test_items_deeper_than_a_decision_are_a_list_of_their_own() -> None:
    text = "- Besluit: we kiezen een zaal.\n  - zaal A\n    - met keuken\n  - zaal B\n- volgend punt\n  - detail"
    assert (
        under(minutes(text))
        == "BESLUIT: we kiezen een zaal.\n\n- zaal A\n  - met keuken\n- zaal B\n\n* volgend punt\n  - detail"
    )


def test_numbers_under_a_decision_stay_and_points_between_keep_their_place() -> None:
    text = "- Besluit: we kiezen een zaal\n  1. zaal A\n  2. zaal B\n  - Actie: CAW vraagt prijs (tegen 9/12/2026)\n  - zaal C\n- Volgende"
    found = under(minutes(text))
    assert found == (
        "BESLUIT: we kiezen een zaal\n\n1. zaal A\n2. zaal B\n\n- [ ] CAW vraagt prijs @caw tegen:2026-12-09\n\n- zaal C\n\n* Volgende"
    )


def test_a_list_under_a_decision_in_word_is_as_deep_as_it_was() -> None:
    document = Document()
    document.add_paragraph("Overleg zorg – 5 november 2026", style="Title")
    document.add_paragraph("Aanwezig: CAW, OCMW Meer")
    document.add_heading("Stand", 1)
    for style, words in (("List Bullet", "Besluit: we kiezen een zaal"), ("List Bullet 2", "zaal A"), ("List Bullet 2", "zaal B"), ("List Bullet", "volgend punt")):  # fmt: skip
        document.add_paragraph(words, style=style)
    document.add_heading("Slot", 1)
    document.add_paragraph("Geen.")
    data = io.BytesIO()
    document.save(data)
    assert "BESLUIT: we kiezen een zaal\n\n- zaal A\n- zaal B\n\n* volgend punt\n" in meeting(
        taken(data.getvalue(), "v.docx")
    )


@pytest.mark.parametrize(
    ("depths", "text"),
    [
        ((1, 2, 2, 1), "- a\n  - b\n  - c\n- d"),
        ((1, 3, 3, 2), "- a\n  - b\n  - c\n  - d"),
        ((2, 2, 3), "- a\n- b\n  - c"),
        ((3, 2, 1, 2), "- a\n\n* b\n\n- c\n  - d"),
    ],
)
def test_items_that_were_as_deep_stand_as_deep(depths: tuple[int, ...], text: str) -> None:
    blocks = [
        Block(letter, (at,), depth=depth, marker="-")
        for at, (letter, depth) in enumerate(zip("abcd", depths, strict=False))
    ]
    assert markdown(blocks) == text


BOLD = "Goed.\n{gap}**{todo}**\n{gap}- CAW: lijst bezorgen tegen 9/12/2026\n- zaal zoeken\n{gap}**Besluiten:**\n{gap}- We stoppen."


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("todo", ["Todo", "Acties", "Actiepunten:", "To do's"])
@pytest.mark.parametrize("name", ["verslag.md", "verslag.txt"])
def test_a_bold_line_of_markdown_is_the_heading_of_a_list(gap: str, todo: str, name: str) -> None:
    found = under(minutes(BOLD.format(gap=gap, todo=todo), name=name))
    head = todo.rstrip(":")
    assert found == (
        f"Goed.\n\n### {head}\n\n- [ ] lijst bezorgen @caw tegen:2026-12-09\n- [ ] zaal zoeken\n\n### Besluiten\n\nBESLUIT: We stoppen."
    )


@pytest.mark.parametrize(
    "text", ["Dit is **heel\nbelangrijk** voor ons en\n**Todo** is een woord.", "We zeggen **Todo** en gaan door."]
)
def test_bold_words_in_a_paragraph_are_no_heading(text: str) -> None:
    assert "#" not in under(minutes(text))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_document_with_bold_lines_alone_has_its_items(gap: str) -> None:
    lines = ["**Verslag zorgoverleg**", "**Datum: 5 november 2026**", "**Aanwezig**", "CAW, OCMW Meer", "**Stand**", "Goed.", "**Todo**"]  # fmt: skip
    found = meeting(taken(f"{gap.join(lines)}\n\n- CAW: lijst bezorgen\n".encode(), "verslag.md"))
    assert "present: [caw, ocmw-meer]\n" in found
    assert found.endswith("## Stand\n\nGoed.\n\n### Todo\n\n- [ ] lijst bezorgen @caw\n")


APPROVED = [
    "Verslag goedgekeurd op 12/03/2027.",
    "Goedgekeurd op 12 maart 2027",
    "Dit verslag werd goedgekeurd op de vergadering van 12 maart 2027.",
    "Goedgekeurd door de zorgraad op 12/03/2027",
    "Datum goedkeuring: 12/03/2027",
    "Voor akkoord, 12/03/2027",
    "Goedgekeurd: 12/03/2027",
    "Verslag goedgekeurd dd. 12/03/2027",
    "Minutes approved on 12/03/2027",
]


@pytest.mark.parametrize("line", APPROVED)
@pytest.mark.parametrize("place", ["end", "head"])
def test_when_minutes_were_approved_stays_text_and_is_told(line: str, place: str) -> None:
    found = minutes("Goed.", **{place: line})
    assert meeting(found).count(line) == 1
    assert "state: draft\n" in meeting(found)
    assert "BESLUIT" not in meeting(found)
    assert "EVENEMENT" not in meeting(found)
    told = " ".join(map(ENGLISH, found.remarks))
    assert "were approved (2027-03-12)" in told
    assert "Earlier minutes" not in told
    assert "gave no field" not in told
    assert found.account.left == ()
    assert not any(one.certainty is Certainty.UNCLEAR for one in found.account.entries)


def test_the_approval_of_earlier_minutes_is_another_one() -> None:
    told = " ".join(map(ENGLISH, minutes("Het verslag van 3 september 2026 wordt goedgekeurd.").remarks))
    assert "Earlier minutes were approved" in told
    assert "were approved (" not in told
